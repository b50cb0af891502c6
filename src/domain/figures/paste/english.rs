//! Numbers that a spreadsheet in English wrote: "1,234.5".

use crate::domain::figures::Amount;

/// Whether a column of numbers is written in English throughout: some number can be read in no other way, and none
/// reads otherwise. Only then "1,500" is known to be a thousand and a half.
pub(super) fn is_english<'a>(cells: impl Iterator<Item = &'a String>) -> bool {
    let mut surely = false;
    for cell in cells {
        match Amount::read(cell).map(|_| number(cell)) {
            None => {}
            Some(number) => match reading(&number) {
                Reading::Either => {}
                Reading::English => surely = true,
                Reading::Ours => return false,
            },
        }
    }
    surely
}

/// A number in English without what parts its thousands.
pub(super) fn plain(cell: &str) -> String {
    if Amount::read(cell).is_some() { cell.replace(',', "") } else { cell.to_owned() }
}

enum Reading {
    English,
    Ours,
    /// A thousand and a half, or one and a half.
    Either,
}

fn reading(number: &str) -> Reading {
    let (points, commas) = (number.matches('.').count(), number.matches(',').count());
    let behind = |sign: char| number.rsplit_once(sign).map_or(0, |(_, decimals)| decimals.len());
    match (points, commas) {
        (0, 0) => Reading::Either,
        (1.., 1..) if number.rfind('.') > number.rfind(',') => Reading::English,
        (0, 2..) => Reading::English,
        (0, 1) if behind(',') == 3 && !number.starts_with("0,") => Reading::Either,
        // "12.5" is read alike by both.
        (1, 0) if behind('.') != 3 || number.starts_with("0.") => Reading::Either,
        _ => Reading::Ours,
    }
}

/// The digits of a cell with the signs between them.
fn number(cell: &str) -> String {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let start = cell.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let number = &cell[start..];
    let end = number.find(|c: char| !is_part(c)).unwrap_or(number.len());
    number[..end].trim_end_matches(['.', ',']).to_owned()
}

//! What the numbers of a pasted table are measured in.

use crate::domain::figures::Amount;
use crate::domain::figures::place::words;
use crate::domain::figures::rules::{ColumnFact, ColumnKind, TableFact};

/// The unit that a heading of numbers names, "Doanh thu (triệu đồng)", where the table has a column for it.
pub(super) fn unit_of(
    fact: &TableFact,
    headings: Option<&[String]>,
    columns: &[Option<String>],
) -> Option<(String, String)> {
    let column = fact.column("unit")?;
    let number = |key: &Option<String>| {
        key.as_ref().and_then(|key| fact.column(key)).is_some_and(|column| column.kind == ColumnKind::Number)
    };
    let mut headings = headings?.iter().zip(columns).filter(|(_, key)| number(key));
    let unit =
        headings.find_map(|(heading, _)| heading.split_once('(')?.1.split_once(')').map(|(unit, _)| unit.trim()))?;
    Some((column.key.clone(), unit.to_owned()))
}

/// A column of units alone, "ĐVT", and the column of numbers that they belong to: the nearest before it, or else behind.
pub(super) fn unit_beside(
    fact: &TableFact,
    lines: &[Vec<String>],
    columns: &[Option<String>],
) -> Option<(usize, usize)> {
    let is_unit = |place: &usize| {
        let mut cells = lines.iter().filter_map(|line| line.get(*place)).filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| MEASURES.contains(&words(cell).as_str()))
    };
    let is_number = |place: &usize| {
        let column = columns[*place].as_ref().and_then(|key| fact.column(key));
        column.is_some_and(|column| column.kind == ColumnKind::Number)
    };
    let unit = (0..columns.len()).filter(|place| columns[*place].is_none()).find(is_unit)?;
    let number = (0..unit).rev().chain(unit + 1..columns.len()).find(is_number)?;
    Some((number, unit))
}

/// What numbers in these tables are measured in, folded: what else stands in brackets behind a heading is none.
const MEASURES: [&str; 23] = [
    "kg",
    "tan",
    "ta",
    "yen",
    "g",
    "gam",
    "ha",
    "sao",
    "lit",
    "l",
    "ml",
    "chai",
    "hop",
    "goi",
    "lo",
    "tui",
    "con",
    "cay",
    "dong",
    "nghin dong",
    "trieu dong",
    "ty dong",
    "san pham",
];

/// The unit that a heading names in brackets, "Sản lượng (tấn)".
pub(in crate::domain::figures) fn measure(heading: &str) -> Option<String> {
    let unit = heading.rsplit_once('(')?.1.split_once(')')?.0.trim().to_lowercase();
    MEASURES.contains(&words(&unit).as_str()).then_some(unit)
}

/// What a heading says of the numbers below it: the unit that it names in brackets, or that they are percentages,
/// "Tỷ lệ (%)".
pub(super) fn said_above(heading: &str) -> Option<String> {
    measure(heading).or_else(|| heading.contains('%').then(|| "%".to_owned()))
}

/// Whether a cell takes over the unit of its heading: a number that names none, in a column whose own name has none. Of
/// percentages each number says so, whatever its column is called.
pub(super) fn takes_unit(column: &ColumnFact, text: &str, unit: &str) -> bool {
    let bare = Amount::read(text).is_some() && Amount::unit(text).is_empty() && !text.ends_with('%');
    column.kind == ColumnKind::Number && bare && (unit == "%" || measure(&column.label.vi).is_none())
}

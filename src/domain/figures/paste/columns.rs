//! Which column of its table a pasted column is.

use super::is_sum;
use crate::domain::figures::place::{Places, chosen, plainly, words};
use crate::domain::figures::rules::{ColumnFact, ColumnKind, TableFact};
use crate::domain::figures::when::span_of;
use crate::domain::figures::{Amount, day_of};

/// What a line of headings says of its columns; the longest known word wins, each column once. What stands below must
/// fit: a "Số sổ BHXH" is no day, though its heading speaks of insurance. A column of the table that nothing fits is
/// looked for a second time, by headings alone: cells that cannot be read are to be shown, and not to be dropped.
pub(super) fn headed(fact: &TableFact, line: &[String], below: &[Vec<String>]) -> Vec<Option<String>> {
    let mut pairs: Vec<(bool, usize, usize, usize)> = Vec::new();
    for (place, cell) in line.iter().enumerate() {
        let heading = words(cell.split('(').next().unwrap_or_default());
        let folded = format!(" {} ", words(cell));
        for (nth, column) in fact.columns.iter().enumerate() {
            let labels = [words(&column.label.vi), words(&column.label.en)];
            let known = || column.known_by.iter().chain(&labels).map(String::as_str);
            let stands = known().filter(|word| !word.is_empty() && folded.contains(&format!(" {word} ")));
            let Some(hit) = stands.map(str::len).max() else { continue };
            let fits = fits_below(column, place, below);
            if fits || column.kind == ColumnKind::Number || known().any(|word| word == heading) {
                pairs.push((!fits, hit, place, nth));
            }
        }
    }
    // The surest first; among equals, as they stand.
    pairs.sort_by_key(|(unfit, hit, place, nth)| (*unfit, std::cmp::Reverse(*hit), *place, *nth));
    let mut found: Vec<Option<String>> = vec![None; line.len()];
    for (_, _, place, nth) in pairs {
        let key = &fact.columns[nth].key;
        if found[place].is_none() && !found.iter().flatten().any(|taken| taken == key) {
            found[place] = Some(key.clone());
        }
    }
    found
}

/// Whether half of what stands below a heading is what the column asks for. Sums are left aside.
fn fits_below(column: &ColumnFact, place: usize, below: &[Vec<String>]) -> bool {
    let cells = || {
        below
            .iter()
            .filter(|line| !line.iter().any(|cell| is_sum(cell)))
            .filter_map(|line| line.get(place))
            .filter(|cell| !cell.is_empty())
    };
    let fit = |cell: &&String| match column.kind {
        ColumnKind::Text | ColumnKind::Choice => true,
        ColumnKind::Number => Amount::read(cell).is_some(),
        ColumnKind::Date => span_of(cell).is_some() || !cell.contains(|c: char| c.is_ascii_digit()),
        ColumnKind::Year => cell.chars().filter(char::is_ascii_digit).count() == 4,
    };
    cells().filter(fit).count() * 2 >= cells().count()
}

/// What each column seems to be, by what stands in it. A column that counts the rows is none.
pub(super) fn guessed(fact: &TableFact, lines: &[Vec<String>], width: usize, places: Places) -> Vec<Option<String>> {
    let mut columns: Vec<Option<String>> = vec![None; width];
    let cells = |place: usize| lines.iter().filter_map(move |line| line.get(place)).filter(|cell| !cell.is_empty());
    let counts = |place: usize| {
        lines.len() > 1
            && lines
                .iter()
                .enumerate()
                .all(|(row, line)| line.get(place).is_some_and(|cell| *cell == (row + 1).to_string()))
    };
    let fits = |column: &ColumnFact, place: usize| -> bool {
        let all = cells(place).count();
        let number = |cell: &str| Amount::read(cell).is_some_and(|reading| !reading.doubtful);
        let year = |cell: &str| cell.len() == 4 && cell.starts_with("20") && cell.chars().all(|c| c.is_ascii_digit());
        let good = cells(place).filter(|cell| match column.kind {
            ColumnKind::Text => !number(cell) && day_of(cell).is_none(),
            ColumnKind::Number => number(cell),
            ColumnKind::Date => day_of(cell).is_some(),
            ColumnKind::Year => year(cell),
            ColumnKind::Choice if column.read_from.is_empty() => chosen(column, cell, places).is_some(),
            ColumnKind::Choice => plainly(column, cell).is_some(),
        });
        all > 0 && good.count() * 3 >= all * 2
    };
    // What is told surest is told first; texts take what is left.
    for kind in [ColumnKind::Choice, ColumnKind::Year, ColumnKind::Date, ColumnKind::Number, ColumnKind::Text] {
        for column in fact.columns.iter().filter(|column| column.kind == kind) {
            // A table's last number is what counts; the ones before it are beside the point.
            let free = (0..width)
                .filter(|place| columns[*place].is_none() && !counts(*place))
                .find(|place| fits(column, *place));
            if let Some(place) = free {
                columns[place] = Some(column.key.clone());
            }
        }
    }
    columns
}

//! Rows copied from a spreadsheet: which columns they are, what their numbers are measured in, and what is doubtful.

mod across;
mod cells;
mod columns;
mod english;
mod units;

use std::collections::BTreeSet;

use super::amount::Reading;
use super::doubt::{Why, another_unit, is_torn, why, why_not_chosen};
use super::place::{Places, chosen, plainly, words};
use super::rules::{ColumnFact, ColumnKind, TableFact};
use super::{Amount, Row, Table, cell, day_of};
use cells::cells;
use columns::{guessed, headed};
pub(super) use units::measure;
use units::{said_above, takes_unit, unit_beside, unit_of};

/// The most rows and columns that are taken.
pub const MOST_ROWS: usize = 1_000;
const MOST_COLUMNS: usize = 40;

/// The longest that is read, in bytes: a kilobyte for each of the most rows.
const LONGEST: usize = 1_000_000;

/// Rows copied from a spreadsheet, and what they seem to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The headings, where the first line is one.
    pub headings: Option<Vec<String>>,
    /// Per pasted column, the key of the table's column that it goes to.
    pub columns: Vec<Option<String>>,
    pub rows: Vec<PastedRow>,
    /// Lines left out: sums, and empty ones.
    pub left_out: usize,
    /// Lines beyond the most that are taken.
    pub beyond: usize,
    /// Years stood across the top: each is a row here.
    pub across: bool,
    /// Longer than any table, and not read.
    pub too_long: bool,
}

/// A cell that is not sure: its column, what stood there, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub column: String,
    pub text: String,
    pub why: Why,
}

/// A pasted row, and the cells in which something is doubtful.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedRow {
    pub row: Row,
    pub doubtful: Vec<Doubt>,
}

/// Reads what was copied from a spreadsheet. `places` are the names of the applicant's commune and
/// province, by which addresses are told. `columns` says what each column is; without it, it is guessed
/// by the heading and by what stands in the column.
pub fn paste(fact: &TableFact, text: &str, places: Places, columns: Option<&[Option<String>]>) -> Pasted {
    if text.len() > LONGEST {
        return Pasted { too_long: true, ..Pasted::default() };
    }
    let (mut lines, unread) = cells(text);
    let turned = across::turned(fact, &lines);
    let across = turned.is_some();
    if let Some(turned) = turned {
        lines = turned;
    }
    let width = lines.iter().map(Vec::len).max().unwrap_or(0).min(MOST_COLUMNS);
    let by_heading = lines.split_first().map(|(first, rest)| headed(fact, first, rest)).unwrap_or_default();
    let is_heading = by_heading.iter().any(Option::is_some)
        && lines
            .first()
            .is_some_and(|first| first.iter().all(|cell| Amount::read(cell).is_none() && day_of(cell).is_none()));
    let headings = is_heading.then(|| lines.remove(0));
    let columns: Vec<Option<String>> = match columns {
        Some(columns) => (0..width).map(|place| columns.get(place).cloned().flatten()).collect(),
        None if is_heading => (0..width).map(|place| by_heading.get(place).cloned().flatten()).collect(),
        None => guessed(fact, &lines, width, places),
    };
    let unit = unit_of(fact, headings.as_deref(), &columns);
    let units: Vec<Option<String>> = match (fact.column("unit"), &headings) {
        (None, Some(headings)) => headings.iter().map(|heading| said_above(heading)).collect(),
        _ => Vec::new(),
    };
    for place in (0..columns.len()).filter(|place| is_number(fact, columns[*place].as_deref())) {
        if english::is_english(lines.iter().filter_map(|line| line.get(place))) {
            lines.iter_mut().filter_map(|line| line.get_mut(place)).for_each(|cell| *cell = english::plain(cell));
        }
    }
    let beside = if fact.column("unit").is_none() { unit_beside(fact, &lines, &columns) } else { None };
    let beyond = lines.len().saturating_sub(MOST_ROWS) + unread;
    let mut pasted = Pasted { headings, columns, beyond, across, ..Pasted::default() };
    let mut table = Table::default();
    // Cells with another unit than their heading has.
    let mut torn: Vec<(usize, Doubt)> = Vec::new();
    for line in lines.into_iter().take(MOST_ROWS) {
        if line.iter().all(|cell| cell.is_empty()) || line.iter().any(|cell| is_sum(cell)) || counts_columns(&line) {
            pasted.left_out += 1;
            continue;
        }
        let mut row = Row::new();
        for (place, (cell, key)) in
            line.iter().zip(&pasted.columns).enumerate().filter(|(_, (cell, _))| !cell.is_empty())
        {
            let Some(column) = key.as_ref().and_then(|key| fact.column(key)) else { continue };
            let (key, mut text) = kept(fact, column, cell, places);
            let unit = match beside {
                Some((number, unit)) if number == place => line.get(unit).map(|unit| unit.to_lowercase()),
                _ => units.get(place).cloned().flatten(),
            };
            if let Some(unit) = unit.filter(|unit| !unit.is_empty() && takes_unit(column, &text, unit)) {
                text = format!("{text} {unit}");
            }
            if let Some(Some(unit)) = units.get(place)
                && column.kind == ColumnKind::Number
                && let Some(why) = another_unit(&text, unit)
            {
                torn.push((table.rows.len(), Doubt { column: key.to_owned(), text: text.clone(), why }));
            }
            row.insert(key.to_owned(), text);
        }
        if let Some((key, unit)) = &unit {
            row.entry(key.clone()).or_insert_with(|| unit.clone());
        }
        table.rows.push(row);
    }
    let told = table.told(fact, places);
    let units: Vec<Option<String>> = fact.columns.iter().map(|column| table.unit(&column.key)).collect();
    pasted.rows = table
        .rows
        .iter()
        .zip(&told.rows)
        .map(|(row, told)| PastedRow { row: row.clone(), doubtful: doubts(fact, told, &units) })
        .collect();
    for (place, other) in torn {
        let doubtful = &mut pasted.rows[place].doubtful;
        if doubtful.iter().all(|doubt| doubt.column != other.column) {
            doubtful.push(other);
        }
    }
    twice(fact, &mut pasted.rows);
    pasted
}

/// Says of each row whose year stands in a row before it already.
fn twice(fact: &TableFact, rows: &mut [PastedRow]) {
    for column in fact.columns.iter().filter(|column| column.kind == ColumnKind::Year) {
        let mut known = BTreeSet::new();
        for pasted in rows.iter_mut() {
            let year = cell(&pasted.row, &column.key).to_owned();
            if !year.is_empty() && !known.insert(year.clone()) {
                pasted.doubtful.push(Doubt { column: column.key.clone(), text: year, why: Why::Twice });
            }
        }
    }
}

fn is_number(fact: &TableFact, key: Option<&str>) -> bool {
    key.and_then(|key| fact.column(key)).is_some_and(|column| column.kind == ColumnKind::Number)
}

/// The cells of a row that are doubtful, after its addresses have told what they tell.
fn doubts(fact: &TableFact, row: &Row, units: &[Option<String>]) -> Vec<Doubt> {
    let doubt = |(column, unit): (&ColumnFact, &Option<String>)| {
        let text = cell(row, &column.key);
        let source = cell(row, &column.read_from);
        let (why, text) = match text {
            "" if !source.is_empty() => (why_not_chosen(column, row), source),
            text if column.kind == ColumnKind::Number && is_torn(row, &column.key) => (Why::OtherUnit, text),
            text => (why(column, text, unit.as_deref())?, text),
        };
        Some(Doubt { column: column.key.clone(), text: text.to_owned(), why })
    };
    fact.columns.iter().zip(units).filter_map(doubt).collect()
}

/// The places of pasted rows that say what a row before them says, or one of those held.
pub fn doubles(rows: &[PastedRow], held: &[Row]) -> BTreeSet<usize> {
    let mut known: BTreeSet<&Row> = held.iter().collect();
    rows.iter().enumerate().filter(|(_, pasted)| !known.insert(&pasted.row)).map(|(place, _)| place).collect()
}

/// The column that a cell is kept in, and how: a day as dd/mm/yyyy, a number as written here, a choice by its key; what
/// cannot be read stays as it is. An address goes to the column of addresses, whichever of the two it was pasted to, and a
/// mere "trong xã" to the choice.
fn kept<'a>(fact: &'a TableFact, column: &'a ColumnFact, cell: &str, places: Places) -> (&'a str, String) {
    let as_is = || cell.to_owned();
    let text = match column.kind {
        ColumnKind::Text => {
            let reads = fact.columns.iter().find(|other| other.read_from == column.key);
            if let Some((other, choice)) = reads.and_then(|other| Some((other, plainly(other, cell)?))) {
                return (&other.key, choice.key.clone());
            }
            as_is()
        }
        ColumnKind::Number => match Amount::read(cell) {
            Some(reading) if is_sure(column, &reading) && is_bare(column, cell) => reading.amount.to_string(),
            _ => as_is(),
        },
        ColumnKind::Date => day_of(cell).map_or_else(as_is, |day| day.to_string()),
        ColumnKind::Year => across::year(cell).unwrap_or_else(as_is),
        ColumnKind::Choice => match plainly(column, cell) {
            Some(choice) => choice.key.clone(),
            None if !column.read_from.is_empty() => return (&column.read_from, as_is()),
            None => chosen(column, cell, places).map_or_else(as_is, |choice| choice.key.clone()),
        },
    };
    (&column.key, text)
}

/// Whether a reading is the only one, and one that the column can have.
fn is_sure(column: &ColumnFact, reading: &Reading) -> bool {
    !reading.doubtful && (column.below_zero || reading.amount >= Amount::ZERO)
}

/// Whether a number names no unit, or only what its column counts: "3 sao" below "Số sao" is 3.
fn is_bare(column: &ColumnFact, cell: &str) -> bool {
    let unit = Amount::unit(cell);
    let named = words(&unit);
    let counts = |label: &str| {
        let label = words(label.split('(').next().unwrap_or_default());
        !named.is_empty() && (label == named || label.ends_with(&format!(" {named}")))
    };
    !cell.ends_with('%') && (unit.is_empty() || counts(&column.label.vi) || counts(&column.label.en))
}

/// Whether a line numbers the columns, as printed tables have it below their headings: "(1)", "(2)", "(3)".
fn counts_columns(line: &[String]) -> bool {
    line.len() > 1 && line.iter().enumerate().all(|(place, cell)| *cell == format!("({})", place + 1))
}

fn is_sum(cell: &str) -> bool {
    let folded = words(cell);
    matches!(folded.as_str(), "cong" | "tong" | "tong cong" | "tong so" | "cong tong" | "total")
}

#[cfg(test)]
mod tests;

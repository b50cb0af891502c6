//! What is doubtful in a cell, and why.

use super::paste::measure;
use super::rules::{ColumnFact, ColumnKind, TableFact};
use super::{Amount, Row, Table, cell, day_of};

/// Why a cell is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    Blank,
    NoNumber,
    /// It may mean thousands or decimals.
    TwoNumbers,
    /// Another unit than in the rows before.
    OtherUnit,
    NoDay,
    NoYear,
    /// None of what may be chosen.
    NoChoice,
    /// The address does not say whether it lies in the commune.
    NoPlace,
    /// A number that no part of a whole is: below nothing, or of percentages that come to more than 100.
    Impossible,
}

/// Why a text is doubtful in its column; `None`: it is not. `unit` is the one that the column is written in.
pub(super) fn why(column: &ColumnFact, text: &str, unit: Option<&str>) -> Option<Why> {
    match column.kind {
        _ if text.is_empty() => None,
        ColumnKind::Text => None,
        ColumnKind::Number => match Amount::read(text) {
            None => Some(Why::NoNumber),
            Some(reading) if reading.doubtful => Some(Why::TwoNumbers),
            Some(_) if text.ends_with('%') && measure(&column.label.vi).is_some() => Some(Why::OtherUnit),
            Some(_) => (unit.is_some_and(|unit| is_other(text, unit))).then_some(Why::OtherUnit),
        },
        ColumnKind::Date => day_of(text).is_none().then_some(Why::NoDay),
        ColumnKind::Year => text.parse::<u16>().is_err().then_some(Why::NoYear),
        ColumnKind::Choice => column.options.iter().all(|choice| choice.key != text).then_some(Why::NoChoice),
    }
}

/// Whether a cell names a unit, and another one; a percentage is none of a quantity in kilograms.
pub(super) fn is_other(text: &str, unit: &str) -> bool {
    let own = written_in(text);
    !own.is_empty() && own != unit
}

/// The unit of a number, or the sign of a percentage.
fn written_in(text: &str) -> String {
    if text.ends_with('%') { "%".to_owned() } else { Amount::unit(text) }
}

/// Why an empty choice is doubtful: there is nothing, or an address that does not tell it.
pub(super) fn why_not_chosen(column: &ColumnFact, row: &Row) -> Why {
    if column.read_from.is_empty() || cell(row, &column.read_from).is_empty() { Why::Blank } else { Why::NoPlace }
}

impl Table {
    /// The unit that the cells of a column are written in, which the first number names; empty where that one names none
    /// and a later one does, so that nobody knows theirs. `None`: they name none.
    pub fn unit(&self, column: &str) -> Option<String> {
        let numbers = self.rows.iter().map(|row| cell(row, column)).filter(|text| Amount::read(text).is_some());
        let units: Vec<String> = numbers.map(written_in).collect();
        units.iter().any(|unit| !unit.is_empty()).then(|| units[0].clone())
    }

    /// The numbers of a column in words that go with their sum: the unit, where all that name one name the same.
    pub fn unit_of_all(&self, fact: &TableFact, column: &str) -> Option<String> {
        let unit = self.unit(column)?;
        if unit.is_empty() || unit == "%" {
            return None;
        }
        let number = fact.column(column).is_some_and(|column| column.kind == ColumnKind::Number);
        (number && !self.rows.iter().any(|row| is_other(cell(row, column), &unit))).then_some(unit)
    }
}

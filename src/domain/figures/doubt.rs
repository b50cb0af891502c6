//! What is doubtful in a cell, and why.

use super::measured::weighed;
use super::paste::measure;
use super::rules::{ColumnFact, ColumnKind, TableFact};
use super::when::span_of;
use super::{Amount, Row, Table, cell};

/// Why a cell is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    Blank,
    NoNumber,
    /// It may mean thousands or decimals.
    TwoNumbers,
    /// Another unit than in the rows before.
    OtherUnit,
    /// Another unit, of mass as the column's own: it is reckoned into that.
    Reckoned,
    NoDay,
    NoYear,
    /// A row before has the same year.
    Twice,
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
            Some(reading) if reading.amount < Amount::ZERO && !column.below_zero => Some(Why::Impossible),
            // What the column itself is called counts more than its first row.
            Some(_) => {
                let named = measure(&column.label.vi);
                let unit = named.as_deref().or(unit);
                unit.and_then(|unit| another_unit(text, unit))
            }
        },
        ColumnKind::Date => span_of(text).is_none().then_some(Why::NoDay),
        ColumnKind::Year => read_year(text).is_none().then_some(Why::NoYear),
        ColumnKind::Choice => column.options.iter().all(|choice| choice.key != text).then_some(Why::NoChoice),
    }
}

/// A year of accounts; a digit too many makes none.
pub(super) fn read_year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// Whether a cell names a unit, and another one; a percentage is none of a quantity in kilograms.
pub(super) fn is_other(text: &str, unit: &str) -> bool {
    let own = written_in(text);
    !own.is_empty() && own != unit
}

/// Whether a cell names another unit, and whether it counts all the same: of mass each is reckoned into the column's.
pub(super) fn another_unit(text: &str, unit: &str) -> Option<Why> {
    let reckoned = weighed(Amount::ZERO, text, unit).is_some();
    is_other(text, unit).then_some(if reckoned { Why::Reckoned } else { Why::OtherUnit })
}

/// The unit of a number, or the sign of a percentage.
fn written_in(text: &str) -> String {
    if text.ends_with('%') { "%".to_owned() } else { Amount::unit(text) }
}

/// Why an empty choice is doubtful: there is nothing, or an address that does not tell it.
pub(super) fn why_not_chosen(column: &ColumnFact, row: &Row) -> Why {
    if column.read_from.is_empty() || cell(row, &column.read_from).is_empty() { Why::Blank } else { Why::NoPlace }
}

/// The unit of a number, or else of its row, where that has a cell for it; empty where neither names one.
pub(super) fn unit_in(row: &Row, column: &str) -> String {
    match written_in(cell(row, column)) {
        own if own.is_empty() => cell(row, UNIT).to_lowercase(),
        own => own,
    }
}

/// Whether a number names another unit than the cell that its row has for it.
pub(super) fn is_torn(row: &Row, column: &str) -> bool {
    let unit = cell(row, UNIT).to_lowercase();
    !unit.is_empty() && is_other(cell(row, column), &unit)
}

/// The column of a row's unit, in tables that have one.
const UNIT: &str = "unit";

impl Table {
    /// The unit of a column of numbers, by what they or their rows name; `None` where none is named, or two.
    pub fn measured_in(&self, column: &str) -> Option<String> {
        let numbers = self.rows.iter().filter(|row| Amount::read(cell(row, column)).is_some());
        let mut units = numbers.map(|row| unit_in(row, column)).filter(|unit| !unit.is_empty());
        let first = units.next().filter(|unit| unit != "%")?;
        units.all(|unit| unit == first).then_some(first)
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_measured_in_what_its_rows_name_and_in_nothing_where_two_are_named() {
        let table = |rows: &[(&str, &str)]| Table {
            rows: rows
                .iter()
                .map(|(number, unit)| {
                    [("n", *number), ("unit", *unit)].map(|(key, text)| (key.into(), text.into())).into()
                })
                .collect(),
        };
        for (rows, expected) in [
            (&[("12 tấn", ""), ("8", "")][..], Some("tấn")),
            (&[("12 tấn", ""), ("8 Tấn", "")], Some("tấn")),
            (&[("12 tấn", ""), ("800 kg", "")], None),
            (&[("12", ""), ("8", "")], None),
            (&[("60%", ""), ("40%", "")], None),
            (&[("2.100", "triệu đồng"), ("2.450", "Triệu đồng")], Some("triệu đồng")),
            (&[("2.100", "triệu đồng"), ("2,5", "tỷ đồng")], None),
            (&[("nhiều tấn", "kg")], None),
        ] {
            assert_eq!(table(rows).measured_in("n").as_deref(), expected, "{rows:?}");
        }
    }
}

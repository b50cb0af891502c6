//! The numbers behind an answer: small tables of the applicant's, what they add up to, and which level
//! of a criterion that supports.
//!
//! Which criterion is counted from which table, and from where a level begins, is data
//! (`figures.json` in its folder); how a share or a count comes about is here, once. All sums are
//! exact: numbers are whole millionths, shares are two of them side by side.

mod amount;
mod counted;
mod doubt;
mod judge;
mod measured;
mod paste;
mod place;
mod rules;
mod share;
mod taking;
mod when;

use std::collections::BTreeMap;

pub use amount::{Amount, Reading};
pub use counted::Counted;
pub use doubt::Why;
pub use judge::{Gap, Judgement, judge, too_high};
pub use measured::{Measured, Missing};
pub use paste::{Doubt, MOST_ROWS, Pasted, PastedRow, doubles, paste};
pub use place::Places;
pub use rules::{Choice, ColumnFact, ColumnKind, Condition, Figures, Measure, Place, Rule, Step, TableFact, Words};
pub use share::{Share, Unweighed};
pub use taking::{Taken, Taking, take};
pub use when::day_of;

/// A table as typed: rows of texts by the key of their column. What they mean is read from them each
/// time, and never put in their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub rows: Vec<Row>,
}

/// A row; a column that is not in it is empty.
pub type Row = BTreeMap<String, String>;

/// Tables by key.
pub type Tables = BTreeMap<String, Table>;

impl Table {
    /// The rows in which something is written.
    pub fn filled(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.values().any(|text| !text.trim().is_empty()))
    }

    pub fn is_empty(&self) -> bool {
        self.filled().next().is_none()
    }
}

/// What a row says in a column, trimmed.
pub fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).map_or("", |text| text.trim())
}

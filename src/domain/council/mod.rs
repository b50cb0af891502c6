//! Several people score one product (article 3.3): each fills in a sheet of Annex II, the totals are averaged, and
//! the star falls at a decimal.
//!
//! The Decision does not say how the star minimums are read where scorers chose different levels. [`Outcome`] gives
//! the star under each [`Reading`], and never one of them as the law's.
//!
//! [`Desk`] is the commune's part before that: what it assesses (Form 03) and what it sends back to be corrected.

mod average;
mod desk;
mod outcome;
mod sheet;

pub use average::Average;
pub use desk::{Correction, CorrectionPlace, Desk, DeskState, Topic, add_corrections};
pub use outcome::{APART, Outcome, Reading, Spread, outcome};
pub use sheet::{Council, Scorer, Sheet, SheetFault, blank_for, sheet_of};

#[cfg(test)]
mod tests;

//! Several people score one product (article 3.3): each fills in a sheet of Annex II, the totals are averaged, and
//! the star falls at a decimal.
//!
//! The Decision does not say how the star minimums are read where scorers chose different levels. [`Outcome`] gives
//! the star under each [`Reading`], and never one of them as the law's.
//!
//! [`Desk`] is the commune's part before that: what it assesses (Form 03); a [`Correction`] is what it sends back.

mod agreed;
mod average;
mod beside;
mod blind;
mod component;
mod correction;
mod decided;
mod desk;
mod outcome;
mod settled;
mod sheet;
mod sitting;
mod taking;

pub use agreed::Agreement;
pub use average::Average;
pub use beside::{Beside, beside};
pub use blind::{blank_for, is_blind, without_levels};
pub use component::Component;
pub use correction::{
    Correction, CorrectionPlace, WordsFault, add_corrections, ask, first_words, handed_in_again, in_place_of,
    is_handed_in_again, is_of_before, is_unchanged, keep_corrections, words_fault,
};
pub use decided::breach_of;
pub use desk::{Desk, DeskState, Topic};
pub use outcome::{APART, Outcome, Reading, Spread, outcome};
pub use sheet::{Scorer, Sheet, SheetFault, sheet_of, shows_otherwise};
pub use sitting::Council;
pub use taking::Taken;

#[cfg(test)]
mod tests;

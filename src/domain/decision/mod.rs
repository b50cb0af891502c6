//! What Decision 26/2026/QĐ-TTg asks: the 26 product sets of Annex II as compiled-in data.
//!
//! The data live in `src/domain/decisions/26-2026/` (a file per set, a file per language) and become statics
//! in `build.rs`, which refuses whatever does not add up. Facts are the Decision's; sentences are
//! ours.

mod catalogue;
mod class;
mod criterion;
mod data;
mod errata;
mod guide;
mod points;
mod search;
mod set;
mod side_by_side;
mod text;

pub use catalogue::catalogue_json;
pub use class::{ProductClass, SetNo};
pub use criterion::{Case, Criterion, Ladder, Level, Note, NoteKind, Wording};
pub use errata::{Erratum, ErratumGroup, ErratumKind, errata_groups, errata_of};
pub use guide::{
    EvidenceKind, Guide, GuideFacts, GuideWords, Help, Paper, PaperId, PaperSource, Parts, Proof, Reading, Term,
    drawn_together,
};
pub use points::{Points, Star, StarMinimum};
pub use search::{Hit, fold, found_in, found_text, search};
pub use set::{Disqualification, Group, Part, PartCode, ProductSet, Subgroup};
pub use side_by_side::{Beside, Differences, side_by_side};
pub use text::{Language, Text};

/// Official number of the Decision in force.
pub const DECISION: &str = "26/2026/QĐ-TTg";

/// The 26 product sets of Annex II, in their order.
pub fn sets() -> &'static [ProductSet] {
    data::sets()
}

/// The product set with this number, or `None` outside 1-26.
pub fn set(no: u8) -> Option<&'static ProductSet> {
    sets().get(usize::from(no).checked_sub(1)?)
}

/// The places where the printed text cannot be applied as it stands, or is doubtful.
pub fn errata() -> &'static [Erratum] {
    data::errata()
}

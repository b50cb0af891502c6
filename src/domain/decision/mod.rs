//! What a decision on OCOP asks, such as 26/2026/QĐ-TTg, as compiled-in data.
//!
//! The data live in `src/domain/decisions/`, a folder a decision (a file per set, a file per language), and
//! become statics in `build.rs`, which refuses whatever does not add up. Facts are the decision's; sentences are
//! ours.

mod catalogue;
mod cites;
mod class;
mod criterion;
#[cfg_attr(all(feature = "app", not(feature = "pages")), path = "first_data.rs")]
mod data;
mod errata;
mod files;
mod guide;
mod points;
mod printed;
mod procedure;
mod search;
mod set;
mod side_by_side;
mod text;

pub use crate::domain::spelling::fold;
pub use cites::{Article, Cites};
pub use class::{ProductClass, SetNo};
pub use criterion::{Case, Criterion, Ladder, Level, Note, NoteKind, Wording};
pub use errata::{Erratum, ErratumGroup, ErratumKind, errata_of};
pub(super) use files::{CHECKLISTS, FIGURES};
pub use guide::{
    EvidenceKind, Guide, GuideFacts, GuideWords, Help, Maker, Paper, PaperId, PaperSource, Parts, Practice, Proof,
    Reading, Term, drawn_together,
};
pub use points::{Bands, Points, Star, StarMinimum};
pub use printed::{
    EvidenceRole, EvidenceRow, PrintedSheet, evidence_kind, evidence_kinds, evidence_row, evidence_rows, printed_above,
    printed_case, printed_criterion, printed_level, printed_notes, printed_sheet, topic_criteria,
};
pub use procedure::{DayOfYear, Procedure, RoundDays};
pub use search::{Hit, found_in, found_text};
pub use set::{Disqualification, Group, Part, PartCode, ProductSet, Subgroup};
pub use side_by_side::{Beside, Differences, side_by_side};
pub use text::{Language, Text};

use crate::domain::calendar::Date;

/// A decision on OCOP: all that it says, from its own folder. Several live in one program; dossiers, links, routes
/// and commands name the one they follow.
#[derive(Debug)]
pub struct Decision {
    /// The name of its folder, such as `26-2026`.
    pub id: &'static str,
    /// Its official number, such as `26/2026/QĐ-TTg`: its name in files and on paper.
    pub number: &'static str,
    pub in_force_from: Date,
    /// The first character of a shared link that follows it.
    pub share_mark: char,
    /// How many sample products go along with a dossier, tourism apart (article 6.2d).
    pub samples: u8,
    /// The kinds of applicants, by their name in files, that may enter tourism products only (article 2.3).
    pub tourism_only: &'static [&'static str],
    pub bands: Bands,
    pub procedure: Procedure,
    /// Where its text says what the program tells of it.
    pub cites: Cites,
    /// The product sets of its Annex II, in their order.
    pub sets: &'static [ProductSet],
    /// The places where the printed text cannot be applied as it stands, or is doubtful.
    pub errata: &'static [Erratum],
}

impl Decision {
    /// The product set with this number, or `None` where it has none.
    pub fn set(&self, no: u8) -> Option<&'static ProductSet> {
        self.sets.iter().find(|set| set.no.0 == no)
    }
}

impl PartialEq for Decision {
    fn eq(&self, other: &Decision) -> bool {
        self.id == other.id
    }
}

impl Eq for Decision {}

/// Every decision that the program knows, the oldest first.
pub fn all() -> &'static [Decision] {
    data::decisions()
}

/// The oldest of them: the decision of files and links that are older than their naming one.
pub fn first() -> &'static Decision {
    &all()[0]
}

/// The newest decision, which may not be in force yet.
pub fn newest() -> &'static Decision {
    let all = all();
    &all[all.len() - 1]
}

/// The decision that a dossier follows which is begun on this day: the newest that is in force then, or the oldest
/// before any was.
pub fn in_force(day: Date) -> &'static Decision {
    let all = all();
    all.iter().rev().find(|decision| decision.in_force_from <= day).unwrap_or(&all[0])
}

/// The decision with this official number.
pub fn numbered(number: &str) -> Option<&'static Decision> {
    all().iter().find(|decision| decision.number == number)
}

/// The set with this [`ProductSet::key`]. A bare number is of the oldest decision, whose links are older than the keys.
pub fn set_with_key(key: &str) -> Option<&'static ProductSet> {
    let (decision, no) = match key.rsplit_once('.') {
        Some((id, no)) => (all().iter().find(|decision| decision.id == id)?, no),
        None => (first(), key),
    };
    decision.set(no.parse().ok()?)
}

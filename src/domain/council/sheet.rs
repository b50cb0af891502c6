use super::blank_for;
use crate::domain::dossier::compare::differences;
use crate::domain::dossier::{Dossier, Field, Question};
use crate::domain::rating::Assessment;
use crate::domain::spelling::{printable, syllables};

/// Who filled in a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scorer {
    pub name: String,
    /// In the council or the cooperative, such as chair or customer.
    pub role: String,
    /// Opinion at the foot of the sheet ("ý kiến của người đánh giá").
    pub opinion: String,
    /// Handed in: shown and averaged once all are.
    pub done: bool,
    /// Filled in on the device of the sitting, and not elsewhere and sent as a file; until all sheets were seen.
    pub here: bool,
    /// Came in, or is still to, after the result of the sitting was once shown: it may know of the others.
    pub late: bool,
    /// Came as a file that shows other texts or papers than the dossier had as it came: whoever scored saw another state.
    pub other_state: bool,
    /// Was there when the others agreed: where it gives another level than was agreed on, they have decided so.
    pub heard: bool,
}

/// One scorer's sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub scorer: Scorer,
    pub assessment: Assessment,
}

/// Why a file is no sheet of this product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// No scorer filled it in: it is the applicant's own dossier.
    NoSheet,
    /// The scorer wrote no name.
    NoName,
    /// Criteria are not scored yet, by code; none: all are, and it is not handed in.
    Unfinished(Vec<&'static str>),
    /// It is of another product set, or follows another decision.
    OtherSet,
    /// It is of another product.
    OtherProduct,
    /// A sheet of this scorer is in already, with other levels.
    SameScorer,
    /// So many are in as one sitting has at most, [`super::Council::MOST`].
    Full,
}

impl Scorer {
    /// The longest name that a scorer has, in signs.
    pub const LONGEST_NAME: usize = 200;

    /// Whether this is the name of the scorer.
    pub fn is(&self, name: &str) -> bool {
        same_words(&self.name, name)
    }
}

/// Whether two names are one to a reader: whatever their case, their blanks, and however their marks are written.
fn same_words(one: &str, other: &str) -> bool {
    let (one, other) = (printable(one), printable(other));
    // Letters that Vietnamese does not have are all one to its spelling.
    let is_latin = |name: &str| name.chars().all(|c| c < '\u{2000}');
    match is_latin(&one) && is_latin(&other) {
        true => syllables(&one) == syllables(&other),
        false => one.trim().to_lowercase() == other.trim().to_lowercase(),
    }
}

/// A name as it is kept: nothing that nobody sees, and one blank between its words.
pub(super) fn written(name: &str) -> String {
    printable(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Sheet {
    /// Whether anything was scored on it: a level chosen, or a breach declared.
    pub fn is_begun(&self) -> bool {
        self.assessment.answered() > 0 || self.assessment.declares_breach()
    }

    /// Whether nobody wrote or scored anything on it.
    pub(super) fn is_blank(&self) -> bool {
        let Scorer { name, role, opinion, .. } = &self.scorer;
        !self.is_begun() && [name, role, opinion].iter().all(|text| text.trim().is_empty())
    }

    /// Says that there is the breach that a question asks about, or takes that back. Who says nothing saw none.
    pub fn declare(&mut self, question: Question, breach: bool) {
        match question {
            Question::Dossier => self.assessment.declared_dossier = breach,
            Question::Breach(position) => self.assessment.declare(position, breach),
            // A fact of the product, and no scorer's to say.
            Question::MinimumBinds(_) => {}
        }
    }

    /// Whether it can be counted: handed in, under a name, with every criterion scored.
    pub fn is_finished(&self) -> bool {
        self.unfinished().is_none()
    }

    /// Why it cannot be counted yet. A breach finishes no sheet: the star falls at the average of all totals (article 3.3),
    /// and the others may not see the breach.
    pub(super) fn unfinished(&self) -> Option<SheetFault> {
        let criteria = self.assessment.set.criteria.iter().enumerate();
        let open = criteria.filter(|(position, _)| !self.assessment.answer(*position).is_answered());
        let open: Vec<&'static str> = open.map(|(_, criterion)| criterion.code).collect();
        if printable(&self.scorer.name).trim().is_empty() {
            return Some(SheetFault::NoName);
        }
        (!self.scorer.done || !open.is_empty()).then_some(SheetFault::Unfinished(open))
    }
}

/// Whether whoever scores the one has other texts or papers before them than the other has.
pub fn shows_otherwise(one: &Dossier, other: &Dossier) -> bool {
    !differences(&blank_for(one), &blank_for(other)).is_empty()
}

/// A dossier read as one scorer's sheet. Who carries no scorer is the applicant.
pub fn sheet_of(dossier: &Dossier) -> Sheet {
    let scorer = dossier.scorer.clone().unwrap_or_else(|| Scorer {
        name: dossier.fields.get(Field::ApplicantName).trim().to_owned(),
        done: true,
        ..Scorer::default()
    });
    Sheet { scorer, assessment: dossier.assessment.clone() }
}

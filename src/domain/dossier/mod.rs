//! The applicant's work on one product: answers, texts, papers and form fields.
//!
//! [`Dossier`] is the draft: anything in it may be missing. The public JSON format lives apart in
//! `wire`.

mod agenda;
mod carry;
pub mod checks;
pub mod compare;
mod drawn;
mod evidence;
mod field;
mod fit;
mod kind;
mod log;
mod moving;
mod proof;
mod propose;
mod question;
mod recognised_list;
mod standing;
mod taken_out;
mod upgrade;
mod validate;
mod versions;
mod whole;
pub mod wire;
mod writing;

pub use agenda::{Day, Due, Filing, FilingDay, Next, Step, Urgency, agenda, filing_days, next_step, round_for};
pub use carry::{applicant_of, begin_from, duplicate, next_round, start_from};
pub use drawn::Drawn;
pub use evidence::{Attachment, Holding, PaperRecord, PaperState, Term, media_of, same_photo};
pub use field::{Field, FieldKind, Fields, Section};
pub use fit::{could_prove, papers_like, proves_now};
pub use kind::{DossierKind, Recognised};
pub use log::{LogEntry, LogTopic, from_log, missing_of_year};
pub use moving::{MoveOutlook, Moved, move_outlook, move_to, moved, newer_decision, set_in};
pub use proof::Proven;
pub use propose::{Proposal, accept, proposals};
pub use question::{Question, Reply};
pub use recognised_list::{ListDoubt, Listed, listed, listed_again, recognised_table, same_product, to_keep};
pub use standing::{Chance, Standing};
pub use taken_out::TakenOut;
pub use upgrade::{Direction, DraftedChange, drafted_changes, recognised_as};
pub use validate::{FieldFault, count, date_fault, hint, tidy_date};
pub use versions::{KEPT_VERSIONS, Stamp, thin};
pub use whole::is_whole;
pub use writing::{Writing, Writings};

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::calendar::Date;
use crate::domain::council::{Correction, Council, Desk, Scorer};
use crate::domain::decision::{PaperId, Points, ProductSet, Star};
use crate::domain::figures::Tables;
use crate::domain::rating::{Answer, Assessment, Open, Rating, counted_points, rate};

/// One product's self-assessment and everything handed in with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Unique on the device; letters, digits and hyphens.
    pub id: String,
    /// When it was begun and last changed: instants in UTC, RFC 3339, given by the caller.
    pub created: String,
    pub updated: String,
    /// How often it was changed: of two states of one dossier the one with more is the newer, whatever
    /// the clock said. See [`Dossier::after`].
    pub revision: u64,
    pub kind: DossierKind,
    /// What was recognised before; for an upgrade or a re-rating.
    pub recognised: Option<Recognised>,
    /// The applicant said that it has no stars. Goes before what [`Dossier::recognised`] still keeps.
    pub unrecognised: bool,
    /// Set, answers, declared breaches, exemptions.
    pub assessment: Assessment,
    /// Per criterion, by place: what the applicant writes and shows.
    pub entries: Vec<Entry>,
    /// The questions on breaches and exemptions that were put and answered, whatever the answer:
    /// `dossier` or the code of a criterion. [`Dossier::set_reply`] keeps it in step.
    pub asked: BTreeSet<String>,
    /// The fields of Forms 01 and 02.
    pub fields: Fields,
    /// Papers that prove answers; one paper may prove several criteria.
    pub papers: Vec<PaperRecord>,
    /// Concrete papers of the guide ticked as held ("from papers to answers").
    pub held: BTreeSet<PaperId>,
    /// The numbers behind the answers, by the table's key.
    pub tables: Tables,
    /// What the applicant wrote into the templates of papers of its own.
    pub writings: Writings,
    /// What happened since it was recognised, kept for the next re-rating.
    pub log: Vec<LogEntry>,
    pub plan: PlanNotes,
    /// Who scored it, where this is one scorer's sheet and not the applicant's own work.
    pub scorer: Option<Scorer>,
    /// The sheets of several scorers.
    pub council: Option<Council>,
    /// What the commune does with it; for an officer.
    pub desk: Option<Desk>,
    /// What the commune asked to correct.
    pub corrections: Vec<Correction>,
    /// Put away by the applicant, still kept.
    pub archived: bool,
    /// What its file has that this build does not understand.
    pub unknown: wire::Unknown,
}

/// The last revision: the greatest whole number that every reader of JSON has exactly. Who changes a
/// dossier once a second comes there in 285 million years; a file that says more counts as this.
pub const LAST_REVISION: u64 = (1 << 53) - 1;

/// What the applicant says of one criterion beside the level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Own description, for Form 02 part III.
    pub note: String,
    /// Ids of the papers in [`Dossier::papers`] that prove it.
    pub evidence: Vec<String>,
    /// Carried over from another product or proposed: to be looked at once more.
    pub review: bool,
}

/// What the applicant told the way to the next star.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanNotes {
    pub target: Option<Star>,
    /// By code: cannot change.
    pub locked: BTreeSet<String>,
    /// By code: how hard (1 easy, 2 medium, 3 hard) and how many months it takes.
    pub efforts: BTreeMap<String, Effort>,
    /// By code: progress of the plan's step.
    pub steps: BTreeMap<String, StepNote>,
    /// Date of the certificate held, dd/mm/yyyy, for the re-rating window.
    pub certificate: String,
}

/// How much work raising one criterion is, as the applicant sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// 1 easy, 2 medium, 3 hard.
    pub weight: Option<u8>,
    pub months: Option<u8>,
}

/// Who does a step of the plan, until when, and whether it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepNote {
    pub who: String,
    /// dd/mm/yyyy or free text.
    pub until: String,
    pub done: bool,
}

impl Dossier {
    /// An empty dossier for a product set.
    pub fn new(id: String, now: String, set: &'static ProductSet) -> Dossier {
        Dossier {
            id,
            created: now.clone(),
            updated: now,
            revision: 0,
            kind: DossierKind::First,
            recognised: None,
            unrecognised: false,
            assessment: Assessment::new(set),
            entries: vec![Entry::default(); set.criteria.len()],
            asked: BTreeSet::new(),
            fields: Fields::default(),
            papers: Vec::new(),
            held: BTreeSet::new(),
            tables: Tables::new(),
            writings: Writings::new(),
            log: Vec::new(),
            plan: PlanNotes::default(),
            scorer: None,
            council: None,
            desk: None,
            corrections: Vec::new(),
            archived: false,
            unknown: wire::Unknown::default(),
        }
    }

    pub fn set(&self) -> &'static ProductSet {
        self.assessment.set
    }

    /// The same dossier as the next state after another one.
    pub fn after(self, before: &Dossier) -> Dossier {
        let revision = self.revision.max(before.revision).saturating_add(1).min(LAST_REVISION);
        Dossier { revision, ..self }
    }

    /// Whether two dossiers under one id are the same state of it, as far as whoever changed it told.
    pub fn is_state_of(&self, other: &Dossier) -> bool {
        self.revision == other.revision && self.updated == other.updated
    }

    /// The rating of the answers as they stand, always computed anew.
    pub fn rating(&self) -> Rating {
        rate(&self.assessment)
    }

    /// The rating if only answers with their papers at hand, and holding on the day, counted ("safe"); the others count 0 as if
    /// none of the levels were met. Answers worth 0, what the council judges on the sample itself, and
    /// levels that ask for no paper of their own, need none.
    pub fn proven_rating(&self, on: Option<Date>) -> Rating {
        let mut proven = self.assessment.clone();
        for (position, criterion, answer) in self.assessment.iter() {
            let safe = self.is_proven(position, on) || checks::asks_no_paper(criterion, answer);
            if matches!(answer, Answer::Level(_)) && !safe {
                proven.set_answer(position, Answer::Unanswered);
            }
        }
        rate(&proven)
    }

    /// Places of the criteria whose answer brings points, while papers are asked for and not all of them
    /// are at hand and hold on the day; in printed order.
    pub fn unproven(&self, on: Option<Date>) -> Vec<usize> {
        let counted = counted_points(&self.assessment, Open::AtZero);
        let criteria = self.set().criteria.iter().enumerate().zip(counted);
        criteria
            .filter(|((position, criterion), points)| {
                let answer = self.assessment.answer(*position);
                *points > Points(0) && !checks::asks_no_paper(criterion, answer) && !self.is_proven(*position, on)
            })
            .map(|((position, _), _)| position)
            .collect()
    }

    /// The product's name as headings and lists show it: trimmed, and of a text longer than any name its beginning.
    /// Empty while it has none.
    pub fn name(&self) -> &str {
        let name = self.fields.get(Field::ProductName).trim();
        name.char_indices().nth(LONGEST_NAME).map_or(name, |(end, _)| &name[..end])
    }
}

/// So many letters of a product's name are shown; a page that draws millions stands still.
const LONGEST_NAME: usize = 400;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    /// Set 1: 1.1 (3 points) wants papers, 6.1 is judged on the sample.
    fn dossier() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        for (position, criterion) in dossier.set().criteria.iter().enumerate() {
            dossier.assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
        }
        dossier
    }

    #[test]
    fn a_name_longer_than_any_is_shown_by_its_beginning_and_kept_whole() {
        let mut dossier = dossier();
        for (letters, shown) in
            [(LONGEST_NAME, LONGEST_NAME), (LONGEST_NAME + 1, LONGEST_NAME), (4_000_000, LONGEST_NAME)]
        {
            dossier.fields.set(Field::ProductName, "ộ".repeat(letters));
            assert_eq!(dossier.name().chars().count(), shown);
            assert_eq!(dossier.fields.get(Field::ProductName).chars().count(), letters);
        }
    }

    #[test]
    fn what_is_judged_on_the_sample_is_safe_without_a_paper() {
        let dossier = dossier();
        let unproven = dossier.unproven(None);
        let sum = |places: &mut dyn Iterator<Item = usize>| -> u8 {
            places.map(|place| dossier.set().criteria[place].max.0).sum()
        };
        // How a story is written counts nothing while nothing shows the story.
        let silent: Vec<usize> = dossier.set().counts_with.iter().map(|[structure, _]| *structure).collect();
        let places = (0..dossier.set().criteria.len()).filter(|place| !unproven.contains(place));
        let judged = sum(&mut places.filter(|place| !silent.contains(place)));
        assert!(judged > 0, "set 1 has criteria that the council tastes and looks at");
        assert_eq!(dossier.proven_rating(None).total.0, judged);
    }

    #[test]
    fn a_paper_at_hand_proves_and_one_still_to_get_does_not() {
        let mut dossier = dossier();
        let first =
            dossier.unproven(None).into_iter().find(|place| dossier.proven(*place, None).asked == 1).expect("one");
        dossier.papers.push(PaperRecord { id: "p".into(), holding: Holding::ToGet, ..PaperRecord::default() });
        dossier.entries[first].evidence.push("p".into());
        assert!(dossier.unproven(None).contains(&first));
        dossier.papers[0].holding = Holding::Have;
        assert!(!dossier.unproven(None).contains(&first));
    }

    /// Set 1, 2.2: from two points on the packing is judged by its beauty, and two points are the floor of three
    /// stars. The guide knows papers for less alone.
    #[test]
    fn a_level_that_asks_for_no_paper_is_safe_without_one() {
        let mut dossier = dossier();
        for code in ["2.2", "5.2", "8"] {
            let position = dossier.set().position(code).expect(code);
            assert!(!dossier.unproven(None).contains(&position), "{code}");
            let before = dossier.proven_rating(None).total;
            dossier.assessment.set_answer(position, Answer::NoneOfThese);
            assert!(code == "5.2" || dossier.proven_rating(None).total < before, "{code} counted as safe");
        }
        // A level below, for which the guide knows a paper, is not.
        let position = dossier.set().position("2.2").expect("2.2");
        dossier.assessment.set_answer(position, Answer::Level(1));
        assert!(dossier.unproven(None).contains(&position));
    }
}

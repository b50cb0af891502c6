//! What is missing, doubtful or contradictory in a dossier before it is handed in: all of it at once.
//!
//! A check names places and facts; [`text`] says them in a sentence. It never blocks anything.

mod agree;
mod answers;
mod changes;
mod contradictions;
mod forms;
mod papers;
mod request;
mod table;
mod ticks;
mod words;

pub use agree::Disagreement;
pub use answers::{Grounds, asks_no_paper, needs_no_paper, proofs};
pub use contradictions::{Claim, Contradiction, contradictions};
pub use forms::{no_province, unlisted};
pub use papers::SOON;
pub use request::request;
pub use ticks::held_not_ticked;
pub use words::text;

use crate::domain::calendar::{CertificateState, Date};
use crate::domain::council::Topic;
use crate::domain::decision::{Decision, Star};
use crate::domain::places::Places;
use crate::domain::rating::{Answer, KnockOut};

use super::{Dossier, DossierKind, Field, FieldFault, Question};

/// Something to tell the applicant before handing in.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub severity: Severity,
    /// Where to mend it.
    pub subject: Where,
    pub what: What,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Without this the dossier is incomplete or the evaluation ends.
    MustFix,
    /// Probably wrong, or soon to be.
    Look,
    /// Good to know.
    Info,
}

/// The place a finding is about, to link to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Where {
    Field(Field),
    /// Place in the set's criteria.
    Criterion(usize),
    Question(Question),
    /// Id of a paper of the dossier.
    Paper(String),
    /// What was recognised before.
    Recognised,
    Rating,
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The form cannot be handed in without it.
    Missing,
    /// Does not look like what is asked for.
    Faulty(FieldFault),
    /// The list of communes has none of this name; in the province, where the list has that.
    NotListed(Option<String>),
    /// None of today's provinces and cities has this name.
    NoProvince(String),
    /// A date that has not come yet.
    NotYet(Date),
    /// A year of rating that is over.
    YearOver(i32),
    /// Only tourism products may be entered by this kind of organisation (article 2.3).
    TourismOnly,
    /// Fewer than the samples that go along (article 6.2d); `None`: no number given.
    TooFewSamples { given: Option<u32>, needed: u32 },
    /// Tourism products need no samples (article 6.2d).
    SamplesNotAsked,
    /// Ticked in Form 02 part I, while the paper itself stands as still to get.
    TickedNotHeld,
    /// At hand among the papers, but not ticked in Form 02 part I.
    HeldNotTicked,
    /// A criterion without an answer.
    Unanswered,
    /// A yes-or-no question not replied to.
    NotReplied,
    /// Carried over or proposed, and not looked at since.
    ToReview,
    /// An answer that brings points, without a paper.
    NoPaper { described: bool },
    /// Papers at hand prove the answer in part: so many of those that its level asks for are missing.
    PapersLack(usize),
    /// All the papers that should prove the answer are still to get.
    OnlyToGet,
    /// The evidence names a paper that the dossier does not have.
    PaperGone(String),
    /// A paper without name.
    Untitled,
    /// A paper still to get.
    ToGet,
    /// A paper that ended.
    Expired(Date),
    /// A paper that ends within [`SOON`] days.
    ExpiresSoon { on: Date, days: i32 },
    /// A paper at hand that proves no criterion yet.
    Unused,
    /// Two places contradict each other; `with` is the other one.
    Contradiction { rule: &'static Contradiction, with: Option<Where> },
    /// Two places do not agree.
    Disagrees(Disagreement),
    /// One of the four things that the commune looks at first (Form 03), and how it stands.
    CommuneLooks { topic: Topic, standing: Grounds },
    /// The evaluation ends here.
    Ends(KnockOut),
    /// No certificate is issued for this star (article 4.1).
    NoCertificate(Star),
    /// The star as answered, and the star if only answers with a paper at hand counted.
    Stars { hoped: Star, safe: Star },
    /// The answers that were recognised are not known, so no change can be drafted.
    AnswersOfThenMissing,
    /// An upgrade that reaches no higher star than the one recognised.
    NoHigher { was: Star, now: Star },
    /// A re-rating that comes at most to fewer stars than are held.
    FewerStars { was: Star, best: Star },
    /// No day of the certificate or of the decision, from which its end is counted.
    CertificateUndated,
    /// An upgrade in which no answer differs from what was recognised.
    NothingChanged,
    /// Nobody said whether the product has stars already.
    StandingUnsaid,
    /// The kind of dossier does not fit the stars and the certificate held; this one does.
    KindContradicts { kind: DossierKind, follows: DossierKind, star: Option<Star> },
    /// The decision of then lacks its number, or who made it.
    RecognitionUnnamed { number: bool, issuer: bool },
    /// Where today stands in the time to file a re-rating, with its first and last day (article 7.6a)
    /// and the certificate's end; for who is late, the latest result if filed today, and the end of a
    /// prolongation that is open (article 12.3).
    RenewalWindow { state: CertificateState, opens: Date, closes: Date, end: Date, late: Option<(Date, Date)> },
    /// A change since recognition that is not described (article 6.1b).
    ChangeUndescribed { from: Answer, to: Answer },
    /// A change since recognition without a paper at hand (article 6.1b).
    ChangeUnproven { from: Answer, to: Answer },
}

/// Everything to tell, what must be mended first; within that in the order of the forms and the
/// criteria. Without a date of today, nothing is said of what has expired.
pub fn check(dossier: &Dossier, today: Option<Date>) -> Vec<Finding> {
    check_with(dossier, today, None)
}

/// The same, with what the list of communes tells, where it is at hand.
pub fn check_with(dossier: &Dossier, today: Option<Date>, places: Option<&Places>) -> Vec<Finding> {
    let mut findings = Vec::new();
    forms::check(dossier, today, &mut findings);
    findings.extend(places.and_then(|places| unlisted(dossier, places)));
    findings.extend(places.and_then(|places| no_province(dossier, places)));
    ticks::check(dossier, &mut findings);
    changes::check(dossier, today, &mut findings);
    answers::check(dossier, today, &mut findings);
    papers::check(dossier, today, &mut findings);
    contradictions::check(dossier, &mut findings);
    agree::check(dossier, today, &mut findings);
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// The row of a decision in one of the tables of its data.
fn of_decision<T>(table: &'static [(&str, T)], decision: &Decision) -> Option<&'static T> {
    table.iter().find(|(id, _)| *id == decision.id).map(|(_, row)| row)
}

impl Finding {
    /// Whether it tells what the answers come to, or a level that was chosen.
    pub fn tells_rating(&self) -> bool {
        let of_rating = match &self.what {
            // That there is a level with points, and which papers it asks for.
            What::NoPaper { .. } | What::OnlyToGet | What::PapersLack(_) => true,
            What::Contradiction { rule, .. } => rule.claims.iter().any(|claim| claim.is_of_answer()),
            What::Disagrees(what) => what.is_of_answer(),
            What::Ends(_)
            | What::NoCertificate(_)
            | What::Stars { .. }
            | What::NoHigher { .. }
            | What::FewerStars { .. }
            | What::ChangeUndescribed { .. }
            | What::ChangeUnproven { .. }
            | What::NothingChanged => true,
            _ => false,
        };
        of_rating || self.subject == Where::Rating
    }

    fn must_fix(subject: Where, what: What) -> Finding {
        Finding { severity: Severity::MustFix, subject, what }
    }

    fn look(subject: Where, what: What) -> Finding {
        Finding { severity: Severity::Look, subject, what }
    }

    fn info(subject: Where, what: What) -> Finding {
        Finding { severity: Severity::Info, subject, what }
    }
}

#[cfg(test)]
mod tests;

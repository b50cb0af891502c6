use crate::domain::decision::{Points, Star};
use crate::domain::rating::{Answer, KnockOut, Open, counted_points};

use super::super::{Dossier, Field, Holding, Question, Reply};
use super::{Finding, What, Where};

/// One of the four things that the commune assesses before it sends the dossier on (article 7.2,
/// Form 03 part II).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    LocalMaterials,
    LocalLabour,
    IdeaOrigin,
    LocalIdentity,
}

/// How one of the four things stands in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Not answered yet.
    Open,
    /// Answered, with nothing to show for it.
    Bare,
    /// Described, without a paper at hand.
    Described,
    /// A paper at hand shows it.
    Proven,
}

impl Topic {
    pub const ALL: [Topic; 4] = [Topic::LocalMaterials, Topic::LocalLabour, Topic::IdeaOrigin, Topic::LocalIdentity];

    /// Keys of the wordings that ask for it. Tourism (set 26) has no criterion on materials.
    fn wordings(self) -> &'static [&'static str] {
        match self {
            Topic::LocalMaterials => &["c001", "c033", "c054", "c065", "c154", "c167"],
            Topic::LocalLabour => &["c014"],
            Topic::IdeaOrigin => &["c008", "c038", "c049", "c057", "c075", "c085", "c108", "c151", "c169", "c175"],
            Topic::LocalIdentity => &["c022", "c185"],
        }
    }

    /// The place of the criterion that asks for it.
    pub fn criterion(self, dossier: &Dossier) -> Option<usize> {
        dossier.set().criteria.iter().position(|criterion| self.wordings().contains(&criterion.wording.key))
    }
}

/// Keys of the wordings that the council judges on the sample itself, by eye, nose and tongue: for
/// these the guide knows no paper.
const JUDGED_ON_SAMPLE: [&str; 52] = [
    "c023", "c024", "c025", "c026", "c040", "c041", "c042", "c043", "c051", "c052", "c060", "c061", "c062", "c063",
    "c069", "c070", "c071", "c072", "c076", "c077", "c081", "c082", "c086", "c088", "c092", "c093", "c094", "c095",
    "c098", "c100", "c101", "c102", "c103", "c104", "c105", "c106", "c109", "c110", "c111", "c112", "c115", "c116",
    "c119", "c120", "c121", "c122", "c125", "c126", "c137", "c156", "c164", "c170",
];

/// Whether the council judges this on the sample itself, so that no paper is asked for.
pub fn needs_no_paper(wording: &str) -> bool {
    JUDGED_ON_SAMPLE.contains(&wording)
}

/// Questions, answers, what proves them, and what comes of them.
pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    for question in Question::of(dossier.set()) {
        if dossier.reply(question) == Reply::Open {
            findings.push(Finding::must_fix(Where::Question(question), What::NotReplied));
        }
    }
    let counted = counted_points(&dossier.assessment, Open::AtZero);
    for (position, criterion, answer) in dossier.assessment.iter() {
        let at = || Where::Criterion(position);
        if answer == Answer::Unanswered {
            findings.push(Finding::must_fix(at(), What::Unanswered));
        }
        let Some(entry) = dossier.entries.get(position) else { continue };
        if entry.review && answer.is_answered() {
            findings.push(Finding::look(at(), What::ToReview));
        }
        for id in entry.evidence.iter().filter(|id| !dossier.papers.iter().any(|paper| paper.id == **id)) {
            findings.push(Finding::look(at(), What::PaperGone(id.clone())));
        }
        let claims = counted.get(position).is_some_and(|points| *points > Points(0));
        if claims && !needs_no_paper(criterion.wording.key) {
            findings.extend(unproven(dossier, position));
        }
    }
    commune(dossier, findings);
    rating(dossier, findings);
}

/// What a claim lacks: Form 02 part III wants each described and proven.
fn unproven(dossier: &Dossier, position: usize) -> Option<Finding> {
    let entry = dossier.entries.get(position)?;
    let at = Where::Criterion(position);
    let shown = |holding: Holding| {
        dossier.papers.iter().any(|paper| paper.holding == holding && entry.evidence.contains(&paper.id))
    };
    let described = !entry.note.trim().is_empty();
    match (shown(Holding::Have), shown(Holding::ToGet)) {
        (true, _) => None,
        (false, true) => Some(Finding::must_fix(at, What::OnlyToGet)),
        (false, false) if described => Some(Finding::look(at, What::NoPaper { described })),
        (false, false) => Some(Finding::must_fix(at, What::NoPaper { described })),
    }
}

fn commune(dossier: &Dossier, findings: &mut Vec<Finding>) {
    for topic in Topic::ALL {
        let (at, standing) = match topic.criterion(dossier) {
            Some(position) => (Where::Criterion(position), standing(dossier, position)),
            None => {
                let written = !dossier.written(Field::ResultsMaterials).trim().is_empty();
                (Where::Field(Field::ResultsMaterials), if written { Standing::Described } else { Standing::Open })
            }
        };
        let what = What::CommuneLooks { topic, standing };
        findings.push(match standing {
            Standing::Open | Standing::Bare => Finding::look(at, what),
            Standing::Described | Standing::Proven => Finding::info(at, what),
        });
    }
}

fn standing(dossier: &Dossier, position: usize) -> Standing {
    let described = dossier.entries.get(position).is_some_and(|entry| !entry.note.trim().is_empty());
    match dossier.assessment.answer(position) {
        Answer::Unanswered => Standing::Open,
        _ if dossier.is_proven(position) => Standing::Proven,
        _ if described => Standing::Described,
        _ => Standing::Bare,
    }
}

fn rating(dossier: &Dossier, findings: &mut Vec<Finding>) {
    let rating = dossier.rating();
    for knock_out in &rating.knocked_out {
        let at = match *knock_out {
            KnockOut::Dossier => Where::Question(Question::Dossier),
            KnockOut::Declared(position) => Where::Question(Question::Breach(position)),
            KnockOut::Zero(position) => Where::Criterion(position),
        };
        findings.push(Finding::must_fix(at, What::Ends(*knock_out)));
    }
    if let Some(best) = rating.best.star.filter(|best| *best < Star::Three) {
        findings.push(Finding::look(Where::Rating, What::NoCertificate(best)));
    }
    if let (Some(hoped), Some(safe)) = (rating.star, dossier.proven_rating().star)
        && safe < hoped
    {
        findings.push(Finding::info(Where::Rating, What::Stars { hoped, safe }));
    }
}

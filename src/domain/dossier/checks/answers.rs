use crate::domain::calendar::Date;
use crate::domain::council::{Topic, is_blind};
use crate::domain::decision::{Criterion, Decision, Points, Star, topic_criteria};
use crate::domain::rating::{Answer, KnockOut, Open, counted_points};

use super::super::{Dossier, Field, Holding, Question, Reply};
use super::{Finding, What, Where, of_decision, table};

/// How one of the four things stands in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grounds {
    /// Not answered yet.
    Open,
    /// Answered, with nothing to show for it.
    Bare,
    /// Described, without a paper at hand.
    Described,
    /// The papers at hand show it in part.
    Partly,
    /// The papers at hand show it.
    Proven,
}

/// Whether the council judges what this wording asks on the sample itself, by eye, nose and tongue, so that no
/// paper is asked for.
pub fn needs_no_paper(wording: &str) -> bool {
    table::JUDGED_ON_SAMPLE.contains(&wording)
}

/// Whether an answer asks for no paper of its own: what the council judges on the sample, and levels for which the
/// guide knows no paper though it knows some for others, as of a packing that is simply beautiful.
pub fn asks_no_paper(criterion: &Criterion, answer: Answer) -> bool {
    let key = lists_key(criterion);
    let bare = |level: u8| table::PAPERLESS.iter().any(|(known, levels)| *known == key && levels.contains(&level));
    needs_no_paper(criterion.wording.key) || matches!(answer, Answer::Level(level) if bare(level))
}

/// The lists of papers that each show a level of a criterion, as the guide of the decision has them: the level in
/// printed order, and the papers divided by spaces.
pub fn proofs(decision: &Decision, criterion: &Criterion) -> &'static [(u8, &'static str)] {
    let key = lists_key(criterion);
    let lists = of_decision(table::PROOFS, decision).copied().unwrap_or_default();
    lists.iter().find(|(known, _)| *known == key).map(|(_, lists)| *lists).unwrap_or_default()
}

/// The key under which the guide has the lists of a criterion, as `Guide::proofs` looks them up.
fn lists_key(criterion: &Criterion) -> &'static str {
    if criterion.ladder.has_own_levels() { criterion.wording.key } else { criterion.ladder.key }
}

/// Questions, answers, what proves them, and what comes of them.
pub(super) fn check(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
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
        if claims && !asks_no_paper(criterion, answer) {
            findings.extend(unproven(dossier, position, today));
        }
    }
    commune(dossier, today, findings);
    rating(dossier, today, findings);
}

/// What a claim lacks: Form 02 part III wants each described and proven.
fn unproven(dossier: &Dossier, position: usize, today: Option<Date>) -> Option<Finding> {
    let entry = dossier.entries.get(position)?;
    let at = Where::Criterion(position);
    let shown = |holding: Holding| {
        dossier.papers.iter().any(|paper| paper.holding == holding && entry.evidence.contains(&paper.id))
    };
    let described = !entry.note.trim().is_empty();
    match (shown(Holding::Have), shown(Holding::ToGet)) {
        (true, _) => {
            let missing = dossier.proven(position, today).missing;
            (missing > 0).then(|| Finding::look(at, What::PapersLack(missing)))
        }
        (false, true) => Some(Finding::must_fix(at, What::OnlyToGet)),
        (false, false) if described => Some(Finding::look(at, What::NoPaper { described })),
        (false, false) => Some(Finding::must_fix(at, What::NoPaper { described })),
    }
}

fn commune(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
    for topic in Topic::ALL {
        let (at, standing) = match topic_criterion(dossier, topic) {
            Some(position) => (Where::Criterion(position), standing(dossier, position, today)),
            None => {
                let written = !dossier.written(Field::ResultsMaterials).trim().is_empty();
                (Where::Field(Field::ResultsMaterials), if written { Grounds::Described } else { Grounds::Open })
            }
        };
        let what = What::CommuneLooks { topic, standing };
        findings.push(match standing {
            Grounds::Open | Grounds::Bare => Finding::look(at, what),
            Grounds::Described | Grounds::Partly | Grounds::Proven => Finding::info(at, what),
        });
    }
}

/// The first criterion that asks for it; tourism has none on materials.
pub(super) fn topic_criterion(dossier: &Dossier, topic: Topic) -> Option<usize> {
    topic_criteria(dossier.set(), topic.key()).first().copied()
}

fn standing(dossier: &Dossier, position: usize, today: Option<Date>) -> Grounds {
    let described = dossier.entries.get(position).is_some_and(|entry| !entry.note.trim().is_empty());
    // Which papers a level asks for would tell the level: while sheets are awaited, any paper shows it.
    if is_blind(dossier) {
        return match dossier.shown_by(position, today).is_empty() {
            false => Grounds::Proven,
            true if described => Grounds::Described,
            true => Grounds::Open,
        };
    }
    match dossier.assessment.answer(position) {
        Answer::Unanswered => Grounds::Open,
        _ if dossier.is_proven(position, today) => Grounds::Proven,
        _ if !dossier.shown_by(position, today).is_empty() => Grounds::Partly,
        _ if described => Grounds::Described,
        _ => Grounds::Bare,
    }
}

fn rating(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
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
    if let (Some(hoped), Some(safe)) = (rating.star, dossier.proven_rating(today).star)
        && safe < hoped
    {
        findings.push(Finding::info(Where::Rating, What::Stars { hoped, safe }));
    }
}

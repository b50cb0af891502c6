use crate::domain::decision::{Beside, Criterion, Decision, Differences, ProductSet, newest, side_by_side};
use crate::domain::rating::{Answer, Rating};

use super::{Dossier, Question, Reply};

/// What becomes of a criterion when a dossier moves to another decision. The numbers are places in the criteria of
/// the sets of before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Asked in the same words, with the same levels, points and minimums: its answer comes along.
    Carried { from: usize, to: usize },
    /// Asked again otherwise. The level comes along where the new decision has the very same one, to be looked at
    /// once more.
    Changed { from: usize, to: usize, differences: Differences, answer: Answer },
    /// Not asked before.
    New(usize),
    /// Not asked any more.
    FallenAway(usize),
}

/// The set of another decision that a product of this set belongs to: the one of the same slug.
pub fn set_in(decision: &Decision, set: &ProductSet) -> Option<&'static ProductSet> {
    decision.sets.iter().find(|other| other.slug == set.slug)
}

/// The newest decision, where a dossier follows an older one.
pub fn newer_decision(dossier: &Dossier) -> Option<&'static Decision> {
    Some(newest()).filter(|newest| *newest != dossier.set().decision())
}

/// Everything that a move to another decision would change, before anything is changed.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveOutlook {
    pub changed: Vec<Moved>,
    /// Places in the new set.
    pub new: Vec<usize>,
    /// Places in the old set.
    pub fallen_away: Vec<usize>,
    /// Places in the old and the new set.
    pub carried: Vec<(usize, usize)>,
    pub before: Rating,
    pub after: Rating,
}

/// What a move of this dossier to a set of another decision would change.
pub fn move_outlook(dossier: &Dossier, to: &'static ProductSet) -> MoveOutlook {
    let after = move_to(dossier, to, dossier.id.clone(), String::new()).rating();
    let mut outlook = MoveOutlook {
        changed: Vec::new(),
        new: Vec::new(),
        fallen_away: Vec::new(),
        carried: Vec::new(),
        before: dossier.rating(),
        after,
    };
    for found in moved(dossier, to) {
        match found {
            Moved::Carried { from, to } => outlook.carried.push((from, to)),
            Moved::Changed { .. } => outlook.changed.push(found),
            Moved::New(to) => outlook.new.push(to),
            Moved::FallenAway(from) => outlook.fallen_away.push(from),
        }
    }
    outlook
}

/// What becomes of each criterion of a dossier in the set of another decision: those of the new set in printed
/// order, then what fell away.
pub fn moved(dossier: &Dossier, to: &'static ProductSet) -> Vec<Moved> {
    let from = dossier.set();
    let mut found: Vec<Moved> =
        side_by_side(from, to).into_iter().flat_map(|(_, rows)| rows).map(|row| of_row(dossier, to, row)).collect();
    found.sort_by_key(|moved| match *moved {
        Moved::Carried { to, .. } | Moved::Changed { to, .. } | Moved::New(to) => (false, to),
        Moved::FallenAway(from) => (true, from),
    });
    found
}

fn of_row(dossier: &Dossier, to: &'static ProductSet, row: Beside) -> Moved {
    match row {
        Beside::OnlyLeft(from) => Moved::FallenAway(from),
        Beside::OnlyRight(to) => Moved::New(to),
        Beside::Both { left, right, differences } => {
            let (old, new) = (&dossier.set().criteria[left], &to.criteria[right]);
            if old.wording.key == new.wording.key && !differences.any() {
                return Moved::Carried { from: left, to: right };
            }
            let answer = same_level(old, new, dossier.assessment.answer(left));
            Moved::Changed { from: left, to: right, differences, answer }
        }
    }
}

/// The answer among the levels of a criterion that is asked otherwise: the level of the same key, if the question is
/// the same.
fn same_level(old: &Criterion, new: &Criterion, answer: Answer) -> Answer {
    if old.wording.key != new.wording.key {
        return Answer::Unanswered;
    }
    match answer {
        Answer::Level(index) => {
            let key = old.ladder.level_key(index.into());
            let index = key.and_then(|key| new.ladder.level_with_key(&key)).and_then(|index| u8::try_from(index).ok());
            index.map_or(Answer::Unanswered, Answer::Level)
        }
        Answer::NoneOfThese if new.prints_zero() => Answer::Unanswered,
        other => other,
    }
}

/// The dossier under another decision, as one more: everything about the product and the applicant stays, of the
/// criteria what [`moved`] says. What came along to a criterion that changed is marked for review, and what was
/// replied to a question that is put otherwise is asked anew.
pub fn move_to(dossier: &Dossier, to: &'static ProductSet, id: String, now: String) -> Dossier {
    let empty = Dossier::new(id, now, to);
    let mut next = Dossier {
        id: empty.id,
        created: empty.created,
        updated: empty.updated,
        revision: empty.revision,
        assessment: empty.assessment,
        entries: empty.entries,
        asked: empty.asked,
        archived: false,
        ..dossier.clone()
    };
    let pairs: Vec<(usize, usize, Answer, bool)> = moved(dossier, to)
        .into_iter()
        .filter_map(|moved| match moved {
            Moved::Carried { from, to } => Some((from, to, dossier.assessment.answer(from), false)),
            Moved::Changed { from, to, answer, .. } => Some((from, to, answer, true)),
            Moved::New(_) | Moved::FallenAway(_) => None,
        })
        .collect();
    for (from, place, answer, changed) in &pairs {
        next.assessment.set_answer(*place, *answer);
        if let Some(entry) = dossier.entries.get(*from) {
            next.entries[*place] = entry.clone();
            next.entries[*place].review |= *changed && answer.is_answered();
        }
    }
    replies(dossier, &mut next);
    let code = |old: &str| {
        let from = dossier.set().position(old)?;
        let (_, place, ..) = pairs.iter().find(|(known, ..)| *known == from)?;
        Some(to.criteria[*place].code.to_owned())
    };
    let plan = &dossier.plan;
    next.plan.locked = plan.locked.iter().filter_map(|old| code(old)).collect();
    next.plan.efforts = plan.efforts.iter().filter_map(|(old, effort)| Some((code(old)?, *effort))).collect();
    next.plan.steps = plan.steps.iter().filter_map(|(old, step)| Some((code(old)?, step.clone()))).collect();
    if let (Some(of_then), Some(before)) = (&mut next.recognised, &dossier.recognised) {
        let carried = |old: &String, answer: Answer| {
            let from = dossier.set().position(old)?;
            let (_, place, ..) = pairs.iter().find(|(known, ..)| *known == from)?;
            let answer = same_level(&dossier.set().criteria[from], &to.criteria[*place], answer);
            answer.is_answered().then(|| (to.criteria[*place].code.to_owned(), answer))
        };
        of_then.answers = before.answers.iter().filter_map(|(old, answer)| carried(old, *answer)).collect();
        of_then.changes = before.changes.iter().filter_map(|(old, text)| Some((code(old)?, text.clone()))).collect();
    }
    next
}

/// What was replied to the questions that are put in the same words.
fn replies(dossier: &Dossier, next: &mut Dossier) {
    let (from, to) = (dossier.set(), next.set());
    for question in Question::of(to) {
        let same = Question::of(from).find(|known| known.text(from) == question.text(to));
        match same.map(|known| dossier.reply(known)) {
            Some(reply) if reply != Reply::Open => next.set_reply(question, reply),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::all;

    #[test]
    fn with_one_decision_nobody_hears_of_a_newer_one() {
        let dossier = Dossier::new("a".into(), String::new(), &newest().sets[0]);
        assert_eq!(newer_decision(&dossier), None);
        assert_eq!(
            all().len() > 1,
            newer_decision(&Dossier::new("a".into(), String::new(), &all()[0].sets[0])).is_some()
        );
    }
}

use crate::domain::decision::{Criterion, EvidenceKind, ProductSet};
use crate::domain::rating::{Answer, Assessment};

use super::upgrade::recognised_as;
use super::{Dossier, DossierKind, Entry, Field, Question, Recognised, Reply, Section};

/// A new product begun from another one: the applicant's data, and every answer whose wording and
/// levels are the same in the new product's set, each marked for review.
///
/// Questions on breaches are asked anew, and what is only about the other product stays behind: its
/// name and reports, its plan, what was recognised, and papers that are not about the applicant
/// (a test report of another product would be a false paper, article 8).
pub fn start_from(dossier: &Dossier, id: String, now: String, set: &'static ProductSet) -> Dossier {
    let mut next = applicant_of(dossier, id, now, set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        let Some(source) = dossier.set().criteria.iter().position(|known| is_same(known, criterion)) else { continue };
        let Some(answer) = carried(dossier.assessment.answer(source), criterion) else { continue };
        let Some(entry) = dossier.entries.get(source) else { continue };
        let is_applicants =
            |id: &&String| dossier.papers.iter().any(|paper| paper.id == **id && is_about_applicant(paper.kind));
        let evidence: Vec<String> = entry.evidence.iter().filter(is_applicants).cloned().collect();
        next.assessment.set_answer(position, answer);
        next.entries[position] = Entry { note: entry.note.clone(), evidence, review: true };
    }
    let shown: Vec<&String> = next.entries.iter().flat_map(|entry| &entry.evidence).collect();
    next.papers = dossier.papers.iter().filter(|paper| shown.contains(&&paper.id)).cloned().collect();
    next
}

/// A new product of the same applicant, with nothing answered.
pub fn applicant_of(dossier: &Dossier, id: String, now: String, set: &'static ProductSet) -> Dossier {
    let mut next = Dossier::new(id, now, set);
    for (field, value) in dossier.fields.iter().filter(|(field, _)| is_reused(*field)) {
        next.fields.set(field, value.to_owned());
    }
    next
}

/// A dossier begun from an assessment that someone shared: its answers, each marked for review, and
/// the breaches it declares. What it denies was never put to this applicant, and is asked anew.
pub fn begin_from(assessment: Assessment, id: String, now: String) -> Dossier {
    let mut next = Dossier::new(id, now, assessment.set);
    for (position, entry) in next.entries.iter_mut().enumerate() {
        entry.review = assessment.answer(position).is_answered();
    }
    let declares = |question: Question| match question {
        Question::Dossier => assessment.declared_dossier.then_some(Reply::Yes),
        Question::Breach(position) => assessment.is_declared(position).then_some(Reply::Yes),
        Question::MinimumBinds(position) => assessment.is_exempt(position).then_some(Reply::No),
    };
    let replies: Vec<(Question, Reply)> =
        Question::of(assessment.set).filter_map(|question| Some((question, declares(question)?))).collect();
    next.assessment = assessment;
    replies.into_iter().for_each(|(question, reply)| next.set_reply(question, reply));
    next
}

/// The same dossier once more, under another id.
pub fn duplicate(dossier: &Dossier, id: String, now: String) -> Dossier {
    Dossier { id, created: now.clone(), updated: now, archived: false, ..dossier.clone() }
}

/// The dossier for a higher star or for the next three years, begun from the one that was
/// recognised: everything stays, its answers are the ground for the changes, and each is marked for
/// review (article 6.1b and c).
pub fn next_round(dossier: &Dossier, id: String, now: String, kind: DossierKind) -> Dossier {
    let mut next = duplicate(dossier, id, now);
    next.recognised = (kind != DossierKind::First).then(|| recognised_since(dossier));
    next.choose_kind(kind);
    next.unrecognised = false;
    next.plan.certificate.clear();
    next.asked.clear();
    next.fields.set(Field::SignedOn, String::new());
    next.fields.set(Field::Year, String::new());
    next.writings.values_mut().for_each(|writing| writing.checked = false);
    for (position, entry) in next.entries.iter_mut().enumerate() {
        entry.review = dossier.assessment.answer(position).is_answered();
    }
    next
}

/// What the next round begins from: the stars and answers of this dossier. Where it has no answers,
/// the product was only followed since its recognition, which is still what is held.
fn recognised_since(dossier: &Dossier) -> Recognised {
    match &dossier.recognised {
        Some(held) if dossier.assessment.answered() == 0 => held.clone(),
        _ => recognised_as(dossier),
    }
}

/// Whether two criteria ask the same and offer the same levels, whatever the points.
fn is_same(a: &Criterion, b: &Criterion) -> bool {
    a.wording.key == b.wording.key && a.ladder.key == b.ladder.key
}

/// "None of these" is offered only where no level of 0 points is printed, which differs between
/// sets that share the words.
fn carried(answer: Answer, to: &Criterion) -> Option<Answer> {
    match answer {
        Answer::Unanswered => None,
        Answer::NoneOfThese if to.prints_zero() => None,
        answer => Some(answer),
    }
}

/// Whether a field is about the applicant and where the dossier is filed, and so holds for the next
/// product too. The day of signing does not.
fn is_reused(field: Field) -> bool {
    match field.section() {
        Section::Applicant | Section::Representative => true,
        Section::Filing => field != Field::SignedOn,
        _ => field == Field::TickBusinessRegistration,
    }
}

/// Rows of Form 02's table about the applicant and its site: registration (1), production
/// certificate (2), environment (4), workers (5), accounts (6).
fn is_about_applicant(kind: EvidenceKind) -> bool {
    matches!(kind.0, 1 | 2 | 4 | 5 | 6)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::decision::first;
    use crate::domain::dossier::PaperRecord;

    fn numbered(no: u8) -> &'static ProductSet {
        first().set(no).expect("a set")
    }

    fn answered(no: u8, code: &str, answer: Answer) -> Dossier {
        let set = numbered(no);
        let mut dossier = Dossier::new("old".into(), "2026-01-01T00:00:00Z".into(), set);
        dossier.assessment.set_answer(set.position(code).expect(code), answer);
        dossier
    }

    #[track_caller]
    fn check(from: (u8, &str), answer: Answer, to: (u8, &str), expected: Answer) {
        let old = answered(from.0, from.1, answer);
        let next = start_from(&old, "new".into(), "2026-02-01T00:00:00Z".into(), numbered(to.0));
        let position = next.set().position(to.1).expect(to.1);
        assert_eq!(next.assessment.answer(position), expected, "{from:?} to {to:?}");
        assert_eq!(next.entries[position].review, expected.is_answered());
    }

    #[test]
    fn answers_follow_the_words_not_the_codes() {
        check((1, "2.3"), Answer::Level(2), (6, "2.3"), Answer::Level(2));
        // Uniqueness is 8 in set 1 and 7 in set 2.
        check((1, "8"), Answer::Level(1), (2, "7"), Answer::Level(1));
        // Same code, other words: organisation in sets 1 and 2.
        check((1, "3.1"), Answer::Level(2), (2, "3.1"), Answer::Unanswered);
        // Same levels, other wording: quality declaration in sets 1 and 3.
        check((1, "9"), Answer::Level(1), (3, "9"), Answer::Unanswered);
    }

    #[test]
    fn none_of_these_goes_only_where_it_is_offered() {
        check((1, "12"), Answer::NoneOfThese, (14, "10"), Answer::NoneOfThese);
        // Set 23 prints no level of 0 points for uniqueness, set 2 does.
        check((23, "7"), Answer::NoneOfThese, (2, "7"), Answer::Unanswered);
        check((23, "7"), Answer::Level(0), (2, "7"), Answer::Level(0));
    }

    #[test]
    fn only_the_applicants_papers_and_fields_go_along() {
        let mut old = answered(1, "3.3", Answer::Level(1));
        let position = old.set().position("3.3").expect("3.3");
        let paper = |id: &str, kind| PaperRecord { id: id.into(), kind: EvidenceKind(kind), ..PaperRecord::default() };
        old.papers = vec![paper("workers", 5), paper("test", 12), paper("unused", 1)];
        old.entries[position] =
            Entry { note: "12 of 20".into(), evidence: vec!["workers".into(), "test".into()], review: false };
        for (field, value) in
            [(Field::ApplicantName, "HTX"), (Field::ProductName, "Cam"), (Field::SignedOn, "01/01/2026")]
        {
            old.fields.set(field, value.into());
        }
        old.set_reply(Question::Dossier, Reply::No);
        let next = start_from(&old, "new".into(), "later".into(), numbered(1));
        let expected = Entry { note: "12 of 20".into(), evidence: vec!["workers".into()], review: true };
        assert_eq!(next.entries[position], expected);
        assert_eq!(next.papers, vec![paper("workers", 5)]);
        assert_eq!(next.fields.iter().collect::<Vec<_>>(), [(Field::ApplicantName, "HTX")]);
        assert_eq!(next.reply(Question::Dossier), Reply::Open, "breaches are asked anew");
        assert_eq!((next.id.as_str(), next.created.as_str(), next.updated.as_str()), ("new", "later", "later"));
        assert!(applicant_of(&old, "n".into(), "l".into(), numbered(1)).assessment.answered() == 0);
    }

    #[test]
    fn the_next_round_keeps_the_work_and_remembers_what_was_recognised() {
        let old = answered(1, "3.3", Answer::Level(1));
        let next = next_round(&old, "new".into(), "later".into(), DossierKind::Upgrade);
        assert_eq!(next.assessment, old.assessment);
        let recognised = next.recognised.expect("the ground of the upgrade");
        assert_eq!(recognised.answers.get("3.3"), Some(&Answer::Level(1)));
        let position = old.set().position("3.3").expect("3.3");
        assert!(next.entries[position].review && !next.entries[position + 1].review);
        assert_eq!(next_round(&old, "n".into(), "l".into(), DossierKind::First).recognised, None);
    }

    #[test]
    fn a_dossier_from_a_shared_assessment_rates_the_same_and_asks_for_review() {
        let mut shared = Assessment::new(numbered(21));
        shared.set_answer(2, Answer::Level(1));
        let crafts = shared.set.position("7").expect("7");
        shared.set_exempt(crafts, true);
        shared.declared_dossier = true;
        let begun = begin_from(shared.clone(), "new".into(), "2026-11-24T00:00:00Z".into());
        assert_eq!(begun.rating(), crate::domain::rating::rate(&shared));
        assert!(begun.entries[2].review && !begun.entries[3].review);
        assert_eq!(begun.reply(Question::Dossier), Reply::Yes);
        assert_eq!(begun.reply(Question::MinimumBinds(crafts)), Reply::No);
        shared.declared_dossier = false;
        let asked_anew = begin_from(shared, "new".into(), String::new());
        assert_eq!(asked_anew.reply(Question::Dossier), Reply::Open);
    }

    proptest! {
        #[test]
        fn nothing_is_answered_that_was_not_answered_in_the_same_words(
            from in 0..26usize, to in 0..26usize, picks in prop::collection::vec(0..7u8, 60),
        ) {
            let (from, to) = (&first().sets[from], &first().sets[to]);
            let mut old = Dossier::new("old".into(), String::new(), from);
            for (position, pick) in picks.iter().enumerate() {
                let answer = match pick { 0 => Answer::Unanswered, 1 => Answer::NoneOfThese, n => Answer::Level(n - 2) };
                old.assessment.set_answer(position, answer);
            }
            let next = start_from(&old, "new".into(), String::new(), to);
            for (position, criterion, answer) in next.assessment.iter() {
                prop_assert_eq!(next.entries[position].review, answer.is_answered());
                if answer.is_answered() {
                    let same = old.assessment.iter().any(|(_, known, was)| is_same(known, criterion) && was == answer);
                    prop_assert!(same, "{} of set {}", criterion.code, to.no.0);
                    prop_assert!(answer != Answer::NoneOfThese || !criterion.prints_zero());
                }
            }
            if from == to {
                let offered = |(_, criterion, answer): &(usize, &'static Criterion, Answer)| {
                    answer.is_answered() && (*answer != Answer::NoneOfThese || !criterion.prints_zero())
                };
                prop_assert_eq!(next.assessment.answered(), old.assessment.iter().filter(offered).count());
            }
        }
    }

    #[test]
    fn no_set_asks_the_same_twice() {
        for set in first().sets {
            for (position, criterion) in set.criteria.iter().enumerate() {
                let first = set.criteria.iter().position(|known| is_same(known, criterion));
                assert_eq!(first, Some(position), "set {} {}", set.no.0, criterion.code);
            }
        }
    }
}

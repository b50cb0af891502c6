use proptest::prelude::*;

use super::*;
use crate::domain::decision::{Star, first};

fn dossier() -> Dossier {
    Dossier::new("a".into(), "2026-01-01T00:00:00Z".into(), first().set(1).expect("set 1"))
}

#[test]
fn nothing_differs_from_itself_nor_from_a_copy_with_another_id() {
    let old = dossier();
    let copy = Dossier { id: "b".into(), created: "later".into(), updated: "later".into(), ..old.clone() };
    assert_eq!(differences(&old, &copy), []);
}

#[test]
fn each_change_is_named_once() {
    let old = dossier();
    let mut new = old.clone();
    new.fields.set(Field::Phone, "0912345678".into());
    new.assessment.set_answer(3, Answer::Level(1));
    new.entries[3].note = "as built".into();
    new.set_reply(Question::Dossier, Reply::No);
    new.papers.push(PaperRecord { id: "p".into(), ..PaperRecord::default() });
    let expected = [
        Difference::Field { field: Field::Phone, from: String::new(), to: "0912345678".into() },
        Difference::PaperAdded(new.papers[0].clone()),
        Difference::Reply { question: Question::Dossier, from: Reply::Open, to: Reply::No },
        Difference::Answer { position: 3, from: Answer::Unanswered, to: Answer::Level(1) },
        Difference::Note { position: 3, from: String::new(), to: "as built".into() },
    ];
    assert_eq!(differences(&old, &new), expected);
    let partly = apply(&old, &expected[..1]);
    assert_eq!(partly.fields, new.fields);
    assert_eq!(partly.assessment, old.assessment);
}

#[test]
fn another_set_starts_from_nothing() {
    let mut old = dossier();
    old.assessment.set_answer(0, Answer::Level(1));
    old.set_reply(Question::Dossier, Reply::Yes);
    let new = Dossier::new("b".into(), String::new(), first().set(2).expect("set 2"));
    let found = differences(&old, &new);
    assert_eq!(found, [Difference::Set { from: old.set(), to: new.set() }]);
    assert_eq!(apply(&old, &found).assessment, new.assessment);
}

#[test]
fn what_names_nothing_known_does_no_harm() {
    let old = dossier();
    let stray = [
        Difference::Answer { position: 999, from: Answer::Unanswered, to: Answer::Level(0) },
        Difference::Note { position: 999, from: String::new(), to: "x".into() },
        Difference::PaperRemoved(PaperRecord::default()),
        Difference::PaperChanged { from: PaperRecord::default(), to: PaperRecord::default() },
        Difference::PapersOrdered(vec!["zz".into()]),
        Difference::Held { paper: "zz".into(), to: false },
    ];
    assert_eq!(apply(&old, &stray), old);
}

/// Small alphabets, so that two dossiers often agree in part.
fn any_dossier() -> impl Strategy<Value = Dossier> {
    let word = || prop::sample::select(vec!["", "a", "b"]).prop_map(str::to_owned);
    let papers = prop::collection::btree_map("[p-t]", word(), 0..4)
        .prop_map(|papers| papers.into_iter().collect::<Vec<_>>())
        .prop_shuffle();
    let criteria = prop::collection::vec((0..6u8, word(), any::<bool>(), 0..3u8), 40);
    let rest = (0..3usize, any::<bool>(), prop::option::of(word()), prop::option::of(1..=5u8), word());
    (prop::sample::select(vec![1usize, 21, 26]), criteria, papers, prop::collection::vec(word(), 53), rest).prop_map(
        |(no, criteria, papers, values, (kind, archived, recognised, target, held))| {
            let mut dossier = Dossier::new("a".into(), "then".into(), &first().sets[no - 1]);
            for (position, (answer, note, review, _)) in criteria.iter().enumerate() {
                let answer = match answer {
                    0 => Answer::Unanswered,
                    1 => Answer::NoneOfThese,
                    level => Answer::Level(level % 2),
                };
                dossier.assessment.set_answer(position, answer);
                if let Some(entry) = dossier.entries.get_mut(position) {
                    let evidence = papers.iter().take(usize::from(*review)).map(|(id, _)| id.clone()).collect();
                    *entry = Entry { note: note.clone(), evidence, review: *review };
                }
            }
            for (question, (.., reply)) in Question::of(dossier.set()).zip(&criteria).collect::<Vec<_>>() {
                dossier.set_reply(question, [Reply::Open, Reply::No, Reply::Yes][usize::from(*reply)]);
            }
            for ((field, ..), value) in Field::TABLE.iter().zip(values) {
                dossier.fields.set(*field, value);
            }
            let record = |(id, title)| PaperRecord { id, title, ..PaperRecord::default() };
            dossier.papers = papers.into_iter().map(record).collect();
            dossier.kind = DossierKind::ALL[kind];
            dossier.archived = archived;
            let asked = |text: &str| Correction { text: text.to_owned(), done: archived, ..Correction::default() };
            dossier.corrections = target.iter().map(|_| asked(&held)).collect();
            dossier.unrecognised = archived != (kind == 1);
            dossier.recognised = recognised.map(|date| Recognised { date, ..Recognised::default() });
            dossier.plan.target = target.and_then(|target| Star::try_from(target).ok());
            dossier.held = [held].into();
            dossier
        },
    )
}

proptest! {
    #[test]
    fn the_differences_applied_to_the_old_give_the_new(old in any_dossier(), new in any_dossier()) {
        let found = differences(&old, &new);
        prop_assert_eq!(apply(&old, &found), new.clone());
        prop_assert_eq!(found.is_empty(), old == new);
    }
}

//! What an import into an existing dossier would change, shown before it changes anything.

use std::collections::BTreeSet;

use crate::domain::council::Correction;
use crate::domain::decision::{PaperId, ProductSet};
use crate::domain::figures::Table;
use crate::domain::rating::{Answer, Assessment};

use super::{
    Dossier, DossierKind, Entry, Field, LogEntry, PaperRecord, PlanNotes, Question, Recognised, Reply, Writing,
};

/// One thing that an import would change. Places are places in the new dossier's set.
#[allow(clippy::large_enum_variant, reason = "a difference lives while it is looked at")]
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// Another product set: every answer, reply and description of the old one goes.
    Set {
        from: &'static ProductSet,
        to: &'static ProductSet,
    },
    Kind {
        from: DossierKind,
        to: DossierKind,
    },
    Field {
        field: Field,
        from: String,
        to: String,
    },
    Answer {
        position: usize,
        from: Answer,
        to: Answer,
    },
    Note {
        position: usize,
        from: String,
        to: String,
    },
    /// Ids of the papers that prove it.
    Evidence {
        position: usize,
        from: Vec<String>,
        to: Vec<String>,
    },
    Review {
        position: usize,
        to: bool,
    },
    Reply {
        question: Question,
        from: Reply,
        to: Reply,
    },
    PaperAdded(PaperRecord),
    PaperRemoved(PaperRecord),
    PaperChanged {
        from: PaperRecord,
        to: PaperRecord,
    },
    /// The same papers in another order: the ids in the new one.
    PapersOrdered(Vec<String>),
    /// A paper of the guide ticked as held, or no longer.
    Held {
        paper: PaperId,
        to: bool,
    },
    /// The numbers behind answers, by the table's key.
    Figures {
        table: String,
        from: Table,
        to: Table,
    },
    /// What was written into a template, by its key.
    Writing {
        template: String,
        from: Writing,
        to: Writing,
    },
    /// The log since recognition.
    Log {
        from: Vec<LogEntry>,
        to: Vec<LogEntry>,
    },
    Recognised {
        from: Option<Recognised>,
        to: Option<Recognised>,
    },
    /// The product was said to have no stars, or no longer.
    Unrecognised {
        to: bool,
    },
    Plan {
        from: PlanNotes,
        to: PlanNotes,
    },
    /// What the commune asked to correct, and what is ticked off of it.
    Corrections {
        from: Vec<Correction>,
        to: Vec<Correction>,
    },
    Archived {
        to: bool,
    },
}

/// What would change if `new` took the place of `old`, in the order of the forms; nothing of id,
/// created and updated. Applied to `old`, it gives `new`.
pub fn differences(old: &Dossier, new: &Dossier) -> Vec<Difference> {
    let mut found = Vec::new();
    if old.kind != new.kind {
        found.push(Difference::Kind { from: old.kind, to: new.kind });
    }
    if old.recognised != new.recognised {
        found.push(Difference::Recognised { from: old.recognised.clone(), to: new.recognised.clone() });
    }
    if old.unrecognised != new.unrecognised {
        found.push(Difference::Unrecognised { to: new.unrecognised });
    }
    if old.set() != new.set() {
        found.push(Difference::Set { from: old.set(), to: new.set() });
    }
    fields(old, new, &mut found);
    papers(old, new, &mut found);
    tables(old, new, &mut found);
    writings(old, new, &mut found);
    criteria(old, new, &mut found);
    if old.log != new.log {
        found.push(Difference::Log { from: old.log.clone(), to: new.log.clone() });
    }
    if old.plan != new.plan {
        found.push(Difference::Plan { from: old.plan.clone(), to: new.plan.clone() });
    }
    if old.corrections != new.corrections {
        found.push(Difference::Corrections { from: old.corrections.clone(), to: new.corrections.clone() });
    }
    if old.archived != new.archived {
        found.push(Difference::Archived { to: new.archived });
    }
    found
}

/// The dossier after these changes; `updated` is left to the caller. A difference that names what is
/// not there changes nothing, so any choice among them may be applied.
pub fn apply(dossier: &Dossier, differences: &[Difference]) -> Dossier {
    let mut next = dossier.clone();
    for difference in differences {
        difference.apply(&mut next);
    }
    next
}

fn fields(old: &Dossier, new: &Dossier, found: &mut Vec<Difference>) {
    for (field, ..) in Field::TABLE {
        let (from, to) = (old.fields.get(field), new.fields.get(field));
        if from != to {
            found.push(Difference::Field { field, from: from.to_owned(), to: to.to_owned() });
        }
    }
}

fn tables(old: &Dossier, new: &Dossier, found: &mut Vec<Difference>) {
    let keys: BTreeSet<&String> = old.tables.keys().chain(new.tables.keys()).collect();
    for key in keys {
        let of = |dossier: &Dossier| dossier.tables.get(key).cloned().unwrap_or_default();
        let (from, to) = (of(old), of(new));
        if from != to {
            found.push(Difference::Figures { table: key.clone(), from, to });
        }
    }
}

fn writings(old: &Dossier, new: &Dossier, found: &mut Vec<Difference>) {
    let keys: BTreeSet<&String> = old.writings.keys().chain(new.writings.keys()).collect();
    for key in keys {
        let of = |dossier: &Dossier| dossier.writings.get(key).cloned().unwrap_or_default();
        let (from, to) = (of(old), of(new));
        if from != to {
            found.push(Difference::Writing { template: key.clone(), from, to });
        }
    }
}

fn papers(old: &Dossier, new: &Dossier, found: &mut Vec<Difference>) {
    let of = |dossier: &Dossier, id: &str| dossier.papers.iter().find(|paper| paper.id == id).cloned();
    let gone = old.papers.iter().filter(|paper| of(new, &paper.id).is_none());
    found.extend(gone.cloned().map(Difference::PaperRemoved));
    for to in &new.papers {
        match of(old, &to.id) {
            None => found.push(Difference::PaperAdded(to.clone())),
            Some(from) if from != *to => found.push(Difference::PaperChanged { from, to: to.clone() }),
            Some(_) => {}
        }
    }
    let ids = |papers: &[PaperRecord]| papers.iter().map(|paper| paper.id.clone()).collect::<Vec<_>>();
    let so_far = apply(old, found);
    if ids(&so_far.papers) != ids(&new.papers) {
        found.push(Difference::PapersOrdered(ids(&new.papers)));
    }
    let dropped = old.held.difference(&new.held).map(|paper| (paper, false));
    let added = new.held.difference(&old.held).map(|paper| (paper, true));
    found.extend(dropped.chain(added).map(|(paper, to)| Difference::Held { paper: paper.clone(), to }));
}

fn criteria(old: &Dossier, new: &Dossier, found: &mut Vec<Difference>) {
    let blank = Dossier::new(String::new(), String::new(), new.set());
    let old = if old.set() == new.set() { old } else { &blank };
    for question in Question::of(new.set()) {
        let (from, to) = (old.reply(question), new.reply(question));
        if from != to {
            found.push(Difference::Reply { question, from, to });
        }
    }
    let none = Entry::default();
    for (position, _, to) in new.assessment.iter() {
        let from = old.assessment.answer(position);
        if from != to {
            found.push(Difference::Answer { position, from, to });
        }
        let entry = |dossier: &Dossier| dossier.entries.get(position).unwrap_or(&none).clone();
        let (from, to) = (entry(old), entry(new));
        if from.note != to.note {
            found.push(Difference::Note { position, from: from.note, to: to.note });
        }
        if from.evidence != to.evidence {
            found.push(Difference::Evidence { position, from: from.evidence, to: to.evidence });
        }
        if from.review != to.review {
            found.push(Difference::Review { position, to: to.review });
        }
    }
}

impl Difference {
    fn apply(&self, next: &mut Dossier) {
        match self {
            Difference::Set { to, .. } => {
                next.assessment = Assessment::new(to);
                next.entries = vec![Entry::default(); to.criteria.len()];
                next.asked.clear();
            }
            Difference::Kind { to, .. } => next.kind = *to,
            Difference::Field { field, to, .. } => next.fields.set(*field, to.clone()),
            Difference::Answer { position, to, .. } => next.assessment.set_answer(*position, *to),
            Difference::Note { position, to, .. } => {
                if let Some(entry) = next.entries.get_mut(*position) {
                    entry.note = to.clone();
                }
            }
            Difference::Evidence { position, to, .. } => {
                if let Some(entry) = next.entries.get_mut(*position) {
                    entry.evidence = to.clone();
                }
            }
            Difference::Review { position, to } => {
                if let Some(entry) = next.entries.get_mut(*position) {
                    entry.review = *to;
                }
            }
            Difference::Reply { question, to, .. } => next.set_reply(*question, *to),
            Difference::PaperAdded(paper) => next.papers.push(paper.clone()),
            Difference::PaperRemoved(paper) => next.papers.retain(|known| known.id != paper.id),
            Difference::PaperChanged { to, .. } => {
                if let Some(known) = next.papers.iter_mut().find(|known| known.id == to.id) {
                    *known = to.clone();
                }
            }
            Difference::PapersOrdered(ids) => {
                let place = |paper: &PaperRecord| ids.iter().position(|id| *id == paper.id).unwrap_or(ids.len());
                next.papers.sort_by_key(place);
            }
            Difference::Figures { table, to, .. } if to.rows.is_empty() => {
                next.tables.remove(table);
            }
            Difference::Figures { table, to, .. } => {
                next.tables.insert(table.clone(), to.clone());
            }
            Difference::Writing { template, to, .. } if to.is_blank() => {
                next.writings.remove(template);
            }
            Difference::Writing { template, to, .. } => {
                next.writings.insert(template.clone(), to.clone());
            }
            Difference::Held { paper, to: true } => {
                next.held.insert(paper.clone());
            }
            Difference::Held { paper, to: false } => {
                next.held.remove(paper);
            }
            Difference::Recognised { to, .. } => next.recognised = to.clone(),
            Difference::Log { to, .. } => next.log = to.clone(),
            Difference::Unrecognised { to } => next.unrecognised = *to,
            Difference::Plan { to, .. } => next.plan = to.clone(),
            Difference::Corrections { to, .. } => next.corrections = to.clone(),
            Difference::Archived { to } => next.archived = *to,
        }
    }
}

#[cfg(test)]
mod tests {
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
        (prop::sample::select(vec![1usize, 21, 26]), criteria, papers, prop::collection::vec(word(), 53), rest)
            .prop_map(|(no, criteria, papers, values, (kind, archived, recognised, target, held))| {
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
            })
    }

    proptest! {
        #[test]
        fn the_differences_applied_to_the_old_give_the_new(old in any_dossier(), new in any_dossier()) {
            let found = differences(&old, &new);
            prop_assert_eq!(apply(&old, &found), new.clone());
            prop_assert_eq!(found.is_empty(), old == new);
        }
    }
}

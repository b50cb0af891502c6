//! What an import into an existing dossier would change, shown before it changes anything.

mod apply;

use std::collections::BTreeSet;

use crate::domain::council::Correction;
use crate::domain::decision::{PaperId, ProductSet};
use crate::domain::figures::Table;
use crate::domain::rating::Answer;

use super::{
    Dossier, DossierKind, Entry, Field, LogEntry, PaperRecord, PlanNotes, Question, Recognised, Reply, Writing,
};

pub use apply::apply;

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

#[cfg(test)]
mod tests;

//! Keeping the work in a store that other tabs write into as well.
//!
//! The promises, whatever the order of events:
//! - a copy that another tab kept in the meantime is never written over: the newer copy is shown, and
//!   what was typed here goes into a dossier of its own;
//! - a dossier leaves one shelf only after it stands on the other, and never stands on both for long;
//! - which of two states is the newer is told by their revisions, never by a clock;
//! - what fails to be written stays marked as unsaved and is tried again: with the next change, and after a while;
//! - where the store alone is full, the database has what is new ([`Spare`]), and the next start finds it there.

mod follow;
mod spare;
mod store;
mod trash;

use std::rc::Rc;

use super::{Action, Session};
use crate::domain::dossier::Dossier;
pub use spare::Spare;
pub use store::{Kept, News, Outcome, Shelf, Store};

/// What the store holds as far as this tab knows, to tell by pointer what changed since.
#[derive(Clone, Debug, Default)]
pub struct Keeper {
    work: Vec<Rc<Dossier>>,
    trash: Vec<Rc<Dossier>>,
    /// What this tab took away for good. Other tabs may still know it.
    gone: Vec<Rc<Dossier>>,
}

/// How many changes another tab may have made of what it then forgot: more than anybody makes.
const ROOM: u64 = 1_000_000;

impl Keeper {
    /// All of a session is kept: it has just been read.
    pub fn of(session: &Session) -> Keeper {
        Keeper { work: session.dossiers.clone(), trash: session.trash.clone(), gone: Vec::new() }
    }

    /// What the store has of a session that also has what is not kept so far, or not in this place.
    pub fn found(store: &impl Store, session: &Session) -> Keeper {
        let mut keeper = Keeper::default();
        let shown: Vec<&Rc<Dossier>> = session.dossiers.iter().chain(&session.trash).collect();
        for (shelf, known) in [(Shelf::Work, &mut keeper.work), (Shelf::Trash, &mut keeper.trash)] {
            for id in shown.iter().map(|dossier| &dossier.id) {
                let Kept::Copy(kept) = store.read(shelf, id) else { continue };
                let ours = shown.iter().find(|ours| ****ours == *kept);
                known.push(ours.map_or_else(|| Rc::new(*kept), |ours| Rc::clone(ours)));
            }
        }
        keeper
    }

    /// Whether nothing was ever kept.
    pub fn is_empty(&self) -> bool {
        self.work.is_empty() && self.trash.is_empty()
    }

    /// Whether the session has something that is not kept.
    pub fn is_behind(&self, session: &Session) -> bool {
        !same(&self.work, &session.dossiers) || !same(&self.trash, &session.trash)
    }

    /// Ids of the dossiers that are not kept as they are shown.
    pub fn unkept(&self, session: &Session) -> Vec<String> {
        session.dossiers.iter().filter(|dossier| !self.has(dossier)).map(|dossier| dossier.id.clone()).collect()
    }

    /// Whether this very state of a dossier is kept.
    fn has(&self, dossier: &Rc<Dossier>) -> bool {
        self.work.iter().any(|known| Rc::ptr_eq(known, dossier))
    }

    /// The same of one in the trash.
    fn has_binned(&self, dossier: &Rc<Dossier>) -> bool {
        self.trash.iter().any(|known| Rc::ptr_eq(known, dossier))
    }

    /// Keeps what changed.
    pub fn keep(&mut self, store: &mut impl Store, session: &Session) -> Outcome {
        let mut outcome = Outcome::default();
        for dossier in &session.dossiers {
            // Nobody says that the browser's data were cleared: what was kept may be gone.
            let is_there = || [Shelf::Work, Shelf::Trash].into_iter().any(|shelf| store.holds(shelf, &dossier.id));
            if !self.has(dossier) || !is_there() {
                self.keep_work(store, dossier, &mut outcome);
            }
        }
        for dossier in &session.trash {
            // Another tab may have taken it out again: before it leaves the work here it stands in the trash. What this tab
            // leaves where it is goes into no trash either.
            let is_out = || store.holds(Shelf::Work, &dossier.id) && !store.holds(Shelf::Trash, &dossier.id);
            let leaves = has(&self.work, &dossier.id);
            if !self.has_binned(dossier) || leaves && is_out() {
                self.keep_trash(store, dossier, &mut outcome);
            }
        }
        let next = outcome.actions.iter().fold(session.clone(), |next, action| next.after(action.clone()));
        self.clear_shelves(store, &next, &mut outcome);
        outcome
    }

    fn keep_work(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, outcome: &mut Outcome) {
        let known = self.work.iter().find(|known| known.id == ours.id).cloned();
        match (store.read(Shelf::Work, &ours.id), known) {
            (Kept::Copy(theirs), _) if is_same(&theirs, ours) => put(&mut self.work, ours),
            (Kept::Copy(theirs), Some(known)) if theirs.is_state_of(&known) => {
                self.write_after(store, ours, theirs.revision, outcome);
            }
            (Kept::Copy(theirs), _) => self.give_way(store, ours, Some(Rc::new(*theirs)), outcome),
            (Kept::Unreadable, _) => self.give_way(store, ours, None, outcome),
            (Kept::Nothing, known) => self.keep_missing(store, ours, known.is_some(), outcome),
        }
    }

    /// Keeps a dossier that the store does not have on the shelf: it is new, back from the trash,
    /// deleted by another tab, or the store was cleared.
    fn keep_missing(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, was_there: bool, outcome: &mut Outcome) {
        let in_trash = store.read(Shelf::Trash, &ours.id);
        match &in_trash {
            // What another tab threw away is newer than what we knew: it stays where it is.
            Kept::Copy(binned) if !self.knows(binned) => return self.give_way(store, ours, None, outcome),
            Kept::Unreadable => return self.give_way(store, ours, None, outcome),
            _ => {}
        }
        // Cleared, or forgotten by another tab, which may have gone on with it for a while.
        let cleared = (was_there && in_trash == Kept::Nothing).then_some(ours.revision.saturating_add(ROOM));
        // What is forgotten here and still stands in the trash may come back with the browser's last seconds.
        let binned = match &in_trash {
            Kept::Copy(binned) if !is_same(binned, ours) => Some(binned.revision),
            _ => None,
        };
        let gone = self.gone_at(&ours.id).or(cleared).max(binned);
        let is_written = match gone {
            Some(revision) => self.write_after(store, ours, revision, outcome),
            None => self.write(store, ours, outcome),
        };
        if is_written && was_there {
            store.remove(Shelf::Trash, &ours.id);
            // What lay in the trash was deleted by another tab, and not cleared from the browser.
            if in_trash == Kept::Nothing {
                outcome.news.push(News::KeptAgain);
            }
        }
    }

    /// The revision at which this tab took a dossier away for good.
    fn gone_at(&self, id: &str) -> Option<u64> {
        self.gone.iter().find(|gone| gone.id == id).map(|gone| gone.revision)
    }

    /// Keeps a dossier in the place of what was there. A file of an earlier state, opened where all was forgotten, is the
    /// newest from now on: no other tab may take it for what it knows.
    fn write_after(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, before: u64, outcome: &mut Outcome) -> bool {
        let Some(raised) = raised(ours, before) else { return self.write(store, ours, outcome) };
        let is_written = self.write(store, &raised, outcome);
        if is_written {
            outcome.actions.push(Action::Followed(raised));
        }
        is_written
    }

    fn write(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, outcome: &mut Outcome) -> bool {
        let written = store.write(Shelf::Work, ours);
        match written {
            Ok(()) => put(&mut self.work, ours),
            Err(fault) => outcome.fault = Some(fault),
        }
        written.is_ok()
    }

    /// The copy of another tab stays; ours is kept as a dossier of its own.
    fn give_way(
        &mut self,
        store: &mut impl Store,
        ours: &Rc<Dossier>,
        theirs: Option<Rc<Dossier>>,
        outcome: &mut Outcome,
    ) {
        let copy = Rc::new(store.copy(ours));
        if let Err(fault) = store.write(Shelf::Work, &copy) {
            outcome.fault = Some(fault);
            return;
        }
        put(&mut self.work, &copy);
        outcome.actions.push(Action::DossierAdded(copy));
        let is_unreadable = |shelf| store.read(shelf, &ours.id) == Kept::Unreadable;
        let beside = [Shelf::Work, Shelf::Trash].into_iter().any(is_unreadable);
        outcome.news.push(if beside { News::BesideUnreadable } else { News::CopyMade });
        match theirs {
            Some(theirs) => {
                put(&mut self.work, &theirs);
                outcome.actions.push(Action::Followed(theirs));
            }
            None => {
                self.work.retain(|known| known.id != ours.id);
                self.trash.retain(|known| known.id != ours.id);
                outcome.actions.push(Action::Dropped { id: ours.id.clone() });
            }
        }
    }

    /// Whether the store had this state of a dossier when we last looked.
    fn knows(&self, theirs: &Dossier) -> bool {
        self.work.iter().chain(&self.trash).any(|known| known.id == theirs.id && known.is_state_of(theirs))
    }
}

/// A dossier as a state that is newer than a revision, where it is not.
fn raised(ours: &Rc<Dossier>, before: u64) -> Option<Rc<Dossier>> {
    let older = || Dossier { revision: before, ..(**ours).clone() };
    (ours.revision <= before).then(|| Rc::new((**ours).clone().after(&older())))
}

/// Whether two copies are the same. What a newer build wrote and this one has written over since is still
/// remembered where it was read, and in no other copy.
fn is_same(a: &Dossier, b: &Dossier) -> bool {
    a == b || a.is_state_of(b) && Dossier { unknown: b.unknown.clone(), ..a.clone() } == *b
}

/// Puts a dossier in the place of the one with its id.
fn put(shelf: &mut Vec<Rc<Dossier>>, dossier: &Rc<Dossier>) {
    shelf.retain(|known| known.id != dossier.id);
    shelf.push(dossier.clone());
}

fn has(shelf: &[Rc<Dossier>], id: &str) -> bool {
    shelf.iter().any(|dossier| dossier.id == id)
}

pub fn same(a: &[Rc<Dossier>], b: &[Rc<Dossier>]) -> bool {
    a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| Rc::ptr_eq(a, b)))
}

#[cfg(test)]
mod tests;

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
        outcome.news.push(News::CopyMade);
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

    fn keep_trash(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, outcome: &mut Outcome) {
        let is_news = |keeper: &Keeper, theirs: &Dossier| *theirs != **ours && !keeper.knows(theirs);
        // What stands in the work is about to leave it.
        let was_kept = self.knows(ours) && !store.holds(Shelf::Work, &ours.id);
        match (store.read(Shelf::Work, &ours.id), store.read(Shelf::Trash, &ours.id)) {
            (Kept::Copy(theirs), _) if is_news(self, &theirs) => {
                if self.knows(ours) || self.set_aside(store, ours, outcome) {
                    let theirs = Rc::new(*theirs);
                    put(&mut self.work, &theirs);
                    outcome.actions.push(Action::Restored { id: ours.id.clone() });
                    outcome.actions.push(Action::Followed(theirs));
                    outcome.news.push(News::NotDeleted);
                }
            }
            // Another tab threw away another copy, though what was taken out of the trash here may stand in the work.
            (Kept::Nothing | Kept::Copy(_), Kept::Copy(theirs)) if is_news(self, &theirs) => {
                if was_kept || self.set_aside(store, ours, outcome) {
                    let theirs = Rc::new(*theirs);
                    put(&mut self.trash, &theirs);
                    outcome.actions.push(Action::Followed(theirs));
                }
            }
            (Kept::Unreadable, _) | (_, Kept::Unreadable) => {
                if was_kept || self.set_aside(store, ours, outcome) {
                    outcome.actions.push(Action::Forgotten { id: ours.id.clone() });
                }
            }
            (in_work, in_trash) => {
                let before = [in_work, in_trash].into_iter().filter_map(|kept| match kept {
                    Kept::Copy(theirs) if *theirs != **ours => Some(theirs.revision),
                    _ => None,
                });
                // As in the work: a file of an earlier state is the newest from now on.
                let raised = before.chain(self.gone_at(&ours.id)).max().and_then(|before| raised(ours, before));
                match store.write(Shelf::Trash, raised.as_ref().unwrap_or(ours)) {
                    Ok(()) => put(&mut self.trash, raised.as_ref().unwrap_or(ours)),
                    Err(fault) => outcome.fault = Some(fault),
                }
                outcome.actions.extend(raised.filter(|_| outcome.fault.is_none()).map(Action::Followed));
            }
        }
    }

    /// What was thrown away here and stands nowhere as it is goes into the trash under an id of its own,
    /// before another copy takes its place; whether it may.
    fn set_aside(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, outcome: &mut Outcome) -> bool {
        let copy = Rc::new(store.copy(ours));
        if let Err(fault) = store.write(Shelf::Trash, &copy) {
            outcome.fault = Some(fault);
            return false;
        }
        put(&mut self.trash, &copy);
        outcome.actions.push(Action::DossierAdded(copy.clone()));
        outcome.actions.push(Action::Deleted { id: copy.id.clone() });
        true
    }

    /// Takes away what the session no longer has there, once it stands where the session has it now.
    fn clear_shelves(&mut self, store: &mut impl Store, session: &Session, outcome: &mut Outcome) {
        // What goes on under another id, and could not be kept there, is still needed in its old place.
        let unkept = |kept: &[Rc<Dossier>], shown: &[Rc<Dossier>]| -> Vec<Rc<Dossier>> {
            shown.iter().filter(|ours| !kept.iter().any(|known| Rc::ptr_eq(known, ours))).cloned().collect()
        };
        let mut unkept_here = unkept(&self.work, &session.dossiers);
        unkept_here.extend(unkept(&self.trash, &session.trash));
        let needed = |known: &Dossier| unkept_here.iter().any(|ours| ours.id != known.id && ours.is_state_of(known));
        let (work, trash) = (ids(&self.work), ids(&self.trash));
        let told = outcome.gone.len();
        self.work.retain(|known| {
            let stays = has(&session.dossiers, &known.id);
            let binned = trash.contains(&known.id);
            // In neither list: deleted and forgotten in one go.
            let forgotten = !binned && !has(&session.trash, &known.id);
            if stays || !(binned || forgotten) || needed(known) {
                return true;
            }
            if !is_newer(store, Shelf::Work, known) {
                store.remove(Shelf::Work, &known.id);
            }
            if forgotten && is_nowhere(store, &known.id) {
                outcome.gone.push(known.clone());
            }
            false
        });
        self.trash.retain(|known| {
            let is_back = work.contains(&known.id);
            let wanted_back = has(&session.dossiers, &known.id);
            if has(&session.trash, &known.id) || (wanted_back && !is_back) || needed(known) {
                return true;
            }
            if !is_newer(store, Shelf::Trash, known) {
                store.remove(Shelf::Trash, &known.id);
            }
            if !wanted_back && !is_back && is_nowhere(store, &known.id) {
                outcome.gone.push(known.clone());
            }
            false
        });
        outcome.gone[told..].iter().for_each(|gone| put(&mut self.gone, gone));
    }
}

/// A dossier as a state that is newer than a revision, where it is not.
fn raised(ours: &Rc<Dossier>, before: u64) -> Option<Rc<Dossier>> {
    let older = || Dossier { revision: before, ..(**ours).clone() };
    (ours.revision <= before).then(|| Rc::new((**ours).clone().after(&older())))
}

/// Whether another tab kept a different copy than the one we know, or one that cannot be read here.
fn is_newer(store: &impl Store, shelf: Shelf, known: &Dossier) -> bool {
    match store.read(shelf, &known.id) {
        Kept::Copy(theirs) => !theirs.is_state_of(known),
        Kept::Unreadable => true,
        Kept::Nothing => false,
    }
}

/// Whether two copies are the same. What a newer build wrote and this one has written over since is still
/// remembered where it was read, and in no other copy.
fn is_same(a: &Dossier, b: &Dossier) -> bool {
    a == b || a.is_state_of(b) && Dossier { unknown: b.unknown.clone(), ..a.clone() } == *b
}

fn is_nowhere(store: &impl Store, id: &str) -> bool {
    [Shelf::Work, Shelf::Trash].into_iter().all(|shelf| store.read(shelf, id) == Kept::Nothing)
}

/// Puts a dossier in the place of the one with its id.
fn put(shelf: &mut Vec<Rc<Dossier>>, dossier: &Rc<Dossier>) {
    shelf.retain(|known| known.id != dossier.id);
    shelf.push(dossier.clone());
}

fn has(shelf: &[Rc<Dossier>], id: &str) -> bool {
    shelf.iter().any(|dossier| dossier.id == id)
}

fn ids(shelf: &[Rc<Dossier>]) -> Vec<String> {
    shelf.iter().map(|dossier| dossier.id.clone()).collect()
}

pub fn same(a: &[Rc<Dossier>], b: &[Rc<Dossier>]) -> bool {
    a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| Rc::ptr_eq(a, b)))
}

#[cfg(test)]
mod tests;

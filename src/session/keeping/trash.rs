//! The way into the trash, and what leaves a shelf.

use std::rc::Rc;

use super::{Keeper, Kept, News, Outcome, Shelf, Store, has, put, raised};
use crate::domain::dossier::Dossier;
use crate::session::{Action, Session};

impl Keeper {
    pub(super) fn keep_trash(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, outcome: &mut Outcome) {
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
                let [in_work, in_trash] = [in_work, in_trash].map(Kept::copy);
                let before = [&in_work, &in_trash].into_iter().flatten();
                let before = before.filter(|theirs| ***theirs != **ours).map(|theirs| theirs.revision);
                // As in the work: a file of an earlier state is the newest from now on.
                let raised = before.chain(self.gone_at(&ours.id)).max().and_then(|before| raised(ours, before));
                match store.write(Shelf::Trash, raised.as_ref().unwrap_or(ours)) {
                    Ok(()) => put(&mut self.trash, raised.as_ref().unwrap_or(ours)),
                    Err(fault) => outcome.fault = Some(fault),
                }
                outcome.actions.extend(raised.filter(|_| outcome.fault.is_none()).map(Action::Followed));
                // What another tab took out of the trash a moment ago, as it was there, leaves the work with it.
                if let Some(theirs) = in_work.filter(|theirs| !has(&self.work, &theirs.id)) {
                    put(&mut self.work, &Rc::new(*theirs));
                }
            }
        }
    }

    /// What was thrown away here and stands nowhere as it is goes into the trash under an id of its own,
    /// before another copy takes its place; whether it may.
    pub(super) fn set_aside(&mut self, store: &mut impl Store, ours: &Rc<Dossier>, outcome: &mut Outcome) -> bool {
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
    pub(super) fn clear_shelves(&mut self, store: &mut impl Store, session: &Session, outcome: &mut Outcome) {
        // What goes on under another id, and stands nowhere under that, is still needed in its old place: it begun when
        // the old one did.
        let kept_anywhere = |ours: &Dossier| has(&self.work, &ours.id) || has(&self.trash, &ours.id);
        let shown = session.dossiers.iter().chain(&session.trash);
        let homeless: Vec<Rc<Dossier>> = shown.filter(|ours| !kept_anywhere(ours)).cloned().collect();
        let needed = |known: &Dossier| homeless.iter().any(|ours| ours.created == known.created);
        // What is only known to have stood on the other shelf does not stand there.
        let back = ids(session.dossiers.iter().filter(|dossier| self.has(dossier)));
        let binned = ids(session.trash.iter().filter(|dossier| self.has_binned(dossier)));
        let told = outcome.gone.len();
        self.work.retain(|known| {
            let stays = has(&session.dossiers, &known.id);
            // In neither list: deleted and forgotten in one go.
            let forgotten = !has(&session.trash, &known.id);
            if stays || !(binned.contains(&known.id) || forgotten) || needed(known) {
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
            let wanted_back = has(&session.dossiers, &known.id);
            if has(&session.trash, &known.id) || (wanted_back && !back.contains(&known.id)) || needed(known) {
                return true;
            }
            if !is_newer(store, Shelf::Trash, known) {
                store.remove(Shelf::Trash, &known.id);
            }
            if !wanted_back && is_nowhere(store, &known.id) {
                outcome.gone.push(known.clone());
            }
            false
        });
        outcome.gone[told..].iter().for_each(|gone| put(&mut self.gone, gone));
    }
}

/// Whether another tab kept a different copy than the one we know, or one that cannot be read here.
fn is_newer(store: &impl Store, shelf: Shelf, known: &Dossier) -> bool {
    match store.read(shelf, &known.id) {
        Kept::Copy(theirs) => !theirs.is_state_of(known),
        Kept::Unreadable => true,
        Kept::Nothing => false,
    }
}

fn is_nowhere(store: &impl Store, id: &str) -> bool {
    [Shelf::Work, Shelf::Trash].into_iter().all(|shelf| store.read(shelf, id) == Kept::Nothing)
}

fn ids<'a>(dossiers: impl Iterator<Item = &'a Rc<Dossier>>) -> Vec<String> {
    dossiers.map(|dossier| dossier.id.clone()).collect()
}

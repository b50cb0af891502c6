//! What other tabs, and the browser, do to the store.

use std::rc::Rc;

use super::{Keeper, Kept, News, Outcome, Shelf, Store, has, is_same, put};
use crate::domain::dossier::Dossier;
use crate::session::{Action, Session};

impl Keeper {
    /// Another tab kept or removed a dossier: the session follows.
    pub fn follow(&mut self, store: &mut impl Store, session: &Session, id: &str) -> Outcome {
        let mut outcome = Outcome::default();
        let ours = session.dossier(id).cloned();
        let binned = session.trash.iter().find(|binned| binned.id == id).cloned();
        match (store.read(Shelf::Work, id), ours) {
            (Kept::Copy(theirs), Some(ours)) if is_same(&theirs, &ours) => put(&mut self.work, &ours),
            (Kept::Copy(theirs), Some(ours)) if !self.has(&ours) => {
                if !self.knows(&theirs) {
                    self.give_way(store, &ours, Some(Rc::new(*theirs)), &mut outcome);
                }
            }
            (Kept::Copy(theirs), ours) => {
                if let Some(binned) = &binned {
                    // Thrown away here a moment ago, and not kept so far: the next time to keep it decides.
                    if self.knows(&theirs) && !self.has_binned(binned) {
                        return outcome;
                    }
                    if !self.knows(binned) && !self.set_aside(store, binned, &mut outcome) {
                        return outcome;
                    }
                    if !self.has_binned(binned) {
                        outcome.news.push(News::NotDeleted);
                    }
                    self.trash.retain(|known| known.id != id);
                    outcome.actions.push(Action::Restored { id: id.to_owned() });
                }
                let theirs = Rc::new(*theirs);
                put(&mut self.work, &theirs);
                outcome.actions.push(Action::Followed(theirs));
                if ours.is_some() {
                    outcome.news.push(News::Followed);
                }
            }
            (Kept::Unreadable, _) => {}
            (Kept::Nothing, Some(ours)) => {
                match store.read(Shelf::Trash, id) {
                    Kept::Copy(theirs) if self.has(&ours) => {
                        let theirs = Rc::new(*theirs);
                        self.work.retain(|known| known.id != id);
                        put(&mut self.trash, &theirs);
                        outcome.actions.push(Action::Deleted { id: id.to_owned() });
                        outcome.actions.push(Action::Followed(theirs));
                        outcome.news.push(News::DeletedElsewhere);
                    }
                    // Gone without having been deleted: the browser's data were cleared.
                    Kept::Nothing if has(&self.work, id) => self.keep_work(store, &ours, &mut outcome),
                    _ => {}
                }
            }
            // What was thrown away here and is not kept so far is not touched.
            (Kept::Nothing, None) if binned.is_some_and(|binned| self.has_binned(&binned)) => {
                match store.read(Shelf::Trash, id) {
                    Kept::Nothing => {
                        self.trash.retain(|known| known.id != id);
                        outcome.actions.push(Action::Forgotten { id: id.to_owned() });
                    }
                    Kept::Copy(theirs) if !self.knows(&theirs) => {
                        let theirs = Rc::new(*theirs);
                        put(&mut self.trash, &theirs);
                        outcome.actions.push(Action::Followed(theirs));
                    }
                    _ => {}
                }
            }
            (Kept::Nothing, None) => {}
        }
        outcome
    }

    /// A state of a dossier was found that was kept once more elsewhere: the store may have lost the last
    /// seconds before the browser was ended, or had no room for it. `gone`: the revision at which it was forgotten, if it
    /// was. Of several states of a dossier the one with the greatest revision comes first.
    pub fn recover(&self, store: &impl Store, session: &Session, found: Rc<Dossier>, gone: Option<u64>) -> Outcome {
        let mut outcome = Outcome::default();
        let id = found.id.clone();
        if gone.is_some_and(|gone| found.revision <= gone) {
            return outcome;
        }
        match (store.read(Shelf::Work, &id), store.read(Shelf::Trash, &id)) {
            (Kept::Copy(kept), _) if is_same(&kept, &found) => {}
            (Kept::Copy(kept), _) => {
                // Something was typed on the older state already: then that goes on.
                let at_rest = session.dossier(&id).is_some_and(|ours| self.has(ours));
                if found.revision > kept.revision && at_rest {
                    outcome.superseded.push(Rc::new(*kept));
                    outcome.actions.push(Action::Followed(found));
                } else {
                    outcome.superseded.push(found);
                }
            }
            (Kept::Nothing, Kept::Copy(binned))
                if found.revision > binned.revision && session.dossier(&id).is_none() =>
            {
                outcome.superseded.push(Rc::new(*binned));
                outcome.actions.push(Action::Restored { id });
                outcome.actions.push(Action::Followed(found));
            }
            (Kept::Nothing, Kept::Nothing) if session.dossier(&id).is_none() && !has(&session.trash, &id) => {
                outcome.actions.push(Action::Followed(found));
            }
            (_, Kept::Copy(binned)) if is_same(&binned, &found) => {}
            _ if session.dossiers.iter().chain(&session.trash).any(|shown| *shown == found) => {}
            // Something else is shown in its place, or cannot be read there.
            _ => outcome.superseded.push(found),
        }
        outcome
    }

    /// The whole store was cleared while the page was open: everything is kept once more.
    pub fn start_over(&mut self, store: &mut impl Store, session: &Session) -> Outcome {
        *self = Keeper::default();
        let mut outcome = self.keep(store, session);
        if outcome.fault.is_none() && !session.dossiers.is_empty() {
            outcome.news.push(News::KeptAgain);
        }
        outcome
    }
}

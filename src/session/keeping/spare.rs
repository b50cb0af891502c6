//! What finds no room in the store, and stands in the database until it does.

use std::rc::Rc;

use super::{Keeper, Kept, Outcome, Shelf, Store};
use crate::domain::dossier::Dossier;
use crate::session::{Action, Session};

/// States that stand in the database, each under a key of its own: no tab writes over what another one put there.
#[derive(Clone, Debug, Default)]
pub struct Spare(Vec<(String, Rc<Dossier>)>);

impl Spare {
    /// The database has this state whole, under this key.
    pub fn took(&mut self, key: String, dossier: Rc<Dossier>) {
        self.0.push((key, dossier));
    }

    pub fn has(&self, dossier: &Rc<Dossier>) -> bool {
        self.0.iter().any(|(_, state)| Rc::ptr_eq(state, dossier))
    }

    /// What is to be put there: what is shown as work and is neither kept nor there.
    pub fn wants(&self, keeper: &Keeper, session: &Session) -> Vec<Rc<Dossier>> {
        let is_wanted = |dossier: &&Rc<Dossier>| !keeper.has(dossier) && !self.has(dossier);
        session.dossiers.iter().filter(is_wanted).cloned().collect()
    }

    /// Lets go of what is kept by now, or is there in a newer state, or was given up. The keys that are free.
    pub fn let_go(&mut self, keeper: &Keeper, session: &Session) -> Vec<String> {
        let all = std::mem::take(&mut self.0);
        let is_there = |dossier: &Rc<Dossier>| all.iter().any(|(_, state)| Rc::ptr_eq(state, dossier));
        let unsafe_work = session.dossiers.iter().filter(|shown| !keeper.has(shown) && !is_there(shown));
        let unsafe_trash = session.trash.iter().filter(|binned| !keeper.has_binned(binned));
        let homeless: Vec<&Rc<Dossier>> = unsafe_work.chain(unsafe_trash).collect();
        // What goes on under another id, and stands nowhere under that, is still needed in its old place.
        let known =
            |id: &str| keeper.work.iter().chain(&keeper.trash).chain(all.iter().map(|it| &it.1)).any(|it| it.id == id);
        let all_known = homeless.iter().all(|one| known(&one.id));
        let is_needed = |state: &Rc<Dossier>| match session.dossier(&state.id) {
            Some(shown) if keeper.has(shown) => false,
            Some(shown) => Rc::ptr_eq(shown, state) || !is_there(shown),
            None => homeless.iter().any(|one| one.id == state.id),
        };
        let needed: Vec<bool> = all.iter().map(|(_, state)| !all_known || is_needed(state)).collect();
        let (needed, free): (Vec<_>, Vec<_>) = all.into_iter().zip(needed).partition(|(_, needed)| *needed);
        self.0 = needed.into_iter().map(|(state, _)| state).collect();
        free.into_iter().map(|((key, _), _)| key).collect()
    }
}

impl Keeper {
    /// Whether all that is shown is there at the next start: kept in its place, or to be found in the database by
    /// [`Keeper::recover`]. `gone`: the revision at which a dossier was forgotten, if it was.
    pub fn is_safe(
        &self,
        store: &impl Store,
        session: &Session,
        spare: &Spare,
        gone: impl Fn(&str) -> Option<u64>,
    ) -> bool {
        let is_found = |dossier: &Rc<Dossier>| {
            let before = match (store.read(Shelf::Work, &dossier.id), store.read(Shelf::Trash, &dossier.id)) {
                (Kept::Copy(kept), _) | (Kept::Nothing, Kept::Copy(kept)) => Some(kept.revision),
                (Kept::Nothing, Kept::Nothing) => None,
                _ => return false,
            };
            let is_newest = before.max(gone(&dossier.id)).is_none_or(|before| dossier.revision > before);
            is_newest && spare.has(dossier)
        };
        session.dossiers.iter().all(|dossier| self.has(dossier) || is_found(dossier))
            && session.trash.iter().all(|dossier| self.has_binned(dossier))
    }
}

impl Outcome {
    /// Whether this state is shown now.
    pub fn shows(&self, dossier: &Rc<Dossier>) -> bool {
        self.actions.iter().any(|action| matches!(action, Action::Followed(shown) if Rc::ptr_eq(shown, dossier)))
    }
}

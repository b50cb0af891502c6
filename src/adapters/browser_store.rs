//! The keeper's store in a browser: a text for each dossier in the storage, and its present state once more in the
//! database.

use super::latest::{forget_latest, keep_latest};
use super::{clock, storage};
use crate::domain::dossier::{Dossier, Field};
use crate::session::StorageFault;
use crate::session::keeping::{Kept, Shelf, Store};

/// The browser's storage, with how a second copy of a product is called.
pub struct BrowserStore<N> {
    pub copy_name: N,
}

impl<N: Fn(&str) -> String> Store for BrowserStore<N> {
    fn read(&self, shelf: Shelf, id: &str) -> Kept {
        storage::kept(shelf, id)
    }

    fn write(&mut self, shelf: Shelf, dossier: &Dossier) -> Result<(), StorageFault> {
        storage::save(shelf, dossier)?;
        keep_latest(dossier);
        Ok(())
    }

    fn remove(&mut self, shelf: Shelf, id: &str) {
        storage::forget(shelf, id);
        if [Shelf::Work, Shelf::Trash].into_iter().all(|shelf| self.read(shelf, id) == Kept::Nothing) {
            forget_latest(id);
        }
    }

    fn holds(&self, shelf: Shelf, id: &str) -> bool {
        storage::holds(shelf, id)
    }

    fn copy(&mut self, dossier: &Dossier) -> Dossier {
        let mut copy = Dossier { id: clock::fresh_id(), ..dossier.clone() };
        if !dossier.name().is_empty() {
            // All of it, however little of it a heading shows.
            let name = (self.copy_name)(dossier.fields.get(Field::ProductName).trim());
            copy.fields.set(Field::ProductName, name);
        }
        copy
    }
}

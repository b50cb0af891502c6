//! Two tabs on one store, in every order of events.

mod full;
mod model;
mod two_tabs;
mod walks;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::domain::decision::{Language, first};
use crate::session::{Change, StorageFault};

/// The store that all tabs share, and the clock.
#[derive(Default)]
struct Disk {
    work: BTreeMap<String, Dossier>,
    trash: BTreeMap<String, Dossier>,
    unreadable: BTreeSet<String>,
    full: bool,
    count: usize,
    /// Each dossier once more, in the database, unless that takes nothing.
    latest: BTreeMap<String, Dossier>,
    /// And what found no room, by a key of its own.
    spare: BTreeMap<String, Dossier>,
    no_database: bool,
    versions: Vec<Dossier>,
    gone: BTreeMap<String, u64>,
    /// What the browser has written to the disk: the rest is lost where it is ended at once.
    written: (BTreeMap<String, Dossier>, BTreeMap<String, Dossier>),
}

impl Disk {
    fn tick(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    fn shelf(&mut self, shelf: Shelf) -> &mut BTreeMap<String, Dossier> {
        match shelf {
            Shelf::Work => &mut self.work,
            Shelf::Trash => &mut self.trash,
        }
    }
}

#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Disk>>);

impl Store for Shared {
    fn read(&self, shelf: Shelf, id: &str) -> Kept {
        let mut disk = self.0.borrow_mut();
        if disk.unreadable.contains(id) {
            return Kept::Unreadable;
        }
        disk.shelf(shelf).get(id).map_or(Kept::Nothing, |dossier| Kept::Copy(Box::new(dossier.clone())))
    }

    fn write(&mut self, shelf: Shelf, dossier: &Dossier) -> Result<(), StorageFault> {
        let mut disk = self.0.borrow_mut();
        assert!(!disk.unreadable.contains(&dossier.id), "what cannot be read is left alone");
        if disk.full {
            return Err(StorageFault::Full);
        }
        disk.shelf(shelf).insert(dossier.id.clone(), dossier.clone());
        disk.gone.remove(&dossier.id);
        if !disk.no_database {
            disk.latest.insert(dossier.id.clone(), dossier.clone());
        }
        Ok(())
    }

    fn remove(&mut self, shelf: Shelf, id: &str) {
        let mut disk = self.0.borrow_mut();
        assert!(!disk.unreadable.contains(id), "what cannot be read is left alone");
        disk.shelf(shelf).remove(id);
        if !disk.no_database && !disk.work.contains_key(id) && !disk.trash.contains_key(id) {
            disk.latest.remove(id);
        }
    }

    fn copy(&mut self, dossier: &Dossier) -> Dossier {
        Dossier { id: format!("copy{}", self.0.borrow_mut().tick()), ..dossier.clone() }
    }
}

struct Tab {
    disk: Shared,
    session: Session,
    keeper: Keeper,
    spare: Spare,
}

impl Tab {
    /// A page as it starts, with what the storage has and what the database has once more.
    fn open(disk: &Shared) -> Tab {
        let shelf = |shelf: &BTreeMap<String, Dossier>| shelf.values().cloned().collect();
        let (dossiers, trash) = (shelf(&disk.0.borrow().work), shelf(&disk.0.borrow().trash));
        let session = Session::new(Language::Vi).with(dossiers, trash);
        let keeper = Keeper::found(disk, &session);
        let mut tab = Tab { disk: disk.clone(), keeper, session, spare: Spare::default() };
        let mut found: Vec<(Option<String>, Dossier)> = {
            let disk = disk.0.borrow();
            let spare = disk.spare.iter().map(|(key, dossier)| (Some(key.clone()), dossier.clone()));
            disk.latest.values().map(|dossier| (None, dossier.clone())).chain(spare).collect()
        };
        found.sort_by_key(|(_, dossier)| std::cmp::Reverse(dossier.revision));
        for (key, found) in found {
            let (gone, found) = (disk.0.borrow().gone.get(&found.id).copied(), Rc::new(found));
            let outcome = tab.keeper.recover(disk, &tab.session, found.clone(), gone);
            let is_shown = tab.take(outcome).shows(&found);
            match key {
                Some(key) if is_shown => tab.spare.took(key, found),
                Some(key) => drop(disk.0.borrow_mut().spare.remove(&key)),
                None => {}
            }
        }
        tab
    }

    fn act(&mut self, action: Action) {
        self.session = self.session.after(action);
    }

    /// Types a word at the end of what is written of the first criterion.
    fn types(&mut self, id: &str, word: &str) {
        let Some(dossier) = self.session.dossier(id) else { return };
        let change = Change::NoteWritten { position: 0, note: format!("{} {word}", dossier.entries[0].note) };
        // The clock stands still: it tells nothing.
        self.act(Action::Changed { id: id.to_owned(), change, at: "000000000".into() });
    }

    fn take(&mut self, outcome: Outcome) -> Outcome {
        for action in &outcome.actions {
            self.act(action.clone());
        }
        let mut disk = self.disk.0.borrow_mut();
        disk.versions.extend(outcome.superseded.iter().map(|old| (**old).clone()));
        disk.gone.extend(outcome.gone.iter().map(|gone| (gone.id.clone(), gone.revision)));
        drop(disk);
        outcome
    }

    fn keeps(&mut self) -> Outcome {
        let outcome = self.keeper.keep(&mut self.disk, &self.session);
        let outcome = self.take(outcome);
        let mut disk = self.disk.0.borrow_mut();
        if outcome.fault == Some(StorageFault::Full) && !disk.no_database {
            for dossier in self.spare.wants(&self.keeper, &self.session) {
                let key = format!("{}/{}", dossier.id, disk.tick());
                disk.spare.insert(key.clone(), (*dossier).clone());
                self.spare.took(key, dossier);
            }
        }
        for key in self.spare.let_go(&self.keeper, &self.session) {
            disk.spare.remove(&key);
        }
        drop(disk);
        outcome
    }

    /// Whether the page shows "saved".
    fn says_saved(&self, outcome: &Outcome) -> bool {
        match outcome.fault {
            None => !self.keeper.is_behind(&self.session),
            Some(_) => {
                let gone = |id: &str| self.disk.0.borrow().gone.get(id).copied();
                self.keeper.is_safe(&self.disk, &self.session, &self.spare, gone)
            }
        }
    }

    fn hears(&mut self, id: &str) -> Outcome {
        let outcome = self.keeper.follow(&mut self.disk, &self.session, id);
        self.take(outcome)
    }

    fn note(&self, id: &str) -> &str {
        self.session.dossier(id).map_or("(none)", |dossier| &dossier.entries[0].note)
    }
}

/// Two tabs that show the same dossier `a`.
fn two_tabs() -> (Shared, Tab, Tab) {
    let mut disk = Shared::default();
    let dossier = Dossier::new("a".into(), "000000000".into(), first().set(1).expect("set 1"));
    disk.write(Shelf::Work, &dossier).expect("an empty store has room");
    disk.0.borrow_mut().written.0.insert("a".into(), dossier);
    (disk.clone(), Tab::open(&disk), Tab::open(&disk))
}

fn kept_note(disk: &Shared, id: &str) -> String {
    disk.0.borrow().work.get(id).map_or("(none)".into(), |dossier| dossier.entries[0].note.clone())
}

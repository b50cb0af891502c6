//! A browser's storage and database that can fail, and a page on them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ocop::domain::decision::Language;
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::wire::{from_json, to_json};
use ocop::session::keeping::{Keeper, Kept, Outcome, Shelf, Spare, Store};
use ocop::session::{Action, Session, StorageFault};

type Texts = BTreeMap<String, String>;

/// What the tabs share.
#[derive(Clone)]
pub struct Disk(Rc<RefCell<State>>);

#[derive(Default)]
pub struct State {
    work: Texts,
    trash: Texts,
    /// The database: each dossier once more, and earlier versions.
    latest: Texts,
    /// What found no room elsewhere, by keys of their own.
    spare: Texts,
    versions: Vec<String>,
    gone: BTreeMap<String, u64>,
    /// What the browser has written to the disk so far.
    written: (Texts, Texts),
    waiting: Texts,
    count: usize,
    pub now: &'static str,
    pub blocked: bool,
    /// How many more writes there is room for.
    pub room: Option<usize>,
    pub no_database: bool,
    pub late_database: bool,
    /// After so many writes nothing happens any more: the browser is ended.
    pub dies_after: Option<usize>,
}

impl State {
    fn shelf(&mut self, shelf: Shelf) -> &mut Texts {
        match shelf {
            Shelf::Work => &mut self.work,
            Shelf::Trash => &mut self.trash,
        }
    }

    fn is_dead(&self) -> bool {
        self.dies_after == Some(0)
    }

    /// The browser's data are cleared under the page.
    pub fn clear(&mut self) {
        self.work.clear();
        self.trash.clear();
        self.latest.clear();
        self.spare.clear();
    }

    /// A kept text breaks off in the middle.
    pub fn spoil(&mut self, id: &str) {
        if let Some(text) = self.work.get_mut(id) {
            let half = text.floor_char_boundary(text.len() / 2);
            text.truncate(half);
        }
    }

    /// A tab of a build that knows no revisions writes on.
    pub fn write_as_an_older_build(&mut self, id: &str, note: &str) {
        let Some(Ok((mut dossier, _))) = self.work.get(id).map(|text| from_json(text)) else { return };
        dossier.revision = 0;
        dossier.updated = String::from("2026-11-06T00:00:00Z");
        dossier.entries[2].note = note.into();
        self.work.insert(id.into(), to_json(&dossier));
    }

    /// What the database was slow with is written at last.
    pub fn late_writes(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.latest.extend(waiting);
    }

    /// The next start finds a browser in order.
    pub fn heal(&mut self) {
        (self.blocked, self.room, self.no_database, self.dies_after) = (false, None, false, None);
    }
}

impl Disk {
    pub fn with(dossier: Dossier) -> Disk {
        let state = State { now: "2026-11-05T01:00:00Z", ..State::default() };
        let mut disk = Disk(Rc::new(RefCell::new(state)));
        disk.write(Shelf::Work, &dossier).expect("an empty store has room");
        disk
    }

    pub fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.0.borrow_mut());
    }

    pub fn clock(&self) -> String {
        self.0.borrow().now.to_owned()
    }

    /// The browser writes to the disk what it was given.
    pub fn sync(&self) {
        let mut state = self.0.borrow_mut();
        state.written = (state.work.clone(), state.trash.clone());
    }

    /// It is ended before it has done so once more. The database is written at once.
    pub fn lose_last_seconds(&self) {
        let mut state = self.0.borrow_mut();
        (state.work, state.trash) = state.written.clone();
    }

    pub fn keep_version(&self, dossier: &Dossier) {
        self.0.borrow_mut().versions.push(to_json(dossier));
    }

    /// Earlier versions, and what stands there and cannot be read.
    pub fn rest(&self) -> Vec<String> {
        let state = self.0.borrow();
        let broken = state.work.values().chain(state.trash.values()).filter(|text| from_json(text).is_err());
        state.versions.iter().chain(broken).cloned().collect()
    }
}

impl Store for Disk {
    fn read(&self, shelf: Shelf, id: &str) -> Kept {
        match self.0.borrow_mut().shelf(shelf).get(id).map(|text| from_json(text)) {
            None => Kept::Nothing,
            Some(Ok((dossier, _))) => Kept::Copy(Box::new(dossier)),
            Some(Err(_)) => Kept::Unreadable,
        }
    }

    fn write(&mut self, shelf: Shelf, dossier: &Dossier) -> Result<(), StorageFault> {
        let mut state = self.0.borrow_mut();
        if state.is_dead() {
            return Ok(());
        }
        state.dies_after = state.dies_after.map(|left| left - 1);
        if state.blocked {
            return Err(StorageFault::Blocked);
        }
        match state.room {
            Some(0) => return Err(StorageFault::Full),
            room => state.room = room.map(|room| room - 1),
        }
        let text = to_json(dossier);
        state.shelf(shelf).insert(dossier.id.clone(), text.clone());
        state.gone.remove(&dossier.id);
        if state.late_database {
            state.waiting.insert(dossier.id.clone(), text);
        } else if !state.no_database {
            state.latest.insert(dossier.id.clone(), text);
        }
        Ok(())
    }

    fn remove(&mut self, shelf: Shelf, id: &str) {
        let mut state = self.0.borrow_mut();
        if state.is_dead() || state.blocked {
            return;
        }
        state.shelf(shelf).remove(id);
        if !state.no_database && !state.work.contains_key(id) && !state.trash.contains_key(id) {
            state.latest.remove(id);
            state.waiting.remove(id);
        }
    }

    fn copy(&mut self, dossier: &Dossier) -> Dossier {
        let mut state = self.0.borrow_mut();
        state.count += 1;
        Dossier { id: format!("copy{}", state.count), ..dossier.clone() }
    }
}

/// A page in a tab.
pub struct Page {
    pub disk: Disk,
    pub session: Session,
    pub keeper: Keeper,
    spare: Spare,
    fault: Option<StorageFault>,
}

impl Page {
    /// As it starts: with what the storage has, and what the database has once more.
    pub fn open(disk: &Disk) -> Page {
        let read = |texts: &Texts| -> Vec<Dossier> {
            texts.values().filter_map(|text| from_json(text).ok()).map(|(dossier, _)| dossier).collect()
        };
        let (work, trash) = (read(&disk.0.borrow().work), read(&disk.0.borrow().trash));
        let session = Session::new(Language::Vi).with(work, trash);
        let keeper = Keeper::found(disk, &session);
        let mut page = Page { disk: disk.clone(), session, keeper, spare: Spare::default(), fault: None };
        let (latest, spare) = (disk.0.borrow().latest.clone(), disk.0.borrow().spare.clone());
        let read = |(key, text): (String, String)| Some((key, Rc::new(from_json(&text).ok()?.0)));
        let mut found: Vec<(String, Rc<Dossier>)> = latest.into_iter().chain(spare).filter_map(read).collect();
        found.sort_by_key(|(_, dossier)| std::cmp::Reverse(dossier.revision));
        for (key, found) in found {
            let gone = disk.0.borrow().gone.get(&found.id).copied();
            let outcome = page.keeper.recover(disk, &page.session, found.clone(), gone);
            let is_shown = outcome.shows(&found);
            page.take(outcome);
            if key == found.id {
                continue;
            }
            if is_shown {
                page.spare.took(key, found);
            } else {
                disk.set(|disk| drop(disk.spare.remove(&key)));
            }
        }
        page
    }

    pub fn act(&mut self, action: Action) {
        self.session = self.session.after(action);
    }

    pub fn keep(&mut self) {
        let outcome = self.keeper.keep(&mut self.disk, &self.session);
        self.fault = outcome.fault;
        self.take(outcome);
        let mut state = self.disk.0.borrow_mut();
        if self.fault == Some(StorageFault::Full) && !state.no_database {
            for dossier in self.spare.wants(&self.keeper, &self.session) {
                state.count += 1;
                let key = format!("{}/{}", dossier.id, state.count);
                state.spare.insert(key.clone(), to_json(&dossier));
                self.spare.took(key, dossier);
            }
        }
        for key in self.spare.let_go(&self.keeper, &self.session) {
            state.spare.remove(&key);
        }
    }

    fn take(&mut self, outcome: Outcome) {
        outcome.actions.into_iter().for_each(|action| self.act(action));
        let mut state = self.disk.0.borrow_mut();
        state.versions.extend(outcome.superseded.iter().map(|old| to_json(old)));
        state.gone.extend(outcome.gone.iter().map(|gone| (gone.id.clone(), gone.revision)));
    }

    /// Whether the page shows "saved", and nothing that is not.
    pub fn says_saved(&self) -> bool {
        let gone = |id: &str| self.disk.0.borrow().gone.get(id).copied();
        match self.fault {
            None => !self.keeper.is_behind(&self.session),
            Some(_) => self.keeper.is_safe(&self.disk, &self.session, &self.spare, gone),
        }
    }
}

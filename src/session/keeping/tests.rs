//! Two tabs on one store, in every order of events.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

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

#[test]
fn the_later_tab_gives_way_and_its_words_stand_beside() {
    let (disk, mut one, mut two) = two_tabs();
    one.types("a", "one");
    two.types("a", "two");
    assert_eq!(one.keeps().news, []);
    let outcome = two.keeps();
    assert_eq!(outcome.news, [News::CopyMade]);
    assert_eq!((kept_note(&disk, "a"), two.note("a")), (" one".into(), " one"));
    let copy = two.session.dossiers.iter().find(|dossier| dossier.id != "a").expect("a copy");
    assert_eq!(copy.entries[0].note, " two");
    assert_eq!(kept_note(&disk, &copy.id), " two");
    assert!(!two.keeper.is_behind(&two.session));
}

#[test]
fn hearing_of_it_before_keeping_comes_to_the_same() {
    let (disk, mut one, mut two) = two_tabs();
    one.types("a", "one");
    two.types("a", "two");
    one.keeps();
    assert_eq!(two.hears("a").news, [News::CopyMade]);
    assert_eq!(two.keeps(), Outcome::default());
    assert_eq!(kept_note(&disk, "a"), " one");
    assert_eq!(disk.0.borrow().work.len(), 2);
}

#[test]
fn a_tab_that_only_looks_follows_without_a_copy() {
    let (disk, mut one, mut two) = two_tabs();
    one.types("a", "one");
    one.keeps();
    assert_eq!(two.hears("a").news, [News::Followed]);
    assert_eq!(two.note("a"), " one");
    two.types("a", "two");
    assert_eq!(two.keeps().news, []);
    assert_eq!(kept_note(&disk, "a"), " one two");
    assert_eq!(disk.0.borrow().work.len(), 1);
}

#[test]
fn a_tab_hears_of_its_own_words_without_harm() {
    let (_, mut one, _) = two_tabs();
    one.types("a", "one");
    assert_eq!(one.hears("a"), Outcome::default());
    one.keeps();
    assert_eq!(one.hears("a"), Outcome::default());
}

#[test]
fn a_full_store_leaves_what_was_kept_and_is_tried_again() {
    let (disk, mut one, _) = two_tabs();
    one.types("a", "one");
    one.keeps();
    disk.0.borrow_mut().full = true;
    one.types("a", "more");
    assert_eq!(one.keeps().fault, Some(StorageFault::Full));
    assert_eq!(kept_note(&disk, "a"), " one");
    assert!(one.keeper.is_behind(&one.session));
    disk.0.borrow_mut().full = false;
    assert_eq!(one.keeps().fault, None);
    assert_eq!(kept_note(&disk, "a"), " one more");
}

#[test]
fn a_copy_that_cannot_be_made_leaves_both_as_they_are() {
    let (disk, mut one, mut two) = two_tabs();
    one.types("a", "one");
    one.keeps();
    two.types("a", "two");
    disk.0.borrow_mut().full = true;
    assert_eq!(two.keeps().fault, Some(StorageFault::Full));
    assert_eq!((kept_note(&disk, "a"), two.note("a")), (" one".into(), " two"));
}

#[test]
fn a_deletion_that_cannot_be_written_deletes_nothing() {
    let (disk, mut one, _) = two_tabs();
    disk.0.borrow_mut().full = true;
    one.act(Action::Deleted { id: "a".into() });
    assert_eq!(one.keeps().fault, Some(StorageFault::Full));
    assert_eq!(disk.0.borrow().work.len(), 1);
    disk.0.borrow_mut().full = false;
    one.keeps();
    assert_eq!((disk.0.borrow().work.len(), disk.0.borrow().trash.len()), (0, 1));
}

#[test]
fn a_deletion_reaches_the_tab_that_only_looks() {
    let (disk, mut one, mut two) = two_tabs();
    one.act(Action::Deleted { id: "a".into() });
    one.keeps();
    assert_eq!(two.hears("a").news, [News::DeletedElsewhere]);
    assert_eq!((two.session.dossiers.len(), two.session.trash.len()), (0, 1));
    two.act(Action::Restored { id: "a".into() });
    two.keeps();
    assert_eq!((disk.0.borrow().work.len(), disk.0.borrow().trash.len()), (1, 0));
    one.hears("a");
    assert_eq!((one.session.dossiers.len(), one.session.trash.len()), (1, 0));
}

#[test]
fn what_is_being_typed_survives_a_deletion_elsewhere() {
    let (disk, mut one, mut two) = two_tabs();
    two.types("a", "two");
    one.act(Action::Deleted { id: "a".into() });
    one.keeps();
    assert_eq!(two.hears("a"), Outcome::default());
    assert_eq!(two.keeps().news, [], "deleted, and not cleared from the browser");
    assert_eq!(kept_note(&disk, "a"), " two");
    assert!(disk.0.borrow().trash.is_empty());
}

#[test]
fn what_another_tab_has_just_changed_is_not_deleted() {
    let (disk, mut one, mut two) = two_tabs();
    two.types("a", "two");
    two.keeps();
    one.act(Action::Deleted { id: "a".into() });
    assert_eq!(one.keeps().news, [News::NotDeleted]);
    assert_eq!((kept_note(&disk, "a"), one.note("a")), (" two".into(), " two"));
    assert!(disk.0.borrow().trash.is_empty() && one.session.trash.is_empty());
}

#[test]
fn what_was_cleared_under_the_page_is_kept_again() {
    let (disk, mut one, _) = two_tabs();
    one.types("a", "one");
    one.keeps();
    disk.0.borrow_mut().work.clear();
    assert_eq!(one.hears("a").news, [News::KeptAgain]);
    assert_eq!(kept_note(&disk, "a"), " one");
    disk.0.borrow_mut().work.clear();
    one.types("a", "more");
    assert_eq!(one.keeps().news, [News::KeptAgain]);
    disk.0.borrow_mut().work.clear();
    assert_eq!(one.keeper.start_over(&mut one.disk, &one.session).news, [News::KeptAgain]);
    assert_eq!(kept_note(&disk, "a"), " one more");
}

#[test]
fn what_cannot_be_read_is_never_written_over() {
    let (disk, mut one, _) = two_tabs();
    disk.0.borrow_mut().unreadable.insert("a".into());
    one.types("a", "one");
    assert_eq!(one.keeps().news, [News::CopyMade]);
    assert!(one.session.dossier("a").is_none());
    assert_eq!(one.session.dossiers[0].entries[0].note, " one");
    assert!(!one.keeper.is_behind(&one.session));
}

#[test]
fn only_what_is_forgotten_everywhere_is_gone() {
    let (disk, mut one, mut two) = two_tabs();
    one.act(Action::Deleted { id: "a".into() });
    assert_eq!(one.keeps().gone, []);
    two.hears("a");
    one.act(Action::Forgotten { id: "a".into() });
    assert_eq!(one.keeps().gone.len(), 1);
    two.hears("a");
    assert!(two.session.trash.is_empty() && disk.0.borrow().trash.is_empty());
}

#[test]
fn what_another_tab_changed_and_threw_away_stays_in_the_trash() {
    let (disk, mut one, mut two) = two_tabs();
    one.types("a", "one");
    one.keeps();
    one.act(Action::Deleted { id: "a".into() });
    one.keeps();
    two.types("a", "two");
    assert_eq!(two.keeps().news, [News::CopyMade]);
    assert_eq!(disk.0.borrow().trash["a"].entries[0].note, " one");
    let kept: Vec<String> = disk.0.borrow().work.values().map(|dossier| dossier.entries[0].note.clone()).collect();
    assert_eq!(kept, [" two"]);
}

#[test]
fn deleting_and_forgetting_in_one_go_leaves_nothing() {
    let (disk, mut one, _) = two_tabs();
    one.act(Action::Deleted { id: "a".into() });
    one.act(Action::Forgotten { id: "a".into() });
    assert_eq!(one.keeps().gone.len(), 1);
    assert!(disk.0.borrow().work.is_empty() && disk.0.borrow().trash.is_empty());
    assert!(!one.keeper.is_behind(&one.session));
}

#[test]
fn what_was_handed_over_unkept_is_kept_without_ado() {
    let (disk, mut one, _) = two_tabs();
    let new = Dossier::new("b".into(), "000000001".into(), first().set(1).expect("set 1"));
    one.act(Action::DossierAdded(Rc::new(new)));
    one.keeper = Keeper::found(&disk, &one.session);
    assert!(one.keeper.is_behind(&one.session));
    assert_eq!(one.keeps(), Outcome::default());
    assert_eq!(disk.0.borrow().work.len(), 2);
}

#[test]
fn an_earlier_file_in_a_forgotten_place_is_newer_than_what_another_tab_knows() {
    let (disk, mut one, mut two) = two_tabs();
    let file = one.session.dossier("a").cloned().expect("a");
    one.types("a", "one");
    one.keeps();
    two.hears("a");
    two.act(Action::Deleted { id: "a".into() });
    two.act(Action::Forgotten { id: "a".into() });
    two.act(Action::Replaced(file));
    two.types("a", "two");
    two.keeps();
    assert_eq!(kept_note(&disk, "a"), " two");
    one.types("a", "more");
    assert_eq!(one.keeps().news, [News::CopyMade]);
    assert_eq!(kept_note(&disk, "a"), " two");
}

#[test]
fn a_file_of_an_earlier_state_is_newer_than_what_still_stands_in_the_trash() {
    let (disk, mut one, _) = two_tabs();
    let file = one.session.dossier("a").cloned().expect("a");
    one.types("a", "một");
    one.act(Action::Deleted { id: "a".into() });
    one.keeps();
    let written = (disk.0.borrow().work.clone(), disk.0.borrow().trash.clone());
    one.act(Action::Forgotten { id: "a".into() });
    one.act(Action::Replaced(file));
    one.keeps();
    assert!(!one.keeper.is_behind(&one.session));
    // The browser is ended before it writes that to the disk.
    (disk.0.borrow_mut().work, disk.0.borrow_mut().trash) = written;
    assert_eq!(Tab::open(&disk).note("a"), "", "what was opened last is the dossier");
}

#[test]
fn what_another_tab_took_out_of_the_trash_is_put_there_before_it_leaves_the_work() {
    let (disk, mut one, mut two) = two_tabs();
    one.act(Action::Deleted { id: "a".into() });
    one.keeps();
    two.hears("a");
    two.act(Action::Restored { id: "a".into() });
    one.act(Action::Restored { id: "a".into() });
    one.keeps();
    two.hears("a");
    two.act(Action::Deleted { id: "a".into() });
    two.keeps();
    assert!(disk.0.borrow().trash.contains_key("a") && disk.0.borrow().work.is_empty());
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Type,
    Keep,
    Hear,
    Delete,
    Restore,
    Forget,
    /// A file is opened that was written when these words were in the dossier.
    Open(usize),
    /// The same, in the place of what is here.
    Replace(usize),
    Undo,
    Fill(bool),
    Database(bool),
    /// The browser writes to the disk what it was given.
    Sync,
    /// The browser is ended, with or without what it has not yet written to the disk, and started again.
    Kill {
        loses: bool,
    },
}

fn step() -> impl Strategy<Value = (bool, Step)> {
    let step = prop_oneof![
        6 => Just(Step::Type),
        5 => Just(Step::Keep),
        3 => Just(Step::Hear),
        2 => Just(Step::Delete),
        2 => Just(Step::Restore),
        1 => Just(Step::Forget),
        2 => (0..9_usize).prop_map(Step::Open),
        1 => (0..9_usize).prop_map(Step::Replace),
        1 => Just(Step::Undo),
        1 => any::<bool>().prop_map(Step::Fill),
        1 => any::<bool>().prop_map(Step::Database),
        1 => Just(Step::Sync),
        2 => any::<bool>().prop_map(|loses| Step::Kill { loses }),
    ];
    (any::<bool>(), step)
}

/// Two tabs, the files that were written so far, and the words that must not be lost.
struct World {
    disk: Shared,
    tabs: [Tab; 2],
    files: Vec<Dossier>,
    /// Words that a page said were kept.
    promised: BTreeSet<String>,
    given_up: BTreeSet<String>,
    /// Whether the database had everything so far.
    whole_database: bool,
}

fn words(dossiers: &[Rc<Dossier>]) -> BTreeSet<String> {
    let of = |dossier: &Rc<Dossier>| dossier.entries[0].note.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    dossiers.iter().flat_map(of).collect()
}

impl World {
    fn new() -> World {
        let (disk, one, two) = two_tabs();
        let files = vec![(**one.session.dossier("a").expect("a")).clone()];
        World {
            disk,
            tabs: [one, two],
            files,
            promised: BTreeSet::new(),
            given_up: BTreeSet::new(),
            whole_database: true,
        }
    }

    fn keeps(&mut self, which: usize) {
        let tab = &mut self.tabs[which];
        let outcome = tab.keeps();
        if tab.says_saved(&outcome) {
            let shown: Vec<Rc<Dossier>> = tab.session.dossiers.iter().chain(&tab.session.trash).cloned().collect();
            self.promised.extend(words(&shown));
        }
    }

    /// What the reader gives up by his own word is no longer promised.
    fn give_up(&mut self, given_up: &[Rc<Dossier>]) {
        self.given_up.extend(words(given_up));
    }

    fn walk(&mut self, number: usize, which: usize, step: Step) {
        let first = |tab: &Tab| tab.session.dossiers.first().cloned();
        match step {
            Step::Type => {
                if let Some(dossier) = first(&self.tabs[which]) {
                    self.tabs[which].types(&dossier.id, &format!("w{number}."));
                    self.files.extend(self.tabs[which].session.dossier(&dossier.id).map(|now| (**now).clone()));
                }
            }
            Step::Keep => self.keeps(which),
            Step::Hear => {
                let ids: BTreeSet<String> = {
                    let disk = self.disk.0.borrow();
                    let session = &self.tabs[which].session;
                    let shown = session.dossiers.iter().chain(&session.trash).map(|dossier| dossier.id.clone());
                    disk.work.keys().chain(disk.trash.keys()).cloned().chain(shown).collect()
                };
                ids.iter().for_each(|id| drop(self.tabs[which].hears(id)));
            }
            Step::Delete => {
                if let Some(dossier) = first(&self.tabs[which]) {
                    let before = self.tabs[which].session.trash.clone();
                    self.tabs[which].act(Action::Deleted { id: dossier.id.clone() });
                    let kept = self.tabs[which].session.trash.clone();
                    let out: Vec<_> = before.into_iter().filter(|binned| !has(&kept, &binned.id)).collect();
                    self.give_up(&out);
                }
            }
            Step::Restore => {
                if let Some(id) = self.tabs[which].session.trash.first().map(|dossier| dossier.id.clone()) {
                    self.tabs[which].act(Action::Restored { id });
                }
            }
            Step::Forget => {
                if let Some(dossier) = self.tabs[which].session.trash.first().cloned() {
                    self.tabs[which].act(Action::Forgotten { id: dossier.id.clone() });
                    self.give_up(&[dossier]);
                }
            }
            Step::Open(file) => {
                let file = self.files[file % self.files.len()].clone();
                self.tabs[which].act(Action::DossierAdded(Rc::new(file)));
            }
            Step::Replace(file) => {
                let file = self.files[file % self.files.len()].clone();
                if let Some(old) = self.tabs[which].session.dossier(&file.id).cloned() {
                    self.give_up(&[old]);
                }
                self.tabs[which].act(Action::Replaced(Rc::new(file)));
            }
            Step::Undo => {
                let tab = &mut self.tabs[which];
                let before = tab.session.clone();
                if let Some(dossier) = first(tab) {
                    tab.act(Action::Deleted { id: dossier.id.clone() });
                    tab.act(Action::Restored { id: dossier.id.clone() });
                    let out: Vec<_> =
                        before.trash.into_iter().filter(|binned| !has(&tab.session.trash, &binned.id)).collect();
                    self.give_up(&out);
                }
            }
            Step::Fill(full) => self.disk.0.borrow_mut().full = full,
            Step::Database(works) => {
                self.disk.0.borrow_mut().no_database = !works;
                self.whole_database &= works;
            }
            Step::Sync => {
                let mut disk = self.disk.0.borrow_mut();
                disk.written = (disk.work.clone(), disk.trash.clone());
            }
            Step::Kill { loses } => {
                if loses && self.whole_database {
                    let mut disk = self.disk.0.borrow_mut();
                    let (work, trash) = disk.written.clone();
                    (disk.work, disk.trash) = (work, trash);
                }
                self.tabs = [Tab::open(&self.disk), Tab::open(&self.disk)];
            }
        }
    }

    fn one_id_one_place(&self) -> Result<(), TestCaseError> {
        for tab in &self.tabs {
            let mut seen = BTreeSet::new();
            for dossier in tab.session.dossiers.iter().chain(&tab.session.trash) {
                prop_assert!(seen.insert(dossier.id.clone()), "{} stands in two places", dossier.id);
            }
        }
        Ok(())
    }
}

/// One tab takes a dossier out of the trash while the other opens it from a file and goes on; then both delete it.
#[test]
fn of_two_copies_that_two_tabs_threw_away_neither_is_lost() {
    let mut world = World::new();
    let steps = [
        (0, Step::Delete),
        (0, Step::Keep),
        (1, Step::Hear),
        (1, Step::Restore),
        (0, Step::Open(0)),
        (0, Step::Type),
        (1, Step::Keep),
        (0, Step::Undo),
        (1, Step::Delete),
        (0, Step::Delete),
        (0, Step::Keep),
        (1, Step::Keep),
    ];
    for (number, (which, step)) in steps.into_iter().enumerate() {
        world.walk(number, which, step);
    }
    assert!(words(&Tab::open(&world.disk).session.trash).contains("w5."));
}

/// What was forgotten is opened from a file and changed within the same instant, and is another state all the same.
#[test]
fn what_was_opened_again_after_it_was_forgotten_is_no_state_that_another_tab_knows() {
    let mut world = World::new();
    let steps = [
        (0, Step::Replace(0)),
        (0, Step::Delete),
        (0, Step::Keep),
        (0, Step::Kill { loses: false }),
        (0, Step::Undo),
        (0, Step::Forget),
        (0, Step::Open(0)),
        (0, Step::Undo),
        (1, Step::Restore),
        (0, Step::Type),
        (0, Step::Keep),
        (0, Step::Delete),
        (0, Step::Keep),
        (1, Step::Keep),
    ];
    for (number, (which, step)) in steps.into_iter().enumerate() {
        world.walk(number, which, step);
    }
    let shown = Tab::open(&world.disk).session;
    assert!([&shown.dossiers, &shown.trash].into_iter().any(|shelf| words(shelf).contains("w9.")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Whatever happens in two tabs, in whatever order and with a clock that stands still: a dossier is in
    /// one place, and every word that a page said was kept is there after the next start, unless the
    /// reader gave it up.
    #[test]
    fn no_kept_word_is_lost_and_no_dossier_is_in_two_places(steps in prop::collection::vec(step(), 1..60)) {
        let mut world = World::new();
        for (number, (second, step)) in steps.into_iter().enumerate() {
            world.walk(number, usize::from(second), step);
            world.one_id_one_place()?;
        }
        {
            let mut disk = world.disk.0.borrow_mut();
            disk.full = false;
        }
        for which in 0..2 {
            world.keeps(which);
            // What it gave way to is in its session now, and is kept in turn.
            world.keeps(which);
            prop_assert!(!world.tabs[which].keeper.is_behind(&world.tabs[which].session), "all is kept in the end");
            world.one_id_one_place()?;
        }
        let shown = Tab::open(&world.disk).session;
        let disk = world.disk.0.borrow();
        let versions: Vec<Rc<Dossier>> = disk.versions.iter().cloned().map(Rc::new).collect();
        let there: BTreeSet<String> =
            [&shown.dossiers, &shown.trash, &versions].into_iter().flat_map(|shelf| words(shelf)).collect();
        let lost: Vec<&String> = world.promised.difference(&there).filter(|word| !world.given_up.contains(*word)).collect();
        prop_assert!(lost.is_empty(), "lost: {lost:?}; there: {there:?}");
    }
}

#[test]
fn what_finds_no_room_is_named_and_kept_by_a_later_try_without_a_change() {
    let disk = Shared::default();
    let mut tab = Tab::open(&disk);
    for id in ["a", "b", "c"] {
        let dossier = Dossier::new(id.into(), String::new(), first().set(1).expect("set 1"));
        tab.act(Action::DossierAdded(Rc::new(dossier)));
    }
    tab.keeps();
    disk.0.borrow_mut().full = true;
    tab.types("a", "một");
    tab.types("c", "hai");
    assert_eq!(tab.keeps().fault, Some(StorageFault::Full));
    let mut unkept = tab.keeper.unkept(&tab.session);
    unkept.sort();
    assert_eq!(unkept, ["a", "c"]);
    disk.0.borrow_mut().full = false;
    assert_eq!(tab.keeps().fault, None);
    assert!(tab.keeper.unkept(&tab.session).is_empty());
    assert_eq!(disk.0.borrow().work["c"].entries[0].note.trim(), "hai");
}

#[test]
fn what_finds_no_room_in_the_store_stands_in_the_database_and_is_shown_by_the_next_start() {
    let (disk, mut one, mut two) = two_tabs();
    disk.0.borrow_mut().full = true;
    one.types("a", "một");
    let outcome = one.keeps();
    assert_eq!(outcome.fault, Some(StorageFault::Full));
    assert!(one.says_saved(&outcome), "the database has it");
    // Another tab, which knows nothing of it, writes over nothing.
    two.types("a", "hai");
    let outcome = two.keeps();
    assert!(two.says_saved(&outcome));
    two.types("a", "ba");
    two.keeps();
    assert_eq!(disk.0.borrow().spare.len(), 2, "one state of each tab: an earlier one is let go of");
    let mut again = Tab::open(&disk);
    assert_eq!(again.note("a"), " hai ba", "the newest, while there is no room still");
    assert_eq!(disk.0.borrow().versions.iter().filter(|one| one.entries[0].note == " một").count(), 1);
    assert!(again.keeps().fault.is_some());
    disk.0.borrow_mut().full = false;
    assert_eq!(again.keeps().fault, None);
    assert_eq!(kept_note(&disk, "a"), " hai ba");
    assert!(disk.0.borrow().spare.is_empty(), "nothing is there once more where there is room");
}

#[test]
fn what_is_in_no_place_where_it_is_found_again_is_not_called_saved() {
    let (disk, mut one, _) = two_tabs();
    disk.0.borrow_mut().full = true;
    disk.0.borrow_mut().no_database = true;
    one.types("a", "một");
    let outcome = one.keeps();
    assert!(!one.says_saved(&outcome), "the database takes nothing either");
    disk.0.borrow_mut().no_database = false;
    one.act(Action::Deleted { id: "a".into() });
    let outcome = one.keeps();
    assert!(!one.says_saved(&outcome), "the next start shows it among the work");
}

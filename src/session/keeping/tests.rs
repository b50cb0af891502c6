//! Two tabs on one store, in every order of events.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::domain::decision::{Language, set};
use crate::session::Change;

/// The store that all tabs share, and the clock.
#[derive(Default)]
struct Disk {
    work: BTreeMap<String, Dossier>,
    trash: BTreeMap<String, Dossier>,
    unreadable: BTreeSet<String>,
    full: bool,
    count: usize,
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
        Ok(())
    }

    fn remove(&mut self, shelf: Shelf, id: &str) {
        self.0.borrow_mut().shelf(shelf).remove(id);
    }

    fn copy(&mut self, dossier: &Dossier) -> Dossier {
        Dossier { id: format!("copy{}", self.0.borrow_mut().tick()), ..dossier.clone() }
    }
}

struct Tab {
    disk: Shared,
    session: Session,
    keeper: Keeper,
}

impl Tab {
    fn open(disk: &Shared) -> Tab {
        let mut session = Session::new(Language::Vi);
        session.dossiers = disk.0.borrow().work.values().cloned().map(Rc::new).collect();
        session.trash = disk.0.borrow().trash.values().cloned().map(Rc::new).collect();
        Tab { disk: disk.clone(), keeper: Keeper::of(&session), session }
    }

    fn act(&mut self, action: Action) {
        self.session = self.session.after(action);
    }

    /// Types a word at the end of what is written of the first criterion.
    fn types(&mut self, id: &str, word: &str) {
        let Some(dossier) = self.session.dossier(id) else { return };
        let change = Change::NoteWritten { position: 0, note: format!("{} {word}", dossier.entries[0].note) };
        let at = format!("{:09}", self.disk.0.borrow_mut().tick());
        self.act(Action::Changed { id: id.to_owned(), change, at });
    }

    fn take(&mut self, outcome: Outcome) -> Outcome {
        for action in &outcome.actions {
            self.act(action.clone());
        }
        outcome
    }

    fn keeps(&mut self) -> Outcome {
        let outcome = self.keeper.keep(&mut self.disk, &self.session);
        self.take(outcome)
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
    let disk = Shared::default();
    let dossier = Dossier::new("a".into(), "000000000".into(), set(1).expect("set 1"));
    disk.0.borrow_mut().work.insert("a".into(), dossier);
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
    assert_eq!(two.keeps().news, [News::KeptAgain]);
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
    let new = Dossier::new("b".into(), "000000001".into(), set(1).expect("set 1"));
    one.act(Action::DossierAdded(Rc::new(new)));
    one.keeper = Keeper::found(&disk, &one.session);
    assert!(one.keeper.is_behind(&one.session));
    assert_eq!(one.keeps(), Outcome::default());
    assert_eq!(disk.0.borrow().work.len(), 2);
}

#[derive(Clone, Debug)]
enum Step {
    Type,
    Keep,
    Hear,
    Delete,
    Restore,
    Fill(bool),
}

fn step() -> impl Strategy<Value = (bool, Step)> {
    let step = prop_oneof![
        4 => Just(Step::Type),
        3 => Just(Step::Keep),
        3 => Just(Step::Hear),
        1 => Just(Step::Delete),
        1 => Just(Step::Restore),
        1 => any::<bool>().prop_map(Step::Fill),
    ];
    (any::<bool>(), step)
}

proptest! {
    /// Every word that was ever typed into a tab stands on one of the shelves in the end, unless its
    /// own tab threw the dossier away before it was kept.
    #[test]
    fn no_word_is_lost_between_two_tabs(steps in prop::collection::vec(step(), 1..40)) {
        let (disk, one, two) = two_tabs();
        let mut tabs = [one, two];
        let mut words = Vec::new();
        for (number, (second, step)) in steps.into_iter().enumerate() {
            let tab = &mut tabs[usize::from(second)];
            let ids: BTreeSet<String> = {
                let disk = disk.0.borrow();
                let shown = tab.session.dossiers.iter().chain(&tab.session.trash).map(|dossier| dossier.id.clone());
                disk.work.keys().chain(disk.trash.keys()).cloned().chain(shown).collect()
            };
            match step {
                Step::Type => {
                    let word = format!("w{number}.");
                    if let Some(id) = tab.session.dossiers.first().map(|dossier| dossier.id.clone()) {
                        tab.types(&id, &word);
                        words.push(word);
                    }
                }
                Step::Keep => {
                    tab.keeps();
                }
                Step::Hear => ids.iter().for_each(|id| {
                    tab.hears(id);
                }),
                // A dossier is thrown away as it is kept, so that its words are not at stake.
                Step::Delete => {
                    tab.keeps();
                    if let Some(id) = tab.session.dossiers.first().map(|dossier| dossier.id.clone())
                        && !tab.keeper.is_behind(&tab.session)
                    {
                        tab.act(Action::Deleted { id });
                        tab.keeps();
                    }
                }
                Step::Restore => {
                    if let Some(id) = tab.session.trash.first().map(|dossier| dossier.id.clone()) {
                        tab.act(Action::Restored { id });
                    }
                }
                Step::Fill(full) => disk.0.borrow_mut().full = full,
            }
        }
        disk.0.borrow_mut().full = false;
        for tab in &mut tabs {
            tab.keeps();
            prop_assert!(!tab.keeper.is_behind(&tab.session), "all is kept in the end");
        }
        let disk = disk.0.borrow();
        let all: String = disk.work.values().chain(disk.trash.values()).map(|d| d.entries[0].note.clone()).collect();
        for word in words {
            prop_assert!(all.contains(&word), "{word} is lost; kept: {all}");
        }
    }
}

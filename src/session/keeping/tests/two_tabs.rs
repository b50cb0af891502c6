//! What two tabs do to each other, step by step.

use super::*;

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
    assert_eq!(one.keeps().news, [News::BesideUnreadable], "no other tab did anything");
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

/// A browser that was ended in the middle may leave an earlier state in the trash.
#[test]
fn what_is_thrown_away_does_not_give_way_to_an_earlier_state_in_the_trash() {
    let (disk, mut one, _) = two_tabs();
    let earlier = disk.0.borrow().work["a"].clone();
    one.types("a", "một");
    one.keeps();
    disk.0.borrow_mut().trash.insert("a".into(), earlier);
    one.act(Action::Deleted { id: "a".into() });
    one.keeps();
    let shown = Tab::open(&disk).session;
    assert!(shown.trash.iter().any(|binned| binned.entries[0].note == " một"));
}

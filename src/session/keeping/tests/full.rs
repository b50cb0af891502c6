//! A store without room.

use super::*;

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

//! Walks that once lost something, each as short as it was found to be.

use super::model::{Step, World};

/// One tab takes a dossier out of the trash while the other opens it from a file and goes on; then both delete it.
#[test]
fn of_two_copies_that_two_tabs_threw_away_neither_is_lost() {
    let world = World::after(&[
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
    ]);
    assert!(world.shows("w5."));
}

/// What was forgotten is opened from a file and changed within the same instant, and is another state all the same.
#[test]
fn what_was_opened_again_after_it_was_forgotten_is_no_state_that_another_tab_knows() {
    let world = World::after(&[
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
    ]);
    assert!(world.shows("w9."));
}

/// No room: what came back out of the trash stands in the database alone. One tab forgets what lay in the trash; the
/// other, which went on with it and threw it away a moment ago, has another state of it.
#[test]
fn what_was_just_thrown_away_is_not_what_another_tab_forgot() {
    let world = World::after(&[
        (0, Step::Type),
        (1, Step::Delete),
        (0, Step::Type),
        (1, Step::Keep),
        (0, Step::Replace(0)),
        (0, Step::Type),
        (0, Step::Type),
        (0, Step::Fill(true)),
        (0, Step::Keep),
        (0, Step::Kill { loses: false }),
        (0, Step::Type),
        (1, Step::Delete),
        (1, Step::Forget),
        (1, Step::Keep),
        (0, Step::Keep),
        (0, Step::Delete),
        (0, Step::Hear),
        (0, Step::Fill(false)),
        (0, Step::Keep),
    ]);
    assert!(world.shows("w10."));
}

/// One tab takes a dossier out of the trash and goes on with it, while another that only looks still shows it there.
#[test]
fn what_another_tab_took_out_of_the_trash_stays_out_of_it() {
    let steps = [
        (0, Step::Delete),
        (0, Step::Keep),
        (0, Step::Kill { loses: false }),
        (0, Step::Restore),
        (0, Step::Keep),
        (1, Step::Keep),
        (0, Step::Type),
        (0, Step::Keep),
    ];
    let world = World::after(&steps);
    assert!(world.disk.0.borrow().trash.is_empty(), "it stands among the work");
    let then = [(0, Step::Delete), (0, Step::Keep)];
    assert!(World::after(&[&steps[..], &then].concat()).shows("w6."));
}

/// No room: a dossier that another tab took out of the trash is thrown away once more, and finds no place there.
#[test]
fn what_finds_no_room_in_the_trash_once_more_stays_in_the_work() {
    let world = World::after(&[
        (0, Step::Delete),
        (1, Step::Type),
        (0, Step::Keep),
        (0, Step::Kill { loses: false }),
        (0, Step::Replace(5)),
        (0, Step::Keep),
        (0, Step::Fill(true)),
        (1, Step::Forget),
        (1, Step::Hear),
        (1, Step::Delete),
        (1, Step::Keep),
    ]);
    assert!(world.shows("w1."));
}

/// Both tabs take a dossier out of the trash; one goes on with it and throws it away again, the other keeps it and goes on.
#[test]
fn what_both_tabs_took_out_of_the_trash_does_not_stand_on_both_shelves() {
    let steps = [
        (0, Step::Delete),
        (0, Step::Keep),
        (0, Step::Kill { loses: false }),
        (0, Step::Sync),
        (0, Step::Restore),
        (1, Step::Restore),
        (0, Step::Type),
        (1, Step::Keep),
        (0, Step::Delete),
        (1, Step::Type),
        (0, Step::Keep),
        (1, Step::Keep),
    ];
    let world = World::after(&steps);
    assert!(!world.disk.0.borrow().work.contains_key("a") && world.shows("w6.") && world.shows("w9."));
    let world = World::after(&[&steps[..], &[(0, Step::Kill { loses: true })]].concat());
    assert!(world.shows("w6.") && world.shows("w9."));
}

/// No room: what was thrown away goes on under another id, which has no place so far, and its old id is forgotten.
#[test]
fn what_another_file_pushed_aside_in_the_trash_keeps_its_old_place_until_it_has_a_new_one() {
    let world = World::after(&[
        (0, Step::Type),
        (0, Step::Type),
        (1, Step::Type),
        (0, Step::Type),
        (1, Step::Keep),
        (1, Step::Type),
        (1, Step::Delete),
        (0, Step::Type),
        (0, Step::Fill(true)),
        (1, Step::Open(0)),
        (1, Step::Delete),
        (1, Step::Forget),
        (1, Step::Keep),
        (0, Step::Kill { loses: false }),
    ]);
    assert!(world.shows("w2."));
}

/// No room: what stands in the database alone is thrown away and pushed aside under an id that was forgotten a moment ago.
#[test]
fn what_goes_on_under_an_id_that_was_forgotten_is_not_what_was_known_under_it() {
    let steps = [
        (0, Step::Delete),
        (1, Step::Type),
        (0, Step::Open(1)),
        (0, Step::Type),
        (0, Step::Keep),
        (0, Step::Type),
        (0, Step::Fill(true)),
        (0, Step::Keep),
        (0, Step::Forget),
        (0, Step::Delete),
        (0, Step::Open(0)),
        (0, Step::Keep),
        (0, Step::Kill { loses: false }),
    ];
    assert!(World::after(&steps).has().contains("w5."));
}

/// The same, where two tabs have it and one of them forgot it.
#[test]
fn what_goes_on_under_an_id_that_was_forgotten_in_the_store_is_found_again() {
    let world = World::after(&[
        (0, Step::Type),
        (1, Step::Open(1)),
        (1, Step::Delete),
        (1, Step::Keep),
        (0, Step::Type),
        (0, Step::Type),
        (0, Step::Fill(true)),
        (0, Step::Type),
        (0, Step::Hear),
        (0, Step::Type),
        (1, Step::Type),
        (1, Step::Forget),
        (1, Step::Keep),
        (1, Step::Delete),
        (1, Step::Open(0)),
        (1, Step::Keep),
        (0, Step::Kill { loses: false }),
    ]);
    assert!(world.has().contains("w10."));
}

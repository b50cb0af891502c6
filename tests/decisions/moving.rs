//! A dossier of 26/2026 moves to the invented decision, and stays what it was.

use ocop::domain::calendar::Date;
use ocop::domain::decision::in_force;
use ocop::domain::dossier::{Moved, Question, Reply, move_outlook, move_to, moved, newer_decision, set_in};
use ocop::domain::rating::Answer;

use crate::{dossier, new, old, set_of};

/// Counts of what is carried, changed, new and fallen away.
fn counts(no: u8) -> [usize; 4] {
    let set = set_of(old(), no);
    let to = set_in(new(), set).expect("the set is still there");
    let mut counts = [0; 4];
    for row in moved(&dossier(set, &[]), to) {
        counts[match row {
            Moved::Carried { .. } => 0,
            Moved::Changed { .. } => 1,
            Moved::New(_) => 2,
            Moved::FallenAway(_) => 3,
        }] += 1;
    }
    counts
}

#[test]
fn what_did_not_change_is_carried_whole() {
    for set in old().sets.iter().filter(|set| ![1, 9, 16, 25].contains(&set.no.0)) {
        assert_eq!(counts(set.no.0), [set.criteria.len(), 0, 0, 0], "set {}", set.no.0);
    }
    assert_eq!(set_in(new(), set_of(old(), 25)), None, "dropped");
    assert_eq!(set_in(old(), set_of(new(), 27)), None, "new");
}

#[test]
fn what_changed_is_told_from_what_is_new_and_what_fell_away() {
    let all = |no: u8| set_of(old(), no).criteria.len();
    assert_eq!(counts(1), [all(1) - 1, 0, 2, 1], "4.3 became two");
    assert_eq!(counts(9), [all(9) - 1, 1, 0, 0], "the minimum of 6.1");
    assert_eq!(counts(16), [all(16) - 1, 1, 0, 0], "the levels of 5.1");
}

#[test]
fn a_level_that_stands_elsewhere_now_is_found_and_marked() {
    let before = dossier(set_of(old(), 16), &[("5.1", 2)]);
    let to = set_of(new(), 16);
    let after = move_to(&before, to, "b".into(), "2031-07-02T00:00:00Z".into());
    let story = to.position("5.1").expect("5.1");
    assert_eq!(after.assessment.answer(story), Answer::Level(3));
    assert!(after.entries[story].review);
    assert_eq!(after.entries.iter().filter(|entry| entry.review).count(), 1);
    assert_eq!((after.id.as_str(), before.id.as_str()), ("b", "a"));
    assert_eq!(before.set().decision(), old());
    assert_eq!(before.assessment.answer(story), Answer::Level(2), "the old one stays as it was");
}

#[test]
fn what_fell_away_counts_nothing_and_what_is_new_is_open() {
    let before = dossier(set_of(old(), 1), &[]);
    let after = move_to(&before, set_of(new(), 1), "b".into(), String::new());
    let open: Vec<&str> =
        after.assessment.iter().filter(|(_, _, answer)| !answer.is_answered()).map(|(_, row, _)| row.code).collect();
    assert_eq!(open, ["4.3", "4.4"]);
    let (then, now) = (before.rating(), after.rating());
    assert_eq!((then.total.0, then.star.map(u8::from)), (100, Some(5)));
    assert_eq!((now.total.0, now.star.map(u8::from), now.best.star.map(u8::from)), (95, Some(5), Some(5)));
}

#[test]
fn replies_papers_plan_and_the_recognition_come_along() {
    let mut before = dossier(set_of(old(), 16), &[]);
    before.set_reply(Question::Dossier, Reply::No);
    before.plan.locked = ["5.1".to_owned(), "1.1".to_owned()].into();
    before.entries[0].note = "Nước giếng khoan".into();
    before.recognised = Some(Default::default());
    if let Some(recognised) = &mut before.recognised {
        recognised.answers = [("5.1".to_owned(), Answer::Level(4)), ("1.1".to_owned(), Answer::Level(1))].into();
    }
    let after = move_to(&before, set_of(new(), 16), "b".into(), String::new());
    assert_eq!(after.reply(Question::Dossier), Reply::No);
    assert_eq!(after.plan.locked, before.plan.locked);
    assert_eq!(after.entries[0].note, before.entries[0].note);
    let of_then = after.recognised.expect("what was recognised").answers;
    assert_eq!(of_then.get("5.1"), Some(&Answer::Level(5)));
    assert_eq!(of_then.get("1.1"), Some(&Answer::Level(1)));
}

#[test]
fn only_a_dossier_of_the_older_decision_hears_of_the_newer_one() {
    assert_eq!(newer_decision(&dossier(set_of(old(), 1), &[])), Some(new()));
    assert_eq!(newer_decision(&dossier(set_of(new(), 1), &[])), None);
    let day = new().in_force_from;
    assert_eq!(in_force(day), new());
    assert_eq!(in_force(day.plus_days(-1)), old());
    assert_eq!(in_force(Date::FIRST), old(), "before any was in force");
}

/// What the page of the move shows of each set that changed.
#[test]
fn the_page_of_the_move_shows_each_criterion_once_and_the_star_before_and_after() {
    for no in [1, 9, 16] {
        let before = dossier(set_of(old(), no), &[]);
        let to = set_in(new(), before.set()).expect("the set is still there");
        let outlook = move_outlook(&before, to);
        let [carried, changed, added, fallen] = counts(no);
        let shown = [outlook.carried.len(), outlook.changed.len(), outlook.new.len(), outlook.fallen_away.len()];
        assert_eq!(shown, [carried, changed, added, fallen], "set {no}");
        assert_eq!(carried + changed + added, to.criteria.len(), "set {no}: every criterion of the new one");
        assert_eq!(carried + changed + fallen, before.set().criteria.len(), "set {no}: every criterion of the old one");
        assert_eq!(outlook.before, before.rating());
        let moved = move_to(&before, to, "b".into(), String::new());
        assert_eq!(outlook.after, moved.rating(), "set {no}: what is shown is what results");
    }
    // A minimum that now binds three stars: 6.1 at its first level with points.
    let before = dossier(set_of(old(), 9), &[("6.1", 1)]);
    let outlook = move_outlook(&before, set_of(new(), 9));
    assert_eq!((outlook.before.star.map(u8::from), outlook.after.star.map(u8::from)), (Some(3), Some(2)));
}

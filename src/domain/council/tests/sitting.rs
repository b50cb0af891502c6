//! How a sitting goes on: who hands in, who is waited for, what is agreed on.

use super::*;

fn open_one() -> usize {
    first().set(1).and_then(|set| set.position("1.4")).expect("a criterion")
}

/// One criterion open on the first sheet, the second handed in here, the third as a file; three are waited for.
fn half_a_sitting() -> Council {
    let mut open = sheet("An", &[("1.4", Answer::Unanswered)]);
    open.scorer.done = false;
    let mut council = Council { expected: 3, sheets: vec![open, sheet("Bình", &[])], ..Council::default() };
    council.hand_in(1);
    let Sheet { scorer, assessment } = sheet("Chi", &[]);
    let dossier = Dossier::new("a".into(), String::new(), assessment.set);
    let file = Dossier { assessment, scorer: Some(Scorer { here: true, ..scorer }), ..dossier.clone() };
    assert_eq!(council.take(&dossier, &file), Ok(Taken::In));
    council
}

#[test]
fn a_sheet_with_an_open_criterion_is_not_handed_in() {
    let mut council = half_a_sitting();
    council.hand_in(0);
    assert!(!council.sheets[0].scorer.done && !council.shows_by(|after| after.hand_in(0)));
    council.sheets[0].assessment.set_answer(open_one(), Answer::NoneOfThese);
    assert!(council.shows_by(|after| after.hand_in(0)), "all are in once this one is");
    council.hand_in(0);
    assert!(council.is_complete());
    // Of a place that is not there, nothing.
    council.hand_in(9);
    assert!(!council.may_take_back(9));
}

#[test]
fn a_sheet_that_was_once_seen_by_all_goes_back_to_nobody() {
    // The sheet that was handed in here, after the others were seen and one more is waited for again.
    let goes_back = |see: &dyn Fn(&mut Council)| {
        let mut council = half_a_sitting();
        assert!(council.may_take_back(1));
        see(&mut council);
        assert!(council.is_complete());
        council.expected = 9;
        [0, 1, 2].map(|place| council.may_take_back(place))
    };
    let without_the_open_one = |council: &mut Council| council.take_out(0);
    assert_eq!(goes_back(&without_the_open_one), [false; 3], "one was taken out");
    let fewer = |council: &mut Council| {
        council.expected = 4;
        council.take_out(0);
        assert!(!council.is_complete() && council.may_take_back(0));
        assert!(council.expect(2));
    };
    assert_eq!(goes_back(&fewer), [false; 3], "fewer were waited for");
    let by_file = |council: &mut Council| {
        council.take_out(0);
        council.expected = 3;
        council.sheets[0].scorer.here = true;
        let Sheet { scorer, assessment } = sheet("Dung", &[]);
        let dossier = Dossier::new("a".into(), String::new(), assessment.set);
        let file = Dossier { assessment, scorer: Some(scorer), ..dossier.clone() };
        assert_eq!(council.take(&dossier, &file), Ok(Taken::In));
    };
    assert_eq!(goes_back(&by_file), [false; 3], "the last one came as a file");
}

#[test]
fn a_sheet_goes_back_to_its_scorer_until_all_are_in_and_never_one_that_came_as_a_file() {
    let mut council = half_a_sitting();
    assert_eq!([0, 1, 2].map(|place| council.may_take_back(place)), [false, true, false]);
    council.take_back(2);
    assert!(council.sheets[2].scorer.done, "nobody here looks into the sheet of another");
    let before = council.sheets[1].assessment.clone();
    council.take_back(1);
    assert!(!council.sheets[1].scorer.done && council.sheets[1].assessment == before);
    council.hand_in(1);
    council.sheets[0].assessment.set_answer(open_one(), Answer::Level(0));
    council.hand_in(0);
    assert!(council.is_complete());
    for expected in [3, 4] {
        council.expected = expected;
        council.take_back(1);
        assert!(council.sheets[1].scorer.done, "all have seen it, whoever is waited for besides: {expected}");
    }
}

#[test]
fn a_name_that_another_scorer_has_is_known_however_it_is_written() {
    let council = council(vec![sheet("Mai", &[])]);
    assert!(council.has("mai") && council.has(" MAI ") && !council.has("Mai Lan"));
}

#[test]
fn no_fewer_scorers_are_expected_than_have_a_sheet_and_no_more_than_a_sitting_has() {
    let mut council = council(vec![sheet("An", &[]), sheet("Bình", &[])]);
    for (count, fits, then) in
        [(3, true, 3), (1, false, 3), (0, false, 3), (2, true, 2), (99, true, 99), (100, false, 99)]
    {
        assert_eq!((council.expect(count), council.expected), (fits, then), "{count}");
    }
    let mut nobody = Council::default();
    assert!(!nobody.expect(0) && nobody.needs_number() && nobody.expect(1), "a sitting has somebody");
}

#[test]
fn who_hands_in_after_the_result_was_shown_is_marked_and_who_was_in_before_is_not() {
    let set = first().set(1).expect("set 1");
    let late = |council: &Council| -> Vec<(String, bool)> {
        council.sheets.iter().map(|sheet| (sheet.scorer.name.clone(), sheet.scorer.late)).collect()
    };
    let mut sitting = half_a_sitting();
    assert!(!sitting.shows_by(|after| after.take_out(1)), "one is open still");
    assert!(sitting.shows_by(|after| after.take_out(0)));
    let (open, done) = (sitting.sheets[0].clone(), sitting.sheets[1].clone());
    // Taken out, all the others are shown; what is put back may have looked.
    sitting.take_out(0);
    assert!(sitting.is_complete() && sitting.seen);
    sitting.put_back(open, Some(0), 1, &Council::default());
    assert_eq!(late(&sitting), [("An".into(), true), ("Bình".into(), false), ("Chi".into(), false)]);
    // A sheet that was in by then is as it was.
    let before = sitting.clone();
    sitting.take_out(1);
    sitting.put_back(done, Some(1), 1, &before);
    assert_eq!(late(&sitting), [("An".into(), true), ("Bình".into(), false), ("Chi".into(), false)]);
    // Whoever comes now comes late, on this device or as a file.
    assert_eq!(sitting.begin(" Dung ", set), Some(3));
    assert_eq!((sitting.begin("dung", set), sitting.begin(" ", set)), (None, None));
    let dossier = Dossier::new("a".into(), String::new(), set);
    assert_eq!(sitting.take(&dossier, &file_of(&dossier, sheet("Em", &[]))), Ok(Taken::In));
    assert_eq!(late(&sitting)[3..], [("Dung".into(), true), ("Em".into(), true)]);
    // In a sitting that a file of before brings complete, the result was shown.
    let mut before = council(vec![sheet("An", &[]), sheet("Bình", &[])]);
    assert!(!before.seen);
    assert!(before.expect(3));
    assert_eq!(before.begin("Chi", set), Some(2));
    assert!(before.seen && before.sheets[2].scorer.late && !before.sheets[0].scorer.late);
}

#[test]
fn what_a_new_sheet_gives_otherwise_than_was_agreed_on_is_open_again() {
    let set = first().set(1).expect("set 1");
    let at = |code: &str| set.position(code).expect("a criterion");
    let dossier = Dossier::new("a".into(), String::new(), set);
    let mut sitting = council(vec![sheet("An", &[]), sheet("Bình", &[("1.1", Answer::NoneOfThese)])]);
    sitting.agree(at("1.1"), Answer::Level(0));
    let agreed = |council: &Council, code: &str| council.agreed.as_ref().expect("agreed").answer(at(code));
    assert_eq!(agreed(&sitting, "1.1"), Answer::Level(0), "decided against what Bình gave");
    let decided = sitting.agreed.clone();
    // The same sheet put back was heard.
    let other = sitting.sheets[1].clone();
    let before = sitting.clone();
    sitting.take_out(1);
    sitting.put_back(other, Some(1), 1, &before);
    assert_eq!(sitting, before);
    assert_eq!(sitting.agreed, decided);
    let third = sheet("Chi", &[("1.2", Answer::NoneOfThese)]);
    let level = third.assessment.answer(at("1.1"));
    assert_eq!(sitting.take(&dossier, &file_of(&dossier, third)), Ok(Taken::In));
    assert_eq!(agreed(&sitting, "1.2"), Answer::Unanswered, "Chi gave none, the others a level");
    let stays = if level == Answer::Level(0) { Answer::Level(0) } else { Answer::Unanswered };
    assert_eq!(agreed(&sitting, "1.1"), stays);
    assert_eq!(agreed(&sitting, "1.4"), sitting.sheets[0].assessment.answer(at("1.4")), "all three gave the same");
    // Agreed on again, it stays.
    sitting.agree(at("1.2"), Answer::NoneOfThese);
    assert!(sitting.expect(3));
    assert_eq!(agreed(&sitting, "1.2"), Answer::NoneOfThese);
    // Where all who agreed are gone, the next to come have agreed on nothing.
    let mut others = sitting.clone();
    (0..3).for_each(|_| others.take_out(0));
    assert!(others.agreed.is_none() && others.decided.is_empty());
    // Files of before did not keep who was there: nothing that was decided is lost.
    let mut before = sitting.clone();
    before.seen = false;
    before.sheets.iter_mut().for_each(|sheet| sheet.scorer.heard = false);
    assert!(before.expect(4));
    assert_eq!(before.agreed, sitting.agreed);
}

#[test]
fn nothing_is_shown_before_somebody_said_how_many_score() {
    let mut sitting = council(Vec::new());
    assert!(sitting.needs_number());
    let set = first().set(1).expect("set 1");
    let place = sitting.begin("Mai", set).expect("a sheet");
    (0..set.criteria.len()).for_each(|at| sitting.sheets[place].assessment.set_answer(at, Answer::Level(0)));
    assert!(!sitting.shows_by(|after| after.hand_in(place)), "the first is not taken for the last");
    sitting.hand_in(place);
    assert!(!sitting.is_complete() && !sitting.seen && sitting.awaited().is_some());
    let mut of_three = sitting.clone();
    assert!(of_three.expect(3) && !of_three.is_complete() && !of_three.seen);
    assert!(sitting.expect(1) && sitting.is_complete() && !sitting.needs_number());
}

#[test]
fn a_sitting_whose_last_sheet_was_taken_out_is_as_new() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut sitting = council(vec![sheet("An", &[]), sheet("Bình", &[])]);
    sitting.follow();
    assert!(sitting.is_complete() && sitting.seen);
    (0..2).for_each(|_| sitting.take_out(0));
    assert!(!sitting.seen && sitting.needs_number(), "the number is asked for again");
    assert_eq!(sitting.take(&dossier, &file_of(&dossier, sheet("Chi", &[]))), Ok(Taken::In));
    assert!(!sitting.sheets[0].scorer.late && !sitting.is_complete());
}

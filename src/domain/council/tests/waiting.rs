//! Who is waited for where a sitting comes as a file, beside sheets on their own.

use super::*;

fn dossier() -> Dossier {
    Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"))
}

/// A file with a sitting: so many said, and each scorer with whether the sheet is handed in.
fn with_sitting(expected: usize, scorers: &[(&str, bool)]) -> Dossier {
    let sheets = scorers.iter().map(|(name, done)| {
        let Sheet { scorer, assessment } = sheet(name, &[]);
        Sheet { scorer: Scorer { done: *done, ..scorer }, assessment }
    });
    let sitting = Council { expected, sheets: sheets.collect(), ..Council::default() };
    Dossier { council: Some(sitting), ..dossier() }
}

/// What a sitting that said a number (0: none) is after files came: the number, how many are in, and whether it is told.
#[track_caller]
fn check(said: usize, files: &[Dossier], expected: (usize, usize, bool)) {
    let mut sitting = Council { expected: said, ..Council::default() };
    sitting.take_files(&dossier(), files);
    assert_eq!((sitting.expected, sitting.sheets.len(), sitting.is_complete()), expected);
}

fn loose(name: &str) -> Dossier {
    file_of(&dossier(), sheet(name, &[]))
}

#[test]
fn who_has_not_finished_in_a_sitting_that_comes_is_waited_for() {
    let half = with_sitting(3, &[("An", true), ("Bình", false)]);
    // Four score by now, and three were said: it is asked.
    check(0, &[half.clone(), loose("Chi"), loose("Dung")], (0, 3, false));
    check(3, &[half.clone(), loose("Chi"), loose("Dung")], (4, 3, false));
    check(5, &[half.clone(), loose("Chi"), loose("Dung")], (5, 3, false));
    check(0, &[half.clone(), loose("Chi")], (3, 2, false));
    // Handed in elsewhere in the meantime, in whatever order the files come.
    check(3, &[half.clone(), loose("Chi"), loose("Bình")], (3, 3, true));
    check(3, &[loose(" bình "), loose("Chi"), half.clone()], (3, 3, true));
    // In two files of one sitting, it is one scorer.
    let later = with_sitting(3, &[("Chi", true), ("Bình", false)]);
    check(2, &[half, later], (3, 2, false));
    // A file of which nothing came in says nothing of this sitting.
    check(1, &[loose("An"), with_sitting(2, &[("An", true), ("Bình", false)])], (1, 1, true));
}

#[test]
fn the_number_that_a_sitting_says_holds_unless_more_are_here() {
    let one = with_sitting(1, &[("An", true)]);
    check(0, std::slice::from_ref(&one), (1, 1, true));
    check(0, &[one.clone(), loose("Chi"), loose("Dung")], (0, 3, false));
    check(0, &[one.clone(), with_sitting(3, &[("Chi", true)])], (3, 2, false));
    // Said here, it stays as it was said.
    check(1, &[one, loose("Chi")], (1, 2, true));
}

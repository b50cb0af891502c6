//! What ends the evaluation by a sheet, and what the scorers decide together on it.

use super::*;

fn at(code: &str) -> usize {
    first().set(1).and_then(|set| set.position(code)).expect("a code of set 1")
}

fn question(code: &str) -> Question {
    if code == "dossier" { Question::Dossier } else { Question::Breach(at(code)) }
}

/// Sheets that give the same levels everywhere, and declare a breach each: of the dossier, or of the criterion with this
/// code.
fn sitting(breaches: &[Option<&str>]) -> Council {
    let sheets = breaches.iter().enumerate().map(|(place, breach)| {
        let mut sheet = sheet(&place.to_string(), &[]);
        breach.iter().for_each(|code| sheet.declare(question(code), true));
        sheet
    });
    council(sheets.collect())
}

/// The star under a reading; `None`: it cannot be told yet.
fn star(council: &Council, reading: Reading) -> Option<Option<Star>> {
    let found = outcome(council, |_| false).expect("sheets");
    found.stars.iter().find(|(known, _)| *known == reading).map(|(_, star)| *star)
}

fn undecided(council: &Council) -> Vec<Question> {
    council.agreement().expect("begun").undecided
}

/// The star from which the way goes on.
fn settled(council: &Council) -> Option<Star> {
    rate(&council.settled().expect("sheets")).star
}

const FIVE: Option<Star> = Some(Star::Five);

#[test]
fn a_breach_ends_it_under_each_reading_unless_enough_scorers_saw_none() {
    #[track_caller]
    fn check(breaches: &[Option<&str>], stars: [Option<Star>; 3], ends: &[(KnockOut, Vec<usize>)]) {
        let mut council = sitting(breaches);
        council.agree(0, council.sheets[0].assessment.answer(0));
        let found = outcome(&council, |_| false).expect("sheets");
        let shown =
            [star(&council, Reading::Every), star(&council, Reading::Most)].map(|star| star.expect("a reading"));
        let agreed = rate(&council.agreement().expect("begun").sheet).star;
        assert_eq!(([shown[0], shown[1], settled(&council)], found.ends.as_slice()), (stars, ends));
        assert_eq!(agreed, stars[2], "as long as nothing is decided");
    }
    let dossier = |places: &[usize]| [(KnockOut::Dossier, places.to_vec())];
    check(&[None, None, None], [FIVE; 3], &[]);
    // One of three: most saw none.
    check(&[None, Some("dossier"), None], [None, FIVE, FIVE], &dossier(&[1]));
    check(&[Some("dossier"), None, None], [None, FIVE, FIVE], &dossier(&[0]));
    // One of two: half of them are not most of them, for what was agreed on and for the way on as well.
    check(&[None, Some("dossier")], [None; 3], &dossier(&[1]));
    check(&[Some("dossier"), None, Some("dossier")], [None; 3], &dossier(&[0, 2]));
    // Two of three stop for reasons of their own.
    let both = [(KnockOut::Dossier, vec![2]), (KnockOut::Declared(at("1.1")), vec![0])];
    check(&[Some("1.1"), None, Some("dossier")], [None; 3], &both);
    // A criterion with no such note has no breach to declare.
    check(&[Some("1.2"), Some("1.2")], [FIVE; 3], &[]);
}

#[test]
fn the_scorers_decide_that_breaches_which_most_of_them_name_do_not_end_it() {
    let mut council = sitting(&[Some("1.1"), None, Some("dossier")]);
    council.decide(Question::Dossier, Some(false));
    assert_eq!(undecided(&council), [question("1.1")]);
    assert_eq!((star(&council, Reading::Agreed), settled(&council)), (None, None), "one of them is open");
    council.decide(question("1.1"), Some(false));
    assert_eq!((undecided(&council), star(&council, Reading::Agreed), settled(&council)), (vec![], Some(FIVE), FIVE));
    // The other readings are of the sheets as they are.
    assert_eq!((star(&council, Reading::Every), star(&council, Reading::Most)), (Some(None), Some(None)));
    council.decide(question("1.1"), None);
    assert_eq!((undecided(&council), settled(&council)), (vec![question("1.1")], None), "taken back");
}

#[test]
fn the_scorers_uphold_a_breach_that_one_of_them_saw() {
    for code in ["dossier", "1.1"] {
        let mut council = sitting(&[None, Some(code), None]);
        assert_eq!(council.agreement(), None, "nothing was agreed on");
        // All levels are the same: this alone begins the sheet to agree on.
        council.decide(question(code), Some(true));
        assert_eq!(star(&council, Reading::Agreed), Some(None), "{code}");
        assert_eq!((undecided(&council), settled(&council)), (vec![], None), "{code}");
        council.decide(question(code), Some(false));
        assert_eq!((star(&council, Reading::Agreed), settled(&council)), (Some(FIVE), FIVE), "{code}");
    }
}

#[test]
fn what_every_sheet_declares_or_none_does_waits_for_no_decision() {
    let mut council = sitting(&[Some("dossier"), Some("dossier")]);
    council.agree(0, council.sheets[0].assessment.answer(0));
    assert_eq!((undecided(&council), star(&council, Reading::Agreed)), (vec![], Some(None)));
    // Together they may see it otherwise all the same.
    council.decide(Question::Dossier, Some(false));
    assert_eq!(star(&council, Reading::Agreed), Some(FIVE));
    // Decided on a breach of which no sheet tells: nothing ends.
    let mut council = sitting(&[None, None]);
    council.decide(Question::Dossier, Some(true));
    assert_eq!((star(&council, Reading::Agreed), settled(&council)), (Some(FIVE), FIVE));
}

#[test]
fn a_sheet_that_comes_later_and_says_otherwise_opens_the_decision_again() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut council = sitting(&[Some("dossier"), None]);
    council.decide(Question::Dossier, Some(false));
    let taken = council.take(&dossier, &file_of(&dossier, sheet("Chi", &[])));
    assert_eq!((taken, undecided(&council)), (Ok(Taken::In), vec![]), "it says the same");
    let mut other = sheet("Dung", &[]);
    other.declare(Question::Dossier, true);
    assert_eq!(council.take(&dossier, &file_of(&dossier, other)), Ok(Taken::In));
    assert_eq!(undecided(&council), [Question::Dossier]);
}

#[test]
fn a_decision_goes_with_its_file_and_to_these_very_sheets_alone() {
    let mut theirs = sitting(&[Some("dossier"), Some("1.1")]);
    theirs.decide(Question::Dossier, Some(true));
    theirs.decide(question("1.1"), Some(false));
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    dossier.council = Some(theirs.clone());
    let (read, warnings) = from_json(&to_json(&dossier)).expect("a dossier");
    assert_eq!((&read.council, warnings.len()), (&dossier.council, 0));
    let mut ours = sitting(&[Some("dossier"), Some("1.1")]);
    assert!(ours.agree_as(&theirs));
    assert_eq!(star(&ours, Reading::Agreed), Some(None));
    assert_eq!(ours.decided, theirs.decided);
    let mut ours = sitting(&[Some("dossier"), None]);
    assert!(!ours.agree_as(&theirs) && ours.decided.is_empty());
}

#[test]
fn a_breach_that_was_decided_on_ends_it_however_much_the_levels_differ() {
    let mut council = sitting(&[Some("dossier"), None, None]);
    council.sheets[1].assessment.set_answer(0, Answer::NoneOfThese);
    council.decide(question("dossier"), Some(false));
    assert_eq!(star(&council, Reading::Agreed), None, "a criterion is not decided yet");
    assert_eq!(council.agreement().expect("begun").open, [0]);
    council.decide(question("dossier"), Some(true));
    assert_eq!(star(&council, Reading::Agreed), Some(None), "no level is needed");
    assert!(council.agreement().expect("begun").open.is_empty());
}

#[test]
fn a_breach_that_every_sheet_declares_is_agreed_on_however_much_the_levels_differ() {
    let mut council = sitting(&[Some("1.1"), Some("1.1")]);
    council.sheets[1].assessment.set_answer(at("1.2"), Answer::NoneOfThese);
    council.begin_agreed();
    assert_eq!(star(&council, Reading::Agreed), Some(None), "it ends, and no level is waited for");
    assert!(council.agreement().expect("begun").is_finished());
    // Decided otherwise, the levels count again.
    council.decide(question("1.1"), Some(false));
    assert_eq!(star(&council, Reading::Agreed), None);
    assert_eq!(council.agreement().expect("begun").open, [at("1.2")]);
}

use proptest::prelude::*;

use super::*;
use crate::domain::decision::{Points, Star, first};
use crate::domain::dossier::{Dossier, Field, Recognised};
use crate::domain::rating::{Answer, Assessment, rate};

fn bands() -> crate::domain::decision::Bands {
    first().bands
}

/// A sheet of set 1 with every criterion at its best, but for these.
fn sheet(name: &str, but: &[(&str, Answer)]) -> Sheet {
    let set = first().set(1).expect("set 1");
    let mut assessment = Assessment::new(set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    for (code, answer) in but {
        assessment.set_answer(set.position(code).expect("a code of set 1"), *answer);
    }
    Sheet { scorer: Scorer { name: name.into(), done: true, ..Scorer::default() }, assessment }
}

fn council(sheets: Vec<Sheet>) -> Council {
    Council { expected: sheets.len(), sheets, ..Council::default() }
}

#[track_caller]
fn check(totals: &[u8], shown: &str, star: Star) {
    let average = Average::of(totals.iter().map(|total| Points(*total))).expect("some");
    assert_eq!((average.text(bands(), ',').as_str(), average.star(bands())), (shown, star), "{totals:?}");
}

#[test]
fn the_average_falls_into_its_band_as_it_is() {
    check(&[70, 70, 70, 70, 70, 70, 69], "69,86", Star::Three);
    check(&[70; 7], "70,00", Star::Four);
    check(&[90, 90, 89], "89,67", Star::Four);
    check(&[89, 91], "90,00", Star::Five);
    check(&[66, 66, 67], "66,33", Star::Three);
    check(&[50, 49], "49,50", Star::Two);
    check(&[29, 30, 30], "29,67", Star::One);
    // At each edge, and the least that seven scorers can be below it.
    for (edge, above, below) in [
        (30, Star::Two, Star::One),
        (50, Star::Three, Star::Two),
        (70, Star::Four, Star::Three),
        (90, Star::Five, Star::Four),
    ] {
        check(&[edge; 7], &format!("{edge},00"), above);
        check(&[edge, edge, edge, edge, edge, edge, edge - 1], &format!("{},86", edge - 1), below);
    }
    check(&[0], "0,00", Star::One);
    check(&[100, 100], "100,00", Star::Five);
    let mut many = vec![70; 399];
    many.push(69);
    check(&many, "69,99", Star::Three);
}

proptest! {
    #[test]
    fn no_average_is_shown_in_a_band_that_it_does_not_reach(totals in prop::collection::vec(0u8..=100, 1..40)) {
        let average = Average::of(totals.iter().map(|total| Points(*total))).expect("some");
        let shown = average.hundredths(bands());
        for star in Star::ALL {
            let least = bands().least(star);
            let exact = totals.iter().map(|total| u32::from(*total)).sum::<u32>() >= u32::from(least.0) * totals.len() as u32;
            prop_assert_eq!(average.reaches(least), exact);
            prop_assert_eq!(shown >= u32::from(least.0) * 100, exact);
        }
    }
}

#[test]
fn each_reading_of_the_minimums_gives_its_own_star() {
    let set = first().set(1).expect("set 1");
    // A criterion whose five-star minimum is its best level.
    let (code, level) = set
        .criteria
        .iter()
        .find_map(|criterion| {
            let five = criterion.minimum_level(crate::domain::decision::StarMinimum::Five)?;
            let lower = (0..criterion.levels.len())
                .find(|level| criterion.levels[*level].points < criterion.levels[five].points)?;
            Some((criterion.code, lower as u8))
        })
        .expect("set 1 has five-star minimums");
    let mut sitting =
        council(vec![sheet("An", &[]), sheet("Bình", &[]), sheet("Chi", &[(code, Answer::Level(level))])]);
    let found = outcome(&sitting, |_| false).expect("three sheets");
    assert_eq!(found.star_by_points, Star::Five);
    let star = |reading: Reading, found: &Outcome| {
        found.stars.iter().find(|(known, _)| *known == reading).map(|(_, star)| *star)
    };
    assert_eq!(star(Reading::Most, &found), Some(Some(Star::Five)), "two of three meet it");
    assert_ne!(star(Reading::Every, &found), Some(Some(Star::Five)), "one of three does not");
    assert_eq!(star(Reading::Agreed, &found), None, "nothing is agreed on yet");
    assert_eq!(found.spreads.len(), 1);
    assert_eq!(found.spreads[0].alone, vec![2], "Chi stands alone");

    let mut agreed = sitting.common().expect("sheets");
    assert_eq!(agreed.answer(found.spreads[0].position), Answer::Unanswered);
    agreed.set_answer(found.spreads[0].position, Answer::Level(level));
    sitting.agreed = Some(agreed);
    let agreed = outcome(&sitting, |_| false).expect("three sheets");
    assert_ne!(star(Reading::Agreed, &agreed), Some(Some(Star::Five)));

    // Half of them are not most of them.
    sitting.sheets.remove(0);
    let half = outcome(&sitting, |_| false).expect("two sheets");
    assert_ne!(star(Reading::Most, &half), Some(Some(Star::Five)));
}

#[test]
fn one_breach_ends_it_for_who_wants_all_to_agree_and_not_for_most() {
    let mut sheets = vec![sheet("An", &[]), sheet("Bình", &[]), sheet("Chi", &[])];
    sheets[1].assessment.declared_dossier = true;
    let found = outcome(&council(sheets), |_| false).expect("three sheets");
    assert_eq!(found.stars, vec![(Reading::Every, None), (Reading::Most, Some(Star::Five))]);
}

#[test]
fn one_sheet_alone_rates_as_its_scorer_does() {
    let one = sheet("An", &[("1.1", Answer::NoneOfThese)]);
    let rating = rate(&one.assessment);
    let found = outcome(&council(vec![one]), |_| false).expect("one sheet");
    assert!(found.stars.iter().all(|(_, star)| *star == rating.star));
    assert_eq!((found.distance, found.spreads.len()), (Points(0), 0));
    assert_eq!(outcome(&Council::default(), |_| false), None);
}

#[test]
fn a_sitting_leaves_what_was_agreed_then_what_most_gave_then_the_least() {
    let set = first().set(1).expect("set 1");
    let best = |code: &str| set.criteria[set.position(code).expect("a code")].best_level() as u8;
    let lower = |code: &str| Answer::Level(best(code) - 1);
    // 1.1: two of three gave the best. 1.2: three different ones. 1.3: one gave less, and that was agreed on.
    let sheets = vec![
        sheet("An", &[("1.2", Answer::NoneOfThese)]),
        sheet("Bình", &[("1.1", lower("1.1")), ("1.2", lower("1.2"))]),
        sheet("Chi", &[("1.3", lower("1.3"))]),
    ];
    let mut sitting = council(sheets);
    let mut agreed = Assessment::new(set);
    agreed.set_answer(set.position("1.3").expect("1.3"), lower("1.3"));
    sitting.agreed = Some(agreed);
    let settled = sitting.settled().expect("three sheets");
    let at = |code: &str| settled.answer(set.position(code).expect("a code"));
    assert_eq!((at("1.1"), at("1.2"), at("1.3")), (Answer::Level(best("1.1")), Answer::NoneOfThese, lower("1.3")));
    assert_eq!(settled.answered(), set.criteria.len());
    assert_eq!(Council::default().settled(), None);
}

#[test]
fn a_sitting_leaves_no_more_points_than_its_average() {
    // Two of three gave everything; the third so little that the average is 4 stars and not 5.
    let set = first().set(1).expect("set 1");
    let low: Vec<_> = set.criteria.iter().take(12).map(|criterion| (criterion.code, Answer::NoneOfThese)).collect();
    let mut sitting = council(vec![sheet("An", &[]), sheet("Bình", &[]), sheet("Chi", &low)]);
    let average = outcome(&sitting, |_| false).expect("three sheets").average;
    let total = |sitting: &Council| rate(&sitting.settled().expect("three sheets")).total;
    assert!(!average.reaches(Points(100)) && average.reaches(total(&sitting)), "{:?} of {average:?}", total(&sitting));
    // What was agreed on stays, whatever it comes to.
    sitting.agreed = Some(sheet("", &[]).assessment);
    assert_eq!(total(&sitting), Points(100));
}

proptest! {
    #[test]
    fn what_a_sitting_leaves_is_certain(levels in prop::collection::vec(prop::collection::vec(0u8..6, 40), 1..6)) {
        let set = first().set(1).expect("set 1");
        let sheets = levels.iter().enumerate().map(|(at, levels)| {
            let mut sheet = sheet(&at.to_string(), &[]);
            for (position, level) in levels.iter().enumerate().take(set.criteria.len()) {
                let least = usize::from(*level).min(set.criteria[position].levels.len() - 1);
                sheet.assessment.set_answer(position, Answer::Level(least as u8));
            }
            sheet
        });
        let sitting = council(sheets.collect());
        let average = outcome(&sitting, |_| false).expect("sheets").average;
        prop_assert!(average.reaches(rate(&sitting.settled().expect("sheets")).total));
    }
}

#[test]
fn a_scorer_is_not_told_what_scorers_gave_when_it_was_recognised() {
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let answers = [("1.1".to_owned(), Answer::Level(2))].into();
    let changes = [("1.1".to_owned(), "Thêm 3 ha".to_owned())].into();
    let known =
        Recognised { star: Some(Star::Four), date: "25/12/2024".into(), answers, changes, ..Default::default() };
    dossier.recognised = Some(known.clone());
    let blank = blank_for(&dossier).recognised.expect("it is recognised");
    assert!(blank.answers.is_empty());
    assert_eq!((blank.star, blank.date, blank.changes), (known.star, known.date, known.changes));
}

#[test]
fn what_a_scorer_is_given_tells_nothing_of_what_others_gave() {
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    dossier.assessment = sheet("", &[]).assessment;
    dossier.plan.target = Some(Star::Five);
    dossier.council = Some(council(vec![sheet("An", &[])]));
    let blank = blank_for(&dossier);
    assert_eq!(blank.assessment, Assessment::new(dossier.set()));
    assert_eq!((blank.council, blank.plan), (None, Default::default()));
}

/// The file of a scorer's sheet of this dossier.
fn file_of(dossier: &Dossier, sheet: Sheet) -> Dossier {
    Dossier { scorer: Some(sheet.scorer), assessment: sheet.assessment, ..dossier.clone() }
}

#[test]
fn a_sheet_is_taken_once_and_only_for_its_own_product() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut sitting = Council { expected: 2, ..Council::default() };
    assert_eq!(sitting.take(&dossier, &file_of(&dossier, sheet("An", &[]))), Ok(Taken::In));
    for same in [" an ", "A\u{200b}n", "\u{202e}An\u{2069}"] {
        assert_eq!(sitting.take(&dossier, &file_of(&dossier, sheet(same, &[]))), Ok(Taken::Already), "{same:?}");
    }
    assert_eq!(sitting.sheets.len(), 1);
    let other = file_of(&dossier, sheet("An", &[("1.1", Answer::NoneOfThese)]));
    assert_eq!(sitting.take(&dossier, &other), Err(SheetFault::SameScorer));
    let stranger = Dossier { id: "b".into(), ..other };
    assert_eq!(sitting.take(&dossier, &stranger), Err(SheetFault::OtherProduct));
    let elsewhere = blank_for(&Dossier::new("a".into(), String::new(), first().set(2).expect("set 2")));
    assert_eq!(sitting.take(&dossier, &elsewhere), Err(SheetFault::OtherSet));
    assert!(!sitting.is_complete(), "one of two is in");
}

#[test]
fn of_sheets_that_come_together_none_came_after_the_others_were_seen() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let files: Vec<Dossier> = ["An", "Bình", "Chi"].map(|name| file_of(&dossier, sheet(name, &[]))).into();
    let late = |sitting: &Council| sitting.sheets.iter().map(|sheet| sheet.scorer.late).collect::<Vec<_>>();
    // Nobody said how many there are: one alone is all of them.
    let mut sitting = Council::default();
    assert_eq!(
        sitting.take_files(&dossier, &files[..2]).concat(),
        [("An", Ok(Taken::In)), ("Bình", Ok(Taken::In))].map(owned)
    );
    assert_eq!((late(&sitting), sitting.expected, sitting.seen), (vec![false, false], 2, true));
    assert_eq!(
        sitting.take_files(&dossier, &files[1..]).concat(),
        [("Bình", Ok(Taken::Already)), ("Chi", Ok(Taken::In))].map(owned)
    );
    assert_eq!(late(&sitting), [false, false, true], "the two were seen by then");
    // More are waited for.
    let mut sitting = Council { expected: 4, ..Council::default() };
    sitting.take_files(&dossier, &files);
    assert_eq!((late(&sitting), sitting.expected, sitting.seen), (vec![false; 3], 4, false));
    // All of them in one file, which does not say how many.
    let mut file = dossier.clone();
    file.council = Some(Council { sheets: vec![sheet("An", &[]), sheet("Bình", &[])], ..Council::default() });
    let mut sitting = Council::default();
    sitting.take_files(&dossier, [&file]);
    assert_eq!(late(&sitting), [false, false]);
}

fn owned<T>((name, what): (&str, T)) -> (String, T) {
    (name.to_owned(), what)
}

#[test]
fn a_sheet_that_was_scored_on_another_state_of_the_dossier_is_marked() {
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut sitting = Council::default();
    let mut marked = |now: &Dossier, file: &Dossier| {
        assert_eq!(sitting.take(now, file), Ok(Taken::In));
        sitting.sheets.last().expect("the sheet").scorer.other_state
    };
    let named = |name: &str, dossier: &Dossier| file_of(&blank_for(dossier), sheet(name, &[]));
    let first = named("An", &dossier);
    assert!(!marked(&dossier, &first));
    // What was chosen, or changed for the sitting itself, was on no sheet.
    let before = named("Bình", &dossier);
    dossier.assessment.set_answer(0, Answer::Level(1));
    dossier.council = Some(council(vec![sheet("An", &[])]));
    dossier.revision += 3;
    assert!(!marked(&dossier, &before));
    let before = named("Chi", &dossier);
    dossier.fields.set(Field::ProductName, "Cam Cao Phong".into());
    assert!(marked(&dossier, &before));
    assert!(!marked(&dossier, &named("Dũng", &dossier)));
    // It stays so where the sheets go on in the dossier's own file.
    let mut next = Council::default();
    let carries = Dossier { council: Some(sitting.clone()), ..dossier.clone() };
    next.take_files(&dossier, [&carries]);
    let marks: Vec<bool> = next.sheets.iter().map(|sheet| sheet.scorer.other_state).collect();
    assert_eq!(marks, [false, false, true, false]);
}

#[test]
fn only_a_finished_sheet_with_a_name_is_taken() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut sitting = Council::default();
    let mut refused = |file: &Dossier| sitting.take(&dossier, file).expect_err("refused");
    assert_eq!(refused(&dossier), SheetFault::NoSheet, "the applicant's own dossier");
    assert_eq!(refused(&blank_for(&dossier)), SheetFault::NoName, "the blank sheet");
    for unseen in [" ", "\u{200b}", "\u{202e} \u{feff}", "\u{0}"] {
        assert_eq!(refused(&file_of(&dossier, sheet(unseen, &[]))), SheetFault::NoName, "{unseen:?}");
    }
    let open = [("1.1", Answer::Unanswered), ("2.1", Answer::Unanswered)];
    assert_eq!(refused(&file_of(&dossier, sheet("An", &open))), SheetFault::Unfinished(vec!["1.1", "2.1"]));
    let mut kept = sheet("An", &[]);
    kept.scorer.done = false;
    assert_eq!(refused(&file_of(&dossier, kept)), SheetFault::Unfinished(Vec::new()), "not handed in");
    assert_eq!(sitting, Council::default());
}

#[test]
fn the_sheets_of_a_sitting_are_taken_by_the_same_rules() {
    let mut file = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let blank = sheet("Bình", &[("1.1", Answer::Unanswered)]);
    file.council = Some(council(vec![sheet("An", &[]), blank, sheet("An", &[])]));
    let mut sitting = Council::default();
    let taken = sitting.take_files(&file, [&file]).concat();
    let unfinished = SheetFault::Unfinished(vec!["1.1"]);
    let expected = [("An", Ok(Taken::In)), ("Bình", Err(unfinished)), ("An", Ok(Taken::Already))];
    assert_eq!(taken, expected.map(|(name, what)| (name.to_owned(), what)));
    assert_eq!(sitting.sheets.len(), 1);
}

#[test]
fn no_more_sheets_are_taken_than_one_sitting_has() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut sitting = Council::default();
    for number in 1..=99 {
        let file = file_of(&dossier, sheet(&format!("Người {number}"), &[]));
        assert_eq!(sitting.take(&dossier, &file), Ok(Taken::In), "{number}");
    }
    let take = |sitting: &mut Council, name: &str| sitting.take(&dossier, &file_of(&dossier, sheet(name, &[])));
    assert_eq!(take(&mut sitting, "Người 100"), Err(SheetFault::Full));
    assert_eq!((take(&mut sitting, "Người 99"), sitting.sheets.len()), (Ok(Taken::Already), 99));
}

#[test]
fn a_scorer_s_name_in_a_file_is_read_as_it_is_seen_and_what_was_done_is_told() {
    let read = |name: &str| {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.council = Some(council(vec![sheet(name, &[])]));
        let json = crate::domain::dossier::wire::to_json(&dossier);
        let (read, warnings) = crate::domain::dossier::wire::from_json(&json).expect("it opens");
        let codes: Vec<&str> = warnings.iter().map(|warning| warning.code()).collect();
        (read.council.expect("a sitting").sheets[0].scorer.name.clone(), codes)
    };
    assert_eq!(read("Lò Thị Mai"), ("Lò Thị Mai".into(), vec![]));
    assert_eq!(read("Lò\u{200b} Thị\u{202e} Mai"), ("Lò Thị Mai".into(), vec!["unseen-signs"]));
    assert_eq!(read("\u{200b}\u{0}"), (String::new(), vec!["unseen-signs"]));
    assert_eq!(read(&"Ạ".repeat(200)), ("Ạ".repeat(200), vec![]));
    assert_eq!(read(&"Ạ".repeat(5000)), ("Ạ".repeat(200), vec!["too-long"]));
}

#[test]
fn a_sheet_is_taken_out_or_renamed_and_taken_again() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut sitting = council(vec![sheet("An", &[]), sheet("Bình", &[])]);
    let other = file_of(&dossier, sheet("An", &[("1.1", Answer::NoneOfThese)]));
    assert_eq!(sitting.take(&dossier, &other), Err(SheetFault::SameScorer));
    assert_eq!(sitting.rename(0, " bình "), Err(SheetFault::SameScorer));
    assert_eq!(sitting.rename(0, " "), Err(SheetFault::NoName));
    assert_eq!(sitting.sheets[0].scorer.name, "An", "somebody else's name");
    assert_eq!(sitting.rename(0, " An, thôn 2 "), Ok(()));
    assert_eq!(sitting.sheets[0].scorer.name, "An, thôn 2");
    assert_eq!(sitting.take(&dossier, &other), Ok(Taken::In));
    sitting.expected = 3;
    sitting.take_out(1);
    assert_eq!((sitting.sheets.len(), sitting.expected, sitting.is_complete()), (2, 2, true));
    sitting.take_out(9);
    assert_eq!(sitting.sheets.len(), 2);
}

#[test]
fn sheets_and_corrections_stand_in_the_file_as_they_were() {
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut sitting = council(vec![sheet("An", &[("1.1", Answer::NoneOfThese)]), sheet("Bình", &[])]);
    sitting.sheets[0].assessment.declared_dossier = true;
    sitting.agreed = sitting.common();
    sitting.seen = true;
    dossier.council = Some(sitting);
    let (name, role, opinion) = ("Chi".into(), "thư ký".into(), "Ngon".into());
    dossier.scorer =
        Some(Scorer { name, role, opinion, done: true, here: true, late: true, other_state: true, heard: true });
    let mut desk = Desk { received: "26/11/2026".into(), state: DeskState::ToCorrect, ..Desk::default() };
    desk.assessments[1] = "33 người của xã".into();
    dossier.desk = Some(desk);
    let places = [
        CorrectionPlace::Dossier,
        CorrectionPlace::Field(crate::domain::dossier::Field::Phone),
        CorrectionPlace::Criterion("1.1".into()),
        CorrectionPlace::Paper("p-1".into()),
    ];
    dossier.corrections =
        places.into_iter().map(|at| Correction { at, text: "thiếu".into(), ..Correction::default() }).collect();
    dossier.corrections[0].by = "05/12/2026".into();
    dossier.corrections[2].done = true;
    let json = crate::domain::dossier::wire::to_json(&dossier);
    let (read, warnings) = crate::domain::dossier::wire::from_json(&json).expect("our own file");
    assert_eq!(warnings, Vec::new());
    assert_eq!(read, dossier);
    let handed = crate::domain::forms::handed_in(&dossier);
    assert_eq!((handed.council, handed.scorer, handed.desk), (None, None, None));
}

/// A correction of criterion 1.1.
fn asked(text: &str, by: &str, done: bool) -> Correction {
    Correction { at: CorrectionPlace::Criterion("1.1".into()), text: text.into(), by: by.into(), done }
}

#[test]
fn a_correction_comes_once_and_stays_ticked() {
    let mut known = vec![asked("thiếu", "", true)];
    add_corrections(&mut known, vec![asked("thiếu", "", false), asked("mờ", "", false)]);
    assert_eq!(known, [asked("thiếu", "", true), asked("mờ", "", false)]);
    // The same once more by another day: it is not done yet.
    add_corrections(&mut known, vec![asked("thiếu ", "05/12/2026", false)]);
    assert_eq!(known, [asked("thiếu ", "05/12/2026", false), asked("mờ", "", false)]);
}

#[test]
fn another_file_in_its_place_loses_no_request_of_the_commune() {
    let asked = |text: &str, done: bool| Correction { text: text.into(), done, ..Correction::default() };
    let mut ours = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    ours.corrections = vec![asked("Thiếu dấu", false), asked("Thiếu ảnh", false)];
    let mut file = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    file.corrections = vec![asked("Thiếu ảnh", true)];
    let next = in_place_of(&ours, &file);
    assert_eq!(next.corrections, [asked("Thiếu ảnh", true), asked("Thiếu dấu", false)]);
    // Of two copies of an officer, the one that was chosen stands as it is.
    file.desk = Some(Desk::default());
    assert_eq!(in_place_of(&ours, &file), file);
}

#[test]
fn what_is_handed_in_again_keeps_the_commune_s_work_and_brings_the_ticks() {
    let mut theirs = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let mut ours = theirs.clone();
    ours.desk = Some(Desk { received: "26/11/2026".into(), state: DeskState::ToCorrect, ..Desk::default() });
    ours.corrections = vec![asked("thiếu", "", false), asked("mờ", "", false)];
    theirs.corrections = vec![asked("thiếu", "", true), asked("mờ", "", false)];
    theirs.assessment.set_answer(0, Answer::Level(1));
    assert!(is_handed_in_again(&ours, &theirs));
    assert!(!is_handed_in_again(&theirs, &ours), "the applicant who opens the officer's file decides as ever");
    let next = handed_in_again(&ours, &theirs);
    assert_eq!(next.corrections, theirs.corrections);
    assert_eq!((next.desk, next.assessment), (ours.desk, theirs.assessment));
}

#[test]
fn an_older_state_is_told_from_one_that_is_handed_in_again() {
    let file =
        |revision: u64| Dossier { revision, ..Dossier::new("a".into(), String::new(), first().set(1).expect("set 1")) };
    let mut ours = file(7);
    ours.desk = Some(Desk::on(&ours));
    // The commune's own work counts no state of the applicant's.
    ours.revision = 20;
    assert!(is_of_before(&ours, &file(6)));
    assert!(!is_of_before(&ours, &file(7)) && !is_of_before(&ours, &file(8)));
    let mut ours = handed_in_again(&ours, &file(9));
    ours.revision = 21;
    assert!(is_of_before(&ours, &file(8)) && !is_of_before(&ours, &file(9)));
    assert_eq!(Desk::on(&ours).came, 9, "it goes on");
    // What an older build's commune kept says nothing of it.
    ours.desk = Some(Desk::default());
    assert!(!is_of_before(&ours, &file(1)));
}

#[test]
fn a_scorer_is_one_however_the_name_is_written() {
    let scorer = |name: &str| Scorer { name: name.to_owned(), ..Scorer::default() };
    let is = |one: &str, other: &str| scorer(one).is(other);
    for other in ["Người 1", "người  1 ", "NGƯỜI 1", "Ngu\u{31b}o\u{31b}\u{300}i 1"] {
        assert!(is("Người 1", other), "{other}");
    }
    for other in ["Người 2", "Người 11", "Ngươi 1", "Người", "李"] {
        assert!(!is("Người 1", other), "{other}");
    }
    assert!(!is("李", "王") && is("李", " 李"));
}

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
    sitting.put_back(open, Some(0));
    assert_eq!(late(&sitting), [("An".into(), true), ("Bình".into(), false), ("Chi".into(), false)]);
    // A sheet that was in by then is as it was.
    sitting.take_out(1);
    sitting.put_back(done, Some(1));
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
    sitting.take_out(1);
    sitting.put_back(other, Some(1));
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
    // Where all who agreed are gone, the next to come have agreed on nothing that they give otherwise.
    let mut others = sitting.clone();
    (0..3).for_each(|_| others.take_out(0));
    assert_eq!(
        others.take(&dossier, &file_of(&dossier, sheet("Dung", &[("1.4", Answer::NoneOfThese)]))),
        Ok(Taken::In)
    );
    assert_eq!(agreed(&others, "1.4"), Answer::Unanswered);
    // Files of before did not keep who was there: nothing that was decided is lost.
    let mut before = sitting.clone();
    before.seen = false;
    before.sheets.iter_mut().for_each(|sheet| sheet.scorer.heard = false);
    assert!(before.expect(4));
    assert_eq!(before.agreed, sitting.agreed);
}

//! Sheets that go out and come back as files.

use super::*;

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

/// The applicant has still to look at what was carried over, which no answer of its own has replaced; and it is still to get
/// the paper that the level it chose asks for.
#[test]
fn what_a_scorer_is_given_tells_not_whether_the_applicant_answered() {
    let mut bare = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let paper = |id: &str, holding: Holding| PaperRecord {
        id: id.into(),
        holding,
        due: "1/2/2027".into(),
        ..Default::default()
    };
    bare.entries[0].note = "Vùng trồng 12 ha".into();
    bare.entries[0].evidence = vec!["have".into()];
    bare.papers = vec![PaperRecord { due: String::new(), ..paper("have", Holding::Have) }];
    let mut worked_on = bare.clone();
    worked_on.entries[0].review = true;
    worked_on.entries[1].review = true;
    worked_on.entries[0].evidence.insert(0, "to-get".into());
    worked_on.entries[2].evidence = vec!["to-get".into()];
    worked_on.papers = vec![paper("to-get", Holding::ToGet), paper("have", Holding::Have)];
    worked_on.assessment.set_answer(2, Answer::Level(1));
    let sent = [&bare, &worked_on].map(|dossier| to_json(&blank_for(dossier)));
    assert_eq!(sent[0], sent[1]);
    for told in ["review", "to-get", "due"] {
        assert!(!sent[1].contains(&format!("\"{told}\"")), "{told} in {}", sent[1]);
    }
    assert!(sent[1].contains("Vùng trồng 12 ha") && sent[1].contains("\"have\""), "{}", sent[1]);
    assert!(!shows_otherwise(&bare, &worked_on), "what both show is the same");
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
    // Nobody said how many there are: three of seven may be all that came so far.
    let mut sitting = Council::default();
    assert_eq!(
        sitting.take_files(&dossier, &files[..2]).concat(),
        [("An", Ok(Taken::In)), ("Bình", Ok(Taken::In))].map(owned)
    );
    assert_eq!((late(&sitting), sitting.expected, sitting.seen), (vec![false, false], 0, false));
    assert!(sitting.needs_number() && !sitting.is_complete() && sitting.awaited() == Some((2, 2)));
    assert!(sitting.expect(2) && sitting.is_complete() && sitting.seen);
    assert_eq!(
        sitting.take_files(&dossier, &files[1..]).concat(),
        [("Bình", Ok(Taken::Already)), ("Chi", Ok(Taken::In))].map(owned)
    );
    assert_eq!(late(&sitting), [false, false, true], "the two were seen by then");
    // More are waited for.
    let mut sitting = Council { expected: 4, ..Council::default() };
    sitting.take_files(&dossier, &files);
    assert_eq!((late(&sitting), sitting.expected, sitting.seen), (vec![false; 3], 4, false));
}

#[test]
fn a_sitting_in_one_file_says_how_many_score_where_nobody_has_here() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let sheets = || vec![sheet("An", &[]), sheet("Bình", &[])];
    for (file, here, expected, shown) in [
        (Council { sheets: sheets(), ..Council::default() }, 0, 0, false),
        (Council { sheets: sheets(), seen: true, ..Council::default() }, 0, 2, true),
        (Council { sheets: sheets(), expected: 2, ..Council::default() }, 0, 2, true),
        (Council { sheets: sheets(), expected: 5, ..Council::default() }, 0, 5, false),
        (Council { sheets: sheets(), expected: 2, seen: true, ..Council::default() }, 7, 7, false),
    ] {
        let file = Dossier { council: Some(file), ..dossier.clone() };
        let mut sitting = Council { expected: here, ..Council::default() };
        sitting.take_files(&dossier, [&file]);
        assert_eq!((sitting.expected, sitting.is_complete()), (expected, shown));
        assert!(sitting.sheets.iter().all(|sheet| !sheet.scorer.late));
    }
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

#[test]
fn more_sheets_than_were_said_to_come_are_told_and_none_is_lost() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let files: Vec<Dossier> = ["An", "Bình", "Chi", "Dung"].map(|name| file_of(&dossier, sheet(name, &[]))).into();
    let mut sitting = Council { expected: 2, ..Council::default() };
    sitting.take_files(&dossier, &files[..2]);
    assert_eq!((sitting.is_complete(), sitting.beyond()), (true, None), "as many as were said");
    sitting.take_files(&dossier, &files[1..3]);
    assert_eq!((sitting.is_complete(), sitting.sheets.len(), sitting.beyond()), (true, 3, Some((2, 3))));
    // On this device too, where it is waited for.
    assert_eq!(sitting.begin("Dung", dossier.set()), Some(3));
    assert_eq!((sitting.awaited(), sitting.beyond()), (Some((3, 4)), Some((2, 4))));
    // One that is taken out again was not waited for.
    sitting.take_out(3);
    sitting.take_out(2);
    assert_eq!((sitting.is_complete(), sitting.expected, sitting.beyond()), (true, 2, None));
    sitting.take_out(1);
    assert_eq!((sitting.sheets.len(), sitting.expected), (1, 1), "of those that were said, one fewer is");
    // Another number makes it right, and survives the file.
    sitting.take_files(&dossier, &files);
    assert_eq!(sitting.beyond(), Some((1, 4)));
    let kept = to_json(&Dossier { council: Some(sitting.clone()), ..dossier.clone() });
    assert_eq!(from_json(&kept).expect("it opens").0.council.expect("a sitting").beyond(), Some((1, 4)));
    assert!(sitting.expect(4));
    assert_eq!((sitting.beyond(), sitting.is_complete()), (None, true));
    // Where nobody said how many there are, none is one too many; nor are all in.
    let mut unsaid = Council::default();
    files.iter().for_each(|file| _ = unsaid.take(&dossier, file));
    assert_eq!((unsaid.sheets.len(), unsaid.beyond(), unsaid.is_complete()), (4, None, false));
    let before = unsaid.clone();
    unsaid.take_out(3);
    unsaid.put_back(before.sheets[3].clone(), Some(3), 0, &before);
    assert_eq!((unsaid.sheets.len(), unsaid.beyond(), unsaid.is_complete()), (4, None, false));
}

#[test]
fn a_breach_that_a_scorer_declares_comes_back_in_the_file_and_is_kept_with_the_sitting() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let position = dossier.set().position("1.1").expect("1.1");
    let read = |file: &Dossier| {
        let (read, warnings) = from_json(&to_json(file)).expect("it opens");
        assert_eq!(warnings.len(), 0);
        read
    };
    // Elsewhere, in the file that goes back.
    let mut sent = file_of(&dossier, sheet("An", &[]));
    sent.set_reply(Question::Breach(position), Reply::Yes);
    let mut sitting = Council { expected: 2, ..Council::default() };
    assert_eq!(sitting.take(&dossier, &read(&sent)), Ok(Taken::In));
    // On this device.
    let mut here = sheet("Bình", &[]);
    here.declare(Question::Dossier, true);
    here.declare(Question::Breach(position), true);
    here.declare(Question::Breach(position), false);
    sitting.sheets.push(here);
    let kept = read(&Dossier { council: Some(sitting.clone()), ..dossier.clone() }).council.expect("a sitting");
    assert_eq!(kept.sheets, sitting.sheets);
    let declared: Vec<(bool, bool)> = kept
        .sheets
        .iter()
        .map(|sheet| &sheet.assessment)
        .map(|sheet| (sheet.declared_dossier, sheet.is_declared(position)))
        .collect();
    assert_eq!(declared, [(false, true), (true, false)]);
    // What another scorer is given tells nothing of it, nor of what the applicant declared.
    let mut own = dossier.clone();
    own.set_reply(Question::Dossier, Reply::Yes);
    own.council = Some(sitting);
    assert!(!blank_for(&own).assessment.declares_breach() && blank_for(&own).asked.is_empty());
}

#[test]
fn a_sheet_with_a_breach_alone_is_begun_and_not_finished() {
    let dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let blank = blank_for(&dossier);
    let mut begun = blank.clone();
    assert!(!sheet_of(&begun).is_begun());
    begun.set_reply(Question::Dossier, Reply::Yes);
    assert!(sheet_of(&begun).is_begun());
    assert_eq!((beside(&begun, &blank), beside(&blank, &begun)), (Beside::BlankOfSheet, Beside::State));
    // The others may not see it, and the star falls at the average of all totals: none is left out.
    begun.scorer = Some(Scorer { name: "An".into(), done: true, ..Scorer::default() });
    let refused = Council::default().take(&dossier, &begun).expect_err("nothing is scored");
    assert!(matches!(refused, SheetFault::Unfinished(open) if open.len() == dossier.set().criteria.len()));
}

//! Corrections, and what stands in files.

use super::*;
use crate::domain::dossier::wire;

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
    Correction {
        at: CorrectionPlace::Criterion("1.1".into()),
        text: text.into(),
        by: by.into(),
        done,
        ..Correction::default()
    }
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
    theirs.revision = 1;
    assert!(is_handed_in_again(&ours, &theirs));
    assert!(!is_handed_in_again(&theirs, &ours), "the applicant who opens the officer's file decides as ever");
    let next = handed_in_again(&ours, &theirs);
    assert_eq!(next.corrections, theirs.corrections);
    let state = |dossier: &Dossier| dossier.desk.as_ref().map(|desk| desk.state);
    assert_eq!(state(&next), Some(DeskState::Received), "the commune has it now");
    let desk =
        |dossier: &Dossier| dossier.desk.clone().map(|desk| Desk { came: 1, state: DeskState::Received, ..desk });
    assert_eq!((desk(&next), &next.assessment), (desk(&ours), &theirs.assessment));
    // The file that is here already brings nothing new, and what was passed on stays so.
    theirs.revision = 0;
    assert_eq!(state(&handed_in_again(&ours, &theirs)), Some(DeskState::ToCorrect));
    theirs.revision = 2;
    ours.desk = Some(Desk { state: DeskState::Proposed, ..Desk::default() });
    assert_eq!(state(&handed_in_again(&ours, &theirs)), Some(DeskState::Proposed));
}

#[test]
fn a_place_that_is_as_before_is_told_from_one_that_changed() {
    let before = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let phone = CorrectionPlace::Field(crate::domain::dossier::Field::Phone);
    let criterion = CorrectionPlace::Criterion("1.1".into());
    let paper = CorrectionPlace::Paper("p".into());
    let places = [&CorrectionPlace::Dossier, &phone, &criterion, &paper];
    let unchanged = |after: &Dossier| places.map(|at| is_unchanged(at, &before, after));
    let mut after = before.clone();
    after.corrections = vec![asked("thiếu", "", true)];
    assert_eq!(unchanged(&after), [true; 4], "a tick alone is no change");
    after.fields.set(crate::domain::dossier::Field::Phone, "0912345678".into());
    assert_eq!(unchanged(&after), [false, false, true, true]);
    after = before.clone();
    after.entries[0].note = "Trồng tại thôn 3".into();
    assert_eq!(unchanged(&after), [false, true, false, true]);
    after.entries[0].note.clear();
    after.entries[1].note = "Trồng tại thôn 3".into();
    assert_eq!(unchanged(&after), [false, true, true, true], "another criterion");
    // A paper that a criterion rests on is part of it.
    after = before.clone();
    after.papers.push(crate::domain::dossier::PaperRecord { id: "p".into(), ..Default::default() });
    assert_eq!(unchanged(&after), [false, true, true, false]);
    after.entries[0].evidence.push("p".into());
    let mut next = after.clone();
    next.papers[0].number = "12/GCN".into();
    assert!(!is_unchanged(&criterion, &after, &next) && !is_unchanged(&paper, &after, &next));
    // What is in neither set is nobody's to tell.
    assert!(!is_unchanged(&CorrectionPlace::Criterion("99".into()), &before, &before));
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
fn what_is_asked_for_once_more_is_open_again_on_both_sides() {
    let first = asked("thiếu", "05/12/2026", true);
    let more = first.once_more("05/12/2026".into());
    assert!(!more.done && more.again == 1 && more.asks_the_same(&first));
    // At the applicant: ticked off before, open again; the same file once more unticks nothing.
    let mut theirs = vec![first.clone()];
    add_corrections(&mut theirs, vec![more.clone()]);
    assert_eq!(theirs, std::slice::from_ref(&more));
    theirs[0].done = true;
    add_corrections(&mut theirs, vec![more.clone()]);
    assert!(theirs[0].done);
    // At the commune: a tick of the round before is none of this one.
    let dossier = |correction: Correction, revision: u64| Dossier {
        corrections: vec![correction],
        revision,
        ..Dossier::new("a".into(), String::new(), crate::domain::decision::first().set(1).expect("set 1"))
    };
    let ours = Dossier { desk: Some(Desk::default()), ..dossier(more.clone(), 0) };
    assert!(!handed_in_again(&ours, &dossier(first, 1)).corrections[0].done);
    assert!(handed_in_again(&ours, &dossier(Correction { done: true, ..more }, 2)).corrections[0].done);
}

fn words(list: &[Correction]) -> Vec<(&str, bool)> {
    list.iter().map(|one| (one.text.as_str(), one.done)).collect()
}

/// What an officer sends of these, as the applicant's page reads it.
fn sent(asked: &[Correction]) -> Vec<Correction> {
    use crate::domain::dossier::wire::{Incoming, corrections_file, incoming};
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    dossier.corrections = asked.to_vec();
    match incoming(corrections_file(&dossier, "test").as_bytes()) {
        Ok(Incoming::Corrections(read)) => read.corrections,
        _ => panic!("a file of corrections"),
    }
}

/// The officer's dossier after the applicant handed in one with these, each read from its file.
fn came_back(ours: &[Correction], theirs: &[Correction]) -> Vec<Correction> {
    use crate::domain::dossier::wire::{from_json, to_json};
    let of = |list: &[Correction], desk: Option<Desk>| {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        (dossier.corrections, dossier.desk) = (list.to_vec(), desk);
        from_json(&to_json(&dossier)).expect("our own file").0
    };
    handed_in_again(&of(ours, Some(Desk::default())), &of(theirs, None)).corrections
}

/// Seen in use: the applicant had the old words, ticked, beside the new ones.
#[test]
fn a_request_in_other_words_is_one_request_at_the_applicant_through_two_rounds() {
    let mut ours = vec![asked("thiếu", "", false), asked("mờ", "", false)];
    let mut theirs = Vec::new();
    add_corrections(&mut theirs, sent(&ours));
    theirs[0].done = true;
    // Sent again in other words: open again, in its place.
    let first_file = sent(&ours);
    ours[0] = ours[0].in_other_words("thiếu trang 2".into());
    add_corrections(&mut theirs, sent(&ours));
    assert_eq!(words(&theirs), [("thiếu trang 2", false), ("mờ", false)]);
    // The same file once more, or the one before it, changes nothing.
    theirs[0].done = true;
    add_corrections(&mut theirs, sent(&ours));
    add_corrections(&mut theirs, first_file);
    assert_eq!(words(&theirs), [("thiếu trang 2", true), ("mờ", false)]);
    // A second round, from what came back.
    ours = came_back(&ours, &theirs);
    assert_eq!(words(&ours), [("thiếu trang 2", true), ("mờ", false)]);
    ours[0] = ours[0].in_other_words("thiếu trang 2 và 3".into()).in_other_words("thiếu trang 3".into());
    add_corrections(&mut theirs, sent(&ours));
    assert_eq!(words(&theirs), [("thiếu trang 3", false), ("mờ", false)]);
    // A tick under the old words is none of the new ones.
    let before = ours.clone();
    theirs[1].done = true;
    ours[1] = ours[1].in_other_words("mờ quá".into());
    assert_eq!(words(&came_back(&ours, &theirs)), [("thiếu trang 3", false), ("mờ quá", false)]);
    assert_eq!(words(&came_back(&before, &theirs)), [("thiếu trang 3", false), ("mờ", true)]);
}

/// Seen in use: the first file, opened once more, brought back the day of before and took the tick away.
#[test]
fn an_older_file_undoes_no_newer_request_whatever_day_or_words_it_has() {
    let first_file = sent(&[asked("thiếu", "02/12/2026", false)]);
    let mut theirs = Vec::new();
    add_corrections(&mut theirs, first_file.clone());
    theirs[0].done = true;
    let ours = [theirs[0].once_more("09/12/2026".into())];
    add_corrections(&mut theirs, sent(&ours));
    theirs[0].done = true;
    add_corrections(&mut theirs, first_file.clone());
    assert_eq!(theirs, [Correction { done: true, ..ours[0].clone() }]);
    assert!(came_back(&ours, &theirs)[0].done);
    // An older copy of the applicant's own dossier leaves the newer request there as well.
    let of = |corrections: Vec<Correction>| Dossier {
        corrections,
        ..Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"))
    };
    assert_eq!(in_place_of(&of(theirs.clone()), &of(first_file)).corrections, theirs);
}

#[test]
fn an_older_file_takes_no_request_away_that_began_with_the_words_of_another() {
    let mut ours = vec![asked("thiếu", "", false)];
    let first_file = sent(&ours);
    ours[0] = ours[0].in_other_words("mờ".into());
    ask(&mut ours, asked("thiếu", "", false));
    let mut theirs = Vec::new();
    add_corrections(&mut theirs, sent(&ours));
    theirs[0].done = true;
    add_corrections(&mut theirs, first_file);
    assert_eq!(words(&theirs), [("mờ", true), ("thiếu", false)]);
    // An older build took the two wordings of one request for two; brought up to date with a file of before, none is lost.
    let later = Correction { again: 1, known_by: "thiếu".into(), ..asked("thiếu trang 2", "", true) };
    let mut theirs = vec![asked("thiếu", "", true), later.clone()];
    add_corrections(&mut theirs, vec![asked("thiếu", "02/12/2026", false)]);
    assert!(theirs.contains(&later), "{theirs:?}");
}

#[test]
fn an_applicant_with_an_older_build_ticks_a_reworded_request_all_the_same() {
    let mut ours = vec![asked("thiếu", "", false)];
    ours[0] = ours[0].in_other_words("thiếu trang 2".into());
    // It has both, and knows them by their words alone.
    let mut theirs = vec![asked("thiếu", "", true), asked("thiếu trang 2", "", false)];
    theirs[1].again = ours[0].again;
    assert_eq!(words(&came_back(&ours, &theirs)), [("thiếu trang 2", false)]);
    theirs[1].done = true;
    assert_eq!(words(&came_back(&ours, &theirs)), [("thiếu trang 2", true)]);
    // Brought up to date, it has one again.
    theirs[1].done = false;
    add_corrections(&mut theirs, sent(&ours));
    assert_eq!(words(&theirs), [("thiếu trang 2", false)]);
}

#[test]
fn what_is_asked_in_the_words_of_another_that_was_reworded_is_a_request_of_its_own() {
    let mut ours = Vec::new();
    assert!(ask(&mut ours, asked("thiếu", "", false)));
    ours[0] = ours[0].in_other_words("mờ".into());
    assert!(ask(&mut ours, asked("thiếu", "", false)));
    let mut theirs = Vec::new();
    add_corrections(&mut theirs, sent(&ours));
    assert_eq!(words(&theirs), [("mờ", false), ("thiếu", false)]);
    // The same words once more are the same request, open again.
    theirs[1].done = true;
    let mut back = came_back(&ours, &theirs);
    assert!(!ask(&mut back, asked("thiếu ", "05/12/2026", false)));
    add_corrections(&mut theirs, sent(&back));
    assert_eq!(words(&theirs), [("mờ", false), ("thiếu", false)]);
    assert_eq!(theirs[1].by, "05/12/2026");
}

#[test]
fn a_tick_with_nothing_changed_there_is_told_until_it_is_asked_anew() {
    let base = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let ours = Dossier {
        desk: Some(Desk::default()),
        corrections: vec![asked("thiếu", "", false), asked("mờ", "", true)],
        ..base.clone()
    };
    let mut theirs = Dossier { corrections: vec![asked("thiếu", "", true), asked("mờ", "", true)], ..base };
    let told = |dossier: &Dossier| dossier.corrections.iter().map(|one| one.unchanged).collect::<Vec<_>>();
    let next = handed_in_again(&ours, &theirs);
    assert_eq!(told(&next), [true, false], "ticked off this time; nothing is known of the other");
    // It is in the file, and no business of the applicant's.
    let (read, warnings) = wire::from_json(&wire::to_json(&next)).expect("our own file");
    assert_eq!((told(&read), warnings.len()), (vec![true, false], 0));
    // Handed in once more as it was: still. Then something is changed there.
    theirs.revision += 1;
    let still = handed_in_again(&next, &theirs);
    assert_eq!(told(&still), [true, false]);
    theirs.entries[0].note = "Trồng tại thôn 3".into();
    assert_eq!(told(&handed_in_again(&still, &theirs)), [false, false]);
    // Asked anew it is open, and nothing is said of it.
    let [first, _] = &still.corrections[..] else { panic!("two") };
    assert!(!first.once_more(String::new()).unchanged && !first.in_other_words("khác".into()).unchanged);
}

#[test]
fn a_request_needs_words_that_no_other_of_its_place_has() {
    let elsewhere = Correction { at: CorrectionPlace::Dossier, ..asked("cũ", "", false) };
    let list = [asked("thiếu", "", false), asked("mờ", "", false), elsewhere];
    for (text, fault) in [
        ("", Some(WordsFault::Empty)),
        (" \n", Some(WordsFault::Empty)),
        ("mờ ", Some(WordsFault::Taken)),
        ("thiếu", None),
        ("cũ", None),
        ("mờ trang 2", None),
    ] {
        assert_eq!(words_fault(&list, 0, text), fault, "{text:?}");
    }
}

#[test]
fn what_a_newer_build_wrote_of_a_request_survives_other_words() {
    let text = r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1},
        "corrections":[{"at":"1.1","text":"thiếu","urgent":true}]}"#;
    let (mut dossier, _) = wire::from_json(text).expect("a dossier");
    for words in ["thiếu trang 2", "thiếu trang 3"] {
        dossier.corrections[0] = dossier.corrections[0].in_other_words(words.into());
        let written = wire::to_json(&dossier);
        assert!(written.contains(r#""urgent": true"#) && written.contains(words), "{written}");
        dossier = wire::from_json(&written).expect("our own file").0;
    }
}

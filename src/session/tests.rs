use super::*;
use crate::domain::calendar::Date;
use crate::domain::decision::{Star, first};
use crate::domain::dossier::{DossierKind, Field, LogEntry, LogTopic, Proposal, Recognised};
use crate::domain::rating::Answer;

fn session() -> Session {
    let set = first().set(1).expect("set 1");
    let dossier = |id: &str| Rc::new(Dossier::new(id.into(), "2026-11-24T00:00:00Z".into(), set));
    Session::new(Language::Vi).after(Action::DossierAdded(dossier("a"))).after(Action::DossierAdded(dossier("b")))
}

fn answered(position: usize, level: u8) -> Action {
    let change = Change::Answered { position, answer: Answer::Level(level) };
    Action::Changed { id: "a".into(), change, at: "2026-11-24T01:00:00Z".into() }
}

#[test]
fn an_answer_changes_one_dossier_and_leaves_the_other_untouched() {
    let before = session();
    let after = before.after(answered(0, 2));
    assert_eq!(after.dossier("a").map(|a| a.assessment.answer(0)), Some(Answer::Level(2)));
    assert_eq!(after.dossier("a").map(|a| a.updated.as_str()), Some("2026-11-24T01:00:00Z"));
    assert!(Rc::ptr_eq(&before.dossiers[0], &after.dossiers[0]), "b keeps its Rc");
    assert_eq!(after.saving, Saving::Pending);
}

#[test]
fn the_same_answer_twice_is_no_change() {
    let once = session().after(answered(0, 2));
    assert_eq!(once.after(answered(0, 2)), once);
}

#[test]
fn a_deleted_dossier_comes_back_whole() {
    let before = session().after(answered(0, 2));
    let deleted = before.after(Action::Deleted { id: "a".into() });
    assert!(deleted.dossier("a").is_none());
    let restored = deleted.after(Action::Restored { id: "a".into() });
    assert_eq!(restored.dossier("a"), before.dossier("a"));
    assert!(restored.trash.is_empty());
}

fn arrived(language: Language) -> Action {
    Action::GuideArrived { language, guide: Rc::new(Guide::default()) }
}

/// EN, then VI again while the English words are slow.
#[test]
fn words_that_come_late_in_another_language_are_dropped() {
    let there_and_back =
        session().after(Action::LanguageChosen(Language::En)).after(Action::LanguageChosen(Language::Vi));
    assert_eq!(there_and_back.after(arrived(Language::En)).guide, None);
    assert!(there_and_back.after(arrived(Language::Vi)).after(arrived(Language::En)).guide.is_some());
}

#[test]
fn the_guide_of_another_decision_is_dropped_when_its_own_is_wanted() {
    let of = |decision| Rc::new(Guide { decision, ..Guide::default() });
    let with = session().after(Action::GuideArrived { language: Language::Vi, guide: of("one") });
    assert!(with.after(Action::GuideWanted { decision: "one" }).guide.is_some());
    assert_eq!(with.after(Action::GuideWanted { decision: "two" }).guide, None);
}

#[test]
fn another_language_keeps_the_work_and_asks_for_its_own_guide() {
    let before = session().after(arrived(Language::Vi));
    let after = before.after(Action::LanguageChosen(Language::En));
    assert_eq!(after.dossiers, before.dossiers);
    assert_eq!(after.guide, None);
    assert!(before.after(Action::LanguageChosen(Language::Vi)).guide.is_some());
}

#[test]
fn a_proposal_taken_answers_and_asks_for_another_look() {
    let proposal = Proposal { position: 3, level: 1, papers: vec!["application".into()], now: Answer::Unanswered };
    let change = Change::ProposalTaken(proposal.clone());
    let after = session().after(Action::Changed { id: "a".into(), change, at: "2026-11-24T01:00:00Z".into() });
    let dossier = after.dossier("a").expect("a");
    assert_eq!(dossier.assessment.answer(3), Answer::Level(1));
    assert!(dossier.entries[3].review);
    let nowhere = Change::ProposalTaken(Proposal { position: 999, ..proposal });
    assert_eq!(nowhere.apply(dossier), **dossier);
}

#[test]
fn actions_that_name_nothing_known_do_no_harm() {
    let before = session();
    let change = Change::Answered { position: 999, answer: Answer::Level(9) };
    assert_eq!(before.after(Action::Changed { id: "a".into(), change, at: String::new() }), before);
    let change = Change::Archived(true);
    assert_eq!(before.after(Action::Changed { id: "zz".into(), change, at: String::new() }), before);
    assert_eq!(before.after(Action::Deleted { id: "zz".into() }), before);
    assert_eq!(before.after(Action::NoticeRead(7)), before);
    assert_eq!(before.after(Action::NoticesRead), before);
}

#[test]
fn each_change_is_a_revision_more_whatever_the_clock_says() {
    let once = session().after(answered(0, 2));
    let twice = once.after(answered(0, 1));
    let of = |session: &Session| session.dossier("a").map(|a| a.revision);
    assert_eq!((of(&session()), of(&once), of(&twice)), (Some(0), Some(1), Some(2)));
    assert_eq!(of(&once.after(answered(0, 2))), Some(1), "the same answer is no change");
}

#[test]
fn what_the_reader_puts_in_its_place_is_newer_than_what_was_there() {
    let file = session().dossier("a").cloned().expect("a");
    let worked_on = session().after(answered(0, 2)).after(answered(1, 2));
    let replaced = worked_on.after(Action::Replaced(file));
    assert_eq!(replaced.dossier("a").map(|a| (a.revision, a.assessment.answered())), Some((3, 0)));
}

#[test]
fn a_file_of_a_deleted_dossier_leaves_each_in_its_place() {
    let file = session().dossier("a").cloned().expect("a");
    let deleted = session().after(answered(0, 2)).after(Action::Deleted { id: "a".into() });
    let opened = deleted.after(Action::DossierAdded(file.clone()));
    assert_eq!(opened.dossier("a").map(|a| (a.assessment.answered(), a.revision)), Some((0, 2)));
    let [binned] = &opened.trash[..] else { panic!("the deleted one stays in the trash") };
    assert_eq!(binned.assessment.answered(), 1);
    let both = opened.after(Action::Restored { id: binned.id.clone() });
    assert_eq!(both.dossiers.len(), 3, "undo brings it back beside the other");
    // The very dossier that was deleted comes back out of the trash.
    let same = session().after(Action::Deleted { id: "a".into() }).after(Action::DossierAdded(file));
    assert_eq!((same.dossiers.len(), same.trash.len()), (2, 0));
}

#[test]
fn two_files_under_one_id_are_two_dossiers() {
    let other = Dossier::new("a".into(), String::new(), first().set(2).expect("set 2"));
    let both = session().after(Action::DossierAdded(Rc::new(other)));
    assert_eq!(both.dossiers.len(), 3);
    assert_eq!(both.dossier("a"), session().dossier("a"));
}

#[test]
fn both_shelves_with_one_id_come_apart_at_the_start() {
    let one = (**session().dossier("a").expect("a")).clone();
    let other = (**session().after(answered(0, 2)).dossier("a").expect("a")).clone();
    let same = Session::new(Language::Vi).with(vec![one.clone()], vec![one.clone()]);
    assert_eq!((same.dossiers.len(), same.trash.len()), (1, 0));
    let apart = Session::new(Language::Vi).with(vec![one], vec![other]);
    assert_ne!(apart.trash[0].id, "a");
    assert_eq!(apart.trash[0].assessment.answered(), 1);
}

#[test]
fn the_kind_follows_from_the_stars_held_and_no_day_typed_before_is_lost() {
    let today = Date::parse("26/11/2026").expect("a day");
    let set = first().set(1).expect("set 1");
    let mut dossier = Dossier::new("a".into(), String::new(), set);
    dossier.plan.certificate = "25/12/2023".into();
    let told =
        |dossier: &Dossier, recognised: Option<Recognised>| Change::StandingTold { recognised, today }.apply(dossier);
    // The star alone: the day that an older build kept in the plan comes along.
    let four = Recognised { star: Some(Star::Four), ..Recognised::default() };
    let held = told(&dossier, Some(four));
    assert_eq!(held.recognised.as_ref().map(|held| held.date.as_str()), Some("25/12/2023"));
    assert_eq!((held.kind, held.plan.certificate.as_str()), (DossierKind::ReRating, ""));
    // Another kind that is possible stays, whatever else is told of the decision.
    let upgrade = Change::KindChosen(DossierKind::Upgrade).apply(&held);
    let numbered = Recognised { number: "12".into(), ..upgrade.recognised.clone().expect("what is held") };
    assert_eq!(told(&upgrade, Some(numbered)).kind, DossierKind::Upgrade);
    // No stars after all: what was typed is kept, should it come back.
    let none = told(&held, None);
    assert_eq!((none.kind, none.held_star()), (DossierKind::First, None));
    assert_eq!(none.recognised, held.recognised);
}

#[test]
fn a_product_of_an_office_s_list_is_only_followed_until_its_kind_is_chosen() {
    let today = Date::parse("26/11/2026").expect("a day");
    let mut listed = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let held = Recognised { star: Some(Star::Four), date: "25/12/2025".into(), ..Recognised::default() };
    listed.recognised = Some(Recognised { listed: true, ..held });
    // Its stars are put right.
    let recognised = listed.recognised.clone().map(|held| Recognised { star: Some(Star::Three), ..held });
    assert_eq!(Change::StandingTold { recognised, today }.apply(&listed).told_kind(), None);
    for (change, kind) in
        [(Change::KindChosen(DossierKind::Upgrade), DossierKind::Upgrade), (Change::LogTaken, DossierKind::ReRating)]
    {
        assert_eq!(change.apply(&listed).told_kind(), Some(kind));
    }
}

/// Seen in use: "25/06/20" on the way to "25/06/2024" was read as 2020, and the kind that was chosen was gone.
#[test]
fn a_day_that_is_typed_anew_leaves_the_kind_that_was_chosen() {
    let today = Date::parse("26/11/2026").expect("a day");
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    let day = |date: &str| Recognised { star: Some(Star::Four), date: date.into(), ..Recognised::default() };
    dossier.recognised = Some(day("25/06/2024"));
    dossier.kind = DossierKind::ReRating;
    for typed in ["", "2", "25", "25/06/", "25/06/2", "25/06/20", "25/06/202", "25/06/2024"] {
        dossier = Change::StandingTold { recognised: Some(day(typed)), today }.apply(&dossier);
        assert_eq!(dossier.kind, DossierKind::ReRating, "{typed}");
    }
}

#[test]
fn a_re_rating_taken_from_the_log_leaves_what_is_written() {
    let set = first().set(1).expect("set 1");
    let mut dossier = Dossier::new("a".into(), String::new(), set);
    let entry =
        |topic: LogTopic, text: &str| LogEntry { id: text.into(), topic, text: text.into(), ..LogEntry::default() };
    dossier.log = vec![entry(LogTopic::Output, "120 tấn"), entry(LogTopic::Label, "Nhãn mới")];
    dossier.fields.set(Field::RenewedLabels, "Tự viết".into());
    let taken = Change::LogTaken.apply(&dossier);
    assert_eq!(taken.kind, DossierKind::ReRating);
    assert_eq!(taken.fields.get(Field::RenewedOutput), "120 tấn");
    assert_eq!(taken.fields.get(Field::RenewedLabels), "Tự viết");
}

#[test]
fn what_a_reader_did_is_not_called_saved_before_it_is_kept() {
    let set = first().set(1).expect("set 1");
    let dossier = |id: &str| Rc::new(Dossier::new(id.into(), String::new(), set));
    let saved = |session: Session| session.after(Action::SavingChanged(Saving::Saved("11:59".into())));
    let one = saved(Session::new(Language::Vi).after(Action::DossierAdded(dossier("a"))));
    for action in [
        Action::DossierAdded(dossier("b")),
        Action::Replaced(Rc::new(Dossier { archived: true, ..(*dossier("a")).clone() })),
        Action::Deleted { id: "a".into() },
    ] {
        assert_eq!(one.after(action.clone()).saving, Saving::Pending, "{action:?}");
    }
    let binned = saved(one.after(Action::Deleted { id: "a".into() }));
    assert_eq!(binned.after(Action::Restored { id: "a".into() }).saving, Saving::Pending);
    assert_eq!(binned.after(Action::Forgotten { id: "a".into() }).saving, Saving::Pending);
    assert_ne!(one.after(Action::Searched("cam".into())).saving, Saving::Pending);
}

#[test]
fn what_went_well_is_told_on_the_next_page_and_no_further_and_a_fault_until_it_is_read() {
    let notice = |kind: NoticeKind, text: &str| {
        Action::Noticed(Notice::new(kind, Said::of(|language| format!("{text} {}", language.tag()))))
    };
    let texts = |session: &Session| {
        session.notices.iter().map(|one| one.lines[0].said.get(session.language).to_owned()).collect::<Vec<_>>()
    };
    let told = session().after(notice(NoticeKind::Done, "taken")).after(notice(NoticeKind::Fault, "broken"));
    let next = told.after(Action::PageTurned);
    assert_eq!(texts(&next), ["taken vi", "broken vi"], "on the page that it led to");
    assert_eq!(texts(&next.after(Action::PageTurned)), ["broken vi"]);
    let again = next.after(notice(NoticeKind::Done, "taken"));
    assert_eq!(texts(&again), ["taken vi", "broken vi"], "told once");
    assert_eq!(texts(&again.after(Action::PageTurned)), ["taken vi", "broken vi"], "it came anew");
    assert_eq!(texts(&told.after(Action::LanguageChosen(Language::Vi))), ["taken vi", "broken vi"]);
    assert_eq!(texts(&told.after(Action::LanguageChosen(Language::En))), ["taken en", "broken en"]);
}

#[test]
fn what_was_said_of_missing_photos_goes_once_they_are_here_and_nothing_else_does() {
    let line = |text: &str, id: Option<&str>| Line {
        said: Said::of(|_| text.into()),
        until: id.map_or(Until::Read, |id| Until::PhotosWhole { id: id.into() }),
    };
    let notice = |lines| Action::Noticed(Notice { kind: NoticeKind::Note, lines, followed: false });
    let told = session().after(notice(vec![line("thiếu", Some("a"))])).after(notice(vec![
        line("thiếu", Some("a")),
        line("thiếu", Some("b")),
        line("khác", None),
    ]));
    let whole = told.after(Action::PhotosWhole { id: "a".into() });
    let left: Vec<&[Line]> = whole.notices.iter().map(|notice| &notice.lines[..]).collect();
    assert_eq!(left, [[line("thiếu", Some("b")), line("khác", None)]]);
    assert_eq!(whole.after(Action::PhotosWhole { id: "c".into() }), whole);
}

#[test]
fn what_was_said_of_a_file_goes_with_the_next_one_and_what_did_not_come_with_its_coming() {
    let line = |text: &str, until| Line { said: Said::of(|_| text.into()), until };
    let told = session().after(Action::Noticed(Notice {
        kind: NoticeKind::Note,
        lines: vec![
            line("thôi", Until::FileChosen(None)),
            line("chưa mở", Until::FileChosen(Some("a.json".into()))),
            line("phần sau", Until::LaterCame),
            line("khác", Until::Read),
        ],
        followed: false,
    }));
    let left = |session: &Session| {
        let lines = session.notices.iter().flat_map(|notice| &notice.lines);
        lines.map(|line| line.said.get(Language::Vi).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(left(&told.after(Action::FileChosen("b.json".into()))), ["chưa mở", "phần sau", "khác"]);
    assert_eq!(left(&told.after(Action::FileChosen("a.json".into()))), ["phần sau", "khác"]);
    assert_eq!(left(&told.after(Action::LaterCame)), ["thôi", "chưa mở", "khác"]);
}

#[test]
fn long_work_is_told_once_of_each_kind_until_it_is_over() {
    let at = |kind, n| Action::WorkChanged(Work { kind, name: String::new(), n, of: 9 });
    let two = session().after(at(WorkKind::Packing, 1)).after(at(WorkKind::Reading, 2)).after(at(WorkKind::Packing, 3));
    assert_eq!(two.work.iter().map(|work| work.n).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(two.after(Action::WorkOver(WorkKind::Packing)).work.len(), 1);
}

#[test]
fn who_signs_a_paper_has_read_it_through() {
    let signed = |paper: &str| Change::WritingSigned { template: "x".into(), paper: paper.into(), code: "1".into() };
    let begun = session().dossier("a").expect("a dossier").clone();
    let with = |changes: Vec<Change>| changes.into_iter().fold((*begun).clone(), |at, change| change.apply(&at));
    let checked = |dossier: &Dossier| dossier.writings.get("x").is_some_and(|writing| writing.checked);
    assert!(checked(&with(vec![signed("p")])));
    // A signature taken back says nothing of it.
    assert!(checked(&with(vec![signed("p"), signed("")])) && !checked(&with(vec![signed("")])));
    let unread = Change::WritingChecked { template: "x".into(), checked: false };
    assert!(!checked(&with(vec![signed("p"), unread])));
}

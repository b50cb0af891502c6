use super::*;
use crate::domain::decision::set;
use crate::domain::dossier::Proposal;
use crate::domain::rating::Answer;

fn session() -> Session {
    let set = set(1).expect("set 1");
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

#[test]
fn another_language_keeps_the_work_and_asks_for_its_own_guide() {
    let before = session().after(Action::GuideArrived(Rc::new(Guide::default())));
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
}

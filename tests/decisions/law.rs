//! What the checks, the tables, the lists, the guide and the finder know of the invented decision: what it amends, and
//! what it says itself.

use ocop::domain::checklists::checklists;
use ocop::domain::decision::{Guide, Language, evidence_rows, topic_criteria};
use ocop::domain::dossier::checks::{What, check, contradictions, text};
use ocop::domain::dossier::{Dossier, Field};
use ocop::domain::figures::Figures;
use ocop::domain::find::find;
use ocop::domain::rating::Answer;

use crate::{dossier, new, old, set_of};

/// Keys of the rules that are found in a dossier.
fn found(dossier: &Dossier) -> Vec<&'static str> {
    let rules = check(dossier, None).into_iter().filter_map(|finding| match finding.what {
        What::Contradiction { rule, .. } => Some(rule.key),
        _ => None,
    });
    rules.collect()
}

#[test]
fn a_rule_of_before_holds_where_the_ladder_has_a_level_more() {
    // 5.2 says how the story is written, 5.1 that there is none.
    for decision in [old(), new()] {
        let told = dossier(set_of(decision, 16), &[("5.1", 0)]);
        assert!(found(&told).contains(&"story-structure-without-story"), "{}", decision.id);
        let told = dossier(set_of(decision, 16), &[("5.1", 1)]);
        assert!(!found(&told).contains(&"story-structure-without-story"), "{}", decision.id);
    }
    // The traceability code is the last level in both: 4 in the old, 5 in the new.
    for (decision, level, expected) in [(old(), 4, true), (new(), 4, false), (new(), 5, true)] {
        let told = dossier(set_of(decision, 16), &[("5.1", level), ("2.3", 0)]);
        assert_eq!(found(&told).contains(&"story-in-a-code-that-is-not-there"), expected, "{} {level}", decision.id);
    }
}

#[test]
fn an_amendment_adds_a_rule_and_takes_one_away() {
    let count = contradictions(old()).len();
    assert_eq!(contradictions(new()).len(), count, "one more and one less");
    let told = dossier(set_of(new(), 16), &[("5.1", 2), ("2.3", 0)]);
    assert!(found(&told).contains(&"recording-without-label"));
    let unticked = |decision| found(&dossier(set_of(decision, 2), &[])).contains(&"registration-not-ticked");
    assert!(unticked(old()) && !unticked(new()));
}

/// A message names the article that the dossier's own decision says it in.
#[test]
fn an_article_is_cited_as_each_decision_has_it() {
    for (decision, cited) in [(old(), "điểm d khoản 2 Điều 6"), (new(), "điểm c khoản 1 Điều 8")] {
        let told: Vec<String> = check(&dossier(set_of(decision, 16), &[]), None)
            .iter()
            .filter(|finding| matches!(finding.what, What::TooFewSamples { .. }))
            .map(|finding| text(finding, decision, Language::Vi))
            .collect();
        assert!(told.len() == 1 && told[0].contains(cited), "{}: {told:?}", decision.id);
    }
}

#[test]
fn tables_lists_and_rows_are_those_of_the_amended_decision() {
    assert!(!Figures::of(new()).rules.is_empty());
    assert_eq!(Figures::of(new()), Figures::of(old()));
    assert_eq!(evidence_rows(set_of(new(), 1)), evidence_rows(set_of(old(), 1)));
    for set in new().sets.iter().filter(|set| set.no.0 != 27) {
        assert!(checklists(set).is_some(), "set {}", set.no.0);
        assert_eq!(topic_criteria(set, "labour").len(), 1, "set {}", set.no.0);
    }
    assert!(set_of(new(), 26).is_tourism && !set_of(new(), 26).decision().tourism_only.is_empty());
    let mut association = dossier(set_of(new(), 16), &[]);
    association.fields.set(Field::LegalForm, "association".into());
    assert!(check(&association, None).iter().any(|finding| finding.what == What::TourismOnly));
}

#[test]
fn a_ladder_with_a_level_more_has_papers_of_its_own() {
    let facts: serde_json::Value = read("tests/decisions/99-2031/guide/facts.json");
    let mut all: serde_json::Value = read("src/domain/decisions/26-2026/guide/facts.json");
    for table in ["papers", "proofs"] {
        let own = facts[table].as_object().expect("a table").clone();
        all[table].as_object_mut().expect("a table").extend(own);
    }
    let words = std::fs::read_to_string("src/domain/decisions/26-2026/guide/vi.json").expect("the words");
    let guide = Guide::parse(&all.to_string(), &words).expect("the guide");
    let story = |decision, no| {
        let set = set_of(decision, no);
        guide
            .proofs(&set.criteria[set.position("5.1").expect("5.1")])
            .iter()
            .map(|proof| proof.level)
            .collect::<Vec<_>>()
    };
    assert_eq!(story(old(), 16), [1, 2, 3, 4]);
    assert_eq!(story(new(), 16), [1, 2], "those of the wording count the levels of another ladder");
    assert_eq!(story(new(), 2), [1, 2, 3, 4]);
}

#[test]
fn a_name_finds_the_sets_that_are_left() {
    let sets = |decision, name| {
        let found = find(decision, name, Language::Vi);
        found.proposals.iter().map(|proposal| proposal.set.key()).collect::<Vec<_>>()
    };
    assert_eq!(sets(old(), "nước mắm")[0], "26-2026.9");
    assert_eq!(sets(new(), "nước mắm")[0], "99-2031.9");
    assert!(sets(old(), "chim cảnh").contains(&"26-2026.25".to_owned()));
    assert!(!sets(new(), "chim cảnh").iter().any(|key| key.ends_with(".25")), "dropped");
}

#[test]
fn what_is_proven_is_told_for_both() {
    for decision in [old(), new()] {
        let mut dossier = dossier(set_of(decision, 2), &[]);
        dossier.assessment.set_answer(0, Answer::Level(0));
        assert!(!dossier.unproven(None).is_empty());
        assert!(dossier.unproven(None).len() < dossier.set().criteria.len(), "the sample itself needs no paper");
    }
}

fn read(path: &str) -> serde_json::Value {
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON")
}

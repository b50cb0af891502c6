//! Rating, way, forms, checks, links, files and dates by the invented decision.

use ocop::domain::calendar::{Date, next_rounds};
use ocop::domain::decision::{self, NoteKind, Points, Star, StarMinimum, set_with_key};
use ocop::domain::dossier::checks::check;
use ocop::domain::dossier::wire::{self, ReadError};
use ocop::domain::forms::preview_html;
use ocop::domain::rating::{Answer, Assessment, rate};
use ocop::domain::share::{ShareError, decode, encode};
use ocop::domain::way::{Costs, Way, way_to};

use crate::{at_best, dossier, new, old, set_of};

#[test]
fn both_decisions_are_there_and_each_set_knows_its_own() {
    assert_eq!(decision::all().len(), 2);
    assert_eq!(old().number, "26/2026/QĐ-TTg");
    assert_eq!((old().sets.len(), new().sets.len()), (26, 26));
    assert!(new().set(25).is_none() && old().set(25).is_some());
    assert_eq!(set_of(new(), 27).slug, "dried-flower");
    assert_ne!(set_of(old(), 2), set_of(new(), 2));
    assert_eq!(set_of(new(), 2).criteria.len(), set_of(old(), 2).criteria.len());
    for set in new().sets {
        assert_eq!(set_with_key(&set.key()), Some(set));
        assert_eq!(set.parts.iter().map(|part| part.max).sum::<Points>(), Points(100), "set {}", set.no.0);
    }
    assert_eq!(set_with_key("9"), Some(set_of(old(), 9)), "an address from before decisions were named");
}

/// Worked by hand: set, the levels below the best, then total, star and star by points, in the old and the new.
type Vector = (u8, &'static [(&'static str, u8)], (u8, Option<u8>, u8), (u8, Option<u8>, u8));

const VECTORS: &[Vector] = &[
    (2, &[], (100, Some(5), 5), (100, Some(5), 5)),
    // 100 - 3 (4.3) - 3 (4.2) - 3 (10 at its first level): the bands alone differ.
    (16, &[("4.3", 0), ("4.2", 0), ("1.6", 0)], (91, Some(5), 5), (91, Some(4), 4)),
    // Set 9, 6.1 at its first level with points: below the minimum of four stars in the old, of three in the new.
    (9, &[("6.1", 1)], (99, Some(3), 5), (99, Some(2), 5)),
];

#[test]
fn products_are_rated_by_the_bands_and_minimums_of_their_decision() {
    for (no, levels, before, after) in VECTORS {
        for (decision, expected) in [(old(), before), (new(), after)] {
            let rating = rate(&dossier(set_of(decision, *no), levels).assessment);
            let found = (rating.total.0, rating.star.map(u8::from), u8::from(rating.star_by_points));
            assert_eq!(found, *expected, "set {no} by {}: {levels:?}", decision.number);
        }
    }
}

#[test]
fn every_edge_of_the_bands_has_two_sides() {
    for (total, star) in [(51, 2), (52, 3), (71, 3), (72, 4), (91, 4), (92, 5), (29, 1), (30, 2)] {
        assert_eq!(u8::from(new().bands.star(Points(total))), star, "{total}");
    }
}

#[test]
fn a_level_in_the_middle_moves_no_answer() {
    let (before, after) = (set_of(old(), 16), set_of(new(), 16));
    let story = before.position("5.1").expect("5.1");
    let (left, right) = (&before.criteria[story].ladder, &after.criteria[story].ladder);
    for index in 0..left.labels.len() {
        let place = right.level_with_key(&left.level_key(index).expect("a key")).expect("the same level");
        assert_eq!(right.labels[place], left.labels[index]);
        assert_eq!(place, index + usize::from(index >= 2));
    }
    assert_eq!(right.level_key(2).as_deref(), Some("v001a"));
    // The story rule stands on the criterion, not on its levels.
    let mut assessment = at_best(after);
    assessment.set_answer(story, Answer::Level(0));
    assert!(after.criteria[story + 1].note(NoteKind::Condition).is_some());
    assert_eq!(rate(&assessment).total, Points(100 - 5 - 2));
}

#[test]
fn the_way_goes_to_the_new_bands_and_minimums() {
    for set in new().sets {
        let empty = Assessment::new(set);
        for star in [Star::Three, Star::Four, Star::Five] {
            let Way::Route(steps) = way_to(&empty, star, &Costs::default()) else { panic!("set {}", set.no.0) };
            assert!(steps.reaches.total >= new().bands.least(star) && steps.reaches.star >= Some(star));
        }
    }
    let lowered = set_of(new(), 9);
    let place = lowered.position("6.1").expect("6.1");
    assert_eq!(lowered.criteria[place].required_level(StarMinimum::Three), Some(2));
    let Way::Route(steps) = way_to(&Assessment::new(lowered), Star::Three, &Costs::default()) else { panic!() };
    assert!(steps.steps.iter().any(|step| step.position == place));
}

#[test]
fn a_file_names_its_decision_and_is_read_by_it() {
    for decision in [old(), new()] {
        for set in decision.sets {
            let written = dossier(set, &[]);
            let json = wire::to_json(&written);
            let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
            assert_eq!(value["decision"], decision.number);
            assert_eq!(wire::from_json(&json), Ok((written, vec![])), "{}", set.key());
        }
    }
    let other = wire::to_json(&dossier(set_of(new(), 1), &[])).replace("99/2031", "98/2030");
    assert!(matches!(wire::from_json(&other), Err(ReadError::OtherDecision { .. })));
    let dropped = wire::to_json(&dossier(set_of(new(), 24), &[])).replace("\"set\": 24", "\"set\": 25");
    assert!(matches!(wire::from_json(&dropped), Err(ReadError::UnknownSet { .. })));
}

#[test]
fn files_from_before_open_as_they_did() {
    for entry in std::fs::read_dir("tests/dossiers/v1").expect("the golden dossiers") {
        let path = entry.expect("a file").path();
        let opened = wire::from_bytes(&std::fs::read(&path).expect("a file")).expect("a dossier");
        assert_eq!(opened.warnings, vec![], "{}", path.display());
        assert_eq!(opened.dossier.set().decision(), old(), "{}", path.display());
    }
}

#[test]
fn a_link_carries_its_decision() {
    for decision in [old(), new()] {
        for set in decision.sets {
            let assessment = at_best(set);
            let code = encode(&assessment);
            assert!(code.starts_with(decision.share_mark));
            assert_eq!(decode(&code), Ok(assessment), "{}", set.key());
        }
    }
    let code = encode(&at_best(set_of(new(), 1)));
    assert_eq!(decode(&format!("1{}", &code[1..])), Err(ShareError::Broken), "not a link of the old one");
    assert_eq!(decode(&format!("3{}", &code[1..])), Err(ShareError::NewerDecision('3')));
}

#[test]
fn forms_and_checks_take_any_set_of_it() {
    for set in new().sets {
        let mut dossier = dossier(set, &[]);
        assert!(preview_html(&dossier, &Default::default(), None).contains(set.criteria[0].code));
        assert!(!check(&dossier, Date::parse("02/07/2031")).is_empty());
        dossier.assessment = Assessment::new(set);
        assert!(!check(&dossier, None).is_empty());
    }
    let split = preview_html(&dossier(set_of(new(), 1), &[]), &Default::default(), None);
    assert!(split.contains("Hoạt động quảng bá") && split.contains("Tham gia hội chợ, triển lãm"));
}

#[test]
fn a_round_that_moved_has_its_days_and_the_other_keeps_them() {
    let day = |text: &str| Date::parse(text).expect("a day");
    let days = |decision: &decision::Decision| {
        let rounds = next_rounds(&decision.procedure, day("01/01/2032"), 2);
        rounds.iter().map(|round| (round.commune_by, round.province_by)).collect::<Vec<_>>()
    };
    assert_eq!(days(old()), [(day("29/04/2032"), day("29/06/2032")), (day("29/10/2032"), day("29/12/2032"))]);
    assert_eq!(days(new()), [(day("14/05/2032"), day("14/07/2032")), (day("29/10/2032"), day("29/12/2032"))]);
}

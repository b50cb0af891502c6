//! Share codes: what goes in comes out, for every set; what was changed on the way is refused.

use ocop::domain::decision::{ProductSet, first};
use ocop::domain::rating::{Answer, Assessment, rate};
use ocop::domain::share::{ShareError, decode, encode};
use proptest::prelude::*;

/// Everything in an assessment drawn anyhow, also what its set does not have.
fn any_assessment_of(set: &'static ProductSet) -> impl Strategy<Value = Assessment> {
    let criterion = (0..10u8, any::<bool>(), any::<bool>());
    (proptest::collection::vec(criterion, set.criteria.len()), any::<bool>()).prop_map(move |(draws, dossier)| {
        let mut assessment = Assessment::new(set);
        assessment.declared_dossier = dossier;
        for (place, (draw, declared, exempt)) in draws.into_iter().enumerate() {
            let answer = match draw {
                0 => Answer::Unanswered,
                1 => Answer::NoneOfThese,
                level => Answer::Level((level - 2) % set.criteria[place].levels.len() as u8),
            };
            assessment.set_answer(place, answer);
            assessment.declare(place, declared);
            assessment.set_exempt(place, exempt);
        }
        assessment
    })
}

fn any_assessment() -> impl Strategy<Value = Assessment> {
    (0..26usize).prop_flat_map(|place| any_assessment_of(&first().sets[place]))
}

#[track_caller]
fn check_same(found: &Assessment, expected: &Assessment) {
    assert_eq!(found.set, expected.set);
    for place in 0..expected.set.criteria.len() {
        assert_eq!(found.answer(place), expected.answer(place), "set {}, place {place}", expected.set.no.0);
        assert_eq!(found.is_declared(place), expected.is_declared(place));
        assert_eq!(found.is_exempt(place), expected.is_exempt(place));
    }
    assert_eq!(rate(found), rate(expected));
}

#[test]
fn every_set_comes_back_empty_and_full() {
    for set in first().sets {
        let empty = Assessment::new(set);
        let mut full = Assessment::new(set);
        full.declared_dossier = true;
        for (place, criterion) in set.criteria.iter().enumerate() {
            full.set_answer(place, Answer::Level(criterion.levels.len() as u8 - 1));
            full.declare(place, true);
            full.set_exempt(place, true);
        }
        for assessment in [empty, full] {
            let code = encode(&assessment);
            assert!(code.len() <= 40, "set {}: {} characters", set.no.0, code.len());
            assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
            check_same(&decode(&code).expect("our own code"), &assessment);
        }
    }
}

#[test]
fn any_other_character_in_any_place_is_refused() {
    for set in first().sets {
        let mut assessment = Assessment::new(set);
        assessment.set_answer(3, Answer::Level(1));
        let code = encode(&assessment);
        for (place, was) in code.char_indices() {
            for letter in "ABCXYZabcxyz0123456789-_ .=é".chars().filter(|letter| *letter != was) {
                let changed = format!("{}{letter}{}", &code[..place], &code[place + 1..]);
                if changed.trim() != code {
                    assert!(decode(&changed).is_err(), "{code} read as {changed}");
                }
            }
        }
    }
}

#[test]
fn a_code_that_was_cut_is_refused_and_white_space_is_not() {
    let code = encode(&Assessment::new(&first().sets[0]));
    for end in 0..code.len() {
        assert!(decode(&code[..end]).is_err());
        assert!(decode(&code[end + 1..]).is_err());
    }
    assert!(decode(&format!("{code}{code}")).is_err());
    assert!(decode(&format!(" {code}\n")).is_ok());
}

#[test]
fn a_link_that_a_sentence_or_a_network_hung_something_onto_is_read() {
    let code = encode(&Assessment::new(&first().sets[0]));
    for after in [
        ".",
        ",",
        ").",
        "?fbclid=IwAR0",
        "&utm_source=zalo",
        "”",
        "…",
        "?a=1&b=2.",
        "\"",
        "'",
        "“",
        ">",
        "#",
        "#top",
        "%20",
        "%20Xem%20nh%C3%A9",
        " Xem nhé",
        "*",
        "|",
        "\u{200b}",
        "\n\nGửi từ Zalo",
    ] {
        assert!(decode(&format!("{code}{after}")).is_ok(), "{after}");
        // What is cut is still refused.
        assert!(decode(&format!("{}{after}", &code[..code.len() - 1])).is_err(), "{after}");
    }
}

#[test]
fn an_error_says_what_is_wrong() {
    let code = encode(&Assessment::new(&first().sets[0]));
    let error = |code: &str| decode(code).map(|_| ()).expect_err("no assessment");
    assert_eq!(error(""), ShareError::Empty);
    assert_eq!(error("  "), ShareError::Empty);
    assert_eq!(error("1"), ShareError::Broken);
    assert_eq!(error("#"), ShareError::Broken);
    assert_eq!(error(&format!("2{}", &code[1..])), ShareError::NewerDecision('2'));
    assert_eq!(error(&format!("0{}", &code[1..])), ShareError::Broken);
    // Set 27 and no answers, rightly signed.
    assert_eq!(error("1Gw3h3KE"), ShareError::UnknownSet(27));
}

proptest! {
    #[test]
    fn any_assessment_comes_back(assessment in any_assessment()) {
        let code = encode(&assessment);
        prop_assert!(code.len() <= 40);
        check_same(&decode(&code).expect("our own code"), &assessment);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", like in "1[A-Za-z0-9_-]{0,60}") {
        let _ = decode(&text);
        prop_assert!(decode(&like).is_err());
    }

    #[test]
    fn swapped_or_repeated_characters_are_refused(assessment in any_assessment(), at in 1..24usize, length in 1..4usize) {
        let code = encode(&assessment);
        let end = (at + length).min(code.len());
        let at = at.min(end);
        let reversed: String = code[at..end].chars().rev().collect();
        for changed in [
            format!("{}{reversed}{}", &code[..at], &code[end..]),
            format!("{}{}{}", &code[..end], &code[at..end], &code[end..]),
            format!("{}{}", &code[..at], &code[end..]),
            code.to_lowercase(),
            code.to_uppercase(),
        ] {
            prop_assert!(changed == code || decode(&changed).is_err(), "{code} read as {changed}");
        }
    }
}

/// Full marks in every set. These codes are out in the world: should one change, the format needs a
/// new version, and the old one must still be read.
const FULL_MARKS: [&str; 26] = [
    "1AQCJPrp8B-BqoVJfFIrTGA",
    "1AheHGKeMUltsHL-N6DQD",
    "1AwB1o3tFvZvJHI-_cXtAng",
    "1BHJe8LyxOwOGb0_gfpur",
    "1BQ-vX62a7iKIrH_pbqts",
    "1Bl4cYFVoTiPIrH-8lCQN",
    "1BwB1o3w5Zq8n580f5IAeWA",
    "1CACNKpPtSe4kiKx_qQY1nA",
    "1CSHhPQOjqkvIrH-ZWEAN",
    "1CgCpZkx7nhrxyKx_u5fBbQ",
    "1CwCpZk2gApiWvI-_NBpVDg",
    "1DACpZk2gApiWvI-_QIK8gQ",
    "1DQmSzgHcvUMl-v6HSrD1ag",
    "1DgDM87zzQAyDJ__7eiVU",
    "1DwDM8-ZoBDu8Mjlg-rdA",
    "1EBZOyrX8-k___8WVnmI",
    "1EWGYttwyxxuYw0DWsVs",
    "1EgSEb3Luv3z____dI58j",
    "1EwNjU5YzD523wp8M3Keo",
    "1FALSxafVN64Xwp8Yax-s",
    "1FRvifWN8OONQHk32jn0",
    "1Fg3xPrG-HHGoG08nmvs",
    "1FwCAfik2-NT__9HLOY4",
    "1GACcJ4r56tgv_ztmVSY",
    "1GR87G8uVXm__vygGLg",
    "1GgGUrSGA8mOzGFct4st9",
];

#[test]
fn a_code_once_given_out_keeps_its_meaning() {
    for (set, code) in first().sets.iter().zip(FULL_MARKS) {
        let mut assessment = Assessment::new(set);
        for (place, criterion) in set.criteria.iter().enumerate() {
            assessment.set_answer(place, Answer::Level(criterion.best_level() as u8));
        }
        assert_eq!(encode(&assessment), code, "set {}", set.no.0);
        check_same(&decode(code).expect("a code of this version"), &assessment);
    }
}

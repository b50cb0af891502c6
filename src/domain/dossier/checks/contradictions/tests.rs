use std::collections::BTreeSet;

use super::super::tests::{answer, dossier};
use super::super::{Where, check};
use super::*;
use crate::domain::decision::{Criterion, first};
use crate::domain::dossier::Field;
use crate::domain::rating::Answer;

/// Whether these rules, by key, are found and no other.
#[track_caller]
fn found(dossier: &Dossier, expected: &[&str]) {
    let found: BTreeSet<&str> =
        contradictions(first()).iter().filter(|rule| rule.find(dossier).is_some()).map(|rule| rule.key).collect();
    let expected: BTreeSet<&str> = expected.iter().copied().collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn form(no: u8, legal_form: &str, level: u8, expected: &[&str]) {
    let mut dossier = dossier(no);
    dossier.fields.set(Field::LegalForm, legal_form.into());
    dossier.fields.set(Field::TickBusinessRegistration, "true".into());
    answer(&mut dossier, "3.1", Answer::Level(level));
    found(&dossier, expected);
}

#[test]
fn the_form_of_organisation_against_its_criterion_in_every_set() {
    for no in 1..=26 {
        form(no, "cooperative", 0, &["organisation-of-cooperative"]);
        form(no, "cooperative", 1, &["organisation-of-cooperative"]);
        form(no, "cooperative", 2, &[]);
        for first in ["cooperative-group", "farm", "household"] {
            form(no, first, 0, &[]);
            form(no, first, 1, &["organisation-of-household"]);
            form(no, first, 2, &["organisation-of-household"]);
        }
        form(no, "small-medium-enterprise", 0, &["organisation-of-enterprise"]);
        form(no, "small-medium-enterprise", 1, &[]);
        form(no, "small-medium-enterprise", 2, &[]);
        form(no, "", 1, &[]);
    }
    form(26, "association", 1, &["organisation-of-association"]);
    form(26, "association", 2, &[]);
}

#[test]
fn a_story_told_and_not_there() {
    let mut dossier = dossier(1);
    answer(&mut dossier, "5.1", Answer::Level(0));
    answer(&mut dossier, "5.2", Answer::Level(0));
    answer(&mut dossier, "5.3", Answer::Level(0));
    answer(&mut dossier, "2.3", Answer::Level(0));
    found(&dossier, &[]);
    let structure = answer(&mut dossier, "5.2", Answer::Level(1));
    found(&dossier, &["story-structure-without-story"]);
    let story = dossier.set().position("5.1").expect("5.1");
    let finding = check(&dossier, None)
        .into_iter()
        .find(|finding| matches!(finding.what, What::Contradiction { .. }))
        .expect("found");
    assert_eq!(finding.subject, Where::Criterion(structure));
    let What::Contradiction { with, .. } = finding.what else { panic!("not a contradiction") };
    assert_eq!(with, Some(Where::Criterion(story)));
    answer(&mut dossier, "5.3", Answer::Level(1));
    answer(&mut dossier, "2.3", Answer::Level(2));
    let all = ["story-structure-without-story", "story-content-without-story", "label-tells-a-story-that-is-not-there"];
    found(&dossier, &all);
    answer(&mut dossier, "5.1", Answer::Level(1));
    found(&dossier, &[]);
}

#[track_caller]
fn export(no: u8, sales: Answer, last: (&str, Answer), expected: &[&str]) {
    let mut dossier = dossier(no);
    answer(&mut dossier, "4.1", sales);
    answer(&mut dossier, last.0, last.1);
    found(&dossier, expected);
}

#[test]
fn export_claimed_at_one_end_and_not_at_the_other() {
    let none = Answer::NoneOfThese;
    export(1, Answer::Level(3), ("12", none), &["sold-widest-without-market"]);
    export(1, Answer::Level(2), ("12", none), &[]);
    export(1, Answer::Level(3), ("12", Answer::Level(0)), &[]);
    export(1, Answer::Level(0), ("12", Answer::Level(2)), &["high-market-sold-in-commune-only"]);
    export(1, Answer::Level(0), ("12", Answer::Level(1)), &[]);
    export(1, Answer::Level(1), ("12", Answer::Level(2)), &[]);
    export(24, Answer::Level(4), ("9", none), &["sold-abroad-without-market"]);
    export(24, Answer::Level(3), ("9", none), &[]);
}

#[track_caller]
fn tick(tick: Field, code: &str, level: Answer, without: &[&str], with: &[&str]) {
    let mut dossier = dossier(1);
    dossier.fields.set(Field::TickIntellectualProperty, "true".into());
    dossier.fields.set(Field::TickCollectiveRight, "true".into());
    answer(&mut dossier, code, level);
    found(&dossier, without);
    dossier.fields.set(tick, "true".into());
    found(&dossier, with);
}

#[test]
fn ticks_against_criteria() {
    let none = Answer::NoneOfThese;
    tick(Field::TickQualityDeclared, "9", Answer::Level(0), &["quality-declared-not-ticked"], &[]);
    tick(Field::TickQualityDeclared, "9", none, &[], &["quality-ticked-not-declared"]);
    tick(Field::TickTrademark, "3.5", Answer::Level(0), &[], &[]);
    tick(Field::TickTrademark, "3.5", Answer::Level(1), &["trademark-certificate-not-ticked"], &[]);
    tick(Field::TickTrademark, "3.5", none, &[], &["trademark-ticked-nothing-claimed"]);
    let further = ["trademark-certificate-not-ticked", "further-right-not-ticked"];
    tick(Field::TickTrademark, "3.5", Answer::Level(2), &further, &["further-right-not-ticked"]);
    tick(Field::TickPatent, "3.5", Answer::Level(2), &further, &["trademark-certificate-not-ticked"]);
    tick(Field::TickFoodSafetyCertificate, "10", Answer::Level(0), &["facility-certificate-not-ticked"], &[]);
    tick(Field::TickFoodSafetyCertificate, "10", Answer::Level(1), &[], &[]);
}

#[test]
fn the_representative_against_the_criterion() {
    let check = |sex: &str, people: &str, level: u8, expected: &[&str]| {
        let mut dossier = dossier(1);
        dossier.fields.set(Field::RepresentativeSex, sex.into());
        dossier.fields.set(Field::RepresentativeEthnicGroup, people.into());
        answer(&mut dossier, "3.2", Answer::Level(level));
        found(&dossier, expected);
    };
    check("female", "Kinh", 0, &["representative-woman-not-claimed"]);
    check("female", "Kinh", 1, &[]);
    check("male", "Tày", 0, &["representative-minority-not-claimed"]);
    check("male", "Tày", 1, &[]);
    check("male", "KINH", 0, &[]);
    check("male", "Kinh", 1, &["representative-claimed-without-ground"]);
    check("male", "", 1, &[]);
    check("", "", 0, &[]);
}

/// Whether a criterion is one that a claim speaks of; `None` for a claim on a field.
fn is_about(claim: &Claim, criterion: &Criterion) -> Option<bool> {
    match claim {
        Claim::Level(keys) => Some(keys.iter().any(|key| criterion.ladder.level_with_key(key).is_some())),
        Claim::NoneOf(ladders) => Some(ladders.contains(&criterion.ladder.key) && !criterion.prints_zero()),
        _ => None,
    }
}

/// The build holds every key against the sets; this, that some set prints all that a rule speaks of.
#[test]
fn every_rule_can_be_found() {
    for rule in contradictions(first()) {
        let possible = first()
            .sets
            .iter()
            .any(|set| rule.claims.iter().all(|claim| set.criteria.iter().any(|c| is_about(claim, c).unwrap_or(true))));
        assert!(possible, "{}: no set has all its criteria", rule.key);
    }
}

/// A sentence that says "3.1" must be true of every set in which the rule can be found.
#[test]
fn the_codes_that_a_rule_names_are_those_of_its_criteria() {
    for rule in contradictions(first()) {
        for code in ["2.2", "3.1", "3.2", "3.5", "4.1", "4.3", "5.1", "5.2", "5.3", "6.1", "6.4"] {
            assert_eq!(rule.text.vi.contains(code), rule.text.en.contains(code), "{}: {code}", rule.key);
            if !rule.text.en.contains(code) {
                continue;
            }
            let criteria = || first().sets.iter().flat_map(|set| set.criteria);
            let named = rule.claims.iter().any(|claim| {
                let mut about = criteria().filter(|criterion| is_about(claim, criterion) == Some(true)).peekable();
                about.peek().is_some() && about.all(|criterion| criterion.code == code)
            });
            assert!(named, "{} names {code}", rule.key);
        }
    }
}

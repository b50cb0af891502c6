//! A second decision, invented: `99-2031/` amends 26/2026. Three sets are changed (a level in the middle of a
//! ladder, a minimum of three stars where it was of four, a criterion split in two), one is dropped, one is new; the
//! bands are 92, 72 and 52, and the first round is later. It is compiled in where `OCOP_DECISIONS` names its folder:
//!
//!     OCOP_DECISIONS=tests/decisions cargo test --test decisions --target-dir target/decisions
//!
//! Everything that the program does for a decision is tried on it, and nothing under `src/` knows it.

mod invented;
mod law;
mod moving;
#[path = "../support/vectors.rs"]
mod worked;

use ocop::domain::decision::{self, Decision, ProductSet};
use ocop::domain::dossier::Dossier;
use ocop::domain::rating::{Answer, Assessment};

fn old() -> &'static Decision {
    decision::first()
}

fn new() -> &'static Decision {
    let newest = decision::newest();
    assert_eq!(newest.number, "99/2031/QĐ-TTg", "build with OCOP_DECISIONS=tests/decisions");
    newest
}

fn set_of(decision: &Decision, no: u8) -> &'static ProductSet {
    decision.set(no).expect("a set of the decision")
}

/// Every criterion at its best level.
fn at_best(set: &'static ProductSet) -> Assessment {
    let mut assessment = Assessment::new(set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    assessment
}

/// A dossier with these levels, by code, above the best of everything else.
fn dossier(set: &'static ProductSet, levels: &[(&str, u8)]) -> Dossier {
    let mut dossier = Dossier::new("a".into(), "2031-07-02T00:00:00Z".into(), set);
    dossier.assessment = at_best(set);
    for (code, level) in levels {
        let position = set.position(code).expect(code);
        dossier.assessment.set_answer(position, Answer::Level(*level));
    }
    dossier
}

/// Worked out from the invented decision's files by a program of its own, around every edge of its bands.
#[test]
fn every_worked_rating_of_the_invented_decision_comes_out_the_same() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decisions/worked-ratings.json");
    let (rows, faults) = worked::differences(path.as_ref());
    assert!(rows > 30 && faults.is_empty(), "{} of {rows} rows differ\n{}", faults.len(), faults.join("\n"));
}

//! Worked ratings, and what the program makes of them. `tests/vectors/README.md` says what a vector is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ocop::domain::decision::{Decision, Star, StarMinimum, all, first};
use ocop::domain::rating::{Answer, Assessment, KnockOut, Rating, rate};
use ocop::domain::way::{Costs, Way, way_to};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    /// The name of the decision's folder; absent: 26-2026.
    decision: Option<String>,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    set: u8,
    levels: BTreeMap<String, Option<u8>>,
    declared: Vec<String>,
    exempt: Vec<String>,
    expect: Expect,
    best: Best,
    /// Absent where a breach is declared.
    path: Option<BTreeMap<u8, Option<(usize, u8)>>>,
}

#[derive(Deserialize, Debug, PartialEq)]
struct Expect {
    total: u8,
    parts: BTreeMap<String, u8>,
    star_by_points: u8,
    star: Option<u8>,
    unmet: BTreeMap<String, Vec<String>>,
    knocked_out: Vec<String>,
}

#[derive(Deserialize, Debug, PartialEq)]
struct Best {
    total: u8,
    star: Option<u8>,
}

/// How many rows a file has, and those that come out otherwise.
pub fn differences(path: &Path) -> (usize, Vec<String>) {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file: File = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let decision = match &file.decision {
        None => first(),
        Some(id) => all()
            .iter()
            .find(|decision| decision.id == id)
            .unwrap_or_else(|| panic!("{}: the program has no decision {id}", path.display())),
    };
    let mut faults = Vec::new();
    for (row, vector) in file.vectors.iter().enumerate() {
        if let Err(fault) = check(decision, vector) {
            faults.push(format!(
                "{} row {row}, set {}: {fault}\n  answers {:?}, declared {:?}, exempt {:?}",
                path.display(),
                vector.set,
                vector.levels,
                vector.declared,
                vector.exempt
            ));
        }
    }
    (file.vectors.len(), faults)
}

fn check(decision: &'static Decision, vector: &Vector) -> Result<(), String> {
    let assessment = assessment(decision, vector)?;
    let rating = rate(&assessment);
    let found = found(&assessment, &rating);
    if found != vector.expect {
        return Err(format!("\n  found    {found:?}\n  expected {:?}", vector.expect));
    }
    let best = Best { total: rating.best.total.0, star: rating.best.star.map(u8::from) };
    if best != vector.best {
        return Err(format!("\n  best found    {best:?}\n  best expected {:?}", vector.best));
    }
    let path = path(&assessment);
    if path != vector.path {
        return Err(format!("\n  path found    {path:?}\n  path expected {:?}", vector.path));
    }
    Ok(())
}

/// Criteria to raise and points to add for three, four and five stars, nothing locked.
fn path(assessment: &Assessment) -> Option<BTreeMap<u8, Option<(usize, u8)>>> {
    let is_zero = |knock_out: &KnockOut| matches!(knock_out, KnockOut::Zero(_));
    let measure = |star| match way_to(assessment, star, &Costs::default()) {
        Way::Already => Some((0, 0)),
        Way::Route(route) => Some((route.steps.len(), route.adds.0)),
        Way::NoWay(_) => None,
    };
    rate(assessment)
        .knocked_out
        .iter()
        .all(is_zero)
        .then(|| StarMinimum::ALL.map(|minimum| (u8::from(minimum.star()), measure(minimum.star()))).into())
}

fn assessment(decision: &'static Decision, vector: &Vector) -> Result<Assessment, String> {
    let set = decision.set(vector.set).ok_or("no such set")?;
    let mut assessment = Assessment::new(set);
    let place = |code: &str| set.position(code).ok_or(format!("no criterion {code}"));
    for (code, level) in &vector.levels {
        assessment.set_answer(place(code)?, level.map_or(Answer::NoneOfThese, Answer::Level));
    }
    for code in &vector.declared {
        match code.as_str() {
            "dossier" => assessment.declared_dossier = true,
            code => assessment.declare(place(code)?, true),
        }
    }
    for code in &vector.exempt {
        assessment.set_exempt(place(code)?, true);
    }
    Ok(assessment)
}

fn found(assessment: &Assessment, rating: &Rating) -> Expect {
    let code = |position: usize| assessment.set.criteria[position].code.to_owned();
    Expect {
        total: rating.total.0,
        parts: rating.parts.iter().map(|part| (part.part.letter().to_owned(), part.points.0)).collect(),
        star_by_points: rating.star_by_points.into(),
        star: rating.star.map(Star::into),
        unmet: StarMinimum::ALL
            .into_iter()
            .map(|minimum| {
                let codes = rating.unmet[minimum.position()].iter().map(|unmet| code(unmet.position)).collect();
                (u8::from(minimum.star()).to_string(), codes)
            })
            .collect(),
        knocked_out: rating
            .knocked_out
            .iter()
            .map(|knock_out| match knock_out {
                KnockOut::Dossier => "dossier".to_owned(),
                KnockOut::Declared(position) | KnockOut::Zero(position) => code(*position),
            })
            .collect(),
    }
}

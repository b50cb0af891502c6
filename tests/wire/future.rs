//! Files of a newer build, `tests/dossiers/future/`: an older one works on them and destroys nothing of
//! what it does not understand.

use ocop::domain::dossier::{Dossier, Field, Holding, wire};
use ocop::domain::rating::Answer;
use serde_json::{Value, json};

use crate::{files_of, repository};

fn read(text: &str) -> Dossier {
    wire::from_json(text).unwrap_or_else(|error| panic!("{error}")).0
}

/// What is in the one and not in the other, by its place. The rating is computed anew.
fn missing(from: &Value, in_: &Value, place: &str, found: &mut Vec<String>) {
    match (from, in_) {
        (Value::Object(from), Value::Object(other)) => {
            for (key, value) in from.iter().filter(|(key, _)| *key != "rating") {
                missing(value, other.get(key).unwrap_or(&Value::Null), &format!("{place}/{key}"), found);
            }
        }
        (Value::Array(from), Value::Array(other)) => {
            for (index, value) in from.iter().enumerate() {
                missing(value, other.get(index).unwrap_or(&Value::Null), &format!("{place}/{index}"), found);
            }
        }
        _ if from == in_ => {}
        _ => found.push(String::from(place)),
    }
}

#[track_caller]
fn check(before: &str, after: &str, expected: &[&str]) {
    let mut found = Vec::new();
    missing(&serde_json::from_str(before).unwrap(), &serde_json::from_str(after).unwrap(), "", &mut found);
    assert_eq!(found, expected);
}

fn files() -> Vec<String> {
    let files: Vec<String> =
        files_of("tests/dossiers/future").iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(!files.is_empty());
    files
}

#[test]
fn what_an_older_build_does_not_know_survives_it() {
    for text in files() {
        let dossier = read(&text);
        check(&text, &wire::to_json(&dossier), &[]);
        check(&text, &wire::to_json_line(&dossier), &[]);
        check(&text, &wire::to_value(&dossier).to_string(), &[]);
        // Inside the HTML copy nothing can end the element that carries it.
        let copy = wire::to_html_script(&dossier, &Default::default());
        assert_eq!(copy.matches('<').count(), 2, "{copy}");
        assert_eq!(read(&format!("<!doctype html>{copy}</html>")), dossier);
        assert_eq!(read(&wire::to_json(&dossier)), dossier);
    }
}

#[test]
fn work_of_an_older_build_takes_its_place_and_leaves_the_rest() {
    let text = std::fs::read_to_string(repository("tests/dossiers/future/more-of-everything.json")).unwrap();
    let mut dossier = read(&text);
    dossier.entries[0].note = String::from("Một nửa.");
    dossier.assessment.set_answer(1, Answer::Level(0));
    dossier.fields.set(Field::Phone, String::from("0987654321"));
    dossier.papers[0].holding = Holding::ToGet;
    dossier.papers.swap(0, 1);
    let written = wire::to_json(&dossier);
    let after: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(
        after["answers"]["1.1"],
        json!({"level": 2, "key": "w001c", "note": "Một nửa.", "figures": {"share": 80}})
    );
    assert_eq!(after["answers"]["1.2"]["level"], 0);
    assert_eq!(after["applicant"]["phone"], "0987654321");
    // Papers are known by their ids, wherever they stand.
    assert_eq!(after["papers"][0]["holding"], "asked");
    assert_eq!(after["papers"][1]["holding"], "to-get");
    assert_eq!(after["papers"][1]["holder"], "HTX Bình Minh");
    assert_eq!(after["papers"][1]["attachments"][0]["sum"], "90ab");
    assert_eq!(after["council"]["members"][0]["weight"], -1.25);
    assert_eq!(wire::to_json(&read(&written)), written);
}

#[test]
fn what_is_taken_out_takes_its_own_along_and_nothing_else() {
    let text = std::fs::read_to_string(repository("tests/dossiers/future/more-of-everything.json")).unwrap();
    let mut dossier = read(&text);
    dossier.papers.remove(0);
    let written = wire::to_json(&dossier);
    let after: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(after["papers"].as_array().unwrap().len(), 1);
    assert_eq!(after["papers"][0]["kind"], 99);
    assert!(!written.contains("90ab"));
}

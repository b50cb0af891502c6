//! What the build refuses: data of a decision that do not hold together, each with file, key and what to do. Whoever
//! adds a decision meets these sentences and nothing else (docs/adding-a-decision.md).
//!
//! The build's own program runs as a process of its own, on the invented decision with one thing changed.

#[allow(dead_code, reason = "the build's program, of which its beginning alone is called")]
#[path = "../build.rs"]
mod build;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// A change of the invented decision: its file, where in it, what stands there now (null takes it away), and parts of what
/// is said of it.
type Case = (&'static str, &'static str, Value, &'static [&'static str]);

const FOLDER: &str = "tests/decisions/99-2031";

#[test]
#[ignore = "what the others run, with a folder of decisions in OCOP_DECISIONS"]
fn the_build() {
    build::main();
}

/// What the build says of the decisions in a folder; nothing, if it takes them.
fn said(folder: &Path) -> Option<String> {
    let out = tempfile::tempdir().expect("a folder");
    let run = Command::new(std::env::current_exe().expect("this program"))
        .args(["--ignored", "--exact", "the_build", "--nocapture"])
        .env("OUT_DIR", out.path())
        .env("OCOP_DECISIONS", folder)
        .env("CARGO_PKG_VERSION", env!("CARGO_PKG_VERSION"))
        .output()
        .expect("it runs");
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    let error = text.lines().find_map(|line| line.split_once("cargo::error=")).map(|(_, error)| error.to_owned());
    match error {
        Some(error) => Some(error),
        None if run.status.success() => None,
        None => panic!("it ended without a word: {text}{}", String::from_utf8_lossy(&run.stderr)),
    }
}

/// The invented decision in a folder of its own, changed by hand.
fn with(change: impl FnOnce(&Path)) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("99-2031");
    copy(Path::new(FOLDER), &root);
    change(&root);
    said(folder.path())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the invented decision").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Puts a value where a pointer leads, or takes away what is there; "/-" at the end adds to a list.
fn put(file: &Path, pointer: &str, value: &Value) {
    let mut whole: Value = match fs::read_to_string(file) {
        Ok(text) => serde_json::from_str(&text).expect("JSON"),
        Err(_) => json!({}),
    };
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = whole.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer} leads nowhere"));
    match parent {
        Value::Array(list) if key == "-" => list.push(value.clone()),
        Value::Array(list) => list[key.parse::<usize>().expect("a place in a list")] = value.clone(),
        Value::Object(map) if value.is_null() && map.contains_key(key) => drop(map.remove(key)),
        Value::Object(map) => drop(map.insert(key.to_owned(), value.clone())),
        _ => panic!("{pointer} leads into no list"),
    }
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, whole.to_string()).expect("a file");
}

#[test]
fn the_invented_decision_is_taken_as_it_is() {
    assert_eq!(with(|_| ()), None);
}

#[test]
fn what_does_not_hold_together_is_told_with_its_file_and_key() {
    const FIRST: &str = "sets/01-fresh-produce.json";
    const DECISION: &str = "decision.json";
    let cases: Vec<Case> = vec![
        // The decision itself.
        (DECISION, "/number", Value::Null, &["decision.json", "\"number\"", "quotation marks"]),
        (DECISION, "/number", json!("98/2031/QĐ-TTg"), &["decision.json", "\"number\"", "99/2031/…"]),
        (DECISION, "/in_force_from", json!("31/02/2031"), &["\"in_force_from\"", "dd/mm/yyyy"]),
        (DECISION, "/in_force_from", json!("22/05/2026"), &["\"in_force_from\"", "already"]),
        (DECISION, "/in_force_from", json!("21/05/2026"), &["\"amends\"", "does not come into force before"]),
        (DECISION, "/amends", json!("27-2026"), &["\"amends\"", "no decision has the folder \"27-2026\""]),
        (DECISION, "/share_mark", json!("?"), &["\"share_mark\"", "no letter and no digit"]),
        (DECISION, "/share_mark", json!("1"), &["\"share_mark\"", "26-2026", "needs another"]),
        (DECISION, "/bands/4", json!(40), &["\"bands\"", "do not rise"]),
        (DECISION, "/parts", json!({"A": 35, "B": 25, "C": 39}), &[FIRST, "\"parts\"", "decision.json"]),
        (DECISION, "/procedure/rounds/0/commune_before", json!("31/02"), &["\"rounds\"", "31/02", "dd/mm"]),
        (DECISION, "/cites/samples", json!("8.c"), &["decision.json", "\"samples\": \"8.c\"", "6.2d"]),
        (DECISION, "/dropped_sets", json!([25, 99]), &["\"dropped_sets\"", "no set 99"]),
        (DECISION, "/dropped_sets", json!([25, 1]), &[FIRST, "\"dropped_sets\"", "take it from one"]),
        (DECISION, "/tourism_only", json!(["villages"]), &["decision.json", "\"villages\" is none of"]),
        (DECISION, "/band", json!({}), &["decision.json", "band"]),
        // Its sets.
        (FIRST, "/no", json!(2), &[FIRST, "the file must be called so"]),
        (FIRST, "/parts/0/max", json!(41), &[FIRST, "\"parts\"", "decision.json"]),
        (FIRST, "/parts/0/groups/0/max", json!(17), &[FIRST, "add up to"]),
        (FIRST, "/parts/0/groups/0/criteria/0/max", json!(2), &[FIRST, "add up to 17", "maximum is 18"]),
        (FIRST, "/parts/0/groups/0/criteria/0/levels", json!("1 3"), &[FIRST, "1.1", "2 levels, but"]),
        (FIRST, "/parts/0/groups/0/criteria/0/levels", json!("1 2** 3"), &[FIRST, "1.1", "mark no minimum"]),
        (FIRST, "/parts/0/groups/0/criteria/0/levels", json!("1 two 3"), &[FIRST, "1.1", "no points"]),
        (FIRST, "/parts/0/groups/0/criteria/0/wording", json!("c999"), &[FIRST, "1.1", "\"c999\""]),
        (FIRST, "/parts/0/groups/0/criteria/0/ladder", json!("w999"), &[FIRST, "1.1", "\"w999\""]),
        (FIRST, "/parts/0/groups/0/criteria/0/notes", json!(["beware"]), &[FIRST, "1.1", "\"beware\" is not kind:key"]),
        (FIRST, "/parts/0/groups/0/criteria/0/notes", json!(["hint:x"]), &[FIRST, "1.1", "no note kind \"hint\""]),
        (FIRST, "/parts/0/groups/0/criteria/0/code", json!("1.2"), &[FIRST, "the same code"]),
        // Its words.
        ("words/vi.json", "/wordings/c998", json!({"title": "x", "question": "y"}), &["words/", "c998"]),
        ("words/vi.json", "/wordings/c001", json!({"title": "", "question": ""}), &["\"c001\""]),
        ("ladders.json", "/w998", json!("a b"), &["ladders.json", "\"w998\" is the ladder of no set"]),
        // What the program reads beside them.
        ("checks.json", "/ladders/story-shown", json!("w997"), &["checks.json", "ladders.story-shown", "\"w997\""]),
        (
            "checks.json",
            "/contradictions/recording-without-label/claims",
            json!([{"level": "label a"}]),
            &["checks.json", "contradictions.recording-without-label", "two claims at least"],
        ),
        (
            "checks.json",
            "/contradictions/recording-without-label/claims/0/level",
            json!("story-shown z"),
            &["checks.json", "recording-without-label", "name a level by its letter"],
        ),
        (
            "checks.json",
            "/contradictions/recording-without-label/claims/0/level",
            json!("5.1 a"),
            &["checks.json", "recording-without-label", "\"ladders\" has no \"5.1\""],
        ),
        ("checks.json", "/contradictions/never-there", Value::Null, &["checks.json", "null takes a key away"]),
        ("guide/facts.json", "/proofs/c997", json!([]), &["guide/facts.json", "proofs.c997", "no set has a wording"]),
        ("guide/facts.json", "/proof", json!({}), &["guide/facts.json", "\"papers\", \"proofs\" and \"lead\""]),
        ("printed.json", "/sheets/99", json!({}), &["printed.json", "99"]),
        ("printed.json", "/ladders/w001", json!(["x"]), &["printed.json", "\"w001\": 1 levels", "set 1 has 3 in 1.1"]),
        ("printed.json", "/notes", json!({"dust": "x"}), &["printed.json", "\"notes\"", "no set uses"]),
        ("printed.json", "/exceptions", json!({"3": {"none": "x"}}), &["printed.json", "\"3\"", "has \"none\""]),
        ("errata.json", "/-", json!({"set": 1, "place": "1.1", "kind": "misprint"}), &["errata.json", "words/vi.json"]),
    ];
    let mut wrong = Vec::new();
    for (file, pointer, value, parts) in &cases {
        // What is to be taken away by the laid over file stands there as null.
        let said = with(|root| {
            if pointer.ends_with("never-there") {
                let path = root.join(file);
                let mut whole: Value = serde_json::from_str(&fs::read_to_string(&path).expect("it")).expect("JSON");
                whole["contradictions"]["never-there"] = Value::Null;
                fs::write(path, whole.to_string()).expect("a file");
            } else {
                put(&root.join(file), pointer, value);
            }
        });
        match said {
            Some(said) if parts.iter().all(|part| said.contains(part)) => {}
            said => wrong.push(format!("{file} {pointer} = {value}: {}", said.as_deref().unwrap_or("taken"))),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn a_file_of_another_name_is_not_passed_over() {
    let said = with(|root| fs::write(root.join("figure.json"), "{}").expect("a file")).expect("refused");
    assert!(said.contains("figure.json") && said.contains("a decision has no file of this name"), "{said}");
}

#[test]
fn a_file_that_is_no_json_is_told_with_its_line() {
    let said = with(|root| fs::write(root.join("checks.json"), "{\n  \"ladders\": {,\n}").expect("a file"));
    let said = said.expect("refused");
    assert!(said.contains("checks.json") && said.contains("line 2"), "{said}");
}

#[test]
fn a_key_that_stands_twice_is_told_with_its_line() {
    let said = with(|root| {
        fs::write(root.join("checks.json"), "{\n  \"ladders\": {},\n  \"ladders\": {}\n}").expect("a file")
    });
    let said = said.expect("refused");
    assert!(
        said.contains("checks.json") && said.contains("\"ladders\" stands twice") && said.contains("line 3"),
        "{said}"
    );
}

#[test]
fn a_number_of_the_amended_decision_stays_that_of_its_set() {
    let said = with(|root| {
        let text = fs::read_to_string("src/domain/decisions/26-2026/sets/02-fresh-meat-seafood.json").expect("set 2");
        let text = text.replace("fresh-meat-seafood", "fresh-meat-alone");
        fs::write(root.join("sets/02-fresh-meat-alone.json"), text).expect("a file");
    })
    .expect("refused");
    assert!(said.contains("02-fresh-meat-alone.json") && said.contains("needs one of its own"), "{said}");
}

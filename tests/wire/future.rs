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

/// A dossier with something in every place of the format that has a shape of its own.
fn something_everywhere() -> Value {
    json!({
        "format": "ocop-dossier", "version": 1, "decision": "26/2026/QĐ-TTg", "id": "tra", "revision": 7,
        "created": "2026-09-01T00:00:00Z", "updated": "2026-09-12T00:00:00Z", "kind": "re-rating",
        "product": { "set": 12, "name": "Trà", "specification": "Gói 100 g", "samples": "5", "code": "T1" },
        "applicant": { "name": "HTX Trà", "phone": "0912345678", "history": "Lập năm 2010." },
        "representative": { "name": "Lò Thị Mai", "position": "Giám đốc" },
        "filing": { "province": "Hà Nội", "commune": "Ba Vì", "year": "2026" },
        "ticks": { "business_registration": true },
        "results": { "materials": "Chè trong xã." },
        "plans": { "product": "Thêm hai loại." },
        "renewal": { "materials": "Không đổi." },
        "recognised": { "star": 3, "date": "15/12/2023", "answers": { "1.1": 2 }, "changes": { "2.1": "Thêm máy." } },
        "declarations": { "dossier": true },
        "answers": { "1.1": { "level": 2, "note": "Trong xã.", "evidence": ["p1"] }, "2.1": { "level": 1 } },
        "papers": [
            { "id": "p1", "kind": 3, "title": "Hợp đồng", "holding": "have", "attachments": [
                { "id": "f1", "name": "a.jpg", "media": "image/jpeg", "size": 10, "crc32": 5 }
            ] },
            { "id": "p2", "title": "Giấy phép", "holding": "to-get", "due": "01/01/2027" }
        ],
        "log": [{ "id": "l1", "topic": "output", "date": "01/06/2026", "text": "Bán 40 kg.", "papers": ["p1"] }],
        "tables": { "labour": [{ "name": "Mai" }] },
        "writings": { "labour-list": { "answers": { "q": "a" }, "checked": true } },
        "plan": { "target": 4, "efforts": { "1.2": { "weight": 2, "months": 3 } } },
        "scorer": { "name": "Hoàng Văn Hùng", "role": "Phó Chủ tịch", "done": true },
        "council": {
            "expected": 5, "apart": 8, "agreed": { "answers": { "1.1": 1 }, "declarations": { "dossier": true } },
            "sheets": [
                { "scorer": { "name": "Nguyễn Thị An", "done": true }, "answers": { "1.1": 1, "2.1": 2 } },
                { "scorer": { "name": "Lò  Văn\u{200b} Bình" }, "answers": { "1.1": 2 }, "breaches": ["dossier"] }
            ]
        },
        "desk": { "received": "20/11/2026", "state": "to-correct", "there": { "report": true }, "assessments": { "materials": "Đủ." } },
        "corrections": [
            { "at": "criterion:1.1", "text": "Bổ sung hợp đồng.", "by": "04/12/2026", "done": true, "again": 1,
              "known_by": "Bổ sung.", "unchanged": true },
            { "at": "criterion:9.9", "text": "Bổ sung ảnh." }
        ]
    })
}

/// Writes a key that nobody knows into every object; how many there are.
fn write_later_key(node: &mut Value) -> usize {
    match node {
        Value::Object(object) => {
            let within: usize = object.values_mut().map(write_later_key).sum();
            object.insert("of_a_later_build".to_owned(), json!("as it is"));
            within + 1
        }
        Value::Array(items) => items.iter_mut().map(write_later_key).sum(),
        _ => 0,
    }
}

#[test]
fn a_key_that_is_not_known_survives_in_every_object() {
    let mut file = something_everywhere();
    let known = wire::to_value(&read(&file.to_string()));
    let objects = write_later_key(&mut file);
    let dossier = read(&file.to_string());
    let after = wire::to_value(&dossier);
    let kept = after.to_string().matches("of_a_later_build").count();
    let mut lost = Vec::new();
    missing(&file, &after, "", &mut lost);
    let lost: Vec<&String> = lost.iter().filter(|place| place.contains("of_a_later_build")).collect();
    assert!(kept == objects && lost.is_empty(), "{kept} of {objects}: {lost:#?}");
    // Nothing else is another for it.
    let mut without = after;
    fn leave_out(node: &mut Value) {
        match node {
            Value::Object(object) => {
                object.remove("of_a_later_build");
                object.values_mut().for_each(leave_out);
            }
            Value::Array(items) => items.iter_mut().for_each(leave_out),
            _ => {}
        }
    }
    leave_out(&mut without);
    assert_eq!(without, known);
}

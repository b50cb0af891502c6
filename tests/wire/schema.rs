//! `schema/ocop-dossier-1.schema.json` against the code that it describes.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use ocop::domain::decision::first;
use ocop::domain::dossier::{Dossier, Field, FieldKind, wire};
use serde_json::{Value, json};

use crate::repository;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(&std::fs::read_to_string(repository("schema/ocop-dossier-1.schema.json")).unwrap()).unwrap()
});

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).unwrap());

/// Where a file does not fit the schema.
pub fn faults(json: &str) -> Vec<String> {
    let value = serde_json::from_str(json).unwrap();
    VALIDATOR.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schema_is_one_of_draft_2020_12() {
    jsonschema::draft202012::meta::validate(&SCHEMA).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(SCHEMA["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn a_new_dossier_of_every_set_fits() {
    for set in first().sets {
        let dossier = Dossier::new(String::from("a"), String::from("2026-07-01T00:00:00Z"), set);
        assert_eq!(faults(&wire::to_json(&dossier)), Vec::<String>::new(), "set {}", set.no.0);
    }
}

#[test]
fn the_schema_has_every_field_of_the_forms_and_no_other() {
    let keys: BTreeSet<&str> = Field::TABLE.iter().map(|(field, ..)| field.key()).collect();
    let groups: BTreeSet<&str> = keys.iter().map(|key| key.split_once('.').unwrap().0).collect();
    let mut listed = BTreeSet::new();
    for group in groups {
        let properties = SCHEMA["properties"][group]["properties"].as_object().unwrap();
        listed.extend(properties.keys().map(|name| format!("{group}.{name}")));
    }
    listed.remove("product.set");
    assert_eq!(listed.iter().map(String::as_str).collect::<BTreeSet<_>>(), keys);
}

#[test]
fn the_choices_of_the_schema_are_those_of_the_forms() {
    for (field, _, kind, ..) in Field::TABLE {
        let (group, name) = field.key().split_once('.').unwrap();
        let property = &SCHEMA["properties"][group]["properties"][name];
        match kind {
            FieldKind::Choice(values) => assert_eq!(property["enum"], json!(values), "{}", field.key()),
            FieldKind::Tick => assert_eq!(property["type"], "boolean", "{}", field.key()),
            _ => assert_eq!(property["$ref"], "#/$defs/text", "{}", field.key()),
        }
    }
}

#[test]
fn the_schema_refuses_what_reading_warns_of() {
    let whole: Value = serde_json::from_str(&crate::golden("re-rating.json")).unwrap();
    #[track_caller]
    fn check(whole: &Value, pointer: &str, key: &str, value: Value) {
        let mut file = whole.clone();
        file.pointer_mut(pointer).unwrap()[key] = value;
        let text = file.to_string();
        assert_ne!(faults(&text), Vec::<String>::new(), "{pointer}/{key} fits the schema");
        let warned = wire::from_json(&text).map_or(1, |(_, warnings)| warnings.len());
        assert_ne!(warned, 0, "{pointer}/{key} gives no warning");
    }
    check(&whole, "", "notes", json!("?"));
    check(&whole, "", "archived", json!(1));
    check(&whole, "/product", "set", json!(27));
    check(&whole, "/product", "colour", json!("green"));
    check(&whole, "/product", "samples", json!(5));
    check(&whole, "/answers/9", "level", json!(-1));
    check(&whole, "/answers/9", "level", json!("best"));
    check(&whole, "/answers/9", "evidence", json!("p1"));
    check(&whole, "/declarations", "1.1", json!("no"));
    check(&whole, "/papers/0", "kind", json!(16));
    check(&whole, "/papers/0", "holding", json!("maybe"));
    check(&whole, "/papers/0", "id", json!("a b"));
    check(&whole, "/plan", "target", json!(6));
    check(&whole, "/plan/efforts/9", "weight", json!(4));
    check(&whole, "/renewal", "market", json!(null));
}

#[test]
fn what_the_scorers_decided_on_a_breach_fits() {
    let of_the_file = |answer: Value| {
        let mut file = serde_json::from_str::<Value>(&crate::golden("re-rating.json")).unwrap();
        file["council"] =
            json!({"expected": 1, "sheets": [], "agreed": {"answers": {}, "declarations": {"dossier": answer}}});
        file.to_string()
    };
    assert_eq!(faults(&of_the_file(json!(false))), Vec::<String>::new());
    let wrong = of_the_file(json!("no"));
    assert_ne!(faults(&wrong), Vec::<String>::new());
    assert_ne!(wire::from_json(&wrong).unwrap().1.len(), 0, "it is warned of");
}

#[test]
fn what_a_commune_sends_back_fits_its_own_schema() {
    use ocop::domain::council::{Correction, CorrectionPlace};
    let text = std::fs::read_to_string(repository("schema/ocop-corrections-1.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let mut dossier = Dossier::new(String::from("a"), String::from("2026-07-01T00:00:00Z"), first().set(1).unwrap());
    let at = CorrectionPlace::Field(Field::Phone);
    dossier.corrections = vec![Correction {
        at,
        text: "Thiếu số".into(),
        by: "05/12/2026".into(),
        known_by: "Thiếu".into(),
        again: 1,
        ..Correction::default()
    }];
    let file = serde_json::from_str(&wire::corrections_file(&dossier, "ocop")).unwrap();
    let faults: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
    // The dossier itself carries them too, with the ticks.
    (dossier.corrections[0].done, dossier.corrections[0].unchanged) = (true, true);
    dossier.desk = Some(ocop::domain::council::Desk { days_off: "04/01/2027".into(), ..Default::default() });
    assert_eq!(self::faults(&wire::to_json(&dossier)), Vec::<String>::new());
}

//! Files that open although something in them does not fit: each such thing is left out and named.

use ocop::domain::decision::Language;
use ocop::domain::dossier::wire::{self, Place, Problem, Shape, Warning};
use ocop::domain::dossier::{Field, Question, Reply};
use ocop::domain::rating::Answer;
use serde_json::{Value, json};

use crate::{golden, with};

#[track_caller]
fn warnings_of(text: &str) -> Vec<Warning> {
    let (dossier, warnings) = wire::from_json(text).unwrap();
    for warning in &warnings {
        for language in [Language::Vi, Language::En] {
            let words = warning.text(language);
            assert!(words.len() > 30 && words.len() < 1_000, "{words}");
        }
    }
    let (again, rest) = wire::from_json(&wire::to_json(&dossier)).unwrap();
    assert_eq!(again, dossier, "what was read is written and read again");
    assert!(rest.iter().all(|warning| warnings.contains(warning)), "{rest:?} are new");
    assert!(rest.is_empty() || !dossier.unknown.is_empty(), "{rest:?} come again");
    warnings
}

#[track_caller]
fn check(pointer: &str, key: &str, value: Value, place: &str, shown: &str, problem: Problem) {
    // A changed answer changes the rating as well; that warning is tested on its own.
    let mut warnings = warnings_of(&with(pointer, key, value));
    warnings.retain(|warning| !matches!(warning.problem, Problem::RatingDiffers { .. }));
    let found: Vec<_> =
        warnings.iter().map(|warning| (warning.place.pointer(), warning.value.as_str(), &warning.problem)).collect();
    assert_eq!(found, [(place, shown, &problem)]);
}

fn wrong(expected: Shape) -> Problem {
    Problem::WrongType { expected }
}

#[test]
fn an_unknown_criterion_or_level_is_left_out_and_named() {
    check("/answers", "9.9", json!({"level": 1}), "/answers/9.9", "9.9", Problem::UnknownCriterion);
    check("/answers", "a/b~", json!({}), "/answers/a~1b~0", "a/b~", Problem::UnknownCriterion);
    check("/answers/1.1", "level", json!(3), "/answers/1.1/level", "3", Problem::UnknownLevel { levels: 3 });
    check("/answers/1.1", "level", json!(256), "/answers/1.1/level", "256", Problem::UnknownLevel { levels: 3 });
    check("/answers/1.1", "level", json!(-1), "/answers/1.1/level", "-1", wrong(Shape::Level));
    check("/answers/1.1", "level", json!(1.5), "/answers/1.1/level", "1.5", wrong(Shape::Level));
    check("/answers/1.1", "level", json!(-0.25), "/answers/1.1/level", "-0.25", wrong(Shape::Level));
    check("/answers/1.1", "level", json!(-1e15), "/answers/1.1/level", "≤ -1e15", wrong(Shape::Level));
    check("/answers/1.1", "level", json!(2.0009), "/answers/1.1/level", "2.000…", wrong(Shape::Level));
    check("/answers/1.1", "level", json!(1e300), "/answers/1.1/level", "≥ 1e15", wrong(Shape::Level));
    check("/answers/1.1", "level", json!("None"), "/answers/1.1/level", "“None”", wrong(Shape::Level));
    check("/answers", "1.1", json!(2), "/answers/1.1", "2", wrong(Shape::Object));
    check("", "answers", json!([1]), "/answers", "[…]", wrong(Shape::Object));
}

#[test]
fn an_unknown_level_leaves_its_criterion_open_and_keeps_its_note() {
    let (dossier, _) = wire::from_json(&with("/answers/1.1", "level", json!(7))).unwrap();
    assert_eq!(dossier.assessment.answer(0), Answer::Unanswered);
    assert_eq!(dossier.entries[0].note, "Toàn bộ sản lượng trồng trong xã.");
}

#[test]
fn a_level_may_be_left_out_null_or_a_whole_number_with_a_fraction_of_nothing() {
    let level = |value: &str| {
        let text = golden("empty-first.json").replace("\"answers\": {}", &format!("\"answers\": {{\"1.1\": {value}}}"));
        wire::from_json(&text).unwrap().0.assessment.answer(0)
    };
    assert_eq!(level("{}"), Answer::Unanswered);
    assert_eq!(level(r#"{"level": null}"#), Answer::Unanswered);
    assert_eq!(level(r#"{"level": 1.0}"#), Answer::Level(1));
    assert_eq!(level(r#"{"level": "none"}"#), Answer::NoneOfThese);
}

#[test]
fn unknown_keys_and_wrong_types_are_left_out_and_named() {
    check("", "extra", json!({"a": 1}), "/extra", "{…}", Problem::UnknownKey);
    check("/answers/1.1", "points", json!(3), "/answers/1.1/points", "3", Problem::UnknownKey);
    check("/applicant", "fax", json!("1"), "/applicant/fax", "“1”", Problem::UnknownKey);
    check("/applicant", "phone", json!(912345678), "/applicant/phone", "912345678", wrong(Shape::Text));
    check("/applicant", "legal_form", json!("bank"), "/applicant/legal_form", "“bank”", Problem::UnknownValue);
    check("/ticks", "patent", json!("true"), "/ticks/patent", "“true”", wrong(Shape::Bool));
    check("", "kind", json!("renewal"), "/kind", "“renewal”", Problem::UnknownValue);
    check("", "plan", json!([]), "/plan", "[…]", wrong(Shape::Object));
    check("", "plan", json!({"target": 0}), "/plan/target", "0", wrong(Shape::Star));
    check("", "plan", json!({"locked": ["77"]}), "/plan/locked/0", "77", Problem::UnknownCriterion);
    check(
        "",
        "plan",
        json!({"efforts": {"1.1": {"months": 256}}}),
        "/plan/efforts/1.1/months",
        "256",
        Problem::UnknownValue,
    );
    check(
        "",
        "recognised",
        json!({"answers": {"1.1": 9}}),
        "/recognised/answers/1.1",
        "9",
        Problem::UnknownLevel { levels: 3 },
    );
    check("", "papers", json!({}), "/papers", "{…}", wrong(Shape::List));
    check("", "held", json!(["a b"]), "/held/0", "“a b”", Problem::UnknownValue);
    check("", "created", json!("hôm qua"), "/created", "“hôm qua”", wrong(Shape::Instant));
    check("", "updated", json!("2026-13-01T00:00:00Z"), "/updated", "“2026-13-01T00:00:00Z”", wrong(Shape::Instant));
}

#[test]
fn declarations_that_the_set_does_not_ask_for_are_left_out_and_named() {
    check("/declarations", "1.2", json!(true), "/declarations/1.2", "true", Problem::NothingToDeclare);
    check("/declarations", "8.8", json!(true), "/declarations/8.8", "8.8", Problem::UnknownCriterion);
    check("/declarations", "1.1", json!("yes"), "/declarations/1.1", "“yes”", wrong(Shape::Bool));
    check("/exemptions", "1.1", json!(true), "/exemptions/1.1", "true", Problem::NothingToDeclare);
    let tourism = golden("set-26-cases.json").replace("\"declarations\": {}", "\"declarations\": {\"dossier\": true}");
    let (dossier, warnings) = wire::from_json(&tourism).unwrap();
    assert_eq!(warnings[0].problem, Problem::NothingToDeclare, "set 26 prints no such line");
    assert!(dossier.rating().knocked_out.is_empty());
}

#[test]
fn a_declaration_denied_is_not_one_never_asked() {
    let (dossier, _) = wire::from_json(&golden("re-rating.json")).unwrap();
    let set = dossier.set();
    let reply = |key: &str| dossier.reply(Question::from_key(set, key).unwrap());
    assert_eq!((reply("dossier"), reply("1.1"), reply("2.1")), (Reply::No, Reply::No, Reply::Open));
}

#[test]
fn papers_get_ids_of_their_own_and_claims_keep_only_papers_that_are_there() {
    let text = with(
        "",
        "papers",
        json!([{"id": "p", "kind": 1, "holding": "have"}, {"id": "p", "kind": 2, "holding": "have"}, {"kind": 3}]),
    );
    let mut file: Value = serde_json::from_str(&text).unwrap();
    file["answers"]["1.1"]["evidence"] = json!(["p", "q", 7]);
    let (dossier, warnings) = wire::from_json(&file.to_string()).unwrap();
    assert_eq!(dossier.papers.iter().map(|paper| paper.id.as_str()).collect::<Vec<_>>(), ["p", "paper-1", "paper-2"]);
    assert_eq!(dossier.entries[0].evidence, ["p"]);
    let codes: Vec<_> = warnings.iter().map(|warning| (warning.code(), warning.place.pointer())).collect();
    assert_eq!(
        codes,
        [
            ("new-id", "/papers/1/id"),
            ("new-id", "/papers/2/id"),
            ("unknown-paper", "/answers/1.1/evidence/1"),
            ("wrong-type", "/answers/1.1/evidence/2"),
        ]
    );
}

#[test]
fn a_file_without_a_usable_id_gets_one_from_its_content() {
    for id in [json!(null), json!("../../etc"), json!(""), json!("x".repeat(65)), json!("tên")] {
        let text = with("", "id", id);
        let (dossier, warnings) = wire::from_json(&text).unwrap();
        assert!(
            matches!(&warnings[..], [Warning { problem: Problem::NewId { id }, .. }] if *id == dossier.id),
            "{warnings:?}"
        );
        assert_eq!(wire::from_json(&text).unwrap().0.id, dossier.id, "the same file, the same id");
        assert_ne!(wire::from_json(&text.replace("Ea Kao", "Ea Tul")).unwrap().0.id, dossier.id);
    }
}

#[test]
fn a_rating_that_does_not_follow_is_computed_anew_and_said() {
    #[track_caller]
    fn check(pointer: &str, key: &str, value: Value, place: &str, shown: &str, computed: &str) {
        let (dossier, warnings) = wire::from_json(&with(pointer, key, value)).unwrap();
        assert_eq!(dossier.rating().total.0, 100);
        let problem = Problem::RatingDiffers { computed: computed.to_owned() };
        let expected = (place, shown, &problem);
        let found: Vec<_> = warnings
            .iter()
            .map(|warning| (warning.place.pointer(), warning.value.as_str(), &warning.problem))
            .collect();
        assert_eq!(found, [expected]);
    }
    check("/rating", "total", json!(99), "/rating/total", "99", "100");
    check("/rating", "star", json!(null), "/rating/star", "null", "5");
    check("/rating/parts", "A", json!("40"), "/rating/parts/A", "“40”", "40");
    check("/rating/unmet", "5", json!(["9"]), "/rating/unmet/5", "“9”", "[]");
}

#[test]
fn a_rating_of_another_type_is_named() {
    check("", "rating", json!(5), "/rating", "5", wrong(Shape::Object));
    check("/rating", "parts", json!([40, 25, 35]), "/rating/parts", "[…]", wrong(Shape::Object));
    check("/rating", "stars", json!(5), "/rating/stars", "5", Problem::UnknownKey);
}

#[test]
fn a_file_without_a_rating_or_dates_is_read_without_a_word() {
    let mut file: Value = serde_json::from_str(&golden("upgrade.json")).unwrap();
    for key in ["rating", "created", "updated", "exemptions"] {
        file.as_object_mut().unwrap().remove(key);
    }
    file["$schema"] = json!("../schema/ocop-dossier-1.schema.json");
    assert_eq!(wire::from_json(&file.to_string()).unwrap().1, vec![]);
}

#[test]
fn a_key_that_stands_twice_counts_once_and_is_said() {
    let text =
        golden("set-01-five-stars.json").replace("\"name\": \"Sầu riêng Ea Kao\"", "\"name\": \"A\", \"name\": \"B\"");
    let (dossier, warnings) = wire::from_json(&text).unwrap();
    assert_eq!(dossier.fields.get(Field::ProductName), "B");
    assert!(
        matches!(&warnings[..], [Warning { problem: Problem::RepeatedKey, place, .. }] if place.pointer() == "/product/name")
    );
}

/// What the page kept comes back whole, however much somebody pasted.
#[test]
fn no_text_is_cut() {
    let long = "ạ".repeat(1_000_000);
    let (dossier, warnings) = wire::from_json(&with("/answers/1.1", "note", json!(long))).unwrap();
    assert_eq!((dossier.entries[0].note.len(), warnings), (long.len(), vec![]));
}

#[test]
fn lists_and_warnings_have_an_upper_bound() {
    let many = vec![json!("a"); wire::MAX_ITEMS + 1];
    let (_, warnings) = wire::from_json(&with("", "held", json!(many))).unwrap();
    assert!(matches!(&warnings[..], [Warning { problem: Problem::TooMany { .. }, .. }]));

    let extras: serde_json::Map<String, Value> = (0..50_000).map(|key| (format!("k{key}"), json!(0))).collect();
    let (_, warnings) = wire::from_json(&with("", "filing", json!(extras))).unwrap();
    assert_eq!(warnings.len(), wire::MAX_WARNINGS + 1);
    assert!(
        matches!(warnings.last().unwrap().problem, Problem::More { count } if count == 50_000 - wire::MAX_WARNINGS)
    );
}

#[test]
fn attachments_that_cannot_be_used_are_left_out_and_named() {
    let whole: Value = serde_json::from_str(&golden("re-rating.json")).unwrap();
    let with_files = |files: Value| {
        let mut file = whole.clone();
        file["files"] = files;
        wire::from_bytes(file.to_string().as_bytes()).unwrap()
    };
    assert_eq!(with_files(json!({"a-1": {"media": "image/png", "data": "AAEC"}})).files["a-1"].data, [0, 1, 2]);
    for files in [
        json!({"a-1": {"media": "image/png", "data": "AAE"}}),
        json!({"a-1": {"media": "image/png"}}),
        json!({"other": {"media": "image/png", "data": "AAEC"}}),
    ] {
        let opened = with_files(files);
        assert!(opened.files.is_empty());
        assert!(
            matches!(&opened.warnings[..], [Warning { problem: Problem::UnusableFile, .. }]),
            "{:?}",
            opened.warnings
        );
    }
}

#[test]
fn a_place_is_told_in_words_that_a_bookkeeper_knows() {
    let place = Place::root().key("answers").key("6.1.1").key("level");
    assert_eq!(place.words(Language::Vi), "tiêu chí 6.1.1 (/answers/6.1.1/level)");
    assert_eq!(place.words(Language::En), "criterion 6.1.1 (/answers/6.1.1/level)");
    assert_eq!(Place::root().key("papers").index(2).words(Language::Vi), "giấy tờ thứ 3 (/papers/2)");
    assert_eq!(Place::root().key("product").key("name").words(Language::Vi), "/product/name");
    // No figure of a rating is told by its keys.
    let rated = |keys: &[&str]| keys.iter().fold(Place::root().key("rating"), |place, key| place.key(key));
    assert_eq!(rated(&["best", "total"]).words(Language::Vi), "điểm cao nhất còn có thể đạt");
    assert_eq!(rated(&["best", "total"]).words(Language::En), "the most points still possible");
    assert_eq!(rated(&["unmet", "5"]).words(Language::Vi), "tiêu chí còn thiếu để đạt 5 sao");
    let said = |file: &str| wire::from_json(file).unwrap().1.remove(0).text(Language::Vi);
    for key in ["total", "star", "star_by_points", "knocked_out", "best", "parts", "unmet"] {
        let text = said(&with("/rating", key, json!("x")));
        assert!(!text.contains("/rating"), "{text}");
    }
}

/// A browser takes minutes to draw a letter with so many marks.
#[test]
fn a_letter_with_200_000_marks_is_read_with_a_few() {
    let file = |marks: usize| with("/product", "name", json!(format!("Cam{}", "\u{301}".repeat(marks))));
    for (marks, kept) in [(8, 8), (9, 8), (200_000, 8)] {
        let (dossier, _) = wire::from_json(&file(marks)).expect("it opens");
        assert_eq!(dossier.name().chars().count(), 3 + kept);
    }
}

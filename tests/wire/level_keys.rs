//! A level is found by its key, wherever an edition prints it.

use ocop::domain::dossier::wire::{self, Problem};
use ocop::domain::rating::Answer;
use serde_json::{Value, json};

/// The first answer of a file whose first answer reads so, and whether it was warned of.
fn first_answer(answer: Value) -> (Answer, bool) {
    let mut file: Value = serde_json::from_str(&crate::golden("set-01-five-stars.json")).unwrap();
    file["answers"]["1.1"] = answer;
    let (dossier, warnings) = wire::from_json(&file.to_string()).unwrap();
    let warned = warnings.iter().any(|warning| matches!(warning.problem, Problem::UnknownLevel { .. }));
    (dossier.assessment.answer(0), warned)
}

#[test]
fn a_key_goes_before_an_index_and_an_index_stands_alone() {
    assert_eq!(first_answer(json!({"level": 2})), (Answer::Level(2), false));
    assert_eq!(first_answer(json!({"level": 2, "key": "w001c"})), (Answer::Level(2), false));
    assert_eq!(first_answer(json!({"level": 3, "key": "w001c"})), (Answer::Level(2), false));
    assert_eq!(first_answer(json!({"level": 200, "key": "w001a"})), (Answer::Level(0), false));
    assert_eq!(first_answer(json!({"level": "none"})), (Answer::NoneOfThese, false));
}

#[test]
fn a_level_that_this_edition_does_not_have_is_named_and_not_guessed() {
    assert_eq!(first_answer(json!({"level": 2, "key": "w020c"})), (Answer::Unanswered, true));
    assert_eq!(first_answer(json!({"level": 2, "key": "w001z"})), (Answer::Unanswered, true));
}

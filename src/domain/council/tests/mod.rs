//! Sittings of sheets that are made up here, each at its edges.

mod breaches;
mod corrections;
mod result;
mod sitting;
mod taking;
mod waiting;

use proptest::prelude::*;

use super::*;
use crate::domain::decision::{Points, Star, first};
use crate::domain::dossier::wire::{from_json, to_json};
use crate::domain::dossier::{Dossier, Field, Holding, PaperRecord, Question, Recognised, Reply};
use crate::domain::rating::{Answer, Assessment, KnockOut, rate};

fn bands() -> crate::domain::decision::Bands {
    first().bands
}

/// A sheet of set 1 with every criterion at its best, but for these.
fn sheet(name: &str, but: &[(&str, Answer)]) -> Sheet {
    let set = first().set(1).expect("set 1");
    let mut assessment = Assessment::new(set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    for (code, answer) in but {
        assessment.set_answer(set.position(code).expect("a code of set 1"), *answer);
    }
    Sheet { scorer: Scorer { name: name.into(), done: true, ..Scorer::default() }, assessment }
}

fn council(sheets: Vec<Sheet>) -> Council {
    Council { expected: sheets.len(), sheets, ..Council::default() }
}

#[track_caller]
fn check(totals: &[u8], shown: &str, star: Star) {
    let average = Average::of(totals.iter().map(|total| Points(*total))).expect("some");
    assert_eq!((average.text(bands(), ',').as_str(), average.star(bands())), (shown, star), "{totals:?}");
}

fn file_of(dossier: &Dossier, sheet: Sheet) -> Dossier {
    Dossier { scorer: Some(sheet.scorer), assessment: sheet.assessment, ..dossier.clone() }
}

use crate::domain::decision::fold;
use crate::domain::rating::Answer;

use super::super::super::{Dossier, Field};
use super::super::Where;

/// One side of a contradiction. Criteria are named by the keys of their level ladders, so that a
/// rule holds in every set that prints those levels, whatever the code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claim {
    /// Answered with one of these levels, by printed index.
    Level(&'static [&'static str], &'static [u8]),
    /// Answered with "none of these".
    NoneOf(&'static [&'static str]),
    /// The field says one of these, without regard to case and diacritics.
    Is(Field, &'static [&'static str]),
    /// The field says something, and none of these.
    IsNot(Field, &'static [&'static str]),
    Filled(Field),
    Empty(Field),
    /// At least one of these is ticked.
    Ticked(&'static [Field]),
    /// None of these is ticked.
    Unticked(&'static [Field]),
}

impl Claim {
    /// The place where it holds, or `None` if it does not.
    pub fn holds(self, dossier: &Dossier) -> Option<Where> {
        match self {
            Claim::Level(ladders, levels) => {
                answered(dossier, ladders, |answer| matches!(answer, Answer::Level(level) if levels.contains(&level)))
            }
            Claim::NoneOf(ladders) => answered(dossier, ladders, |answer| answer == Answer::NoneOfThese),
            Claim::Is(field, values) => {
                values.contains(&folded(dossier, field).as_str()).then_some(Where::Field(field))
            }
            Claim::IsNot(field, values) => {
                let value = folded(dossier, field);
                (!value.is_empty() && !values.contains(&value.as_str())).then_some(Where::Field(field))
            }
            Claim::Filled(field) => (!folded(dossier, field).is_empty()).then_some(Where::Field(field)),
            Claim::Empty(field) => folded(dossier, field).is_empty().then_some(Where::Field(field)),
            Claim::Ticked(fields) => {
                fields.iter().find(|field| dossier.fields.is_ticked(**field)).copied().map(Where::Field)
            }
            Claim::Unticked(fields) => {
                let none = fields.iter().all(|field| !dossier.fields.is_ticked(*field));
                fields.first().filter(|_| none).copied().map(Where::Field)
            }
        }
    }
}

fn answered(dossier: &Dossier, ladders: &[&str], fits: impl Fn(Answer) -> bool) -> Option<Where> {
    dossier
        .assessment
        .iter()
        .find(|(_, criterion, answer)| ladders.contains(&criterion.ladder.key) && fits(*answer))
        .map(|(position, _, _)| Where::Criterion(position))
}

fn folded(dossier: &Dossier, field: Field) -> String {
    fold(dossier.fields.get(field).trim())
}

use crate::domain::decision::{Ladder, fold};
use crate::domain::rating::Answer;

use super::super::super::{Dossier, Field};
use super::super::Where;

/// One side of a contradiction. Criteria are named by the keys of their levels, so that a rule holds in every
/// set that prints those levels, whatever the code and the place in the ladder.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claim {
    /// Answered with one of these levels, by key.
    Level(&'static [&'static str]),
    /// Answered with "none of these" where one of these ladders is printed, by key.
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
    /// Whether it is about the level of a criterion.
    pub fn is_of_answer(self) -> bool {
        matches!(self, Claim::Level(_) | Claim::NoneOf(_))
    }

    /// The place where it holds, or `None` if it does not.
    pub fn holds(self, dossier: &Dossier) -> Option<Where> {
        match self {
            Claim::Level(levels) => answered(dossier, |ladder, answer| match answer {
                Answer::Level(level) => {
                    ladder.level_key(usize::from(level)).is_some_and(|key| levels.contains(&key.as_str()))
                }
                Answer::NoneOfThese | Answer::Unanswered => false,
            }),
            Claim::NoneOf(ladders) => answered(dossier, |ladder, answer| {
                answer == Answer::NoneOfThese && ladders.iter().any(|key| ladder.has_levels_of(key))
            }),
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

fn answered(dossier: &Dossier, fits: impl Fn(&Ladder, Answer) -> bool) -> Option<Where> {
    let mut answers = dossier.assessment.iter();
    answers
        .find(|(_, criterion, answer)| fits(criterion.ladder, *answer))
        .map(|(position, ..)| Where::Criterion(position))
}

fn folded(dossier: &Dossier, field: Field) -> String {
    fold(dossier.fields.get(field).trim())
}

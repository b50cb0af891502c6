use crate::domain::decision::Points;
use crate::domain::rating::{Answer, Assessment, Open, counted_points};

use super::Step;

/// The assessment with these steps taken; the given one stays as it is.
pub fn raised(assessment: &Assessment, steps: &[Step]) -> Assessment {
    let mut then = assessment.clone();
    for step in steps {
        if let Ok(level) = u8::try_from(step.to_level) {
            then.set_answer(step.position, Answer::Level(level));
        }
    }
    then
}

/// A criterion that two assessments of one set answer or count differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Place in the set's criteria.
    pub position: usize,
    pub from: Answer,
    pub to: Answer,
    /// Points that count, before and after. 5.2 may change them with the same answer, when 5.1 does.
    pub points: (Points, Points),
}

/// Where two assessments differ, in printed order; nothing if they are of different sets.
pub fn diff(before: &Assessment, after: &Assessment) -> Vec<Difference> {
    if before.set != after.set {
        return Vec::new();
    }
    let points = counted_points(before, Open::AtZero).into_iter().zip(counted_points(after, Open::AtZero));
    points
        .enumerate()
        .map(|(position, points)| Difference {
            position,
            from: before.answer(position),
            to: after.answer(position),
            points,
        })
        .filter(|change| change.from != change.to || change.points.0 != change.points.1)
        .collect()
}

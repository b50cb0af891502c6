use std::cmp::Reverse;

use crate::domain::decision::{Points, Star};
use crate::domain::rating::{Answer, Assessment, Open, Rating, counted_points, rate};

use super::choices::{Raise, rises};
use super::steps::opened;
use super::{Cost, Costs};

/// What raising one criterion would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gain {
    /// Place in the set's criteria.
    pub position: usize,
    pub from: Answer,
    /// The next level that counts more.
    pub next: Rise,
    /// The best level; the same as `next` where there is only one more.
    pub top: Rise,
    pub cost: Cost,
}

/// A level to rise to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rise {
    /// Index of the level in printed order.
    pub level: usize,
    /// Points that count more than now, with every other answer as it is: for 5.1 raised from 0 those
    /// of 5.2 too.
    pub brings: Points,
    /// The stars whose minimum here is missed now and met at this level.
    pub opens: Vec<Star>,
}

/// Every criterion that can still bring points and is not locked: those whose next level brings the
/// most points for the effort first; then the most points at the top, then the fewest months, then
/// printed order.
pub fn gains(assessment: &Assessment, costs: &Costs) -> Vec<Gain> {
    let now = rate(assessment);
    let mut gains: Vec<Gain> =
        (0..assessment.set.criteria.len()).filter_map(|position| gain(assessment, costs, &now, position)).collect();
    gains.sort_by(|one, other| {
        let (per_effort, others) = (worth_of(one, other), worth_of(other, one));
        others.cmp(&per_effort).then_with(|| rank(one).cmp(&rank(other)))
    });
    gains
}

/// Points per effort, both sides multiplied out so that no fraction is needed.
fn worth_of(gain: &Gain, other: &Gain) -> u32 {
    u32::from(gain.next.brings.0) * u32::from(other.cost.effort())
}

fn rank(gain: &Gain) -> (Reverse<Points>, u8, usize) {
    (Reverse(gain.top.brings), gain.cost.months.unwrap_or(0), gain.position)
}

fn gain(assessment: &Assessment, costs: &Costs, now: &Rating, position: usize) -> Option<Gain> {
    let cost = costs.get(position);
    if cost.locked {
        return None;
    }
    let rises: Vec<Rise> = rises(assessment, position)
        .into_iter()
        .map(|(level, _)| rise(assessment, now, Raise { position, level }))
        .filter(|rise| rise.brings > Points(0))
        .collect();
    let (next, top) = (rises.first()?.clone(), rises.last()?.clone());
    Some(Gain { position, from: assessment.answer(position), next, top, cost })
}

fn rise(assessment: &Assessment, now: &Rating, raise: Raise) -> Rise {
    let mut then = assessment.clone();
    then.set_answer(raise.position, Answer::Level(u8::try_from(raise.level).unwrap_or(u8::MAX)));
    let total: Points = counted_points(&then, Open::AtZero).into_iter().sum();
    Rise { level: raise.level, brings: total.above(now.total), opens: opened(assessment, now, raise) }
}

use crate::domain::decision::{Points, Star};
use crate::domain::rating::{Answer, Assessment, KnockOut, Rating, rate};

use super::choices::{items, rises};
use super::search::cheapest;
use super::{Costs, Steps};

/// What there is to do for a star.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Nothing: the product has that star or a higher one.
    Already,
    Route(Steps),
    NoWay(NoWay),
}

/// No lawful way to the target while the locked criteria and the declared breaches stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoWay {
    /// Everything that stands in the way, not only the first thing.
    pub obstacles: Vec<Obstacle>,
    /// The most points that can be reached.
    pub most: Points,
    /// The highest star that can be reached; `None`: the evaluation ends.
    pub best: Option<Star>,
}

/// One thing that stands in the way of a star.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// It ends the evaluation: a declared breach, or a 0 in a locked criterion (set 16, 6.1-6.4).
    KnockedOut(KnockOut),
    /// A locked criterion is below the minimum: it would need the level with this index.
    LockedMinimum { position: usize, needs: usize },
    /// Even with every criterion that is not locked at its best the points do not suffice.
    PointsCap { most: Points, needs: Points },
}

/// The cheapest way from an assessment to a star, exact.
///
/// Unanswered criteria count 0, and answering one above 0 is a raise like any other. An unanswered
/// criterion that the star does not need stays unanswered.
pub fn way_to(assessment: &Assessment, target: Star, costs: &Costs) -> Way {
    let now = rate(assessment);
    if now.star.is_some_and(|star| star >= target) {
        return Way::Already;
    }
    if now.knocked_out.iter().all(|knock_out| matches!(knock_out, KnockOut::Zero(_)))
        && let Some(route) = cheapest_route(assessment, target, costs, &now)
    {
        return Way::Route(route);
    }
    Way::NoWay(no_way(assessment, target, costs))
}

fn cheapest_route(assessment: &Assessment, target: Star, costs: &Costs, now: &Rating) -> Option<Steps> {
    let needs = now.missing(target);
    let raises = cheapest(&items(assessment, target, costs, now), needs)?;
    Some(Steps::new(assessment, target, costs, now, &raises))
}

fn no_way(assessment: &Assessment, target: Star, costs: &Costs) -> NoWay {
    let best = rate(&at_best(assessment, costs));
    let knocked_out = best.knocked_out.iter().copied().map(Obstacle::KnockedOut);
    let minimums =
        best.unmet(target).iter().map(|unmet| Obstacle::LockedMinimum { position: unmet.position, needs: unmet.needs });
    let needs = best.bands.least(target);
    let cap = (best.total < needs).then_some(Obstacle::PointsCap { most: best.total, needs });
    NoWay { obstacles: knocked_out.chain(minimums).chain(cap).collect(), most: best.total, best: best.star }
}

/// Every criterion that is not locked at its best level.
fn at_best(assessment: &Assessment, costs: &Costs) -> Assessment {
    let mut best = assessment.clone();
    for position in (0..assessment.set.criteria.len()).filter(|position| !costs.get(*position).locked) {
        if let Some((level, _)) = rises(assessment, position).last() {
            best.set_answer(position, Answer::Level(u8::try_from(*level).unwrap_or(u8::MAX)));
        }
    }
    best
}

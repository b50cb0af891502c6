use std::cmp::Ordering;

use crate::domain::decision::{Points, Star, StarMinimum};
use crate::domain::rating::{Answer, Assessment, KnockOut, Rating, rate};

use super::choices::{Raise, worth};
use super::{Costs, raised};

/// Raises that together reach the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// In printed order.
    pub steps: Vec<Step>,
    /// Weights of the steps, added up.
    pub effort: u16,
    /// Points that the steps add. Where the story (5.1) is told first, the total rises by what was
    /// already chosen in 5.2 as well ([`Step::wakes`]).
    pub adds: Points,
    /// Months of the slowest step, as far as the applicant said; `None` where nothing was said.
    pub months: Option<u8>,
    /// The rating once every step is done.
    pub reaches: Rating,
}

/// One criterion raised to a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Place in the set's criteria.
    pub position: usize,
    pub from: Answer,
    /// Index of the level in printed order.
    pub to_level: usize,
    /// Points of the new level above those of the present one.
    pub adds: Points,
    /// Points already chosen in 5.2 that count once the story (5.1) is told; 0 for every other step.
    pub wakes: Points,
    pub why: Why,
    /// The stars whose minimum here is missed now and met by this step.
    pub opens: Vec<Star>,
    pub weight: u8,
    pub months: Option<u8>,
}

/// Why a route has a step; the weightiest reason where there are several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// A 0 here ends the evaluation (set 16, 6.1-6.4).
    Zero,
    /// It stands below the minimum of the target or of a lower star.
    Minimum,
    /// The points are needed, and with the story 5.2 begins to count (sets 1-25).
    Story,
    /// The points are needed.
    Points,
}

impl Steps {
    pub(super) fn new(assessment: &Assessment, target: Star, costs: &Costs, now: &Rating, raises: &[Raise]) -> Steps {
        let untold = assessment.set.counts_with.filter(|[_, story]| worth(assessment, *story) == Points(0));
        let steps: Vec<Step> = raises
            .iter()
            .map(|raise| {
                let Raise { position, level } = *raise;
                let silent = untold.filter(|[_, story]| *story == position).map(|[structure, _]| structure);
                let wakes = silent.map_or(Points(0), |structure| worth(assessment, structure));
                let tells = silent.is_some_and(|silent| raises.iter().any(|raise| raise.position == silent));
                let cost = costs.get(position);
                Step {
                    position,
                    from: assessment.answer(position),
                    to_level: level,
                    adds: assessment.set.criteria[position].levels[level].points.above(worth(assessment, position)),
                    wakes,
                    why: why(target, now, position, tells || wakes > Points(0)),
                    opens: opened(assessment, now, *raise),
                    weight: cost.weight.max(1),
                    months: cost.months,
                }
            })
            .collect();
        Steps {
            effort: steps.iter().map(|step| u16::from(step.weight)).sum(),
            adds: steps.iter().map(|step| step.adds).sum(),
            months: steps.iter().filter_map(|step| step.months).max(),
            reaches: rate(&raised(assessment, &steps)),
            steps,
        }
    }

    /// Months of all steps, one after the other; those not said count none.
    pub fn total_months(&self) -> u16 {
        self.steps.iter().filter_map(|step| step.months).map(u16::from).sum()
    }

    /// Which of two routes to offer first: less effort, then fewer points added, then the slowest
    /// step sooner done, then fewer months in all, then what stands first in print.
    pub fn order(&self, other: &Steps) -> Ordering {
        self.measure().cmp(&other.measure()).then_with(|| self.places().cmp(other.places()))
    }

    fn measure(&self) -> (u16, Points, u8, u16) {
        (self.effort, self.adds, self.months.unwrap_or(0), self.total_months())
    }

    fn places(&self) -> impl Iterator<Item = (usize, Points)> + '_ {
        self.steps.iter().map(|step| (step.position, step.adds))
    }
}

fn why(target: Star, now: &Rating, position: usize, tells_story: bool) -> Why {
    if now.knocked_out.contains(&KnockOut::Zero(position)) {
        Why::Zero
    } else if now.unmet(target).iter().any(|unmet| unmet.position == position) {
        Why::Minimum
    } else if tells_story {
        Why::Story
    } else {
        Why::Points
    }
}

/// The stars whose minimum a raise meets that the answer of now misses.
pub(super) fn opened(assessment: &Assessment, now: &Rating, raise: Raise) -> Vec<Star> {
    let criterion = &assessment.set.criteria[raise.position];
    let points = criterion.levels[raise.level].points;
    StarMinimum::ALL
        .into_iter()
        .filter(|minimum| now.unmet[minimum.position()].iter().any(|unmet| unmet.position == raise.position))
        .filter(|minimum| criterion.required_points(*minimum).is_some_and(|needed| points >= needed))
        .map(StarMinimum::star)
        .collect()
}

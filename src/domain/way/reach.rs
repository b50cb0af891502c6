use crate::domain::decision::Star;
use crate::domain::rating::{Assessment, rate};

use super::{Costs, Steps, Way, way_to};

/// The best star that can be reached with only some of the raises, and the cheapest way there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// `None`: the evaluation ends whatever is done in time.
    pub star: Option<Star>,
    /// What to raise; `None` where the star is there already.
    pub steps: Option<Steps>,
}

/// What can be reached by a day: only criteria whose raise is done in time rise, the others stay as
/// they are. Exact, as [`way_to`] is: no better star can be reached in time, and none more cheaply.
pub fn reach(assessment: &Assessment, costs: &Costs, in_time: impl Fn(usize) -> bool) -> Reach {
    let late = (0..assessment.set.criteria.len()).filter(|position| !in_time(*position));
    let costs = late.fold(costs.clone(), |costs, position| costs.locking(position));
    for star in Star::ALL.into_iter().rev() {
        match way_to(assessment, star, &costs) {
            Way::Already => break,
            Way::Route(steps) => return Reach { star: steps.reaches.star, steps: Some(steps) },
            Way::NoWay(_) => {}
        }
    }
    Reach { star: rate(assessment).star, steps: None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::choices::rises;
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::rating::Answer;

    /// The best star over every combination of raises in time, and the fewest criteria raised for it.
    fn by_trying(assessment: &Assessment, free: &[usize]) -> (Option<Star>, usize) {
        let Some((position, rest)) = free.split_first() else { return (rate(assessment).star, 0) };
        let mut best = by_trying(assessment, rest);
        for (level, _) in rises(assessment, *position) {
            let mut raised = assessment.clone();
            raised.set_answer(*position, Answer::Level(level as u8));
            let (star, steps) = by_trying(&raised, rest);
            if star > best.0 || (star == best.0 && steps + 1 < best.1) {
                best = (star, steps + 1);
            }
        }
        best
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn no_better_star_is_in_time_and_none_with_fewer_steps(
            no in 0..26usize,
            low in prop::collection::vec(0..3u8, 40),
            free in prop::collection::btree_set(0..40usize, 1..6),
        ) {
            let set = &first().sets[no];
            let mut assessment = Assessment::new(set);
            for (position, criterion) in set.criteria.iter().enumerate() {
                let best = criterion.best_level() as u8;
                // Most at their best, so that stars are near; those that may rise lower.
                let level = if free.contains(&position) { best.saturating_sub(low[position % low.len()]) } else { best };
                let held = if low[position % low.len()] == 0 && position % 5 == 0 { 0 } else { level };
                assessment.set_answer(position, Answer::Level(held));
            }
            let free: Vec<usize> = free.into_iter().filter(|position| *position < set.criteria.len()).collect();
            let found = reach(&assessment, &Costs::default(), |position| free.contains(&position));
            let (star, steps) = by_trying(&assessment, &free);
            prop_assert_eq!(found.star, star);
            prop_assert_eq!(found.steps.as_ref().map_or(0, |found| found.steps.len()), steps);
            let in_time = found.steps.iter().flat_map(|route| &route.steps).all(|step| free.contains(&step.position));
            prop_assert!(in_time);
        }
    }

    #[test]
    fn more_time_never_reaches_less() {
        for set in first().sets {
            let mut assessment = Assessment::new(set);
            for position in 0..set.criteria.len() {
                assessment.set_answer(position, Answer::Level(u8::from(position % 2 == 0)));
            }
            let mut last = None;
            for until in 0..=set.criteria.len() {
                let found = reach(&assessment, &Costs::default(), |position| position < until).star;
                assert!(found >= last, "set {} with {until} criteria", set.no.0);
                last = found;
            }
        }
    }
}

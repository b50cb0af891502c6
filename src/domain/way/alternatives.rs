use std::collections::VecDeque;

use crate::domain::decision::Star;
use crate::domain::rating::Assessment;

use super::{Costs, Steps, Way, Why, way_to};

/// How many other routes are offered.
const OFFERED: usize = 3;

/// The next best routes, at most three, best first: each is the cheapest without a step of the best
/// one that can be done without; where those are fewer than three, also without a step of theirs.
/// What the star's minimums demand is in every route.
pub fn alternatives(assessment: &Assessment, target: Star, costs: &Costs, best: &Steps) -> Vec<Steps> {
    let mut routes: Vec<Steps> = Vec::new();
    let mut open = VecDeque::from([(costs.clone(), best.clone())]);
    while let Some((costs, route)) = open.pop_front().filter(|_| routes.len() < OFFERED) {
        for step in route.steps.iter().filter(|step| matches!(step.why, Why::Story | Why::Points)) {
            let without = costs.locking(step.position);
            if let Way::Route(other) = way_to(assessment, target, &without)
                && !routes.contains(&other)
            {
                routes.push(other.clone());
                open.push_back((without, other));
            }
        }
    }
    routes.sort_by(Steps::order);
    routes.truncate(OFFERED);
    routes
}

/// What to lock so that this route becomes the cheapest one: nothing that it raises, and no more than
/// whatever cheaper routes raise instead. Where a cheaper route raises the same criteria to other
/// levels, no lock leads to this one, and what is returned leads to that cheaper one.
pub fn locks_for(assessment: &Assessment, target: Star, costs: &Costs, route: &Steps) -> Vec<usize> {
    let raises = |position: usize| route.steps.iter().any(|step| step.position == position);
    let mut costs = costs.clone();
    let mut locks = Vec::new();
    // Each round locks something that was not locked.
    while let Way::Route(cheaper) = way_to(assessment, target, &costs) {
        let others: Vec<usize> =
            cheaper.steps.iter().map(|step| step.position).filter(|position| !raises(*position)).collect();
        if cheaper == *route || others.is_empty() {
            break;
        }
        costs = others.iter().fold(costs, |costs, position| costs.locking(*position));
        locks.extend(others);
    }
    locks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::rating::Answer;

    #[test]
    fn with_its_locks_an_alternative_becomes_the_way() {
        let mut tried = 0;
        for set in first().sets {
            let mut assessment = Assessment::new(set);
            for (position, criterion) in set.criteria.iter().enumerate() {
                let level = u8::from(criterion.levels.len() > 2) + u8::from(position % 3 == 0);
                assessment.set_answer(position, Answer::Level(level.min(criterion.levels.len() as u8 - 1)));
            }
            for target in [Star::Three, Star::Four, Star::Five] {
                let costs = Costs::default();
                let Way::Route(best) = way_to(&assessment, target, &costs) else { continue };
                for other in alternatives(&assessment, target, &costs, &best) {
                    let locks = locks_for(&assessment, target, &costs, &other);
                    let locked = locks.iter().fold(costs.clone(), |costs, position| costs.locking(*position));
                    assert_eq!(way_to(&assessment, target, &locked), Way::Route(other), "set {}", set.no.0);
                    tried += 1;
                }
            }
        }
        assert!(tried > 50, "only {tried} alternatives");
    }
}

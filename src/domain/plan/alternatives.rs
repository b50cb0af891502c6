use std::collections::VecDeque;

use crate::domain::criteria::Star;
use crate::domain::rating::Assessment;

use super::{Costs, Route, Way, Why, way_to};

/// How many other routes are offered.
const OFFERED: usize = 3;

/// The next best routes, at most three, best first: each is the cheapest without a step of the best
/// one that can be done without; where those are fewer than three, also without a step of theirs.
/// What the star's minimums demand is in every route.
pub fn alternatives(assessment: &Assessment, target: Star, costs: &Costs, best: &Route) -> Vec<Route> {
    let mut routes: Vec<Route> = Vec::new();
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
    routes.sort_by(Route::order);
    routes.truncate(OFFERED);
    routes
}

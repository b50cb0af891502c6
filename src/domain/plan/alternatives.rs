use crate::domain::criteria::Star;
use crate::domain::rating::Assessment;

use super::{Costs, Route, Way, way_to};

/// How many other routes are offered.
const OFFERED: usize = 3;

/// The next best routes, at most three: each does without a step of the best one that can be done
/// without. What the star's minimums demand is in every route.
pub fn alternatives(assessment: &Assessment, target: Star, costs: &Costs, best: &Route) -> Vec<Route> {
    let mut routes: Vec<Route> = Vec::new();
    for step in &best.steps {
        if let Way::Route(route) = way_to(assessment, target, &costs.locking(step.position))
            && !routes.contains(&route)
        {
            routes.push(route);
        }
    }
    routes.sort_by(Route::order);
    routes.truncate(OFFERED);
    routes
}

//! The lawful way to a star: which criteria to raise, each to which level, with the least effort.
//!
//! A star is locked twice: by the points (article 3.3) and by the star minimums of Annex II, its own
//! and those of every lower star. [`way_to`] finds the cheapest set of raises that opens both, and
//! finds it exactly: no cheaper one exists. What the applicant cannot change stays as it is; where
//! that closes the way, the obstacles are named. What counts as cheap is the applicant's to say
//! ([`Costs`]); the Decision knows no effort.

mod alternatives;
mod choices;
mod costs;
mod distance;
mod gains;
mod reach;
mod search;
mod steps;
mod to_star;
mod trial;

pub use alternatives::{alternatives, locks_for};
pub use costs::{Cost, Costs};
pub use distance::{Distance, distance};
pub use gains::{Gain, Rise, gains};
pub use reach::{Reach, reach};
pub use steps::{Step, Steps, Why};
pub use to_star::{NoWay, Obstacle, Way, way_to};
pub use trial::{Difference, diff, raised};

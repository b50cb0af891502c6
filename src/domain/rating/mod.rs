//! What a product's answers are worth, and why.
//!
//! [`rate`] is pure and total: it takes any [`Assessment`] and returns points, stars and the reasons
//! for both. Points are whole numbers.

mod answers;
mod rate;
mod result;

pub use answers::{Answer, Assessment};
pub use rate::{Open, counted_points, rate, zero_knockout_group};
pub use result::{Best, Cap, GroupPoints, KnockOut, PartPoints, Rating, Unmet};

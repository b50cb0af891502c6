use crate::adapters::clock;
use crate::domain::calendar::Date;
use crate::domain::decision::{Decision, in_force, newest};

/// The decision that a dossier follows which is begun today.
pub fn decision_today() -> &'static Decision {
    let (year, month, day) = clock::today();
    Date::new(year, month, day).map_or_else(newest, in_force)
}

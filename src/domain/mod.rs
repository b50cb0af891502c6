//! What the Decision says and what follows from it: no clock, no I/O, no UI,
//! no panic on any input. Imports nothing of the crate outside this module.

pub mod calendar;
pub mod checklists;
pub mod council;
pub mod decision;
pub mod dossier;
pub mod figures;
pub mod find;
pub mod forms;
pub mod places;
pub mod rating;
pub mod share;
pub mod spelling;
pub mod templates;
pub mod way;

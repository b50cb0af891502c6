//! Parts of pages: values in, callbacks out. They know the domain's types and no session.

mod action_bar;
mod icon;
#[cfg(feature = "pages")]
mod late_field;
mod level_choice;
#[cfg(feature = "pages")]
mod locks;
mod meter;
mod notices;
#[cfg(feature = "pages")]
mod paper;
mod standing_card;
mod star_bar;
mod stars;
mod status;
#[cfg(feature = "pages")]
mod timeline;
mod yes_no;

pub use action_bar::action_bar;
pub use icon::{Icon, icon, mark};
#[cfg(feature = "pages")]
pub use late_field::LateField;
pub use level_choice::{LevelChoiceProps, level_choice};
#[cfg(feature = "pages")]
pub use locks::{FloorLock, PointsLock};
pub use meter::{MeterProps, ScaleProps, meter, scale};
pub use notices::{NoticesProps, notices};
#[cfg(feature = "pages")]
pub use paper::{paper_chip, paper_name};
pub use standing_card::standing_card;
pub use star_bar::{StarBarProps, obstacle, range_text, star_bar};
pub use stars::{StarsProps, stars};
pub use status::{SavedProps, StatusKind, saved, status};
#[cfg(feature = "pages")]
pub use timeline::{Milestone, Moment, timeline};
pub use yes_no::YesNo;

// As components, for the pages of the whole app. The first wasm calls the functions: each component
// costs it a kilobyte on the wire.
#[cfg(feature = "pages")]
pub use {action_bar::ActionBar, meter::Meter, meter::Scale, stars::Stars, status::Status};

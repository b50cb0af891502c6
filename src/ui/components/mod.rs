//! Parts of pages: values in, callbacks out. They know the domain's types and no session.

mod action_bar;
#[cfg(feature = "pages")]
mod fold;
mod icon;
mod level_choice;
mod meter;
mod notices;
mod standing_card;
mod star_bar;
mod stars;
mod status;
mod yes_no;

pub use action_bar::action_bar;
#[cfg(feature = "pages")]
pub use fold::Fold;
pub use icon::{Icon, icon, mark};
pub use level_choice::{LevelChoiceProps, level_choice};
pub use meter::{MeterProps, ScaleProps, meter, scale};
pub use notices::{NoticesProps, notices};
pub use standing_card::standing_card;
pub use star_bar::{StarBarProps, obstacle, range_text, star_bar};
pub use stars::{StarsProps, stars};
pub use status::{SavedProps, StatusKind, saved, status};
pub use yes_no::YesNo;

// What the first program has not. There the rest is plain functions: each component costs it a kilobyte on the wire.
cfg_if::cfg_if! {
    if #[cfg(feature = "pages")] {
        mod combobox;
        mod late_field;
        mod locks;
        mod paper;
        mod timeline;

        pub use combobox::Combobox;
        pub use late_field::LateField;
        pub use locks::{FloorLock, PointsLock};
        pub use star_bar::against;
        pub use paper::{paper_chip, paper_name};
        pub use timeline::{Milestone, Moment, timeline};
        pub use {action_bar::ActionBar, meter::Meter, meter::Scale, stars::Stars, status::Status};
    }
}

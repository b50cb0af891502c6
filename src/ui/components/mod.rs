//! Parts of pages: values in, callbacks out. They know the types of domain and session, and neither an app nor what is
//! open in it.

mod action_bar;
mod icon;
mod stars;

pub use action_bar::action_bar;
pub use icon::{Icon, icon, mark};
pub use stars::{StarsProps, stars};

// What the first program has not. What it has is plain functions: each component costs it a kilobyte on the wire.
cfg_if::cfg_if! {
    if #[cfg(feature = "pages")] {
        mod combobox;
        mod fold;
        mod late_field;
        mod level_choice;
        mod list_option;
        mod locks;
        mod long_list;
        mod meter;
        mod notices;
        mod paper;
        mod standing_card;
        mod standing_line;
        mod star_bar;
        mod status;
        mod timeline;
        mod yes_no;

        pub use action_bar::ActionBar;
        pub use combobox::Combobox;
        pub use fold::Fold;
        pub use late_field::LateField;
        pub use level_choice::{LevelChoiceProps, level_choice};
        pub use list_option::list_option;
        pub use locks::{FloorLock, PointsLock};
        pub use long_list::long_list;
        pub use meter::{Meter, MeterProps, Scale, ScaleProps, meter, scale};
        pub use notices::{NoticesProps, notices};
        pub use paper::{paper_chip, paper_name, wrong_date_chip};
        pub use standing_card::standing_card;
        pub use standing_line::standing_line;
        pub use star_bar::{Against, StarBarProps, Turn, against, obstacle, range_text, star_bar};
        pub use stars::Stars;
        pub use status::{SavedProps, Status, StatusKind, saved, status};
        pub use timeline::{Milestone, Moment, timeline};
        pub use yes_no::YesNo;
    }
}

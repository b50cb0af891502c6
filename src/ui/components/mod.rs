//! Parts of pages: values in, callbacks out. They know the domain's types and no session.

mod action_bar;
mod icon;
mod level_choice;
#[cfg(feature = "pages")]
mod locks;
mod meter;
mod notices;
mod star_bar;
mod stars;
mod status;
mod yes_no;

pub use action_bar::ActionBar;
pub use icon::{Icon, Mark, icon};
pub use level_choice::LevelChoice;
#[cfg(feature = "pages")]
pub use locks::{FloorLock, PointsLock};
pub use meter::{Meter, Scale};
pub use notices::Notices;
pub use star_bar::{StarBar, obstacle, range_text};
pub use stars::Stars;
pub use status::{Saved, Status, StatusKind};
pub use yes_no::YesNo;

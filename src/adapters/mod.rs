//! The outside world: browser storage, files in and out, the clock, the address. Each adapter is a
//! few plain functions; only `ui::hooks` calls them.

pub mod address;
#[cfg(feature = "pages")]
pub mod asked;
#[cfg(feature = "pages")]
pub mod browser_store;
pub mod clock;
pub mod database;
pub mod files;
pub mod frames;
#[cfg(feature = "pages")]
pub mod guide;
pub mod handover;
#[cfg(feature = "pages")]
pub mod latest;
#[cfg(feature = "pages")]
pub mod left;
pub mod page;
#[cfg(feature = "pages")]
pub mod pictures;
#[cfg(feature = "pages")]
pub mod places;
pub mod storage;
#[cfg(feature = "pages")]
pub mod templates;
#[cfg(feature = "pages")]
pub mod typing;
pub mod updates;

//! The bridge between pages and the outside: everything that calls an adapter is here.

mod app;
#[cfg(feature = "pages")]
mod attachments;
#[cfg(feature = "pages")]
mod exports;
#[cfg(feature = "pages")]
mod files;
#[cfg(not(feature = "pages"))]
mod first;
#[cfg(feature = "pages")]
mod guide;
mod latest;
#[cfg(feature = "pages")]
mod plan;
#[cfg(feature = "pages")]
mod rescue;
mod routing;
#[cfg(feature = "pages")]
mod saving;
#[cfg(feature = "pages")]
mod sight;
mod start;
mod time;
mod title;
#[cfg(feature = "pages")]
mod versions;
#[cfg(feature = "pages")]
mod whole;
mod wide;

pub use app::{AppHandle, use_app};
#[cfg(feature = "pages")]
pub use attachments::{
    Picture, attach, attached, attachments_of, can_shrink, detach, download_attachment, remove_paper,
    shrink_attachment, use_attached, use_picture,
};
#[cfg(feature = "pages")]
pub use exports::{
    Export, Progress, can_share, copy_forms, download_csv, download_xlsx, export, share_forms, use_paper_names,
};
#[cfg(feature = "pages")]
pub use files::{
    copy_text, download_dossier, handed_files, in_app_browser, open_file, open_files, print_page, read_dossier,
    share_text,
};
#[cfg(not(feature = "pages"))]
pub use first::{FirstProvider as Provider, choose_language, hand_over_files, use_whole_page, when_yielding};
#[cfg(feature = "pages")]
pub use plan::{download_calendar, link_to, qr_code};
#[cfg(feature = "pages")]
pub use rescue::{download_broken, forget_broken, use_last_readable};
pub use routing::{focus_soon, focus_title, go};
#[cfg(feature = "pages")]
pub use sight::use_in_sight;
pub use start::{new_dossier, new_id};
pub use time::{local_time, today, use_day};
pub use title::use_title;
#[cfg(feature = "pages")]
pub use versions::{restore_version, use_version_list};
#[cfg(feature = "pages")]
pub use whole::{AppProvider as Provider, choose_language, start_update};
pub use wide::use_wide;

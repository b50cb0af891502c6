//! The bridge between pages and the outside: everything that calls an adapter is here.

mod app;
mod files;
mod routing;
mod saving;
mod start;
mod time;
mod title;

pub use app::{AppHandle, AppProvider, use_app};
pub use files::{
    copy_text, dossier_file_name, download_dossier, in_app_browser, open_file, print_page, share_text, use_today,
};
pub use routing::{focus_title, go, go_back, use_route};
pub use start::{new_dossier, new_id, start_update};
pub use time::local_time;
pub use title::use_title;

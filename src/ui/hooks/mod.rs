//! The bridge between pages and the outside: everything that calls an adapter is here.

mod coming;
mod deciding;
mod routing;
mod settings;
mod title;

pub use crate::adapters::page::tell_panic;
pub use coming::Coming;
pub use deciding::decision_today;
pub use routing::{focus_title, go, use_calm_address, write_route};
pub use title::use_title;

// What the first program has not, and what it has in its place.
cfg_if::cfg_if! {
    if #[cfg(feature = "pages")] {
        mod after_paint;
        mod app;
        mod attachments;
        mod draft;
        mod exports;
        mod files;
        mod focus;
        mod guide;
        mod late;
        mod later;
        mod links;
        mod offline;
        mod photos;
        mod places;
        mod outputs;
        mod print;
        mod rated;
        mod rescue;
        mod rest;
        mod returned;
        mod returning;
        mod saving;
        mod sight;
        mod start;
        mod sheet_link;
        mod stop;
        mod sweep;
        mod time;
        mod told;
        mod templates;
        mod undo;
        mod versions;
        mod waiting;
        mod whole;
        mod wide;
        mod work;

        pub use after_paint::use_after_paint;
        pub use app::{AppHandle, use_app};
        pub use attachments::{
            Picture, attach, attachments_of, can_shrink, download_attachment, is_picture,
            shrink_attachment, use_attached, use_picture, use_pictures,
        };
        pub use draft::{Draft, drafted, take_draft, use_draft};
        pub use exports::{
            Export, Order, Progress, can_share, copy_forms, download_blank_sheet, download_csv, download_pages, download_xlsx, export, share_forms, stamp, download_dossiers,
            table_xlsx,
            use_paper_names,
        };
        pub use files::{
            came_as_file, copy_text, download_corrections, download_dossier, download_sheet, handed_files, in_app_browser, is_same, open_file, open_files, print_page, read_dossiers,
            share_text,
        };
        pub use focus::{focus_soon, focus_unless_typing};
        pub use later::{use_later, with_later};
        pub use links::{download_all_calendar, download_calendar, leads, link_to, qr_code};
        pub use offline::{forgets_after_a_week, use_is_kept};
        pub use places::{use_places, use_places_for, use_places_if};
        pub use outputs::{Output, use_outputs};
        pub use print::{print_dossier, use_page_foot, print_drawn, use_printing};
        pub use rated::rating_of;
        pub use rescue::{download_broken, forget_broken, use_last_readable};
        pub use rest::use_rest;
        pub use returning::is_done;
        pub use routing::{go_back, replace_route, route_now};
        pub use sheet_link::{SheetLinkFault, begin_sheet, sheet_link, sheet_of_link};
        pub use sight::{lead_to, use_in_sight};
        pub use start::{new_dossier, new_id};
        pub use stop::Stop;
        pub use sweep::next_to_go;
        pub use time::{local_time, today, use_day};
        pub use templates::{template_html, template_word, use_templates};
        pub use undo::{Undo, is_there, use_undo};
        pub use versions::{keep_replaced, restore_version, use_version_list};
        pub use waiting::{keep_waiting, kept_waiting};
        pub use whole::{AppProvider as Provider, choose_language, choose_theme, start_update};
        pub use wide::use_wide;
        pub use work::{leave_work, stop_work};
    } else {
        mod first;

        pub use first::{
            AppHandle, FirstProvider as Provider, choose_language, choose_theme, hand_over_files, use_app, use_whole_page,
            when_yielding,
        };
    }
}

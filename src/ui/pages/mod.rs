//! One file a page. Pages read the session and compose components.

mod choose;
mod coming;
mod file_drop;
mod welcome;

// What the first program has not; in its place it says that the rest is coming.
cfg_if::cfg_if! {
    if #[cfg(feature = "pages")] {
        mod about;
        mod before;
        mod bound;
        mod answers;
        mod begin;
        mod begin_from;
        mod catalogue;
        mod check;
        mod checklists;
        mod corrections;
        mod council;
        mod criterion;
        mod desk;
        mod differences;
        mod evidence;
        mod example;
        mod figures;
        mod forms;
        mod frame;
        mod glossary;
        mod history;
        mod kept_trial;
        mod home;
        mod home_days;
        mod known;
        mod later;
        mod log;
        mod lost;
        mod moving;
        mod of_dossier;
        mod practice;
        mod preview;
        mod printout;
        mod proof;
        mod reminders;
        mod rescue;
        mod result;
        mod safe;
        mod shared_link;
        mod sheet;
        mod standing;
        mod stops;
        mod table;
        mod tasks;
        mod terms;
        mod try_out;
        mod undo;
        mod way;
        mod whole;
        mod writing;

        pub use later::once_drawable;
        pub use shared_link::unreadable_link;
        pub use table::{follow, is_from_table};
        pub use of_dossier::{DossierProps, display_name, go_on, name_lang, set_line};
    } else {
        mod first;
        use first as whole;
    }
}

use yew::prelude::*;

use super::route::Route;

/// The page of a route.
pub fn page(route: &Route) -> Html {
    match route {
        Route::New => html! { <choose::Choose name="" /> },
        Route::NewNamed { name } => html! { <choose::Choose name={name.clone()} /> },
        other => whole::page(other),
    }
}

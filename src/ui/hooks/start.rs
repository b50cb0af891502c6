use yew::prelude::*;

use super::app::AppHandle;
use crate::adapters::{clock, page, storage};
use crate::domain::decision::{Language, ProductSet};
use crate::domain::dossier::Dossier;
use crate::session::{Saving, Session, StorageFault, Theme};

/// A session with nothing in it yet but the settings.
pub fn fresh_session() -> Session {
    let language = match storage::setting("language").as_deref() {
        Some("en") => Language::En,
        _ => Language::Vi,
    };
    let mut session = Session::new(language);
    session.theme = match storage::setting("theme").as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Device,
    };
    if storage::is_blocked() {
        session.saving = Saving::Failed(StorageFault::Blocked);
    }
    session
}

/// An empty dossier with an id and a time of its own.
pub fn new_dossier(set: &'static ProductSet) -> Dossier {
    Dossier::new(clock::fresh_id(), clock::now(), set)
}

/// A fresh id and this instant, for dossiers made from others.
pub fn new_id() -> (String, String) {
    (clock::fresh_id(), clock::now())
}

/// Keeps the document's language and theme in step with the session, and remembers both.
#[hook]
pub fn use_page_settings(app: &AppHandle) {
    use_effect_with((app.language(), app.theme), |(language, theme)| {
        page::set_language(language.tag());
        let theme = match theme {
            Theme::Device => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        page::set_theme(theme);
        storage::set_setting("language", language.tag());
        storage::set_setting("theme", theme.unwrap_or("device"));
    });
}

use yew::prelude::*;

use super::AppHandle;
use crate::adapters::{page, storage};
use crate::domain::decision::Language;
use crate::session::Theme;

/// The language that was chosen before; Vietnamese where none was.
pub fn kept_language() -> Language {
    match storage::setting("language").as_deref() {
        Some("en") => Language::En,
        _ => Language::Vi,
    }
}

/// The theme that was chosen before.
pub fn kept_theme() -> Theme {
    match storage::setting("theme").as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Device,
    }
}

/// Keeps the document's language and theme in step with the session, and remembers both.
#[hook]
pub fn use_page_settings(app: &AppHandle) {
    use_effect_with((app.language, app.theme), |(language, theme)| {
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

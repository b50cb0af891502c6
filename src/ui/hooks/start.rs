use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use crate::adapters::storage::{self, Fault};
use crate::adapters::{clock, guide, page, updates};
use crate::domain::criteria::{Language, ProductSet};
use crate::domain::dossier::Dossier;
use crate::session::{Action, Notice, NoticeKind, Saving, Session, StorageFault, Theme};
use crate::words::{fill, words};

/// The session that the browser's storage gives.
pub fn first_session() -> Session {
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
    match storage::load() {
        Ok(found) => {
            session.dossiers = found.dossiers.into_iter().map(Rc::new).collect();
            session.trash = found.trash.into_iter().map(Rc::new).collect();
            let t = words(language);
            session.notices = found
                .broken
                .into_iter()
                .map(|(key, error)| Notice {
                    kind: NoticeKind::Fault,
                    text: fill(t.saving.broken, &[("key", &key), ("why", &error.text(language))]),
                })
                .collect();
        }
        Err(Fault::Blocked) => session.saving = Saving::Failed(StorageFault::Blocked),
        Err(Fault::Full) => session.saving = Saving::Failed(StorageFault::Full),
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

/// Loads the long words of the session's language once the first page has been drawn.
#[hook]
pub fn use_guide(app: &AppHandle) {
    let handle = app.clone();
    use_effect_with(app.language(), move |language| {
        let language = *language;
        updates::soon(move || {
            spawn_local(async move {
                if let Some(guide) = guide::load(language).await {
                    handle.act(Action::GuideArrived(Rc::new(guide)));
                }
            });
        });
    });
}

/// Tells the session when a new version of the page is ready.
#[hook]
pub fn use_updates(app: &AppHandle) {
    let app = app.clone();
    use_effect_with((), move |()| {
        let listener = updates::on_ready(move || app.act(Action::UpdateReady));
        move || drop(listener)
    });
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

/// Starts the new version of the page that waits.
pub fn start_update() {
    updates::start();
}

use std::borrow::Cow;

use yew::prelude::*;

use super::app::{AppHandle, Reduced};
use super::guide::use_guide;
use super::routing::use_route;
use super::saving::use_saving;
use super::settings::use_page_settings;
use super::start::fresh_session;
use super::told::said;
use super::versions::use_versions;
use crate::adapters::{storage, typing, updates};
use crate::domain::decision::Language;
use crate::domain::spelling::typed;
use crate::session::{Action, Broken, Notice, NoticeKind, Said, Saving, Session, Theme};

#[derive(Properties, PartialEq)]
pub struct AppProviderProps {
    pub children: Html,
}

/// Loads what is kept, keeps what changes, and hands the session to everything inside.
#[component]
pub fn AppProvider(props: &AppProviderProps) -> Html {
    let store = use_reducer_eq(|| Reduced::of(first_session()));
    let route = use_route();
    let handle = AppHandle::new(store, route);
    use_saving(&handle);
    use_versions(&handle);
    use_guide(&handle);
    use_updates(&handle);
    use_page_settings(&handle);
    use_turning(&handle);
    use_legible_typing();
    html! { <ContextProvider<AppHandle> context={handle}>{ props.children.clone() }</ContextProvider<AppHandle>> }
}

/// The session that the browser's storage gives.
pub fn first_session() -> Session {
    let mut session = fresh_session();
    match storage::load() {
        Ok(found) => {
            session = session.with(found.dossiers, found.trash);
            session.broken = found
                .broken
                .into_iter()
                .map(|(key, error)| Broken {
                    id: key.rsplit('/').next().unwrap_or_default().to_owned(),
                    key,
                    why: Said::of(|language| error.text_of_kept(language)),
                })
                .collect();
            session.notices = session
                .broken
                .iter()
                .map(|broken| {
                    let why = |language| broken.why.get(language);
                    Notice::new(
                        NoticeKind::Fault,
                        said(|t, language| t.saving.broken.key_why(&broken.key, &why(language))),
                    )
                })
                .collect();
        }
        Err(fault) => session.saving = Saving::Failed(fault),
    }
    session
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

/// Tells the session that the reader is on another page.
#[hook]
fn use_turning(app: &AppHandle) {
    let turned = app.clone();
    use_effect_with(app.route.clone(), move |_| turned.act(Action::PageTurned));
}

/// No field takes what would stop the page that draws it.
#[hook]
fn use_legible_typing() {
    use_effect_with((), |()| {
        let listener = typing::on_typing(|text| match typed(text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(text) => Some(text),
        });
        move || drop(listener)
    });
}

/// Changes the language of everything.
pub fn choose_language(app: &AppHandle, language: Language) {
    app.act(Action::LanguageChosen(language));
}

/// Changes the theme of everything.
pub fn choose_theme(app: &AppHandle, theme: Theme) {
    app.act(Action::ThemeChosen(theme));
}

/// Starts the new version of the page that waits.
pub fn start_update() {
    updates::start();
}

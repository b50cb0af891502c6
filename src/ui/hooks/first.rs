//! What the first wasm has in place of the whole page's hooks: two settings and the address. It has no
//! dossiers; what is begun in it stands in the address, and the whole page goes on from there.

use std::cell::Cell;

use yew::prelude::*;

use super::coming::Coming;
use super::routing::use_route;
use super::settings::{kept_language, kept_theme, use_page_settings};
use crate::adapters::handover;
use crate::domain::decision::Language;
use crate::session::Theme;
use crate::ui::route::Route;
use crate::words::{Words, words};

/// What every page has at hand.
#[derive(Clone, PartialEq)]
pub struct AppHandle {
    settings: UseStateHandle<(Language, Theme)>,
    pub language: Language,
    pub theme: Theme,
    pub route: Route,
}

impl AppHandle {
    /// The interface's texts in the reader's language.
    pub fn t(&self) -> &'static Words {
        words(self.language)
    }
}

/// The app's handle, for pages inside [`FirstProvider`].
#[hook]
pub fn use_app() -> AppHandle {
    use_context::<AppHandle>().expect("every page stands inside FirstProvider")
}

#[derive(Properties, PartialEq)]
pub struct FirstProviderProps {
    pub children: Html,
}

/// The settings and the address, until the whole page takes over.
#[component]
pub fn FirstProvider(props: &FirstProviderProps) -> Html {
    let settings = use_state_eq(|| (kept_language(), kept_theme()));
    let (language, theme) = *settings;
    let handle = AppHandle { settings, language, theme, route: use_route() };
    use_page_settings(&handle);
    html! { <ContextProvider<AppHandle> context={handle}>{ props.children.clone() }</ContextProvider<AppHandle>> }
}

/// Asks for the whole page, for a page that the first wasm does not have, and once more with each such
/// page; how it comes along, and how to try again.
#[hook]
pub fn use_whole_page(app: &AppHandle) -> (Coming, Callback<()>) {
    let coming = use_state_eq(|| Coming::Awaited);
    {
        let coming = coming.clone();
        use_effect_with(app.route.clone(), move |_| {
            coming.set(Coming::Awaited);
            let listener = handover::on_failed(move || coming.set(Coming::failed()));
            handover::want_whole();
            move || drop(listener)
        });
    }
    let again = {
        let coming = coming.clone();
        coming.again({
            let coming = coming.clone();
            move || {
                coming.set(Coming::Awaited);
                handover::want_whole();
            }
        })
    };
    (*coming, again)
}

/// Runs something once the whole page is ready, and says when it is done.
pub fn when_yielding(run: impl FnOnce() + 'static) {
    let run = Cell::new(Some(run));
    let listener = handover::on_yield(move || {
        if let Some(run) = run.take() {
            run();
            handover::yielded();
        }
    });
    listener.forget();
}

/// Remembers the language and asks for the whole page, which speaks it.
pub fn choose_language(app: &AppHandle, language: Language) {
    app.settings.set((language, app.theme));
    handover::want_whole();
}

/// Changes the theme of everything.
pub fn choose_theme(app: &AppHandle, theme: Theme) {
    app.settings.set((app.language, theme));
}

/// Hands chosen files to the whole page, which opens them.
pub fn hand_over_files(files: &[web_sys::File]) {
    handover::give_files(files);
    handover::want_whole();
}

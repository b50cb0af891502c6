//! What the first wasm shows in place of the pages it does not have.

use yew::prelude::*;

use super::coming::coming;
use super::file_drop::FileDrop;
use super::welcome::Welcome;
use crate::domain::decision::ProductSet;
use crate::ui::components::{Icon, action_bar, icon};
use crate::ui::hooks::{AppHandle, go, hand_over_files, use_app, use_title, use_whole_page, write_route};
use crate::ui::route::Route;

/// The welcome, or a page that comes with the whole app.
pub fn page(route: &Route) -> Html {
    match route {
        Route::Home => html! { <Home /> },
        _ => html! { <Coming /> },
    }
}

/// Begins a dossier for the product of this name: the whole app does, which is on its way.
pub fn begin(_: &AppHandle, set: &'static ProductSet, name: &str) {
    write_route(&Route::named(name));
    go(&Route::Begun { name: name.to_owned(), set });
}

#[component]
fn Home() -> Html {
    let app = use_app();
    let t = app.t();
    use_title(t.app.name.to_owned());
    let chosen = use_state_eq(|| false);
    if *chosen {
        return html! { <Coming /> };
    }
    let onfiles = Callback::from(move |files: Vec<web_sys::File>| {
        hand_over_files(&files);
        chosen.set(true);
    });
    html! {
        <>
            <main class="page page-home">
                <Welcome />
                <FileDrop {onfiles} />
                { super::welcome::links(t, false) }
            </main>
            { action_bar(html! {
                <a class="button button-act" href={Route::New.href()}>{ icon(Icon::Plus) }{ t.home.first }</a>
            }) }
        </>
    }
}

/// Word that the page comes with the whole app.
#[component]
fn Coming() -> Html {
    let app = use_app();
    let (state, again) = use_whole_page(&app);
    coming(app.t(), state, again)
}

use yew::prelude::*;

use super::header::Header;
use super::hooks::{Provider, focus_title, use_app};
use super::pages;

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <Provider><Shell /></Provider> }
}

/// Header, notices, and the page of the route.
#[component]
fn Shell() -> Html {
    let app = use_app();
    html! {
        <>
            <a class="skip" href="#page-title" onclick={Callback::from(|event: MouseEvent| {
                event.prevent_default();
                focus_title();
            })}>{ app.t().app.skip }</a>
            <Header />
            { above(&app) }
            { pages::page(&app.route) }
        </>
    }
}

/// What is to be told above every page. The first program keeps nothing, and is never an old version.
#[cfg(not(feature = "pages"))]
fn above(_: &super::hooks::AppHandle) -> Html {
    html! {}
}

#[cfg(feature = "pages")]
use super::above::above;

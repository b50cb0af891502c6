use yew::prelude::*;

use super::components::{Icon, NoticesProps, SavedProps, icon, mark, notices, saved};
use super::hooks::{AppHandle, Provider, use_app};
use super::pages;
use super::route::Route;
use crate::domain::decision::Language;
use crate::session::{Action, Saving, StorageFault, Theme};

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <Provider><Shell /></Provider> }
}

/// Header, notices, and the page of the route.
#[component]
fn Shell() -> Html {
    let app = use_app();
    let t = app.t();
    let onread = {
        let app = app.clone();
        Callback::from(move |place| app.act(Action::NoticeRead(place)))
    };
    let fault = match app.saving {
        Saving::Failed(StorageFault::Blocked) => Some(t.saving.blocked),
        Saving::Failed(StorageFault::Full) => Some(t.saving.full),
        _ => None,
    };
    html! {
        <>
            <a class="skip" href="#page-title" onclick={Callback::from(|event: MouseEvent| {
                event.prevent_default();
                super::hooks::focus_title();
            })}>{ t.app.skip }</a>
            <Header />
            if let Some(fault) = fault {
                <div class="notices"><div class="notice notice-fault" role="alert">
                    { icon(Icon::Warning) }
                    <div class="notice-text"><p>{ fault }</p>{ copies(&app) }</div>
                </div></div>
            }
            { update(&app) }
            { notices(&NoticesProps { notices: app.notices.clone(), t, onread }) }
            { pages::page(&app.route) }
        </>
    }
}

/// Word that a new version waits. The first wasm is never that old.
#[cfg(feature = "pages")]
fn update(app: &AppHandle) -> Html {
    if !app.update_ready {
        return html! {};
    }
    html! {
        <div class="notices"><div class="notice" role="status">
            { icon(Icon::Info) }<p>{ app.t().app.update }</p>
            <button type="button" class="button" onclick={Callback::from(|_| super::hooks::start_update())}>
                { app.t().app.update_now }
            </button>
        </div></div>
    }
}

#[cfg(not(feature = "pages"))]
fn update(_: &AppHandle) -> Html {
    html! {}
}

/// A way to take along what cannot be kept: the dossier that is open, else the newest ones.
#[cfg(feature = "pages")]
fn copies(app: &AppHandle) -> Html {
    let open = match &app.route {
        Route::Dossier { id, .. } => app.dossier(id),
        _ => None,
    };
    let dossiers = open.map_or(&app.dossiers[..], std::slice::from_ref);
    html! {
        <p class="buttons">
            for dossier in dossiers.iter().take(3) {
                <button type="button" class="button" key={dossier.id.clone()} onclick={
                    let dossier = dossier.clone();
                    Callback::from(move |_: MouseEvent| super::hooks::download_dossier(&dossier))
                }>{ icon(Icon::Download) }{ app.t().saving.copy.name(&pages::display_name(dossier, app.t(), app.language)) }</button>
            }
        </p>
    }
}

#[cfg(not(feature = "pages"))]
fn copies(_: &AppHandle) -> Html {
    html! {}
}

/// The bar on top: the way back, where one is, whether the work is kept, language and theme.
#[component]
fn Header() -> Html {
    let app = use_app();
    let t = app.t();
    let (title, back) = match &app.route {
        Route::Dossier { id, page } => {
            let name = app.dossier(id).map(|dossier| pages::display_name(dossier, t, app.language));
            let back = page.up().map_or(Route::Home, |page| Route::dossier(id, page));
            (name, Some(back))
        }
        Route::Home => (None, None),
        Route::Set { .. } | Route::Compare { .. } => (None, Some(Route::Criteria)),
        _ => (None, Some(Route::Home)),
    };
    let other = match app.language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    };
    let switch = {
        let app = app.clone();
        Callback::from(move |_| super::hooks::choose_language(&app, other))
    };
    let theme = match app.theme {
        Theme::Dark => Theme::Light,
        _ => Theme::Dark,
    };
    let turn = {
        let app = app.clone();
        Callback::from(move |_| app.act(Action::ThemeChosen(theme)))
    };
    let in_dossier = matches!(app.route, Route::Dossier { .. });
    html! {
        <header class="header">
            <div class="header-in">
                if let Some(back) = back {
                    <a class="header-back" href={back.href()} aria-label={t.app.back}>{ icon(Icon::Back) }</a>
                }
                <a class={classes!("header-home", in_dossier.then_some("header-home-small"))} href={Route::Home.href()}>
                    { mark() }<span class={classes!(title.is_some().then_some("wide-only"))}>{ t.app.name }</span>
                </a>
                if let Some(title) = title {
                    <span class="header-title">{ title }</span>
                }
                <span class="header-end">
                    if in_dossier { { saved(&SavedProps { saving: app.saving.clone(), t }) } }
                    <button type="button" class="header-button" onclick={turn}
                        aria-label={if theme == Theme::Dark { t.app.dark } else { t.app.light }}>
                        { icon(if theme == Theme::Dark { Icon::Moon } else { Icon::Sun }) }
                    </button>
                    <button type="button" class="header-button header-language" onclick={switch} lang={other.tag()}
                        aria-label={t.app.other_language}>
                        { if other == Language::En { "EN" } else { "VI" } }
                    </button>
                </span>
            </div>
        </header>
    }
}

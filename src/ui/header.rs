use yew::prelude::*;

use super::components::{Icon, icon, mark};
use super::hooks::{AppHandle, choose_language, choose_theme, use_app};
use super::route::Route;
use crate::domain::decision::Language;
use crate::session::Theme;

/// The bar on top: the way back, where one is, whether the work is kept, language and theme.
#[component]
pub fn Header() -> Html {
    let app = use_app();
    let t = app.t();
    let Place { title, lang, back, saved } = place(&app);
    let other = match app.language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    };
    let switch = {
        let app = app.clone();
        Callback::from(move |_| choose_language(&app, other))
    };
    let theme = match app.theme {
        Theme::Dark => Theme::Light,
        _ => Theme::Dark,
    };
    let turn = {
        let app = app.clone();
        Callback::from(move |_| choose_theme(&app, theme))
    };
    html! {
        <header class="header">
            <div class="header-in">
                if let Some(back) = back {
                    <a class="header-back" href={back.href()} aria-label={t.app.back}>{ icon(Icon::Back) }</a>
                }
                <a class={classes!("header-home", saved.is_some().then_some("header-home-small"))} href={Route::Home.href()}>
                    { mark() }<span class={classes!(title.is_some().then_some("wide-only"))}>{ t.app.name }</span>
                </a>
                if let Some(title) = title {
                    <span class="header-title" {lang}>{ title }</span>
                }
                <span class="header-end">
                    if let Some(saved) = saved { { saved } }
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

/// What the header says of the page below it.
struct Place {
    title: Option<String>,
    /// The language of the title, where it is another than the page's.
    lang: Option<&'static str>,
    back: Option<Route>,
    /// Whether the work is kept, where there is any.
    saved: Option<Html>,
}

#[cfg(feature = "pages")]
fn place(app: &AppHandle) -> Place {
    use super::components::{SavedProps, saved};
    let (t, elsewhere) = (app.t(), |back| Place { title: None, lang: None, back, saved: None });
    match &app.route {
        Route::Dossier { id, page } => Place {
            title: app.dossier(id).map(|dossier| super::pages::display_name(dossier, t, app.language)),
            lang: app.dossier(id).and_then(|dossier| super::pages::name_lang(dossier)),
            back: Some(match page.up() {
                _ if page.is_next_to_table() && super::pages::is_from_table(id) => Route::Table,
                Some(page) => Route::dossier(id, page),
                None => Route::Home,
            }),
            saved: Some(saved(&SavedProps { saving: app.saving.clone(), t })),
        },
        Route::Home => elsewhere(None),
        Route::BlankSheet { set } => elsewhere(Some(Route::Set { set, code: None })),
        Route::Set { .. } | Route::Compare { .. } => elsewhere(Some(Route::Criteria)),
        _ => elsewhere(Some(Route::Home)),
    }
}

#[cfg(not(feature = "pages"))]
fn place(app: &AppHandle) -> Place {
    Place { title: None, lang: None, back: (app.route != Route::Home).then_some(Route::Home), saved: None }
}

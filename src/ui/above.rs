//! What is to be told above every page: that nothing can be kept, that a new version waits, what happened.

use std::rc::Rc;

use yew::prelude::*;

use super::components::{Icon, NoticesProps, icon, notices};
use super::hooks::{AppHandle, download_dossier, start_update, stop_reading, use_app};
use super::pages;
use super::route::Route;
use crate::domain::dossier::Dossier;
use crate::session::{Action, Reading, Saving, StorageFault};
use crate::words::Words;

pub fn above(app: &AppHandle) -> Html {
    let t = app.t();
    let onread = {
        let app = app.clone();
        Callback::from(move |place: Option<usize>| app.act(place.map_or(Action::NoticesRead, Action::NoticeRead)))
    };
    let fault = match app.saving {
        Saving::Failed(StorageFault::Blocked) => Some(t.saving.blocked),
        Saving::Failed(StorageFault::Full) => Some(t.saving.full),
        _ => None,
    };
    html! {
        <>
            if let Some(fault) = fault {
                <div class="notices"><div class="notice notice-fault" role="alert">
                    { icon(Icon::Warning) }
                    <div class="notice-text"><p>{ fault }</p>{ copies(app) }</div>
                </div></div>
            }
            if let Some(reading) = &app.reading { { being_read(reading, t) } }
            if app.update_ready { <Update /> }
            <Way />
            { notices(&NoticesProps { notices: app.notices.clone(), t, onread }) }
        </>
    }
}

/// A large file that is being read, with the way to give it up.
fn being_read(reading: &Reading, t: &'static Words) -> Html {
    let Reading { name, n, of } = reading;
    let how_far = if *of == 0 { t.reading.reads.name(name) } else { t.reading.keeps.n_name_of(n, name, of) };
    html! {
        <div class="notices"><div class="notice" role="status">
            { icon(Icon::Info) }<p>{ how_far }</p>
            <button type="button" class="button button-small" onclick={Callback::from(|_: MouseEvent| stop_reading())}>{ t.reading.stop }</button>
        </div></div>
    }
}

/// Word that a new version waits, and that it is on its way once it is wanted.
#[component]
fn Update() -> Html {
    let t = use_app().t();
    let wanted = use_state_eq(|| false);
    let start = {
        let wanted = wanted.clone();
        Callback::from(move |_: MouseEvent| {
            wanted.set(true);
            start_update();
        })
    };
    html! {
        <div class="notices"><div class="notice" role="status">
            { icon(Icon::Info) }<p>{ if *wanted { t.update.coming } else { t.update.ready } }</p>
            if !*wanted { <button type="button" class="button" onclick={start}>{ t.update.start }</button> }
        </div></div>
    }
}

/// Sees which way the reader goes, so that the way back is known.
#[component]
fn Way() -> Html {
    let app = use_app();
    use_effect_with(app.route.clone(), pages::follow);
    html! {}
}

/// A way to take along what cannot be kept: the dossier that is open, then the others. Before anything was tried, the
/// newest ones.
fn copies(app: &AppHandle) -> Html {
    /// More buttons would bury the page.
    const MOST: usize = 6;
    let open = match &app.route {
        Route::Dossier { id, .. } => Some(id),
        _ => None,
    };
    let is_unkept = |dossier: &&Rc<Dossier>| app.unkept.is_empty() || app.unkept.contains(&dossier.id);
    let (first, others): (Vec<_>, Vec<_>) = app.dossiers.iter().partition(|dossier| open == Some(&dossier.id));
    let others =
        others.into_iter().filter(is_unkept).take(if app.unkept.is_empty() && open.is_some() { 0 } else { MOST });
    let dossiers = first.into_iter().chain(others);
    html! {
        <p class="buttons">
            for dossier in dossiers.take(MOST) {
                <button type="button" class="button" key={dossier.id.clone()} onclick={
                    let dossier = dossier.clone();
                    Callback::from(move |_: MouseEvent| download_dossier(&dossier))
                }>{ icon(Icon::Download) }{ app.t().saving.copy.name(&pages::display_name(dossier, app.t(), app.language)) }</button>
            }
        </p>
    }
}

//! What is to be told above every page: that nothing can be kept, that a new version waits, what happened.

use std::rc::Rc;

use yew::prelude::*;

use super::components::{Icon, NoticesProps, icon, notices};
use super::hooks::{AppHandle, download_dossier, download_dossiers, start_update, stop_work, use_app};
use super::pages;
use super::route::Route;
use crate::domain::dossier::Dossier;
use crate::session::{Action, Saving, StorageFault, Work, WorkKind};
use crate::words::Words;

pub fn above(app: &AppHandle) -> Html {
    let t = app.t();
    let onread = {
        let app = app.clone();
        Callback::from(move |place: Option<usize>| app.act(place.map_or(Action::NoticesRead, Action::NoticeRead)))
    };
    let fault = match app.saving {
        Saving::Failed(StorageFault::Blocked | StorageFault::Held) => Some((t.saving.blocked, t.saving.blocked_text)),
        Saving::Failed(StorageFault::Full) => Some((t.saving.full, t.saving.full_text)),
        _ => None,
    };
    html! {
        <>
            if let Some((fault, way_on)) = fault {
                <div class="notices notices-unkept"><div class="notice notice-fault" role="alert">
                    { icon(Icon::Warning) }<p><strong>{ fault }</strong></p>
                </div></div>
                <div class="notices"><div class="notice notice-fault">
                    <div class="notice-text"><p>{ way_on }</p>{ copies(app) }{ empty_trash(app) }</div>
                </div></div>
            }
            if !app.work.is_empty() {
                <div class="notices notices-work">for work in &app.work { { going_on(work, t) } }</div>
            }
            if app.update_ready { <Update /> }
            <Way />
            { notices(&NoticesProps { notices: app.notices.clone(), t, language: app.language, onread }) }
        </>
    }
}

/// Long work that goes on, with the way to give it up, in sight on every page.
fn going_on(work: &Work, t: &'static Words) -> Html {
    let Work { kind, name, n, of } = work;
    let how_far = match kind {
        WorkKind::Reading if *of == 0 => t.reading.reads.name(name),
        WorkKind::Reading => t.reading.keeps.n_name_of(n, name, of),
        WorkKind::Attaching => t.attached.keeping.n_of(n, of),
        WorkKind::Packing if *of == 0 => t.check.working.to_owned(),
        WorkKind::Packing => t.check.packing.n_of(n, of),
    };
    let stop = match kind {
        WorkKind::Reading => t.reading.stop,
        WorkKind::Attaching => t.attached.stop,
        WorkKind::Packing => t.check.stop,
    };
    let kind = *kind;
    html! {
        <div class="notice" key={kind as u8}>
            { icon(Icon::Info) }<p role="status">{ how_far }</p>
            <button type="button" class="button button-small" onclick={Callback::from(move |_: MouseEvent| stop_work(kind))}>{ stop }</button>
        </div>
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

/// A way to take along what cannot be kept: all in one archive, and in a fold each by itself, the dossier that is open
/// first. Before anything was tried, all there are.
fn copies(app: &AppHandle) -> Html {
    let t = app.t();
    let open = match &app.route {
        Route::Dossier { id, .. } => Some(id),
        _ => None,
    };
    let is_unkept = |dossier: &&Rc<Dossier>| app.unkept.is_empty() || app.unkept.contains(&dossier.id);
    let (first, others): (Vec<_>, Vec<_>) = app.dossiers.iter().partition(|dossier| open == Some(&dossier.id));
    let no_others = app.unkept.is_empty() && open.is_some();
    let dossiers: Vec<Rc<Dossier>> =
        first.into_iter().chain(others.into_iter().filter(is_unkept).filter(|_| !no_others)).cloned().collect();
    let all = {
        let (app, dossiers) = (app.clone(), dossiers.clone());
        Callback::from(move |_: MouseEvent| download_dossiers(&app, dossiers.clone()))
    };
    let each = dossiers.iter().map(|dossier| {
        let copy = {
            let dossier = dossier.clone();
            Callback::from(move |_: MouseEvent| download_dossier(&dossier))
        };
        html! {
            <button type="button" class="button" key={dossier.id.clone()} onclick={copy}>
                { icon(Icon::Download) }{ t.saving.copy.name(&pages::display_name(dossier, t, app.language)) }
            </button>
        }
    });
    if dossiers.len() < 2 {
        return html! { <p class="buttons">{ for each }</p> };
    }
    html! {
        <>
            <p class="buttons">
                <button type="button" class="button" onclick={all}>{ icon(Icon::Download) }{ t.saving.copy_all.of(dossiers.len()) }</button>
            </p>
            <details class="fold">
                <summary>{ t.saving.each }</summary>
                <p class="buttons">{ for each }</p>
            </details>
        </>
    }
}

/// What was deleted takes room until it is given up for good: by name, and never without being asked.
fn empty_trash(app: &AppHandle) -> Html {
    let t = app.t();
    if app.trash.is_empty() || app.saving != Saving::Failed(StorageFault::Full) {
        return html! {};
    }
    let names: Vec<String> =
        app.trash.iter().map(|dossier| format!("“{}”", pages::display_name(dossier, t, app.language))).collect();
    let empty = {
        let (app, ids) = (app.clone(), app.trash.iter().map(|dossier| dossier.id.clone()).collect::<Vec<_>>());
        Callback::from(move |_: MouseEvent| ids.iter().for_each(|id| app.act(Action::Forgotten { id: id.clone() })))
    };
    html! {
        <details class="ask">
            <summary class="button">{ icon(Icon::Trash) }{ t.saving.trash.of(names.len()) }</summary>
            <p>{ t.saving.trash_names.names(&names.join(", ")) }</p>
            <button type="button" class="button" onclick={empty}>{ icon(Icon::Trash) }{ t.saving.trash_sure }</button>
        </details>
    }
}

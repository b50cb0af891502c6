//! What the commune asked to correct: in one list, and at each place it belongs to. Who never gets a file of
//! corrections never meets any of it.

mod place;

pub use place::{after_request, place_name, place_route};

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::DossierProps;
use super::frame::Frame;
use crate::domain::calendar::Date;
use crate::domain::council::{Correction, CorrectionPlace};
use crate::domain::dossier::Dossier;
use crate::session::Change;
use crate::ui::components::{Icon, Meter, StatusKind, icon, status};
use crate::ui::hooks::{AppHandle, use_app, use_title};
use crate::ui::route::{Page, Route};

/// Every correction in one list, each with its place, to be ticked off.
#[component]
pub fn CorrectionsPage(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    use_title(t.corrections.title.to_owned());
    let all = &dossier.corrections;
    let done = all.iter().filter(|correction| correction.done).count();
    let ready = done == all.len();
    let next = all.iter().find(|correction| !correction.done).map(|correction| place_route(dossier, &correction.at));
    let actions = html! {
        <>
            <a class={classes!("button", ready.then_some("button-act"))} href={Route::dossier(&dossier.id, Page::Check).href()}>
                { t.tasks.check }if ready { { icon(Icon::Next) } }
            </a>
            if let Some(next) = next { <a class="button button-act" href={next.href()}>{ t.corrections.next }{ icon(Icon::Next) }</a> }
        </>
    };
    // In the order of the dossier, places apart from each other.
    let mut places: Vec<(&CorrectionPlace, Vec<usize>)> = Vec::new();
    for (at, correction) in all.iter().enumerate() {
        match places.iter_mut().find(|(known, _)| **known == correction.at) {
            Some((_, rows)) => rows.push(at),
            None => places.push((&correction.at, vec![at])),
        }
    }
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow page-corrections" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.corrections.title }</h1>
            if all.is_empty() {
                <p class="empty">{ t.corrections.none }</p>
            } else {
                <p class="lead">{ if ready { t.corrections.all_done } else { t.corrections.lead } }</p>
                <p class="corrections-count" role="status">
                    <Meter value={done as u32} max={all.len() as u32} />
                    <span>{ t.corrections.done.n_of(&done, &all.len()) }</span>
                </p>
            }
            <ol class="plain corrections-list">
                for (at, rows) in places {
                    <li class="card corrections-place" key={at.key()}>
                        <h2><a href={place_route(dossier, at).href()}>{ place_name(&app, dossier, at) }{ icon(Icon::Next) }</a></h2>
                        <ul class="plain">for place in rows { { row(&app, dossier, place) } }</ul>
                    </li>
                }
            </ol>
        </Frame>
    }
}

/// A correction with its box to tick.
fn row(app: &AppHandle, dossier: &Rc<Dossier>, place: usize) -> Html {
    let Some(Correction { text, by, done, .. }) = dossier.corrections.get(place) else { return html! {} };
    let onchange = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |event: Event| {
            let done = event.target_unchecked_into::<HtmlInputElement>().checked();
            app.change(&id, Change::CorrectionTicked { place, done });
        })
    };
    html! {
        <li key={place}>
            <label class={classes!("check", "correction", done.then_some("correction-done"))}>
                <input type="checkbox" checked={*done} {onchange} />
                <span class="correction-text">
                    <span>{ text.clone() }</span>
                    if !by.trim().is_empty() && !done { <span class="correction-by">{ by_words(app, by) }</span> }
                </span>
            </label>
        </li>
    }
}

/// By when something is asked for; what is no day stands as it was written.
pub fn by_words(app: &AppHandle, by: &str) -> String {
    let t = app.t();
    match Date::written(by) {
        Some(day) => t.corrections.before.day(&day),
        None => t.corrections.unread_day.day(&by.trim()),
    }
}

#[derive(Properties, PartialEq)]
pub struct AskedProps {
    pub dossier: Rc<Dossier>,
    pub at: CorrectionPlace,
}

/// What the commune asked of one place, where the applicant works on it; nothing where it asked nothing.
#[component]
pub fn Asked(props: &AskedProps) -> Html {
    let app = use_app();
    let dossier = &props.dossier;
    let here: Vec<usize> =
        (0..dossier.corrections.len()).filter(|at| dossier.corrections[*at].at == props.at).collect();
    if here.is_empty() {
        return html! {};
    }
    let open = here.iter().any(|at| !dossier.corrections[*at].done);
    html! {
        <section class={classes!("asked", open.then_some("asked-open"))} aria-label={app.t().corrections.here}>
            <p class="asked-title">{ icon(Icon::Edit) }{ app.t().corrections.here }</p>
            <ul class="plain">for place in here { { row(&app, dossier, place) } }</ul>
        </section>
    }
}

/// The line of the overview that leads to the list; nothing where nothing is asked.
pub fn corrections_task(app: &AppHandle, dossier: &Dossier) -> Html {
    let t = app.t();
    if dossier.corrections.is_empty() {
        return html! {};
    }
    let open = dossier.corrections.iter().filter(|correction| !correction.done).count();
    let first = dossier
        .corrections
        .iter()
        .filter(|correction| !correction.done)
        .filter_map(|correction| Date::written(&correction.by))
        .min();
    html! {
        <li><a class="task" href={Route::dossier(&dossier.id, Page::Corrections).href()}>
            <span class="task-text">
                <span class="task-title">{ t.corrections.title }</span>
                if let Some(day) = first { <span class="task-detail">{ t.corrections.before.day(&day) }</span> }
            </span>
            { match open {
                0 => status(StatusKind::Done, t.tasks.done),
                open => status(StatusKind::Open, t.corrections.open.of(open)),
            } }
        </a></li>
    }
}

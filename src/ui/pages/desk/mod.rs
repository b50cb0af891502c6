//! The commune's own work on a dossier: the day it came and its last day, what is to be corrected, Form 03 and the
//! letter to the province.

mod asked;
mod asking;
mod components;
mod corrections;
mod last;
mod own_words;
mod request_words;
mod time;
mod topics;

use std::rc::Rc;

use yew::prelude::*;

use self::asked::{send_button, still_asked};
use self::components::Components;
use self::corrections::ToCorrect;
use self::last::last_done;
use super::DossierProps;
use super::corrections::place_name;
use super::frame::Frame;
use super::is_from_table;
use crate::domain::council::{CorrectionPlace, Desk, DeskState, is_blind};
use crate::domain::dossier::checks::{no_province, text, unlisted};
use crate::domain::dossier::{Dossier, Field};
use crate::domain::forms::{as_listed, form03, html_body, proposal_letter};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    AppHandle, Export, came_as_file, download_pages, print_page, use_app, use_day, use_places_for, use_title,
};
use crate::ui::route::{Page, Route, Spot};

#[component]
pub fn DeskPage(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let dossier = &props.dossier;
    use_title(t.desk.title.to_owned());
    let places = use_places_for(dossier);
    let listed = places.as_deref();
    let doubts = [
        (Field::Commune, listed.and_then(|places| unlisted(dossier, places))),
        (Field::Province, listed.and_then(|places| no_province(dossier, places))),
    ];
    let desk = dossier.desk.clone().unwrap_or_default();
    let pages = use_memo((dossier.clone(), places.clone()), |(dossier, places)| {
        let listed = as_listed(dossier, places.as_deref());
        [form03(&listed), proposal_letter(&listed)]
    });
    let printed = use_memo(pages.clone(), |pages| {
        AttrValue::from(pages.iter().map(|page| html_body(page, None)).collect::<String>())
    });
    let word = {
        let (app, dossier, pages) = (app.clone(), dossier.clone(), pages.clone());
        Callback::from(move |_: MouseEvent| download_pages(&app, &dossier, "mẫu số 03", &*pages, Export::Word))
    };
    let last = use_state_eq(|| None);
    let sent = use_state_eq(Vec::new);
    let (to_send, still_asked) = (to_send(dossier), still_asked(dossier));
    // While the dossier goes back first, its forms are to be printed later.
    let read = use_state_eq(|| to_send == 0);
    let show = {
        let read = read.clone();
        Callback::from(move |_: MouseEvent| read.set(true))
    };
    let print = |class: &'static str| {
        html! {
            <button type="button" class={classes!("button", class)} onclick={Callback::from(|_: MouseEvent| { print_page(); })}>
                { icon(Icon::Print) }{ t.desk.print }
            </button>
        }
    };
    let actions = html! {
        <>
            { last_done(&app, dossier, &last, &sent) }
            if to_send > 0 { { send_button(&app, dossier, (&sent, &last), "button-act") } } else { { print("button-act") } }
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview page-desk" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.desk.title }</h1>
            <p class="lead">{ t.desk.lead }</p>
            { time::time(&app, dossier, &desk, today) }
            <ToCorrect dossier={dossier.clone()} {places} {last} {sent} />
            <Components dossier={dossier.clone()} desk={desk.clone()} {today} />
            { topics::topics(&app, dossier, &desk, to_send > 0) }
            <h2 class="desk-print">{ t.desk.printed }</h2>
            if is_blind(dossier) { <p class="note">{ t.desk.blind }</p> }
            for (field, doubt) in doubts.iter().filter_map(|(field, doubt)| Some((*field, doubt.as_ref()?))) {
                <p class="note"><a href={Route::spot(&dossier.id, Spot::Field(field)).href()}>{ place_name(&app, dossier, &CorrectionPlace::Field(field)) }</a>{ ": " }{ text(doubt, dossier.set().decision(), app.language) }</p>
            }
            if dossier.fields.get(Field::Commune).trim().is_empty() {
                <p class="note">{ t.desk.no_commune }{ " " }<a href={Route::spot(&dossier.id, Spot::Field(Field::Commune)).href()}>{ place_name(&app, dossier, &CorrectionPlace::Field(Field::Commune)) }</a></p>
            }
            if still_asked > 0 { <p class="note">{ t.desk.still_asked.of(still_asked) }</p> }
            <p class="buttons">
                if to_send > 0 { { print("") } }
                <button type="button" class="button" onclick={word}>{ icon(Icon::Download) }{ t.council.word }</button>
                if !*read { <button type="button" class="button" onclick={show}>{ t.desk.see_printed }</button> }
            </p>
            <div class={classes!("sheets", (!*read).then_some("on-paper-only"))}>{ Html::from_html_unchecked((*printed).clone()) }</div>
        </Frame>
    }
}

/// Whether it is an officer who looks at this dossier: the commune works on it, or it was opened out of the table, or it
/// came as a file just now. Nobody else meets the way to the commune's work.
pub fn is_at_desk(dossier: &Dossier) -> bool {
    dossier.desk.is_some() || is_from_table(&dossier.id) || came_as_file(&dossier.id)
}

/// The way to the commune's work in a line of its own, above the applicant's; who did nothing there yet is asked.
pub fn to_desk(app: &AppHandle, dossier: &Dossier) -> Html {
    html! {
        <p class="links to-desk">
            if dossier.desk.is_none() { <span>{ app.t().desk.are_you }</span> }
            { desk_link(app, dossier) }
        </p>
    }
}

/// The way to the commune's work.
pub fn desk_link(app: &AppHandle, dossier: &Dossier) -> Html {
    html! { <a href={Route::dossier(&dossier.id, Page::Desk).href()}>{ icon(Icon::Edit) }{ app.t().desk.title }</a> }
}

/// How many requests go to the applicant next. With a dossier that was passed on already, nothing is waited for.
fn to_send(dossier: &Dossier) -> usize {
    let state = dossier.desk.as_ref().map(|desk| desk.state).unwrap_or_default();
    let is_here = matches!(state, DeskState::Received | DeskState::ToCorrect);
    if is_here { still_asked(dossier) } else { 0 }
}

/// What changed from one time that it was handed in to the next.
fn history_link(app: &AppHandle, dossier: &Dossier) -> Html {
    let href = Route::dossier(&dossier.id, Page::History).href();
    html! { <p class="links"><a {href}>{ icon(Icon::Clock) }{ app.t().corrections.history }</a></p> }
}

type DeskChange = Box<dyn FnOnce(&mut Desk)>;

/// Keeps one change to the commune's work.
fn keep(app: &AppHandle, dossier: &Rc<Dossier>) -> Callback<DeskChange> {
    let (app, id) = (app.clone(), dossier.id.clone());
    Callback::from(move |change: DeskChange| {
        app.change_by(&id, |dossier| {
            let mut desk = Desk::on(dossier);
            change(&mut desk);
            Some(Change::DeskKept(desk))
        });
    })
}

//! The commune's own work on a dossier: the day it came and its last day, what is to be corrected, Form 03 and the
//! letter to the province.

mod corrections;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::corrections::{ToCorrect, added_last};
use super::DossierProps;
use super::corrections::place_name;
use super::frame::Frame;
use super::is_from_table;
use crate::domain::calendar::Date;
use crate::domain::council::{CorrectionPlace, Desk, DeskState, Topic, is_blind};
use crate::domain::dossier::checks::{text, unlisted};
use crate::domain::dossier::{Dossier, Field, date_fault, tidy_date};
use crate::domain::forms::{description, form03, html_body, proposal_letter, state_words};
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
    let unlisted = places.and_then(|places| unlisted(dossier, &places));
    let desk = dossier.desk.clone().unwrap_or_default();
    let pages = use_memo(dossier.clone(), |dossier: &Rc<Dossier>| [form03(dossier), proposal_letter(dossier)]);
    let printed = use_memo(pages.clone(), |pages| {
        AttrValue::from(pages.iter().map(|page| html_body(page, None)).collect::<String>())
    });
    let word = {
        let (app, dossier, pages) = (app.clone(), dossier.clone(), pages.clone());
        Callback::from(move |_: MouseEvent| download_pages(&app, &dossier, "mẫu số 03", &*pages, Export::Word))
    };
    let labels = [t.desk.materials, t.desk.labour, t.desk.idea, t.desk.identity];
    let added = use_state_eq(|| None);
    let still_asked = dossier.corrections.iter().filter(|asked| !asked.done).count();
    let actions = html! {
        <>
        { added_last(&app, dossier, &added) }
        <button type="button" class="button button-act" onclick={Callback::from(|_: MouseEvent| { print_page(); })}>
            { icon(Icon::Print) }{ t.desk.print }
        </button>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview page-desk" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.desk.title }</h1>
            <p class="lead">{ t.desk.lead }</p>
            { time(&app, dossier, &desk, today) }
            <ToCorrect dossier={dossier.clone()} {added} />
            <section class="desk-part" aria-labelledby="desk-topics">
                <h2 id="desk-topics">{ t.desk.topics }</h2>
                <p class="soft">{ t.desk.topics_text }</p>
                for (place, (topic, label)) in Topic::ALL.into_iter().zip(labels).enumerate() {
                    <fieldset class="card desk-topic">
                        <legend class="sr-only">{ label }</legend>
                        <h3 aria-hidden="true">{ label }</h3>
                        <div class="desk-described">{ described(dossier, topic, t.desk.nothing) }</div>
                        <label class="field"><span class="field-label">{ t.desk.assessment }</span>
                            <textarea rows="3" maxlength="20000" value={desk.assessments[place].clone()} oninput={written(&app, dossier, place)} />
                        </label>
                    </fieldset>
                }
            </section>
            <h2 class="desk-print">{ t.desk.printed }</h2>
            if is_blind(dossier) { <p class="note">{ t.desk.blind }</p> }
            if let Some(doubt) = unlisted {
                <p class="note"><a href={Route::spot(&dossier.id, Spot::Field(Field::Commune)).href()}>{ place_name(&app, dossier, &CorrectionPlace::Field(Field::Commune)) }</a>{ ": " }{ text(&doubt, dossier.set().decision(), app.language) }</p>
            }
            if still_asked > 0 { <p class="note">{ t.desk.still_asked.of(still_asked) }</p> }
            <p class="buttons"><button type="button" class="button" onclick={word}>{ icon(Icon::Download) }{ t.council.word }</button></p>
            <div class="sheets">{ Html::from_html_unchecked((*printed).clone()) }</div>
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

/// The day of receipt, the commune's last day, and how far the dossier is.
fn time(app: &AppHandle, dossier: &Rc<Dossier>, desk: &Desk, today: Date) -> Html {
    let (t, language) = (app.t(), app.language);
    let working_days = dossier.set().decision().procedure.commune_working_days;
    let text = |change: fn(&mut Desk, String)| {
        let keep = keep(app, dossier);
        move |text: String| keep.emit(Box::new(move |desk: &mut Desk| change(desk, text)))
    };
    let typed = |change: fn(&mut Desk, String)| {
        let text = text(change);
        Callback::from(move |event: InputEvent| text(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let left = {
        let text = text(|desk, typed| desk.received = typed);
        Callback::from(move |event: Event| text(tidy_date(&event.target_unchecked_into::<HtmlInputElement>().value())))
    };
    let ahead = Date::written(&desk.received).filter(|day| *day > today);
    let in_force = dossier.set().decision().in_force_from;
    let too_early = Date::written(&desk.received).filter(|day| *day < in_force);
    let fault = date_fault(&desk.received)
        .map(|fault| fault.text(language))
        .or_else(|| ahead.map(|day| t.standing.date_ahead.date(&day)))
        .or_else(|| too_early.map(|day| t.desk.too_early.date(&day)));
    html! {
        <section class="desk-part desk-time" aria-labelledby="desk-time">
            <h2 id="desk-time" class="sr-only">{ t.desk.time }</h2>
            <div class="desk-fields">
                // What is wrong stands beside the label: within, it would be part of the field's name.
                <div class="field">
                    <label class="field-label" for="desk-received">{ t.desk.received }</label>
                    <input type="text" id="desk-received" inputmode="numeric" autocomplete="off" maxlength="60" placeholder="26/11/2026" value={desk.received.clone()}
                        oninput={typed(|desk, typed| desk.received = typed)} onchange={left}
                        aria-invalid={fault.is_some().then_some("true")} aria-describedby={fault.is_some().then_some("desk-received-fault")} />
                    if let Some(fault) = fault { <span class="field-fault" id="desk-received-fault" role="status">{ fault }</span> }
                </div>
                <label class="field"><span class="field-label">{ t.desk.state }</span>
                    <select onchange={state_chosen(app, dossier)}>
                        for state in DeskState::ALL {
                            <option value={state.name()} selected={state == desk.state}>{ state_words(state).get(language) }</option>
                        }
                    </select>
                </label>
            </div>
            if let Some(due) = desk.running(working_days, today) { { countdown(due, desk, working_days, today, app) } }
            <details class="fold">
                <summary>{ t.desk.days_off }{ if desk.days_off().is_empty() { String::new() } else { format!(" · {}", desk.days_off().len()) } }</summary>
                <label class="field"><span class="soft">{ t.desk.days_off_text }</span>
                    <input type="text" autocomplete="off" maxlength="400" placeholder="04/01/2027, 05/01/2027" value={desk.days_off.clone()}
                        oninput={typed(|desk, typed| desk.days_off = typed)} />
                </label>
                if !desk.no_days().is_empty() { <p class="field-fault" role="status">{ t.desk.no_day.text(&desk.no_days().join(", ")) }</p> }
            </details>
            <p class="links"><a href={Route::dossier(&dossier.id, Page::History).href()}>{ icon(Icon::Clock) }{ t.corrections.history }</a></p>
        </section>
    }
}

/// The last day of the commune's working days, and how many of them are left; how long ago it was.
fn countdown(due: Date, desk: &Desk, working_days: i16, today: Date, app: &AppHandle) -> Html {
    let t = app.t();
    let days = today.days_until(due);
    let late = days < 0;
    let left = today.working_days_until(due, &desk.days_off());
    html! {
        <p class={classes!("desk-due", late.then_some("desk-late"))} role="status">
            { icon(Icon::Clock) }
            <span><strong>{ t.desk.due.day_days(&due, &working_days) }</strong>{ " · " }
                { if late { t.desk.over.of(days.unsigned_abs() as usize) } else { t.desk.left.of(left) } }</span>
        </p>
    }
}

type DeskChange = Box<dyn FnOnce(&mut Desk)>;

/// Keeps one change to the commune's work.
fn keep(app: &AppHandle, dossier: &Rc<Dossier>) -> Callback<DeskChange> {
    let (app, id) = (app.clone(), dossier.id.clone());
    Callback::from(move |change: DeskChange| {
        app.change_by(&id, |dossier| {
            let mut desk = dossier.desk.clone().unwrap_or_default();
            change(&mut desk);
            Some(Change::DeskKept(desk))
        });
    })
}

/// What the applicant says, a paragraph per criterion, each behind its code.
fn described(dossier: &Dossier, topic: Topic, nothing: &'static str) -> Html {
    let text = description(dossier, topic);
    if text.is_empty() {
        return html! { <p class="soft">{ nothing }</p> };
    }
    let is_code = |word: &str| dossier.set().position(word).is_some();
    html! {
        for line in text.lines() {
            if let Some((code, rest)) = line.split_once(' ').filter(|(word, _)| is_code(word)) {
                <p class="soft" lang="vi"><span class="code">{ code }</span>{ " " }{ rest }</p>
            } else {
                <p class="soft" lang="vi">{ line }</p>
            }
        }
    }
}

fn state_chosen(app: &AppHandle, dossier: &Rc<Dossier>) -> Callback<Event> {
    let keep = keep(app, dossier);
    Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(state) = DeskState::ALL.into_iter().find(|state| state.name() == name) {
            keep.emit(Box::new(move |desk| desk.state = state));
        }
    })
}

fn written(app: &AppHandle, dossier: &Rc<Dossier>, place: usize) -> Callback<InputEvent> {
    let keep = keep(app, dossier);
    Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        keep.emit(Box::new(move |desk| desk.assessments[place] = text));
    })
}

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{history_link, keep};
use crate::domain::calendar::Date;
use crate::domain::council::{Desk, DeskState};
use crate::domain::dossier::{Dossier, date_fault, tidy_date};
use crate::domain::forms::state_words;
use crate::ui::components::{Fold, Icon, icon, list_option};
use crate::ui::hooks::AppHandle;

/// The day of receipt, the commune's last day, and how far the dossier is.
pub fn time(app: &AppHandle, dossier: &Rc<Dossier>, desk: &Desk, today: Date) -> Html {
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
            <Fold open={fault.is_some() || Date::written(&desk.received).is_none()} summary={html! { <>{ icon(Icon::Clock) }{ in_a_line(desk, app) }</> }}>
            <div class="desk-fields">
                // What is wrong stands beside the label: within, it would be part of the field's name.
                <div class="field">
                    <label class="field-label" for="desk-received">{ t.desk.received }</label>
                    <input type="text" id="desk-received" inputmode="numeric" autocomplete="off" maxlength="60" placeholder={t.desk.day_form} value={desk.received.clone()}
                        oninput={typed(|desk, typed| desk.received = typed)} onchange={left}
                        aria-invalid={fault.is_some().then_some("true")} aria-describedby={fault.is_some().then_some("desk-received-fault")} />
                    if let Some(fault) = fault { <span class="field-fault" id="desk-received-fault" role="status">{ fault }</span> }
                </div>
                <label class="field"><span class="field-label">{ t.desk.state }</span>
                    <select onchange={state_chosen(app, dossier)}>
                        for state in DeskState::ALL {
                            { list_option(state.name(), state == desk.state, state_words(state).get(language)) }
                        }
                    </select>
                </label>
            </div>
            if let Some(day) = desk.may_be_off(working_days) { <p class="note">{ t.desk.culture_day.date(&day) }</p> }
            <details class="fold">
                <summary>{ t.desk.days_off }{ if desk.days_off().is_empty() { String::new() } else { format!(" · {}", desk.days_off().len()) } }</summary>
                <label class="field"><span class="soft">{ t.desk.days_off_text }</span>
                    <input type="text" autocomplete="off" maxlength="400" placeholder="04/01/2027, 05/01/2027" value={desk.days_off.clone()}
                        oninput={typed(|desk, typed| desk.days_off = typed)} />
                </label>
                if !desk.no_days().is_empty() { <p class="field-fault" role="status">{ t.desk.no_day.text(&desk.no_days().join(", ")) }</p> }
            </details>
            if dossier.corrections.is_empty() { { history_link(app, dossier) } }
            </Fold>
            if let Some(due) = desk.running(working_days, today) {
                { countdown(due, desk, working_days, today, app) }
                if let Some(year) = desk.holidays_unknown(working_days) {
                    <p class="note" role="status">{ t.desk.holidays_unknown.year(&year) }</p>
                }
            }
        </section>
    }
}

/// When the dossier came and how far it is, while the fields are folded away.
fn in_a_line(desk: &Desk, app: &AppHandle) -> String {
    let (t, state) = (app.t(), state_words(desk.state).get(app.language));
    match Date::written(&desk.received) {
        Some(day) => t.desk.received_state.date_state(&day, &state),
        None => t.desk.time.to_owned(),
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

fn state_chosen(app: &AppHandle, dossier: &Rc<Dossier>) -> Callback<Event> {
    let keep = keep(app, dossier);
    Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(state) = DeskState::ALL.into_iter().find(|state| state.name() == name) {
            keep.emit(Box::new(move |desk| desk.state = state));
        }
    })
}

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::DossierProps;
use super::frame::Frame;
use crate::domain::calendar::Date;
use crate::domain::council::{Desk, DeskState, Topic};
use crate::domain::dossier::Dossier;
use crate::domain::forms::{description, form03, html_body, proposal_letter, state_words};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{print_page, use_app, use_title};

/// The commune's own work on a dossier: the day it came, how far it is, Form 03 and the letter to the province.
#[component]
pub fn DeskPage(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    use_title(t.desk.title.to_owned());
    let desk = dossier.desk.clone().unwrap_or_default();
    let keep = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |desk: Desk| app.change(&id, Change::DeskKept(desk)))
    };
    let received = {
        let (keep, desk) = (keep.clone(), desk.clone());
        Callback::from(move |event: InputEvent| {
            let received = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            keep.emit(Desk { received, ..desk.clone() });
        })
    };
    let due = Date::parse(&desk.received)
        .map(|day| day.plus_working_days(dossier.set().decision().procedure.commune_working_days));
    let printed = use_memo(dossier.clone(), |dossier: &Rc<Dossier>| {
        AttrValue::from(html_body(&form03(dossier), None) + &html_body(&proposal_letter(dossier), None))
    });
    let labels = [t.desk.materials, t.desk.labour, t.desk.idea, t.desk.identity];
    let actions = html! {
        <button type="button" class="button button-act" onclick={Callback::from(|_: MouseEvent| { print_page(); })}>
            { icon(Icon::Print) }{ t.desk.print }
        </button>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-preview page-desk" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.desk.title }</h1>
            <p class="lead">{ t.desk.lead }</p>
            <div class="desk-form">
                <label class="field"><span>{ t.desk.received }</span>
                    <input type="text" inputmode="numeric" autocomplete="off" maxlength="20" placeholder="26/11/2026" value={desk.received.clone()} oninput={received} />
                </label>
                if let Some(due) = due { <p class="note">{ t.desk.due.day(&due) }</p> }
                <label class="field"><span>{ t.desk.state }</span>
                    <select onchange={state_chosen(&desk, &keep)}>
                        for state in DeskState::ALL {
                            <option value={state.name()} selected={state == desk.state}>{ state_words(state).get(language) }</option>
                        }
                    </select>
                </label>
                for (place, (topic, label)) in Topic::ALL.into_iter().zip(labels).enumerate() {
                    <fieldset class="desk-topic">
                        <legend>{ label }</legend>
                        <p class="soft desk-described">{ described(dossier, topic, t.desk.nothing) }</p>
                        <label class="field"><span>{ t.desk.assessment }</span>
                            <textarea rows="4" maxlength="20000" value={desk.assessments[place].clone()} oninput={written(&desk, place, &keep)} />
                        </label>
                    </fieldset>
                }
            </div>
            <div class="sheets">{ Html::from_html_unchecked((*printed).clone()) }</div>
        </Frame>
    }
}

fn described(dossier: &Dossier, topic: Topic, nothing: &'static str) -> String {
    match description(dossier, topic) {
        text if text.is_empty() => nothing.to_owned(),
        text => text,
    }
}

fn state_chosen(desk: &Desk, keep: &Callback<Desk>) -> Callback<Event> {
    let (desk, keep) = (desk.clone(), keep.clone());
    Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
        if let Some(state) = DeskState::ALL.into_iter().find(|state| state.name() == name) {
            keep.emit(Desk { state, ..desk.clone() });
        }
    })
}

fn written(desk: &Desk, place: usize, keep: &Callback<Desk>) -> Callback<InputEvent> {
    let (desk, keep) = (desk.clone(), keep.clone());
    Callback::from(move |event: InputEvent| {
        let mut next = desk.clone();
        next.assessments[place] = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        keep.emit(next);
    })
}

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::labels;
use crate::domain::decision::Star;
use crate::domain::dossier::{Dossier, DossierKind, Recognised, date_fault, tidy_date};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::AppHandle;

/// What the dossier asks for, and what was recognised before where that matters.
pub fn kind(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let t = app.t();
    let option = |kind: DossierKind| {
        let (name, text) = labels::kind(kind, t);
        let chosen = dossier.kind == kind;
        let (app, id) = (app.clone(), dossier.id.clone());
        let onchange = Callback::from(move |_: Event| app.change(&id, Change::KindChosen(kind)));
        html! {
            <label class={classes!("option", chosen.then_some("option-chosen"))} key={kind.name()}>
                <input type="radio" name="kind" checked={chosen} {onchange} />
                <span class="option-text"><strong>{ name }</strong><span class="option-detail">{ text }</span></span>
            </label>
        }
    };
    html! {
        <>
            <fieldset class="field-wide options">
                <legend class="sr-only">{ t.forms.p_kind }</legend>
                for kind in DossierKind::ALL { { option(kind) } }
            </fieldset>
            if dossier.kind != DossierKind::First { { recognised(app, dossier) } }
        </>
    }
}

/// The star held and the date of its decision.
fn recognised(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let t = app.t();
    let held = dossier.recognised.clone().unwrap_or_default();
    let option = |star: Star| {
        let chosen = held.star == Some(star);
        let (app, id, held) = (app.clone(), dossier.id.clone(), held.clone());
        let onchange = Callback::from(move |_: Event| {
            let recognised = Recognised { star: Some(star), ..held.clone() };
            app.change(&id, Change::RecognisedKept(recognised));
        });
        html! {
            <label class={classes!("option", "option-half", chosen.then_some("option-chosen"))} key={u8::from(star)}>
                <input type="radio" name="recognised-star" checked={chosen} {onchange} />
                <span class="option-text">{ t.stars.count.of(u8::from(star).into()) }</span>
            </label>
        }
    };
    // A five-star product has nothing to be upgraded to.
    let stars = [Star::Three, Star::Four, Star::Five];
    let offered =
        |star: &Star| *star < Star::Five || dossier.kind == DossierKind::ReRating || held.star == Some(Star::Five);
    let keep = |tidy: fn(&str) -> String| {
        let (app, id, held) = (app.clone(), dossier.id.clone(), held.clone());
        move |input: HtmlInputElement| {
            let recognised = Recognised { date: tidy(&input.value()), ..held.clone() };
            if recognised.date != held.date {
                app.change(&id, Change::RecognisedKept(recognised));
            }
        }
    };
    let (typed, left) = (keep(str::to_owned), keep(tidy_date));
    let fault = date_fault(&held.date).map(|fault| fault.text(app.language));
    html! {
        <>
            <fieldset class="field field-radios field-wide" id="recognised" tabindex="-1">
                <legend class="field-label">{ t.forms.recognised_star }</legend>
                <div class="field-choices">for star in stars.into_iter().filter(offered) { { option(star) } }</div>
            </fieldset>
            <div class="field">
                <label class="field-label" for="recognised-date">{ t.forms.recognised_date }</label>
                <input type="text" id="recognised-date" inputmode="numeric" autocomplete="off" value={held.date.clone()}
                    aria-describedby={if fault.is_some() { "recognised-date-help recognised-date-note" } else { "recognised-date-help" }}
                    oninput={Callback::from(move |event: InputEvent| typed(event.target_unchecked_into()))}
                    onchange={Callback::from(move |event: Event| left(event.target_unchecked_into()))} />
                <p class="field-help" id="recognised-date-help">{ t.field_help.founded }</p>
                if let Some(fault) = fault {
                    <p class="field-note field-note-quiet" id="recognised-date-note">{ icon(Icon::Info) }<span>{ fault }</span></p>
                }
            </div>
        </>
    }
}

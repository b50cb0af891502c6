use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{DossierProps, go_on, set_line};
use crate::domain::calendar::Date;
use crate::domain::decision::Star;
use crate::domain::dossier::{Chance, Dossier, DossierKind, Recognised, Standing, date_fault, tidy_date};
use crate::session::Change;
use crate::ui::components::{Icon, StarsProps, action_bar, icon, standing_card, stars};
use crate::ui::hooks::{AppHandle, go, use_app, use_day, use_title};
use crate::words::Words;

/// The second question: has the product stars already? None is one tap; the rest can be left for
/// later. The kind of dossier and its dates follow.
#[component]
pub fn StandingPage(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let dossier = &props.dossier;
    use_title(t.standing.title.to_owned());
    let standing = dossier.standing();
    // At first: from then on the reader alone opens and shuts it.
    let open = use_state_eq(|| dossier.kind_contradicts(today));
    let none = {
        let (app, dossier) = (app.clone(), dossier.clone());
        Callback::from(move |_: MouseEvent| {
            app.change(&dossier.id, Change::StandingTold { recognised: None, today });
            go(&go_on(&dossier));
        })
    };
    let held = matches!(standing, Standing::Held { .. });
    let star = |star: Star| {
        let chosen = standing.star() == Some(star);
        let change = keep(&app, dossier, move |recognised| recognised.star = Some(star));
        html! {
            <label class={classes!("option", "option-half", chosen.then_some("option-chosen"))} key={u8::from(star)}>
                <input type="radio" name="stars-held" checked={chosen} onchange={change.reform(|_: Event| String::new())} />
                <span class="option-text">{ t.stars.count.of(u8::from(star).into()) }</span>
                { stars(&StarsProps { now: Some(star), best: None, label: None, large: false }) }
            </label>
        }
    };
    let next = go_on(dossier).href();
    html! {
        <>
            <main class="page page-narrow page-standing">
                <hgroup>
                    <p class="eyebrow">{ set_line(dossier, t, app.language) }</p>
                    <h1 id="page-title" tabindex="-1">{ t.standing.title }</h1>
                </hgroup>
                <button type="button" class={classes!("set-row", "standing-none", (standing == Standing::None).then_some("option-chosen"))} onclick={none}>
                    <span class="set-text">
                        <span class="set-name">{ t.standing.none }</span>
                        <span class="soft">{ t.standing.none_text }</span>
                    </span>
                    { icon(if standing == Standing::None { Icon::Check } else { Icon::Next }) }
                </button>
                <fieldset class="standing-held">
                    <legend>{ t.standing.held }</legend>
                    <div class="options">for held in [Star::Three, Star::Four, Star::Five] { { star(held) } }</div>
                </fieldset>
                if held {
                    { details(&app, dossier) }
                    { standing_card(standing, today, t) }
                    { drawn(&app, dossier, today) }
                }
                if standing != Standing::Unsaid { { kind(&app, dossier, standing, today, *open) } }
            </main>
            { action_bar(html! {
                <a class={if held { "button button-act" } else { "button" }} href={next}>
                    { if standing == Standing::Unsaid { t.standing.later } else { t.stops.go_on } }
                </a>
            }) }
        </>
    }
}

/// Keeps one change to what was recognised.
fn keep(app: &AppHandle, dossier: &Rc<Dossier>, change: impl Fn(&mut Recognised) + 'static) -> Callback<String> {
    keep_text(app, dossier, move |recognised, _| change(recognised))
}

fn keep_text(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    change: impl Fn(&mut Recognised, String) + 'static,
) -> Callback<String> {
    let (app, id) = (app.clone(), dossier.id.clone());
    let today = crate::ui::hooks::today();
    Callback::from(move |text: String| {
        app.change_by(&id, |dossier| {
            let mut recognised = dossier.recognised.clone().unwrap_or_default();
            change(&mut recognised, text);
            Some(Change::StandingTold { recognised: Some(recognised), today })
        });
    })
}

/// Day, number and issuer of the decision; each can be left for later.
fn details(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let t = app.t();
    let held = dossier.recognised.clone().unwrap_or_default();
    // Older files may have the day in the plan.
    let date = if dossier.plan.certificate.is_empty() { held.date } else { dossier.plan.certificate.clone() };
    let ahead = Date::written(&date).filter(|day| *day > crate::ui::hooks::today());
    let fault = date_fault(&date)
        .map(|fault| fault.text(app.language))
        .or_else(|| ahead.map(|day| t.standing.date_ahead.date(&day)));
    let date_change = keep_text(app, dossier, |recognised, text| recognised.date = text);
    let field = |id: &'static str, label: &str, value: String, change: Callback<String>, numeric: bool| {
        let left = change.reform(|event: Event| tidy_date(&event.target_unchecked_into::<HtmlInputElement>().value()));
        let typed = change.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
        html! {
            <label class="field">
                <span class="field-label">{ label }</span>
                <input type="text" {id} {value} autocomplete="off" maxlength="120" oninput={typed}
                    inputmode={numeric.then_some("numeric")} placeholder={numeric.then_some("25/12/2023")}
                    onchange={numeric.then_some(left)} />
            </label>
        }
    };
    html! {
        <div class="standing-details">
            { field("held-date", t.standing.date, date, date_change, true) }
            { field("held-number", t.standing.number, held.number, keep_text(app, dossier, |recognised, text| recognised.number = text), false) }
            { field("held-issuer", t.standing.issuer, held.issuer, keep_text(app, dossier, |recognised, text| recognised.issuer = text), false) }
            if let Some(fault) = fault { <p class="field-fault" role="alert">{ fault }</p> }
            <p class="soft standing-wide">{ t.standing.details_later }</p>
        </div>
    }
}

/// The kind of dossier that follows, and the others, as far as they are possible.
fn kind(app: &AppHandle, dossier: &Rc<Dossier>, standing: Standing, today: Date, open: bool) -> Html {
    let t = app.t();
    let option = |kind: DossierKind| {
        let chance = standing.chance(kind, today);
        let (app, id) = (app.clone(), dossier.id.clone());
        let onchange = Callback::from(move |_: Event| app.change(&id, Change::KindChosen(kind)));
        let chosen = dossier.kind == kind;
        html! {
            <label class={classes!("option", chosen.then_some("option-chosen"), (chosen && chance == Chance::No).then_some("option-blocks"))} key={kind.name()}>
                <input type="radio" name="kind" checked={chosen} {onchange} />
                <span class="option-text"><span>{ kind_name(kind, t) }</span><span class="soft">{ chance_text(chance, t) }</span></span>
            </label>
        }
    };
    html! {
        <details class="fold standing-kind" {open}>
            <summary>{ t.standing.kind }{ " " }<strong>{ kind_name(dossier.kind, t) }</strong>{ " · " }<span class="link">{ t.standing.change }</span></summary>
            <div class="options" role="radiogroup" aria-label={t.standing.kind}>for kind in DossierKind::ALL { { option(kind) } }</div>
        </details>
    }
}

/// A kind of dossier in words.
pub fn kind_name(kind: DossierKind, t: &'static Words) -> &'static str {
    match kind {
        DossierKind::First => t.standing.kind_first,
        DossierKind::Upgrade => t.standing.kind_upgrade,
        DossierKind::ReRating => t.standing.kind_re_rating,
    }
}

fn chance_text(chance: Chance, t: &'static Words) -> String {
    match chance {
        Chance::Now => t.standing.chance_now.to_owned(),
        Chance::From(date) => t.standing.chance_from.date(&date),
        Chance::Open => t.standing.chance_open.to_owned(),
        Chance::No => t.standing.chance_no.to_owned(),
    }
}

/// The dates as a line of time, where there are several.
fn drawn(app: &AppHandle, dossier: &Dossier, today: Date) -> Html {
    use crate::domain::dossier::{Day, agenda};
    let mut days = agenda(dossier, today, today);
    days.retain(|due| !matches!(due.what, Day::PaperEnds(_)));
    let drawn = super::reminders::milestones(&days, today, app.t(), app.language);
    if drawn.len() > 1 {
        crate::ui::components::timeline(&drawn, app.t().standing.drawn)
    } else {
        html! {}
    }
}

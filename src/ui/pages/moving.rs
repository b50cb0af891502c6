//! The move of a dossier to a newer decision: what carries over, what changed, what is new, what fell away. With one
//! decision nobody meets it.

use std::rc::Rc;

use yew::prelude::*;

use super::DossierProps;
use super::catalogue::{levels, named_differences};
use super::frame::Frame;
use super::lost::Lost;
use crate::domain::calendar::Date;
use crate::domain::decision::{Decision, Language, ProductSet};
use crate::domain::dossier::{Dossier, MoveOutlook, Moved, move_outlook, move_to, newer_decision, set_in};
use crate::domain::rating::{Answer, Rating};
use crate::session::{Action, NoticeKind};
use crate::ui::components::{Icon, Stars, icon, range_text};
use crate::ui::hooks::{AppHandle, go, new_id, use_app, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// A line on the overview of a dossier that follows an older decision; nothing while there is no newer one.
pub fn newer_notice(app: &AppHandle, dossier: &Dossier, today: Date) -> Html {
    let t = app.t();
    let Some(newest) = newer_decision(dossier) else { return html! {} };
    let from = newest.in_force_from;
    let text = if from <= today { t.moving.in_force } else { t.moving.to_come };
    html! {
        <p class="note">{ text.date_number(&from, &newest.number) }{ " " }
            <a href={Route::dossier(&dossier.id, Page::Move).href()}>{ t.moving.see }</a></p>
    }
}

/// What a move would change, criterion by criterion; nothing happens before it is accepted.
#[component]
pub fn MovePage(props: &DossierProps) -> Html {
    let app = use_app();
    let dossier = &props.dossier;
    match newer_decision(dossier).map(|newest| (newest, set_in(newest, dossier.set()))) {
        None => html! { <Lost /> },
        Some((newest, None)) => html! { <Dropped dossier={dossier.clone()} number={newest.number} /> },
        Some((newest, Some(set))) => {
            let outlook = move_outlook(dossier, set);
            html! { <Frame dossier={dossier.clone()} class="page-move" actions={accept(&app, dossier, set)}>
                { shown(&app, dossier, newest, set, &outlook) }
            </Frame> }
        }
    }
}

#[derive(Properties, PartialEq)]
struct DroppedProps {
    dossier: Rc<Dossier>,
    number: &'static str,
}

/// The newer decision has no set for this product.
#[component]
fn Dropped(props: &DroppedProps) -> Html {
    let t = use_app().t();
    let title = t.moving.title.number(&props.number);
    use_title(title.clone());
    html! {
        <Frame dossier={props.dossier.clone()} class="page-narrow">
            <h1 id="page-title" tabindex="-1">{ title }</h1>
            <p class="note">{ t.moving.dropped.number(&props.number) }</p>
            <p><a class="button" href={Route::New.href()}>{ t.home.new }</a></p>
        </Frame>
    }
}

/// The one action: one more dossier, under the newer decision.
fn accept(app: &AppHandle, dossier: &Rc<Dossier>, set: &'static ProductSet) -> Html {
    let t = app.t();
    let onclick = {
        let (app, dossier) = (app.clone(), dossier.clone());
        Callback::from(move |_: MouseEvent| {
            let (id, now) = new_id();
            let next = move_to(&dossier, set, id, now);
            let route = Route::dossier(&next.id, Page::Tasks);
            app.act(Action::DossierAdded(Rc::new(next)));
            app.notice(NoticeKind::Done, |t, _| t.moving.done.number(&set.decision().number));
            go(&route);
        })
    };
    html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Tasks).href()}>{ t.moving.stay }</a>
            <button type="button" class="button button-act" {onclick}>{ t.moving.accept }</button>
        </>
    }
}

fn shown(
    app: &AppHandle,
    dossier: &Dossier,
    newest: &'static Decision,
    set: &'static ProductSet,
    outlook: &MoveOutlook,
) -> Html {
    let (t, language) = (app.t(), app.language);
    let old = dossier.set();
    let line = |of: &'static ProductSet, place: usize| {
        html! { <li key={place}><span class="code">{ of.criteria[place].code }</span>{ " " }{ of.criteria[place].wording.title.get(language) }</li> }
    };
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ t.moving.title.number(&newest.number) }</h1>
            <p class="lead">{ t.moving.lead.number(&old.decision().number) }</p>
            <div class="beside-sums">
                { side(t.moving.before, old.decision().number, &outlook.before, t) }
                { side(t.moving.after, newest.number, &outlook.after, t) }
            </div>
            <ul class="versus-summary plain" role="status">
                <li>{ t.moving.carried.of(outlook.carried.len()) }</li>
                <li>{ t.moving.changed.of(outlook.changed.len()) }</li>
                <li>{ t.moving.new.of(outlook.new.len()) }</li>
                <li>{ t.moving.fallen.of(outlook.fallen_away.len()) }</li>
            </ul>
            if !outlook.changed.is_empty() {
                <section class="versus-part">
                    <h2>{ t.moving.changed_title }</h2>
                    <ul class="versus-rows plain">for moved in &outlook.changed { { changed(dossier, set, moved, language, t) } }</ul>
                </section>
            }
            if !outlook.new.is_empty() {
                <section class="versus-part">
                    <h2>{ t.moving.new_title }</h2>
                    <ul class="versus-rows plain">
                        for place in &outlook.new {
                            <li class="versus-row versus-alone" key={*place}>
                                <h3><span class="code">{ set.criteria[*place].code }</span>{ " " }{ set.criteria[*place].wording.title.get(language) }</h3>
                                <p>{ set.criteria[*place].wording.question.get(language) }</p>
                                { levels(&set.criteria[*place], language, t) }
                            </li>
                        }
                    </ul>
                </section>
            }
            if !outlook.fallen_away.is_empty() {
                <section class="versus-part">
                    <h2>{ t.moving.fallen_title }</h2>
                    <ul class="plain move-lines">for place in &outlook.fallen_away { { line(old, *place) } }</ul>
                </section>
            }
            <details class="fold">
                <summary>{ t.moving.carried_title }<span class="check-count">{ t.tasks.criteria.of(outlook.carried.len()) }</span></summary>
                <ul class="plain move-lines">for (_, place) in &outlook.carried { { line(set, *place) } }</ul>
            </details>
        </>
    }
}

/// The star under one decision.
fn side(title: &'static str, number: &'static str, rating: &Rating, t: &'static Words) -> Html {
    let begun = rating.answered > 0;
    let (star, possible) = range_text(rating, begun, t);
    html! {
        <p class="card"><span class="soft">{ title }{ " · " }{ number }</span>
            <strong>{ rating.total.0 }<span class="soft">{ "/100" }</span></strong>
            <Stars now={rating.star.filter(|_| begun)} best={rating.best.star} />
            <span class="soft">{ star }{ " " }{ possible }</span></p>
    }
}

/// One criterion that is asked otherwise: both texts side by side, and what becomes of the answer.
fn changed(dossier: &Dossier, set: &'static ProductSet, moved: &Moved, language: Language, t: &'static Words) -> Html {
    let Moved::Changed { from, to, differences, answer } = moved else { return html! {} };
    let (old, new) = (&dossier.set().criteria[*from], &set.criteria[*to]);
    let was = dossier.assessment.answer(*from);
    let becomes = match (was, answer) {
        (Answer::Unanswered, _) => t.moving.was_open,
        (_, Answer::Unanswered) => t.moving.asked_anew,
        _ => t.moving.to_review,
    };
    html! {
        <li class="versus-row" key={*to}>
            <h3><span class="code">{ new.code }</span>{ " " }{ new.wording.title.get(language) }</h3>
            <p class="versus-chips">for text in named_differences(*differences, t) { <span class="chip versus-chip">{ text }</span> }</p>
            <div class="versus-sides">
                for (title, criterion) in [(t.moving.before, old), (t.moving.after, new)] {
                    <div class="versus-side">
                        <p class="versus-place soft">{ title }{ " · " }<span class="code">{ criterion.code }</span></p>
                        <p>{ criterion.wording.question.get(language) }</p>
                        { levels(criterion, language, t) }
                    </div>
                }
            </div>
            <p class="move-answer">{ icon(Icon::Info) }{ becomes }</p>
        </li>
    }
}

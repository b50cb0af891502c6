use yew::prelude::*;

use super::view::View;
use crate::domain::decision::Star;
use crate::domain::way::{Step, Steps, locks_for};
use crate::session::Change;

/// The next best routes, each by what it does without and what it does instead.
pub fn others(view: &View, target: Star, best: &Steps, others: &[Steps]) -> Html {
    let t = view.t;
    html! {
        <section class="others" aria-labelledby="way-others">
            if others.is_empty() {
                <h2 id="way-others">{ t.way.others }</h2>
                <p class="soft">{ t.way.others_none }</p>
            } else {
                <details class="fold">
                    <summary><h2 id="way-others">{ t.way.others }</h2><span class="check-count">{ others.len() }</span></summary>
                    <ul class="other-cards">for other in others { { card(view, target, best, other) } }</ul>
                </details>
            }
        </section>
    }
}

fn card(view: &View, target: Star, best: &Steps, other: &Steps) -> Html {
    let t = view.t;
    let dropped: Vec<&Step> = lacking(best, other, |step, known| step.position == known.position);
    let added: Vec<&Step> = lacking(other, best, |step, known| step == known);
    let total = t.way.total.from_steps_to(
        &view.dossier.rating().total.0,
        &t.way.steps.of(other.steps.len()),
        &other.reaches.total.0,
    );
    let code = |position: usize| view.criterion(position).code;
    let locks = locks_for(&view.dossier.assessment, target, view.costs, other);
    let names = locks.iter().map(|position| code(*position)).collect::<Vec<_>>().join(", ");
    let changes =
        locks.iter().map(|position| Change::Locked { code: code(*position).to_owned(), locked: true }).collect();
    html! {
        <li class="card other">
            <p class="other-total">{ total }</p>
            <dl>
                <dt>{ t.way.other_drop }</dt>
                for step in &dropped { <dd class="other-drop">{ view.link(step.position) }</dd> }
                if !added.is_empty() { <dt>{ t.way.other_add }</dt> }
                for step in &added {
                    <dd>{ view.link(step.position) }
                        <span class="soft">{ t.way.up.level(&view.label(step.position, step.to_level)) }{ format!(" (+{})", step.adds.0 + step.wakes.0) }</span></dd>
                }
            </dl>
            if other.steps.len() > added.len() { <p class="soft">{ t.way.other_same }</p> }
            <p class="other-take"><button type="button" class="button" onclick={view.changing(changes, "way-summary")}
                aria-label={t.way.take_label.codes(&names)}>{ t.way.take }</button>
                <span class="soft">{ t.way.take_locks.codes(&names) }</span></p>
        </li>
    }
}

/// Steps of one route that the other has nothing like.
fn lacking<'a>(route: &'a Steps, other: &Steps, alike: fn(&Step, &Step) -> bool) -> Vec<&'a Step> {
    route.steps.iter().filter(|step| !other.steps.iter().any(|known| alike(step, known))).collect()
}

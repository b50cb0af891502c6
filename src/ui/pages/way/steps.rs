use yew::prelude::*;

use super::effort::{Asked, effort_panel, effort_text, gone_line, lock_button};
use super::note::note_line;
use super::papers::papers_panel;
use super::view::{Panel, View};
use crate::domain::decision::Star;
use crate::domain::rating::Answer;
use crate::domain::way::{Step, Steps, Why};
use crate::ui::components::{Icon, icon};
use crate::words::Words;

/// The route as numbered steps.
pub fn steps(view: &View, route: &Steps) -> Html {
    let mut rows: Vec<Html> = route.steps.iter().enumerate().map(|(place, step)| one(view, place + 1, step)).collect();
    if let Some(gone) = view.gone() {
        rows.insert(gone.place.min(rows.len()), gone_line(view, gone.position));
    }
    html! { <ol class="way-steps" aria-label={view.t.way.summary}>{ for rows }</ol> }
}

fn one(view: &View, no: usize, step: &Step) -> Html {
    let t = view.t;
    let position = step.position;
    let code = view.criterion(position).code;
    let (papers, effort) = (Panel::Papers(position), Panel::Effort(position));
    html! {
        <li class="way-step" key={position} id={format!("step-{code}")}>
            <span class="step-no" aria-hidden="true">{ no }</span>
            <div class="step-text">
                { view.link(position) }
                <p class="step-up">{ t.way.up.level(&view.label(position, step.to_level)) }</p>
                if step.from == Answer::Unanswered { <p class="soft">{ t.way.now_open }</p> }
                { note_line(view, position) }
            </div>
            <p class="step-gain">
                <span aria-hidden="true">{ format!("+{}", step.adds.0 + step.wakes.0) }</span>
                <span class="sr-only">{ t.way.adds.of((step.adds.0 + step.wakes.0).into()) }</span>
            </p>
            <p class="chips">{ chips(view, step) }</p>
            <div class="step-tools">
                { tool(view, papers, Icon::File, t.way.papers, &t.way.papers_of.code(&code), &format!("papers-{code}")) }
                { tool(view, effort, Icon::Clock, effort_text(view, position).unwrap_or(t.way.effort),
                    &t.way.effort_of.code(&code), &format!("effort-{code}")) }
                { lock_button(view, position, Some(no - 1)) }
            </div>
            if view.is_open(papers) { { papers_panel(view, step) } }
            if view.is_open(effort) { { effort_panel(view, position, Asked::OfStep) } }
        </li>
    }
}

/// A button that opens a panel below.
fn tool(view: &View, panel: Panel, sign: Icon, text: &str, label: &str, controls: &str) -> Html {
    let open = view.is_open(panel);
    html! {
        <button type="button" class={classes!("tool", open.then_some("tool-open"))} onclick={view.toggling(panel)}
            aria-expanded={open.to_string()} aria-controls={controls.to_owned()} aria-label={label.to_owned()}>
            { icon(sign) }{ text.to_owned() }
        </button>
    }
}

/// How long it takes, what it opens, and why it is there where that is not plain.
fn chips(view: &View, step: &Step) -> Html {
    let t = view.t;
    let structure = || view.set().counts_with.map_or("", |[structure, _]| view.criterion(structure).code);
    let why = match step.why {
        Why::Zero => Some(t.way.why_zero.to_owned()),
        _ if step.wakes.0 > 0 => Some(t.way.wakes.code_n(&structure(), &step.wakes.0)),
        Why::Story => Some(t.way.why_story.code(&structure())),
        Why::Minimum | Why::Points => None,
    };
    html! {
        <>
            if let Some(lead) = view.lead(step.position).text(t) { <span class="chip chip-act">{ lead }</span> }
            { floors(t, &step.opens) }
            if let Some(why) = why { <span class="chip chip-why">{ why }</span> }
        </>
    }
}

/// The stars of which a level is the minimum, said once.
pub fn floors(t: &'static Words, opens: &[Star]) -> Html {
    let stars: Vec<String> = opens.iter().map(|star| u8::from(*star).to_string()).collect();
    html! { if !stars.is_empty() { <span class="chip chip-floor">{ t.criterion.floor.n(&stars.join(", ")) }</span> } }
}

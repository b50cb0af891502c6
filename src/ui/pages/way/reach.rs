use yew::prelude::*;

use super::view::View;
use crate::domain::calendar::Date;
use crate::domain::decision::Star;
use crate::domain::dossier::{Filing, FilingDay, filing_days};
use crate::domain::way::{Reach, reach};
use crate::ui::components::Stars;
use crate::ui::pages::standing::kind_name;

/// The quick or the slow end of how long a raise takes, in months.
type End = fn((u8, u8)) -> u8;

/// What can still be reached: for each day to file that counts, the best star and the cheapest way
/// made only of steps that are done by then; where it depends on how quickly they go, both ends of it.
pub fn reachable(view: &View, today: Date) -> Html {
    let t = view.t;
    let days = filing_days(view.dossier, today);
    if days.is_empty() || view.dossier.assessment.answered() == 0 {
        return html! {};
    }
    html! {
        <section class="card reach" aria-labelledby="way-reach">
            <h2 id="way-reach">{ t.reach.title }</h2>
            <p class="soft">{ t.reach.lead }</p>
            <ul class="plain reach-days">for day in days { { row(view, &day, today) } }</ul>
        </section>
    }
}

fn row(view: &View, day: &FilingDay, today: Date) -> Html {
    let t = view.t;
    let months = |position: usize, end: End| {
        let ticked = view.dossier.plan.steps.get(view.criterion(position).code).is_some_and(|note| note.done);
        if ticked { 0 } else { end(view.lead(position).span()) }
    };
    let until = |end: End| {
        let done = |position: usize| today.plus_months(months(position, end).into()) <= day.date;
        reach(&view.dossier.assessment, view.costs, done)
    };
    let (quick, slow): (End, End) = (|span| span.0, |span| span.1);
    let (found, hoped) = (until(slow), until(quick));
    let held = view.dossier.held_star();
    let is_lost = |found: &Reach| held.is_some_and(|held| found.star < Some(held));
    // The same steps, done quickly and done slowly.
    let month = |end: End| {
        let steps = hoped.steps.iter().flat_map(|route| &route.steps);
        let last = today.plus_months(steps.map(|step| months(step.position, end)).max().unwrap_or(0).into());
        format!("{}/{}", last.month(), last.year())
    };
    let why = match day.filing {
        Filing::Today => t.reach.today,
        Filing::WindowOpens => t.reach.opens,
        Filing::WindowCloses => t.reach.closes,
        Filing::Prolonged => t.reach.prolonged,
        Filing::Round => t.reach.round,
    };
    html! {
        <li class="reach-day">
            <p class="reach-head">
                <strong>{ t.reach.file.date_kind(&day.date, &kind_name(day.kind, t)) }</strong>
                <Stars now={found.star} best={hoped.star.filter(|star| Some(*star) > found.star)} />
            </p>
            <p class="soft">{ why }{ " · " }{ t.reach.result.date(&day.result) }</p>
            if hoped.star > found.star {
                <p class={classes!(is_lost(&hoped).then_some("blocks"))}>{ t.reach.if_quick.month_what(&month(quick), &words(view, &hoped, held)) }</p>
                <p class={classes!(is_lost(&found).then_some("blocks"))}>{ t.reach.if_slow.month_what(&month(slow), &words(view, &found, held)) }</p>
            } else {
                <p class={classes!(is_lost(&found).then_some("blocks"))}>{ words(view, &found, held) }</p>
            }
            if let Some(route) = hoped.steps.as_ref().filter(|_| hoped.star > found.star).or(found.steps.as_ref()) {
                <details class="fold">
                    <summary>{ t.way.steps.of(route.steps.len()) }</summary>
                    <ul class="plain">for step in &route.steps {
                        <li>{ view.link(step.position) }<span class="soft">{ " → " }{ view.label(step.position, step.to_level) }</span></li>
                    }</ul>
                </details>
            }
        </li>
    }
}

fn words(view: &View, found: &Reach, held: Option<Star>) -> String {
    let t = view.t;
    let Some(star) = found.star else { return t.reach.ended.to_owned() };
    let n = u8::from(star);
    match held {
        Some(held) if star < held => t.reach.loss.held_n(&u8::from(held), &n),
        Some(held) if star == held => t.reach.keeps.n(&n),
        _ => t.reach.reaches.n(&n),
    }
}

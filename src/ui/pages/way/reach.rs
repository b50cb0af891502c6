use yew::prelude::*;

use super::view::View;
use crate::domain::calendar::Date;
use crate::domain::decision::Star;
use crate::domain::dossier::{Filing, FilingDay, filing_days};
use crate::domain::way::{Reach, reach};
use crate::ui::components::Stars;
use crate::ui::pages::standing::kind_name;

/// What can still be reached: for each day to file that counts, the best star and the cheapest way
/// made only of steps that are done by then.
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
    let done = |position: usize| {
        let code = view.criterion(position).code;
        let ticked = view.dossier.plan.steps.get(code).is_some_and(|note| note.done);
        let (_, slow) = view.lead(position).span();
        ticked || today.plus_months(slow.into()) <= day.date
    };
    let found = reach(&view.dossier.assessment, view.costs, done);
    let held = view.dossier.held_star();
    let lost = held.is_some_and(|held| found.star < Some(held));
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
                <Stars now={found.star} best={None} />
            </p>
            <p class="soft">{ why }{ " · " }{ t.reach.result.date(&day.result) }</p>
            <p class={classes!(lost.then_some("blocks"))}>{ words(view, &found, held) }</p>
            if let Some(route) = &found.steps {
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

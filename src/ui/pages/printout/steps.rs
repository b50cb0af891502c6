use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::way::noting;
use super::Plan;
use crate::domain::dossier::StepNote;
use crate::domain::rating::Answer;
use crate::domain::way::{Step, Steps};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::AppHandle;
use crate::ui::route::Route;

/// The steps to tick: what, who, until when.
pub fn steps(app: &AppHandle, plan: &Plan, route: &Steps) -> Html {
    let t = plan.t;
    let done = route.steps.iter().filter(|step| note(plan, step).done).count();
    html! {
        <section class="plan-list" aria-labelledby="plan-steps">
            <h2 id="plan-steps">{ t.plan.steps }{ " " }
                <span class="soft">{ t.plan.done_count.n_of(&done, &route.steps.len()) }</span></h2>
            <ol class="plan-steps">
                for (place, step) in route.steps.iter().enumerate() { { one(app, plan, place + 1, step) } }
            </ol>
        </section>
    }
}

fn code(plan: &Plan, step: &Step) -> &'static str {
    plan.dossier.set().criteria[step.position].code
}

pub fn note(plan: &Plan, step: &Step) -> StepNote {
    plan.dossier.plan.steps.get(code(plan, step)).cloned().unwrap_or_default()
}

fn one(app: &AppHandle, plan: &Plan, no: usize, step: &Step) -> Html {
    let t = plan.t;
    let criterion = &plan.dossier.set().criteria[step.position];
    let (code, title) = (criterion.code, criterion.wording.title.get(plan.language));
    let level = criterion.ladder.labels[step.to_level].get(plan.language);
    let note = note(plan, step);
    let noting = |put: fn(StepNote, &HtmlInputElement) -> StepNote| noting(app, &plan.dossier.id, code, put);
    let tick = noting(|note, input| StepNote { done: input.checked(), ..note });
    let who = noting(|note, input| StepNote { who: input.value(), ..note });
    let until = noting(|note, input| StepNote { until: input.value(), ..note });
    let answer = {
        let (app, id) = (app.clone(), plan.dossier.id.clone());
        let answer = u8::try_from(step.to_level).map_or(Answer::Unanswered, Answer::Level);
        let position = step.position;
        Callback::from(move |_: MouseEvent| app.change(&id, Change::Answered { position, answer }))
    };
    html! {
        <li class={classes!("plan-step", note.done.then_some("plan-step-done"))} key={step.position} id={format!("plan-{code}")}>
            <label class="check plan-tick">
                <input type="checkbox" id={format!("done-{code}")} checked={note.done}
                    aria-label={t.plan.done_label.code_title(&code, &title)}
                    onchange={Callback::from(move |event: Event| tick(event.target_unchecked_into()))} />
                <span class="print-box" aria-hidden="true">{ if note.done { "☑" } else { "☐" } }</span>
            </label>
            <div class="plan-what">
                <p><a class="step-title" href={Route::criterion(&plan.dossier.id, code).href()}>
                    { format!("{no}. ") }<span class="code">{ code }</span>{ " " }{ title }</a></p>
                <p class="step-up">{ t.way.up.level(&level) }
                    <strong class="plan-points">{ format!(" +{}", step.adds.0 + step.wakes.0) }</strong></p>
            </div>
            <label class="plan-field">
                <span>{ t.plan.who }</span>
                <input type="text" id={format!("who-{code}")} value={note.who.clone()} maxlength="80" autocomplete="off"
                    oninput={Callback::from(move |event: InputEvent| who(event.target_unchecked_into()))} />
                <span class="print-value" aria-hidden="true">{ &note.who }</span>
            </label>
            <label class="plan-field">
                <span>{ t.plan.until }</span>
                <input type="text" id={format!("until-{code}")} value={note.until.clone()} maxlength="40" autocomplete="off"
                    oninput={Callback::from(move |event: InputEvent| until(event.target_unchecked_into()))} />
                <span class="print-value" aria-hidden="true">{ &note.until }</span>
            </label>
            if note.done {
                <p class="plan-answer"><button type="button" class="button" onclick={answer}>{ icon(Icon::Check) }{ t.plan.write_answer }</button></p>
            }
        </li>
    }
}

/// Steps ticked as done that the way needs no more: the answer has been given since.
pub fn finished(plan: &Plan) -> Html {
    let t = plan.t;
    let set = plan.dossier.set();
    let on_route =
        |code: &str| plan.route.is_some_and(|route| route.steps.iter().any(|step| self::code(plan, step) == code));
    let finished: Vec<_> = set
        .criteria
        .iter()
        .filter(|criterion| plan.dossier.plan.steps.get(criterion.code).is_some_and(|note| note.done))
        .filter(|criterion| !on_route(criterion.code))
        .collect();
    if finished.is_empty() {
        return html! {};
    }
    html! {
        <section class="plan-finished" aria-labelledby="plan-finished">
            <h2 id="plan-finished">{ t.plan.finished }</h2>
            <ul class="plain">
                for criterion in finished {
                    <li key={criterion.code}>{ icon(Icon::Check) }<span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(plan.language) }</li>
                }
            </ul>
        </section>
    }
}

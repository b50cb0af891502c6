use yew::prelude::*;

use super::note::note_fields;
use super::view::{Gone, View};
use crate::domain::dossier::Effort;
use crate::domain::way::{Way, way_to};
use crate::session::Change;
use crate::ui::components::{Icon, LateField, icon};
use crate::ui::hooks::focus_soon;

/// The most months that can be said: ten years.
const MOST: u8 = 120;

/// Where the effort is asked: two panels of one criterion are told apart by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// At a step, together with who does it and until when.
    OfStep,
    /// In the table of all criteria.
    OfGain,
}

/// How hard raising a criterion is, and how long it takes, as the applicant says.
pub fn effort_panel(view: &View, position: usize, asked: Asked) -> Html {
    let t = view.t;
    let code = view.criterion(position).code;
    let (id, label) = match asked {
        Asked::OfStep => ("effort", t.way.effort_of.code(&code)),
        Asked::OfGain => ("gain", t.way.gain_edit_label.code(&code)),
    };
    let effort = view.effort(position);
    let set = {
        let (app, dossier) = (view.app.clone(), view.dossier.id.clone());
        move |put: &dyn Fn(Effort) -> Effort| {
            app.change_by(&dossier, |dossier| {
                let effort = put(dossier.plan.efforts.get(code).copied().unwrap_or_default());
                Some(Change::EffortSet { code: code.to_owned(), effort })
            });
        }
    };
    let weigh = |weight: u8| {
        let set = set.clone();
        Callback::from(move |_: Event| set(&|effort| Effort { weight: Some(weight), ..effort }))
    };
    let onset = {
        let set = set.clone();
        Callback::from(move |months: String| {
            let months = match months.trim() {
                "" => None,
                months => match months.parse() {
                    Ok(months) if months <= MOST => Some(months),
                    _ => return,
                },
            };
            set(&|effort| Effort { months, ..effort });
        })
    };
    html! {
        <div class="panel" id={format!("{id}-{code}")} role="group" aria-label={label}>
            if asked == Asked::OfStep { { note_fields(view, position) } }
            <fieldset class="efforts">
                <legend>{ t.way.effort_question }</legend>
                for (weight, label) in [(1, t.way.easy), (2, t.way.medium), (3, t.way.hard)] {
                    <label class={classes!("effort", (effort.weight == Some(weight)).then_some("effort-chosen"))}>
                        <input type="radio" name={format!("{id}-weight-{code}")} checked={effort.weight == Some(weight)} onchange={weigh(weight)} />
                        <span>{ label }</span>
                    </label>
                }
            </fieldset>
            <div class="months">
                <label for={format!("{id}-months-{code}")}>{ t.way.months_question }</label>
                <LateField id={format!("{id}-months-{code}")} keep_as={format!("{}/months/{code}", view.dossier.id)} greatest={MOST} value={effort.months.map_or(String::new(), |months| months.to_string())} refused={t.way.months_refused.n(&MOST)} {onset} />
            </div>
            <p class="soft">{ t.way.effort_help }</p>
        </div>
    }
}

/// What was said of the effort, in a few words; the default is not worth a word.
pub fn effort_text(view: &View, position: usize) -> Option<&'static str> {
    match view.effort(position).weight? {
        0 | 1 => Some(view.t.way.easy),
        2 => Some(view.t.way.medium),
        _ => Some(view.t.way.hard),
    }
}

/// The button that locks the criterion of the step in this place, if it stands at one. What follows is told in the place
/// of the step; where it closes every way, that is what is told.
pub fn lock_button(view: &View, position: usize, place: Option<usize>) -> Html {
    let t = view.t;
    let code = view.criterion(position).code;
    let onclick = {
        let (app, dossier, target, gone) = (view.app.clone(), view.dossier.clone(), view.target, view.gone.setter());
        let without = view.costs.locking(position);
        Callback::from(move |_: MouseEvent| {
            app.change(&dossier.id, Change::Locked { code: code.to_owned(), locked: true });
            gone.set(place.map(|place| Gone { position, place, target }));
            let is_way_left = || matches!(way_to(&dossier.assessment, target, &without), Way::Route(_));
            focus_soon(match place {
                None => "way-gains".to_owned(),
                Some(_) if is_way_left() => GONE.to_owned(),
                Some(_) => "way-summary".to_owned(),
            });
        })
    };
    html! {
        <button type="button" class="tool" id={place.map(|_| format!("lock-{code}"))} {onclick} aria-label={t.way.lock_label.code(&code)}>
            { icon(Icon::LockOpen) }{ t.way.lock }
        </button>
    }
}

/// The id of the line that tells what was locked just now.
const GONE: &str = "way-gone";

/// What locking a criterion comes to, where its step stood, and the way back.
pub fn gone_line(view: &View, position: usize) -> Html {
    let t = view.t;
    let code = view.criterion(position).code;
    let unlock = Change::Locked { code: code.to_owned(), locked: false };
    let is_open = !view.dossier.assessment.answer(position).is_answered();
    html! {
        <li class="way-gone" key="gone" id={GONE} tabindex="-1">
            <p>{ icon(Icon::LockClosed) }<span>
                { if is_open { t.way.gone_open.code(&code) } else { t.way.gone.code(&code) } }
                if is_open { { " " }<a href={view.href(position)}>{ t.way.gone_answer.code(&code) }</a> }
            </span></p>
            <button type="button" class="tool" aria-label={format!("{}: {}", t.home.undo, t.way.lock_label.code(&code))}
                onclick={view.changing(vec![unlock], &format!("lock-{code}"))}>{ icon(Icon::Clock) }{ t.home.undo }</button>
        </li>
    }
}

/// The criteria that are locked, each to be unlocked; nothing where none is, or where those shown
/// already are all of them.
pub fn locked(view: &View, shown: &[usize]) -> Html {
    let t = view.t;
    let locked: Vec<usize> =
        (0..view.set().criteria.len()).filter(|position| view.costs.get(*position).locked).collect();
    if locked.iter().all(|position| shown.contains(position)) {
        return html! {};
    }
    html! {
        <section class="locked" aria-labelledby="way-locked">
            <h2 id="way-locked">{ icon(Icon::LockClosed) }{ t.way.locked.of(locked.len()) }</h2>
            <p class="soft">{ t.way.locked_help }</p>
            <ul class="plain">
                for position in locked {
                    <li key={position} class="locked-row">
                        <span>{ view.link(position) }
                            if !view.dossier.assessment.answer(position).is_answered() { <span class="soft">{ t.way.locked_open }</span> }
                        </span>
                        { unlock_button(view, position) }
                    </li>
                }
            </ul>
        </section>
    }
}

pub fn unlock_button(view: &View, position: usize) -> Html {
    let t = view.t;
    let code = view.criterion(position).code;
    let unlock = Change::Locked { code: code.to_owned(), locked: false };
    html! {
        <button type="button" class="tool" onclick={view.changing(vec![unlock], "way-summary")}
            aria-label={t.way.unlock_label.code(&code)}>
            { icon(Icon::LockClosed) }{ t.way.unlock }
        </button>
    }
}

//! Who does a step and until when: asked where the steps are worked through, and on the plan that is printed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::view::View;
use crate::domain::dossier::StepNote;
use crate::session::Change;
use crate::ui::hooks::AppHandle;

/// Puts what was typed into a part of what is noted on a step, as that is by now.
pub fn noting(
    app: &AppHandle,
    dossier: &str,
    code: &'static str,
    put: fn(StepNote, &HtmlInputElement) -> StepNote,
) -> impl Fn(HtmlInputElement) + 'static {
    let (app, id) = (app.clone(), dossier.to_owned());
    move |input: HtmlInputElement| {
        app.change_by(&id, |dossier| {
            let note = put(dossier.plan.steps.get(code).cloned().unwrap_or_default(), &input);
            Some(Change::StepNoted { code: code.to_owned(), note })
        });
    }
}

/// The two fields, for a step that is to be shared out.
pub fn note_fields(view: &View, position: usize) -> Html {
    let t = view.t;
    let code = view.criterion(position).code;
    let note = view.dossier.plan.steps.get(code).cloned().unwrap_or_default();
    let field = |id: String, label: &'static str, value: String, put: fn(StepNote, &HtmlInputElement) -> StepNote| {
        let put = noting(view.app, &view.dossier.id, code, put);
        let oninput = Callback::from(move |event: InputEvent| put(event.target_unchecked_into()));
        html! {
            <label class="plan-field">
                <span>{ label }</span>
                <input type="text" {id} {value} maxlength="80" autocomplete="off" {oninput} />
            </label>
        }
    };
    html! {
        <div class="field-pair">
            { field(format!("who-{code}"), t.plan.who, note.who, |note, input| StepNote { who: input.value(), ..note }) }
            { field(format!("until-{code}"), t.plan.until, note.until, |note, input| StepNote { until: input.value(), ..note }) }
        </div>
    }
}

/// What is noted on a step, in a line; nothing where nothing is.
pub fn note_line(view: &View, position: usize) -> Html {
    let t = view.t;
    let Some(note) = view.dossier.plan.steps.get(view.criterion(position).code) else { return html! {} };
    let (who, until) = (note.who.trim(), note.until.trim());
    let parts = [
        (!who.is_empty()).then(|| who.to_owned()),
        (!until.is_empty()).then(|| t.way.note_until.until(&until)),
        note.done.then(|| t.way.note_done.to_owned()),
    ];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    html! { if !said.is_empty() { <p class="step-note">{ said.join(" · ") }</p> } }
}

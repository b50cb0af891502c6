//! The words of a request, to be changed in their place.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::corrections::keep;
use super::last::{Last, LastDone};
use crate::domain::council::{Correction, WordsFault, words_fault};
use crate::domain::dossier::Dossier;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{drafted, focus_soon, take_draft, use_app, use_draft};

/// The name of what is being written of a request.
fn draft_of(dossier: &str, asked: &Correction) -> String {
    format!("{dossier}/request/{}/{}", asked.at.key(), asked.text)
}

/// The requests of a dossier with the words that are being written of them, which count from now on.
pub fn with_words_in_progress(dossier: &Dossier) -> Vec<Correction> {
    let mut list = dossier.corrections.clone();
    for (place, asked) in dossier.corrections.iter().enumerate() {
        let field = draft_of(&dossier.id, asked);
        let text = drafted(&field).map(|text| text.trim().to_owned());
        // What cannot be asked stays in its field.
        if let Some(text) = text.filter(|text| *text != asked.text && words_fault(&list, place, text).is_none()) {
            take_draft(&field);
            list[place] = asked.in_other_words(text);
        }
    }
    list
}

#[derive(Properties, PartialEq)]
pub struct RequestWordsProps {
    pub dossier: Rc<Dossier>,
    /// Place in the list.
    pub place: usize,
    pub asked: Correction,
    /// What the request's place is called.
    pub name: String,
    pub last: LastDone,
    /// What stands below the words.
    pub children: Html,
}

/// What is asked for, and the way to ask for it in other words. What is being written is kept until it is done; in
/// other words it is the same request, which is open.
#[component]
pub fn RequestWords(props: &RequestWordsProps) -> Html {
    let app = use_app();
    let t = app.t();
    let RequestWordsProps { dossier, place, asked, name, last, children } = props;
    let place = *place;
    // Named by what is asked: the list moves up where another is taken out.
    let draft = use_draft(&draft_of(&dossier.id, asked));
    let (field, button) = (format!("desk-words-{place}"), format!("desk-change-{place}"));
    let label = t.corrections.change.place(name);
    let Some(written) = draft.text() else {
        let begin = {
            let (draft, asked, last, field) = (draft.clone(), asked.clone(), last.clone(), field.clone());
            Callback::from(move |_: MouseEvent| {
                draft.type_in(asked.text.clone());
                last.set(Some(Last::Rewording(asked.clone())));
                focus_soon(field.clone());
            })
        };
        return html! {
            <>
                <span>{ asked.text.clone() }</span>
                <span class="desk-under">
                    { children.clone() }
                    <button type="button" id={button} class="icon-button" aria-label={label} onclick={begin}>{ icon(Icon::Edit) }</button>
                </span>
            </>
        };
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.type_in(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let text = written.trim().to_owned();
    let fault_id = format!("{field}-fault");
    let fault = words_fault(&dossier.corrections, place, &text).map(|fault| match fault {
        WordsFault::Empty => t.corrections.no_words,
        WordsFault::Taken => t.corrections.same_words,
    });
    let done = {
        let (app, id, draft, asked, last) =
            (app.clone(), dossier.id.clone(), draft.clone(), asked.clone(), last.clone());
        let (is_refused, field) = (fault.is_some(), field.clone());
        Callback::from(move |_: MouseEvent| {
            // What is wrong stands below the field.
            if is_refused {
                return focus_soon(field.clone());
            }
            let mut done = None;
            keep(&app, &id, |list| {
                if let Some(here) = list.get_mut(place).filter(|here| here.asks_the_same(&asked) && asked.text != text)
                {
                    let reworded = here.in_other_words(text.clone());
                    done = Some(Last::Reworded(std::mem::replace(here, reworded.clone()), reworded));
                }
            });
            last.set(done);
            draft.done();
            focus_soon(button.clone());
        })
    };
    html! {
        <>
            <textarea id={field} class="desk-words" rows="3" maxlength="2000" aria-label={label} value={written.to_owned()} {oninput}
                aria-invalid={fault.is_some().then_some("true")} aria-describedby={fault.is_some().then(|| fault_id.clone())} />
            if let Some(fault) = fault { <span class="field-fault" id={fault_id} role="status">{ fault }</span> }
            <span class="desk-under">
                { children.clone() }
                <button type="button" class="button button-small" onclick={done}>{ t.corrections.change_done }</button>
            </span>
        </>
    }
}

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::domain::dossier::Dossier;
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::use_app;

#[derive(Properties, PartialEq)]
pub struct ProofProps {
    pub position: usize,
    pub dossier: Rc<Dossier>,
}

/// Own description of one criterion and the papers that prove it.
#[component]
pub fn ProofOfCriterion(props: &ProofProps) -> Html {
    let app = use_app();
    let t = app.t();
    let (dossier, position) = (&props.dossier, props.position);
    let note = dossier.entries.get(position).map_or("", |entry| entry.note.as_str()).to_owned();
    let write = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            app.change(&id, Change::NoteWritten { position, note: area.value() });
        })
    };
    html! {
        <section class="proof">
            <details class="fold" open={!note.is_empty()}>
                <summary>{ icon(Icon::Edit) }{ t.criterion.own_words }</summary>
                <label class="field">
                    <span class="field-label">{ t.criterion.own_words_label }</span>
                    <textarea rows="4" value={note} oninput={write} />
                </label>
            </details>
        </section>
    }
}

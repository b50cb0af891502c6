use std::rc::Rc;

use yew::prelude::*;

use crate::domain::dossier::Dossier;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{Undo, focus_soon, is_there, use_app};

#[derive(Properties, PartialEq)]
pub struct PutBackProps {
    pub dossier: Rc<Dossier>,
    pub undo: Undo,
    /// Of this place, and of no other on the page.
    pub id: String,
}

/// What was taken out here lately, each with the way back.
#[component]
pub fn PutBack(props: &PutBackProps) -> Html {
    let app = use_app();
    let t = app.t();
    let said = use_state_eq(String::new);
    let PutBackProps { dossier, undo, id } = props;
    let row = |nth: usize, name: &str| {
        let (undo, said, id, name) = (undo.clone(), said.clone(), id.clone(), name.to_owned());
        let label = format!("{}: {name}", t.home.undo);
        let text = t.undo.removed.name(&name);
        let onclick = Callback::from(move |_: MouseEvent| {
            undo.take_back(nth);
            said.set(t.undo.is_back.name(&name));
            focus_soon(id.clone());
        });
        html! {
            <p class="note take-back" key={nth}>
                <span>{ text }</span>
                <button type="button" class="button button-small" aria-label={label} {onclick}>{ icon(Icon::Clock) }{ t.home.undo }</button>
            </p>
        }
    };
    let gone: Vec<_> = undo.acts().iter().enumerate().filter(|(_, act)| !is_there(dossier, act)).collect();
    html! {
        <div class="put-back" id={id.clone()} tabindex="-1" aria-live="polite">
            if !said.is_empty() { <p class="note note-done">{ (*said).clone() }</p> }
            for (nth, act) in gone { { row(nth, &act.name) } }
        </div>
    }
}

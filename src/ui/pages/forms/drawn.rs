use std::rc::Rc;

use yew::prelude::*;

use super::parts::field_id;
use crate::domain::dossier::{Dossier, Field};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{focus_soon, use_app};
use crate::ui::route::Route;

#[derive(Properties, PartialEq)]
pub struct DrawnProps {
    pub dossier: Rc<Dossier>,
    pub field: Field,
}

/// What will be printed in a field that is left empty: a text drawn from elsewhere, where it comes from,
/// and one tap to write another here.
#[component]
pub fn DrawnText(props: &DrawnProps) -> Html {
    let app = use_app();
    let t = app.t();
    let (dossier, field) = (&props.dossier, props.field);
    if !dossier.fields.get(field).trim().is_empty() {
        return html! {};
    }
    let Some(drawn) = dossier.drawn(field) else { return html! {} };
    let edit = {
        let (app, id, text) = (app.clone(), dossier.id.clone(), drawn.text.clone());
        Callback::from(move |_: MouseEvent| {
            app.change(&id, Change::FieldWritten { field, value: text.clone() });
            focus_soon(field_id(field));
        })
    };
    html! {
        <div class="drawn">
            <p class="soft">{ icon(Icon::Copy) }<span>{ t.forms.drawn_from }
                for position in &drawn.from {
                    { " " }<a href={Route::criterion(&dossier.id, dossier.set().criteria[*position].code).href()}>{ dossier.set().criteria[*position].code }</a>
                }
            </span></p>
            <p class="drawn-text">{ drawn.text.clone() }</p>
            <button type="button" class="button button-small" onclick={edit}>{ icon(Icon::Edit) }{ t.forms.drawn_edit }</button>
        </div>
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::field::is_property;
use super::labels::label;
use crate::domain::dossier::checks::held_not_ticked;
use crate::domain::dossier::{Dossier, Field};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, focus_soon};
use crate::ui::pages::evidence::click;

/// One tap that ticks what the list of papers bears out; each box stays the applicant's to change.
pub fn tick_held(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let t = app.t();
    let fields = held_not_ticked(dossier);
    let Some(first) = fields.first().copied() else { return html! {} };
    let names: Vec<&str> = fields.iter().map(|field| label(*field, t)).collect();
    let count = fields.len();
    let tick = {
        let id = dossier.id.clone();
        click(app, move |app| {
            let above = fields.iter().any(|field| is_property(*field)).then_some(Field::TickIntellectualProperty);
            for field in above.into_iter().chain(fields.iter().copied()) {
                app.change(&id, Change::FieldWritten { field, value: "true".into() });
            }
            focus_soon(super::field_id(first));
        })
    };
    html! {
        <div class="field-wide tick-held">
            <p class="soft">{ t.forms.tick_held_which.names(&names.join("; ")) }</p>
            <button type="button" class="button button-leaf" onclick={tick}>{ icon(Icon::Check) }{ t.forms.tick_held.of(count) }</button>
        </div>
    }
}

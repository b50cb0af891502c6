use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{rows_now, write};
use crate::domain::dossier::Dossier;
use crate::domain::figures::{ColumnFact, ColumnKind, Missing, TableFact};
use crate::ui::hooks::use_app;

#[derive(Properties, PartialEq)]
pub struct AllOfProps {
    pub dossier: Rc<Dossier>,
    /// Key of the table.
    pub table: String,
    pub fact: &'static TableFact,
    pub doubtful: Vec<Missing>,
}

/// One choice for all rows in which it is not clear: a list of forty people is not opened forty times.
#[component]
pub fn AllOf(props: &AllOfProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let ask = |column: &'static ColumnFact| {
        let places: Vec<usize> =
            props.doubtful.iter().filter(|missing| missing.column == column.key).map(|missing| missing.row).collect();
        if places.len() < 2 {
            return html! {};
        }
        let count = places.len();
        let (app, id, table) = (app.clone(), props.dossier.id.clone(), props.table.clone());
        let onchange = Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut rows = rows_now(&app, &id, &table);
            for place in &places {
                if let Some(row) = rows.get_mut(*place) {
                    row.insert(column.key.clone(), chosen.clone());
                }
            }
            write(&app, &id, &table, rows);
        });
        html! {
            <label class="field" key={column.key.clone()}>
                <span class="field-label">{ t.figures.all_of.of_column(count, &column.label.get(language)) }</span>
                <select {onchange}>
                    <option value="" selected=true>{ t.figures.all_choose }</option>
                    for option in &column.options {
                        <option value={option.key.clone()}>{ option.label.get(language) }</option>
                    }
                </select>
            </label>
        }
    };
    let choices = props.fact.columns.iter().filter(|column| column.kind == ColumnKind::Choice);
    html! { <>{ for choices.map(ask) }</> }
}

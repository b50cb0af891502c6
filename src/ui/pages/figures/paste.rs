use std::rc::Rc;

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::rows::Ids;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::figures::{PastedRow, Row, TableFact, paste};
use crate::ui::hooks::use_app;

#[derive(Properties, PartialEq)]
pub struct PasteProps {
    pub dossier: Rc<Dossier>,
    /// Key of the table.
    pub table: String,
    pub fact: &'static TableFact,
    pub onpasted: Callback<Vec<Row>>,
}

/// Rows for a table of figures.
#[component]
pub fn PasteRows(props: &PasteProps) -> Html {
    let (table, fact) = (props.table.clone(), props.fact);
    let of = |field: Field| props.dossier.fields.get(field).to_owned();
    let onpasted =
        props.onpasted.reform(|rows: Vec<PastedRow>| rows.into_iter().map(|pasted| pasted.row).collect::<Vec<_>>());
    html! { <PasteTable {table} {fact} places={(of(Field::Commune), of(Field::Province))} {onpasted} /> }
}

#[derive(Properties, PartialEq)]
pub struct PasteTableProps {
    /// A name that no other table of the page has.
    pub table: String,
    pub fact: &'static TableFact,
    /// The commune and province by which addresses are told.
    pub places: (String, String),
    pub onpasted: Callback<Vec<PastedRow>>,
}

/// Rows copied from a spreadsheet: what each column was taken for is shown and can be changed, and
/// doubtful cells are marked before anything is taken.
#[component]
pub fn PasteTable(props: &PasteTableProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let text = use_state_eq(String::new);
    let columns = use_state_eq(|| None::<Vec<Option<String>>>);
    let fact = props.fact;
    let oninput = {
        let (text, columns) = (text.clone(), columns.clone());
        Callback::from(move |event: InputEvent| {
            columns.set(None);
            text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let (commune, province) = &props.places;
    let pasted = paste(fact, &text, (commune, province), columns.as_deref());
    let choose = |place: usize| {
        let (columns, now) = (columns.clone(), pasted.columns.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut next = now.clone();
            // A column of the table is filled from one place.
            next.iter_mut().filter(|known| **known == Some(chosen.clone())).for_each(|known| *known = None);
            if let Some(column) = next.get_mut(place) {
                *column = Some(chosen).filter(|chosen| !chosen.is_empty());
            }
            columns.set(Some(next));
        })
    };
    let take = {
        let (onpasted, rows) = (props.onpasted.clone(), pasted.rows.clone());
        Callback::from(move |_: MouseEvent| onpasted.emit(rows.clone()))
    };
    let doubtful: Vec<(usize, &PastedRow)> =
        pasted.rows.iter().enumerate().filter(|(_, row)| !row.doubtful.is_empty()).collect();
    let first_line: Vec<&str> = text.lines().next().unwrap_or_default().split('\t').collect();
    html! {
        <div class="paste">
            <label class="field">
                <span class="field-label">{ t.figures.paste_label }</span>
                <textarea id={Ids(props.table.clone()).paste()} rows="3" {oninput} placeholder={t.figures.paste_here} />
            </label>
            if !pasted.rows.is_empty() {
                <p class="soft">{ t.figures.columns }</p>
                <ul class="paste-columns">
                    for (place, key) in pasted.columns.iter().enumerate() {
                        { {
                            let heading = pasted.headings.as_ref().and_then(|headings| headings.get(place)).map(String::as_str);
                            let heading = heading.or(first_line.get(place).copied()).filter(|text| !text.is_empty()).unwrap_or("–").to_owned();
                            html! {
                                <li key={place}><label>
                                    <span class="paste-heading">{ heading }</span>
                                    <select onchange={choose(place)}>
                                        <option value="" selected={key.is_none()}>{ t.figures.leave_out }</option>
                                        for column in &fact.columns {
                                            <option value={column.key.clone()} selected={key.as_ref() == Some(&column.key)}>{ column.label.get(language) }</option>
                                        }
                                    </select>
                                </label></li>
                            }
                        } }
                    }
                </ul>
                if !doubtful.is_empty() {
                    <p class="note">{ t.figures.look_at.of(doubtful.len()) }</p>
                    <ul class="paste-doubts">
                        for (place, row) in doubtful.iter().take(20) {
                            <li key={*place}>{ t.figures.row.n(&(place + 1)) }{ ": " }{ doubt(fact, row, language) }</li>
                        }
                    </ul>
                }
                if pasted.left_out > 0 { <p class="soft">{ t.figures.left_out.of(pasted.left_out) }</p> }
                <button type="button" class="button button-leaf" onclick={take}>{ t.figures.take_rows.of(pasted.rows.len()) }</button>
            }
        </div>
    }
}

/// What is doubtful in a row: "Nơi thường trú: ?".
fn doubt(fact: &TableFact, row: &PastedRow, language: crate::domain::decision::Language) -> String {
    let cells = row
        .doubtful
        .iter()
        .filter_map(|doubt| Some(format!("{} “{}”", fact.column(&doubt.column)?.label.get(language), doubt.text)));
    let name = fact.columns.first().and_then(|column| row.row.get(&column.key)).cloned().unwrap_or_default();
    let doubts = cells.collect::<Vec<_>>().join(", ");
    if name.is_empty() { doubts } else { format!("{name}: {doubts}") }
}

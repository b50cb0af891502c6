use std::rc::Rc;

use yew::prelude::*;

use super::super::{display_name, name_lang};
use super::rows::{ON_SCREEN, TableRow, is_number, shown as text_of};
use super::view::{Look, View, link_id};
use crate::domain::council::DeskState;
use crate::domain::decision::{Language, Star};
use crate::domain::forms::{RegisterColumn as Column, Value, state_words};
use crate::ui::route::{Page, Route};
use crate::words::words;

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub row: Rc<TableRow>,
    /// Its place among those that are shown.
    pub place: usize,
    pub is_selected: bool,
    /// It waits, out of sight, for more rows to be shown.
    pub is_spare: bool,
    pub language: Language,
    pub look: UseReducerDispatcher<View>,
}

/// A row of the table, drawn anew only where it changes.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps { row, place, is_selected, is_spare, language, look } = props;
    let (t, language) = (words(*language), *language);
    let dossier = &row.dossier;
    let name = display_name(dossier, t, language);
    let onchange = {
        let (look, id, on) = (look.clone(), dossier.id.clone(), !is_selected);
        Callback::from(move |_: Event| look.dispatch(Look::Ticked { ids: [id.clone()].into(), on }))
    };
    let onclick = {
        let (look, id) = (look.clone(), dossier.id.clone());
        Callback::from(move |_: MouseEvent| look.dispatch(Look::Opened(id.clone())))
    };
    let to_desk = onclick.clone();
    html! {
        <tr class={classes!(is_selected.then_some("row-on"))} aria-rowindex={(place + 2).to_string()}
            data-dossier={dossier.id.clone()} hidden={*is_spare}>
            <td class="table-tick"><label><input type="checkbox" checked={*is_selected} {onchange} />
                <span class="sr-only">{ t.table.select.name(&name) }</span></label></td>
            <th scope="row">
                <a id={(!is_spare).then(|| link_id(&dossier.id))} href={Route::dossier(&dossier.id, Page::Result).href()} lang={name_lang(dossier)} {onclick}>{ name.clone() }</a>
                <span class="soft">{ dossier.set().name.get(language) }</span>
                // Where the screen is too narrow for the columns beside it.
                <span class="row-brief" aria-hidden="true">{ brief(row, language) }</span>
                <a class="row-desk" href={Route::dossier(&dossier.id, Page::Desk).href()} onclick={to_desk}
                    aria-label={t.desk.of.name(&name)}>{ t.desk.title }</a>
            </th>
            for column in ON_SCREEN.into_iter().skip(1) {
                <td class={classes!(is_number(column).then_some("number"))}>{ cell(column, &row.values[column.place()], row, language) }</td>
            }
        </tr>
    }
}

/// The stars and the state of a product in a few words.
fn brief(row: &TableRow, language: Language) -> String {
    let t = words(language);
    let stars = |what: &str, star: Star| format!("{what}: {} ★", u8::from(star));
    let star = match row.held {
        Some(star) => Some(stars(t.table.held, star)),
        None => row.star.filter(|_| row.begun).map(|star| stars(t.table.provisional, star)),
    };
    // Who holds stars is recognised.
    let state = row.state.filter(|state| row.held.is_none() || *state != DeskState::Recognised);
    let state = state.map(|state| state_words(state).get(language).to_owned());
    star.into_iter().chain(state).collect::<Vec<_>>().join(" · ")
}

fn cell(column: Column, value: &Value, row: &TableRow, language: Language) -> Html {
    match (column, value) {
        (Column::Star, Value::Number(star)) if row.begun => html! { <span class="cell-star">{ star }{ " ★" }</span> },
        (Column::Best, Value::Number(star)) => html! { <span class="cell-star soft">{ star }{ " ★" }</span> },
        (Column::StarsHeld, Value::Number(star)) => html! { <span class="cell-star">{ star }{ " ★" }</span> },
        (Column::Updated | Column::CertificateEnd | Column::NextDay, Value::Text(day)) => {
            let parts: Vec<&str> = day.split('-').rev().collect();
            match parts[..] {
                // Where a column is too narrow for all of it, the year goes to the next line.
                [day, month, year] => html! { <>{ format!("{day}/{month}/") }<wbr />{ year }</> },
                _ => day.into(),
            }
        }
        (_, value) => text_of(value, language).into(),
    }
}

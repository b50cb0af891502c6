use std::collections::BTreeSet;

use yew::prelude::*;

use super::super::display_name;
use super::rows::{
    DUE, ENDS, HELD, IN_FILES, SET_NAME, Sorting, Stars, TableRow, UPDATED, is_number, shown as text_of,
};
use crate::domain::decision::{Language, Star};
use crate::domain::forms::{Sheet, Value};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// Buttons for the stars to show, each with how many there are.
pub fn filters(filter: &UseStateHandle<Stars>, rows: &[TableRow], t: &'static Words) -> Html {
    let stars = |star: Star| t.stars.count.of(u8::from(star).into());
    let all = [
        (Stars::All, t.table.all.to_owned()),
        (Stars::At(Star::Five), stars(Star::Five)),
        (Stars::At(Star::Four), stars(Star::Four)),
        (Stars::At(Star::Three), stars(Star::Three)),
        (Stars::Below, t.table.below.to_owned()),
        (Stars::Out, t.table.out.to_owned()),
        (Stars::Unrated, t.table.unrated.to_owned()),
        (Stars::Pressing, t.table.pressing.to_owned()),
        (Stars::Losing, t.table.losing.to_owned()),
        (Stars::EndsWithin(6), t.table.ends_soon.to_owned()),
        (Stars::Ended, t.table.ended.to_owned()),
    ];
    html! {
        <div class="filters" role="group" aria-label={t.table.filter}>
            for (value, name) in all {
                <button type="button" class={classes!("filter", (**filter == value).then_some("filter-on"))}
                    aria-pressed={(**filter == value).to_string()} onclick={
                        let filter = filter.clone();
                        Callback::from(move |_: MouseEvent| filter.set(value))
                    }>
                    { name }<span class="filter-count">{ rows.iter().filter(|row| row.is_among(value)).count() }</span>
                </button>
            }
        </div>
    }
}

/// The table itself: columns that sort, rows that can be selected.
pub fn grid(
    shown: &[&TableRow],
    sheet: &Sheet,
    sorting: &UseStateHandle<Sorting>,
    selected: &UseStateHandle<BTreeSet<String>>,
    language: Language,
    t: &'static Words,
) -> Html {
    if shown.is_empty() {
        return html! { <p class="empty">{ t.table.nothing }</p> };
    }
    let ids: BTreeSet<String> = shown.iter().map(|row| row.dossier.id.clone()).collect();
    let all = ids.is_subset(selected);
    let select = |ids: BTreeSet<String>, on: bool| {
        let selected = selected.clone();
        Callback::from(move |_: Event| {
            let kept = (*selected).clone();
            selected.set(if on { &kept | &ids } else { &kept - &ids });
        })
    };
    let head = |column: usize, name: &str| {
        let now = **sorting;
        let is_sorted = now.column == column;
        let sort = sorting.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            sort.set(Sorting { column, down: if is_sorted { !now.down } else { is_number(column) } });
        });
        let direction = match (is_sorted, now.down) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        };
        html! {
            <th scope="col" class={classes!(is_number(column).then_some("number"))} aria-sort={direction}>
                <button type="button" class="sort" title={t.table.sort.column(&name)} {onclick}>
                    { name }<span class="sort-sign" aria-hidden="true"></span>
                </button>
            </th>
        }
    };
    html! {
        <div class="table-box" role="region" tabindex="0" aria-label={t.table.title}>
            <table class="overview">
                <thead><tr>
                    <th class="table-tick"><label><input type="checkbox" checked={all} onchange={select(ids.clone(), !all)} />
                        <span class="sr-only">{ t.table.select_all }</span></label></th>
                    for (column, name) in sheet.columns.iter().enumerate().filter(|(column, _)| *column != SET_NAME && !IN_FILES.contains(column)) {
                        { head(column, name) }
                    }
                </tr></thead>
                <tbody>
                    for row in shown {
                        { table_row(row, selected.contains(&row.dossier.id), &select, language, t) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn table_row(
    row: &TableRow,
    is_selected: bool,
    select: &dyn Fn(BTreeSet<String>, bool) -> Callback<Event>,
    language: Language,
    t: &'static Words,
) -> Html {
    let dossier = &row.dossier;
    let name = display_name(dossier, t, language);
    let onchange = select([dossier.id.clone()].into(), !is_selected);
    html! {
        <tr key={dossier.id.clone()} class={classes!(is_selected.then_some("row-on"))}>
            <td class="table-tick"><label><input type="checkbox" checked={is_selected} {onchange} />
                <span class="sr-only">{ t.table.select.name(&name) }</span></label></td>
            <th scope="row">
                <a href={Route::dossier(&dossier.id, Page::Result).href()}>{ name }</a>
                <span class="soft">{ dossier.set().name.get(language) }</span>
            </th>
            for (column, value) in row.values.iter().enumerate().skip(1).filter(|(column, _)| *column != SET_NAME && !IN_FILES.contains(column)) {
                <td class={classes!(is_number(column).then_some("number"))}>{ cell(column, value, row, language) }</td>
            }
        </tr>
    }
}

fn cell(column: usize, value: &Value, row: &TableRow, language: Language) -> Html {
    match (column, value) {
        (9, Value::Number(star)) if row.begun => html! { <span class="cell-star">{ star }{ " ★" }</span> },
        (10, Value::Number(star)) => html! { <span class="cell-star soft">{ star }{ " ★" }</span> },
        (HELD, Value::Number(star)) => html! { <span class="cell-star">{ star }{ " ★" }</span> },
        (UPDATED | ENDS | DUE, Value::Text(day)) => {
            let parts: Vec<&str> = day.split('-').rev().collect();
            parts.join("/").into()
        }
        (_, value) => text_of(value, language).into(),
    }
}

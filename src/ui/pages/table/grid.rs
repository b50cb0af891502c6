use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::row::{Row, Select, Selected};
use super::rows::{IN_FILES, SET_NAME, Sorting, Stars, TableRow, is_number};
use crate::domain::decision::Star;
use crate::domain::forms::Sheet;
use crate::words::Words;

/// Buttons for the stars to show, each with how many there are.
pub fn filters(filter: &UseStateHandle<Stars>, rows: &[Rc<TableRow>], t: &'static Words) -> Html {
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
    shown: &[&Rc<TableRow>],
    most: usize,
    sheet: &Sheet,
    sorting: &UseStateHandle<Sorting>,
    selected: &UseReducerHandle<Selected>,
    t: &'static Words,
) -> Html {
    if shown.is_empty() {
        return html! { <p class="empty">{ t.table.nothing }</p> };
    }
    let ids: BTreeSet<String> = shown.iter().map(|row| row.dossier.id.clone()).collect();
    let all = ids.iter().all(|id| selected.has(id));
    let select_all = {
        let selected = selected.dispatcher();
        Callback::from(move |_: Event| selected.dispatch(Select { ids: ids.clone(), on: !all }))
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
                    <th class="table-tick"><label><input type="checkbox" checked={all} onchange={select_all} />
                        <span class="sr-only">{ t.table.select_all }</span></label></th>
                    for (column, name) in sheet.columns.iter().enumerate().filter(|(column, _)| *column != SET_NAME && !IN_FILES.contains(column)) {
                        { head(column, name) }
                    }
                </tr></thead>
                <tbody>
                    for row in shown.iter().take(most) {
                        <Row key={row.dossier.id.clone()} row={(*row).clone()} is_selected={selected.has(&row.dossier.id)}
                            select={selected.dispatcher()} />
                    }
                </tbody>
            </table>
        </div>
    }
}

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::row::Row;
use super::rows::{IN_FILES, SET_NAME, Stars, TableRow, is_number};
use super::view::{FIRST, Look, View};
use crate::domain::decision::{Language, Star};
use crate::domain::forms::Sheet;
use crate::words::words;

/// Buttons for the stars to show, each with how many there are.
pub fn filters(view: &UseReducerHandle<View>, rows: &[Rc<TableRow>], language: Language) -> Html {
    let t = words(language);
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
                <button type="button" class={classes!("filter", (view.filter == value).then_some("filter-on"))}
                    aria-pressed={(view.filter == value).to_string()} onclick={
                        let look = view.dispatcher();
                        Callback::from(move |_: MouseEvent| look.dispatch(Look::Filtered(value)))
                    }>
                    { name }<span class="filter-count">{ rows.iter().filter(|row| row.is_among(value)).count() }</span>
                </button>
            }
        </div>
    }
}

/// The table itself: columns that sort, rows that can be selected. Rows after the first are in a body of their own,
/// which goes in one piece when other rows are found.
pub fn grid(shown: &[&Rc<TableRow>], sheet: &Sheet, view: &UseReducerHandle<View>, language: Language) -> Html {
    let t = words(language);
    if shown.is_empty() {
        return html! { <p class="empty">{ t.table.nothing }</p> };
    }
    let ids: BTreeSet<String> = shown.iter().map(|row| row.dossier.id.clone()).collect();
    let all = ids.iter().all(|id| view.has(id));
    let select_all = {
        let look = view.dispatcher();
        Callback::from(move |_: Event| look.dispatch(Look::Ticked { ids: ids.clone(), on: !all }))
    };
    let head = |column: usize, name: &str| {
        let look = view.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| look.dispatch(Look::SortedBy(column)));
        let direction = match (view.sorting.column == column, view.sorting.down) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        };
        html! {
            <th scope="col" class={classes!(is_number(column).then_some("number"))} aria-sort={direction} data-name={name.to_owned()}>
                <button type="button" class="sort" title={t.table.sort.column(&name)} {onclick}>
                    { name }<span class="sort-sign" aria-hidden="true"></span>
                </button>
            </th>
        }
    };
    let (first, rest) = shown.split_at(shown.len().min(FIRST));
    let more = &rest[..rest.len().min(view.drawn.saturating_sub(FIRST))];
    let line = |row: &&Rc<TableRow>| {
        html! {
            <Row key={row.dossier.id.clone()} row={(*row).clone()} is_selected={view.has(&row.dossier.id)} {language}
                look={view.dispatcher()} />
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
                <tbody>{ for first.iter().map(line) }</tbody>
                if !more.is_empty() { <tbody>{ for more.iter().map(line) }</tbody> }
            </table>
        </div>
    }
}

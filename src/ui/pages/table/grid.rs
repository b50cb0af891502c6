use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::held::Held;
use super::row::Row;
use super::rows::{ON_SCREEN, TableRow, is_number};
use super::view::{Look, View};
use super::window::Heights;
use crate::domain::decision::Language;
use crate::domain::forms::{RegisterColumn as Column, Sheet};
use crate::words::words;

/// By when rows that were written are painted, in milliseconds.
const PAINTED_MS: u32 = 60;

/// Rows in their order.
pub type Shown = Rc<Vec<Rc<TableRow>>>;

#[derive(Properties, PartialEq)]
pub struct GridProps {
    pub shown: Shown,
    pub columns: Rc<Sheet>,
    pub view: UseReducerHandle<View>,
    pub language: Language,
    /// The dossier whose row is in sight at first.
    pub at_first: Option<String>,
}

/// What is known of the rows' heights, and the row that is yet to be brought into sight.
struct Measured {
    heights: Heights,
    goal: Option<usize>,
    /// What had the focus in the row of a product that is yet to be drawn.
    held: Option<Held>,
    /// Other rows stand from the first, and those around them wait for these to be painted. The box scrolls to the top
    /// meanwhile: who heard that would draw a second time before anything is seen.
    is_settling: bool,
    /// The rows that stand, each with its place: those in the window, and those that wait for more to be shown.
    stand: Vec<Option<(usize, Rc<TableRow>)>>,
}

/// The table itself: columns that sort, rows that can be selected. Only rows in sight and a few around them are drawn;
/// on paper all of them. A row once drawn stays: others are written into it, and it is hidden where there are fewer. The
/// focus stays with its product.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let GridProps { shown: wanted, columns, view, language, at_first } = props;
    let (t, language) = (words(*language), *language);
    let (table_box, body) = (use_node_ref(), use_node_ref());
    let measured = use_memo((), |()| {
        RefCell::new(Measured {
            heights: Heights::of(0),
            goal: None,
            held: None,
            is_settling: false,
            stand: Vec::new(),
        })
    });
    // Of which rows which are drawn.
    let window = use_state_eq(|| None::<(Shown, Range<usize>)>);
    // Where nothing is shown the rows of before stay, out of sight.
    let nothing = wanted.is_empty();
    let shown = window.as_ref().map(|(of, _)| of).filter(|_| nothing).unwrap_or(wanted);
    let drawn = window.as_ref().filter(|(of, _)| Rc::ptr_eq(of, shown)).map(|(_, drawn)| drawn.clone());
    let is_new = drawn.is_none();
    // As it is before other rows are written.
    let held = Held::of(&body);
    let drawn = drawn.unwrap_or_else(|| {
        let Measured { heights, goal, is_settling, .. } = &mut *measured.borrow_mut();
        heights.renew(shown.len());
        // Other rows are read from the first; who comes back finds the row that was left, and who is at a row keeps it.
        let left = at_first.as_ref().filter(|_| window.is_none()).or(held.as_ref().map(|held| &held.dossier));
        *goal = left.and_then(|id| shown.iter().position(|row| row.dossier.id == *id));
        // From here on: a box that is too short for its place scrolls by itself, and on a slow device it is heard before
        // what follows on this drawing.
        *is_settling = goal.is_none();
        goal.map_or_else(|| heights.at_top(), |goal| heights.drawn_around(goal))
    });
    let drawn = if view.printing { 0..shown.len() } else { drawn };
    let look_again = {
        let (shown, set, measured, table_box) = (shown.clone(), window.setter(), measured.clone(), table_box.clone());
        Callback::from(move |()| {
            let Some(table_box) = table_box.cast::<Element>().filter(|_| !nothing) else { return };
            let Measured { heights, goal, .. } = &mut *measured.borrow_mut();
            heights.see(table_box.client_height());
            set.set(Some((
                shown.clone(),
                match goal {
                    Some(goal) => heights.drawn_around(*goal),
                    None => heights.drawn(table_box.scroll_top()),
                },
            )));
        })
    };
    {
        let (table_box, body, measured) = (table_box.clone(), body.clone(), measured.clone());
        let (drawn, look_again, printing) = (drawn.clone(), look_again.clone(), view.printing);
        let look = move || {
            measured.borrow_mut().is_settling = false;
            let table_box = table_box.cast::<HtmlElement>().filter(|_| !printing && !nothing)?;
            let is_at_top;
            {
                let Measured { heights, goal, held: waiting, is_settling, .. } = &mut *measured.borrow_mut();
                is_at_top = is_new && goal.is_none();
                *is_settling = is_at_top;
                if is_at_top {
                    table_box.set_scroll_top(0);
                }
                learn(heights, &body, drawn);
                // What is left out above has its height by now.
                if let Some(goal) = goal.take_if(|_| !is_new) {
                    table_box.set_scroll_top(heights.together(0..goal));
                }
                if let Some(held) = held.or(waiting.take())
                    && !held.keep(&body)
                {
                    // Its row comes with the next drawing, or is not shown any more.
                    match goal.is_some() {
                        true => *waiting = Some(held),
                        false => focus_where_it_is(&table_box),
                    }
                }
            }
            // Those in sight are painted before the ones around them are drawn.
            if is_at_top {
                return Some(Timeout::new(PAINTED_MS, move || {
                    measured.borrow_mut().is_settling = false;
                    look_again.emit(());
                }));
            }
            look_again.emit(());
            None
        };
        use_effect(move || {
            let timer = look();
            move || drop(timer)
        });
    }
    let onscroll = {
        let (measured, look_again) = (measured.clone(), look_again.clone());
        Callback::from(move |_: Event| {
            let waits = measured.borrow().is_settling;
            if !waits {
                look_again.emit(());
            }
        })
    };
    if shown.is_empty() {
        return html! { <p class="empty">{ t.table.nothing }</p> };
    }
    let all = shown.iter().all(|row| view.has(&row.dossier.id));
    // On paper, as in the files, what is ticked stands alone.
    let any = shown.iter().any(|row| view.has(&row.dossier.id));
    let select_all = {
        let (look, shown) = (view.dispatcher(), shown.clone());
        Callback::from(move |_: Event| {
            let ids = shown.iter().map(|row| row.dossier.id.clone()).collect();
            look.dispatch(Look::Ticked { ids, on: !all });
        })
    };
    let head = |column: Column, name: &str| {
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
    let Measured { heights, stand, .. } = &mut *measured.borrow_mut();
    let row = |key: usize, place: usize, row: &Rc<TableRow>, is_spare: bool| {
        let is_selected = view.has(&row.dossier.id);
        html! { <Row {key} row={row.clone()} {place} {is_selected} {is_spare} {language} look={view.dispatcher()} /> }
    };
    // Rows that scroll out of sight are written anew where others come into it. On paper each stands for itself.
    let slots = if view.printing { shown.len() } else { stand.len().max(drawn.len()) };
    if !view.printing {
        stand.resize(slots, None);
    }
    let mut rows = Vec::with_capacity(slots);
    for (place, of) in shown.iter().enumerate().take(drawn.end).skip(drawn.start) {
        rows.push(row(place % slots, place, of, false));
        if let Some(standing) = stand.get_mut(place % slots).filter(|_| !view.printing) {
            *standing = Some((place, of.clone()));
        }
    }
    let is_spare = |slot: usize| !drawn.clone().any(|place| place % slots == slot);
    for (slot, standing) in stand.iter().enumerate().filter(|(slot, _)| !view.printing && is_spare(*slot)) {
        rows.extend(standing.as_ref().map(|(place, of)| row(slot, *place, of, true)));
    }
    html! {
        <>
            if nothing { <p class="empty">{ t.table.nothing }</p> }
            <div class={classes!("table-box", nothing.then_some("table-none"))} role="region" tabindex={if nothing { "-1" } else { "0" }} aria-label={t.table.title} ref={table_box} aria-hidden={nothing.then_some("true")}
                {onscroll}>
                <table class={classes!("overview", any.then_some("overview-chosen"))} aria-rowcount={(shown.len() + 1).to_string()}>
                    <thead><tr aria-rowindex="1">
                        <th class="table-tick"><label><input type="checkbox" checked={all} onchange={select_all} />
                            <span class="sr-only">{ t.table.select_all }</span></label></th>
                        for column in ON_SCREEN {
                            { head(column, &columns.columns[column.place()]) }
                        }
                    </tr></thead>
                    { left_out(heights.together(0..drawn.start)) }
                    <tbody ref={body}>{ for rows }</tbody>
                    { left_out(heights.together(drawn.end..shown.len())) }
                </table>
            </div>
        </>
    }
}

/// Takes the focus without moving the page.
fn focus_where_it_is(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Room of this height for rows that are not drawn. An attribute, because no style may stand in the page.
fn left_out(height: i32) -> Html {
    html! {
        if height > 0 { <tbody aria-hidden="true"><tr><td class="table-gap" height={height.to_string()}></td></tr></tbody> }
    }
}

/// Measures the rows that are drawn, from top to top: their heights are no whole numbers, and nothing may add up.
fn learn(heights: &mut Heights, body: &NodeRef, drawn: Range<usize>) {
    let row = |element: Element| element.dyn_into::<HtmlElement>().ok();
    let mut next = body.cast::<Element>().and_then(|body| body.first_element_child()).and_then(row);
    for place in drawn.clone() {
        let Some(this) = next else { return };
        next = this.next_element_sibling().and_then(row).filter(|_| place + 1 < drawn.end);
        let end = next.as_ref().map_or(this.offset_top() + this.offset_height(), HtmlElement::offset_top);
        heights.learn(place, end - this.offset_top());
    }
}

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::rows::Ids;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::figures::{MOST_ROWS, PastedRow, Row, TableFact, Taking, Why, doubles, paste};
use crate::ui::components::list_option;
use crate::ui::hooks::{AppHandle, Draft, use_app, use_draft};
use crate::words::Words;

/// So much of a text is kept while its rows are not taken, in bytes: the dossiers need their room.
const MOST_KEPT: usize = 200_000;

#[derive(Properties, PartialEq)]
pub struct PasteProps {
    pub dossier: Rc<Dossier>,
    /// Key of the table.
    pub table: String,
    pub fact: &'static TableFact,
    /// The rows that the table has.
    pub held: Vec<Row>,
    pub onpasted: Callback<(Vec<Row>, Taking)>,
}

/// Rows for a table of figures.
#[component]
pub fn PasteRows(props: &PasteProps) -> Html {
    let (table, fact) = (props.table.clone(), props.fact);
    let of = |field: Field| props.dossier.fields.get(field).to_owned();
    let onpasted = props.onpasted.reform(|(rows, taking): (Vec<PastedRow>, Taking)| {
        (rows.into_iter().map(|pasted| pasted.row).collect::<Vec<_>>(), taking)
    });
    let held = props.held.clone();
    let keep_as = format!("{}/paste/{table}", props.dossier.id);
    html! { <PasteTable {table} {keep_as} {fact} {held} places={(of(Field::Commune), of(Field::Province))} {onpasted} /> }
}

#[derive(Properties, PartialEq)]
pub struct PasteTableProps {
    /// A name that no other table of the page has.
    pub table: String,
    /// Under which name the text is kept until its rows are taken.
    pub keep_as: String,
    /// What is pasted is looked at once more before it is taken.
    #[prop_or_default]
    pub reads: bool,
    pub fact: &'static TableFact,
    /// The commune and province by which addresses are told.
    pub places: (String, String),
    /// The rows that the table has.
    #[prop_or_default]
    pub held: Vec<Row>,
    pub onpasted: Callback<(Vec<PastedRow>, Taking)>,
}

/// Rows copied from a spreadsheet: what each column was taken for is shown and can be changed, and
/// doubtful cells are marked before anything is taken.
#[component]
pub fn PasteTable(props: &PasteTableProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let draft = use_draft(&props.keep_as);
    let text = use_state_eq(|| draft.text().unwrap_or_default().to_owned());
    let columns = use_state_eq(|| None::<Vec<Option<String>>>);
    // Rows that are there already stay out.
    let once = use_state_eq(|| false);
    let fact = props.fact;
    let oninput = {
        let (text, columns, draft) = (text.clone(), columns.clone(), draft.clone());
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            columns.set(None);
            match typed.is_empty() || typed.len() > MOST_KEPT {
                true => draft.done(),
                false => draft.type_in(typed.clone()),
            }
            text.set(typed);
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
    let take = |taking: Taking| {
        let held: &[Row] = if taking == Taking::Added { &props.held } else { &[] };
        let out = if *once { doubles(&pasted.rows, held) } else { BTreeSet::new() };
        let rows = pasted.rows.iter().enumerate().filter(|(place, _)| !out.contains(place));
        let (onpasted, rows) = (props.onpasted.clone(), rows.map(|(_, row)| row.clone()).collect::<Vec<_>>());
        let draft = (!props.reads).then(|| draft.clone());
        Callback::from(move |_: MouseEvent| {
            draft.iter().for_each(Draft::done);
            onpasted.emit((rows.clone(), taking));
        })
    };
    let twice = doubles(&pasted.rows, &props.held).len();
    let choose_once = {
        let once = once.clone();
        Callback::from(move |event: Event| once.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    let (held, count) = (props.held.len(), pasted.rows.len() - if *once { twice } else { 0 });
    let doubtful: Vec<(usize, &PastedRow)> =
        pasted.rows.iter().enumerate().filter(|(_, row)| !row.doubtful.is_empty()).collect();
    let first_line: Vec<&str> = text.lines().next().unwrap_or_default().split('\t').collect();
    html! {
        <div class="paste">
            <label class="field">
                <span class="field-label">{ t.figures.paste_label }</span>
                <textarea id={Ids(props.table.clone()).paste()} rows="3" value={(*text).clone()} {oninput} placeholder={t.figures.paste_here} />
            </label>
            if pasted.too_long { <p class="note" role="status">{ t.figures.too_long }</p> }
            if !pasted.rows.is_empty() {
                if pasted.across { <p class="note">{ t.figures.across }</p> }
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
                                        { list_option("", key.is_none(), t.figures.leave_out) }
                                        for column in &fact.columns {
                                            { list_option(column.key.clone(), key.as_ref() == Some(&column.key), column.label.get(language)) }
                                        }
                                    </select>
                                </label></li>
                            }
                        } }
                    }
                </ul>
                // What is looked at once more tells all its doubts then, in one list.
                if !doubtful.is_empty() && !props.reads {
                    <div class="note">
                        <p>{ t.figures.look_at.of(doubtful.len()) }</p>
                        <ul>
                            for (place, row) in doubtful.iter().take(20) {
                                <li key={*place}>{ t.figures.row.n(&(place + 1)) }{ ": " }{ doubtful_row(&app, fact, row, commune) }</li>
                            }
                        </ul>
                    </div>
                }
                if pasted.left_out > 0 { <p class="soft">{ t.figures.left_out.of(pasted.left_out) }</p> }
                if pasted.beyond > 0 { <p class="note">{ t.figures.beyond.most_n(&MOST_ROWS, &pasted.beyond) }</p> }
                if twice > 0 {
                    <div class="note">
                        <p>{ t.figures.twice.of(twice) }</p>
                        <label class="check-row"><input type="checkbox" checked={*once} onchange={choose_once} />
                            <span>{ t.figures.only_once }</span></label>
                    </div>
                }
                if held == 0 {
                    <button type="button" class="button button-leaf" onclick={take(Taking::Added)}>
                        { if props.reads { t.recognised.look.of(count) } else { t.figures.take_rows.of(count) } }</button>
                } else {
                    <div class="paste-held">
                        <p><strong>{ t.figures.held.of(held) }</strong></p>
                        <p class="figures-buttons">
                            <button type="button" class="button button-leaf" onclick={take(Taking::Added)}>{ t.figures.add_rows.of(count) }</button>
                            <button type="button" class="button" onclick={take(Taking::Replaced)}>{ t.figures.replace_rows.of(held) }</button>
                        </p>
                    </div>
                }
            }
        </div>
    }
}

/// What is doubtful in a row, and why: "Nam: Trong xã hay nơi khác “xã Mường Thàng”, địa chỉ chưa cho biết…".
fn doubtful_row(app: &AppHandle, fact: &TableFact, row: &PastedRow, commune: &str) -> String {
    let cells = row.doubtful.iter().filter_map(|doubt| {
        let column = fact.column(&doubt.column)?;
        let why = reason(app.t(), doubt.why, commune);
        Some(format!("{} “{}”: {}", column.label.get(app.language), doubt.text, why.trim_end_matches('.')))
    });
    let name = fact.columns.first().and_then(|column| row.row.get(&column.key)).cloned().unwrap_or_default();
    let doubts = cells.collect::<Vec<_>>().join("; ");
    if name.is_empty() { doubts } else { format!("{name}. {doubts}") }
}

/// Why a cell is doubtful, in words.
pub fn reason(t: &'static Words, why: Why, commune: &str) -> &'static str {
    match why {
        Why::Blank => t.figures.why_blank,
        Why::NoNumber => t.figures.why_number,
        Why::TwoNumbers => t.figures.why_two_numbers,
        Why::OtherUnit => t.figures.why_unit,
        Why::Reckoned => t.figures.why_reckoned,
        Why::NoDay => t.figures.why_day,
        Why::NoYear => t.figures.why_year,
        Why::Twice => t.figures.why_twice,
        Why::NoChoice => t.figures.why_choice,
        Why::NoPlace if commune.trim().is_empty() => t.figures.why_commune,
        Why::NoPlace => t.figures.why_place,
        Why::Impossible => t.figures.why_impossible,
    }
}

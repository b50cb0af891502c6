use std::rc::Rc;

use yew::prelude::*;

use super::super::undo::PutBack;
use super::all_of::AllOf;
use super::ask_commune::AskCommune;
use super::paste::PasteRows;
use super::rows::{Ids, Rows};
use super::{row_to_fill, rows_now, write};
use crate::domain::dossier::{Dossier, Field};
use crate::domain::figures::{MOST_ROWS, Missing, Row, TableFact, Taking, cell, take};
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, Undo, focus_soon, use_app, use_undo};
use crate::ui::pages::evidence::click;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub dossier: Rc<Dossier>,
    /// Key of the table.
    pub table: String,
    pub fact: &'static TableFact,
    /// Cells that could not be read.
    #[prop_or_default]
    pub doubtful: Vec<Missing>,
    /// What the first column of a table that is not begun may begin with, a row each.
    #[prop_or_default]
    pub preset: Vec<String>,
    /// What stands below a row while it is filled in: what the rows come to, told above them, is out of sight by then.
    #[prop_or_default]
    pub while_open: Html,
    /// Further buttons.
    #[prop_or_default]
    pub children: Html,
}

/// The rows of a table with the ways to add some: one by one, pasted from a spreadsheet, or those that are
/// proposed.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let app = use_app();
    let t = app.t();
    let open = use_state_eq(|| None::<usize>);
    let pasting = use_state_eq(|| false);
    let EditorProps { dossier, table: key, fact, preset, .. } = props;
    let undo = use_undo(&dossier.id, &format!("rows-{key}"));
    let rows = dossier.tables.get(key).map(|table| table.rows.clone()).unwrap_or_default();
    let add = {
        let (id, key, open, pasting) = (dossier.id.clone(), key.clone(), open.clone(), pasting.clone());
        click(&app, move |app| {
            let mut rows = rows_now(app, &id, &key);
            let next = row_to_fill(&mut rows);
            open.set(Some(next));
            pasting.set(false);
            focus_soon(Ids(key.clone()).row(next));
            write(app, &id, &key, rows);
        })
    };
    let toggle_paste = {
        let (pasting, paste) = (pasting.clone(), Ids(key.clone()).paste());
        Callback::from(move |_: MouseEvent| {
            pasting.set(!*pasting);
            if !*pasting {
                focus_soon(paste.clone());
            }
        })
    };
    let onpasted = {
        let (app, id, key, pasting, undo) =
            (app.clone(), dossier.id.clone(), key.clone(), pasting.clone(), undo.clone());
        Callback::from(move |(more, taking): (Vec<Row>, Taking)| {
            let taken = take(&rows_now(&app, &id, &key), more, taking);
            if taken.beyond > 0 {
                app.notice(NoticeKind::Fault, |t, _| t.figures.beyond.most_n(&MOST_ROWS, &taken.beyond));
            }
            take_out(&app, &undo, &key, taken.out.len(), taken.rows);
            pasting.set(false);
            focus_soon(Ids(key.clone()).title());
        })
    };
    let propose = {
        let (id, key, preset, first) =
            (dossier.id.clone(), key.clone(), preset.clone(), fact.columns.first().map(|column| column.key.clone()));
        click(&app, move |app| {
            let row = |text: &String| first.iter().map(|column| (column.clone(), text.clone())).collect::<Row>();
            write(app, &id, &key, preset.iter().map(row).collect());
        })
    };
    let clear = {
        let (id, key, open, undo) = (dossier.id.clone(), key.clone(), open.clone(), undo.clone());
        click(&app, move |app| {
            open.set(None);
            take_out(app, &undo, &key, rows_now(app, &id, &key).len(), Vec::new());
            focus_soon(Ids(key.clone()).back());
        })
    };
    let told_by_address = fact.columns.iter().any(|column| {
        fact.columns.iter().any(|other| other.read_from == column.key)
            && rows.iter().any(|row| !cell(row, &column.key).is_empty())
    });
    let asks_commune =
        fact.asks_commune() && dossier.fields.get(Field::Commune).trim().is_empty() && (*pasting || told_by_address);
    // Once asked, the field stays while its answer is typed.
    let asked = use_state_eq(|| false);
    if asks_commune && !*asked {
        asked.set(true);
    }
    let filled: Vec<Row> =
        rows.iter().filter(|row| row.values().any(|text| !text.trim().is_empty())).cloned().collect();
    html! {
        <>
            if asks_commune || *asked { <AskCommune dossier={dossier.clone()} /> }
            <AllOf dossier={dossier.clone()} table={key.clone()} fact={*fact} doubtful={props.doubtful.clone()} />
            <Rows dossier={dossier.clone()} table={key.clone()} fact={*fact} open={open.clone()} undo={undo.clone()} doubtful={props.doubtful.clone()} />
            if open.is_some() { { props.while_open.clone() } }
            <PutBack dossier={dossier.clone()} {undo} id={Ids(key.clone()).back()} />
            if *pasting {
                <PasteRows dossier={dossier.clone()} table={key.clone()} fact={*fact} held={filled.clone()} {onpasted} />
            }
            <div class="figures-buttons">
                if !preset.is_empty() && rows.is_empty() {
                    <button type="button" class="button button-small button-leaf" onclick={propose}>{ icon(Icon::Sheet) }{ t.writing.preset.of(preset.len()) }</button>
                }
                if open.is_none() && rows.len() < MOST_ROWS {
                    <button type="button" class="button button-small" onclick={add}>{ icon(Icon::Plus) }{ t.figures.add }</button>
                }
                <button type="button" class="button button-small" aria-expanded={pasting.to_string()} onclick={toggle_paste}>{ icon(Icon::Copy) }{ t.figures.paste }</button>
                { props.children.clone() }
                if filled.len() > 1 && !*pasting {
                    <button type="button" class="link link-quiet" onclick={clear}>{ t.figures.clear }</button>
                }
            </div>
        </>
    }
}

/// Writes rows in the place of others, of which so many go.
fn take_out(app: &AppHandle, undo: &Undo, table: &str, count: usize, rows: Vec<Row>) {
    undo.act(&app.t().figures.rows.of(count), vec![Change::TableWritten { table: table.to_owned(), rows }]);
}

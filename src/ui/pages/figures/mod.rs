//! The numbers behind an answer, on the page of its criterion: a small table, what it adds up to, and
//! the level that it supports. The same table stands in papers that are written here.

mod all_of;
mod ask_commune;
mod begun;
mod editor;
mod paste;
mod result;
mod rows;

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::dossier::Dossier;
use crate::domain::figures::{Counted, Row};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, table_xlsx, use_app, use_day};
use crate::ui::pages::evidence::click;
pub use editor::Editor;
pub use paste::PasteTable;
use result::{in_short, result};
use rows::Ids;

/// The id of the field that rows of a table are pasted into.
pub fn paste_id(table: &str) -> String {
    Ids(table.to_owned()).paste()
}

#[derive(Properties, PartialEq)]
pub struct FiguresProps {
    pub dossier: Rc<Dossier>,
    pub position: usize,
}

/// The table of one criterion, where its level is a share or a count.
#[component]
pub fn FiguresOf(props: &FiguresProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let today = use_day();
    let (dossier, position) = (&props.dossier, props.position);
    let Some(counted) = Counted::of(dossier, position, today) else { return html! {} };
    let Counted { rule, fact, table, judgement } = &counted;
    let download = {
        let (dossier, key) = (dossier.clone(), rule.table.clone());
        click(&app, move |app| table_xlsx(app, &dossier, &key))
    };
    let filled = table.filled().count();
    let title = Ids(rule.table.clone()).title();
    html! {
        <section class="card figures" aria-labelledby={title.clone()}>
            <h2 id={title} tabindex="-1">{ icon(Icon::Sheet) }<span>{ fact.title.get(language) }</span>
                if filled > 0 { <span class="needed-count">{ t.figures.rows.of(filled) }</span> }</h2>
            if table.is_empty() {
                <p class="soft">{ t.figures.lead }{ " " }{ fact.hint.get(language) }</p>
            } else {
                { result(&app, dossier, position, &counted) }
            }
            <Editor dossier={dossier.clone()} table={rule.table.clone()} fact={*fact}
                doubtful={judgement.missing.clone()} while_open={in_short(&app, dossier, position, &counted)}>
                if filled > 0 {
                    <button type="button" class="button button-small" onclick={download}>{ icon(Icon::Download) }{ t.figures.excel }</button>
                }
            </Editor>
        </section>
    }
}

/// The rows of a table as they are by now.
fn rows_now(app: &AppHandle, dossier: &str, table: &str) -> Vec<Row> {
    let table = app.dossier(dossier).and_then(|dossier| dossier.tables.get(table));
    table.map(|table| table.rows.clone()).unwrap_or_default()
}

/// The place of a row to be filled in: the last one where it is still empty, else a new one.
fn row_to_fill(rows: &mut Vec<Row>) -> usize {
    let is_empty = |row: &Row| row.values().all(|text| text.trim().is_empty());
    if !rows.last().is_some_and(is_empty) {
        rows.push(Row::new());
    }
    rows.len() - 1
}

fn write(app: &AppHandle, dossier: &str, table: &str, rows: Vec<Row>) {
    app.change(dossier, Change::TableWritten { table: table.to_owned(), rows });
}

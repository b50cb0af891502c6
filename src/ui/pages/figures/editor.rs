use std::rc::Rc;

use yew::prelude::*;

use super::paste::PasteRows;
use super::rows::{Ids, Rows};
use super::write;
use crate::domain::dossier::Dossier;
use crate::domain::figures::{Row, TableFact};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{focus_soon, use_app};
use crate::ui::pages::evidence::click;

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub dossier: Rc<Dossier>,
    /// Key of the table.
    pub table: String,
    pub fact: &'static TableFact,
    /// Rows with a cell that could not be read.
    #[prop_or_default]
    pub doubtful: Vec<usize>,
    /// What the first column of a table that is not begun may begin with, a row each.
    #[prop_or_default]
    pub preset: Vec<String>,
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
    let rows = dossier.tables.get(key).map(|table| table.rows.clone()).unwrap_or_default();
    let add = {
        let (id, key, rows, open, pasting) =
            (dossier.id.clone(), key.clone(), rows.clone(), open.clone(), pasting.clone());
        click(&app, move |app| {
            let mut rows = rows.clone();
            rows.push(Row::new());
            open.set(Some(rows.len() - 1));
            pasting.set(false);
            focus_soon(Ids(key.clone()).row(rows.len() - 1));
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
        let (app, id, key, rows, pasting) =
            (app.clone(), dossier.id.clone(), key.clone(), rows.clone(), pasting.clone());
        Callback::from(move |more: Vec<Row>| {
            let known = rows.iter().filter(|row| row.values().any(|text| !text.trim().is_empty())).cloned();
            write(&app, &id, &key, known.chain(more).collect());
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
    html! {
        <>
            <Rows dossier={dossier.clone()} table={key.clone()} fact={*fact} open={open.clone()} doubtful={props.doubtful.clone()} />
            if *pasting {
                <PasteRows dossier={dossier.clone()} table={key.clone()} fact={*fact} {onpasted} />
            }
            <div class="figures-buttons">
                if !preset.is_empty() && rows.is_empty() {
                    <button type="button" class="button button-small button-leaf" onclick={propose}>{ icon(Icon::Sheet) }{ t.writing.preset.of(preset.len()) }</button>
                }
                if open.is_none() {
                    <button type="button" class="button button-small" onclick={add}>{ icon(Icon::Plus) }{ t.figures.add }</button>
                }
                <button type="button" class="button button-small" aria-expanded={pasting.to_string()} onclick={toggle_paste}>{ icon(Icon::Copy) }{ t.figures.paste }</button>
                { props.children.clone() }
            </div>
        </>
    }
}

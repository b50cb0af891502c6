//! The numbers behind an answer, on the page of its criterion: a small table, what it adds up to, and
//! the level that it supports.

mod paste;
mod result;
mod rows;

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::dossier::Dossier;
use crate::domain::figures::{Counted, Row};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, focus_soon, table_xlsx, use_app, use_day};
use crate::ui::pages::evidence::click;
use paste::PasteRows;
use result::result;
use rows::Rows;

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
    let open = use_state_eq(|| None::<usize>);
    let pasting = use_state_eq(|| false);
    let (dossier, position) = (&props.dossier, props.position);
    let Some(counted) = Counted::of(dossier, position, today) else { return html! {} };
    let Counted { rule, fact, table, judgement } = &counted;
    let add = {
        let (id, key, rows, open, pasting) =
            (dossier.id.clone(), rule.table.clone(), table.rows.clone(), open.clone(), pasting.clone());
        click(&app, move |app| {
            let mut rows = rows.clone();
            rows.push(Row::new());
            open.set(Some(rows.len() - 1));
            pasting.set(false);
            focus_soon(format!("row-{}", rows.len() - 1));
            write(app, &id, &key, rows);
        })
    };
    let toggle_paste = {
        let pasting = pasting.clone();
        Callback::from(move |_: MouseEvent| {
            pasting.set(!*pasting);
            if !*pasting {
                focus_soon("paste-here".to_owned());
            }
        })
    };
    let onpasted = {
        let (app, id, key, rows, pasting) =
            (app.clone(), dossier.id.clone(), rule.table.clone(), table.rows.clone(), pasting.clone());
        Callback::from(move |more: Vec<Row>| {
            let known = rows.iter().filter(|row| row.values().any(|text| !text.trim().is_empty())).cloned();
            write(&app, &id, &key, known.chain(more).collect());
            pasting.set(false);
            focus_soon("figures-title".to_owned());
        })
    };
    let download = {
        let (dossier, key) = (dossier.clone(), rule.table.clone());
        click(&app, move |app| table_xlsx(app, &dossier, &key))
    };
    let filled = table.filled().count();
    html! {
        <section class="card figures" aria-labelledby="figures-title">
            <h2 id="figures-title" tabindex="-1">{ icon(Icon::Sheet) }<span>{ fact.title.get(language) }</span>
                if filled > 0 { <span class="needed-count">{ t.figures.rows.of(filled) }</span> }</h2>
            if table.is_empty() {
                <p class="soft">{ t.figures.lead }{ " " }{ fact.hint.get(language) }</p>
            } else {
                { result(&app, dossier, position, &counted) }
            }
            <Rows dossier={dossier.clone()} table={rule.table.clone()} open={open.clone()}
                doubtful={judgement.missing.iter().map(|missing| missing.row).collect::<Vec<_>>()} />
            if *pasting {
                <PasteRows dossier={dossier.clone()} table={rule.table.clone()} {onpasted} />
            }
            <div class="figures-buttons">
                if open.is_none() {
                <button type="button" class="button button-small" onclick={add}>{ icon(Icon::Plus) }{ t.figures.add }</button>
                }
                <button type="button" class="button button-small" aria-expanded={pasting.to_string()} onclick={toggle_paste}>{ icon(Icon::Copy) }{ t.figures.paste }</button>
                if filled > 0 {
                    <button type="button" class="button button-small" onclick={download}>{ icon(Icon::Download) }{ t.figures.excel }</button>
                }
            </div>
        </section>
    }
}

fn write(app: &AppHandle, dossier: &str, table: &str, rows: Vec<Row>) {
    app.change(dossier, Change::TableWritten { table: table.to_owned(), rows });
}

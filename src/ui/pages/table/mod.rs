//! The officer's table of all dossiers on the device.

mod filter_bar;
mod grid;
mod held;
mod listing;
mod looked_at;
mod recognised;
mod row;
mod rows;
mod taken_in;
mod view;
mod window;

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::filter_bar::FilterBar;
use self::grid::{Grid, Shown};
use self::recognised::PasteRecognised;
use self::rows::{TableRow, rows_of};
use self::view::{Look, came_back_from, link_id, use_view};
pub use self::view::{follow, is_from_table};
use super::file_drop::take_files;
use super::known::{Known, use_waiting};
use super::reminders::reminders;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::forms::{RegisterColumn, Sheet, Value, commune_code, overview};
use crate::domain::spelling::{found, syllables};
use crate::session::NoticeKind;
use crate::ui::components::{ActionBar, Icon, icon};
use crate::ui::hooks::{
    download_all_calendar, download_csv, download_xlsx, focus_soon, open_files, print_drawn, use_app, use_day,
    use_places_if, use_printing, use_rest, use_title,
};

/// The id of the heading above the ways to take the table along.
const OUT: &str = "table-out";

/// The id of the link to it.
const OUT_LINK: &str = "table-to-out";

/// All dossiers of the device as a table, for those who follow many.
#[component]
pub fn Table() -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let today = use_day();
    use_title(t.table.title.to_owned());
    // The heading takes the focus on arrival, on some ways back more than once: the link comes after it.
    let back = use_state(came_back_from);
    let to_link = (*back).clone().map(|dossier| Callback::from(move |()| focus_soon(link_id(&dossier))));
    use_rest((), to_link);
    let view = use_view();
    {
        let look = view.dispatcher();
        use_printing(move |begins| look.dispatch(Look::Printing(begins)));
    }
    let waiting = use_waiting();

    let rows = use_memo((app.dossiers.clone(), language, today), |(dossiers, language, today)| {
        // A scorer's sheet is no product.
        let products: Vec<_> = dossiers.iter().filter(|dossier| dossier.scorer.is_none()).cloned().collect();
        rows_of(&products, *today, *language)
    });
    let sorted = use_memo((rows.clone(), view.sorting), |(rows, sorting)| sorting.sorted(rows));
    let searched: Shown = use_memo((sorted.clone(), view.query.clone()), |(sorted, query)| {
        let words = syllables(query);
        sorted.iter().filter(|row| found(&row.text, &words).is_some()).cloned().collect::<Vec<_>>()
    });
    let shown: Shown = use_memo((searched.clone(), view.filters.clone()), |(searched, filters)| {
        searched.iter().filter(|row| filters.let_through(row)).cloned().collect::<Vec<_>>()
    });
    let chosen = sorted.iter().filter(|row| view.has(&row.dossier.id)).count();
    let hidden = view.hidden(&sorted, &shown);
    let out = {
        let (sorted, shown, view) = (sorted.clone(), shown.clone(), view.clone());
        move || view.taken_along(&sorted, &shown)
    };
    let nothing = shown.is_empty() && chosen == 0;
    // On paper, as in the files, what is ticked is there also where it is hidden on the screen.
    let printed: Shown = use_memo((sorted.clone(), shown.clone(), view.selected.clone()), |(sorted, shown, _)| {
        view.taken_along(sorted, shown)
    });
    let drawn = if view.printing && !hidden.is_empty() { printed } else { shown.clone() };
    let untick = {
        let (look, ids) = (view.dispatcher(), hidden.clone());
        Callback::from(move |_: MouseEvent| {
            look.dispatch(Look::Ticked { ids: ids.clone(), on: false });
            focus_soon(OUT_LINK.to_owned());
        })
    };
    // The columns alone; what the rows say is known already.
    let columns = use_memo(language, |language| overview([], today, *language));
    // Products have no code before the commune gives one: the list of communes has the communes'.
    let is_named = |dossier: &Rc<Dossier>| !dossier.fields.get(Field::Commune).trim().is_empty();
    let places = use_places_if(app.dossiers.iter().any(is_named));
    let sheet = {
        let (columns, out) = (columns.clone(), out.clone());
        let values = move |row: &Rc<TableRow>| {
            let mut values = row.values.clone();
            values[RegisterColumn::CommuneCode.place()] = Value::Text(commune_code(&row.dossier, places.as_deref()));
            values
        };
        move || Sheet { rows: out().iter().map(&values).collect(), ..(*columns).clone() }
    };

    let onfiles = {
        let (app, come) = (app.clone(), waiting.come(&app));
        Callback::from(move |event: Event| open_files(&app, take_files(&event), come.clone()))
    };
    let decided = waiting.go(&app);
    let oninput = {
        let look = view.dispatcher();
        Callback::from(move |event: InputEvent| {
            look.dispatch(Look::Typed(event.target_unchecked_into::<HtmlInputElement>().value()));
        })
    };
    let as_csv = {
        let sheet = sheet.clone();
        Callback::from(move |_: MouseEvent| download_csv(&sheet()))
    };
    let as_xlsx = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| download_xlsx(&app, &sheet()))
    };
    let print = {
        let (app, look) = (app.clone(), view.dispatcher());
        Callback::from(move |_: MouseEvent| {
            let (app, look) = (app.clone(), look.clone());
            look.dispatch(Look::Printing(true));
            print_drawn(move |opened| {
                if !opened {
                    look.dispatch(Look::Printing(false));
                    app.notice(NoticeKind::Fault, |t, _| t.table.print_none.to_owned());
                }
            });
        })
    };
    let calendar = {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| {
            let rows = out();
            let all = rows.iter().flat_map(|row| reminders(&app, &row.dossier, today, today));
            download_all_calendar(app.t().products.calendar_name, &all.collect::<Vec<_>>());
        })
    };
    html! {
        <>
            <main class="page page-table">
                <h1 id="page-title" tabindex="-1">{ t.table.title }</h1>
                <p class="lead">{ t.table.lead }</p>
                if let Some(file) = waiting.first(&app) { <Known {file} ondone={decided.reform(|_: Option<Rc<Dossier>>| ())} /> }
                if rows.is_empty() {
                    <p class="empty">{ t.table.empty }</p>
                } else {
                    <div class="table-tools">
                        <label class="search">
                            <span class="sr-only">{ t.table.search }</span>{ icon(Icon::Search) }
                            <input type="search" placeholder={t.table.search} value={view.query.clone()} {oninput} />
                        </label>
                        <FilterBar rows={rows.clone()} found={searched.clone()} on={view.filters.clone()} look={view.dispatcher()} {language} />
                    </div>
                    <p class="soft table-said">
                        <span role="status">{ t.table.shown.of(shown.len()) }
                            if chosen > 0 { { " · " }{ t.table.selected.of(chosen) } }
                            if !hidden.is_empty() { { ", " }{ t.table.hidden.of(hidden.len()) } }</span>
                        if !hidden.is_empty() { <button type="button" class="link" onclick={untick}>{ t.table.untick }</button> }
                        <button type="button" id={OUT_LINK} class="link" onclick={Callback::from(|_: MouseEvent| focus_soon(OUT.to_owned()))}>{ t.table.export }</button>
                    </p>
                    <Grid shown={drawn} {columns} view={view.clone()} {language} at_first={(*back).clone()} />
                    <section class="table-out">
                        <h2 id={OUT} tabindex="-1">{ t.table.export }</h2>
                        <p class="soft">{ t.table.export_text }</p>
                        <p class="buttons">
                            <button type="button" class="button" disabled={nothing} onclick={as_xlsx.clone()}>{ icon(Icon::Sheet) }{ t.table.xlsx }</button>
                            <button type="button" class="button" disabled={nothing} onclick={as_csv}>{ icon(Icon::Download) }{ t.table.csv }</button>
                            <button type="button" class="button" disabled={nothing} onclick={print}>{ icon(Icon::Print) }{ t.table.print }</button>
                            <button type="button" class="button" disabled={nothing} onclick={calendar}>{ icon(Icon::Clock) }{ t.table.calendar }</button>
                        </p>
                    </section>
                }
                <PasteRecognised />
            </main>
            <ActionBar>
                // What is ticked is taken along from here, without a way below the table.
                if chosen > 0 {
                    <button type="button" class="button button-act" onclick={as_xlsx.clone()}>{ icon(Icon::Sheet) }{ t.table.take_xlsx.of(chosen) }</button>
                }
                <label class={classes!("button", "button-file", (chosen == 0).then_some("button-act"))}>
                    <input type="file" multiple=true accept=".json,.html,.zip,application/json" onchange={onfiles} />
                    { icon(Icon::Open) }{ t.table.open_act }
                </label>
            </ActionBar>
        </>
    }
}

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::begun::Begun;
use super::paste::reason;
use super::{row_to_fill, rows_now, write};
use crate::domain::decision::Language;
use crate::domain::dossier::{Dossier, Field, tidy_date};
use crate::domain::figures::{Amount, Choice, ColumnFact, ColumnKind, Missing, Row, Table, TableFact, cell};
use crate::session::Change;
use crate::ui::components::{Icon, icon, list_option};
use crate::ui::hooks::{AppHandle, Undo, focus_soon, use_app};
use crate::ui::pages::evidence::click;

/// The most rows that are shown without being asked for.
const SHOWN: usize = 8;

#[derive(Properties, PartialEq)]
pub struct RowsProps {
    pub dossier: Rc<Dossier>,
    /// Key of the table.
    pub table: String,
    pub fact: &'static TableFact,
    /// The row that is being typed.
    pub open: UseStateHandle<Option<usize>>,
    pub undo: Undo,
    /// Cells that could not be read.
    pub doubtful: Vec<Missing>,
}

/// The rows of a table, each a line to be opened and typed.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let app = use_app();
    let t = app.t();
    let begun = use_state_eq(|| None::<Begun>);
    let Some(table) = props.dossier.tables.get(&props.table) else { return html! {} };
    let view = View { app: &app, props, fact: props.fact, told: props.dossier.told(props.fact, table), begun };
    let all: Vec<(usize, &Row)> = table.rows.iter().enumerate().collect();
    let list = |rows: &[(usize, &Row)]| html! { <ul class="figures-rows">for (place, row) in rows.iter().copied() { { view.row(place, row) } }</ul> };
    if all.len() <= SHOWN {
        return list(&all);
    }
    // What is open or doubtful stays in sight.
    let (near, far): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(place, _)| *props.open == Some(*place) || view.doubts(*place).next().is_some());
    if far.is_empty() {
        return list(&near);
    }
    html! {
        <>
            { list(&near) }
            <details class="fold">
                <summary id={Ids(props.table.clone()).see()}>{ t.figures.see.of(far.len()) }</summary>
                { list(&far) }
            </details>
        </>
    }
}

struct View<'a> {
    app: &'a AppHandle,
    props: &'a RowsProps,
    fact: &'static TableFact,
    /// The rows with what their addresses tell.
    told: Table,
    begun: UseStateHandle<Option<Begun>>,
}

impl View<'_> {
    fn doubts(&self, place: usize) -> impl Iterator<Item = &Missing> {
        self.props.doubtful.iter().filter(move |missing| missing.row == place)
    }

    /// What is doubtful in a row, and why.
    fn why(&self, place: usize) -> String {
        let commune = self.props.dossier.fields.get(Field::Commune);
        let doubts = self.doubts(place).filter_map(|missing| {
            let label = self.fact.column(&missing.column)?.label.get(self.app.language);
            Some(format!("{label}: {}", reason(self.app.t(), missing.why, commune)))
        });
        doubts.collect::<Vec<_>>().join("; ")
    }

    fn row(&self, place: usize, row: &Row) -> Html {
        let t = self.app.t();
        let open = *self.props.open == Some(place);
        let toggle = {
            let (handle, ids) = (self.props.open.clone(), Ids(self.props.table.clone()));
            let begun = self.begun.clone();
            Callback::from(move |_: MouseEvent| {
                begun.set(None);
                handle.set((!open).then_some(place));
                focus_soon(if open { ids.line(place) } else { ids.row(place) });
            })
        };
        let line = self.line(self.told.rows.get(place).unwrap_or(row));
        let why = self.why(place);
        let name = if line.is_empty() { t.figures.blank_row.to_owned() } else { line };
        html! {
            <li key={place} class={classes!("figures-row", open.then_some("figures-open"))}>
                <button type="button" class="figures-line" id={Ids(self.props.table.clone()).line(place)} aria-expanded={open.to_string()} onclick={toggle}>
                    <span class="figures-name">{ name }
                        if !why.is_empty() { <span class="figures-why">{ why.clone() }</span> }
                    </span>
                    if !why.is_empty() { <span class="chip chip-act">{ t.figures.doubtful }</span> }
                    { icon(Icon::Edit) }
                </button>
                if open {
                    <div class="figures-cells">
                        for (nth, column) in self.fact.columns.iter().enumerate() { { self.field(place, column, row, nth == 0) } }
                    </div>
                    <p class="needed-foot">
                        <button type="button" class="button button-small" onclick={self.next(place)}>{ icon(Icon::Plus) }{ t.figures.add }</button>
                        <button type="button" class="link link-quiet" onclick={self.remove(place)}>{ t.figures.remove }</button>
                    </p>
                }
            </li>
        }
    }

    /// A row in a line: "Bùi Thị Hoa · Trong xã · 1".
    fn line(&self, row: &Row) -> String {
        let language = self.app.language;
        let shown = self.fact.columns.iter().map(|column| {
            let text = cell(row, &column.key);
            let option = column.options.iter().find(|option| option.key == text);
            match (option, column.kind, language) {
                (Some(option), ..) => option.label.get(language).to_owned(),
                // A number is written as the language writes it, whatever way it was typed.
                (None, ColumnKind::Number, Language::En) => english(text),
                _ => text.to_owned(),
            }
        });
        shown.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn field(&self, place: usize, column: &'static ColumnFact, row: &Row, first: bool) -> Html {
        let (t, language) = (self.app.t(), self.app.language);
        let brought = Begun::brings(self.begun.as_ref(), place, row);
        let text = brought.get(&column.key).map_or_else(|| cell_as_typed(row, &column.key), String::as_str);
        let set = {
            let (app, id, table) = (self.app.clone(), self.props.dossier.id.clone(), self.props.table.clone());
            let (key, begun) = (column.key.clone(), self.begun.clone());
            Callback::from(move |text: String| {
                let mut rows = rows_now(&app, &id, &table);
                if let Some(row) = rows.get_mut(place) {
                    row.extend(Begun::brings(begun.as_ref(), place, row));
                    row.insert(key.clone(), text);
                }
                write(&app, &id, &table, rows);
            })
        };
        let id = first.then(|| Ids(self.props.table.clone()).row(place));
        let control = match column.kind {
            ColumnKind::Choice => {
                let onchange = set.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
                html! {
                    <select {id} {onchange}>
                        { list_option("", text.is_empty(), self.by_address(place, column).filter(|_| text.is_empty()).unwrap_or_else(|| t.figures.choose.to_owned())) }
                        for option in &column.options {
                            { list_option(option.key.clone(), option.key == text, option.label.get(language)) }
                        }
                    </select>
                }
            }
            kind => {
                let oninput = set.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
                let onchange = (kind == ColumnKind::Date).then(|| {
                    set.reform(|event: Event| tidy_date(&event.target_unchecked_into::<HtmlInputElement>().value()))
                });
                let mode = match kind {
                    ColumnKind::Number => "decimal",
                    ColumnKind::Date | ColumnKind::Year => "numeric",
                    ColumnKind::Text | ColumnKind::Choice => "text",
                };
                let empty = (column.empty > 0).then(|| column.empty.to_string());
                html! {
                    <input type="text" {id} inputmode={mode} value={text.to_owned()} {oninput} {onchange} placeholder={empty}
                        autocomplete="off" maxlength="500" />
                }
            }
        };
        html! {
            <label class={classes!("field", (column.kind == ColumnKind::Text).then_some("field-wide"))} key={column.key.clone()}>
                <span class="field-label">{ column.label.get(language) }</span>
                { control }
            </label>
        }
    }

    /// What an empty choice is told by the address: "Theo địa chỉ: Trong xã".
    fn by_address(&self, place: usize, column: &ColumnFact) -> Option<String> {
        let option = by_address(self.told.rows.get(place)?, column)?;
        Some(self.app.t().figures.by_address.what(&option.label.get(self.app.language)))
    }

    /// A further row, with the same choices as this one: lists run in blocks.
    fn next(&self, place: usize) -> Callback<MouseEvent> {
        let (id, table, open) = (self.props.dossier.id.clone(), self.props.table.clone(), self.props.open.clone());
        let (fact, begun) = (self.fact, self.begun.clone());
        click(self.app, move |app| {
            let mut rows = rows_now(app, &id, &table);
            let next = row_to_fill(&mut rows);
            begun.set(rows.get(place).map(|row| {
                // Below one that was added and left empty, those that it was to have.
                let row = if row.is_empty() { Begun::brings(begun.as_ref(), place, row) } else { row.clone() };
                Begun::below(next, &row, fact)
            }));
            open.set(Some(next));
            focus_soon(Ids(table.clone()).row(next));
            write(app, &id, &table, rows);
        })
    }

    fn remove(&self, place: usize) -> Callback<MouseEvent> {
        let (id, table, open) = (self.props.dossier.id.clone(), self.props.table.clone(), self.props.open.clone());
        let (undo, begun) = (self.props.undo.clone(), self.begun.clone());
        let name = self.told.rows.get(place).map_or(String::new(), |row| self.line(row));
        click(self.app, move |app| {
            let mut rows = rows_now(app, &id, &table);
            if place < rows.len() {
                rows.remove(place);
            }
            open.set(None);
            begun.set(None);
            let ids = Ids(table.clone());
            // What stands there next takes the focus, so that the page stays where it was.
            focus_soon(match rows.len() {
                0 => ids.title(),
                left if left > SHOWN => ids.see(),
                left => ids.line(place.min(left - 1)),
            });
            undo.act(&name, vec![Change::TableWritten { table: table.clone(), rows }]);
        })
    }
}

/// The choice that the address of a row tells; `row` has what its addresses tell.
fn by_address<'a>(row: &Row, column: &'a ColumnFact) -> Option<&'a Choice> {
    let told = cell(row, &column.key);
    column.options.iter().find(|option| option.key == told).filter(|_| !column.read_from.is_empty())
}

/// A cell without trimming: what is being typed stays as it is.
fn cell_as_typed<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).map_or("", String::as_str)
}

/// The ids of a table's elements; several tables may stand on one page.
pub struct Ids(pub String);

impl Ids {
    pub fn title(&self) -> String {
        format!("figures-{}", self.0)
    }

    /// The first cell of a row that is being typed.
    pub fn row(&self, place: usize) -> String {
        format!("row-{}-{place}", self.0)
    }

    fn line(&self, place: usize) -> String {
        format!("open-{}-{place}", self.0)
    }

    /// What unfolds the rows that are not shown.
    fn see(&self) -> String {
        format!("see-{}", self.0)
    }

    /// What brings back rows that were taken out at once.
    pub fn back(&self) -> String {
        format!("back-{}", self.0)
    }

    pub fn paste(&self) -> String {
        format!("paste-{}", self.0)
    }
}

/// A number as English writes it, with what it is measured in; one that may mean two stays as it was typed.
fn english(text: &str) -> String {
    let Some(reading) = Amount::read(text).filter(|reading| !reading.doubtful) else { return text.to_owned() };
    let sign = if text.ends_with('%') { "%" } else { "" };
    format!("{}{sign} {}", reading.amount.english(), Amount::unit(text)).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::figures::Figures;

    #[test]
    fn an_empty_choice_says_what_the_address_tells_and_nothing_where_it_tells_none() {
        let tables = &Figures::of(first()).tables;
        let told = |table: &str, column: &str, cells: &[(&str, &str)]| {
            let row: Row = cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
            let fact = &tables[table];
            let told = Table { rows: vec![row] }.told(fact, ("Cao Phong", "Phú Thọ"));
            by_address(&told.rows[0], fact.column(column).expect(column)).map(|option| option.key.as_str())
        };
        assert_eq!(told("workers", "home", &[("address", "Xóm 3, xã Cao Phong")]), Some("commune"));
        assert_eq!(told("workers", "home", &[("address", "xã Mường Thàng")]), None);
        assert_eq!(told("workers", "home", &[]), None);
        assert_eq!(told("origin", "place", &[("address", "xã Thung Nai, tỉnh Phú Thọ")]), Some("province"));
        // A choice that no address tells is the writer's own.
        assert_eq!(told("staff", "trained", &[("trained", "yes")]), None);
    }

    #[test]
    fn a_number_in_english_keeps_its_unit() {
        for (typed, shown) in [
            ("1.200 tấn", "1,200 tấn"),
            ("1.234,5", "1,234.5"),
            ("60 %", "60%"),
            ("(5.000)", "-5,000"),
            ("1,500", "1,500"),
            ("vài bao", "vài bao"),
            ("", ""),
        ] {
            assert_eq!(english(typed), shown);
        }
    }
}

use super::model::{Block, Cell, Column, Document, Row, RowKind, Style, Table, one_line};
use super::overview::{Sheet, Value};
use crate::domain::calendar::Date;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::figures::{self, Amount, ColumnFact, ColumnKind, Counted, Measured, TableFact, cell};

/// The tables behind the answers as annexes of Form 02, in the order of the criteria, each once, with
/// the share that they come to. Nothing that depends on a day is printed.
pub(super) fn append_tables(page: &mut Document, dossier: &Dossier) {
    let day = dossier.filing_day(Date::FIRST);
    let mut printed: Vec<&str> = Vec::new();
    for position in 0..dossier.set().criteria.len() {
        let Some(counted) = Counted::of(dossier, position, day) else { continue };
        if counted.table.is_empty() || printed.contains(&counted.rule.table.as_str()) {
            continue;
        }
        printed.push(&counted.rule.table);
        let code = dossier.set().criteria[position].code;
        page.line(Style::Part, format!("BIỂU SỐ LIỆU KÈM TIÊU CHÍ {code}"));
        page.line(Style::Part, counted.fact.title.vi.to_uppercase());
        page.blocks.push(Block::Table(rows_table(counted.fact, &counted.table)));
        for (name, value) in &counted.judgement.measured {
            if let Measured::Share(share) = value
                && name == "share"
            {
                page.line(Style::Note, format!("Tỷ lệ: {}.", share.printed()));
            }
        }
    }
}

/// The rows of a table as they are printed, numbered, with their sums.
pub(in crate::domain) fn rows_table(fact: &TableFact, table: &figures::Table) -> Table {
    let weights = |column: &ColumnFact| -> u16 {
        match column.kind {
            ColumnKind::Text => 3,
            ColumnKind::Choice | ColumnKind::Date | ColumnKind::Number => 2,
            ColumnKind::Year => 1,
        }
    };
    let shown: Vec<&ColumnFact> = shown(fact, table).collect();
    let all: u16 = shown.iter().map(|column| weights(column)).sum();
    let column = |column: &&ColumnFact| {
        let width = u8::try_from(weights(column) * 93 / all.max(1)).unwrap_or(93);
        match column.kind {
            ColumnKind::Text | ColumnKind::Choice => Column::start(&column.label.vi, width),
            _ => Column::center(&column.label.vi, width),
        }
    };
    let columns = std::iter::once(Column::center("STT", 7)).chain(shown.iter().map(column));
    let row = |(place, row): (usize, &figures::Row)| Row {
        kind: RowKind::Plain,
        cells: std::iter::once((place + 1).to_string())
            .chain(shown.iter().map(|column| printed(column, row)))
            .map(|text| Cell { text, span: 1 })
            .collect(),
    };
    let mut rows: Vec<Row> = table.filled().enumerate().map(row).collect();
    rows.extend(sums(fact, &shown, table));
    Table { label: fact.title.vi.clone(), columns: columns.collect(), rows }
}

/// The columns of a table that are printed: addresses that only tell a choice are left out where none was written.
fn shown<'a>(fact: &'a TableFact, table: &figures::Table) -> impl Iterator<Item = &'a ColumnFact> {
    let tells = |column: &ColumnFact| fact.columns.iter().any(|other| other.read_from == column.key);
    let blank = |column: &ColumnFact| table.filled().all(|row| cell(row, &column.key).is_empty());
    let left_out: Vec<&str> = fact
        .columns
        .iter()
        .filter(|column| !table.is_empty() && tells(column) && blank(column))
        .map(|column| column.key.as_str())
        .collect();
    fact.columns.iter().filter(move |column| !left_out.contains(&column.key.as_str()))
}

/// The row of sums, where some column has numbers that add up.
fn sums(fact: &TableFact, shown: &[&ColumnFact], table: &figures::Table) -> Option<Row> {
    let is_year_by_year = shown.iter().any(|column| column.kind == ColumnKind::Year);
    let numbers = shown.iter().filter(|column| column.kind == ColumnKind::Number);
    let any = numbers.clone().any(|column| table.filled().any(|row| number(column, row).is_some()));
    if is_year_by_year || !any {
        return None;
    }
    let sum = |column: &&ColumnFact| -> String {
        let numbers: Vec<Amount> = table.filled().filter_map(|row| number(column, row)).collect();
        let unit = table.unit_of_all(fact, &column.key);
        // Tonnes and kilograms have no sum.
        if column.kind != ColumnKind::Number
            || numbers.is_empty()
            || unit.is_none() && table.unit(&column.key).is_some()
        {
            return String::new();
        }
        let sum = numbers.into_iter().fold(Amount::ZERO, Amount::plus);
        unit.map_or_else(|| sum.to_string(), |unit| format!("{sum} {unit}"))
    };
    let mut cells: Vec<Cell> =
        std::iter::once(String::new()).chain(shown.iter().map(sum)).map(|text| Cell { text, span: 1 }).collect();
    if let Some(name) = cells.get_mut(1) {
        name.text = "Cộng".into();
    }
    Some(Row { kind: RowKind::Total, cells })
}

fn number(column: &ColumnFact, row: &figures::Row) -> Option<Amount> {
    match cell(row, &column.key) {
        _ if column.kind != ColumnKind::Number => None,
        "" => Some(column.empty).filter(|empty| *empty > 0).map(Amount::whole),
        text => Amount::read(text).map(|reading| reading.amount),
    }
}

fn printed(column: &ColumnFact, row: &figures::Row) -> String {
    let text = cell(row, &column.key);
    match column.kind {
        ColumnKind::Choice => column
            .options
            .iter()
            .find(|option| option.key == text)
            .map_or_else(String::new, |option| option.label.vi.clone()),
        ColumnKind::Number if Amount::unit(text).is_empty() => {
            number(column, row).map_or_else(|| one_line(text), |amount| amount.to_string())
        }
        _ => one_line(text),
    }
}

/// A table as a sheet of a workbook; numbers as numbers.
pub fn table_sheet(fact: &TableFact, table: &figures::Table, language: Language) -> Sheet {
    let heading = |column: &&ColumnFact| {
        let label = column.label.get(language);
        table.unit_of_all(fact, &column.key).map_or_else(|| label.to_owned(), |unit| format!("{label} ({unit})"))
    };
    let value = |column: &ColumnFact, row: &figures::Row| {
        let text = cell(row, &column.key);
        let is_number = Amount::unit(text).is_empty() || table.unit_of_all(fact, &column.key).is_some();
        match column.kind {
            ColumnKind::Number if is_number => {
                number(column, row).map_or_else(|| Value::Text(text.to_owned()), Value::Amount)
            }
            ColumnKind::Choice => {
                let option = column.options.iter().find(|option| option.key == text);
                Value::Text(option.map_or(text, |option| option.label.get(language)).to_owned())
            }
            _ => Value::Text(text.to_owned()),
        }
    };
    Sheet {
        name: fact.title.get(language).to_owned(),
        columns: shown(fact, table).collect::<Vec<_>>().iter().map(heading).collect(),
        rows: table.filled().map(|row| shown(fact, table).map(|column| value(column, row)).collect()).collect(),
    }
}

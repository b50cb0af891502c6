use super::rules::{Choice, ColumnFact, ColumnKind, Place, TableFact};
use super::{Amount, Row, day_of};
use crate::domain::decision::fold;

/// The most rows and columns that are taken.
const MOST_ROWS: usize = 1_000;
const MOST_COLUMNS: usize = 40;

/// Rows copied from a spreadsheet, and what they seem to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The headings, where the first line is one.
    pub headings: Option<Vec<String>>,
    /// Per pasted column, the key of the table's column that it goes to.
    pub columns: Vec<Option<String>>,
    pub rows: Vec<PastedRow>,
    /// Lines left out: sums, and empty ones.
    pub left_out: usize,
}

/// A cell that is not sure: its column, and what stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub column: String,
    pub text: String,
}

/// A pasted row, and the cells in which something is doubtful.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedRow {
    pub row: Row,
    pub doubtful: Vec<Doubt>,
}

/// Reads what was copied from a spreadsheet. `places` are the names of the applicant's commune and
/// province, by which addresses are told. `columns` says what each column is; without it, it is guessed
/// by the heading and then by what stands in the column.
pub fn paste(fact: &TableFact, text: &str, places: (&str, &str), columns: Option<&[Option<String>]>) -> Pasted {
    let mut lines = cells(text);
    let width = lines.iter().map(Vec::len).max().unwrap_or(0).min(MOST_COLUMNS);
    let by_heading = lines.first().map(|first| headed(fact, first)).unwrap_or_default();
    let is_heading = by_heading.iter().any(Option::is_some)
        && lines
            .first()
            .is_some_and(|first| first.iter().all(|cell| Amount::read(cell).is_none() && day_of(cell).is_none()));
    let headings = is_heading.then(|| lines.remove(0));
    let columns: Vec<Option<String>> = match columns {
        Some(columns) => (0..width).map(|place| columns.get(place).cloned().flatten()).collect(),
        None if is_heading => (0..width).map(|place| by_heading.get(place).cloned().flatten()).collect(),
        None => guessed(fact, &lines, width, places),
    };
    let unit = unit_of(fact, headings.as_deref(), &columns);
    let mut pasted = Pasted { headings, columns, ..Pasted::default() };
    for line in lines.into_iter().take(MOST_ROWS) {
        if line.iter().all(|cell| cell.is_empty()) || line.iter().any(|cell| is_sum(cell)) {
            pasted.left_out += 1;
            continue;
        }
        let mut row = PastedRow::default();
        for (cell, key) in line.iter().zip(&pasted.columns) {
            let Some(column) = key.as_ref().and_then(|key| fact.column(key)) else { continue };
            if cell.is_empty() {
                continue;
            }
            let (text, doubtful) = read(column, cell, places);
            row.row.insert(column.key.clone(), text);
            if doubtful {
                row.doubtful.push(Doubt { column: column.key.clone(), text: cell.clone() });
            }
        }
        if let Some((key, unit)) = &unit {
            row.row.entry(key.clone()).or_insert_with(|| unit.clone());
        }
        pasted.rows.push(row);
    }
    pasted
}

/// The unit that a heading of numbers names, "Doanh thu (triệu đồng)", where the table has a column for it.
fn unit_of(fact: &TableFact, headings: Option<&[String]>, columns: &[Option<String>]) -> Option<(String, String)> {
    let column = fact.column("unit")?;
    let number = |key: &Option<String>| {
        key.as_ref().and_then(|key| fact.column(key)).is_some_and(|column| column.kind == ColumnKind::Number)
    };
    let mut headings = headings?.iter().zip(columns).filter(|(_, key)| number(key));
    let unit =
        headings.find_map(|(heading, _)| heading.split_once('(')?.1.split_once(')').map(|(unit, _)| unit.trim()))?;
    Some((column.key.clone(), unit.to_owned()))
}

/// A cell as it is kept, and whether it is doubtful: a day as dd/mm/yyyy, a number as written here, a
/// choice by its key; what cannot be read stays as it is.
fn read(column: &ColumnFact, cell: &str, places: (&str, &str)) -> (String, bool) {
    let as_is = || (cell.to_owned(), true);
    match column.kind {
        ColumnKind::Text => (cell.to_owned(), false),
        ColumnKind::Number => match Amount::read(cell) {
            Some(reading) if reading.doubtful => as_is(),
            Some(reading) => (reading.amount.to_string(), false),
            None => as_is(),
        },
        ColumnKind::Date => day_of(cell).map_or_else(as_is, |day| (day.to_string(), false)),
        ColumnKind::Year => match cell.chars().filter(char::is_ascii_digit).collect::<String>() {
            year if year.len() == 4 => (year, false),
            _ => as_is(),
        },
        ColumnKind::Choice => match chosen(column, cell, places) {
            Some(choice) => (choice.key.clone(), false),
            None => (String::new(), true),
        },
    }
}

/// The choice that a cell means: by the longest of its words that stands in the cell, or by the name of
/// the place. A word of up to three letters must be the whole cell.
fn chosen<'a>(column: &'a ColumnFact, cell: &str, (commune, province): (&str, &str)) -> Option<&'a Choice> {
    let folded = words(cell);
    let hit = |choice: &Choice| -> usize {
        let label = words(&choice.label.vi);
        let place = match choice.place {
            Place::None => String::new(),
            Place::Commune => words(commune),
            Place::Province => words(province),
        };
        let known =
            choice.known_by.iter().map(String::as_str).chain([label.as_str(), place.as_str(), choice.key.as_str()]);
        let stands = known.filter(|word| if word.len() <= 3 { *word == folded } else { has_words(&folded, word) });
        // The nearer place is the better one: an address names commune and province.
        stands
            .map(|word| word.len() + if word == place && choice.place == Place::Commune { 1_000 } else { 0 })
            .max()
            .unwrap_or(0)
    };
    column
        .options
        .iter()
        .map(|choice| (hit(choice), choice))
        .filter(|(hit, _)| *hit > 0)
        .max_by_key(|(hit, _)| *hit)
        .map(|(_, choice)| choice)
}

/// Folded words, one space between them, without what kind of place is named.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = match words.as_slice() {
        ["xa" | "phuong" | "tinh", rest @ ..] if !rest.is_empty() => rest,
        ["dac", "khu", rest @ ..] | ["thanh", "pho", rest @ ..] if !rest.is_empty() => rest,
        all => all,
    };
    named.join(" ")
}

/// Whether these words stand in a text, as whole words.
fn has_words(text: &str, words: &str) -> bool {
    !words.is_empty() && format!(" {text} ").contains(&format!(" {words} "))
}

fn is_sum(cell: &str) -> bool {
    let folded = words(cell);
    matches!(folded.as_str(), "cong" | "tong" | "tong cong" | "tong so" | "cong tong")
}

/// What a line of headings says of its columns; the longest known word wins, each column once.
fn headed(fact: &TableFact, line: &[String]) -> Vec<Option<String>> {
    let mut taken: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for cell in line {
        let folded = words(cell);
        let best = fact
            .columns
            .iter()
            .filter(|column| !taken.contains(&column.key.as_str()))
            .filter_map(|column| {
                let label = words(&column.label.vi);
                let known = column.known_by.iter().map(String::as_str).chain([label.as_str()]);
                let hit = known.filter(|word| has_words(&folded, word)).map(str::len).max()?;
                Some((hit, column))
            })
            .max_by_key(|(hit, _)| *hit);
        if let Some((_, column)) = best {
            taken.push(&column.key);
        }
        found.push(best.map(|(_, column)| column.key.clone()));
    }
    found
}

/// What each column seems to be, by what stands in it. A column that counts the rows is none.
fn guessed(fact: &TableFact, lines: &[Vec<String>], width: usize, places: (&str, &str)) -> Vec<Option<String>> {
    let mut columns: Vec<Option<String>> = vec![None; width];
    let cells = |place: usize| lines.iter().filter_map(move |line| line.get(place)).filter(|cell| !cell.is_empty());
    let counts = |place: usize| {
        lines.len() > 1
            && lines
                .iter()
                .enumerate()
                .all(|(row, line)| line.get(place).is_some_and(|cell| *cell == (row + 1).to_string()))
    };
    let fits = |column: &ColumnFact, place: usize| -> bool {
        let all = cells(place).count();
        let number = |cell: &str| Amount::read(cell).is_some_and(|reading| !reading.doubtful);
        let year = |cell: &str| cell.len() == 4 && cell.starts_with("20") && cell.chars().all(|c| c.is_ascii_digit());
        let good = cells(place).filter(|cell| match column.kind {
            ColumnKind::Text => !number(cell) && day_of(cell).is_none(),
            ColumnKind::Number => number(cell),
            ColumnKind::Date => day_of(cell).is_some(),
            ColumnKind::Year => year(cell),
            ColumnKind::Choice => chosen(column, cell, places).is_some(),
        });
        all > 0 && good.count() * 3 >= all * 2
    };
    // What is told surest is told first; texts take what is left.
    for kind in [ColumnKind::Choice, ColumnKind::Year, ColumnKind::Date, ColumnKind::Number, ColumnKind::Text] {
        for column in fact.columns.iter().filter(|column| column.kind == kind) {
            // A table's last number is what counts; the ones before it are beside the point.
            let free = (0..width)
                .filter(|place| columns[*place].is_none() && !counts(*place))
                .find(|place| fits(column, *place));
            if let Some(place) = free {
                columns[place] = Some(column.key.clone());
            }
        }
    }
    columns
}

/// Lines and cells of what a spreadsheet puts on the clipboard: tabs between cells, a cell with line
/// breaks in quotes. Without a tab, semicolons part cells.
fn cells(text: &str) -> Vec<Vec<String>> {
    let sign = if text.contains('\t') || !text.contains(';') { '\t' } else { ';' };
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(line) = lines.last_mut() else { break };
        let Some(cell) = line.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\n' | '\r' if quoted => cell.push(' '),
            '\r' => {}
            '\n' => lines.push(vec![String::new()]),
            other if other == sign && !quoted => line.push(String::new()),
            other => cell.push(other),
        }
    }
    for line in &mut lines {
        line.iter_mut().for_each(|cell| *cell = cell.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    while lines.last().is_some_and(|line| line.iter().all(String::is_empty)) {
        lines.pop();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::{Figures, Table};
    use super::*;
    use crate::domain::decision::first;
    use proptest::prelude::*;

    const PLACES: (&str, &str) = ("Cao Phong", "Phú Thọ");

    fn pasted(table: &str, text: &str) -> Pasted {
        paste(&Figures::of(first()).tables[table], text, PLACES, None)
    }

    #[track_caller]
    fn row(row: &PastedRow, expected: &[(&str, &str)], doubtful: &[&str]) {
        let cells: Vec<(&str, &str)> = row.row.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        assert_eq!(cells, expected);
        assert_eq!(row.doubtful.iter().map(|doubt| doubt.column.as_str()).collect::<Vec<_>>(), doubtful);
    }

    #[test]
    fn a_list_of_workers_with_headings_is_read_and_its_sum_left_out() {
        let text = "STT\tHọ và tên\tNăm sinh\tThường trú\tNgày vào BHXH\r\n\
                    1\tBùi Thị Hoa\t1980\tXóm 3, xã Cao Phong, tỉnh Phú Thọ\t1/3/2021\r\n\
                    2\tTrần Văn Nam\t1975\txã Mường Thàng, tỉnh Phú Thọ\t05-06-22\r\n\
                    \tTổng cộng\t2\t\t\r\n";
        let pasted = pasted("workers", text);
        assert_eq!(pasted.columns, [None, Some("name".into()), None, Some("home".into()), Some("insured".into())]);
        assert_eq!((pasted.rows.len(), pasted.left_out), (2, 1));
        row(&pasted.rows[0], &[("home", "commune"), ("insured", "01/03/2021"), ("name", "Bùi Thị Hoa")], &[]);
        // Another commune: it is for the applicant to say.
        row(&pasted.rows[1], &[("home", ""), ("insured", "05/06/2022"), ("name", "Trần Văn Nam")], &["home"]);
    }

    #[test]
    fn columns_without_headings_are_told_by_what_stands_in_them() {
        let pasted = pasted(
            "origin",
            "1\tHộ ông Bình\tTrong xã\t1.234,5\n2\tHộ bà Lan\tTrong tỉnh\t800\n3\tHTX Xuân\tNgoài tỉnh\t1,5 tấn",
        );
        assert_eq!(pasted.headings, None);
        assert_eq!(pasted.rows.len(), 3);
        row(&pasted.rows[0], &[("area", "1.234,5"), ("name", "Hộ ông Bình"), ("place", "commune")], &[]);
        row(&pasted.rows[2], &[("area", "1,5 tấn"), ("name", "HTX Xuân"), ("place", "elsewhere")], &["area"]);
    }

    #[test]
    fn what_the_applicant_says_of_the_columns_counts() {
        let fact = &Figures::of(first()).tables["origin"];
        let columns = [Some("name".to_owned()), Some("quantity".to_owned())];
        let pasted = paste(fact, "Hộ ông Bình\t1,234", PLACES, Some(&columns));
        // A thousand and more, or one and a quarter: as it stands, and shown.
        row(&pasted.rows[0], &[("name", "Hộ ông Bình"), ("quantity", "1,234")], &["quantity"]);
    }

    #[test]
    fn the_unit_in_a_heading_is_kept_with_every_row() {
        let pasted = pasted("profit", "Năm\tDoanh thu (triệu đồng)\tLợi nhuận (triệu đồng)\n2024\t2.100\t310");
        let expected = [("profit", "310"), ("revenue", "2.100"), ("unit", "triệu đồng"), ("year", "2024")];
        row(&pasted.rows[0], &expected, &[]);
    }

    #[test]
    fn quotes_line_breaks_and_semicolons_are_taken() {
        let lines = cells("\"a\nb\"\t\"x \"\"y\"\"\"\n\n");
        assert_eq!(lines, [vec!["a b".to_owned(), "x \"y\"".to_owned()]]);
        assert_eq!(cells("a;b"), [vec!["a".to_owned(), "b".to_owned()]]);
    }

    proptest! {
        #[test]
        fn any_text_is_pasted_and_no_row_is_lost(text in "[a-zà-ỹ0-9.,;\\t\\n\" %/-]{0,200}") {
            for fact in Figures::of(first()).tables.values() {
                let pasted = paste(fact, &text, PLACES, None);
                let lines = cells(&text).len();
                prop_assert_eq!(pasted.rows.len() + pasted.left_out + usize::from(pasted.headings.is_some()), lines);
            }
        }

        #[test]
        fn what_is_pasted_adds_up_as_it_was_written(counts in prop::collection::vec((any::<bool>(), 1u32..5_000), 1..40)) {
            let line = |(home, count): &(bool, u32)| {
                format!("Tổ\t{}\t{}", if *home { "Trong xã" } else { "Nơi khác" }, Amount::whole(*count))
            };
            let text = format!("Bộ phận\tThường trú\tSố người\n{}", counts.iter().map(line).collect::<Vec<_>>().join("\n"));
            let pasted = pasted("workers", &text);
            let table = Table { rows: pasted.rows.into_iter().map(|row| row.row).collect() };
            let sum = |home: &str| -> i128 {
                let rows = table.rows.iter().filter(|row| row["home"] == home);
                rows.map(|row| Amount::read(&row["count"]).expect("a number").amount.millionths() / 1_000_000).sum()
            };
            let of = |home: bool| counts.iter().filter(|(known, _)| *known == home).map(|(_, count)| i128::from(*count)).sum::<i128>();
            prop_assert_eq!((sum("commune"), sum("elsewhere")), (of(true), of(false)));
        }
    }
}

use std::collections::BTreeSet;

use super::doubt::{Why, is_other, is_torn, why, why_not_chosen};
use super::place::{Places, chosen, plainly, words};
use super::rules::{ColumnFact, ColumnKind, TableFact};
use super::{Amount, Row, Table, cell, day_of};

/// The most rows and columns that are taken.
pub const MOST_ROWS: usize = 1_000;
const MOST_COLUMNS: usize = 40;

/// The longest that is read, in bytes: a kilobyte for each of the most rows.
const LONGEST: usize = 1_000_000;

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
    /// Lines beyond the most that are taken.
    pub beyond: usize,
    /// Longer than any table, and not read.
    pub too_long: bool,
}

/// A cell that is not sure: its column, what stood there, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    pub column: String,
    pub text: String,
    pub why: Why,
}

/// A pasted row, and the cells in which something is doubtful.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedRow {
    pub row: Row,
    pub doubtful: Vec<Doubt>,
}

/// Reads what was copied from a spreadsheet. `places` are the names of the applicant's commune and
/// province, by which addresses are told. `columns` says what each column is; without it, it is guessed
/// by the heading and by what stands in the column.
pub fn paste(fact: &TableFact, text: &str, places: Places, columns: Option<&[Option<String>]>) -> Pasted {
    if text.len() > LONGEST {
        return Pasted { too_long: true, ..Pasted::default() };
    }
    let (mut lines, unread) = cells(text);
    let width = lines.iter().map(Vec::len).max().unwrap_or(0).min(MOST_COLUMNS);
    let by_heading = lines.split_first().map(|(first, rest)| headed(fact, first, rest)).unwrap_or_default();
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
    let units: Vec<Option<String>> = match (fact.column("unit"), &headings) {
        (None, Some(headings)) => headings.iter().map(|heading| measure(heading)).collect(),
        _ => Vec::new(),
    };
    let beside = if fact.column("unit").is_none() { unit_beside(fact, &lines, &columns) } else { None };
    let beyond = lines.len().saturating_sub(MOST_ROWS) + unread;
    let mut pasted = Pasted { headings, columns, beyond, ..Pasted::default() };
    let mut table = Table::default();
    // Cells with another unit than their heading has.
    let mut torn: Vec<(usize, String, String)> = Vec::new();
    for line in lines.into_iter().take(MOST_ROWS) {
        if line.iter().all(|cell| cell.is_empty()) || line.iter().any(|cell| is_sum(cell)) {
            pasted.left_out += 1;
            continue;
        }
        let mut row = Row::new();
        for (place, (cell, key)) in
            line.iter().zip(&pasted.columns).enumerate().filter(|(_, (cell, _))| !cell.is_empty())
        {
            let Some(column) = key.as_ref().and_then(|key| fact.column(key)) else { continue };
            let (key, mut text) = kept(fact, column, cell, places);
            let unit = match beside {
                Some((number, unit)) if number == place => line.get(unit).map(|unit| unit.to_lowercase()),
                _ => units.get(place).cloned().flatten(),
            };
            if let Some(unit) = unit.filter(|unit| !unit.is_empty() && takes_unit(column, &text)) {
                text = format!("{text} {unit}");
            }
            if let Some(Some(unit)) = units.get(place)
                && column.kind == ColumnKind::Number
                && is_other(&text, unit)
            {
                torn.push((table.rows.len(), key.to_owned(), text.clone()));
            }
            row.insert(key.to_owned(), text);
        }
        if let Some((key, unit)) = &unit {
            row.entry(key.clone()).or_insert_with(|| unit.clone());
        }
        table.rows.push(row);
    }
    let told = table.told(fact, places);
    let units: Vec<Option<String>> = fact.columns.iter().map(|column| table.unit(&column.key)).collect();
    pasted.rows = table
        .rows
        .iter()
        .zip(&told.rows)
        .map(|(row, told)| PastedRow { row: row.clone(), doubtful: doubts(fact, told, &units) })
        .collect();
    for (place, column, text) in torn {
        let doubtful = &mut pasted.rows[place].doubtful;
        if doubtful.iter().all(|doubt| doubt.column != column) {
            doubtful.push(Doubt { column, text, why: Why::OtherUnit });
        }
    }
    pasted
}

/// The cells of a row that are doubtful, after its addresses have told what they tell.
fn doubts(fact: &TableFact, row: &Row, units: &[Option<String>]) -> Vec<Doubt> {
    let doubt = |(column, unit): (&ColumnFact, &Option<String>)| {
        let text = cell(row, &column.key);
        let source = cell(row, &column.read_from);
        let (why, text) = match text {
            "" if !source.is_empty() => (why_not_chosen(column, row), source),
            text if column.kind == ColumnKind::Number && is_torn(row, &column.key) => (Why::OtherUnit, text),
            text => (why(column, text, unit.as_deref())?, text),
        };
        Some(Doubt { column: column.key.clone(), text: text.to_owned(), why })
    };
    fact.columns.iter().zip(units).filter_map(doubt).collect()
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

/// A column of units alone, "ĐVT", and the column of numbers that they belong to: the nearest before it, or else behind.
fn unit_beside(fact: &TableFact, lines: &[Vec<String>], columns: &[Option<String>]) -> Option<(usize, usize)> {
    let is_unit = |place: &usize| {
        let mut cells = lines.iter().filter_map(|line| line.get(*place)).filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(|cell| MEASURES.contains(&words(cell).as_str()))
    };
    let is_number = |place: &usize| {
        let column = columns[*place].as_ref().and_then(|key| fact.column(key));
        column.is_some_and(|column| column.kind == ColumnKind::Number)
    };
    let unit = (0..columns.len()).filter(|place| columns[*place].is_none()).find(is_unit)?;
    let number = (0..unit).rev().chain(unit + 1..columns.len()).find(is_number)?;
    Some((number, unit))
}

/// What numbers in these tables are measured in, folded: what else stands in brackets behind a heading is none.
const MEASURES: [&str; 23] = [
    "kg",
    "tan",
    "ta",
    "yen",
    "g",
    "gam",
    "ha",
    "sao",
    "lit",
    "l",
    "ml",
    "chai",
    "hop",
    "goi",
    "lo",
    "tui",
    "con",
    "cay",
    "dong",
    "nghin dong",
    "trieu dong",
    "ty dong",
    "san pham",
];

/// The unit that a heading names in brackets, "Sản lượng (tấn)".
pub(super) fn measure(heading: &str) -> Option<String> {
    let unit = heading.rsplit_once('(')?.1.split_once(')')?.0.trim().to_lowercase();
    MEASURES.contains(&words(&unit).as_str()).then_some(unit)
}

/// Whether a cell takes over the unit of its heading: a number that names none, in a column whose own name has none.
fn takes_unit(column: &ColumnFact, text: &str) -> bool {
    let bare = Amount::read(text).is_some() && Amount::unit(text).is_empty() && !text.ends_with('%');
    column.kind == ColumnKind::Number && bare && measure(&column.label.vi).is_none()
}

/// The places of pasted rows that say what a row before them says, or one of those held.
pub fn doubles(rows: &[PastedRow], held: &[Row]) -> BTreeSet<usize> {
    let mut known: BTreeSet<&Row> = held.iter().collect();
    rows.iter().enumerate().filter(|(_, pasted)| !known.insert(&pasted.row)).map(|(place, _)| place).collect()
}

/// The column that a cell is kept in, and how: a day as dd/mm/yyyy, a number as written here, a choice by its key; what
/// cannot be read stays as it is. An address goes to the column of addresses, whichever of the two it was pasted to, and a
/// mere "trong xã" to the choice.
fn kept<'a>(fact: &'a TableFact, column: &'a ColumnFact, cell: &str, places: Places) -> (&'a str, String) {
    let as_is = || cell.to_owned();
    let text = match column.kind {
        ColumnKind::Text => {
            let reads = fact.columns.iter().find(|other| other.read_from == column.key);
            if let Some((other, choice)) = reads.and_then(|other| Some((other, plainly(other, cell)?))) {
                return (&other.key, choice.key.clone());
            }
            as_is()
        }
        ColumnKind::Number => match Amount::read(cell) {
            Some(reading) if !reading.doubtful && Amount::unit(cell).is_empty() && !cell.ends_with('%') => {
                reading.amount.to_string()
            }
            _ => as_is(),
        },
        ColumnKind::Date => day_of(cell).map_or_else(as_is, |day| day.to_string()),
        ColumnKind::Year => match cell.chars().filter(char::is_ascii_digit).collect::<String>() {
            year if year.len() == 4 => year,
            _ => as_is(),
        },
        ColumnKind::Choice => match plainly(column, cell) {
            Some(choice) => choice.key.clone(),
            None if !column.read_from.is_empty() => return (&column.read_from, as_is()),
            None => chosen(column, cell, places).map_or_else(as_is, |choice| choice.key.clone()),
        },
    };
    (&column.key, text)
}

fn is_sum(cell: &str) -> bool {
    let folded = words(cell);
    matches!(folded.as_str(), "cong" | "tong" | "tong cong" | "tong so" | "cong tong")
}

/// What a line of headings says of its columns; the longest known word wins, each column once. What stands below must
/// fit: a "Số sổ BHXH" is no day, though its heading speaks of insurance.
fn headed(fact: &TableFact, line: &[String], below: &[Vec<String>]) -> Vec<Option<String>> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (place, cell) in line.iter().enumerate() {
        let folded = format!(" {} ", words(cell));
        for (nth, column) in fact.columns.iter().enumerate() {
            let label = words(&column.label.vi);
            let known = column.known_by.iter().map(String::as_str).chain([label.as_str()]);
            let stands = known.filter(|word| !word.is_empty() && folded.contains(&format!(" {word} ")));
            let hit = stands.map(str::len).max();
            if let Some(hit) = hit.filter(|_| fits_below(column, place, below)) {
                pairs.push((hit, place, nth));
            }
        }
    }
    // The surest first; among equals, as they stand.
    pairs.sort_by_key(|(hit, place, nth)| (std::cmp::Reverse(*hit), *place, *nth));
    let mut found: Vec<Option<String>> = vec![None; line.len()];
    for (_, place, nth) in pairs {
        let key = &fact.columns[nth].key;
        if found[place].is_none() && !found.iter().flatten().any(|taken| taken == key) {
            found[place] = Some(key.clone());
        }
    }
    found
}

/// Whether half of what stands below a heading is what the column asks for. Sums are left aside.
fn fits_below(column: &ColumnFact, place: usize, below: &[Vec<String>]) -> bool {
    let cells = || {
        below
            .iter()
            .filter(|line| !line.iter().any(|cell| is_sum(cell)))
            .filter_map(|line| line.get(place))
            .filter(|cell| !cell.is_empty())
    };
    let fit = |cell: &&String| match column.kind {
        ColumnKind::Text | ColumnKind::Choice => true,
        ColumnKind::Number => Amount::read(cell).is_some(),
        ColumnKind::Date => day_of(cell).is_some() || !cell.contains(|c: char| c.is_ascii_digit()) || is_month(cell),
        ColumnKind::Year => cell.chars().filter(char::is_ascii_digit).count() == 4,
    };
    cells().filter(fit).count() * 2 >= cells().count()
}

/// "3/2021": no day, and meant as one.
fn is_month(cell: &str) -> bool {
    cell.rsplit_once(['/', '-', '.']).is_some_and(|(month, year)| {
        year.len() == 4
            && (1..=2).contains(&month.len())
            && (month.chars().chain(year.chars())).all(|c| c.is_ascii_digit())
    })
}

/// What each column seems to be, by what stands in it. A column that counts the rows is none.
fn guessed(fact: &TableFact, lines: &[Vec<String>], width: usize, places: Places) -> Vec<Option<String>> {
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
            ColumnKind::Choice if column.read_from.is_empty() => chosen(column, cell, places).is_some(),
            ColumnKind::Choice => plainly(column, cell).is_some(),
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
/// breaks in quotes. Without a tab, semicolons part cells. Beyond the most that are taken, lines are counted only.
fn cells(text: &str) -> (Vec<Vec<String>>, usize) {
    let sign = if text.contains('\t') || !text.contains(';') { '\t' } else { ';' };
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_full = lines.len() > MOST_ROWS;
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
            // The headings, and as many rows as are taken: of the rest only how many there are is of use.
            '\n' if is_full && !quoted => {
                let rest: String = letters.collect();
                let unread = rest.lines().filter(|line| !line.trim().is_empty()).count();
                return (tidied(lines), unread);
            }
            '\n' => lines.push(vec![String::new()]),
            other if other == sign && !quoted => line.push(String::new()),
            other => cell.push(other),
        }
    }
    let mut lines = tidied(lines);
    while lines.last().is_some_and(|line| line.iter().all(String::is_empty)) {
        lines.pop();
    }
    (lines, 0)
}

fn tidied(mut lines: Vec<Vec<String>>) -> Vec<Vec<String>> {
    for line in &mut lines {
        line.truncate(MOST_COLUMNS);
        line.iter_mut().for_each(|cell| *cell = cell.split_whitespace().collect::<Vec<_>>().join(" "));
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
    fn a_column_of_units_goes_with_the_numbers_before_it() {
        let text = "Nơi trồng\tSản lượng\tĐVT\nxã Cao Phong\t3\tTấn\nxã Thu Phong\t900\tkg\n";
        let pasted = pasted("origin", text);
        let quantities: Vec<&str> = pasted.rows.iter().map(|row| cell(&row.row, "quantity")).collect();
        assert_eq!(quantities, ["3 tấn", "900 kg"]);
    }

    #[test]
    fn what_is_longer_than_any_table_is_refused_before_it_is_read() {
        let cell = |length: usize| format!("Tên\tSố\n{}", "a".repeat(length - 10));
        assert_eq!(cell(20).len(), 20);
        assert!(!pasted("workers", &cell(LONGEST)).too_long);
        assert!(!pasted("workers", &cell(LONGEST)).rows.is_empty());
        let refused = pasted("workers", &cell(LONGEST + 1));
        assert_eq!(refused, Pasted { too_long: true, ..Pasted::default() });
    }

    #[test]
    fn rows_beyond_the_most_are_counted_and_not_dropped_without_a_word() {
        for (heading, rows, beyond) in
            [("", 1_000, 0), ("", 1_001, 1), ("Họ tên\tSố người\n", 1_000, 0), ("Họ tên\tSố người\n", 1_300, 300)]
        {
            let list = pasted("workers", &format!("{heading}{}", "Bùi Thị Hoa\t2\n".repeat(rows)));
            assert_eq!((list.rows.len(), list.beyond), (1_000, beyond), "{rows}");
        }
    }

    #[test]
    fn a_list_of_workers_with_headings_is_read_and_its_sum_left_out() {
        let text = "STT\tHọ và tên\tNăm sinh\tThường trú\tNgày vào BHXH\r\n\
                    1\tBùi Thị Hoa\t1980\tXóm 3, xã Cao Phong, tỉnh Phú Thọ\t1/3/2021\r\n\
                    2\tTrần Văn Nam\t1975\txã Mường Thàng, tỉnh Phú Thọ\t05-06-22\r\n\
                    \tTổng cộng\t2\t\t\r\n";
        let pasted = pasted("workers", text);
        assert_eq!(pasted.columns, [None, Some("name".into()), None, Some("address".into()), Some("insured".into())]);
        assert_eq!((pasted.rows.len(), pasted.left_out), (2, 1));
        let here = ("address", "Xóm 3, xã Cao Phong, tỉnh Phú Thọ");
        row(&pasted.rows[0], &[here, ("insured", "01/03/2021"), ("name", "Bùi Thị Hoa")], &[]);
        // Another commune: it is for the applicant to say.
        let there = ("address", "xã Mường Thàng, tỉnh Phú Thọ");
        row(&pasted.rows[1], &[there, ("insured", "05/06/2022"), ("name", "Trần Văn Nam")], &["home"]);
        assert_eq!(pasted.rows[1].doubtful[0].why, Why::NoPlace);
    }

    /// Seen in use: rows pasted before the commune was known lost their addresses for good.
    #[test]
    fn an_address_pasted_before_the_commune_is_known_is_told_once_it_is() {
        let fact = &Figures::of(first()).tables["workers"];
        let text = "Họ tên\tĐịa chỉ\nHoa\tXóm 3, xã Cao Phong\nNam\txã Mường Thàng";
        let pasted = paste(fact, text, ("", ""), None);
        assert!(pasted.rows.iter().all(|row| row.doubtful.iter().map(|doubt| doubt.why).eq([Why::NoPlace])));
        let table = Table { rows: pasted.rows.into_iter().map(|row| row.row).collect() };
        let homes = |commune: &str| -> Vec<String> {
            table.told(fact, (commune, "")).rows.iter().map(|row| cell(row, "home").to_owned()).collect()
        };
        assert_eq!(homes("Cao Phong"), ["commune", ""]);
        assert_eq!(homes("Mường Thàng"), ["", "commune"]);
    }

    /// Seen in use: the number of the insurance book was taken for the day of insurance.
    #[test]
    fn a_heading_is_held_against_what_stands_below_it() {
        for book in ["0123456789", "HT40123456789"] {
            let text = format!(
                "Họ tên\tSố sổ BHXH\tTham gia BHXH\nHoa\t{book}\t01/03/2021\nNam\t{book}\t3/2022\nLan\t{book}\tchưa rõ"
            );
            let pasted = pasted("workers", &text);
            assert_eq!(pasted.columns, [Some("name".into()), None, Some("insured".into())], "{book}");
            assert_eq!(cell(&pasted.rows[1].row, "insured"), "3/2022");
            assert_eq!(pasted.rows[1].doubtful, []);
            assert_eq!(pasted.rows[2].doubtful.iter().map(|doubt| doubt.why).collect::<Vec<_>>(), [Why::NoDay]);
        }
        // Nothing below says otherwise.
        assert_eq!(pasted("workers", "Họ tên\tBHXH\nHoa\t").columns[1].as_deref(), Some("insured"));
    }

    #[test]
    fn a_unit_in_every_cell_is_kept_and_another_one_is_doubtful() {
        let same = pasted("origin", "Hộ\tSản lượng\nBình\t12 tấn\nLan\t8 tấn");
        row(&same.rows[0], &[("name", "Bình"), ("quantity", "12 tấn")], &[]);
        let mixed = pasted("origin", "Hộ\tSản lượng\nBình\t12 tấn\nLan\t800 kg\nHoa\t3");
        assert_eq!(mixed.rows.iter().map(|row| row.doubtful.len()).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(mixed.rows[1].doubtful[0].why, Why::OtherUnit);
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
        // Nobody knows whether the rows above are in tons as well.
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
        let (lines, _) = cells("\"a\nb\"\t\"x \"\"y\"\"\"\n\n");
        assert_eq!(lines, [vec!["a b".to_owned(), "x \"y\"".to_owned()]]);
        assert_eq!(cells("a;b").0, [vec!["a".to_owned(), "b".to_owned()]]);
    }

    #[test]
    fn a_unit_in_the_heading_stays_with_its_numbers() {
        let list =
            pasted("origin", "Hộ\tSản lượng (tấn)\nBùi Thị Hoa\t12,5\nTrần Văn Nam\t800 kg\nĐinh Thị Lan\t50%\n");
        let quantities: Vec<&str> = list.rows.iter().map(|row| cell(&row.row, "quantity")).collect();
        assert_eq!(quantities, ["12,5 tấn", "800 kg", "50%"]);
        let doubts =
            |place: usize| list.rows[place].doubtful.iter().filter(|doubt| doubt.why == Why::OtherUnit).count();
        assert_eq!([doubts(0), doubts(1), doubts(2)], [0, 1, 1]);
        // Where the column itself names the unit, the numbers stay bare; what else stands in brackets is no unit.
        let list = pasted("origin", "Hộ\tDiện tích (ha)\nBùi Thị Hoa\t2,5\nTrần Văn Nam\t50%\n");
        assert_eq!(cell(&list.rows[0].row, "area"), "2,5");
        assert!(list.rows[1].doubtful.iter().any(|doubt| doubt.why == Why::OtherUnit));
        let list = pasted("origin", "Hộ\tSản lượng (ước tính)\nBùi Thị Hoa\t12\n");
        assert_eq!(cell(&list.rows[0].row, "quantity"), "12");
    }

    /// Seen in use: "kg" stood above rows in tons, and nothing was said.
    #[test]
    fn a_heading_of_another_unit_than_its_rows_is_doubted() {
        let doubts = |table: &str, text: &str| {
            let list = pasted(table, text);
            list.rows
                .iter()
                .map(|row| row.doubtful.iter().filter(|doubt| doubt.why == Why::OtherUnit).count())
                .collect::<Vec<_>>()
        };
        assert_eq!(doubts("origin", "Hộ\tSản lượng (kg)\nHoa\t12 tấn\nNam\t8 tấn"), [1, 1]);
        assert_eq!(doubts("origin", "Hộ\tSản lượng (tấn)\nHoa\t12 tấn\nNam\t8 Tấn"), [0, 0]);
        // The column's own name has a unit.
        assert_eq!(doubts("origin", "Hộ\tDiện tích (ha)\nHoa\t12 sào\nNam\t3 ha\nLan\t2"), [1, 0, 0]);
        let money = |unit: &str| format!("Năm\tDoanh thu (đồng)\n2024\t2.100 {unit}\n2025\t2.450 {unit}");
        assert_eq!(doubts("profit", &money("triệu đồng")), [1, 1]);
        assert_eq!(doubts("profit", &money("đồng")), [0, 0]);
    }

    #[test]
    fn a_percentage_among_quantities_is_doubted_and_a_column_of_them_is_not() {
        let doubts = |text: &str| {
            let list = pasted("origin", &format!("Hộ\tSản lượng\n{text}"));
            list.rows.iter().flat_map(|row| &row.doubtful).filter(|doubt| doubt.why == Why::OtherUnit).count()
        };
        assert_eq!(doubts("Hoa\t120\nNam\t50%\n"), 1);
        assert_eq!(doubts("Hoa\t12 kg\nNam\t50 %\n"), 1);
        assert_eq!(doubts("Hoa\t50%\nNam\t50%\n"), 0);
        assert_eq!(doubts("Hoa\t120\nNam\t50\n"), 0);
    }

    #[test]
    fn rows_that_say_the_same_twice_are_told() {
        let list = pasted("workers", "Họ tên\tSố người\nHoa\t2\nNam\t1\nHoa\t2\n");
        assert_eq!(doubles(&list.rows, &[]), [2].into());
        let held = [list.rows[1].row.clone()];
        assert_eq!(doubles(&list.rows, &held), [1, 2].into());
        assert_eq!(doubles(&list.rows[..2], &[]), [].into());
    }

    proptest! {
        #[test]
        fn any_text_is_pasted_and_no_row_is_lost(text in "[a-zà-ỹ0-9.,;\\t\\n\" %/-]{0,200}") {
            for fact in Figures::of(first()).tables.values() {
                let pasted = paste(fact, &text, PLACES, None);
                let lines = cells(&text).0.len();
                prop_assert_eq!(pasted.rows.len() + pasted.left_out + usize::from(pasted.headings.is_some()), lines);
                // What cannot be read stays as it stood.
                for doubt in pasted.rows.iter().flat_map(|row| &row.doubtful) {
                    prop_assert!(cells(&text).0.iter().flatten().any(|cell| *cell == doubt.text), "{doubt:?}");
                }
            }
        }

        /// Pasted a second time every row is there already; and taken without those, nothing is there twice.
        #[test]
        fn what_is_pasted_twice_is_there_once(names in prop::collection::vec("[a-c]{1,2}", 1..12)) {
            let text: String = names.iter().map(|name| format!("{name}\t1\n")).collect();
            let first = pasted("workers", &text);
            let held: Vec<Row> = first.rows.iter().map(|row| row.row.clone()).collect();
            prop_assert_eq!(doubles(&first.rows, &held).len(), first.rows.len());
            let out = doubles(&first.rows, &[]);
            let once: Vec<&Row> = held.iter().enumerate().filter(|(place, _)| !out.contains(place)).map(|(_, row)| row).collect();
            let distinct: BTreeSet<&Row> = held.iter().collect();
            prop_assert_eq!(once.len(), distinct.len());
        }

        /// Whatever unit a heading names, the numbers below it keep it, and add up.
        #[test]
        fn the_unit_of_a_heading_is_that_of_its_numbers(numbers in prop::collection::vec(1u32..9_000, 1..12), unit in prop::sample::select(vec!["tấn", "kg", "ha", "lít", "chai"])) {
            let rows: String = numbers.iter().map(|number| format!("Hộ\t{}\n", Amount::whole(*number))).collect();
            let list = pasted("origin", &format!("Tên hộ\tSản lượng ({unit})\n{rows}"));
            let table = Table { rows: list.rows.iter().map(|row| row.row.clone()).collect() };
            let fact = &Figures::of(first()).tables["origin"];
            prop_assert_eq!(table.unit_of_all(fact, "quantity"), Some(unit.to_owned()));
            let sum: i128 = table.rows.iter().filter_map(|row| Amount::read(cell(row, "quantity"))).map(|reading| reading.amount.millionths()).sum();
            prop_assert_eq!(sum, numbers.iter().map(|number| i128::from(*number)).sum::<i128>() * 1_000_000);
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

use super::RegisterColumn;
use super::register::register_row;
use crate::domain::calendar::Date;
use crate::domain::decision::{Language, Text};
use crate::domain::dossier::Dossier;
use crate::domain::figures::Amount;
use crate::domain::spelling::printable;

/// A table of plain values, as an officer sorts and files it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the sheet in a workbook.
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// A cell of a [`Sheet`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Number(u32),
    Amount(Amount),
    Text(String),
}

const SHEET_NAME: Text = Text { vi: "Sản phẩm OCOP", en: "OCOP products" };

/// One row a dossier, as of a day: [`register_row`]. The codes of communes out of the list of them are the caller's to add.
pub fn overview<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>, today: Date, language: Language) -> Sheet {
    Sheet {
        name: SHEET_NAME.get(language).into(),
        columns: RegisterColumn::ALL.map(|column| column.title().get(language).into()).into(),
        rows: dossiers.into_iter().map(|dossier| register_row(dossier, None, Some(today), language)).collect(),
    }
}

/// The sheet as comma-separated values (RFC 4180) with a byte order mark, without which spreadsheets
/// misread Vietnamese. A text that a spreadsheet would run as a formula gets an apostrophe before it.
pub fn csv(sheet: &Sheet) -> String {
    let mut out = String::from('\u{feff}');
    let titles: Vec<Value> = sheet.columns.iter().cloned().map(Value::Text).collect();
    for row in std::iter::once(&titles).chain(&sheet.rows) {
        out.push_str(&csv_line(row));
    }
    out
}

/// One row of comma-separated values, with its line's end.
pub fn csv_line(row: &[Value]) -> String {
    let fields: Vec<String> = row.iter().map(csv_field).collect();
    fields.join(",") + "\r\n"
}

fn csv_field(value: &Value) -> String {
    let text = match value {
        Value::Number(number) => return number.to_string(),
        Value::Amount(amount) => return amount.plain(),
        Value::Text(text) => text,
    };
    let text = printable(text);
    let runs = text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']) || text.starts_with(['\t', '\r']);
    let text = if runs { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', '\r', '\n']) || text != text.trim() {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(csv_field(&Value::Text(text.into())), expected, "{text:?}");
    }

    #[test]
    fn fields_are_quoted_as_rfc_4180_says() {
        check("Trà xanh", "Trà xanh");
        check("Trà, loại \"một\"", "\"Trà, loại \"\"một\"\"\"");
        check("hai\ndòng", "\"hai\ndòng\"");
        check("hai\u{b}ba\u{2028}dòng", "\"hai\nba\ndòng\"");
        check(" lề ", "\" lề \"");
        check("", "");
    }

    #[test]
    fn nothing_in_a_cell_steers_the_program_that_shows_it() {
        check("Mật\u{0}\u{1b} ong \u{202e}gpj\u{2066}x", "Mật ong gpjx");
        check("một\r\nhai", "\"một\nhai\"");
        check("\u{200b}=HYPERLINK(1)", "'=HYPERLINK(1)");
    }

    #[test]
    fn no_text_runs_as_a_formula() {
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("+84912345678", "'+84912345678");
        check("-1+1", "'-1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check(" =1", "' =1");
        check("\t=1", "'\t=1");
        assert_eq!(csv_field(&Value::Number(7)), "7");
    }
}

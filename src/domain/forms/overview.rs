use super::register::{SECTOR, sector};
use super::words::kind_words;
use crate::domain::calendar::Date;
use crate::domain::decision::{Language, PartCode, Text};
use crate::domain::dossier::{Dossier, Field, next_step};
use crate::domain::figures::Amount;
use crate::domain::rating::{KnockOut, Rating};
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
pub(super) const NOT_RATED: Text = Text { vi: "không xếp hạng", en: "not rated" };
const REJECTED: Text = Text { vi: "hồ sơ bị loại", en: "dossier rejected" };

const COLUMNS: [Text; 19] = [
    Text { vi: "Sản phẩm", en: "Product" },
    Text { vi: "Chủ thể", en: "Applicant" },
    Text { vi: "Xã, phường", en: "Commune" },
    Text { vi: "Bộ số", en: "Set" },
    Text { vi: "Bộ tiêu chí", en: "Product set" },
    Text { vi: "Điểm A", en: "Points A" },
    Text { vi: "Điểm B", en: "Points B" },
    Text { vi: "Điểm C", en: "Points C" },
    Text { vi: "Tổng điểm", en: "Total" },
    Text { vi: "Sao tạm tính", en: "Provisional stars" },
    Text { vi: "Sao cao nhất có thể", en: "Stars at best" },
    Text { vi: "Tiêu chí chặn hạng kế tiếp", en: "Criteria that block the next star" },
    Text { vi: "Chưa chấm", en: "Unanswered" },
    Text { vi: "Cập nhật", en: "Updated" },
    Text { vi: "Sao đang có", en: "Stars held" },
    Text { vi: "Giấy hết hạn", en: "Certificate ends" },
    Text { vi: "Loại hồ sơ", en: "Kind" },
    Text { vi: "Việc gần nhất", en: "Next thing to do" },
    Text { vi: "Ngày của việc đó", en: "Its day" },
];

/// One row a dossier: product, applicant, set, points, stars, what blocks, what is open; the stars
/// held, the certificate's end, what is to be done next as of a day, and what the sector's data ask for
/// (Decision 5277/QĐ-BNNMT).
pub fn overview<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>, today: Date, language: Language) -> Sheet {
    Sheet {
        name: SHEET_NAME.get(language).into(),
        columns: COLUMNS.iter().chain(&SECTOR).map(|title| title.get(language).into()).collect(),
        rows: dossiers.into_iter().map(|dossier| row(dossier, today, language)).collect(),
    }
}

fn row(dossier: &Dossier, today: Date, language: Language) -> Vec<Value> {
    let rating = dossier.rating();
    let text = |field| Value::Text(dossier.fields.get(field).trim().into());
    let part = |code: PartCode| Value::Number(rating.parts[code as usize].points.0.into());
    let star = |star: Option<_>| {
        star.map_or_else(|| Value::Text(NOT_RATED.get(language).into()), |star| Value::Number(u8::from(star).into()))
    };
    let set = dossier.set();
    let standing = dossier.standing();
    let next = next_step(dossier, today);
    let kind = dossier.told_kind().map_or("", |kind| kind_words(kind).get(language));
    let mut row = vec![
        Value::Text(dossier.name().into()),
        text(Field::ApplicantName),
        text(Field::Commune),
        Value::Number(set.no.0.into()),
        Value::Text(set.name.get(language).into()),
        part(PartCode::A),
        part(PartCode::B),
        part(PartCode::C),
        Value::Number(rating.total.0.into()),
        // An empty dossier has no star to show.
        if rating.answered == 0 { Value::Text(String::new()) } else { star(rating.star) },
        star(rating.best.star),
        Value::Text(blockers(dossier, &rating, language)),
        Value::Number((set.criteria.len() - rating.answered) as u32),
        Value::Text(Date::in_vietnam(&dossier.updated).map_or_else(String::new, Date::iso)),
        standing.star().map_or_else(|| Value::Text(String::new()), |star| Value::Number(u8::from(star).into())),
        Value::Text(standing.certificate().map_or(String::new(), |held| held.end().iso())),
        Value::Text(kind.into()),
        Value::Text(next.text(language)),
        Value::Text(next.act_by(today).map_or_else(String::new, |day| day.iso())),
    ];
    row.extend(sector(dossier, language));
    row
}

/// Codes of the answered criteria below the minimums of the next star; for a product that is out,
/// what put it out.
fn blockers(dossier: &Dossier, rating: &Rating, language: Language) -> String {
    let code = |position: usize| dossier.set().criteria.get(position).map_or("", |criterion| criterion.code);
    let codes: Vec<&str> = if rating.knocked_out.is_empty() {
        let next = rating.next_star().map(|star| rating.unmet(star)).unwrap_or_default();
        next.iter().filter(|unmet| !unmet.open).map(|unmet| code(unmet.position)).collect()
    } else {
        let out = rating.knocked_out.iter().map(|reason| match reason {
            KnockOut::Dossier => REJECTED.get(language),
            KnockOut::Declared(position) | KnockOut::Zero(position) => code(*position),
        });
        out.collect()
    };
    codes.join(", ")
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

use super::handed::is_handed_in;
use super::overview::{NOT_RATED, Value};
use super::words::{kind_words, subgroup_line};
use crate::domain::calendar::Date;
use crate::domain::council::{DeskState, is_blind};
use crate::domain::decision::{Language, Star, Text};
use crate::domain::dossier::{Dossier, DossierKind, Field, LogEntry, LogTopic, tidy_date};
use crate::domain::places::Places;

/// The columns of the register of products, by key: those that the Ministry's sector data structure names for OCOP
/// (Decision 5277/QĐ-BNNMT: commune, period, product, class, subject, yearly revenue, status), then what an officer watches.
const COLUMNS: [(&str, Text); 18] = [
    ("commune_code", Text { vi: "Mã xã", en: "Commune code" }),
    ("commune", Text { vi: "Xã, phường, đặc khu", en: "Commune" }),
    ("period", Text { vi: "Kỳ", en: "Period" }),
    ("product_code", Text { vi: "Mã sản phẩm", en: "Product code" }),
    ("product", Text { vi: "Tên sản phẩm", en: "Product" }),
    ("class", Text { vi: "Phân loại", en: "Class" }),
    ("set", Text { vi: "Bộ số", en: "Set" }),
    ("subject", Text { vi: "Chủ thể", en: "Subject" }),
    ("revenue", Text { vi: "Doanh thu hằng năm", en: "Yearly revenue" }),
    ("status", Text { vi: "Trạng thái", en: "Status" }),
    ("stars", Text { vi: "Sao đang có", en: "Stars held" }),
    ("certified", Text { vi: "Ngày cấp", en: "Certified on" }),
    ("certificate_end", Text { vi: "Hiệu lực đến", en: "Certificate until" }),
    ("kind", Text { vi: "Loại hồ sơ", en: "Kind of dossier" }),
    ("total", Text { vi: "Điểm tự chấm", en: "Own points" }),
    ("star", Text { vi: "Sao tạm tính", en: "Provisional stars" }),
    ("unanswered", Text { vi: "Tiêu chí chưa chấm", en: "Unanswered" }),
    ("decision_no", Text { vi: "Số quyết định", en: "Decision no." }),
];

/// The register's columns: key for programs, title for people.
pub fn register_columns() -> &'static [(&'static str, Text)] {
    &COLUMNS
}

/// One product's row, in the order of the columns. The code of its commune is that of its product code, else that of the
/// one commune so called.
pub fn register_row(dossier: &Dossier, places: Option<&Places>, language: Language) -> Vec<Value> {
    let rating = dossier.rating();
    let text = |field| Value::Text(dossier.fields.get(field).trim().into());
    let star =
        |star: Option<Star>| star.map_or(Value::Text(String::new()), |star| Value::Number(u8::from(star).into()));
    let held = dossier.recognised.as_ref().filter(|_| !dossier.unrecognised);
    // While sheets of scorers are awaited, nothing tells what the applicant gave itself.
    let is_blind = is_blind(dossier);
    let end = dossier.certificate().filter(|_| held.is_some()).map_or(String::new(), |held| held.end().to_string());
    vec![
        Value::Text(commune_code(dossier, places)),
        text(Field::Commune),
        text(Field::Year),
        text(Field::ProductCode),
        Value::Text(dossier.name().into()),
        Value::Text(subgroup_line(dossier.set())),
        Value::Number(dossier.set().no.0.into()),
        text(Field::ApplicantName),
        Value::Text(revenue(dossier).into()),
        Value::Text(desk_state(dossier).map_or("", |state| state_words(state).get(language)).into()),
        star(held.and_then(|held| held.star)),
        Value::Text(held.map_or(String::new(), |held| tidy_date(held.date.trim()))),
        Value::Text(end),
        Value::Text(dossier.told_kind().map_or("", |kind| kind_words(kind).get(language)).into()),
        // No points are none that somebody gave itself.
        if is_blind || rating.answered == 0 {
            Value::Text(String::new())
        } else {
            Value::Number(rating.total.0.into())
        },
        match rating.star {
            _ if is_blind => Value::Text(String::new()),
            // What ends the evaluation does so without any answer.
            None => Value::Text(NOT_RATED.get(language).into()),
            now => star(now.filter(|_| rating.answered > 0)),
        },
        Value::Number(u32::try_from(dossier.set().criteria.len() - rating.answered).unwrap_or(u32::MAX)),
        Value::Text(held.map_or(String::new(), |held| held.number.trim().to_owned())),
    ]
}

/// The register's own columns beside those of the overview.
pub(super) const SECTOR: [Text; 8] =
    [COLUMNS[0].1, COLUMNS[2].1, COLUMNS[3].1, COLUMNS[5].1, COLUMNS[8].1, COLUMNS[9].1, COLUMNS[11].1, COLUMNS[17].1];

/// The values of [`SECTOR`]: commune code, period, product code, class, yearly revenue, status; the certificate's day and
/// number. Days are written as in the rest of the overview.
pub(super) fn sector(dossier: &Dossier, language: Language) -> [Value; 8] {
    let text = |field| Value::Text(dossier.fields.get(field).trim().into());
    let held = dossier.recognised.as_ref().filter(|_| !dossier.unrecognised);
    let certified = held.map_or("", |held| held.date.trim());
    [
        Value::Text(commune_code(dossier, None)),
        text(Field::Year),
        text(Field::ProductCode),
        Value::Text(subgroup_line(dossier.set())),
        Value::Text(revenue(dossier).into()),
        Value::Text(desk_state(dossier).map_or("", |state| state_words(state).get(language)).into()),
        Value::Text(Date::written(certified).map_or_else(|| certified.to_owned(), Date::iso)),
        Value::Text(held.map_or(String::new(), |held| held.number.trim().to_owned())),
    ]
}

/// The turnover of the last year that the log has, else what the re-rating's topic says.
fn revenue(dossier: &Dossier) -> &str {
    let logged = dossier.log.iter().filter(|entry| entry.topic == LogTopic::Turnover && !entry.text.trim().is_empty());
    let year =
        |entry: &&LogEntry| entry.date.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    let last = logged.max_by_key(year).map(|entry| entry.text.trim());
    last.unwrap_or_else(|| dossier.fields.get(Field::RenewedRevenue).trim())
}

/// The code of the commune: out of the product code, else of the one commune so called.
pub fn commune_code(dossier: &Dossier, places: Option<&Places>) -> String {
    let code = code_in(dossier.fields.get(Field::ProductCode));
    let of = |field| dossier.fields.get(field);
    match places {
        Some(places) if code.is_empty() => places.code_of(of(Field::Commune), of(Field::Province)),
        _ => code,
    }
}

/// The commune's part of a product code: province, commune, running number, year (Annex II).
fn code_in(code: &str) -> String {
    let mut parts = code.split(['-', '–', '.']).map(str::trim).filter(|part| !part.is_empty());
    parts.nth(1).filter(|part| part.chars().all(|c| c.is_ascii_digit())).unwrap_or_default().to_owned()
}

/// How far the dossier is at the commune. A product that holds stars and that no commune works on is recognised; one
/// whose next rating came whole, as it is handed in, is received.
pub fn desk_state(dossier: &Dossier) -> Option<DeskState> {
    let came = || {
        dossier.kind != DossierKind::First
            && dossier.assessment.answered() == dossier.set().criteria.len()
            && is_handed_in(dossier)
    };
    let held = dossier.held_star().map(|_| if came() { DeskState::Received } else { DeskState::Recognised });
    dossier.desk.as_ref().map(|desk| desk.state).or(held)
}

/// What a state is called.
pub fn state_words(state: DeskState) -> Text {
    match state {
        DeskState::Received => Text { vi: "Đã nhận", en: "Received" },
        DeskState::ToCorrect => Text { vi: "Cần bổ sung", en: "To correct" },
        DeskState::Proposed => Text { vi: "Đã đề nghị tỉnh", en: "Proposed" },
        DeskState::Recognised => Text { vi: "Đã công nhận", en: "Recognised" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::Desk;
    use crate::domain::decision::first;
    use crate::domain::dossier::{Holding, PaperRecord, Question, Reply};
    use crate::domain::forms::handed_in;
    use crate::domain::rating::Answer;

    #[test]
    fn the_revenue_is_that_of_the_last_year_and_who_holds_stars_is_recognised() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        assert_eq!((revenue(&dossier), desk_state(&dossier)), ("", None));
        dossier.fields.set(Field::RenewedRevenue, "3 tỷ".into());
        assert_eq!(revenue(&dossier), "3 tỷ");
        let entry = |date: &str, text: &str| LogEntry {
            id: date.into(),
            topic: LogTopic::Turnover,
            date: date.into(),
            text: text.into(),
            ..LogEntry::default()
        };
        dossier.log = vec![entry("31/12/2025", "5 tỷ"), entry("2024", "4 tỷ"), entry("2026", " ")];
        assert_eq!(revenue(&dossier), "5 tỷ");
        let star = Some(Star::Four);
        dossier.recognised = Some(crate::domain::dossier::Recognised { star, ..Default::default() });
        assert_eq!(desk_state(&dossier), Some(DeskState::Recognised));
    }

    #[test]
    fn a_re_rating_that_came_is_received_before_the_commune_begins() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.recognised = Some(crate::domain::dossier::Recognised { star: Some(Star::Four), ..Default::default() });
        for position in 0..dossier.set().criteria.len() {
            dossier.assessment.set_answer(position, Answer::Level(0));
        }
        let is = |dossier: &Dossier, state: DeskState| assert_eq!(desk_state(dossier), Some(state));
        for kind in [DossierKind::ReRating, DossierKind::Upgrade] {
            dossier.kind = kind;
            is(&dossier, DeskState::Received);
            // The applicant's own, at work on it.
            is(&Dossier { log: vec![LogEntry::default()], ..dossier.clone() }, DeskState::Recognised);
            let to_get = PaperRecord { holding: Holding::ToGet, ..PaperRecord::default() };
            let mut at_work = Dossier { papers: vec![to_get], held: ["x".into()].into(), ..dossier.clone() };
            at_work.entries[0].review = true;
            at_work.plan.target = Some(Star::Five);
            is(&at_work, DeskState::Recognised);
            is(&handed_in(&at_work), DeskState::Received);
            // Not whole: a product of a list of those recognised has no answers.
            let mut open = dossier.clone();
            open.assessment.set_answer(0, Answer::Unanswered);
            is(&open, DeskState::Recognised);
            let desk = Some(Desk { state: DeskState::Proposed, ..Desk::default() });
            is(&Dossier { desk, ..dossier.clone() }, DeskState::Proposed);
        }
        dossier.kind = DossierKind::First;
        is(&dossier, DeskState::Recognised);
    }

    #[test]
    fn an_evaluation_that_ends_is_told_from_one_that_is_not_begun() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let star = |dossier: &Dossier| {
            let at = COLUMNS.iter().position(|(key, _)| *key == "star").expect("a column");
            register_row(dossier, None, Language::Vi).remove(at)
        };
        assert_eq!(star(&dossier), Value::Text(String::new()));
        dossier.set_reply(Question::Dossier, Reply::Yes);
        assert_eq!(star(&dossier), Value::Text("không xếp hạng".into()));
    }

    #[test]
    fn the_commune_stands_second_in_a_product_code() {
        assert_eq!(code_in("17 - 05123 - 07 - 2026"), "05123");
        assert_eq!(code_in("17-05123-07-2026"), "05123");
        assert_eq!(code_in("(T)-(X)"), "");
        assert_eq!(code_in(""), "");
    }

    #[test]
    fn the_code_of_the_one_commune_so_called_stands_in_where_the_product_has_none() {
        let places =
            Places::parse("15 Lào Cai\n2647p Lào Cai\n3082x Mường Khương\n22 Quảng Ninh\n6700x Mường Khương\n");
        let places = places.expect("a list");
        let code = |commune: &str, province: &str, product: &str| {
            let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
            dossier.fields.set(Field::Commune, commune.into());
            dossier.fields.set(Field::Province, province.into());
            dossier.fields.set(Field::ProductCode, product.into());
            assert_eq!(commune_code(&dossier, None), code_in(product));
            commune_code(&dossier, Some(&places))
        };
        assert_eq!(code("Mường Khương", "Lào Cai", ""), "03082");
        assert_eq!(code("xã Mường Khương", "Lào Cai", "15-00001-1-2026"), "00001");
        assert_eq!(code("xã Mường Khương", "", ""), "", "there are two of them");
        assert_eq!((code("phường Lào Cai", "", ""), code("Lào Cai", "", "")), ("02647".into(), "02647".into()));
        for list in ["xã Mường Khương, Quảng Ninh", "Mường Khương, quảng ninh", "UBND xã Mường Khương, Quảng Ninh"]
        {
            assert_eq!(code(list, "", ""), "06700", "{list}");
        }
        assert_eq!(code("", "Lào Cai", ""), "");
    }
}

use super::RegisterColumn as Column;
use super::handed::is_handed_in;
use super::overview::Value;
use super::words::{kind_words, subgroup_line};
use crate::domain::calendar::Date;
use crate::domain::council::{DeskState, is_blind};
use crate::domain::decision::{Language, PartCode, Star, Text};
use crate::domain::dossier::{Dossier, DossierKind, Field, LogEntry, LogTopic, next_step};
use crate::domain::places::Places;
use crate::domain::rating::{KnockOut, Rating};

const NOT_RATED: Text = Text { vi: "không xếp hạng", en: "not rated" };
const REJECTED: Text = Text { vi: "hồ sơ bị loại", en: "dossier rejected" };

/// One product's row as of a day (`None`: what is next is not told), in the order of [`RegisterColumn::ALL`](Column::ALL). The code of its commune is that of its product code, else
/// that of the one commune so called, where the list is at hand. Days are written so that they sort as text (2026-11-26);
/// one that cannot be read stands as it was written. While sheets of scorers are awaited, nothing tells what the applicant
/// gave itself.
pub fn register_row(dossier: &Dossier, places: Option<&Places>, today: Option<Date>, language: Language) -> Vec<Value> {
    let rating = dossier.rating();
    let is_blind = is_blind(dossier);
    let is_begun = rating.answered > 0 && !is_blind;
    let set = dossier.set();
    let held = dossier.recognised.as_ref().filter(|_| !dossier.unrecognised);
    let next = today.map(|today| (next_step(dossier, today), today));
    let text = |text: &str| Value::Text(text.trim().into());
    let none = || Value::Text(String::new());
    let field = |field| text(dossier.fields.get(field));
    let day = |day: Option<Date>| day.map_or_else(none, |day| Value::Text(day.iso()));
    let stars = |star: Option<Star>| star.map_or_else(none, |star| Value::Number(u8::from(star).into()));
    let rated = |star: Option<Star>| star.map_or_else(|| text(NOT_RATED.get(language)), |star| stars(Some(star)));
    // No points are none that somebody gave itself.
    let points = |points: u8| if is_begun { Value::Number(points.into()) } else { none() };
    let part = |code: PartCode| points(rating.parts[code as usize].points.0);
    let value = |column: Column| match column {
        Column::CommuneCode => Value::Text(commune_code(dossier, places)),
        Column::Commune => field(Field::Commune),
        Column::Period => field(Field::Year),
        Column::ProductCode => field(Field::ProductCode),
        Column::Product => Value::Text(dossier.name().into()),
        Column::Class => Value::Text(subgroup_line(set)),
        Column::Set => Value::Number(set.no.0.into()),
        Column::Subject => field(Field::ApplicantName),
        Column::Revenue => text(revenue(dossier)),
        Column::Status => desk_state(dossier).map_or_else(none, |state| text(state_words(state).get(language))),
        Column::StarsHeld => stars(held.and_then(|held| held.star)),
        Column::Certified => held.map_or_else(none, |held| {
            let written = held.date.trim();
            Value::Text(Date::written(written).map_or_else(|| written.to_owned(), Date::iso))
        }),
        Column::CertificateEnd => day(dossier.certificate().filter(|_| held.is_some()).map(|held| held.end())),
        Column::Kind => dossier.told_kind().map_or_else(none, |kind| text(kind_words(kind).get(language))),
        Column::Total => points(rating.total.0),
        // What ends the evaluation does so without any answer.
        Column::Star if !is_blind && (is_begun || rating.star.is_none()) => rated(rating.star),
        Column::Star => none(),
        Column::Unanswered => Value::Number(u32::try_from(set.criteria.len() - rating.answered).unwrap_or(u32::MAX)),
        Column::DecisionNo => held.map_or_else(none, |held| text(&held.number)),
        Column::SetName => text(set.name.get(language)),
        Column::PartA => part(PartCode::A),
        Column::PartB => part(PartCode::B),
        Column::PartC => part(PartCode::C),
        Column::Best if is_blind => none(),
        Column::Best => rated(rating.best.star),
        Column::Blockers if is_blind => none(),
        Column::Blockers => Value::Text(blockers(dossier, &rating, language)),
        Column::Updated => day(Date::in_vietnam(&dossier.updated)),
        Column::Next => next.as_ref().map_or_else(none, |(next, _)| Value::Text(next.text(language))),
        Column::NextDay => day(next.as_ref().and_then(|(next, today)| next.act_by(*today))),
    };
    Column::ALL.map(value).into()
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
            let today = Date::parse("26/11/2026").expect("a day");
            register_row(dossier, None, Some(today), Language::Vi).remove(Column::Star.place())
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

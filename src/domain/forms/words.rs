//! Vietnamese words that several forms share.

use super::model::{Inline, one_line, together, value_or_blank};
use crate::domain::decision::{Criterion, ProductSet, Text, printed_criterion};
use crate::domain::dossier::{Dossier, DossierKind, Field, tidy_date};
use crate::domain::places::{Places, Written};
use crate::domain::rating::Answer;

/// Stands where nothing was given and a person may write by hand.
pub const DOTS: &str = "……";

/// The kind of organisation as a form names it (article 2.3); an unknown value stands as typed.
pub fn legal_form(value: &str) -> &str {
    match value {
        "cooperative" => "Hợp tác xã",
        "cooperative-group" => "Tổ hợp tác",
        "small-medium-enterprise" => "Doanh nghiệp nhỏ và vừa",
        "farm" => "Trang trại",
        "household" => "Hộ sản xuất, hộ gia đình có đăng ký kinh doanh",
        "association" => "Hội, hiệp hội",
        "operating-centre" => "Trung tâm điều hành hoặc tổ chức tương đương",
        other => other,
    }
}

/// A commune as it stands alone in a letter; empty where none is typed. The forms print "xã"; a ward and a special zone
/// call themselves by what they are.
pub fn named_commune(typed: &str) -> String {
    Written::read(&one_line(typed)).printed()
}

/// The dossier as it is printed where the list of communes is at hand: the commune by what the list calls it. Who left out
/// that it is a ward ("Bến Thành"), or wrote it for short, has it printed all the same; what the list does not tell stands
/// as it was typed.
pub fn as_listed(dossier: &Dossier, places: Option<&Places>) -> Dossier {
    let value = |field| dossier.fields.get(field);
    let mut listed = dossier.clone();
    if let Some(commune) = places.and_then(|places| places.meant(value(Field::Commune), value(Field::Province))) {
        listed.fields.set(Field::Commune, commune.title());
    }
    listed
}

/// What Form 01 calls a kind of dossier (item 4).
pub fn kind_words(kind: DossierKind) -> Text {
    match kind {
        DossierKind::First => Text { vi: "Lần đầu", en: "First rating" },
        DossierKind::Upgrade => Text { vi: "Nâng hạng", en: "Upgrade" },
        DossierKind::ReRating => Text { vi: "Đánh giá lại", en: "Re-rating" },
    }
}

/// The class in the words of Annex I (Form 01, item 3).
pub fn subgroup_line(set: &ProductSet) -> String {
    let class = &set.class;
    let mut line = format!("Ngành: {}; Nhóm: {}", class.sector.vi, class.group.vi);
    if let Some(subgroup) = class.subgroup {
        line.push_str("; Phân nhóm: ");
        line.push_str(subgroup.vi);
    }
    line
}

/// "Xã X, ngày 05 tháng 11 năm 2026", with dots for what is left to be filled by hand.
pub fn signed_at(dossier: &Dossier) -> String {
    let place = one_line(dossier.fields.get(Field::Place));
    let place = if place.is_empty() { "................".into() } else { place };
    match day_month_year(&tidy_date(dossier.fields.get(Field::SignedOn))) {
        Some((day, month, year)) => format!("{place}, {}", together(&format!("ngày {day} tháng {month} năm {year}"))),
        None => format!("{place}, {}", together("ngày ........ tháng ........ năm ..........")),
    }
}

/// Telephone numbers, none of which is parted by a line's end; between two of them a line may end.
pub fn phones(value: &str) -> String {
    let value = one_line(value).replace(" - ", " -\n");
    let numbers = value.split_inclusive(['/', ';', ',', '\n']).map(str::trim).filter(|number| !number.is_empty());
    numbers.map(together).collect::<Vec<_>>().join(" ")
}

/// Telephone and e-mail on one line; no line's end parts a label's last word from what stands behind it, nor a number.
pub fn reached_by(label: &str, dossier: &Dossier) -> Vec<Inline> {
    let mut line = Vec::new();
    for (label, field) in [(label, Field::Phone), ("\u{2003}Email:", Field::Email)] {
        match value_or_blank(dossier.fields.get(field)) {
            Inline::Text(value) => line.push(Inline::Text(format!("{label}\u{a0}{}", phones(&value)))),
            blank => line.extend([Inline::Text(format!("{label} ")), blank]),
        }
    }
    line
}

/// "Xã X, ngày … tháng … năm …": a paper that is signed on a day of its own, which is filled in by hand.
pub fn signed_later(dossier: &Dossier) -> String {
    let place = [Field::Place, Field::Commune].map(|field| one_line(dossier.fields.get(field)));
    let place = place.into_iter().find(|place| !place.is_empty()).unwrap_or_else(|| "................".into());
    format!("{place}, {}", together("ngày …… tháng …… năm ………"))
}

/// The three numbers of dd/mm/yyyy as typed; the calendar is checked elsewhere.
fn day_month_year(typed: &str) -> Option<(&str, &str, &str)> {
    let mut numbers = typed.trim().split('/');
    let date = (numbers.next()?, numbers.next()?, numbers.next()?);
    let all_digits = [date.0, date.1, date.2]
        .iter()
        .all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    (numbers.next().is_none() && all_digits).then_some(date)
}

/// The name that Annex II prints for a criterion.
pub fn criterion_title(set: &ProductSet, position: usize) -> &'static str {
    printed_criterion(set, position)
}

/// What the chosen level says; empty while nothing is chosen.
pub fn level_words(criterion: &Criterion, answer: Answer) -> String {
    let Answer::Level(index) = answer else {
        return if answer == Answer::NoneOfThese { "Không đạt mức nào đã nêu".into() } else { String::new() };
    };
    let index = usize::from(index);
    let label = criterion.ladder.labels.get(index).map_or("", |label| label.vi);
    match (criterion.cases, criterion.levels.get(index).and_then(|level| level.case)) {
        (Some(cases), Some(case)) => format!("{}: {label}", cases[case as usize].vi),
        _ => label.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Option<(&str, &str, &str)>) {
        assert_eq!(day_month_year(typed), expected, "{typed:?}");
    }

    /// On a phone a line ended within the number: what no line may part was wider than the screen.
    #[test]
    fn a_line_ends_between_two_numbers_and_within_none() {
        for (typed, words) in [
            ("0262 3 123 456", &["0262 3 123 456"][..]),
            ("0912 345 678 / 0218 385 4321", &["0912 345 678 /", "0218 385 4321"]),
            ("0912 345 678, 0218 385 4321; 1900 1234", &["0912 345 678,", "0218 385 4321;", "1900 1234"]),
            ("0912 345 678 - 0218 385 4321", &["0912 345 678 -", "0218 385 4321"]),
            (" 0218-385-4321 ", &["0218-385-4321"]),
            ("", &[""]),
        ] {
            let phones = phones(typed);
            let found: Vec<String> = phones.split(' ').map(|number| number.replace('\u{a0}', " ")).collect();
            assert_eq!(found, words, "{typed}");
        }
    }

    #[test]
    fn a_line_may_end_before_the_last_word_of_a_label_and_not_behind_it() {
        let mut dossier =
            Dossier::new("a".into(), String::new(), crate::domain::decision::first().set(1).expect("set 1"));
        dossier.fields.set(Field::Phone, "0262 3 123 456".into());
        let line = reached_by("4. Điện thoại:", &dossier);
        assert_eq!(line[0], Inline::Text("4. Điện thoại:\u{a0}0262\u{a0}3\u{a0}123\u{a0}456".into()));
    }

    #[test]
    fn a_commune_calls_itself_by_what_it_is() {
        for (typed, expected) in [
            ("Suối Mây", "xã Suối Mây"),
            ("Xã Suối Mây", "xã Suối Mây"),
            ("phường Sa Pa", "phường Sa Pa"),
            ("Đặc khu Lý Sơn", "đặc khu Lý Sơn"),
            ("Thị trấn Cao Phong", "thị trấn Cao Phong"),
            ("Xanh", "xã Xanh"),
            (" ", ""),
            ("P. Bến Thành", "phường Bến Thành"),
            ("P.Bến Thành", "phường Bến Thành"),
            ("UBND phường Bến Thành", "phường Bến Thành"),
            ("Ủy ban nhân dân P. Bến Thành", "phường Bến Thành"),
            ("UBND X. Suối Mây", "xã Suối Mây"),
            ("UBND Suối Mây", "xã Suối Mây"),
            ("TT. Cao Phong", "thị trấn Cao Phong"),
            ("x Suối Mây", "xã Suối Mây"),
            ("PHƯỜNG BẾN THÀNH", "phường BẾN THÀNH"),
            ("Phu\u{31b}o\u{31b}\u{300}ng Sa Pa", "phường Sa Pa"),
            // Names that begin nearly like a kind.
            ("Phương Bình", "xã Phương Bình"),
            ("Xà Phiên", "xã Xà Phiên"),
            ("Xã", "xã Xã"),
            ("Pa Ủ", "xã Pa Ủ"),
        ] {
            assert_eq!(named_commune(typed), expected, "{typed}");
        }
    }

    #[test]
    fn only_three_numbers_make_a_date_on_the_signature_line() {
        check("05/11/2026", Some(("05", "11", "2026")));
        check(" 5/1/2026 ", Some(("5", "1", "2026")));
        check("", None);
        check("tháng 11/2026", None);
        check("1/2/3/4", None);
        check("//", None);
    }
}

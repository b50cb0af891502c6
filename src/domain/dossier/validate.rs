use crate::domain::calendar::{Date, seen};
use crate::domain::decision::{Decision, Language, Text};

use super::{Field, FieldKind};

/// Why a value does not look like what its field asks for. A hint: it never keeps a value from
/// being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldFault {
    /// A sign that no telephone number has.
    PhoneSign(char),
    /// Neither a Vietnamese number nor a foreign one with `+`; with the digits found.
    PhoneDigits(usize),
    /// Right length, but no Vietnamese number begins like this.
    PhoneStart,
    /// Not `name@place.vn`.
    Email,
    /// Not written as a day of a month of a year.
    DateShape,
    /// Written as a date, but the calendar has no such day, or its year is out of all reason.
    NoSuchDay,
    /// Not four digits.
    YearShape,
    /// Before this year, in which the Decision took effect, or after 2099.
    YearRange(i32),
    /// No whole number.
    Number,
    /// Not one of the choices offered.
    Choice,
}

/// What seems wrong with a value under a decision; `None` for an empty one, and where any text will do.
pub fn hint(field: Field, value: &str, decision: &Decision) -> Option<FieldFault> {
    let value = &seen(value);
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    match field.kind() {
        FieldKind::Line | FieldKind::Paragraph => None,
        FieldKind::Phone => phones(value),
        FieldKind::Email => (!is_email(value)).then_some(FieldFault::Email),
        FieldKind::Date => date_fault(value),
        FieldKind::Year => year(value, decision.in_force_from.year()),
        FieldKind::Number => count(value).is_none().then_some(FieldFault::Number),
        FieldKind::Choice(choices) => (!choices.contains(&value)).then_some(FieldFault::Choice),
        FieldKind::Tick => (!matches!(value, "true" | "false")).then_some(FieldFault::Choice),
    }
}

/// What seems wrong with a date as typed; an empty one is no fault here.
pub fn date_fault(value: &str) -> Option<FieldFault> {
    let value = &seen(value);
    let value = value.trim();
    if value.is_empty() || Date::written(value).is_some() {
        return None;
    }
    let parts: Vec<&str> = value.split('/').collect();
    let digits = |part: &&str| part.chars().all(|c| c.is_ascii_digit());
    let shaped = parts.len() == 3 && parts.iter().all(digits) && parts[2].len() == 4 && parts[0].len() <= 2;
    Some(if shaped && !parts[0].is_empty() && matches!(parts[1].len(), 1 | 2) {
        FieldFault::NoSuchDay
    } else {
        FieldFault::DateShape
    })
}

/// A date as people write it, put as dd/mm/yyyy where it can only mean one day. Anything else stays as typed.
pub fn tidy_date(typed: &str) -> String {
    Date::written(typed).map_or_else(|| typed.to_owned(), |date| date.to_string())
}

/// The whole number that a value begins with: "5", "05" and "5 hộp" are five.
pub fn count(value: &str) -> Option<u32> {
    let value = value.trim_start();
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let decimal =
        value[end..].strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if decimal { None } else { value[..end].parse().ok() }
}

/// One number, or several set apart by `/`, `;`, `,` or a hyphen between spaces.
fn phones(value: &str) -> Option<FieldFault> {
    let numbers: Vec<&str> = value
        .split(['/', ';', ','])
        .flat_map(|part| part.split(" - "))
        .filter(|part| !part.trim().is_empty())
        .collect();
    match numbers.as_slice() {
        [] => Some(FieldFault::PhoneDigits(0)),
        numbers if phone(value).is_some() => numbers.iter().find_map(|number| phone(number)),
        _ => None,
    }
}

/// A Vietnamese number: 10 digits for a mobile (03, 05, 07, 08, 09), 11 for a landline (02 and the
/// province), each also with `+84` for the 0; or a 1800 or 1900 number. Spaces, dots, hyphens and
/// brackets are as the writer likes.
fn phone(value: &str) -> Option<FieldFault> {
    let strange = |c: &char| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '-' | '(' | ')' | '+'));
    if let Some(sign) = value.chars().find(strange) {
        return Some(FieldFault::PhoneSign(sign));
    }
    let value = value.trim().trim_start_matches('(');
    if value.chars().skip(1).any(|c| c == '+') {
        return Some(FieldFault::PhoneSign('+'));
    }
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let home = match (value.starts_with('+'), digits.strip_prefix("84")) {
        (true, None) => return (!(8..=15).contains(&digits.len())).then_some(FieldFault::PhoneDigits(digits.len())),
        // "+84 (0)912…" is common, and so is 84912… without the plus.
        (_, Some(rest)) if value.starts_with('+') || digits.len() >= 11 => format!("0{}", rest.trim_start_matches('0')),
        _ => digits,
    };
    let count = home.len();
    let wanted: &[usize] = match home.as_bytes() {
        [b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..] => &[10],
        [b'0', b'2', ..] => &[11],
        [b'1', b'8' | b'9', b'0', b'0', ..] => &[8, 10],
        _ if matches!(count, 10 | 11) => return Some(FieldFault::PhoneStart),
        _ => &[],
    };
    (!wanted.contains(&count)).then_some(FieldFault::PhoneDigits(count))
}

fn is_email(value: &str) -> bool {
    let Some((name, place)) = value.split_once('@') else { return false };
    let labels: Vec<&str> = place.split('.').collect();
    let ending = labels.last().is_some_and(|label| label.len() >= 2 && label.chars().all(|c| c.is_ascii_alphabetic()));
    let plain = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "@,;<>()".contains(c));
    plain(name) && labels.len() >= 2 && labels.iter().all(|label| plain(label)) && ending
}

fn year(value: &str, first: i32) -> Option<FieldFault> {
    if value.len() != 4 || !value.chars().all(|c| c.is_ascii_digit()) {
        return Some(FieldFault::YearShape);
    }
    let in_range = value.parse().is_ok_and(|year: i32| (first..=2099).contains(&year));
    (!in_range).then_some(FieldFault::YearRange(first))
}

impl FieldFault {
    /// What to do about it, in one sentence.
    pub fn text(self, language: Language) -> String {
        let plain = |vi, en| Text { vi, en }.get(language).to_owned();
        match (self, language) {
            (FieldFault::PhoneSign(sign), Language::Vi) => {
                format!("Số điện thoại chỉ gồm chữ số, không có \u{201c}{sign}\u{201d}.")
            }
            (FieldFault::PhoneSign(sign), Language::En) => {
                format!("A telephone number has digits only, no \u{201c}{sign}\u{201d}.")
            }
            (FieldFault::PhoneDigits(count), Language::Vi) => {
                format!("Có {count} chữ số: di động cần 10 số (09…), máy bàn cần 11 số (02…).")
            }
            (FieldFault::PhoneDigits(count), Language::En) => {
                format!("It has {count} digits: a mobile number has 10 (09…), a landline 11 (02…).")
            }
            (FieldFault::PhoneStart, _) => plain(
                "Số điện thoại ở Việt Nam bắt đầu bằng 02, 03, 05, 07, 08 hoặc 09. Hãy xem lại.",
                "Numbers in Viet Nam begin with 02, 03, 05, 07, 08 or 09. Please look again.",
            ),
            (FieldFault::Email, _) => plain(
                "Email cần có dạng ten@noi.vn, không có dấu cách.",
                "An e-mail address looks like name@place.vn, without spaces.",
            ),
            (FieldFault::DateShape, _) => {
                plain("Hãy viết ngày/tháng/năm, ví dụ 05/03/2019.", "Write day/month/year, for example 05/03/2019.")
            }
            (FieldFault::NoSuchDay, _) => plain(
                "Lịch không có ngày này. Hãy xem lại ngày, tháng và năm.",
                "The calendar has no such day. Please look at the day, the month and the year.",
            ),
            (FieldFault::YearShape, _) => {
                plain("Hãy viết năm bằng 4 chữ số, ví dụ 2026.", "Write the year in 4 digits, for example 2026.")
            }
            (FieldFault::YearRange(first), Language::Vi) => {
                format!("Quyết định này áp dụng từ năm {first}. Hãy xem lại năm.")
            }
            (FieldFault::YearRange(first), Language::En) => {
                format!("This Decision applies from {first}. Please look at the year.")
            }
            (FieldFault::Number, _) => {
                plain("Hãy viết một số nguyên, ví dụ 5.", "Write a whole number, for example 5.")
            }
            (FieldFault::Choice, _) => {
                plain("Hãy chọn một trong các ô có sẵn.", "Please pick one of the choices offered.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    #[track_caller]
    fn check(field: Field, value: &str, expected: Option<FieldFault>) {
        assert_eq!(hint(field, value, first()), expected, "{field:?}: {value:?}");
    }

    #[track_caller]
    fn fine(field: Field, values: &[&str]) {
        values.iter().for_each(|value| check(field, value, None));
    }

    /// As copied from a web page: `tests/archives/ky-tu-an.txt` has more.
    #[test]
    fn what_nobody_sees_is_no_fault() {
        assert_eq!(hint(Field::Phone, "\u{202a}0912\u{a0}345\u{a0}678\u{202c}", first()), None);
        assert_eq!(hint(Field::Email, "\u{202a}htx@example.vn\u{202c}", first()), None);
        assert_eq!(tidy_date("\u{200e}05\u{200e}/03\u{200e}/2019"), "05/03/2019");
        assert_eq!(date_fault("\u{feff}05/03/2019"), None);
    }

    #[test]
    fn telephone_numbers_as_people_write_them() {
        fine(
            Field::Phone,
            &[
                "",
                "  ",
                "0912345678",
                "0912 345 678",
                "0912.345.678",
                "0912-345-678",
                "+84912345678",
                "+84 912 345 678",
                "84 912 345 678",
                "(+84) 912 345 678",
                "+84 (0)912 345 678",
                "024 3825 1234",
                "(024) 3825 1234",
                "0203 3825 123",
                "+84 24 3825 1234",
                "1900 1234",
                "1800 599 920",
                "0912345678 / 0987654321",
                "0912 345 678 - 0987 654 321",
                "0912345678; 02438251234",
                "+66 2 123 4567",
            ],
        );
        check(Field::Phone, "091234567", Some(FieldFault::PhoneDigits(9)));
        check(Field::Phone, "09123456789", Some(FieldFault::PhoneDigits(11)));
        check(Field::Phone, "024 3825 123", Some(FieldFault::PhoneDigits(10)));
        check(Field::Phone, "024 3825 12345", Some(FieldFault::PhoneDigits(12)));
        check(Field::Phone, "+84 912 345 67", Some(FieldFault::PhoneDigits(9)));
        check(Field::Phone, "0412345678", Some(FieldFault::PhoneStart));
        check(Field::Phone, "01234567890", Some(FieldFault::PhoneStart));
        check(Field::Phone, "+1 234", Some(FieldFault::PhoneDigits(4)));
        check(Field::Phone, "0912345678 (anh Ba)", Some(FieldFault::PhoneSign('a')));
        check(Field::Phone, "0912345678 / 0987", Some(FieldFault::PhoneDigits(4)));
        check(Field::Phone, "/", Some(FieldFault::PhoneDigits(0)));
        check(Field::Phone, "091+2345678", Some(FieldFault::PhoneSign('+')));
    }

    #[test]
    fn electronic_mail() {
        fine(Field::Email, &["", "htx@example.vn", " htx.a-b@mail.example.com ", "A@B.vn"]);
        for value in [
            "htx",
            "htx@",
            "@example.vn",
            "htx@example",
            "htx@example.v",
            "a b@example.vn",
            "a@b@example.vn",
            "a@.vn",
            "a@b..vn",
            "a@b.1",
        ] {
            check(Field::Email, value, Some(FieldFault::Email));
        }
    }

    #[test]
    fn dates_say_whether_shape_or_day_is_wrong() {
        fine(Field::Founded, &["", "05/03/2019", "5/3/2019", "5/3/19", "29/02/2024", "31/12/1999"]);
        check(Field::Founded, "29/02/2023", Some(FieldFault::NoSuchDay));
        check(Field::Founded, "31/04/2020", Some(FieldFault::NoSuchDay));
        check(Field::Founded, "00/01/2020", Some(FieldFault::NoSuchDay));
        check(Field::Founded, "12/13/2020", Some(FieldFault::NoSuchDay));
        for value in ["2019", "03/2019", "5/3/019", "5 tháng ba 2019", "//2019", "1/2/3/2019", "001/01/2020"] {
            check(Field::Founded, value, Some(FieldFault::DateShape));
        }
    }

    #[track_caller]
    fn tidied(typed: &str, expected: &str) {
        assert_eq!(tidy_date(typed), expected, "{typed:?}");
    }

    #[test]
    fn a_date_is_put_in_order_only_where_it_means_one_day() {
        tidied("5/3/2019", "05/03/2019");
        tidied(" 05.03.2019 ", "05/03/2019");
        tidied("5-3-2019", "05/03/2019");
        tidied("5 3 2019", "05/03/2019");
        tidied("05032019", "05/03/2019");
        tidied("5/3/19", "05/03/2019");
        tidied("ngày 5 tháng 3 năm 2019", "05/03/2019");
        for kept in ["", "31/04/2020", "2019", "tháng 3 2019", "532019", "99999999", "trước 5/3/2019"] {
            tidied(kept, kept);
        }
    }

    #[test]
    fn years_and_numbers() {
        fine(Field::Year, &["", "2026", "2099"]);
        check(Field::Year, "2025", Some(FieldFault::YearRange(2026)));
        check(Field::Year, "2100", Some(FieldFault::YearRange(2026)));
        check(Field::Year, "26", Some(FieldFault::YearShape));
        check(Field::Year, "năm", Some(FieldFault::YearShape));
        fine(Field::Samples, &["", "5", "05", "5 hộp", "0"]);
        check(Field::Samples, "năm", Some(FieldFault::Number));
        check(Field::Samples, "-5", Some(FieldFault::Number));
        check(Field::Samples, "2,5", Some(FieldFault::Number));
        check(Field::Samples, "99999999999", Some(FieldFault::Number));
    }

    #[test]
    fn choices_and_free_text() {
        fine(Field::LegalForm, &["", "cooperative"]);
        check(Field::LegalForm, "hợp tác xã", Some(FieldFault::Choice));
        fine(Field::TickPatent, &["", "true"]);
        check(Field::TickPatent, "có", Some(FieldFault::Choice));
        fine(Field::ApplicantName, &["HTX Chè Ba Vì ☘"]);
    }
}

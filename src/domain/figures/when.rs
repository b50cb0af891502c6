use crate::domain::calendar::Date;

/// A day in a cell: as people write it ([`Date::written`]), with words beside it, or the number of days by which
/// spreadsheets keep it.
pub fn day_of(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = Date::written(text) {
        return Some(date);
    }
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    match numbers[..] {
        // Days since the last day but one of 1899: 1982 to 2064.
        [serial] if serial == text && serial.len() == 5 => {
            let serial: i32 = serial.parse().ok()?;
            let counted = (30_000..=60_000).contains(&serial);
            Date::new(1899, 12, 30).filter(|_| counted).map(|first| first.plus_days(serial))
        }
        [first, second, third, ..] => Date::written(&[first, second, third].join("/")),
        _ => None,
    }
}

/// The first and the last day that a cell may mean: of many an insurance or contract only the month or year is known.
pub(super) fn span_of(text: &str) -> Option<(Date, Date)> {
    day_of(text).map(|day| (day, day)).or_else(|| Date::span_written(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(day_of(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_day_is_read_in_any_usual_form() {
        for text in [
            "05/03/2026",
            "5/3/2026",
            "5-3-2026",
            "5.3.26",
            "2026-03-05",
            "2026/3/5",
            "5 tháng 3 năm 2026",
            "ngày 05/03/2026",
            "05/03/2026 00:00",
            "ký 5/3/2026",
            "46086",
        ] {
            check(text, Some("05/03/2026"));
        }
    }

    #[test]
    fn what_is_no_day_is_left() {
        for text in ["", "2026", "3/2026", "31/02/2026", "13/13/2026", "12345", "0912345678", "chưa ký"] {
            check(text, None);
        }
    }
}

use crate::domain::calendar::Date;

/// A day in any usual form: `05/03/2026`, `5-3-26`, `2026-03-05`, `5 tháng 3 năm 2026`, or the number of
/// days by which spreadsheets keep it. Two digits of a year are of this century.
pub fn day_of(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(date) = Date::parse(text).or_else(|| Date::parse_iso(text)) {
        return Some(date);
    }
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |text: &str| text.parse::<u16>().ok();
    match numbers[..] {
        // A time of day after it is left out.
        [first, second, third, ..] if first.len() == 4 => {
            Date::new(number(first)?.into(), u8::try_from(number(second)?).ok()?, u8::try_from(number(third)?).ok()?)
        }
        [day, month, year, ..] if matches!(year.len(), 2 | 4) && day.len() <= 2 && month.len() <= 2 => {
            let year = if year.len() == 2 { 2000 + number(year)? } else { number(year)? };
            Date::new(year.into(), u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?)
        }
        // Days since the last day but one of 1899: 1982 to 2064.
        [serial] if serial == text && serial.len() == 5 => {
            let serial: i32 = serial.parse().ok()?;
            let counted = (30_000..=60_000).contains(&serial);
            Date::new(1899, 12, 30).filter(|_| counted).map(|first| first.plus_days(serial))
        }
        _ => None,
    }
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

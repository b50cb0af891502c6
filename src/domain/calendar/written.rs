use super::Date;
use crate::domain::spelling::{fold, is_unseen};

impl Date {
    /// A day in any usual form: `05/03/2026`, `5-3-26`, `05032026`, `2026-03-05`, `ngày 5 tháng 3 năm 2026`, with or
    /// without a time of day behind it. Of a year in two digits, 70 to 99 are of the last century. `None` where anything
    /// else stands beside it, or where it could mean another day.
    ///
    /// The one way to read a day that somebody typed, wherever it is kept: a field may be left, closed or ended in the
    /// middle, before anything is put in order. `tests/layers.rs` holds that.
    pub fn written(text: &str) -> Option<Date> {
        let text = fold(&seen(text));
        let text = without_time(text.trim());
        let mut numbers = numbers(text.trim())?;
        if let [whole] = numbers[..]
            && whole.len() == 8
        {
            numbers = vec![&whole[..2], &whole[2..4], &whole[4..]];
        }
        match numbers[..] {
            [year, month, day] if year.len() == 4 => of(day, month, year),
            [day, month, year] => of(day, month, year),
            _ => None,
        }
    }

    /// The first and the last day that a text may mean: a day ([`Date::written`]), or a month or a year alone, `3/2026`,
    /// `tháng 3 năm 2026`, `2026`, as many papers have no more.
    pub fn span_written(text: &str) -> Option<(Date, Date)> {
        if let Some(day) = Date::written(text) {
            return Some((day, day));
        }
        let text = fold(&seen(text));
        let (first, months) = match numbers(&text)?[..] {
            [year] if year.len() == 4 && !text.contains('/') => (of("1", "1", year)?, 12),
            [month, year] | [year, month] if year.len() == 4 => (of("1", month, year)?, 1),
            _ => return None,
        };
        Some((first, first.plus_months(months).plus_days(-1)))
    }
}

/// What stands around the numbers of a day in words.
const WORDS: [&str; 3] = ["ngay", "thang", "nam"];

/// The numbers of a text in which nothing else stands but signs and the words of a day.
fn numbers(text: &str) -> Option<Vec<&str>> {
    let is_between = |word: &str| WORDS.contains(&word) || word.chars().all(|c| matches!(c, '/' | '.' | '-' | ','));
    let mut between = text.split(|c: char| c.is_ascii_digit()).flat_map(str::split_whitespace);
    between.all(is_between).then(|| text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect())
}

/// Years that a paper, a person or a plan may name. Any other is a slip of the finger: 0026, 2206.
const FIRST_YEAR: u16 = 1900;
const LAST_YEAR: u16 = 2200;

fn of(day: &str, month: &str, year: &str) -> Option<Date> {
    let number = |text: &str| text.parse::<u16>().ok();
    let short = |text: &str| (1..=2).contains(&text.len()).then(|| u8::try_from(number(text)?).ok())?;
    let year = match (year.len(), number(year)?) {
        (4, year @ FIRST_YEAR..LAST_YEAR) => year,
        (2, year @ 70..) => 1900 + year,
        (2, year) => 2000 + year,
        _ => return None,
    };
    Date::new(year.into(), short(month)?, short(day)?)
}

/// Spreadsheets put `00:00` behind a day.
fn without_time(text: &str) -> &str {
    let is_time = |last: &str| last.contains(':') && last.chars().all(|c| c.is_ascii_digit() || c == ':');
    match text.rsplit_once([' ', 't']) {
        Some((day, last)) if is_time(last) => day,
        _ => text,
    }
}

/// A text as a reader sees it. What is copied from a web page or a chat brings along characters that have no
/// width and only steer the direction of writing, and blanks that no line breaks at.
pub fn seen(text: &str) -> String {
    let kept = |c: char| match c {
        '\u{200d}' | '\u{ad}' => None,
        c if is_unseen(c) => None,
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some(' '),
        c => Some(c),
    };
    text.chars().filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Date::written(text).map(|date| date.to_string()).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in [
            "05/03/2026",
            "5/3/2026",
            " 5.3.2026 ",
            "5-3-26",
            "5 3 2026",
            "05032026",
            "2026-03-05",
            "2026/3/5",
            "2026-03-05T00:00",
            "05/03/2026 00:00:00",
            "ngày 05/03/2026",
            "Ngày 5 tháng 3 năm 2026",
            "ngày 5 tháng 3, 2026",
            "\u{200e}05\u{200e}/03\u{200e}/2026",
            // As macOS and some converters write it: each mark by itself.
            "nga\u{300}y 5 tha\u{301}ng 3 na\u{306}m 2026",
            "NGÀY 05 THÁNG 03 NĂM 2026",
        ] {
            check(text, Some("05/03/2026"));
        }
        check("01/01/1900", Some("01/01/1900"));
        check("31/12/2199", Some("31/12/2199"));
        check("15/6/98", Some("15/06/1998"));
        check("15/6/70", Some("15/06/1970"));
        check("15/6/69", Some("15/06/2069"));
    }

    #[test]
    fn a_month_or_a_year_alone_is_all_of_its_days() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let span = Date::span_written(text).map(|(first, last)| (first.to_string(), last.to_string()));
            assert_eq!(span, expected.map(|(first, last)| (first.to_owned(), last.to_owned())), "{text:?}");
        };
        for text in ["2/2024", "02/2024", "02-2024", "2024-02", "tháng 2/2024", "tháng 2 năm 2024"] {
            check(text, Some(("01/02/2024", "29/02/2024")));
        }
        for text in ["2020", "năm 2020"] {
            check(text, Some(("01/01/2020", "31/12/2020")));
        }
        check("5/3/2026", Some(("05/03/2026", "05/03/2026")));
        for text in
            ["", "20", "13/2024", "0/2024", "2/24", "1899", "2200", "2020-2024", "khoảng 2020", "/2020", "31/02/2026"]
        {
            check(text, None);
        }
    }

    #[test]
    fn what_is_no_day_or_more_than_a_day_is_none() {
        for text in [
            "",
            "2026",
            "3/2026",
            "tháng 3 năm 2026",
            "31/02/2026",
            "13/13/2026",
            "5/3/026",
            "5/3",
            "1/2/3",
            "1/2/3/2026",
            "001/01/2026",
            "12345678901/1/2026",
            "5/3/2026 và 6/3/2026",
            "trước 05/03/2026",
            "0912345678",
            "99999999",
            "05/03/0001",
            "05/03/0026",
            "05/03/1899",
            "05/03/2200",
            "05/03/2926",
            "٥/٣/2026",
        ] {
            check(text, None);
        }
    }
}

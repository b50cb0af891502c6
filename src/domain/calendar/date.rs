use std::fmt;

use super::holidays;

/// A day of the civil calendar (Gregorian), of the years 1 to 9999.
///
/// Our own rather than a crate's: the procedure needs five operations, months that end where the
/// civil code says, and not one byte of time zones in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Date {
    pub const FIRST: Date = Date { year: 1, month: 1, day: 1 };
    pub const LAST: Date = Date { year: 9999, month: 12, day: 31 };

    /// `None` where the calendar has no such day, or outside the years 1 to 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month);
        (known && (1..=days_in(year, month)).contains(&day)).then_some(Date { year, month, day })
    }

    /// `dd/mm/yyyy`; one digit for day or month will do.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.trim().split('/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = parts.next().is_none() && year.len() == 4 && day.len() <= 2 && month.len() <= 2;
        if !shaped {
            return None;
        }
        Date::new(number(year)?, u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?)
    }

    /// `yyyy-mm-dd` (ISO 8601), as in files and date fields.
    pub fn parse_iso(text: &str) -> Option<Date> {
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = parts.next().is_none() && year.len() == 4 && day.len() == 2 && month.len() == 2;
        if !shaped {
            return None;
        }
        Date::new(number(year)?, u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?)
    }

    /// `yyyy-mm-dd`. [`Display`](fmt::Display) gives `dd/mm/yyyy`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    pub fn year(self) -> i32 {
        self.year
    }

    pub fn month(self) -> u8 {
        self.month
    }

    pub fn day(self) -> u8 {
        self.day
    }

    pub fn weekday(self) -> Weekday {
        use Weekday::*;
        // 1 January of year 1 was a Monday.
        let days = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
        days[Date::FIRST.days_until(self).rem_euclid(7) as usize]
    }

    /// Monday to Friday, but no public holiday.
    pub fn is_working_day(self) -> bool {
        !self.is_weekend() && !holidays::is_off(self)
    }

    pub(super) fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// Days from this day to another; negative where that is earlier.
    pub fn days_until(self, other: Date) -> i32 {
        other.number() - self.number()
    }

    /// So many days later, or earlier if negative; stays at the first or last day of the calendar.
    pub fn plus_days(self, days: i32) -> Date {
        Date::of_number(self.number().saturating_add(days))
    }

    /// The same day so many months later, or earlier if negative; the last day of the month where it
    /// has no such day (Civil Code 2015, article 148.3). Stays at the first or last day of the
    /// calendar.
    pub fn plus_months(self, months: i32) -> Date {
        let months = (self.year * 12 + i32::from(self.month) - 1).saturating_add(months);
        let year = months.div_euclid(12);
        let month = months.rem_euclid(12) as u8 + 1;
        match year {
            ..1 => Date::FIRST,
            1..=9999 => Date { year, month, day: self.day.min(days_in(year, month)) },
            10000.. => Date::LAST,
        }
    }

    /// The working day that so many working days from this one bring, this day not counted (Civil
    /// Code 2015, article 147.2); so many before it if negative.
    pub fn plus_working_days(self, days: i16) -> Date {
        let step = i32::from(days.signum());
        let mut date = self;
        let mut left = days.unsigned_abs();
        while left > 0 {
            let next = date.plus_days(step);
            if next == date {
                break;
            }
            date = next;
            left -= u16::from(date.is_working_day());
        }
        date
    }

    /// The day itself, or the working day before it.
    pub fn working_day_up_to(self) -> Date {
        if self.is_working_day() { self } else { self.plus_working_days(-1) }
    }

    /// Days since 29 February of year 0, in years that begin in March: the leap day comes last.
    fn number(self) -> i32 {
        let (year, month) = match self.month {
            month @ 3.. => (self.year, month - 3),
            month => (self.year - 1, month + 9),
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * i32::from(month) + 2) / 5 + i32::from(self.day)
    }

    fn of_number(number: i32) -> Date {
        let days = number.clamp(Date::FIRST.number(), Date::LAST.number()) - 1;
        let era = days / 146_097;
        let in_era = days % 146_097;
        let year_of_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * march_month + 2) / 5 + 1;
        let (month, next) = if march_month < 10 { (march_month + 3, 0) } else { (march_month - 9, 1) };
        Date { year: era * 400 + year_of_era + next, month: month as u8, day: day as u8 }
    }
}

/// `dd/mm/yyyy`, as Vietnamese papers write it.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => 31,
    }
}

/// Digits and nothing else: `parse` alone would take a sign.
fn number(digits: &str) -> Option<i32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    #[track_caller]
    fn check_months(from: &str, months: i32, expected: &str) {
        assert_eq!(date(from).plus_months(months).to_string(), expected, "{from} {months:+} months");
    }

    #[test]
    fn every_day_of_a_whole_cycle_counts_one_more_than_the_day_before() {
        // The calendar repeats every 400 years of 146,097 days.
        let mut last = date("31/12/1999");
        let mut days = 0;
        for year in 2000..2400 {
            for date in (1..=12).flat_map(|month| (1..=31).filter_map(move |day| Date::new(year, month, day))) {
                assert_eq!(last.days_until(date), 1, "{date}");
                assert_eq!(last.plus_days(1), date);
                assert_eq!(date.plus_days(-1), last);
                last = date;
                days += 1;
            }
        }
        assert_eq!(days, 146_097);
        assert_eq!(Date::FIRST.days_until(Date::LAST), 25 * 146_097 - 367);
    }

    #[test]
    fn known_days_fall_on_their_weekdays() {
        assert_eq!(date("30/04/1975").weekday(), Weekday::Wednesday);
        assert_eq!(date("01/01/2000").weekday(), Weekday::Saturday);
        assert_eq!(date("29/02/2024").weekday(), Weekday::Thursday);
        assert_eq!(date("24/11/2026").weekday(), Weekday::Tuesday);
    }

    #[test]
    fn leap_days_are_those_of_the_gregorian_calendar() {
        assert!(Date::parse("29/02/2024").is_some());
        assert!(Date::parse("29/02/2000").is_some());
        assert!(Date::parse("29/02/2025").is_none());
        assert!(Date::parse("29/02/2100").is_none());
    }

    #[test]
    fn reads_and_writes_both_ways_of_writing_a_day() {
        assert_eq!(date("5/3/2027"), date("05/03/2027"));
        assert_eq!(Date::parse_iso("2027-03-05"), Some(date("05/03/2027")));
        assert_eq!(date("5/3/2027").iso(), "2027-03-05");
        assert_eq!(date("5/3/2027").to_string(), "05/03/2027");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "/",
            "//",
            "31/04/2027",
            "0/1/2027",
            "1/13/2027",
            "1/1/27",
            "1/1/2027/1",
            "+1/1/2027",
            "1/-1/2027",
            "001/1/2027",
            "1/1/0000",
            "a/b/cdef",
            "01-01-2027",
            "١/1/2027",
            "1 /1/2027",
        ] {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
        for text in ["", "2027-3-05", "2027-02-29", "2027-03-05T00:00", "-2027-03-05", "02027-03-05", "05/03/2027"] {
            assert_eq!(Date::parse_iso(text), None, "{text:?}");
        }
    }

    #[test]
    fn months_keep_the_day_or_end_with_the_month() {
        check_months("15/03/2026", 36, "15/03/2029");
        check_months("29/02/2024", 36, "28/02/2027");
        check_months("29/02/2024", 48, "29/02/2028");
        check_months("31/01/2027", 1, "28/02/2027");
        check_months("31/01/2028", 1, "29/02/2028");
        check_months("31/08/2026", 1, "30/09/2026");
        check_months("30/11/2026", 1, "30/12/2026");
        check_months("31/12/2026", 2, "28/02/2027");
        check_months("15/12/2026", 0, "15/12/2026");
        check_months("31/03/2027", -1, "28/02/2027");
        check_months("15/01/2027", -1, "15/12/2026");
        check_months("15/01/2027", -13, "15/12/2025");
    }

    #[test]
    fn the_calendar_ends_rather_than_overflows() {
        assert_eq!(Date::LAST.plus_days(1), Date::LAST);
        assert_eq!(Date::LAST.plus_days(i32::MAX), Date::LAST);
        assert_eq!(Date::FIRST.plus_days(i32::MIN), Date::FIRST);
        assert_eq!(Date::LAST.plus_months(i32::MAX), Date::LAST);
        assert_eq!(Date::FIRST.plus_months(i32::MIN), Date::FIRST);
        assert_eq!(Date::LAST.plus_working_days(i16::MAX), Date::LAST);
        assert_eq!(Date::FIRST.plus_working_days(i16::MIN), Date::FIRST);
    }

    #[test]
    fn working_days_leave_out_the_first_day_and_weekends() {
        // 20 November 2026 is a Friday.
        assert_eq!(date("20/11/2026").plus_working_days(1), date("23/11/2026"));
        assert_eq!(date("21/11/2026").plus_working_days(1), date("23/11/2026"));
        assert_eq!(date("22/11/2026").plus_working_days(1), date("23/11/2026"));
        assert_eq!(date("23/11/2026").plus_working_days(5), date("30/11/2026"));
        assert_eq!(date("23/11/2026").plus_working_days(-1), date("20/11/2026"));
        assert_eq!(date("23/11/2026").plus_working_days(0), date("23/11/2026"));
        assert_eq!(date("21/11/2026").working_day_up_to(), date("20/11/2026"));
        assert_eq!(date("22/11/2026").working_day_up_to(), date("20/11/2026"));
        assert_eq!(date("23/11/2026").working_day_up_to(), date("23/11/2026"));
    }
}

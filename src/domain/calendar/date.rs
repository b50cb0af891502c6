use std::fmt;

use jiff_core::civil;
pub use jiff_core::civil::Weekday;

use super::holidays;

/// A day of the civil calendar (Gregorian), of the years 1 to 9999.
///
/// Days are counted by jiff-core. What is ours: the years, months that end where the civil code says, working days, and
/// both ways of writing a day. Measured against jiff and chrono, which bring clock, zones and formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    pub const FIRST: Date = Date(civil::date(1, 1, 1));
    pub const LAST: Date = Date(civil::Date::MAX);

    /// `None` where the calendar has no such day, or outside the years 1 to 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        (year >= 1).then(|| civil::Date::new(year, month, day).ok().map(Date))?
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

    /// The day that it was in Vietnam (UTC+7 all year) at an instant in UTC, RFC 3339.
    pub fn in_vietnam(instant: &str) -> Option<Date> {
        let (day, time) = instant.split_once('T')?;
        let hour: u8 = time.get(..2)?.parse().ok()?;
        Some(Date::parse_iso(day)?.plus_days(i32::from(hour >= 24 - 7)))
    }

    /// `yyyy-mm-dd`. [`Display`](fmt::Display) gives `dd/mm/yyyy`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }

    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// Monday to Friday, but no public holiday.
    pub fn is_working_day(self) -> bool {
        !self.is_weekend() && !holidays::is_off(self)
    }

    /// The first year whose Tết and Hùng Kings are not known, although they may fall between this day and that one:
    /// working days over them are counted as if nobody were off.
    pub fn holidays_unknown_until(self, last: Date) -> Option<i32> {
        holidays::unknown_between(self, last)
    }

    /// 24 November, where it is a weekday between this day and that one: it may be off, and is counted as if it were not.
    pub fn culture_day_until(self, last: Date) -> Option<Date> {
        holidays::culture_day_between(self, last)
    }

    pub(super) fn is_weekend(self) -> bool {
        matches!(self.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// Days from this day to another; negative where that is earlier.
    pub fn days_until(self, other: Date) -> i32 {
        self.0.until(other.0)
    }

    /// So many days later, or earlier if negative; stays at the first or last day of the calendar.
    pub fn plus_days(self, days: i32) -> Date {
        match self.0.checked_add(days) {
            Ok(date) if date >= Date::FIRST.0 => Date(date),
            _ if days < 0 => Date::FIRST,
            _ => Date::LAST,
        }
    }

    /// The same day so many months later, or earlier if negative; the last day of the month where it
    /// has no such day (Civil Code 2015, article 148.3). Stays at the first or last day of the
    /// calendar.
    pub fn plus_months(self, months: i32) -> Date {
        let all = (self.year() * 12 + i32::from(self.month()) - 1).saturating_add(months);
        let year = i16::try_from(all.div_euclid(12)).ok().filter(|year| *year >= 1);
        let month = all.rem_euclid(12) as i8 + 1;
        match year.and_then(|year| civil::Date::new_constrain(year, month, self.0.day()).ok()) {
            Some(date) => Date(date),
            None if months < 0 => Date::FIRST,
            None => Date::LAST,
        }
    }

    /// The working day that so many working days from this one bring, this day not counted (Civil
    /// Code 2015, article 147.2); so many before it if negative.
    pub fn plus_working_days(self, days: i16) -> Date {
        self.plus_working_days_but(days, &[])
    }

    /// The same where these days are off too: what makes up for a holiday is said anew each year.
    pub fn plus_working_days_but(self, days: i16, off: &[Date]) -> Date {
        let step = i32::from(days.signum());
        let mut date = self;
        let mut left = days.unsigned_abs();
        while left > 0 {
            let next = date.plus_days(step);
            if next == date {
                break;
            }
            date = next;
            left -= u16::from(date.is_working_day() && !off.contains(&date));
        }
        date
    }

    /// How many working days are left until that day, it counted and this one not; none where it is no later. Those of
    /// `off` are none.
    pub fn working_days_until(self, day: Date, off: &[Date]) -> usize {
        let days = (1..=self.days_until(day)).map(|days| self.plus_days(days));
        days.filter(|date| date.is_working_day() && !off.contains(date)).count()
    }

    /// The day itself, or the working day before it.
    pub fn working_day_up_to(self) -> Date {
        if self.is_working_day() { self } else { self.plus_working_days(-1) }
    }
}

/// `dd/mm/yyyy`, as Vietnamese papers write it.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}/{:02}/{:04}", self.0.day(), self.0.month(), self.0.year())
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
    fn an_instant_has_its_day_in_viet_nam() {
        let day = |instant: &str| Date::in_vietnam(instant).map(Date::iso);
        // 06:30 on 1 December there; in UTC it is still November.
        assert_eq!(day("2026-11-30T23:30:00Z").as_deref(), Some("2026-12-01"));
        assert_eq!(day("2026-11-30T17:00:00.000Z").as_deref(), Some("2026-12-01"));
        assert_eq!(day("2026-11-30T16:59:59.999Z").as_deref(), Some("2026-11-30"));
        assert_eq!(day("2026-12-31T20:00:00Z").as_deref(), Some("2027-01-01"));
        for none in ["", "2026-11-30", "T", "2026-11-30Tab:00"] {
            assert_eq!(day(none), None, "{none}");
        }
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
        let off = [date("24/11/2026"), date("28/11/2026")];
        assert_eq!(date("23/11/2026").plus_working_days_but(5, &off), date("01/12/2026"), "a Saturday is off anyway");
        for days in 0..40 {
            let due = date("23/11/2026").plus_working_days_but(days, &off);
            assert_eq!(date("23/11/2026").working_days_until(due, &off), days as usize, "{due}");
        }
        assert_eq!(date("27/11/2026").working_days_until(date("29/11/2026"), &[]), 0, "a weekend has none");
        assert_eq!(date("27/11/2026").working_days_until(date("20/11/2026"), &[]), 0, "what is past has none");
        assert_eq!(date("21/11/2026").working_day_up_to(), date("20/11/2026"));
        assert_eq!(date("22/11/2026").working_day_up_to(), date("20/11/2026"));
        assert_eq!(date("23/11/2026").working_day_up_to(), date("23/11/2026"));
    }
}

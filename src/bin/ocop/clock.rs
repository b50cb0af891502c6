use std::time::{Duration, SystemTime};

use ocop::domain::calendar::Date;

/// Vietnam keeps UTC+7 all year.
const VIETNAM: Duration = Duration::from_secs(7 * 3600);

/// Today in Vietnam; `None` where the machine's clock stands before 1970.
pub fn today() -> Option<Date> {
    let since = SystemTime::UNIX_EPOCH.elapsed().ok()?;
    date((since + VIETNAM).as_secs() / 86_400)
}

/// The date so many days after 1 January 1970.
fn date(days: u64) -> Option<Date> {
    Some(Date::new(1970, 1, 1)?.plus_days(i32::try_from(days).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates_over_leap_days_and_year_ends() {
        for (days, expected) in [
            (0, "01/01/1970"),
            (58, "28/02/1970"),
            (59, "01/03/1970"),
            (789, "29/02/1972"),
            (20_453, "31/12/2025"),
            (20_454, "01/01/2026"),
            (47_540, "28/02/2100"),
            (47_541, "01/03/2100"),
        ] {
            assert_eq!(date(days).map(|date| date.to_string()).as_deref(), Some(expected), "day {days}");
        }
        assert_eq!(date(u64::MAX), None);
    }
}

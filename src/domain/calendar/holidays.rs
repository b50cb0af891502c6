use super::Date;

/// The first year of [`LUNAR`].
const FIRST_YEAR: i32 = 2026;

/// The holidays that follow the Vietnamese lunar calendar (UTC+7), by year from [`FIRST_YEAR`]: month
/// and day of the first day of Tết, and of the tenth of the third month (Hùng Kings).
const LUNAR: [[(u8, u8); 2]; 15] = [
    [(2, 17), (4, 26)],
    [(2, 6), (4, 16)],
    [(1, 26), (4, 4)],
    [(2, 13), (4, 23)],
    [(2, 2), (4, 12)],
    [(1, 23), (4, 1)],
    [(2, 11), (4, 19)],
    [(1, 31), (4, 9)],
    [(2, 19), (4, 28)],
    [(2, 8), (4, 17)],
    [(1, 28), (4, 6)],
    [(2, 15), (4, 24)],
    [(2, 4), (4, 13)],
    [(1, 24), (4, 3)],
    [(2, 12), (4, 20)],
];

/// The longest run of days off, with weekends at both ends, fits into so many days.
const LONGEST: i32 = 14;

/// Whether nobody works that day although it is a weekday: a public holiday, or the day that makes
/// up for one on a weekend (Labour Code 2019, articles 111.3 and 112).
///
/// Each year the government says which days beside Tết and 2 September are off; our reading, where
/// that is not known: the day before Tết and its first four, and 1 September. Of years without a
/// lunar table only the fixed days are known.
pub(super) fn is_off(date: Date) -> bool {
    let mut owed = 0_u32;
    for day in (-LONGEST..=0).map(|back| date.plus_days(back)) {
        match (is_holiday(day), day.is_weekend()) {
            (true, true) => owed += 1,
            (true, false) if day == date => return true,
            (false, false) if owed > 0 && day == date => return true,
            (false, false) => owed = owed.saturating_sub(1),
            _ => {}
        }
    }
    false
}

/// The first year whose lunar holidays no table knows, although they may fall between these days: Tết is from 20 January
/// on, Hùng Kings until the end of April, and what makes up for it some days later.
pub(super) fn unknown_between(first: Date, last: Date) -> Option<i32> {
    let last_year = FIRST_YEAR + LUNAR.len() as i32 - 1;
    let is_unknown = |year: &i32| !(FIRST_YEAR..=last_year).contains(year);
    let may_fall = |year: &i32| {
        let days = Date::new(*year, 1, 20).zip(Date::new(*year, 5, 5));
        days.is_some_and(|(from, until)| first <= last && first <= until && from <= last)
    };
    (first.year()..=last.year()).filter(is_unknown).find(may_fall)
}

/// The weekday on which Vietnam's Culture Day falls between these days. Resolution 80-NQ/TW of 2026 wants 24 November off
/// with pay, from that year on; article 112 of the Labour Code does not have it, as far as is known here: whether it is off
/// is said year by year.
pub(super) fn culture_day_between(first: Date, last: Date) -> Option<Date> {
    let days = (first.year().max(FIRST_YEAR)..=last.year()).filter_map(|year| Date::new(year, 11, 24));
    days.filter(|day| !day.is_weekend()).find(|day| (first..=last).contains(day))
}

fn is_holiday(date: Date) -> bool {
    let fixed = [(1, 1), (4, 30), (5, 1), (9, 1), (9, 2)];
    if fixed.contains(&(date.month(), date.day())) {
        return true;
    }
    let row = usize::try_from(date.year() - FIRST_YEAR).ok().and_then(|row| LUNAR.get(row));
    let Some([tet, kings]) = row else { return false };
    let since = |(month, day): (u8, u8)| Date::new(date.year(), month, day).map(|first| first.days_until(date));
    since(*tet).is_some_and(|days| (-1..=3).contains(&days)) || since(*kings) == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn off(from: &str, to: &str, expected: &[&str]) {
        let (from, to) = (Date::parse(from).expect("a day"), Date::parse(to).expect("a day"));
        let days = (0..=from.days_until(to)).map(|later| from.plus_days(later));
        let found: Vec<String> = days.filter(|day| is_off(*day)).map(|day| day.to_string()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn tet_is_a_day_before_and_four_from_its_first() {
        // A Tuesday: Monday to Friday.
        off("09/02/2026", "27/02/2026", &["16/02/2026", "17/02/2026", "18/02/2026", "19/02/2026", "20/02/2026"]);
    }

    #[test]
    fn a_holiday_on_a_weekend_is_made_up_for_on_the_next_working_days() {
        // The first day of Tết 2027 is a Saturday, the second a Sunday.
        off("01/02/2027", "19/02/2027", &["05/02/2027", "08/02/2027", "09/02/2027", "10/02/2027", "11/02/2027"]);
        // Hùng Kings 2026 is a Sunday.
        off("20/04/2026", "08/05/2026", &["27/04/2026", "30/04/2026", "01/05/2026"]);
        // 1 January 2028 is a Saturday.
        off("27/12/2027", "07/01/2028", &["03/01/2028"]);
    }

    #[test]
    fn ordinary_weeks_and_weekends_are_not_off() {
        off("23/11/2026", "31/12/2026", &[]);
        off("05/10/2026", "30/10/2026", &[]);
    }

    #[test]
    fn a_time_over_a_tet_that_no_table_knows_is_told_from_others() {
        let unknown = |first: &str, last: &str| {
            unknown_between(Date::parse(first).expect("a day"), Date::parse(last).expect("a day"))
        };
        assert_eq!(unknown("01/01/2026", "31/12/2040"), None, "all of the table");
        assert_eq!(unknown("20/12/2040", "19/01/2041"), None, "before Tết 2041");
        assert_eq!(unknown("20/12/2040", "20/01/2041"), Some(2041));
        assert_eq!((unknown("05/05/2041", "10/05/2041"), unknown("06/05/2041", "19/01/2042")), (Some(2041), None));
        assert_eq!(unknown("01/06/2041", "01/06/9999"), Some(2042));
        assert_eq!(unknown("10/02/2025", "20/02/2026"), Some(2025), "before the table");
        assert_eq!(unknown("20/02/2041", "10/02/2041"), None, "the wrong way round");
        let _ = unknown_between(Date::FIRST, Date::LAST);
    }

    #[test]
    fn culture_day_is_told_where_it_is_a_weekday_within_the_time() {
        let told = |first: &str, last: &str| {
            let (first, last) = (Date::parse(first).expect("a day"), Date::parse(last).expect("a day"));
            culture_day_between(first, last).map(|day| day.to_string())
        };
        let tuesday = Some("24/11/2026".to_owned());
        assert_eq!((told("24/11/2026", "24/11/2026"), told("16/11/2026", "07/12/2026")), (tuesday.clone(), tuesday));
        assert_eq!((told("25/11/2026", "07/12/2026"), told("02/11/2026", "23/11/2026")), (None, None));
        // In 2029 it is a Saturday; before 2026 nobody spoke of it.
        assert_eq!((told("19/11/2029", "10/12/2029"), told("17/11/2025", "08/12/2025")), (None, None));
    }

    #[test]
    fn of_years_without_a_table_the_fixed_days_are_known() {
        off("01/01/2050", "28/02/2050", &["03/01/2050"]);
        let _ = (is_off(Date::FIRST), is_off(Date::LAST));
    }
}

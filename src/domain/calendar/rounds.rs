use super::Date;

use crate::domain::decision::{DayOfYear, Procedure};

/// One of the rounds that a province holds at least every year (article 5.1), with the centre's
/// round that follows it (article 5.2).
///
/// The Decision prints "before" a day; our reading: the last day is the one before it. So every
/// `…_by` here is a day on which it can still be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    pub no: RoundNo,
    /// Of the commune's and the province's dates.
    pub year: i32,
    /// Hand in to the commune by then, and its 15 working days (article 7.2) end in time: a working
    /// day; the days off are set anew each year ([`Caveat::PublicHolidays`]).
    pub hand_in_by: Date,
    /// The commune proposes by then: 29 April or 29 October.
    pub commune_by: Date,
    /// The province has rated by then: 29 June or 29 December.
    pub province_by: Date,
    /// For what may become five stars.
    pub centre: Centre,
}

/// The centre's round (article 5.2), in which five stars are decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Centre {
    /// The province proposes by then: 29 July, or 29 January of the next year.
    pub province_by: Date,
    /// The centre has rated by then: 29 September, or 29 March of the next year.
    pub centre_by: Date,
}

/// The two rounds of a year (article 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoundNo {
    /// Proposed before 30 April, rated before 30 June; at the centre before 30 July and 30 September.
    First,
    /// Proposed before 30 October, rated before 30 December; at the centre before 30 January and 30
    /// March of the next year.
    Second,
}

/// What the dates of a round leave out. To be told wherever they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caveat {
    /// The days off beside Tết and 2 September are set each year; other ones in the commune's 15
    /// working days move the day to hand in.
    PublicHolidays,
    /// The province and the centre may hold extra rounds, and set their own dates for them.
    ExtraRounds,
}

/// Whether what is ready on some day makes a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chance {
    /// The commune has its 15 working days.
    InTime,
    /// Only if the commune takes less than its 15 working days.
    Tight,
    /// The commune can no longer propose for this round.
    Missed,
}

impl Caveat {
    pub const ALL: [Caveat; 2] = [Caveat::PublicHolidays, Caveat::ExtraRounds];
}

/// The next rounds for which the commune can still propose on that day, soonest first: also one
/// that is tight by now. Fewer than asked for only where the calendar ends.
pub fn next_rounds(procedure: &Procedure, today: Date, count: usize) -> Vec<Round> {
    (today.year()..=Date::LAST.year())
        .flat_map(|year| [RoundNo::First, RoundNo::Second].map(|no| Round::new(procedure, year, no)))
        .flatten()
        .filter(|round| round.chance(today) != Chance::Missed)
        .take(count)
        .collect()
}

impl Round {
    fn new(procedure: &Procedure, year: i32, no: RoundNo) -> Option<Round> {
        let days = procedure.rounds[no as usize];
        // Printed as "before" a day; what comes earlier in the year than the commune's day is of the next.
        let by = |before: DayOfYear| {
            let next = i32::from(before.month < days.commune_before.month);
            Date::new(year + next, before.month, before.day).map(|day| day.plus_days(-1))
        };
        let commune_by = by(days.commune_before)?;
        Some(Round {
            no,
            year,
            hand_in_by: commune_by.working_day_up_to().plus_working_days(-procedure.commune_working_days),
            commune_by,
            province_by: by(days.province_before)?,
            centre: Centre { province_by: by(days.centre_proposed_before)?, centre_by: by(days.centre_before)? },
        })
    }

    /// Whether a dossier that is ready on a day makes the round.
    pub fn chance(&self, ready: Date) -> Chance {
        if ready <= self.hand_in_by {
            Chance::InTime
        } else if ready <= self.commune_by {
            Chance::Tight
        } else {
            Chance::Missed
        }
    }

    /// The latest day to begin what takes so many months and be in time.
    pub fn begin_by(&self, months: u8) -> Date {
        self.hand_in_by.plus_months(-i32::from(months))
    }
}

/// When a route's work is done, and the first round that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The day when the slowest step is done, all begun today.
    pub ready: Date,
    /// The first round that is in time; `None` only where the calendar ends.
    pub round: Option<Round>,
}

impl Schedule {
    /// For work whose slowest step takes so many months from today; not said counts none.
    pub fn of(procedure: &Procedure, today: Date, months: Option<u8>) -> Schedule {
        let ready = today.plus_months(i32::from(months.unwrap_or(0)));
        let round = next_rounds(procedure, ready, 2).into_iter().find(|round| round.chance(ready) == Chance::InTime);
        Schedule { ready, round }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    /// The first round from a day: hand in, commune, province, centre proposed, centre.
    #[track_caller]
    fn check(today: &str, expected: [&str; 5], chance: Chance) {
        let round = next_rounds(&first().procedure, date(today), 1)[0];
        let dates =
            [round.hand_in_by, round.commune_by, round.province_by, round.centre.province_by, round.centre.centre_by];
        assert_eq!(dates.map(|date| date.to_string()), expected, "from {today}");
        assert_eq!(round.chance(date(today)), chance, "from {today}");
    }

    const FIRST_2027: [&str; 5] = ["07/04/2027", "29/04/2027", "29/06/2027", "29/07/2027", "29/09/2027"];
    const SECOND_2027: [&str; 5] = ["08/10/2027", "29/10/2027", "29/12/2027", "29/01/2028", "29/03/2028"];

    #[test]
    fn the_day_of_the_deadline_still_makes_it_and_the_day_after_does_not() {
        check("07/04/2027", FIRST_2027, Chance::InTime);
        check("08/04/2027", FIRST_2027, Chance::Tight);
        check("29/04/2027", FIRST_2027, Chance::Tight);
        check("30/04/2027", SECOND_2027, Chance::InTime);
        check("08/10/2027", SECOND_2027, Chance::InTime);
        check("09/10/2027", SECOND_2027, Chance::Tight);
        check("29/10/2027", SECOND_2027, Chance::Tight);
    }

    #[test]
    fn after_the_last_round_of_a_year_comes_the_first_of_the_next() {
        check("30/10/2026", FIRST_2027, Chance::InTime);
        check("31/12/2026", FIRST_2027, Chance::InTime);
        check("01/01/2027", FIRST_2027, Chance::InTime);
    }

    #[test]
    fn the_second_round_reaches_the_centre_in_the_next_year_leap_or_not() {
        check("01/07/2027", SECOND_2027, Chance::InTime);
        let spans = ["08/10/2026", "29/10/2026", "29/12/2026", "29/01/2027", "29/03/2027"];
        check("01/07/2026", spans, Chance::InTime);
    }

    #[test]
    fn the_day_to_hand_in_is_fifteen_working_days_before_the_last_working_day() {
        for year in 2026..2066 {
            for round in next_rounds(&first().procedure, date("01/01/2026").plus_months(12 * (year - 2026)), 2) {
                let proposed = round.hand_in_by.plus_working_days(first().procedure.commune_working_days);
                assert!(round.hand_in_by.is_working_day());
                assert!(proposed <= round.commune_by, "{round:?}");
                let a_day_later =
                    round.hand_in_by.plus_working_days(1).plus_working_days(first().procedure.commune_working_days);
                assert!(a_day_later > round.commune_by, "{round:?}");
            }
        }
    }

    #[test]
    fn a_last_day_on_a_weekend_moves_to_the_friday_before() {
        // 29 April 2028 is a Saturday, 29 April 2029 a Sunday: in both the last working day is a
        // Friday, the 28th and the 27th. In 2029 the Hùng Kings' day is a Monday in between.
        assert_eq!(next_rounds(&first().procedure, date("01/01/2028"), 1)[0].hand_in_by, date("07/04/2028"));
        assert_eq!(next_rounds(&first().procedure, date("01/01/2029"), 1)[0].hand_in_by, date("05/04/2029"));
    }

    #[test]
    fn rounds_follow_each_other_twice_a_year() {
        let rounds = next_rounds(&first().procedure, date("24/11/2026"), 4);
        let found: Vec<(i32, RoundNo)> = rounds.iter().map(|round| (round.year, round.no)).collect();
        use RoundNo::*;
        assert_eq!(found, [(2027, First), (2027, Second), (2028, First), (2028, Second)]);
    }

    #[test]
    fn a_plan_goes_to_the_first_round_that_its_slowest_step_makes() {
        let hand_in = |today: &str, months| {
            let plan = Schedule::of(&first().procedure, date(today), months);
            (plan.ready.to_string(), plan.round.map(|round| round.hand_in_by.to_string()).unwrap_or_default())
        };
        assert_eq!(hand_in("24/11/2026", None), ("24/11/2026".into(), "07/04/2027".into()));
        assert_eq!(hand_in("07/12/2026", Some(4)), ("07/04/2027".into(), "07/04/2027".into()));
        assert_eq!(hand_in("08/12/2026", Some(4)), ("08/04/2027".into(), "08/10/2027".into()));
        assert_eq!(hand_in("24/11/2026", Some(18)), ("24/05/2028".into(), "06/10/2028".into()));
        assert_eq!(hand_in("31/08/2026", Some(6)), ("28/02/2027".into(), "07/04/2027".into()));
    }

    #[test]
    fn begun_on_the_latest_day_the_work_is_ready_in_time() {
        for round in next_rounds(&first().procedure, date("01/01/2027"), 40) {
            for months in [0, 1, 2, 6, 12, 18, 24] {
                let begun = round.begin_by(months);
                assert_eq!(round.chance(begun.plus_months(i32::from(months))), Chance::InTime);
            }
        }
    }

    #[test]
    fn where_the_calendar_ends_there_are_no_more_rounds() {
        assert_eq!(next_rounds(&first().procedure, Date::LAST, 3), []);
        assert_eq!(next_rounds(&first().procedure, date("01/01/9999"), 3).len(), 1);
        assert_eq!(
            Schedule::of(&first().procedure, Date::LAST, Some(u8::MAX)),
            Schedule { ready: Date::LAST, round: None }
        );
    }
}

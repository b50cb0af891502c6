use std::collections::BTreeSet;

use super::Component;
use crate::domain::calendar::Date;
use crate::domain::dossier::Dossier;

/// What the commune does with a dossier in its 15 working days (articles 6.1, 7.2): its own words for Form 03, and
/// what it asks the applicant to correct.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The day of receipt, dd/mm/yyyy.
    pub received: String,
    /// Days off that make up for holidays and that no table knows, as typed: `04/01/2027, 05/01/2027`.
    pub days_off: String,
    pub state: DeskState,
    /// The components that the commune found there.
    pub there: BTreeSet<Component>,
    /// The commune's assessment of the four topics of Form 03, in printed order.
    pub assessments: [String; 4],
    /// The revision of the applicant's dossier as it was handed in last: a file with a smaller one is of before.
    pub came: u64,
    /// One more than the most that a request was asked anew ([`super::Correction::again`]) which was taken out of the list;
    /// 0: none was. Requests that are new begin with it.
    pub withdrawn: u32,
}

impl Desk {
    /// The commune's work on a dossier, begun now if it was not.
    pub fn on(dossier: &Dossier) -> Desk {
        dossier.desk.clone().unwrap_or_else(|| Desk { came: dossier.revision, ..Desk::default() })
    }

    /// The days off that were typed.
    pub fn days_off(&self) -> Vec<Date> {
        self.day_texts().filter_map(Date::written).collect()
    }

    /// What was typed among the days off and is no day.
    pub fn no_days(&self) -> Vec<&str> {
        self.day_texts().filter(|text| Date::written(text).is_none()).collect()
    }

    fn day_texts(&self) -> impl Iterator<Item = &str> {
        let sign = |c: char| c == ',' || c == ';' || c.is_whitespace();
        self.days_off.split(sign).map(str::trim).filter(|text| !text.is_empty())
    }

    /// The last of the commune's working days (article 7.2), so many after the day of receipt.
    pub fn due(&self, working_days: i16) -> Option<Date> {
        Some(Date::written(&self.received)?.plus_working_days_but(working_days, &self.days_off()))
    }

    /// The year whose Tết and Hùng Kings are not known and may fall among the working days, until days off around then
    /// are typed.
    pub fn holidays_unknown(&self, working_days: i16) -> Option<i32> {
        let received = Date::written(&self.received)?;
        let year = received.holidays_unknown_until(self.due(working_days)?)?;
        let is_typed = |day: &Date| day.year() == year && day.month() <= 5;
        (!self.days_off().iter().any(is_typed)).then_some(year)
    }

    /// The day among the working days that may be off, until it is typed among those that are.
    pub fn may_be_off(&self, working_days: i16) -> Option<Date> {
        let received = Date::written(&self.received)?;
        let day = received.plus_days(1).culture_day_until(self.due(working_days)?)?;
        (!self.days_off().contains(&day)).then_some(day)
    }

    /// The same as long as the dossier is with the commune: from a day of receipt that is still to come nothing is counted,
    /// nor once it is passed on.
    pub fn running(&self, working_days: i16, today: Date) -> Option<Date> {
        if matches!(self.state, DeskState::Proposed | DeskState::Recognised) {
            return None;
        }
        Date::written(&self.received).filter(|received| *received <= today)?;
        self.due(working_days)
    }

    /// A day to ask the applicant by: half of the working days that are left, so that the commune has the others to look
    /// at what comes back. `None` where none is left, or the dossier is still to come.
    pub fn ask_by(&self, working_days: i16, today: Date) -> Option<Date> {
        let off = self.days_off();
        let left = today.working_days_until(self.running(working_days, today)?, &off);
        let half = i16::try_from(left / 2).ok()?.max(1);
        (left > 0).then(|| today.plus_working_days_but(half, &off))
    }
}

/// How far a dossier is at the commune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeskState {
    #[default]
    Received,
    /// Returned with corrections.
    ToCorrect,
    /// Proposed to the province.
    Proposed,
    Recognised,
}

impl DeskState {
    pub const ALL: [DeskState; 4] =
        [DeskState::Received, DeskState::ToCorrect, DeskState::Proposed, DeskState::Recognised];

    /// The state of a dossier that the applicant handed in again: what was to be corrected is received, whatever of it is
    /// done; what was passed on stays so.
    pub fn handed_in_again(self) -> DeskState {
        match self {
            DeskState::ToCorrect => DeskState::Received,
            other => other,
        }
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            DeskState::Received => "received",
            DeskState::ToCorrect => "to-correct",
            DeskState::Proposed => "proposed",
            DeskState::Recognised => "recognised",
        }
    }
}

/// The four topics that the commune assesses (article 7.2, Form 03 part II), in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    Materials,
    Labour,
    Idea,
    Identity,
}

impl Topic {
    pub const ALL: [Topic; 4] = [Topic::Materials, Topic::Labour, Topic::Idea, Topic::Identity];

    /// Its name in files and in the decision's data.
    pub fn key(self) -> &'static str {
        match self {
            Topic::Materials => "materials",
            Topic::Labour => "labour",
            Topic::Idea => "idea",
            Topic::Identity => "identity",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_off_that_no_table_knows_moves_the_last_day() {
        let desk =
            |days_off: &str| Desk { received: "14/12/2026".into(), days_off: days_off.into(), ..Desk::default() };
        let due = |days_off: &str| desk(days_off).due(15).map(|day| day.to_string());
        // 1 January 2027 is a Friday, off anyway.
        assert_eq!(due("").as_deref(), Some("05/01/2027"));
        // Typed, and the page closed before the field was left.
        let raw = |received: &str| Desk { received: received.into(), ..Desk::default() }.due(15);
        assert_eq!(raw("14/12/26").map(|day| day.to_string()).as_deref(), Some("05/01/2027"));
        assert_eq!(raw("ngày 14 tháng 12 năm 2026"), raw("14/12/2026"));
        assert_eq!(due("04/01/2027").as_deref(), Some("06/01/2027"));
        assert_eq!(due("31/12/2026; 04/01/2027,01/01/2027").as_deref(), Some("07/01/2027"));
        assert_eq!((due("mai").as_deref(), desk("mai 4.1.2027").no_days()), (Some("05/01/2027"), vec!["mai"]));
        assert_eq!(Desk::default().due(15), None);
    }

    #[test]
    fn a_tet_that_no_table_knows_is_told_until_its_days_off_are_typed() {
        let unknown = |received: &str, off: &str| {
            Desk { received: received.into(), days_off: off.into(), ..Desk::default() }.holidays_unknown(15)
        };
        assert_eq!((unknown("14/12/2026", ""), unknown("20/01/2040", "")), (None, None));
        assert_eq!(unknown("10/01/2041", ""), Some(2041));
        assert_eq!(unknown("10/01/2041", "03/01/2040, 10/06/2041"), Some(2041), "other days off");
        assert_eq!(unknown("10/01/2041", "31/01/2041, 01/02/2041"), None);
        assert_eq!((unknown("01/06/2041", ""), unknown("mai", "")), (None, None));
    }

    #[test]
    fn a_day_that_may_be_off_is_told_until_it_is_typed() {
        let desk =
            |received: &str, off: &str| Desk { received: received.into(), days_off: off.into(), ..Desk::default() };
        let told = |received: &str, off: &str| desk(received, off).may_be_off(15).map(|day| day.to_string());
        assert_eq!(told("16/11/2026", "").as_deref(), Some("24/11/2026"));
        assert_eq!(desk("16/11/2026", "").due(15).map(|day| day.to_string()).as_deref(), Some("07/12/2026"));
        assert_eq!(told("16/11/2026", "24/11/2026"), None);
        assert_eq!(desk("16/11/2026", "24/11/2026").due(15).map(|day| day.to_string()).as_deref(), Some("08/12/2026"));
        // Received on that day, the count begins the day after.
        assert_eq!((told("24/11/2026", ""), told("01/12/2026", ""), told("mai", "")), (None, None, None));
    }

    #[test]
    fn nothing_is_counted_from_a_day_of_receipt_that_is_still_to_come() {
        let today = Date::parse("27/11/2026").expect("a day");
        let running = |received: &str| Desk { received: received.into(), ..Desk::default() }.running(15, today);
        assert_eq!(running("27/11/2026").map(|day| day.to_string()).as_deref(), Some("18/12/2026"));
        for ahead in ["28/11/2026", "27/11/9999", "mai", ""] {
            assert_eq!(running(ahead), None, "{ahead}");
        }
    }

    #[test]
    fn the_applicant_is_asked_by_a_day_that_leaves_the_commune_time() {
        let asked = |today: &str, off: &str| {
            let desk = Desk { received: "16/11/2026".into(), days_off: off.into(), ..Desk::default() };
            let today = Date::parse(today).expect("a day");
            desk.ask_by(15, today).map(|day| day.to_string())
        };
        // The commune's own last day is 07/12/2026.
        assert_eq!(asked("16/11/2026", "").as_deref(), Some("25/11/2026"), "7 of 15");
        assert_eq!(asked("27/11/2026", "").as_deref(), Some("02/12/2026"), "3 of 6");
        assert_eq!(asked("27/11/2026", "01/12/2026").as_deref(), Some("03/12/2026"), "a day off more, on both sides");
        assert_eq!(asked("04/12/2026", "").as_deref(), Some("07/12/2026"), "one is left");
        assert_eq!(asked("07/12/2026", ""), None, "none is left");
        assert_eq!(asked("15/11/2026", ""), None, "it is still to come");
        assert_eq!(Desk::default().ask_by(15, Date::FIRST), None);
    }
}

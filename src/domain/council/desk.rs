use crate::domain::calendar::Date;

/// What the commune does with a dossier in its 15 working days (articles 6.1, 7.2): its own words for Form 03, and
/// what it asks the applicant to correct.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The day of receipt, dd/mm/yyyy.
    pub received: String,
    /// Days off that make up for holidays and that no table knows, as typed: `04/01/2027, 05/01/2027`.
    pub days_off: String,
    pub state: DeskState,
    /// The commune's assessment of the four topics of Form 03, in printed order.
    pub assessments: [String; 4],
}

impl Desk {
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
}

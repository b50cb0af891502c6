/// The days and terms of the procedure, as a decision sets them; [`crate::domain::calendar`] counts with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// Working days that the commune has for its part of a dossier, the day of receipt not counted (article 7.2).
    pub commune_working_days: i16,
    /// The rounds that a province holds at least every year (article 5.1).
    pub rounds: [RoundDays; 2],
    /// Months that a certificate of three stars or more holds (article 4.3).
    pub certificate_months: i32,
    /// Days before its end from which, and up to which, a re-rating is filed (article 7.6a).
    pub rerating_opens_days: i32,
    pub rerating_closes_days: i32,
    /// Days that a re-rating may take once the dossier proposed by the commune is complete (article 7.6g).
    pub rerating_decided_days: i32,
    /// Days past its end that a certificate may be prolonged in the transition (article 12.3).
    pub prolonged_days: i32,
}

/// The days before which each step of a round is done, as they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundDays {
    /// The commune proposes (article 5.1).
    pub commune_before: DayOfYear,
    /// The province has rated (article 5.1).
    pub province_before: DayOfYear,
    /// The province proposes to the centre (article 5.2).
    pub centre_proposed_before: DayOfYear,
    /// The centre has rated (article 5.2).
    pub centre_before: DayOfYear,
}

/// A day of any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfYear {
    pub day: u8,
    pub month: u8,
}

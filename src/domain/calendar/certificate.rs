use super::Date;
use crate::domain::decision::Procedure;

/// A certificate of three stars or more, by the day it was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub issued: Date,
    /// The terms of the decision that it is dealt with under.
    pub terms: &'static Procedure,
}

/// Where a day stands in the life of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CertificateState {
    /// Too early to file: the window opens in so many days.
    TooEarly { days: i32 },
    /// The window is open; days left after today: 0 on its last day.
    Open { days: i32 },
    /// The window is over, the certificate still holds; days left after today: 0 on its last day.
    Late { days: i32 },
    /// It ended so many days ago.
    Ended { days: i32 },
}

impl Certificate {
    /// The last day on which it holds: the day of issue 36 months on (article 4.3), the last of the
    /// month where there is no such day (Civil Code 2015, article 148.3).
    pub fn end(self) -> Date {
        self.issued.plus_months(self.terms.certificate_months)
    }

    /// The first day to file for a re-rating: 180 days before the end (article 7.6a).
    pub fn opens(self) -> Date {
        self.end().plus_days(-self.terms.rerating_opens_days)
    }

    /// The last day to file for a re-rating: 120 days before the end (article 7.6a).
    pub fn closes(self) -> Date {
        self.end().plus_days(-self.terms.rerating_closes_days)
    }

    /// The latest day of the result for what is filed on a day, if all is complete and the commune
    /// forwards it on its last day: 15 working days (article 7.2), then 45 days (article 7.6g).
    pub fn result_by(self, filed: Date) -> Date {
        filed.plus_working_days(self.terms.commune_working_days).plus_days(self.terms.rerating_decided_days)
    }

    /// The last day to file so that the result comes by a day at the latest.
    pub fn file_by(self, result: Date) -> Date {
        let complete = result.plus_days(-self.terms.rerating_decided_days).working_day_up_to();
        complete.plus_working_days(-self.terms.commune_working_days)
    }

    /// How long it may hold at most, until there is a result, where the window could not be met
    /// because of the change of rules (article 12.3): 180 days past the end. Not for who is merely
    /// late.
    pub fn prolonged_to(self) -> Date {
        self.end().plus_days(self.terms.prolonged_days)
    }

    /// Where a day stands. Both edges of the window belong to it, and the last day to the
    /// certificate.
    pub fn state(self, today: Date) -> CertificateState {
        if today < self.opens() {
            CertificateState::TooEarly { days: today.days_until(self.opens()) }
        } else if today <= self.closes() {
            CertificateState::Open { days: today.days_until(self.closes()) }
        } else if today <= self.end() {
            CertificateState::Late { days: today.days_until(self.end()) }
        } else {
            CertificateState::Ended { days: self.end().days_until(today) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    fn issued_on(issued: Date) -> Certificate {
        Certificate { issued, terms: &first().procedure }
    }

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    /// End, first and last day to file.
    #[track_caller]
    fn check(issued: &str, expected: [&str; 3]) {
        let certificate = issued_on(date(issued));
        let found = [certificate.end(), certificate.opens(), certificate.closes()];
        assert_eq!(found.map(|date| date.to_string()), expected, "issued {issued}");
    }

    #[test]
    fn a_certificate_holds_thirty_six_months() {
        check("15/06/2026", ["15/06/2029", "17/12/2028", "15/02/2029"]);
        check("31/12/2026", ["31/12/2029", "04/07/2029", "02/09/2029"]);
        check("01/01/2027", ["01/01/2030", "05/07/2029", "03/09/2029"]);
    }

    #[test]
    fn one_issued_on_a_leap_day_ends_with_february() {
        check("29/02/2024", ["28/02/2027", "01/09/2026", "31/10/2026"]);
    }

    #[test]
    fn a_window_across_a_leap_day_counts_it() {
        // The same days of a leap year and of one that is none: a day's difference.
        check("01/06/2025", ["01/06/2028", "04/12/2027", "02/02/2028"]);
        check("01/06/2026", ["01/06/2029", "03/12/2028", "01/02/2029"]);
        // Ending on the leap day itself is only possible from a 29 February; from the 28th it is not.
        check("28/02/2025", ["28/02/2028", "01/09/2027", "31/10/2027"]);
        check("01/03/2025", ["01/03/2028", "03/09/2027", "02/11/2027"]);
        // Windows that close or open on a leap day.
        check("28/06/2025", ["28/06/2028", "31/12/2027", "29/02/2028"]);
        check("27/08/2025", ["27/08/2028", "29/02/2028", "29/04/2028"]);
    }

    #[test]
    fn both_edges_belong_to_the_window_and_the_last_day_to_the_certificate() {
        use CertificateState::*;
        let certificate = issued_on(date("15/06/2026"));
        for (today, expected) in [
            ("15/06/2026", TooEarly { days: 916 }),
            ("16/12/2028", TooEarly { days: 1 }),
            ("17/12/2028", Open { days: 60 }),
            ("15/02/2029", Open { days: 0 }),
            ("16/02/2029", Late { days: 119 }),
            ("15/06/2029", Late { days: 0 }),
            ("16/06/2029", Ended { days: 1 }),
        ] {
            assert_eq!(certificate.state(date(today)), expected, "{today}");
        }
    }

    #[test]
    fn filed_on_the_last_day_the_result_comes_before_the_end() {
        let mut issued = date("01/01/2026");
        while issued < date("01/01/2031") {
            let certificate = issued_on(issued);
            assert!(certificate.result_by(certificate.closes()) < certificate.end(), "{issued}");
            issued = issued.plus_days(1);
        }
    }

    #[test]
    fn a_result_takes_fifteen_working_days_and_forty_five_days() {
        // Thursday 26 November 2026, three weeks, 45 days.
        assert_eq!(issued_on(date("15/06/2024")).result_by(date("26/11/2026")), date("31/01/2027"));
        // Friday 18 December 2026, three weeks and a holiday, 45 days.
        assert_eq!(issued_on(date("18/12/2025")).result_by(date("18/12/2026")), date("25/02/2027"));
    }

    #[test]
    fn filed_by_the_last_day_the_result_comes_in_time_and_a_working_day_later_it_does_not() {
        let certificate = issued_on(date("15/06/2024"));
        let mut result = date("01/01/2027");
        while result < date("01/01/2029") {
            let last = certificate.file_by(result);
            assert!(certificate.result_by(last) <= result, "{result}");
            assert!(certificate.result_by(last.plus_working_days(1)) > result, "{result}");
            result = result.plus_days(1);
        }
    }

    #[test]
    fn prolonged_in_the_transition_at_most_180_days() {
        assert_eq!(issued_on(date("15/06/2024")).prolonged_to(), date("12/12/2027"));
    }

    #[test]
    fn any_two_days_have_a_state() {
        for issued in [Date::FIRST, Date::LAST] {
            for today in [Date::FIRST, Date::LAST] {
                let _ = issued_on(issued).state(today);
            }
        }
    }
}

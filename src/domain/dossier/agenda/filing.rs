use super::{AHEAD, procedure_of};
use crate::domain::calendar::{CertificateState, Date, next_rounds};
use crate::domain::dossier::{Chance, Dossier, DossierKind};

/// A day on which a dossier can be filed with the commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilingDay {
    pub date: Date,
    pub kind: DossierKind,
    pub filing: Filing,
    /// The latest day of the province's result for what is filed then.
    pub result: Date,
}

/// Why a day to file counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filing {
    Today,
    /// The first and the last day of the time to file a re-rating (article 7.6a).
    WindowOpens,
    WindowCloses,
    /// The last day whose result comes before a prolongation ends, if there is one (article 12.3):
    /// only where the province confirms it.
    Prolonged,
    /// The last day for a round (article 5).
    Round,
}

/// The days to file that count for a product, from today to 18 months on, in their order: those of
/// its re-rating, and the rounds for a first rating or an upgrade. Where both are possible, both.
pub fn filing_days(dossier: &Dossier, today: Date) -> Vec<FilingDay> {
    let standing = dossier.standing();
    let mut days = Vec::new();
    if let Some(held) = standing.certificate().filter(|held| today <= held.prolonged_to()) {
        let re_rating = |date: Date, filing: Filing| FilingDay {
            date,
            kind: DossierKind::ReRating,
            filing,
            result: held.result_by(date),
        };
        match held.state(today) {
            CertificateState::TooEarly { .. } => {
                days.push(re_rating(held.opens(), Filing::WindowOpens));
                days.push(re_rating(held.closes(), Filing::WindowCloses));
            }
            CertificateState::Open { days: 0 } => days.push(re_rating(today, Filing::WindowCloses)),
            CertificateState::Open { .. } => {
                days.push(re_rating(today, Filing::Today));
                days.push(re_rating(held.closes(), Filing::WindowCloses));
            }
            CertificateState::Late { .. } | CertificateState::Ended { .. } => {
                days.push(re_rating(today, Filing::Today));
                let last = held.file_by(held.prolonged_to());
                days.extend((last > today).then(|| re_rating(last, Filing::Prolonged)));
            }
        }
    }
    let by_round =
        [DossierKind::First, DossierKind::Upgrade].into_iter().find(|kind| match standing.chance(*kind, today) {
            Chance::Now => true,
            Chance::Open => *kind == dossier.kind,
            Chance::From(_) | Chance::No => false,
        });
    if let Some(kind) = by_round {
        let rounds =
            next_rounds(procedure_of(dossier), today, 3).into_iter().filter(|round| today <= round.hand_in_by).take(2);
        // An upgrade needs stars that hold on the day of filing, not only today (article 7.5).
        let rounds = rounds.filter(|round| standing.chance(kind, round.hand_in_by) != Chance::No);
        days.extend(rounds.map(|round| FilingDay {
            date: round.hand_in_by,
            kind,
            filing: Filing::Round,
            result: round.province_by,
        }));
    }
    days.retain(|day| day.date <= today.plus_months(AHEAD));
    days.sort_by_key(|day| day.date);
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Star, first as first_decision};
    use crate::domain::dossier::Recognised;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    #[track_caller]
    fn check(star: Option<(Star, &str)>, today: &str, expected: &[(&str, Filing, &str)]) {
        let mut dossier = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        dossier.recognised =
            star.map(|(star, date)| Recognised { star: Some(star), date: date.into(), ..Recognised::default() });
        dossier.unrecognised = star.is_none();
        dossier.kind = dossier.standing().kind(date(today));
        let found: Vec<(String, Filing, String)> = filing_days(&dossier, date(today))
            .into_iter()
            .map(|day| (day.date.to_string(), day.filing, day.result.to_string()))
            .collect();
        let expected: Vec<(String, Filing, String)> =
            expected.iter().map(|(day, filing, result)| ((*day).to_owned(), *filing, (*result).to_owned())).collect();
        assert_eq!(found, expected, "{today}");
    }

    #[test]
    fn the_late_orange_sees_both_ways() {
        let expected = [
            ("26/11/2026", Filing::Today, "31/01/2027"),
            ("07/04/2027", Filing::Round, "29/06/2027"),
            ("13/04/2027", Filing::Prolonged, "21/06/2027"),
        ];
        // By the round of October even the longest prolongation, to 23/06/2027, has ended: nothing is left to upgrade.
        check(Some((Star::Four, "25/12/2023")), "26/11/2026", &expected);
    }

    #[test]
    fn a_window_has_its_first_and_last_day_once() {
        let five = Some((Star::Five, "25/12/2023"));
        let window =
            [("28/06/2026", Filing::WindowOpens, "31/08/2026"), ("27/08/2026", Filing::WindowCloses, "05/11/2026")];
        check(five, "01/06/2026", &window);
        check(five, "27/08/2026", &window[1..]);
        let open = [("26/08/2026", Filing::Today, "02/11/2026"), window[1]];
        check(five, "26/08/2026", &open);
    }

    #[test]
    fn a_first_rating_has_its_rounds_within_eighteen_months() {
        let rounds = [("07/04/2027", Filing::Round, "29/06/2027"), ("08/10/2027", Filing::Round, "29/12/2027")];
        check(None, "26/11/2026", &rounds);
        check(None, "07/04/2027", &rounds);
        check(None, "08/04/2027", &[rounds[1], ("07/04/2028", Filing::Round, "29/06/2028")]);
    }
}

//! The days that count for a product, and what is to be done next.

mod filing;
mod words;

pub use filing::{Filing, FilingDay, filing_days};

use super::{Chance, Dossier, DossierKind, Holding, Standing, missing_of_year};
use crate::domain::calendar::{CertificateState, Date, Round, next_rounds};
use crate::domain::council::{Correction, DeskState, is_blind};
use crate::domain::decision::{Procedure, Star};

/// A day that counts for a product, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub date: Date,
    pub what: Day,
}

/// What a day is, in the order in which days that fall together are told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {
    /// The first and the last day to file a re-rating (article 7.6a).
    WindowOpens,
    WindowCloses,
    /// The last day of the certificate (article 4.3).
    CertificateEnds,
    /// The latest result of a re-rating that is filed on the day asked about.
    Result,
    /// A prolongation could last until then (article 12.3): a question, never a promise.
    Prolonged,
    /// Hand in to the commune by then, for the round of article 5.
    HandIn,
    /// The province has rated by then; the centre, for five stars.
    Province,
    CentreProposed,
    Centre,
    /// The next day by which the commune wants corrections.
    Corrections,
    /// A paper of the dossier ends: its id.
    PaperEnds(String),
}

/// How soon something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// At once: a last day is over or the time to file runs.
    Now,
    /// Within half a year.
    Soon,
    Quiet,
}

/// The next thing to do for a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub step: Step,
    /// The day that it is about.
    pub by: Date,
    pub urgency: Urgency,
}

impl Next {
    /// The day of the act itself: what is to be done at once is done today, whatever ended or will end.
    /// `None` where the province is awaited and no round names its day: nobody is to act.
    pub fn act_by(&self, today: Date) -> Option<Date> {
        match self.step {
            Step::FileLate { .. } | Step::BeginAnew => Some(today),
            // A round's day is always ahead: one made from today on is later.
            Step::Await => (self.by > today).then_some(self.by),
            _ => Some(self.by),
        }
    }
}

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Correct what the commune asked for: so many are open. Without a day named it is today's.
    Correct { open: usize, dated: bool },
    /// The commune has received it and examines it: the last of its working days (article 7.2). Without the day of
    /// receipt it is today's.
    Examine { dated: bool },
    /// The commune has proposed it: the day by which the province has rated it.
    Await,
    /// Say whether it has stars, or since when.
    SayStanding,
    /// Say on which day it was recognised: its stars are known, and no day that can be read.
    SayDay,
    /// File at once: the time to file is over. The latest result if filed today.
    FileLate { result: Date },
    /// All is over: ask, and begin anew.
    BeginAnew,
    /// File a re-rating: the last day.
    FileReRating,
    /// Wait for the time to file a re-rating: its first day.
    AwaitWindow,
    /// Finish and hand in to the commune for a round; so many criteria are not answered yet.
    HandIn { open: usize },
    /// Renew a paper: its title.
    RenewPaper { title: String },
    /// Keep a year's figures for the next re-rating.
    Log { year: i32 },
}

/// Days ahead that count as soon.
const SOON: i32 = 180;
/// Nothing is told to be handed in later than that: so many months from today.
const AHEAD: i32 = 18;

/// The round of article 5 that can still be made in time by what is ready on a day; `None` for a
/// re-rating, which no round binds (article 7.6), and where the next one is too far ahead to plan for.
pub fn round_for(dossier: &Dossier, today: Date, ready: Date) -> Option<Round> {
    if dossier.kind == DossierKind::ReRating {
        return None;
    }
    let round = next_rounds(procedure_of(dossier), ready, 2).into_iter().find(|round| ready <= round.hand_in_by)?;
    (round.hand_in_by <= today.plus_months(AHEAD)).then_some(round)
}

/// The days from today on that count for a product, in their order: those of the certificate held,
/// those of the round that a dossier ready on `ready` makes, and the papers that end before any of
/// them. Nothing that is past.
pub fn agenda(dossier: &Dossier, today: Date, ready: Date) -> Vec<Due> {
    let mut days = Vec::new();
    if let Standing::Held { certificate: Some(held), .. } = dossier.standing() {
        days.extend([(held.opens(), Day::WindowOpens), (held.closes(), Day::WindowCloses)]);
        days.push((held.end(), Day::CertificateEnds));
        if today > held.closes() && today <= held.prolonged_to() {
            days.extend([(held.result_by(today), Day::Result), (held.prolonged_to(), Day::Prolonged)]);
        }
    }
    if let Some(round) = round_for(dossier, today, ready) {
        // What the commune has is handed in.
        days.extend(dossier.desk.is_none().then_some((round.hand_in_by, Day::HandIn)));
        days.push((round.province_by, Day::Province));
        // Five stars are decided at the centre: where they are aimed at, or next. What the answers come to is told by no
        // day while sheets of scorers are awaited.
        let rating = dossier.rating();
        let next = rating.next_star().or(rating.star).filter(|_| !is_blind(dossier));
        let aim = dossier.plan.target.or(next);
        if aim == Some(Star::Five) {
            days.push((round.centre.province_by, Day::CentreProposed));
            days.push((round.centre.centre_by, Day::Centre));
        }
    }
    let asked = corrections(dossier).filter_map(|correction| Date::written(&correction.by));
    days.extend(asked.filter(|by| *by >= today).min().map(|by| (by, Day::Corrections)));
    let limit = today.plus_months(AHEAD);
    days.extend(
        papers(dossier)
            .filter(|(ends, _, _)| *ends <= limit)
            .map(|(ends, id, _)| (ends, Day::PaperEnds(id.to_owned()))),
    );
    days.sort();
    days.dedup();
    days.into_iter().filter(|(date, _)| *date >= today).map(|(date, what)| Due { date, what }).collect()
}

/// The days and terms of the decision that the dossier follows.
fn procedure_of(dossier: &Dossier) -> &'static Procedure {
    &dossier.set().decision().procedure
}

/// The papers at hand that end: day, id, title.
fn papers(dossier: &Dossier) -> impl Iterator<Item = (Date, &str, &str)> {
    let held = dossier.papers.iter().filter(|paper| paper.holding == Holding::Have);
    held.filter_map(|paper| Some((Date::written(&paper.valid_until)?, paper.id.as_str(), paper.title.trim())))
}

/// What the commune asked the applicant to correct and is not ticked off; nothing in the commune's own copy.
fn corrections(dossier: &Dossier) -> impl Iterator<Item = &Correction> {
    let theirs = dossier.desk.is_none();
    dossier.corrections.iter().filter(move |correction| theirs && !correction.done)
}

/// What is done with a dossier that the commune has: nobody hands it in any more.
fn at_commune(dossier: &Dossier, today: Date) -> Option<Next> {
    let desk = dossier.desk.as_ref()?;
    match desk.state {
        DeskState::Received | DeskState::ToCorrect => {
            let due = desk.due(procedure_of(dossier).commune_working_days);
            let step = Step::Examine { dated: due.is_some() };
            Some(Next { step, by: due.unwrap_or(today), urgency: Urgency::Now })
        }
        DeskState::Proposed => {
            let by = round_for(dossier, today, today).map_or(today, |round| round.province_by);
            Some(Next { step: Step::Await, by, urgency: Urgency::Quiet })
        }
        DeskState::Recognised => None,
    }
}

/// What is to be done next, the most pressing first.
pub fn next_step(dossier: &Dossier, today: Date) -> Next {
    // The commune waits, and its working days run.
    let open = corrections(dossier).count();
    if open > 0 {
        let first = corrections(dossier).filter_map(|correction| Date::written(&correction.by)).min();
        let step = Step::Correct { open, dated: first.is_some() };
        return Next { step, by: first.unwrap_or(today), urgency: Urgency::Now };
    }
    let step = at_commune(dossier, today).unwrap_or_else(|| filing(dossier, today));
    // A paper that ends before the next day counts first.
    let paper = papers(dossier).filter(|(ends, ..)| today.days_until(*ends) <= SOON / 2).min_by_key(|(ends, ..)| *ends);
    match paper {
        Some((ends, _, title)) if step.urgency != Urgency::Now && ends < step.by => {
            let urgency = if ends < today { Urgency::Now } else { Urgency::Soon };
            Next { step: Step::RenewPaper { title: title.to_owned() }, by: ends, urgency }
        }
        _ => step,
    }
}

fn filing(dossier: &Dossier, today: Date) -> Next {
    let standing = dossier.standing();
    let soon = |by: Date| if today.days_until(by) <= SOON { Urgency::Soon } else { Urgency::Quiet };
    let round = || {
        let open = dossier.set().criteria.len() - dossier.assessment.answered();
        let by = next_rounds(procedure_of(dossier), today, 2)
            .into_iter()
            .find(|round| today <= round.hand_in_by)
            .map_or(today, |round| round.hand_in_by);
        Next { step: Step::HandIn { open }, by, urgency: soon(by) }
    };
    match (standing, standing.certificate()) {
        (Standing::Held { star: Some(_), .. }, None) => Next { step: Step::SayDay, by: today, urgency: Urgency::Soon },
        (Standing::Unsaid, _) | (Standing::Held { .. }, None) => {
            Next { step: Step::SayStanding, by: today, urgency: Urgency::Soon }
        }
        (Standing::None, _) => round(),
        (Standing::Held { .. }, Some(held)) => match held.state(today) {
            _ if today > held.prolonged_to() => Next { step: Step::BeginAnew, by: held.end(), urgency: Urgency::Now },
            CertificateState::Late { .. } | CertificateState::Ended { .. } => {
                let result = held.result_by(today);
                Next { step: Step::FileLate { result }, by: held.end(), urgency: Urgency::Now }
            }
            CertificateState::Open { .. } => {
                Next { step: Step::FileReRating, by: held.closes(), urgency: Urgency::Now }
            }
            CertificateState::TooEarly { .. } => {
                let upgrading = dossier.kind == DossierKind::Upgrade
                    && standing.chance(DossierKind::Upgrade, today) == Chance::Now
                    && dossier.assessment.answered() > 0;
                let mut window = Next { step: Step::AwaitWindow, by: held.opens(), urgency: soon(held.opens()) };
                // While there is no hurry: the figures of the year that is over.
                let year = today.year() - 1;
                let lacks = held.issued.year() <= year && !missing_of_year(dossier, year).is_empty();
                if window.urgency == Urgency::Quiet && lacks {
                    window.step = Step::Log { year };
                }
                if upgrading && round().by < window.by { round() } else { window }
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::{Council, Desk, Scorer, Sheet};
    use crate::domain::decision::{Language, first as first_decision};
    use crate::domain::dossier::{PaperRecord, Recognised};
    use crate::domain::rating::Answer;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    fn held(star: Star, issued: &str, kind: DossierKind) -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        dossier.recognised = Some(Recognised { star: Some(star), date: issued.into(), ..Recognised::default() });
        dossier.kind = kind;
        dossier
    }

    #[track_caller]
    fn check(dossier: &Dossier, today: &str, expected: &[(&str, Day)]) {
        let today = date(today);
        let found: Vec<(String, Day)> =
            agenda(dossier, today, today).into_iter().map(|due| (due.date.to_string(), due.what)).collect();
        let expected: Vec<(String, Day)> =
            expected.iter().map(|(day, what)| ((*day).to_owned(), what.clone())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_round_presses_nobody_who_has_answered_nothing() {
        let mut dossier = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        let presses = |dossier: &Dossier, day: Day| day.presses(dossier);
        assert!(!presses(&dossier, Day::HandIn) && presses(&dossier, Day::CertificateEnds));
        assert!(!presses(&dossier, Day::Province), "it is no last day");
        dossier.assessment.set_answer(0, Answer::NoneOfThese);
        assert!(presses(&dossier, Day::HandIn));
    }

    #[test]
    fn a_late_re_rating_has_its_own_days_and_no_round() {
        let orange = held(Star::Four, "25/12/2023", DossierKind::ReRating);
        let expected =
            [("25/12/2026", Day::CertificateEnds), ("31/01/2027", Day::Result), ("23/06/2027", Day::Prolonged)];
        check(&orange, "26/11/2026", &expected);
        let in_time = [("27/08/2026", Day::WindowCloses), ("25/12/2026", Day::CertificateEnds)];
        check(&orange, "27/08/2026", &in_time);
        check(&orange, "24/06/2027", &[]);
    }

    #[test]
    fn what_the_commune_has_is_handed_in_no_more() {
        let mut tea = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        tea.unrecognised = true;
        check(&tea, "26/11/2026", &[("07/04/2027", Day::HandIn), ("29/06/2027", Day::Province)]);
        tea.desk = Some(Desk { received: "20/11/2026".into(), ..Desk::default() });
        check(&tea, "26/11/2026", &[("29/06/2027", Day::Province)]);
    }

    #[test]
    fn an_upgrade_has_its_round_beside_the_certificate() {
        let mut tea = held(Star::Four, "01/02/2026", DossierKind::Upgrade);
        tea.plan.target = Some(Star::Five);
        let expected = [
            ("07/04/2027", Day::HandIn),
            ("29/06/2027", Day::Province),
            ("29/07/2027", Day::CentreProposed),
            ("29/09/2027", Day::Centre),
            ("05/08/2028", Day::WindowOpens),
            ("04/10/2028", Day::WindowCloses),
            ("01/02/2029", Day::CertificateEnds),
        ];
        check(&tea, "26/11/2026", &expected);
    }

    #[test]
    fn no_day_tells_what_the_answers_come_to_while_sheets_are_awaited() {
        let mut dossier = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        dossier.unrecognised = true;
        for (position, criterion) in dossier.set().criteria.iter().enumerate() {
            dossier.assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
        }
        let at_centre = |dossier: &Dossier| {
            let days = agenda(dossier, date("26/11/2026"), date("26/11/2026"));
            days.iter().any(|due| due.what == Day::Centre)
        };
        assert!(at_centre(&dossier));
        let sheet = Sheet { scorer: Scorer::default(), assessment: dossier.assessment.clone() };
        dossier.council = Some(Council { sheets: vec![sheet], ..Council::default() });
        assert!(!at_centre(&dossier));
        // What is aimed at is no secret of the answers.
        dossier.plan.target = Some(Star::Five);
        assert!(at_centre(&dossier));
    }

    #[test]
    fn nothing_is_to_be_handed_in_years_from_now() {
        let mut first = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        first.unrecognised = true;
        let today = date("26/11/2026");
        assert!(round_for(&first, today, date("08/04/2027")).is_some());
        // The first round of 2028 is within 18 months, the second not.
        assert!(round_for(&first, today, date("09/10/2027")).is_some());
        assert_eq!(round_for(&first, today, date("08/04/2028")), None);
    }

    #[track_caller]
    fn next(dossier: &Dossier, today: &str, step: Step, by: &str, urgency: Urgency) {
        assert_eq!(next_step(dossier, date(today)), Next { step, by: date(by), urgency });
    }

    #[test]
    fn the_next_thing_follows_the_certificate_day_by_day() {
        let orange = held(Star::Four, "25/12/2023", DossierKind::ReRating);
        next(&orange, "29/12/2025", Step::Log { year: 2024 }, "28/06/2026", Urgency::Quiet);
        next(&orange, "30/12/2025", Step::AwaitWindow, "28/06/2026", Urgency::Soon);
        next(&orange, "28/06/2026", Step::FileReRating, "27/08/2026", Urgency::Now);
        next(&orange, "27/08/2026", Step::FileReRating, "27/08/2026", Urgency::Now);
        let result = date("31/01/2027");
        next(&orange, "26/11/2026", Step::FileLate { result }, "25/12/2026", Urgency::Now);
        next(&orange, "24/06/2027", Step::BeginAnew, "25/12/2026", Urgency::Now);
    }

    #[test]
    fn the_day_beside_an_act_is_the_acts_own() {
        let orange = held(Star::Four, "25/12/2023", DossierKind::ReRating);
        let act_by = |today: &str| {
            next_step(&orange, date(today)).act_by(date(today)).map_or_else(String::new, |day| day.to_string())
        };
        // Filed late is filed at once; the certificate's end is another day.
        assert_eq!(act_by("28/08/2026"), "28/08/2026");
        assert_eq!(act_by("26/11/2026"), "26/11/2026");
        assert_eq!(act_by("24/06/2027"), "24/06/2027");
        // In time, the last day.
        assert_eq!(act_by("27/08/2026"), "27/08/2026");
        assert_eq!(act_by("28/06/2026"), "27/08/2026");
        // The province is awaited: the day of its round, or none for a re-rating, which no round binds; never today.
        let mut waiting = orange.clone();
        waiting.desk = Some(Desk { state: DeskState::Proposed, ..Desk::default() });
        let today = date("26/11/2026");
        assert_eq!(next_step(&waiting, today).act_by(today), None);
        waiting.kind = DossierKind::First;
        assert!(next_step(&waiting, today).act_by(today).is_some_and(|day| day > today));
    }

    #[test]
    fn what_has_no_stars_is_handed_in_for_a_round_and_what_is_unsaid_is_asked() {
        let mut first = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        next(&first, "26/11/2026", Step::SayStanding, "26/11/2026", Urgency::Soon);
        // Out of an office's list: the stars are known, and the day is none, or a year alone.
        for date in ["", "2024", "năm ngoái"] {
            let listed = held(Star::Four, date, DossierKind::First);
            next(&listed, "26/11/2026", Step::SayDay, "26/11/2026", Urgency::Soon);
            let next = next_step(&listed, self::date("26/11/2026"));
            let said = next.text(Language::Vi);
            assert!(said.contains("ngày") && !said.contains("mấy sao"), "{said}");
            assert_eq!(next.chip(self::date("26/11/2026"), Language::Vi), "chưa rõ ngày");
        }
        let mut starless = held(Star::Four, "", DossierKind::First);
        starless.recognised = Some(Recognised::default());
        next(&starless, "26/11/2026", Step::SayStanding, "26/11/2026", Urgency::Soon);
        first.unrecognised = true;
        let open = first.set().criteria.len();
        next(&first, "26/11/2026", Step::HandIn { open }, "07/04/2027", Urgency::Soon);
        next(&first, "08/04/2027", Step::HandIn { open }, "08/10/2027", Urgency::Quiet);
        first.assessment.set_answer(0, Answer::Level(0));
        next(&first, "26/11/2026", Step::HandIn { open: open - 1 }, "07/04/2027", Urgency::Soon);
    }

    #[test]
    fn what_the_commune_asked_for_comes_before_everything_else() {
        let mut orange = held(Star::Four, "25/12/2023", DossierKind::ReRating);
        let asked =
            |by: &str| Correction { text: "Ghi rõ vùng trồng".into(), by: by.into(), ..Correction::default() };
        orange.corrections = vec![asked(""), asked("2/12/26"), asked("01/12/2026")];
        let correct = |open, dated| Step::Correct { open, dated };
        next(&orange, "26/11/2026", correct(3, true), "01/12/2026", Urgency::Now);
        let by = |orange: &Dossier, today| {
            let due = agenda(orange, date(today), date(today)).into_iter().find(|due| due.what == Day::Corrections);
            due.map(|due| due.date.to_string())
        };
        assert_eq!(by(&orange, "01/12/2026").as_deref(), Some("01/12/2026"));
        assert_eq!(by(&orange, "02/12/2026").as_deref(), Some("02/12/2026"));
        assert_eq!(by(&orange, "03/12/2026"), None);
        // What is ticked off is done; a day that nobody named is none.
        orange.corrections[1].done = true;
        orange.corrections[2].done = true;
        next(&orange, "26/11/2026", correct(1, false), "26/11/2026", Urgency::Now);
        assert_eq!(by(&orange, "26/11/2026"), None);
        // The commune asked, so it waits for nothing of its own.
        orange.desk = Some(crate::domain::council::Desk::default());
        next(&orange, "26/11/2026", Step::Examine { dated: false }, "26/11/2026", Urgency::Now);
    }

    #[test]
    fn what_the_commune_has_received_is_examined_within_its_working_days() {
        let mut first = Dossier::new("a".into(), String::new(), first_decision().set(1).expect("set 1"));
        first.unrecognised = true;
        first.corrections = vec![Correction { text: "Ghi rõ vùng trồng".into(), ..Correction::default() }];
        let at = |state: DeskState| Desk { received: "25/11/2026".into(), state, ..Desk::default() };
        for state in [DeskState::Received, DeskState::ToCorrect] {
            first.desk = Some(at(state));
            next(&first, "26/11/2026", Step::Examine { dated: true }, "16/12/2026", Urgency::Now);
            next(&first, "17/12/2026", Step::Examine { dated: true }, "16/12/2026", Urgency::Now);
            // The day of receipt is not written down yet: still nobody hands it in.
            first.desk = Some(Desk { received: String::new(), ..at(state) });
            next(&first, "26/11/2026", Step::Examine { dated: false }, "26/11/2026", Urgency::Now);
        }
        first.desk = Some(at(DeskState::Proposed));
        next(&first, "26/11/2026", Step::Await, "29/06/2027", Urgency::Quiet);
        first.desk = Some(at(DeskState::Recognised));
        assert!(matches!(next_step(&first, date("26/11/2026")).step, Step::HandIn { .. }));
    }

    #[test]
    fn a_paper_that_ends_first_comes_first() {
        let mut tea = held(Star::Four, "01/02/2026", DossierKind::ReRating);
        let paper = |ends: &str| PaperRecord {
            id: "p".into(),
            title: "VietGAP".into(),
            holding: Holding::Have,
            valid_until: ends.into(),
            ..PaperRecord::default()
        };
        let renew = || Step::RenewPaper { title: "VietGAP".into() };
        tea.papers = vec![paper("24/02/2027")];
        next(&tea, "26/11/2026", renew(), "24/02/2027", Urgency::Soon);
        tea.papers = vec![paper("25/02/2027")];
        next(&tea, "26/11/2026", Step::AwaitWindow, "05/08/2028", Urgency::Quiet);
        tea.papers = vec![paper("25/11/2026")];
        next(&tea, "26/11/2026", renew(), "25/11/2026", Urgency::Now);
    }
}

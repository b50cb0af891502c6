use yew::prelude::*;

use super::super::reminders::milestones;
use super::lead::Pace;
use crate::domain::calendar::{Chance, Date, Round, next_rounds};
use crate::domain::decision::{Decision, Language};
use crate::domain::dossier::{Dossier, Due, agenda, round_for};
use crate::ui::components::{Icon, Milestone, Moment, icon, timeline};
use crate::words::Words;

/// When a route's work is done and which rounds it makes, from one day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The decision whose days they are.
    pub decision: &'static Decision,
    pub today: Date,
    pub pace: Pace,
    pub quick: Date,
    pub slow: Date,
    /// The rounds that matter: the next one, the first that is made if all goes quickly, and the
    /// first that is made even if it does not. None for a re-rating, and none too far ahead.
    pub rounds: Vec<Round>,
    /// The days that count for the dossier, if all goes slowly.
    pub days: Vec<Due>,
}

impl Outlook {
    pub fn of(dossier: &Dossier, today: Date, pace: Pace) -> Outlook {
        let [quick, slow] = [pace.quick, pace.slow].map(|months| today.plus_months(months.into()));
        let mut rounds: Vec<Round> = Vec::new();
        if let Some(next) = next_rounds(&dossier.set().decision().procedure, today, 1)
            .pop()
            .filter(|_| round_for(dossier, today, today).is_some())
        {
            rounds.push(next);
        }
        for round in [quick, slow].into_iter().filter_map(|ready| round_for(dossier, today, ready)) {
            if !rounds.contains(&round) {
                rounds.push(round);
            }
        }
        Outlook {
            decision: dossier.set().decision(),
            today,
            pace,
            quick,
            slow,
            rounds,
            days: agenda(dossier, today, slow),
        }
    }

    /// What happens when, in order, up to the decision on the star.
    pub fn milestones(&self, t: &'static Words, language: Language) -> Vec<Milestone> {
        let mut found = milestones(&self.days, self.today, t, language);
        if self.pace.quick < self.pace.slow {
            let label = t.when.ready_span.from(&self.quick);
            found.push(Milestone { date: self.slow, from: Some(self.quick), kind: Moment::Step, label });
        } else if self.pace.slow > 0 {
            found.push(Milestone::new(self.slow, Moment::Step, t.when.ready));
        }
        found.sort_by_key(|milestone| milestone.date);
        found
    }
}

/// Which rounds are made, the timeline, and what the dates leave out. A re-rating has its own time.
pub fn when(outlook: &Outlook, t: &'static Words, language: Language, download: Callback<MouseEvent>) -> Html {
    html! {
        <section class="card when" aria-labelledby="way-when">
            <h2 id="way-when">{ if outlook.rounds.is_empty() { t.agenda.title } else { t.when.title } }</h2>
            <ul class="rounds">for round in &outlook.rounds { { round_row(outlook, round, t) } }</ul>
            { timeline(&outlook.milestones(t, language), t.when.drawn) }
            { begin_by(outlook, t) }
            { caveats(outlook, t, language) }
            <p><button type="button" class="button" onclick={download}>{ icon(Icon::Download) }{ t.when.calendar }</button></p>
        </section>
    }
}

fn round_row(outlook: &Outlook, round: &Round, t: &'static Words) -> Html {
    let tight = t.when.tight.days(&outlook.decision.procedure.commune_working_days);
    let (class, sign, verdict) = match (round.chance(outlook.quick), round.chance(outlook.slow)) {
        (_, Chance::InTime) => ("round round-made", Icon::Check, t.when.in_time.to_owned()),
        (Chance::InTime, _) => ("round round-maybe", Icon::Clock, t.when.if_quick.to_owned()),
        (Chance::Tight, _) => ("round round-maybe", Icon::Clock, tight),
        (Chance::Missed, _) => ("round round-missed", Icon::Close, t.when.missed.to_owned()),
    };
    html! {
        <li {class}>
            <span class="round-name">{ t.when.round.date(&round.hand_in_by) }</span>
            <span class="round-verdict">{ icon(sign) }{ verdict }</span>
        </li>
    }
}

/// The day by which the longest step must begin to be sure of the first round, while it is not past.
fn begin_by(outlook: &Outlook, t: &'static Words) -> Html {
    let slow = outlook.pace.slow;
    let begin = |round: &Round| Some(round.begin_by(slow)).filter(|date| slow > 0 && *date >= outlook.today);
    let Some(date) = outlook.rounds.first().and_then(begin) else { return html! {} };
    html! { <p class="begin">{ t.when.begin_by.date_months(&date, &t.way.months.of(slow.into())) }</p> }
}

/// What the dates leave out. Shown wherever they are.
pub fn caveats(outlook: &Outlook, t: &'static Words, language: Language) -> Html {
    let pace = outlook.pace;
    let cites = &outlook.decision.cites;
    html! {
        <div class="caveats soft">
            if pace.unknown { <p>{ t.when.nothing_said }</p> } else if pace.advised { <p>{ t.when.advised }</p> }
            <p>{ t.when.holidays }</p>
            if !outlook.rounds.is_empty() {
                <p>{ t.when.extra }</p>
                <p>{ t.when.source.commune_number_rounds(&cites.commune.text(language), &outlook.decision.number, &cites.rounds.text(language)) }</p>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Star, first as first_decision};
    use crate::domain::dossier::{DossierKind, Recognised};
    use crate::words::words;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    fn first() -> Dossier {
        let mut dossier = Dossier::new("k3".into(), String::new(), first_decision().set(1).expect("set 1"));
        dossier.unrecognised = true;
        dossier
    }

    fn outlook(dossier: &Dossier, quick: u8, slow: u8) -> Outlook {
        Outlook::of(dossier, date("24/11/2026"), Pace { quick, slow, ..Pace::default() })
    }

    /// The days to hand in of the rounds that are shown.
    #[track_caller]
    fn check(outlook: &Outlook, expected: &[&str]) {
        let found: Vec<String> = outlook.rounds.iter().map(|round| round.hand_in_by.to_string()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn shows_the_next_round_and_those_that_quick_and_slow_work_makes() {
        check(&outlook(&first(), 0, 0), &["07/04/2027"]);
        check(&outlook(&first(), 2, 4), &["07/04/2027"]);
        check(&outlook(&first(), 2, 6), &["07/04/2027", "08/10/2027"]);
        // What is ready in 2028 is too far ahead to be told a day to hand in.
        check(&outlook(&first(), 6, 18), &["07/04/2027", "08/10/2027"]);
    }

    #[test]
    fn a_re_rating_is_bound_to_no_round() {
        let mut orange = first();
        orange.unrecognised = false;
        orange.kind = DossierKind::ReRating;
        orange.recognised =
            Some(Recognised { star: Some(Star::Four), date: "25/12/2023".into(), ..Recognised::default() });
        let outlook = outlook(&orange, 1, 1);
        check(&outlook, &[]);
        let drawn = outlook.milestones(words(Language::Vi), Language::Vi);
        let dates: Vec<String> = drawn.iter().map(|milestone| milestone.date.to_string()).collect();
        assert_eq!(dates, ["24/11/2026", "24/12/2026", "25/12/2026", "29/01/2027", "23/06/2027"]);
    }

    #[test]
    fn milestones_stand_in_the_order_of_their_days() {
        let t = words(Language::Vi);
        for (quick, slow) in [(0, 0), (1, 1), (2, 9), (12, 36), (0, 120)] {
            let found = outlook(&first(), quick, slow).milestones(t, Language::Vi);
            assert!(found.windows(2).all(|pair| pair[0].date <= pair[1].date), "{found:?}");
        }
        let mut aiming = first();
        aiming.plan.target = Some(Star::Five);
        let five = outlook(&aiming, 1, 1).milestones(t, Language::Vi);
        let dates: Vec<String> = five.iter().map(|milestone| milestone.date.to_string()).collect();
        assert_eq!(dates, ["24/11/2026", "24/12/2026", "07/04/2027", "29/06/2027", "29/07/2027", "29/09/2027"]);
    }
}

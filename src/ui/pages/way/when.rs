use yew::prelude::*;

use super::lead::Pace;
use crate::domain::calendar::{Chance, Date, Event as Reminder, Round, Schedule, next_rounds};
use crate::domain::decision::Procedure;
use crate::domain::decision::Star;
use crate::ui::components::{Icon, Milestone, Moment, icon, timeline};
use crate::words::Words;

/// When a route's work is done and which rounds it makes, from one day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    pub today: Date,
    pub pace: Pace,
    pub quick: Date,
    pub slow: Date,
    /// The rounds that matter: the next one, the first that is made if all goes quickly, and the
    /// first that is made even if it does not.
    pub rounds: Vec<Round>,
    /// The round that is made even if all goes slowly.
    pub sure: Option<Round>,
}

impl Outlook {
    pub fn of(procedure: &Procedure, today: Date, pace: Pace) -> Outlook {
        let done = |months| Schedule::of(procedure, today, Some(months));
        let (quick, slow) = (done(pace.quick), done(pace.slow));
        let mut rounds: Vec<Round> = next_rounds(procedure, today, 1);
        for round in [quick.round, slow.round].into_iter().flatten() {
            if !rounds.contains(&round) {
                rounds.push(round);
            }
        }
        Outlook { today, pace, quick: quick.ready, slow: slow.ready, rounds, sure: slow.round }
    }

    /// What happens when, in order, up to the decision on the star.
    pub fn milestones(&self, target: Star, t: &'static Words) -> Vec<Milestone> {
        let mut found = vec![Milestone::new(self.today, Moment::Today, t.when.today)];
        if self.pace.quick < self.pace.slow {
            let label = t.when.ready_span.from(&self.quick);
            found.push(Milestone { date: self.slow, from: Some(self.quick), kind: Moment::Step, label });
        } else if self.pace.slow > 0 {
            found.push(Milestone::new(self.slow, Moment::Step, t.when.ready));
        }
        if let Some(round) = self.sure {
            found.push(Milestone::new(round.hand_in_by, Moment::Deadline, t.when.hand_in));
            found.push(Milestone::new(round.province_by, Moment::Step, t.when.province));
            if target == Star::Five {
                found.push(Milestone::new(round.centre.province_by, Moment::Step, t.when.centre_proposed));
                found.push(Milestone::new(round.centre.centre_by, Moment::Step, t.when.centre));
            }
        }
        found
    }

    /// The same for a calendar, without today.
    pub fn events(&self, id: &str, name: &str, target: Star, t: &'static Words) -> Vec<Reminder> {
        let event = |what: &str, date: Date, title: String, alarms: &[u16]| Reminder {
            uid: format!("{id}-{what}@ocop"),
            date,
            title,
            description: t.when.event_text.to_owned(),
            alarms: alarms.to_vec(),
        };
        let mut events = Vec::new();
        if self.pace.slow > 0 {
            events.push(event("ready", self.slow, t.when.event_ready.n_name(&u8::from(target), &name), &[30, 7]));
        }
        if let Some(round) = self.sure {
            events.push(event("hand-in", round.hand_in_by, t.when.event_hand_in.name(&name), &[60, 30, 7, 1]));
            events.push(event("province", round.province_by, t.when.event_province.name(&name), &[0]));
            if target == Star::Five {
                events.push(event("centre", round.centre.centre_by, t.when.event_centre.name(&name), &[0]));
            }
        }
        events
    }
}

/// Which rounds are made, the timeline, and what the dates leave out.
pub fn when(outlook: &Outlook, target: Star, t: &'static Words, download: Callback<MouseEvent>) -> Html {
    html! {
        <section class="card when" aria-labelledby="way-when">
            <h2 id="way-when">{ t.when.title }</h2>
            <ul class="rounds">for round in &outlook.rounds { { round_row(outlook, round, t) } }</ul>
            { timeline(&outlook.milestones(target, t), t.when.drawn) }
            { begin_by(outlook, t) }
            { caveats(outlook, t) }
            <p><button type="button" class="button" onclick={download}>{ icon(Icon::Download) }{ t.when.calendar }</button></p>
        </section>
    }
}

fn round_row(outlook: &Outlook, round: &Round, t: &'static Words) -> Html {
    let (class, sign, verdict) = match (round.chance(outlook.quick), round.chance(outlook.slow)) {
        (_, Chance::InTime) => ("round round-made", Icon::Check, t.when.in_time),
        (Chance::InTime, _) => ("round round-maybe", Icon::Clock, t.when.if_quick),
        (Chance::Tight, _) => ("round round-maybe", Icon::Clock, t.when.tight),
        (Chance::Missed, _) => ("round round-missed", Icon::Close, t.when.missed),
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
pub fn caveats(outlook: &Outlook, t: &'static Words) -> Html {
    let pace = outlook.pace;
    html! {
        <div class="caveats soft">
            if pace.unknown { <p>{ t.when.nothing_said }</p> } else if pace.advised { <p>{ t.when.advised }</p> }
            <p>{ t.when.holidays }</p>
            <p>{ t.when.extra }</p>
            <p>{ t.when.source }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Language, first};
    use crate::words::words;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
    }

    fn outlook(today: &str, quick: u8, slow: u8) -> Outlook {
        Outlook::of(&first().procedure, date(today), Pace { quick, slow, ..Pace::default() })
    }

    /// The days to hand in of the rounds that are shown.
    #[track_caller]
    fn check(outlook: &Outlook, expected: &[&str]) {
        let found: Vec<String> = outlook.rounds.iter().map(|round| round.hand_in_by.to_string()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn shows_the_next_round_and_those_that_quick_and_slow_work_makes() {
        check(&outlook("24/11/2026", 0, 0), &["07/04/2027"]);
        check(&outlook("24/11/2026", 2, 4), &["07/04/2027"]);
        check(&outlook("24/11/2026", 2, 6), &["07/04/2027", "08/10/2027"]);
        check(&outlook("24/11/2026", 6, 18), &["07/04/2027", "08/10/2027", "06/10/2028"]);
        // 24 March is in time, 24 May is not.
        assert_eq!(outlook("24/11/2026", 2, 6).sure.map(|round| round.hand_in_by), Some(date("08/10/2027")));
    }

    #[test]
    fn milestones_stand_in_the_order_of_their_days() {
        let t = words(Language::Vi);
        for (quick, slow) in [(0, 0), (1, 1), (2, 9), (12, 36), (0, 120)] {
            for target in [Star::Three, Star::Five] {
                let found = outlook("31/08/2026", quick, slow).milestones(target, t);
                assert!(found.windows(2).all(|pair| pair[0].date <= pair[1].date), "{found:?}");
            }
        }
        let five = outlook("24/11/2026", 1, 1).milestones(Star::Five, t);
        let dates: Vec<String> = five.iter().map(|milestone| milestone.date.to_string()).collect();
        assert_eq!(dates, ["24/11/2026", "24/12/2026", "07/04/2027", "29/06/2027", "29/07/2027", "29/09/2027"]);
    }

    #[test]
    fn the_calendar_keeps_the_day_to_hand_in_with_reminders() {
        let events = outlook("24/11/2026", 1, 1).events("k3", "Cam", Star::Four, words(Language::Vi));
        let hand_in = events.iter().find(|event| event.date == date("07/04/2027")).expect("the day to hand in");
        assert!(hand_in.title.contains("Cam") && !hand_in.alarms.is_empty());
        let mut names: Vec<&str> = events.iter().map(|event| event.uid.as_str()).collect();
        names.dedup();
        assert_eq!(names.len(), events.len());
    }
}

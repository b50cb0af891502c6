use std::rc::Rc;

use super::display_name;
use crate::domain::calendar::{Date, Event};
use crate::domain::decision::{Guide, Language};
use crate::domain::dossier::{Day, Dossier, Due, agenda};
use crate::ui::components::{Milestone, Moment, paper_name};
use crate::ui::hooks::AppHandle;
use crate::words::Words;

/// The days of a product that count, for a calendar: none that is past.
pub fn reminders(app: &AppHandle, dossier: &Dossier, today: Date, ready: Date) -> Vec<Event> {
    events(dossier, app.guide.as_ref(), today, ready, app.t(), app.language)
}

fn events(
    dossier: &Dossier,
    guide: Option<&Rc<Guide>>,
    today: Date,
    ready: Date,
    t: &'static Words,
    language: Language,
) -> Vec<Event> {
    let name = display_name(dossier, t, language);
    let days = agenda(dossier, today, ready);
    let mut events: Vec<Event> = days
        .iter()
        // Nobody files what is only followed.
        .filter(|due| !(due.what.is_of_round() && dossier.is_followed()))
        .map(|due| {
            let what = day_text(dossier, &due.what, guide, t, language);
            reminder(dossier, due, format!("{name}: {what}"), today, t, language)
        })
        .collect();
    // The work of the plan, where it takes time and not years.
    if ready > today && ready <= today.plus_months(18) {
        let uid = format!("{}-ready@ocop", dossier.id);
        let title = format!("{name}: {}", t.when.ready);
        events.push(Event {
            uid,
            date: ready,
            title,
            description: t.when.event_text.number(&dossier.set().decision().number),
            alarms: vec![30, 7],
        });
    }
    events
}

/// What a day is, with the name of the paper that ends.
pub fn day_text(
    dossier: &Dossier,
    day: &Day,
    guide: Option<&Rc<Guide>>,
    t: &'static Words,
    language: Language,
) -> String {
    let paper = match day {
        Day::PaperEnds(id) => dossier.papers.iter().find(|paper| paper.id == *id),
        _ => None,
    };
    let text = day.text(language);
    paper.map_or_else(|| text.to_owned(), |paper| format!("{text}: {}", paper_name(paper, guide, t)))
}

/// A day for the calendar. What it would remind of before today is left out.
fn reminder(dossier: &Dossier, due: &Due, title: String, today: Date, t: &'static Words, language: Language) -> Event {
    let description = match &due.what {
        Day::Prolonged => t.agenda.prolonged_text.prolonging(&dossier.set().decision().cites.prolonging.text(language)),
        // A paper ends on the day that stands on it, and the commune says its own; the Decision says nothing of either.
        Day::PaperEnds(_) | Day::Corrections => title.clone(),
        _ => t.when.event_text.number(&dossier.set().decision().number),
    };
    let ahead = |days: &u16| due.date.plus_days(-i32::from(*days)) > today;
    Event {
        uid: format!("{}-{}@ocop", dossier.id, due.what.key()),
        date: due.date,
        title,
        description,
        alarms: due.what.alarms().iter().copied().filter(ahead).collect(),
    }
}

/// The same days within 18 months, and today, as they are drawn. Papers have their own list.
pub fn milestones(days: &[Due], today: Date, t: &'static Words, language: Language) -> Vec<Milestone> {
    let mut found = vec![Milestone::new(today, Moment::Today, t.when.today)];
    let limit = today.plus_months(18);
    for due in days.iter().filter(|due| due.date <= limit && !matches!(due.what, Day::PaperEnds(_))) {
        let kind = if due.what.is_last_day() { Moment::Deadline } else { Moment::Step };
        found.push(Milestone::new(due.date, kind, due.what.text(language)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Star, first as first_decision};
    use crate::domain::dossier::{DossierKind, Recognised};
    use crate::words::words;

    #[test]
    fn the_calendar_of_the_orange_has_its_days_and_none_that_is_past() {
        let mut orange = Dossier::new("k3".into(), String::new(), first_decision().set(1).expect("set 1"));
        orange.kind = DossierKind::ReRating;
        orange.recognised =
            Some(Recognised { star: Some(Star::Four), date: "25/12/2023".into(), ..Recognised::default() });
        let today = Date::parse("26/11/2026").expect("a day");
        let events = events(&orange, None, today, today, words(Language::Vi), Language::Vi);
        let days: Vec<String> = events.iter().map(|event| event.date.to_string()).collect();
        assert_eq!(days, ["25/12/2026", "31/01/2027", "23/06/2027"]);
        assert!(events[2].description.contains("Điều 12"), "{:?}", events[2]);
        let mut names: Vec<&str> = events.iter().map(|event| event.uid.as_str()).collect();
        names.dedup();
        assert_eq!(names.len(), events.len());
    }

    #[test]
    fn the_calendar_calls_nobody_to_a_round_for_a_product_that_is_only_followed() {
        let mut tea = Dossier::new("k4".into(), String::new(), first_decision().set(1).expect("set 1"));
        let held = Recognised { star: Some(Star::Four), date: "01/02/2026".into(), ..Recognised::default() };
        tea.recognised = Some(Recognised { listed: true, ..held });
        tea.kind = DossierKind::Upgrade;
        let today = Date::parse("26/11/2026").expect("a day");
        let days = |tea: &Dossier| -> Vec<String> {
            let events = events(tea, None, today, today, words(Language::Vi), Language::Vi);
            events.iter().map(|event| event.date.to_string()).collect()
        };
        let of_certificate = ["05/08/2028", "04/10/2028", "01/02/2029"];
        assert_eq!(days(&tea), of_certificate);
        tea.choose_kind(DossierKind::Upgrade);
        assert_eq!(days(&tea)[..2], ["07/04/2027", "29/06/2027"]);
        assert!(days(&tea).ends_with(&of_certificate.map(str::to_owned)));
    }
}

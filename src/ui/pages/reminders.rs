use super::display_name;
use crate::domain::calendar::{Date, Event};
use crate::domain::decision::Language;
use crate::domain::dossier::{Day, Dossier, Due, agenda};
use crate::ui::components::{Milestone, Moment};
use crate::words::Words;

/// The days of a product that count, for a calendar: none that is past.
pub fn reminders(dossier: &Dossier, today: Date, ready: Date, t: &'static Words, language: Language) -> Vec<Event> {
    let name = display_name(dossier, t, language);
    let days = agenda(dossier, today, ready);
    let mut events: Vec<Event> = days.iter().map(|due| reminder(dossier, due, &name, t, language)).collect();
    // The work of the plan, where it takes time and not years.
    if ready > today && ready <= today.plus_months(18) {
        let uid = format!("{}-ready@ocop", dossier.id);
        let title = format!("{name}: {}", t.when.ready);
        events.push(Event { uid, date: ready, title, description: t.when.event_text.to_owned(), alarms: vec![30, 7] });
    }
    events
}

fn reminder(dossier: &Dossier, due: &Due, name: &str, t: &'static Words, language: Language) -> Event {
    let what = match &due.what {
        Day::PaperEnds(id) => {
            let title = dossier.papers.iter().find(|paper| paper.id == *id).map_or("", |paper| paper.title.trim());
            format!("{} {title}", due.what.text(language))
        }
        what => what.text(language).to_owned(),
    };
    Event {
        uid: format!("{}-{}@ocop", dossier.id, due.what.key()),
        date: due.date,
        title: format!("{name}: {what}"),
        description: if due.what == Day::Prolonged { t.agenda.prolonged_text } else { t.when.event_text }.to_owned(),
        alarms: due.what.alarms().to_vec(),
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
        let events = reminders(&orange, today, today, words(Language::Vi), Language::Vi);
        let days: Vec<String> = events.iter().map(|event| event.date.to_string()).collect();
        assert_eq!(days, ["25/12/2026", "31/01/2027", "23/06/2027"]);
        assert!(events[2].description.contains("Điều 12"), "{:?}", events[2]);
        let mut names: Vec<&str> = events.iter().map(|event| event.uid.as_str()).collect();
        names.dedup();
        assert_eq!(names.len(), events.len());
    }
}

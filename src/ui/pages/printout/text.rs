use super::Plan;
use crate::ui::hooks::leads;
use crate::ui::pages::{display_name, set_line};

/// The plan as plain text, for a chat.
pub fn text(plan: &Plan) -> String {
    let (t, dossier) = (plan.t, plan.dossier);
    let n = u8::from(plan.target);
    let mut lines = vec![
        t.plan.title.n(&n).to_uppercase(),
        display_name(dossier, t, plan.language),
        set_line(dossier, t, plan.language),
        t.plan.made.date(&plan.outlook.today),
        String::new(),
    ];
    match plan.route {
        Some(route) => {
            let steps = t.way.steps.of(route.steps.len());
            lines.push(t.way.total.from_steps_to(&dossier.rating().total.0, &steps, &route.reaches.total.0));
            for (place, step) in route.steps.iter().enumerate() {
                let criterion = &dossier.set().criteria[step.position];
                let note = super::steps::note(plan, step);
                lines.push(t.plan.text_step.box_code_level_no_points_title(
                    &if note.done { "☑" } else { "☐" },
                    &criterion.code,
                    &criterion.ladder.labels[step.to_level].get(plan.language),
                    &(place + 1),
                    &(step.adds.0 + step.wakes.0),
                    &criterion.wording.title.get(plan.language),
                ));
                if !note.who.trim().is_empty() {
                    lines.push(t.plan.text_who.who(&note.who.trim()));
                }
                if !note.until.trim().is_empty() {
                    lines.push(t.plan.text_until.until(&note.until.trim()));
                }
            }
        }
        None => lines.push((if is_reached(plan) { t.plan.nothing } else { t.plan.no_way }).n(&n)),
    }
    lines.push(String::new());
    if plan.route.is_some() || is_reached(plan) {
        for milestone in plan.outlook.milestones(t, plan.language) {
            lines.push(format!("{}: {}", milestone.label, milestone.date));
        }
        lines.push(t.when.holidays.to_owned());
        lines.push(String::new());
    }
    if leads(plan.link) {
        lines.push(t.plan.text_link.link(&plan.link));
    }
    lines.push(t.plan.provisional.number(&dossier.set().decision().number));
    lines.join("\n")
}

fn is_reached(plan: &Plan) -> bool {
    plan.dossier.rating().star.is_some_and(|star| star >= plan.target)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::domain::calendar::Date;
    use crate::domain::decision::{Language, Star, first};
    use crate::domain::dossier::{Dossier, Field, StepNote};
    use crate::domain::rating::Answer;
    use crate::domain::way::{Costs, Way, way_to};
    use crate::ui::pages::way::{Outlook, Pace};
    use crate::words::words;

    #[test]
    fn names_target_steps_who_until_dates_and_link() {
        let set = first().set(1).expect("set 1");
        let mut dossier = Dossier::new("k3".into(), String::new(), set);
        dossier.fields.set(Field::ProductName, "Cam sành".into());
        for (position, criterion) in set.criteria.iter().enumerate() {
            let best = u8::try_from(criterion.best_level()).expect("few levels");
            dossier.assessment.set_answer(position, Answer::Level(best));
        }
        let linkage = set.position("1.5").expect("1.5");
        dossier.assessment.set_answer(linkage, Answer::Level(0));
        let note = StepNote { who: "Chị Lan".into(), until: "3/2027".into(), done: true };
        dossier.plan.steps.insert("1.5".into(), note);
        dossier.plan.target = Some(Star::Five);
        let way = way_to(&dossier.assessment, Star::Five, &Costs::default());
        let Way::Route(route) = &way else { panic!("{way:?}") };
        let today = Date::parse("24/11/2026").expect("a day");
        let outlook = Outlook::of(&dossier, today, Pace { quick: 1, slow: 2, ..Pace::default() });
        let plan = Plan {
            dossier: &Rc::new(dossier),
            target: Star::Five,
            route: Some(route),
            outlook: &outlook,
            link: "https://example.vn/#/s/1abc",
            language: Language::Vi,
            t: words(Language::Vi),
        };
        let text = text(&plan);
        for part in ["5 SAO", "Cam sành", "☑ 1. 1.5", "Chị Lan", "3/2027", "07/04/2027", "29/09/2027", "#/s/1abc"]
        {
            assert!(text.contains(part), "{part} is missing from\n{text}");
        }
    }
}

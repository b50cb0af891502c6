use yew::prelude::*;

use crate::domain::calendar::Date;

/// A day on a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    pub date: Date,
    /// Where it is the end of a span: the span's first day.
    pub from: Option<Date>,
    pub kind: Moment,
    pub label: String,
}

/// What a day is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Today,
    /// Something that comes about.
    Step,
    /// A last day.
    Deadline,
}

impl Milestone {
    pub fn new(date: Date, kind: Moment, label: &str) -> Milestone {
        Milestone { date, from: None, kind, label: label.to_owned() }
    }
}

impl Moment {
    fn class(self) -> &'static str {
        match self {
            Moment::Today => "moment-today",
            Moment::Step => "moment-step",
            Moment::Deadline => "moment-deadline",
        }
    }
}

/// Units across, and the room for half a dot at both ends.
const WIDTH: i32 = 340;
const EDGE: i32 = 11;
/// Dots stand at least so far apart, even where their days are close.
const APART: i32 = 19;

/// Days drawn to scale, each with a number, and below them the same numbers with date and words. The
/// milestones are in the order of their days.
pub fn timeline(milestones: &[Milestone], title: &str) -> Html {
    let places = places(milestones);
    html! {
        <div class="timeline" role="group" aria-label={title.to_owned()}>
            <svg viewBox="0 0 340 46" aria-hidden="true" focusable="false">
                <path class="timeline-line" d={format!("M{EDGE} 14H{}", WIDTH - EDGE)} />
                for (x, label) in ticks(milestones) {
                    <path class="timeline-tick" d={format!("M{x} 26v5")} />
                    <text class="timeline-text" x={x.to_string()} y="42" text-anchor="middle">{ label }</text>
                }
                for (milestone, x) in milestones.iter().zip(&places) {
                    if let Some(from) = milestone.from {
                        <path class={classes!("timeline-span", milestone.kind.class())}
                            d={format!("M{} 14H{x}", place(milestones, from).min(*x))} />
                    }
                }
                for (no, (milestone, x)) in milestones.iter().zip(&places).enumerate() {
                    <circle class={classes!("timeline-dot", milestone.kind.class())} cx={x.to_string()} cy="14" r="9" />
                    <text class={classes!("timeline-no", milestone.kind.class())} x={x.to_string()} y="18" text-anchor="middle">{ no + 1 }</text>
                }
            </svg>
            <ol class="timeline-list">
                for (no, milestone) in milestones.iter().enumerate() {
                    <li class={milestone.kind.class()}>
                        <span class="timeline-mark" aria-hidden="true">{ no + 1 }</span>
                        <span class="timeline-label">{ &milestone.label }</span>
                        <span class="timeline-date">{ milestone.date.to_string() }</span>
                    </li>
                }
            </ol>
        </div>
    }
}

/// Where the dots stand: to scale, but never on top of each other.
fn places(milestones: &[Milestone]) -> Vec<i32> {
    let mut places: Vec<i32> = milestones.iter().map(|milestone| place(milestones, milestone.date)).collect();
    for at in 1..places.len() {
        places[at] = places[at].max(places[at - 1] + APART);
    }
    let mut limit = WIDTH - EDGE;
    for place in places.iter_mut().rev() {
        *place = (*place).min(limit);
        limit = *place - APART;
    }
    places
}

/// A day to scale.
fn place(milestones: &[Milestone], date: Date) -> i32 {
    let (Some(first), Some(last)) = (milestones.first(), milestones.last()) else { return EDGE };
    let days = first.date.days_until(last.date).max(1);
    EDGE + (WIDTH - 2 * EDGE) * first.date.days_until(date).clamp(0, days) / days
}

/// First days of months, as many as have room: a label is some 44 units wide.
fn ticks(milestones: &[Milestone]) -> Vec<(i32, String)> {
    let (Some(first), Some(last)) = (milestones.first(), milestones.last()) else { return Vec::new() };
    let months =
        (last.date.year() - first.date.year()) * 12 + i32::from(last.date.month()) - i32::from(first.date.month());
    let every = [1, 2, 3, 6, 12, 24, 48].into_iter().find(|every| months / every < 6).unwrap_or(120);
    (0..=months)
        .filter_map(|later| {
            let month = i32::from(first.date.month()) - 1 + later;
            let date = Date::new(first.date.year() + month / 12, (month % 12) as u8 + 1, 1)?;
            let shown = (month % every == 0) && date >= first.date;
            let x = place(milestones, date);
            let room = (EDGE + 8..=WIDTH - EDGE - 8).contains(&x);
            (shown && room).then(|| (x, format!("{}/{}", date.month(), date.year())))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milestones(dates: &[&str]) -> Vec<Milestone> {
        let date = |text: &&str| Date::parse(text).expect("a day");
        dates.iter().map(|text| Milestone::new(date(text), Moment::Step, "")).collect()
    }

    #[test]
    fn dots_stand_in_order_within_the_picture_even_on_one_day() {
        let cases: [&[&str]; 5] = [
            &["24/11/2026"],
            &["24/11/2026", "24/11/2026", "24/11/2026"],
            &["24/11/2026", "07/04/2027", "29/06/2027"],
            &["24/11/2026", "25/11/2029", "26/11/2029", "27/11/2029", "28/11/2029"],
            &["01/01/2026", "02/01/2026", "03/01/2026", "04/01/2026", "01/01/2030"],
        ];
        for dates in cases {
            let places = places(&milestones(dates));
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= APART), "{dates:?}: {places:?}");
            assert!(places.iter().all(|x| (EDGE..=WIDTH - EDGE).contains(x)), "{dates:?}: {places:?}");
        }
    }

    #[test]
    fn month_labels_have_room() {
        for last in ["25/12/2026", "29/06/2027", "29/09/2028", "15/06/2031", "15/06/2040"] {
            let ticks = ticks(&milestones(&["24/11/2026", last]));
            assert!(ticks.len() <= 6, "{last}: {ticks:?}");
            assert!(ticks.windows(2).all(|pair| pair[1].0 - pair[0].0 >= 40), "{last}: {ticks:?}");
        }
    }
}

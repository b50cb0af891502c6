use std::rc::Rc;

use yew::prelude::*;

use super::display_name;
use super::reminders::{day_text, reminders};
use crate::domain::calendar::Date;
use crate::domain::dossier::{Day, Dossier, agenda};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, download_all_calendar};
use crate::ui::route::{Page, Route};

/// Months drawn.
const MONTHS: i32 = 18;
/// Units across, and the room for half a dot at both ends.
const WIDTH: i32 = 340;
const EDGE: i32 = 11;
/// So many days are listed before the list is folded.
const LISTED: usize = 6;

/// A day of one of the products.
struct Entry<'a> {
    date: Date,
    dossier: &'a Rc<Dossier>,
    what: Day,
}

impl Entry<'_> {
    fn presses(&self) -> bool {
        self.what.presses(self.dossier)
    }
}

/// The days of all products within 18 months, drawn and as a list, and one calendar file of them all.
pub fn days_of_all(app: &AppHandle, dossiers: &[Rc<Dossier>], today: Date) -> Html {
    let t = app.t();
    let limit = today.plus_months(MONTHS);
    let mut entries: Vec<Entry> = Vec::new();
    for dossier in dossiers {
        let days = agenda(dossier, today, today).into_iter().filter(|due| due.date <= limit);
        entries.extend(days.map(|due| Entry { date: due.date, dossier, what: due.what }));
    }
    entries.sort_by_key(|entry| entry.date);
    if entries.is_empty() {
        return html! {};
    }
    let download = {
        let (app, dossiers) = (app.clone(), dossiers.to_vec());
        Callback::from(move |_: MouseEvent| {
            let all = dossiers.iter().flat_map(|dossier| reminders(&app, dossier, today, today));
            download_all_calendar(app.t().products.calendar_name, &all.collect::<Vec<_>>());
        })
    };
    let row = |entry: &Entry| {
        let what = day_text(entry.dossier, &entry.what, app.guide.as_ref(), t, app.language);
        html! {
            <li class={classes!("day-row", entry.presses().then_some("day-last"))}>
                <span class="day-date">{ entry.date.to_string() }</span>
                <a href={Route::dossier(&entry.dossier.id, Page::Tasks).href()} lang={super::name_lang(entry.dossier)}>{ display_name(entry.dossier, t, app.language) }</a>
                <span class="soft">{ what }</span>
            </li>
        }
    };
    html! {
        <section class="card all-days" aria-labelledby="all-days">
            <h2 id="all-days">{ t.products.days }</h2>
            { drawn(&entries, today) }
            <ol class="plain day-rows">for entry in entries.iter().take(LISTED) { { row(entry) } }</ol>
            if entries.len() > LISTED {
                <details class="fold">
                    <summary>{ t.products.more_days.of(entries.len() - LISTED) }</summary>
                    <ol class="plain day-rows">for entry in entries.iter().skip(LISTED) { { row(entry) } }</ol>
                </details>
            }
            <p><button type="button" class="button" onclick={download}>{ icon(Icon::Download) }{ t.products.calendar }</button></p>
        </section>
    }
}

/// The next 18 months as a line with a dot for each day; months below it.
fn drawn(entries: &[Entry], today: Date) -> Html {
    let days = today.days_until(today.plus_months(MONTHS)).max(1);
    let place = |date: Date| EDGE + (WIDTH - 2 * EDGE) * today.days_until(date).clamp(0, days) / days;
    let ticks = (1..=MONTHS).filter(|month| month % 3 == 0).filter_map(|month| {
        let date = today.plus_months(month);
        let first = Date::new(date.year(), date.month(), 1)?;
        Some((place(first), format!("{}/{:02}", first.month(), first.year() % 100)))
    });
    html! {
        <svg class="all-days-line" viewBox="0 0 340 44" aria-hidden="true" focusable="false">
            <path class="timeline-line" d={format!("M{EDGE} 14H{}", WIDTH - EDGE)} />
            for (x, label) in ticks {
                <path class="timeline-tick" d={format!("M{x} 22v5")} />
                <text class="timeline-text" x={x.to_string()} y="38" text-anchor="middle">{ label }</text>
            }
            for entry in entries {
                <circle class={classes!("timeline-dot", if entry.presses() { "moment-deadline" } else { "moment-step" })}
                    cx={place(entry.date).to_string()} cy="14" r="6" />
            }
        </svg>
    }
}

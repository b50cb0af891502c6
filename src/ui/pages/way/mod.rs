//! The lawful way to a star: what to raise, when it is done, what else there is.

mod alternatives;
mod certificate;
mod effort;
mod from_council;
mod gains;
mod lead;
mod no_way;
mod note;
mod papers;
mod reach;
mod steps;
mod target;
mod view;
mod when;

pub use from_council::FromCouncil;
pub use lead::Pace;
pub use note::noting;
pub use target::target_of;
pub use when::{Outlook, caveats};

use std::rc::Rc;

use yew::prelude::*;

use self::view::{Gone, Panel, View};
use super::display_name;
use super::frame::Frame;
use super::kept_trial::TakeBack;
use super::reminders::reminders;
use crate::domain::decision::{Bands, Star, StarMinimum};
use crate::domain::dossier::Dossier;
use crate::domain::rating::Rating;
use crate::domain::way::{Costs, Steps, Way, alternatives, way_to};
use crate::ui::components::{Icon, Stars, icon, standing_line};
use crate::ui::hooks::{download_calendar, rating_of, use_app, use_day, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct WayProps {
    pub dossier: Rc<Dossier>,
    /// The answers are those of a sitting of several scorers, and not the applicant's.
    #[prop_or_default]
    pub from_council: bool,
}

/// The way to the next star.
#[component]
pub fn WayPage(props: &WayProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let rating = rating_of(dossier);
    let target = target_of(dossier, &rating);
    let title = t.way.title.n(&u8::from(target));
    use_title(title.clone());
    let open = use_state_eq(|| None::<Panel>);
    let gone = use_state_eq(|| None::<Gone>);
    let all_gains = use_state_eq(|| false);
    let today = use_day();
    let costs = Costs::of(dossier.set(), &dossier.plan);
    let way = way_to(&dossier.assessment, target, &costs);
    let view = View { app: &app, dossier, t, language, costs: &costs, open: &open, target, gone: &gone };

    let pace = match &way {
        Way::Route(route) => Pace::of(dossier, app.guide.as_deref(), route),
        Way::Already | Way::NoWay(_) => Pace::default(),
    };
    let in_the_way = match &way {
        Way::NoWay(none) => no_way::locks(&view, none),
        Way::Already | Way::Route(_) => Vec::new(),
    };
    let others = match &way {
        Way::Route(route) => alternatives(&dossier.assessment, target, &costs, route),
        Way::Already | Way::NoWay(_) => Vec::new(),
    };
    let outlook = Outlook::of(dossier, today, pace);
    let download = {
        let (app, dossier, ready) = (app.clone(), dossier.clone(), outlook.slow);
        Callback::from(move |_: MouseEvent| {
            let name = display_name(&dossier, t, language);
            let events = reminders(&app, &dossier, today, ready);
            download_calendar(&dossier, &t.when.calendar_name.name(&name), &events);
        })
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Try).href()}>{ t.way.to_try }</a>
            <a class="button button-act" href={Route::dossier(&dossier.id, Page::Plan).href()}>{ icon(Icon::Print) }{ t.way.to_plan }</a>
        </>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-way" {actions}>
            <div class="way-head">
                <h1 id="page-title" tabindex="-1">{ title }</h1>
                { standing_line(dossier.standing(), None, today, t) }
                { from_council::begins_from(&app, dossier, props.from_council) }
                <TakeBack dossier={dossier.clone()} />
                { target::targets(&view, &rating, target) }
            </div>
            <div class="way-main">
                { match &way {
                    Way::Already => already(&view, target),
                    Way::NoWay(none) => no_way::no_way(&view, none, target, rating.star),
                    Way::Route(route) => on_the_way(&view, &rating, route, !others.is_empty()),
                } }
                { reach::reachable(&view, today) }
                { effort::locked(&view, &in_the_way) }
            </div>
            <aside class="way-side">
                { certificate::certificate(&view, today) }
                // No round is in time for what cannot be reached.
                if !matches!(way, Way::NoWay(_)) { { when::when(&outlook, t, language, download) } }
            </aside>
            <div class="way-more">
                if let Way::Route(route) = &way {
                    { alternatives::others(&view, target, route, &others) }
                }
                { gains::table(&view, &all_gains, matches!(way, Way::Route(_))) }
                <p class="provisional">{ t.way.provisional }</p>
            </div>
        </Frame>
    }
}

fn already(view: &View, target: Star) -> Html {
    html! {
        <p class="note note-done" id="way-summary" tabindex="-1">
            { view.t.way.nothing_needed.n(&u8::from(target)) }
        </p>
    }
}

fn on_the_way(view: &View, rating: &Rating, route: &Steps, has_others: bool) -> Html {
    let t = view.t;
    let count = view.set().criteria.len() - rating.answered;
    let open = view.dossier.assessment.iter().find(|(_, _, answer)| !answer.is_answered());
    html! {
        <>
            { summary(t, rating, route) }
            if let Some((position, _, _)) = open {
                <p class="note">{ t.way.open_first.of(count) }{ " " }<a href={view.href(position)}>{ t.way.answer_first }</a></p>
            }
            { steps::steps(view, route) }
            // Where every step is a must, there is nothing to do without.
            if has_others { <p class="soft lock-hint">{ icon(Icon::LockOpen) }{ t.way.lock_hint }</p> }
        </>
    }
}

/// How many steps there are, and the stars and points before and after them, drawn.
pub fn summary(t: &'static Words, rating: &Rating, route: &Steps) -> Html {
    let (from, to) = (rating.total.0, route.reaches.total.0);
    let steps = t.way.steps.of(route.steps.len());
    // An empty dossier has no star to show.
    let now = rating.star.filter(|_| rating.answered > 0);
    let stars =
        |star: Option<Star>| star.map_or(t.stars.none.to_owned(), |star| t.stars.count.of(u8::from(star).into()));
    let before = if rating.answered == 0 { t.stars.not_yet.to_owned() } else { stars(rating.star) };
    let picture = t.way.before_after.after_before_from_to(&stars(route.reaches.star), &before, &from, &to);
    html! {
        <section class="card way-summary" aria-labelledby="way-summary">
            <h2 id="way-summary" tabindex="-1">
                <span aria-live="polite">{ t.way.total.from_steps_to(&from, &steps, &to) }</span>
            </h2>
            <div class="before-after" role="img" aria-label={picture}>
                <p><Stars now={now} best={None} /><span class="arrow">{ icon(Icon::Next) }</span><Stars now={route.reaches.star} best={None} /></p>
                { scale(rating.bands, from, to) }
            </div>
        </section>
    }
}

/// The scale of 0 to 100: solid as it is, lighter what the steps add.
fn scale(bands: Bands, from: u8, to: u8) -> Html {
    html! {
        <svg class="gain-scale" viewBox="0 0 320 40" aria-hidden="true" focusable="false">
            <rect class="scale-ground" x="0" y="4" width="320" height="12" rx="6" />
            <rect class="scale-gain" x="0" y="4" width={across(to)} height="12" rx="6" />
            <rect class="scale-now" x="0" y="4" width={across(from)} height="12" rx="6" />
            for star in StarMinimum::ALL.map(StarMinimum::star) {
                <rect class="scale-tick" x={across(bands.least(star).0)} y="1" width="1.500" height="18" />
                <text class="timeline-text" x={across(bands.least(star).0)} y="33" text-anchor="middle">{ format!("{} · {}★", bands.least(star).0, u8::from(star)) }</text>
            }
        </svg>
    }
}

/// Points on a scale of 320 units.
fn across(points: u8) -> String {
    (u32::from(points.min(100)) * 32 / 10).to_string()
}

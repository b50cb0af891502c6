use yew::prelude::*;

use super::effort::unlock_button;
use super::view::View;
use crate::domain::decision::{Star, StarMinimum};
use crate::domain::rating::KnockOut;
use crate::domain::way::{NoWay, Obstacle};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::route::{Page, Route};

/// Why there is no way to a star, each obstacle with what would remove it, and the best star there
/// is.
pub fn no_way(view: &View, none: &NoWay, target: Star, now: Option<Star>) -> Html {
    let t = view.t;
    let n = u8::from(target);
    let better = none.best.filter(|best| StarMinimum::of(*best).is_some() && now.is_none_or(|now| now < *best));
    html! {
        <section class="lock lock-closed no-way" aria-labelledby="way-summary">
            <h2 class="lock-head" id="way-summary" tabindex="-1">
                <span class="lock-sign">{ icon(Icon::LockClosed) }</span>
                <span class="lock-title">{ t.way.none.n(&n) }</span>
                <span class="lock-verdict">{ t.way.none_why }</span>
            </h2>
            <ul class="blockers">for obstacle in &none.obstacles { { line(view, *obstacle, n) } }</ul>
            <p>
                { match none.best {
                    Some(best) => t.way.best.most_stars(&none.most.0, &t.stars.count.of(u8::from(best).into())),
                    None => t.way.best_none.to_owned(),
                } }
            </p>
            if let Some(best) = better {
                <p><button type="button" class="button" onclick={view.changing(vec![Change::TargetChosen(Some(best))], "way-summary")}>
                    { t.way.to_best.n(&u8::from(best)) }
                </button></p>
            }
        </section>
    }
}

/// The locks among the obstacles: each can be undone where it is named.
pub fn locks(view: &View, none: &NoWay) -> Vec<usize> {
    let named = none.obstacles.iter().filter_map(|obstacle| match obstacle {
        Obstacle::KnockedOut(KnockOut::Zero(position)) => Some(*position),
        Obstacle::LockedMinimum { position, .. } => Some(holder(view, *position)),
        Obstacle::KnockedOut(_) | Obstacle::PointsCap { .. } => None,
    });
    named.filter(|position| view.costs.get(*position).locked).collect()
}

/// The criterion whose lock holds another one down: itself, or for 5.2 the story (5.1).
fn holder(view: &View, position: usize) -> usize {
    let story = view.set().counts_with.filter(|[structure, _]| *structure == position).map(|[_, story]| story);
    story.filter(|_| !view.costs.get(position).locked).unwrap_or(position)
}

fn line(view: &View, obstacle: Obstacle, n: u8) -> Html {
    let t = view.t;
    let stops = || Route::dossier(&view.dossier.id, Page::Stops).href();
    match obstacle {
        Obstacle::KnockedOut(KnockOut::Dossier) => {
            let text = view.set().disqualification.map_or("", |line| line.text.get(view.language));
            breach(text.into(), stops(), t.way.see_stops)
        }
        Obstacle::KnockedOut(KnockOut::Declared(position)) => {
            let text = view.criterion(position).declared_note().map_or("", |note| note.text.get(view.language));
            breach(format!("{} {text}", view.criterion(position).code), stops(), t.way.see_stops)
        }
        Obstacle::KnockedOut(KnockOut::Zero(position)) => {
            let (code, title) = (view.criterion(position).code, view.title(position));
            held(view, position, t.way.obstacle_zero.code_title(&code, &title))
        }
        Obstacle::LockedMinimum { position, needs } => {
            let holder = holder(view, position);
            let is_answered = view.dossier.assessment.answer(position).is_answered();
            let text = match holder == position {
                true if !is_answered => t.way.obstacle_open.level_n(&view.label(position, needs), &n),
                true => t.way.obstacle_locked.level_n(&view.label(position, needs), &n),
                false => t.way.obstacle_story.code(&view.criterion(holder).code),
            };
            held(view, holder, text)
        }
        Obstacle::PointsCap { most, needs } => {
            let text = t.way.obstacle_cap.most_n_needs(&most.0, &n, &needs.0);
            html! { <li class="blocker-plain">{ text }</li> }
        }
    }
}

fn breach(text: String, href: String, see: &'static str) -> Html {
    html! { <li class="blocker-plain">{ text }{ " " }<a href={href}>{ see }</a></li> }
}

/// A criterion whose lock is in the way.
fn held(view: &View, position: usize, text: String) -> Html {
    html! {
        <li class="blocker-plain">
            <span class="blocker-text">{ view.link(position) }<span>{ text }</span></span>
            if view.costs.get(position).locked { { unlock_button(view, position) } }
        </li>
    }
}

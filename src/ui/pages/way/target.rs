use yew::prelude::*;

use super::view::View;
use crate::domain::decision::{Points, Star, StarMinimum};
use crate::domain::dossier::Dossier;
use crate::domain::rating::Rating;
use crate::domain::way::{Distance, distance};
use crate::session::Change;
use crate::ui::components::{Icon, Meter, icon};

/// The star the applicant chose to reach; else the next one that brings a certificate.
pub fn target_of(dossier: &Dossier, rating: &Rating) -> Star {
    let next = rating.star.map_or(Star::Three, |star| star.next().unwrap_or(star));
    dossier.plan.target.unwrap_or(next).max(Star::Three)
}

/// Three cards, one a star: how far it is, and the choice of it.
pub fn targets(view: &View, rating: &Rating, target: Star) -> Html {
    html! {
        <div class="targets" role="group" aria-label={view.t.way.choose}>
            for minimum in StarMinimum::ALL {
                { card(view, rating, minimum.star(), target) }
            }
        </div>
    }
}

fn card(view: &View, rating: &Rating, star: Star, target: Star) -> Html {
    let t = view.t;
    let far = distance(rating, star);
    let n = u8::from(star);
    let onclick = {
        let (app, id) = (view.app.clone(), view.dossier.id.clone());
        Callback::from(move |_: MouseEvent| app.change(&id, Change::TargetChosen(Some(star))))
    };
    html! {
        <button type="button" id={format!("target-{n}")} {onclick} aria-pressed={(star == target).to_string()}
            class={classes!("target", (star == target).then_some("target-chosen"), far.is_nothing().then_some("target-reached"))}>
            <span class="target-name">{ t.stars.count.of(n.into()) }
                if far.is_nothing() { { icon(Icon::Check) }<span class="sr-only">{ t.way.reached }</span> }
            </span>
            <Meter value={u32::from(rating.total.0)} max={u32::from(rating.bands.least(star).0)} />
            { lines(view, &far) }
        </button>
    }
}

fn lines(view: &View, far: &Distance) -> Html {
    let t = view.t;
    let line = |open: bool, text: String| {
        html! {
            <span class={classes!("target-line", open.then_some("target-open"))}>
                { icon(if open { Icon::LockOpen } else { Icon::LockClosed }) }{ text }
            </span>
        }
    };
    let points = match far.points {
        Points(0) => line(true, t.way.points_met.to_owned()),
        short => line(false, t.way.points_short.of(short.0.into())),
    };
    let floors = match far.minimums.len() {
        0 => line(true, t.way.floors_met.to_owned()),
        missed => line(false, t.way.floors_short.of(missed)),
    };
    html! {
        <>
            { points }{ floors }
            if !far.knocked_out.is_empty() { { line(false, t.way.ended.to_owned()) } }
        </>
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::{Icon, Meter, Scale, icon};
use crate::domain::decision::{Language, ProductSet, Star};
use crate::domain::rating::Rating;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct LockProps {
    pub set: &'static ProductSet,
    pub rating: Rc<Rating>,
    /// The star whose locks are shown.
    pub star: Star,
    pub language: Language,
    pub t: &'static Words,
    /// The address of a criterion's page, by code.
    pub href: Callback<AttrValue, AttrValue>,
}

/// The first lock: the points, by part, against the bands.
#[component]
pub fn PointsLock(props: &LockProps) -> Html {
    let (rating, t) = (&props.rating, props.t);
    let missing = rating.missing(props.star).0;
    let open = missing == 0;
    let n = u8::from(props.star);
    let verdict = match open {
        true => t.result.points_enough.n_points(&n, &rating.total.0),
        false => t.result.points_short.missing_n_points(&missing, &n, &rating.total.0),
    };
    html! {
        <section class={classes!("lock", if open { "lock-open" } else { "lock-closed" })}>
            <h2 class="lock-head">
                <span class="lock-sign">{ icon(if open { Icon::LockOpen } else { Icon::LockClosed }) }</span>
                <span class="lock-title">{ t.result.lock_points }</span>
                <span class="lock-verdict">{ verdict }</span>
            </h2>
            <Scale bands={rating.bands} now={rating.total} best={rating.best.total} labels=true />
            <ul class="part-bars">
                for (part, points) in props.set.parts.iter().zip(&rating.parts) {
                    <li>
                        <span class="part-letter">{ part.code.letter() }</span>
                        <span class="part-name">{ part.title.get(props.language) }</span>
                        <Meter value={u32::from(points.points.0)} max={u32::from(points.max.0)} best={Some(u32::from(points.best.0))} />
                        <span class="part-points">{ format!("{}/{}", points.points.0, points.max.0) }</span>
                    </li>
                }
            </ul>
        </section>
    }
}

/// The second lock: the star minimums, each criterion below its minimum by name, with the level it
/// needs.
#[component]
pub fn FloorLock(props: &LockProps) -> Html {
    let t = props.t;
    let unmet = props.rating.unmet(props.star);
    let open = unmet.is_empty();
    let n = u8::from(props.star);
    let verdict = match open {
        true => t.result.floors_met.n(&n),
        false => t.result.floors_unmet.of(unmet.len()),
    };
    html! {
        <section class={classes!("lock", if open { "lock-open" } else { "lock-closed" })}>
            <h2 class="lock-head">
                <span class="lock-sign">{ icon(if open { Icon::LockOpen } else { Icon::LockClosed }) }</span>
                <span class="lock-title">{ t.result.lock_floors }</span>
                <span class="lock-verdict">{ verdict }</span>
            </h2>
            if open {
                <p class="soft">{ t.result.floors_met_long.n(&n) }</p>
            } else {
                <ul class="blockers">
                    for unmet in unmet {
                        { blocker(props, unmet.position, unmet.needs, unmet.open) }
                    }
                </ul>
            }
        </section>
    }
}

fn blocker(props: &LockProps, position: usize, needs: usize, open: bool) -> Html {
    let criterion = &props.set.criteria[position];
    let need = (if open { props.t.result.needs_answer } else { props.t.result.needs_level })
        .level_n(&criterion.ladder.labels[needs].get(props.language), &u8::from(props.star));
    html! {
        <li class={classes!("blocker", open.then_some("blocker-open"))}>
            <a href={props.href.emit(criterion.code.into())}>
                <span class="blocker-code">{ criterion.code }</span>
                <span class="blocker-text">
                    <span class="blocker-title">{ criterion.wording.title.get(props.language) }</span>
                    <span class="blocker-need">{ need }</span>
                </span>
            </a>
        </li>
    }
}

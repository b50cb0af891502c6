use yew::prelude::*;

use super::{Icon, ScaleProps, StarsProps, icon, scale, stars};
use crate::domain::decision::{Points, ProductSet, Star};
use crate::domain::rating::{Rating, Unmet};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct StarBarProps {
    pub rating: Rating,
    pub t: &'static Words,
    /// Whether the dossier has any answer at all: an empty one has no star to show.
    pub begun: bool,
    /// The stars that the product holds already.
    pub held: Option<Star>,
    /// The product's set, whose criteria are named.
    pub set: &'static ProductSet,
}

/// In sight on every page of a dossier: stars as they stand and still possible, points on the scale,
/// and one line that says what stands before the next star. Who listens hears it once: the first line, which also tells
/// when it changes, says what the others show.
pub fn star_bar(props: &StarBarProps) -> Html {
    let (rating, t) = (&props.rating, props.t);
    let range = range_text(rating, props.begun, t);
    let obstacle = obstacle(rating, props.set, props.begun, t);
    let against = props.held.and_then(|held| against(rating, props.begun, held, t));
    let star = rating.star.filter(|_| props.begun);
    html! {
        <section class="star-bar" aria-label={t.stars.bar}>
            <p class="sr-only" role="status">{ format!("{}, {}/100. {}", format!("{} {}", range.0, range.1).trim_end(), rating.total.0, against.as_ref().map_or("", |against| &against.text)) }</p>
            <div class="star-bar-head" aria-hidden="true">
                { stars(&StarsProps { now: star, best: rating.best.star, label: None, large: false }) }
                // That nothing is answered yet says the line below.
                <p class="star-bar-range">if props.begun || range.1.is_empty() { { range.0.clone() }{ " " } }
                    if !range.1.is_empty() { <span class="soft">{ &range.1 }</span> }
                </p>
                <p class="star-bar-points"><strong>{ rating.total.0 }</strong><span class="soft">{ "/100" }</span></p>
            </div>
            { scale(&ScaleProps { bands: rating.bands, now: rating.total, best: rating.best.total, labels: false }) }
            if let Some(against) = &against {
                <p class={classes!("star-bar-held", against.class())} aria-hidden="true"><strong>{ &against.text }</strong></p>
            }
            <p class={classes!("star-bar-why", obstacle.blocks.then_some("blocks"))}>
                { icon(if obstacle.blocks { Icon::LockClosed } else { Icon::Info }) }
                <span>{ obstacle.text }
                    if let Some(cap) = cap_text(rating, props.set, props.begun, t) { { format!(". {cap}") } }
                </span>
            </p>
        </section>
    }
}

/// A rating beside the stars held, in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    pub text: String,
    pub turn: Turn,
}

/// What a rating means for the stars held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Certain: whatever is still open, fewer stars.
    Loss,
    /// As it stands, more stars.
    Gain,
    /// They are kept, or can still be.
    Kept,
}

impl Against {
    pub fn class(&self) -> &'static str {
        match self.turn {
            Turn::Loss => "held-loss",
            Turn::Gain => "held-gain",
            Turn::Kept => "held-kept",
        }
    }
}

/// What the answers make of the stars held: a loss as soon as it is certain, a gain as it stands.
/// Nothing before the first answer.
pub fn against(rating: &Rating, begun: bool, held: Star, t: &'static Words) -> Option<Against> {
    let s = &t.standing;
    let ended = rating.best.star.is_none();
    if !begun && !ended {
        return None;
    }
    let now = rating.star.map_or(0, u8::from);
    let best = rating.best.star.map_or(0, u8::from);
    let was = u8::from(held);
    let (text, turn) = match () {
        () if best == 0 => (s.loss_all.held(&was), Turn::Loss),
        () if best < was && now == best => (s.loss.held_n(&was, &now), Turn::Loss),
        () if best < was => (s.loss_most.held_n(&was, &best), Turn::Loss),
        () if now > was => (s.gain.held_n(&was, &now), Turn::Gain),
        () if now == was => (s.same.held(&was), Turn::Kept),
        () => (s.keepable.held(&was), Turn::Kept),
    };
    Some(Against { text, turn })
}

/// The star as it stands and, softer, what is still possible.
pub fn range_text(rating: &Rating, begun: bool, t: &'static Words) -> (String, String) {
    let best = rating.best.star;
    match (rating.star, best) {
        (None, _) => (t.stars.none.to_owned(), String::new()),
        (Some(_), Some(best)) if !begun => (t.stars.not_yet.to_owned(), t.stars.up_to.n(&u8::from(best))),
        (Some(star), Some(best)) if best > star => {
            (t.stars.count.of(u8::from(star).into()), t.stars.up_to.n(&u8::from(best)))
        }
        (Some(star), _) => (t.stars.count.of(u8::from(star).into()), String::new()),
    }
}

/// So many criteria are named by their codes.
const NAMED: usize = 3;

fn codes(unmet: &[Unmet], set: &ProductSet) -> String {
    unmet.iter().map(|unmet| set.criteria[unmet.position].code).collect::<Vec<_>>().join(", ")
}

/// The points of the level that would do.
fn least(unmet: &Unmet, set: &ProductSet, t: &'static Words) -> String {
    t.criterion.points.of(set.criteria[unmet.position].levels[unmet.needs].points.0.into())
}

/// What a star would take that no open answer brings any more; nothing where the next star is that one, since the line on
/// the next star says it.
fn cap_text(rating: &Rating, set: &ProductSet, begun: bool, t: &'static Words) -> Option<String> {
    let cap = rating.cap().filter(|cap| begun && rating.next_star().is_some_and(|next| next < cap.star))?;
    let raised = match cap.below.as_slice() {
        [] => None,
        // One alone has room for how far here too.
        [unmet] => Some(t.stars.cap_raise_to.code_points(&set.criteria[unmet.position].code, &least(unmet, set, t))),
        few if few.len() <= NAMED => Some(t.stars.cap_raise.codes(&codes(few, set))),
        more => Some(t.stars.cap_raise_many.of(more.len())),
    };
    let points = (cap.points > Points(0)).then(|| t.stars.cap_points.of(cap.points.0.into()));
    let what = raised.into_iter().chain(points).collect::<Vec<_>>().join(t.stars.and);
    Some(t.stars.cap.n_what(&u8::from(cap.star), &what))
}

/// What stands before the next star, in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    pub text: String,
    /// An answer blocks it; otherwise answers or points are merely still missing.
    pub blocks: bool,
}

/// What stands between a rating and its next star.
pub fn obstacle(rating: &Rating, set: &ProductSet, begun: bool, t: &'static Words) -> Obstacle {
    let Some(star) = rating.star else {
        return Obstacle { text: t.stars.ended.to_owned(), blocks: true };
    };
    if !begun {
        return Obstacle { text: t.stars.begin.to_owned(), blocks: false };
    }
    let Some(next) = rating.next_star() else {
        return Obstacle { text: t.stars.at_top.to_owned(), blocks: false };
    };
    let n = u8::from(next);
    let missing = rating.missing(next).0;
    let unmet = rating.unmet(next);
    let below: Vec<Unmet> = unmet.iter().filter(|unmet| !unmet.open).copied().collect();
    let blocking = below.len();
    let open = unmet.len() - blocking;
    let mut reasons = Vec::new();
    if blocking > 0 {
        let named = match below.as_slice() {
            // One alone has room for how far.
            [unmet] => format!(
                " ({})",
                t.stars.floor_needs.code_points(&set.criteria[unmet.position].code, &least(unmet, set, t))
            ),
            few if few.len() <= NAMED => format!(" ({})", codes(few, set)),
            _ => String::new(),
        };
        reasons.push(t.stars.floors_blocking.of(blocking) + &named);
    }
    if open > 0 {
        reasons.push(t.stars.floors_open.of(open));
    }
    if missing > 0 {
        reasons.push(t.stars.points_missing.of(missing.into()));
    }
    let why = reasons.join(t.stars.and);
    let wrong_by_points = rating.star_by_points > star && star < Star::Three;
    let sentence = if wrong_by_points && blocking > 0 { t.stars.locked } else { t.stars.needs };
    Obstacle { text: sentence.n_why(&n, &why), blocks: blocking > 0 }
}

use yew::prelude::*;

use crate::domain::decision::Star;

/// The outline of a five-pointed star on 24 units.
const STAR: &str =
    "M12 2.600l2.800 6 6.500.8-4.800 4.500 1.300 6.500L12 17.200l-5.800 3.200 1.300-6.500L2.700 9.400l6.500-.8z";

#[derive(Properties, PartialEq)]
pub struct StarsProps {
    /// Filled: as it stands.
    pub now: Option<Star>,
    /// Dashed: still possible.
    pub best: Option<Star>,
    /// What the picture says, for those who do not see it; nothing where words beside it say it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub large: bool,
}

/// Five stars in one row: filled as it stands, dashed still possible, faint out of reach.
pub fn stars(props: &StarsProps) -> Html {
    let count = |star: Option<Star>| star.map_or(0, u8::from);
    let (now, best) = (count(props.now), count(props.best));
    let role = props.label.as_ref().map(|_| "img");
    html! {
        <span class={classes!("stars", props.large.then_some("stars-large"))} {role} aria-label={props.label.clone()}
            aria-hidden={props.label.is_none().then_some("true")}>
            for place in 1..=5 {
                <svg viewBox="0 0 24 24" focusable="false" class={match () {
                    () if place <= now => "star-now",
                    () if place <= best => "star-possible",
                    () => "star-none",
                }}><path d={STAR} /></svg>
            }
        </span>
    }
}

/// [`stars`] as a component.
#[cfg(feature = "pages")]
#[component]
pub fn Stars(props: &StarsProps) -> Html {
    stars(props)
}

use yew::prelude::*;

use crate::domain::decision::{Bands, Points, StarMinimum};

#[derive(Properties, PartialEq)]
pub struct ScaleProps {
    pub bands: Bands,
    pub now: Points,
    pub best: Points,
    /// Words for the ticks under the scale; without them the scale is bare.
    #[prop_or_default]
    pub labels: bool,
}

/// The scale of 0 to 100 points with the bands of article 3.3: solid is points, hatched is still
/// possible. The figures stand beside it in words.
pub fn scale(props: &ScaleProps) -> Html {
    let (now, best) = (props.now.0.min(100), props.best.0.min(100));
    let ticks = StarMinimum::ALL.map(|minimum| (props.bands.least(minimum.star()).0, u8::from(minimum.star())));
    html! {
        <div class="scale">
            <svg class="scale-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="scale-ground" x="0" y="0" width="100" height="10" />
                <rect class="scale-best" x="0" y="0" width={best.to_string()} height="10" />
                <rect class="scale-now" x="0" y="0" width={now.to_string()} height="10" />
                for (tick, _) in ticks {
                    <rect class={if now > tick { "scale-tick scale-tick-in" } else { "scale-tick" }}
                        x={format!("{}.75", tick - 1)} y="0" width="0.5" height="10" />
                }
            </svg>
            if props.labels {
                <svg class="scale-labels" viewBox="0 0 100 6" aria-hidden="true" focusable="false">
                    for (at, star) in ticks {
                        <text x={at.to_string()} y="4.300" text-anchor="middle">{ format!("{at} · {star}★") }</text>
                    }
                </svg>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct MeterProps {
    pub value: u32,
    pub max: u32,
    /// Still possible, drawn hatched behind the value.
    #[prop_or_default]
    pub best: Option<u32>,
}

/// A thin bar: how much of a maximum. The figures stand beside it in words.
pub fn meter(props: &MeterProps) -> Html {
    let share = |value: u32| (value.min(props.max) * 100).checked_div(props.max).unwrap_or(0).to_string();
    html! {
        <svg class="meter" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="scale-ground" x="0" y="0" width="100" height="10" />
            if let Some(best) = props.best {
                <rect class="scale-best" x="0" y="0" width={share(best)} height="10" />
            }
            <rect class="scale-now" x="0" y="0" width={share(props.value)} height="10" />
        </svg>
    }
}

/// [`scale`] as a component.
#[component]
pub fn Scale(props: &ScaleProps) -> Html {
    scale(props)
}

/// [`meter`] as a component.
#[component]
pub fn Meter(props: &MeterProps) -> Html {
    meter(props)
}

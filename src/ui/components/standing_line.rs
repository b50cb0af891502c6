use yew::prelude::*;

use super::standing_card::standing_days;
use super::{Against, against};
use crate::domain::calendar::Date;
use crate::domain::dossier::Standing;
use crate::domain::rating::Rating;
use crate::words::Words;

/// Where a product stands, wherever its star is shown: what the answers make of the stars held, and the days that the
/// certificate leaves. Nothing for a product without stars.
pub fn standing_line(standing: Standing, rating: &Rating, begun: bool, today: Date, t: &'static Words) -> Html {
    let Standing::Held { star, certificate } = standing else { return html! {} };
    let turn: Option<Against> = star.and_then(|held| against(rating, begun, held, t));
    if turn.is_none() && certificate.is_none() {
        return html! {};
    }
    html! {
        <p class="standing-line">
            if let Some(turn) = turn { <strong class={classes!("star-bar-held", turn.class())}>{ turn.text }</strong> }
            if let Some(held) = certificate { <span class="soft">{ standing_days(held, today, t) }</span> }
        </p>
    }
}

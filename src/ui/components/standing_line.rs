use yew::prelude::*;

use super::standing_card::standing_days;
use super::{Against, against};
use crate::domain::calendar::Date;
use crate::domain::dossier::Standing;
use crate::domain::rating::Rating;
use crate::words::Words;

/// Where a product stands, wherever its star is shown: the days that the certificate leaves, and, where no star bar
/// says it, what these answers make of the stars held (a rating, and whether anything is answered). Nothing for a
/// product without stars.
pub fn standing_line(standing: Standing, answers: Option<(&Rating, bool)>, today: Date, t: &'static Words) -> Html {
    let Standing::Held { star, certificate } = standing else { return html! {} };
    let turn: Option<Against> = star.zip(answers).and_then(|(held, (rating, begun))| against(rating, begun, held, t));
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

use yew::prelude::*;

use crate::domain::dossier::DossierKind;
use crate::words::Words;

/// That nothing has been submitted, and what to do now (articles 4 to 7).
pub fn next(t: &'static Words, tourism: bool, kind: DossierKind, five_stars: bool) -> Html {
    let steps = [
        Some(t.check.then_sign),
        Some(t.check.then_file),
        Some(t.check.then_wait),
        (!tourism).then_some(t.check.then_samples),
        // The rounds of article 5 do not bind a re-rating (article 7.6).
        Some(if kind == DossierKind::ReRating { t.check.then_renewal } else { t.check.then_rounds }),
        Some(if five_stars { t.check.then_five } else { t.check.then_star }),
    ];
    html! {
        <section class="check-part">
            <h2>{ t.check.then }</h2>
            <ol class="steps">
                for (number, step) in steps.into_iter().flatten().enumerate() {
                    <li><span class="step-number" aria-hidden="true">{ number + 1 }</span><span>{ step }</span></li>
                }
            </ol>
        </section>
    }
}

use yew::prelude::*;

use crate::domain::decision::{DayOfYear, ProductSet, Star};
use crate::domain::dossier::DossierKind;
use crate::words::Words;

/// That nothing has been submitted, and what to do now (articles 4 to 7), with the days of the dossier's decision.
pub fn next(t: &'static Words, set: &'static ProductSet, kind: DossierKind, five_stars: bool) -> Html {
    let decision = set.decision();
    let terms = &decision.procedure;
    let [spring, autumn] = terms.rounds;
    let day = |before: DayOfYear| format!("{}/{}", before.day, before.month);
    let steps = [
        Some(t.check.then_sign.to_owned()),
        Some(t.check.then_file.to_owned()),
        Some(t.check.then_wait.days(&terms.commune_working_days)),
        (!set.is_tourism).then(|| t.check.then_samples.n(&decision.samples)),
        // The rounds of article 5 do not bind a re-rating (article 7.6).
        Some(match kind {
            DossierKind::ReRating => {
                t.check.then_renewal.commune_decided(&terms.commune_working_days, &terms.rerating_decided_days)
            }
            _ => t.check.then_rounds.commune_1_commune_2_province_1_province_2(
                &day(spring.commune_before),
                &day(autumn.commune_before),
                &day(spring.province_before),
                &day(autumn.province_before),
            ),
        }),
        Some(match five_stars {
            true => t.check.then_five.months_points_proposed_1_proposed_2_rated_1_rated_2(
                &terms.certificate_months,
                &decision.bands.least(Star::Five).0,
                &day(spring.centre_proposed_before),
                &day(autumn.centre_proposed_before),
                &day(spring.centre_before),
                &day(autumn.centre_before),
            ),
            false => t.check.then_star.months(&terms.certificate_months),
        }),
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

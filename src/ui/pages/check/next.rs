use yew::prelude::*;

use crate::domain::calendar::{Date, next_rounds};
use crate::domain::decision::{Article, ProductSet, Star};
use crate::domain::dossier::DossierKind;
use crate::ui::hooks::AppHandle;

/// That nothing has been submitted, and what to do now (articles 4 to 7), with the days of the dossier's decision: of
/// the rounds, those that a dossier handed in from today on is in time for.
pub fn next(app: &AppHandle, today: Date, set: &'static ProductSet, kind: DossierKind, five_stars: bool) -> Html {
    let t = app.t();
    let decision = set.decision();
    let cites = &decision.cites;
    let cite = |article: Article| article.text(app.language);
    let terms = &decision.procedure;
    let mut rounds = next_rounds(terms, today, 3);
    rounds.retain(|round| round.hand_in_by >= today);
    let rounds = rounds.first_chunk::<2>();
    let steps = [
        Some(t.check.then_sign.to_owned()),
        Some(t.check.then_file.handing_in(&cite(cites.handing_in))),
        Some(t.check.then_wait.commune_days(&cite(cites.commune), &terms.commune_working_days)),
        (!set.is_tourism).then(|| t.check.then_samples.n_samples(&decision.samples, &cite(cites.samples))),
        // The rounds of article 5 do not bind a re-rating (article 7.6).
        match kind {
            DossierKind::ReRating => Some(t.check.then_renewal.commune_decided_renewal(
                &terms.commune_working_days,
                &terms.rerating_decided_days,
                &cite(cites.renewal),
            )),
            _ => rounds.map(|[first, second]| {
                t.check.then_rounds.commune_1_commune_2_hand_1_hand_2_province_1_province_2_rounds(
                    &first.commune_by,
                    &second.commune_by,
                    &first.hand_in_by,
                    &second.hand_in_by,
                    &first.province_by,
                    &second.province_by,
                    &cite(cites.rounds),
                )
            }),
        },
        match (five_stars, rounds) {
            (true, Some([first, second])) => {
                Some(t.check.then_five.centre_months_points_proposed_1_proposed_2_rated_1_rated_2_term(
                    &cite(cites.centre),
                    &terms.certificate_months,
                    &decision.bands.least(Star::Five).0,
                    &first.centre.province_by,
                    &second.centre.province_by,
                    &first.centre.centre_by,
                    &second.centre.centre_by,
                    &cite(cites.term),
                ))
            }
            _ => Some(t.check.then_star.certificates_months_term(
                &cite(cites.certificates),
                &terms.certificate_months,
                &cite(cites.term),
            )),
        },
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

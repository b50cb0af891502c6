use yew::prelude::*;

use super::view::View;
use crate::domain::calendar::Date;
use crate::domain::decision::Article;
use crate::domain::dossier::Standing;
use crate::ui::components::standing_card;
use crate::ui::route::{Page, Route};

/// The stars held and what follows from their certificate. Its days stand among those of the work, once.
pub fn certificate(view: &View, today: Date) -> Html {
    let t = view.t;
    let decision = view.dossier.set().decision();
    let terms = &decision.procedure;
    let standing = view.dossier.standing();
    let cite = |article: Article| article.text(view.language);
    let said = html! {
        <>
            if standing == Standing::None {
                <p class="soft">{ t.standing.task_none }</p>
            } else {
                <p class="soft">{ t.certificate.lead.closes_months_opens(&terms.rerating_closes_days, &terms.certificate_months, &terms.rerating_opens_days) }</p>
            }
            { standing_card(standing, today, t) }
            <p><a class="button" href={Route::dossier(&view.dossier.id, Page::Standing).href()}>
                { if standing == Standing::Unsaid { t.standing.answer } else { t.standing.edit } }
            </a></p>
            <p class="soft">{ t.certificate.source.number_renewal_term(&decision.number, &cite(decision.cites.renewal), &cite(decision.cites.term)) }</p>
        </>
    };
    let title = html! { <h2 id="way-certificate">{ t.certificate.title }</h2> };
    // The head of the page says the window and the end already.
    let is_said = matches!(standing, Standing::Held { certificate: Some(_), .. });
    html! {
        <section class="card certificate" aria-labelledby="way-certificate">
            if is_said {
                <details class="fold"><summary>{ title }</summary><div class="certificate">{ said }</div></details>
            } else {
                { title }{ said }
            }
        </section>
    }
}

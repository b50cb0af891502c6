use yew::prelude::*;

use super::super::reminders::milestones;
use super::view::View;
use crate::domain::calendar::Date;
use crate::domain::decision::Article;
use crate::domain::dossier::{Day, Standing, agenda};
use crate::ui::components::{standing_card, timeline};
use crate::ui::route::{Page, Route};

/// The stars held, what follows from their certificate, and its days.
pub fn certificate(view: &View, today: Date) -> Html {
    let t = view.t;
    let decision = view.dossier.set().decision();
    let terms = &decision.procedure;
    let standing = view.dossier.standing();
    let cite = |article: Article| article.text(view.language);
    let mut days = agenda(view.dossier, today, today);
    days.retain(|due| !matches!(due.what, Day::HandIn | Day::Province | Day::CentreProposed | Day::Centre));
    let drawn = milestones(&days, today, t, view.language);
    html! {
        <section class="card certificate" aria-labelledby="way-certificate">
            <h2 id="way-certificate">{ t.certificate.title }</h2>
            if standing == Standing::None {
                <p class="soft">{ t.standing.task_none }</p>
            } else {
                <p class="soft">{ t.certificate.lead.closes_months_opens(&terms.rerating_closes_days, &terms.certificate_months, &terms.rerating_opens_days) }</p>
            }
            { standing_card(standing, today, t) }
            if drawn.len() > 1 { { timeline(&drawn, t.certificate.drawn) } }
            <p><a class="button" href={Route::dossier(&view.dossier.id, Page::Standing).href()}>
                { if standing == Standing::Unsaid { t.standing.answer } else { t.standing.edit } }
            </a></p>
            <p class="soft">{ t.certificate.source.number_renewal_term(&decision.number, &cite(decision.cites.renewal), &cite(decision.cites.term)) }</p>
        </section>
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::super::DossierProps;
use super::super::lost::Lost;
use super::WayPage;
use crate::domain::council::outcome;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::rating::rate;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::AppHandle;
use crate::ui::route::{Page, Route};

/// The way to the next star, begun from what a sitting of several scorers came to.
#[component]
pub fn FromCouncil(props: &DossierProps) -> Html {
    let dossier = &props.dossier;
    let council = dossier.council.clone().filter(|council| council.is_complete());
    let Some(assessment) = council.and_then(|council| council.on(dossier).settled()) else { return html! { <Lost /> } };
    let dossier = Rc::new(Dossier { assessment, ..(**dossier).clone() });
    html! { <WayPage {dossier} from_council=true /> }
}

/// What the way begins from, where there is a choice.
pub fn begins_from(app: &AppHandle, dossier: &Dossier, from_council: bool) -> Html {
    let t = app.t();
    let complete = dossier.council.as_ref().is_some_and(|council| council.is_complete());
    if !complete {
        return html! {};
    }
    let (text, other, page) = if from_council {
        (t.council.way_from, t.council.way_own, Page::Way)
    } else {
        (t.council.way_from_own, t.council.to_way, Page::WayFromCouncil)
    };
    // What the plan counts is a reading of ours, and not the average, which decides.
    let found = dossier.council.as_ref().filter(|_| from_council).and_then(|council| outcome(council, |_| false));
    let both = found.map(|found| {
        let average = found.average.text(found.bands, if app.language == Language::Vi { ',' } else { '.' });
        t.council.way_average.average_points(&average, &rate(&dossier.assessment).total.0)
    });
    html! {
        <p class="way-begins">{ icon(Icon::Info) }<span>{ text }if let Some(both) = both { { " " }<strong>{ both }</strong> }{ " " }<a href={Route::dossier(&dossier.id, page).href()}>{ other }</a></span></p>
    }
}

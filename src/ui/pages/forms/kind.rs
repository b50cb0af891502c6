use std::rc::Rc;

use yew::prelude::*;

use super::labels;
use crate::domain::dossier::{Dossier, Standing};
use crate::ui::components::standing_card;
use crate::ui::hooks::{AppHandle, today};
use crate::ui::route::{Page, Route};

/// What the dossier asks for, as it follows from the stars held; both are changed where they are asked.
pub fn kind(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let t = app.t();
    let decision = dossier.set().decision();
    let (name, text) = (labels::kind(dossier.kind, t), labels::kind_text(dossier.kind, decision, app.language, t));
    let standing = dossier.standing();
    let held = match standing {
        Standing::Unsaid => t.standing.task_unsaid.to_owned(),
        Standing::None => t.standing.task_none.to_owned(),
        Standing::Held { star, .. } => {
            let star = star.map(|star| t.standing.task_stars.held(&u8::from(star)));
            let recognised = dossier.recognised.clone().unwrap_or_default();
            let parts = [star.unwrap_or_default(), recognised.date, recognised.number, recognised.issuer];
            parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
        }
    };
    html! {
        <div class="field-wide form-kind">
            if standing == Standing::Unsaid {
                <p><strong>{ t.standing.title }</strong></p>
            } else {
                <p><strong>{ name }</strong></p>
                <p class="option-detail">{ text }</p>
                <p>{ held }</p>
            }
            { standing_card(standing, today(), t) }
            <p><a class="button" id="recognised" href={Route::dossier(&dossier.id, Page::Standing).href()}>
                { if standing == Standing::Unsaid { t.standing.answer } else { t.standing.edit } }
            </a></p>
        </div>
    }
}

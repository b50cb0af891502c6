use yew::prelude::*;

use super::super::DossierProps;
use crate::domain::dossier::Holding;
use crate::domain::templates::{Template, is_changed, paper_of};
use crate::ui::hooks::{use_app, use_templates};
use crate::ui::route::{Page, Route};

/// The papers that were changed after they were signed: what is handed in would not be what was signed.
#[component]
pub fn ChangedSince(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let templates = use_templates(dossier.set().decision().id);
    let changed = |template: &&Template| {
        paper_of(dossier, template).is_some_and(|paper| paper.holding == Holding::Have) && is_changed(dossier, template)
    };
    let changed: Vec<&Template> = templates.into_iter().flat_map(|templates| &templates.all).filter(changed).collect();
    if changed.is_empty() {
        return html! {};
    }
    html! {
        <section class="note" aria-label={t.writing.changed}>
            <p><strong>{ t.writing.changed_text }</strong></p>
            <ul class="plain">
                for template in changed {
                    <li key={template.key.clone()}><a href={Route::dossier(&dossier.id, Page::Writing(template.key.clone())).href()}>
                        { template.name.get(app.language) }</a></li>
                }
            </ul>
        </section>
    }
}

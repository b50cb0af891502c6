use yew::prelude::*;

use super::super::DossierProps;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::templates::{Template, is_changed, signed_with_blanks, written_papers};
use crate::ui::hooks::{use_app, use_templates};
use crate::ui::route::{Page, Route};

/// What is to be known of signed papers before they are handed in: those that say something else now than what was
/// signed, and those that were signed with something empty.
#[component]
pub fn AfterSigning(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let Some(templates) = use_templates(dossier.set().decision().id) else { return html! {} };
    let signed = written_papers(dossier, templates).into_iter().map(|(_, template)| template);
    let changed: Vec<&Template> = signed.filter(|template| is_changed(dossier, template)).collect();
    // Who signs again is asked again.
    let open = signed_with_blanks(dossier, templates);
    let open: Vec<_> = open.into_iter().filter(|(_, template, _)| !is_changed(dossier, template)).collect();
    html! {
        <>
            if !changed.is_empty() {
                <section class="note" aria-label={t.writing.changed}>
                    <p><strong>{ t.writing.changed_text }</strong></p>
                    <ul class="plain">{ for changed.into_iter().map(|template| way(dossier, template, app.language, html! {})) }</ul>
                </section>
            }
            if !open.is_empty() {
                <section class="note" aria-label={t.writing.blanks_title}>
                    <p><strong>{ t.writing.blanks_title }</strong>{ " " }{ t.writing.by_hand_text }</p>
                    <ul class="plain">
                        for (_, template, blanks) in open {
                            { way(dossier, template, app.language, html! { <>{ ": " }{ t.writing.signed_open.of(blanks) }</> }) }
                        }
                    </ul>
                </section>
            }
        </>
    }
}

/// The way to a paper.
fn way(dossier: &Dossier, template: &Template, language: Language, more: Html) -> Html {
    let to = Route::dossier(&dossier.id, Page::Writing(template.key.clone())).href();
    html! { <li key={template.key.clone()}><a href={to}>{ template.name.get(language) }</a>{ more }</li> }
}

//! The papers that the applicant writes itself: all that this product needs, and one alone with its
//! questions, its print and its way into the list of papers.

mod after_signing;
mod finish;
mod given;
mod links;
mod prompt;
mod story;
mod writer;

use yew::prelude::*;

use super::DossierProps;
use super::frame::Frame;
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::templates::{Need, Progress, blanks, needed};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{use_app, use_templates, use_title};
use crate::ui::route::{Page, Route};
use crate::words::Words;
pub use after_signing::AfterSigning;
pub use links::WriteLinks;
pub use writer::WritingPage;

/// Every paper that this product needs written, and how far each is.
#[component]
pub fn Writings(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    use_title(t.writing.title.to_owned());
    let templates = use_templates(dossier.set().decision().id);
    let Some((guide, templates)) = app.guide.clone().zip(templates) else {
        return html! {
            <Frame dossier={dossier.clone()} class="page-narrow">
                <h1 id="page-title" tabindex="-1">{ t.writing.title }</h1>
                <p class="soft" role="status">{ t.writing.loading }</p>
            </Frame>
        };
    };
    let (now, rest) = needed(dossier, &guide, templates);
    let (asked, always): (Vec<Need>, Vec<Need>) = now.into_iter().partition(|need| !need.criteria.is_empty());
    let signed = asked.iter().chain(&always).filter(|need| need.progress >= Progress::Held).count();
    let of = asked.len() + always.len();
    let list =
        |needs: &[Need]| html! { <ul class="tasks">for need in needs { { row(dossier, need, language, t) } }</ul> };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow page-writings">
            <h1 id="page-title" tabindex="-1">{ t.writing.title }</h1>
            <p class="lead">{ t.writing.lead }</p>
            <section aria-labelledby="writings-now">
                <h2 id="writings-now" class="writings-head"><span>{ t.writing.now }</span>
                    <span class="needed-count">{ t.writing.counted.n_of(&signed, &of) }</span></h2>
                if asked.is_empty() { <p class="empty">{ t.writing.none }</p> }
                { list(&asked) }
            </section>
            if !always.is_empty() {
                <section aria-labelledby="writings-always">
                    <h2 id="writings-always">{ t.writing.always }</h2>
                    { list(&always) }
                </section>
            }
            if !rest.is_empty() {
                <details class="fold">
                    <summary>{ icon(Icon::File) }{ t.writing.rest }<span class="soft">{ rest.len() }</span></summary>
                    { list(&rest) }
                </details>
            }
        </Frame>
    }
}

fn row(dossier: &Dossier, need: &Need, language: Language, t: &'static Words) -> Html {
    let codes: Vec<&str> = need.criteria.iter().map(|position| dossier.set().criteria[*position].code).collect();
    html! {
        <li key={need.template.key.clone()}>
            <a class="task" href={Route::dossier(&dossier.id, Page::Writing(need.template.key.clone())).href()}>
                <span class="task-text">
                    <span class="task-title">{ need.template.name.get(language) }</span>
                    if !codes.is_empty() { <span class="task-detail">{ t.writing.criteria.codes(&codes.join(", ")) }</span> }
                </span>
                { state(need.progress, blanks(dossier, need.template).len(), t) }
                { icon(Icon::Next) }
            </a>
        </li>
    }
}

/// How far a paper is, in a word; of a signed one, what is still empty in it.
fn state(progress: Progress, blanks: usize, t: &'static Words) -> Html {
    if progress == Progress::Signed && blanks > 0 {
        return html! { <span class="chip chip-act">{ t.writing.signed_open.of(blanks) }</span> };
    }
    let (class, text) = match progress {
        Progress::NotBegun => ("chip chip-get", t.writing.not_begun),
        Progress::Begun => ("chip chip-act", t.writing.begun),
        Progress::Answered => ("chip chip-act", t.writing.answered_all),
        Progress::Changed => ("chip chip-act", t.writing.changed),
        Progress::Held => ("chip chip-have", t.writing.held),
        Progress::Signed => ("chip chip-have", t.writing.signed),
    };
    html! { <span {class}>{ text }</span> }
}

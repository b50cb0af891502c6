use std::rc::Rc;

use yew::prelude::*;

use super::{council, criterion, lost, standing, tasks, whole};
use crate::domain::council::{is_blind, without_levels};
use crate::domain::decision::Language;
use crate::domain::dossier::{Dossier, newer_decision};
use crate::domain::forms::one_line;
use crate::ui::hooks::{replace_route, use_app};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// What every page of a dossier gets.
#[derive(Properties, PartialEq, Clone)]
pub struct DossierProps {
    pub dossier: Rc<Dossier>,
}

#[derive(Properties, PartialEq)]
pub struct OfDossierProps {
    pub id: String,
    pub page: Page,
}

/// A page of a dossier, or word that there is no such dossier on this device.
#[component]
pub fn OfDossier(props: &OfDossierProps) -> Html {
    let app = use_app();
    let Some(dossier) = app.dossier(&props.id).cloned() else {
        return html! { <lost::NoDossier id={props.id.clone()} /> };
    };
    if dossier.scorer.is_some() && props.page != Page::OwnSheet {
        return html! { <ToSheet id={props.id.clone()} /> };
    }
    if props.page.tells_rating() && is_blind(&dossier) {
        return html! { <council::Awaited {dossier} /> };
    }
    let dossier = match props.page.follows_from_levels() && is_blind(&dossier) {
        true => Rc::new(without_levels(&dossier)),
        false => dossier,
    };
    match &props.page {
        Page::Tasks => html! { <tasks::Tasks {dossier} /> },
        Page::Standing => html! { <standing::StandingPage {dossier} /> },
        Page::Criterion(code) | Page::DescriptionOf(code) | Page::EvidenceOf(code) => {
            let described = matches!(props.page, Page::DescriptionOf(_));
            match dossier.set().position(code) {
                Some(position) => html! { <criterion::CriterionPage {dossier} {position} {described} /> },
                None => html! { <lost::Lost /> },
            }
        }
        page => whole::dossier_page(page, dossier),
    }
}

#[derive(Properties, PartialEq)]
struct ToSheetProps {
    id: String,
}

/// A scorer's sheet is no product of whoever scores: whatever page of it an address names, the sheet takes its place.
#[component]
fn ToSheet(props: &ToSheetProps) -> Html {
    let app = use_app();
    use_effect_with(props.id.clone(), |id| replace_route(&Route::dossier(id, Page::OwnSheet)));
    html! {
        <main class="page page-narrow"><h1 id="page-title" tabindex="-1">{ app.t().app.loading }</h1></main>
    }
}

/// Where to go on: the first criterion that is not answered, else the result.
pub fn go_on(dossier: &Dossier) -> Route {
    match dossier.assessment.iter().find(|(_, _, answer)| !answer.is_answered()) {
        Some((_, criterion, _)) => Route::criterion(&dossier.id, criterion.code),
        None => Route::dossier(&dossier.id, Page::Result),
    }
}

/// The product's name, or what stands for it while it has none.
pub fn display_name(dossier: &Dossier, t: &'static Words, language: Language) -> String {
    match dossier.name() {
        "" => t.home.unnamed.set(&dossier.set().name.get(language)),
        // A file may have it on several lines.
        name => one_line(name),
    }
}

/// The language of [`display_name`]: a name is Vietnamese whatever the page speaks.
pub fn name_lang(dossier: &Dossier) -> Option<&'static str> {
    (!dossier.name().is_empty()).then_some("vi")
}

/// "Set 1 · Fresh vegetables…", with the decision where it is not the newest: two dossiers of one product may differ
/// in nothing else.
pub fn set_line(dossier: &Dossier, t: &'static Words, language: Language) -> String {
    let set = dossier.set();
    let line = t.home.set_line.name_no(&set.name.get(language), &set.no.0);
    match newer_decision(dossier) {
        Some(_) => format!("{line} · {}", set.decision().number),
        None => line,
    }
}

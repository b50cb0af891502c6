//! One file a page. Pages read the session and compose components.

mod choose;
mod criterion;
mod example;
mod file_drop;
mod frame;
mod lost;
mod standing;
mod stops;
mod tasks;
mod welcome;

// What the first program has not; in its place it says that the rest is coming.
cfg_if::cfg_if! {
    if #[cfg(feature = "pages")] {
        mod about;
        mod before;
        mod bound;
        mod answers;
        mod begin_from;
        mod catalogue;
        mod check;
        mod checklists;
        mod corrections;
        mod council;
        mod desk;
        mod differences;
        mod evidence;
        mod figures;
        mod forms;
        mod glossary;
        mod history;
        mod home;
        mod home_days;
        mod known;
        mod log;
        mod practice;
        mod preview;
        mod printout;
        mod proof;
        mod reminders;
        mod rescue;
        mod result;
        mod safe;
        mod shared_link;
        mod sheet;
        mod table;
        mod terms;
        mod try_out;
        mod way;
        mod whole;
    } else {
        #[path = "first.rs"]
        mod whole;
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::hooks::use_app;
use super::route::{Page, Route};
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::words::Words;

/// The page of a route.
pub fn page(route: &Route) -> Html {
    match route {
        Route::New => html! { <choose::Choose name="" /> },
        Route::NewNamed { name } => html! { <choose::Choose name={name.clone()} /> },
        Route::Dossier { id, page } => html! { <OfDossier id={id.clone()} page={page.clone()} /> },
        other => whole::page(other),
    }
}

/// What every page of a dossier gets.
#[derive(Properties, PartialEq, Clone)]
pub struct DossierProps {
    pub dossier: Rc<Dossier>,
}

#[derive(Properties, PartialEq)]
struct OfDossierProps {
    id: String,
    page: Page,
}

/// A page of a dossier, or word that there is no such dossier on this device.
#[component]
fn OfDossier(props: &OfDossierProps) -> Html {
    let app = use_app();
    let Some(dossier) = app.dossier(&props.id).cloned() else {
        return html! { <lost::NoDossier /> };
    };
    match &props.page {
        Page::Tasks => html! { <tasks::Tasks {dossier} /> },
        Page::Standing => html! { <standing::StandingPage {dossier} /> },
        Page::Stops => html! { <stops::Stops {dossier} /> },
        Page::Criterion(code) => match dossier.set().position(code) {
            Some(position) => html! { <criterion::CriterionPage {dossier} {position} /> },
            None => html! { <lost::Lost /> },
        },
        page => whole::dossier_page(page, dossier),
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
        name => name.to_owned(),
    }
}

/// "Set 1 · Fresh vegetables…".
pub fn set_line(dossier: &Dossier, t: &'static Words, language: Language) -> String {
    let set = dossier.set();
    t.home.set_line.name_no(&set.name.get(language), &set.no.0)
}

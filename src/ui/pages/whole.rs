use std::rc::Rc;

use yew::prelude::*;

use super::later::{Later, Wanted};
use super::{begin, begin_from, home, lost, of_dossier};
use crate::domain::dossier::Dossier;
use crate::ui::route::{Page, Route};

pub use begin::begin;

/// The pages beside those of the first wasm.
pub fn page(route: &Route) -> Html {
    match route {
        Route::Home => html! { <home::Home /> },
        Route::Dossier { id, page } => html! { <of_dossier::OfDossier id={id.clone()} page={page.clone()} /> },
        Route::Begun { name, set } => html! { <begin::Begin name={name.clone()} set={*set} /> },
        Route::Example => html! { <begin::Begin name={AttrValue::default()} /> },
        Route::NewFrom { id } => html! { <begin_from::BeginFrom id={id.clone()} /> },
        Route::Lost => html! { <lost::Lost /> },
        route => html! { <Later wanted={Wanted::Page(route.clone())} /> },
    }
}

/// The pages of a dossier beside those that ask and tell.
pub fn dossier_page(page: &Page, dossier: Rc<Dossier>) -> Html {
    html! { <Later wanted={Wanted::OfDossier(page.clone(), dossier)} /> }
}

/// Whether a page is one of [`Later`]; those of a dossier may turn out not to be there at all.
pub fn comes_later(route: &Route) -> bool {
    use Page::{Criterion, DescriptionOf, EvidenceOf, Standing, Tasks};
    use Route::{Begun, Dossier, Example, Home, Lost, New, NewFrom, NewNamed};
    match route {
        Home | New | NewNamed { .. } | Begun { .. } | Example | NewFrom { .. } | Lost => false,
        Dossier { page, .. } => !matches!(page, Tasks | Standing | Criterion(_) | DescriptionOf(_) | EvidenceOf(_)),
        _ => true,
    }
}

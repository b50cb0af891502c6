//! A product begins: here, or by an address that the first program left, which has no dossiers.

use std::rc::Rc;

use yew::prelude::*;

use super::example::example;
use crate::domain::decision::{ProductSet, fold};
use crate::domain::dossier::{Dossier, Field, Recognised};
use crate::session::{Action, NoticeKind};
use crate::ui::hooks::{AppHandle, go, new_dossier, new_id, replace_route, use_app, use_title, write_route};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct BeginProps {
    pub name: AttrValue,
    /// The set that was chosen; none: an example begins.
    #[prop_or_default]
    pub set: Option<&'static ProductSet>,
}

/// What the address says begins, and its page takes this one's place in the history.
#[component]
pub fn Begin(props: &BeginProps) -> Html {
    let app = use_app();
    use_title(app.t().app.name.to_owned());
    {
        let app = app.clone();
        use_effect_with((props.set, props.name.clone()), move |(set, name)| {
            let route = match set {
                Some(set) => begun(&app, set, name),
                None => shown(&app),
            };
            replace_route(&route);
        });
    }
    html! {
        <main class="page page-narrow"><h1 id="page-title" tabindex="-1">{ app.t().app.loading }</h1></main>
    }
}

/// Begins a dossier for the product of this name; the way back leads to the name.
pub fn begin(app: &AppHandle, set: &'static ProductSet, name: &str) {
    write_route(&Route::named(name));
    go(&begun(app, set, name));
}

/// A new dossier, or the one that was begun by this name and has no answer yet: the page to go on with. Of any other
/// product of this name the reader is told.
fn begun(app: &AppHandle, set: &'static ProductSet, name: &str) -> Route {
    let of_name = |dossier: &&Rc<Dossier>| !name.is_empty() && fold(dossier.name()) == fold(name);
    // A certificate that is known came of an office's list: that product is not the one begun here.
    let is_begun = |dossier: &&Rc<Dossier>| {
        let is_listed = |held: &Recognised| !held.date.is_empty() || !held.number.is_empty();
        dossier.name() == name
            && dossier.set() == set
            && dossier.rating().answered == 0
            && !dossier.recognised.as_ref().is_some_and(is_listed)
    };
    if let Some(begun) = app.dossiers.iter().filter(of_name).find(is_begun) {
        return Route::dossier(&begun.id, Page::Standing);
    }
    if app.dossiers.iter().any(|dossier| of_name(&dossier)) {
        app.notice(NoticeKind::Note, |t, _| t.home.same_name.name(&name));
    }
    let mut dossier = new_dossier(set);
    dossier.fields.set(Field::ProductName, name.to_owned());
    let route = Route::dossier(&dossier.id, Page::Standing);
    app.act(Action::DossierAdded(Rc::new(dossier)));
    route
}

/// A made-up product to look around with.
fn shown(app: &AppHandle) -> Route {
    let dossier = Rc::new(example(app.language, new_id()));
    let route = Route::dossier(&dossier.id, Page::Tasks);
    app.act(Action::DossierAdded(dossier));
    route
}

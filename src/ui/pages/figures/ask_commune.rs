use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::dossier::{Dossier, Field};
use crate::session::Change;
use crate::ui::hooks::use_app;
use crate::ui::pages::forms::{CommuneField, field_id};

#[derive(Properties, PartialEq)]
pub struct AskCommuneProps {
    pub dossier: Rc<Dossier>,
}

/// The applicant's commune, where a table has addresses that only it can tell.
#[component]
pub fn AskCommune(props: &AskCommuneProps) -> Html {
    let app = use_app();
    // As on the page of the forms, what is typed is heard here: the field itself tells only what is chosen.
    let oninput = {
        let (app, id) = (app.clone(), props.dossier.id.clone());
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            app.change(&id, Change::FieldWritten { field: Field::Commune, value });
        })
    };
    html! {
        <div class="field figures-commune" {oninput}>
            <label class="field-label" for={field_id(Field::Commune)}>{ app.t().figures.ask_commune }</label>
            <CommuneField dossier={props.dossier.clone()} field={Field::Commune} autocomplete="off" />
        </div>
    }
}

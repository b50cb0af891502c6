use std::rc::Rc;

use yew::prelude::*;

use crate::domain::dossier::{Dossier, Field};
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
    html! {
        <div class="field figures-commune">
            <label class="field-label" for={field_id(Field::Commune)}>{ app.t().figures.ask_commune }</label>
            <CommuneField dossier={props.dossier.clone()} field={Field::Commune} autocomplete="off" />
        </div>
    }
}

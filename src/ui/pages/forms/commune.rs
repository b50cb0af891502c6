use std::rc::Rc;

use yew::prelude::*;

use super::parts::field_id;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::places::{Commune, Places};
use crate::session::Change;
use crate::ui::components::Combobox;
use crate::ui::hooks::{use_app, use_places};

/// Options enough to choose from, few enough for a phone above its keyboard.
const MOST: usize = 8;

#[derive(Properties, PartialEq)]
pub struct CommuneFieldProps {
    pub dossier: Rc<Dossier>,
    pub field: Field,
    #[prop_or_default]
    pub described_by: Option<String>,
    pub autocomplete: &'static str,
}

/// A field that names a commune, alone or at the end of an address: the commune is found by typing,
/// and choosing it fills the province and the codes of the product too.
#[component]
pub fn CommuneField(props: &CommuneFieldProps) -> Html {
    let app = use_app();
    let t = app.t();
    let places = use_places();
    let field = props.field;
    let value = props.dossier.fields.get(field).to_owned();
    let found: Vec<Commune> = match &places {
        Some(places) => places
            .find(asked(field, &value).1, props.dossier.fields.get(Field::Province), MOST)
            .into_iter()
            .cloned()
            .collect(),
        None => Vec::new(),
    };
    let titles: Vec<String> =
        places.iter().flat_map(|places| found.iter().map(|commune| places.full_title(commune))).collect();
    let onchosen = {
        let (app, dossier, value) = (app.clone(), props.dossier.clone(), value.clone());
        Callback::from(move |at: usize| {
            let (Some(places), Some(commune)) = (&places, found.get(at)) else { return };
            for (field, value) in filled(field, &value, commune, places, &dossier) {
                app.change(&dossier.id, Change::FieldWritten { field, value });
            }
        })
    };
    let id = field_id(field);
    html! {
        <Combobox id={id.clone()} name={id} {value} options={titles} list_name={t.communes.list} {onchosen}
            described_by={props.described_by.clone()} autocomplete={props.autocomplete} />
    }
}

/// Whether a field names a commune.
pub fn names_commune(field: Field) -> bool {
    matches!(field, Field::Commune | Field::Address | Field::RepresentativeAddress | Field::Place)
}

/// What stays of the text, and the end of it that a commune is looked for with: of an address, what
/// stands after the last comma.
fn asked(field: Field, value: &str) -> (&str, &str) {
    match field {
        Field::Address | Field::RepresentativeAddress => match value.rfind(',') {
            Some(comma) => value.split_at(comma + 1),
            None => ("", value),
        },
        _ => ("", value),
    }
}

/// The fields that a chosen commune fills. An address fills where the dossier is filed only while that
/// is empty: a product may be registered elsewhere.
fn filled(field: Field, value: &str, commune: &Commune, places: &Places, dossier: &Dossier) -> Vec<(Field, String)> {
    let fields = &dossier.fields;
    let filing = || {
        let code = places.product_code(commune, fields.get(Field::Year), fields.get(Field::ProductCode));
        [
            (Field::Commune, commune.title()),
            (Field::Province, places.province_of(commune).name.clone()),
            (Field::ProductCode, code),
        ]
    };
    let own = match field {
        Field::Commune => return filing().to_vec(),
        Field::Place => commune.title(),
        _ => match asked(field, value).0 {
            "" => places.full_title(commune),
            kept => format!("{kept} {}", places.full_title(commune)),
        },
    };
    let mut filled = vec![(field, own)];
    if field == Field::Address && fields.get(Field::Commune).is_empty() {
        filled.extend(filing());
    }
    filled
}

use crate::domain::dossier::{Dossier, Field};
use crate::domain::forms::{legal_form, one_line, phones};

/// What a text of a template may name of the dossier, and the field that it is.
pub const GIVEN: [(&str, Field); 17] = [
    ("applicant", Field::ApplicantName),
    ("legal_form", Field::LegalForm),
    ("address", Field::Address),
    ("phone", Field::Phone),
    ("email", Field::Email),
    ("founded", Field::Founded),
    ("registration", Field::RegistrationNumber),
    ("representative", Field::RepresentativeName),
    ("position", Field::RepresentativePosition),
    ("representative_address", Field::RepresentativeAddress),
    ("product", Field::ProductName),
    ("specification", Field::ProductSpecification),
    ("code", Field::ProductCode),
    ("commune", Field::Commune),
    ("province", Field::Province),
    ("place", Field::Place),
    ("year", Field::Year),
];

/// The value of a name on one line; empty where the dossier says nothing. A place is named with its kind
/// ("xã", "tỉnh") only where the applicant typed it so.
pub fn given(dossier: &Dossier, name: &str) -> Option<String> {
    let (_, field) = GIVEN.iter().find(|(known, _)| *known == name)?;
    let value = one_line(dossier.fields.get(*field));
    Some(match field {
        Field::LegalForm => legal_form(&value).to_owned(),
        Field::Phone => phones(&value),
        _ => value,
    })
}

use crate::domain::dossier::{Dossier, Field};
use crate::domain::forms::{legal_form, named_commune, one_line, phones};

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

/// The value of a name on one line; empty where the dossier says nothing. A commune has its kind ("xã") before it, also
/// where the applicant typed its name alone.
pub fn given(dossier: &Dossier, name: &str) -> Option<String> {
    let (_, field) = GIVEN.iter().find(|(known, _)| *known == name)?;
    let value = one_line(dossier.fields.get(*field));
    Some(match field {
        Field::LegalForm => legal_form(&value).to_owned(),
        Field::Phone => phones(&value),
        Field::Commune => named_commune(&value),
        _ => value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    #[test]
    fn a_letter_names_the_commune_with_its_kind() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        for (typed, expected) in [("Cao Phong", "xã Cao Phong"), ("Phường Sa Pa", "phường Sa Pa"), ("", "")] {
            dossier.fields.set(Field::Commune, typed.into());
            assert_eq!(given(&dossier, "commune").as_deref(), Some(expected));
        }
        // Part of an address, as the applicant wrote it.
        dossier.fields.set(Field::Address, "Xóm 3, Cao Phong".into());
        assert_eq!(given(&dossier, "address").as_deref(), Some("Xóm 3, Cao Phong"));
    }
}

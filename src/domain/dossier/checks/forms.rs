use crate::domain::calendar::Date;
use crate::domain::places::Places;

use super::super::{Dossier, DossierKind, Field, Section, count, hint};
use super::{Finding, What, Where};

/// The fields of Forms 01 and 02.
pub(super) fn check(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
    for (field, section, _, required, _) in Field::TABLE {
        if section == Section::Renewal && dossier.kind != DossierKind::ReRating {
            continue;
        }
        let at = Where::Field(field);
        let value = dossier.fields.get(field);
        match hint(field, value, dossier.set().decision()) {
            _ if required && dossier.written(field).trim().is_empty() => {
                findings.push(Finding::must_fix(at, What::Missing))
            }
            Some(fault) if required => findings.push(Finding::must_fix(at, What::Faulty(fault))),
            Some(fault) => findings.push(Finding::look(at, What::Faulty(fault))),
            None => {}
        }
    }
    who_applies(dossier, findings);
    samples(dossier, findings);
    if let Some(today) = today {
        dates(dossier, today, findings);
    }
}

/// The commune that the dossier is filed with, where the list has none of that name: half typed, perhaps, and it would be
/// printed so. The list may be older than a commune, so it is a doubt and no fault.
pub fn unlisted(dossier: &Dossier, places: &Places) -> Option<Finding> {
    let (typed, province) = (dossier.fields.get(Field::Commune), dossier.fields.get(Field::Province));
    if typed.trim().is_empty() || places.has(typed, province) {
        return None;
    }
    let province = places.province(province).map(|province| province.name.clone());
    Some(Finding::look(Where::Field(Field::Commune), What::NotListed(province)))
}

/// The province that the dossier is filed with, where it is none of today's: one that was joined to another, or a short form
/// that nobody can be sure of. It is printed as it was typed.
pub fn no_province(dossier: &Dossier, places: &Places) -> Option<Finding> {
    let typed = dossier.fields.get(Field::Province).trim();
    let is_known = typed.is_empty() || places.province(typed).is_some();
    (!is_known).then(|| Finding::look(Where::Field(Field::Province), What::NoProvince(typed.to_owned())))
}

/// Associations and operating centres may enter tourism products only (article 2.3).
fn who_applies(dossier: &Dossier, findings: &mut Vec<Finding>) {
    if !dossier.set().admits(dossier.fields.get(Field::LegalForm)) {
        findings.push(Finding::must_fix(Where::Field(Field::LegalForm), What::TourismOnly));
    }
}

fn samples(dossier: &Dossier, findings: &mut Vec<Finding>) {
    let at = Where::Field(Field::Samples);
    let value = dossier.fields.get(Field::Samples).trim();
    let given = count(value);
    let needed = dossier.set().decision().samples.into();
    if dossier.set().is_tourism {
        if given.is_some_and(|given| given > 0) {
            findings.push(Finding::info(at, What::SamplesNotAsked));
        }
    } else if given.is_some_and(|given| given < needed) || value.is_empty() {
        findings.push(Finding::must_fix(at, What::TooFewSamples { given, needed }));
    }
}

fn dates(dossier: &Dossier, today: Date, findings: &mut Vec<Finding>) {
    if let Some(date) = Date::written(dossier.fields.get(Field::Founded)).filter(|date| *date > today) {
        findings.push(Finding::look(Where::Field(Field::Founded), What::NotYet(date)));
    }
    let year = dossier.fields.get(Field::Year).trim().parse().ok();
    if let Some(year) = year.filter(|year| (1000..today.year()).contains(year)) {
        findings.push(Finding::look(Where::Field(Field::Year), What::YearOver(year)));
    }
}

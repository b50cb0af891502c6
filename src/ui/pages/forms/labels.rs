use crate::domain::decision::{Decision, Language};
use crate::domain::dossier::{DossierKind, Field};
use crate::words::Words;

/// What a field is called.
pub fn label(field: Field, t: &Words) -> &'static str {
    let t = &t.field;
    match field {
        Field::ProductName => t.product_name,
        Field::ProductSpecification => t.product_specification,
        Field::Samples => t.samples,
        Field::ProductCode => t.product_code,
        Field::ApplicantName => t.applicant_name,
        Field::LegalForm => t.legal_form,
        Field::Address => t.address,
        Field::Phone => t.phone,
        Field::Email => t.email,
        Field::Founded => t.founded,
        Field::RegistrationNumber => t.registration_number,
        Field::RepresentativeName => t.representative_name,
        Field::RepresentativePosition => t.representative_position,
        Field::RepresentativeSex => t.representative_sex,
        Field::RepresentativeEthnicGroup => t.representative_ethnic_group,
        Field::RepresentativeAddress => t.representative_address,
        Field::History => t.history,
        Field::Organisation => t.organisation,
        Field::Province => t.province,
        Field::Commune => t.commune,
        Field::Year => t.year,
        Field::Place => t.place,
        Field::SignedOn => t.signed_on,
        Field::TickBusinessRegistration => t.tick_business_registration,
        Field::TickQualityDeclared => t.tick_quality_declared,
        Field::TickFoodSafetyCertificate => t.tick_food_safety_certificate,
        Field::TickProductionCertificate => t.tick_production_certificate,
        Field::TickIntellectualProperty => t.tick_intellectual_property,
        Field::TickTrademark => t.tick_trademark,
        Field::TickCollectiveRight => t.tick_collective_right,
        Field::TickPatent => t.tick_patent,
        Field::TickIndustrialDesign => t.tick_industrial_design,
        Field::TickCopyright => t.tick_copyright,
        Field::TickOtherProperty => t.tick_other_property,
        Field::OtherProperty => t.other_property,
        Field::ResultsMaterials => t.results_materials,
        Field::ResultsQuality => t.results_quality,
        Field::ResultsMarket => t.results_market,
        Field::ResultsBusiness => t.results_business,
        Field::PlanProduct => t.plan_product,
        Field::PlanProduction => t.plan_production,
        Field::PlanMarket => t.plan_market,
        Field::RenewedMaterials => t.renewed_materials,
        Field::RenewedTechnology => t.renewed_technology,
        Field::RenewedPackaging => t.renewed_packaging,
        Field::RenewedLabels => t.renewed_labels,
        Field::RenewedDeclaration => t.renewed_declaration,
        Field::RenewedTests => t.renewed_tests,
        Field::RenewedMarket => t.renewed_market,
        Field::RenewedOutput => t.renewed_output,
        Field::RenewedRevenue => t.renewed_revenue,
        Field::RenewedPapers => t.renewed_papers,
        Field::RenewedAchievements => t.renewed_achievements,
    }
}

/// What a field wants to know, where its name does not say it.
pub fn help(field: Field, decision: &Decision, language: Language, t: &Words) -> Option<String> {
    let t = &t.field_help;
    let cites = &decision.cites;
    let help = match field {
        Field::Samples => return Some(t.samples.n_samples(&decision.samples, &cites.samples.text(language))),
        Field::LegalForm => return Some(t.legal_form.applicants(&cites.applicants.text(language))),
        Field::Commune => return Some(t.commune.handing_in(&cites.handing_in.text(language))),
        Field::ProductName => t.product_name,
        Field::ProductSpecification => t.product_specification,
        Field::ProductCode => t.product_code,
        Field::ApplicantName => t.applicant_name,
        Field::Address => t.address,
        Field::Founded => t.founded,
        Field::RepresentativePosition => t.representative_position,
        Field::History => t.history,
        Field::Organisation => t.organisation,
        Field::Place => t.place,
        Field::SignedOn => t.signed_on,
        Field::ResultsMaterials => t.results_materials,
        Field::ResultsQuality => t.results_quality,
        Field::ResultsMarket => t.results_market,
        Field::ResultsBusiness => t.results_business,
        Field::PlanProduct => t.plan_product,
        Field::PlanProduction => t.plan_production,
        Field::PlanMarket => t.plan_market,
        Field::RenewedMaterials => t.renewed_materials,
        Field::RenewedTechnology => t.renewed_technology,
        Field::RenewedPackaging => t.renewed_packaging,
        Field::RenewedLabels => t.renewed_labels,
        Field::RenewedDeclaration => t.renewed_declaration,
        Field::RenewedTests => t.renewed_tests,
        Field::RenewedMarket => t.renewed_market,
        Field::RenewedOutput => t.renewed_output,
        Field::RenewedRevenue => t.renewed_revenue,
        Field::RenewedPapers => t.renewed_papers,
        Field::RenewedAchievements => t.renewed_achievements,
        _ => return None,
    };
    Some(help.to_owned())
}

/// A value of a choice in words; anything else as it was typed.
pub fn choice<'a>(value: &'a str, t: &Words) -> &'a str {
    match value {
        "cooperative" => t.legal_form.cooperative,
        "cooperative-group" => t.legal_form.cooperative_group,
        "small-medium-enterprise" => t.legal_form.enterprise,
        "farm" => t.legal_form.farm,
        "household" => t.legal_form.household,
        "association" => t.legal_form.association,
        "operating-centre" => t.legal_form.operating_centre,
        "male" => t.forms.male,
        "female" => t.forms.female,
        typed => typed,
    }
}

/// What a kind of dossier is called.
pub fn kind(kind: DossierKind, t: &Words) -> &'static str {
    match kind {
        DossierKind::First => t.forms.kind_first,
        DossierKind::Upgrade => t.forms.kind_upgrade,
        DossierKind::ReRating => t.forms.kind_rerating,
    }
}

/// What a kind of dossier needs, in the terms of its decision.
pub fn kind_text(kind: DossierKind, decision: &Decision, language: Language, t: &Words) -> String {
    let terms = &decision.procedure;
    match kind {
        DossierKind::First => t.forms.kind_first_text.to_owned(),
        DossierKind::Upgrade => t.forms.kind_upgrade_text.to_owned(),
        DossierKind::ReRating => t.forms.kind_rerating_text.closes_months_opens_renewal_window(
            &terms.rerating_closes_days,
            &terms.certificate_months,
            &terms.rerating_opens_days,
            &decision.cites.renewal_window.text(language),
        ),
    }
}

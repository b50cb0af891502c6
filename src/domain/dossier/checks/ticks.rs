use super::super::{Dossier, Field, Holding};
use super::{Finding, What, Where};

/// The ticks of Form 02 part I item 7, with the papers of the guide that each speaks of.
pub(super) const TICKS: [(Field, &[&str]); 9] = [
    (Field::TickBusinessRegistration, &["business-registration", "company-registration"]),
    (
        Field::TickQualityDeclared,
        &["cosmetic-notification", "declaration-dossier", "quality-self-declaration", "registered-quality-declaration"],
    ),
    (Field::TickFoodSafetyCertificate, &["food-safety-certificate"]),
    (Field::TickProductionCertificate, &["gmp-facility-certificate"]),
    (Field::TickTrademark, &["trademark-certificate"]),
    (Field::TickCollectiveRight, &["origin-mark-right"]),
    (Field::TickPatent, &["patent"]),
    (Field::TickIndustrialDesign, &["industrial-design-patent"]),
    (Field::TickCopyright, &["copyright-certificate"]),
];

/// The ticks against the list of papers: what is at hand should be ticked, and what is ticked
/// should not be still to get.
pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    for (tick, papers) in TICKS {
        let at = Where::Field(tick);
        match (dossier.fields.is_ticked(tick), holding(dossier, papers)) {
            (true, Some(Holding::ToGet)) => findings.push(Finding::must_fix(at, What::TickedNotHeld)),
            (false, Some(Holding::Have)) => findings.push(Finding::look(at, What::HeldNotTicked)),
            _ => {}
        }
    }
}

/// Whether one of these papers of the guide is at hand or, failing that, still to get; `None`: the
/// dossier says nothing of them.
fn holding(dossier: &Dossier, papers: &[&str]) -> Option<Holding> {
    let recorded = |holding: Holding| {
        let of = |paper: &String| papers.contains(&paper.as_str());
        dossier.papers.iter().any(|record| record.holding == holding && record.paper.as_ref().is_some_and(of))
    };
    if recorded(Holding::Have) || papers.iter().any(|paper| dossier.held.contains(*paper)) {
        Some(Holding::Have)
    } else {
        recorded(Holding::ToGet).then_some(Holding::ToGet)
    }
}

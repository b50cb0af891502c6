//! Places of a dossier that cannot both be right, by the rules of its decision (`checks.json`).

mod claim;

pub use claim::Claim;

use crate::domain::decision::{Decision, Text};

use super::super::Dossier;
use super::{Finding, What, of_decision, table};

/// Every rule of a decision, in the order of their keys.
pub fn contradictions(decision: &Decision) -> &'static [Contradiction] {
    of_decision(table::CONTRADICTIONS, decision).copied().unwrap_or_default()
}

/// Claims that do not go together.
#[derive(Debug, PartialEq)]
pub struct Contradiction {
    /// Stable name, such as `story-structure-without-story`.
    pub key: &'static str,
    /// It is found where all of these hold. The first is the place to look at.
    pub claims: &'static [Claim],
    /// Where the law puts the two.
    pub cite: Text,
    pub text: Text,
}

impl Contradiction {
    /// The finding, if all claims hold.
    pub fn find(&'static self, dossier: &Dossier) -> Option<Finding> {
        let places: Option<Vec<_>> = self.claims.iter().map(|claim| claim.holds(dossier)).collect();
        let mut places = places?.into_iter();
        let subject = places.next()?;
        let with = places.find(|place| *place != subject);
        Some(Finding::look(subject, What::Contradiction { rule: self, with }))
    }
}

/// Every contradiction found, in the order of the forms and the criteria. All are to be looked at only: the
/// words of the Decision leave room, and the applicant knows better.
pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    let rules = contradictions(dossier.set().decision());
    let mut found: Vec<Finding> = rules.iter().filter_map(|rule| rule.find(dossier)).collect();
    found.sort_by(|one, other| one.subject.cmp(&other.subject));
    findings.extend(found);
}

#[cfg(test)]
mod tests;

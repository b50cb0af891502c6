//! Places of a dossier that cannot both be right, as a table of rules.

mod claim;
mod criteria;
mod forms;

pub use claim::Claim;

use crate::domain::decision::Text;

use super::super::Dossier;
use super::{Finding, What};

/// 3.1, type of organisation, in every set: household, farm, cooperative group · company · cooperative.
const ORGANISATION: &[&str] = &["w012", "w037", "w048", "w062", "w168"];

/// Every rule.
pub fn contradictions() -> impl Iterator<Item = &'static Contradiction> {
    criteria::CRITERIA.iter().chain(&forms::FORMS)
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

/// Every contradiction found, in the order of the table. All are to be looked at only: the words of
/// the Decision leave room, and the applicant knows better.
pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    findings.extend(contradictions().filter_map(|rule| rule.find(dossier)));
}

#[cfg(test)]
mod tests;

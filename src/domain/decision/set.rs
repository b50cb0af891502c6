use std::ops::Range;

use super::{Criterion, Decision, Points, ProductClass, SetNo, Text};

/// One of a decision's product sets (26 in Annex II of Decision 26/2026).
#[derive(Debug)]
pub struct ProductSet {
    /// Place of its decision in [`super::all`].
    pub(super) decision: u8,
    pub no: SetNo,
    /// Stable English key, such as `fresh-produce`.
    pub slug: &'static str,
    /// Of tourism: no samples go along, and who may apply is another matter (articles 2.3, 6.2d).
    pub is_tourism: bool,
    /// The place of the criterion that counts only where another has points, and of that other: how a story is
    /// written, and the story (5.2 and 5.1 in sets 1-25).
    pub counts_with: Option<[usize; 2]>,
    pub name: Text,
    /// Products that people search for and that belong here.
    pub examples: [&'static [&'static str]; 2],
    /// The class of Annex I.
    pub class: ProductClass,
    /// When the whole dossier is rejected; none is printed in set 26.
    pub disqualification: Option<&'static Disqualification>,
    /// A (40 points), B (25), C (35).
    pub parts: &'static [Part],
    /// Every leaf criterion in printed order.
    pub criteria: &'static [Criterion],
}

/// The line of a set that rejects the whole dossier.
#[derive(Debug, PartialEq, Eq)]
pub struct Disqualification {
    pub text: Text,
    /// Yes-or-no question to the applicant; yes is the breach.
    pub question: Text,
}

/// The three parts of every set (article 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartCode {
    A,
    B,
    C,
}

impl PartCode {
    pub const ALL: [PartCode; 3] = [PartCode::A, PartCode::B, PartCode::C];

    pub fn letter(self) -> &'static str {
        match self {
            PartCode::A => "A",
            PartCode::B => "B",
            PartCode::C => "C",
        }
    }
}

/// A part of a set with its groups.
#[derive(Debug)]
pub struct Part {
    pub code: PartCode,
    pub max: Points,
    pub title: Text,
    pub groups: &'static [Group],
}

/// A numbered group of criteria; one that prints its own levels is itself the only criterion.
#[derive(Debug)]
pub struct Group {
    pub code: &'static str,
    pub max: Points,
    pub title: Text,
    /// Places of its criteria in [`ProductSet::criteria`].
    pub criteria: Range<usize>,
    /// Whether the group is itself the criterion.
    pub is_leaf: bool,
    /// Divisions inside the group (sets 11 and 13, group 6).
    pub subgroups: &'static [Subgroup],
}

/// A division inside a group.
#[derive(Debug)]
pub struct Subgroup {
    pub code: &'static str,
    pub max: Points,
    pub title: Text,
    pub criteria: Range<usize>,
}

impl ProductSet {
    /// The decision that it is a set of.
    pub fn decision(&self) -> &'static Decision {
        &super::all()[usize::from(self.decision)]
    }

    /// What names it among the sets of all decisions, such as `26-2026.9`: in routes and commands.
    pub fn key(&self) -> String {
        format!("{}.{}", self.decision().id, self.no.0)
    }

    /// The place of the criterion with this code, `None` if the set has no such criterion.
    pub fn position(&self, code: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.code == code)
    }

    /// Every group in printed order, with its part.
    pub fn groups(&self) -> impl Iterator<Item = (&'static Part, &'static Group)> {
        self.parts.iter().flat_map(|part| part.groups.iter().map(move |group| (part, group)))
    }

    /// The part and group that a criterion stands in.
    pub fn place(&self, position: usize) -> Option<(&'static Part, &'static Group)> {
        self.groups().find(|(_, group)| group.criteria.contains(&position))
    }

    /// Whether an applicant of this kind, by its name in files, may enter products of the set (article 2.3).
    pub fn admits(&self, legal_form: &str) -> bool {
        self.is_tourism || !self.decision().tourism_only.contains(&legal_form)
    }
}

impl Part {
    /// Places of the part's criteria in [`ProductSet::criteria`].
    pub fn criteria(&self) -> Range<usize> {
        let first = self.groups.first().map_or(0, |group| group.criteria.start);
        let end = self.groups.last().map_or(first, |group| group.criteria.end);
        first..end
    }
}

impl PartialEq for ProductSet {
    fn eq(&self, other: &ProductSet) -> bool {
        (self.decision, self.no) == (other.decision, other.no)
    }
}

impl Eq for ProductSet {}

use std::sync::OnceLock;

use super::phrases::Index;
use crate::domain::decision::{Decision, SetNo, Text};

/// What the words of products' names say: `find.json` of the decision's folder.
pub(super) struct Knowledge {
    /// The decision's folder.
    decision: &'static str,
    /// Made once, at the first name: a language's phrases.
    pub indexes: [OnceLock<Index>; 2],
    pub groups: &'static [Group],
    /// Places, brands, praise: they hold words that elsewhere say something.
    pub nothing: &'static str,
    pub questions: &'static [Question],
    /// A text a set.
    pub holds: &'static [Text],
}

/// Words that say the same about a product.
pub(super) struct Group {
    /// The kind of thing, one bit; 0 for none.
    pub is: u32,
    /// Where a product belongs that is called so; `None` where the words only change a thing.
    pub sets: Option<Outcome>,
    /// Whether it counts only at the beginning of a name.
    pub first: bool,
    /// Whether a thing named before outweighs it: brands and places hold such words.
    pub weak: bool,
    /// For vessels: the sets of what may be sold in them. Such a thing named behind outweighs the vessel.
    pub filled: Option<Outcome>,
    /// Where it belongs together with things of these kinds.
    pub with: &'static [(u32, Outcome)],
    /// The same where the thing stands before it; empty: as in `with`.
    pub after: &'static [(u32, Outcome)],
    pub words: Text,
}

/// Sets, the likeliest first.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Whether the first is meant, and the others are only its neighbours.
    pub sure: bool,
    /// None: no product of Annex I.
    pub sets: &'static [u8],
}

/// What settles between neighbours.
#[derive(Debug, PartialEq)]
pub struct Question {
    pub text: Text,
    pub answers: &'static [Answer],
}

/// An answer and the set it leads to.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub set: SetNo,
    pub text: Text,
}

impl Group {
    /// Where a thing of this kind belongs that these words stand at.
    pub fn turning(&self, kind: u32, thing_before: bool) -> Option<&'static Outcome> {
        let table = if thing_before && !self.after.is_empty() { self.after } else { self.with };
        table.iter().find(|(kinds, _)| kinds & kind != 0).map(|(_, outcome)| outcome)
    }
}

include!(concat!(env!("OUT_DIR"), "/find.rs"));

/// What is known of a decision's products; `None` where its folder says nothing.
pub(super) fn knowledge(decision: &Decision) -> Option<&'static Knowledge> {
    KNOWLEDGE.iter().find(|knowledge| knowledge.decision == decision.id)
}

//! What the decisions' `checks.json` say, as the build wrote it: a table a thing, a row a decision.

use super::agree::{Area, Cited, Settled};
use super::contradictions::{Claim, Contradiction};
use super::ticks::Ticks;
use crate::domain::decision::Text;
use crate::domain::dossier::Field;

/// By the key of its lists: levels, each with papers that show it, divided by spaces.
type Proofs = &'static [(&'static str, &'static [(u8, &'static str)])];

include!(concat!(env!("OUT_DIR"), "/checks.rs"));

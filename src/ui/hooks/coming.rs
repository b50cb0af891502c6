//! A part of the program that is still on its way.

use crate::adapters::{handover, page};
use yew::prelude::*;

/// How it comes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    Awaited,
    Failed,
    /// The host has another version by now: a reload is the way on. What is kept stays.
    Outdated,
}

impl Coming {
    /// After it could not be had.
    pub fn failed() -> Coming {
        if handover::is_outdated() { Coming::Outdated } else { Coming::Failed }
    }

    /// The button beside word that it did not come: asks once more, or loads the page again.
    pub fn again(self, ask: impl Fn() + 'static) -> Callback<()> {
        Callback::from(move |()| match self {
            Coming::Outdated => page::reload(),
            _ => ask(),
        })
    }
}

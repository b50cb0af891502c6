//! Dossiers of files that the reader has not decided on: they wait in this tab, also when the page is opened anew.

use std::rc::Rc;

use crate::WRITTEN_BY;
use crate::adapters::asked;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::{from_bytes, to_file};

/// Those that waited when the page was closed, in their order. What cannot be read any more is still the reader's file.
pub fn kept_waiting() -> Vec<Rc<Dossier>> {
    let texts: Vec<String> = asked::asked().and_then(|all| serde_json::from_str(&all).ok()).unwrap_or_default();
    texts.iter().filter_map(|text| Some(Rc::new(from_bytes(text.as_bytes()).ok()?.dossier))).collect()
}

/// Keeps all that wait now, as far as the browser has room.
pub fn keep_waiting(all: &[Rc<Dossier>]) {
    let texts: Vec<String> = all.iter().map(|dossier| to_file(dossier, WRITTEN_BY)).collect();
    asked::keep_asked((!texts.is_empty()).then(|| serde_json::to_string(&texts).ok()).flatten().as_deref());
}

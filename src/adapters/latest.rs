//! The present state of each dossier once more, in the database: for a browser that is ended before its storage is on
//! the disk, and for a text that the storage has only half.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::database::{self, Place};
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::{from_json, to_json};

/// Keeps the present state of a dossier once more. Where that fails there is one place less to find it.
pub fn keep_latest(dossier: &Dossier) {
    let (id, text) = (dossier.id.clone(), to_json(dossier));
    spawn_local(async move {
        let _ = database::put_text(Place::Latest, &id, &text).await;
    });
}

pub fn forget_latest(id: &str) {
    let keys = [id.to_owned()];
    spawn_local(async move {
        let _ = database::remove(Place::Latest, &keys).await;
    });
}

/// The present states of all dossiers, as they were kept once more; `None` where that cannot be read.
pub async fn latest_states() -> Option<Vec<Rc<Dossier>>> {
    let texts = database::texts(Place::Latest, "").await.ok()?;
    Some(texts.iter().filter_map(|text| read(text)).collect())
}

/// A text of the database as a dossier.
pub fn read(text: &str) -> Option<Rc<Dossier>> {
    from_json(text).ok().map(|(dossier, _)| Rc::new(dossier))
}

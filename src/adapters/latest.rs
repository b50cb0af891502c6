//! The present state of each dossier once more, in the database: for a browser that is ended before its storage is on
//! the disk, for a text that the storage has only half, and for what it has no room for.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::clock;
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

/// Keeps a state that finds no room in the storage under a key of its own: the key, once the database has it whole.
pub async fn keep_spare(dossier: &Dossier) -> Option<String> {
    let key = format!("{}/{}", dossier.id, clock::fresh_id());
    database::put_text(Place::Latest, &key, &to_json(dossier)).await.ok().map(|()| key)
}

pub fn forget_spare(keys: Vec<String>) {
    if !keys.is_empty() {
        spawn_local(async move {
            let _ = database::remove(Place::Latest, &keys).await;
        });
    }
}

/// The states of all dossiers that the database has, with their keys, the newest first; `None` where that cannot be read.
pub async fn latest_states() -> Option<Vec<(String, Rc<Dossier>)>> {
    let entries = database::entries(Place::Latest).await.ok()?;
    let mut states: Vec<_> = entries.into_iter().filter_map(|(key, text)| Some((key, read(&text)?))).collect();
    states.sort_by_key(|(_, state)| std::cmp::Reverse(state.revision));
    Some(states)
}

/// A text of the database as a dossier.
pub fn read(text: &str) -> Option<Rc<Dossier>> {
    from_json(text).ok().map(|(dossier, _)| Rc::new(dossier))
}

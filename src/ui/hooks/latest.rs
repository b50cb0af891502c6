use wasm_bindgen_futures::spawn_local;

use crate::adapters::database::{self, Place};
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::to_json;

/// Keeps the present state of a dossier once more. Where that fails there is one place less to find it.
pub(super) fn keep_latest(dossier: &Dossier) {
    let (id, text) = (dossier.id.clone(), to_json(dossier));
    spawn_local(async move {
        let _ = database::put_text(Place::Latest, &id, &text).await;
    });
}

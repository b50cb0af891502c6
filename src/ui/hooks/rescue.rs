//! What the storage has lost, or has only half: the database has it once more.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use super::late::use_late;
use crate::adapters::database::{self, Place};
use crate::adapters::latest::{forget_latest, read};
use crate::adapters::{files, storage};
use crate::domain::dossier::Dossier;
use crate::session::keeping::{Kept, Shelf};
use crate::session::{Action, Broken};

/// The newest state of a dossier that can still be read; `None` until it is found.
#[hook]
pub fn use_last_readable(id: &str) -> Option<Rc<Dossier>> {
    let found = use_late(id.to_owned(), |id| {
        let id = id.clone();
        async move {
            let mut texts = database::texts(Place::Versions, &format!("{id}/")).await.unwrap_or_default();
            texts.extend(database::texts(Place::Latest, &id).await.unwrap_or_default());
            let dossiers = texts.iter().filter_map(|text| read(text)).filter(|dossier| dossier.id == id);
            dossiers.max_by_key(|dossier| dossier.revision)
        }
    });
    found.flatten()
}

/// Downloads what stands in a dossier's place, as it stands there.
pub fn download_broken(broken: &Broken) {
    let text = storage::text_of(&broken.key).unwrap_or_default();
    files::download(&format!("ocop-{}.txt", broken.id), "text/plain", text.as_bytes());
}

/// Takes away what cannot be read, with the states of it that can.
pub fn forget_broken(app: &AppHandle, broken: &Broken) {
    storage::forget_key(&broken.key);
    if matches!(storage::kept(Shelf::Work, &broken.id), Kept::Nothing) {
        forget_latest(&broken.id);
        let prefix = format!("{}/", broken.id);
        spawn_local(async move {
            let versions = database::keys(Place::Versions, &prefix).await.unwrap_or_default();
            let _ = database::remove(Place::Versions, &versions).await;
            let spare = database::keys(Place::Latest, &prefix).await.unwrap_or_default();
            let _ = database::remove(Place::Latest, &spare).await;
        });
    }
    app.act(Action::BrokenForgotten { key: broken.key.clone() });
}

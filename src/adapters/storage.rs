//! What the browser keeps between visits: a key for each dossier, one for the settings.
//!
//! Nothing is ever written over with something that was not read whole: a dossier that cannot be
//! read stays where it is and is reported.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{DomException, Storage, StorageEvent};

use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::{ReadError, from_json, to_json};

const DOSSIER: &str = "ocop/dossier/";
const TRASH: &str = "ocop/trash/";
const SETTING: &str = "ocop/setting/";

/// Why nothing can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Private mode, or storage switched off.
    Blocked,
    /// No room left.
    Full,
}

/// All that was found at the start.
#[derive(Debug, Default)]
pub struct Found {
    pub dossiers: Vec<Dossier>,
    pub trash: Vec<Dossier>,
    /// Keys whose content could not be read, with why. They are left alone.
    pub broken: Vec<(String, ReadError)>,
}

/// The shelf a dossier stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Work,
    Trash,
}

impl Shelf {
    fn key(self, id: &str) -> String {
        match self {
            Shelf::Work => format!("{DOSSIER}{id}"),
            Shelf::Trash => format!("{TRASH}{id}"),
        }
    }
}

/// The store, if the browser lets us write into it.
fn store() -> Result<Storage, Fault> {
    let store = window().local_storage().ok().flatten().ok_or(Fault::Blocked)?;
    let probe = "ocop/probe";
    match store.set_item(probe, "1") {
        Ok(()) => {
            let _ = store.remove_item(probe);
            Ok(store)
        }
        // A full store can still be read.
        Err(error) if is_full(&error) => Ok(store),
        Err(_) => Err(Fault::Blocked),
    }
}

/// Whether the browser lets us keep nothing at all.
pub fn is_blocked() -> bool {
    store().is_err()
}

fn is_full(error: &wasm_bindgen::JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name().to_lowercase().contains("quota"))
}

/// Everything that is kept, dossiers with the newest change first.
pub fn load() -> Result<Found, Fault> {
    let store = store()?;
    let mut found = Found::default();
    let count = store.length().unwrap_or(0);
    let keys: Vec<String> = (0..count).filter_map(|index| store.key(index).ok().flatten()).collect();
    for key in keys {
        let shelf = match () {
            () if key.starts_with(DOSSIER) => &mut found.dossiers,
            () if key.starts_with(TRASH) => &mut found.trash,
            () => continue,
        };
        match store.get_item(&key).ok().flatten().map(|text| from_json(&text)) {
            Some(Ok((dossier, _))) => shelf.push(dossier),
            Some(Err(error)) => found.broken.push((key, error)),
            None => {}
        }
    }
    found.dossiers.sort_by(|a, b| b.updated.cmp(&a.updated));
    found.trash.sort_by(|a, b| b.updated.cmp(&a.updated));
    Ok(found)
}

/// Keeps a dossier. The browser writes a key whole or not at all.
pub fn save(shelf: Shelf, dossier: &Dossier) -> Result<(), Fault> {
    write(&shelf.key(&dossier.id), &to_json(dossier))
}

/// The instant at which the kept copy of a dossier was last changed, and the copy.
pub fn kept(shelf: Shelf, id: &str) -> Option<Dossier> {
    let text = store().ok()?.get_item(&shelf.key(id)).ok().flatten()?;
    from_json(&text).ok().map(|(dossier, _)| dossier)
}

pub fn forget(shelf: Shelf, id: &str) {
    if let Ok(store) = store() {
        let _ = store.remove_item(&shelf.key(id));
    }
}

fn write(key: &str, text: &str) -> Result<(), Fault> {
    store()?.set_item(key, text).map_err(|error| if is_full(&error) { Fault::Full } else { Fault::Blocked })
}

/// A remembered setting.
pub fn setting(name: &str) -> Option<String> {
    store().ok()?.get_item(&format!("{SETTING}{name}")).ok().flatten()
}

/// Remembers a setting, or fails to; a setting is not worth a message.
pub fn set_setting(name: &str, value: &str) {
    let _ = write(&format!("{SETTING}{name}"), value);
}

/// Asks the browser not to clear what we keep when it runs out of room.
pub fn ask_to_persist() {
    if let Ok(promise) = window().navigator().storage().persist() {
        // The answer changes nothing here: the page offers copies either way.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// Hears when another tab keeps or removes a dossier: its id.
pub fn on_elsewhere(mut heard: impl FnMut(String) + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if let Some(id) = key.as_deref().and_then(|key| key.strip_prefix(DOSSIER)) {
            heard(id.to_owned());
        }
    })
}

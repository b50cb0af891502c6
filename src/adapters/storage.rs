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
use crate::session::StorageFault;
use crate::session::keeping::{Kept, Shelf};

const DOSSIER: &str = "ocop/dossier/";
const TRASH: &str = "ocop/trash/";
const SETTING: &str = "ocop/setting/";

/// All that was found at the start.
#[derive(Debug, Default)]
pub struct Found {
    pub dossiers: Vec<Dossier>,
    pub trash: Vec<Dossier>,
    /// Keys whose content could not be read, with why. They are left alone.
    pub broken: Vec<(String, ReadError)>,
}

fn key_of(shelf: Shelf, id: &str) -> String {
    match shelf {
        Shelf::Work => format!("{DOSSIER}{id}"),
        Shelf::Trash => format!("{TRASH}{id}"),
    }
}

/// The store. That it is there does not mean that it takes anything.
fn store() -> Result<Storage, StorageFault> {
    window().local_storage().ok().flatten().ok_or(StorageFault::Blocked)
}

/// Whether the browser lets us write; a full store is no obstacle to reading it.
fn probe(store: &Storage) -> Result<(), StorageFault> {
    let key = "ocop/probe";
    match store.set_item(key, "1") {
        Ok(()) => {
            let _ = store.remove_item(key);
            Ok(())
        }
        Err(error) if is_full(&error) => Ok(()),
        Err(_) => Err(StorageFault::Blocked),
    }
}

/// Whether the browser lets us keep nothing at all.
pub fn is_blocked() -> bool {
    store().and_then(|store| probe(&store)).is_err()
}

fn is_full(error: &wasm_bindgen::JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name().to_lowercase().contains("quota"))
}

/// Everything that is kept, dossiers with the newest change first.
pub fn load() -> Result<Found, StorageFault> {
    let store = store()?;
    probe(&store)?;
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
pub fn save(shelf: Shelf, dossier: &Dossier) -> Result<(), StorageFault> {
    let text = to_json(dossier);
    remember_back(&dossier.id);
    match (shelf, write(&key_of(shelf, &dossier.id), &text)) {
        // The way into the trash must be open where the room is used up: the copy there is no longer
        // than the one that it replaces.
        (Shelf::Trash, Err(StorageFault::Full)) => bin_in_place(dossier, &text),
        (_, result) => result,
    }
}

fn bin_in_place(dossier: &Dossier, text: &str) -> Result<(), StorageFault> {
    let store = store()?;
    let work = key_of(Shelf::Work, &dossier.id);
    let before = store.get_item(&work).ok().flatten().ok_or(StorageFault::Full)?;
    let _ = store.remove_item(&work);
    let binned = write(&key_of(Shelf::Trash, &dossier.id), text);
    if binned.is_err() {
        write(&work, &before)?;
    }
    binned
}

/// The kept copy of a dossier.
pub fn kept(shelf: Shelf, id: &str) -> Kept {
    match store().ok().and_then(|store| store.get_item(&key_of(shelf, id)).ok().flatten()) {
        None => Kept::Nothing,
        Some(text) => from_json(&text).map_or(Kept::Unreadable, |(dossier, _)| Kept::Copy(Box::new(dossier))),
    }
}

/// All kept dossiers as they are written, also those that cannot be read.
pub fn texts() -> Result<Vec<String>, StorageFault> {
    let store = store()?;
    let keys = (0..store.length().unwrap_or(0)).filter_map(|index| store.key(index).ok().flatten());
    let ours = keys.filter(|key| key.starts_with(DOSSIER) || key.starts_with(TRASH));
    ours.map(|key| Ok(store.get_item(&key).map_err(|_| StorageFault::Blocked)?.unwrap_or_default())).collect()
}

/// Whether anything stands in a dossier's place.
pub fn holds(shelf: Shelf, id: &str) -> bool {
    store().is_ok_and(|store| store.get_item(&key_of(shelf, id)).ok().flatten().is_some())
}

/// What stands under a key that [`load`] could not read.
pub fn text_of(key: &str) -> Option<String> {
    store().ok()?.get_item(key).ok().flatten()
}

/// Takes away a key that [`load`] could not read.
pub fn forget_key(key: &str) {
    if let Ok(store) = store() {
        let _ = store.remove_item(key);
    }
}

pub fn forget(shelf: Shelf, id: &str) {
    forget_key(&key_of(shelf, id));
}

fn write(key: &str, text: &str) -> Result<(), StorageFault> {
    store()?
        .set_item(key, text)
        .map_err(|error| if is_full(&error) { StorageFault::Full } else { StorageFault::Blocked })
}

/// A remembered setting.
pub fn setting(name: &str) -> Option<String> {
    store().ok()?.get_item(&format!("{SETTING}{name}")).ok().flatten()
}

/// Remembers a setting; whether there was room for it. A setting is not worth a message.
pub fn set_setting(name: &str, value: &str) -> bool {
    write(&format!("{SETTING}{name}"), value).is_ok()
}

pub fn forget_setting(name: &str) {
    forget_key(&format!("{SETTING}{name}"));
}

/// The setting that remembers what was forgotten last, and at which revision: `k3:12 k4:7`.
const GONE: &str = "gone";

/// The most of them: a copy of one that was forgotten before does not stay behind for long.
const MOST_GONE: usize = 50;

/// Remembers that a dossier was forgotten, so that no copy of it that stayed behind comes back.
pub fn remember_gone(id: &str, revision: u64) {
    let known = setting(GONE).unwrap_or_default();
    let others = known.split(' ').filter(|entry| entry.split(':').next() != Some(id)).take(MOST_GONE - 1);
    let entries: Vec<&str> = others.collect();
    set_setting(GONE, format!("{id}:{revision} {}", entries.join(" ")).trim_end());
}

/// Remembers that it is here again.
fn remember_back(id: &str) {
    if gone(id).is_some() {
        let known = setting(GONE).unwrap_or_default();
        let others: Vec<&str> = known.split(' ').filter(|entry| entry.split(':').next() != Some(id)).collect();
        set_setting(GONE, &others.join(" "));
    }
}

/// The revision at which a dossier was forgotten, if it was.
pub fn gone(id: &str) -> Option<u64> {
    let known = setting(GONE)?;
    known.split(' ').filter_map(|entry| entry.split_once(':')).find(|entry| entry.0 == id)?.1.parse().ok()
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

/// What another tab did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// It kept or removed the dossier with this id.
    Changed(String),
    /// It cleared everything.
    Cleared,
}

/// Hears what other tabs do to the kept dossiers.
pub fn on_elsewhere(heard: impl Fn(Elsewhere) + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        match event.key() {
            None => heard(Elsewhere::Cleared),
            Some(key) => {
                if let Some(id) = key.strip_prefix(DOSSIER).or_else(|| key.strip_prefix(TRASH)) {
                    heard(Elsewhere::Changed(id.to_owned()));
                }
            }
        }
    })
}

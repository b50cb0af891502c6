//! From the first wasm to the whole page. `web/start.js` loads the whole page beside the first one
//! and sends `ocop-yield` when it is ready to take over; files that were chosen go through `window`.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Event, File};

const FILES: &str = "ocopChosen";

/// Asks the loader for the whole page, now rather than when the line is free.
pub fn want_whole() {
    if let Ok(event) = Event::new("ocop-whole-wanted") {
        let _ = window().dispatch_event(&event);
    }
}

/// Hears when the whole page is ready to take over.
pub fn on_yield(mut heard: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "ocop-yield", move |_| heard())
}

/// Hears when the whole page could not be had.
pub fn on_failed(mut heard: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "ocop-whole-failed", move |_| heard())
}

/// Whether it could not be had because the host has another version by now.
pub fn is_outdated() -> bool {
    Reflect::get(&window(), &"ocopOutdated".into()).is_ok_and(|outdated| outdated.is_truthy())
}

/// Whether this page began with the first wasm.
pub fn takes_over() -> bool {
    document_element().get_attribute("data-visit").is_some_and(|visit| visit == "first")
}

/// Says that the first app is gone.
pub fn yielded() {
    if let Ok(event) = Event::new("ocop-yielded") {
        let _ = window().dispatch_event(&event);
    }
}

/// Leaves files that the reader chose.
pub fn give_files(files: &[File]) {
    let _ = Reflect::set(&window(), &FILES.into(), &files.iter().collect::<Array>());
}

/// The files that were left, once.
pub fn take_files() -> Vec<File> {
    let left = Reflect::get(&window(), &FILES.into()).ok().and_then(|left| left.dyn_into::<Array>().ok());
    let _ = Reflect::delete_property(&window(), &FILES.into());
    left.map_or(Vec::new(), |list| list.iter().filter_map(|file| file.dyn_into().ok()).collect())
}

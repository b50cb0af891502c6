//! New versions of the page. The service worker loads them aside; the reader says when to start.
//! `web/start.js` has the other end.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Hears when a new version is ready to be started, at once if it already is.
pub fn on_ready(mut heard: impl FnMut() + 'static) -> EventListener {
    if starter().is_some() {
        heard();
    }
    EventListener::new(&window(), "ocop-update", move |_| heard())
}

/// Starts the waiting version: every open tab reloads into it.
pub fn start() {
    if let Some(start) = starter() {
        let _ = start.call0(&JsValue::NULL);
    }
}

fn starter() -> Option<Function> {
    Reflect::get(&window(), &"ocopUpdate".into()).ok()?.dyn_into().ok()
}

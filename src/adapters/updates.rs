//! New versions of the page. The service worker loads them aside; the reader says when to start.
//! `web/start.js` has the other end of the two events.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// Hears when a new version is ready to be started, at once if it already is.
pub fn on_ready(mut heard: impl FnMut() + 'static) -> EventListener {
    if document_element().get_attribute("data-update").as_deref() == Some("ready") {
        heard();
    }
    EventListener::new(&window(), "ocop-update-ready", move |_| heard())
}

/// Starts the waiting version: every open tab reloads into it.
pub fn start() {
    if let Ok(event) = Event::new("ocop-update-accepted") {
        let _ = window().dispatch_event(&event);
    }
}

/// Runs something on the next turn, when the page has been drawn.
pub fn soon(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    let _ = window().request_animation_frame(run.unchecked_ref());
}

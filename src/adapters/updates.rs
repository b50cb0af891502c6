//! New versions of the page. The service worker loads them aside; the reader says when to start.
//! `web/start.js` has the other end.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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

/// Whether all of this page is kept for use without a network. The single file always is.
pub async fn is_kept() -> bool {
    let window = window();
    if Reflect::has(&window, &"ocopFiles".into()).unwrap_or_default() {
        return true;
    }
    let ask: Option<Function> = Reflect::get(&window, &"ocopIsKept".into()).ok().and_then(|ask| ask.dyn_into().ok());
    let Some(answer) = ask.and_then(|ask| ask.call0(&JsValue::NULL).ok()) else { return false };
    JsFuture::from(js_sys::Promise::resolve(&answer)).await.is_ok_and(|kept| kept.is_truthy())
}

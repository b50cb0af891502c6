//! The address bar: the fragment says which page is shown.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;

/// The fragment with its `#`, empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to a fragment; the listener hears of it.
pub fn go(fragment: &str) {
    // Setting a fragment fails in no browser; where it did, staying is right.
    let _ = window().location().set_hash(fragment);
}

/// Goes to a fragment without a step in the history.
pub fn replace(fragment: &str) {
    // It is another page, and not the one of this step come back to: WebKit would give it the step's number.
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::NULL, "");
    }
    let _ = window().location().replace(fragment);
}

/// Writes a fragment that leads to the page as it is now, for reload and back: nobody hears of it.
pub fn rewrite(fragment: &str) {
    if let Ok(history) = window().history() {
        // The step stays the one it was. Where a browser refuses, the page works without.
        let step = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&step, "", Some(fragment));
    }
}

/// Goes back one step; `false` where there is none.
pub fn back() -> bool {
    window().history().is_ok_and(|history| history.length().is_ok_and(|steps| steps > 1) && history.back().is_ok())
}

/// Hears every change of the fragment until it is dropped.
pub fn on_change(mut heard: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| heard())
}

/// The address of this page with another fragment, for links that leave the device.
pub fn with_fragment(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    format!("{base}{fragment}")
}

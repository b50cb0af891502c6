//! Waiting for the page to be drawn.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// Runs something on the next turn, when the page has been drawn.
pub fn soon(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    let _ = window().request_animation_frame(run.unchecked_ref());
}

/// Waits until the page has been drawn once more, so that long work shows how far it is.
pub async fn drawn() {
    let drawn = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().request_animation_frame(&resolve);
        // A page that nobody sees is not drawn.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 100);
    });
    let _ = JsFuture::from(drawn).await;
    gloo::timers::future::TimeoutFuture::new(0).await;
}

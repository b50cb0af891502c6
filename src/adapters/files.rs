//! Files out and in, and what stands in for them where a browser drops downloads.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlAnchorElement, HtmlElement};

/// Offers bytes as a download. Whether the browser took it cannot be known.
pub fn download(name: &str, media: &str, bytes: &[u8]) {
    let url = ObjectUrl::from(Blob::new_with_options(bytes, Some(media)));
    let Some(anchor) = document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok()) else {
        return;
    };
    anchor.set_href(&url);
    anchor.set_download(name);
    if let Some(body) = document().body() {
        let _ = body.append_child(&anchor);
        anchor.unchecked_ref::<HtmlElement>().click();
        anchor.remove();
    }
    // The URL dies with the object, so it is kept until the browser has surely begun.
    Timeout::new(60_000, move || drop(url)).forget();
}

/// The text of a file the reader chose; an error if the browser could not read it.
pub async fn read(file: &File) -> Result<Vec<u8>, ()> {
    let blob = Blob::from(file.clone());
    gloo::file::futures::read_as_bytes(&blob).await.map_err(|_| ())
}

/// Puts text on the clipboard.
pub async fn copy(text: &str) -> Result<(), ()> {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).map_err(|_| ())?;
    if clipboard.is_undefined() {
        return Err(());
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.map(|_| ()).map_err(|_| ())
}

/// Whether the device offers its share sheet.
pub fn can_share() -> bool {
    js_sys::Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens the device's share sheet with a text.
pub async fn share(title: &str, text: &str) -> Result<(), ()> {
    let data = js_sys::Object::new();
    for (key, value) in [("title", title), ("text", text)] {
        js_sys::Reflect::set(&data, &key.into(), &value.into()).map_err(|_| ())?;
    }
    let navigator: JsValue = window().navigator().into();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).map_err(|_| ())?;
    let share: js_sys::Function = share.dyn_into().map_err(|_| ())?;
    let promise: js_sys::Promise = share.call1(&navigator, &data).map_err(|_| ())?.dyn_into().map_err(|_| ())?;
    JsFuture::from(promise).await.map(|_| ()).map_err(|_| ())
}

//! Files out and in, and what stands in for them where a browser drops downloads.

use std::ops::Range;

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BlobPropertyBag, DomException, File, HtmlAnchorElement, HtmlElement};

/// Offers bytes as a download; `None` where the browser has no memory for them. Whether it took it cannot be known.
pub fn download(name: &str, media: &str, bytes: &[u8]) -> Option<()> {
    download_blob(name, Blob::from(blob(bytes, media)?));
    Some(())
}

/// Bytes as a file in the browser's own memory; `None` where that has ended.
pub fn blob(bytes: &[u8], media: &str) -> Option<web_sys::Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    web_sys::Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &kind).ok()
}

/// A file that is made piece by piece. The browser keeps the pieces, on the disk where there are many: this
/// program's memory holds one at a time.
#[derive(Default)]
pub struct Pieces(Array);

impl Pieces {
    /// `None` where the browser has no memory for it.
    pub fn add(&self, bytes: &[u8]) -> Option<()> {
        self.add_file(&blob(bytes, "")?);
        Some(())
    }

    /// A file that the browser has already is not copied.
    pub fn add_file(&self, file: &web_sys::Blob) {
        self.0.push(file);
    }

    /// Offers the whole as a download; `None` where the browser cannot put it together. One that finds no room for the
    /// pieces says so only to who reads them, so the last of it is read.
    pub async fn download(&self, name: &str, media: &str) -> Option<()> {
        let kind = BlobPropertyBag::new();
        kind.set_type(media);
        let whole = web_sys::Blob::new_with_blob_sequence_and_options(&self.0, &kind).ok()?;
        let last = whole.slice_with_f64_and_f64((whole.size() - 1.0).max(0.0), whole.size()).ok()?;
        gloo::file::futures::read_as_bytes(&Blob::from(last)).await.ok()?;
        download_blob(name, Blob::from(whole));
        Some(())
    }
}

fn download_blob(name: &str, blob: Blob) {
    let url = ObjectUrl::from(blob);
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

/// The bytes of a file the reader chose; an error if the browser could not read it.
pub async fn read(file: &File) -> Result<Vec<u8>, ()> {
    let blob = Blob::from(file.clone());
    gloo::file::futures::read_as_bytes(&blob).await.map_err(|_| ())
}

/// A part of a file, as far as the file goes.
pub async fn read_part(file: &File, range: Range<u64>) -> Result<Vec<u8>, ()> {
    let part = file.slice_with_f64_and_f64(range.start as f64, range.end as f64).map_err(|_| ())?;
    gloo::file::futures::read_as_bytes(&Blob::from(part)).await.map_err(|_| ())
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
pub async fn share(title: &str, text: &str) -> Result<(), NotShared> {
    share_data(&[("title", title.into()), ("text", text.into())]).await
}

/// Why a file was not shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// The device shares texts only, or no file of this kind.
    NoFiles,
    /// The reader closed the sheet.
    Cancelled,
    /// The browser refused.
    Refused,
}

/// Opens the device's share sheet with a file.
pub async fn share_file(title: &str, name: &str, media: &str, text: &str) -> Result<(), NotShared> {
    let file = gloo::file::File::new_with_options(name, text, Some(media), None);
    let list = js_sys::Array::of1(AsRef::<File>::as_ref(&file));
    let data = object(&[("files", list.clone().into())]).map_err(|()| NotShared::NoFiles)?;
    let navigator: JsValue = window().navigator().into();
    let can = js_sys::Reflect::get(&navigator, &"canShare".into()).ok();
    let can: js_sys::Function = can.and_then(|can| can.dyn_into().ok()).ok_or(NotShared::NoFiles)?;
    if !can.call1(&navigator, &data).is_ok_and(|answer| answer.is_truthy()) {
        return Err(NotShared::NoFiles);
    }
    share_data(&[("title", title.into()), ("files", list.into())]).await
}

fn object(values: &[(&str, JsValue)]) -> Result<js_sys::Object, ()> {
    let data = js_sys::Object::new();
    for (key, value) in values {
        js_sys::Reflect::set(&data, &(*key).into(), value).map_err(|_| ())?;
    }
    Ok(data)
}

async fn share_data(values: &[(&str, JsValue)]) -> Result<(), NotShared> {
    let refused = |_| NotShared::Refused;
    let data = object(values).map_err(|()| NotShared::Refused)?;
    let navigator: JsValue = window().navigator().into();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).map_err(refused)?;
    let share: js_sys::Function = share.dyn_into().map_err(refused)?;
    let promise: js_sys::Promise = share.call1(&navigator, &data).map_err(refused)?.dyn_into().map_err(refused)?;
    JsFuture::from(promise).await.map(|_| ()).map_err(|error| {
        let is_cancelled = error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError");
        if is_cancelled { NotShared::Cancelled } else { NotShared::Refused }
    })
}

//! The long words: inside the single file, else fetched once from beside the page.

use gloo::net::http::Request;
use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::domain::decision::{Guide, Language};

/// A decision's guide in one language; `None` where it could not be had (offline before it was ever loaded).
pub async fn load(decision: &'static str, language: Language) -> Option<Guide> {
    let facts = text(&format!("guide/{decision}/facts.json")).await?;
    let words = text(&format!("guide/{decision}/{}.json", language.tag())).await?;
    Some(Guide { decision, ..Guide::parse(&facts, &words).ok()? })
}

/// A text that lies beside the page, or in the single file.
pub(super) async fn text(path: &str) -> Option<String> {
    match inside(path).await {
        Some(text) => Some(text),
        None => Request::get(path).send().await.ok()?.text().await.ok(),
    }
}

/// The single file carries its files in `window.ocopFiles`, a map (or the promise of one) from path
/// to text.
async fn inside(path: &str) -> Option<String> {
    let files = Reflect::get(&gloo::utils::window(), &"ocopFiles".into()).ok().filter(|files| !files.is_undefined())?;
    let files = match files.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.ok()?,
        Err(files) => files,
    };
    Reflect::get(&files, &path.into()).ok()?.as_string()
}

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use crate::adapters::{frames, guide};
use crate::session::Action;

/// Loads the long words of the session's language once the first page has been drawn.
#[hook]
pub fn use_guide(app: &AppHandle) {
    let handle = app.clone();
    use_effect_with(app.language(), move |language| {
        let language = *language;
        frames::soon(move || {
            spawn_local(async move {
                if let Some(guide) = guide::load(language).await {
                    handle.act(Action::GuideArrived(Rc::new(guide)));
                }
            });
        });
    });
}

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use crate::adapters::{frames, guide, page};
use crate::session::Action;

/// Loads the long words of the session's language once the first page has been drawn. What did not come is
/// asked for again with the next page, and when the network returns.
#[hook]
pub fn use_guide(app: &AppHandle) {
    let returns = use_state_eq(|| 0_u32);
    {
        let returns = returns.clone();
        use_effect_with((), move |()| {
            let count = std::cell::Cell::new(0);
            let listener = page::on_online(move || {
                count.set(count.get() + 1);
                returns.set(count.get());
            });
            move || drop(listener)
        });
    }
    let handle = app.clone();
    // The route matters only as long as the guide is missing.
    let page = app.guide.is_none().then(|| (app.route.clone(), *returns));
    use_effect_with((app.language(), page), move |(language, page)| {
        let (language, missing) = (*language, page.is_some());
        frames::soon(move || {
            if !missing {
                return;
            }
            spawn_local(async move {
                if let Some(guide) = guide::load(language).await {
                    handle.act(Action::GuideArrived { language, guide: Rc::new(guide) });
                }
            });
        });
    });
}

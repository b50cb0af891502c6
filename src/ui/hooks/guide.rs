use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use super::deciding::decision_today;
use crate::adapters::{frames, guide, page};
use crate::domain::decision::Decision;
use crate::session::Action;
use crate::ui::route::Route;

/// The decision that the page at hand speaks of: that of its dossier or its set, else the one in force.
pub fn shown_decision(app: &AppHandle) -> &'static Decision {
    let set = match &app.route {
        Route::Dossier { id, .. } => app.dossiers.iter().find(|dossier| dossier.id == *id).map(|dossier| dossier.set()),
        Route::Set { set, .. } => Some(*set),
        _ => None,
    };
    set.map_or_else(decision_today, |set| set.decision())
}

/// Loads the long words of the session's language and the page's decision once the first page has been drawn. What did not come is
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
    let decision = shown_decision(app).id;
    // The route matters only as long as the guide is missing.
    let missing = app.guide.as_ref().is_none_or(|guide| guide.decision != decision);
    let page = missing.then(|| (app.route.clone(), *returns));
    use_effect_with((app.language(), decision, page), move |(language, decision, page)| {
        let (language, decision, missing) = (*language, *decision, page.is_some());
        frames::soon(move || {
            if !missing {
                return;
            }
            handle.act(Action::GuideWanted { decision });
            spawn_local(async move {
                if let Some(guide) = guide::load(decision, language).await {
                    handle.act(Action::GuideArrived { language, guide: Rc::new(guide) });
                }
            });
        });
    });
}

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

use super::app::AppHandle;
use super::coming::Coming;
use crate::adapters::{frames, handover, page};
use crate::session::NoticeKind;

/// Brings a part of the program for the page at hand: how it comes along, `None` once it is there, and how to try again.
/// It is also asked for again with the next page, and when the network returns. `bring` says whether it came; `unfocused`
/// is called where by then nothing has the focus.
#[hook]
pub fn use_later<F>(
    app: &AppHandle,
    is_there: bool,
    bring: fn() -> F,
    unfocused: fn(),
) -> (Option<Coming>, Callback<()>)
where
    F: Future<Output = bool> + 'static,
{
    let coming = use_state_eq(|| (!is_there).then_some(Coming::Awaited));
    let ask = {
        let coming = coming.clone();
        Rc::new(move |wanted: Rc<Cell<bool>>| {
            coming.set(Some(Coming::Awaited));
            let coming = coming.clone();
            spawn_local(async move {
                let came = bring().await;
                if !wanted.get() {
                    return;
                }
                coming.set((!came).then(Coming::failed));
                // What had the focus is gone with the page that said so.
                frames::soon(move || {
                    if came && page::focused().is_none() {
                        unfocused();
                    }
                });
            });
        })
    };
    let wanted = use_mut_ref(|| Rc::new(Cell::new(true)));
    {
        let (ask, wanted) = (ask.clone(), wanted.clone());
        use_effect_with((app.route.clone(), coming.is_some()), move |(_, is_missing)| {
            let still = Rc::new(Cell::new(true));
            wanted.replace(still.clone());
            let online = is_missing.then(|| {
                ask(still.clone());
                let still = still.clone();
                page::on_online(move || ask(still.clone()))
            });
            move || {
                still.set(false);
                drop(online);
            }
        });
    }
    let again = coming.unwrap_or(Coming::Awaited).again(move || ask(wanted.borrow().clone()));
    (*coming, again)
}

/// Does what only the later part can, as soon as that is there; where it does not come, says so.
pub(super) fn in_later(app: &AppHandle, done: impl Future<Output = Result<(), SplitLoaderError>> + 'static) {
    let app = app.clone();
    spawn_local(async move {
        if done.await.is_err() {
            app.notice(NoticeKind::Fault, |t, _| format!("{}. {}", t.app.not_loaded, t.app.not_loaded_text));
        }
    });
}

/// Runs something once that part is there or could not be had; at once where the first program's page stands until then.
pub fn with_later(is_wanted: bool, bring: impl Future<Output = bool> + 'static, run: impl FnOnce() + 'static) {
    if !is_wanted || handover::takes_over() {
        return run();
    }
    spawn_local(async move {
        bring.await;
        run();
    });
}

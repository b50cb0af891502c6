use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

use super::app::AppHandle;
use super::coming::Coming;
use super::routing::route_now;
use crate::adapters::{frames, handover, page};
use crate::session::{Action, NoticeKind, Until};
use crate::words::Words;

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

thread_local! {
    /// Which of what [`in_later`] was given is the newest.
    static NEWEST: Cell<u32> = const { Cell::new(0) };
}

/// Does what only the later part can, as soon as that is there. Where it does not come, says so, and does it when the
/// network returns, unless the reader has gone on or wanted something else of the part by then.
pub(super) fn in_later<F>(app: &AppHandle, done: impl Fn() -> F + 'static)
where
    F: Future<Output = Result<(), SplitLoaderError>> + 'static,
{
    NEWEST.set(NEWEST.get().wrapping_add(1));
    do_in_later(app.clone(), Rc::new(done), NEWEST.get());
}

fn do_in_later<F>(app: AppHandle, done: Rc<impl Fn() -> F + 'static>, this: u32)
where
    F: Future<Output = Result<(), SplitLoaderError>> + 'static,
{
    spawn_local(async move {
        if done().await.is_ok() {
            return app.act(Action::LaterCame);
        }
        let not_here = |t: &Words| format!("{}. {} {}", t.app.not_loaded, t.app.not_loaded_text, t.app.goes_on_online);
        app.notice_until(Until::LaterCame, NoticeKind::Fault, |t, _| not_here(t));
        let here = route_now();
        page::once_online(move || {
            if NEWEST.get() == this && route_now() == here {
                do_in_later(app, done, this);
            }
        });
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

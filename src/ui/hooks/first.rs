//! What the first wasm has in place of the whole page's hooks: it begins with nothing kept, so it
//! only writes, and it hands over to the whole page when that has arrived.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::app::{AppHandle, Store};
use super::latest::keep_latest;
use super::routing::use_route;
use super::start::{fresh_session, use_page_settings};
use crate::adapters::storage::{self, Fault, Shelf};
use crate::adapters::{clock, handover, page};
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::to_json;
use crate::session::{Action, Saving, Session, StorageFault};

/// How long after a change the work is kept, in milliseconds, with all that was changed meanwhile.
const QUIET: u32 = 250;

#[derive(Properties, PartialEq)]
pub struct FirstProviderProps {
    pub children: Html,
}

/// A session of its own, kept with every change, until the whole page takes over.
#[component]
pub fn FirstProvider(props: &FirstProviderProps) -> Html {
    let store = use_reducer_eq(|| Store::of(fresh_session()));
    let route = use_route();
    let handle = AppHandle::new(store, route);
    use_first_saving(&handle);
    use_page_settings(&handle);
    html! { <ContextProvider<AppHandle> context={handle}>{ props.children.clone() }</ContextProvider<AppHandle>> }
}

/// How the whole page comes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    Awaited,
    Failed,
    /// The host has another version by now: a reload is the way on. What is kept stays.
    Outdated,
}

/// Asks for the whole page, for a page that the first wasm does not have, and once more with each such
/// page; how it comes along, and how to try again.
#[hook]
pub fn use_whole_page(app: &AppHandle) -> (Whole, Callback<()>) {
    let coming = use_state_eq(|| Whole::Awaited);
    {
        let coming = coming.clone();
        use_effect_with(app.route.clone(), move |_| {
            coming.set(Whole::Awaited);
            let listener = handover::on_failed(move || {
                coming.set(if handover::is_outdated() { Whole::Outdated } else { Whole::Failed });
            });
            handover::want_whole();
            move || drop(listener)
        });
    }
    let again = {
        let coming = coming.clone();
        Callback::from(move |()| match *coming {
            Whole::Outdated => page::reload(),
            _ => {
                coming.set(Whole::Awaited);
                handover::want_whole();
            }
        })
    };
    (*coming, again)
}

/// Runs something once everything is kept and the whole page is ready, and says when it is done.
pub fn when_yielding(run: impl FnOnce() + 'static) {
    let run = RefCell::new(Some(run));
    let listener = handover::on_yield(move || {
        if let Some(run) = run.take() {
            // After the others that hear of it have kept what they have.
            Timeout::new(0, move || {
                run();
                handover::yielded();
            })
            .forget();
        }
    });
    listener.forget();
}

/// Remembers the language and asks for the whole page, which speaks it.
pub fn choose_language(app: &AppHandle, language: Language) {
    app.act(Action::LanguageChosen(language));
    handover::want_whole();
}

/// Hands chosen files to the whole page, which opens them.
pub fn hand_over_files(files: &[web_sys::File]) {
    handover::give_files(files);
    handover::want_whole();
}

#[hook]
fn use_first_saving(app: &AppHandle) {
    let kept = use_mut_ref(Vec::new);
    let latest = use_mut_ref(|| app.session());
    *latest.borrow_mut() = app.session();
    let timer = use_mut_ref(|| None);
    {
        let (app, kept, latest) = (app.clone(), kept.clone(), latest.clone());
        use_effect_with(app.dossiers.clone(), move |_| {
            let fired = timer.clone();
            timer.borrow_mut().get_or_insert_with(|| {
                Timeout::new(QUIET, move || {
                    fired.take();
                    let session = latest.borrow().clone();
                    if let Some(saving) = keep(&kept, &session) {
                        app.act(Action::SavingChanged(saving));
                    }
                })
            });
        });
    }
    use_effect_with((), move |()| {
        let leave = {
            let (kept, latest) = (kept.clone(), latest.clone());
            page::on_leave(move || {
                keep(&kept, &latest.borrow());
            })
        };
        let given = handover::on_yield(move || {
            let session = latest.borrow().clone();
            if let Some(Saving::Failed(_)) = keep(&kept, &session) {
                handover::give(session.dossiers.iter().map(|dossier| to_json(dossier)));
            }
        });
        move || drop((leave, given))
    });
}

/// Writes what changed; `None` if nothing did.
fn keep(kept: &Rc<RefCell<Vec<Rc<Dossier>>>>, session: &Session) -> Option<Saving> {
    let mut kept = kept.borrow_mut();
    let mut saving = None;
    for dossier in &session.dossiers {
        if kept.iter().any(|known| Rc::ptr_eq(known, dossier)) {
            continue;
        }
        match storage::save(Shelf::Work, dossier) {
            Ok(()) => {
                if kept.is_empty() {
                    storage::ask_to_persist();
                }
                keep_latest(dossier);
                kept.retain(|known| known.id != dossier.id);
                kept.push(dossier.clone());
                saving = Some(Saving::Saved(clock::local_time()));
            }
            Err(Fault::Blocked) => return Some(Saving::Failed(StorageFault::Blocked)),
            Err(Fault::Full) => return Some(Saving::Failed(StorageFault::Full)),
        }
    }
    saving
}

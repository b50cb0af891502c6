use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::app::AppHandle;
use crate::adapters::storage::{self, Fault, Shelf};
use crate::adapters::{clock, page};
use crate::domain::dossier::Dossier;
use crate::session::{Action, NoticeKind, Saving, Session, StorageFault};

/// How long after the last change the work is kept, in milliseconds. A second is what one may lose.
const QUIET: u32 = 250;

/// What the browser holds now, to tell by pointer what changed since.
#[derive(Default)]
struct Kept {
    work: Vec<Rc<Dossier>>,
    trash: Vec<Rc<Dossier>>,
}

/// Keeps every change: a moment after the last one, and at once when the page is left.
#[hook]
pub fn use_saving(app: &AppHandle) {
    let kept = use_mut_ref(|| Kept { work: app.dossiers.clone(), trash: app.trash.clone() });
    let latest = use_mut_ref(|| app.session());
    *latest.borrow_mut() = app.session();

    {
        let (app, kept, latest) = (app.clone(), kept.clone(), latest.clone());
        let watched = (app.dossiers.clone(), app.trash.clone());
        use_effect_with(watched, move |_| {
            let behind = is_behind(&kept.borrow(), &app);
            let timer = behind.then(|| {
                Timeout::new(QUIET, move || {
                    let session = latest.borrow().clone();
                    app.act(Action::SavingChanged(keep(&kept, &session)));
                })
            });
            move || drop(timer)
        });
    }
    use_effect_with((), move |()| {
        let listener = page::on_leave(move || {
            let session = latest.borrow().clone();
            keep(&kept, &session);
        });
        move || drop(listener)
    });
}

fn is_behind(kept: &Kept, session: &Session) -> bool {
    !same(&kept.work, &session.dossiers) || !same(&kept.trash, &session.trash)
}

fn same(a: &[Rc<Dossier>], b: &[Rc<Dossier>]) -> bool {
    a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| Rc::ptr_eq(a, b)))
}

/// Writes what changed. What fails stays marked as changed and is tried again with the next change.
fn keep(kept: &Rc<RefCell<Kept>>, session: &Session) -> Saving {
    let mut kept = kept.borrow_mut();
    if kept.work.is_empty() && !session.dossiers.is_empty() {
        storage::ask_to_persist();
    }
    let shelves = [(Shelf::Work, &session.dossiers), (Shelf::Trash, &session.trash)];
    let mut fault = None;
    for (shelf, now) in shelves {
        let before = match shelf {
            Shelf::Work => &mut kept.work,
            Shelf::Trash => &mut kept.trash,
        };
        for dossier in now {
            if before.iter().any(|known| Rc::ptr_eq(known, dossier)) {
                continue;
            }
            match storage::save(shelf, dossier) {
                Ok(()) => {
                    before.retain(|known| known.id != dossier.id);
                    before.push(dossier.clone());
                }
                Err(what) => fault = Some(what),
            }
        }
    }
    // A dossier leaves a shelf only after it stands on the other.
    if fault.is_none() {
        for (shelf, now) in shelves {
            let before = match shelf {
                Shelf::Work => &mut kept.work,
                Shelf::Trash => &mut kept.trash,
            };
            before.retain(|known| {
                let stays = now.iter().any(|dossier| dossier.id == known.id);
                if !stays {
                    storage::forget(shelf, &known.id);
                }
                stays
            });
        }
    }
    match fault {
        None => Saving::Saved(clock::local_time()),
        Some(Fault::Blocked) => Saving::Failed(StorageFault::Blocked),
        Some(Fault::Full) => Saving::Failed(StorageFault::Full),
    }
}

/// Follows what another tab keeps: its newer dossier is shown here, and what was typed here and not
/// kept yet is kept as a copy beside it.
#[hook]
pub fn use_elsewhere(app: &AppHandle) {
    let latest = use_mut_ref(|| app.clone());
    *latest.borrow_mut() = app.clone();
    use_effect_with((), move |()| {
        let listener = storage::on_elsewhere(move |id| {
            let app = latest.borrow().clone();
            let Some(theirs) = storage::kept(Shelf::Work, &id) else { return };
            let t = app.t();
            match app.dossier(&id) {
                Some(ours) if **ours == theirs || ours.updated > theirs.updated => {}
                Some(ours) if app.saving == Saving::Pending => {
                    let copy = Dossier { id: clock::fresh_id(), ..(**ours).clone() };
                    app.act(Action::DossierAdded(Rc::new(copy)));
                    app.act(Action::Replaced(Rc::new(theirs)));
                    app.notice(NoticeKind::Fault, t.saving.other_tab_copy.to_owned());
                }
                Some(_) => {
                    app.act(Action::Replaced(Rc::new(theirs)));
                    app.notice(NoticeKind::Note, t.saving.other_tab.to_owned());
                }
                None => app.act(Action::Replaced(Rc::new(theirs))),
            }
        });
        move || drop(listener)
    });
}

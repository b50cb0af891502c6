use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::{Interval, Timeout};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use super::routing::replace_route;
use super::versions::keep_version;
use crate::adapters::browser_store::BrowserStore;
use crate::adapters::latest::{forget_spare, keep_latest, keep_spare, latest_states};
use crate::adapters::storage::{self, Elsewhere};
use crate::adapters::{clock, page};
use crate::session::keeping::{Keeper, News, Outcome, Spare, same};
use crate::session::{Action, NoticeKind, Saving, StorageFault};
use crate::ui::route::Route;
use crate::words::Words;

/// How long after the last change the work is kept, in milliseconds.
const QUIET: u32 = 250;

/// How long after the first change that is not kept, however fast more of them come. A second is what
/// one may lose.
const LONGEST: u32 = 700;

/// How long after a try that found no room the next one comes, in milliseconds: another tab may delete something, or the
/// browser make room.
const AGAIN: u32 = 5_000;

/// How long the page waits for the database to take what finds no room elsewhere, before it says that nothing is kept.
const PATIENCE: u32 = 1_500;

/// Keeps every change: a moment after the last one, and at once when the page is left or hidden.
/// Follows what other tabs keep.
#[hook]
pub fn use_saving(app: &AppHandle) {
    let keeper = use_mut_ref(|| match app.saving {
        Saving::Idle => Keeper::of(app),
        _ => Keeper::found(&store(app), app),
    });
    let latest = use_mut_ref(|| app.clone());
    *latest.borrow_mut() = app.clone();
    let saver = Saver { keeper, spare: use_mut_ref(Spare::default), latest, is_due: use_mut_ref(|| false) };
    {
        let saver = saver.clone();
        use_effect_with((app.dossiers.clone(), app.trash.clone()), move |_| {
            let behind = saver.is_behind();
            if behind {
                saver.keep_at_the_latest();
            } else if saver.app().saving == Saving::Pending {
                // Kept already: a second copy that the keeper itself put aside.
                saver.app().act(Action::SavingChanged(saving(None)));
            }
            let timer = behind.then(|| Timeout::new(QUIET, move || saver.keep()));
            move || drop(timer)
        });
    }
    // Who is told that nothing is kept is asked before it goes.
    let not_kept = matches!(app.saving, Saving::Failed(_)) && !app.dossiers.is_empty();
    use_effect_with(not_kept, |not_kept| {
        let asking = not_kept.then(page::ask_before_leaving);
        move || drop(asking)
    });
    let is_full = app.saving == Saving::Failed(StorageFault::Full);
    {
        let saver = saver.clone();
        use_effect_with(is_full, move |is_full| {
            let again = is_full.then(|| Interval::new(AGAIN, move || saver.keep()));
            move || drop(again)
        });
    }
    use_effect_with((), move |()| {
        let (leaving, returning) = (saver.clone(), saver.clone());
        let listeners = (page::on_leave(move || leaving.keep()), page::on_return(move || returning.look_again()), {
            let saver = saver.clone();
            storage::on_elsewhere(move |what| saver.hear(what))
        });
        spawn_local(async move { saver.recover().await });
        move || drop(listeners)
    });
}

#[derive(Clone)]
struct Saver {
    keeper: Rc<RefCell<Keeper>>,
    spare: Rc<RefCell<Spare>>,
    latest: Rc<RefCell<AppHandle>>,
    /// Whether a time is set by which the work is kept.
    is_due: Rc<RefCell<bool>>,
}

impl Saver {
    fn app(&self) -> AppHandle {
        self.latest.borrow().clone()
    }

    fn is_behind(&self) -> bool {
        self.keeper.borrow().is_behind(&self.app())
    }

    fn keep_at_the_latest(&self) {
        if self.is_due.replace(true) {
            return;
        }
        let saver = self.clone();
        let keep = move || {
            saver.is_due.replace(false);
            saver.keep();
        };
        Timeout::new(LONGEST, keep).forget();
    }

    fn keep(&self) {
        let app = self.app();
        if !self.is_behind() {
            return;
        }
        // Not with each new try: some browsers ask the reader.
        if self.keeper.borrow().is_empty() && !matches!(app.saving, Saving::Failed(_)) {
            storage::ask_to_persist();
        }
        let outcome = self.keeper.borrow_mut().keep(&mut store(&app), &app);
        match outcome.fault {
            Some(StorageFault::Full) => self.keep_in_the_database(&app),
            fault => self.say(fault),
        }
        take_over(&app, outcome);
    }

    /// Keeps what finds no room in the storage in the database. What is said of it waits for that, if not for long.
    fn keep_in_the_database(&self, app: &AppHandle) {
        let wanted = self.spare.borrow().wants(&self.keeper.borrow(), app);
        let (saver, tried) = (self.clone(), app.dossiers.clone());
        let settle = move || {
            // What changed in the meantime is about to be kept, and will be told of then.
            if same(&saver.app().dossiers, &tried) {
                let app = saver.app();
                let (keeper, spare) = (saver.keeper.borrow(), saver.spare.borrow());
                let is_safe = keeper.is_safe(&store(&app), &app, &spare, storage::gone);
                drop((keeper, spare));
                saver.say((!is_safe).then_some(StorageFault::Full));
            }
        };
        let late = Timeout::new(PATIENCE, settle.clone());
        let saver = self.clone();
        spawn_local(async move {
            for dossier in wanted {
                if let Some(key) = keep_spare(&dossier).await {
                    saver.spare.borrow_mut().took(key, dossier);
                }
            }
            drop(late);
            settle();
        });
    }

    /// Says whether all is kept, and what is not.
    fn say(&self, fault: Option<StorageFault>) {
        let app = self.app();
        let keeper = self.keeper.borrow();
        forget_spare(self.spare.borrow_mut().let_go(&keeper, &app));
        app.act(Action::SavingChanged(saving(fault)));
        let spare = self.spare.borrow();
        let mut unkept = fault.map_or_else(Vec::new, |_| keeper.unkept(&app));
        unkept.retain(|id| !app.dossier(id).is_some_and(|dossier| spare.has(dossier)));
        // Nothing is drawn anew for what is known.
        if app.unkept != unkept {
            app.act(Action::UnkeptFound(unkept));
        }
    }

    fn hear(&self, what: Elsewhere) {
        let app = self.app();
        let outcome = match what {
            Elsewhere::Changed(id) => self.keeper.borrow_mut().follow(&mut store(&app), &app, &id),
            Elsewhere::Cleared => self.keeper.borrow_mut().start_over(&mut store(&app), &app),
        };
        match outcome.fault {
            Some(StorageFault::Full) => self.keep_in_the_database(&app),
            Some(_) => self.say(outcome.fault),
            None => {}
        }
        take_over(&app, outcome);
    }

    /// Brings back what the browser had not yet written to the disk when it was ended.
    async fn recover(&self) {
        let Some(found) = latest_states().await else { return };
        for (key, dossier) in &found {
            let app = self.app();
            let gone = storage::gone(&dossier.id);
            let outcome = self.keeper.borrow().recover(&store(&app), &app, dossier.clone(), gone);
            let is_spare = *key != dossier.id;
            let (is_shown, superseded) = (outcome.shows(dossier), outcome.superseded.clone());
            if is_spare && is_shown {
                self.spare.borrow_mut().took(key.clone(), dossier.clone());
            }
            take_over(&app, outcome);
            let mut is_free = is_spare && !is_shown;
            for old in &superseded {
                // Without room for one more version it stays where it was found.
                is_free &= keep_version(old).await.is_ok();
            }
            if is_free {
                forget_spare(vec![key.clone()]);
            }
        }
        for dossier in &self.app().dossiers {
            if !found.iter().any(|(key, known)| *key == dossier.id && known.revision >= dossier.revision) {
                keep_latest(dossier);
            }
        }
    }

    /// A page that slept hears of no change: what is open is compared when it wakes up, and what found no room is tried
    /// again.
    fn look_again(&self) {
        self.keep();
        if let Route::Dossier { id, .. } = &self.app().route {
            self.hear(Elsewhere::Changed(id.clone()));
        }
    }
}

/// The browser's storage, which names a second copy by the time at which it was made.
fn store(app: &AppHandle) -> BrowserStore<impl Fn(&str) -> String> {
    let t = app.t();
    BrowserStore { copy_name: move |name: &str| t.saving.copy_name.at_name(&clock::local_time(), &name) }
}

fn saving(fault: Option<StorageFault>) -> Saving {
    fault.map_or_else(|| Saving::Saved(clock::local_time()), Saving::Failed)
}

/// The session takes over what came of it, and the reader is told.
fn take_over(app: &AppHandle, outcome: Outcome) {
    let mut copy = None;
    for action in outcome.actions {
        match &action {
            Action::DossierAdded(added) => copy = Some(added.id.clone()),
            Action::Dropped { id } => follow_copy(app, id, copy.as_deref()),
            _ => {}
        }
        app.act(action);
    }
    for news in outcome.news {
        let told = |t: &'static Words| match news {
            News::Followed => (NoticeKind::Note, t.saving.other_tab),
            News::CopyMade => (NoticeKind::Fault, t.saving.other_tab_copy),
            News::BesideUnreadable => (NoticeKind::Fault, t.saving.beside_unreadable),
            News::NotDeleted => (NoticeKind::Note, t.saving.not_deleted),
            News::DeletedElsewhere => (NoticeKind::Note, t.saving.deleted_elsewhere),
            News::KeptAgain => (NoticeKind::Fault, t.saving.kept_again),
        };
        app.notice(told(app.t()).0, |t, _| told(t).1.to_owned());
    }
    for gone in outcome.gone {
        storage::remember_gone(&gone.id, gone.revision);
    }
}

/// Who is at work on a dossier that is no longer shown goes on in its copy.
fn follow_copy(app: &AppHandle, id: &str, copy: Option<&str>) {
    if let (Route::Dossier { id: open, page }, Some(copy)) = (&app.route, copy)
        && open == id
    {
        replace_route(&Route::dossier(copy, page.clone()));
    }
}

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::corrections::place_name;
use super::differences::differences_between;
use super::display_name;
use crate::domain::council::{Beside, beside, handed_in_again, in_place_of, is_handed_in_again, is_of_before};
use crate::domain::dossier::Dossier;
use crate::session::{Action, NoticeKind};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{
    AppHandle, focus_soon, go, is_same, keep_replaced, keep_waiting, kept_waiting, local_time, new_id, route_now,
    use_app,
};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct KnownProps {
    /// The dossier of the file.
    pub file: Rc<Dossier>,
    /// Hears which dossier is to be looked at now, if one was taken.
    pub ondone: Callback<Option<Rc<Dossier>>>,
}

/// The file holds a dossier that is on this device already, and differs: what would change, and
/// which one is to stay.
#[component]
pub fn Known(props: &KnownProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let file = &props.file;
    use_effect_with(file.clone(), |_| focus_soon("known-title".to_owned()));
    let ours = app.dossier(&file.id).cloned();
    let answer = |take: fn(&AppHandle, &Rc<Dossier>) -> Option<Action>| {
        let (app, file, ondone) = (app.clone(), file.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| {
            let action = take(&app, &file);
            let taken = match &action {
                Some(Action::DossierAdded(dossier) | Action::Replaced(dossier)) => Some(dossier.clone()),
                _ => None,
            };
            if let Some(action) = action {
                app.act(action);
            }
            ondone.emit(taken);
        })
    };
    if let Some(ours) = ours.clone().filter(|ours| is_handed_in_again(ours, file)) {
        return html! { <Again {ours} file={file.clone()} ondone={props.ondone.clone()} /> };
    }
    let here = ours.as_ref().map_or(String::new(), |ours| local_time(&ours.updated));
    html! {
        <section class="card known" aria-labelledby="known-title">
            <h2 id="known-title" tabindex="-1">{ t.home.known.name(&display_name(file, t, language)) }</h2>
            <p>{ t.home.known_text.file_here(&local_time(&file.updated), &here) }</p>
            if let Some(ours) = &ours { { differences_between(&app, (t.import.here, ours), (t.import.file, file)) } }
            <p class="buttons">
                <button type="button" class="button" onclick={answer(|_, file| {
                    Some(Action::DossierAdded(Rc::new(Dossier { id: new_id().0, ..(**file).clone() })))
                })}>{ t.home.known_both }</button>
                <button type="button" class="button" onclick={answer(replaced)}>{ t.home.known_replace }</button>
                <button type="button" class="button" onclick={answer(|_, _| None)}>{ t.home.known_cancel }</button>
            </p>
        </section>
    }
}

/// The file in the place of what is here by now, which may be more than when the question was asked.
fn replaced(app: &AppHandle, file: &Rc<Dossier>) -> Option<Action> {
    let next = app.dossier(&file.id).map_or_else(
        || file.clone(),
        |ours| {
            keep_replaced(ours);
            Rc::new(in_place_of(ours, file))
        },
    );
    Some(Action::Replaced(next))
}

#[derive(Properties, PartialEq)]
struct AgainProps {
    ours: Rc<Dossier>,
    file: Rc<Dossier>,
    ondone: Callback<Option<Rc<Dossier>>>,
}

/// A dossier that the commune works on was handed in again: what changed since, which corrections are ticked, and one
/// tap to go on with it.
#[component]
fn Again(props: &AgainProps) -> Html {
    let app = use_app();
    let t = app.t();
    let AgainProps { ours, file, ondone } = props;
    let next = Rc::new(handed_in_again(ours, file));
    let take = {
        let (app, file, ondone) = (app.clone(), file.clone(), ondone.clone());
        Callback::from(move |_: MouseEvent| {
            // What the commune wrote since this was drawn stays too.
            if let Some(ours) = app.dossier(&file.id).cloned() {
                keep_replaced(&ours);
                app.act(Action::Replaced(Rc::new(handed_in_again(&ours, &file))));
            }
            ondone.emit(None);
            go(&Route::dossier(&file.id, Page::Desk));
        })
    };
    let leave = ondone.reform(|_: MouseEvent| None);
    html! {
        <section class="card known" aria-labelledby="known-title">
            <h2 id="known-title" tabindex="-1">{ t.corrections.again.name(&display_name(file, t, app.language)) }</h2>
            <p>{ t.home.known_times.file_here(&local_time(&file.updated), &local_time(&ours.updated)) }</p>
            if is_of_before(ours, file) { <p class="note note-block">{ t.corrections.of_before }</p> }
            <p>{ t.corrections.again_text }</p>
            if !next.corrections.is_empty() {
                <details class="fold" open=true>
                    <summary>{ t.corrections.asked }<span class="check-count">
                        { t.corrections.done.n_of(&next.corrections.iter().filter(|one| one.done).count(), &next.corrections.len()) }
                    </span></summary>
                    <ul class="plain">
                        for (place, correction) in next.corrections.iter().enumerate() {
                            <li class="again-row" key={place}>
                                <span class={classes!("again-sign", correction.done.then_some("again-done"))}>{ icon(if correction.done { Icon::Check } else { Icon::Close }) }
                                    <span class="sr-only">{ if correction.done { t.import.yes } else { t.import.no } }</span></span>
                                <span><strong>{ place_name(&app, &next, &correction.at) }</strong>{ ": " }{ correction.text.clone() }
                                    if correction.unchanged { { " " }<span class="chip chip-floor">{ t.corrections.ticked_same }</span> }
                                </span>
                            </li>
                        }
                    </ul>
                </details>
            }
            { differences_between(&app, (t.corrections.first_time, ours), (t.corrections.this_time, &next)) }
            <p class="buttons">
                <button type="button" class={classes!("button", (!is_of_before(ours, file)).then_some("button-leaf"))} onclick={take}>{ t.corrections.again_take }</button>
                <button type="button" class="button" onclick={leave}>{ t.home.known_cancel }</button>
            </p>
        </section>
    }
}

/// Dossiers of files that wait to be decided on, one after the other.
#[derive(Clone)]
pub struct Waiting {
    shown: UseStateHandle<Vec<Rc<Dossier>>>,
}

thread_local! {
    /// All of them, also those that came since a page was drawn, or while the reader was on another; nothing before any page
    /// asked.
    static WAITING: RefCell<Option<Vec<Rc<Dossier>>>> = const { RefCell::new(None) };
}

/// All that wait.
fn all_waiting() -> Vec<Rc<Dossier>> {
    WAITING.with_borrow_mut(|waiting| waiting.get_or_insert_with(kept_waiting).clone())
}

/// All that wait after a change, which is kept for when the page is opened anew.
fn change_waiting(change: impl FnOnce(&mut Vec<Rc<Dossier>>)) -> Vec<Rc<Dossier>> {
    let mut all = all_waiting();
    change(&mut all);
    keep_waiting(&all);
    WAITING.set(Some(all.clone()));
    all
}

#[hook]
pub fn use_waiting() -> Waiting {
    Waiting { shown: use_state_eq(all_waiting) }
}

impl Waiting {
    /// The one to be decided on now: the file that was opened last. What is here as it is by now is no question any more.
    pub fn first(&self, app: &AppHandle) -> Option<Rc<Dossier>> {
        let asks = |file: &&Rc<Dossier>| {
            app.dossier(&file.id).is_none_or(|ours| beside(ours, file) == Beside::State && !is_same(ours, file))
        };
        self.shown.iter().find(asks).cloned()
    }

    /// Takes one more; who has gone on to another page meanwhile is told where it waits.
    pub fn come(&self, app: &AppHandle) -> Callback<Rc<Dossier>> {
        let (waiting, app) = (self.clone(), app.clone());
        Callback::from(move |dossier: Rc<Dossier>| {
            if !matches!(route_now(), Route::Home | Route::Table) {
                app.notice(NoticeKind::Note, |t, language| {
                    t.home.known_waits.name(&display_name(&dossier, t, language))
                });
            }
            waiting.shown.set(change_waiting(|all| {
                all.retain(|waits| *waits != dossier);
                all.insert(0, dossier);
            }));
        })
    }

    /// Lets the one go that is decided on now, and earlier states of the same dossier.
    pub fn go(&self, app: &AppHandle) -> Callback<()> {
        let (waiting, decided) = (self.clone(), self.first(app));
        Callback::from(move |()| {
            waiting.shown.set(change_waiting(|all| {
                let is_over = |waits: &Dossier, by: &Dossier| waits.id == by.id && waits.updated <= by.updated;
                all.retain(|waits| decided.as_ref().is_none_or(|decided| !is_over(waits, decided)));
            }));
        })
    }
}

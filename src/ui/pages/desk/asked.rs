//! What the applicant is asked for, as the officer has it, and the ways in which it goes out.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::corrections::{by_words, place_name};
use super::asking::last_day;
use super::corrections::{BACK, keep};
use super::last::LastDone;
use super::own_words::new_request;
use super::request_words::{RequestWords, with_words_in_progress};
use crate::domain::calendar::Date;
use crate::domain::council::{Correction, CorrectionPlace, Desk, DeskState};
use crate::domain::dossier::{Dossier, Field, date_fault, tidy_date};
use crate::domain::forms::{as_listed, named_commune};
use crate::domain::places::Places;
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Fold, Icon, icon};
use crate::ui::hooks::{AppHandle, Undo, copy_text, download_corrections, drafted, focus_soon};

/// What every request of the list reads.
pub struct Requests<'a> {
    pub app: &'a AppHandle,
    pub dossier: &'a Rc<Dossier>,
    /// Where the check still finds something missing.
    pub missing: &'a [CorrectionPlace],
    /// The list of communes, where it is at hand.
    pub places: Option<&'a Places>,
    pub undo: &'a Undo,
    pub last: &'a LastDone,
    pub today: Date,
}

/// What is asked for, in its order. What was mended steps back.
pub fn requests(list: &Requests) -> Html {
    let t = list.app.t();
    let is_mended = |asked: &Correction| asked.done && !asked.unchanged && !list.missing.contains(&asked.at);
    let (mended, open): (Vec<usize>, Vec<usize>) =
        (0..list.dossier.corrections.len()).partition(|place| is_mended(&list.dossier.corrections[*place]));
    let rows =
        |places: Vec<usize>| html! { <ol class="plain desk-asked">for place in places { { row(list, place) } }</ol> };
    html! {
        <>
            if !open.is_empty() { { rows(open) } }
            if !mended.is_empty() {
                <Fold open=false summary={html! { <>{ icon(Icon::Check) }{ t.corrections.mended.of(mended.len()) }</> }}>{ rows(mended) }</Fold>
            }
        </>
    }
}

/// One correction as the officer has it: its day can be another, what is ticked off is told, and each can be taken out.
fn row(list: &Requests, place: usize) -> Html {
    let Requests { app, dossier, missing, undo, .. } = *list;
    let t = app.t();
    let Some(correction) = dossier.corrections.get(place) else { return html! {} };
    let shown = place_name(app, dossier, &correction.at);
    // Of several at one place, each button says which of them it is for.
    let is_alone = dossier.corrections.iter().filter(|other| other.at == correction.at).count() == 1;
    let name = if is_alone { shown.clone() } else { t.corrections.numbered.n_place(&(place + 1), &shown) };
    let remove = {
        let (app, id, undo, asked) = (app.clone(), dossier.id.clone(), undo.clone(), correction.clone());
        let name = t.undo.correction.place(&name);
        Callback::from(move |_: MouseEvent| {
            // The list as it is by now.
            let Some(now) = app.dossier(&id) else { return };
            let mut left = now.corrections.clone();
            if left.get(place) == Some(&asked) {
                left.remove(place);
                undo.act(&name, vec![Change::CorrectionsKept(left)]);
            }
            focus_soon(BACK.to_owned());
        })
    };
    html! {
        <li class="desk-row" key={place} value={(place + 1).to_string()}>
            <span class="desk-no" aria-hidden="true">{ place + 1 }</span>
            <span class="desk-row-text">
                <strong>{ shown }</strong>
                // Each has what is written of it, wherever in the list it stands by now.
                <RequestWords key={format!("{}/{}", correction.at.key(), correction.text)} dossier={dossier.clone()} {place} asked={correction.clone()} name={name.clone()} last={list.last.clone()}>
                    { day_of(app, dossier, place, correction, &name) }
                </RequestWords>
            </span>
            if correction.done && correction.unchanged {
                <span class="chip chip-floor">{ t.corrections.ticked_same }</span>
            } else if correction.done && missing.contains(&correction.at) {
                <span class="chip">{ t.corrections.ticked_only }</span>
            } else if correction.done {
                <span class="chip chip-have">{ t.corrections.ticked }</span>
            }
            if correction.done {
                <button type="button" class="button button-small" aria-label={t.corrections.once_more_named.place(&name)} onclick={once_more(list, vec![place])}>
                    { t.corrections.once_more }
                </button>
            }
            <button type="button" class="icon-button" aria-label={t.corrections.remove.place(&name)} onclick={remove}>{ icon(Icon::Trash) }</button>
        </li>
    }
}

/// Asks once more for what was ticked off, at these places of the list.
pub fn once_more(list: &Requests, places: Vec<usize>) -> Callback<MouseEvent> {
    let (app, dossier, by) = (list.app.clone(), list.dossier.clone(), last_day(list.dossier, list.today));
    Callback::from(move |_: MouseEvent| {
        keep(&app, &dossier.id, |now| {
            for (place, asked) in places.iter().filter_map(|place| Some((*place, dossier.corrections.get(*place)?))) {
                if let Some(here) = now.get_mut(place).filter(|here| here.asks_the_same(asked) && here.done) {
                    *here = here.once_more(by.clone());
                }
            }
        });
    })
}

/// The places of what was ticked off, and where the check still finds something missing.
fn ticked_only(list: &Requests) -> Vec<usize> {
    let is_ticked_only = |asked: &Correction| asked.done && list.missing.contains(&asked.at);
    let all = list.dossier.corrections.iter().enumerate();
    all.filter(|(_, asked)| is_ticked_only(asked)).map(|(place, _)| place).collect()
}

/// By when one correction is wanted, to be changed in its place.
fn day_of(app: &AppHandle, dossier: &Rc<Dossier>, place: usize, correction: &Correction, name: &str) -> Html {
    let t = app.t();
    let set = {
        let (app, id, asked) = (app.clone(), dossier.id.clone(), correction.clone());
        move |by: String| {
            keep(&app, &id, |list| {
                if let Some(here) = list.get_mut(place).filter(|here| here.asks_the_same(&asked)) {
                    here.by = by;
                }
            });
        }
    };
    let ontype = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onday = Callback::from(move |event: Event| {
        set(tidy_date(&event.target_unchecked_into::<HtmlInputElement>().value()));
    });
    let fault = date_fault(&correction.by).map(|fault| fault.text(app.language));
    let fault_id = format!("desk-by-{place}-fault");
    html! {
        <>
            <label class="desk-by">
                <span class="soft" aria-hidden="true">{ t.corrections.by }</span>
                <input type="text" inputmode="numeric" autocomplete="off" maxlength="60" value={correction.by.clone()} oninput={ontype} onchange={onday}
                    aria-label={t.corrections.by_named.place(&name)} aria-invalid={fault.is_some().then_some("true")}
                    aria-describedby={fault.is_some().then(|| fault_id.clone())} />
            </label>
            if let Some(fault) = fault { <span class="field-fault" id={fault_id} role="status">{ fault }</span> }
        </>
    }
}

/// From now on the dossier is with the applicant, and what was done last is with it.
fn returned(app: &AppHandle, dossier: &Dossier, last: &LastDone) {
    last.set(None);
    app.change_by(&dossier.id, |dossier| {
        Some(Change::DeskKept(Desk { state: DeskState::ToCorrect, ..Desk::on(dossier) }))
    });
}

/// The requests as they went out last as a file, from this page: what is told of it ends with the next change.
pub type SentRequests = UseStateHandle<Vec<Correction>>;

/// What is said once the file went out with all that is asked now, for the bar.
pub fn sent_last(app: &AppHandle, dossier: &Dossier, sent: &SentRequests) -> Option<&'static str> {
    let t = app.t();
    let is_begun = drafted(&new_request(&dossier.id)).is_some_and(|text| !text.trim().is_empty());
    let said = if is_begun { t.corrections.sent_without } else { t.corrections.sent };
    (!sent.is_empty() && **sent == dossier.corrections).then_some(said)
}

/// Words in progress count before the requests go out.
fn ready(app: &AppHandle, dossier: &Dossier) -> Dossier {
    let corrections = with_words_in_progress(dossier);
    if corrections != dossier.corrections {
        keep(app, &dossier.id, |list| list.clone_from(&corrections));
    }
    Dossier { corrections, ..dossier.clone() }
}

/// The file of what is asked for and not done.
pub fn send_button(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    (sent, last): (&SentRequests, &LastDone),
    class: &'static str,
) -> Html {
    let download = {
        let (app, dossier, sent, last) = (app.clone(), dossier.clone(), sent.clone(), last.clone());
        Callback::from(move |_: MouseEvent| {
            let ready = ready(&app, &dossier);
            download_corrections(&ready);
            returned(&app, &ready, &last);
            sent.set(ready.corrections);
        })
    };
    html! {
        <button type="button" class={classes!("button", class)} onclick={download}>
            { icon(Icon::Download) }{ app.t().corrections.send.of(still_asked(dossier)) }
        </button>
    }
}

/// How much of what was asked for is not done.
pub fn still_asked(dossier: &Dossier) -> usize {
    dossier.corrections.iter().filter(|correction| !correction.done).count()
}

/// The ways back to the applicant: a file, at the thumb or here, and the same as text.
pub fn send(list: &Requests, sent: &SentRequests, at_the_thumb: bool) -> Html {
    let Requests { app, dossier, .. } = *list;
    let t = app.t();
    let ticked_only = ticked_only(list);
    let more = html! {
        if !ticked_only.is_empty() {
            <p class="note">{ t.corrections.not_mended.of(ticked_only.len()) }</p>
            <p class="buttons"><button type="button" class="button" onclick={once_more(list, ticked_only.clone())}>
                { t.corrections.once_more_all.of(ticked_only.len()) }</button></p>
        }
    };
    if still_asked(dossier) == 0 {
        return match ticked_only.is_empty() {
            true => html! { <p class="note note-leaf">{ t.corrections.all_ticked }</p> },
            false => more,
        };
    }
    let copy = {
        let (app, dossier, last) = (app.clone(), dossier.clone(), list.last.clone());
        let commune = named_commune(as_listed(&dossier, list.places).fields.get(Field::Commune));
        Callback::from(move |_: MouseEvent| {
            let app_then = app.clone();
            let done = Callback::from(move |worked: bool| {
                let kind = if worked { NoticeKind::Done } else { NoticeKind::Fault };
                app_then.notice(kind, |t, _| if worked { t.corrections.copied } else { t.check.failed }.to_owned());
            });
            copy_text(as_text(&app, &ready(&app, &dossier), &commune), done);
            returned(&app, &dossier, &last);
        })
    };
    html! {
        <>
        { more }
        <div class="desk-send">
            <p class="buttons">
                if !at_the_thumb { { send_button(app, dossier, (sent, list.last), "button-leaf") } }
                <button type="button" class="button" onclick={copy}>{ icon(Icon::Copy) }{ t.corrections.copy }</button>
            </p>
            <p class="soft">{ t.corrections.send_text }</p>
        </div>
        </>
    }
}

/// What is asked, for a message.
fn as_text(app: &AppHandle, dossier: &Dossier, commune: &str) -> String {
    let t = app.t();
    let head = if commune.is_empty() {
        t.corrections.message.name(&dossier.name())
    } else {
        t.corrections.message_from.commune_name(&commune, &dossier.name())
    };
    let lines = dossier.corrections.iter().filter(|correction| !correction.done).enumerate().map(|(at, correction)| {
        let by = match correction.by.trim() {
            "" => String::new(),
            by => format!(" ({})", by_words(app, by)),
        };
        format!("{}. {}: {}{by}", at + 1, place_name(app, dossier, &correction.at), correction.text.trim())
    });
    [head].into_iter().chain(lines).chain([t.corrections.message_end.to_owned()]).collect::<Vec<_>>().join("\n")
}

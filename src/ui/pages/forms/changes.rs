use std::rc::Rc;

use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::answers::LevelList;
use super::super::council::blind_text;
use super::super::{DossierProps, display_name};
use crate::domain::decision::{Criterion, Language};
use crate::domain::dossier::{Direction, Dossier, DraftedChange, Recognised, drafted_changes, recognised_as};
use crate::domain::rating::Answer;
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, read_dossiers, use_app, use_day};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// What an upgrade shows: the answers of then, and criterion by criterion what changed since.
#[component]
pub fn Changes(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let today = use_day();
    let by_hand = use_state_eq(|| false);
    if let Some(text) = blind_text(dossier, t) {
        // What changed is told by the levels of now.
        return html! { <p class="note field-wide"><a href={Route::dossier(&dossier.id, Page::Council).href()}>{ text }</a></p> };
    }
    let known = dossier.recognised.as_ref().is_some_and(|recognised| !recognised.answers.is_empty());
    let changes = drafted_changes(dossier, Some(today));
    let show = {
        let by_hand = by_hand.clone();
        Callback::from(move |_: MouseEvent| by_hand.set(!*by_hand))
    };
    html! {
        <>
            { earlier(&app, dossier, known) }
            <div class="field-wide">
                <button type="button" class="link" aria-expanded={by_hand.to_string()} onclick={show}>{ t.forms.by_hand }</button>
                if *by_hand { { levels_of_then(&app, dossier) } }
            </div>
            if changes.is_empty() {
                <p class="empty field-wide">{ if known { t.forms.changes_none } else { t.forms.changes_unknown } }</p>
            } else {
                <h3 class="field-wide">{ t.forms.changes.of(changes.len()) }</h3>
                <ul class="plain changes field-wide">
                    for change in changes { { drafted(&app, dossier, &change) } }
                </ul>
            }
        </>
    }
}

/// Where the answers of then may come from: a file, or a dossier on this device.
fn earlier(app: &AppHandle, dossier: &Rc<Dossier>, known: bool) -> Html {
    let t = app.t();
    let take = {
        let (app, dossier) = (app.clone(), dossier.clone());
        Callback::from(move |earlier: Rc<Dossier>| take_answers(&app, &dossier, &earlier))
    };
    let onchange = {
        let (app, take) = (app.clone(), take.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file: Option<File> = input.files().and_then(|files| files.get(0));
            if let Some(file) = file {
                let take = take.clone();
                let take = move |read: Vec<(String, Rc<Dossier>)>| {
                    read.into_iter().for_each(|(_, dossier)| take.emit(dossier))
                };
                read_dossiers(&app, vec![file], take.into());
            }
            input.set_value("");
        })
    };
    let alike = |other: &&Rc<Dossier>| other.id != dossier.id && other.set() == dossier.set();
    html! {
        <section class="card earlier field-wide">
            <h3>{ t.forms.earlier }</h3>
            if !known { <p class="soft">{ t.forms.earlier_text }</p> }
            <p class="buttons">
                <label class="button button-file">
                    <input type="file" accept=".json,.html,.zip,application/json" {onchange} />
                    { icon(Icon::Open) }{ t.forms.earlier_file }
                </label>
                for other in app.dossiers.iter().filter(alike).take(4) {
                    <button type="button" class="button" onclick={
                        let (take, other) = (take.clone(), other.clone());
                        Callback::from(move |_: MouseEvent| take.emit(other.clone()))
                    }>{ t.forms.earlier_here.name(&display_name(other, t, app.language)) }</button>
                }
            </p>
        </section>
    }
}

/// Takes star and answers of an earlier dossier; the date and what was written on changes stay.
fn take_answers(app: &AppHandle, dossier: &Dossier, earlier: &Dossier) {
    if earlier.set() != dossier.set() {
        let (ours, theirs) = (dossier.set().no.0, earlier.set().no.0);
        app.notice(NoticeKind::Fault, |t, language| {
            let name = display_name(earlier, t, language);
            t.forms.earlier_other_set.name_ours_theirs(&name, &ours, &theirs)
        });
        return;
    }
    let then = recognised_as(earlier);
    let count = then.answers.len();
    keep(app, &dossier.id, |held| {
        held.star = held.star.or(then.star);
        held.answers = then.answers;
    });
    app.notice(NoticeKind::Done, |t, _| t.forms.earlier_taken.of(count));
}

/// Keeps one change to what was recognised.
fn keep(app: &AppHandle, id: &str, change: impl FnOnce(&mut Recognised)) {
    app.change_by(id, |dossier| {
        let mut held = dossier.recognised.clone().unwrap_or_default();
        change(&mut held);
        Some(Change::RecognisedKept(held))
    });
}

/// One criterion that changed: then and now, the applicant's words, and whether a paper proves it.
fn drafted(app: &AppHandle, dossier: &Rc<Dossier>, change: &DraftedChange) -> Html {
    let (t, language) = (app.t(), app.language);
    let criterion = &dossier.set().criteria[change.position];
    let words =
        dossier.recognised.as_ref().and_then(|held| held.changes.get(criterion.code).cloned()).unwrap_or_default();
    let id = format!("change-{}", criterion.code);
    let oninput = {
        let (app, dossier) = (app.clone(), dossier.id.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            keep(&app, &dossier, |held| {
                held.changes.insert(criterion.code.to_owned(), area.value());
            });
        })
    };
    let proof = match (change.direction, change.proven) {
        (_, true) => html! { <span class="status status-done">{ icon(Icon::Check) }{ t.forms.change_proven }</span> },
        (Direction::Down, _) => html! { <span class="status status-quiet">{ t.forms.change_down }</span> },
        _ => html! { <span class="status status-open">{ t.forms.change_bare }</span> },
    };
    html! {
        <li class="card change" key={criterion.code}>
            <h4><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</h4>
            <dl class="change-levels">
                <div><dt>{ t.forms.then }</dt><dd>{ level(criterion, change.from, language, t) }</dd></div>
                <div><dt>{ t.forms.now }</dt><dd>{ level(criterion, change.to, language, t) }</dd></div>
            </dl>
            <div class="field">
                <label class="field-label" for={id.clone()}>{ t.forms.change_words }</label>
                <textarea {id} rows="2" value={words} spellcheck="false" placeholder={t.forms.change_hint} {oninput} />
            </div>
            <p class="change-foot">
                { proof }
                <a href={Route::criterion(&dossier.id, criterion.code).href()}>{ t.forms.open_criterion }</a>
            </p>
        </li>
    }
}

/// A level in words, with its points.
pub fn level(criterion: &Criterion, answer: Answer, language: Language, t: &'static Words) -> String {
    match answer {
        Answer::Unanswered => t.forms.not_answered.to_owned(),
        Answer::NoneOfThese => t.forms.none_met.to_owned(),
        Answer::Level(index) => {
            let index = usize::from(index);
            let label = criterion.ladder.labels.get(index).map_or("", |label| label.get(language));
            let points = criterion.levels.get(index).map_or(0, |level| level.points.0);
            format!("{label} ({})", t.criterion.points.of(points.into()))
        }
    }
}

/// The levels of then for every criterion, to be entered where no file says them.
fn levels_of_then(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let (t, language) = (app.t(), app.language);
    let held = dossier.recognised.clone().unwrap_or_default();
    html! {
        <ul class="plain sheet-rows">
            for criterion in dossier.set().criteria {
                { row_of_then(app, &dossier.id, criterion, &held, language, t) }
            }
        </ul>
    }
}

fn row_of_then(
    app: &AppHandle,
    id: &str,
    criterion: &'static Criterion,
    held: &Recognised,
    language: Language,
    t: &'static Words,
) -> Html {
    let then = held.answers.get(criterion.code).copied().unwrap_or(Answer::Unanswered);
    let onchoose = {
        let (app, id) = (app.clone(), id.to_owned());
        Callback::from(move |answer: Answer| {
            keep(&app, &id, |held| match answer {
                Answer::Unanswered => drop(held.answers.remove(criterion.code)),
                answer => drop(held.answers.insert(criterion.code.to_owned(), answer)),
            });
        })
    };
    let element = format!("then-{}", criterion.code);
    let list =
        LevelList { criterion, answer: then, open: t.forms.unknown, id: Some(element.clone()), name: None, onchoose };
    html! {
        <li class={classes!("sheet-row", then.is_answered().then_some("sheet-row-done"))} key={criterion.code}>
            <label for={element}><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</label>
            { list.view(language, t) }
        </li>
    }
}

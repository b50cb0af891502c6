//! A request in the officer's own words: where, what, by when.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::forms::labels::label;
use super::asking::last_day;
use super::corrections::keep;
use super::last::{Last, LastDone};
use crate::domain::council::{Correction, CorrectionPlace, ask};
use crate::domain::dossier::{Dossier, DossierKind, Field, Section, date_fault, tidy_date};
use crate::session::NoticeKind;
use crate::ui::components::{Fold, Icon, icon, list_option, paper_name};
use crate::ui::hooks::{AppHandle, Draft, focus_soon, use_app, use_day, use_draft};

/// What is taken back goes on where it was written, unless something else stands there by now.
fn has_room(written: Option<&str>) -> bool {
    written.is_none_or(|written| written.trim().is_empty())
}

/// The name of what is being written of a request that is yet to be added.
pub fn new_request(dossier: &str) -> String {
    format!("{dossier}/correction")
}

#[derive(Properties, PartialEq)]
pub struct NewCorrectionProps {
    pub dossier: Rc<Dossier>,
    pub last: LastDone,
    /// By when, as it is typed.
    pub day: Draft,
    /// Nothing else is there to ask for.
    pub alone: bool,
}

/// A correction in the officer's own words: where, what, by when.
#[component]
pub fn NewCorrection(props: &NewCorrectionProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let NewCorrectionProps { dossier, last, .. } = props;
    let day = props.day.clone();
    let at = use_state_eq(|| CorrectionPlace::Dossier.key());
    let list = use_node_ref();
    // What was chosen by hand heeds no mark on the options any more.
    use_effect_with((list.clone(), (*at).clone()), |(list, at)| {
        if let Some(list) = list.cast::<HtmlSelectElement>() {
            list.set_value(at);
        }
    });
    let draft = use_draft(&new_request(&dossier.id));
    {
        let (app, draft, at) = (app.clone(), draft.clone(), at.clone());
        let taken_back = match &**last {
            Some(Last::OwnTakenBack(asked)) => Some(asked.clone()),
            _ => None,
        };
        use_effect_with(taken_back, move |taken_back| {
            if let Some(correction) = taken_back {
                if has_room(draft.text()) {
                    at.set(correction.at.key());
                    draft.type_in(correction.text.clone());
                } else {
                    app.notice(NoticeKind::Note, |t, _| t.corrections.taken_back.text(&correction.text));
                }
            }
        });
    }
    let by = day.text().map_or_else(|| last_day(dossier, today), str::to_owned);
    let fault = date_fault(&by).map(|fault| fault.text(app.language));
    let written = draft.text().unwrap_or_default().to_owned();
    let onplace = {
        let at = at.clone();
        Callback::from(move |event: Event| at.set(event.target_unchecked_into::<HtmlSelectElement>().value()))
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.type_in(event.target_unchecked_into::<HtmlTextAreaElement>().value())
        })
    };
    let typed_day = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let ontype = {
        let day = day.clone();
        Callback::from(move |event: InputEvent| day.type_in(typed_day(&event)))
    };
    let onday = {
        let day = day.clone();
        Callback::from(move |event: Event| day.type_in(tidy_date(&typed_day(&event))))
    };
    let add = {
        let (app, id, at, by, draft, text, last) = (
            app.clone(),
            dossier.id.clone(),
            (*at).clone(),
            by.clone(),
            draft.clone(),
            written.trim().to_owned(),
            last.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            let asked = Correction {
                at: CorrectionPlace::from_key(&at),
                text: text.clone(),
                by: by.clone(),
                ..Correction::default()
            };
            draft.done();
            day.done();
            // The same at the same place is asked for once, and is open again.
            let mut new = None;
            keep(&app, &id, |list| new = ask(list, asked).then(|| list.last().cloned()).flatten());
            last.set(new.map(Last::Own));
            focus_soon("correction-place".to_owned());
        })
    };
    html! {
        <Fold class="desk-new" open={props.alone || !has_room(draft.text())}
            summary={html! { <>{ icon(Icon::Plus) }{ t.corrections.own }</> }}>
            <label class="field"><span class="field-label">{ t.corrections.place }</span>
                <select id="correction-place" ref={list} onchange={onplace}>{ places(&app, dossier, &at) }</select>
            </label>
            <label class="field"><span class="field-label">{ t.corrections.what }</span>
                <textarea rows="2" maxlength="2000" value={written.clone()} {oninput} />
            </label>
            <div class="desk-new-end">
                // What is wrong stands beside the label: within, it would be part of the field's name.
                <div class="field">
                    <label class="field-label" for="correction-by">{ t.corrections.by }</label>
                    <input type="text" id="correction-by" inputmode="numeric" autocomplete="off" maxlength="60" placeholder="05/12/2026" value={by} oninput={ontype} onchange={onday}
                        aria-invalid={fault.is_some().then_some("true")} aria-describedby={fault.is_some().then_some("correction-by-fault")} />
                    if let Some(fault) = &fault { <span class="field-fault" id="correction-by-fault" role="status">{ fault }</span> }
                </div>
                <button type="button" class="button" disabled={written.trim().is_empty() || fault.is_some()} onclick={add}>{ icon(Icon::Plus) }{ t.corrections.add }</button>
            </div>
        </Fold>
    }
}

/// Every place of the dossier that something can be asked of.
fn places(app: &AppHandle, dossier: &Dossier, chosen: &str) -> Html {
    let t = app.t();
    let option = |at: CorrectionPlace, name: String| {
        let key = at.key();
        list_option(key.clone(), key == chosen, name)
    };
    let asked = |field: &Field| field.section() != Section::Renewal || dossier.kind == DossierKind::ReRating;
    html! {
        <>
            { option(CorrectionPlace::Dossier, t.corrections.whole.to_owned()) }
            <optgroup label={t.import.g_answers}>
                for criterion in dossier.set().criteria {
                    { option(CorrectionPlace::Criterion(criterion.code.to_owned()), format!("{} {}", criterion.code, criterion.wording.title.get(app.language))) }
                }
            </optgroup>
            if !dossier.papers.is_empty() {
                <optgroup label={t.import.g_papers}>
                    for paper in &dossier.papers {
                        { option(CorrectionPlace::Paper(paper.id.clone()), paper_name(paper, app.guide.as_ref(), t)) }
                    }
                </optgroup>
            }
            <optgroup label={t.import.g_forms}>
                for (field, ..) in Field::TABLE.iter().filter(|row| asked(&row.0)) {
                    { option(CorrectionPlace::Field(*field), label(*field, t).to_owned()) }
                }
            </optgroup>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_writes_over_nothing() {
        assert!(has_room(None) && has_room(Some(" \n")));
        assert!(!has_room(Some("Bổ sung hợp đồng")));
    }
}

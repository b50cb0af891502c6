use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::corrections::{by_words, place_name};
use super::super::forms::labels::label;
use super::super::undo::PutBack;
use crate::domain::calendar::Date;
use crate::domain::council::{Correction, CorrectionPlace, Desk, DeskState, is_blind};
use crate::domain::decision::Language;
use crate::domain::dossier::checks::{Finding, Severity, What, Where, check, request, text};
use crate::domain::dossier::{Dossier, DossierKind, Field, Question, Section, date_fault, tidy_date};
use crate::domain::forms::named_commune;
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Fold, Icon, icon, paper_name};
use crate::ui::hooks::{
    AppHandle, Draft, Undo, copy_text, download_corrections, focus_soon, use_app, use_day, use_draft, use_undo,
};

/// The place of the page where what was taken out of the list is had back.
const BACK: &str = "corrections-back";

/// What was asked for last here: to be told where it is seen, and to be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    correction: Correction,
    /// In the officer's own words, which go back to their field.
    own: bool,
    /// It is asked for no more.
    taken_back: bool,
}

#[derive(Properties, PartialEq)]
pub struct ToCorrectProps {
    pub dossier: Rc<Dossier>,
    pub added: UseStateHandle<Option<Added>>,
}

/// What the applicant is asked to correct: what the check found to choose from, own words, the list, and the file that
/// goes back.
#[component]
pub fn ToCorrect(props: &ToCorrectProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let ToCorrectProps { dossier, added } = props;
    let day = use_draft(&format!("{}/correction-by", dossier.id));
    let by = asked_by(day.text(), dossier, today);
    let asked = &dossier.corrections;
    let undo = use_undo(&dossier.id, "corrections");
    let found = use_memo((dossier.clone(), today), |(dossier, today)| proposals(dossier, *today));
    let missing = use_memo((dossier.clone(), today), |(dossier, today)| missing(dossier, *today));
    let done = asked.iter().filter(|correction| correction.done).count();
    html! {
        <section class="desk-part" aria-labelledby="desk-corrections">
            <h2 id="desk-corrections" tabindex="-1">{ t.corrections.ask }</h2>
            <p class="soft">{ t.corrections.ask_text }</p>
            if !asked.is_empty() {
                <p class="corrections-count" role="status">{ t.corrections.done.n_of(&done, &asked.len()) }</p>
                <ol class="plain desk-asked">for place in 0..asked.len() { { row(&app, dossier, place, &missing, &undo) } }</ol>
            }
            <PutBack dossier={dossier.clone()} undo={undo.clone()} id={BACK} />
            if !asked.is_empty() { { send(&app, dossier) } }
            if !found.gaps.is_empty() {
                <Fold class="desk-found" open={asked.is_empty() && found.gaps.len() <= 6}
                    summary={html! { <>{ icon(Icon::Search) }{ t.corrections.found.of(found.gaps.len()) }</> }}>
                    { rows_of_proposals(&app, dossier, "gap", &found.gaps, &by, added) }
                </Fold>
            }
            if !found.doubts.is_empty() {
                <Fold class="desk-found" open=false
                    summary={html! { <>{ icon(Icon::Search) }{ t.corrections.to_look.of(found.doubts.len()) }</> }}>
                    { rows_of_proposals(&app, dossier, "doubt", &found.doubts, &by, added) }
                </Fold>
            }
            <NewCorrection dossier={dossier.clone()} added={added.clone()} {day} />
        </section>
    }
}

/// A finding of the check, and the place where it would be asked for.
#[derive(Clone, PartialEq)]
struct Proposal {
    at: CorrectionPlace,
    finding: Finding,
}

/// What the check of the dossier's components found (articles 6.1, 7.2) that is not asked yet.
#[derive(Clone, PartialEq)]
struct Proposals {
    gaps: Vec<Proposal>,
    /// What is to be looked at again.
    doubts: Vec<Proposal>,
}

fn proposals(dossier: &Dossier, today: Date) -> Proposals {
    let of_the_applicant = |finding: &Finding| {
        finding.severity != Severity::Info
            && !(is_blind(dossier) && finding.tells_rating())
            && !matches!(finding.what, What::CommuneLooks { .. } | What::Ends(_))
    };
    let is_asked = |proposal: &Proposal| {
        let mut here = dossier.corrections.iter().filter(|known| known.at == proposal.at);
        // One place is asked for its gap once; a doubt, and what belongs to no one place, are known by their words.
        match proposal.finding.severity {
            Severity::MustFix if proposal.at != CorrectionPlace::Dossier => here.next().is_some(),
            _ => here.any(|known| {
                [Language::Vi, Language::En]
                    .iter()
                    .any(|language| known.text == request(&proposal.finding, dossier.set(), *language))
            }),
        }
    };
    let findings = check(dossier, Some(today)).into_iter().filter(of_the_applicant);
    let all = findings.map(|finding| Proposal { at: place_of(dossier, &finding.subject), finding });
    let (gaps, doubts) =
        all.filter(|proposal| !is_asked(proposal)).partition(|proposal| proposal.finding.severity == Severity::MustFix);
    Proposals { gaps, doubts }
}

/// Where the check still finds something missing, whatever the applicant ticked off.
fn missing(dossier: &Dossier, today: Date) -> Vec<CorrectionPlace> {
    let must = |finding: &Finding| finding.severity == Severity::MustFix;
    let places = check(dossier, Some(today)).into_iter().filter(must);
    let places = places.map(|finding| place_of(dossier, &finding.subject));
    places.filter(|at| *at != CorrectionPlace::Dossier).collect()
}

fn place_of(dossier: &Dossier, at: &Where) -> CorrectionPlace {
    let criterion = |position: usize| {
        let criterion = dossier.set().criteria.get(position);
        criterion.map_or(CorrectionPlace::Dossier, |criterion| CorrectionPlace::Criterion(criterion.code.to_owned()))
    };
    match at {
        Where::Field(field) => CorrectionPlace::Field(*field),
        Where::Criterion(position) => criterion(*position),
        Where::Question(Question::Breach(position) | Question::MinimumBinds(position)) => criterion(*position),
        Where::Paper(id) => CorrectionPlace::Paper(id.clone()),
        Where::Question(Question::Dossier) | Where::Recognised | Where::Rating => CorrectionPlace::Dossier,
    }
}

/// Findings to choose from. What is chosen leaves the list, and the focus goes on to the one that takes its place.
fn rows_of_proposals(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    list: &str,
    proposals: &[Proposal],
    by: &str,
    added: &UseStateHandle<Option<Added>>,
) -> Html {
    let id = |place: usize| format!("desk-{list}-{place}");
    let row = |(place, proposal): (usize, &Proposal)| {
        let next = proposals.len().checked_sub(2).map_or("desk-corrections".to_owned(), |last| id(place.min(last)));
        row_of_proposal(app, dossier, proposal, (id(place), next), by, added)
    };
    html! { <ul class="plain">{ for proposals.iter().enumerate().map(row) }</ul> }
}

/// One finding, and one tap to ask for it: its button's id, and what has the focus then.
fn row_of_proposal(
    app: &AppHandle,
    dossier: &Rc<Dossier>,
    Proposal { at, finding }: &Proposal,
    (id, next): (String, String),
    by: &str,
    added: &UseStateHandle<Option<Added>>,
) -> Html {
    let name = place_name(app, dossier, at);
    let decision = dossier.set().decision();
    // Of a question the place alone does not tell which it is: what is asked for names it.
    let text = match finding.what {
        What::NotReplied => request(finding, dossier.set(), app.language),
        _ => text(finding, decision, app.language),
    };
    let take = {
        let (app, dossier, at, by, added) = (app.clone(), dossier.clone(), at.clone(), by.to_owned(), added.clone());
        let asks = request(finding, dossier.set(), app.language);
        Callback::from(move |_: MouseEvent| {
            let asked = Correction { at: at.clone(), text: asks.clone(), by: by.clone(), done: false };
            keep(&app, &dossier.id, |list| list.push(asked.clone()));
            added.set(Some(Added { correction: asked, own: false, taken_back: false }));
            focus_soon(next.clone());
        })
    };
    html! {
        <li class="desk-row" key={at.key() + &text}>
            <span class="desk-row-text"><strong>{ name.clone() }</strong><span class="soft">{ text }</span></span>
            <button type="button" {id} class="button button-small" aria-label={app.t().corrections.take_named.place(&name)} onclick={take}>
                { icon(Icon::Plus) }{ app.t().corrections.take }
            </button>
        </li>
    }
}

/// The day that was asked for last, for the next one too, while it is to come; else one that leaves the commune time.
fn last_day(dossier: &Dossier, today: Date) -> String {
    let working_days = dossier.set().decision().procedure.commune_working_days;
    let proposed = || dossier.desk.as_ref().and_then(|desk| desk.ask_by(working_days, today));
    let is_over = |by: &str| Date::written(by).is_some_and(|day| day < today);
    let last = dossier.corrections.last().map(|known| known.by.clone()).filter(|by| !is_over(by));
    last.or_else(|| proposed().map(|day| day.to_string())).unwrap_or_default()
}

/// The day that goes with what is asked for in one tap: the one typed for it, where it is one.
fn asked_by(typed: Option<&str>, dossier: &Dossier, today: Date) -> String {
    let typed = typed.map(tidy_date).filter(|typed| date_fault(typed).is_none());
    typed.unwrap_or_else(|| last_day(dossier, today))
}

fn keep(app: &AppHandle, dossier: &str, change: impl FnOnce(&mut Vec<Correction>)) {
    app.change_by(dossier, |dossier| {
        let mut list = dossier.corrections.clone();
        change(&mut list);
        Some(Change::CorrectionsKept(list))
    });
}

/// One correction as the officer has it: its day can be another, what is ticked off is told, and each can be taken out.
fn row(app: &AppHandle, dossier: &Rc<Dossier>, place: usize, missing: &[CorrectionPlace], undo: &Undo) -> Html {
    let t = app.t();
    let Some(correction) = dossier.corrections.get(place) else { return html! {} };
    let name = place_name(app, dossier, &correction.at);
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
        <li class="desk-row" key={place}>
            <span class="desk-row-text">
                <strong>{ name.clone() }</strong>
                <span>{ correction.text.clone() }</span>
                { day_of(app, dossier, place, correction, &name) }
            </span>
            if correction.done && missing.contains(&correction.at) {
                <span class="chip">{ t.corrections.ticked_only }</span>
            } else if correction.done {
                <span class="chip chip-have">{ t.corrections.ticked }</span>
            }
            <button type="button" class="icon-button" aria-label={t.corrections.remove.place(&name)} onclick={remove}>{ icon(Icon::Trash) }</button>
        </li>
    }
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

/// The ways back to the applicant: a file, and the same as text.
fn send(app: &AppHandle, dossier: &Rc<Dossier>) -> Html {
    let t = app.t();
    let open = dossier.corrections.iter().filter(|correction| !correction.done).count();
    if open == 0 {
        return html! { <p class="note note-leaf">{ t.corrections.all_ticked }</p> };
    }
    let returned = |app: &AppHandle, dossier: &Dossier| {
        app.change_by(&dossier.id, |dossier| {
            let desk = dossier.desk.clone().unwrap_or_default();
            Some(Change::DeskKept(Desk { state: DeskState::ToCorrect, ..desk }))
        });
    };
    let download = {
        let (app, dossier) = (app.clone(), dossier.clone());
        Callback::from(move |_: MouseEvent| {
            download_corrections(&dossier);
            returned(&app, &dossier);
        })
    };
    let copy = {
        let (app, dossier) = (app.clone(), dossier.clone());
        Callback::from(move |_: MouseEvent| {
            let app_then = app.clone();
            let done = Callback::from(move |worked: bool| {
                let kind = if worked { NoticeKind::Done } else { NoticeKind::Fault };
                app_then.notice(kind, |t, _| if worked { t.corrections.copied } else { t.check.failed }.to_owned());
            });
            copy_text(as_text(&app, &dossier), done);
            returned(&app, &dossier);
        })
    };
    html! {
        <div class="desk-send">
            <p class="buttons">
                <button type="button" class="button button-leaf" onclick={download}>{ icon(Icon::Download) }{ t.corrections.send.of(open) }</button>
                <button type="button" class="button" onclick={copy}>{ icon(Icon::Copy) }{ t.corrections.copy }</button>
            </p>
            <p class="soft">{ t.corrections.send_text }</p>
        </div>
    }
}

/// What is asked, for a message.
fn as_text(app: &AppHandle, dossier: &Dossier) -> String {
    let t = app.t();
    let commune = named_commune(dossier.fields.get(Field::Commune));
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

/// What is taken back goes on where it was written, unless something else stands there by now.
fn has_room(written: Option<&str>) -> bool {
    written.is_none_or(|written| written.trim().is_empty())
}

#[derive(Properties, PartialEq)]
struct NewCorrectionProps {
    dossier: Rc<Dossier>,
    added: UseStateHandle<Option<Added>>,
    /// By when, as it is typed.
    day: Draft,
}

/// A correction in the officer's own words: where, what, by when.
#[component]
fn NewCorrection(props: &NewCorrectionProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let NewCorrectionProps { dossier, added, .. } = props;
    let day = props.day.clone();
    let at = use_state_eq(|| CorrectionPlace::Dossier.key());
    let list = use_node_ref();
    // What was chosen by hand heeds no mark on the options any more.
    use_effect_with((list.clone(), (*at).clone()), |(list, at)| {
        if let Some(list) = list.cast::<HtmlSelectElement>() {
            list.set_value(at);
        }
    });
    let draft = use_draft(&format!("{}/correction", dossier.id));
    {
        let (app, draft, at) = (app.clone(), draft.clone(), at.clone());
        let taken_back = (**added).clone().filter(|added| added.own && added.taken_back);
        use_effect_with(taken_back, move |taken_back| {
            if let Some(Added { correction, .. }) = taken_back {
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
        let (app, id, at, by, draft, text, added) = (
            app.clone(),
            dossier.id.clone(),
            (*at).clone(),
            by.clone(),
            draft.clone(),
            written.trim().to_owned(),
            added.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            let asked =
                Correction { at: CorrectionPlace::from_key(&at), text: text.clone(), by: by.clone(), done: false };
            draft.done();
            day.done();
            keep(&app, &id, |list| list.push(asked.clone()));
            added.set(Some(Added { correction: asked, own: true, taken_back: false }));
            focus_soon("correction-place".to_owned());
        })
    };
    html! {
        <div class="desk-new">
            <h3>{ t.corrections.own }</h3>
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
        </div>
    }
}

/// What was asked for last, at the thumb, where it is seen however long the list above has grown; with the way back.
pub fn added_last(app: &AppHandle, dossier: &Rc<Dossier>, added: &UseStateHandle<Option<Added>>) -> Html {
    let t = app.t();
    let found = |added: &Added| dossier.corrections.iter().rposition(|known| known.asks_the_same(&added.correction));
    let last = added.as_ref().filter(|added| !added.taken_back);
    let Some((place, last)) = last.and_then(|last| Some((found(last)?, last))) else {
        return html! { <p class="bar-said" role="status"></p> };
    };
    let take_back = {
        let (app, id, added, last) = (app.clone(), dossier.id.clone(), added.clone(), last.clone());
        Callback::from(move |_: MouseEvent| {
            keep(&app, &id, |list| {
                if list.get(place).is_some_and(|known| known.asks_the_same(&last.correction)) {
                    list.remove(place);
                }
            });
            added.set(Some(Added { taken_back: true, ..last.clone() }));
            focus_soon("correction-place".to_owned());
        })
    };
    html! {
        <>
            <p class="bar-said" role="status">{ t.corrections.added.n_place(&(place + 1), &place_name(app, dossier, &last.correction.at)) }</p>
            <button type="button" class="button" onclick={take_back}>{ t.home.undo }</button>
        </>
    }
}

/// Every place of the dossier that something can be asked of.
fn places(app: &AppHandle, dossier: &Dossier, chosen: &str) -> Html {
    let t = app.t();
    let option = |at: CorrectionPlace, name: String| {
        let key = at.key();
        html! { <option value={key.clone()} selected={key == chosen}>{ name }</option> }
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
    use crate::domain::decision::first;
    use crate::domain::rating::Answer;

    const TODAY: &str = "26/11/2026";

    fn dossier() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        for (position, criterion) in dossier.set().criteria.iter().enumerate() {
            dossier.assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
        }
        // Described and without a paper: to be looked at.
        dossier.entries[0].note = "Vùng trồng 12 ha ở xã".into();
        dossier
    }

    fn found(dossier: &Dossier) -> Proposals {
        proposals(dossier, Date::parse(TODAY).expect("a day"))
    }

    #[test]
    fn the_officer_meets_what_is_to_be_looked_at_below_the_gaps() {
        let dossier = dossier();
        let Proposals { gaps, doubts } = found(&dossier);
        let first = CorrectionPlace::Criterion(dossier.set().criteria[0].code.into());
        assert!(doubts.iter().any(|proposal| proposal.at == first));
        assert!(gaps.iter().any(|proposal| proposal.at == CorrectionPlace::Field(Field::ProductName)));
        let all = check(&dossier, Date::parse(TODAY));
        let of = |severity: Severity| {
            let wanted = |finding: &&Finding| {
                finding.severity == severity && !matches!(finding.what, What::CommuneLooks { .. } | What::Ends(_))
            };
            all.iter().filter(wanted).count()
        };
        assert_eq!((gaps.len(), doubts.len()), (of(Severity::MustFix), of(Severity::Look)), "none is left out");
    }

    #[test]
    fn one_tap_asks_by_the_day_that_is_typed() {
        let mut dossier = dossier();
        let asked = Correction { by: "05/12/2026".into(), ..Correction::default() };
        dossier.corrections.push(asked);
        let today = Date::parse(TODAY).expect("a day");
        let by = |typed: Option<&str>, dossier: &Dossier| asked_by(typed, dossier, today);
        assert_eq!(by(None, &dossier), "05/12/2026");
        assert_eq!(by(Some("9/12/2026"), &dossier), "09/12/2026");
        assert_eq!(by(Some(""), &dossier), "", "no day was wanted");
        assert_eq!(by(Some("31/02/2026"), &dossier), "05/12/2026", "no day at all");
        // Asked for by a day that is over: what comes next is proposed anew, before the commune's own last day.
        dossier.desk = Some(Desk { received: "16/11/2026".into(), ..Desk::default() });
        dossier.corrections[0].by = "25/11/2026".into();
        assert_eq!(by(None, &dossier), "01/12/2026");
        dossier.corrections[0].by = TODAY.into();
        assert_eq!(by(None, &dossier), TODAY);
    }

    #[test]
    fn what_is_taken_back_writes_over_nothing() {
        assert!(has_room(None) && has_room(Some(" \n")));
        assert!(!has_room(Some("Bổ sung hợp đồng")));
    }

    #[test]
    fn what_is_asked_for_is_not_proposed_again_and_hides_no_other_doubt() {
        let mut dossier = dossier();
        let before = found(&dossier);
        for proposal in before.gaps.iter().chain(&before.doubts) {
            let text = request(&proposal.finding, dossier.set(), Language::Vi);
            dossier.corrections.push(Correction { at: proposal.at.clone(), text, ..Correction::default() });
        }
        let after = found(&dossier);
        assert!(after.gaps.is_empty() && after.doubts.is_empty(), "whatever language the page is read in");
        // In the officer's own words for the same place: the gap is asked for, the doubt is not.
        let own =
            |at: &CorrectionPlace| Correction { at: at.clone(), text: "Xem lại".into(), ..Correction::default() };
        let gap = before.gaps.iter().find(|proposal| proposal.at != CorrectionPlace::Dossier).expect("a gap");
        dossier.corrections = vec![own(&gap.at), own(&before.doubts[0].at)];
        let after = found(&dossier);
        assert!(!after.gaps.iter().any(|proposal| proposal.at == gap.at) && after.doubts.len() == before.doubts.len());
    }
}

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::super::answers::LevelList;
use super::{CouncilChange, marks};
use crate::domain::council::{Agreement, Council, Reading, breach_of, outcome};
use crate::domain::decision::Language;
use crate::domain::dossier::checks::needs_no_paper;
use crate::domain::dossier::{Dossier, Question};
use crate::domain::rating::{KnockOut, Open, counted_points};
use crate::ui::components::{Fold, list_option};
use crate::ui::hooks::{AppHandle, use_app};
use crate::words::Words;

/// So many criteria that differ are shown at once.
pub const FEW: usize = 6;

/// What the list of a decision on a breach says.
const YES: &str = "yes";
const NO: &str = "no";

#[derive(Properties, PartialEq)]
pub struct ComesToProps {
    pub dossier: Rc<Dossier>,
    pub council: Council,
    pub keep: Callback<CouncilChange>,
}

/// The average, the star under each reading, and where the scorers differ, with the sheet to agree on.
#[component]
pub fn ComesTo(props: &ComesToProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, council) = (&props.dossier, &props.council);
    let set = dossier.set();
    let Some(found) = outcome(council, |position| needs_no_paper(set.criteria[position].wording.key)) else {
        return html! {};
    };
    let own = counted_points(&dossier.assessment, Open::AtZero);
    let average = found.average.text(found.bands, if language == Language::Vi { ',' } else { '.' });
    let reading = |reading: Reading| match reading {
        Reading::Every => t.council.reading_every,
        Reading::Most => t.council.reading_most,
        Reading::Agreed => t.council.reading_agreed,
    };
    html! {
        <section class="council-part council-result" aria-labelledby="council-result">
            <h2 id="council-result">{ t.council.result }</h2>
            if !found.ends.is_empty() {
                <h3>{ t.council.ends }</h3>
                <p class="soft">{ t.council.ends_text }</p>
                <ul class="plain council-ends">
                    for (reason, places) in &found.ends {
                        <li class="note note-block"><strong>{ names(council, places) }</strong>{ ": " }{ ending(dossier, *reason, &app) }
                            if let Some(breach) = breach_of(*reason) { { decide(council, breach, dossier, &props.keep, &app) } }</li>
                    }
                </ul>
            }
            <p class="council-average"><strong>{ average }</strong>{ " " }<span class="soft">{ t.council.average }</span></p>
            <p>{ t.council.by_points.n(&u8::from(found.star_by_points)) }</p>
            <ul class="plain council-totals">
                for (sheet, rating) in council.sheets.iter().zip(&found.ratings) {
                    <li><span>{ sheet.scorer.name.clone() }{ marks(&sheet.scorer, t) }</span><strong>{ rating.total.0 }</strong></li>
                }
                <li class="soft"><span>{ t.council.applicant }</span><span>{ dossier.rating().total.0 }</span></li>
            </ul>
            if found.distance > council.apart() {
                <p class="note">{ t.council.far_apart.most_n(&council.apart().0, &found.distance.0) }</p>
            }
            <h3>{ t.council.readings }</h3>
            <p class="soft">{ t.council.readings_text }</p>
            <ul class="plain council-readings">
                for (kind, star) in &found.stars {
                    <li><span>{ reading(*kind) }</span>
                        <strong>{ star.map_or(t.council.ended.to_owned(), |star| t.council.stars.n(&u8::from(star))) }</strong></li>
                }
                if let Some(agreement) = found.agreement.as_ref().filter(|agreement| !agreement.is_finished()) {
                    <li><span>{ reading(Reading::Agreed) }</span><span class="soft">{ open_words(agreement, t) }</span></li>
                }
            </ul>
            if found.spreads.is_empty() {
                <h3>{ t.council.differ }</h3>
                if found.same_points.is_empty() { <p class="soft">{ t.council.same }</p> }
            } else {
                <Fold open={found.spreads.len() <= FEW} summary={html! { <>{ t.council.differ }
                    <span class="check-count">{ t.tasks.criteria.of(found.spreads.len()) }</span></> }}>
            <ul class="plain council-spreads">
                for spread in &found.spreads {
                    <li class="card" key={spread.position}>
                        <p><span class="code">{ set.criteria[spread.position].code }</span>{ " " }{ set.criteria[spread.position].wording.title.get(language) }
                            if spread.sensory { { " " }<span class="chip">{ t.council.sensory }</span> }</p>
                        <ul class="plain council-points">
                            for (place, (sheet, points)) in council.sheets.iter().zip(&spread.points).enumerate() {
                                <li class={classes!(spread.alone.contains(&place).then_some("council-alone"))}>
                                    <span>{ sheet.scorer.name.clone() }</span><strong>{ points.0 }</strong></li>
                            }
                            <li class="council-own"><span>{ t.council.applicant }</span><strong>{ own[spread.position].0 }</strong></li>
                        </ul>
                        { agree(council, spread.position, &props.keep, &app) }
                    </li>
                }
            </ul>
                </Fold>
            }
            if !found.same_points.is_empty() { <p class="soft">{ t.council.same_points.codes(&codes(dossier, &found.same_points)) }</p> }
        </section>
    }
}

/// The codes of criteria, by their places.
fn codes(dossier: &Dossier, places: &[usize]) -> String {
    let known = places.iter().filter_map(|place| dossier.set().criteria.get(*place));
    known.map(|criterion| criterion.code).collect::<Vec<_>>().join(", ")
}

/// The scorers whose sheets stand in these places.
fn names(council: &Council, places: &[usize]) -> String {
    let named = places.iter().filter_map(|place| council.sheets.get(*place));
    named.map(|sheet| sheet.scorer.name.trim()).collect::<Vec<_>>().join(", ")
}

/// What ends the evaluation, in the words of the set's line or of the criterion's note.
fn ending(dossier: &Dossier, reason: KnockOut, app: &AppHandle) -> String {
    let (t, language, set) = (app.t(), app.language, dossier.set());
    match reason {
        KnockOut::Dossier => set.disqualification.map_or("", |line| line.text.get(language)).to_owned(),
        KnockOut::Declared(position) => {
            let criterion = &set.criteria[position];
            let note = criterion.declared_note().map_or("", |note| note.text.get(language));
            format!("{} {note}", criterion.code)
        }
        KnockOut::Zero(position) => {
            let criterion = &set.criteria[position];
            t.result.zero.code_title(&criterion.code, &criterion.wording.title.get(language))
        }
    }
}

/// What is still to be decided on the agreed sheet.
fn open_words(agreement: &Agreement, t: &'static Words) -> String {
    let (criteria, breaches) = (agreement.open.len(), agreement.undecided.len());
    let criteria = (criteria > 0).then(|| t.council.agreed_open.of(criteria));
    let breaches = (breaches > 0).then(|| t.council.undecided.of(breaches));
    criteria.into_iter().chain(breaches).collect::<Vec<_>>().join("; ")
}

/// The choice whether a breach that a sheet declares ends the evaluation, as all decide together.
fn decide(
    council: &Council,
    breach: Question,
    dossier: &Dossier,
    keep: &Callback<CouncilChange>,
    app: &AppHandle,
) -> Html {
    let t = app.t();
    let label = match breach {
        Question::Dossier => t.council.decide_dossier.to_owned(),
        Question::Breach(_) | Question::MinimumBinds(_) => t.council.decide_breach.code(&breach.key(dossier.set())),
    };
    let decided = council.decided.get(&breach).copied();
    let onchange = keep.reform(move |event: Event| {
        let ends = match event.target_unchecked_into::<HtmlSelectElement>().value().as_str() {
            YES => Some(true),
            NO => Some(false),
            _ => None,
        };
        Box::new(move |council: &mut Council| council.decide(breach, ends)) as CouncilChange
    });
    html! {
        <label class="field"><span class="field-label">{ label }</span>
            <select {onchange}>
                { list_option("", decided.is_none(), t.council.not_agreed) }
                { list_option(YES, decided == Some(true), t.council.decide_yes) }
                { list_option(NO, decided == Some(false), t.council.decide_no) }
            </select>
        </label>
    }
}

/// The choice of the level that all agree on.
fn agree(council: &Council, position: usize, keep: &Callback<CouncilChange>, app: &AppHandle) -> Html {
    let (t, language) = (app.t(), app.language);
    let Some(sheet) = council.agreed.clone().or_else(|| council.common()) else { return html! {} };
    let criterion = &sheet.set.criteria[position];
    let answer = sheet.answer(position);
    let onchoose = keep
        .reform(move |answer| Box::new(move |council: &mut Council| council.agree(position, answer)) as CouncilChange);
    html! {
        <label class="field"><span class="field-label">{ t.council.agree }</span>
            { LevelList { criterion, answer, open: t.council.not_agreed, id: None, name: None, onchoose }.view(language, t) }
        </label>
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::super::lost::Lost;
use super::form::{Scored, SheetForm, score_id};
use crate::domain::dossier::Dossier;
use crate::session::Change;
use crate::ui::components::{Icon, action_bar, icon};
use crate::ui::hooks::{focus_soon, go, use_app, use_title};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct ScorerPageProps {
    pub dossier: Rc<Dossier>,
    /// Place of the sheet.
    pub place: usize,
}

/// One scorer's own sheet on this device: nothing on it tells what others gave.
#[component]
pub fn ScorerPage(props: &ScorerPageProps) -> Html {
    let app = use_app();
    let t = app.t();
    use_title(t.council.own_sheet.to_owned());
    let dossier = &props.dossier;
    let place = props.place;
    let found = dossier.council.as_ref().and_then(|council| Some((council, council.sheets.get(place)?)));
    let Some((_, sheet)) = found else { return html! { <Lost /> } };
    // A sheet that is handed in is changed no more; the page of the sitting shows all of them once all are in.
    if sheet.scorer.done {
        return html! {
            <main class="page page-narrow page-sheet">
                <h1 id="page-title" tabindex="-1">{ format!("{}: {}", t.council.own_sheet, sheet.scorer.name) }</h1>
                <p class="note note-done">{ icon(Icon::Check) }{ t.council.handed_in }</p>
                <p><a class="button" href={Route::dossier(&dossier.id, Page::Council).href()}>{ t.council.title }</a></p>
            </main>
        };
    }
    let keep = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |scored: Scored| {
            app.change_by(&id, |dossier| {
                let mut council = dossier.council.clone()?;
                let sheet = council.sheets.get_mut(place)?;
                match scored {
                    Scored::Level { position, answer } => sheet.assessment.set_answer(position, answer),
                    Scored::Breach { question, held } => sheet.declare(question, held),
                    Scored::Said { what, text } => what.write(&mut sheet.scorer, text),
                }
                Some(Change::CouncilKept(council))
            });
        })
    };
    html! {
        <>
            <main class="page page-narrow page-sheet">
                <h1 id="page-title" tabindex="-1">{ format!("{}: {}", t.council.own_sheet, sheet.scorer.name) }</h1>
                <p class="soft">{ t.council.own_sheet_text }</p>
                <SheetForm dossier={dossier.clone()} sheet={sheet.clone()} unnamed=false onscored={keep} />
            </main>
            { action_bar(html! { <HandIn dossier={dossier.clone()} {place} /> }) }
        </>
    }
}

/// What is still open on the sheet, and the way to it; then the way to hand it in, which says first what follows.
#[component]
fn HandIn(props: &ScorerPageProps) -> Html {
    let app = use_app();
    let t = app.t();
    let asking = use_state_eq(|| false);
    let ScorerPageProps { dossier, place } = props;
    let place = *place;
    let council = dossier.council.clone().unwrap_or_default();
    let Some(sheet) = council.sheets.get(place) else { return html! {} };
    let all = dossier.set().criteria.len();
    if let Some((_, criterion, _)) = sheet.assessment.iter().find(|(_, _, answer)| !answer.is_answered()) {
        let go_there = Callback::from(move |_: MouseEvent| focus_soon(score_id(criterion.code)));
        return html! {
            <>
                <span class="soft" role="status">{ t.council.unscored.of(all - sheet.assessment.answered()) }</span>
                <button type="button" class="button button-act" onclick={go_there}>{ t.tasks.go_on.code(&criterion.code) }</button>
            </>
        };
    }
    let ask = |whether: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(whether))
    };
    if !*asking {
        return html! {
            <>
                <span class="soft" role="status">{ t.council.answered.n_of(&all, &all) }</span>
                <button type="button" class="button button-act" onclick={ask(true)}>{ t.council.hand_in }</button>
            </>
        };
    }
    let follows =
        if council.shows_by(|after| after.hand_in(place)) { t.council.hand_in_last } else { t.council.hand_in_sure };
    let hand_in = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |_: MouseEvent| {
            app.change_by(&id, |dossier| {
                let mut council = dossier.council.clone()?;
                council.hand_in(place);
                Some(Change::CouncilKept(council))
            });
            go(&Route::dossier(&id, Page::Council));
        })
    };
    html! {
        <>
            <span class="bar-said" role="status">{ t.council.answered.n_of(&all, &all) }{ ". " }{ follows }</span>
            <button type="button" class="button" onclick={ask(false)}>{ t.council.hand_in_not }</button>
            <button type="button" class="button button-act" onclick={hand_in}>{ t.council.hand_in_yes }</button>
        </>
    }
}

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::super::answers::{choices, parse};
use super::super::lost::Lost;
use crate::domain::council::Council;
use crate::domain::dossier::Dossier;
use crate::session::Change;
use crate::ui::components::action_bar;
use crate::ui::hooks::{go, use_app, use_title};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct ScorerPageProps {
    pub dossier: Rc<Dossier>,
    /// Place of the sheet.
    pub place: usize,
}

/// One scorer's own sheet: nothing on it tells what others gave.
#[component]
pub fn ScorerPage(props: &ScorerPageProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    use_title(t.council.own_sheet.to_owned());
    let dossier = &props.dossier;
    let Some((council, sheet)) =
        dossier.council.as_ref().and_then(|council| Some((council, council.sheets.get(props.place)?)))
    else {
        return html! { <Lost /> };
    };
    let place = props.place;
    let keep = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |council: Council| app.change(&id, Change::CouncilKept(council)))
    };
    let answered = sheet.assessment.answered();
    let all = dossier.set().criteria.len();
    let hand_in = {
        let (keep, council, id) = (keep.clone(), council.clone(), dossier.id.clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = council.clone();
            next.sheets[place].scorer.done = true;
            keep.emit(next);
            go(&Route::dossier(&id, Page::Council));
        })
    };
    let write = {
        let (keep, council) = (keep.clone(), council.clone());
        Callback::from(move |event: InputEvent| {
            let mut next = council.clone();
            next.sheets[place].scorer.opinion = event.target_unchecked_into::<web_sys::HtmlTextAreaElement>().value();
            keep.emit(next);
        })
    };
    html! {
        <>
            <main class="page page-narrow page-sheet">
                <h1 id="page-title" tabindex="-1">{ format!("{}: {}", t.council.own_sheet, sheet.scorer.name) }</h1>
                <p class="soft">{ t.council.own_sheet_text }</p>
                for part in dossier.set().parts {
                    <section class="sheet-part">
                        <h2>{ format!("{}. {}", part.code.letter(), part.title.get(language)) }</h2>
                        <ul class="sheet-rows">
                            for position in part.criteria() {
                                { row(council, place, position, &keep, dossier, &app) }
                            }
                        </ul>
                    </section>
                }
                <label class="field"><span>{ t.council.opinion }</span>
                    <textarea rows="3" maxlength="5000" value={sheet.scorer.opinion.clone()} oninput={write} />
                </label>
            </main>
            { action_bar(html! {
                <>
                    <span class="soft" role="status">{ t.council.answered.n_of(&answered, &all) }</span>
                    <button type="button" class="button button-act" disabled={answered < all} onclick={hand_in}>{ t.council.hand_in }</button>
                </>
            }) }
        </>
    }
}

fn row(
    council: &Council,
    place: usize,
    position: usize,
    keep: &Callback<Council>,
    dossier: &Dossier,
    app: &crate::ui::hooks::AppHandle,
) -> Html {
    let (t, language) = (app.t(), app.language);
    let criterion = &dossier.set().criteria[position];
    let answer = council.sheets[place].assessment.answer(position);
    let onchange = {
        let (keep, council) = (keep.clone(), council.clone());
        Callback::from(move |event: Event| {
            let mut next = council.clone();
            let select: HtmlSelectElement = event.target_unchecked_into();
            next.sheets[place].assessment.set_answer(position, parse(&select.value()));
            keep.emit(next);
        })
    };
    let id = format!("score-{}", criterion.code);
    html! {
        <li key={position} class={classes!("sheet-row", answer.is_answered().then_some("sheet-row-done"))}>
            <label for={id.clone()}><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</label>
            <select {id} {onchange}>{ choices(criterion, answer, language, t) }</select>
        </li>
    }
}

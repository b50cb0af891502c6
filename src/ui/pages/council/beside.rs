use std::rc::Rc;

use yew::prelude::*;

use super::super::answers::answer_text;
use super::comes_to::FEW;
use crate::domain::council::{Council, outcome};
use crate::domain::decision::{Language, Points, StarMinimum};
use crate::domain::dossier::Dossier;
use crate::domain::rating::{Assessment, Open, counted_points};
use crate::ui::components::{Fold, Icon, icon};
use crate::ui::hooks::{AppHandle, use_app};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct BesideProps {
    pub dossier: Rc<Dossier>,
    pub council: Council,
}

/// The applicant's own score beside what the sitting came to, criterion by criterion with what was missing: where the
/// way to the next star begins.
#[component]
pub fn Beside(props: &BesideProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let Some(settled) = props.council.settled() else { return html! {} };
    if dossier.assessment.answered() == 0 {
        return html! {};
    }
    let own = counted_points(&dossier.assessment, Open::AtZero);
    let theirs = counted_points(&settled, Open::AtZero);
    let differ = |position: &usize| own[*position] != theirs[*position];
    let lost: Vec<usize> =
        (0..own.len()).filter(|position| differ(position) && own[*position] > theirs[*position]).collect();
    // What the applicant did not answer yet is no low score of its own.
    let (unsaid, won): (Vec<usize>, Vec<usize>) = (0..own.len())
        .filter(|position| differ(position) && own[*position] < theirs[*position])
        .partition(|position| !dossier.assessment.answer(*position).is_answered());
    let separator = if app.language == Language::Vi { ',' } else { '.' };
    let average = outcome(&props.council, |_| false).map(|found| found.average.text(found.bands, separator));
    html! {
        <section class="council-part" aria-labelledby="council-beside">
            <h2 id="council-beside">{ t.council.beside }</h2>
            <p class="soft">{ t.council.beside_text }</p>
            <div class="beside-sums">
                <p class="card"><span class="soft">{ t.council.applicant }</span><strong>{ dossier.rating().total.0 }</strong></p>
                <p class="card"><span class="soft">{ t.council.average }</span><strong>{ average }</strong></p>
            </div>
            if lost.is_empty() && won.is_empty() && unsaid.is_empty() { <p class="soft">{ t.council.beside_same }</p> }
            for (place, (title, positions)) in [
                (t.council.lost.of(lost.len()), lost),
                (t.council.won.of(won.len()), won),
                (t.council.unsaid.of(unsaid.len()), unsaid),
            ].into_iter().enumerate() {
                if !positions.is_empty() {
                    <Fold key={place} open={positions.len() <= FEW} summary={html! { { title } }}>
                        <ul class="plain beside-rows">for position in positions { { row(&app, dossier, &settled, position) } }</ul>
                    </Fold>
                }
            }
            <p><a class="button button-leaf" href={Route::dossier(&dossier.id, Page::WayFromCouncil).href()}>{ icon(Icon::Way) }{ t.council.to_way }</a></p>
        </section>
    }
}

/// One criterion: the level that the applicant chose, the one of the sitting, and the star that it stands before.
fn row(app: &AppHandle, dossier: &Dossier, settled: &Assessment, position: usize) -> Html {
    let (t, language) = (app.t(), app.language);
    let criterion = &dossier.set().criteria[position];
    let (ours, theirs) = (dossier.assessment.answer(position), settled.answer(position));
    let given = counted_points(settled, Open::AtZero)[position];
    // The lowest star whose minimum the sitting's level misses.
    let missed = StarMinimum::ALL
        .into_iter()
        .find(|minimum| criterion.required_points(*minimum).is_some_and(|needed: Points| given < needed));
    html! {
        <li class="card beside-row" key={position}>
            <p><a href={Route::criterion(&dossier.id, criterion.code).href()}><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</a>
                if let Some(minimum) = missed { { " " }<span class="chip chip-floor">{ t.council.below.n(&u8::from(minimum.star())) }</span> }
            </p>
            <dl class="beside-levels">
                if ours.is_answered() { <dt>{ t.council.applicant }</dt><dd>{ answer_text(criterion, ours, language, t) }</dd> }
                <dt>{ t.council.settled }</dt><dd>{ answer_text(criterion, theirs, language, t) }</dd>
            </dl>
        </li>
    }
}

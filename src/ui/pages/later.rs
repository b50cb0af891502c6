//! The pages of the later steps, and what stands below a question: a part of the program that comes after the rest, so
//! that the first steps are there sooner. `scripts/whole.mjs` cuts off whatever [`drawn`] alone leads to.

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::coming::{coming, coming_below};
use super::whole::comes_later;
use super::{
    about, bound, catalogue, check, checklists, corrections, council, desk, evidence, figures, forms, glossary,
    history, lost, preview, printout, proof, result, shared_link, sheet, stops, table, try_out, way, writing,
};
use crate::domain::dossier::Dossier;
use crate::ui::hooks::{Coming, focus_title, route_now, use_app, use_later, with_later};
use crate::ui::route::{Page, Route};

/// What is drawn by the later part.
#[derive(Clone)]
pub enum Wanted {
    Page(Route),
    OfDossier(Page, Rc<Dossier>),
    /// The figures and the papers behind the answer to the criterion in this position.
    BelowQuestion(usize, Rc<Dossier>),
}

/// Which it is, is told by the pointer to its dossier, since the page itself looks into it.
impl PartialEq for Wanted {
    fn eq(&self, other: &Wanted) -> bool {
        match (self, other) {
            (Wanted::Page(left), Wanted::Page(right)) => left == right,
            (Wanted::OfDossier(left, its), Wanted::OfDossier(right, own)) => left == right && Rc::ptr_eq(its, own),
            (Wanted::BelowQuestion(left, its), Wanted::BelowQuestion(right, own)) => {
                left == right && Rc::ptr_eq(its, own)
            }
            _ => false,
        }
    }
}

thread_local! {
    static IS_THERE: Cell<bool> = const { Cell::new(false) };
}

/// Brings the part; whether it came.
async fn bring() -> bool {
    IS_THERE.set(fetch().await.is_ok());
    IS_THERE.get()
}

/// Runs something once the page of the address can be drawn.
pub fn once_drawable(run: impl FnOnce() + 'static) {
    with_later(comes_later(&route_now()), bring(), run);
}

#[derive(Properties, PartialEq)]
pub struct LaterProps {
    pub wanted: Wanted,
}

/// One of these pages, or word that it is on its way.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let app = use_app();
    let (state, again) = use_later(&app, IS_THERE.get(), bring, focus_title);
    match at_once(&props.wanted) {
        Some(page) => page,
        None => coming(app.t(), state.unwrap_or(Coming::Awaited), again),
    }
}

/// A piece of a page that is there already, which nobody is taken away from when the piece comes.
#[component]
pub fn LaterBelow(props: &LaterProps) -> Html {
    let app = use_app();
    let (state, again) = use_later(&app, IS_THERE.get(), bring, || ());
    match at_once(&props.wanted) {
        Some(piece) => piece,
        None => coming_below(app.t(), state.unwrap_or(Coming::Awaited), again),
    }
}

/// The page, if the part is there: then nothing of it is waited for.
fn at_once(wanted: &Wanted) -> Option<Html> {
    if !IS_THERE.get() {
        return None;
    }
    match pin!(drawn(wanted.clone())).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(page) => page.ok(),
        Poll::Pending => None,
    }
}

#[wasm_split(later, fallible, preload(fetch))]
fn drawn(wanted: Wanted) -> Result<Html, SplitLoaderError> {
    Ok(match wanted {
        Wanted::Page(route) => page(&route),
        Wanted::OfDossier(page, dossier) => dossier_page(&page, dossier),
        Wanted::BelowQuestion(position, dossier) => below_question(position, dossier),
    })
}

fn below_question(position: usize, dossier: Rc<Dossier>) -> Html {
    html! {
        <>
            <figures::FiguresOf {position} dossier={dossier.clone()} />
            <proof::ProofOfCriterion {position} {dossier} />
        </>
    }
}

fn page(route: &Route) -> Html {
    match route {
        Route::Table => html! { <table::Table /> },
        Route::Criteria => html! { <catalogue::Catalogue /> },
        Route::Set { set, code } => html! { <catalogue::SetPage set={*set} code={code.clone()} /> },
        Route::BlankSheet { set } => html! { <catalogue::BlankSheet set={*set} /> },
        Route::Compare { left, right } => html! { <catalogue::Versus left={*left} right={*right} /> },
        Route::Shared { code } => html! { <shared_link::SharedPage code={code.clone()} /> },
        Route::ScoreLink { code } => html! { <council::SheetLinkPage code={code.clone()} /> },
        Route::Glossary { term } => html! { <glossary::Glossary term={term.clone()} /> },
        Route::About => html! { <about::About /> },
        _ => html! { <lost::Lost /> },
    }
}

fn dossier_page(page: &Page, dossier: Rc<Dossier>) -> Html {
    match page {
        Page::Sheet => html! { <sheet::Sheet {dossier} /> },
        Page::Stops => html! { <stops::Stops {dossier} /> },
        Page::Result => html! { <result::ResultPage {dossier} /> },
        Page::Forms => html! { <forms::Forms {dossier} /> },
        Page::FormsAt(spot) => html! { <forms::Forms {dossier} spot={spot.clone()} /> },
        Page::Preview => html! { <preview::Preview {dossier} /> },
        Page::Bound => html! { <bound::Bound {dossier} /> },
        Page::Binder => html! { <bound::Binder {dossier} /> },
        Page::Evidence => html! { <evidence::Evidence {dossier} /> },
        Page::Paper(paper) => html! { <evidence::PaperPage {dossier} paper={paper.clone()} /> },
        Page::Writings => html! { <writing::Writings {dossier} /> },
        Page::Writing(key) => html! { <writing::WritingPage {dossier} template={key.clone()} /> },
        Page::Lists => html! { <checklists::Lists {dossier} /> },
        Page::History => html! { <history::History {dossier} /> },
        Page::Log => html! { <super::log::LogPage {dossier} /> },
        Page::Way => html! { <way::WayPage {dossier} /> },
        Page::WayFromCouncil => html! { <way::FromCouncil {dossier} /> },
        Page::Try => html! { <try_out::TryPage {dossier} /> },
        Page::Papers => html! { <evidence::Ticking {dossier} /> },
        Page::Plan => html! { <printout::PlanPage {dossier} /> },
        Page::Check => html! { <check::Check {dossier} /> },
        // What is chosen and told on these is of one dossier, and not of the next that an address names.
        Page::Council => html! { <council::CouncilPage key={dossier.id.clone()} dossier={dossier.clone()} /> },
        Page::Scorer(place) => html! { <council::ScorerPage {dossier} place={*place} /> },
        Page::Move => html! { <super::moving::MovePage {dossier} /> },
        Page::OwnSheet => html! { <council::OwnSheet {dossier} /> },
        Page::Minutes => html! { <council::MinutesPage {dossier} /> },
        Page::ScoreSheet => html! { <council::ScoreSheetPage key={dossier.id.clone()} dossier={dossier.clone()} /> },
        Page::Desk => html! { <desk::DeskPage {dossier} /> },
        Page::Corrections => html! { <corrections::CorrectionsPage {dossier} /> },
        _ => html! { <lost::Lost /> },
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::{
    about, begin, begin_from, bound, catalogue, check, checklists, corrections, council, criterion, desk, evidence,
    forms, glossary, history, home, lost, of_dossier, preview, printout, result, shared_link, sheet, table, try_out,
    way, writing,
};
use crate::domain::dossier::Dossier;
use crate::ui::route::{Page, Route};

pub use begin::begin;

/// The pages beside those of the first wasm.
pub fn page(route: &Route) -> Html {
    match route {
        Route::Home => html! { <home::Home /> },
        Route::Dossier { id, page } => html! { <of_dossier::OfDossier id={id.clone()} page={page.clone()} /> },
        Route::Begun { name, set } => html! { <begin::Begin name={name.clone()} set={*set} /> },
        Route::Example => html! { <begin::Begin name={AttrValue::default()} /> },
        Route::NewFrom { id } => html! { <begin_from::BeginFrom id={id.clone()} /> },
        Route::Table => html! { <table::Table /> },
        Route::Criteria => html! { <catalogue::Catalogue /> },
        Route::Set { set, code } => html! { <catalogue::SetPage set={*set} code={code.clone()} /> },
        Route::Compare { left, right } => html! { <catalogue::Versus left={*left} right={*right} /> },
        Route::Shared { code } => html! { <shared_link::SharedPage code={code.clone()} /> },
        Route::Glossary { term } => html! { <glossary::Glossary term={term.clone()} /> },
        Route::About => html! { <about::About /> },
        _ => html! { <lost::Lost /> },
    }
}

/// The pages of a dossier beside those that ask and tell.
pub fn dossier_page(page: &Page, dossier: Rc<Dossier>) -> Html {
    match page {
        Page::Sheet => html! { <sheet::Sheet {dossier} /> },
        Page::Result => html! { <result::ResultPage {dossier} /> },
        Page::Forms => html! { <forms::Forms {dossier} /> },
        Page::FormsAt(spot) => html! { <forms::Forms {dossier} spot={spot.clone()} /> },
        Page::Preview => html! { <preview::Preview {dossier} /> },
        Page::Bound => html! { <bound::Bound {dossier} /> },
        Page::Binder => html! { <bound::Binder {dossier} /> },
        Page::Evidence => html! { <evidence::Evidence {dossier} /> },
        Page::EvidenceOf(code) => match dossier.set().position(code) {
            Some(position) => html! { <criterion::CriterionPage {dossier} {position} /> },
            None => html! { <lost::Lost /> },
        },
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
        Page::Council => html! { <council::CouncilPage {dossier} /> },
        Page::Scorer(place) => html! { <council::ScorerPage {dossier} place={*place} /> },
        Page::Move => html! { <super::moving::MovePage {dossier} /> },
        Page::OwnSheet => html! { <council::OwnSheet {dossier} /> },
        Page::Minutes => html! { <council::MinutesPage {dossier} /> },
        Page::ScoreSheet => html! { <council::ScoreSheetPage {dossier} /> },
        Page::Desk => html! { <desk::DeskPage {dossier} /> },
        Page::Corrections => html! { <corrections::CorrectionsPage {dossier} /> },
        _ => html! { <lost::Lost /> },
    }
}

//! All papers of a dossier on one page, seen in several ways.

mod compose;
mod grouped;
mod missing;
mod row;
mod tick;

use std::collections::BTreeSet;

use yew::prelude::*;

use super::super::DossierProps;
use super::super::frame::Frame;
use super::super::safe::safe_and_hoped;
use super::super::undo::PutBack;
use super::{note_held, size};
use crate::domain::council::is_blind;
use crate::domain::dossier::{Attachment, Dossier, Holding};
use crate::domain::forms::{Appendix, NumberedPaper};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, attachments_of, focus_soon, use_app, use_attached, use_day, use_title, use_undo};
use crate::ui::route::{Page, Route};

/// In which way the papers are seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    All,
    /// Still to get, and answers without a paper.
    Missing,
    /// Ended, ending soon, or with an end that nobody has looked up.
    Renew,
    ByCriterion,
    /// By row of Form 02's evidence table.
    ByRow,
    /// The guide's papers to be ticked, and the levels that the ticked ones show.
    Tick,
}

#[derive(Properties, PartialEq)]
pub struct EvidenceProps {
    pub dossier: std::rc::Rc<Dossier>,
    #[prop_or_default]
    pub view: View,
}

/// All papers, what is missing, and what it makes of the rating.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let view = use_state_eq(|| props.view);
    let composing = use_state_eq(|| false);
    let dossier = &props.dossier;
    use_title(t.evidence.title.to_owned());
    use_recorded(&app, dossier);
    let undo = use_undo(&dossier.id, "papers");
    let here = use_attached(dossier);
    // As they will be numbered in what is handed in: what is still to get has no number.
    let papers = Appendix::handed_in(dossier).papers;
    let ending: Vec<&NumberedPaper> = ending(&papers);
    let unproven = dossier.unproven(Some(today));
    let tasks = dossier.papers.iter().filter(|paper| paper.holding == Holding::ToGet).count();
    let tab = |value: View, text: &'static str, n: Option<usize>| {
        let chosen = view.clone();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(value));
        html! {
            <button type="button" class={classes!("paper-view", (*view == value).then_some("paper-view-shown"))}
                aria-pressed={(*view == value).to_string()} {onclick}>{ text }if let Some(n) = n { <span class="soft">{ n }</span> }</button>
        }
    };
    let compose = {
        let composing = composing.clone();
        Callback::from(move |_: MouseEvent| {
            composing.set(true);
            focus_soon("new-paper".to_owned());
        })
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Check).href()}>{ t.evidence.to_check }</a>
            <button type="button" class="button button-act" onclick={compose}>{ icon(Icon::Plus) }{ t.evidence.add }</button>
        </>
    };
    let onclose = {
        let composing = composing.clone();
        Callback::from(move |()| composing.set(false))
    };
    html! {
        <Frame dossier={dossier.clone()} class={if *view == View::Tick { "page-papers" } else { "page-narrow" }} {actions}>
            <div class="papers-head">
                <h1 id="page-title" tabindex="-1">{ t.evidence.title }</h1>
                <PutBack dossier={dossier.clone()} {undo} id="papers-back" />
                if *composing { <compose::NewPaper dossier={dossier.clone()} {onclose} /> }
                <div class="paper-views" role="group" aria-label={t.evidence.filter}>
                    { tab(View::All, t.evidence.all, Some(dossier.papers.len())) }
                    { tab(View::Missing, t.evidence.missing, Some(tasks + unproven.len())) }
                    { tab(View::Renew, t.evidence.ended, Some(ending.len())) }
                    { tab(View::ByCriterion, t.evidence.by_criterion, None) }
                    { tab(View::ByRow, t.evidence.by_row, None) }
                    // What ticked papers show are levels of the applicant's own.
                    if !is_blind(dossier) { { tab(View::Tick, t.evidence.tick, None) } }
                </div>
            </div>
            { match *view {
                View::All => html! {
                    <>
                        { safe_and_hoped(dossier, &dossier.rating(), today, t, html! {}) }
                        if papers.is_empty() { <p class="empty">{ t.evidence.empty }</p> }
                        <ul class="papers" aria-label={t.evidence.list}>
                            for listed in &papers { { row::row(&app, dossier, listed, today) } }
                        </ul>
                        { missing::tasks(&app, dossier, today) }
                        { room(&app, dossier, here.as_deref()) }
                        <p class="links"><a href={Route::dossier(&dossier.id, Page::Writings).href()}>{ icon(Icon::Edit) }{ t.writing.title }</a>
                            <a href={Route::dossier(&dossier.id, Page::Lists).href()}>{ icon(Icon::Print) }{ t.lists.title }</a></p>
                    </>
                },
                View::Missing => html! {
                    <>
                        { missing::tasks(&app, dossier, today) }
                        { missing::bare(&app, dossier, &unproven, today) }
                        if tasks + unproven.len() == 0 { <p class="empty">{ t.evidence.none_missing }</p> }
                    </>
                },
                View::Renew => html! {
                    <>
                        if ending.is_empty() { <p class="empty">{ t.evidence.none_ended }</p> }
                        <ul class="papers" aria-label={t.evidence.list}>
                            for listed in &ending { { row::row(&app, dossier, listed, today) } }
                        </ul>
                        { missing::unknown_term(&app, dossier, today) }
                    </>
                },
                View::ByCriterion => grouped::by_criterion(&app, dossier, today),
                View::ByRow => grouped::by_row(&app, dossier, &papers, today),
                View::Tick => html! { <tick::Tick dossier={dossier.clone()} /> },
            } }
        </Frame>
    }
}

/// The papers that name an end, the soonest first.
fn ending<'a>(papers: &'a [NumberedPaper<'a>]) -> Vec<&'a NumberedPaper<'a>> {
    let mut ending: Vec<_> = papers.iter().filter_map(|listed| Some((listed.paper.ends()?, listed))).collect();
    ending.sort_by_key(|(end, _)| *end);
    ending.into_iter().map(|(_, listed)| listed).collect()
}

/// Papers that an older version only ticked become papers like all others once the guide is there.
#[hook]
fn use_recorded(app: &AppHandle, dossier: &std::rc::Rc<Dossier>) {
    let waiting = dossier.held.len();
    let ready = app.guide.is_some();
    let (app, dossier) = (app.clone(), dossier.clone());
    use_effect_with((waiting, ready), move |(waiting, ready)| {
        if *waiting > 0 && *ready {
            for paper in &dossier.held {
                note_held(&app, &dossier, paper);
            }
        }
    });
}

/// How much room photos and scans take on this device, and how many are not on it.
fn room(app: &AppHandle, dossier: &Dossier, here: Option<&BTreeSet<String>>) -> Html {
    let t = app.t();
    let is_here = |file: &&Attachment| here.is_none_or(|here| here.contains(&file.id));
    let (there, gone): (Vec<&Attachment>, Vec<&Attachment>) = attachments_of(dossier).partition(is_here);
    let bytes: u64 = there.iter().map(|file| file.size).sum();
    let files = t.evidence.files.of(there.len());
    html! {
        <>
            if !there.is_empty() { <p class="soft">{ t.evidence.size.files_size(&files, &size(bytes, app.language)) }</p> }
            if !gone.is_empty() { <p class="note">{ t.attached.left_out.of(gone.len()) }</p> }
        </>
    }
}

/// The list seen as what is ticked: where the old address of "from papers to answers" leads.
#[component]
pub fn Ticking(props: &DossierProps) -> Html {
    html! { <Evidence dossier={props.dossier.clone()} view={View::Tick} /> }
}

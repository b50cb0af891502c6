use yew::prelude::*;

use super::super::DossierProps;
use super::super::frame::Frame;
use super::super::safe::safe_and_hoped;
use super::{begin_paper, click, kind_name, size};
use crate::domain::calendar::Date;
use crate::domain::dossier::{Dossier, Holding, PaperState};
use crate::domain::forms::{Appendix, NumberedPaper};
use crate::domain::rating::{Open, counted_points};
use crate::ui::components::{Icon, icon, paper_chip, paper_name};
use crate::ui::hooks::{AppHandle, attachments_of, use_app, use_day, use_title};
use crate::ui::route::{Page, Route};

/// Which papers are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    All,
    /// Still to get, and answers without a paper.
    Missing,
    /// Ended or ending soon.
    Ending,
}

/// All papers of a dossier in the order of the criteria, what is missing, and what it makes of the
/// rating.
#[component]
pub fn Evidence(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let filter = use_state_eq(|| Filter::All);
    let dossier = &props.dossier;
    use_title(t.evidence.title.to_owned());
    let papers = Appendix::of(dossier).papers;
    let unproven = dossier.unproven();
    let shows = |filter: Filter, listed: &NumberedPaper| match filter {
        Filter::All => true,
        Filter::Missing => listed.paper.holding == Holding::ToGet,
        Filter::Ending => is_ending(listed, today),
    };
    let count = |filter: Filter| papers.iter().filter(|listed| shows(filter, listed)).count();
    let tab = |value: Filter, text: &'static str, n: usize| {
        let chosen = filter.clone();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(value));
        html! {
            <button type="button" class={classes!("star-tab", (*filter == value).then_some("star-tab-shown"))}
                aria-pressed={(*filter == value).to_string()} {onclick}>{ text }<span class="soft">{ n }</span></button>
        }
    };
    let actions = html! {
        <>
            <a class="button" href={Route::dossier(&dossier.id, Page::Check).href()}>{ t.evidence.to_check }</a>
            <button type="button" class="button button-act" onclick={
                let id = dossier.id.clone();
                click(&app, move |app| begin_paper(app, &id, None))
            }>{ icon(Icon::Plus) }{ t.evidence.add }</button>
        </>
    };
    let nothing = match *filter {
        _ if count(*filter) > 0 => None,
        Filter::All if dossier.assessment.answered() == 0 => Some(t.evidence.empty_start),
        Filter::All => Some(t.evidence.empty),
        Filter::Missing => unproven.is_empty().then_some(t.evidence.none_missing),
        Filter::Ending => Some(t.evidence.none_ended),
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.evidence.title }</h1>
            <p class="lead">{ t.evidence.lead }</p>
            { safe_and_hoped(dossier, &dossier.rating(), t, html! {}) }
            <div class="star-tabs" role="group" aria-label={t.evidence.filter}>
                { tab(Filter::All, t.evidence.all, papers.len()) }
                { tab(Filter::Missing, t.evidence.missing, count(Filter::Missing) + unproven.len()) }
                { tab(Filter::Ending, t.evidence.ended, count(Filter::Ending)) }
            </div>
            if let Some(nothing) = nothing { <p class="empty">{ nothing }</p> }
            <ul class="papers" aria-label={t.evidence.list}>
                for listed in papers.iter().filter(|listed| shows(*filter, listed)) { { row(&app, dossier, listed, today) } }
            </ul>
            { room(&app, dossier) }
            if *filter != Filter::Ending && !unproven.is_empty() { { bare(&app, dossier, &unproven) } }
        </Frame>
    }
}

fn is_ending(listed: &NumberedPaper, today: Date) -> bool {
    matches!(listed.paper.state(today), PaperState::Expired(_) | PaperState::EndsSoon { .. })
}

/// One paper: what it is, how it stands, what it proves.
fn row(app: &AppHandle, dossier: &Dossier, listed: &NumberedPaper, today: Date) -> Html {
    let t = app.t();
    let paper = listed.paper;
    let codes: Vec<&str> = listed.criteria.iter().map(|place| dossier.set().criteria[*place].code).collect();
    let number =
        if paper.number.trim().is_empty() { String::new() } else { t.evidence.number.number(&paper.number.trim()) };
    let about = [&kind_name(paper.kind, app.guide.as_ref()), &number, &paper.issuer, &paper.date];
    let about: Vec<&str> = about.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    let proves = match codes.is_empty() {
        true => t.evidence.proves_none.to_owned(),
        false => t.evidence.proves.codes(&codes.join(", ")),
    };
    let bytes: u64 = paper.attachments.iter().map(|file| file.size).sum();
    html! {
        <li key={paper.id.clone()}>
            <a class="paper-row" href={Route::dossier(&dossier.id, Page::Paper(paper.id.clone())).href()}>
                <span class="paper-number" aria-hidden="true">{ listed.number }</span>
                <span class="paper-text">
                    <span class="paper-name">{ paper_name(paper, app.guide.as_ref(), t) }</span>
                    if !about.is_empty() { <span class="soft">{ about.join(" · ") }</span> }
                    <span class="paper-foot soft">
                        <span>{ proves }</span>
                        if !paper.attachments.is_empty() {
                            <span>{ icon(Icon::Camera) }{ t.evidence.files.of(paper.attachments.len()) }{ ", " }{ size(bytes, app.language) }</span>
                        }
                    </span>
                    { paper_chip(paper, today, t) }
                </span>
                { icon(Icon::Next) }
            </a>
        </li>
    }
}

/// How much room photos and scans take.
fn room(app: &AppHandle, dossier: &Dossier) -> Html {
    let t = app.t();
    let count = attachments_of(dossier).count();
    if count == 0 {
        return html! {};
    }
    let bytes: u64 = attachments_of(dossier).map(|file| file.size).sum();
    let files = t.evidence.files.of(count);
    html! { <p class="soft">{ t.evidence.size.files_size(&files, &size(bytes, app.language)) }</p> }
}

/// Answers that bring points while no paper at hand proves them.
fn bare(app: &AppHandle, dossier: &Dossier, unproven: &[usize]) -> Html {
    let (t, language) = (app.t(), app.language);
    let points = counted_points(&dossier.assessment, Open::AtZero);
    html! {
        <section class="bare">
            <h2>{ t.evidence.bare }</h2>
            <p class="soft">{ t.evidence.bare_text }</p>
            <ul class="papers">
                for position in unproven.iter().copied() {
                    { {
                        let criterion = &dossier.set().criteria[position];
                        let promised = !dossier.entries[position].evidence.is_empty();
                        html! {
                            <li key={position}><a class="paper-row"
                                href={Route::dossier(&dossier.id, Page::EvidenceOf(criterion.code.to_owned())).href()}>
                                <span class="code">{ criterion.code }</span>
                                <span class="paper-text">
                                    <span>{ criterion.wording.title.get(language) }</span>
                                    if promised { <span class="soft">{ t.evidence.only_to_get }</span> }
                                </span>
                                <span class="option-points">{ t.criterion.points.of(points[position].0.into()) }</span>
                                { icon(Icon::Next) }
                            </a></li>
                        }
                    } }
                }
            </ul>
        </section>
    }
}

use yew::prelude::*;

use super::super::source_name;
use super::row::plain;
use crate::domain::calendar::Date;
use crate::domain::council::is_blind;
use crate::domain::decision::PaperSource;
use crate::domain::dossier::{Dossier, Holding, PaperRecord, Term};
use crate::domain::rating::{Open, counted_points};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::AppHandle;
use crate::ui::route::Route;

/// What is still to get, by the day it is needed and by where it comes from. A task, no document: it
/// has no number.
pub fn tasks(app: &AppHandle, dossier: &Dossier, today: Date) -> Html {
    let t = app.t();
    let source = |paper: &PaperRecord| {
        let facts = app.guide.as_ref().zip(paper.paper.as_ref()).and_then(|(guide, id)| guide.facts.papers.get(id));
        facts.map(|paper| paper.source).unwrap_or_default()
    };
    let mut open: Vec<&PaperRecord> = dossier.papers.iter().filter(|paper| paper.holding == Holding::ToGet).collect();
    open.sort_by_key(|paper| (Date::written(&paper.due).unwrap_or(Date::LAST), source(paper) as u8));
    if open.is_empty() {
        return html! {};
    }
    let mut groups: Vec<(PaperSource, Vec<&PaperRecord>)> = Vec::new();
    for paper in open {
        match groups.iter_mut().find(|(known, _)| *known == source(paper)) {
            Some((_, papers)) => papers.push(paper),
            None => groups.push((source(paper), vec![paper])),
        }
    }
    html! {
        <section class="bare">
            <h2>{ t.evidence.tasks }</h2>
            for (source, papers) in groups {
                if source != PaperSource::Unknown { <h3 class="papers-source">{ source_name(source, t) }</h3> }
                <ul class="papers">for paper in papers { { plain(app, dossier, paper, today) } }</ul>
            }
        </section>
    }
}

/// Papers at hand of a kind that usually ends, of which nobody has said until when.
pub fn unknown_term(app: &AppHandle, dossier: &Dossier, today: Date) -> Html {
    let t = app.t();
    let expires = |paper: &PaperRecord| {
        let facts = app.guide.as_ref().zip(paper.paper.as_ref()).and_then(|(guide, id)| guide.facts.papers.get(id));
        facts.is_some_and(|paper| paper.expires)
    };
    let unknown = dossier
        .papers
        .iter()
        .filter(|paper| paper.holding == Holding::Have && paper.term() == Term::Unknown && expires(paper));
    let unknown: Vec<&PaperRecord> = unknown.collect();
    if unknown.is_empty() {
        return html! {};
    }
    html! {
        <section class="bare">
            <h2>{ t.evidence.term_unknown }</h2>
            <p class="soft">{ t.evidence.term_unknown_text }</p>
            <ul class="papers">for paper in unknown { { plain(app, dossier, paper, today) } }</ul>
        </section>
    }
}

/// Answers that bring points while the papers that prove them are not all at hand, or no longer hold.
pub fn bare(app: &AppHandle, dossier: &Dossier, unproven: &[usize], today: Date) -> Html {
    let (t, language) = (app.t(), app.language);
    if unproven.is_empty() {
        return html! {};
    }
    let points = counted_points(&dossier.assessment, Open::AtZero);
    let row = |position: usize| {
        let criterion = &dossier.set().criteria[position];
        let promised = !dossier.entries[position].evidence.is_empty();
        let partly = !dossier.shown_by(position, None).is_empty();
        html! {
            <li key={position}><a class="paper-row" href={Route::criterion(&dossier.id, criterion.code).href()}>
                <span class="code">{ criterion.code }</span>
                <span class="paper-text">
                    <span>{ criterion.wording.title.get(language) }</span>
                    if partly {
                        <span class="soft">{ t.evidence.lacking.of(dossier.proven(position, Some(today)).missing) }</span>
                    } else if promised { <span class="soft">{ t.evidence.only_to_get }</span> }
                </span>
                if !is_blind(dossier) { <span class="option-points">{ t.criterion.points.of(points[position].0.into()) }</span> }
                { icon(Icon::Next) }
            </a></li>
        }
    };
    html! {
        <section class="bare">
            <h2>{ t.evidence.bare }</h2>
            <p class="soft">{ t.evidence.bare_text }</p>
            <ul class="papers">for position in unproven.iter().copied() { { row(position) } }</ul>
        </section>
    }
}

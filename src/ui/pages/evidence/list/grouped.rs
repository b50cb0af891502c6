use yew::prelude::*;

use super::super::kind_name;
use super::row::{plain, row};
use crate::domain::calendar::Date;
use crate::domain::decision::{EvidenceKind, evidence_kinds};
use crate::domain::dossier::{Dossier, Holding, PaperRecord};
use crate::domain::forms::NumberedPaper;
use crate::ui::hooks::AppHandle;
use crate::ui::route::Route;

/// Each answered criterion with the papers that prove it, and the papers that prove none.
pub fn by_criterion(app: &AppHandle, dossier: &Dossier, today: Date) -> Html {
    let (t, language) = (app.t(), app.language);
    let unproven = dossier.unproven(Some(today));
    let of = |position: usize| -> Vec<&PaperRecord> {
        let evidence = &dossier.entries[position].evidence;
        evidence.iter().filter_map(|id| dossier.papers.iter().find(|paper| paper.id == *id)).collect()
    };
    let used = |paper: &&PaperRecord| !dossier.entries.iter().any(|entry| entry.evidence.contains(&paper.id));
    let loose: Vec<&PaperRecord> = dossier.papers.iter().filter(used).collect();
    html! {
        <div class="paper-groups">
            for (position, criterion) in dossier.set().criteria.iter().enumerate() {
                if !of(position).is_empty() || unproven.contains(&position) {
                    <section class="paper-group" key={criterion.code}>
                        <h2><a href={Route::criterion(&dossier.id, criterion.code).href()}>
                            <span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</a></h2>
                        if of(position).is_empty() {
                            <p class="soft">{ t.proof.none }</p>
                        } else if unproven.contains(&position) {
                            <p class="soft">{ t.evidence.lacking.of(dossier.proven(position, Some(today)).missing) }</p>
                        }
                        <ul class="papers">for paper in of(position) { { plain(app, dossier, paper, today) } }</ul>
                    </section>
                }
            }
            if !loose.is_empty() {
                <section class="paper-group">
                    <h2>{ t.evidence.proves_none }</h2>
                    <ul class="papers">for paper in loose { { plain(app, dossier, paper, today) } }</ul>
                </section>
            }
        </div>
    }
}

/// The rows of Form 02's evidence table, each with every paper that stands in it.
pub fn by_row(app: &AppHandle, dossier: &Dossier, papers: &[NumberedPaper], today: Date) -> Html {
    let t = app.t();
    let group = |kind: EvidenceKind, name: String| {
        let here = papers.iter().filter(|listed| match kind.0 {
            0 => listed.paper.kind.0 == 0 && listed.paper.also.is_empty(),
            _ => listed.paper.stands_in(kind),
        });
        let here: Vec<&NumberedPaper> = here.collect();
        let to_get = dossier.papers.iter().filter(|paper| {
            paper.holding == Holding::ToGet
                && if kind.0 == 0 { paper.kind.0 == 0 && paper.also.is_empty() } else { paper.stands_in(kind) }
        });
        let to_get: Vec<&PaperRecord> = to_get.collect();
        if kind.0 == 0 && here.is_empty() && to_get.is_empty() {
            return html! {};
        }
        html! {
            <section class="paper-group" key={kind.0}>
                <h2>{ name }</h2>
                if here.is_empty() && to_get.is_empty() { <p class="soft">{ t.evidence.row_empty }</p> }
                <ul class="papers">
                    for listed in here { { row(app, dossier, listed, today) } }
                    for paper in to_get { { plain(app, dossier, paper, today) } }
                </ul>
            </section>
        }
    };
    html! {
        <div class="paper-groups">
            for kind in evidence_kinds(dossier.set()) {
                { group(kind, t.from_papers.kind.name_no(&kind_name(dossier.set(), kind, app.guide.as_ref()), &kind.0)) }
            }
            { group(EvidenceKind(0), t.from_papers.other_kind.to_owned()) }
        </div>
    }
}

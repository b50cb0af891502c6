use std::collections::{BTreeMap, BTreeSet};

use yew::prelude::*;

use super::super::super::DossierProps;
use super::super::super::answers::answer_text;
use super::super::note_held;
use crate::domain::decision::{Guide, PaperId, ProductSet};
use crate::domain::dossier::{Holding, Proposal, proposals};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{AppHandle, focus_soon, use_app};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// From papers to answers: the same papers read the other way. What is ticked is a paper of the list,
/// the levels that the papers show are proposed, and the applicant accepts or declines each.
#[component]
pub fn Tick(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let declined = use_state_eq(BTreeSet::<(usize, u8)>::new);
    let said = use_state_eq(String::new);
    let Some(guide) = app.guide.clone() else {
        return html! { <p class="note" role="status">{ t.way.papers_waiting }</p> };
    };
    let all = proposals(dossier, &guide);
    let open: Vec<&Proposal> = all.iter().filter(|proposal| !declined.contains(&mark(proposal))).collect();
    let hidden = all.len() - open.len();
    let show_again = {
        let declined = declined.clone();
        Callback::from(move |_: MouseEvent| declined.set(BTreeSet::new()))
    };
    let view = View { app: &app, props, guide: &guide, t, declined: &declined, said: &said };
    let see = Callback::from(|_: MouseEvent| focus_soon("proposals".to_owned()));
    html! {
        <>
            <section class="papers-kinds" aria-label={t.from_papers.kinds}>
                <p class="soft">{ t.from_papers.lead }</p>
                if !open.is_empty() {
                    <p class="papers-see"><button type="button" class="button button-leaf" onclick={see}>{ t.from_papers.see.of(open.len()) }</button></p>
                }
                { view.kinds() }
            </section>
            <section class="papers-proposals" aria-labelledby="proposals">
                <h2 id="proposals" tabindex="-1">{ t.from_papers.proposals }</h2>
                <p class="soft" role="status">
                    { if said.is_empty() { t.from_papers.count.of(open.len()) } else { (*said).clone() } }
                </p>
                if open.is_empty() { <p class="empty">{ t.from_papers.none }</p> }
                <ul class="proposals">for proposal in open { { view.proposal(proposal) } }</ul>
                if hidden > 0 {
                    <p class="soft">{ t.from_papers.declined.of(hidden) }{ " " }
                        <button type="button" class="link" onclick={show_again}>{ t.from_papers.declined_back }</button></p>
                }
                <p class="soft">{ t.from_papers.advice }</p>
            </section>
        </>
    }
}

/// A proposal that was declined stays away; one of another level comes anew.
fn mark(proposal: &Proposal) -> (usize, u8) {
    (proposal.position, proposal.level)
}

struct View<'a> {
    app: &'a AppHandle,
    props: &'a DossierProps,
    guide: &'a Guide,
    t: &'static Words,
    declined: &'a UseStateHandle<BTreeSet<(usize, u8)>>,
    said: &'a UseStateHandle<String>,
}

impl View<'_> {
    fn name(&self, paper: &PaperId) -> String {
        self.guide.words.papers.get(paper).cloned().unwrap_or_else(|| paper.clone())
    }

    fn kinds(&self) -> Html {
        let groups = by_kind(self.props.dossier.set(), self.guide);
        // Papers outside the form's table come last.
        let (outside, rows): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(kind, _)| *kind == 0);
        rows.into_iter().chain(outside).map(|(kind, papers)| self.kind(kind, &papers)).collect()
    }

    fn kind(&self, kind: u8, papers: &[PaperId]) -> Html {
        let t = self.t;
        let ticked = papers.iter().filter(|paper| self.props.dossier.holds(paper)).count();
        let name = match self.guide.words.evidence_kinds.get(&kind) {
            Some((_, short)) => t.from_papers.kind.name_no(short, &kind),
            None => t.from_papers.other_kind.to_owned(),
        };
        html! {
            <details class="fold kind" key={kind} id={format!("kind-{kind}")}>
                <summary>
                    <span>{ name }</span>
                    <span class={classes!("kind-count", (ticked > 0).then_some("kind-some"))}>
                        { t.from_papers.ticked.n_of(&ticked, &papers.len()) }
                    </span>
                </summary>
                <ul class="plain">for paper in papers { { self.paper(paper) } }</ul>
            </details>
        }
    }

    /// A tick is a paper at hand. One of which more is noted is taken off on its own page, where that can
    /// be seen.
    fn paper(&self, paper: &PaperId) -> Html {
        let dossier = &self.props.dossier;
        let mut records = dossier.papers.iter().filter(|record| record.paper.as_ref() == Some(paper));
        let record = records.find(|record| record.holding == Holding::Have);
        let detailed = record.filter(|record| !record.is_blank());
        let onchange = {
            let (app, dossier, paper, said) = (self.app.clone(), dossier.clone(), paper.clone(), self.said.clone());
            let blank = record.map(|record| record.id.clone());
            Callback::from(move |_: Event| {
                said.set(String::new());
                match &blank {
                    Some(id) => app.change(&dossier.id, Change::PaperRemoved { paper: id.clone() }),
                    None => drop(note_held(&app, &dossier, &paper)),
                }
            })
        };
        html! {
            <li key={paper.clone()}><label class="check">
                <input type="checkbox" id={format!("paper-{paper}")} checked={record.is_some()} disabled={detailed.is_some()} {onchange} />
                <span>{ self.name(paper) }
                    if let Some(record) = detailed {
                        { " " }<a href={Route::dossier(&dossier.id, Page::Paper(record.id.clone())).href()}>{ self.t.from_papers.recorded }</a>
                    }
                </span>
            </label></li>
        }
    }

    fn proposal(&self, proposal: &Proposal) -> Html {
        let (t, language) = (self.t, self.app.language);
        let dossier = &self.props.dossier;
        let criterion = &dossier.set().criteria[proposal.position];
        let level = usize::from(proposal.level);
        let label = criterion.ladder.labels[level].get(language);
        let papers: Vec<String> = proposal.papers.iter().map(|paper| self.name(paper)).collect();
        let accept = {
            let (app, id, proposal, said) = (self.app.clone(), dossier.id.clone(), proposal.clone(), self.said.clone());
            Callback::from(move |_: MouseEvent| {
                said.set(t.from_papers.accepted.code_level(&criterion.code, &label));
                app.change(&id, Change::ProposalTaken(proposal.clone()));
                focus_soon("proposals".to_owned());
            })
        };
        let decline = {
            let (declined, said, mark) = (self.declined.clone(), self.said.clone(), mark(proposal));
            Callback::from(move |_: MouseEvent| {
                said.set(String::new());
                declined.set(declined.iter().copied().chain([mark]).collect());
                focus_soon("proposals".to_owned());
            })
        };
        let now = answer_text(criterion, proposal.now, language, t);
        html! {
            <li class="card proposal" key={criterion.code} id={format!("proposal-{}", criterion.code)}>
                <p><a class="step-title" href={Route::criterion(&dossier.id, criterion.code).href()}>
                    <span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</a></p>
                <p class="step-gain">{ t.criterion.points.of(criterion.levels[level].points.0.into()) }</p>
                <p class="step-up">{ t.way.up.level(&label) }</p>
                <p class="soft">{ t.way.now.level(&now) }</p>
                <p class="soft">{ t.from_papers.shown_by.papers(&papers.join(" + ")) }</p>
                <div class="proposal-buttons">
                    <button type="button" class="button" onclick={decline}
                        aria-label={t.from_papers.decline_label.code(&criterion.code)}>{ t.from_papers.decline }</button>
                    <button type="button" class="button button-leaf" onclick={accept}
                        aria-label={t.from_papers.accept_label.code_level(&criterion.code, &label)}>
                        { icon(Icon::Check) }{ t.from_papers.accept }</button>
                </div>
            </li>
        }
    }
}

/// The papers that show some level of this set, by row of Form 02's evidence table, 0 for those
/// outside it.
fn by_kind(set: &ProductSet, guide: &Guide) -> BTreeMap<u8, Vec<PaperId>> {
    let mut kinds: BTreeMap<u8, BTreeSet<&PaperId>> = BTreeMap::new();
    for criterion in set.criteria {
        for proof in guide.proofs(criterion) {
            for paper in &proof.all {
                let kind = guide.facts.papers.get(paper).map_or(0, |paper| paper.kind.0);
                kinds.entry(kind).or_default().insert(paper);
            }
        }
    }
    kinds.into_iter().map(|(kind, papers)| (kind, papers.into_iter().cloned().collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::Language;
    use crate::domain::decision::first;

    #[test]
    fn every_paper_offered_proves_something_in_the_set_and_stands_under_its_row_once() {
        let guide = Guide::of_26_2026(Language::Vi);
        for set in first().sets {
            let kinds = by_kind(set, &guide);
            let all: Vec<&PaperId> = kinds.values().flatten().collect();
            let distinct: BTreeSet<&PaperId> = all.iter().copied().collect();
            assert_eq!(all.len(), distinct.len(), "set {}", set.no.0);
            for (kind, papers) in &kinds {
                assert!(*kind == 0 || guide.words.evidence_kinds.contains_key(kind), "row {kind}");
                for paper in papers {
                    let proves = set
                        .criteria
                        .iter()
                        .any(|criterion| guide.proofs(criterion).iter().any(|proof| proof.all.contains(paper)));
                    assert!(proves, "set {}: {paper}", set.no.0);
                }
            }
        }
    }
}

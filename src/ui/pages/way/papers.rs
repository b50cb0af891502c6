use std::collections::BTreeSet;

use yew::prelude::*;

use super::view::View;
use crate::domain::decision::{Guide, PaperId, Proof};
use crate::domain::dossier::Holding;
use crate::domain::rating::Answer;
use crate::domain::way::Step;
use crate::ui::components::{Icon, icon};

/// The papers that show a level, and how long getting there usually takes: advice.
pub fn papers_panel(view: &View, step: &Step) -> Html {
    let t = view.t;
    let (position, level) = (step.position, step.to_level);
    let criterion = view.criterion(position);
    let label = t.way.papers_of.code(&criterion.code);
    let inside = match view.app.guide.as_deref() {
        None => html! { <p>{ t.way.papers_waiting }</p> },
        Some(guide) => html! {
            <>
                { lists(view, guide, &lists_of(guide.proofs(criterion), level)) }
                if let Some(help) = guide.words.help.get(criterion.wording.key) {
                    <p class="soft">{ t.way.advice.text(&help.lead) }</p>
                }
            </>
        },
    };
    html! { <div class="panel" id={format!("papers-{}", criterion.code)} role="group" aria-label={label}><p>{ now(view, step) }</p>{ inside }</div> }
}

/// The answer of now, in words.
fn now(view: &View, step: &Step) -> String {
    match step.from {
        Answer::Unanswered => view.t.way.now_open.to_owned(),
        Answer::NoneOfThese => view.t.way.now_none.to_owned(),
        Answer::Level(level) => view.t.way.now.level(&view.label(step.position, level.into())),
    }
}

/// The papers that every list names, and what each list names beyond them.
struct Lists<'a> {
    all: Vec<&'a PaperId>,
    any: Vec<Vec<&'a PaperId>>,
}

fn lists_of(proofs: &[Proof], level: usize) -> Lists<'_> {
    let lists: Vec<&Vec<PaperId>> =
        proofs.iter().filter(|proof| proof.level == level).map(|proof| &proof.all).collect();
    let Some((first, others)) = lists.split_first() else { return Lists { all: Vec::new(), any: Vec::new() } };
    let all: Vec<&PaperId> = first.iter().filter(|paper| others.iter().all(|list| list.contains(paper))).collect();
    let any = match others.is_empty() {
        true => Vec::new(),
        false => lists.iter().map(|list| list.iter().filter(|paper| !all.contains(paper)).collect()).collect(),
    };
    Lists { all, any }
}

fn lists(view: &View, guide: &Guide, lists: &Lists) -> Html {
    let t = view.t;
    if lists.all.is_empty() && lists.any.is_empty() {
        return html! { <p>{ t.way.papers_none }</p> };
    }
    let held = held(view);
    let paper = |id: &PaperId| {
        let name = guide.words.papers.get(id).cloned().unwrap_or_default();
        html! {
            <>{ name }if held.contains(id) { <span class="held">{ icon(Icon::Check) }{ t.way.held }</span> }</>
        }
    };
    html! {
        <>
            if !lists.all.is_empty() {
                <h3>{ t.way.papers_all }</h3>
                <ul class="paper-list">for id in &lists.all { <li>{ paper(id) }</li> }</ul>
            }
            if !lists.any.is_empty() {
                <h3>{ if lists.all.is_empty() { t.way.papers_any_only } else { t.way.papers_any } }</h3>
                <ul class="paper-list">
                    for list in &lists.any {
                        <li>for (place, id) in list.iter().enumerate() { if place > 0 { { " + " } }{ paper(id) } }</li>
                    }
                </ul>
            }
        </>
    }
}

/// Papers of the guide that are ticked as held or entered as a record.
fn held(view: &View) -> BTreeSet<PaperId> {
    let recorded = view.dossier.papers.iter().filter(|record| record.holding == Holding::Have);
    recorded.filter_map(|record| record.paper.clone()).chain(view.dossier.held.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(proofs: &[(usize, &[&str])], all: &[&str], any: &[&[&str]]) {
        let proofs: Vec<Proof> = proofs
            .iter()
            .map(|(level, all)| Proof { level: *level, all: all.iter().map(|id| (*id).to_owned()).collect() })
            .collect();
        let found = lists_of(&proofs, 2);
        assert_eq!(found.all, all);
        assert_eq!(found.any, any);
    }

    #[test]
    fn what_every_list_names_is_said_once() {
        check(&[], &[], &[]);
        check(&[(1, &["a"])], &[], &[]);
        check(&[(1, &["x"]), (2, &["a", "b"])], &["a", "b"], &[]);
        check(&[(2, &["a", "b"]), (2, &["a", "c", "d"])], &["a"], &[&["b"], &["c", "d"]]);
        check(&[(2, &["a"]), (2, &["b"])], &[], &[&["a"], &["b"]]);
    }
}

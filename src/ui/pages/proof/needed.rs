use yew::prelude::*;

use super::ProofProps;
use super::row::{PaperRow, Row};
use crate::domain::decision::{Guide, PaperId, Proof, drawn_together};
use crate::domain::dossier::{Dossier, PaperRecord, checks};
use crate::domain::rating::Answer;
use crate::session::Change;
use crate::ui::components::{Icon, icon, paper_name};
use crate::ui::hooks::{focus_soon, new_id, use_app, use_day};
use crate::ui::pages::criterion::PAPERS_OF_LEVEL;
use crate::ui::pages::evidence::click;

/// The papers that prove the level that is chosen, and those that the applicant tied to the criterion
/// beside them. Everything happens in place: the page stays where it was.
#[component]
pub fn Needed(props: &ProofProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    // The paper that is being filled in, by the id of its record.
    let open = use_state_eq(|| None::<String>);
    let (dossier, position) = (&props.dossier, props.position);
    let criterion = &dossier.set().criteria[position];
    let entry = &dossier.entries[position];
    let level = match dossier.assessment.answer(position) {
        Answer::Level(level) => Some(usize::from(level)),
        Answer::Unanswered | Answer::NoneOfThese => None,
    };
    let guide = app.guide.clone();
    let proofs = |guide: &Guide| -> Vec<Proof> {
        let all = guide.proofs(criterion);
        all.iter().filter(|proof| Some(proof.level) == level).cloned().collect()
    };
    let lists: Vec<Proof> = guide.as_deref().map(proofs).unwrap_or_default();
    let refs: Vec<&Proof> = lists.iter().collect();
    let parts = drawn_together(&refs);
    let shown: Vec<&PaperId> = parts.iter().flatten().flatten().copied().collect();
    let others = dossier.papers.iter().filter(|paper| {
        entry.evidence.contains(&paper.id) && paper.paper.as_ref().is_none_or(|id| !shown.contains(&id))
    });
    let spare: Vec<&PaperRecord> = dossier
        .papers
        .iter()
        .filter(|paper| {
            !entry.evidence.contains(&paper.id) && paper.paper.as_ref().is_none_or(|id| !shown.contains(&id))
        })
        .collect();
    let row = |row: Row| html! { <PaperRow dossier={dossier.clone()} {position} {row} open={open.clone()} /> };
    let proven = dossier.proven(position, Some(today));
    let own = {
        let (id, open) = (dossier.id.clone(), open.clone());
        click(&app, move |app| {
            let paper = new_id().0;
            app.change(&id, Change::PaperKept(PaperRecord { id: paper.clone(), ..PaperRecord::default() }));
            app.change(&id, Change::PaperLinked { paper: paper.clone(), position, proves: true });
            open.set(Some(paper.clone()));
            focus_soon(format!("fill-{paper}"));
        })
    };
    let others: Vec<Html> = others.map(|paper| row(Row::Own(paper.id.clone()))).collect();
    let judged = checks::needs_no_paper(criterion.wording.key);
    html! {
        <div class="card needed">
            <h2 id={PAPERS_OF_LEVEL} tabindex="-1">{ icon(Icon::File) }<span>{ if level.is_some() { t.needed.title } else { t.needed.title_open } }</span>
                if !parts.is_empty() {
                    <span class={classes!("needed-count", (proven.missing == 0).then_some("needed-full"))}>
                        { t.needed.count.n_of(&proven.asked.saturating_sub(proven.missing), &proven.asked) }</span>
                }
            </h2>
            if judged {
                <p class="soft">{ t.proof.judged }</p>
            } else if level.is_none() {
                <p class="soft">{ t.needed.choose }</p>
            } else if guide.is_some() && parts.is_empty() {
                <p class="soft">{ t.needed.none_known }</p>
            } else if guide.is_none() {
                <p class="soft">{ t.evidence.no_guide }</p>
            }
            <ul class="needed-papers">
                for part in parts {
                    if let [list] = part.as_slice() {
                        for id in list { { row(Row::Known((*id).clone())) } }
                    } else {
                        <li class="one-of" key={part.concat().iter().map(|id| id.as_str()).collect::<String>()}>
                            <p class="soft">{ t.evidence.one_of }</p>
                            { one_of(dossier, position, &part, &row) }
                        </li>
                    }
                }
                { for others }
            </ul>
            if !judged || !entry.evidence.is_empty() {
                <div class="needed-more">
                    <button type="button" class="link" onclick={own}>{ t.needed.own }</button>
                    if !spare.is_empty() {
                        <details class="fold">
                            <summary>{ t.needed.tie }</summary>
                            <ul class="needed-papers">
                                for paper in spare {
                                    <li class="paper-line" key={paper.id.clone()}>
                                        <span class="paper-text"><span>{ paper_name(paper, app.guide.as_ref(), t) }</span></span>
                                        <button type="button" class="button button-small" onclick={
                                            let (id, paper) = (dossier.id.clone(), paper.id.clone());
                                            click(&app, move |app| app.change(&id, Change::PaperLinked { paper: paper.clone(), position, proves: true }))
                                        }>{ t.needed.use_it }</button>
                                    </li>
                                }
                            </ul>
                        </details>
                    }
                </div>
            }
        </div>
    }
}

/// Papers of which one list will do. Once one is noted, the others step back.
fn one_of(dossier: &Dossier, position: usize, part: &[Vec<&PaperId>], row: &dyn Fn(Row) -> Html) -> Html {
    let noted = |list: &Vec<&PaperId>| list.iter().all(|id| record_of(dossier, position, id).is_some());
    let (first, rest): (Vec<_>, Vec<_>) = part.iter().partition(|list| noted(list));
    let lists = |lists: &[&Vec<&PaperId>]| -> Html {
        let list = |list: &&Vec<&PaperId>| {
            html! { <li class="one-of-list"><ul class="needed-papers">for id in list.iter() { { row(Row::Known((*id).clone())) } }</ul></li> }
        };
        html! { <ul class="needed-papers">{ for lists.iter().map(list) }</ul> }
    };
    if first.is_empty() {
        return lists(&rest);
    }
    html! { <>{ lists(&first) }<RestOf>{ lists(&rest) }</RestOf></> }
}

#[derive(Properties, PartialEq)]
struct RestProps {
    children: Html,
}

/// What would do as well.
#[component]
fn RestOf(props: &RestProps) -> Html {
    let t = use_app().t();
    html! { <details class="fold"><summary>{ t.needed.instead }</summary>{ props.children.clone() }</details> }
}

/// The record of a paper of the guide that is tied to the criterion.
pub(super) fn record_of<'a>(dossier: &'a Dossier, position: usize, id: &str) -> Option<&'a PaperRecord> {
    let evidence = &dossier.entries.get(position)?.evidence;
    dossier.papers.iter().find(|paper| paper.paper.as_deref() == Some(id) && evidence.contains(&paper.id))
}

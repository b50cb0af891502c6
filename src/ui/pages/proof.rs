use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::domain::decision::{Guide, Language, PaperId, Text, drawn_together};
use crate::domain::dossier::{Dossier, checks};
use crate::domain::rating::Answer;
use crate::session::Change;
use crate::ui::components::{Icon, icon, paper_chip, paper_name};
use crate::ui::hooks::{use_app, use_day};
use crate::ui::route::{Page, Route};
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct ProofProps {
    pub position: usize,
    pub dossier: Rc<Dossier>,
}

/// Own description of one criterion, the papers that prove it, and which would prove which level.
/// Papers are noted on their own pages.
#[component]
pub fn ProofOfCriterion(props: &ProofProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let today = use_day();
    let (dossier, position) = (&props.dossier, props.position);
    let Some(entry) = dossier.entries.get(position) else { return html! {} };
    let criterion = &dossier.set().criteria[position];
    let write = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            app.change(&id, Change::NoteWritten { position, note: area.value() });
        })
    };
    let linked = dossier.papers.iter().filter(|paper| entry.evidence.contains(&paper.id));
    let none = linked.clone().next().is_none();
    let judged = checks::needs_no_paper(criterion.wording.key);
    let page = Route::dossier(&dossier.id, Page::EvidenceOf(criterion.code.to_owned()));
    html! {
        <section class="proof">
            <h2>{ icon(Icon::File) }{ t.proof.title }</h2>
            if none { <p class="soft">{ if judged { t.proof.judged } else { t.proof.none } }</p> }
            <ul class="proof-papers">
                for paper in linked {
                    <li key={paper.id.clone()}>
                        <a href={Route::dossier(&dossier.id, Page::Paper(paper.id.clone())).href()}>{ paper_name(paper, app.guide.as_ref(), t) }</a>
                        { paper_chip(paper, today, t) }
                    </li>
                }
            </ul>
            <p><a class="button" href={page.href()}>{ icon(Icon::Edit) }{ if none { t.proof.add } else { t.proof.edit } }</a></p>
            if let Some(guide) = &app.guide { { levels(dossier, position, guide, language, t) } }
            <details class="fold" open={!entry.note.is_empty()}>
                <summary>{ icon(Icon::Edit) }{ t.criterion.own_words }</summary>
                <label class="field">
                    <span class="field-label">{ t.criterion.own_words_label }</span>
                    <textarea rows="4" value={entry.note.clone()} oninput={write} />
                </label>
            </details>
        </section>
    }
}

/// Which papers prove which level, as far as the guide knows.
fn levels(dossier: &Dossier, position: usize, guide: &Guide, language: Language, t: &'static Words) -> Html {
    let criterion = &dossier.set().criteria[position];
    let proofs = guide.facts.proofs.get(criterion.wording.key).map(Vec::as_slice).unwrap_or_default();
    if proofs.is_empty() {
        return html! {};
    }
    let chosen = dossier.assessment.answer(position);
    let level = |(index, label): (usize, &Text)| {
        let lists: Vec<_> = proofs.iter().filter(|proof| proof.level == index).collect();
        let is_chosen = chosen == Answer::Level(index as u8);
        (!lists.is_empty()).then(|| {
            html! {
                <>
                    <dt>{ label.get(language) }
                        if is_chosen { { " " }<span class="chip chip-have">{ t.proof.chosen }</span> }
                    </dt>
                    for part in drawn_together(&lists) { <dd>{ one_of(&part, dossier, guide, t) }</dd> }
                </>
            }
        })
    };
    html! {
        <details class="fold">
            <summary>{ icon(Icon::Check) }{ t.proof.levels }</summary>
            <dl class="proof-levels">{ for criterion.ladder.labels.iter().enumerate().filter_map(level) }</dl>
        </details>
    }
}

/// "a or b", each marked where it is at hand.
fn one_of(part: &[Vec<&PaperId>], dossier: &Dossier, guide: &Guide, t: &'static Words) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    for (nth, list) in part.iter().enumerate() {
        if nth > 0 {
            pieces.push(html! { <span class="soft">{ t.proof.or }</span> });
        }
        for (nth, id) in list.iter().enumerate() {
            if nth > 0 {
                pieces.push(html! { <span class="soft">{ t.proof.with }</span> });
            }
            pieces.push(guide.words.papers.get(*id).cloned().unwrap_or_default().into());
            if dossier.holds(id) {
                pieces.push(html! { <span class="chip chip-have">{ t.proof.held }</span> });
            }
        }
    }
    pieces.into_iter().collect()
}

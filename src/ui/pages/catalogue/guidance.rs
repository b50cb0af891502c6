use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::super::practice::below_help;
use super::super::terms::with_terms;
use crate::domain::decision::{Criterion, Guide, Language, PaperId, Proof, SetNo};
use crate::ui::hooks::use_app;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct GuidanceProps {
    /// On whose page it stands: examples are of this set.
    pub set: SetNo,
    pub criterion: &'static Criterion,
}

/// Help with a criterion and the papers that prove each level, folded away; drawn when first opened.
#[component]
pub fn Guidance(props: &GuidanceProps) -> Html {
    let app = use_app();
    let t = app.t();
    let opened = use_state_eq(|| false);
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |event: Event| {
            let fold: HtmlElement = event.target_unchecked_into();
            if fold.has_attribute("open") {
                opened.set(true);
            }
        })
    };
    html! {
        <details class="fold guidance" {ontoggle}>
            <summary>{ t.set_page.help }</summary>
            if *opened {
                { match &app.guide {
                    Some(guide) => inside(props.set, props.criterion, guide, app.language, t),
                    None => html! { <p class="soft" role="status">{ t.set_page.guide_waits }</p> },
                } }
            }
        </details>
    }
}

fn inside(set: SetNo, criterion: &Criterion, guide: &Rc<Guide>, language: Language, t: &'static Words) -> Html {
    let key = criterion.wording.key;
    let proofs = guide.proofs(criterion);
    html! {
        <div class="guidance-in">
            if let Some(text) = guide.help(key, set) {
                <p>{ with_terms(&text, Some(guide), t) }</p>
                { below_help(guide, key, t) }
            }
            if !proofs.is_empty() {
                <p class="guidance-title">{ t.set_page.papers }</p>
                <p class="soft">{ t.set_page.papers_advice }</p>
                <dl class="proofs">
                    for (index, level) in criterion.levels.iter().enumerate() {
                        { of_level(index, level.points.0, criterion, proofs, guide, language, t) }
                    }
                </dl>
            }
        </div>
    }
}

fn of_level(
    index: usize,
    points: u8,
    criterion: &Criterion,
    proofs: &[Proof],
    guide: &Guide,
    language: Language,
    t: &'static Words,
) -> Html {
    let lists: Vec<&Proof> = proofs.iter().filter(|proof| proof.level == index && !proof.all.is_empty()).collect();
    if lists.is_empty() {
        return html! {};
    }
    html! {
        <>
            <dt><strong>{ t.set_page.level_points.of(points.into()) }</strong>{ " " }
                <span class="soft">{ criterion.ladder.labels[index].get(language) }</span></dt>
            <dd>
                for (place, proof) in lists.into_iter().enumerate() {
                    if place > 0 { <p class="proofs-or soft">{ t.set_page.or }</p> }
                    <ul>for id in &proof.all { { paper(id, guide, t) } }</ul>
                }
            </dd>
        </>
    }
}

fn paper(id: &PaperId, guide: &Guide, t: &'static Words) -> Html {
    let facts = guide.facts.papers.get(id);
    let kind = facts.and_then(|facts| guide.words.evidence_kinds.get(&facts.kind.0));
    html! {
        <li>
            { guide.words.papers.get(id).cloned().unwrap_or_else(|| id.clone()) }
            if let Some((_, short)) = kind { <span class="soft">{ " · " }{ short.clone() }</span> }
            if facts.is_some_and(|facts| facts.expires) { { " " }<span class="chip chip-act">{ t.set_page.expires }</span> }
        </li>
    }
}

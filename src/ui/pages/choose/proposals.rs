use yew::prelude::*;

use crate::domain::decision::{Language, ProductSet};
use crate::domain::find::{Found, Question, holds};
use crate::ui::components::{Icon, icon};
use crate::words::Words;

/// The sets a name may belong to, each with the words that speak for it; the question that settles a
/// doubt; or word that none fits.
pub fn proposals(found: &Found, language: Language, t: &'static Words, choose: &Callback<&'static ProductSet>) -> Html {
    if let Some(words) = &found.outside {
        return html! { <p class="empty">{ t.choose.outside.words(words) }</p> };
    }
    if found.proposals.is_empty() {
        return html! { <p class="empty">{ t.choose.nothing }</p> };
    }
    html! {
        <>
            <ul class="set-list">
                for (place, proposal) in found.proposals.iter().take(3).enumerate() {
                    { card(proposal.set, &proposal.because, place == 0 && found.sure, place == 0, language, t, choose) }
                }
            </ul>
            if let Some(question) = found.question() { { doubt(question, found, language, t, choose) } }
        </>
    }
}

fn card(
    set: &'static ProductSet,
    because: &str,
    best: bool,
    reasoned: bool,
    language: Language,
    t: &'static Words,
    choose: &Callback<&'static ProductSet>,
) -> Html {
    let onclick = choose.reform(move |_: MouseEvent| set);
    html! {
        <li key={set.no.0}><button type="button" class={classes!("set-row", best.then_some("set-best"))} {onclick}>
            <span class="set-no" aria-hidden="true">{ set.no.0 }</span>
            <span class="set-text">
                <span class="set-name">{ set.name.get(language) }</span>
                <span class="soft">
                    if reasoned { <span class="set-reason">{ t.choose.because.words(&because) }</span>{ " · " } }
                    { holds(set, language) }
                </span>
            </span>
            if best { <span class="chip chip-have set-fits">{ t.choose.best }</span> } else { { icon(Icon::Next) } }
        </button></li>
    }
}

/// The question between neighbours; an answer chooses its set.
fn doubt(
    question: &'static Question,
    found: &Found,
    language: Language,
    t: &'static Words,
    choose: &Callback<&'static ProductSet>,
) -> Html {
    let answers = question.answers.iter().filter_map(|answer| {
        let set = found.proposals.iter().find(|proposal| proposal.set.no == answer.set)?.set;
        let onclick = choose.reform(move |_: MouseEvent| set);
        Some(html! { <button type="button" class="button" {onclick}>{ answer.text.get(language) }</button> })
    });
    html! {
        <div class="doubt" role="group" aria-labelledby="doubt">
            <p id="doubt">
                if found.sure { <strong>{ t.choose.unsure }</strong>{ " " } }
                { question.text.get(language) }
            </p>
            <p class="buttons">{ for answers }</p>
        </div>
    }
}

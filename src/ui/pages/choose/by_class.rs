use yew::prelude::*;

use crate::domain::decision::{Language, ProductSet};
use crate::domain::find::holds;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::decision_today;
use crate::words::Words;

/// All sets under the sectors of Annex I, in its order, each with what tells it from its neighbours;
/// a tap away, or open where the name tells nothing.
pub fn by_class(open: bool, language: Language, t: &'static Words, choose: &Callback<&'static ProductSet>) -> Html {
    let mut sectors: Vec<(&'static str, Vec<&'static ProductSet>)> = Vec::new();
    for set in decision_today().sets {
        let sector = set.class.sector.get(language);
        match sectors.last_mut().filter(|(known, _)| *known == sector) {
            Some((_, sets)) => sets.push(set),
            None => sectors.push((sector, vec![set])),
        }
    }
    html! {
        <details class="fold all-sets" {open}>
            <summary>{ t.choose.all.n(&decision_today().sets.len()) }</summary>
            for (sector, sets) in sectors {
                <section class="sector">
                    <h2>{ sector }</h2>
                    <ul class="set-list">for set in sets { { row(set, language, choose) } }</ul>
                </section>
            }
        </details>
    }
}

fn row(set: &'static ProductSet, language: Language, choose: &Callback<&'static ProductSet>) -> Html {
    let onclick = choose.reform(move |_: MouseEvent| set);
    html! {
        <li><button type="button" class="set-row" {onclick}>
            <span class="set-no" aria-hidden="true">{ set.no.0 }</span>
            <span class="set-text">
                <span class="set-name">{ set.name.get(language) }</span>
                <span class="soft">{ holds(set, language) }</span>
            </span>
            { icon(Icon::Next) }
        </button></li>
    }
}

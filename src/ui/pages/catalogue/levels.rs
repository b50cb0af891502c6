use yew::prelude::*;

use crate::domain::decision::{Case, Criterion, Language};
use crate::words::Words;

/// The levels of a criterion with their points and the stars whose minimum they are; two lists where
/// it prints two cases.
pub fn levels(criterion: &Criterion, language: Language, t: &'static Words) -> Html {
    match criterion.cases {
        None => list(criterion, None, language, t),
        Some(labels) => html! {
            for (case, label) in Case::BOTH.into_iter().zip(labels) {
                <p class="levels-case">{ label.get(language) }</p>
                { list(criterion, Some(case), language, t) }
            }
        },
    }
}

fn list(criterion: &Criterion, case: Option<Case>, language: Language, t: &'static Words) -> Html {
    html! {
        <ul class="levels" aria-label={t.set_page.levels.code(&criterion.code)}>
            for (index, level) in criterion.levels_of(case) {
                <li class="level">
                    <span class="level-points">{ t.criterion.points.of(level.points.0.into()) }</span>
                    <span class="level-text">
                        { criterion.ladder.labels[index].get(language) }
                        if let Some(minimum) = level.star_minimum {
                            { " " }<span class="chip chip-floor">{ t.criterion.floor.n(&u8::from(minimum.star())) }</span>
                        }
                    </span>
                </li>
            }
        </ul>
    }
}

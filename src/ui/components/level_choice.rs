use yew::prelude::*;

use crate::domain::decision::{Case, Criterion, Language};
use crate::domain::rating::Answer;
use crate::words::Words;

#[derive(Properties, PartialEq)]
pub struct LevelChoiceProps {
    pub criterion: &'static Criterion,
    /// Distinguishes the radio group from others on the page.
    pub name: AttrValue,
    pub case: Option<Case>,
    pub answer: Answer,
    pub language: Language,
    pub t: &'static Words,
    pub onchoose: Callback<Answer>,
}

/// The levels of a criterion as radio buttons, with points and the stars they are the minimum of,
/// and below them "none of these" (where no 0 is printed) and "not answered".
pub fn level_choice(props: &LevelChoiceProps) -> Html {
    let (criterion, t) = (props.criterion, props.t);
    let option = |answer: Answer, quiet: bool, label: Html, points: Option<u8>, chip: Option<String>| {
        let chosen = props.answer == answer;
        let onchange = props.onchoose.reform(move |_: Event| answer);
        html! {
            <label class={classes!("option", chosen.then_some("option-chosen"), quiet.then_some("option-quiet"))}>
                <input type="radio" name={props.name.clone()} checked={chosen} {onchange} />
                <span class="option-text">
                    <span class="option-label">{ label }</span>
                    if let Some(chip) = chip { <span class="chip chip-floor">{ chip }</span> }
                </span>
                if let Some(points) = points {
                    <span class="option-points">{ t.criterion.points.of(points.into()) }</span>
                }
            </label>
        }
    };
    html! {
        <div class="options">
            for (index, level) in criterion.levels_of(props.case) {
                { option(
                    Answer::Level(index as u8),
                    false,
                    criterion.ladder.labels[index].get(props.language).into(),
                    Some(level.points.0),
                    level.star_minimum.map(|minimum| t.criterion.floor.n(&u8::from(minimum.star()))),
                ) }
            }
            if !criterion.prints_zero() {
                { option(Answer::NoneOfThese, false, t.criterion.none_of_these.into(), Some(0), None) }
            }
            { option(Answer::Unanswered, true, t.criterion.not_sure.into(), None, None) }
        </div>
    }
}

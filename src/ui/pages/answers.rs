use yew::prelude::*;

use crate::domain::decision::{Case, Criterion, Language};
use crate::domain::rating::Answer;
use crate::words::Words;

/// What can be chosen for a criterion, as the options of a list; `open` is what stands where nothing is chosen.
pub fn choices(
    criterion: &'static Criterion,
    answer: Answer,
    open: &'static str,
    language: Language,
    t: &'static Words,
) -> Html {
    html! {
        <>
            <option value="" selected={answer == Answer::Unanswered}>{ open }</option>
            if let Some(labels) = criterion.cases {
                for (case, label) in Case::BOTH.into_iter().zip(labels) {
                    <optgroup label={label.get(language)}>{ options(criterion, Some(case), answer, language, t) }</optgroup>
                }
            } else {
                { options(criterion, None, answer, language, t) }
            }
            if !criterion.prints_zero() {
                <option value="none" selected={answer == Answer::NoneOfThese}>{ format!("0 · {}", t.criterion.none_of_these) }</option>
            }
        </>
    }
}

fn options(
    criterion: &'static Criterion,
    case: Option<Case>,
    answer: Answer,
    language: Language,
    t: &'static Words,
) -> Html {
    criterion
        .levels_of(case)
        .map(|(index, level)| {
            let floor = level.star_minimum.map_or(String::new(), |minimum| {
                format!(" ({})", t.criterion.floor.n(&u8::from(minimum.star())))
            });
            let text = format!("{} · {}{floor}", level.points.0, criterion.ladder.labels[index].get(language));
            html! { <option value={index.to_string()} selected={answer == Answer::Level(index as u8)}>{ text }</option> }
        })
        .collect()
}

/// So many letters of a level are to be read in a closed list on a phone.
const SHOWN_CLOSED: usize = 28;

/// The words of the chosen level below a closed list, which shows no more than their beginning.
pub fn chosen_in_full(criterion: &Criterion, answer: Answer, language: Language) -> Html {
    let Answer::Level(level) = answer else { return html! {} };
    let label = criterion.ladder.labels.get(usize::from(level)).map(|label| label.get(language));
    let cut = label.filter(|label| label.chars().count() > SHOWN_CLOSED);
    html! { if let Some(label) = cut { <p class="soft sheet-chosen">{ label }</p> } }
}

/// The answer that an option stands for.
pub fn parse(value: &str) -> Answer {
    match value {
        "" => Answer::Unanswered,
        "none" => Answer::NoneOfThese,
        level => level.parse().map_or(Answer::Unanswered, Answer::Level),
    }
}

/// The value of the option that stands for an answer.
pub fn value(answer: Answer) -> String {
    match answer {
        Answer::Unanswered => String::new(),
        Answer::NoneOfThese => "none".to_owned(),
        Answer::Level(level) => level.to_string(),
    }
}

/// An answer in words, with its points.
pub fn answer_text(criterion: &Criterion, answer: Answer, language: Language, t: &'static Words) -> String {
    match answer {
        Answer::Unanswered => t.sheet.open.to_owned(),
        Answer::NoneOfThese => format!("0 · {}", t.criterion.none_of_these),
        Answer::Level(level) => {
            let level = usize::from(level);
            format!("{} · {}", criterion.levels[level].points.0, criterion.ladder.labels[level].get(language))
        }
    }
}

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::domain::decision::{Case, Criterion, Language};
use crate::domain::rating::Answer;
use crate::ui::components::long_list;
use crate::words::Words;

/// The levels of a criterion as a list, which takes less room than a page of them.
pub struct LevelList {
    pub criterion: &'static Criterion,
    pub answer: Answer,
    /// What stands where nothing is chosen.
    pub open: &'static str,
    /// By which a label finds it.
    pub id: Option<String>,
    /// Its name, where no label says it.
    pub name: Option<String>,
    pub onchoose: Callback<Answer>,
}

impl LevelList {
    pub fn view(self, language: Language, t: &'static Words) -> Html {
        let LevelList { criterion, answer, open, id, name, onchoose } = self;
        let onchange =
            onchoose.reform(|event: Event| parse(&event.target_unchecked_into::<HtmlSelectElement>().value()));
        let list = html! {
            <select {id} aria-label={name} {onchange}>
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
            </select>
        };
        let chosen = if answer.is_answered() { answer_text(criterion, answer, language, t) } else { open.to_owned() };
        long_list(list, chosen)
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

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::domain::decision::{Case, Criterion, Language};
use crate::domain::rating::Answer;
use crate::ui::components::{list_option, long_list};
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
                { list_option("", answer == Answer::Unanswered, open) }
                if let Some(labels) = criterion.cases {
                    for (case, label) in Case::BOTH.into_iter().zip(labels) {
                        <optgroup label={label.get(language)}>{ options(criterion, Some(case), answer, language, t) }</optgroup>
                    }
                } else {
                    { options(criterion, None, answer, language, t) }
                }
                if !criterion.prints_zero() {
                    { list_option("none", answer == Answer::NoneOfThese, format!("0 · {}", t.criterion.none_of_these)) }
                }
            </select>
        };
        let chosen = match answer {
            Answer::Unanswered => open.to_owned(),
            Answer::NoneOfThese => answer_text(criterion, answer, language, t),
            Answer::Level(level) => level_text(criterion, level.into(), language, t).unwrap_or_else(|| open.to_owned()),
        };
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
    let option = |(level, _): (usize, _)| {
        let words = level_text(criterion, level, language, t).unwrap_or_default();
        list_option(level.to_string(), answer == Answer::Level(level as u8), words)
    };
    criterion.levels_of(case).map(option).collect()
}

/// A level of the list: its points, what it asks, and the star that it is the minimum of.
fn level_text(criterion: &Criterion, level: usize, language: Language, t: &'static Words) -> Option<String> {
    let star = criterion.levels.get(level)?.star_minimum.map(|minimum| u8::from(minimum.star()));
    let floor = star.map_or(String::new(), |star| format!(" ({})", t.criterion.floor.n(&star)));
    Some(format!("{}{floor}", in_points(criterion, level, language)?))
}

fn in_points(criterion: &Criterion, level: usize, language: Language) -> Option<String> {
    let (points, label) = (criterion.levels.get(level)?.points.0, criterion.ladder.labels.get(level)?);
    Some(format!("{points} · {}", label.get(language)))
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
        Answer::Level(level) => in_points(criterion, level.into(), language).unwrap_or_else(|| t.sheet.open.to_owned()),
    }
}

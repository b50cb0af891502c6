use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::answers::{choices, parse};
use crate::domain::council::{Scorer, Sheet};
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::rating::Answer;
use crate::ui::hooks::use_app;
use crate::words::Words;

/// So many letters of a level are to be read in a closed list on a phone.
const SHOWN_CLOSED: usize = 28;

/// What a scorer did on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Scored {
    Level { position: usize, answer: Answer },
    Said { what: Said, text: String },
}

/// What a scorer says beside the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Name,
    Role,
    Opinion,
}

impl Said {
    /// Writes it on the scorer's sheet.
    pub fn write(self, scorer: &mut Scorer, text: String) {
        match self {
            Said::Name => scorer.name = text,
            Said::Role => scorer.role = text,
            Said::Opinion => scorer.opinion = text,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct SheetFormProps {
    pub dossier: Rc<Dossier>,
    pub sheet: Sheet,
    /// Whether the name is still to be written.
    pub unnamed: bool,
    pub onscored: Callback<Scored>,
}

/// One scorer's sheet to fill in: who scores, every criterion, and the opinion at its foot.
#[component]
pub fn SheetForm(props: &SheetFormProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let SheetFormProps { dossier, sheet, unnamed, onscored } = props;
    let line = |label: &'static str, value: &str, what: Said| {
        let oninput = onscored.reform(move |event: InputEvent| Scored::Said {
            what,
            text: event.target_unchecked_into::<HtmlInputElement>().value(),
        });
        html! {
            <label class="field"><span class="field-label">{ label }</span>
                <input type="text" autocomplete="off" maxlength="200" value={value.to_owned()} {oninput} />
            </label>
        }
    };
    let opinion = onscored.reform(|event: InputEvent| Scored::Said {
        what: Said::Opinion,
        text: event.target_unchecked_into::<HtmlTextAreaElement>().value(),
    });
    html! {
        <>
            <div class="desk-fields">
                if *unnamed { { line(t.council.name, &sheet.scorer.name, Said::Name) } }
                { line(t.council.role, &sheet.scorer.role, Said::Role) }
            </div>
            for part in dossier.set().parts {
                <section class="sheet-part">
                    <h2>{ format!("{}. {}", part.code.letter(), part.title.get(language)) }</h2>
                    <ul class="sheet-rows">
                        for position in part.criteria() { { row(sheet, position, onscored, language, t) } }
                    </ul>
                </section>
            }
            <label class="field"><span class="field-label">{ t.council.opinion }</span>
                <textarea rows="3" maxlength="5000" value={sheet.scorer.opinion.clone()} oninput={opinion} />
            </label>
        </>
    }
}

fn row(sheet: &Sheet, position: usize, onscored: &Callback<Scored>, language: Language, t: &'static Words) -> Html {
    let criterion = &sheet.assessment.set.criteria[position];
    let answer = sheet.assessment.answer(position);
    let onchange = onscored.reform(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        Scored::Level { position, answer: parse(&select.value()) }
    });
    let id = format!("score-{}", criterion.code);
    // A closed list shows the beginning of what is chosen.
    let chosen = match answer {
        Answer::Level(level) => criterion.ladder.labels.get(usize::from(level)).map(|label| label.get(language)),
        _ => None,
    };
    let chosen = chosen.filter(|label| label.chars().count() > SHOWN_CLOSED);
    html! {
        <li key={position} class={classes!("sheet-row", answer.is_answered().then_some("sheet-row-done"))}>
            <label for={id.clone()}><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</label>
            <select {id} {onchange}>{ choices(criterion, answer, language, t) }</select>
            if let Some(label) = chosen { <p class="soft sheet-chosen">{ label }</p> }
        </li>
    }
}

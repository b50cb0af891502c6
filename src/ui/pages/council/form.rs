use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::super::answers::LevelList;
use super::breach::Breach;
use crate::domain::council::{Scorer, Sheet};
use crate::domain::dossier::{Dossier, Holding, PaperRecord, Question};
use crate::domain::rating::Answer;
use crate::ui::components::paper_name;
use crate::ui::hooks::{AppHandle, use_app};

/// The id of the field for the scorer's name.
pub const NAME: &str = "score-name";

/// The id of the list of a criterion's levels.
pub fn score_id(code: &str) -> String {
    format!("score-{code}")
}

/// What a scorer did on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Scored {
    Level {
        position: usize,
        answer: Answer,
    },
    /// There is the breach that a question asks about, or not after all.
    Breach {
        question: Question,
        held: bool,
    },
    Said {
        what: Said,
        text: String,
    },
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

/// One scorer's sheet to fill in: who scores, every criterion, and the opinion at its foot; with a folded-away place for
/// what ends the evaluation, where the set prints it.
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
                <input type="text" id={(what == Said::Name).then_some(NAME)} autocomplete="off" maxlength="200" value={value.to_owned()} {oninput} />
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
            <Breach sheet={sheet.clone()} question={Question::Dossier} onscored={onscored.clone()} />
            for part in dossier.set().parts {
                <section class="sheet-part">
                    <h2>{ format!("{}. {}", part.code.letter(), part.title.get(language)) }</h2>
                    <ul class="sheet-rows">
                        for position in part.criteria() { { row(dossier, sheet, position, onscored, &app) } }
                    </ul>
                </section>
            }
            <label class="field"><span class="field-label">{ t.council.opinion }</span>
                <textarea rows="3" maxlength="5000" value={sheet.scorer.opinion.clone()} oninput={opinion} />
            </label>
        </>
    }
}

fn row(dossier: &Dossier, sheet: &Sheet, position: usize, onscored: &Callback<Scored>, app: &AppHandle) -> Html {
    let (t, language) = (app.t(), app.language);
    let criterion = &sheet.assessment.set.criteria[position];
    let answer = sheet.assessment.answer(position);
    let onchoose = onscored.reform(move |answer| Scored::Level { position, answer });
    let id = score_id(criterion.code);
    html! {
        <li key={position} class={classes!("sheet-row", answer.is_answered().then_some("sheet-row-done"))}>
            <label for={id.clone()}><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }</label>
            { LevelList { criterion, answer, open: t.sheet.open, id: Some(id), name: None, onchoose }.view(language, t) }
            { shown_for(dossier, position, app) }
            <Breach sheet={sheet.clone()} question={Question::Breach(position)} onscored={onscored.clone()} />
        </li>
    }
}

/// What the applicant says of a criterion and the papers that it brings for it: what is scored, and no level.
fn shown_for(dossier: &Dossier, position: usize, app: &AppHandle) -> Html {
    let Some(entry) = dossier.entries.get(position) else { return html! {} };
    let is_brought = |paper: &&PaperRecord| paper.holding == Holding::Have && entry.evidence.contains(&paper.id);
    let papers: Vec<&PaperRecord> = dossier.papers.iter().filter(is_brought).collect();
    let note = entry.note.trim();
    if note.is_empty() && papers.is_empty() {
        return html! {};
    }
    html! {
        <details class="sheet-shown">
            <summary>{ app.t().council.shown }</summary>
            for line in note.lines().filter(|line| !line.trim().is_empty()) { <p lang="vi">{ line.to_owned() }</p> }
            if !papers.is_empty() {
                <ul>for paper in papers { <li key={paper.id.clone()}>{ paper_name(paper, app.guide.as_ref(), app.t()) }</li> }</ul>
            }
        </details>
    }
}

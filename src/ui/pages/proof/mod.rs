//! What proves one criterion, on the criterion's own page: the papers of the level that is chosen, each
//! to be filled in where it stands, and the applicant's own description.

mod needed;
mod row;

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::domain::decision::{Guide, Language, PaperId, Text, drawn_together};
use crate::domain::dossier::Dossier;
use crate::domain::rating::Answer;
use crate::session::Change;
use crate::ui::components::{Fold, Icon, icon};
use crate::ui::hooks::{route_now, use_app, use_in_sight};
use crate::ui::route::{Page, Route};
use crate::words::Words;
use needed::Needed;

/// The id of the field for the applicant's own description.
const OWN_WORDS: &str = "own-words";

#[derive(Properties, PartialEq)]
pub struct ProofProps {
    pub position: usize,
    pub dossier: Rc<Dossier>,
}

/// The papers of the chosen level, own description, and which papers would prove which other level.
#[component]
pub fn ProofOfCriterion(props: &ProofProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let (dossier, position) = (&props.dossier, props.position);
    // Whoever was sent here to describe it finds the field open.
    let wanted = matches!(route_now(), Route::Dossier { page: Page::DescriptionOf(_), .. });
    use_in_sight(wanted.then(|| OWN_WORDS.to_owned()));
    let Some(entry) = dossier.entries.get(position) else { return html! {} };
    let write = {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            app.change(&id, Change::NoteWritten { position, note: area.value() });
        })
    };
    html! {
        <section class="proof">
            <Needed dossier={dossier.clone()} {position} />
            if let Some(guide) = &app.guide { { levels(dossier, position, guide, language, t) } }
            <Fold key={format!("{position}{wanted}")} open={wanted || !entry.note.is_empty()} summary={html! { <>{ icon(Icon::Edit) }{ t.criterion.own_words }</> }}>
                <label class="field">
                    <span class="field-label">{ t.criterion.own_words_label }</span>
                    <textarea id={OWN_WORDS} rows="4" value={entry.note.clone()} oninput={write} />
                </label>
            </Fold>
        </section>
    }
}

/// Which papers prove which level, as far as the guide knows.
fn levels(dossier: &Dossier, position: usize, guide: &Guide, language: Language, t: &'static Words) -> Html {
    let criterion = &dossier.set().criteria[position];
    let proofs = guide.proofs(criterion);
    if proofs.is_empty() {
        return html! {};
    }
    let chosen = dossier.assessment.answer(position);
    let level = |(index, label): (usize, &Text)| {
        let lists: Vec<_> = proofs.iter().filter(|proof| proof.level == index).collect();
        let is_chosen = chosen == Answer::Level(index as u8);
        (!lists.is_empty()).then(|| {
            html! {
                <>
                    <dt>{ label.get(language) }
                        if is_chosen { { " " }<span class="chip chip-have">{ t.proof.chosen }</span> }
                    </dt>
                    for part in drawn_together(&lists) { <dd>{ one_of(&part, dossier, guide, t) }</dd> }
                </>
            }
        })
    };
    html! {
        <details class="fold">
            <summary>{ icon(Icon::Check) }{ t.proof.levels }</summary>
            <dl class="proof-levels">{ for criterion.ladder.labels.iter().enumerate().filter_map(level) }</dl>
        </details>
    }
}

/// "a or b", each marked where it is at hand.
fn one_of(part: &[Vec<&PaperId>], dossier: &Dossier, guide: &Guide, t: &'static Words) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    for (nth, list) in part.iter().enumerate() {
        if nth > 0 {
            pieces.push(html! { <span class="soft">{ t.proof.or }</span> });
        }
        for (nth, id) in list.iter().enumerate() {
            if nth > 0 {
                pieces.push(html! { <span class="soft">{ t.proof.with }</span> });
            }
            pieces.push(guide.words.papers.get(*id).cloned().unwrap_or_default().into());
            if dossier.holds(id) {
                pieces.push(html! { <span class="chip chip-have">{ t.proof.held }</span> });
            }
        }
    }
    pieces.into_iter().collect()
}

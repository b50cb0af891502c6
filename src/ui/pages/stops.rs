use yew::prelude::*;

use super::frame::Frame;
use super::{DossierProps, go_on};
use crate::domain::decision::{NoteKind, ProductSet};
use crate::domain::dossier::{Question, Reply};
use crate::domain::rating::zero_knockout_group;
use crate::session::Change;
use crate::ui::components::YesNo;
use crate::ui::hooks::{use_app, use_title};

/// Can it be rated at all: each breach that ends an evaluation, one question each, and whether the
/// star minimum of set 21, criterion 7 binds this product.
#[component]
pub fn Stops(props: &DossierProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let dossier = &props.dossier;
    let set = dossier.set();
    use_title(t.stops.title.to_owned());
    let replied = |question: Question| match dossier.reply(question) {
        Reply::Open => None,
        Reply::No => Some(false),
        Reply::Yes => Some(true),
    };
    let reply = |question: Question| {
        let (app, id) = (app.clone(), dossier.id.clone());
        Callback::from(move |yes: bool| {
            let reply = if yes { Reply::Yes } else { Reply::No };
            app.change(&id, Change::Replied { question, reply });
        })
    };
    let actions = html! {
        <a class="button button-act" href={go_on(dossier).href()}>{ t.stops.go_on }</a>
    };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow" {actions}>
            <h1 id="page-title" tabindex="-1">{ t.stops.title }</h1>
            <p class="lead">{ t.stops.lead }</p>
            if let Some(line) = set.disqualification {
                <YesNo name="stop-dossier" question={line.question.get(language)} yes={t.stops.yes} no={t.stops.no} yes_blocks=true
                    value={replied(Question::Dossier)} onchoose={reply(Question::Dossier)}>
                    <p class="soft">{ t.stops.source_set.set(&set.no.0) }</p>
                </YesNo>
            }
            for (position, criterion) in set.criteria.iter().enumerate() {
                if let Some(note) = criterion.declared_note() {
                    <YesNo name={format!("stop-{}", criterion.code)} yes={t.stops.yes} no={t.stops.no} yes_blocks=true
                        question={note.question.unwrap_or(note.text).get(language)}
                        value={replied(Question::Breach(position))}
                        onchoose={reply(Question::Breach(position))}>
                        <p class="soft">
                            { t.stops.source_criterion.code_title(&criterion.code, &criterion.wording.title.get(language)) }
                            if note.kind == NoteKind::EntryRequirement { { " " }{ t.stops.reading_entry } }
                        </p>
                    </YesNo>
                }
                if let Some(note) = criterion.note(NoteKind::MinimumAppliesIf) {
                    <YesNo name={format!("must-{}", criterion.code)} yes={t.stops.must_yes} no={t.stops.must_no}
                        question={note.question.unwrap_or(note.text).get(language)}
                        value={replied(Question::MinimumBinds(position))}
                        onchoose={reply(Question::MinimumBinds(position))}>
                        <p class="soft">{ note.text.get(language) }</p>
                    </YesNo>
                }
                if criterion.note(NoteKind::ZeroKnockout).is_some() {
                    <p class="note">{ t.stops.zero.codes(&zero_codes(set)) }</p>
                }
            }
            if set.is_tourism { <p class="note">{ t.stops.tourism.no(&set.no.0) }</p> }
        </Frame>
    }
}

/// The criteria of which one with 0 points ends the evaluation.
fn zero_codes(set: &ProductSet) -> String {
    let group = zero_knockout_group(set).unwrap_or_default();
    set.criteria[group].iter().map(|criterion| criterion.code).collect::<Vec<_>>().join(", ")
}

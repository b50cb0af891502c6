use std::rc::Rc;

use yew::prelude::*;

use super::super::undo::PutBack;
use super::asked::{Requests, SentRequests, requests, send};
use super::asking::{ask_for_all, asked_by, missing, proposals, rows_of_proposals};
use super::last::LastDone;
use super::own_words::NewCorrection;
use super::{history_link, to_send};
use crate::domain::council::Correction;
use crate::domain::dossier::Dossier;
use crate::domain::places::Places;
use crate::session::Change;
use crate::ui::components::{Fold, Icon, icon};
use crate::ui::hooks::{AppHandle, use_app, use_day, use_draft, use_undo};

/// The place of the page where what was taken out of the list is had back.
pub const BACK: &str = "corrections-back";

#[derive(Properties, PartialEq)]
pub struct ToCorrectProps {
    pub dossier: Rc<Dossier>,
    /// The list of communes, once it has arrived.
    pub places: Option<Rc<Places>>,
    pub last: LastDone,
    pub sent: SentRequests,
}

/// What the applicant is asked to correct: the list, the ways in which it goes out, what the check found to choose from,
/// and own words.
#[component]
pub fn ToCorrect(props: &ToCorrectProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let ToCorrectProps { dossier, places, last, sent } = props;
    let day = use_draft(&format!("{}/correction-by", dossier.id));
    let by = asked_by(day.text(), dossier, today);
    let asked = &dossier.corrections;
    let undo = use_undo(&dossier.id, "corrections");
    let found = use_memo((dossier.clone(), today), |(dossier, today)| proposals(dossier, *today));
    let missing = use_memo((dossier.clone(), today), |(dossier, today)| missing(dossier, *today));
    let done = asked.iter().filter(|correction| correction.done).count();
    let list = Requests { app: &app, dossier, missing: &missing, places: places.as_deref(), undo: &undo, last, today };
    let nothing_else = asked.is_empty() && found.gaps.is_empty() && found.doubts.is_empty();
    html! {
        <section class="desk-part" aria-labelledby="desk-corrections">
            <h2 id="desk-corrections" tabindex="-1">{ t.corrections.ask }</h2>
            if asked.is_empty() {
                <p class="soft">{ t.corrections.ask_text }</p>
            } else {
                <p class="corrections-count" role="status">{ t.corrections.done.n_of(&done, &asked.len()) }</p>
                { requests(&list) }
                { history_link(&app, dossier) }
            }
            <PutBack dossier={dossier.clone()} undo={undo.clone()} id={BACK} />
            if !asked.is_empty() { { send(&list, sent, to_send(dossier) > 0) } }
            if !found.gaps.is_empty() {
                <Fold class="desk-found" open={asked.is_empty() && found.gaps.len() <= 6}
                    summary={html! { <>{ icon(Icon::Search) }{ t.corrections.found.of(found.gaps.len()) }</> }}>
                    { ask_for_all(&app, dossier, &found.gaps, &by, last) }
                    { rows_of_proposals(&app, dossier, "gap", &found.gaps, &by, last) }
                </Fold>
            }
            if !found.doubts.is_empty() {
                <Fold class="desk-found" open=false
                    summary={html! { <>{ icon(Icon::Search) }{ t.corrections.to_look.of(found.doubts.len()) }</> }}>
                    { rows_of_proposals(&app, dossier, "doubt", &found.doubts, &by, last) }
                </Fold>
            }
            <NewCorrection dossier={dossier.clone()} last={last.clone()} {day} alone={nothing_else} />
        </section>
    }
}

/// Keeps the list with something changed.
pub fn keep(app: &AppHandle, dossier: &str, change: impl FnOnce(&mut Vec<Correction>)) {
    app.change_by(dossier, |dossier| {
        let mut list = dossier.corrections.clone();
        change(&mut list);
        Some(Change::CorrectionsKept(list))
    });
}

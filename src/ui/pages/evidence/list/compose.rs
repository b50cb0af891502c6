use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::{click, kind_name, note_held};
use crate::domain::decision::{Guide, PaperId};
use crate::domain::dossier::{Dossier, PaperRecord, could_prove, papers_like};
use crate::session::Change;
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{go, new_id, use_app};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct NewPaperProps {
    pub dossier: Rc<Dossier>,
    pub onclose: Callback<()>,
}

/// A new paper by its name: what it seems to be is proposed with its row and criteria, one tap each.
#[component]
pub fn NewPaper(props: &NewPaperProps) -> Html {
    let app = use_app();
    let t = app.t();
    let name = use_state_eq(String::new);
    let dossier = &props.dossier;
    let oninput = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| name.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let proposed: Vec<PaperId> = app
        .guide
        .as_deref()
        .map(|guide| papers_like(&name, guide, dossier.set(), 4).into_iter().cloned().collect())
        .unwrap_or_default();
    let known = |paper: PaperId| {
        let dossier = dossier.clone();
        click(&app, move |app| {
            if let Some(id) = note_held(app, &dossier, &paper) {
                go(&Route::dossier(&dossier.id, Page::Paper(id)));
            }
        })
    };
    let own = {
        let (dossier, title) = (dossier.id.clone(), name.trim().to_owned());
        click(&app, move |app| {
            let id = new_id().0;
            app.change(
                &dossier,
                Change::PaperKept(PaperRecord { id: id.clone(), title: title.clone(), ..PaperRecord::default() }),
            );
            go(&Route::dossier(&dossier, Page::Paper(id)));
        })
    };
    let close = props.onclose.reform(|_: MouseEvent| ());
    html! {
        <section class="card new-paper">
            <label class="field">
                <span class="field-label">{ t.evidence.new_name }</span>
                <input type="text" id="new-paper" value={(*name).clone()} {oninput} autocomplete="off" maxlength="500" placeholder={t.evidence.new_example} />
            </label>
            if !proposed.is_empty() {
                <p class="soft">{ t.evidence.is_it }</p>
                <ul class="new-paper-list">
                    for paper in proposed { <li key={paper.clone()}>{ proposal(&app.guide, dossier, &paper, known(paper.clone()), t) }</li> }
                </ul>
            }
            <div class="needed-foot">
                <button type="button" class="button button-small" disabled={name.trim().is_empty()} onclick={own}>{ icon(Icon::Plus) }{ t.evidence.as_typed }</button>
                <button type="button" class="link link-quiet" onclick={close}>{ t.evidence.close }</button>
            </div>
        </section>
    }
}

fn proposal(
    guide: &Option<Rc<Guide>>,
    dossier: &Dossier,
    paper: &PaperId,
    onclick: Callback<MouseEvent>,
    t: &'static crate::words::Words,
) -> Html {
    let Some(guide) = guide else { return html! {} };
    let name = guide.words.papers.get(paper).cloned().unwrap_or_default();
    let kind = guide.facts.papers.get(paper).map(|paper| paper.kind).unwrap_or_default();
    let places = could_prove(dossier.set(), guide, paper);
    let codes: Vec<&str> = places.into_iter().map(|place| dossier.set().criteria[place].code).collect();
    let row = if kind.0 == 0 { String::new() } else { kind_name(dossier.set(), kind, Some(guide)) };
    let proves = if codes.is_empty() { String::new() } else { t.evidence.proves.codes(&codes.join(", ")) };
    let about: Vec<String> = [row, proves].into_iter().filter(|text| !text.is_empty()).collect();
    html! {
        <button type="button" class="option new-paper-option" {onclick}>
            <span class="option-text"><span>{ name }</span><span class="soft">{ about.join(" · ") }</span></span>
            { icon(Icon::Plus) }
        </button>
    }
}

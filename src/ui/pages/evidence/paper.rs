use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::super::corrections::Asked;
use super::super::frame::Frame;
use super::attached::Attached;
use super::{PaperFields, kind_name};
use crate::domain::council::CorrectionPlace;
use crate::domain::decision::{EvidenceKind, Language, evidence_kinds};
use crate::domain::dossier::{Dossier, PaperRecord};
use crate::session::Change;
use crate::ui::components::{Fold, Icon, icon, list_option, paper_chip, paper_name};
use crate::ui::hooks::{AppHandle, focus_soon, go, go_back, is_done, use_app, use_day, use_title, use_undo};
use crate::ui::pages::writing::WriteLinks;
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct PaperPageProps {
    pub dossier: Rc<Dossier>,
    /// Its id.
    pub paper: String,
}

/// One paper: what is on it, whether it is at hand, what it proves, its photos and scans.
#[component]
pub fn PaperPage(props: &PaperPageProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let dossier = &props.dossier;
    let undo = use_undo(&dossier.id, "papers");
    let paper = dossier.papers.iter().find(|paper| paper.id == props.paper);
    let name = paper.map_or(String::new(), |paper| paper_name(paper, app.guide.as_ref(), t));
    use_title(name.clone());
    // Back to the criterion or the list, to the paper's own row there.
    let done = {
        let (list, id) = (Route::dossier(&dossier.id, Page::Evidence), props.paper.clone());
        Callback::from(move |_: MouseEvent| {
            is_done(format!("edit-{id}"));
            go_back(&list);
            focus_soon(format!("edit-{id}"));
            focus_soon(format!("row-{id}"));
        })
    };
    let actions = html! { <button type="button" class="button button-act" onclick={done}>{ t.paper.done }</button> };
    let Some(paper) = paper else {
        return html! {
            <Frame dossier={dossier.clone()} class="page-narrow" {actions}>
                <h1 id="page-title" tabindex="-1">{ t.proof.untitled }</h1>
                <p class="empty">{ t.paper.gone }</p>
            </Frame>
        };
    };
    let form = Form { app: &app, dossier, paper };
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow page-paper" {actions}>
            <div class="paper-head">
                <h1 id="page-title" tabindex="-1">{ name }</h1>
                { paper_chip(paper, today, t) }
            </div>
            <p class="soft">{ t.paper.lead }</p>
            <Asked dossier={dossier.clone()} at={CorrectionPlace::Paper(paper.id.clone())} />
            <PaperFields dossier={dossier.clone()} paper={paper.clone()} />
            if let Some(id) = &paper.paper { <WriteLinks dossier={dossier.clone()} paper={id.clone()} /> }
            if paper.paper.is_some() { { form.name() } }
            { form.kind() }
            { form.rows() }
            { form.criteria() }
            <Attached key={paper.id.clone()} dossier={dossier.clone()} paper={paper.id.clone()} files={paper.attachments.clone()} />
            <details class="fold danger">
                <summary>{ icon(Icon::Trash) }{ t.paper.remove }</summary>
                <p>{ t.paper.remove_text }</p>
                <p class="buttons"><button type="button" class="button" onclick={
                    let (undo, list, id) = (undo, Route::dossier(&dossier.id, Page::Evidence), paper.id.clone());
                    let name = paper_name(paper, app.guide.as_ref(), t);
                    Callback::from(move |_: MouseEvent| {
                        undo.act(&name, vec![Change::PaperRemoved { paper: id.clone() }]);
                        go(&list);
                        focus_soon("papers-back".to_owned());
                    })
                }>{ icon(Icon::Trash) }{ t.paper.remove_now }</button></p>
            </details>
        </Frame>
    }
}

struct Form<'a> {
    app: &'a AppHandle,
    dossier: &'a Dossier,
    paper: &'a PaperRecord,
}

impl Form<'_> {
    /// Keeps the paper with something changed.
    fn keep<E: 'static>(&self, change: impl Fn(&mut PaperRecord, E) + 'static) -> Callback<E> {
        let (app, id, paper) = (self.app.clone(), self.dossier.id.clone(), self.paper.id.clone());
        Callback::from(move |event| {
            app.change_by(&id, |dossier| {
                let mut paper = dossier.papers.iter().find(|known| known.id == paper)?.clone();
                change(&mut paper, event);
                Some(Change::PaperKept(paper))
            });
        })
    }

    /// The name as printed, where the guide's is another.
    fn name(&self) -> Html {
        let t = self.app.t();
        let oninput = self.keep(|paper, event: InputEvent| {
            paper.title = event.target_unchecked_into::<HtmlInputElement>().value();
        });
        html! {
            <label class="field">
                <span class="field-label">{ t.paper.name_other }</span>
                <input type="text" value={self.paper.title.clone()} {oninput} autocomplete="off" maxlength="500" />
            </label>
        }
    }

    fn kind(&self) -> Html {
        let t = self.app.t();
        let onchange = self.keep(|paper, event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            paper.kind = EvidenceKind(chosen.parse().unwrap_or(0));
        });
        let now = self.paper.kind;
        html! {
            <label class="field">
                <span class="field-label">{ t.paper.kind }</span>
                <select {onchange}>
                    { list_option("0", now.0 == 0, t.paper.kind_none) }
                    for kind in evidence_kinds(self.dossier.set()) {
                        { list_option(kind.0.to_string(), now == kind, kind_name(self.dossier.set(), kind, self.app.guide.as_ref())) }
                    }
                </select>
            </label>
        }
    }

    /// The further rows of the form's table in which it stands.
    fn rows(&self) -> Html {
        let t = self.app.t();
        let row = |row: EvidenceKind| {
            let onchange = self.keep(move |paper, _: Event| {
                if !paper.also.remove(&row) {
                    paper.also.insert(row);
                }
            });
            html! {
                <label class="check-row" key={row.0}>
                    <input type="checkbox" checked={self.paper.also.contains(&row)} {onchange} />
                    <span>{ kind_name(self.dossier.set(), row, self.app.guide.as_ref()) }</span>
                </label>
            }
        };
        html! {
            <Fold open={!self.paper.also.is_empty()} summary={t.paper.further_rows}>
                for kind in evidence_kinds(self.dossier.set()).filter(|kind| *kind != self.paper.kind) { { row(kind) } }
            </Fold>
        }
    }

    /// The criteria that it proves, first those tied or suggested.
    fn criteria(&self) -> Html {
        let t = self.app.t();
        let set = self.dossier.set();
        let proves =
            |place: usize| self.dossier.entries.get(place).is_some_and(|entry| entry.evidence.contains(&self.paper.id));
        let suggested = |place: usize| {
            let proofs = self.app.guide.as_ref().map_or(&[][..], |guide| guide.proofs(&set.criteria[place]));
            let mut papers = proofs.iter().flat_map(|proof| &proof.all);
            self.paper.paper.as_ref().is_some_and(|id| papers.any(|known| known == id))
        };
        let (near, far): (Vec<usize>, Vec<usize>) =
            (0..set.criteria.len()).partition(|place| proves(*place) || suggested(*place));
        let row = |place: usize| self.criterion(place, proves(place), suggested(place));
        html! {
            <fieldset class="paper-criteria">
                <legend>{ t.paper.proves }</legend>
                for place in near { { row(place) } }
                <details class="fold">
                    <summary>{ icon(Icon::Plus) }{ t.paper.more_criteria }</summary>
                    for place in far { { row(place) } }
                </details>
            </fieldset>
        }
    }

    fn criterion(&self, position: usize, proves: bool, suggested: bool) -> Html {
        let (t, language): (_, Language) = (self.app.t(), self.app.language);
        let criterion = &self.dossier.set().criteria[position];
        let (app, id, paper) = (self.app.clone(), self.dossier.id.clone(), self.paper.id.clone());
        let onchange = Callback::from(move |_: Event| {
            app.change(&id, Change::PaperLinked { paper: paper.clone(), position, proves: !proves });
        });
        html! {
            <label key={position} class="check-row">
                <input type="checkbox" checked={proves} {onchange} />
                <span><span class="code">{ criterion.code }</span>{ " " }{ criterion.wording.title.get(language) }
                    if suggested && !proves { { " " }<span class="chip chip-floor">{ t.paper.suggested }</span> }</span>
            </label>
        }
    }
}

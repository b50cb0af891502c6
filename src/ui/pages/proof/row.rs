use std::rc::Rc;

use yew::prelude::*;

use super::needed::record_of;
use crate::domain::decision::{PaperId, PaperSource};
use crate::domain::dossier::{Dossier, Holding, PaperRecord, PaperState};
use crate::domain::templates::Template;
use crate::session::Change;
use crate::ui::components::{Icon, StatusKind, icon, paper_chip, paper_name, status, wrong_date_chip};
use crate::ui::hooks::{AppHandle, focus_soon, new_id, use_app, use_day, use_templates};
use crate::ui::pages::evidence::{PHOTOS, PaperFields, about_paper, click, source_name};
use crate::ui::pages::writing::WriteLinks;
use crate::ui::route::{Page, Route};

/// A row of the panel.
#[derive(Clone, PartialEq)]
pub enum Row {
    /// A paper of the guide.
    Known(PaperId),
    /// A record of the applicant's own, by id.
    Own(String),
}

#[derive(Properties, PartialEq)]
pub struct PaperRowProps {
    pub dossier: Rc<Dossier>,
    pub position: usize,
    pub row: Row,
    /// The record that is being filled in.
    pub open: UseStateHandle<Option<String>>,
}

/// One paper: not noted yet ("have it", "get it"), noted elsewhere ("use it"), or noted, with its
/// fields one tap away.
#[component]
pub fn PaperRow(props: &PaperRowProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let templates = use_templates(props.dossier.set().decision().id);
    let dossier = &props.dossier;
    let guide = app.guide.as_ref();
    let (record, known) = match &props.row {
        Row::Own(id) => (dossier.papers.iter().find(|paper| paper.id == *id), None),
        Row::Known(id) => (record_of(dossier, props.position, id), Some(id)),
    };
    let view = View { app: &app, props };
    if let Some(paper) = record {
        let is_open = props.open.as_ref() == Some(&paper.id);
        let has = matches!(paper.state(today), PaperState::Have | PaperState::EndsSoon { .. });
        let about = about_paper(paper, t);
        let name = paper_name(paper, guide, t);
        return html! {
            <li class={classes!("needed-paper", "needed-noted", is_open.then_some("needed-open"))}>
                <div class="needed-head">
                    <span class={classes!("needed-mark", has.then_some("needed-has"))} aria-hidden="true">
                        if has { { icon(Icon::Check) } } else { { icon(Icon::Clock) } }</span>
                    <span class="paper-text">
                        <span class="paper-name">{ name.clone() }</span>
                        if !about.is_empty() { <span class="soft">{ about }</span> }
                        if !paper.attachments.is_empty() {
                            <span class="soft needed-files">{ icon(Icon::Camera) }{ t.output.files.of(paper.attachments.len()) }</span>
                        }
                        if paper.state(today) != PaperState::Have { { paper_chip(paper, today, t) } }
                        if !is_open { { wrong_date_chip(paper, t) } }
                    </span>
                    <button type="button" class="button button-small" id={format!("edit-{}", paper.id)} aria-expanded={is_open.to_string()}
                        aria-label={(if is_open { t.needed.done_long } else { t.needed.edit_long }).name(&name)}
                        onclick={view.toggle(&paper.id, is_open)}>
                        { if is_open { t.needed.done } else { t.needed.edit } }</button>
                </div>
                if is_open {
                    <PaperFields dossier={dossier.clone()} paper={paper.clone()} />
                    if let Some(id) = &paper.paper { <WriteLinks dossier={dossier.clone()} paper={id.clone()} /> }
                    <p class="needed-foot">
                        <button type="button" class="button" onclick={view.toggle(&paper.id, true)}>{ icon(Icon::Check) }{ t.needed.done }</button>
                        <a class="link" href={Route::dossier(&dossier.id, Page::Paper(paper.id.clone())).href()}
                            onclick={|_: MouseEvent| focus_soon(PHOTOS.to_owned())}>{ t.needed.photos }</a>
                        <button type="button" class="link link-quiet" onclick={view.untie(paper)}>{ t.needed.untie }</button>
                    </p>
                }
            </li>
        };
    }
    let Some(id) = known else { return html! {} };
    let name = guide.and_then(|guide| guide.words.papers.get(id)).cloned().unwrap_or_default();
    let source = guide.and_then(|guide| guide.facts.papers.get(id)).map(|paper| paper.source).unwrap_or_default();
    // What nobody else gives is not asked for.
    let own = matches!(source, PaperSource::Unknown | PaperSource::Own | PaperSource::Gather);
    let get = if own { t.needed.write_later } else { t.needed.get };
    // The paper itself where it is written here; what goes with it stands on its page.
    let writes: Vec<&Template> = templates
        .into_iter()
        .flat_map(|templates| templates.of_paper(id))
        .filter(|template| template.papers.contains(id))
        .collect();
    let elsewhere = dossier.papers.iter().find(|paper| paper.paper.as_ref() == Some(id));
    html! {
        <li class="needed-paper">
            <div class="needed-head">
                <span class="needed-mark" aria-hidden="true">{ icon(Icon::File) }</span>
                <span class="paper-text">
                    <span class="paper-name">{ name.clone() }</span>
                    <span class="soft">{ source_name(source, t) }</span>
                </span>
                if elsewhere.is_none() { { status(StatusKind::Quiet, t.needed.not_noted) } }
            </div>
            <p class="needed-buttons">
                if let Some(paper) = elsewhere {
                    <button type="button" class="button button-small" onclick={view.tie(&paper.id)}>{ t.needed.use_noted }</button>
                } else {
                    <button type="button" class="button button-small" onclick={view.note(id, Holding::Have)}
                        aria-label={format!("{}: {name}", t.evidence.have_it)}>{ t.evidence.have_it }</button>
                    if !writes.is_empty() {
                        for template in writes {
                            <a class="button button-small" href={Route::dossier(&dossier.id, Page::Writing(template.key.clone())).href()}
                                aria-label={format!("{}: {}", t.writing.write_now, template.name.get(app.language))}>{ icon(Icon::Edit) }
                                { if begun(dossier, template) { t.writing.go_on } else { t.writing.write_now } }</a>
                        }
                    } else {
                        <button type="button" class="button button-small" onclick={view.note(id, Holding::ToGet)}
                            aria-label={format!("{get}: {name}")}>{ get }</button>
                    }
                }
            </p>
            <WriteLinks dossier={dossier.clone()} paper={id.clone()} beside_only=true />
        </li>
    }
}

fn begun(dossier: &Dossier, template: &Template) -> bool {
    dossier.writings.contains_key(&template.key)
}

struct View<'a> {
    app: &'a AppHandle,
    props: &'a PaperRowProps,
}

impl View<'_> {
    /// Opens the fields of a paper, or closes them; the focus goes along.
    fn toggle(&self, paper: &str, is_open: bool) -> Callback<MouseEvent> {
        let (open, paper) = (self.props.open.clone(), paper.to_owned());
        Callback::from(move |_| {
            open.set((!is_open).then(|| paper.clone()));
            focus_soon(if is_open { format!("edit-{paper}") } else { format!("fill-{paper}") });
        })
    }

    fn tie(&self, paper: &str) -> Callback<MouseEvent> {
        let (id, position, paper) = (self.props.dossier.id.clone(), self.props.position, paper.to_owned());
        click(self.app, move |app| {
            app.change(&id, Change::PaperLinked { paper: paper.clone(), position, proves: true });
            focus_soon(format!("edit-{paper}"));
        })
    }

    /// Takes a paper off the criterion; one that says nothing yet goes altogether.
    fn untie(&self, paper: &PaperRecord) -> Callback<MouseEvent> {
        let (id, position, open) = (self.props.dossier.id.clone(), self.props.position, self.props.open.clone());
        let used = self.props.dossier.entries.iter().filter(|entry| entry.evidence.contains(&paper.id)).count() > 1;
        let (blank, paper) = (paper.is_blank(), paper.id.clone());
        click(self.app, move |app| {
            open.set(None);
            app.change(&id, Change::PaperLinked { paper: paper.clone(), position, proves: false });
            if blank && !used {
                app.change(&id, Change::PaperRemoved { paper: paper.clone() });
            }
        })
    }

    /// Notes a paper of the guide and opens its fields.
    fn note(&self, paper: &PaperId, holding: Holding) -> Callback<MouseEvent> {
        let (id, position, known) = (self.props.dossier.id.clone(), self.props.position, paper.clone());
        let open = self.props.open.clone();
        click(self.app, move |app| {
            let Some(guide) = &app.guide else { return };
            let record = new_id().0;
            let paper = PaperRecord { holding, ..PaperRecord::of_guide(record.clone(), &known, guide) };
            app.change(&id, Change::PaperKept(paper));
            app.change(&id, Change::PaperLinked { paper: record.clone(), position, proves: true });
            open.set(Some(record.clone()));
            focus_soon(format!("fill-{record}"));
        })
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::super::frame::Frame;
use super::{begin_paper, click, note_paper};
use crate::domain::calendar::Date;
use crate::domain::decision::{Guide, PaperId, Points, StarMinimum, drawn_together};
use crate::domain::dossier::{Dossier, Holding, PaperRecord, checks};
use crate::domain::rating::Answer;
use crate::session::Change;
use crate::ui::components::{Icon, icon, paper_chip, paper_name};
use crate::ui::hooks::{AppHandle, use_app, use_day, use_title};
use crate::ui::route::{Page, Route};

#[derive(Properties, PartialEq)]
pub struct OfCriterionProps {
    pub dossier: Rc<Dossier>,
    pub position: usize,
}

/// The papers of one criterion: those tied to it, those that the guide suggests, the others.
#[component]
pub fn OfCriterion(props: &OfCriterionProps) -> Html {
    let app = use_app();
    let (t, language) = (app.t(), app.language);
    let today = use_day();
    let (dossier, position) = (&props.dossier, props.position);
    let criterion = &dossier.set().criteria[position];
    let title = t.evidence.title_of.code(&criterion.code);
    use_title(title.clone());
    let view = View { app: &app, dossier, position, today };
    let answer = match dossier.assessment.answer(position) {
        Answer::Unanswered => t.evidence.no_answer.to_owned(),
        Answer::NoneOfThese => t.evidence.answer.level(&t.criterion.none_of_these),
        Answer::Level(level) => {
            let label = criterion.ladder.labels[usize::from(level)].get(language);
            t.evidence.answer.level(&label)
        }
    };
    let actions = html! {
        <>
            <button type="button" class="button" onclick={
                let id = dossier.id.clone();
                click(&app, move |app| begin_paper(app, &id, Some(position)))
            }>{ icon(Icon::Plus) }{ t.evidence.add }</button>
            <a class="button button-act" href={Route::criterion(&dossier.id, criterion.code).href()}>
                { t.evidence.back.code(&criterion.code) }
            </a>
        </>
    };
    let (linked, others): (Vec<_>, Vec<_>) = dossier.papers.iter().partition(|paper| view.is_linked(paper));
    html! {
        <Frame dossier={dossier.clone()} class="page-narrow" {actions}>
            <div>
                <h1 id="page-title" tabindex="-1">{ title }</h1>
                <p class="lead">{ criterion.wording.title.get(language) }</p>
                <p class="soft">{ answer }</p>
            </div>
            if !linked.is_empty() {
                <section class="bare">
                    <h2>{ t.evidence.linked }</h2>
                    <ul class="papers">for paper in linked { { view.linked(paper) } }</ul>
                </section>
            }
            { view.suggestions() }
            if !others.is_empty() {
                <details class="fold card">
                    <summary>{ icon(Icon::File) }{ t.evidence.others }</summary>
                    <ul class="papers">
                        for paper in others {
                            <li key={paper.id.clone()} class="paper-line">
                                <span class="paper-text"><span>{ paper_name(paper, app.guide.as_ref(), t) }</span>{ paper_chip(paper, today, t) }</span>
                                <button type="button" class="button button-small" onclick={view.tie(&paper.id, true)}>{ t.evidence.link }</button>
                            </li>
                        }
                    </ul>
                </details>
            }
        </Frame>
    }
}

struct View<'a> {
    app: &'a AppHandle,
    dossier: &'a Rc<Dossier>,
    position: usize,
    today: Date,
}

impl View<'_> {
    fn is_linked(&self, paper: &PaperRecord) -> bool {
        self.dossier.entries.get(self.position).is_some_and(|entry| entry.evidence.contains(&paper.id))
    }

    /// Ties a paper to the criterion, or unties it.
    fn tie(&self, paper: &str, proves: bool) -> Callback<MouseEvent> {
        let (id, paper, position) = (self.dossier.id.clone(), paper.to_owned(), self.position);
        click(self.app, move |app| app.change(&id, Change::PaperLinked { paper: paper.clone(), position, proves }))
    }

    fn linked(&self, paper: &PaperRecord) -> Html {
        let t = self.app.t();
        let name = paper_name(paper, self.app.guide.as_ref(), t);
        html! {
            <li key={paper.id.clone()} class="paper-line">
                <span class="paper-text">
                    <a href={Route::dossier(&self.dossier.id, Page::Paper(paper.id.clone())).href()}>{ name.clone() }</a>
                    { paper_chip(paper, self.today, t) }
                </span>
                <button type="button" class="button button-small" aria-label={t.evidence.unlink_long.name(&name)}
                    onclick={self.tie(&paper.id, false)}>{ t.evidence.unlink }</button>
            </li>
        }
    }

    /// What the guide knows: first the papers of the chosen level and of the one that the next star
    /// wants, then those of the others.
    fn suggestions(&self) -> Html {
        let t = self.app.t();
        let criterion = &self.dossier.set().criteria[self.position];
        if checks::needs_no_paper(criterion.wording.key) {
            return html! { <p class="empty">{ t.proof.judged }</p> };
        }
        let Some(guide) = &self.app.guide else { return html! { <p class="empty">{ t.evidence.no_guide }</p> } };
        let proofs = guide.facts.proofs.get(criterion.wording.key).map(Vec::as_slice).unwrap_or_default();
        let with_papers: Vec<usize> =
            (0..criterion.levels.len()).filter(|level| proofs.iter().any(|proof| proof.level == *level)).collect();
        if with_papers.is_empty() {
            return html! {};
        }
        let first = self.levels_in_focus();
        let (first, rest): (Vec<usize>, Vec<usize>) =
            with_papers.into_iter().partition(|level| first.is_empty() || first.contains(level));
        html! {
            <section class="bare">
                <h2>{ t.evidence.suggested }</h2>
                <p class="soft">{ t.evidence.suggested_text }</p>
                for level in first { { self.level(level, guide) } }
                if !rest.is_empty() {
                    <details class="fold">
                        <summary>{ t.evidence.other_levels }</summary>
                        for level in rest { { self.level(level, guide) } }
                    </details>
                }
            </section>
        }
    }

    /// The level that is chosen, and the one that the next star or else the next step up wants.
    fn levels_in_focus(&self) -> Vec<usize> {
        let criterion = &self.dossier.set().criteria[self.position];
        let Answer::Level(chosen) = self.dossier.assessment.answer(self.position) else { return Vec::new() };
        let chosen = usize::from(chosen);
        let points = |level: usize| criterion.levels.get(level).map_or(Points(0), |level| level.points);
        let case = criterion.levels.get(chosen).and_then(|level| level.case);
        let next = self.dossier.rating().next_star().and_then(StarMinimum::of);
        let wanted =
            next.and_then(|star| criterion.required_level(star)).filter(|level| points(*level) > points(chosen));
        let above = criterion.levels_of(case).filter(|(_, level)| level.points > points(chosen));
        let step = above.min_by_key(|(_, level)| level.points).map(|(index, _)| index);
        [Some(chosen), wanted.or(step)].into_iter().flatten().collect()
    }

    fn level(&self, level: usize, guide: &Guide) -> Html {
        let (t, language) = (self.app.t(), self.app.language);
        let criterion = &self.dossier.set().criteria[self.position];
        let proofs = guide.facts.proofs.get(criterion.wording.key).map(Vec::as_slice).unwrap_or_default();
        let lists: Vec<_> = proofs.iter().filter(|proof| proof.level == level).collect();
        let chosen = self.dossier.assessment.answer(self.position) == Answer::Level(level as u8);
        let minimum = criterion.levels[level].star_minimum;
        html! {
            <div class={classes!("card", "level-papers", chosen.then_some("level-chosen"))}>
                <h3>{ criterion.ladder.labels[level].get(language) }</h3>
                <p class="chips">
                    if chosen { <span class="chip chip-have">{ t.proof.chosen }</span> }
                    if let Some(minimum) = minimum {
                        <span class="chip chip-floor">{ t.evidence.for_star.n(&u8::from(minimum.star())) }</span>
                    }
                </p>
                <ul class="papers">
                    for part in drawn_together(&lists) {
                        if let [list] = part.as_slice() {
                            for id in list { <li class="paper-line">{ self.suggestion(id, guide) }</li> }
                        } else {
                            <li class="one-of">
                                <p class="soft">{ t.evidence.one_of }</p>
                                <ul class="papers">
                                    for list in &part {
                                        <li class="one-of-list">
                                            for id in list { <div class="paper-line">{ self.suggestion(id, guide) }</div> }
                                        </li>
                                    }
                                </ul>
                            </li>
                        }
                    }
                </ul>
            </div>
        }
    }

    /// A paper of the guide: tied already, noted and to be tied, or to be noted.
    fn suggestion(&self, id: &PaperId, guide: &Guide) -> Html {
        let t = self.app.t();
        let name = guide.words.papers.get(id).cloned().unwrap_or_default();
        let records = || self.dossier.papers.iter().filter(|paper| paper.paper.as_ref() == Some(id));
        if let Some(paper) = records().find(|paper| self.is_linked(paper)) {
            let href = Route::dossier(&self.dossier.id, Page::Paper(paper.id.clone())).href();
            return html! {
                <span class="paper-text"><a {href}>{ name }</a>{ paper_chip(paper, self.today, t) }</span>
            };
        }
        if let Some(paper) = records().next() {
            return html! {
                <>
                    <span class="paper-text"><span>{ name }</span>{ paper_chip(paper, self.today, t) }</span>
                    <button type="button" class="button button-small" onclick={self.tie(&paper.id, true)}>{ t.evidence.link }</button>
                </>
            };
        }
        let note = |holding: Holding| {
            let (dossier, id, position) = (self.dossier.id.clone(), id.clone(), self.position);
            click(self.app, move |app| note_paper(app, &dossier, position, &id, holding))
        };
        html! {
            <>
                <span class="paper-text"><span>{ name }</span></span>
                <span class="paper-buttons">
                    <button type="button" class="button button-small" onclick={note(Holding::Have)}>{ t.evidence.have_it }</button>
                    <button type="button" class="button button-small" onclick={note(Holding::ToGet)}>{ t.evidence.get_it }</button>
                </span>
            </>
        }
    }
}

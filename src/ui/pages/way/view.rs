use std::rc::Rc;

use yew::prelude::*;

use super::lead::Lead;
use crate::domain::decision::{Criterion, Language, ProductSet, Star};
use crate::domain::dossier::{Dossier, Effort};
use crate::domain::way::Costs;
use crate::session::Change;
use crate::ui::hooks::AppHandle;
use crate::ui::route::Route;
use crate::words::Words;

/// What every part of the page reads.
pub struct View<'a> {
    pub app: &'a AppHandle,
    pub dossier: &'a Rc<Dossier>,
    pub t: &'static Words,
    pub language: Language,
    pub costs: &'a Costs,
    pub open: &'a UseStateHandle<Option<Panel>>,
    pub target: Star,
    pub gone: &'a UseStateHandle<Option<Gone>>,
}

/// The step that was locked last here, and where it stood: told in its place, so that the eye stays there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    pub position: usize,
    /// Among the steps.
    pub place: usize,
    pub target: Star,
}

/// The one panel that is open, by place of its criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Papers(usize),
    Effort(usize),
    Gain(usize),
}

impl View<'_> {
    pub fn set(&self) -> &'static ProductSet {
        self.dossier.set()
    }

    pub fn criterion(&self, position: usize) -> &'static Criterion {
        &self.set().criteria[position]
    }

    pub fn title(&self, position: usize) -> &'static str {
        self.criterion(position).wording.title.get(self.language)
    }

    pub fn label(&self, position: usize, level: usize) -> &'static str {
        self.criterion(position).ladder.labels.get(level).map_or("", |label| label.get(self.language))
    }

    pub fn href(&self, position: usize) -> String {
        Route::criterion(&self.dossier.id, self.criterion(position).code).href()
    }

    /// Code and title, leading to the criterion.
    pub fn link(&self, position: usize) -> Html {
        html! {
            <a class="step-title" href={self.href(position)}>
                <span class="code">{ self.criterion(position).code }</span>{ " " }{ self.title(position) }
            </a>
        }
    }

    /// On a click: the change is made, and the focus goes on at what it changed.
    pub fn changing(&self, changes: Vec<Change>, focus: &str) -> Callback<MouseEvent> {
        let (app, id, focus) = (self.app.clone(), self.dossier.id.clone(), focus.to_owned());
        Callback::from(move |_| {
            changes.iter().for_each(|change| app.change(&id, change.clone()));
            crate::ui::hooks::focus_soon(focus.clone());
        })
    }

    /// The step that was locked last, as long as it is and the same star is aimed at.
    pub fn gone(&self) -> Option<Gone> {
        (**self.gone).filter(|gone| gone.target == self.target && self.costs.get(gone.position).locked)
    }

    /// What the applicant said of the effort, nothing said being nothing.
    pub fn effort(&self, position: usize) -> Effort {
        self.dossier.plan.efforts.get(self.criterion(position).code).copied().unwrap_or_default()
    }

    pub fn lead(&self, position: usize) -> Lead {
        Lead::of(self.dossier, self.app.guide.as_deref(), position)
    }

    pub fn is_open(&self, panel: Panel) -> bool {
        **self.open == Some(panel)
    }

    /// On a click: this panel opens, or closes if it is open.
    pub fn toggling(&self, panel: Panel) -> Callback<MouseEvent> {
        let open = self.open.clone();
        Callback::from(move |_| open.set((*open != Some(panel)).then_some(panel)))
    }
}

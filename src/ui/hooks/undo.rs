use std::rc::Rc;

use yew::prelude::*;

use super::app::AppHandle;
use super::draft::{Draft, use_draft};
use super::time::{today, use_day};
use super::use_app;
use crate::domain::calendar::Date;
use crate::domain::dossier::{Dossier, TakenOut};
use crate::session::Change;

/// So many acts of one place can be taken back.
const MOST: usize = 5;

/// Between two acts, in what is kept of them.
const NEXT: &str = "\n\n";

/// What was taken out of a dossier at one place, to be put back there until the end of the next day.
#[derive(Clone, PartialEq)]
pub struct Undo {
    app: AppHandle,
    dossier: String,
    draft: Draft,
    /// Newest first.
    acts: Rc<Vec<Act>>,
}

/// An act that can be taken back.
#[derive(Clone, PartialEq)]
pub struct Act {
    day: Date,
    /// What it took out, in words.
    pub name: String,
    taken: TakenOut,
}

/// The acts at a place of a dossier; places that take out the same have one name.
#[hook]
pub fn use_undo(dossier: &str, place: &str) -> Undo {
    let (app, today) = (use_app(), use_day());
    let draft = use_draft(&format!("{dossier}/out/{place}"));
    let acts = use_memo((draft.text().map(str::to_owned), today), |(text, today)| {
        let acts = text.iter().flat_map(|text| text.split(NEXT)).filter_map(Act::read);
        acts.filter(|act| act.day.days_until(*today) <= 1).collect::<Vec<Act>>()
    });
    Undo { app, dossier: dossier.to_owned(), draft, acts }
}

impl Undo {
    pub fn acts(&self) -> &[Act] {
        &self.acts
    }

    /// Does what takes something out, which is kept under this name first.
    pub fn act(&self, name: &str, changes: Vec<Change>) {
        let Some(before) = self.app.dossier(&self.dossier) else { return };
        let after = changes.iter().fold((**before).clone(), |dossier, change| change.clone().apply(&dossier));
        if let Some(taken) = TakenOut::between(before, &after) {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            let new = Act { day: today(), name, taken };
            self.keep(std::iter::once(&new).chain(self.acts.iter()).take(MOST));
        }
        changes.into_iter().for_each(|change| self.app.change(&self.dossier, change));
    }

    /// Takes back the act at this place of the list.
    pub fn take_back(&self, nth: usize) {
        if let Some(act) = self.acts.get(nth) {
            self.app.change(&self.dossier, Change::PutBack(act.taken.clone()));
            self.keep(self.acts.iter().enumerate().filter(|(place, _)| *place != nth).map(|(_, act)| act));
        }
    }

    fn keep<'a>(&self, acts: impl Iterator<Item = &'a Act>) {
        let texts: Vec<String> = acts.map(Act::text).collect();
        if texts.is_empty() { self.draft.done() } else { self.draft.type_in(texts.join(NEXT)) }
    }
}

impl Act {
    fn text(&self) -> String {
        format!("{} {}\n{}", self.day.iso(), self.name, self.taken.text())
    }

    fn read(text: &str) -> Option<Act> {
        let (head, taken) = text.split_once('\n')?;
        let (day, name) = head.split_once(' ')?;
        Some(Act { day: Date::parse_iso(day)?, name: name.to_owned(), taken: TakenOut::read(taken)? })
    }
}

/// Whether all that an act took out of a dossier is in it again.
pub fn is_there(dossier: &Dossier, act: &Act) -> bool {
    act.taken.put_back(dossier) == *dossier
}

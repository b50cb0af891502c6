use std::rc::Rc;

use yew::prelude::*;

use crate::domain::calendar::Date;
use crate::domain::dossier::Dossier;
use crate::ui::hooks::{AppHandle, Draft, use_day, use_draft};

/// So many times products were taken in can be undone.
const MOST: usize = 5;

/// Products that were taken in at once, to be taken back until the end of the next day.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    day: Date,
    ids: Vec<String>,
}

impl Taken {
    pub fn of(day: Date, products: &[Rc<Dossier>]) -> Taken {
        Taken { day, ids: products.iter().map(|product| product.id.clone()).collect() }
    }

    /// Tells it from the others.
    pub fn key(&self) -> String {
        self.ids.first().cloned().unwrap_or_default()
    }

    /// Those that are as they were taken in, and how many were worked on since.
    pub fn products(&self, app: &AppHandle) -> (Vec<Rc<Dossier>>, usize) {
        let here = self.ids.iter().filter_map(|id| app.dossier(id)).cloned();
        let (same, worked_on): (Vec<_>, Vec<_>) = here.partition(|product| product.updated == product.created);
        (same, worked_on.len())
    }

    fn text(&self) -> String {
        format!("{} {}", self.day.iso(), self.ids.join(" "))
    }

    fn read(line: &str) -> Option<Taken> {
        let (day, ids) = line.split_once(' ')?;
        Some(Taken { day: Date::parse_iso(day)?, ids: ids.split(' ').map(str::to_owned).collect() })
    }
}

/// The times that products were taken in lately, newest first; they are known the next time too.
#[derive(Clone)]
pub struct TakenIn {
    draft: Draft,
    acts: Rc<Vec<Taken>>,
}

#[hook]
pub fn use_taken_in() -> TakenIn {
    let (draft, today) = (use_draft("taken-in"), use_day());
    let acts = use_memo((draft.text().map(str::to_owned), today), |(text, today)| {
        let acts = text.iter().flat_map(|text| text.lines()).filter_map(Taken::read);
        acts.filter(|taken| taken.day.days_until(*today) <= 1).collect::<Vec<Taken>>()
    });
    TakenIn { draft, acts }
}

impl TakenIn {
    pub fn all(&self) -> &[Taken] {
        &self.acts
    }

    pub fn add(&self, taken: Taken) {
        if !taken.ids.is_empty() {
            self.keep(std::iter::once(&taken).chain(self.acts.iter()).take(MOST));
        }
    }

    pub fn remove(&self, taken: &Taken) {
        self.keep(self.acts.iter().filter(|known| *known != taken));
    }

    fn keep<'a>(&self, acts: impl Iterator<Item = &'a Taken>) {
        let lines: Vec<String> = acts.map(Taken::text).collect();
        if lines.is_empty() { self.draft.done() } else { self.draft.type_in(lines.join("\n")) }
    }
}

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::domain::dossier::{Dossier, Field, Listed, listed_again, same_product, to_keep};
use crate::ui::hooks::{AppHandle, Draft, use_day, use_draft};

/// The name under which the rows are kept until they are taken.
const ROWS: &str = "recognised-rows";

/// So much of them is kept, in bytes: as much as the longest text that is kept comes to when it is read.
const MOST_KEPT: usize = 300_000;

thread_local! {
    /// The rows that are looked at, for as long as the page is open: those that find no room are there on its other pages.
    static FOUND: RefCell<Option<Rc<Vec<Listed>>>> = const { RefCell::new(None) };
}

/// The rows of a list that are looked at before they are taken, as they stand with what was chosen in them. A page that was
/// closed meanwhile shows them again.
#[derive(Clone)]
pub struct LookedAt {
    rows: UseStateHandle<Option<Rc<Vec<Listed>>>>,
    kept: Draft,
}

#[hook]
pub fn use_looked_at(app: &AppHandle) -> LookedAt {
    let (kept, today) = (use_draft(ROWS), use_day());
    let rows = use_state_eq(|| {
        let again = || listed_again(kept.text()?, today, &products(app)).map(Rc::new);
        FOUND.with_borrow(Clone::clone).or_else(again)
    });
    FOUND.set((*rows).clone());
    LookedAt { rows, kept }
}

/// The products that are here already.
pub fn products(app: &AppHandle) -> HashSet<(String, String)> {
    let of = |dossier: &Rc<Dossier>| same_product(dossier.name(), dossier.fields.get(Field::ApplicantName));
    app.dossiers.iter().map(of).collect()
}

impl LookedAt {
    pub fn rows(&self) -> Option<Rc<Vec<Listed>>> {
        (*self.rows).clone()
    }

    /// These are looked at from now on; `None`: no list any more.
    pub fn show(&self, rows: Option<Vec<Listed>>) {
        match rows.as_deref().map(to_keep).filter(|text| text.len() <= MOST_KEPT) {
            Some(text) => self.kept.type_in(text),
            None => self.kept.done(),
        }
        self.rows.set(rows.map(Rc::new));
    }
}

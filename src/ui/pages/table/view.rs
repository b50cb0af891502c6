use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::rows::{Aspect, Filter, Filters, Sorting, TableRow, is_number};
use crate::domain::forms::RegisterColumn;
use crate::ui::route::Route;

/// How the table is looked at.
#[derive(Clone, PartialEq)]
pub struct View {
    pub sorting: Sorting,
    pub filters: Filters,
    pub query: String,
    /// The dossiers that are ticked, by id.
    pub selected: Rc<BTreeSet<String>>,
    /// On paper every row is needed.
    pub printing: bool,
    /// The dossier that was opened out of the table.
    pub opened: Option<String>,
}

/// What an officer does with the table.
pub enum Look {
    SortedBy(RegisterColumn),
    /// By a filter of an aspect, or by none of it.
    Filtered(Aspect, Option<Filter>),
    /// By no filter any more.
    Unfiltered,
    Typed(String),
    /// Some are ticked, or no more.
    Ticked {
        ids: BTreeSet<String>,
        on: bool,
    },
    /// It is about to be printed, or was.
    Printing(bool),
    Opened(String),
}

impl Default for View {
    fn default() -> View {
        View {
            // What is to be done first stands first.
            sorting: Sorting { column: RegisterColumn::NextDay, down: false },
            filters: Filters::default(),
            query: String::new(),
            selected: Rc::default(),
            printing: false,
            opened: None,
        }
    }
}

impl View {
    pub fn has(&self, id: &str) -> bool {
        self.selected.contains(id)
    }

    /// What is taken along: the rows that are ticked, also those that a search or a filter hides; where none is, all that
    /// are shown.
    pub fn taken_along(&self, all: &[Rc<TableRow>], shown: &[Rc<TableRow>]) -> Vec<Rc<TableRow>> {
        let ticked: Vec<_> = all.iter().filter(|row| self.has(&row.dossier.id)).cloned().collect();
        if ticked.is_empty() { shown.to_vec() } else { ticked }
    }

    /// The dossiers that are ticked and not shown.
    pub fn hidden(&self, all: &[Rc<TableRow>], shown: &[Rc<TableRow>]) -> BTreeSet<String> {
        let shown: BTreeSet<&str> = shown.iter().map(|row| row.dossier.id.as_str()).collect();
        let ids = all.iter().map(|row| &row.dossier.id);
        ids.filter(|id| self.has(id) && !shown.contains(id.as_str())).cloned().collect()
    }
}

impl Reducible for View {
    type Action = Look;

    fn reduce(self: Rc<View>, look: Look) -> Rc<View> {
        let mut next = (*self).clone();
        match look {
            Look::SortedBy(column) => {
                let down = if next.sorting.column == column { !next.sorting.down } else { is_number(column) };
                next.sorting = Sorting { column, down };
            }
            Look::Filtered(aspect, filter) => next.filters = next.filters.with(aspect, filter),
            Look::Unfiltered => next.filters = Filters::default(),
            Look::Typed(query) => next.query = query,
            Look::Ticked { ids, on } => {
                next.selected = Rc::new(if on { &*next.selected | &ids } else { &*next.selected - &ids });
            }
            Look::Printing(printing) => next.printing = printing,
            Look::Opened(id) => next.opened = Some(id),
        }
        Rc::new(next)
    }
}

thread_local! {
    /// How the table was last looked at, for whoever comes back to it.
    static LEFT: RefCell<View> = RefCell::default();
}

/// How the table is looked at; who comes back from a dossier finds it as it was.
#[hook]
pub fn use_view() -> UseReducerHandle<View> {
    let view = use_reducer_eq(|| View { opened: None, printing: false, ..LEFT.with_borrow(View::clone) });
    {
        let now = (*view).clone();
        use_effect(move || LEFT.set(now));
    }
    view
}

/// The dossier that was opened out of the table when it was last left, once.
pub fn came_back_from() -> Option<String> {
    LEFT.with_borrow_mut(|left| left.opened.take())
}

/// Whether this dossier was opened out of the table: the way back leads there.
pub fn is_from_table(dossier: &str) -> bool {
    LEFT.with_borrow(|left| left.opened.as_deref() == Some(dossier))
}

/// Who goes on from elsewhere, or with another dossier, comes from the table no more.
pub fn follow(route: &Route) {
    let stays = match route {
        Route::Home => false,
        Route::Dossier { id, .. } => is_from_table(id),
        _ => true,
    };
    if !stays {
        LEFT.with_borrow_mut(|left| left.opened = None);
    }
}

/// The id of the link to a dossier in its row.
pub fn link_id(dossier: &str) -> String {
    format!("row-{dossier}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::route::Page;

    fn after(looks: impl IntoIterator<Item = Look>) -> Rc<View> {
        looks.into_iter().fold(Rc::default(), View::reduce)
    }

    #[test]
    fn a_column_is_sorted_the_other_way_the_second_time_and_numbers_from_the_top() {
        assert!(
            !after([Look::SortedBy(RegisterColumn::Product)]).sorting.down
                && after([Look::SortedBy(RegisterColumn::Product), Look::SortedBy(RegisterColumn::Product)])
                    .sorting
                    .down
        );
        assert!(
            after([Look::SortedBy(RegisterColumn::Total)]).sorting.down
                && !after([Look::SortedBy(RegisterColumn::Total), Look::SortedBy(RegisterColumn::Total)]).sorting.down
        );
    }

    #[test]
    fn ticks_come_and_go_and_stay_while_the_table_is_searched() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let view = after([
            Look::Ticked { ids: ids(&["a", "b"]), on: true },
            Look::Ticked { ids: ids(&["b", "c"]), on: false },
            Look::Typed("cam".into()),
        ]);
        assert!(view.has("a") && !view.has("b") && !view.has("c"));
    }

    /// Seen in use: a search hid what was ticked, and the file had the other rows, or all of them.
    #[test]
    fn what_is_ticked_is_taken_along_also_where_it_is_hidden() {
        use super::super::rows::rows_of;
        use crate::domain::calendar::Date;
        use crate::domain::decision::{Language, first};
        use crate::domain::dossier::Dossier;
        let dossier = |id: &str| Rc::new(Dossier::new(id.into(), String::new(), first().set(1).expect("set 1")));
        let all = rows_of(&["a", "b", "c"].map(dossier), Date::FIRST, Language::Vi);
        let one = |id: &str| all.iter().filter(|row| row.dossier.id == id).cloned().collect::<Vec<_>>();
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<String>>();
        let check = |ticked: &[&str], taken: &[&str], hidden: &[&str]| {
            let view = after([Look::Ticked { ids: ids(ticked), on: true }]);
            let along: BTreeSet<String> =
                view.taken_along(&all, &one("b")).iter().map(|row| row.dossier.id.clone()).collect();
            assert_eq!((along, view.hidden(&all, &one("b"))), (ids(taken), ids(hidden)), "{ticked:?}");
        };
        check(&[], &["b"], &[]);
        check(&["b"], &["b"], &[]);
        check(&["a", "b"], &["a", "b"], &["a"]);
        check(&["a", "c"], &["a", "c"], &["a", "c"]);
        // One that is on the device no more.
        check(&["gone"], &["b"], &[]);
    }

    #[test]
    fn the_way_back_leads_to_the_table_until_something_else_is_opened() {
        let from_table = |route: Route| {
            LEFT.with_borrow_mut(|left| left.opened = Some("a".into()));
            follow(&route);
            is_from_table("a")
        };
        assert!(from_table(Route::dossier("a", Page::Check)) && from_table(Route::Glossary { term: None }));
        assert!(!from_table(Route::Home) && !from_table(Route::dossier("b", Page::Result)));
        assert!(!is_from_table("b"));
    }
}

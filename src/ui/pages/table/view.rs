use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::rows::{Sorting, Stars, UPDATED, is_number};

/// So many rows are drawn at once, more than a screen shows: a cheap phone draws them anew within a tenth of a second.
pub const FIRST: usize = 10;

/// So many are drawn once nothing is being typed or pressed; the rest where somebody asks for it.
const FEW: usize = 40;

/// How the table is looked at.
#[derive(Clone, PartialEq)]
pub struct View {
    pub sorting: Sorting,
    pub filter: Stars,
    pub query: String,
    /// The dossiers that are ticked, by id.
    pub selected: Rc<BTreeSet<String>>,
    /// Somebody wants to see all rows.
    pub whole: bool,
    /// So many rows are drawn by now.
    pub drawn: usize,
    /// The dossier that was opened out of the table.
    pub opened: Option<String>,
}

/// What an officer does with the table.
pub enum Look {
    SortedBy(usize),
    Filtered(Stars),
    Typed(String),
    /// Some are ticked, or no more.
    Ticked {
        ids: BTreeSet<String>,
        on: bool,
    },
    /// There is time to draw more rows.
    Rested,
    WantedWhole,
    /// On paper every row is needed, at once.
    Printing,
    Opened(String),
}

impl Default for View {
    fn default() -> View {
        View {
            sorting: Sorting { column: UPDATED, down: true },
            filter: Stars::All,
            query: String::new(),
            selected: Rc::default(),
            whole: false,
            drawn: FIRST,
            opened: None,
        }
    }
}

impl View {
    pub fn has(&self, id: &str) -> bool {
        self.selected.contains(id)
    }

    /// How many of so many rows are drawn in the end.
    pub fn wanted(&self, of: usize) -> usize {
        if self.whole { of } else { of.min(FEW) }
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
                next.drawn = FIRST;
            }
            Look::Filtered(filter) => {
                next.filter = filter;
                next.drawn = FIRST;
            }
            Look::Typed(query) => {
                next.query = query;
                next.drawn = FIRST;
            }
            Look::Ticked { ids, on } => {
                next.selected = Rc::new(if on { &*next.selected | &ids } else { &*next.selected - &ids });
            }
            // Each time twice as many: a few pieces, and none of them long.
            Look::Rested => next.drawn = next.drawn.saturating_mul(2),
            Look::WantedWhole => next.whole = true,
            Look::Printing => {
                next.whole = true;
                next.drawn = usize::MAX;
            }
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
    let view = use_reducer_eq(|| View { opened: None, ..LEFT.with_borrow(View::clone) });
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

/// The id of the link to a dossier in its row.
pub fn link_id(dossier: &str) -> String {
    format!("row-{dossier}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(looks: impl IntoIterator<Item = Look>) -> Rc<View> {
        looks.into_iter().fold(Rc::default(), View::reduce)
    }

    #[test]
    fn a_change_draws_a_screenful_and_a_rest_draws_more() {
        assert_eq!(after([]).drawn, FIRST);
        assert!(after([Look::Rested, Look::Rested]).drawn >= FEW);
        for look in [Look::SortedBy(0), Look::Filtered(Stars::Below), Look::Typed("c".into())] {
            assert_eq!(after([Look::Printing, look]).drawn, FIRST);
        }
        let ticked = Look::Ticked { ids: ["a".to_owned()].into(), on: true };
        assert_eq!(after([Look::Rested, ticked]).drawn, 2 * FIRST);
    }

    #[test]
    fn a_few_rows_are_drawn_unless_all_are_wanted_or_printed() {
        assert_eq!((after([]).wanted(FEW), after([]).wanted(300)), (FEW, FEW));
        assert_eq!(after([Look::WantedWhole]).wanted(300), 300);
        let printing = after([Look::Printing]);
        assert_eq!((printing.wanted(300), printing.drawn.min(300)), (300, 300));
    }

    #[test]
    fn a_column_is_sorted_the_other_way_the_second_time_and_numbers_from_the_top() {
        assert!(!after([Look::SortedBy(0)]).sorting.down && after([Look::SortedBy(0), Look::SortedBy(0)]).sorting.down);
        assert!(after([Look::SortedBy(8)]).sorting.down && !after([Look::SortedBy(8), Look::SortedBy(8)]).sorting.down);
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
}

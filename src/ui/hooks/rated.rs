use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::dossier::Dossier;
use crate::domain::rating::Rating;

thread_local! {
    /// The last dossier that was rated: the one that is open, in its state of now.
    static LAST: RefCell<Option<(Rc<Dossier>, Rc<Rating>)>> = const { RefCell::new(None) };
}

/// The rating of the open dossier, computed once per change, however many parts of a page show it.
pub fn rating_of(dossier: &Rc<Dossier>) -> Rc<Rating> {
    LAST.with_borrow_mut(|last| match last {
        Some((rated, rating)) if Rc::ptr_eq(rated, dossier) => Rc::clone(rating),
        _ => {
            let rating = Rc::new(dossier.rating());
            *last = Some((Rc::clone(dossier), Rc::clone(&rating)));
            rating
        }
    })
}

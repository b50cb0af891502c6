use std::cell::Cell;
use std::rc::Rc;

/// The reader's word that something long is to be given up; the work hears it between two of its pieces.
#[derive(Clone, Default)]
pub struct Stop(Rc<Cell<bool>>);

impl Stop {
    pub fn ask(&self) {
        self.0.set(true);
    }

    pub(super) fn is_asked(&self) -> bool {
        self.0.get()
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Stop) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

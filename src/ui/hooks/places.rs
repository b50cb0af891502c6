use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::adapters::places;
use crate::domain::places::Places;

thread_local! {
    /// Fetched once for all fields of all forms.
    static KEPT: RefCell<Option<Rc<Places>>> = const { RefCell::new(None) };
}

/// The communes, once a form has asked for them and they have arrived.
#[hook]
pub fn use_places() -> Option<Rc<Places>> {
    let known = use_state(|| KEPT.with_borrow(Clone::clone));
    {
        let known = known.clone();
        use_effect_with((), move |()| {
            if known.is_none() {
                spawn_local(async move {
                    let kept = KEPT.with_borrow(Clone::clone);
                    let arrived = match kept {
                        Some(places) => Some(places),
                        None => places::load().await.map(Rc::new),
                    };
                    KEPT.with_borrow_mut(|kept| kept.clone_from(&arrived));
                    known.set(arrived);
                });
            }
        });
    }
    (*known).clone()
}

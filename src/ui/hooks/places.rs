use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::adapters::places;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::forms;
use crate::domain::places::Places;

thread_local! {
    /// Fetched once for all fields of all forms.
    static KEPT: RefCell<Option<Rc<Places>>> = const { RefCell::new(None) };
    /// Who waits for what is being fetched.
    static WAITING: RefCell<Vec<Callback<Option<Rc<Places>>>>> = const { RefCell::new(Vec::new()) };
}

/// The communes, once a form has asked for them and they have arrived.
#[hook]
pub fn use_places() -> Option<Rc<Places>> {
    use_places_if(true)
}

/// The communes, to hold the one that a dossier is filed with against; none are fetched before it names one.
#[hook]
pub fn use_places_for(dossier: &Dossier) -> Option<Rc<Places>> {
    use_places_if(!dossier.fields.get(Field::Commune).trim().is_empty())
}

/// The communes, once they are wanted and have arrived.
#[hook]
pub fn use_places_if(wanted: bool) -> Option<Rc<Places>> {
    let known = use_state(|| KEPT.with_borrow(Clone::clone));
    {
        let known = known.clone();
        use_effect_with(wanted, move |wanted| {
            if *wanted && known.is_none() {
                ask(Callback::from(move |arrived| known.set(arrived)));
            }
        });
    }
    (*known).clone()
}

/// The dossier as it is printed, with the commune as the list calls it where the list has arrived.
pub fn as_listed(dossier: &Dossier) -> Dossier {
    forms::as_listed(dossier, KEPT.with_borrow(Clone::clone).as_deref())
}

fn ask(then: Callback<Option<Rc<Places>>>) {
    let kept = KEPT.with_borrow(Clone::clone);
    if kept.is_some() {
        return then.emit(kept);
    }
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(then);
        waiting.len() == 1
    });
    if is_first {
        spawn_local(async {
            let arrived = places::load().await.map(Rc::new);
            KEPT.with_borrow_mut(|kept| kept.clone_from(&arrived));
            for then in WAITING.take() {
                then.emit(arrived.clone());
            }
        });
    }
}

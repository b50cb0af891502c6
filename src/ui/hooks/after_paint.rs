use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::adapters::frames;

/// What is drawn, and what is to be drawn once the page has been painted.
struct Behind<T> {
    drawn: Option<Rc<T>>,
    awaited: Option<Rc<T>>,
}

/// A value for what lies below the rest of its page, which is painted first: nothing when the page opens, and then the
/// value. Of a later one `may_wait` says whether it is drawn after the next paint as well, given what is drawn and what
/// comes. Whatever comes while something waits is drawn at once: a letter that is typed is never overtaken.
#[hook]
pub fn use_after_paint<T: 'static>(value: &Rc<T>, may_wait: impl Fn(&T, &T) -> bool) -> Option<Rc<T>> {
    let redraw = use_force_update();
    let behind = use_mut_ref(|| Behind::<T> { drawn: None, awaited: None });
    let mut held = behind.borrow_mut();
    let waits = match (&held.drawn, &held.awaited) {
        (_, Some(awaited)) => Rc::ptr_eq(awaited, value),
        (Some(drawn), None) => !Rc::ptr_eq(drawn, value) && may_wait(drawn, value),
        (None, None) => true,
    };
    if !waits {
        *held = Behind { drawn: Some(value.clone()), awaited: None };
    } else if held.awaited.is_none() {
        held.awaited = Some(value.clone());
        let behind = behind.clone();
        spawn_local(async move {
            frames::drawn().await;
            let awaited = behind.borrow_mut().awaited.take();
            if awaited.is_some() {
                behind.borrow_mut().drawn = awaited;
                redraw.force_update();
            }
        });
    }
    held.drawn.clone()
}

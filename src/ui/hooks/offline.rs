use yew::prelude::*;

use super::late::use_late;
use crate::adapters::{page, updates};

/// Whether all of this page is kept for use without a network; `None` until it is known.
#[hook]
pub fn use_is_kept() -> Option<bool> {
    let asked = use_state_eq(|| 0_u32);
    {
        // A first visit keeps it while the reader reads.
        let asked = asked.clone();
        use_effect_with(*asked, move |count| {
            let next = count + 1;
            let timer = gloo::timers::callback::Timeout::new(2_000, move || asked.set(next));
            move || drop(timer)
        });
    }
    let kept = use_late(*asked, |_| updates::is_kept());
    let known = use_mut_ref(|| None);
    if kept.is_some() {
        *known.borrow_mut() = kept;
    }
    *known.borrow()
}

/// Whether this browser forgets what it keeps when the page is not opened for a week (Safari).
pub fn forgets_after_a_week() -> bool {
    page::is_safari() && !page::is_installed()
}

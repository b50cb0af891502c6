use yew::prelude::*;

use crate::adapters::page;

/// Whether there is room beside the text, so that a phone draws nothing that it would hide.
#[hook]
pub fn use_wide() -> bool {
    let wide = use_state_eq(page::is_wide);
    {
        let wide = wide.clone();
        use_effect_with((), move |()| {
            let listener = page::on_wide(move |is_wide| wide.set(is_wide));
            move || drop(listener)
        });
    }
    *wide
}

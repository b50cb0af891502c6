use yew::prelude::*;

use crate::adapters::{page, updates};

/// Brings the element of this id into sight and moves the focus there, once it has been drawn and
/// after the new page's heading had its turn.
#[hook]
pub fn use_in_sight(id: Option<String>) {
    use_effect_with(id, |id| {
        if let Some(id) = id.clone() {
            let show = move || {
                page::focus(&id);
                page::scroll_into_sight(&id);
            };
            updates::soon(|| updates::soon(show));
        }
    });
}

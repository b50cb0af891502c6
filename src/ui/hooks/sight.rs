use yew::prelude::*;

use crate::adapters::{frames, page};

/// Brings the element of this id into sight and moves the focus there, once it has been drawn.
#[hook]
pub fn use_in_sight(id: Option<String>) {
    use_effect_with(id, |id| {
        if let Some(id) = id.clone() {
            frames::soon(move || {
                page::focus(&id);
                page::scroll_into_sight(&id);
            });
        }
    });
}

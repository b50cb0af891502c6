use yew::prelude::*;

use super::returning::is_returning;
use crate::adapters::{frames, page};

/// Leads to the element of this id on the page that is open: its top comes into sight, and the focus goes there.
/// Whether there is one.
pub fn lead_to(id: &str) -> bool {
    let is_there = page::focus(id);
    page::scroll_into_sight(id);
    is_there
}

/// Brings the element of this id into sight and moves the focus there, once it has been drawn: not if the reader types
/// by then (what it is about may come late), or comes back to where the page was left.
#[hook]
pub fn use_in_sight(id: Option<String>) {
    use_effect_with(id, |id| {
        if let Some(id) = id.clone() {
            frames::soon(move || {
                if is_returning() || page::focused_field().is_some() {
                    return;
                }
                lead_to(&id);
            });
        }
    });
}

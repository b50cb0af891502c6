use web_sys::Element;

use super::returning::is_returning;
use crate::adapters::{frames, page};

/// Moves the focus to an element that is about to be drawn, after a change of page has moved it to
/// the heading. Who types in another field by then is left there.
pub fn focus_soon(id: String) {
    let from = page::focused_field();
    frames::soon(move || try_focus(id, from, 10));
}

/// The same where nobody asked for it just now: who types already is left there too.
pub fn focus_unless_typing(id: String) {
    frames::soon(move || try_focus(id, None, 10));
}

/// Tries on each of the next frames until the element is there to take the focus from the field that had it.
fn try_focus(id: String, from: Option<Element>, frames: u8) {
    frames::soon(move || {
        let is_typing = page::focused_field().is_some_and(|field| field.id() != id && Some(&field) != from.as_ref());
        if !is_typing && !is_returning() && !page::focus(&id) && frames > 0 {
            try_focus(id, from, frames - 1);
        }
    });
}

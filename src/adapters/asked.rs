//! What this tab has asked of a reader who has not answered, for when the page is opened anew.

use super::left::store;

const ASKED: &str = "ocop/asked";

/// What was put here last, if the browser has it.
pub fn asked() -> Option<String> {
    store()?.get_item(ASKED).ok().flatten()
}

/// Keeps it in the place of what was here; where there is no room, or nothing to keep, nothing stays.
pub fn keep_asked(text: Option<&str>) {
    let Some(store) = store() else { return };
    let kept = text.is_some_and(|text| store.set_item(ASKED, text).is_ok());
    if !kept {
        let _ = store.remove_item(ASKED);
    }
}

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What in a row can have the focus: the box to tick, the product, the commune's work on it.
const PARTS: [&str; 3] = [".table-tick input", "th a[id]", ".row-desk"];

/// The focus within a row, by the product of the row: rows are written anew, and the focus must not be on another product
/// then.
pub struct Held {
    pub dossier: String,
    part: &'static str,
}

impl Held {
    /// What has the focus among these rows.
    pub fn of(body: &NodeRef) -> Option<Held> {
        let body = body.cast::<Element>()?;
        let focused = body.owner_document()?.active_element().filter(|focused| body.contains(Some(focused)))?;
        let dossier = focused.closest("tr").ok()??.get_attribute("data-dossier")?;
        let part = PARTS.into_iter().find(|part| focused.matches(part).unwrap_or(false))?;
        Some(Held { dossier, part })
    }

    /// Keeps the focus where it was, or gives it back; whether its row is there.
    pub fn keep(&self, body: &NodeRef) -> bool {
        if Held::of(body).is_some_and(|now| now.dossier == self.dossier && now.part == self.part) {
            return true;
        }
        let row = || {
            let body = body.cast::<Element>()?;
            let mut row = body.first_element_child();
            while let Some(this) = row {
                let is_its = !this.has_attribute("hidden")
                    && this.get_attribute("data-dossier").as_deref() == Some(&self.dossier);
                if is_its {
                    return this.query_selector(self.part).ok()?.and_then(|part| part.dyn_into::<HtmlElement>().ok());
                }
                row = this.next_element_sibling();
            }
            None
        };
        row().is_some_and(|part| part.focus().is_ok())
    }
}

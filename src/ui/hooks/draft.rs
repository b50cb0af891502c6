use yew::prelude::*;

use crate::adapters::storage;

/// A text in progress, kept as it is typed until it is done with: a page that is closed or ended shows it
/// again the next time.
#[derive(Clone, PartialEq)]
pub struct Draft {
    name: String,
    text: UseStateHandle<Option<String>>,
}

impl Draft {
    /// What is in progress, if anything is.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    pub fn type_in(&self, text: String) {
        storage::set_setting(&self.name, &text);
        self.text.set(Some(text));
    }

    /// The text counts now, and stands elsewhere.
    pub fn done(&self) {
        storage::forget_setting(&self.name);
        self.text.set(None);
    }
}

/// The text in progress of a field, under a name that no other field has.
#[hook]
pub fn use_draft(field: &str) -> Draft {
    let name = format!("draft/{field}");
    let text = use_state_eq(|| storage::setting(&name));
    Draft { name, text }
}

use std::cell::RefCell;
use std::collections::BTreeMap;

use yew::prelude::*;

use crate::adapters::storage;

/// By then a change is kept, in milliseconds.
const KEPT_AFTER: u32 = 1500;

thread_local! {
    /// Texts that found no room, for as long as the page is open: another of its pages shows them again too.
    static UNKEPT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

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
        let is_kept = storage::set_setting(&self.name, &text);
        UNKEPT.with_borrow_mut(|unkept| match is_kept {
            true => unkept.remove(&self.name),
            false => unkept.insert(self.name.clone(), text.clone()),
        });
        self.text.set(Some(text));
    }

    /// The text counts now; it is given up once what it counts for is kept. A page may be ending: Firefox tells of the
    /// field that is left only then, when nothing is kept any more.
    pub fn done_when_kept(&self, text: String) {
        let draft = self.clone();
        gloo::timers::callback::Timeout::new(KEPT_AFTER, move || {
            // Unless something else is being typed by now.
            if known(&draft.name).is_none_or(|now| now == text) {
                draft.done();
            }
        })
        .forget();
    }

    /// The text does not count and gives way to what does. A page may be ending: then it is there the next time, to be put
    /// right.
    pub fn give_way(&self, text: String) {
        self.text.set(None);
        let name = self.name.clone();
        gloo::timers::callback::Timeout::new(KEPT_AFTER, move || {
            if known(&name).is_some_and(|now| now == text) {
                forget(&name);
            }
        })
        .forget();
    }

    /// The text counts now, and stands elsewhere.
    pub fn done(&self) {
        forget(&self.name);
        self.text.set(None);
    }
}

fn forget(name: &str) {
    storage::forget_setting(name);
    UNKEPT.with_borrow_mut(|unkept| unkept.remove(name));
}

/// What is in progress under a name.
fn known(name: &str) -> Option<String> {
    UNKEPT.with_borrow(|unkept| unkept.get(name).cloned()).or_else(|| storage::setting(name))
}

/// What is in progress in a field, whether it is on the page or not.
pub fn drafted(field: &str) -> Option<String> {
    known(&named(field))
}

/// The same, which counts now.
pub fn take_draft(field: &str) -> Option<String> {
    let name = named(field);
    let text = known(&name);
    forget(&name);
    text
}

fn named(field: &str) -> String {
    format!("draft/{field}")
}

/// The text in progress of a field, under a name that no other field has.
#[hook]
pub fn use_draft(field: &str) -> Draft {
    let name = named(field);
    let text = use_state_eq(|| known(&name));
    Draft { name, text }
}

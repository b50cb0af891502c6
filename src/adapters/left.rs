//! Where a reader left a page: how far down, what was unfolded, what had the focus. Kept for this tab, by the number
//! that each step of its history gets.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Storage};

const LEFT: &str = "ocop/left";
const FOLDS: &str = "main summary, main button[id][aria-expanded]";
/// What leads away from a page. A field is left alone: a keyboard would come up.
const WAYS: &str = "main a[href], main button, main summary";

/// By what something is found again on a page that was drawn anew: see [`named`].
type Key = u32;

thread_local! {
    /// What was pressed last: Safari gives a link or a button that is pressed no focus.
    static PRESSED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

#[derive(Default)]
pub struct Left {
    down: f64,
    focused: Option<Key>,
    /// Open or shut.
    folds: BTreeMap<Key, bool>,
}

/// The number of the step of the history that is shown, if it has one.
pub fn step() -> Option<u32> {
    let number = window().history().ok()?.state().ok()?.as_f64()?;
    format!("{number}").parse().ok()
}

/// Gives the step that is shown a number that no other one has.
pub fn number_step() -> Option<u32> {
    let store = store()?;
    let next = store.get_item(LEFT).ok().flatten().and_then(|last| last.parse().ok()).map_or(1, |last: u32| last + 1);
    store.set_item(LEFT, &next.to_string()).ok()?;
    window().history().ok()?.replace_state(&JsValue::from(next), "").ok()?;
    Some(next)
}

/// Whether the browser itself goes back to where a page was left: as long as it has the page as it was.
pub fn leave_to_browser(is: bool) {
    if let Ok(history) = window().history() {
        let _ = Reflect::set(&history, &"scrollRestoration".into(), &if is { "auto" } else { "manual" }.into());
    }
}

/// Hears that the page is put away, and that it is shown.
pub fn on_put_away(heard: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    [("pagehide", true), ("pageshow", false)].map(|(event, is)| {
        let heard = heard.clone();
        EventListener::new(&window(), event, move |_| heard(is))
    })
}

/// Hears what is pressed, by finger or key.
pub fn on_press() -> EventListener {
    let first = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "click", first, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        PRESSED.set(target.and_then(|target| target.closest(WAYS).ok().flatten()));
    })
}

impl Left {
    /// As the page is now.
    pub fn now() -> Left {
        let pressed = PRESSED.take().filter(|pressed| pressed.is_connected());
        let active =
            pressed.or_else(|| document().active_element()).filter(|active| active.matches(WAYS).unwrap_or_default());
        let focused = active.and_then(|active| {
            named(WAYS).into_iter().find(|(_, one)| one.is_same_node(Some(&active))).map(|(key, _)| key)
        });
        let folds = named(FOLDS).into_iter().map(|(key, fold)| (key, is_open(&fold))).collect();
        Left { down: window().scroll_y().unwrap_or_default(), focused, folds }
    }

    pub fn keep(&self, step: u32) {
        let focused = self.focused.map_or(String::from("-"), |key| key.to_string());
        let folds = self.folds.iter().map(|(key, open)| format!(" {key}{}", if *open { "+" } else { "-" }));
        let text = format!("{} {focused}{}", self.down, folds.collect::<String>());
        if let Some(store) = store() {
            // Where there is no room, the page begins at its top.
            let _ = store.set_item(&format!("{LEFT}/{step}"), &text);
        }
    }

    pub fn at(step: u32) -> Option<Left> {
        let text = store()?.get_item(&format!("{LEFT}/{step}")).ok().flatten()?;
        let mut words = text.split(' ');
        let (down, focused) = (words.next()?.parse().ok()?, words.next()?.parse().ok());
        let fold = |word: &str| {
            let key = word.trim_end_matches(['+', '-']);
            Some((key.parse().ok()?, word.ends_with('+')))
        };
        Some(Left { down, focused, folds: words.filter_map(fold).collect() })
    }

    /// What this button had opened is not opened again; the button takes the focus.
    pub fn shut(&mut self, id: &str) {
        let key = key_of(id);
        self.folds.insert(key, false);
        self.focused = Some(key);
    }

    /// Opens and shuts what was so, each but once: what the page makes of it then is the page's to say.
    pub fn unfold(&self, tried: &mut BTreeSet<u32>) {
        for (key, fold) in named(FOLDS) {
            if self.folds.get(&key).is_some_and(|open| *open != is_open(&fold)) && tried.insert(key) {
                fold.click();
            }
        }
    }

    /// Goes down as far, if the page is that long yet; whether it is.
    pub fn scroll(&self) -> bool {
        window().scroll_to_with_x_and_y(0.0, self.down);
        (window().scroll_y().unwrap_or_default() - self.down).abs() < 2.0
    }

    /// Whether something led away.
    pub fn has_way(&self) -> bool {
        self.focused.is_some()
    }

    /// The focus goes to what led away; whether that is there.
    pub fn focus(&self) -> bool {
        let way = named(WAYS).into_iter().find(|(key, _)| Some(*key) == self.focused);
        way.map(|(_, way)| take_focus(&way)).is_some()
    }
}

/// The focus goes to the page's heading.
pub fn focus_heading() {
    let heading = document().get_element_by_id("page-title").and_then(|heading| heading.dyn_into().ok());
    if let Some(heading) = heading {
        take_focus(&heading);
    }
}

/// Nothing moves for it.
fn take_focus(target: &HtmlElement) {
    let still = js_sys::Object::new();
    let _ = Reflect::set(&still, &"preventScroll".into(), &true.into());
    let focus = Reflect::get(target, &"focus".into()).ok().and_then(|focus| focus.dyn_into().ok());
    let _ = focus.map(|focus: js_sys::Function| focus.call1(target, &still));
}

fn is_open(fold: &Element) -> bool {
    match fold.get_attribute("aria-expanded") {
        Some(expanded) => expanded == "true",
        None => fold.parent_element().is_some_and(|whole| whole.has_attribute("open")),
    }
}

/// What is on the page, each with a number made of what it is called, and of which one it is of those called the same.
fn named(selector: &str) -> Vec<(Key, HtmlElement)> {
    let Ok(all) = document().query_selector_all(selector) else { return Vec::new() };
    let mut seen = BTreeMap::new();
    let all = (0..all.length()).filter_map(|place| all.get(place)?.dyn_into::<HtmlElement>().ok());
    all.map(|one| {
        let name = ["id", "href", "aria-label"].iter().find_map(|name| one.get_attribute(name));
        let name = name.or_else(|| one.text_content()).unwrap_or_default();
        let sum = key_of(&name);
        let nth = seen.entry(sum).and_modify(|nth| *nth += 1).or_insert(0_u32);
        (sum.wrapping_add(*nth), one)
    })
    .collect()
}

/// FNV-1a; `Hasher` of the standard library would bring one of its own.
fn key_of(name: &str) -> Key {
    name.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

pub(super) fn store() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

//! The document around the app: language, title, theme, focus, printing.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, window};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, HtmlElement, MediaQueryList};

/// Tells browsers and screen readers the language of the page.
pub fn set_language(tag: &str) {
    let _ = document_element().set_attribute("lang", tag);
}

pub fn set_title(title: &str) {
    document().set_title(title);
}

/// `light`, `dark`, or nothing: as the device has it.
pub fn set_theme(theme: Option<&str>) {
    let _ = match theme {
        Some(theme) => document_element().set_attribute("data-theme", theme),
        None => document_element().remove_attribute("data-theme"),
    };
}

/// Leaves what a panic said to the loader (`web/broken.js`), which shows it once the program has stopped.
pub fn tell_panic(said: &str) {
    let _ = Reflect::set(&window(), &"ocopPanic".into(), &said.into());
}

/// Moves the focus to an element of this id, so that keyboards and screen readers start there; whether
/// it took it. What is not drawn yet, or hidden, does not.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(element) = element else { return false };
    let _ = element.focus();
    document().active_element().is_some_and(|active| active == *element)
}

/// What has the focus, if anything on the page has.
pub fn focused() -> Option<Element> {
    document().active_element().filter(|active| !active.matches("html, body").unwrap_or_default())
}

/// The field that is being typed into, if one is.
pub fn focused_field() -> Option<Element> {
    focused().filter(|active| {
        active.matches("textarea, input:not([type=radio], [type=checkbox], [type=file])").unwrap_or_default()
    })
}

pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Brings the element of this id into sight.
pub fn scroll_into_sight(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Hears that something is about to be printed, and that it was.
pub fn on_printing(heard: impl Fn(bool) + 'static) -> [EventListener; 2] {
    let heard = Rc::new(heard);
    [("beforeprint", true), ("afterprint", false)].map(|(event, begins)| {
        let heard = heard.clone();
        EventListener::new(&window(), event, move |_| heard(begins))
    })
}

/// Opens the browser's print dialog. `false` where there is none (in-app browsers).
pub fn print() -> bool {
    window().print().is_ok()
}

/// A sheet of style beside those of the page's files, for as long as this value lives. A browser that
/// takes none goes without.
pub struct Sheet(Option<CssStyleSheet>);

impl Sheet {
    pub fn add(css: &str) -> Sheet {
        let made = || {
            let sheet = CssStyleSheet::new().ok()?;
            sheet.replace_sync(css).ok()?;
            let sheets = adopted()?;
            sheets.push(&sheet);
            document().set_adopted_style_sheets(&sheets);
            Some(sheet)
        };
        Sheet(made())
    }
}

impl Sheet {
    /// Whether the browser took this word of the first rule; some know no boxes in the margins of a page.
    pub fn took(&self, word: &str) -> bool {
        let Some(sheet) = &self.0 else { return false };
        let rule = Reflect::get(sheet, &"cssRules".into()).and_then(|rules| Reflect::get_u32(&rules, 0));
        let text = rule.and_then(|rule| Reflect::get(&rule, &"cssText".into()));
        text.ok().and_then(|text| text.as_string()).is_some_and(|text| text.contains(word))
    }
}

impl Drop for Sheet {
    fn drop(&mut self) {
        let Some(ours) = &self.0 else { return };
        let Some(sheets) = adopted() else { return };
        let ours: &JsValue = ours;
        document().set_adopted_style_sheets(&sheets.filter(&mut |sheet, _, _| sheet != *ours));
    }
}

/// A list of the sheets that no file holds; `None` where the browser knows none.
fn adopted() -> Option<Array> {
    let sheets = Reflect::get(&document(), &"adoptedStyleSheets".into()).ok()?;
    sheets.is_object().then(|| Array::from(&sheets))
}

/// Hears when the page is about to be put away or goes out of sight: each may be the last moment to
/// save, for a phone ends hidden pages without a word.
pub fn on_leave(heard: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let hidden = heard.clone();
    [
        EventListener::new(&window(), "pagehide", move |_| heard()),
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().hidden() {
                hidden();
            }
        }),
    ]
}

/// Lets the browser ask before the page is left, for as long as this lives. Browsers put a page with such a listener
/// away less readily, so it lives only while something is not kept.
pub fn ask_before_leaving() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event| {
        event.prevent_default();
        // Older browsers ask for this.
        let _ = Reflect::set(event, &"returnValue".into(), &true.into());
    })
}

/// Hears when the page is looked at again, after which another tab may have changed what is kept.
pub fn on_return(heard: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let shown = heard.clone();
    [
        EventListener::new(&window(), "pageshow", move |_| heard()),
        EventListener::new(&document(), "visibilitychange", move |_| {
            if !document().hidden() {
                shown();
            }
        }),
    ]
}

/// Hears that the reader does something: presses, types, scrolls.
#[cfg(feature = "pages")]
pub fn on_act(heard: impl Fn() + Clone + 'static) -> [EventListener; 3] {
    ["pointerdown", "keydown", "wheel"].map(|event| {
        let heard = heard.clone();
        EventListener::new_with_options(&window(), event, EventListenerOptions::run_in_capture_phase(), move |_| {
            heard()
        })
    })
}

/// Hears when the network returns.
pub fn on_online(heard: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "online", move |_| heard())
}

/// Hears the next return of the network.
#[cfg(feature = "pages")]
pub fn once_online(heard: impl FnOnce() + 'static) {
    EventListener::once(&window(), "online", move |_| heard()).forget();
}

/// Whether this is Safari, or on an iPhone or iPad any browser: they all run on its engine.
pub fn is_safari() -> bool {
    let agent = window().navigator().user_agent().unwrap_or_default();
    ["iPhone", "iPad", "iPod"].iter().any(|sign| agent.contains(sign))
        || agent.contains("Safari/") && agent.contains("Version/") && agent.contains("Macintosh")
}

/// Whether the page was put on the home screen and runs from there.
pub fn is_installed() -> bool {
    let query = window().match_media("(display-mode: standalone)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

pub fn reload() {
    let _ = window().location().reload();
}

/// Whether there is room beside the text, as `.wide-only` in `styles/layout.css` has it.
pub fn is_wide() -> bool {
    wide().is_none_or(|query| query.matches())
}

/// Hears when that changes.
pub fn on_wide(heard: impl Fn(bool) + 'static) -> Option<EventListener> {
    wide().map(|query| EventListener::new(&query.clone(), "change", move |_| heard(query.matches())))
}

fn wide() -> Option<MediaQueryList> {
    window().match_media("(min-width: 1000px)").ok().flatten()
}

/// Whether this runs inside the browser of another app (Zalo, Facebook…), where downloads and
/// printing often do nothing.
pub fn in_app_browser() -> bool {
    let agent = window().navigator().user_agent().unwrap_or_default();
    ["Zalo", "FBAN", "FBAV", "FB_IAB", "Instagram", "Line/", "TikTok", "; wv)"].iter().any(|sign| agent.contains(sign))
}

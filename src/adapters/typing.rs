//! What is typed, pasted or dropped into any field, before anything else hears of it.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlInputElement, HtmlTextAreaElement, InputEvent, InputEventInit};

/// Each text goes through `taken` before it is in its field: a browser may take minutes to lay out what it has once. Nothing changes where that gives nothing. What comes without a word before is looked
/// at when it is there.
pub fn on_typing(taken: impl Fn(&str) -> Option<String> + Clone + 'static) -> [EventListener; 2] {
    let listen = |kind: &'static str, heard: Box<dyn Fn(&Event)>| {
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
        EventListener::new_with_options(&document(), kind, options, move |event| heard(event))
    };
    let later = taken.clone();
    let before = move |event: &Event| {
        let given = event.dyn_ref::<InputEvent>().and_then(InputEvent::data);
        let field = event.target().and_then(|target| Field::of(&target));
        if let Some((text, field)) = given.and_then(|given| taken(&given)).zip(field)
            && field.insert(&text).is_some()
        {
            event.prevent_default();
        }
    };
    let after = move |event: &Event| {
        let field = event.target().and_then(|target| Field::of(&target));
        if let Some((field, text)) = field.and_then(|field| later(&field.value()).map(|text| (field, text))) {
            field.set_value(&text);
        }
    };
    [listen("beforeinput", Box::new(before)), listen("input", Box::new(after))]
}

/// A field that takes text.
enum Field {
    Line(HtmlInputElement),
    Lines(HtmlTextAreaElement),
}

impl Field {
    fn of(target: &EventTarget) -> Option<Field> {
        // What a chosen file is called is for no page to change: browsers throw where one tries.
        let is_typed_into = |field: &HtmlInputElement| field.type_() != "file";
        let line = target.dyn_ref().cloned().filter(is_typed_into).map(Field::Line);
        line.or_else(|| target.dyn_ref().cloned().map(Field::Lines))
    }

    fn value(&self) -> String {
        match self {
            Field::Line(field) => field.value(),
            Field::Lines(field) => field.value(),
        }
    }

    fn set_value(&self, text: &str) {
        match self {
            Field::Line(field) => field.set_value(&one_line(text)),
            Field::Lines(field) => field.set_value(text),
        }
    }

    /// Puts a text in the place of what is selected, as far as there is room for it.
    fn insert(&self, text: &str) -> Option<()> {
        let (start, end, most) = match self {
            Field::Line(field) => (field.selection_start(), field.selection_end(), field.max_length()),
            Field::Lines(field) => (field.selection_start(), field.selection_end(), field.max_length()),
        };
        let (start, end) = (start.ok()??, end.ok()??);
        let held = self.value().encode_utf16().count() as u32 - (end - start);
        let room = u32::try_from(most).map_or(u32::MAX, |most| most.saturating_sub(held));
        let mut used = 0;
        let fits = |c: &char| {
            used += c.len_utf16() as u32;
            used <= room
        };
        let text: String = text.chars().take_while(fits).collect();
        let behind = start + text.encode_utf16().count() as u32;
        let told = InputEventInit::new();
        told.set_bubbles(true);
        let told = InputEvent::new_with_event_init_dict("input", &told).ok()?;
        match self {
            Field::Line(field) => {
                field.set_range_text_with_start_and_end(&one_line(&text), start, end).ok()?;
                let _ = field.set_selection_range(behind, behind);
                field.dispatch_event(&told).ok()?;
            }
            Field::Lines(field) => {
                field.set_range_text_with_start_and_end(&text, start, end).ok()?;
                let _ = field.set_selection_range(behind, behind);
                field.dispatch_event(&told).ok()?;
            }
        }
        Some(())
    }
}

/// Where a field has one line alone, its end would join two words.
fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

use std::path::Path;

use serde_json::{Value, json};

use super::driver::Fault;
use super::{Browser, Key};

/// What a person does on the page.
impl Browser {
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.act(role, name, "click", |handle| handle.click());
    }

    /// Clicks it where the page stands; how far from the upper edge of the screen it was.
    #[track_caller]
    pub fn press_in_sight(&self, role: &str, name: &str) -> f64 {
        self.act(role, name, "press", |handle| {
            let pressed = "const [one] = arguments;
                one.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { top } = one.getBoundingClientRect();
                one.focus();
                one.click();
                return top;";
            handle.run(pressed)
        })
        .as_f64()
        .unwrap_or_default()
    }

    /// Presses a place that is so many pixels to the right of an element's middle, as a pointer does: the page is not
    /// scrolled for it.
    #[track_caller]
    pub fn tap_beside(&self, role: &str, name: &str, right: i64) {
        self.act(role, name, "tap beside", |handle| {
            let there = json!({"type": "pointerMove", "duration": 0, "origin": handle.reference(), "x": right, "y": 0});
            self.point(json!([there, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]))
        });
    }

    /// Presses an element with a pointer and does not let go.
    #[track_caller]
    pub fn hold_down(&self, role: &str, name: &str) {
        self.act(role, name, "hold down", |handle| {
            let there = json!({"type": "pointerMove", "duration": 0, "origin": handle.reference(), "x": 0, "y": 0});
            self.point(json!([there, {"type": "pointerDown", "button": 0}]))
        });
    }

    /// Lets go of what is pressed.
    #[track_caller]
    pub fn let_go(&self) {
        self.must("let go", self.point(json!([{"type": "pointerUp", "button": 0}])));
    }

    fn point(&self, actions: Value) -> Result<Value, Fault> {
        let pointer =
            json!({"type": "pointer", "id": "finger", "parameters": {"pointerType": "mouse"}, "actions": actions});
        self.driver.post("/actions", json!({"actions": [pointer]}))
    }

    /// Types into a field, after what stands in it.
    #[track_caller]
    pub fn type_into(&self, role: &str, name: &str, text: &str) {
        self.act(role, name, "type into", |handle| handle.type_text(text));
    }

    /// Replaces what stands in a field.
    #[track_caller]
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        self.act(role, name, "fill", |handle| {
            // Typed over what is selected, as a person does: WebDriver's own "clear" makes the page hear of an
            // empty field first, and draw it while the new text is typed.
            match text {
                "" => handle.post("clear", json!({})),
                _ => {
                    handle.enter()?;
                    handle.type_text(text)?;
                    handle.look_for_lost_keys(text)
                }
            }
        });
    }

    /// Chooses an option of a list by its words.
    #[track_caller]
    pub fn choose(&self, list: &str, option: &str) {
        self.act("combobox", list, "choose from", |handle| {
            let chosen = self.try_run(
                "const option = [...arguments[0].options].find((o) => o.text.trim() === arguments[1]);
                 if (!option) throw new Error('no such option');
                 arguments[0].value = option.value;
                 for (const kind of ['input', 'change']) arguments[0].dispatchEvent(new Event(kind, { bubbles: true }));",
                json!([handle.reference(), option]),
            );
            chosen.map(drop)
        });
    }

    /// Gives a file to a file field.
    #[track_caller]
    pub fn upload(&self, field: &str, file: &Path) {
        let path = file.display().to_string();
        self.act("file", field, "give a file to", |handle| handle.type_text(&path));
    }

    /// Presses a key where the focus is.
    pub fn press(&self, key: Key) {
        let chord = key.chord();
        let step = |kind: &str, key: &char| json!({"type": kind, "value": key});
        let mut steps: Vec<Value> = chord.iter().map(|key| step("keyDown", key)).collect();
        steps.extend(chord.iter().rev().map(|key| step("keyUp", key)));
        let actions = json!({"actions": [{"type": "key", "id": "keys", "actions": steps}]});
        self.must("press a key", self.driver.post("/actions", actions));
    }

    /// Types where the focus is.
    pub fn type_text(&self, text: &str) {
        let steps: Vec<Value> =
            text.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key}))).collect();
        let actions = json!({"actions": [{"type": "key", "id": "keys", "actions": steps}]});
        self.must("type", self.driver.post("/actions", actions));
    }

    /// What the focus is on: tag and accessible name, for a look at the way of the Tab key. On nothing: the page itself,
    /// which has every word in it, has no name.
    pub fn focused(&self) -> String {
        let focused = self.eval(
            "(() => { const e = document.activeElement; if (!e || e === document.body) return 'body'; const name = e.labels?.[0]?.innerText || \
             e.getAttribute('aria-label') || e.innerText || ''; \
             return `${e.localName} ${name}`.replace(/\\s+/g, ' ').trim(); })()",
        );
        focused.as_str().unwrap_or_default().to_owned()
    }
}

use std::time::Duration;

use serde_json::{Value, json};

use super::driver::Fault;
use super::{Browser, Engine, poll};

/// The name under which WebDriver writes a reference to an element.
pub(super) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page, by role and name: what it is now, also where the page drew it anew.
pub struct Element<'a> {
    pub(super) browser: &'a Browser,
    pub(super) role: String,
    pub(super) name: String,
}

impl Element<'_> {
    /// What is written in it.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.read("return arguments[0].innerText.normalize('NFC').replace(/\\s+/g, ' ').trim()");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The value of a field.
    #[track_caller]
    pub fn value(&self) -> String {
        self.read("return arguments[0].value").as_str().unwrap_or_default().to_owned()
    }

    /// Whether a radio button or a box is chosen.
    #[track_caller]
    pub fn is_checked(&self) -> bool {
        self.read("return arguments[0].checked").as_bool().unwrap_or_default()
    }

    #[track_caller]
    pub fn is_focused(&self) -> bool {
        self.read("return arguments[0] === document.activeElement").as_bool().unwrap_or_default()
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let read = |handle: &Handle| handle.get(&format!("attribute/{name}"));
        self.browser.act(&self.role, &self.name, "read an attribute of", read).as_str().map(str::to_owned)
    }

    #[track_caller]
    pub(super) fn read(&self, script: &str) -> Value {
        self.browser.act(&self.role, &self.name, "read", |handle| handle.run(script))
    }
}

/// WebDriver's reference to an element, good until the page draws it anew.
pub(super) struct Handle<'a> {
    pub(super) browser: &'a Browser,
    pub(super) id: String,
}

impl Handle<'_> {
    pub(super) fn reference(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    pub(super) fn run(&self, script: &str) -> Result<Value, Fault> {
        self.browser.try_run(script, json!([self.reference()]))
    }

    pub(super) fn get(&self, what: &str) -> Result<Value, Fault> {
        self.browser.driver.get(&format!("/element/{}/{what}", self.id))
    }

    pub(super) fn post(&self, what: &str, body: Value) -> Result<(), Fault> {
        self.browser.driver.post(&format!("/element/{}/{what}", self.id), body).map(drop)
    }

    /// Clicks it, or its label where the field itself is too small to be hit, as people do. They also
    /// scroll it out from under the bars at the edges first, and hit what stands still, which drivers do not.
    pub(super) fn click(&self) -> Result<(), Fault> {
        let target = self.run(
            "const [e] = arguments; const box = e.getBoundingClientRect();
             const target = box.width < 8 && e.labels?.length ? e.labels[0] : e;
             // Out from under the bars that stay in sight.
             target.scrollIntoView({ block: 'center', behavior: 'instant' });
             const frame = () => new Promise((drawn) => { requestAnimationFrame(drawn); setTimeout(drawn, 100); });
             const place = () => { const { x, y } = target.getBoundingClientRect(); return `${x} ${y}`; };
             return (async () => {
               for (let was, now = place(), n = 0; was !== now && target.isConnected && n < 8; now = place(), n++) { was = now; await frame(); }
               if (!target.isConnected) throw new Error('it went');
               return target;
             })();",
        )?;
        let id = target[ELEMENT].as_str().unwrap_or(&self.id).to_owned();
        let target = Handle { browser: self.browser, id };
        if self.browser.engine != Engine::WebKit {
            return target.post("click", json!({}));
        }
        let hear = "const [e] = arguments; e.unheard = true;
             addEventListener('click', ({ target }) => { if (e.contains(target)) e.unheard = false; }, { once: true, capture: true });";
        target.run(hear)?;
        target.post("click", json!({}))?;
        target.look_for_lost_press()
    }

    /// WebKit's driver says that it has pressed where the page heard of no press, now and then, on a busy machine: pressed
    /// again, as who saw nothing happen would. What went with the press (a link was followed) was heard.
    fn look_for_lost_press(&self) -> Result<(), Fault> {
        let heard =
            || self.run("return arguments[0].isConnected && arguments[0].unheard").ok() != Some(Value::Bool(true));
        if poll(Duration::from_secs(2), || heard().then_some(())).is_some() {
            return Ok(());
        }
        eprintln!("{:?} lost a press", self.browser.engine);
        Err(Fault { error: "element not interactable".into(), message: "the page heard of no press".into() })
    }

    /// Takes the focus into a field, with all that stands in it, and sees it stay there, as who types does.
    pub(super) fn enter(&self) -> Result<(), Fault> {
        let entered = "const [field] = arguments; field.focus(); field.select();
             return (async () => {
               for (let n = 0; n < 2; n++) await new Promise((drawn) => { requestAnimationFrame(drawn); setTimeout(drawn, 100); });
               if (document.activeElement !== field) throw new Error('the focus went elsewhere');
             })();";
        self.run(entered).map(drop)
    }

    /// WebKit's driver loses the keys after a letter that no keyboard has, now and then, on a busy machine: a text whose
    /// beginning alone came is typed again. Whatever else stands in the field is the page's doing, and the test's to see.
    pub(super) fn look_for_lost_keys(&self, text: &str) -> Result<(), Fault> {
        if self.browser.engine != Engine::WebKit {
            return Ok(());
        }
        let came =
            self.run("const [{ value, maxLength }] = arguments; return value.length === maxLength ? null : value")?;
        match came.as_str() {
            Some(came) if came != text && text.starts_with(came) => {
                eprintln!("{:?} lost keys: “{came}” of “{text}”", self.browser.engine);
                Err(Fault {
                    error: "element not interactable".into(), message: format!("“{came}” of “{text}” came")
                })
            }
            _ => Ok(()),
        }
    }

    pub(super) fn type_text(&self, text: &str) -> Result<(), Fault> {
        self.post("value", json!({ "text": text }))
    }
}

use std::cell::Cell;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use super::driver::{Driver, Engine, Fault};
use super::{Key, PATIENCE, poll};

/// The name under which WebDriver writes a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A screen the page is looked at on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Phone,
    Desktop,
    /// Width and height in CSS pixels.
    Other(u32, u32),
}

impl Size {
    pub fn pixels(self) -> (u32, u32) {
        match self {
            Size::Phone => (360, 740),
            Size::Desktop => (1280, 800),
            Size::Other(width, height) => (width, height),
        }
    }
}

/// One browser with an empty profile: what a person does in it and sees. Every step waits until it
/// is possible; when it never is, the test fails and says what is there instead.
pub struct Browser {
    pub engine: Engine,
    driver: Driver,
    downloads: tempfile::TempDir,
    /// How many downloads were taken so far.
    taken: Cell<usize>,
}

impl Browser {
    /// A new browser of the chosen engine.
    pub fn start(size: Size) -> Browser {
        let downloads = tempfile::tempdir().expect("a folder for downloads");
        let engine = Engine::chosen();
        let driver = Driver::start(engine, downloads.path());
        let browser = Browser { engine, driver, downloads, taken: Cell::new(0) };
        browser.resize(size);
        browser
    }

    /// A new browser with the page open.
    pub fn open(url: &str, size: Size) -> Browser {
        let browser = Browser::start(size);
        browser.goto(url);
        browser
    }

    // Going places

    /// Loads an address; returns when the page has loaded.
    pub fn goto(&self, url: &str) {
        self.must("open the page", self.driver.post("/url", json!({ "url": url })));
    }

    /// Goes to another fragment of the same page, as a link would.
    pub fn follow(&self, fragment: &str) {
        self.run("location.hash = arguments[0]", json!([fragment]));
    }

    /// Loads the page again, as a reader does. (WebDriver's own command goes past the service worker
    /// in Firefox.)
    #[track_caller]
    pub fn reload(&self) {
        self.run("window.isBeforeReload = true; setTimeout(() => location.reload())", json!([]));
        self.wait("the page to load again", || {
            let again = self.try_run("return !window.isBeforeReload && document.readyState === 'complete'", json!([]));
            again.ok()?.as_bool().filter(|again| *again)
        });
    }

    pub fn back(&self) {
        self.must("go back", self.driver.post("/back", json!({})));
    }

    pub fn url(&self) -> String {
        self.must("read the address", self.driver.get("/url")).as_str().unwrap_or_default().to_owned()
    }

    /// The size of what is seen. Firefox makes no window as narrow as a phone; it takes its least.
    pub fn resize(&self, size: Size) {
        let (width, height) = size.pixels();
        match self.engine {
            Engine::Chromium => {
                let mobile = width < 600;
                self.cdp(
                    "Emulation.setDeviceMetricsOverride",
                    json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}),
                );
            }
            Engine::Firefox => {
                let window = json!({"width": width, "height": height});
                self.must("resize", self.driver.post("/window/rect", window));
            }
        }
    }

    // Finding and reading

    /// Waits for the one element of this role and name. A name is matched whole, else as a part.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element<'_> {
        let found = poll(PATIENCE, || match self.located(role, Some(name)) {
            Ok(mut located) if located.found.len() == 1 => located.found.pop(),
            _ => None,
        });
        match found {
            Some(_) => Element { browser: self, role: role.to_owned(), name: name.to_owned() },
            None => self.give_up_finding(role, name),
        }
    }

    /// Whether such an element is in sight now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.located(role, Some(name)).is_ok_and(|located| !located.found.is_empty())
    }

    /// Waits until no such element is in sight.
    #[track_caller]
    pub fn wait_gone(&self, role: &str, name: &str) {
        self.wait(&format!("{role} “{name}” to go"), || (!self.has(role, name)).then_some(()));
    }

    /// The names of all elements of a role that are in sight now, in the page's order.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.located(role, None).map(|located| located.seen).unwrap_or_default()
    }

    /// Waits for the page whose first heading is this (whole, or a part of it).
    #[track_caller]
    pub fn wait_heading(&self, text: &str) {
        self.wait(&format!("the heading “{text}”"), || {
            let heading = self.eval("document.querySelector('h1')?.innerText ?? ''");
            heading.as_str().unwrap_or_default().contains(text).then_some(())
        });
    }

    /// Waits until the app has taken the place of the first paint.
    #[track_caller]
    pub fn wait_app(&self) {
        self.wait("the app", || {
            let is_there =
                self.eval("!document.querySelector('.first-paint') && document.querySelector('h1') !== null");
            is_there.as_bool().filter(|is| *is)
        });
    }

    /// Waits until the page shows a text anywhere.
    #[track_caller]
    pub fn wait_text(&self, text: &str) {
        self.wait(&format!("the text “{text}”"), || self.text().contains(text).then_some(()));
    }

    /// Everything that is written on the page now, with white space as one blank.
    pub fn text(&self) -> String {
        let text = self.eval("document.body.innerText.normalize('NFC').replace(/\\s+/g, ' ').trim()");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an answer; when there is none, fails with what was waited for and what is there.
    #[track_caller]
    pub fn wait<T>(&self, what: &str, ask: impl FnMut() -> Option<T>) -> T {
        match poll(PATIENCE, ask) {
            Some(answer) => answer,
            None => self.give_up(&format!("waited in vain for {what}")),
        }
    }

    // Doing

    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.act(role, name, "click", |handle| handle.click());
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
            handle.post("clear", json!({}))?;
            handle.type_text(text)
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

    /// What the focus is on: tag and accessible name, for a look at the way of the Tab key.
    pub fn focused(&self) -> String {
        let focused = self.eval(
            "(() => { const e = document.activeElement; const name = e.labels?.[0]?.innerText || \
             e.getAttribute('aria-label') || e.innerText || ''; \
             return `${e.localName} ${name}`.replace(/\\s+/g, ' ').trim(); })()",
        );
        focused.as_str().unwrap_or_default().to_owned()
    }

    // Files

    /// Waits for the next download to be complete: its path.
    #[track_caller]
    pub fn download(&self) -> PathBuf {
        self.wait("a download", || {
            let mut files: Vec<_> = std::fs::read_dir(self.downloads.path()).ok()?.flatten().collect();
            let unfinished =
                |name: &str| name.ends_with(".crdownload") || name.ends_with(".part") || name.starts_with('.');
            if files.iter().any(|file| unfinished(&file.file_name().to_string_lossy())) {
                return None;
            }
            files.sort_by_key(|file| file.metadata().and_then(|data| data.modified()).ok());
            let next = files.get(self.taken.get())?;
            // Firefox makes the file empty first.
            if next.metadata().ok()?.len() == 0 {
                return None;
            }
            self.taken.set(self.taken.get() + 1);
            Some(next.path())
        })
    }

    /// A picture of what is seen, as PNG.
    pub fn screenshot(&self, file: &Path) {
        let picture = self.must("take a picture", self.driver.get("/screenshot"));
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        let bytes = BASE64.decode(picture.as_str().unwrap_or_default()).expect("pictures come in base64");
        std::fs::write(file, bytes).expect("the picture is written");
    }

    /// A picture of the whole page, however long (Chromium alone).
    pub fn screenshot_whole(&self, file: &Path, size: Size) {
        let (width, height) = size.pixels();
        let length = self.eval("document.documentElement.scrollHeight").as_u64().unwrap_or(0);
        let length = u32::try_from(length.min(8000)).unwrap_or(height).max(height);
        self.resize(Size::Other(width, length));
        self.screenshot(file);
        self.resize(size);
    }

    // Around the page

    /// Light or dark, as the device would have it.
    pub fn set_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        self.emulate_media(json!([{"name": "prefers-color-scheme", "value": value}]), "");
    }

    /// Media features such as `prefers-reduced-motion`, and a media type such as `print`.
    pub fn emulate_media(&self, features: Value, media: &str) {
        self.cdp("Emulation.setEmulatedMedia", json!({"features": features, "media": media}));
    }

    /// A command of Chromium's own protocol.
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{command} is Chromium's alone");
        self.must(command, self.driver.post("/goog/cdp/execute", json!({"cmd": command, "params": parameters})))
    }

    /// Whether the browser is Chromium; says so where a test needs it and leaves off.
    pub fn is_chromium(&self) -> bool {
        let is = self.engine == Engine::Chromium;
        if !is {
            eprintln!("only part of this test runs in {:?}", self.engine);
        }
        is
    }

    /// The addresses that the page asked for since the last call (Chromium alone).
    pub fn requests(&self) -> Vec<String> {
        let events = self.log("performance").into_iter().filter_map(|entry| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let message = &event["message"];
            if message["method"] != "Network.requestWillBeSent" {
                return None;
            }
            Some(message["params"]["request"]["url"].as_str()?.to_owned())
        });
        events.collect()
    }

    /// What the console complained of since the last call: errors of scripts, blocked content
    /// (Chromium alone).
    pub fn complaints(&self) -> Vec<String> {
        let entries = self.log("browser").into_iter().filter(|entry| entry["level"] == "SEVERE");
        entries.filter_map(|entry| Some(entry["message"].as_str()?.to_owned())).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.must("read the log", self.driver.post("/se/log", json!({ "type": kind })));
        log.as_array().cloned().unwrap_or_default()
    }

    /// What axe-core finds on the page: rule, what is wrong, where.
    pub fn axe(&self) -> Vec<String> {
        let source = axe_source();
        let script = format!(
            "{source}; const done = arguments[arguments.length - 1]; axe.run(document, {{ resultTypes: ['violations'] }})\
             .then((r) => done(r.violations.flatMap((v) => v.nodes.map((n) => `${{v.id}}: ${{n.failureSummary}} — ${{n.html}}`))))\
             .catch((e) => done([String(e)]));"
        );
        let found = self.run_async(&script, json!([]));
        found.as_array().into_iter().flatten().filter_map(|line| Some(line.as_str()?.to_owned())).collect()
    }

    /// The value of an expression in the page.
    pub fn eval(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression})"), json!([]))
    }

    /// Runs a script in the page.
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        self.must(script, self.try_run(script, arguments))
    }

    /// Runs a script in the page that calls its last argument with the answer.
    pub fn run_async(&self, script: &str, arguments: Value) -> Value {
        self.must(script, self.driver.post("/execute/async", json!({"script": script, "args": arguments})))
    }

    fn try_run(&self, script: &str, arguments: Value) -> Result<Value, Fault> {
        self.driver.post("/execute/sync", json!({"script": script, "args": arguments}))
    }

    fn located(&self, role: &str, name: Option<&str>) -> Result<Located, Fault> {
        let answer = self.try_run(include_str!("locate.js"), json!([role, name]))?;
        let texts = |key: &str| {
            let texts = answer[key].as_array().into_iter().flatten();
            texts.filter_map(|text| Some(text.as_str()?.to_owned())).collect::<Vec<_>>()
        };
        let found = answer["found"].as_array().into_iter().flatten();
        Ok(Located {
            found: found.filter_map(|element| Some(element[ELEMENT].as_str()?.to_owned())).collect(),
            names: texts("names"),
            seen: texts("seen"),
        })
    }

    /// Finds and acts, again where the page moved in between.
    #[track_caller]
    fn act<T>(&self, role: &str, name: &str, what: &str, act: impl Fn(&Handle) -> Result<T, Fault>) -> T {
        let mut last = None;
        let done = poll(PATIENCE, || {
            let mut located = self.located(role, Some(name)).ok()?;
            let id = (located.found.len() == 1).then(|| located.found.pop())??;
            match act(&Handle { browser: self, id }) {
                Ok(answer) => Some(answer),
                Err(fault) if fault.is_passing() => {
                    last = Some(fault);
                    None
                }
                Err(fault) => self.give_up(&format!("could not {what} {role} “{name}”: {}", fault.message)),
            }
        });
        match (done, last) {
            (Some(answer), _) => answer,
            (None, Some(fault)) => self.give_up(&format!("could not {what} {role} “{name}”: {}", fault.message)),
            (None, None) => self.give_up_finding(role, name),
        }
    }

    #[track_caller]
    fn must(&self, what: &str, answer: Result<Value, Fault>) -> Value {
        answer.unwrap_or_else(|fault| panic!("could not {what}: {}: {}", fault.error, fault.message))
    }

    #[track_caller]
    fn give_up_finding(&self, role: &str, name: &str) -> ! {
        let why = match self.located(role, Some(name)) {
            Ok(located) if located.found.len() > 1 => {
                format!("{} elements are {role} “{name}”: {:?}", located.found.len(), located.names)
            }
            Ok(located) => format!("no {role} “{name}”; there are: {:?}", located.seen),
            Err(fault) => format!("no {role} “{name}”: {}", fault.message),
        };
        self.give_up(&why)
    }

    /// Fails the test with what is on the page, and a picture of it.
    #[track_caller]
    fn give_up(&self, why: &str) -> ! {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{:?}.png", self.engine));
        self.screenshot(&picture);
        let text: String = self.text().chars().take(1500).collect();
        panic!("{why}\n  at {}\n  picture: {}\n  the page says: {text}", self.url(), picture.display());
    }
}

struct Located {
    found: Vec<String>,
    names: Vec<String>,
    seen: Vec<String>,
}

/// An element of the page, by role and name: what it is now, also where the page drew it anew.
pub struct Element<'a> {
    browser: &'a Browser,
    role: String,
    name: String,
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

    /// The role and the name that the browser itself gives to assistive technology.
    #[track_caller]
    pub fn computed(&self) -> (String, String) {
        let read = |handle: &Handle| Ok((handle.get("computedrole")?, handle.get("computedlabel")?));
        let (role, name) = self.browser.act(&self.role, &self.name, "ask the browser about", read);
        let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
        (text(role), text(name))
    }

    #[track_caller]
    fn read(&self, script: &str) -> Value {
        self.browser.act(&self.role, &self.name, "read", |handle| handle.run(script))
    }
}

/// WebDriver's reference to an element, good until the page draws it anew.
struct Handle<'a> {
    browser: &'a Browser,
    id: String,
}

impl Handle<'_> {
    fn reference(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    fn run(&self, script: &str) -> Result<Value, Fault> {
        self.browser.try_run(script, json!([self.reference()]))
    }

    fn get(&self, what: &str) -> Result<Value, Fault> {
        self.browser.driver.get(&format!("/element/{}/{what}", self.id))
    }

    fn post(&self, what: &str, body: Value) -> Result<(), Fault> {
        self.browser.driver.post(&format!("/element/{}/{what}", self.id), body).map(drop)
    }

    /// Clicks it, or its label where the field itself is too small to be hit, as people do. What lies
    /// under a bar is brought out first; the driver scrolls only to what is out of sight.
    fn click(&self) -> Result<(), Fault> {
        let target = self.run(
            "const [e] = arguments; const box = e.getBoundingClientRect();
             const target = box.width < 8 && e.labels?.length ? e.labels[0] : e;
             const { x, y, width, height } = target.getBoundingClientRect();
             const top = document.elementFromPoint(x + width / 2, y + height / 2);
             if (!top || !(target.contains(top) || top.contains(target))) target.scrollIntoView({ block: 'center' });
             return target;",
        )?;
        let id = target[ELEMENT].as_str().unwrap_or(&self.id).to_owned();
        Handle { browser: self.browser, id }.post("click", json!({}))
    }

    fn type_text(&self, text: &str) -> Result<(), Fault> {
        self.post("value", json!({ "text": text }))
    }
}

/// The source of axe-core, as scripts/setup.sh has fetched it.
fn axe_source() -> String {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache");
    let file = cache.unwrap_or_else(home).join("ocop-tools/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; scripts/setup.sh browser fetches it", file.display()))
}

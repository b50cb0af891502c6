use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::driver::{Driver, Fault};
use super::{Ability, Engine, pool};

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

/// What a browser runs on, as it is from the start.
#[derive(Clone, Copy, Debug)]
pub struct Device<'a> {
    pub size: Size,
    /// Its owner likes it dark.
    pub dark: bool,
    /// Its owner wants nothing to move.
    pub still: bool,
    /// Where the browser keeps what outlives it; else the profile is empty and goes with it.
    pub profile: Option<&'a Path>,
    /// No test had the browser before: it has nothing to look after by itself, such as the workers of other sites.
    pub untouched: bool,
}

impl From<Size> for Device<'_> {
    fn from(size: Size) -> Self {
        Device { size, dark: false, still: false, profile: None, untouched: false }
    }
}

/// A tab of a browser.
pub struct Tab(Value);

/// One browser with an empty profile: what a person finds on the page (`finding`), does (`doing`) and
/// sees around it (`watching`). Every step waits until it is possible; when it never is, the test
/// fails and says what is there instead.
pub struct Browser {
    pub engine: Engine,
    pub(super) driver: Arc<Driver>,
    /// How many downloads were taken so far.
    pub(super) taken: Cell<usize>,
    /// What it was started as, where another test may have it next.
    again: Cell<Option<pool::Kind>>,
}

impl Browser {
    /// A new browser of the chosen engine.
    pub fn start<'a>(device: impl Into<Device<'a>>) -> Browser {
        let device = device.into();
        let engine = Engine::chosen();
        let again = pool::Kind::of(engine, &device);
        let (driver, is_new) = match again.filter(|_| !device.untouched).and_then(pool::take) {
            Some(driver) => (driver, false),
            None => (Arc::new(Driver::start(engine, &device)), true),
        };
        driver.claim();
        let browser = Browser { engine, driver, taken: Cell::new(0), again: Cell::new(again) };
        browser.resize(device.size);
        browser.watch(is_new);
        if engine != Engine::WebKit && (device.dark || device.still) {
            let value = |is: bool, yes: &'static str, no: &'static str| if is { yes } else { no };
            let dark = json!({"name": "prefers-color-scheme", "value": value(device.dark, "dark", "light")});
            let still =
                json!({"name": "prefers-reduced-motion", "value": value(device.still, "reduce", "no-preference")});
            browser.emulate_media(json!([dark, still]), "");
        }
        browser
    }

    /// A new browser with the page open.
    pub fn open<'a>(url: &str, device: impl Into<Device<'a>>) -> Browser {
        let browser = Browser::start(device);
        browser.goto(url);
        browser
    }

    /// Ends every process of the browser in this instant.
    pub fn kill(mut self) {
        self.again.set(None);
        Arc::get_mut(&mut self.driver).expect("a browser is one test's alone").kill();
    }

    // Going places

    /// Loads an address; returns when the page has loaded.
    pub fn goto(&self, url: &str) {
        // What a file keeps, every other file finds.
        if url.starts_with("file:") {
            self.again.set(None);
        }
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

    /// Opens an address in another tab, which is then the one that is used: what leads back to the one
    /// of now.
    pub fn open_tab(&self, url: &str) -> Tab {
        let now = self.must("name the tab", self.driver.get("/window"));
        let new = self.must("open a tab", self.driver.post("/window/new", json!({ "type": "tab" })));
        self.turn_to(&Tab(new["handle"].clone()));
        self.goto(url);
        Tab(now)
    }

    /// Goes on in another tab: what leads back to the one of now.
    pub fn turn_to(&self, tab: &Tab) -> Tab {
        let now = self.must("name the tab", self.driver.get("/window"));
        self.must("turn to a tab", self.driver.post("/window", json!({ "handle": tab.0 })));
        Tab(now)
    }

    pub fn back(&self) {
        // WebKit's driver goes past what a script of ours went to, as its button does where nobody has pressed anything.
        if self.engine == Engine::WebKit {
            self.run("history.back()", json!([]));
            return;
        }
        self.must("go back", self.driver.post("/back", json!({})));
    }

    pub fn url(&self) -> String {
        self.must("read the address", self.driver.get("/url")).as_str().unwrap_or_default().to_owned()
    }

    /// Whether the browser can do this; says why not, where a test leaves off for it.
    pub fn can(&self, ability: Ability) -> bool {
        self.engine.can(ability)
    }

    /// The size of what is seen.
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
            Engine::Firefox | Engine::WebKit => {
                let window = |height: u32| {
                    self.must("resize", self.driver.post("/window/rect", json!({"width": width, "height": height})));
                };
                window(height);
                // A bar of the browser's own takes some of it.
                let seen = self.eval("innerHeight").as_u64().and_then(|seen| u32::try_from(seen).ok());
                let bar = height.saturating_sub(seen.unwrap_or(height));
                if bar > 0 {
                    window(height + bar);
                }
            }
        }
    }

    // Scripts in the page

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

    pub(super) fn try_run(&self, script: &str, arguments: Value) -> Result<Value, Fault> {
        self.driver.post("/execute/sync", json!({"script": script, "args": arguments}))
    }

    /// One empty tab, and no other: nothing of what was open is left.
    fn clear(&self) -> Result<(), Fault> {
        let old = self.driver.get("/window/handles")?;
        let mut old = old.as_array().cloned().unwrap_or_default().into_iter();
        let turn_to = |handle: &Value| self.driver.post("/window", json!({ "handle": handle }));
        // WebKit's first tab is not like those that are opened later: it stays.
        let left = match self.engine {
            Engine::WebKit => old.next().unwrap_or_default(),
            Engine::Chromium | Engine::Firefox => {
                self.driver.post("/window/new", json!({ "type": "tab" }))?["handle"].take()
            }
        };
        for handle in old {
            turn_to(&handle)?;
            self.driver.delete("/window")?;
        }
        turn_to(&left)?;
        if self.engine == Engine::WebKit {
            self.driver.post("/url", json!({ "url": "about:blank" }))?;
        }
        for file in std::fs::read_dir(self.driver.downloads.path()).into_iter().flatten().flatten() {
            let _ = std::fs::remove_file(file.path()).or_else(|_| std::fs::remove_dir_all(file.path()));
        }
        self.forget();
        Ok(())
    }

    #[track_caller]
    pub(super) fn must(&self, what: &str, answer: Result<Value, Fault>) -> Value {
        answer.unwrap_or_else(|fault| panic!("could not {what}: {}: {}", fault.error, fault.message))
    }
}

impl Drop for Browser {
    /// Leaves the browser to the next test, unless something went wrong in it.
    fn drop(&mut self) {
        if let Some(kind) = self.again.get().filter(|_| !std::thread::panicking() && self.clear().is_ok()) {
            pool::give(kind, Arc::clone(&self.driver));
        }
    }
}

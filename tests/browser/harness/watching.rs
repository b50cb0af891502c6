use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use super::{Ability, Browser, Engine, Size};

/// What goes on around the page: files that come out, pictures, the network, the device.
impl Browser {
    /// Waits for the next download to be complete: its path.
    #[track_caller]
    pub fn download(&self) -> PathBuf {
        self.wait("a download", || self.downloaded())
    }

    /// The next file that was downloaded, if one is there whole. It is put aside: WebKit writes the next one of the same name
    /// over it.
    pub fn downloaded(&self) -> Option<PathBuf> {
        let folder = self.driver.downloads.path();
        let mut files: Vec<_> = std::fs::read_dir(folder).ok()?.flatten().collect();
        files.retain(|file| file.file_type().is_ok_and(|kind| kind.is_file()));
        let unfinished = |name: &str| name.ends_with(".crdownload") || name.ends_with(".part") || name.starts_with('.');
        if files.iter().any(|file| unfinished(&file.file_name().to_string_lossy())) {
            return None;
        }
        files.sort_by_key(|file| file.metadata().and_then(|data| data.modified()).ok());
        let next = files.first()?;
        // Firefox makes the file empty first; WebKit writes what the page made under its last name from the beginning.
        if next.metadata().ok()?.len() == 0 || (self.engine == Engine::WebKit && is_open(&next.path())) {
            return None;
        }
        self.taken.set(self.taken.get() + 1);
        let aside = folder.join(format!("taken-{}", self.taken.get()));
        let path = aside.join(next.file_name());
        std::fs::create_dir_all(&aside).and_then(|()| std::fs::rename(next.path(), &path)).expect("a file put aside");
        Some(path)
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

    /// The page as it is printed on A4: a PDF, in base64.
    pub fn print_to_pdf(&self) -> String {
        let paper = json!({"page": {"width": 21.0, "height": 29.7}});
        self.must("print", self.driver.post("/print", paper)).as_str().unwrap_or_default().to_owned()
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

    /// Light or dark, as the device would have it.
    pub fn set_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        self.emulate_media(json!([{"name": "prefers-color-scheme", "value": value}]), "");
    }

    /// Media features such as `prefers-reduced-motion`, and a media type such as `print`.
    pub fn emulate_media(&self, features: Value, media: &str) {
        assert!(self.can(Ability::Media), "{features} {media}");
        if self.engine == Engine::Chromium {
            self.cdp("Emulation.setEmulatedMedia", json!({"features": features, "media": media}));
            return;
        }
        let emulate = "const [features, media] = arguments;
            const tab = gBrowser.selectedBrowser.browsingContext;
            const value = (name) => features.find((one) => one.name === name)?.value ?? 'none';
            tab.mediumOverride = media;
            tab.prefersColorSchemeOverride = value('prefers-color-scheme');
            tab.prefersReducedMotionOverride = value('prefers-reduced-motion').replace('no-preference', 'none');
            tab.forcedColorsOverride = value('forced-colors');";
        self.run_in_firefox(emulate, json!([features, media]));
    }

    /// A command of Chromium's own protocol.
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{command} is Chromium's alone");
        self.must(command, self.driver.post("/goog/cdp/execute", json!({"cmd": command, "params": parameters})))
    }

    /// Runs a script in Firefox itself, around the page.
    fn run_in_firefox(&self, script: &str, arguments: Value) -> Value {
        assert_eq!(self.engine, Engine::Firefox);
        let turn = |context: &str| self.must("turn", self.driver.post("/moz/context", json!({ "context": context })));
        turn("chrome");
        let answer = self.try_run(script, arguments);
        turn("content");
        self.must(script, answer)
    }

    /// Says where downloads go, and begins to note what the browser asks for, where the browser is not told of it from its start.
    pub(super) fn watch(&self, is_new: bool) {
        // Without a browser around it, its settings say of every tab but the first where downloads go.
        if self.engine == Engine::Chromium && is_new {
            let folder = self.driver.downloads.path();
            self.cdp("Browser.setDownloadBehavior", json!({"behavior": "allow", "downloadPath": folder}));
        }
        if self.engine == Engine::Firefox && is_new {
            let note = "window.asked = [];
                const note = (subject) => {
                    const request = subject.QueryInterface(Ci.nsIHttpChannel);
                    if (!request.loadInfo.triggeringPrincipal.isSystemPrincipal) window.asked.push(request.URI.spec);
                };
                Services.obs.addObserver(note, 'http-on-modify-request');";
            self.run_in_firefox(note, json!([]));
        }
    }

    /// Forgets what was noted and complained of so far.
    pub(super) fn forget(&self) {
        if self.engine != Engine::WebKit {
            self.requests();
            self.complaints();
        }
    }

    /// The addresses that the page asked for since the last call.
    pub fn requests(&self) -> Vec<String> {
        assert!(self.can(Ability::Requests));
        if self.engine == Engine::Firefox {
            return texts(&self.run_in_firefox("return window.asked.splice(0)", json!([])));
        }
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

    /// What the console complained of since the last call: errors of scripts, blocked content.
    pub fn complaints(&self) -> Vec<String> {
        assert!(self.can(Ability::Console));
        if self.engine == Engine::Firefox {
            let errors = "const all = Services.console.getMessageArray();
                Services.console.reset();
                return all.filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag)
                    && /^(http|file|blob|data)/.test(one.sourceName)).map(String);";
            return texts(&self.run_in_firefox(errors, json!([])));
        }
        let entries = self.log("browser").into_iter().filter(|entry| entry["level"] == "SEVERE");
        entries.filter_map(|entry| Some(entry["message"].as_str()?.to_owned())).collect()
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.must("read the log", self.driver.post("/se/log", json!({ "type": kind })));
        log.as_array().cloned().unwrap_or_default()
    }

    /// What axe-core finds on the page: rule, what is wrong, where.
    pub fn axe(&self) -> Vec<String> {
        // Half a megabyte, which stays as long as the page does.
        if self.eval("'axe' in window") == false {
            self.run(&axe_source(), json!([]));
        }
        let script = "const done = arguments[arguments.length - 1]; axe.run(document, { resultTypes: ['violations'] })
             .then((r) => done(r.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.failureSummary} — ${n.html}`))))
             .catch((e) => done([String(e)]));";
        texts(&self.run_async(script, json!([])))
    }
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

/// The source of axe-core, as scripts/setup.sh has fetched it.
fn axe_source() -> String {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache");
    let file = cache.unwrap_or_else(home).join("ocop-tools/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; scripts/setup.sh browser fetches it", file.display()))
}

/// Whether a process still has a file open.
fn is_open(file: &Path) -> bool {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let processes = entries(Path::new("/proc")).filter(|one| one.file_name().to_string_lossy().parse::<u32>().is_ok());
    let mut opened = processes.flat_map(|process| entries(&process.path().join("fd")));
    opened.any(|one| std::fs::read_link(one.path()).is_ok_and(|target| target == file))
}

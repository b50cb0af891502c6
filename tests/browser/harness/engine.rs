use std::io::Write;
use std::path::{Path, PathBuf};

/// The browser engines the page is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// Safari's engine, as GTK has it: MiniBrowser.
    WebKit,
}

/// What a test may want of a browser beyond the page in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Paper and forced colours while the page is open.
    Media,
    /// A profile in a folder, which outlives the browser.
    Profile,
    /// The page on paper, as a file.
    Print,
    /// What was asked for on the network, as the browser itself tells it.
    Requests,
    /// What the console complains of.
    Console,
    /// The computed name of a field, by itself.
    FieldNames,
    /// Where an invented name of a host leads.
    Names,
    /// What a service worker kept, once that worker has ended.
    Copies,
}

/// What an engine cannot do, and why: a test that wants it leaves that part out there and says so.
const CANNOT: [(Engine, Ability, &str); 8] = [
    (
        Engine::WebKit,
        Ability::Media,
        "its driver can emulate no media; dark and still are the device's, from the start",
    ),
    (Engine::WebKit, Ability::Profile, "what it keeps ends with each automated session"),
    (Engine::WebKit, Ability::Print, "its driver does not print"),
    (Engine::WebKit, Ability::Requests, "its driver has no log of the network"),
    (Engine::WebKit, Ability::Console, "its driver has no log of the console"),
    (Engine::WebKit, Ability::FieldNames, "its driver adds what stands in a field, and calls a list a button"),
    (
        Engine::WebKit,
        Ability::Copies,
        "its automated session keeps caches in memory, and only while somebody holds them: those of a worker that failed go with it",
    ),
    (Engine::WebKit, Ability::Names, "it asks the system where a host is, and cannot be told otherwise"),
];

impl Engine {
    /// From the environment: `OCOP_BROWSER=firefox` or `webkit`, else Chromium.
    pub fn chosen() -> Engine {
        match std::env::var("OCOP_BROWSER").as_deref() {
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok("chromium") | Err(_) => Engine::Chromium,
            Ok(other) => panic!("OCOP_BROWSER={other}: chromium, firefox or webkit"),
        }
    }

    /// Whether the engine can do this; where it cannot, says why, for a test that leaves off. `make test` counts these lines,
    /// so they go past what a test run keeps to itself.
    pub fn can(self, ability: Ability) -> bool {
        let lack = CANNOT.iter().find(|(engine, lack, _)| (*engine, *lack) == (self, ability));
        if let Some((_, _, why)) = lack {
            let thread = std::thread::current();
            let test = thread.name().unwrap_or_default();
            let _ = writeln!(std::io::stderr(), "\nleft off in {self:?}: {test}, {ability:?}: {why}");
        }
        lack.is_none()
    }
}

/// Debian's Firefox, else whatever is called so.
pub fn firefox() -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    ["firefox-esr", "firefox"]
        .into_iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)).collect::<Vec<_>>())
        .find(|file| file.is_file())
        .expect("no Firefox: scripts/setup.sh test installs it")
        .display()
        .to_string()
}

/// The browser of webkit2gtk-driver, which lies in a folder named after the machine.
pub fn mini_browser() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let below = |folder: &Path| folder.join("webkit2gtk-4.1/MiniBrowser");
    folders
        .map(|folder| below(&folder))
        .find(|file| file.is_file())
        .expect("no MiniBrowser: scripts/setup.sh test installs it")
}

//! How each engine's driver is started and what it is told of the device.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use super::engine::{firefox, mini_browser};
use super::{Device, Engine, PATIENCE, in_a_test, poll};

/// Nothing of a browser's own around the page: Firefox and MiniBrowser make no window narrower than their bars.
const NO_BARS: &str = "@namespace html url(http://www.w3.org/1999/xhtml);
    :root, body, #navigator-toolbox, #browser, #appcontent, #tabbrowser-tabbox { min-width: 0 !important; }
    #navigator-toolbox { display: none !important; }";
/// Chromium with the page and nothing around it: a quarter less for the processors to do. (What Debian has on the path is a script
/// that does not end with it.)
const HEADLESS_SHELL: &str = "/usr/lib/chromium/chromium-headless-shell";
const NARROW_BARS: &str = "* { min-width: 0; padding: 0; margin: 0; border: 0; }";

/// What runs beside a test: the driver, and where it needs one, a screen.
pub struct Processes {
    pub driver: Child,
    screen: Option<Child>,
}

impl Processes {
    /// Starts the driver; it listens on the port that is given back. What it downloads goes into `downloads`;
    /// what the engine wants to read of a device is written into `folder`, and what Chromium keeps while it runs.
    pub fn start(engine: Engine, device: &Device, downloads: &Path, folder: &Path) -> (Processes, String) {
        match engine {
            // Two drivers that start in one instant may pick the same free port; the one that loses ends at once.
            Engine::Chromium => {
                let driver = || Command::new("chromedriver").arg("--port=0").env("TMPDIR", folder).spawned();
                saying(driver, "successfully on port ")
            }
            Engine::Firefox => {
                // The other port is for a protocol that is not used here; 0 keeps two drivers from fighting over it.
                let arguments = ["--port", "0", "--websocket-port", "0", "--allow-system-access"];
                let profile = device.profile.unwrap_or(folder).join("chrome");
                write(&profile, "userChrome.css", NO_BARS);
                saying(|| Command::new("geckodriver").args(arguments).spawned(), "127.0.0.1:")
            }
            Engine::WebKit => webkit(device, downloads, folder),
        }
    }

    pub fn end(&mut self) {
        for process in std::iter::once(&mut self.driver).chain(&mut self.screen) {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// WebKit reads from files what other engines are told, and has no mode without a screen.
fn webkit(device: &Device, downloads: &Path, folder: &Path) -> (Processes, String) {
    let theme = if device.dark { "Adwaita-dark" } else { "Adwaita" };
    let moves = u8::from(!device.still);
    write(&folder.join("gtk-3.0"), "gtk.css", NARROW_BARS);
    write(
        &folder.join("gtk-3.0"),
        "settings.ini",
        &format!("[Settings]\ngtk-theme-name={theme}\ngtk-enable-animations={moves}\n"),
    );
    write(folder, "user-dirs.dirs", &format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()));
    let mut screen = Command::new("Xvfb");
    screen.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
    let mut screen = screen.spawned();
    let said = BufReader::new(screen.stdout.take().expect("a pipe")).lines().map_while(Result::ok).next();
    let display = format!(":{}", said.expect("Xvfb says which screen it is"));
    // Its driver wants to be told a port and says nothing: one that is free now.
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let port = free.expect("a free port").port();
    let driver = Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("DISPLAY", display)
        // There is no graphics card behind that screen: layers put together by one are a third of all work.
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        .env("XDG_CONFIG_HOME", folder)
        .spawned();
    let listens = poll(PATIENCE, || TcpStream::connect(("127.0.0.1", port)).ok());
    assert!(listens.is_some(), "WebKitWebDriver does not listen");
    (Processes { driver, screen: Some(screen) }, port.to_string())
}

/// What the driver is asked for when a session begins.
pub fn capabilities(engine: Engine, device: &Device, downloads: &Path, folder: &Path) -> Value {
    match engine {
        Engine::Chromium => {
            // --no-sandbox: Chromium's own sandbox does not run as root, as which many CI machines work.
            let arguments = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu --lang=vi \
                --hide-scrollbars --force-device-scale-factor=1 --window-size=1280,800 \
                --disable-background-networking --no-first-run";
            let profile = device.profile.map(|folder| format!("--user-data-dir={}", folder.display()));
            let named = "--host-resolver-rules=MAP ocop.example 127.0.0.1".to_owned();
            let mut options = json!({
                "args": arguments.split_whitespace().map(str::to_owned).chain([named]).chain(profile).collect::<Vec<_>>(),
                "prefs": {"download.default_directory": downloads, "download.prompt_for_download": false},
            });
            // The whole browser where it is itself what is asked for: measured, drawn, or ended and begun again.
            if in_a_test() && device.profile.is_none() {
                options["binary"] = HEADLESS_SHELL.into();
            }
            json!({"goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"}, "goog:chromeOptions": options})
        }
        Engine::Firefox => json!({
            "moz:firefoxOptions": {
                "binary": firefox(),
                "args": ["-headless", "--width=1280", "--height=800", "-profile", device.profile.unwrap_or(folder)],
                "prefs": {
                    "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                    "ui.useOverlayScrollbars": 1,
                    "widget.gtk.overlay-scrollbars.enabled": true,
                    "intl.accept_languages": "vi",
                    "network.dns.localDomains": "ocop.example",
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.download.useDownloadDir": true,
                    "browser.download.always_ask_before_handling_new_types": false,
                    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/html,text/csv,application/zip",
                },
            },
        }),
        Engine::WebKit => json!({
            "webkitgtk:browserOptions": {"binary": mini_browser(), "args": ["--automation"]},
        }),
    }
}

trait Spawned {
    fn spawned(&mut self) -> Child;
}

impl Spawned for Command {
    fn spawned(&mut self) -> Child {
        let started = self.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let name = self.get_program().to_string_lossy().into_owned();
        started.unwrap_or_else(|error| panic!("{name}: {error}; scripts/setup.sh test installs it"))
    }
}

fn write(folder: &Path, name: &str, text: &str) {
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(folder.join(name), text));
    written.unwrap_or_else(|error| panic!("{name}: {error}"));
}

/// A driver that says on which port it listens; tried again where it ends without a word.
fn saying(start: impl Fn() -> Child, says: &str) -> (Processes, String) {
    let said = (0..5).find_map(|_| {
        let mut process = start();
        let mut lines = BufReader::new(process.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let digits: String = line.split_once(says)?.1.chars().take_while(char::is_ascii_digit).collect();
            (!digits.is_empty()).then_some(digits)
        });
        let Some(port) = port else {
            let _ = process.wait();
            return None;
        };
        // Whatever else it says must be read, or it stops when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        Some((Processes { driver: process, screen: None }, port))
    });
    said.unwrap_or_else(|| panic!("the driver said no port"))
}

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// The browser engines the page is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
}

impl Engine {
    /// From the environment: `OCOP_BROWSER=firefox`, else Chromium.
    pub fn chosen() -> Engine {
        match std::env::var("OCOP_BROWSER").as_deref() {
            Ok("firefox") => Engine::Firefox,
            Ok("chromium") | Err(_) => Engine::Chromium,
            Ok(other) => panic!("OCOP_BROWSER={other}: chromium or firefox"),
        }
    }
}

/// What WebDriver answered instead of a value.
#[derive(Clone, Debug)]
pub struct Fault {
    pub error: String,
    pub message: String,
}

impl Fault {
    /// Whether the page moved under our hands: looking again may find it in order.
    pub fn is_passing(&self) -> bool {
        const PASSING: [&str; 5] = [
            "stale element reference",
            "element click intercepted",
            "element not interactable",
            "no such element",
            "javascript error",
        ];
        PASSING.contains(&self.error.as_str())
    }
}

/// A driver process with one session, both ended when it is dropped.
pub struct Driver {
    process: Child,
    agent: ureq::Agent,
    session: String,
}

impl Driver {
    /// Starts the driver and a browser that downloads into `downloads`; its profile is empty, or the one
    /// that is kept in a folder.
    pub fn start(engine: Engine, downloads: &Path, profile: Option<&Path>) -> Driver {
        let (program, arguments, says): (_, &[&str], _) = match engine {
            Engine::Chromium => ("chromedriver", &["--port=0"], "successfully on port "),
            // The other port is for a protocol that is not used here; 0 keeps two drivers from fighting over it.
            Engine::Firefox => ("geckodriver", &["--port", "0", "--websocket-port", "0"], "127.0.0.1:"),
        };
        // Two drivers that start in one instant may pick the same free port; the one that loses ends at once.
        let (process, port) = (0..5)
            .find_map(|_| listening(program, arguments, says))
            .unwrap_or_else(|| panic!("{program} said no port"));

        let agent = ureq::Agent::new_with_config(
            ureq::Agent::config_builder()
                .timeout_global(Some(Duration::from_secs(120)))
                .http_status_as_error(false)
                .build(),
        );
        let mut driver = Driver { process, agent, session: format!("http://127.0.0.1:{port}") };
        let capabilities = json!({"capabilities": {"alwaysMatch": capabilities(engine, downloads, profile)}});
        let answer = driver.post("/session", capabilities).unwrap_or_else(|fault| panic!("no {engine:?}: {fault:?}"));
        let id = answer["sessionId"].as_str().expect("a new session has an id");
        driver.session = format!("{}/session/{id}", driver.session);
        driver
    }

    pub fn post(&self, path: &str, body: Value) -> Result<Value, Fault> {
        let url = format!("{}{path}", self.session);
        value(self.agent.post(&url).send_json(body))
    }

    pub fn get(&self, path: &str) -> Result<Value, Fault> {
        value(self.agent.get(format!("{}{path}", self.session)).call())
    }

    /// Ends every process of the browser at once, as a dead battery does, and then the driver.
    pub fn kill(&mut self) {
        let browser = below(self.process.id());
        let _ = Command::new("kill").arg("-9").args(browser.iter().map(u32::to_string)).status();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The processes that a process started, and those that these started.
fn below(process: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let children: Vec<u32> = tasks
        .filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok())
        .flat_map(|ids| ids.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
        .collect();
    children.into_iter().flat_map(|child| std::iter::once(child).chain(below(child))).collect()
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Ends the browser; should the driver be gone already, so is the browser.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The driver's process, and the port that it says it listens on; `None` when it ends without one.
fn listening(program: &str, arguments: &[&str], says: &str) -> Option<(Child, String)> {
    let mut process = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}; scripts/setup.sh firefox installs it"));
    let mut lines = BufReader::new(process.stdout.take()?).lines().map_while(Result::ok);
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
    Some((process, port))
}

fn value(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, Fault> {
    let mut response = response.map_err(|error| Fault { error: "no answer".into(), message: error.to_string() })?;
    // Pictures and logs are longer than what is read by default.
    let answer: Value = response
        .body_mut()
        .with_config()
        .limit(200 << 20)
        .read_json()
        .map_err(|error| Fault { error: "no JSON".into(), message: error.to_string() })?;
    let value = &answer["value"];
    match value["error"].as_str() {
        Some(error) if !response.status().is_success() => {
            Err(Fault { error: error.to_owned(), message: value["message"].as_str().unwrap_or_default().to_owned() })
        }
        _ => Ok(value.clone()),
    }
}

fn capabilities(engine: Engine, downloads: &Path, profile: Option<&Path>) -> Value {
    match engine {
        Engine::Chromium => {
            // --no-sandbox: Chromium's own sandbox does not run as root, as which many CI machines work.
            let arguments = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu --lang=vi \
                --hide-scrollbars --force-device-scale-factor=1 --window-size=1280,800 \
                --disable-background-networking --no-first-run";
            let profile = profile.map(|folder| format!("--user-data-dir={}", folder.display()));
            json!({
                "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"},
                "goog:chromeOptions": {
                    "args": arguments.split_whitespace().map(str::to_owned).chain(profile).collect::<Vec<_>>(),
                    "prefs": {"download.default_directory": downloads, "download.prompt_for_download": false},
                },
            })
        }
        Engine::Firefox => json!({
            "moz:firefoxOptions": {
                "binary": firefox(),
                "args": ["-headless", "--width=1280", "--height=800"],
                "prefs": {
                    "intl.accept_languages": "vi",
                    "browser.download.folderList": 2,
                    "browser.download.dir": downloads,
                    "browser.download.useDownloadDir": true,
                    "browser.download.always_ask_before_handling_new_types": false,
                    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/html,text/csv,application/zip",
                },
            },
        }),
    }
}

/// Debian's Firefox, else whatever is called so.
fn firefox() -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    ["firefox-esr", "firefox"]
        .into_iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)).collect::<Vec<_>>())
        .find(|file| file.is_file())
        .expect("no Firefox: scripts/setup.sh firefox installs it")
        .display()
        .to_string()
}

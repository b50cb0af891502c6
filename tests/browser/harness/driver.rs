use std::collections::HashSet;
use std::process::Command;
use std::sync::Mutex;
use std::thread::ThreadId;
use std::time::Duration;

use serde_json::{Value, json};

use super::launch::{Processes, capabilities};
use super::{Device, Engine, PATIENCE, poll};

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
    processes: Processes,
    agent: ureq::Agent,
    session: String,
    pub downloads: tempfile::TempDir,
    /// The tests that had it: each runs on a thread of its own.
    had: Mutex<HashSet<ThreadId>>,
    /// What the engine reads of the device, its empty profile, whatever it writes for itself.
    _folder: tempfile::TempDir,
}

impl Driver {
    /// Starts the driver and a browser; its profile is empty, or the device's.
    pub fn start(engine: Engine, device: &Device) -> Driver {
        let folder = tempfile::tempdir().expect("a folder for a profile");
        let downloads = tempfile::tempdir().expect("a folder for downloads");
        let (processes, port) = Processes::start(engine, device, downloads.path(), folder.path());
        let agent = ureq::Agent::new_with_config(
            ureq::Agent::config_builder()
                .timeout_global(Some(Duration::from_secs(120)))
                .http_status_as_error(false)
                .build(),
        );
        let wanted = capabilities(engine, device, downloads.path(), folder.path());
        let session = format!("http://127.0.0.1:{port}");
        let mut driver = Driver { processes, agent, session, downloads, had: Mutex::default(), _folder: folder };
        let answer = driver.post("/session", json!({"capabilities": {"alwaysMatch": wanted}}));
        let answer = answer.unwrap_or_else(|fault| panic!("no {engine:?}: {fault:?}"));
        let id = answer["sessionId"].as_str().expect("a new session has an id");
        driver.session = format!("{}/session/{id}", driver.session);
        driver
    }

    /// Takes it for this test; not, if the test had it before.
    pub fn claim(&self) -> bool {
        self.had.lock().is_ok_and(|mut had| had.insert(std::thread::current().id()))
    }

    pub fn post(&self, path: &str, body: Value) -> Result<Value, Fault> {
        let url = format!("{}{path}", self.session);
        value(self.agent.post(&url).send_json(body))
    }

    pub fn get(&self, path: &str) -> Result<Value, Fault> {
        value(self.agent.get(format!("{}{path}", self.session)).call())
    }

    pub fn delete(&self, path: &str) -> Result<Value, Fault> {
        value(self.agent.delete(format!("{}{path}", self.session)).call())
    }

    /// Ends every process of the browser at once, as a dead battery does, and then the driver.
    pub fn kill(&mut self) {
        end(&below(self.processes.driver.id()));
        self.processes.end();
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

fn is_running(process: &u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // What has ended and was not asked for is a zombie.
    stat.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
}

fn end(processes: &[u32]) {
    if !processes.is_empty() {
        let ids = processes.iter().map(u32::to_string);
        let _ = Command::new("kill").arg("-9").args(ids).stderr(std::process::Stdio::null()).status();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let browser = below(self.processes.driver.id());
        let agent = self.agent.delete(&self.session).config().timeout_global(Some(Duration::from_secs(10))).build();
        // The driver answers before the browser has ended, and the browser writes to the last into the folder that goes now.
        if agent.call().is_err() || poll(PATIENCE, || (!browser.iter().any(is_running)).then_some(())).is_none() {
            end(&browser);
        }
        self.processes.end();
    }
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

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The folder of the release build. Without it there is nothing to test.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(
        dist.join("index.html").is_file(),
        "dist/ is not there: `make test` builds it before it runs these tests, and so does `make build`"
    );
    dist
}

/// The file of what runs first.
const RUN_FIRST: &str = "run-first.js";

/// The file of the service worker.
const WORKER: &str = "sw.js";

/// How a host, or the line to it, treats a file: what real ones were seen to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Sends whoever asks on to this address below the site's path.
    Redirect(&'static str),
    /// Has no such file (any more).
    Missing,
    /// Fails with 503.
    Fails,
    /// Closes the line in the middle of the file.
    CutsOff,
    /// Gives half of the file and says that this is all.
    EndsEarly,
    /// Never answers, while this lasts.
    Stalls,
    /// Says that it is plain text.
    CallsItText,
    /// Writes a script of its own into it.
    AddsScript,
}

/// Which files, and for how many requests of each; `None`: for good.
struct Rule {
    begins: String,
    manner: Manner,
    times: Option<usize>,
}

/// A folder served on this machine under a path, as a host does that knows nothing of the app.
pub struct Site {
    address: String,
    path: String,
    state: Arc<Mutex<State>>,
}

struct State {
    folder: PathBuf,
    /// No answer to anything: the network is gone.
    dark: bool,
    /// Has the service worker, which keeps everything for a time without a line.
    worker: bool,
    /// Files that begin like this are not answered yet.
    held: Option<String>,
    rules: Vec<Rule>,
    /// The folder is the page also without its last slash.
    slashless: bool,
    /// `/index` and `/index.html` are the same page, as hosts with clean addresses have it.
    clean: bool,
    asked: Vec<String>,
    /// What runs in the page before its own scripts.
    first: Option<String>,
}

impl Site {
    /// Serves a folder under a path such as `/` or `/so-nong-nghiep/ocop/`.
    pub fn serve(folder: impl Into<PathBuf>, path: &str) -> Site {
        assert!(path.starts_with('/') && path.ends_with('/'), "a path such as /ocop/, not {path}");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of this machine");
        let address = listener.local_addr().expect("a bound port has an address").to_string();
        let state = Arc::new(Mutex::new(State {
            folder: folder.into(),
            dark: false,
            worker: true,
            held: None,
            rules: Vec::new(),
            clean: false,
            slashless: false,
            asked: Vec::new(),
            first: None,
        }));
        let site = Site { address, path: path.to_owned(), state: Arc::clone(&state) };
        let path = path.to_owned();
        // The thread ends with the test's process.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (state, path) = (Arc::clone(&state), path.clone());
                std::thread::spawn(move || answer(&stream, &state, &path));
            }
        });
        site
    }

    /// The release build under a sub-path, as most hosts will have it, and without its service worker: to fetch and keep a
    /// whole copy in each test is a tenth of all work, and most ask of the page alone.
    pub fn of_the_build() -> Site {
        let site = Site::with_its_worker();
        site.state().worker = false;
        site
    }

    /// The same with its service worker: for what a second visit, another version, a line that is gone or another tab finds,
    /// and where the console is listened to, which tells of a file that is not there.
    pub fn with_its_worker() -> Site {
        Site::serve(dist(), "/ocop/")
    }

    /// The same under a name, as a page on the net has it; the engines are told where it is.
    pub fn with_a_name(mut self) -> Site {
        self.address = self.address.replace("127.0.0.1", "ocop.example");
        self
    }

    /// The address of the page, with what follows it: `#/new`.
    pub fn url(&self, rest: &str) -> String {
        format!("http://{}{}{rest}", self.address, self.path)
    }

    /// From now on nothing is answered, or everything is again.
    pub fn set_dark(&self, dark: bool) {
        self.state().dark = dark;
    }

    /// Files that begin like this are not answered until they are let go with `None`.
    pub fn hold(&self, files: Option<&str>) {
        self.state().held = files.map(str::to_owned);
    }

    /// From now on files that begin like this (whole, where it is empty) are treated so; the last word counts.
    pub fn treat(&self, files: &str, manner: Manner) {
        self.state().rules.push(Rule { begins: files.to_owned(), manner, times: None });
    }

    /// The same for the next so many requests.
    pub fn treat_next(&self, times: usize, files: &str, manner: Manner) {
        self.state().rules.push(Rule { begins: files.to_owned(), manner, times: Some(times) });
    }

    /// From now on every file is simply served.
    pub fn behave(&self) {
        self.state().rules.clear();
    }

    /// The page has the address `index` too, without its ending.
    pub fn have_no_last_slash(&self) {
        self.state.lock().expect("the state").slashless = true;
    }

    pub fn have_clean_addresses(&self) {
        self.state().clean = true;
    }

    /// From now on this script runs in the page before its own, in every engine: a device that is other than ours.
    pub fn run_first(&self, script: &str) {
        self.state().first = Some(script.to_owned());
    }

    /// From now on another folder is served at the same address: a new version was published.
    pub fn publish(&self, folder: impl Into<PathBuf>) {
        self.state().folder = folder.into();
    }

    /// What was asked for so far, without the site's path but with what stands behind a `?`, in order.
    pub fn asked(&self) -> Vec<String> {
        self.state().asked.clone()
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics while it holds the site")
    }
}

fn answer(stream: &TcpStream, lock: &Mutex<State>, base: &str) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).map(|line| line.to_lowercase()).collect();
    let takes_brotli = headers.iter().any(|line| line.starts_with("accept-encoding:") && line.contains("br"));
    let target = request.split(' ').nth(1).unwrap_or("/");
    let path = target.split(['?', '#']).next().unwrap_or("/");
    let (file, manner) = {
        let Ok(mut state) = lock.lock() else { return };
        if state.dark {
            return;
        }
        let is_folder = state.slashless && base.strip_suffix('/') == Some(path);
        let Some(inner) = path.strip_prefix(base).or(is_folder.then_some("")) else {
            state.asked.push(format!("outside: {path}"));
            return respond(stream, "404 Not Found", "text/plain", "", b"not here");
        };
        let whole = target.split('#').next().and_then(|target| target.strip_prefix(base));
        state.asked.push(whole.unwrap_or(inner).to_owned());
        let is_held = |state: &State| state.held.as_ref().is_some_and(|held| inner.starts_with(held));
        while is_held(&state) {
            drop(state);
            std::thread::sleep(Duration::from_millis(10));
            let Ok(again) = lock.lock() else { return };
            state = again;
        }
        let is_index = inner.is_empty() || state.clean && inner == "index";
        if let Some(first) = state.first.clone() {
            if inner == RUN_FIRST {
                return respond(stream, "200 OK", "text/javascript", "", first.as_bytes());
            }
            if is_index || inner == "index.html" {
                let page = std::fs::read_to_string(state.folder.join("index.html")).unwrap_or_default();
                let page = page.replacen("<head>", &format!("<head><script src=\"{RUN_FIRST}\"></script>"), 1);
                return respond(stream, "200 OK", "text/html; charset=utf-8", "", page.as_bytes());
            }
        }
        let manner = if inner == WORKER && !state.worker { Some(Manner::Missing) } else { state.manner(inner) };
        (state.folder.join(if is_index { "index.html" } else { inner }), manner)
    };
    let media = match manner {
        Some(Manner::Redirect(to)) => {
            let place = format!("Location: {base}{to}\r\n");
            return respond(stream, "308 Permanent Redirect", "text/plain", &place, b"");
        }
        Some(Manner::Missing) => return respond(stream, "404 Not Found", "text/html", "", b"<h1>not here</h1>"),
        Some(Manner::Fails) => return respond(stream, "503 Service Unavailable", "text/html", "", b"<h1>busy</h1>"),
        Some(Manner::Stalls) => return stall(stream, lock, path.strip_prefix(base).unwrap_or_default()),
        Some(Manner::CallsItText) => "text/plain",
        _ => media_type(&file),
    };
    // A host that compresses has the compressed file beside the other.
    let packed = PathBuf::from(format!("{}.br", file.display()));
    let (read, encoding) = match takes_brotli && packed.is_file() {
        true => (std::fs::read(&packed), "Content-Encoding: br\r\n"),
        false => (std::fs::read(&file), ""),
    };
    match read {
        Ok(bytes) if manner == Some(Manner::CutsOff) => cut_off(stream, media, encoding, &bytes),
        Ok(bytes) if manner == Some(Manner::EndsEarly) => {
            let bytes = std::fs::read(&file).unwrap_or(bytes);
            respond(stream, "200 OK", media, "", &bytes[..bytes.len() / 2]);
        }
        Ok(bytes) if manner == Some(Manner::AddsScript) => {
            let bytes = std::fs::read(&file).unwrap_or(bytes);
            let page =
                String::from_utf8_lossy(&bytes).replace("</body>", "<script>window.added = true</script></body>");
            respond(stream, "200 OK", media, "", page.as_bytes());
        }
        Ok(bytes) => respond(stream, "200 OK", media, encoding, &bytes),
        Err(_) => respond(stream, "404 Not Found", "text/plain", "", b"not here"),
    }
}

impl State {
    /// How this file is treated now; each time counts.
    fn manner(&mut self, file: &str) -> Option<Manner> {
        let fits = |rule: &&mut Rule| {
            let same = if rule.begins.is_empty() { file.is_empty() } else { file.starts_with(&rule.begins) };
            same && rule.times != Some(0)
        };
        let rule = self.rules.iter_mut().rev().find(fits)?;
        rule.times = rule.times.map(|times| times - 1);
        Some(rule.manner)
    }
}

/// Answers nothing until the rule is gone, and then hangs up.
fn stall(stream: &TcpStream, lock: &Mutex<State>, file: &str) {
    let stalls = || lock.lock().is_ok_and(|mut state| state.manner(file) == Some(Manner::Stalls));
    while stalls() {
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = stream.shutdown(std::net::Shutdown::Both);
}

fn cut_off(mut stream: &TcpStream, media: &str, encoding: &str, body: &[u8]) {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n{encoding}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body[..body.len() / 2]));
    let _ = stream.shutdown(std::net::Shutdown::Both);
}

fn respond(mut stream: &TcpStream, status: &str, media: &str, encoding: &str, body: &[u8]) {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{encoding}Content-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    );
    // A browser that hangs up early is no fault of the site.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

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
    /// Files that begin like this are not answered yet.
    held: Option<String>,
    asked: Vec<String>,
}

impl Site {
    /// Serves a folder under a path such as `/` or `/so-nong-nghiep/ocop/`.
    pub fn serve(folder: impl Into<PathBuf>, path: &str) -> Site {
        assert!(path.starts_with('/') && path.ends_with('/'), "a path such as /ocop/, not {path}");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of this machine");
        let address = listener.local_addr().expect("a bound port has an address").to_string();
        let state = Arc::new(Mutex::new(State { folder: folder.into(), dark: false, held: None, asked: Vec::new() }));
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

    /// The release build under a sub-path, as most hosts will have it.
    pub fn of_the_build() -> Site {
        Site::serve(dist(), "/ocop/")
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

    /// From now on another folder is served at the same address: a new version was published.
    pub fn publish(&self, folder: impl Into<PathBuf>) {
        self.state().folder = folder.into();
    }

    /// What was asked for so far, without the site's path, in order.
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
    let file = {
        let Ok(mut state) = lock.lock() else { return };
        if state.dark {
            return;
        }
        let Some(inner) = path.strip_prefix(base) else {
            state.asked.push(format!("outside: {path}"));
            return respond(stream, "404 Not Found", "text/plain", "", b"not here");
        };
        state.asked.push(inner.to_owned());
        let is_held = |state: &State| state.held.as_ref().is_some_and(|held| inner.starts_with(held));
        while is_held(&state) {
            drop(state);
            std::thread::sleep(Duration::from_millis(10));
            let Ok(again) = lock.lock() else { return };
            state = again;
        }
        state.folder.join(if inner.is_empty() { "index.html" } else { inner })
    };
    // A host that compresses has the compressed file beside the other.
    let packed = PathBuf::from(format!("{}.br", file.display()));
    let (read, encoding) = match takes_brotli && packed.is_file() {
        true => (std::fs::read(&packed), "Content-Encoding: br\r\n"),
        false => (std::fs::read(&file), ""),
    };
    match read {
        Ok(bytes) => respond(stream, "200 OK", media_type(&file), encoding, &bytes),
        Err(_) => respond(stream, "404 Not Found", "text/plain", "", b"not here"),
    }
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

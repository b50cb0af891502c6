//! After the first visit the network may go; a new version comes whole, and when the reader wants it.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::json;

use crate::harness::{Browser, Site, Size, dist, poll};

#[test]
fn works_without_a_network_after_the_first_visit() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Phone);
    wait_kept(&browser);
    site.set_dark(true);
    browser.reload();
    browser.wait_app();
    // The long words too, which no page has asked for yet.
    for file in ["guide/26-2026/vi.json", "guide/26-2026/en.json", "guide/26-2026/facts.json"] {
        assert_eq!(
            fetch(&browser, file),
            Some(std::fs::read_to_string(dist().join(file)).expect("the guide")),
            "{file}"
        );
    }
    // An address that was never opened before.
    browser.goto(&site.url("#/criteria/1"));
    browser.wait_app();
}

#[test]
fn keeps_every_file_of_the_build_and_nothing_else() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Phone);
    wait_kept(&browser);
    let kept = browser.eval(
        "caches.keys().then(async (names) => (await Promise.all(names.map(async (name) => \
         (await (await caches.open(name)).keys()).map((r) => r.url)))).flat().sort())",
    );
    let mut kept: Vec<String> =
        kept.as_array().into_iter().flatten().filter_map(|url| Some(url.as_str()?.to_owned())).collect();
    kept.sort();
    let mut built: Vec<String> = files(&dist(), "")
        .into_iter()
        .filter(|file| !["sw.js", "ocop.html", "pictures/"].iter().any(|left| file.starts_with(left)))
        .map(|file| site.url(&file))
        .collect();
    built.sort();
    assert_eq!(kept, built);
}

#[test]
fn a_new_version_waits_until_it_is_wanted_and_never_mixes_with_the_old() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Desktop);
    wait_kept(&browser);
    let next = next_version();
    site.publish(next.path());

    // The next visit still sees the old version, all of it, while the new one is fetched aside.
    browser.reload();
    browser.wait_app();
    browser.wait("word of a new version", || truth(&browser, "typeof window.ocopUpdate === 'function'"));
    browser.reload();
    browser.wait_app();
    assert_eq!(version(&browser), "old");
    assert!(!fetch(&browser, "guide/26-2026/vi.json").expect("the guide").contains("\"next\":true"));

    // The reader wants it: the page starts again as the new version, all of it, and the old copy goes.
    browser.wait("word of a new version", || truth(&browser, "typeof window.ocopUpdate === 'function'"));
    browser.eval("window.ocopUpdate()");
    browser.wait("the new version", || (version(&browser) == "next").then_some(()));
    browser.wait_app();
    assert!(fetch(&browser, "guide/26-2026/vi.json").expect("the guide").contains("\"next\":true"));
    assert_eq!(browser.eval("caches.keys().then((names) => names.length)"), 1);
    site.set_dark(true);
    browser.reload();
    browser.wait_app();
    assert_eq!(version(&browser), "next");
}

/// Safari goes on calling the first worker waiting for a while after it has taken over.
#[test]
fn who_comes_the_first_time_hears_of_no_new_version() {
    let site = Site::with_its_worker();
    site.run_first(
        "const has = { get() { return navigator.serviceWorker.controller; } };
         Object.defineProperty(ServiceWorkerRegistration.prototype, 'waiting', has);
         const own = ServiceWorkerContainer.prototype.register;
         ServiceWorkerContainer.prototype.register = function (...given) {
           const registered = own.apply(this, given);
           registered.then(() => setTimeout(() => (window.isRegistered = true)));
           return registered;
         };",
    );
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    for _ in 0..2 {
        browser.wait_heading("Về trang này");
        wait_kept(&browser);
        browser.wait("the loader to have looked", || truth(&browser, "window.isRegistered"));
        assert_eq!(browser.eval("typeof window.ocopUpdate"), "undefined", "there is no new version");
        browser.reload();
    }
}

/// A page that loads again by itself takes what is being typed away from under the hands.
#[test]
fn the_worker_that_has_the_page_already_is_no_reason_to_load_it_again() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    wait_kept(&browser);
    browser.reload();
    browser.wait_app();
    browser.wait("the worker to have the page, and the loader to know", || {
        let told = "navigator.serviceWorker.getRegistration().then((one) => Boolean(one?.active && navigator.serviceWorker.controller && document.readyState === 'complete'))";
        truth(&browser, told)
    });
    browser.run("window.isTheSame = true", json!([]));
    // Again and again: the loader begins to listen when nothing else is to be done.
    for _ in 0..20 {
        browser.run("navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))", json!([]));
        browser.eval("new Promise((done) => setTimeout(done, 50))");
    }
    assert_eq!(browser.eval("window.isTheSame ?? false"), true, "the page was loaded again");
}

#[test]
fn a_wish_for_the_new_version_that_is_not_heard_is_told_again_and_outlives_a_reload() {
    let site = Site::with_its_worker();
    site.run_first(
        "const own = ServiceWorker.prototype.postMessage;
         ServiceWorker.prototype.postMessage = function (what, ...more) {
           if (what === 'activate') sessionStorage.told = 'yes';
           return own.call(this, what, ...more);
         };",
    );
    let browser = Browser::open(&site.url(""), Size::Desktop);
    wait_kept(&browser);
    let next = next_version();
    site.publish(next.path());
    browser.reload();
    browser.wait_text("Đã có bản mới");
    // No worker hears anything on this page.
    browser.run("ServiceWorker.prototype.postMessage = () => {}; window.isDeaf = true", json!([]));
    browser.click("button", "Dùng bản mới");
    browser.wait_text("Đang chuyển sang bản mới");
    browser.wait("the page to be loaded anew", || (browser.eval("!window.isDeaf") == true).then_some(()));
    browser.wait("the wish to be told again", || truth(&browser, "sessionStorage.told === 'yes'"));
    let is_next = || (version(&browser) == "next").then_some(());
    if poll(Duration::from_secs(15), is_next).is_none() {
        // On a busy machine Chromium now and then holds on to the old worker for minutes, whatever it is told: until
        // nobody looks at the page any more.
        eprintln!("{:?} keeps the old worker", browser.engine);
        browser.goto("about:blank");
        browser.goto(&site.url(""));
        browser.wait("the new version", is_next);
    }
    browser.wait_app();
}

/// The name of a file was once made from another file's bytes, and the worker's version did not know the worker itself: a
/// new one could take the copies of the one in use for its own, and throw them away.
#[test]
fn each_file_and_the_worker_are_named_by_what_is_in_them() {
    let named: Vec<String> = files(&dist(), "").into_iter().filter(|file| hash_of(file).is_some()).collect();
    assert!(named.len() >= 7, "programs, their glue, styles and loaders: {named:?}");
    for file in &named {
        let sum = Command::new("sha256sum").arg(dist().join(file)).output().expect("sha256sum").stdout;
        assert!(sum.starts_with(hash_of(file).expect("a hash").as_bytes()), "{file} is named by something else");
    }

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = tempfile::tempdir().expect("a folder");
    for folder in ["scripts", "web", "dist"] {
        std::fs::create_dir(place.path().join(folder)).expect("a folder");
    }
    let made = |worker: &str| {
        let script = place.path().join("scripts/service-worker.mjs");
        std::fs::copy(root.join("scripts/service-worker.mjs"), &script).expect("the script");
        std::fs::write(place.path().join("web/sw.js"), worker).expect("the worker");
        std::fs::write(place.path().join("dist/index.html"), "the same page").expect("a page");
        let done = Command::new("node").arg(&script).arg(place.path().join("dist")).status().expect("node");
        assert!(done.success());
        let text = std::fs::read_to_string(place.path().join("dist/sw.js")).expect("the worker");
        let (_, rest) = text.split_once("const VERSION = \"").expect("its version");
        rest.split('"').next().expect("a version").to_owned()
    };
    let worker = std::fs::read_to_string(root.join("web/sw.js")).expect("the worker");
    let version = made(&worker);
    assert_eq!(made(&worker), version);
    assert_ne!(made(&format!("{worker}\n// mended")), version);
}

/// The hash in a file's name, where it has one: `start-0123456789abcdef.js`.
fn hash_of(file: &str) -> Option<&str> {
    let hash = file.rsplit_once('-')?.1.get(..16)?;
    hash.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(hash)
}

#[test]
fn half_a_new_version_is_not_taken() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Desktop);
    wait_kept(&browser);
    let next = next_version();
    // A host in the middle of being filled: the list is new, one file is still the old one.
    std::fs::copy(dist().join("guide/26-2026/vi.json"), next.path().join("guide/26-2026/vi.json")).expect("a copy");
    site.publish(next.path());
    browser.eval("navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => 1, () => 1)");
    browser.wait("the new worker to be given up", || {
        let asked = site.asked().iter().filter(|file| *file == "guide/26-2026/vi.json").count() > 1;
        asked.then_some(()).and_then(|()| {
            truth(
                &browser,
                "navigator.serviceWorker.getRegistration().then((r) => !r.installing && !r.waiting && r.active !== null)",
            )
        })
    });
    browser.reload();
    browser.wait_app();
    assert_eq!(version(&browser), "old");
    assert!(!fetch(&browser, "guide/26-2026/vi.json").expect("the guide").contains("\"next\":true"));
}

/// Waits until this version is kept whole.
pub fn wait_kept(browser: &Browser) {
    browser
        .wait("the page to be kept for offline use", || truth(browser, "navigator.serviceWorker.controller !== null"));
}

fn truth(browser: &Browser, expression: &str) -> Option<()> {
    browser.eval(&format!("Promise.resolve({expression}).then(Boolean)")).as_bool().filter(|is| *is).map(drop)
}

/// The text of a file as the page gets it.
fn fetch(browser: &Browser, file: &str) -> Option<String> {
    browser.eval(&format!("fetch('{file}').then((r) => r.text(), () => null)")).as_str().map(str::to_owned)
}

fn version(browser: &Browser) -> String {
    browser.eval("document.documentElement?.dataset.version ?? 'old'").as_str().unwrap_or_default().to_owned()
}

/// The build once more, with another page and other words, as a later build would be.
pub fn next_version() -> tempfile::TempDir {
    let folder = next_page();
    change(&folder.path().join("guide/26-2026/vi.json"), "{", "{\"next\":true,");
    list_files(&folder);
    folder
}

/// The build once more, with another page and the same words.
pub fn next_page() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in files(&dist(), "") {
        let target = folder.path().join(&file);
        std::fs::create_dir_all(target.parent().expect("a file has a folder")).expect("a folder");
        std::fs::copy(dist().join(&file), target).expect("a copy of the build");
    }
    change(&folder.path().join("index.html"), "<html ", "<html data-version=\"next\" ");
    list_files(&folder);
    folder
}

/// Writes the worker of a folder anew.
fn list_files(folder: &tempfile::TempDir) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/service-worker.mjs");
    let done = Command::new("node").arg(script).arg(folder.path()).status().expect("node");
    assert!(done.success());
}

fn change(file: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(file).expect("a text file");
    assert!(text.contains(from));
    std::fs::write(file, text.replacen(from, to, 1)).expect("the file is written");
}

/// The paths of all files of a folder, below it.
fn files(folder: &Path, below: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder.join(below)).expect("a folder").flatten();
    entries
        .flat_map(|entry| {
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() { files(folder, &format!("{name}/")) } else { vec![name] }
        })
        .collect()
}

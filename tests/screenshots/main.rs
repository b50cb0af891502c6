//! Pictures of every page, for people to look at: `make screenshots`, or some of them with
//! `make screenshots ONLY=result`. They go into `screenshots/`, which git leaves out.
//!
//! Each page at phone and desktop size, light and dark: what is seen first, and the whole length.

#[allow(dead_code, unused_imports, reason = "pictures need less of the harness than tests do")]
#[path = "../browser/harness/mod.rs"]
mod harness;

use std::path::Path;

use harness::{Browser, Site, Size};
use serde_json::{Value, json};

/// The products in the pictures.
const DOSSIERS: [&str; 3] = ["set-01-five-stars.json", "upgrade.json", "set-26-cases.json"];

/// Name of the picture and where in the page it is taken; `{id}` is the second product.
const PAGES: [(&str, &str); 23] = [
    ("home", "#/"),
    ("new", "#/new"),
    ("tasks", "#/d/{id}"),
    ("stops", "#/d/{id}/stops"),
    ("criterion", "#/d/{id}/c/1.1"),
    ("criterion-later", "#/d/{id}/c/3.1"),
    ("sheet", "#/d/{id}/sheet"),
    ("result", "#/d/{id}/result"),
    ("way", "#/d/{id}/way"),
    ("try", "#/d/{id}/try"),
    ("papers", "#/d/{id}/papers"),
    ("plan", "#/d/{id}/plan"),
    ("forms", "#/d/{id}/forms"),
    ("preview", "#/d/{id}/preview"),
    ("evidence", "#/d/{id}/evidence"),
    ("check", "#/d/{id}/check"),
    ("history", "#/d/{id}/history"),
    ("criteria", "#/criteria"),
    ("set", "#/criteria/11"),
    ("compare", "#/compare/1/7"),
    ("table", "#/table"),
    ("glossary", "#/glossary"),
    ("about", "#/about"),
];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let only = std::env::var("ONLY").unwrap_or_default();
    let site = Site::of_the_build();
    let mut count = 0;
    for (size, size_name) in [(Size::Phone, "phone"), (Size::Desktop, "desktop")] {
        let browser = Browser::open(&site.url(""), size);
        let mut take = |name: &str, route: &str| {
            if !name.contains(&only) {
                return;
            }
            browser.follow(route);
            for (dark, ground) in [(false, "light"), (true, "dark")] {
                browser.set_dark(dark);
                wait_still(&browser);
                let file = |part: &str| root.join(format!("screenshots/{name}-{size_name}-{ground}{part}.png"));
                browser.screenshot(&file(""));
                browser.screenshot_whole(&file("-whole"), size);
                count += 2;
            }
        };
        take("home-empty", "#/");
        let ids: Vec<String> =
            DOSSIERS.iter().map(|name| keep(&browser, &root.join("tests/dossiers/v1").join(name))).collect();
        browser.reload();
        for (name, route) in PAGES {
            take(name, &route.replace("{id}", &ids[1]));
        }
        println!("    {size_name}: done");
    }
    println!("    {count} pictures in screenshots/");
}

/// Puts a dossier where the page keeps them; its id.
fn keep(browser: &Browser, file: &Path) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let dossier: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let id = dossier["id"].as_str().expect("a dossier has an id").to_owned();
    browser.run("localStorage.setItem(`ocop/dossier/${arguments[0]}`, arguments[1])", json!([id, text]));
    id
}

/// Waits until the page has a heading and its text changes no more.
fn wait_still(browser: &Browser) {
    let mut last = String::new();
    browser.wait("the page to come to rest", || {
        let now = browser.text();
        let is_still = browser.has("heading", "") && !now.is_empty() && now == last;
        last = now;
        is_still.then_some(())
    });
    // Fonts and motion are done too.
    browser.eval("Promise.all([document.fonts.ready, ...document.getAnimations().filter((a) => a.effect.getTiming().iterations !== Infinity).map((a) => a.finished.catch(() => {}))]).then(() => 1)");
}

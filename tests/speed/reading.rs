//! What a file of almost 20 MB, the most that is read, does to the page on a cheap phone: how long the longest piece of the
//! work is, in which no tap is heard. A reading that can be stopped between its pieces stops after at most that.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::harness::{Browser, Site, Size, poll};
use crate::phone::{number, slow_processor, usable, watch};

const BYTES: usize = 19_900_000;

/// What stands before a piece that is repeated, the piece, and what stands after.
const WORST: [(&str, &str, &str, &str); 5] = [
    ("a long text of a dossier", DOSSIER, "ạ", "\"}}}"),
    ("escapes", "\"", "\\u0000", "\""),
    ("empty lists", "[", "[],", "[]]"),
    ("digits", "", "9", ""),
    ("a page with scripts that begin", "<!doctype html>", "<script ", ""),
];

const DOSSIER: &str = r#"{"format":"ocop-dossier","version":1,"decision":"26/2026/QĐ-TTg","id":"a","product":{"set":1},"answers":{"1.1":{"note":""#;

pub fn large(folder: &Path) {
    let site = Site::serve(folder, "/ocop/");
    let place = tempfile::tempdir().expect("a folder");
    for (what, before, piece, after) in WORST {
        let path = place.path().join("lon.json");
        let text = format!("{before}{}{after}", piece.repeat((BYTES - before.len() - after.len()) / piece.len()));
        std::fs::write(&path, text).expect("the file");
        let browser = Browser::start(Size::Phone);
        watch(&browser, "input[type=file]");
        browser.goto(&site.url("#/glossary"));
        browser.wait_heading("Giải thích từ ngữ");
        browser.follow("#/");
        usable(&browser);
        slow_processor(&browser);
        browser.run(TICKS, json!([]));
        let begun = Instant::now();
        browser.upload("Mở tệp hồ sơ", &path);
        let told = || {
            let done = browser.text().contains("Không mở được") || browser.url().contains("#/d/");
            done.then_some(())
        };
        poll(Duration::from_secs(300), told).unwrap_or_else(|| panic!("waited in vain for {what}"));
        let longest = number(&browser, "the longest piece", "window.longest + 1");
        println!(
            "{:<52} {:>6.0} ms the longest piece, {:.1} s in all",
            format!("20 MB read on a phone: {what}"),
            longest - 1.0,
            begun.elapsed().as_secs_f64()
        );
    }
}

/// The longest time in which the page did nothing else.
const TICKS: &str = "window.longest = 0;
    const channel = new MessageChannel();
    let last = performance.now();
    channel.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      setTimeout(() => channel.port2.postMessage(0), 4);
    };
    channel.port2.postMessage(0);";

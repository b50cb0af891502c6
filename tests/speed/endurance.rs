//! Whether anything grows: the memory with many products, and a thousand answers in a row.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::answering::{CHOICE, CODES, answer_all, question};
use crate::harness::{Browser, Site, Size};
use crate::phone::{keep, median, number, usable, watch};

/// What the page holds with fifty products: the heap of its scripts and the memory of the wasm.
pub fn memory(folder: &Path, dossier: &Value) {
    let site = Site::serve(folder, "/ocop/");
    let browser = Browser::start(Size::Phone);
    for count in 0..50 {
        let mut copy = dossier.clone();
        let id = format!("bench{count}");
        copy["id"] = json!(id);
        keep(&browser, &site, &id, &copy);
    }
    watch(&browser, CHOICE);
    browser.goto(&site.url(&question("bench7", CODES[0])));
    usable(&browser);
    browser.cdp("HeapProfiler.collectGarbage", json!({}));
    let wasm = number(&browser, "the wasm memory", "window.wasmMemory.buffer.byteLength");
    let heap = number(&browser, "the heap", "performance.memory.usedJSHeapSize");
    let megabytes = (wasm + heap) / 1e6;
    let verdict = if megabytes <= 60.0 { "ok" } else { "OVER" };
    println!("{:<52} {megabytes:>6.1} MB   budget 60 MB   {verdict}", "memory of the page with 50 dossiers");
    println!("    scripts {:.1} MB, wasm {:.1} MB", heap / 1e6, wasm / 1e6);
}

/// Fifty products with five hundred papers and a hundred photos, and a thousand answers in a row on one of
/// them, at the machine's own speed: whether anything grows.
pub fn endurance(folder: &Path, dossier: &Value) {
    let site = Site::serve(folder, "/ocop/");
    let browser = Browser::start(Size::Phone);
    // The page makes its own database first.
    browser.goto(&site.url("#/about"));
    number(&browser, "the page", "document.querySelector('h1.page-title, h1') && 1");
    for count in 0..50 {
        let mut copy = dossier.clone();
        let id = format!("long{count}");
        copy["id"] = json!(id);
        let papers = (0..10).map(|paper| {
            let photo = json!({"id": format!("photo-{count}-{paper}"), "name": "giay.jpg", "media": "image/jpeg", "size": 150_000});
            let files = if paper < 2 { vec![photo] } else { Vec::new() };
            json!({"id": format!("p{paper}"), "kind": 3, "title": format!("Hợp đồng số {paper}"), "holding": "have", "attachments": files})
        });
        copy["papers"] = papers.collect();
        browser
            .run("localStorage.setItem(`ocop/dossier/${arguments[0]}`, arguments[1])", json!([id, copy.to_string()]));
    }
    browser.run_async(PHOTOS, json!([]));
    watch(&browser, CHOICE);
    browser.goto(&site.url("manifest.webmanifest"));
    browser.goto(&site.url(&question("long7", CODES[0])));
    usable(&browser);
    let held = || {
        browser.cdp("HeapProfiler.collectGarbage", json!({}));
        let bytes =
            number(&browser, "the memory", "performance.memory.usedJSHeapSize + window.wasmMemory.buffer.byteLength");
        bytes / 1e6
    };
    let (mut times, mut memory) = (Vec::new(), vec![held()]);
    while times.len() < 1000 {
        let round = Instant::now();
        times.extend(answer_all(&browser, "long7"));
        // Chromium takes 200 changes of an address in ten seconds and drops those beyond; a question is two of them.
        std::thread::sleep(Duration::from_secs(5).saturating_sub(round.elapsed()));
        memory.push(held());
    }
    let late = times.len().saturating_sub(100);
    println!(
        "{:<52} median of the first hundred {:.0} ms, of the last hundred {:.0} ms",
        format!("{} answers, 50 products, 100 photos", times.len()),
        median(&times[..100]),
        median(&times[late..])
    );
    let kept: Vec<String> = memory.iter().map(|megabytes| format!("{megabytes:.1}")).collect();
    println!("    memory after each {} answers, MB: {}", CODES.len() * 2, kept.join(" "));
}

/// A hundred photos of 150 kB each, where the page keeps them.
const PHOTOS: &str = r#"
const [done] = arguments;
const open = indexedDB.open("ocop", 2);
open.onupgradeneeded = () => ["files", "versions", "latest"].forEach((name) => open.result.createObjectStore(name));
open.onsuccess = () => {
  const transaction = open.result.transaction("files", "readwrite");
  for (let count = 0; count < 50; count++)
    for (let paper = 0; paper < 2; paper++) transaction.objectStore("files").put(new Uint8Array(150000).fill(count), `photo-${count}-${paper}`);
  transaction.oncomplete = () => { open.result.close(); done(true); };
};
"#;

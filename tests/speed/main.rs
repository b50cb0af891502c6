//! How fast the page is on a cheap phone with a weak line: headless Chromium with the processor
//! slowed down six times and the network held at 1.4 Mbit/s and 300 ms. Part of `make bench`, which
//! compresses the build into `target/bench-site`. Prints figures beside their budgets; no test fails
//! by the clock.

#[allow(dead_code, unused_imports, reason = "figures need less of the harness than tests do")]
#[path = "../browser/harness/mod.rs"]
mod harness;

use std::path::Path;

use harness::{Browser, Site, Size};
use serde_json::{Value, json};

// The page's own names, here to be changed with it.

/// The first question of a first visit, which product it is, and what is there when it can be answered.
const FIRST: &str = "#/new";
const FIRST_FIELD: &str = "input[type=search]";
/// A dossier whose questions are answered.
const DOSSIER: &str = "tests/dossiers/v1/set-01-five-stars.json";
/// Its questions: the address, and what is there when they can be answered.
const QUESTION: &str = "#/d/{id}/c/{code}";
const CHOICE: &str = "fieldset input[type=radio]";
/// What shows the stars, and changes with every answer that changes points.
const STAR_BAR: &str = ".star-bar";
/// The criteria of the dossier's set that are answered, in two rounds.
const CODES: [&str; 24] = [
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "3.1", "3.3", "3.5", "4.1", "4.2", "4.3", "5.1",
    "5.3", "6.1", "6.2", "6.3", "6.4", "7", "8", "9",
];

const SLOWER: f64 = 6.0;
const BITS_PER_SECOND: f64 = 1_400_000.0;
const LATENCY_MS: f64 = 300.0;
const VISITS: usize = 5;

/// Runs before the page's own scripts: notes when the question is there, and holds on to the wasm memory.
const WATCH: &str = r#"
(() => {
  const look = () => {
    if (document.querySelector("USABLE")) requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  for (const name of ["instantiate", "instantiateStreaming"]) { // The last one stands: the app in use.
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      window.wasmMemory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
})();
"#;

/// Answers a question with another level and waits until the stars are painted anew: milliseconds. The question is
/// answered once it is painted, and looking at the stars lays out nothing, as nothing does for a reader.
const ANSWER: &str = r#"
const [choice, bar, done] = arguments;
const radios = [...document.querySelectorAll(choice)];
const now = radios.findIndex((radio) => radio.checked);
const before = document.querySelector(bar).textContent;
let start;
const look = () => {
  if (document.querySelector(bar).textContent !== before) return requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  if (performance.now() - start > 5000) return done(null);
  setTimeout(look);
};
requestAnimationFrame(() => setTimeout(() => {
  start = performance.now();
  radios[now === 0 ? 1 : 0].click();
  setTimeout(look);
}));
"#;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/bench-site");
    assert!(folder.join("index.html").is_file(), "`make bench` lays out the site to measure in {}", folder.display());
    let text = std::fs::read_to_string(root.join(DOSSIER)).expect("the dossier to measure with");
    let dossier: Value = serde_json::from_str(&text).expect("a dossier is JSON");
    let id = dossier["id"].as_str().expect("a dossier has an id");

    let (mut paints, mut usable, mut asked) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..VISITS {
        let site = Site::serve(&folder, "/ocop/");
        let browser = Browser::start(Size::Phone);
        watch(&browser, FIRST_FIELD);
        slow_down(&browser);
        browser.goto(&site.url(FIRST));
        usable.push(number(&browser, "a usable question", "window.usableAt"));
        asked = site.asked();
        paints.push(number(
            &browser,
            "the first paint",
            "performance.getEntriesByName('first-contentful-paint')[0]?.startTime",
        ));
    }
    report("first paint", &mut paints, 1200.0);
    report("first question usable", &mut usable, 2500.0);
    println!("    {VISITS} first visits; asked for until then: {}", asked.join(", "));

    let site = Site::serve(&folder, "/ocop/");
    let browser = Browser::start(Size::Phone);
    keep(&browser, &site, id, &text);
    watch(&browser, CHOICE);
    browser.goto(&site.url(&question(id, CODES[0])));
    number(&browser, "a usable question", "window.usableAt");
    slow_down(&browser);
    let mut answers = answer_all(&browser, id);
    report("answer to repainted star bar", &mut answers, 100.0);
    println!("    {} answers", answers.len());
    memory(&folder, &dossier);
    endurance(&folder, &dossier);
}

/// Puts the dossier into the browser by way of a file of the site that runs no script.
fn keep(browser: &Browser, site: &Site, id: &str, text: &str) {
    browser.goto(&site.url("manifest.webmanifest"));
    browser.run("localStorage.setItem(`ocop/dossier/${arguments[0]}`, arguments[1])", json!([id, text]));
}

/// Notes when something of this kind is there and painted.
fn watch(browser: &Browser, usable: &str) {
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH.replace("USABLE", usable) }));
}

fn slow_down(browser: &Browser) {
    let bytes = BITS_PER_SECOND / 8.0;
    browser.cdp("Network.enable", json!({}));
    browser.cdp(
        "Network.emulateNetworkConditions",
        json!({"offline": false, "latency": LATENCY_MS, "downloadThroughput": bytes, "uploadThroughput": bytes}),
    );
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER }));
}

fn answer_all(browser: &Browser, id: &str) -> Vec<f64> {
    let mut times = Vec::new();
    for _ in 0..2 {
        for code in CODES {
            browser.follow(&question(id, code));
            browser.wait("the question", || {
                let heading = browser.eval("document.querySelector('h1')?.innerText ?? ''");
                let is_there = heading.as_str().unwrap_or_default().starts_with(code);
                (is_there && browser.eval(&format!("document.querySelector('{CHOICE}') !== null")) == true)
                    .then_some(())
            });
            match browser.run_async(ANSWER, json!([CHOICE, STAR_BAR])).as_f64() {
                Some(time) => times.push(time),
                None => println!("    {code}: the stars did not change"),
            }
        }
    }
    times
}

/// What the page holds with fifty products: the heap of its scripts and the memory of the wasm.
fn memory(folder: &Path, dossier: &Value) {
    let site = Site::serve(folder, "/ocop/");
    let browser = Browser::start(Size::Phone);
    for count in 0..50 {
        let mut copy = dossier.clone();
        let id = format!("bench{count}");
        copy["id"] = json!(id);
        keep(&browser, &site, &id, &copy.to_string());
    }
    watch(&browser, CHOICE);
    browser.goto(&site.url(&question("bench7", CODES[0])));
    number(&browser, "a usable question", "window.usableAt");
    browser.cdp("HeapProfiler.collectGarbage", json!({}));
    let wasm = number(&browser, "the wasm memory", "window.wasmMemory.buffer.byteLength");
    let heap = number(&browser, "the heap", "performance.memory.usedJSHeapSize");
    let megabytes = (wasm + heap) / 1e6;
    let verdict = if megabytes <= 60.0 { "ok" } else { "OVER" };
    println!("{:<44} {megabytes:>6.1} MB   budget 60 MB   {verdict}", "memory of the page with 50 dossiers");
    println!("    scripts {:.1} MB, wasm {:.1} MB", heap / 1e6, wasm / 1e6);
}

/// Fifty products with five hundred papers and a hundred photos, and a thousand answers in a row on one of
/// them, at the machine's own speed: whether anything grows.
fn endurance(folder: &Path, dossier: &Value) {
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
    number(&browser, "a usable question", "window.usableAt");
    let held = || {
        browser.cdp("HeapProfiler.collectGarbage", json!({}));
        let bytes =
            number(&browser, "the memory", "performance.memory.usedJSHeapSize + window.wasmMemory.buffer.byteLength");
        bytes / 1e6
    };
    let (mut times, mut memory) = (Vec::new(), vec![held()]);
    while times.len() < 1000 {
        times.extend(answer_all(&browser, "long7"));
        memory.push(held());
    }
    let median = |times: &[f64]| {
        let mut sorted = times.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
    };
    let late = times.len().saturating_sub(100);
    println!(
        "{:<44} median of the first hundred {:.0} ms, of the last hundred {:.0} ms",
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

fn question(id: &str, code: &str) -> String {
    QUESTION.replace("{id}", id).replace("{code}", code)
}

fn number(browser: &Browser, what: &str, expression: &str) -> f64 {
    browser.wait(what, || browser.eval(&format!("({expression}) ?? null")).as_f64())
}

fn report(what: &str, times: &mut [f64], budget: f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or(f64::NAN);
    let (median, late) = (at(50), at(95));
    let verdict = if late <= budget { "ok" } else { "OVER" };
    println!("{what:<44} median {median:>6.0} ms   95th {late:>6.0} ms   budget {budget} ms   {verdict}");
}

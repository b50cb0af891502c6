//! What the bound file of three hundred photos takes of a phone's memory: on the screen, scrolled through, and printed.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};

const PAPERS: usize = 30;
const PHOTOS_EACH: usize = 10;

/// So many of them are shown and printed at one go: whole papers, up to 45 photos.
const IN_A_PART: usize = 40;

/// What a phone of 2 GB leaves to one page before it is thrown out.
const BUDGET_MB: f64 = 400.0;

/// The whole of the renderer, not the scripts' heap alone: decoded pictures stand outside that.
pub fn bound(folder: &Path, dossier: &Value) {
    let site = Site::serve(folder, "/ocop/");
    let browser = Browser::start(Size::Phone);
    browser.goto(&site.url("#/about"));
    browser.wait("the page", || browser.eval("!!document.querySelector('h1')").as_bool().filter(|there| *there));
    let mut thick = dossier.clone();
    thick["id"] = json!("thick");
    let paper = |paper: usize| {
        let photo = |photo: usize| json!({"id": format!("scan-{paper}-{photo}"), "name": "giay.jpg", "media": "image/jpeg", "size": 4_000_000});
        json!({"id": format!("p{paper}"), "kind": 3, "title": format!("Hợp đồng số {paper}"), "holding": "have",
            "attachments": (0..PHOTOS_EACH).map(photo).collect::<Vec<_>>()})
    };
    thick["papers"] = (0..PAPERS).map(paper).collect();
    browser.run("localStorage.setItem('ocop/dossier/thick', arguments[0])", json!([thick.to_string()]));
    let sizes = (0..PAPERS).map(|paper| browser.run_async(PHOTOS, json!([paper, PHOTOS_EACH])).as_f64().unwrap_or(0.0));
    let least = sizes.fold(f64::INFINITY, f64::min);
    browser.goto(&site.url("manifest.webmanifest"));
    let before = renderers();
    println!("the bound file with {} photos of {:.1} MB each", PAPERS * PHOTOS_EACH, least / 1e6);
    browser.goto(&site.url("#/d/thick/bound"));
    // Each is drawn anew as an A4 page needs it, which takes longer than the harness waits for one thing.
    for some in (PHOTOS_EACH..=IN_A_PART).step_by(PHOTOS_EACH) {
        let there = format!("document.querySelectorAll('.scan img').length >= {some}");
        browser.wait("the next photos to be there", || browser.eval(&there).as_bool().filter(|all| *all));
    }
    say("opened", &before);
    for step in 0..=60 {
        browser.run(&format!("scrollTo(0, document.documentElement.scrollHeight * {step} / 60)"), json!([]));
        browser.run_async("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", json!([]));
    }
    say("scrolled through", &before);
    browser.cdp("Page.printToPDF", json!({"transferMode": "ReturnAsStream", "printBackground": true}));
    say("printed", &before);
}

fn say(when: &str, before: &Memory) {
    let now = renderers();
    let verdict = if now.peak <= BUDGET_MB { "ok" } else { "OVER" };
    println!(
        "    {when:<18} {:>6.0} MB now, {:>6.0} MB at most   budget {BUDGET_MB} MB   {verdict} (an empty page: {:.0} MB)",
        now.now, now.peak, before.now
    );
}

/// Resident memory of the largest renderer that this program started, in MB.
#[derive(Clone, Copy, Default)]
pub struct Memory {
    pub now: f64,
    pub peak: f64,
}

pub fn renderers() -> Memory {
    let read = |pid: u32, file: &str| std::fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap_or_default();
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let all: Vec<u32> = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    let parent =
        |pid: u32| -> Option<u32> { read(pid, "stat").rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok() };
    let mut ours = BTreeSet::from([std::process::id()]);
    // Once for each generation: driver, browser, zygote, renderer.
    for _ in 0..6 {
        let children: Vec<u32> =
            all.iter().copied().filter(|pid| parent(*pid).is_some_and(|of| ours.contains(&of))).collect();
        ours.extend(children);
    }
    let megabytes = |pid: u32, what: &str| -> f64 {
        let status = read(pid, "status");
        let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
    };
    let renderers = ours.into_iter().filter(|pid| read(*pid, "cmdline").contains("--type=renderer"));
    let memory = renderers.map(|pid| Memory { now: megabytes(pid, "VmRSS"), peak: megabytes(pid, "VmHWM") });
    memory.fold(Memory::default(), |most, one| if one.now > most.now { one } else { most })
}

/// A photo as telephones take papers, drawn once and kept under the names of one paper's: noise that JPEG cannot press
/// further.
const PHOTOS: &str = r#"
const [paper, each, done] = arguments;
const draw = () => new Promise((drawn) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 4000 });
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 3000, 4000);
  context.fillStyle = "black";
  context.font = "56px serif";
  for (let line = 0; line < 60; line++) context.fillText("Hợp đồng mua bán " + Math.random().toString(36).repeat(6), 120, 120 + line * 64);
  const noise = context.getImageData(0, 0, 3000, 4000);
  for (let at = 0; at < noise.data.length; at += 4) for (let c = 0; c < 3; c++) noise.data[at + c] += (Math.random() - 0.5) * 14;
  context.putImageData(noise, 0, 0);
  canvas.toBlob(async (blob) => drawn(new Uint8Array(await blob.arrayBuffer())), "image/jpeg", 0.8);
});
(window.photo ??= draw()).then((bytes) => {
  const open = indexedDB.open("ocop", 2);
  open.onupgradeneeded = () => ["files", "versions", "latest"].forEach((name) => open.result.createObjectStore(name));
  open.onsuccess = () => {
    const transaction = open.result.transaction("files", "readwrite");
    for (let photo = 0; photo < each; photo++) transaction.objectStore("files").put(bytes, `scan-${paper}-${photo}`);
    transaction.oncomplete = () => { open.result.close(); done(bytes.length); };
    transaction.onabort = () => done(0);
  };
});
"#;

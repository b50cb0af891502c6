//! Three hundred photos of 4 MB each, as telephones take them: attached, packed and opened again in the page. What that
//! takes of a phone's memory: the program's own, which never shrinks, and that of the whole renderer.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::bound::renderers;
use crate::harness::{Browser, Site, Size, poll};
use crate::phone::{keep, number, usable, watch};

const PHOTOS: usize = 300;
const BYTES: usize = 4_000_000;

/// What the program may take meanwhile, as in `benches/large.rs`. It never shrinks: what it has is the most it had.
const BUDGET_MB: f64 = 150.0;

/// Longer than any of it takes on a slow machine.
const PATIENCE: Duration = Duration::from_secs(600);

pub fn many(folder: &Path, dossier: &Value) {
    let site = Site::serve(folder, "/ocop/");
    let place = tempfile::tempdir().expect("a folder");
    println!("{PHOTOS} photos of {} MB each, in the page", BYTES / 1_000_000);

    let browser = Browser::start(Size::Phone);
    let mut thick = dossier.clone();
    thick["id"] = json!("thick");
    thick["papers"] = json!([{"id": "p", "kind": 3, "title": "Hợp đồng", "holding": "have"}]);
    keep(&browser, &site, "thick", &thick);
    watch(&browser, "input[type=file]");
    browser.goto(&site.url("#/d/thick/paper/p"));
    usable(&browser);
    let before = renderers().now;
    let begun = Instant::now();
    browser.upload("Chụp hoặc chọn tệp", &photos(place.path()));
    wait("every photo to be attached", || attached(&browser) == PHOTOS);
    say("attached", &browser, begun, before);

    browser.follow("#/d/thick/check");
    browser.find("button", "Trọn bộ để nộp");
    let begun = Instant::now();
    browser.click("button", "Trọn bộ để nộp");
    wait("the archive, or word that there is no room for it", || {
        let text = browser.text();
        text.contains("Đã soạn") || text.contains("Không soạn được")
    });
    say("packed", &browser, begun, before);
    if browser.text().contains("Không soạn được") {
        // The disk is as full as a telephone's: that it is said is all there is to see.
        println!("    the browser has no room for the archive, and the page says so; opening it is not measured");
        return;
    }

    // On another device, which has nothing of it.
    let archive = place.path().join("bo-ho-so.zip");
    // A browser takes its time to write so much.
    let written = poll(PATIENCE, || browser.downloaded()).expect("the archive is written");
    std::fs::copy(written, &archive).expect("a copy of the archive");
    browser.kill();
    println!("    the archive has {:.0} MB", std::fs::metadata(&archive).map_or(0.0, |file| file.len() as f64 / 1e6));
    let browser = Browser::start(Size::Phone);
    watch(&browser, "input[type=file]");
    browser.goto(&site.url("#/glossary"));
    browser.wait_heading("Giải thích từ ngữ");
    browser.follow("#/");
    usable(&browser);
    let before = renderers().now;
    let begun = Instant::now();
    browser.upload("Mở tệp hồ sơ", &archive);
    wait("word on how far it is", || browser.text().contains(&format!("/{PHOTOS} của")));
    let first_word = begun.elapsed();
    wait("the dossier to be open", || browser.url().contains("#/d/thick"));
    say("opened", &browser, begun, before);
    println!("    the first word on how far it is came after {:.1} s", first_word.as_secs_f64());
    let kept = "return new Promise((done) => indexedDB.open('ocop').onsuccess = ({ target: { result: database } }) => {
        database.transaction('files').objectStore('files').count().onsuccess = ({ target: { result } }) => done(result);
    })";
    assert_eq!(browser.run(kept, json!([])), PHOTOS, "every photo is there");

    // Opened once more and given up in the middle.
    browser.follow("#/");
    browser.upload("Mở tệp hồ sơ", &archive);
    wait("the middle", || browser.text().contains(&format!("{}/{PHOTOS} của", PHOTOS / 10)));
    let begun = Instant::now();
    browser.click("button", "Thôi, không mở nữa");
    wait("word that it is given up", || browser.text().contains("Đã thôi, không mở"));
    println!("    given up in {:.1} s", begun.elapsed().as_secs_f64());
}

/// One photo under three hundred names, for a file field: it begins as JPEG does, and nothing packs the rest.
fn photos(folder: &Path) -> PathBuf {
    let mut noise: u32 = 1;
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE0];
    bytes.resize_with(BYTES, || {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24) as u8
    });
    let first = folder.join("anh-0.jpg");
    std::fs::write(&first, bytes).expect("a photo");
    let named = |place: usize| {
        let path = folder.join(format!("anh-{place}.jpg"));
        if place > 0 {
            std::fs::hard_link(&first, &path).expect("one more name");
        }
        path.display().to_string()
    };
    PathBuf::from((0..PHOTOS).map(named).collect::<Vec<_>>().join("\n"))
}

fn attached(browser: &Browser) -> usize {
    let kept = browser.eval("JSON.parse(localStorage['ocop/dossier/thick']).papers[0].attachments?.length ?? 0");
    kept.as_u64().unwrap_or_default() as usize
}

fn wait(what: &str, holds: impl Fn() -> bool) {
    poll(PATIENCE, || holds().then_some(())).unwrap_or_else(|| panic!("waited in vain for {what}"));
}

fn say(what: &str, browser: &Browser, begun: Instant, before: f64) {
    let wasm = number(browser, "the wasm memory", "window.wasmMemory.buffer.byteLength") / 1e6;
    let scripts = number(browser, "the heap", "performance.memory.usedJSHeapSize") / 1e6;
    let peak = renderers().peak;
    let verdict = if wasm <= BUDGET_MB { "ok" } else { "OVER" };
    println!(
        "    {what:<10} {:>4.0} s   program {wasm:>5.1} MB   budget {BUDGET_MB} MB   {verdict}   (scripts {scripts:.1} MB, renderer {peak:.0} MB at most, an empty page {before:.0} MB)",
        begun.elapsed().as_secs_f64()
    );
}

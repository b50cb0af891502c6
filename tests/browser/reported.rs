//! What users of other programs reported and ours had too, where nothing else in the suite would find it again. The list
//! of all of them, each with its test, is `tests/faults/README.md`.

use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ocop::domain::decision::Star;
use serde_json::json;

use crate::harness::{Ability, Site, Size};
use crate::standing::{orange, with};
use crate::steps::{dossier_file, file, open, page, wait_saved};

#[test]
fn closing_the_share_sheet_says_nothing_and_leaves_the_clipboard_as_it_is() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    let sheet = "const told = document.documentElement.dataset;
        told.asked = told.copied = 0;
        const give = (of, name, value) => Object.defineProperty(of, name, { value, configurable: true });
        give(navigator, 'canShare', () => true);
        // A promise of the page's own, rejected as a sheet that is closed rejects it: a driver's script may have others.
        const closed = new AbortController();
        closed.abort();
        give(navigator, 'share', () => { told.asked++; return window.fetch(location.href, { signal: closed.signal }); });
        give(navigator, 'clipboard', { writeText: () => { told.copied++; return Promise.resolve(); } });";
    browser.run(sheet, json!([]));
    page(&browser, "check");
    browser.click("button", "Chia sẻ");
    browser.wait("the sheet", || {
        browser.eval("document.documentElement.dataset.asked === '1'").as_bool().filter(|it| *it)
    });
    // The way on is free again once the page knows how it ended.
    browser.click("button", "Chia sẻ");
    browser.wait("the sheet once more", || {
        browser.eval("document.documentElement.dataset.asked === '2'").as_bool().filter(|it| *it)
    });
    let told = || {
        browser.wait_still();
        let text = browser.text();
        assert!(!text.contains("Đã sao chép") && !text.contains("không cho làm việc đó"), "{text}");
    };
    told();
    page(&browser, "plan");
    browser.click("button", "Gửi lộ trình");
    browser.wait("the sheet of the plan", || {
        browser.eval("document.documentElement.dataset.asked === '3'").as_bool().filter(|it| *it)
    });
    told();
    assert_eq!(browser.eval("document.documentElement.dataset.copied"), "0", "the clipboard was written over");
}

/// A version of a product, put where the page keeps them, of this day.
const PUT_VERSION: &str = "const [id, day] = arguments;
    const done = arguments[arguments.length - 1];
    const version = { ...JSON.parse(localStorage[`ocop/dossier/${id}`]), updated: `${day}T05:00:00.000Z` };
    version.product = { ...version.product, name: 'tên của hôm ấy' };
    indexedDB.open('ocop').onsuccess = ({ target: { result: database } }) => {
      const work = database.transaction('versions', 'readwrite');
      work.objectStore('versions').put(JSON.stringify(version), `${id}/${version.updated}~1`);
      work.oncomplete = () => { database.close(); done(true); };
    };";

#[test]
fn what_comes_late_is_shown_for_nothing_else() {
    let site = Site::of_the_build();
    let both = ["cam", "tra"].map(|id| orange(id, id, Star::Three, 100));
    let browser = with(&site, &both);
    browser.run_async(PUT_VERSION, json!(["cam", "2025-01-15"]));
    browser.run_async(PUT_VERSION, json!(["tra", "2025-02-20"]));
    // The database has the versions of the first ready, and the page hears of it when it is let go.
    let slow = "window.late = [];
        const own = IDBObjectStore.prototype.getAll;
        IDBObjectStore.prototype.getAll = function (range) {
          const request = own.call(this, range);
          if (range.lower.startsWith('cam/')) Object.defineProperty(request, 'onsuccess', {
            set: (heard) => request.addEventListener('success', (event) => window.late.push(() => heard(event))),
          });
          return request;
        };";
    browser.run(slow, json!([]));
    let has = |day: &str| browser.text().contains(day);
    let history = |id: &str| {
        browser.follow(&format!("#/d/{id}/history"));
        browser.wait_heading("Các bản trước");
    };
    history("tra");
    browser.wait_text("20/02/2025");
    history("cam");
    browser.wait("the question to be asked", || (browser.eval("window.late.length") == 1).then_some(()));
    browser.wait_still();
    assert!(!has("20/02/2025"), "what was known of the other product");
    history("tra");
    browser.wait_text("20/02/2025");
    browser.run("window.late.forEach((told) => told())", json!([]));
    browser.wait_still();
    assert!(has("20/02/2025") && !has("15/01/2025"), "what comes late: {}", browser.text());
    // Asked for again it is there.
    history("cam");
    browser.wait("the second question", || (browser.eval("window.late.length") == 2).then_some(()));
    browser.run("window.late.forEach((told) => told())", json!([]));
    browser.wait_text("15/01/2025");
}

#[test]
fn a_page_that_is_left_open_over_midnight_counts_the_new_day() {
    let site = Site::of_the_build();
    let browser = with(&site, &[orange("orange", "Cam Cao Phong", Star::Four, 1000)]);
    let days = || {
        let found = browser.eval("document.querySelector('main').innerText.match(/(\\d+) ngày/)?.[1]");
        found.as_str().and_then(|days| days.parse::<i64>().ok())
    };
    let before = browser.wait("a count of days", days);
    let tomorrow = "const Own = Date;
        window.Date = class extends Own {
          constructor(...given) { given.length ? super(...given) : super(Own.now() + 86400000); }
          static now() { return Own.now() + 86400000; }
        };
        document.dispatchEvent(new Event('visibilitychange'));";
    browser.run(tomorrow, json!([]));
    browser.wait("a day less", || (days() == Some(before - 1)).then_some(()));
}

#[test]
fn a_page_that_nobody_looks_at_anew_counts_the_new_day_at_midnight() {
    let site = Site::of_the_build();
    // Some seconds before midnight in Vietnam, whenever the page is loaded.
    site.run_first(
        "const Own = Date;
         const begun = Own.now();
         const midnight = new Own(begun).setUTCHours(17, 0, 0, 0) + 86400000;
         const late = midnight - 12000 - begun;
         window.Date = class extends Own {
           constructor(...given) { given.length ? super(...given) : super(Own.now() + late); }
           static now() { return Own.now() + late; }
         };",
    );
    let browser = with(&site, &[orange("orange", "Cam Cao Phong", Star::Four, 1000)]);
    let days = || {
        let found = browser.eval("document.querySelector('main').innerText.match(/(\\d+) ngày/)?.[1]");
        found.as_str().and_then(|days| days.parse::<i64>().ok())
    };
    let before = browser.wait("a count of days", days);
    assert_eq!(browser.eval("new window.Date().getUTCHours()"), 16, "midnight is still to come");
    browser.wait("a day less", || (days() == Some(before - 1)).then_some(()));
}

#[test]
fn the_printed_criteria_stand_beside_each_other_and_never_over_each_other() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    if !browser.can(Ability::Print) {
        return;
    }
    for set in [1, 9] {
        browser.follow(&format!("#/criteria/{set}"));
        browser.wait_still();
        let folder = tempfile::tempdir().expect("a folder");
        let pdf = BASE64.decode(browser.print_to_pdf()).expect("PDFs come in base64");
        let path = file(folder.path(), "bo.pdf", &pdf);
        let read = Command::new("pdftotext").arg("-bbox").arg(&path).arg("-").stderr(Stdio::null()).output();
        let read =
            String::from_utf8(read.expect("pdftotext: `scripts/setup.sh test` brings it").stdout).expect("UTF-8");
        let mut pages = 0;
        for printed in read.split("<page ").skip(1) {
            let words: Vec<Word> = printed.lines().filter_map(Word::read).collect();
            pages += 1;
            for (place, word) in words.iter().enumerate() {
                let over = words[place + 1..].iter().find(|other| word.covers(other));
                assert!(over.is_none(), "set {set}, page {pages}: {word:?} over {over:?}");
            }
        }
        assert!(pages > 1, "set {set} was printed");
    }
}

/// A printed word and where it stands.
#[derive(Debug)]
struct Word {
    /// Left, top, right, bottom, in points.
    edges: [f64; 4],
    #[allow(dead_code, reason = "a failing test shows it")]
    text: String,
}

impl Word {
    fn read(line: &str) -> Option<Word> {
        let edge = |name: &str| line.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.parse().ok();
        let edges = [edge("xMin")?, edge("yMin")?, edge("xMax")?, edge("yMax")?];
        let text = line.split_once('>')?.1.split('<').next()?.to_owned();
        line.trim_start().starts_with("<word").then_some(Word { edges, text })
    }

    /// Whether a third of the lower one of two is covered. Letters of neighbouring lines touch.
    fn covers(&self, other: &Word) -> bool {
        let shared = |low: usize| {
            let least = |a: f64, b: f64| if a < b { a } else { b };
            let most = |a: f64, b: f64| if a > b { a } else { b };
            let common = least(self.edges[low + 2], other.edges[low + 2]) - most(self.edges[low], other.edges[low]);
            common / least(self.edges[low + 2] - self.edges[low], other.edges[low + 2] - other.edges[low])
        };
        shared(0) > 0.34 && shared(1) > 0.5
    }
}

#[test]
fn safari_alone_is_told_that_it_forgets_after_a_week() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let told = "Safari (iPhone, iPad, Mac) có thể tự xóa";
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    assert!(!browser.text().contains(told), "this is no Safari");
    let agent = "Object.defineProperty(navigator, 'userAgent', { get: () =>
        'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1' });";
    browser.run(agent, json!([]));
    browser.follow("#/");
    browser.wait_heading("Sản phẩm được mấy sao?");
    browser.follow("#/about");
    browser.wait_text(told);
    browser.wait_text("tải hồ sơ về giữ một bản");
}

#[test]
fn a_paper_comes_back_with_an_earlier_version_and_its_photo_with_it() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    let id = crate::steps::id(&browser);
    page(&browser, "evidence");
    let golden = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
    let golden: serde_json::Value = serde_json::from_str(&golden).expect("JSON");
    let paper = golden["papers"][0]["id"].as_str().expect("a paper").to_owned();
    browser.follow(&format!("#/d/{id}/paper/{paper}"));
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Chụp hoặc chọn tệp", &file(folder.path(), "hop-dong-moi.pdf", b"%PDF-1.4 hop dong"));
    browser.wait_text("hop-dong-moi.pdf");
    wait_saved(&browser);
    browser.click("summary", "Xóa giấy này");
    browser.click("button", "Xóa");
    browser.wait_heading("Tài liệu minh chứng");
    wait_saved(&browser);
    browser.reload();
    page(&browser, "history");
    browser.wait_heading("Các bản trước");
    browser.wait_text("2 chỗ khác nhau");
    // The newest of them: the one that has the paper with its photo.
    browser.eval(
        "[...document.querySelectorAll('button')].find((one) => one.innerText.includes('Lấy lại bản này')).click()",
    );
    browser.wait_text("Đã lấy lại bản trước");
    browser.follow(&format!("#/d/{id}/paper/{paper}"));
    browser.wait_text("hop-dong-moi.pdf");
    browser.find("button", "Tải về");
    assert!(!browser.text().contains("không có trên máy này"), "its bytes are here");
}

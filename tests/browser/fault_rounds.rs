//! The table of faults goes on: those that last through a visit. One visit does every step of the main job, one after the
//! other, and each is asked for after the next start: **what "saved" was shown for is there, or the page said that it is
//! not.** A cell is a fault × a step, as in `faults.rs`.

use std::io::Write;

use serde_json::json;

use crate::faults::{MARK, NAME, Step, begin_anew, everything, says_saved, walk, work};
use crate::harness::{Browser, Site, Size, Tab};
use crate::keeping::NOTE;
use crate::offline::{next_page, wait_kept};
use crate::steps::criterion;

/// What lasts through the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// A newer version waits: what answers is the worker of the older one.
    WorkerOlder,
    /// Another tab wanted the newer version: its worker answers the older page.
    WorkerReplaced,
    /// Every file is of the worker's copies, also with the next start.
    NetworkCut,
    /// The browser has no memory for a file that is made.
    MemoryEnds,
    /// A second tab writes into the product before each step, and what it has is once more written as by a third of an older
    /// build, which knows no revisions.
    ThreeTabs,
}

/// In an order in which none takes away what another left.
const ORDER: [Step; 7] =
    [Step::Restore, Step::Answer, Step::Describe, Step::Attach, Step::DeleteAndUndo, Step::Begin, Step::Open];

/// What is typed as the page goes, and is there after the next start.
const LAST: &str = "gõ ngay trước khi trang mở lại";

/// What a step did, whether the page said that it is saved, and whether it is there.
type Asked = (String, bool, Box<dyn Fn(&Browser) -> bool>);

fn round(fault: Fault) {
    let site = Site::with_its_worker();
    let browser = Browser::start(Size::Desktop);
    let folder = tempfile::tempdir().expect("a folder");
    let id = begin_anew(&browser, &site);
    let next = next_page();
    let others = befall(fault, &browser, &site, next.path(), &id);
    let mut asked: Vec<Asked> = Vec::new();
    for (n, step) in ORDER.into_iter().enumerate() {
        // What two tabs changed stands beside each other, so that there is more than one to delete: the model has these.
        if (fault, step) == (Fault::ThreeTabs, Step::DeleteAndUndo) {
            continue;
        }
        let theirs = others.as_ref().map(|tab| write_elsewhere(&browser, tab, n));
        browser.follow(&format!("#/d/{id}"));
        browser.wait_heading(NAME);
        let holds = walk(&browser, step, &|_| {}, &id, folder.path());
        asked.push((format!("{step:?}"), says_saved(&browser), Box::new(holds)));
        for (whose, mark) in ["second tab", "older tab"].into_iter().zip(theirs.into_iter().flatten()) {
            let holds = move |browser: &Browser| everything(browser).contains(&mark);
            asked.push((format!("{step:?}, {whose}"), true, Box::new(holds)));
        }
    }
    browser.follow(&format!("#/d/{id}"));
    browser.wait_heading(NAME);
    asked.push(("Export".into(), true, export(fault, &browser, &id, folder.path())));
    // The last words are typed as the page ends, with whatever version the next start has.
    browser.follow(&format!("#/d/{id}"));
    browser.wait_heading(NAME);
    write_note(&browser, "1.6", LAST);
    asked.push(("Update".into(), true, Box::new(|browser| everything(browser).contains(LAST))));
    browser.reload();
    browser.wait_app();
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    let mut wrong = Vec::new();
    for (step, said, holds) in &asked {
        let there = crate::harness::poll(std::time::Duration::from_secs(3), || {
            (everything(&browser).contains(NAME) && (!said || holds(&browser))).then_some(())
        });
        println!("{fault:?} × {step}: {}", if there.is_some() { "ok" } else { "WRONG" });
        if there.is_none() {
            wrong.push(format!("{fault:?} × {step}: lost, and “saved” was {}said", if *said { "" } else { "not " }));
        }
    }
    // Past what a test run keeps to itself: `make test` sums these lines up at its end.
    let cells = asked.len();
    let _ = writeln!(std::io::stderr(), "\ncells: {cells} tried in {:?}, {} wrong", browser.engine, wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Makes it so; the tab in which somebody else works, where there is one.
fn befall(fault: Fault, browser: &Browser, site: &Site, next: &std::path::Path, id: &str) -> Option<Tab> {
    let waits = "navigator.serviceWorker.getRegistration().then((r) => Boolean(r?.waiting))";
    match fault {
        Fault::WorkerOlder | Fault::WorkerReplaced => {
            wait_kept(browser);
            site.publish(next);
            browser.eval("navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => 1, () => 1)");
            browser.wait("the newer worker", || browser.eval(waits).as_bool().filter(|it| *it));
            if fault == Fault::WorkerReplaced {
                // Every page loads itself anew with the version that it is of.
                browser.eval("navigator.serviceWorker.getRegistration().then((r) => { r.waiting.postMessage('activate'); return 1; })");
                browser.wait("the newer version", || {
                    (browser.eval("document.documentElement.dataset.version") == "next").then_some(())
                });
                browser.wait_heading(NAME);
            }
        }
        Fault::NetworkCut => {
            wait_kept(browser);
            site.set_dark(true);
        }
        Fault::MemoryEnds => {
            let none = "window.Blob = class extends Blob { constructor(...given) {
                super(...given);
                if (this.size > 50) throw new RangeError('Array buffer allocation failed');
              } };";
            browser.run(none, json!([]));
        }
        Fault::ThreeTabs => {
            let ours = browser.open_tab(&site.url(&format!("#/d/{id}")));
            browser.wait_heading(NAME);
            return Some(browser.turn_to(&ours));
        }
    }
    None
}

/// Writes into the same product in the other tab, and into the storage as an older build would; what was written.
fn write_elsewhere(browser: &Browser, tab: &Tab, n: usize) -> [String; 2] {
    let marks = [format!("thẻ hai viết {n}"), format!("bản cũ viết {n}")];
    let ours = browser.turn_to(tab);
    let older = "const key = Object.keys(localStorage).find((key) => key.startsWith('ocop/dossier/'));
        const theirs = JSON.parse(localStorage[key]);
        const before = theirs.answers['1.3'];
        theirs.answers['1.3'] = { ...before, note: `${before?.note ?? ''} ${arguments[0]}` };
        delete theirs.revision;
        theirs.updated = new Date(Date.now() + 1000).toISOString();
        localStorage[key] = JSON.stringify(theirs);";
    browser.run(older, json!([marks[1]]));
    // Each goes on with what stands there: what somebody writes over is not lost.
    let all: Vec<String> = (0..=n).map(|n| format!("thẻ hai viết {n}")).collect();
    write_note(browser, "1.2", &all.join(" "));
    browser.wait("it to be kept", || everything(browser).contains(&marks[0]).then_some(()));
    browser.turn_to(&ours);
    marks
}

/// Types into the note of a criterion.
fn write_note(browser: &Browser, code: &str, text: &str) {
    criterion(browser, code);
    let is_open = browser
        .wait("the note", || browser.eval("document.querySelector('.proof details:has(textarea)')?.open").as_bool());
    if !is_open {
        browser.click("summary", "Mô tả của đơn vị");
    }
    browser.fill("textbox", NOTE, text);
}

/// What is handed out is whole; where there is no memory for it, the page says so and lives on.
fn export(fault: Fault, browser: &Browser, id: &str, folder: &std::path::Path) -> Box<dyn Fn(&Browser) -> bool> {
    if fault != Fault::MemoryEnds {
        return Box::new(walk(browser, Step::Export, &|_| {}, id, folder));
    }
    crate::steps::page(browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    for file in ["Tệp hồ sơ để làm tiếp (.json)", "Trọn bộ để nộp"] {
        browser.click("button", file);
        browser.wait_text("Không soạn được");
    }
    Box::new(|browser| work(browser).iter().any(|one| one["product"]["name"] == MARK))
}

#[test]
fn an_older_worker_loses_nothing_that_was_called_saved() {
    round(Fault::WorkerOlder);
}

#[test]
fn a_worker_that_is_replaced_loses_nothing_that_was_called_saved() {
    round(Fault::WorkerReplaced);
}

#[test]
fn a_network_that_is_cut_loses_nothing_that_was_called_saved() {
    round(Fault::NetworkCut);
}

#[test]
fn memory_that_ends_is_said_and_loses_nothing_that_was_called_saved() {
    round(Fault::MemoryEnds);
}

#[test]
fn three_tabs_one_of_them_older_lose_nothing_that_was_called_saved() {
    round(Fault::ThreeTabs);
}

//! The table of faults in real browsers: what may go wrong with a device × what somebody does on the page. In
//! every cell, what the page called saved is there after the next start, or the page said that it is not. The model of the
//! same table, with more faults, is `tests/faults`.
//!
//! The faults are made by scripts in the page, so that every engine runs the same cells. What no driver can make is not in
//! it: a disk that fails under the browser's own files (`cut_off.rs` ends the browser itself). Faults that last through a
//! whole visit are tried in `fault_rounds.rs`.

use std::io::Write;

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};
use crate::keeping::{NOTE, open_note};
use crate::steps::{begin, criterion, dossier_file, file, open_product, page};

/// What goes wrong, as a script that makes it so in the page, from one instant on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    StorageBlocked,
    /// The storage and the database.
    StorageFull,
    /// The storage alone.
    LocalStorageFull,
    StorageCleared,
    DatabaseAbsent,
    DatabaseRefuses,
    DatabaseAborts,
    DatabaseFull,
    DatabaseSlow,
    /// Another tab is in the middle of changing it, and does not come to an end.
    DatabaseBlocked,
    EndedAtOnce,
    EndedInTheSave,
    EndedWhenSaved,
    OtherTab,
    ClockBack,
    ClockAhead,
    WorkerBroken,
}

impl Fault {
    fn script(self) -> &'static str {
        match self {
            Fault::None => "",
            Fault::StorageBlocked => {
                "for (const name of ['localStorage', 'indexedDB'])
                   Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
                 for (const name of ['getItem', 'setItem', 'removeItem', 'key'])
                   Storage.prototype[name] = () => { throw new DOMException('blocked', 'SecurityError'); };"
            }
            Fault::StorageFull => {
                "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
                 IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"
            }
            Fault::LocalStorageFull => {
                "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
            }
            Fault::DatabaseFull => {
                "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"
            }
            Fault::DatabaseSlow => {
                "const open = IDBFactory.prototype.open;
                 IDBFactory.prototype.open = function (...given) {
                   const request = open.apply(this, given);
                   const late = (heard) => request.addEventListener('success', (event) => setTimeout(() => heard.call(request, event), 5000));
                   Object.defineProperty(request, 'onsuccess', { set: late });
                   return request;
                 };"
            }
            Fault::DatabaseBlocked => {
                "const held = indexedDB.open('ocop', 3);
                 held.onupgradeneeded = () => {
                   const files = held.transaction.objectStore('files');
                   // Stays as it was once the page is gone: nothing of the change is kept.
                   const again = () => { files.count().onsuccess = again; };
                   files.count().onsuccess = again;
                 };"
            }
            Fault::StorageCleared => "localStorage.clear();",
            Fault::DatabaseAbsent => "Object.defineProperty(window, 'indexedDB', { value: undefined });",
            Fault::DatabaseRefuses => {
                "IDBFactory.prototype.open = () => { throw new DOMException('no', 'UnknownError'); };"
            }
            Fault::DatabaseAborts => {
                "const own = IDBDatabase.prototype.transaction;
                 IDBDatabase.prototype.transaction = function (...given) {
                   const work = own.apply(this, given);
                   if (given[1] === 'readwrite') queueMicrotask(() => { try { work.abort(); } catch {} });
                   return work;
                 };"
            }
            // The page hears of no end: it is gone.
            Fault::EndedAtOnce | Fault::EndedWhenSaved => NO_FAREWELL,
            Fault::EndedInTheSave => {
                "const own = Storage.prototype.setItem;
                 Storage.prototype.setItem = function (...given) {
                   if (!window.ended) own.apply(this, given);
                   window.ended = true;
                 };
                 const put = IDBObjectStore.prototype.put;
                 IDBObjectStore.prototype.put = function (...given) {
                   if (window.ended) this.transaction.abort();
                   return put.apply(this, given);
                 };"
            }
            Fault::OtherTab => {
                "const key = Object.keys(localStorage).find((key) => key.startsWith('ocop/dossier/'));
                 const theirs = JSON.parse(localStorage[key]);
                 theirs.answers['1.1'] = { ...theirs.answers['1.1'], note: 'viết ở thẻ khác' };
                 theirs.revision = (theirs.revision ?? 0) + 1;
                 localStorage[key] = JSON.stringify(theirs);"
            }
            Fault::ClockBack => "const years = -2 * 31557600000;",
            Fault::ClockAhead => "const years = 5 * 31557600000;",
            Fault::WorkerBroken => {
                "Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError'); } });"
            }
        }
    }

    pub fn befall(self, browser: &Browser) {
        let mut script = self.script().to_owned();
        if matches!(self, Fault::ClockBack | Fault::ClockAhead) {
            script.push_str(
                "const Own = Date;
                 window.Date = class extends Own {
                   constructor(...given) { given.length ? super(...given) : super(Own.now() + years); }
                   static now() { return Own.now() + years; }
                 };",
            );
        }
        if self == Fault::EndedInTheSave {
            script.push_str(NO_FAREWELL);
        }
        browser.run(&script, json!([]));
    }
}

const NO_FAREWELL: &str = "for (const kind of ['pagehide', 'visibilitychange', 'beforeunload'])
    addEventListener(kind, (event) => event.stopImmediatePropagation(), true);";

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Begin,
    Answer,
    Describe,
    Attach,
    DeleteAndUndo,
    Restore,
    Open,
    Export,
}

impl Step {
    const ALL: [Step; 8] = [
        Step::Begin,
        Step::Answer,
        Step::Describe,
        Step::Attach,
        Step::DeleteAndUndo,
        Step::Restore,
        Step::Open,
        Step::Export,
    ];
}

/// What the step leaves behind, to be found again.
pub const MARK: &str = "dấu của ô này";

/// What was written before an earlier version was taken, and stays among the versions.
const RESTORED: &str = "dấu của bản đang có";

/// The product that all is about.
pub const NAME: &str = "Sầu riêng Ea Kao";

/// A browser in which that product is kept, and the product's id; nothing else is.
pub fn begin_anew(browser: &Browser, site: &Site) -> String {
    // A page of the same host without the app. Firefox shows JSON in a page of its own, in which no script runs.
    browser.goto(&site.url("icons/mark.svg"));
    let wipe = "const done = arguments[arguments.length - 1];
        localStorage.clear();
        sessionStorage.clear();
        const gone = indexedDB.deleteDatabase('ocop');
        gone.onsuccess = gone.onerror = gone.onblocked = () => done(true);";
    browser.run_async(wipe, json!([]));
    let id = browser.keep_product(&dossier_file("set-01-five-stars.json"));
    browser.goto(&site.url(&format!("#/d/{id}")));
    browser.wait_heading(NAME);
    // The second copy, in the database, is made with the first visit.
    browser.wait("the second copy", || everything(browser).matches(NAME).nth(1).map(drop));
    id
}

/// All that the browser keeps: texts, and names and sizes of files.
pub fn everything(browser: &Browser) -> String {
    let read = "const done = arguments[arguments.length - 1];
        const texts = Object.entries(localStorage).map(([key, text]) => key + text);
        const open = indexedDB.open('ocop');
        open.onerror = () => done(texts.join('\\n'));
        open.onsuccess = ({ target: { result: database } }) => {
          const places = [...database.objectStoreNames];
          if (!places.length) { database.close(); return done(texts.join('\\n')); }
          const work = database.transaction(places);
          for (const place of places) work.objectStore(place).getAll().onsuccess = ({ target: { result } }) => texts.push(JSON.stringify(result));
          work.oncomplete = () => { database.close(); done(texts.join('\\n')); };
          work.onabort = () => { database.close(); done(texts.join('\\n')); };
        };";
    browser.run_async(read, json!([])).as_str().unwrap_or_default().to_owned()
}

/// The dossiers that the browser keeps as work.
pub fn work(browser: &Browser) -> Vec<Value> {
    let kept = crate::steps::kept(browser);
    let texts = kept.as_object().into_iter().flat_map(|all| all.values());
    texts.filter_map(|text| serde_json::from_str(text.as_str()?).ok()).collect()
}

/// Whether the page says that all is saved, once it says anything. What is said in words elsewhere (that a photo was not
/// kept, that nothing can be deleted) counts as well.
pub fn says_saved(browser: &Browser) -> bool {
    let said = "(() => {
        const fault = document.querySelector('.notice-fault, .way-fault, .field-fault, .attach-fault');
        const saved = document.querySelector('.saved')?.innerText ?? '';
        if (saved === 'Đang lưu…') return null;
        return !fault && saved !== 'Chưa lưu được';
      })()";
    browser.eval("new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn)); setTimeout(drawn, 300); }).then(() => 1)");
    browser.wait("word on what is saved", || browser.eval(said).as_bool())
}

/// Does it. What is to be asked of what is kept afterwards, where the page says that it is saved.
pub fn walk(
    browser: &Browser,
    step: Step,
    befall: &dyn Fn(&Browser),
    id: &str,
    folder: &std::path::Path,
) -> fn(&Browser) -> bool {
    match step {
        Step::Begin => {
            befall(browser);
            begin(browser, "Rau, củ, quả, hạt tươi", &format!("Cam {MARK}"));
            |browser| work(browser).iter().any(|one| one["product"]["name"] == format!("Cam {MARK}"))
        }
        Step::Answer => {
            criterion(browser, "1.5");
            befall(browser);
            browser.click("radio", "Chưa có liên kết");
            |browser| work(browser).iter().any(|one| one["answers"]["1.5"]["level"] == 0)
        }
        Step::Describe => {
            criterion(browser, "1.5");
            open_note(browser);
            befall(browser);
            browser.fill("textbox", NOTE, MARK);
            |browser| work(browser).iter().any(|one| one["answers"]["1.5"]["note"] == MARK)
        }
        Step::Attach => {
            page(browser, "evidence/3.5");
            browser.click("button", "Có rồi: Giấy chứng nhận đăng ký nhãn hiệu");
            browser.click("link", "Ảnh, bản quét, chi tiết");
            browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
            browser.find("file", "Chụp hoặc chọn tệp");
            // Else the other tab has a dossier without this paper, and its page goes with it.
            crate::steps::wait_saved(browser);
            befall(browser);
            let scan = file(folder, "dau-cua-o-nay.pdf", b"%PDF-1.4 dau cua o nay");
            browser.upload("Chụp hoặc chọn tệp", &scan);
            browser.wait("the scan to be there, or word that it is not", || {
                let text = browser.text();
                let told = ["dau-cua-o-nay.pdf", "không", "Không"].iter().any(|word| text.contains(word));
                told.then_some(())
            });
            |browser| {
                let named = |one: &Value| one["papers"].to_string().contains("dau-cua-o-nay.pdf");
                // Its bytes are beside it, not its name alone.
                !work(browser).iter().any(named) || files(browser) == 1
            }
        }
        Step::DeleteAndUndo => {
            browser.follow("#/");
            browser.wait_heading("Sản phẩm của đơn vị");
            befall(browser);
            browser.eval("document.querySelector('.menu summary').click()");
            browser.click("button", "Xóa");
            browser.wait("the end of it, or word that it is not", || {
                let text = browser.text();
                (text.contains(&format!("Đã xóa {NAME}")) || text.contains("chưa xóa")).then_some(())
            });
            // In one go: what another tab tells meanwhile may bring the dossier back, and take the button away.
            browser.eval("[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Hoàn tác')?.click()");
            open_product(browser, NAME);
            |browser| work(browser).iter().any(|one| one["product"]["name"] == NAME)
        }
        Step::Restore => {
            criterion(browser, "1.5");
            open_note(browser);
            browser.fill("textbox", NOTE, RESTORED);
            browser.wait("it to be kept", || everything(browser).contains(RESTORED).then_some(()));
            page(browser, "history");
            browser.find("button", "Lấy lại bản này");
            befall(browser);
            browser.click("button", "Lấy lại bản này");
            browser.wait("the version, or word that it is not there", || {
                let text = browser.text();
                ["Đã lấy lại bản trước", "không", "Không"].iter().any(|word| text.contains(word)).then_some(())
            });
            // The present stays among the versions, or as work.
            |browser| everything(browser).contains(RESTORED)
        }
        Step::Open => {
            browser.follow("#/");
            browser.wait_heading("Sản phẩm của đơn vị");
            befall(browser);
            let text = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
            let path = file(folder, "mark.json", text.replace("Trà hoa cúc Nghĩa Trai", MARK).as_bytes());
            browser.upload("Mở tệp hồ sơ", &path);
            browser.wait_heading(MARK);
            |browser| work(browser).iter().any(|one| one["product"]["name"] == MARK)
        }
        // What is handed out is whole, whatever the browser keeps.
        Step::Export => {
            page(browser, "check");
            browser.wait_heading("Kiểm tra và tải về");
            browser.find("button", "Tệp hồ sơ để làm tiếp (.json)");
            befall(browser);
            browser.click("button", "Tệp hồ sơ để làm tiếp (.json)");
            let path = browser.download();
            let text = std::fs::read_to_string(path).expect("the download");
            assert!(text.contains(id) && text.contains(NAME) && text.trim_end().ends_with('}'), "{text}");
            |_| true
        }
    }
}

fn files(browser: &Browser) -> u64 {
    let count = "const done = arguments[arguments.length - 1];
        indexedDB.open('ocop').onsuccess = ({ target: { result: database } }) => {
          database.transaction('files').objectStore('files').count().onsuccess = ({ target: { result } }) => { database.close(); done(result); };
        };";
    browser.run_async(count, json!([])).as_u64().unwrap_or_default()
}

/// Tries one cell; what is wrong with it, if anything is.
fn cell(browser: &Browser, site: &Site, fault: Fault, step: Step) -> Result<(), String> {
    let folder = tempfile::tempdir().expect("a folder");
    let id = begin_anew(browser, site);
    let holds = walk(browser, step, &|browser| fault.befall(browser), &id, folder.path());
    let said = match fault {
        Fault::EndedAtOnce | Fault::EndedInTheSave => false,
        _ => says_saved(browser),
    };
    browser.reload();
    browser.wait_app();
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    // Whatever a start does (a second copy that comes back, a file that is let go) is over soon.
    let there = crate::harness::poll(std::time::Duration::from_secs(3), || {
        let before = everything(browser).contains(NAME);
        let theirs = fault != Fault::OtherTab || everything(browser).contains("viết ở thẻ khác");
        (before && theirs && (!said || holds(browser))).then_some(())
    });
    let there = there.is_some();
    if there {
        Ok(())
    } else {
        Err(format!("{fault:?} × {step:?}: lost, and “saved” was {}said", if said { "" } else { "not " }))
    }
}

#[track_caller]
fn table(faults: &[Fault]) {
    let site = Site::with_its_worker();
    let browser = Browser::start(Size::Desktop);
    let mut wrong = Vec::new();
    for fault in faults {
        for step in Step::ALL {
            let outcome = cell(&browser, &site, *fault, step);
            println!("{fault:?} × {step:?}: {}", if outcome.is_ok() { "ok" } else { "WRONG" });
            wrong.extend(outcome.err());
        }
    }
    // Past what a test run keeps to itself: `make test` sums these lines up at its end.
    let cells = faults.len() * Step::ALL.len();
    let _ = writeln!(std::io::stderr(), "\ncells: {cells} tried in {:?}, {} wrong", browser.engine, wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn storage_that_fails_loses_nothing_that_was_called_saved() {
    table(&[Fault::None, Fault::StorageBlocked, Fault::StorageFull, Fault::LocalStorageFull, Fault::StorageCleared]);
}

#[test]
fn a_database_that_fails_loses_nothing_that_was_called_saved() {
    table(&[
        Fault::DatabaseAbsent,
        Fault::DatabaseRefuses,
        Fault::DatabaseAborts,
        Fault::DatabaseFull,
        Fault::DatabaseSlow,
    ]);
}

#[test]
fn a_database_that_another_tab_holds_loses_nothing_that_was_called_saved() {
    table(&[Fault::DatabaseBlocked]);
}

#[test]
fn a_page_that_ends_loses_nothing_that_was_called_saved() {
    table(&[Fault::EndedAtOnce, Fault::EndedInTheSave, Fault::EndedWhenSaved]);
}

#[test]
fn other_tabs_clocks_and_workers_lose_nothing_that_was_called_saved() {
    table(&[Fault::OtherTab, Fault::ClockBack, Fault::ClockAhead, Fault::WorkerBroken]);
}

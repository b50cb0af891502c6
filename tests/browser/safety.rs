//! Nothing leaves the device, and nothing runs that is not ours.

use serde_json::{Value, json};

use crate::harness::{Ability, Browser, Device, PAGES, Site, Size};
use crate::steps::{choose, criterion, dossier_file, file, open, wait_saved};

/// A text that would be markup wherever it were not kept as text.
const HOSTILE: &str = "<img src=x onerror=window.broken=1></script><script>window.broken=1</script>\"'><b>Chè & mật";

/// A dossier that says it in every text it has.
fn hostile() -> Value {
    fn fill(value: &mut Value, key: &str) {
        const FACTS: [&str; 12] = [
            "format", "decision", "id", "created", "updated", "kind", "set", "case", "proves", "file", "state", "type",
        ];
        match value {
            Value::Object(map) => map.iter_mut().for_each(|(key, value)| fill(value, &key.clone())),
            Value::Array(list) => list.iter_mut().for_each(|value| fill(value, key)),
            Value::String(text) if !FACTS.contains(&key) && text.contains(char::is_whitespace) => {
                *text = HOSTILE.to_owned()
            }
            _ => {}
        }
    }
    let text = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
    let mut dossier = serde_json::from_str(&text).expect("JSON");
    fill(&mut dossier, "");
    dossier["product"]["name"] = HOSTILE.into();
    dossier
}

#[track_caller]
fn nothing_ran(browser: &Browser, place: &str) {
    let broken = browser.eval("window.broken !== undefined || document.querySelector('img[src=x]') !== null");
    assert_eq!(broken, false, "{place}");
}

#[test]
fn texts_from_files_never_become_markup() {
    let site = Site::with_its_worker();
    let folder = tempfile::tempdir().expect("a folder");
    let browser = open(&site, Size::Desktop);
    let dossier = hostile();
    let path = file(folder.path(), "<b>la.json", dossier.to_string().as_bytes());
    browser.upload("Mở tệp hồ sơ", &path);
    browser.wait_heading("<img src=x");
    let id = crate::steps::id(&browser);
    for (name, address) in PAGES {
        browser.open_page(&address.replace("{id}", &id));
        nothing_ran(&browser, name);
    }

    // The copy that opens anywhere runs nothing either, and comes in again as it was.
    browser.follow(&format!("/d/{id}/check"));
    browser.wait_heading("Kiểm tra và tải về");
    browser.click("button", "Một tệp máy nào cũng xem được");
    let copy = browser.download();
    let shown = Browser::open(&format!("file://{}", copy.display()), Size::Desktop);
    shown.wait_text("PHIẾU ĐĂNG KÝ");
    shown.wait_text("<b>Chè & mật");
    nothing_ran(&shown, "the copy");
    let other = open(&site, Size::Desktop);
    other.upload("Mở tệp hồ sơ", &copy);
    other.wait_heading("<img src=x");
    nothing_ran(&other, "the copy in the page");
    if browser.can(Ability::Console) {
        assert_eq!(browser.complaints(), Vec::<String>::new());
    }
}

#[test]
fn a_page_that_only_looks_like_a_copy_runs_nothing() {
    let site = Site::with_its_worker();
    let folder = tempfile::tempdir().expect("a folder");
    let browser = open(&site, Size::Phone);
    let page = format!(
        "<!doctype html><script>window.broken = 1</script>{HOSTILE}<script type=\"application/json\" id=\"ocop-dossier\">{}</script>",
        json!({"format": "ocop-dossier", "version": 1, "id": HOSTILE, "product": {"name": HOSTILE}})
    );
    let path = file(folder.path(), "la.html", page.as_bytes());
    browser.upload("Mở tệp hồ sơ", &path);
    browser.wait_text("Không mở được “la.html”");
    nothing_ran(&browser, "an opened page");
    for link in
        ["<img src=x onerror=window.broken=1>", "%3Cimg%20src%3Dx%20onerror%3Dwindow.broken%3D1%3E", "1AQ\"><b>"]
    {
        browser.follow(&format!("/s/{link}"));
        browser.wait_heading("Không đọc được đường dẫn này");
        nothing_ran(&browser, link);
    }
}

#[test]
fn no_request_leaves_the_page_while_it_is_used() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Device { untouched: true, ..Size::Phone.into() });
    crate::offline::wait_kept(&browser);
    let loaded = site.asked().len();
    browser.reload();
    browser.wait_app();
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    criterion(&browser, "1.1");
    choose(&browser, "Chưa đạt mức nào");
    wait_saved(&browser);
    let id = crate::steps::id(&browser);
    for (_, address) in PAGES {
        browser.open_page(&address.replace("{id}", &id));
    }
    browser.follow(&format!("/d/{id}/check"));
    browser.click("button", "Tệp hồ sơ để làm tiếp (.json)");
    browser.download();
    // Of the site only the service worker is asked for, whether there is a newer one: the browser does that.
    let asked: Vec<_> = site.asked().split_off(loaded).into_iter().filter(|file| file != "sw.js").collect();
    assert!(asked.is_empty(), "{asked:?}");
    if browser.can(Ability::Requests) {
        let elsewhere = |url: &String| !["data:", "blob:", &site.url("")].iter().any(|own| url.starts_with(own));
        let astray: Vec<_> = browser.requests().into_iter().filter(elsewhere).collect();
        assert!(astray.is_empty(), "{astray:?}");
    }
}

#[test]
fn asks_no_other_host_for_anything() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Device { untouched: true, ..Size::Desktop.into() });
    browser.wait_app();
    let elsewhere =
        |url: &String| !url.starts_with(&site.url("")) && !url.starts_with("data:") && !url.starts_with("blob:");
    if browser.can(Ability::Requests) {
        let requests = browser.requests();
        assert!(requests.iter().any(|url| url.ends_with(".wasm")), "the log of what was asked for works: {requests:?}");
        let astray: Vec<_> = requests.into_iter().filter(elsewhere).collect();
        assert!(astray.is_empty(), "{astray:?}");
    }
    let loaded = browser.eval("performance.getEntriesByType('resource').map((entry) => entry.name)");
    let loaded = loaded.as_array().into_iter().flatten().filter_map(|url| Some(url.as_str()?.to_owned()));
    let loaded: Vec<_> = loaded.collect();
    assert!(loaded.iter().any(|url| url.ends_with(".wasm")), "the list of what was loaded works: {loaded:?}");
    assert!(!loaded.iter().any(elsewhere), "{loaded:?}");
}

#[test]
fn nothing_of_the_page_breaks_its_own_content_security_policy() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Phone);
    if !browser.can(Ability::Console) {
        return;
    }
    browser.wait_app();
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn the_policy_stops_scripts_styles_and_requests_that_are_not_ours() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    browser.run(
        "window.stopped = [];
         addEventListener('securitypolicyviolation', (e) => stopped.push(e.effectiveDirective));
         const script = document.createElement('script');
         script.textContent = 'window.broken = true';
         document.body.append(script);
         document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\" onclick=\"window.broken = true\">x</p>');
         document.body.lastElementChild.click();
         fetch('https://example.org/').catch(() => {});",
        json!([]),
    );
    for directive in ["script-src-elem", "style-src-attr", "script-src-attr", "connect-src"] {
        browser.wait(directive, || {
            browser.eval(&format!("stopped.includes('{directive}')")).as_bool().filter(|stopped| *stopped)
        });
    }
    assert!(browser.eval("window.broken === undefined").as_bool().unwrap_or_default());
    if browser.can(Ability::Console) {
        assert!(!browser.complaints().is_empty(), "the console tells what was stopped");
    }
}

#[test]
fn a_page_that_broke_says_what_can_be_passed_on() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    // As an extension or a translator that moves the page's parts about.
    browser.run("Node.prototype.insertBefore = () => { throw new Error('moved'); };", json!([]));
    browser.follow("/about");
    browser.wait_text("Trang gặp lỗi và đã dừng");
    let note = browser.find("alert", "").text();
    // Version with its day, file and line of the panic, and a place in the program.
    for part in [" (20", "panicked at ", ".rs:", "wasm-function["] {
        assert!(note.contains(part), "{part:?} in {note}");
    }
}

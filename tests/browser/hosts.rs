//! Hosts with manners of their own: the first visit, the second and the one without a network work on each, or
//! the page says what is wrong.

use serde_json::json;

use crate::harness::{Ability, Browser, Manner, Site, Size, dist};
use crate::offline::{next_version, wait_kept};
use crate::steps::{dossier_file, name_before_the_whole_app_is_there};

/// The addresses of the page that every host has.
const ADDRESSES: [&str; 3] = ["", "index.html", "#/criteria/1"];

/// First visit, second visit, visit without a network, by these addresses.
#[track_caller]
fn three_visits(site: &Site, host: &str, addresses: &[&str]) {
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    wait_kept(&browser);
    browser.reload();
    browser.wait_app();
    site.set_dark(true);
    for address in addresses {
        // From elsewhere: another fragment of the page that is open asks for nothing.
        browser.goto("about:blank");
        browser.goto(&site.url(address));
        browser.wait_app();
        assert!(!browser.text().contains("Chưa tải được"), "{host}: {address}");
    }
    site.set_dark(false);
}

#[test]
fn works_where_the_page_is_redirected_to_its_folder() {
    let site = Site::with_its_worker();
    site.treat("index.html", Manner::Redirect(""));
    three_visits(&site, "index.html to /", &ADDRESSES);
}

#[test]
fn works_where_the_page_has_a_clean_address() {
    let site = Site::with_its_worker();
    site.have_clean_addresses();
    site.treat("index.html", Manner::Redirect("index"));
    three_visits(&site, "index.html to index", &[&ADDRESSES[..], &["index", "index#/criteria/1"]].concat());
}

#[test]
fn works_where_what_is_not_needed_is_missing_and_a_script_is_added() {
    let site = Site::with_its_worker();
    site.treat("icons/", Manner::Missing);
    site.treat("index.html", Manner::AddsScript);
    site.treat("", Manner::AddsScript);
    three_visits(&site, "no icons, a script", &ADDRESSES);
}

#[test]
fn works_where_each_file_fails_once_for_the_copy() {
    let site = Site::with_its_worker();
    // As the worker asks for it; the page itself has it by then.
    site.treat_next(1, "guide/26-2026/en.json", Manner::Fails);
    site.treat_next(1, "manifest.webmanifest", Manner::CutsOff);
    site.treat_next(1, "index.html", Manner::CutsOff);
    three_visits(&site, "fails once", &ADDRESSES);
}

/// Whether the page says that it is ready for use without a network.
fn says_ready(browser: &Browser) -> bool {
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    browser.wait("word on offline use", || {
        let text = browser.text();
        (text.contains("Lúc này trang đã sẵn sàng") || text.contains("Lúc này trang chưa sẵn sàng")).then_some(())
    });
    browser.text().contains("Lúc này trang đã sẵn sàng")
}

#[test]
fn says_whether_it_is_ready_for_use_without_a_network() {
    let site = Site::with_its_worker();
    site.treat("guide/26-2026/en.json", Manner::Missing);
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    assert!(!says_ready(&browser));
    // The worker asks three times, and is given up. Before that it would come without the page's help.
    browser.wait("the worker to be given up", || {
        let tries = site.asked().iter().filter(|file| *file == "guide/26-2026/en.json").count();
        let none = "navigator.serviceWorker.getRegistration().then((r) => !r)";
        (tries >= 3 && browser.eval(none) == true).then_some(())
    });
    if !browser.can(Ability::Copies) {
        return;
    }
    // What is missing comes: the copies are filled up when the network returns, and the page says so.
    site.behave();
    browser.run("dispatchEvent(new Event('online'))", json!([]));
    wait_kept(&browser);
    browser.wait("the page to say so", || browser.text().contains("Lúc này trang đã sẵn sàng").then_some(()));
}

#[test]
fn the_guide_is_asked_for_again_with_the_next_page_and_when_the_network_returns() {
    let site = Site::with_its_worker();
    // The page's own questions: the worker asks for the same files.
    site.run_first(
        "window.guides = 0;
         const own = window.fetch;
         window.fetch = (asked, ...rest) => {
           if (String(asked.url ?? asked).includes('facts.json')) window.guides++;
           return own(asked, ...rest);
         };",
    );
    for manner in [Manner::Fails, Manner::CutsOff, Manner::Missing] {
        site.treat("guide/", manner);
        let browser = Browser::open(&site.url("#/glossary"), Size::Desktop);
        browser.wait_app();
        let wait_asked = |times: u64| {
            browser.wait(&format!("the guide to be asked for, {manner:?}, {times}"), || {
                (browser.eval("window.guides").as_u64() == Some(times)).then_some(())
            });
        };
        wait_asked(1);
        browser.wait_still();
        browser.follow("#/about");
        wait_asked(2);
        browser.wait_still();
        site.behave();
        browser.run("dispatchEvent(new Event('online'))", json!([]));
        wait_asked(3);
        browser.wait("the guide", || (!browser.eval("document.querySelector('.reading')").is_null()).then_some(()));
    }
}

#[test]
fn the_whole_app_is_asked_for_again_by_itself() {
    let site = Site::with_its_worker();
    for manner in [Manner::Fails, Manner::CutsOff, Manner::CallsItText] {
        site.behave();
        site.treat("ocop-whole", manner);
        let browser = Browser::open(&site.url(""), Size::Phone);
        browser.wait_app();
        browser.follow("#/criteria");
        browser.wait_heading("Chưa tải được phần này");
        site.behave();
        browser.run("dispatchEvent(new Event('online'))", json!([]));
        browser.wait(&format!("{manner:?}: the page"), || (!browser.text().contains("Chưa tải được")).then_some(()));
        browser.wait_heading("26 bộ tiêu chí");
        // The first app's stands in the page. One that is asked for twice stays.
        let styles = "document.querySelectorAll('link[rel=stylesheet]').length";
        browser.wait(&format!("{manner:?}: the whole app's style sheet, once"), || {
            (browser.eval(styles) == 1
                && browser.eval("document.querySelector('link[rel=stylesheet]').sheet !== null") == true)
                .then_some(())
        });
        // Chromium forgets that an import failed; others would give the same answer to the same address.
        let asked = site.asked();
        assert!(asked.iter().any(|file| file.contains(".js?")), "{manner:?}: under no other address: {asked:?}");
    }
}

#[test]
fn where_a_new_version_took_the_old_files_away_a_reload_is_the_way_on() {
    let site = Site::with_its_worker();
    site.treat("ocop-whole", Manner::Stalls);
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    name_before_the_whole_app_is_there(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    let next = next_version();
    site.publish(next.path());
    site.treat("ocop-whole", Manner::Missing);
    site.treat_next(0, "ocop-whole", Manner::Missing);
    let renamed = std::fs::read_dir(next.path()).expect("the folder").flatten();
    for file in renamed.filter(|file| file.file_name().to_string_lossy().starts_with("start-")) {
        let index = next.path().join("index.html");
        let name = file.file_name().to_string_lossy().into_owned();
        std::fs::copy(file.path(), next.path().join("start-next.js")).expect("a copy");
        let text = std::fs::read_to_string(&index).expect("the page");
        std::fs::write(&index, text.replace(&name, "start-next.js")).expect("the page");
    }
    browser.follow("#/criteria");
    browser.wait_text("Trang vừa có bản mới");
    site.behave();
    browser.click("button", "Tải lại trang");
    browser.wait("the new version", || {
        browser.eval("document.documentElement.dataset.version").as_str().filter(|is| *is == "next").map(drop)
    });
    browser.wait_heading("26 bộ tiêu chí");
    browser.back();
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.follow("#/");
    browser.wait_text("Cam Cao Phong");
}

#[test]
fn what_fails_once_on_the_first_visit_comes_by_itself() {
    let site = Site::with_its_worker();
    let program = first_program();
    for (file, manner) in [
        ("start-", Manner::Fails),
        ("start-", Manner::CutsOff),
        ("start-", Manner::Missing),
        ("ocop-app", Manner::Fails),
        (&program, Manner::Fails),
        (&program, Manner::CutsOff),
        (&program, Manner::EndsEarly),
    ] {
        site.behave();
        site.treat_next(1, file, manner);
        let browser = Browser::start(Size::Phone);
        browser.goto(&site.url(""));
        browser.wait(&format!("{file} {manner:?}: the app"), || {
            (browser.eval("!document.querySelector('.first-paint') && !!document.querySelector('#app main')") == true)
                .then_some(())
        });
        assert!(!browser.text().contains("Hãy cập nhật trình duyệt"), "{file} {manner:?}: {}", browser.text());
    }
}

/// The first app's program, as the build calls it.
fn first_program() -> String {
    let files = std::fs::read_dir(dist()).expect("the page").flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    names.into_iter().find(|name| name.starts_with("ocop-app-") && name.ends_with(".wasm")).expect("the first app")
}

#[test]
fn a_page_whose_loader_does_not_come_says_so_and_comes_with_the_network() {
    let site = Site::with_its_worker();
    site.treat("start-", Manner::Missing);
    let browser = Browser::start(Size::Phone);
    browser.goto(&site.url(""));
    browser.wait_text("Chưa tải được hết trang");
    browser.find("link", "tải lại");
    site.behave();
    browser.run("dispatchEvent(new Event('online'))", json!([]));
    browser.wait_app();
}

#[test]
fn a_page_that_opens_for_long_offers_to_be_loaded_again() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("icons/mark.svg"), Size::Phone);
    browser.keep_product(&dossier_file("set-01-five-stars.json"));
    site.treat("ocop-whole", Manner::Stalls);
    // Firefox calls the page loading until the whole app is there: nothing here waits for that.
    browser.run("const page = arguments[0]; setTimeout(() => location.assign(page));", json!([site.url("")]));
    // What stands in the page says it after a while: its time is run through here.
    let shown = "(() => {
        const slow = document.getElementById('slow');
        slow?.getAnimations().forEach((one) => one.finish());
        return Boolean(slow) && getComputedStyle(slow).visibility === 'visible';
    })()";
    browser.wait("what a slow page says", || (browser.eval(shown) == true).then_some(()));
    browser.find("link", "tải lại");
}

#[test]
fn a_page_without_its_last_slash_finds_its_files() {
    let site = Site::with_its_worker();
    site.have_no_last_slash();
    let address = site.url("");
    let browser = Browser::start(Size::Phone);
    browser.goto(&format!("{}#/glossary", address.trim_end_matches('/')));
    browser.wait_heading("Giải thích từ ngữ");
    assert_eq!(browser.url(), format!("{address}#/glossary"));
}

#[test]
fn a_page_out_of_an_old_cache_makes_way_for_the_newest() {
    let site = Site::with_its_worker();
    // The files of the old version are gone.
    let old = tempfile::tempdir().expect("a folder");
    let page = std::fs::read_to_string(dist().join("index.html")).expect("the page");
    let start = page.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("the loader");
    std::fs::write(old.path().join("index.html"), page.replace(start, "start-0123456789abcdef.js")).expect("a page");
    site.publish(old.path());
    let browser = Browser::start(Size::Phone);
    browser.goto(&site.url(""));
    browser.wait_text("Đang mở");
    site.publish(dist());
    browser.wait_app();
}

#[test]
fn a_page_whose_app_does_not_come_says_so_and_comes_with_the_network() {
    let site = Site::with_its_worker();
    site.treat("ocop-app", Manner::Missing);
    let browser = Browser::start(Size::Phone);
    browser.goto(&site.url(""));
    browser.wait_text("Chưa tải được hết trang");
    site.behave();
    browser.run("dispatchEvent(new Event('online'))", json!([]));
    browser.wait_app();
}

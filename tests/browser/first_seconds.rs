//! What is there before the app: the same page, which can be used already.

use serde_json::json;

use crate::harness::{Browser, Site, Size, dist};

/// What a reader finds where the first question is asked: heading, lead, the field and what stands in it.
const FIRST_QUESTION: &str = "(() => {
    const shown = (selector) => [...document.querySelectorAll(`main ${selector}`)].find((one) => one.checkVisibility());
    const field = shown('input[type=search]');
    return [shown('h1').innerText, shown('.lead').innerText, field.labels[0].innerText, field.placeholder];
})()";

/// The page at an address, with its program still on its way, and what it is on its way from.
fn without_program(address: &str) -> (tempfile::TempDir, Site, Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program = String::new();
    for entry in std::fs::read_dir(dist()).expect("dist").flatten().filter(|entry| entry.path().is_file()) {
        let name = entry.file_name().into_string().expect("a name of the build");
        if name.starts_with("ocop-app") && name.ends_with(".wasm") {
            program.clone_from(&name);
        }
        std::fs::copy(entry.path(), folder.path().join(name)).expect("a copy of the build");
    }
    // What is fetched ahead would hold up the page's own "loaded", for which a driver waits.
    let index = folder.path().join("index.html");
    let html = std::fs::read_to_string(&index).expect("the page");
    let plain: Vec<&str> = html.lines().filter(|line| !line.contains("rel=\"preload\"")).collect();
    assert!(plain.len() < html.lines().count(), "the program is fetched ahead");
    std::fs::write(&index, plain.join("\n")).expect("a page");
    let site = Site::serve(folder.path(), "/ocop/");
    site.hold(Some(&program));
    let browser = Browser::open(&site.url(address), Size::Phone);
    assert_eq!(browser.eval("document.querySelector('.first-paint') !== null"), json!(true));
    (folder, site, browser)
}

#[test]
fn the_first_question_reads_the_same_before_the_app_and_in_it() {
    let (_folder, site, browser) = without_program("#/new");
    let before = browser.eval(FIRST_QUESTION);
    site.hold(None);
    browser.wait_app();
    assert_eq!(browser.eval(FIRST_QUESTION), before);
}

#[test]
fn the_welcome_leads_to_the_first_question_before_the_app_is_there() {
    let (_folder, site, browser) = without_program("");
    browser.find("heading", "Sản phẩm được mấy sao?");
    browser.click("link", "Chấm sản phẩm đầu tiên");
    browser.type_into("searchbox", "", "cam");
    site.hold(None);
    browser.wait_app();
    browser.wait_text("Rau, củ, quả, hạt tươi");
}

#[test]
fn what_is_pressed_as_the_app_comes_is_pressed() {
    let (_folder, site, browser) = without_program("");
    let place = "(() => {
        const { left, top, width, height } = document.querySelector('#app .action-bar .button-act').getBoundingClientRect();
        return [left, top, width, height].map(Math.round);
    })()";
    let before = browser.eval(place);
    browser.hold_down("link", "Chấm sản phẩm đầu tiên");
    site.hold(None);
    browser.wait_fetched("ocop-app");
    browser.let_go();
    browser.wait_heading("Sản phẩm tên gì?");
    // And the app's own button stands where it was.
    browser.wait_app();
    browser.follow("#/");
    browser.wait_heading("Sản phẩm được mấy sao?");
    assert_eq!(browser.eval(place), before);
}

#[test]
fn what_is_typed_before_the_app_is_there_goes_on_in_it() {
    let (_folder, site, browser) = without_program("#/new");
    browser.type_into("searchbox", "", "nuoc m");
    site.hold(None);
    browser.wait_app();
    let field = "(({ type, value }) => [type, value])(document.activeElement)";
    browser
        .wait("the field to be as it was left", || (browser.eval(field) == json!(["search", "nuoc m"])).then_some(()));
    browser.type_text("am");
    browser.wait("the rest", || (browser.eval(field) == json!(["search", "nuoc mam"])).then_some(()));
    browser.wait_text("vì có “nước mắm”");
}

#[test]
fn who_has_been_here_is_not_welcomed_anew() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("icons/mark.svg"), Size::Phone);
    browser.run("localStorage['ocop/dossier/a'] = '{}'", json!([]));
    site.hold(Some("ocop-whole"));
    // As a link leads there: a driver would wait for all that the page fetches.
    browser.run("setTimeout(() => location.assign(arguments[0]))", json!([site.url("#/")]));
    browser.wait("the first paint", || browser.has("status", "Đang mở").then_some(()));
    assert!(!browser.has("heading", "Sản phẩm được mấy sao?"), "{}", browser.text());
}

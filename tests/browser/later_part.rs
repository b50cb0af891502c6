//! The pages of the later steps come after the rest: nothing before them waits for them, and where they do not come the
//! page says so and asks again.

use serde_json::json;

use crate::harness::{Browser, Manner, Site, Size};
use crate::steps::{begin, choose_best, criterion, dossier_file, heading, page};

/// The program of these pages.
const PART: &str = "ocop-later";

#[test]
fn the_first_steps_do_not_wait_for_the_later_pages() {
    let site = Site::with_its_worker();
    site.hold(Some(PART));
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    criterion(&browser, "1.1");
    browser.wait("word that the papers are on their way", || says(&browser, "Đang tải phần này"));
    choose_best(&browser);
    let asks = heading(&browser);
    page(&browser, "way");
    browser.wait_heading("Đang tải phần này");
    // Meanwhile all else goes on.
    browser.back();
    browser.wait_heading(&asks);
    page(&browser, "way");
    browser.wait_heading("Đang tải phần này");
    site.hold(None);
    browser.wait("the way", || (!browser.text().contains("Đang tải phần này")).then_some(()));
    browser.wait("the focus on its heading", || browser.focused().starts_with("h1 ").then_some(()));
    // From now on it is there at once.
    browser.run(
        "new MutationObserver(() => (window.waited ||= document.body.innerText.includes('Đang tải phần này')))
           .observe(document.body, { childList: true, subtree: true });",
        json!([]),
    );
    page(&browser, "forms");
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    assert_eq!(browser.eval("window.waited ?? false"), false);
}

#[test]
fn the_later_pages_are_asked_for_again_by_themselves_and_by_a_press() {
    for manner in [Manner::Fails, Manner::CutsOff, Manner::Missing] {
        let site = Site::with_its_worker();
        site.treat(PART, manner);
        let browser = Browser::open(&site.url("#/criteria"), Size::Phone);
        browser.wait_heading("Chưa tải được phần này");
        browser.click("button", "Thử lại");
        browser.wait_heading("Chưa tải được phần này");
        site.behave();
        browser.run("dispatchEvent(new Event('online'))", json!([]));
        browser.wait_heading("26 bộ tiêu chí");

        site.treat(PART, manner);
        let browser = Browser::open(&site.url("#/criteria"), Size::Phone);
        browser.wait_heading("Chưa tải được phần này");
        site.behave();
        browser.click("button", "Thử lại");
        browser.wait_heading("26 bộ tiêu chí");

        site.treat(PART, manner);
        let browser = Browser::open(&site.url("#/criteria"), Size::Phone);
        browser.wait_heading("Chưa tải được phần này");
        site.behave();
        browser.follow("#/about");
        browser.wait_heading("Về trang này");
    }
}

/// Products, with one of them: the whole app is there.
fn at_the_products(site: &Site) -> Browser {
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser
}

#[test]
fn a_file_that_is_chosen_before_its_reader_is_there_is_opened_once_it_is() {
    let site = Site::with_its_worker();
    site.hold(Some(PART));
    let browser = at_the_products(&site);
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    site.hold(None);
    browser.wait_heading("Trà hoa cúc Nghĩa Trai");
}

#[test]
fn a_file_whose_reader_does_not_come_is_said_not_to_be_opened() {
    let site = Site::with_its_worker();
    site.treat(PART, Manner::Fails);
    let browser = at_the_products(&site);
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    browser.wait_text("Chưa tải được phần này");
    site.behave();
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    browser.wait_heading("Trà hoa cúc Nghĩa Trai");
    assert!(says(&browser, "Chưa tải được phần này").is_none());
}

#[test]
fn a_file_whose_reader_did_not_come_is_opened_when_the_network_returns() {
    let site = Site::with_its_worker();
    site.treat(PART, Manner::Fails);
    let browser = at_the_products(&site);
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    browser.wait_text("Có mạng lại thì trang tự làm tiếp");
    site.behave();
    browser.run("dispatchEvent(new Event('online'))", json!([]));
    browser.wait_heading("Trà hoa cúc Nghĩa Trai");
    assert!(says(&browser, "Chưa tải được phần này").is_none());
}

#[test]
fn a_file_whose_reader_did_not_come_takes_nobody_away_who_has_gone_on() {
    let site = Site::with_its_worker();
    site.treat(PART, Manner::Fails);
    let browser = at_the_products(&site);
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    browser.wait_text("Có mạng lại thì trang tự làm tiếp");
    browser.follow("#/about");
    browser.wait_heading("Chưa tải được phần này");
    site.behave();
    browser.run("dispatchEvent(new Event('online'))", json!([]));
    browser.wait_heading("Về trang này");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    assert!(!browser.text().contains("Trà hoa cúc Nghĩa Trai"));
}

#[test]
fn what_stands_below_a_question_comes_by_itself_and_takes_nobody_away() {
    let site = Site::with_its_worker();
    site.treat(PART, Manner::Fails);
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.wait_app();
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    criterion(&browser, "1.1");
    browser.wait("word that the papers did not come", || says(&browser, "Chưa tải được phần này"));
    browser.click("button", "Thử lại");
    browser.wait("the same again", || says(&browser, "Chưa tải được phần này"));
    choose_best(&browser);
    let focused = browser.focused();
    site.behave();
    browser.run("dispatchEvent(new Event('online'))", json!([]));
    browser.wait("the papers", || says(&browser, "Tài liệu minh chứng mức này"));
    assert!(says(&browser, "Chưa tải được phần này").is_none());
    assert_eq!(browser.focused(), focused);
}

fn says(browser: &Browser, text: &str) -> Option<()> {
    browser.text().contains(text).then_some(())
}

#[test]
fn a_host_that_calls_the_later_pages_a_text_is_no_reason_to_fail() {
    let site = Site::with_its_worker();
    site.treat(PART, Manner::CallsItText);
    let browser = Browser::open(&site.url("#/criteria"), Size::Phone);
    browser.wait_heading("26 bộ tiêu chí");
}

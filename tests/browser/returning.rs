//! The browser's Back: a page is found as it was left, and a page that is gone to anew begins at its top.

use serde_json::json;

use crate::harness::{Browser, Engine, Key, Site, Size};
use crate::steps::{begin, dossier_file, open, wait_saved};

/// Opens the last fold of the page that is shut, and goes a good way down: how far, and how many are open.
const LEAVE: &str = "const drawn = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 200); });
    return (async () => {
      [...document.querySelectorAll('main details:not([open]) > summary')].filter((one) => one.checkVisibility()).at(-1)?.click();
      await drawn();
      const most = document.documentElement.scrollHeight - innerHeight;
      scrollTo({ top: Math.floor(most * 0.6), behavior: 'instant' });
      await drawn();
      return [Math.round(scrollY), document.querySelectorAll('main details[open]').length];
    })()";

const STANDS: &str = "[Math.round(scrollY), document.querySelectorAll('main details[open]').length]";

#[test]
fn back_leads_to_where_a_page_was_left_and_a_link_to_its_top() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    browser.wait_heading("Về trang này");
    let id = browser.keep_product(&dossier_file("set-01-five-stars.json"));
    browser.reload();
    browser.wait_heading("Về trang này");
    // With folds of the browser's own, of the page's, with long words that come late, and with a place in the address.
    for page in [
        "#/about".to_owned(),
        "#/glossary".to_owned(),
        "#/criteria/1".to_owned(),
        format!("#/d/{id}/evidence"),
        format!("#/d/{id}/papers"),
        format!("#/d/{id}/forms"),
        format!("#/d/{id}/forms/field/applicant.phone"),
        format!("#/d/{id}/check"),
    ] {
        browser.follow("#/new");
        browser.wait_heading("Sản phẩm tên gì?");
        browser.open_page(&page);
        let left = browser.run(LEAVE, json!([]));
        assert!(left[0].as_u64() > Some(100), "{page} is no longer than the screen: {left}");
        browser.follow("#/new");
        browser.wait_heading("Sản phẩm tên gì?");
        browser.back();
        browser.wait(&format!("{page} as it was left, {left}"), || (browser.eval(STANDS) == left).then_some(()));
        browser.wait_still();
        assert_eq!(browser.eval(STANDS), left, "{page}: and it stays");
        // The same page, gone to anew: as if for the first time.
        browser.follow("#/new");
        browser.wait_heading("Sản phẩm tên gì?");
        browser.open_page(&page);
        if !page.contains("/field/") {
            browser.wait(&format!("the top of {page}"), || (browser.eval("scrollY") == 0).then_some(()));
        }
    }
}

#[test]
fn back_gives_the_focus_to_the_link_that_led_away() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("#/about"), Size::Desktop);
    browser.wait_heading("Về trang này");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm được mấy sao?");
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    wait_saved(&browser);
    // The last link of the page, far down for whoever goes by the keyboard.
    let enter = "const link = [...document.querySelectorAll('main a[href^=\"#/d/\"]')].filter((one) => one.checkVisibility()).at(-1);
        link.focus();
        // WebKit goes down to it a moment later.
        const frame = () => new Promise((drawn) => { requestAnimationFrame(drawn); setTimeout(drawn, 200); });
        return (async () => {
          for (let was, now = -1, n = 0; n < 8 && (was !== now || n < 3); n++) { was = now; await frame(); now = Math.round(scrollY); }
          return [link.getAttribute('href'), Math.round(scrollY)];
        })();";
    let left = browser.run(enter, json!([]));
    browser.press(Key::Enter);
    browser.wait("another page", || (browser.eval("location.hash") == left[0]).then_some(()));
    browser.wait_still();
    browser.back();
    browser.wait_heading("Cam sành");
    browser.wait("the link to have the focus", || {
        let now = browser.eval("[document.activeElement.getAttribute('href'), Math.round(scrollY)]");
        (now == left).then_some(())
    });
}

#[test]
fn back_into_a_deleted_dossier_says_where_it_is_and_brings_it_back() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    browser.wait_heading("Về trang này");
    let id = browser.keep_product(&dossier_file("set-01-five-stars.json"));
    browser.reload();
    browser.wait_heading("Về trang này");
    browser.follow(&format!("#/d/{id}/check"));
    browser.wait_heading("Kiểm tra và tải về");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser.eval("document.querySelector('.menu summary').click()");
    browser.click("button", "Xóa");
    browser.wait_text("Đã xóa Sầu riêng Ea Kao");
    browser.back();
    browser.wait_heading("Hồ sơ này đã xóa");
    browser.wait_text("“Sầu riêng Ea Kao” đang ở mục “Vừa xóa”");
    browser.click("button", "Lấy lại hồ sơ");
    browser.wait_heading("Kiểm tra và tải về");
    wait_saved(&browser);
    browser.reload();
    browser.wait_heading("Kiểm tra và tải về");
}

#[test]
fn what_the_check_finds_undescribed_leads_to_its_field_and_back() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    browser.wait_heading("Về trang này");
    let id = browser.keep_product(&dossier_file("set-26-cases.json"));
    browser.reload();
    browser.wait_heading("Về trang này");
    browser.open_page(&format!("#/d/{id}/check"));
    browser.click("link", "Lao động địa phương");
    let place = browser.wait("the address of a description", || {
        let url = browser.url();
        url.ends_with("/words").then_some(url)
    });
    let is_typed_in = "document.activeElement?.id === 'own-words'";
    browser.wait(&format!("the field at {place}"), || (browser.eval(is_typed_in) == true).then_some(()));
    browser.fill("textbox", "Mô tả kết quả đạt được", "Người Dao trong thôn làm du lịch từ năm 2015");
    wait_saved(&browser);
    browser.click("link", "Kiểm tra và tải về");
    browser.wait_heading("Kiểm tra");
}

/// Where the page stands at each painted frame while it goes on to the next one: whose heading it has, and how far down.
const SEEN: &str = "const [next, done] = arguments;
    scrollTo(0, 900);
    const before = document.querySelector('h1').innerText;
    const seen = [];
    const look = () => requestAnimationFrame(() => setTimeout(() => {
      if (document.querySelector('h1').innerText !== before) seen.push(Math.round(scrollY));
      if (seen.length < 8) look(); else done(seen);
    }));
    requestAnimationFrame(() => { look(); document.querySelector(next).click(); });";

#[test]
fn a_new_page_is_never_seen_where_the_one_before_was_left() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    if browser.engine == Engine::Chromium {
        browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 6 }));
    }
    for code in ["1.1", "1.2", "1.3"] {
        browser.wait_heading(&format!("{code} "));
        browser.wait("the papers", || browser.has("heading", "Tài liệu minh chứng").then_some(()));
        let seen = browser.run_async(SEEN, json!(["a.button-act"]));
        assert!(seen.as_array().is_some_and(|seen| seen.iter().all(|at| *at == json!(0))), "{code}: {seen}");
    }
}

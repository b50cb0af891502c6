//! The first question: a product by its real name.

use crate::harness::{Browser, Site, Size};
use crate::steps::{heading, open};

const FIELD: &str = "Tên sản phẩm";

fn asked(site: &Site) -> Browser {
    let browser = open(site, Size::Phone);
    browser.follow("#/new");
    browser.wait_heading("Sản phẩm tên gì?");
    browser
}

fn value(browser: &Browser) -> String {
    browser.find("searchbox", FIELD).value()
}

#[test]
fn a_name_that_is_sure_is_taken_with_one_tap_and_never_asked_again() {
    let site = Site::of_the_build();
    let browser = asked(&site);
    browser.fill("searchbox", FIELD, "Nước mắm Phú Quốc");
    browser.wait_text("vì có “nước mắm”");
    browser.click("button", "Đúng bộ 9, tiếp tục");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.click("button", "Chưa có");
    browser.wait("the first criterion", || browser.has("radio", "Chưa trả lời").then_some(()));
    assert!(browser.text().contains("Nước mắm Phú Quốc"));
}

#[test]
fn a_doubt_is_settled_by_one_question() {
    let site = Site::of_the_build();
    let browser = asked(&site);
    browser.fill("searchbox", FIELD, "Tỏi Lý Sơn");
    browser.wait_text("Bán tươi để ăn, hay phơi khô, xay làm gia vị?");
    browser.click("button", "Bán tươi");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.follow("#/");
    browser.wait_text("Tỏi Lý Sơn");
}

#[test]
fn reload_and_back_lose_nothing_and_the_focus_follows() {
    let site = Site::of_the_build();
    let browser = asked(&site);
    browser.fill("searchbox", FIELD, "Cam 50% / “Cao Phong”");
    browser.wait("the name in the address", || browser.url().contains("#/new/name/").then_some(()));
    browser.reload();
    browser.wait("the name to be there again", || (value(&browser) == "Cam 50% / “Cao Phong”").then_some(()));
    browser.click("button", "Đúng bộ 1, tiếp tục");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.run("history.back()", serde_json::json!([]));
    browser.wait_heading("Sản phẩm tên gì?");
    browser.wait("the name to be there again", || (value(&browser) == "Cam 50% / “Cao Phong”").then_some(()));
    let focused = "document.activeElement.id";
    browser.wait("the heading to have the focus", || (browser.eval(focused) == "page-title").then_some(()));
    browser.click("button", "Đúng bộ 1, tiếp tục");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.follow("#/");
    browser.wait("our products", || (heading(&browser) != "Sản phẩm đã có sao OCOP chưa?").then_some(()));
    let products =
        "[...document.querySelectorAll('main .product')].filter((one) => one.innerText.includes('Cao Phong')).length";
    assert_eq!(browser.eval(products), 1, "begun once");
}

/// On a slow device the word that the address is another comes after what was to be written into the address of before.
#[test]
fn who_goes_on_right_after_the_last_letter_is_not_taken_back() {
    let site = Site::of_the_build();
    site.run_first(
        "addEventListener('hashchange', (event) => {
            if (!window.isSlow || !event.isTrusted) return;
            event.stopImmediatePropagation();
            setTimeout(() => dispatchEvent(new HashChangeEvent('hashchange', event)), 1000);
        }, true)",
    );
    let browser = asked(&site);
    browser.run("window.isSlow = true", serde_json::json!([]));
    browser.fill("searchbox", FIELD, "Nước mắm Phú Quốc");
    // In the moment in which it is there, sooner than a driver would.
    let press = "const [name] = arguments;
        return new Promise((pressed) => {
            const look = () => {
                const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
                if (!button) return requestAnimationFrame(look);
                const field = document.querySelector('input[type=search]');
                field.value += ' ';
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                requestAnimationFrame(() => setTimeout(() => pressed(button.click())));
            };
            look();
        });";
    browser.run(press, serde_json::json!(["Đúng bộ 9, tiếp tục"]));
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
}

#[test]
fn what_fits_nowhere_is_told_with_the_classes() {
    let site = Site::of_the_build();
    let browser = asked(&site);
    browser.fill("searchbox", FIELD, "Nước lau sàn hữu cơ");
    browser.wait_text("không có trong các nhóm sản phẩm OCOP");
    browser.wait_text("thịt, cá, tôm, trứng, sữa tươi hoặc cấp đông");
    browser.fill("searchbox", FIELD, "Hưng Thịnh");
    browser.wait_text("Tên này chưa cho biết");
    browser.click("button", "Vải, may mặc");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
}

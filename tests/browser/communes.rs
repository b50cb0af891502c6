//! Communes: found by typing, and what a chosen one fills.

use serde_json::json;

use crate::harness::{Browser, Key, Site, Size};
use crate::steps::{begin, open, page};

const COMMUNE: &str = "Xã, phường, đặc khu nhận hồ sơ";

/// How often the page asked for the communes.
fn times_asked(browser: &Browser) -> u64 {
    let asked = "performance.getEntriesByType('resource').filter((one) => one.name.includes('communes')).length";
    browser.eval(asked).as_u64().expect("a number")
}

fn at_the_forms(site: &Site, size: Size, part: &str) -> Browser {
    let browser = open(site, size);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    assert_eq!(times_asked(&browser), 0, "no form has asked yet");
    page(&browser, "forms");
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    browser.click("summary", part);
    browser
}

#[track_caller]
fn wait_value(browser: &Browser, role: &str, name: &str, value: &str) {
    browser.wait(&format!("{name} to be {value}"), || (browser.find(role, name).value() == value).then_some(()));
}

#[test]
fn a_commune_is_chosen_by_keyboard_and_fills_the_province_and_the_codes() {
    let site = Site::of_the_build();
    let browser = at_the_forms(&site, Size::Desktop, "Nơi nộp");
    browser.fill("combobox", COMMUNE, "phu quoc");
    browser.find("option", "Đặc khu Phú Quốc, An Giang");
    browser.press(Key::Down);
    browser.wait("the first option to be at hand", || {
        browser.find("combobox", COMMUNE).attribute("aria-activedescendant").filter(|id| !id.is_empty())
    });
    browser.press(Key::Enter);
    wait_value(&browser, "combobox", COMMUNE, "Đặc khu Phú Quốc");
    wait_value(&browser, "combobox", "Tỉnh, thành phố", "An Giang");
    browser.wait_gone("option", "Đặc khu Phú Quốc, An Giang");
    browser.fill("textbox", "Năm tham gia đánh giá", "2027");
    // The product's part, the first with a gap, is open by itself.
    let code = browser.wait("the codes", || {
        let code = browser.find("textbox", "Mã số sản phẩm").value();
        code.ends_with("-2027").then_some(code)
    });
    assert!(code.starts_with("91-31078-"), "{code}");
}

#[test]
fn an_address_ends_with_a_commune_chosen_by_finger_and_what_is_typed_otherwise_stays() {
    let site = Site::of_the_build();
    let browser = at_the_forms(&site, Size::Phone, "Chủ thể");
    browser.fill("combobox", "Địa chỉ", "Thôn 3, ea kao");
    browser.click("option", "Phường Ea Kao, Đắk Lắk");
    wait_value(&browser, "combobox", "Địa chỉ", "Thôn 3, Phường Ea Kao, Đắk Lắk");
    browser.click("summary", "Nơi nộp");
    wait_value(&browser, "combobox", COMMUNE, "Phường Ea Kao");
    // Escape leaves what is typed, and so does going on.
    browser.fill("combobox", COMMUNE, "tan an");
    browser.find("option", "Xã Tân An, Nghệ An");
    browser.press(Key::Escape);
    browser.wait_gone("option", "Xã Tân An, Nghệ An");
    wait_value(&browser, "combobox", COMMUNE, "tan an");
    assert_eq!(times_asked(&browser), 1, "once for all fields");
}

#[test]
fn a_commune_that_is_half_typed_is_doubted_wherever_it_is_read() {
    let site = Site::of_the_build();
    let browser = at_the_forms(&site, Size::Phone, "Nơi nộp");
    browser.fill("combobox", COMMUNE, "Xã Cao Ph");
    browser.press(Key::Escape);
    browser.press(Key::Tab);
    browser.wait_text("không có tên này");
    page(&browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })", json!([]));
    browser.wait_text("không có tên này; mẫu sẽ in đúng như đã ghi");
    page(&browser, "desk");
    browser.wait_heading("Việc của xã");
    browser.wait_text("không có tên này; mẫu sẽ in đúng như đã ghi");
    browser.wait_text("xã Cao Ph");
    // What is typed stays, and a commune that there is ends the doubt.
    browser.click("link", COMMUNE);
    wait_value(&browser, "combobox", COMMUNE, "Xã Cao Ph");
    browser.fill("combobox", COMMUNE, "Xã Cao Phong");
    browser.wait("the doubt to be over", || (!browser.text().contains("không có tên này")).then_some(()));
}

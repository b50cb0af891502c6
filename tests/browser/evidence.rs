//! Papers: noted once, tied to criteria, flagged by their dates.

use serde_json::json;

use crate::harness::{Browser, Site, Size};
use crate::steps::{dossier_file, file, open, page, wait_saved};

/// A browser that shows the papers of 3.5 of the example, and the address of the example.
pub fn at_the_papers(site: &Site) -> (Browser, String) {
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    wait_saved(&browser);
    let dossier = browser.url();
    browser.goto(&format!("{dossier}/evidence/3.5"));
    browser.wait_text("Tài liệu minh chứng mức này");
    (browser, dossier)
}

/// Notes the first paper that the guide suggests, the trademark certificate, and opens it.
pub fn at_a_paper(site: &Site) -> (Browser, String) {
    let (browser, dossier) = at_the_papers(site);
    browser.click("button", "Có rồi: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("link", "Ảnh, bản quét, chi tiết");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    // What the link names comes first of what it leads to.
    browser.wait("the photos", || (browser.eval("document.activeElement.id") == "photos").then_some(()));
    (browser, dossier)
}

#[test]
fn the_papers_of_a_level_prove_it_together_and_make_its_points_safe() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let bare = || {
        browser.goto(&format!("{dossier}/evidence"));
        browser.wait_text("Chứng minh 3.5");
        browser.click("button", "Còn thiếu");
        browser.wait_text("3.3");
        let text = browser.text();
        text.split("Có điểm mà chưa đủ giấy").nth(1).expect("what has too few papers").to_owned()
    };
    // One of four is not enough, and is told as that.
    let told = bare();
    let told = told.split("3.5").nth(1).expect("3.5 is there").split("điểm").next().unwrap_or_default().to_owned();
    assert!(told.contains("còn thiếu 3 giấy tờ"), "{told}");
    browser.goto(&format!("{dossier}/c/3.5"));
    browser.wait_text("1/4 đã có");
    browser.find("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    for held in 2..=4 {
        let names = browser.names("button");
        let name = names.iter().find(|name| name.starts_with("Có rồi: ")).expect("a further paper");
        browser.click("button", name);
        browser.wait_text(&format!("{held}/4 đã có"));
    }
    wait_saved(&browser);
    assert!(!bare().contains("3.5"));
}

#[test]
fn a_paper_is_filled_in_where_the_level_is_chosen_and_the_page_stays_where_it_was() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/3.5"));
    browser.wait_text("Tài liệu minh chứng mức này");
    browser.click("button", "Có rồi: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.fill("textbox", "Số hiệu", "4-0412345");
    browser.wait("the number to have the focus", || {
        browser.eval("document.activeElement.value === '4-0412345'").as_bool().filter(|it| *it)
    });
    browser.click("summary", "Đứng tên ai, tên sản phẩm trên giấy");
    browser.click("button", "Đúng như hồ sơ");
    browser.wait("the product's name", || {
        let names =
            "[...document.querySelectorAll('.paper-printed input')].some((it) => it.value.includes('Cam sành'))";
        browser.eval(names).as_bool().filter(|it| *it)
    });
    let pressed = browser.press_in_sight("button", "Xong: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait_text("Số 4-0412345");
    browser.wait("the focus to be at the paper", || {
        browser.eval("document.activeElement.id.startsWith('edit-')").as_bool().filter(|it| *it)
    });
    let now = browser.eval("document.activeElement.getBoundingClientRect().top").as_f64().unwrap_or_default();
    assert!((now - pressed).abs() < 2.0, "what takes the button's place is where it was: {pressed}, {now}");
    assert!(browser.url().ends_with("/c/3.5"), "{}", browser.url());
    // Done on the paper's own page, its form is not open once more on the criterion.
    browser.click("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("link", "Ảnh, bản quét, chi tiết");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("button", "Xong");
    browser.wait_text("Tài liệu minh chứng mức này");
    browser.wait("the focus to be at the paper", || {
        browser.eval("document.activeElement.id.startsWith('edit-')").as_bool().filter(|it| *it)
    });
    browser.find("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    assert!(!browser.has("textbox", "Số hiệu"), "the form is shut");
    // Back, it is found as it was left.
    browser.click("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("link", "Ảnh, bản quét, chi tiết");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    browser.back();
    browser.find("button", "Xong: Giấy chứng nhận đăng ký nhãn hiệu");
}

#[test]
fn a_day_that_is_none_is_told_as_soon_as_its_field_is_left_and_in_every_list() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/3.5"));
    browser.wait_text("Tài liệu minh chứng mức này");
    browser.click("button", "Có rồi: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.fill("textbox", "Ngày cấp", "15/13/2025");
    // On to the next field of the same paper.
    browser.fill("textbox", "Số hiệu", "4-0412345");
    browser.wait_text("Lịch không có ngày này");
    browser.click("button", "Xong: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait_text("Ngày chưa đúng");
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Ngày chưa đúng");
    browser.goto(&format!("{dossier}/c/3.5"));
    browser.click("button", "Sửa: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.fill("textbox", "Ngày cấp", "15/12/2025");
    browser.click("button", "Xong: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait("the day to be right", || (!browser.text().contains("Ngày chưa đúng")).then_some(()));
}

#[test]
fn a_name_that_is_typed_proposes_the_paper_with_its_criteria() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/evidence"));
    browser.click("button", "Ghi giấy mới");
    browser.fill("textbox", "Tên giấy", "gcn nhan hieu");
    browser.click("button", "Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait_heading("Giấy chứng nhận đăng ký nhãn hiệu");
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chứng minh 3.5");
}

/// Noted in own words first, as a photo comes before anybody asks what it is.
#[test]
fn a_paper_taken_for_one_of_the_guides_goes_to_its_criteria_and_can_be_taken_back() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/evidence"));
    browser.click("button", "Ghi giấy mới");
    browser.fill("textbox", "Tên giấy", "gcn nhan hieu");
    browser.click("button", "Ghi đúng tên đã gõ");
    browser.wait_heading("gcn nhan hieu");
    browser.wait_text("Có phải giấy này không?");
    // What it will do stands on the button.
    browser.click("button", "Giấy chứng nhận đăng ký nhãn hiệu gắn với 3.5");
    browser.wait_text("Đã nhận là “Giấy chứng nhận đăng ký nhãn hiệu” và gắn với 3.5.");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chứng minh 3.5");
    browser.click("link", "gcn nhan hieu");
    browser.wait_text("và gắn với 3.5.");
    browser.click("button", "Hoàn tác: Giấy chứng nhận đăng ký nhãn hiệu");
    browser.wait_text("Có phải giấy này không?");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chưa gắn với tiêu chí nào");
}

#[test]
fn a_paper_that_is_ticked_is_a_paper_of_the_list() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/papers"));
    browser.click("summary", "7. Sở hữu trí tuệ");
    browser.click("checkbox", "Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("button", "Đã có");
    browser.wait_text("Chứng minh 3.5");
}

#[test]
fn a_paper_that_ended_is_flagged_and_a_date_that_is_none_is_told() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    browser.fill("textbox", "Có giá trị đến", "01/02/2020");
    browser.wait_text("Đã hết hạn ngày 01/02/2020");
    browser.fill("textbox", "Ngày cấp", "31/02/2019");
    browser.fill("textbox", "Số hiệu", "4-0412345");
    // It is said once its field is left.
    browser.wait_text("Lịch không có ngày này");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.click("button", "Hạn hiệu lực");
    browser.wait_text("Số 4-0412345");
    browser.wait_text("Hết hạn 01/02/2020");
}

#[test]
fn one_paper_can_prove_several_criteria_and_be_deleted_from_all() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    browser.click("summary", "Chọn tiêu chí khác");
    browser.click("checkbox", "2.3 Phong cách, ghi nhãn");
    wait_saved(&browser);
    browser.goto(&format!("{dossier}/evidence"));
    browser.wait_text("Chứng minh 2.3, 3.5");
    browser.click("link", "Giấy chứng nhận đăng ký nhãn hiệu");
    browser.click("summary", "Xóa giấy này");
    browser.click("button", "Xóa");
    browser.wait_heading("Tài liệu minh chứng");
    browser.wait_text("Chưa ghi giấy nào");
}

#[test]
fn a_paper_called_by_a_long_link_widens_no_page() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let text = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
    let mut dossier: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    dossier["papers"][0]["title"] = json!(format!("https://vi-du.example/{}", "giaychungnhan".repeat(30)));
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Mở tệp hồ sơ", &file(folder.path(), "ten-dai.json", dossier.to_string().as_bytes()));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    for address in ["evidence", "c/2.1", "check"] {
        page(&browser, address);
        browser.wait_app();
        browser.wait_text(if address == "check" { "Kiểm tra và tải về" } else { "vi-du.example" });
        let wide = browser.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(wide, 0, "{address} is wider than the phone");
    }
}

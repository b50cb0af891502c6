//! Papers that are written here: asked from a criterion, typed on a phone, kept, printed, signed, handed in.

use serde_json::Value;

use crate::harness::{Ability, Browser, Site, Size};
use crate::steps::{dossier_file, kept, wait_saved};

/// A phone that keeps a dossier with every criterion answered, and the address of the dossier.
fn phone(site: &Site) -> (Browser, String) {
    let browser = Browser::open(&site.url(""), Size::Phone);
    let id = browser.keep_product(&dossier_file("set-01-five-stars.json"));
    browser.reload();
    browser.wait_app();
    (browser, format!("{}#/d/{id}", site.url("")))
}

#[test]
fn the_labour_list_is_written_from_its_criterion_and_handed_in_once_it_is_signed() {
    let site = Site::with_its_worker();
    let (browser, dossier) = phone(&site);
    browser.goto(&format!("{dossier}/c/3.3"));
    browser.click("link", "Viết ngay: Danh sách lao động");
    browser.wait_heading("Danh sách lao động");
    browser.fill("textbox", "Số liệu tính đến ngày nào?", "30/9/2026");
    browser.click("button", "Thêm dòng");
    browser.fill("textbox", "Họ tên hoặc bộ phận", "Bùi Thị Hoa");
    browser.choose("Trong xã hay nơi khác", "Trong xã");
    browser.wait_text("Tỷ lệ: 1 / 1 = 100 %.");
    browser.wait_text("tính đến ngày 30/09/2026");
    browser.wait_text("Bản nháp: đọc lại");
    wait_saved(&browser);

    browser.reload();
    browser.wait_heading("Danh sách lao động");
    assert_eq!(browser.find("textbox", "Số liệu tính đến ngày nào?").value(), "30/09/2026");
    browser.click("checkbox", "Đã đọc lại, đúng thực tế");
    browser.wait("the draft's mark to go", || (!browser.text().contains("Bản nháp: đọc lại")).then_some(()));
    browser.click("button", "Tải Word");
    let word = browser.download();
    let name = word.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.starts_with("ocop-danh-sach-lao-dong-") && name.ends_with(".docx"), "{name}");
    assert!(std::fs::read(&word).expect("the download").starts_with(b"PK\x03\x04"));

    browser.click("button", "Đã ký, ghi vào danh sách");
    browser.wait_text("Đã có trong danh sách tài liệu minh chứng.");
    wait_saved(&browser);
    let all = kept(&browser);
    let text = all.as_object().and_then(|all| all.values().next()).and_then(Value::as_str).expect("one dossier");
    let file: Value = serde_json::from_str(text).expect("JSON");
    let paper = file["writings"]["labour-list"]["paper"].as_str().expect("it is signed");
    assert!(file["answers"]["3.3"]["evidence"].as_array().expect("papers").iter().any(|id| id == paper), "{file}");
    browser.goto(&format!("{dossier}/writings"));
    browser.wait_text("Đã ký");
    browser.goto(&format!("{dossier}/bound"));
    browser.wait_text("DANH SÁCH LAO ĐỘNG ĐÓNG BẢO HIỂM");
    if browser.can(Ability::Console) {
        assert_eq!(browser.complaints(), Vec::<String>::new());
    }
}

#[test]
fn a_paper_that_is_edited_after_it_was_signed_is_to_be_signed_again() {
    let site = Site::of_the_build();
    let (browser, dossier) = phone(&site);
    browser.goto(&format!("{dossier}/write/labour-list"));
    browser.wait_heading("Danh sách lao động");
    browser.fill("textbox", "Số liệu tính đến ngày nào?", "30/9/2026");
    browser.click("button", "Đã ký, ghi vào danh sách");
    // Its table is empty: that is said by name before it is signed, and in the check afterwards.
    browser.wait_text("Trên trang còn 1 chỗ trống:");
    browser.click("button", "Đã điền tay, ghi vào danh sách");
    browser.wait_text("Đã có trong danh sách tài liệu minh chứng.");
    wait_saved(&browser);
    for page in ["check", "bound", "writings"] {
        browser.goto(&format!("{dossier}/{page}"));
        browser.wait_text("đã ký, còn 1 chỗ trống");
    }
    browser.goto(&format!("{dossier}/write/labour-list"));
    browser.wait_heading("Danh sách lao động");
    browser.fill("textbox", "Số liệu tính đến ngày nào?", "31/10/2026");
    browser.wait_text("Bản đã ký không còn giống bản bây giờ.");
    wait_saved(&browser);
    for page in ["check", "bound"] {
        browser.goto(&format!("{dossier}/{page}"));
        browser.wait_text("Bản đã ký không còn giống bản bây giờ.");
        browser.click("link", "Danh sách lao động");
        browser.wait_heading("Danh sách lao động");
    }
    browser.click("button", "Đã ký lại");
    browser.click("button", "Đã điền tay, ghi vào danh sách");
    browser.wait_text("Đã có trong danh sách tài liệu minh chứng.");
    assert!(!browser.text().contains("Bản đã ký không còn giống"));
}

#[test]
fn the_story_is_put_together_from_the_answers_and_stays_as_it_is_edited() {
    let site = Site::of_the_build();
    let (browser, dossier) = phone(&site);
    browser.goto(&format!("{dossier}/write/story"));
    browser.wait_heading("Câu chuyện sản phẩm");
    browser.fill("textbox", "Ai làm ra món này? Kể về một người có thật.", "Bà Hoa hái cam từ bốn giờ sáng.");
    browser.fill("textbox", "Nơi ấy trông thế nào", "Đồi cam nhìn xuống lòng hồ.");
    browser.wait_text("Ghép từ các câu trả lời ở trên");
    browser.wait_text("14 chữ");
    browser.click("button", "Sửa lời này: Câu chuyện, lời của đơn vị");
    browser.fill("textbox", "Câu chuyện, lời của đơn vị", "Bốn giờ sáng, bà Hoa đã lên đồi.");
    browser.wait_text("8 chữ");
    browser.click("checkbox", "Đọc to lên nghe như đang kể cho khách");
    wait_saved(&browser);
    browser.reload();
    browser.wait_heading("Câu chuyện sản phẩm");
    browser.wait_text("8 chữ");
    assert!(browser.find("checkbox", "Đọc to lên nghe như đang kể cho khách").is_checked());
    // The same words go into the leaflet until others are written there.
    browser.click("link", "Tờ rơi có câu chuyện");
    browser.wait_heading("Tờ rơi có câu chuyện");
    browser.wait_text("Bốn giờ sáng, bà Hoa đã lên đồi.");
    assert_eq!(browser.axe(), Vec::<String>::new());
}

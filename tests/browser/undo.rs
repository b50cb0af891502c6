//! What is taken out can be had back, at the place where it was, also the next time.

use ocop::domain::decision::{PaperId, Star};
use ocop::domain::dossier::{Attachment, Dossier, Holding, LogEntry, LogTopic, PaperRecord, Writing};
use ocop::domain::figures::Table;
use serde_json::json;

use crate::harness::{Browser, Site};
use crate::standing::{orange, with};
use crate::steps::{kept, wait_saved};

/// A dossier with something of everything that can be taken out.
fn full() -> Dossier {
    let mut dossier = orange("orange", "Cam Cao Phong", Star::Four, 900);
    let photo =
        Attachment { id: "f1".into(), name: "trang-1.jpg".into(), media: "image/jpeg".into(), size: 9, sum: None };
    dossier.papers.push(PaperRecord {
        id: "p".into(),
        title: "Hợp đồng bao tiêu".into(),
        number: "12/HĐ".into(),
        attachments: vec![photo],
        ..PaperRecord::default()
    });
    let list = PaperRecord { id: "q".into(), paper: Some(PaperId::from("labour-list")), ..PaperRecord::default() };
    dossier.papers.push(PaperRecord { holding: Holding::Have, title: "Danh sách lao động".into(), ..list });
    dossier.entries[0].evidence = vec!["p".into()];
    let (date, text) = ("2025".to_owned(), "135 tấn".to_owned());
    dossier.log.push(LogEntry { id: "l".into(), topic: LogTopic::Output, date, text, ..LogEntry::default() });
    let row = |name: &str| [("name".to_owned(), name.to_owned())].into();
    dossier.tables.insert("workers".into(), Table { rows: vec![row("Bùi Thị Hoa"), row("Hà Văn Nam")] });
    let writing = Writing { paper: "q".into(), checked: true, ..Writing::default() };
    dossier.writings.insert("labour-list".into(), writing);
    dossier
}

/// That dossier at a page of it.
fn at(site: &Site, page: &str, heading: &str) -> Browser {
    let browser = with(site, &[full()]);
    browser.follow(&format!("#/d/orange/{page}"));
    browser.wait_heading(heading);
    browser
}

/// Leaves the page for the next visit, takes the act back there, and sees that it counts.
#[track_caller]
fn take_back(browser: &Browser, name: &str) {
    browser.wait_text(&format!("Đã bỏ: {name}. Đến hết ngày mai vẫn lấy lại được."));
    wait_saved(browser);
    browser.reload();
    browser.wait_text(&format!("Đã bỏ: {name}. Đến hết ngày mai vẫn lấy lại được."));
    browser.click("button", &format!("Hoàn tác: {name}"));
    browser.wait_text(&format!("Đã lấy lại: {name}."));
    browser.wait_gone("button", &format!("Hoàn tác: {name}"));
}

#[test]
fn a_paper_comes_back_with_its_photo_and_what_it_proves_where_it_was_deleted() {
    let site = Site::of_the_build();
    let browser = at(&site, "paper/p", "Hợp đồng bao tiêu");
    browser.click("summary", "Xóa giấy này");
    browser.click("button", "Xóa");
    browser.wait_heading("Tài liệu minh chứng");
    take_back(&browser, "Hợp đồng bao tiêu");
    browser.wait_text("Số 12/HĐ");
    browser.wait_text("Chứng minh 1.1");

    browser.follow("#/d/orange/paper/p");
    browser.click("summary", "Bỏ “trang-1.jpg”");
    browser.click("button", "Bỏ khỏi giấy tờ này");
    take_back(&browser, "trang-1.jpg");
    browser.find("summary", "Bỏ “trang-1.jpg”");
    wait_saved(&browser);
    let text = kept(&browser)["ocop/dossier/orange"].as_str().expect("the dossier").to_owned();
    assert!(text.contains("trang-1.jpg") && text.contains("12/HĐ"), "{text}");
}

#[test]
fn what_is_taken_out_where_there_is_no_room_comes_back_as_long_as_the_page_is_open() {
    let site = Site::of_the_build();
    let browser = at(&site, "paper/p", "Hợp đồng bao tiêu");
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    browser.run(full, json!([]));
    browser.click("summary", "Xóa giấy này");
    browser.click("button", "Xóa");
    browser.wait_heading("Tài liệu minh chứng");
    browser.click("button", "Hoàn tác: Hợp đồng bao tiêu");
    browser.wait_text("Đã lấy lại: Hợp đồng bao tiêu.");
    browser.wait_text("Số 12/HĐ");
    browser.wait_text("Chứng minh 1.1");
}

#[test]
fn an_entry_of_the_log_and_a_row_of_a_list_come_back() {
    let site = Site::of_the_build();
    let browser = with(&site, &[full()]);
    browser.follow("#/d/orange/log");
    browser.click("button", "Xóa Sản lượng 2025");
    take_back(&browser, "Sản lượng 2025");
    browser.wait_text("135 tấn");

    browser.follow("#/d/orange/c/3.3");
    browser.click("button", "Bùi Thị Hoa");
    browser.click("button", "Bỏ dòng này");
    take_back(&browser, "Bùi Thị Hoa");
    browser.click("button", "Xóa cả bảng");
    take_back(&browser, "2 dòng");
    browser.find("button", "Bùi Thị Hoa");
    browser.find("button", "Hà Văn Nam");
}

#[test]
fn a_paper_that_is_unsigned_by_a_slip_is_signed_again_with_one_tap() {
    let site = Site::of_the_build();
    let browser = at(&site, "write/labour-list", "Danh sách lao động");
    browser.click("button", "Chưa ký, bỏ khỏi danh sách");
    browser.find("button", "Đã ký, ghi vào danh sách");
    take_back(&browser, "Danh sách lao động");
    browser.find("button", "Chưa ký, bỏ khỏi danh sách");
}

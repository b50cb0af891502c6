//! What a scorer says beside the levels, where it goes, and that a scorer's sheet is nothing but a sheet.

use ocop::domain::council::{Council, Scorer, Sheet, blank_for};
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::wire::{from_bytes, to_json};
use serde_json::{Value, json};

use crate::blind::pages_of;
use crate::council::{device, orange, sheet, worth};
use crate::harness::{Browser, Key, Site, Size};
use crate::steps::{file, open, page, wait_saved};

/// Said of the dossier; said of a criterion, its code follows.
const YES: &str = "Có, tôi thấy có";

fn scored(name: &str, done: bool) -> Sheet {
    let scorer = Scorer { name: name.into(), done, ..Scorer::default() };
    Sheet { scorer, assessment: worth(90) }
}

const DECIDE: &str = "Cùng quyết định: hồ sơ có bị loại không?";

/// The product with these sheets, of which two are waited for.
fn sitting(sheets: Vec<Sheet>) -> Dossier {
    Dossier { council: Some(Council { sheets, expected: 2, ..Council::default() }), ..orange("sitting") }
}

#[test]
fn a_scorer_says_on_the_sheet_that_the_dossier_is_rejected_and_the_result_names_who_said_so() {
    let site = Site::of_the_build();
    let browser = device(&site, &sitting(vec![scored("Mai", false), scored("Lan", true)]), Size::Phone, "score/0");
    browser.wait_heading("Phiếu của: Mai");
    browser.find("summary", "Hồ sơ có bị loại không?");
    assert!(!browser.has("checkbox", YES), "an honest scorer meets no question more");
    // A criterion with no such note has no such place.
    assert!(browser.has("summary", "1.1: ") && !browser.has("summary", "1.2: "));
    browser.click("summary", "Hồ sơ có bị loại không?");
    browser.wait_text("Giả mạo hồ sơ");
    browser.click("checkbox", YES);
    browser.wait_text("Vẫn chấm đủ các tiêu chí");
    wait_saved(&browser);
    browser.reload();
    browser.wait_heading("Phiếu của: Mai");
    assert!(browser.find("checkbox", YES).is_checked(), "it is in sight, as it was left");
    browser.click("button", "Nộp phiếu");
    browser.click("button", "Nộp");
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.wait_text("Điều làm dừng đánh giá");
    browser.wait_text("Mai: Hồ sơ bị loại nếu: giả mạo hồ sơ");
    browser.wait_text("Mọi phiếu chấm các tiêu chí như nhau");
    page(&browser, "minutes");
    browser.wait_heading("Biên bản buổi chấm");
    browser.wait_text("Phiếu nêu lý do dừng đánh giá (Mai): Hồ sơ bị loại khi");
}

#[test]
fn the_scorers_decide_together_on_a_breach_where_all_levels_are_the_same() {
    let site = Site::of_the_build();
    let mut seen = scored("Mai", true);
    seen.assessment.declared_dossier = true;
    let browser = device(&site, &sitting(vec![seen, scored("Lan", true)]), Size::Phone, "council");
    browser.wait_text("Mọi phiếu chấm các tiêu chí như nhau");
    assert!(!browser.text().contains("Theo phiếu thống nhất"), "nothing was agreed on: {}", browser.text());
    browser.choose(DECIDE, "Không dừng đánh giá");
    browser.wait_text("Theo phiếu thống nhất");
    wait_saved(&browser);
    browser.reload();
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.wait("the decision to be there", || (browser.find("combobox", DECIDE).value() == "no").then_some(()));
    page(&browser, "minutes");
    browser.wait_text("Cuộc họp quyết định về lý do trên: không dừng đánh giá");
    page(&browser, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.choose(DECIDE, "Chưa thống nhất");
    browser.wait_text("còn 1 lý do dừng chưa quyết định");
}

#[test]
fn a_breach_of_a_criterion_travels_in_the_scorer_s_file() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let scorer = Some(Scorer { name: "Mai".into(), ..Scorer::default() });
    let filled = Dossier { assessment: worth(90), scorer, ..blank_for(&orange("sitting")) };
    let browser = open(&site, Size::Phone);
    browser.upload("Mở tệp hồ sơ", &file(folder.path(), "phieu.json", to_json(&filled).as_bytes()));
    browser.wait_heading("Phiếu chấm sản phẩm");
    let of_origin = format!("1.1: {YES}");
    browser.click("summary", "1.1: ");
    browser.click("checkbox", &of_origin);
    browser.wait_text("Vẫn chấm đủ các tiêu chí");
    wait_saved(&browser);
    browser.reload();
    browser.wait_heading("Phiếu chấm sản phẩm");
    assert!(browser.find("checkbox", &of_origin).is_checked());
    browser.click("button", "Tải phiếu để gửi lại");
    browser.wait_text("Đã tải phiếu.");
    let sent = browser.download();
    let read = from_bytes(&std::fs::read(&sent).expect("the sheet")).expect("a dossier").dossier;
    let origin = read.set().position("1.1").expect("1.1");
    assert!(read.assessment.is_declared(origin) && !read.assessment.declared_dossier);
    let chair = device(&site, &sitting(vec![scored("Lan", true)]), Size::Phone, "council");
    chair.wait_heading("Nhiều người cùng chấm thử");
    chair.upload("Nhận phiếu đã chấm", &sent);
    chair.wait_text("Điều làm dừng đánh giá");
    chair.wait_text("Mai: 1.1 Toàn bộ (100%)");
    // Taken back, nothing was said.
    browser.click("checkbox", &of_origin);
    browser.click("button", "Tải phiếu để gửi lại");
    browser.wait_text("Đã tải phiếu.");
    let read = from_bytes(&std::fs::read(browser.download()).expect("the sheet")).expect("a dossier").dossier;
    assert!(!read.assessment.declares_breach() && read.asked.is_empty());
}

#[test]
fn every_page_of_a_scorer_s_sheet_is_the_sheet() {
    let site = Site::of_the_build();
    let scorer = Some(Scorer { name: "Mai".into(), ..Scorer::default() });
    let filled = Dossier { assessment: worth(90), scorer, ..blank_for(&orange("sitting")) };
    let browser = device(&site, &filled, Size::Phone, "own-sheet");
    browser.wait_heading("Phiếu chấm sản phẩm");
    let is_there = |browser: &Browser| browser.url().ends_with("#/d/sitting/own-sheet").then_some(());
    for at in pages_of(&filled) {
        browser.follow(&format!("#/d/sitting/{at}"));
        browser.wait(&format!("the sheet at {at}"), || is_there(&browser));
        browser.wait_heading("Phiếu chấm sản phẩm");
        assert_eq!(browser.eval("document.querySelector('.star-bar')"), Value::Null, "{at}");
    }
    // Nor is it a product among the officer's.
    browser.follow("#/table");
    browser.wait_heading("Bảng");
    assert!(!browser.text().contains("Cam Cao Phong"), "{}", browser.text());
}

#[test]
fn more_sheets_than_were_said_to_come_are_told() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let dossier = sitting(vec![scored("Mai", true), scored("Lan", true)]);
    let browser = device(&site, &dossier, Size::Phone, "council");
    browser.wait_text("điểm trung bình");
    assert!(!browser.text().contains("Đã ghi có"), "as many as were said: {}", browser.text());
    browser.upload("Nhận phiếu đã chấm", &sheet(folder.path(), &blank_for(&dossier), "Hùng", 70));
    browser.wait_text("Đã nhận phiếu của Hùng.");
    browser.wait_text("Đã ghi có 2 người chấm, nay có 3 phiếu: phiếu nào cũng được giữ và tính.");
    browser.wait_text("83,33");
    browser.fill("textbox", "Có bao nhiêu người chấm?", "3");
    browser.press(Key::Tab);
    browser.wait("the number to be right", || {
        let text = browser.run("return document.querySelector('#app').innerText", json!([]));
        (!text.as_str().unwrap_or_default().contains("Đã ghi có")).then_some(())
    });
}

#[test]
fn of_several_sheets_that_come_at_once_nothing_shows_before_the_number_is_said() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let dossier = orange("sitting");
    let browser = device(&site, &dossier, Size::Phone, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    let come = ["An", "Bình", "Chi"].map(|name| sheet(folder.path(), &blank_for(&dossier), name, 70));
    let come = come.map(|file| file.display().to_string()).join("\n");
    browser.upload("Nhận phiếu đã chấm", &std::path::PathBuf::from(come));
    browser.wait_text("Đã nhận phiếu của An, Bình, Chi.");
    browser.wait_text("Đã có 3 phiếu. Ghi có bao nhiêu người chấm");
    assert!(!browser.text().contains("điểm trung bình"), "three of seven may be in: {}", browser.text());
    let say = |many: &str| {
        browser.fill("textbox", "Có bao nhiêu người chấm?", many);
        browser.press(Key::Tab);
    };
    say("0");
    browser.wait_text("Ghi số từ 3 đến 99");
    say("7");
    browser.wait_text("Đã nộp 3/7 phiếu");
    assert!(!browser.text().contains("điểm trung bình"), "{}", browser.text());
    say("3");
    browser.click("button", "Hiện kết quả");
    browser.wait_text("70,00");
}

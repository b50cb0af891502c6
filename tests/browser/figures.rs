//! The numbers behind an answer: pasted from a spreadsheet or typed, and the level that they support.

use serde_json::json;

use crate::evidence::at_the_papers;
use crate::harness::{Browser, Site};
use crate::steps::wait_saved;

#[test]
fn a_list_pasted_from_excel_proposes_the_level_and_tells_an_answer_above_it() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/3.3"));
    browser.wait_text("Bảng kê lao động");
    browser.click("button", "Dán từ Excel");
    let list = "Họ và tên\tThường trú\tSố người\nTổ trồng\tTrong xã\t1\nTổ đóng gói\tNơi khác\t2\nTổng cộng\t\t3";
    paste(&browser, list);
    browser.wait_text("Bỏ qua 1 dòng tổng cộng hoặc dòng trống.");
    browser.click("button", "Nhận 2 dòng");
    browser.wait_text("1 / 3 = 33,33 %");
    browser.wait_text("Câu trả lời cao hơn số liệu trong bảng");
    browser.wait_text("thêm 1 lao động trong xã");
    browser.click("button", "Chọn mức này");
    browser.wait_text("Đúng với câu trả lời");
    wait_saved(&browser);
    browser.reload();
    browser.wait_text("1 / 3 = 33,33 %");
}

/// Pasted, not typed: the Tab key would leave the field.
fn paste(browser: &Browser, list: &str) {
    browser.find("textbox", "Sao chép các ô trong Excel rồi dán vào đây");
    let paste = "const field = document.querySelector('textarea[placeholder=\"Dán vào đây\"]');
        field.focus();
        document.execCommand('insertText', false, arguments[0]);";
    browser.run(paste, json!([list]));
}

#[test]
fn addresses_pasted_before_the_commune_is_known_are_told_once_it_is_typed() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/3.3"));
    browser.wait_text("Bảng kê lao động");
    let list = "Họ tên\tSố sổ BHXH\tThường trú\nHoa\t0123456789\tXóm 3, xã Cao Phong\n\
        Nam\t0123456780\txã Mường Thàng\nLan\t0123456781\txã Thung Nai";
    browser.click("button", "Dán từ Excel");
    paste(&browser, list);
    browser.wait_text("chưa biết xã của đơn vị nên chưa rõ");
    browser.fill("combobox", "Xã của đơn vị (để biết ai, nơi nào ở trong xã)", "xã Cao Phong");
    browser.wait_text("2 dòng có chỗ cần xem lại");
    browser.click("button", "Nhận 3 dòng");
    browser.wait_text("Từ 33,33 % đến 100 %");
    browser.choose("2 dòng chưa rõ: Trong xã hay nơi khác", "Nơi khác");
    browser.wait("nothing doubtful", || (!browser.text().contains("xem lại")).then_some(()));

    // The same once more: added or put in the place of what is there, and never lost.
    browser.click("button", "Dán từ Excel");
    paste(&browser, list);
    browser.click("button", "Thay 3 dòng đang có");
    browser.click("button", "Hoàn tác: 3 dòng");
    browser.wait("what was chosen to be back", || (!browser.text().contains("xem lại")).then_some(()));
    browser.click("button", "Xóa cả bảng");
    browser.click("button", "Hoàn tác: 3 dòng");
    browser.wait_text("1 / 3 = 33,33 %");
}

#[test]
fn a_row_that_is_added_is_doubtful_only_once_something_was_written_in_it() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_the_papers(&site);
    browser.goto(&format!("{dossier}/c/1.1"));
    browser.wait_text("Bảng kê nguồn nguyên liệu");
    browser.click("button", "Thêm dòng");
    browser.fill("textbox", "Hộ hoặc nơi bán", "Hộ bà Hoa");
    browser.choose("Ở đâu", "Trong xã");
    browser.fill("textbox", "Sản lượng", "10");
    browser.wait_text("10 / 10 = 100 %");
    let count = |what: &str| browser.eval(&format!("document.querySelectorAll('{what}').length"));
    let (rows, doubtful) = (".figures-row", ".figures-row .chip-act");
    browser.click("button", "Thêm dòng");
    browser.wait("the row", || (count(rows) == json!(2)).then_some(()));
    assert_eq!(count(doubtful), json!(0), "nothing is written in it");
    // Asked for once more, the one that is empty is the one to fill in.
    browser.click("button", "Thêm dòng");
    browser.wait_text("10 / 10 = 100 %");
    // It is like the one above it as soon as it is begun, and then tells what it lacks.
    browser.fill("textbox", "Hộ hoặc nơi bán", "Hộ ông Nam");
    browser.wait("the doubt", || (count(doubtful) == json!(1)).then_some(()));
    assert_eq!(count(rows), json!(2));
    browser.fill("textbox", "Sản lượng", "5");
    browser.wait_text("15 / 15 = 100 %");
    assert_eq!(count(doubtful), json!(0));
    wait_saved(&browser);
    browser.reload();
    browser.wait_text("15 / 15 = 100 %");
}

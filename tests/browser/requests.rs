//! What the commune asks for: in other words, all at once, taken back, and ticked off with nothing changed.

use ocop::domain::council::{Correction, CorrectionPlace, Desk, DeskState};
use ocop::domain::dossier::wire::to_json;
use ocop::domain::dossier::{Dossier, Field};
use serde_json::json;

use crate::council::{device, orange};
use crate::desk::phone_asked_for;
use crate::harness::{Site, Size};
use crate::steps::{file, wait_saved};

const REWORD: &str = "Sửa lời yêu cầu: Điện thoại";
const SAME: &str = "báo đã sửa, chỗ này vẫn như cũ";

/// One request, of the phone number.
fn asked(done: bool) -> Dossier {
    let at = CorrectionPlace::Field(Field::Phone);
    let asked =
        Correction { at, text: "Ghi số di động".into(), by: "05/12/2099".into(), done, ..Correction::default() };
    Dossier { corrections: vec![asked], ..orange("sitting") }
}

#[test]
fn a_request_that_is_sent_in_other_words_is_one_request_and_open_again() {
    let site = Site::of_the_build();
    let officer = device(&site, &asked(false), Size::Phone, "desk");
    officer.click("button", REWORD);
    officer.fill("textbox", REWORD, "Ghi số di động của giám đốc");
    officer.click("button", "Xong");
    officer.wait_text("Đã sửa lời yêu cầu 1: Điện thoại");
    officer.click("button", "1 yêu cầu");
    let sent = officer.download();
    let applicant = device(&site, &asked(true), Size::Phone, "corrections");
    applicant.wait_text("Đã sửa 1/1");
    applicant.follow("#/");
    applicant.wait_heading("Sản phẩm của đơn vị");
    applicant.upload("Mở tệp hồ sơ", &sent);
    applicant.wait_heading("Xã yêu cầu bổ sung");
    applicant.wait_text("Đã sửa 0/1");
    assert!(!applicant.find("checkbox", "Ghi số di động của giám đốc").is_checked());
}

#[test]
fn undo_takes_back_what_was_done_last_and_nothing_that_is_being_written() {
    let site = Site::of_the_build();
    let browser = phone_asked_for(&site);
    browser.find("button", "Hoàn tác");
    browser.click("button", REWORD);
    browser.wait_text("Đang sửa lời yêu cầu 1: Điện thoại");
    browser.wait_gone("button", "Hoàn tác");
    browser.fill("textbox", REWORD, "Ghi số của giám đốc");
    browser.click("button", "Xong");
    browser.wait_text("Đã sửa lời yêu cầu 1: Điện thoại");
    browser.click("button", "Hoàn tác");
    browser.wait_text("Ghi số di động");
    browser.wait_text("Đã sửa 0/1");
    assert!(!browser.text().contains("Ghi số của giám đốc"), "{}", browser.text());
    browser.wait_gone("button", "Hoàn tác");
}

#[test]
fn all_that_the_check_misses_is_asked_for_at_once_and_taken_back_at_once() {
    let site = Site::of_the_build();
    let mut dossier = asked(false);
    dossier.corrections[0].text = "Ghi rõ".into();
    let browser = device(&site, &dossier, Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.click("summary", "chỗ còn thiếu");
    let rows = browser.eval("document.querySelector('.desk-found').querySelectorAll('.desk-row').length");
    let rows = rows.as_u64().expect("what is missing");
    browser.click("button", &format!("Yêu cầu cả {rows} chỗ"));
    browser.wait_text(&format!("Đã thêm {rows} yêu cầu"));
    browser.wait_text(&format!("Đã sửa 0/{}", rows + 1));
    assert!(!browser.has("summary", "chỗ còn thiếu"), "each has its request");
    browser.click("button", "Hoàn tác");
    browser.wait_text("Đã sửa 0/1");
    browser.find("summary", "chỗ còn thiếu");
    browser.wait_text("Ghi rõ");
}

#[test]
fn a_tick_with_nothing_changed_there_is_told_at_the_desk_until_it_is_asked_again() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Desk { received: "16/11/2026".into(), state: DeskState::ToCorrect, ..Desk::default() };
    let browser = device(&site, &Dossier { desk: Some(desk), ..asked(false) }, Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    let theirs = Dossier { revision: 1, updated: "2026-11-27T01:00:00.000Z".into(), ..asked(true) };
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser.upload("Mở tệp hồ sơ", &file(folder.path(), "nop-lai.json", to_json(&theirs).as_bytes()));
    browser.wait_text(SAME);
    browser.click("button", "Nhận bản nộp lại");
    browser.wait_heading("Việc của xã");
    browser.wait_text(SAME);
    wait_saved(&browser);
    browser.reload();
    browser.wait_text(SAME);
    browser.click("button", "Yêu cầu lại: Điện thoại");
    browser.wait("nothing more to be said of it", || (!browser.text().contains(SAME)).then_some(()));
}

/// Seen in use: "Xong" did nothing and said nothing; two requests of one place came to read alike.
#[test]
fn a_request_is_put_in_no_words_that_nobody_could_follow() {
    let site = Site::of_the_build();
    let mut dossier = asked(false);
    let second = Correction { text: "Ghi số cố định".into(), ..dossier.corrections[0].clone() };
    dossier.corrections.push(second);
    let browser = device(&site, &dossier, Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    // Of several at one place, each is named by its number.
    let reword = format!("{REWORD} (yêu cầu 2)");
    browser.find("button", &format!("{REWORD} (yêu cầu 1)"));
    browser.click("button", &reword);
    browser.fill("textbox", &reword, " ");
    browser.wait_text("Yêu cầu phải có lời.");
    browser.click("button", "Xong");
    browser.fill("textbox", &reword, "Ghi số di động");
    browser.wait_text("Chỗ này đã có yêu cầu cùng lời.");
    browser.click("button", "Xong");
    browser.fill("textbox", &reword, "Ghi số cố định của kho");
    browser.click("button", "Xong");
    browser.wait_gone("textbox", &reword);
    browser.wait_text("Ghi số cố định của kho");
}

/// Seen in use: a newcomer pressed the rings beside the papers.
#[test]
fn what_a_paper_lacks_is_a_sign_with_a_word_and_looks_like_nothing_to_press() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    dossier.assessment.set_answer(0, ocop::domain::rating::Answer::Level(1));
    let code = dossier.set().criteria[0].code;
    for scheme in ["light", "dark"] {
        let browser = device(&site, &dossier, Size::Phone, &format!("c/{code}"));
        browser.wait_text("chưa ghi");
        browser.run("document.documentElement.dataset.theme = arguments[0]", json!([scheme]));
        let rings = "[...document.querySelectorAll('.needed-head > [aria-hidden]')].map((sign) => {
            const style = getComputedStyle(sign);
            return [sign.querySelectorAll('svg').length, style.borderTopWidth, style.cursor === 'pointer'];
        })";
        let signs = browser.eval(rings);
        let signs = signs.as_array().expect("signs");
        assert!(!signs.is_empty() && signs.iter().all(|sign| *sign == json!([1, "0px", false])), "{signs:?}");
    }
}

#[test]
fn who_downloads_everything_is_told_beside_it_how_much_must_still_be_fixed() {
    let site = Site::of_the_build();
    let browser = device(&site, &orange("sitting"), Size::Phone, "check");
    browser.wait_heading("Kiểm tra và tải về");
    let count = browser.eval("document.querySelector('.check-must .check-count').innerText.match(/[0-9]+/)[0]");
    let line = format!("Còn {} điều phải bổ sung", count.as_str().expect("how much"));
    browser.click("link", &line);
    browser.wait("the list of it", || (browser.eval("document.activeElement.id") == "check-must").then_some(()));
    // Nothing stands in the way.
    browser.click("button", "Tải trọn bộ");
    browser.download();
    // What was done is told beside it, and takes nothing away.
    browser.find("link", &line);
}

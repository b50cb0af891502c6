//! Several scorers: a sitting of seven with files out and in, each sheet handed in knowingly.

use std::path::{Path, PathBuf};

use ocop::domain::council::{Council, Scorer, Sheet, blank_for};
use ocop::domain::decision::first;
use ocop::domain::dossier::wire::{from_bytes, to_json};
use ocop::domain::dossier::{Dossier, Field, Holding, PaperRecord};
use ocop::domain::rating::{Answer, Assessment, rate};
use serde_json::json;

use crate::harness::{Browser, Key, Site, Size};
use crate::steps::{file, open, page, wait_saved};

/// A product of set 1 under this id.
pub fn orange(id: &str) -> Dossier {
    let set = first().set(1).expect("set 1");
    let mut dossier = Dossier::new(id.into(), "2026-11-26T01:00:00.000Z".into(), set);
    dossier.fields.set(Field::ProductName, "Cam Cao Phong".into());
    dossier.fields.set(Field::ApplicantName, "Hợp tác xã Cao Phong".into());
    dossier.fields.set(Field::Commune, "Cao Phong".into());
    dossier
}

/// Every criterion at its best, then lowered one level after the other until so many points are left.
pub fn worth(points: u8) -> Assessment {
    let set = first().set(1).expect("set 1");
    let mut assessment = Assessment::new(set);
    for (position, criterion) in set.criteria.iter().enumerate() {
        assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    // The last criteria first: those whose loss is no more than what is still too much.
    for position in (0..set.criteria.len()).rev() {
        let criterion = &set.criteria[position];
        let mut levels: Vec<usize> = (0..criterion.levels.len()).collect();
        levels.sort_by_key(|level| criterion.levels[*level].points);
        for level in levels {
            let mut next = assessment.clone();
            next.set_answer(position, Answer::Level(level as u8));
            let total = rate(&next).total.0;
            if total >= points && total < rate(&assessment).total.0 {
                assessment = next;
                break;
            }
        }
    }
    assert_eq!(rate(&assessment).total.0, points, "set 1 can be worth that");
    assessment
}

/// The file that a scorer elsewhere sends back.
pub fn sheet(folder: &Path, blank: &Dossier, name: &str, points: u8) -> PathBuf {
    let scorer = Scorer { name: name.into(), done: true, ..Scorer::default() };
    let filled = Dossier { assessment: worth(points), scorer: Some(scorer), ..blank.clone() };
    file(folder, &format!("{name}.json"), to_json(&filled).as_bytes())
}

/// A device that has this dossier, at a page of it.
pub fn device(site: &Site, dossier: &Dossier, size: Size, at: &str) -> Browser {
    let browser = Browser::open(&site.url("#/about"), size);
    browser.wait_heading("Về trang này");
    let key = format!("ocop/dossier/{}", dossier.id);
    browser.run("localStorage[arguments[0]] = arguments[1]", json!([key, to_json(dossier)]));
    browser.reload();
    browser.wait_heading("Về trang này");
    browser.follow(&format!("#/d/{}/{at}", dossier.id));
    browser
}

/// Seven sheets of these totals come in as files; what the sitting says of them.
fn sitting(site: &Site, totals: [u8; 7]) -> Browser {
    let folder = tempfile::tempdir().expect("a folder");
    let browser = device(site, &orange("sitting"), Size::Phone, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.fill("textbox", "Có bao nhiêu người chấm?", "7");
    browser.click("button", "Tải phiếu trống");
    browser.wait_text("Đã tải phiếu trống.");
    let blank = from_bytes(&std::fs::read(browser.download()).expect("the blank sheet")).expect("a dossier").dossier;
    assert_eq!(blank.assessment.answered(), 0, "it tells nothing of what others gave");
    for (at, points) in totals.into_iter().enumerate() {
        browser.upload("Nhận phiếu đã chấm", &sheet(folder.path(), &blank, &format!("Người {}", at + 1), points));
        if at < 6 {
            browser.wait_text(&format!("Đã nộp {}/7 phiếu", at + 1));
            // Blind: neither a total nor an average is to be seen before all are in.
            assert!(!browser.text().contains("điểm trung bình"), "{}", browser.text());
        }
    }
    browser.wait_text("điểm trung bình");
    browser
}

#[test]
fn seven_scorers_come_to_an_average_that_is_not_rounded_into_a_star() {
    let site = Site::of_the_build();
    // 489 of 700: 69.857…
    let browser = sitting(&site, [70, 70, 70, 70, 70, 70, 69]);
    browser.wait_text("69,86");
    browser.wait_text("Tính riêng theo điểm: 3 sao.");
    browser.click("link", "Biên bản buổi chấm");
    browser.wait_heading("Biên bản buổi chấm");
    browser.wait_text("Người 7");
    browser.wait_text("Điểm trung bình: 69,86");
    browser.click("button", "Tải Word");
    let word = std::fs::read(browser.download()).expect("the minutes");
    assert_eq!(&word[..2], b"PK", "a Word file");
    let browser = sitting(&site, [70; 7]);
    browser.wait_text("70,00");
    browser.wait_text("Tính riêng theo điểm: 4 sao.");
}

#[test]
fn a_sheet_is_handed_in_knowingly_and_goes_back_to_its_scorer_until_all_are_in() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    let scored = |name: &str, done: bool| {
        let scorer = Scorer { name: name.into(), done, ..Scorer::default() };
        Sheet { scorer, assessment: worth(90) }
    };
    let (mut mai, elsewhere, last) = (scored("Mai", false), scored("Hùng", true), scored("Lan", false));
    mai.assessment.set_answer(0, Answer::Unanswered);
    dossier.council = Some(Council { expected: 3, sheets: vec![mai, elsewhere, last], ..Council::default() });
    let browser = device(&site, &dossier, Size::Phone, "score/0");
    browser.wait_heading("Phiếu của: Mai");
    // What is open is said before anything is handed in, with the way to it.
    browser.wait_text("Còn 1 tiêu chí chưa chấm");
    assert!(!browser.has("button", "Nộp phiếu"));
    let code = first().set(1).expect("set 1").criteria[0].code;
    browser.click("button", &format!("Làm tiếp tiêu chí {code}"));
    browser.wait("the open criterion", || {
        (browser.eval("document.activeElement.id") == format!("score-{code}").as_str()).then_some(())
    });
    let best = browser.eval("[...document.activeElement.options].at(-2).text");
    browser.choose(code, best.as_str().expect("a level"));
    browser.click("button", "Nộp phiếu");
    browser.wait_text("Nộp rồi vẫn lấy lại được");
    browser.click("button", "Xem lại");
    browser.click("button", "Nộp phiếu");
    browser.click("button", "Nộp");
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.wait_text("Đã nộp 2/3 phiếu");
    assert!(!browser.has("button", "Lấy lại phiếu: Hùng"), "nobody here looks into a sheet that came as a file");
    browser.click("button", "Lấy lại phiếu: Mai");
    browser.wait_text("Ai không phải Mai thì đừng mở");
    browser.click("button", "Tôi là Mai");
    browser.wait_heading("Phiếu của: Mai");
    browser.click("button", "Nộp phiếu");
    browser.click("button", "Nộp");
    browser.wait_text("Đã nộp 2/3 phiếu");
    page(&browser, "score/2");
    browser.wait_heading("Phiếu của: Lan");
    browser.click("button", "Nộp phiếu");
    browser.wait_text("Đây là phiếu cuối");
    browser.click("button", "Nộp");
    browser.wait_text("điểm trung bình");
    assert!(!browser.has("button", "Lấy lại phiếu"), "all have seen it");
}

#[test]
fn a_scorer_elsewhere_fills_in_a_sheet_that_is_taken_in_again() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let mut asked = orange("sitting");
    asked.entries[0].note = "Vùng trồng 12 ha ở Cao Phong".into();
    asked.entries[0].evidence = vec!["p".into()];
    let (holding, title) = (Holding::Have, "Hợp đồng thuê đất".into());
    asked.papers = vec![PaperRecord { id: "p".into(), title, holding, ..PaperRecord::default() }];
    let mut blank = blank_for(&asked);
    // All but one criterion: the reader does the last one, the name, and sends.
    blank.assessment = worth(90);
    blank.assessment.set_answer(0, Answer::Unanswered);
    let scorer = open(&site, Size::Phone);
    scorer.upload("Mở tệp hồ sơ", &file(folder.path(), "phieu.json", to_json(&blank).as_bytes()));
    scorer.wait_heading("Phiếu chấm sản phẩm");
    // What is to be scored is there to be read.
    scorer.click("summary", "Đơn vị trình bày");
    scorer.wait_text("Vùng trồng 12 ha ở Cao Phong");
    scorer.wait_text("Hợp đồng thuê đất");
    let send = "Tải phiếu để gửi lại";
    scorer.fill("textbox", "Họ tên", "Lò Thị Mai");
    assert!(!scorer.has("button", send), "one criterion is open");
    let first_code = first().set(1).expect("set 1").criteria[0].code;
    scorer.click("button", &format!("Làm tiếp tiêu chí {first_code}"));
    scorer.wait("the open criterion", || {
        (scorer.eval("document.activeElement.id") == format!("score-{first_code}").as_str()).then_some(())
    });
    let best = scorer.eval(&format!("[...document.getElementById('score-{first_code}').options].at(-2).text"));
    scorer.choose(first_code, best.as_str().expect("a level"));
    scorer.click("button", send);
    scorer.wait_text("Đã tải phiếu.");
    let filled = scorer.download();
    let chair = device(&site, &orange("sitting"), Size::Phone, "council");
    chair.wait_heading("Nhiều người cùng chấm thử");
    chair.fill("textbox", "Có bao nhiêu người chấm?", "1");
    chair.press(Key::Tab);
    chair.upload("Nhận phiếu đã chấm", &filled);
    chair.wait_text("Đã nhận phiếu của Lò Thị Mai.");
    // The same file once more is told as such, and named once.
    chair.upload("Nhận phiếu đã chấm", &filled);
    chair.wait_text("Phiếu của Lò Thị Mai đã có rồi");
    assert_eq!(chair.text().matches("Đã nhận phiếu của").count(), 1, "{}", chair.text());
    assert!(!chair.text().contains("Lò Thị Mai, Lò Thị Mai"), "{}", chair.text());
    chair.wait_text("điểm trung bình");
}

/// Whether all of an element is seen without scrolling, and no bar stands over it.
pub const IN_SIGHT: &str = "const at = document.querySelector(arguments[0]).getBoundingClientRect();
    const bar = document.querySelector('.action-bar')?.getBoundingClientRect().top ?? innerHeight;
    return at.top >= 0 && at.bottom <= bar;";

#[test]
fn who_scores_next_writes_the_name_without_scrolling_and_a_sheet_that_was_taken_out_comes_back() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    let sheet = |name: &str, done: bool| {
        let scorer = Scorer { name: name.into(), done, here: true, ..Scorer::default() };
        Sheet { scorer, assessment: worth(90) }
    };
    let sheets = vec![sheet("Mai", true), sheet("Hùng", true), sheet("Lan", false)];
    dossier.council = Some(Council { sheets, expected: 4, ..Council::default() });
    let browser = device(&site, &dossier, Size::Phone, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    assert_eq!(browser.run(IN_SIGHT, json!(["#council-scorer"])), true, "the next one's name");
    browser.click("summary", "Đổi tên, gỡ phiếu : Hùng");
    browser.click("button", "Gỡ phiếu");
    browser.click("button", "Gỡ phiếu này");
    browser.wait_text("Đã bỏ: phiếu của Hùng. Đến hết ngày mai vẫn lấy lại được.");
    browser.wait_text("Đã nộp 1/3 phiếu");
    // The next visit takes nothing away.
    wait_saved(&browser);
    browser.reload();
    browser.click("button", "Hoàn tác: phiếu của Hùng");
    browser.wait_text("Đã nộp 2/4 phiếu");
    browser.find("summary", "Đổi tên, gỡ phiếu : Hùng");
    browser.wait_gone("button", "Hoàn tác: phiếu của Hùng");
}

#[test]
fn the_result_is_shown_only_once_that_was_asked_for_and_who_comes_then_is_marked() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    let sheet = |name: &str, done: bool| {
        let scorer = Scorer { name: name.into(), done, here: true, ..Scorer::default() };
        Sheet { scorer, assessment: worth(90) }
    };
    dossier.council =
        Some(Council { sheets: vec![sheet("Mai", true), sheet("Lan", false)], expected: 4, ..Council::default() });
    let browser = device(&site, &dossier, Size::Phone, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    // A sheet that is begun opens for its scorer alone.
    browser.click("button", "Chấm tiếp: Lan");
    browser.wait_text("Ai không phải Lan thì đừng mở");
    browser.click("link", "Tôi là Lan, chấm tiếp");
    browser.wait_heading("Phiếu của: Lan");
    page(&browser, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    let many = |number: &str| {
        browser.fill("textbox", "Có bao nhiêu người chấm?", number);
        browser.press(Key::Tab);
    };
    // Lan is waited for: fewer scorers show nothing yet, only her sheet taken out would.
    many("2");
    browser.wait_text("Đã nộp 1/2 phiếu");
    browser.click("summary", "Đổi tên, gỡ phiếu : Lan");
    browser.click("button", "Gỡ phiếu");
    browser.wait_text("kết quả hiện ra ngay");
    browser.click("button", "Giữ lại");
    many("4");
    browser.wait_text("Đã nộp 1/4 phiếu");
    browser.click("button", "Gỡ phiếu");
    browser.wait_text("Gỡ phiếu của Lan?");
    assert!(!browser.text().contains("kết quả hiện ra ngay"), "two more are waited for");
    browser.click("button", "Gỡ phiếu này");
    browser.wait_text("Đã nộp 1/3 phiếu");
    // Fewer scorers, and the result would be shown.
    many("1");
    browser.wait_text("Chỉ 1 người chấm thì đã đủ phiếu");
    assert!(!browser.text().contains("điểm trung bình"), "not before it is asked for");
    browser.click("button", "Chờ tiếp");
    browser.wait("the number to be as it was", || {
        (browser.run("return document.querySelector('#council-many').value", json!([])) == "3").then_some(())
    });
    browser.wait_text("Đã nộp 1/3 phiếu");
    many("1");
    browser.click("button", "Hiện kết quả");
    browser.wait_text("điểm trung bình");
    // Her sheet may know of it by now, and so may any other.
    browser.click("button", "Hoàn tác: phiếu của Lan");
    browser.wait_text("Kết quả đã hiện ra một lần");
    browser.wait_text("nộp sau khi kết quả đã hiện");
    assert!(!browser.has("button", "Lấy lại phiếu: Mai"), "all have seen it");
}

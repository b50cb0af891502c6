//! From the other side of the table: a sitting of seven with files out and in, and the commune's corrections there and
//! back.

use std::path::{Path, PathBuf};

use ocop::domain::council::{Council, Scorer, Sheet, blank_for};
use ocop::domain::decision::first;
use ocop::domain::dossier::wire::{from_bytes, to_json};
use ocop::domain::dossier::{Dossier, Field};
use ocop::domain::rating::{Answer, Assessment, rate};

use crate::harness::{Ability, Browser, Engine, Site, Size};
use crate::plan::text_of;
use crate::steps::{criterion, dossier_file, file, five_in_the_table, kept, open, page};

/// A product of set 1 under this id.
fn orange(id: &str) -> Dossier {
    let set = first().set(1).expect("set 1");
    let mut dossier = Dossier::new(id.into(), "2026-11-26T01:00:00.000Z".into(), set);
    dossier.fields.set(Field::ProductName, "Cam Cao Phong".into());
    dossier.fields.set(Field::ApplicantName, "Hợp tác xã Cao Phong".into());
    dossier.fields.set(Field::Commune, "Cao Phong".into());
    dossier
}

/// Every criterion at its best, then lowered one level after the other until so many points are left.
fn worth(points: u8) -> Assessment {
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
fn sheet(folder: &Path, blank: &Dossier, name: &str, points: u8) -> PathBuf {
    let scorer = Scorer { name: name.into(), done: true, ..Scorer::default() };
    let filled = Dossier { assessment: worth(points), scorer: Some(scorer), ..blank.clone() };
    file(folder, &format!("{name}.json"), to_json(&filled).as_bytes())
}

/// A device that has this dossier, at a page of it.
fn device(site: &Site, dossier: &Dossier, size: Size, at: &str) -> Browser {
    let browser = Browser::open(&site.url("#/about"), size);
    browser.wait_heading("Về trang này");
    let key = format!("ocop/dossier/{}", dossier.id);
    browser.run("localStorage[arguments[0]] = arguments[1]", serde_json::json!([key, to_json(dossier)]));
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
    browser.fill("spinbutton", "Có bao nhiêu người chấm?", "7");
    browser.click("button", "Tải phiếu trống");
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
    let mut blank = blank_for(&orange("sitting"));
    // All but one criterion: the reader does the last one, the name, and sends.
    blank.assessment = worth(90);
    blank.assessment.set_answer(0, Answer::Unanswered);
    let scorer = open(&site, Size::Phone);
    scorer.upload("Mở tệp hồ sơ", &file(folder.path(), "phieu.json", to_json(&blank).as_bytes()));
    scorer.wait_heading("Phiếu chấm sản phẩm");
    let send = "Tải phiếu để gửi lại";
    scorer.fill("textbox", "Họ tên", "Lò Thị Mai");
    assert!(scorer.find("button", send).attribute("disabled").is_some(), "one criterion is open");
    let first_code = first().set(1).expect("set 1").criteria[0].code;
    let best = scorer.eval(&format!("[...document.getElementById('score-{first_code}').options].at(-2).text"));
    scorer.choose(first_code, best.as_str().expect("a level"));
    scorer
        .wait("the sheet to be complete", || scorer.find("button", send).attribute("disabled").is_none().then_some(()));
    scorer.click("button", send);
    let filled = scorer.download();
    let chair = device(&site, &orange("sitting"), Size::Phone, "council");
    chair.wait_heading("Nhiều người cùng chấm thử");
    chair.upload("Nhận phiếu đã chấm", &filled);
    chair.wait_text("Lò Thị Mai");
    chair.wait_text("điểm trung bình");
}

#[test]
fn twelve_corrections_go_to_the_applicant_and_come_back_mended() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("a golden dossier");
    let dossier = from_bytes(text.as_bytes()).expect("a dossier").dossier;
    let codes: Vec<&str> = dossier.set().criteria.iter().map(|criterion| criterion.code).take(10).collect();

    // The officer: ten criteria, a field and the dossier as a whole.
    let officer = device(&site, &dossier, Size::Desktop, "desk");
    officer.wait_heading("Việc của xã");
    officer.fill("textbox", "Ngày nhận hồ sơ", "16/11/2026");
    officer.wait_text("Hạn 15 ngày làm việc của xã: 07/12/2026");
    officer.click("summary", "Ngày nghỉ bù");
    officer.fill("textbox", "Trang đã trừ cuối tuần", "04/12/2026");
    officer.wait_text("Hạn 15 ngày làm việc của xã: 08/12/2026");
    let mut places: Vec<String> = codes
        .iter()
        .map(|code| {
            let options = officer.eval("[...document.getElementById('correction-place').options].map((o) => o.text)");
            let options = options.as_array().expect("options").iter();
            let mut named =
                options.filter_map(|name| name.as_str()).filter(|name| name.starts_with(&format!("{code} ")));
            named.next().expect("a criterion").to_owned()
        })
        .collect();
    places.extend(["Điện thoại".to_owned(), "Cả hồ sơ".to_owned()]);
    for (at, place) in places.iter().enumerate() {
        officer.choose("Ở chỗ nào", place);
        officer.fill("textbox", "Cần bổ sung, sửa gì", &format!("Việc số {}", at + 1));
        officer.click("button", "Thêm yêu cầu");
        officer.wait_text(&format!("Đã sửa 0/{}", at + 1));
    }
    officer.click("button", "12 yêu cầu");
    let returned = officer.download();

    // The applicant, on a device without the dossier: told which one is meant, and nothing else.
    let applicant = open(&site, Size::Phone);
    applicant.upload("Mở tệp hồ sơ", &returned);
    applicant.wait_text(&format!("yêu cầu bổ sung hồ sơ “{}”", dossier.name()));
    applicant.upload("Mở tệp hồ sơ", &dossier_file("set-01-five-stars.json"));
    applicant.wait_heading(dossier.name());
    assert!(!applicant.has("link", "Xã yêu cầu bổ sung"), "nobody meets it who got no file");
    applicant.follow("#/");
    applicant.wait_heading("Sản phẩm của đơn vị");
    applicant.upload("Mở tệp hồ sơ", &returned);
    applicant.wait_heading("Xã yêu cầu bổ sung");
    applicant.wait_text("Đã sửa 0/12");
    // Each stands where it belongs, and is ticked off there or in the list.
    criterion(&applicant, codes[0]);
    applicant.click("checkbox", "Việc số 1");
    page(&applicant, "forms/field/applicant.phone");
    applicant.fill("textbox", "Điện thoại", "0912345678");
    applicant.click("checkbox", "Việc số 11");
    page(&applicant, "corrections");
    applicant.wait_text("Đã sửa 2/12");
    for at in (2..=12).filter(|at| *at != 11) {
        applicant.click("checkbox", &format!("Việc số {at}"));
    }
    applicant.wait_text("Đã đánh dấu xong mọi việc");
    applicant.click("checkbox", "Việc số 12");
    applicant.wait_text("Đã sửa 11/12");
    applicant.click("checkbox", "Việc số 12");
    applicant.wait_text("Đã sửa 12/12");
    let mended = applicant.wait("the ticks to be kept", || {
        let all = kept(&applicant);
        let text = all[format!("ocop/dossier/{}", dossier.id)].as_str()?.to_owned();
        let kept = from_bytes(text.as_bytes()).ok()?.dossier;
        kept.corrections.iter().all(|correction| correction.done).then_some(kept)
    });

    // Handed in again: what changed, what is ticked, and the commune's own work stays.
    let handed = ocop::domain::forms::handed_in(&mended);
    officer.follow("#/");
    officer.wait_heading("Sản phẩm của đơn vị");
    officer.upload("Mở tệp hồ sơ", &file(folder.path(), "nop-lai.json", to_json(&handed).as_bytes()));
    officer.wait_text("nộp lại");
    officer.wait_text("Đã sửa 12/12");
    officer.wait_text("0912345678");
    officer.click("button", "Nhận bản nộp lại");
    officer.wait_heading("Việc của xã");
    officer.wait_text("Hạn 15 ngày làm việc của xã: 08/12/2026");
    officer.wait_text("Chủ thể đã đánh dấu sửa xong mọi yêu cầu.");
}

#[test]
fn an_office_pastes_its_list_and_sees_every_doubtful_row() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    browser.follow("#/table");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.click("summary", "Dán danh sách sản phẩm đã công nhận");
    let list = "Tên sản phẩm\tChủ thể\tXã\tHạng sao\tNgày công nhận\n\
                Cam Cao Phong\tHợp tác xã Cao Phong\tCao Phong\t4 sao\t25/12/2023\n\
                Xyz\tHộ bà Lan\tPhú Quốc\t4 sao\t01/02/2026\n\
                Nước mắm Phú Quốc\tHộ ông Bình\tPhú Quốc\t5 sao\tnăm ngoái\n";
    let paste = "const area = document.querySelector('.table-paste textarea');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(paste, serde_json::json!([list]));
    browser.click("button", "Nhận 3 dòng");
    browser.wait_text("Chưa chắc bộ sản phẩm, hãy chọn.");
    browser.wait_text("Chưa rõ ngày, nên chưa biết ngày hết hạn.");
    assert!(!browser.has("link", "Cam Cao Phong"), "nothing is taken yet");
    browser.click("button", "Nhận 2 sản phẩm");
    browser.find("link", "Cam Cao Phong");
    assert!(!browser.has("link", "Xyz"), "a product without a set is no dossier");
    browser.click("button", "Tải CSV");
    let csv = std::fs::read_to_string(browser.download()).expect("the table");
    assert!(csv.contains("Mã xã") && csv.contains("Đã công nhận"), "{csv}");
}

#[test]
fn the_focus_in_the_table_stays_with_its_product() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    five_in_the_table(&browser);
    let first = || browser.names("rowheader")[0].clone();
    let focused = || browser.eval("document.activeElement.closest('tr')?.querySelector('th a').innerText ?? ''");
    // As in a browser whose buttons take no focus, and as another tab's change does.
    let press = |name: &str| {
        let press = "[...document.querySelectorAll('.sort, .filter')].find((one) => one.innerText.startsWith(arguments[0])).click()";
        browser.run(press, serde_json::json!([name]));
    };
    browser.run("document.querySelector('tbody tr:nth-child(2) .table-tick input').focus()", serde_json::json!([]));
    let product = focused();
    let product = product.as_str().expect("a product");
    for _ in 0..2 {
        let before = first();
        press("Sản phẩm");
        browser.wait("another order", || (first() != before).then_some(()));
        browser.wait("the focus on its product", || (focused() == product).then_some(()));
    }
    assert_eq!(browser.eval("document.activeElement.type"), "checkbox", "and on the box that had it");
    // Not shown any more: on no other product.
    browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", "không có sản phẩm này");
    browser.wait_text("Không có hồ sơ nào khớp.");
    assert_eq!(browser.eval("document.activeElement.closest('tr')"), serde_json::Value::Null);
    browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", "hoa cuc");
    browser.wait("one row again", || (browser.names("rowheader").len() == 1).then_some(()));
    press("Tất cả");
    browser.find("link", "Trà hoa cúc Nghĩa Trai");
}

#[test]
fn three_hundred_products_are_all_on_paper_and_each_page_names_the_columns() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/about"), Size::Desktop);
    browser.wait_heading("Về trang này");
    if !browser.can(Ability::Print) {
        return;
    }
    let text = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("a golden dossier");
    let dossier = from_bytes(text.as_bytes()).expect("a dossier").dossier;
    let many = "const [id, name, text] = arguments;
        for (let at = 1000; at < 1300; at++) {
          localStorage[`ocop/dossier/product-${at}`] = text.replaceAll(id, `product-${at}`).replaceAll(name, `Cam${at}`);
        }";
    browser.run(many, serde_json::json!([dossier.id, dossier.name(), to_json(&dossier)]));
    browser.reload();
    browser.wait_heading("Về trang này");
    browser.follow("#/table");
    browser.wait_text("300 hồ sơ");
    // Firefox's driver prints without telling the page, as nobody else does.
    browser.run("dispatchEvent(new Event('beforeprint'))", serde_json::json!([]));
    browser.wait("every row to be drawn", || {
        browser.eval("document.querySelectorAll('tbody tr').length >= 300").as_bool().filter(|all| *all)
    });
    let paper = text_of(&browser.print_to_pdf());
    for at in 1000..1300 {
        assert!(paper.contains(&format!("Cam{at}")), "product {at} is not on paper");
    }
    // Firefox's driver prints upright whatever the page asks for, and cuts what is wider.
    if Engine::chosen() != Engine::Chromium {
        return;
    }
    // The last page ends with an empty one behind it.
    for (at, page) in paper.split('\u{c}').filter(|page| page.contains("Cam1")).enumerate() {
        for column in ["Sản phẩm", "Chủ thể", "Việc gần nhất", "Trạng"] {
            assert!(page.contains(column), "page {} lacks “{column}”:\n{page}", at + 1);
        }
    }
}

#[test]
fn nothing_tells_the_applicants_stars_to_those_who_still_score() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    dossier.assessment = worth(90);
    let sheet = |name: &str, done: bool| Sheet {
        scorer: Scorer { name: name.into(), done, ..Scorer::default() },
        assessment: worth(70),
    };
    let sheets = vec![sheet("Lò Thị Mai", true), sheet("Bùi Văn Hải", false)];
    dossier.council = Some(Council { sheets, expected: 2, ..Council::default() });
    let browser = device(&site, &dossier, Size::Phone, "");
    browser.wait_heading("Cam Cao Phong");
    for (at, heading) in [
        ("#/d/sitting", "Cam Cao Phong"),
        ("#/d/sitting/result", "Đang chờ đủ phiếu chấm"),
        ("#/d/sitting/evidence", "Tài liệu minh chứng"),
        ("#/", "Sản phẩm của đơn vị"),
    ] {
        browser.follow(at);
        browser.wait_heading(heading);
        browser.wait_text("Đã nộp 1/2 phiếu");
        assert!(!browser.text().contains("90/100"), "{at} tells the points: {}", browser.text());
        assert_eq!(
            browser.eval("document.querySelectorAll('.task-part .meter').length"),
            0,
            "{at} tells a part's points"
        );
    }
    browser.follow("#/table");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.find("link", "Cam Cao Phong");
    assert!(!browser.text().contains("90"), "{}", browser.text());
}

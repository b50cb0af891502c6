//! From the other side of the table: a sitting of seven with files out and in, and the commune's corrections there and
//! back.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ocop::domain::council::{Correction, Council, Desk, Scorer, Sheet, blank_for};
use ocop::domain::decision::{Star, first};
use ocop::domain::dossier::checks::needs_no_paper;
use ocop::domain::dossier::wire::{corrections_file, from_bytes, to_json};
use ocop::domain::dossier::{Dossier, DossierKind, Field, PaperRecord, Recognised};
use ocop::domain::rating::{Answer, Assessment, rate};
use serde_json::json;

use crate::harness::{Ability, Browser, Engine, Key, Site, Size, poll};
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
    let has_focus = "document.activeElement.matches('.table-paste textarea')";
    browser.wait("the field to paste into to have the focus", || browser.eval(has_focus).as_bool().filter(|has| *has));
    let list = "Tên sản phẩm\tChủ thể\tXã\tHạng sao\tNgày công nhận\n\
                Cam Cao Phong\tHợp tác xã Cao Phong\tCao Phong\t4 sao\t25/12/2023\n\
                Xyz\tHộ bà Lan\tPhú Quốc\t4 sao\t01/02/2026\n\
                Nước mắm Phú Quốc\tHộ ông Bình\tPhú Quốc\t5 sao\tnăm ngoái\n";
    let paste = "const area = document.querySelector('.table-paste textarea');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(paste, json!([list]));
    browser.click("button", "Nhận 3 dòng");
    browser.wait_text("Chưa chắc bộ sản phẩm, hãy chọn.");
    browser.wait_text("Chưa rõ ngày, nên chưa biết ngày hết hạn.");
    assert!(!browser.has("link", "Cam Cao Phong"), "nothing is taken yet");
    browser.click("button", "Nhận 2 sản phẩm");
    browser.find("link", "Cam Cao Phong");
    // Taken back, the rows are there as they were, and nothing is in the bin.
    browser.click("button", "Hoàn tác");
    browser.wait_gone("link", "Cam Cao Phong");
    browser.wait_text("Chưa chắc bộ sản phẩm, hãy chọn.");
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
        browser.run(press, json!([name]));
    };
    browser.run("document.querySelector('tbody tr:nth-child(2) .table-tick input').focus()", json!([]));
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
    browser.run(many, json!([dossier.id, dossier.name(), to_json(&dossier)]));
    browser.reload();
    browser.wait_heading("Về trang này");
    browser.follow("#/table");
    browser.wait_text("300 hồ sơ");
    // Firefox's driver prints without telling the page, as nobody else does.
    browser.run("dispatchEvent(new Event('beforeprint'))", json!([]));
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

/// What a page lets somebody read: its words, what is chosen, and what a screen reader is told.
const READ: &str = "const main = document.querySelector('#app');
    const shown = (one) => one.checkVisibility?.() ?? true;
    const chosen = [...main.querySelectorAll('input, select, meter, textarea')].filter(shown)
        .map((one) => `${one.tagName} ${one.type} ${one.checked} ${one.type === 'file' ? '' : one.value}`);
    const told = [...main.querySelectorAll('[aria-label], [aria-pressed], [aria-current], [class*=chosen]')].filter(shown)
        .map((one) => `${one.getAttribute('aria-label')} ${one.getAttribute('aria-pressed')} ${one.className.baseVal ?? one.className}`);
    // The code of a dossier's content follows its answers, and tells none of them.
    return [main.innerText, ...chosen, ...told].join('\\n').replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, '');";

/// Nothing is on its way to the page.
const SETTLED: &str = "document.querySelector('h1') !== null && !document.querySelector('.work, [aria-busy=true]')
    && !document.querySelector('#app').innerText.includes('Đang đọc')";

/// The pages of a dossier by name, as the routes name them, and those that name something of it.
fn pages_of(dossier: &Dossier) -> Vec<String> {
    let routes = include_str!("../../src/ui/route/page.rs");
    let named = routes.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split('"').next());
    let named: Vec<String> = named.map(str::to_owned).collect();
    assert!(named.len() > 20 && named.contains(&"way-from-council".to_owned()), "{named:?}");
    let code = dossier.set().criteria.last().expect("a criterion").code;
    let rest = ["", "score/1", "score/0", "write/story", "paper/p", "forms/field/applicant.phone", "forms/recognised"];
    let of_criterion = ["c", "evidence", "forms/change"].map(|page| format!("{page}/{code}"));
    named.into_iter().chain(rest.map(str::to_owned)).chain(of_criterion).collect()
}

#[test]
fn no_page_lets_a_scorer_read_what_the_applicant_gave_itself() {
    let site = Site::of_the_build();
    // Two applicants who gave themselves other levels where no paper speaks.
    let of = |is_lower: bool, done: bool| {
        let mut dossier = orange("sitting");
        dossier.assessment = worth(100);
        for (position, criterion) in dossier.set().criteria.iter().enumerate() {
            let mut levels: Vec<usize> = (0..criterion.levels.len()).collect();
            levels.sort_by_key(|level| criterion.levels[*level].points);
            let level = levels.into_iter().find(|level| criterion.levels[*level].points.0 > 0);
            if is_lower && needs_no_paper(criterion.wording.key) {
                dossier.assessment.set_answer(position, Answer::Level(level.expect("a level with points") as u8));
            }
        }
        dossier.desk = Some(Desk::default());
        dossier.papers = vec![PaperRecord { id: "p".into(), title: "Ảnh vườn".into(), ..PaperRecord::default() }];
        let answers = dossier.set().criteria.iter().map(|one| (one.code.to_owned(), Answer::Level(0))).collect();
        let (star, date) = (Some(Star::Three), "25/12/2024".into());
        dossier.recognised = Some(Recognised { star, date, answers, ..Recognised::default() });
        dossier.kind = DossierKind::Upgrade;
        let sheet = |name: &str, done: bool| {
            let scorer = Scorer { name: name.into(), done, ..Scorer::default() };
            Sheet { scorer, assessment: worth(70) }
        };
        let sheets = vec![sheet("Lò Thị Mai", true), sheet("Bùi Văn Hải", done)];
        dossier.council = Some(Council { sheets, expected: 2, ..Council::default() });
        dossier
    };
    let pages: Vec<String> = pages_of(&of(false, false))
        .into_iter()
        .map(|page| format!("#/d/sitting/{page}"))
        .chain(["#/", "#/table"].map(str::to_owned))
        .collect();
    // Two devices side by side, so that what comes and goes by itself does so on both.
    let differing = |done: bool, size: Size, patience: Duration| -> Vec<String> {
        let devices = [false, true].map(|is_lower| {
            let browser = device(&site, &of(is_lower, done), size, "");
            browser.wait_heading("Cam Cao Phong");
            browser
        });
        let told = |at: &String| {
            for browser in &devices {
                browser.follow(at);
                browser.run_async("requestAnimationFrame(() => setTimeout(arguments[0]))", json!([]));
                browser.wait(&format!("{at} to be there"), || browser.eval(SETTLED).as_bool().filter(|there| *there));
                // What is folded away is read too.
                browser
                    .run("document.querySelectorAll('#app details').forEach((one) => { one.open = true; })", json!([]));
            }
            let read = || {
                devices.each_ref().map(|browser| browser.run(READ, json!([])).as_str().unwrap_or_default().to_owned())
            };
            if poll(patience, || {
                let [one, other] = read();
                (one == other).then_some(())
            })
            .is_some()
            {
                return None;
            }
            let [one, other] = read();
            let lines: Vec<&str> =
                one.lines().filter(|line| !other.lines().any(|known| known == *line)).take(4).collect();
            Some(format!("{at}: {lines:?}"))
        };
        pages.iter().filter_map(told).collect()
    };
    for size in [Size::Phone, Size::Desktop] {
        let told = differing(false, size, Duration::from_secs(3));
        assert!(told.is_empty(), "{size:?} tells what the applicant gave:\n{}", told.join("\n"));
    }
    // Once all are in, all of it is told again.
    let told = differing(true, Size::Phone, Duration::ZERO);
    assert!(told.len() > 12, "{}", told.join("\n"));
}

/// As a browser fills several fields in: each hears of its text before anything is drawn anew.
const FILL_AT_ONCE: &str = "for (const [find, text] of arguments[0]) {
      const one = document.querySelector(find);
      const kind = one.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(one, text);
      one.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }";

#[test]
fn several_fields_filled_in_one_instant_are_all_kept() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    dossier.recognised = Some(Recognised { star: Some(Star::Three), ..Recognised::default() });
    dossier.papers = vec![PaperRecord { id: "p".into(), title: "VietGAP".into(), ..PaperRecord::default() }];
    let sheet = Sheet { scorer: Scorer { name: "Mai".into(), ..Scorer::default() }, assessment: worth(90) };
    dossier.council = Some(Council { sheets: vec![sheet], expected: 2, ..Council::default() });
    let browser = device(&site, &dossier, Size::Phone, "desk");
    let now = || -> Option<Dossier> {
        let text = kept(&browser)["ocop/dossier/sitting"].as_str()?.to_owned();
        Some(from_bytes(text.as_bytes()).ok()?.dossier)
    };
    browser.wait_heading("Việc của xã");
    let topic = |nth: usize| format!(".desk-topic:nth-of-type({nth}) textarea");
    let fields = [("#desk-received".to_owned(), "16/11/2026"), (topic(1), "Cam của xã"), (topic(2), "Mười hộ")];
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the commune's work to be kept", || {
        let desk = now()?.desk?;
        (desk.received == "16/11/2026" && desk.assessments[0] == "Cam của xã" && desk.assessments[1] == "Mười hộ")
            .then_some(())
    });
    page(&browser, "standing");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    let fields = [("#held-date", "25/12/2024"), ("#held-number", "12/QĐ"), ("#held-issuer", "Tỉnh Phú Thọ")];
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the recognition to be kept", || {
        let held = now()?.recognised?;
        (held.date == "25/12/2024" && held.number == "12/QĐ" && held.issuer == "Tỉnh Phú Thọ").then_some(())
    });
    page(&browser, "score/0");
    browser.wait_heading("Phiếu của: Mai");
    let fields = [(".desk-fields input", "Trưởng thôn"), (".page-sheet textarea", "Quả ngọt")];
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the sheet to be kept", || {
        let scorer = now()?.council?.sheets.first()?.scorer.clone();
        (scorer.role == "Trưởng thôn" && scorer.opinion == "Quả ngọt").then_some(())
    });
    page(&browser, "paper/p");
    browser.wait_heading("VietGAP");
    let texts = "[...document.querySelectorAll('.paper-fields input[type=text]')].map((one, at) => { one.id ||= `typed-${at}`; return one.id; })";
    let ids = browser.eval(texts);
    let ids: Vec<&str> = ids.as_array().expect("fields").iter().filter_map(|id| id.as_str()).take(3).collect();
    let fields: Vec<_> =
        ids.iter().enumerate().map(|(at, id)| (format!("[id=\"{id}\"]"), format!("0{at}/2026"))).collect();
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the paper to be kept", || {
        let text = kept(&browser)["ocop/dossier/sitting"].as_str()?.to_owned();
        fields.iter().all(|(_, typed)| text.contains(typed)).then_some(())
    });
}

/// Whether all of an element is seen without scrolling, and no bar stands over it.
const IN_SIGHT: &str = "const at = document.querySelector(arguments[0]).getBoundingClientRect();
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
    browser.wait_text("Đã gỡ phiếu của Hùng");
    browser.wait_text("Đã nộp 1/3 phiếu");
    // Another page between takes nothing away.
    page(&browser, "check");
    browser.wait_heading("Kiểm tra");
    page(&browser, "council");
    browser.click("button", "Hoàn tác");
    browser.wait_text("Đã nộp 2/4 phiếu");
    browser.find("summary", "Đổi tên, gỡ phiếu : Hùng");
    assert!(!browser.has("button", "Hoàn tác"));
}

#[test]
fn an_officer_who_opens_a_file_is_shown_the_way_to_the_communes_work() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    browser.upload("Mở tệp hồ sơ", &dossier_file("set-01-five-stars.json"));
    browser.wait_text("Bạn là cán bộ xã xem hồ sơ này?");
    assert_eq!(browser.run(IN_SIGHT, json!([".to-desk a"])), true, "the way to the commune's work");
    // The table is found with the first dossier already.
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser.click("link", "Bảng nhiều hồ sơ");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.click("link", "Việc của xã");
    browser.wait_heading("Việc của xã");
}

#[test]
fn what_is_asked_for_by_keyboard_leads_on_to_the_next() {
    let site = Site::of_the_build();
    let browser = device(&site, &orange("sitting"), Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.click("summary", "chỗ còn thiếu");
    let label = || browser.eval("document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName");
    browser.run("document.querySelector('.desk-found button').focus()", json!([]));
    let first = label();
    browser.press(Key::Enter);
    browser.wait_text("Đã thêm yêu cầu 1");
    browser.wait("the focus on the next", || {
        let now = label();
        (now != first && now.as_str()?.starts_with("Yêu cầu bổ sung: ")).then_some(())
    });
}

#[test]
fn what_is_asked_for_is_said_at_the_thumb_and_can_be_taken_back() {
    let site = Site::of_the_build();
    let browser = device(&site, &orange("sitting"), Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.choose("Ở chỗ nào", "Điện thoại");
    browser.fill("textbox", "Cần bổ sung, sửa gì", "Ghi số di động");
    browser.click("button", "Thêm yêu cầu");
    browser.wait_text("Đã thêm yêu cầu 1: Điện thoại");
    let in_sight = "(() => { const at = document.querySelector('.bar-said').getBoundingClientRect(); return at.height > 0 && at.bottom <= innerHeight; })()";
    assert_eq!(browser.eval(in_sight), true);
    browser.click("button", "Hoàn tác");
    browser.wait("the request to be out of the list", || (!browser.text().contains("Đã sửa 0/1")).then_some(()));
    // Nothing that was written is lost.
    browser.wait("its words in their field", || {
        browser
            .eval("document.querySelector('.desk-new textarea').value")
            .as_str()
            .filter(|text| *text == "Ghi số di động")
            .map(drop)
    });
    assert_eq!(browser.eval("document.getElementById('correction-place').value"), "field:applicant.phone");
}

/// Files that are chosen in one go.
fn together(files: &[&PathBuf]) -> PathBuf {
    files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join("\n").into()
}

#[test]
fn corrections_come_beside_their_dossier_and_of_several_at_once() {
    let site = Site::of_the_build();
    let folder = tempfile::tempdir().expect("a folder");
    let of = |id: &str, name: &str, ask: &[&str]| {
        let mut dossier = orange(id);
        dossier.fields.set(Field::ProductName, name.into());
        let asked = ask.iter().map(|text| Correction { text: (*text).into(), ..Correction::default() });
        let asks = Dossier { corrections: asked.collect(), ..dossier.clone() };
        let sent = file(folder.path(), &format!("a-{id}.json"), corrections_file(&asks, "test").as_bytes());
        (file(folder.path(), &format!("b-{id}.json"), to_json(&dossier).as_bytes()), sent)
    };
    let (orange, orange_sent) = of("orange", "Cam Cao Phong", &["Ghi rõ vùng trồng", "Thiếu dấu"]);
    let (tea, tea_sent) = of("tea", "Trà hoa cúc", &["Thiếu ảnh"]);
    let browser = open(&site, Size::Phone);
    // The corrections stand first among the files.
    browser.upload("Mở tệp hồ sơ", &together(&[&orange_sent, &orange]));
    browser.wait_heading("Xã yêu cầu bổ sung");
    browser.wait_text("Đã sửa 0/2");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser.upload("Mở tệp hồ sơ", &together(&[&tea, &tea_sent, &orange_sent]));
    // Of two products: both are told, and neither page is shown for the other.
    browser.wait_text("“Trà hoa cúc”: Đã nhận 1 yêu cầu");
    browser.wait_text("“Cam Cao Phong”: Đã nhận 2 yêu cầu");
    browser.wait_heading("Sản phẩm của đơn vị");
}

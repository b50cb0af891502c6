//! The commune's desk: corrections there and back, its list of recognised products, its table.

use std::path::PathBuf;

use ocop::domain::council::{Correction, CorrectionPlace, Desk};
use ocop::domain::dossier::wire::{corrections_file, from_bytes, to_json};
use ocop::domain::dossier::{Dossier, Field};
use serde_json::json;

use crate::council::{IN_SIGHT, device, orange};
use crate::harness::{Browser, Key, Site, Size};
use crate::steps::{dossier_file, file, kept, open, page, wait_saved};

/// The desk of a product, at which the officer asked for the applicant's phone in words of their own.
pub fn phone_asked_for(site: &Site) -> Browser {
    let browser = device(site, &orange("sitting"), Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.click("summary", "Yêu cầu khác");
    browser.choose("Ở chỗ nào", "Điện thoại");
    browser.fill("textbox", "Cần bổ sung, sửa gì", "Ghi số di động");
    browser.click("button", "Thêm yêu cầu");
    browser.wait_text("Đã thêm yêu cầu 1: Điện thoại");
    browser
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
    officer.click("summary", "Yêu cầu khác");
    for (at, place) in places.iter().enumerate() {
        officer.choose("Ở chỗ nào", place);
        officer.fill("textbox", "Cần bổ sung, sửa gì", &format!("Việc số {}", at + 1));
        officer.click("button", "Thêm yêu cầu");
        officer.wait_text(&format!("Đã sửa 0/{}", at + 1));
    }
    // The same at the same place is asked for once.
    officer.choose("Ở chỗ nào", "Cả hồ sơ");
    officer.fill("textbox", "Cần bổ sung, sửa gì", "Việc số 12 ");
    officer.click("button", "Thêm yêu cầu");
    officer.wait("the field to be empty", || {
        officer.find("textbox", "Cần bổ sung, sửa gì").value().is_empty().then_some(())
    });
    assert!(officer.text().contains("Đã sửa 0/12"), "{}", officer.text());
    // What was asked can be put in other words, and nothing of them is lost on the way.
    let third = format!("Sửa lời yêu cầu: {}", places[2]);
    officer.click("button", &third);
    officer.fill("textbox", &third, "Việc số 3: ghi rõ năm");
    officer.reload();
    officer.wait("what was being written", || {
        (officer.find("textbox", &third).value() == "Việc số 3: ghi rõ năm").then_some(())
    });
    officer.click("button", "Xong");
    officer.wait("the new words alone", || (!officer.has("textbox", &third)).then_some(()));
    officer.wait_text("Việc số 3: ghi rõ năm");
    officer.click("button", "12 yêu cầu");
    let returned = officer.download();
    officer.wait_text("Đã tải tệp yêu cầu");

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
    assert!(!applicant.text().contains("máy này không có hồ sơ đó"), "what was said of it before is over");
    applicant.follow(&format!("#/d/{}", dossier.id));
    applicant.click("link", "Làm tiếp: Xã yêu cầu bổ sung");
    applicant.wait_text("Đã sửa 0/12");
    // Each stands where it belongs, and is ticked off there or in the list.
    let next_is = |code: &str| {
        applicant.click("link", "Sửa việc kế tiếp");
        applicant.wait_heading(&format!("{code} "));
    };
    next_is(codes[0]);
    applicant.wait("the request in sight", || (applicant.run(IN_SIGHT, json!([".asked"])) == true).then_some(()));
    applicant.click("checkbox", "Việc số 1");
    next_is(codes[1]);
    page(&applicant, "forms/field/applicant.phone");
    applicant.fill("textbox", "Điện thoại", "0912345678");
    let tick = "(() => { const { width, height } = document.querySelector('.asked input').getBoundingClientRect(); return [width, height]; })()";
    let tick: [f64; 2] = serde_json::from_value(applicant.eval(tick)).expect("a box");
    assert!(tick[0] == tick[1], "a box to tick is as wide as high: {tick:?}");
    applicant.click("checkbox", "Việc số 11");
    // What is asked of the dossier as a whole stands where all of it is looked at.
    page(&applicant, "check");
    applicant.find("checkbox", "Việc số 12");
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
    // An earlier state that was opened before, and was not answered, does not stand in the way of the one opened now.
    let mut earlier = handed.clone();
    earlier.fields.set(Field::Phone, "0900000000".to_owned());
    earlier.corrections.iter_mut().for_each(|correction| correction.done = false);
    officer.upload("Mở tệp hồ sơ", &file(folder.path(), "cu.json", to_json(&earlier).as_bytes()));
    officer.wait_text("0900000000");
    officer.reload();
    officer.wait_text("0900000000");
    officer.upload("Mở tệp hồ sơ", &file(folder.path(), "nop-lai.json", to_json(&handed).as_bytes()));
    officer.wait_text("nộp lại");
    officer.wait_text("Đã sửa 12/12");
    officer.wait_text("0912345678");
    // Criteria that were ticked off and stand as they did are told; the phone number is another.
    let rows = officer.eval("[...document.querySelectorAll('.again-row')].map((row) => row.innerText)");
    let rows: Vec<String> = serde_json::from_value(rows).expect("a line for each");
    let same = |place: usize| rows[place - 1].contains("chỗ này vẫn như cũ");
    assert_eq!((rows.len(), same(1), same(2), same(11)), (12, true, true, false), "{rows:?}");
    officer.click("button", "Nhận bản nộp lại");
    officer.wait_heading("Việc của xã");
    officer.wait_text("Nhận ngày 16/11/2026 · Đã nhận");
    officer.wait_text("Hạn 15 ngày làm việc của xã: 08/12/2026");
    officer.wait_text("việc chủ thể báo đã sửa, kiểm tra vẫn thấy thiếu.");
    // What is not done, whatever was ticked off, is asked for once more, and is open again at the applicant.
    let again = format!("Yêu cầu lại: {}", places[1]);
    officer.click("button", &again);
    officer.wait_text("Đã sửa 11/12");
    officer.click("button", "1 yêu cầu");
    applicant.follow("#/");
    applicant.wait_heading("Sản phẩm của đơn vị");
    applicant.upload("Mở tệp hồ sơ", &officer.download());
    applicant.wait_heading("Xã yêu cầu bổ sung");
    applicant.wait_text("Đã sửa 11/12");
    // What was answered is over: the earlier one was answered by the later.
    officer.follow("#/");
    officer.wait_heading("Sản phẩm của đơn vị");
    assert!(!officer.text().contains("nộp lại"), "{}", officer.text());
    officer.upload("Mở tệp hồ sơ", &file(folder.path(), "nop-lai.json", to_json(&handed).as_bytes()));
    officer.wait("to be led to what is here", || (!officer.url().ends_with("#/")).then_some(()));
    assert!(!officer.text().contains("Nhận bản nộp lại"), "{}", officer.text());
}

#[test]
fn what_the_commune_found_there_is_kept_and_its_time_ends_as_the_dossier_is_passed_on() {
    let site = Site::of_the_build();
    let text = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("a golden dossier");
    let mut dossier = from_bytes(text.as_bytes()).expect("a dossier").dossier;
    dossier.desk = Some(Desk { received: "16/11/2026".into(), ..Desk::default() });
    let officer = device(&site, &dossier, Size::Phone, "desk");
    officer.click("summary", "Thành phần hồ sơ");
    officer.wait_text("có 0/6");
    for component in ["Phiếu đăng ký (Mẫu số 01)", "Giấy tờ minh chứng", "5 sản phẩm mẫu"] {
        officer.click("checkbox", component);
    }
    officer.wait_text("có 3/6");
    wait_saved(&officer);
    officer.reload();
    officer.wait_text("có 3/6");
    officer.wait_text("Hạn 15 ngày làm việc của xã: 07/12/2026");
    officer.click("summary", "Nhận ngày 16/11/2026");
    officer.choose("Tình trạng hồ sơ", "Đã đề nghị tỉnh");
    officer.wait("the countdown to end", || (!officer.text().contains("Hạn 15 ngày")).then_some(()));
}

/// Pages of this site are loaded at this instant.
fn at(site: &Site, instant: &str) {
    site.run_first(&format!(
        "const Own = Date;
         const ahead = Own.parse('{instant}') - Own.now();
         window.Date = class extends Own {{
           constructor(...given) {{ given.length ? super(...given) : super(Own.now() + ahead); }}
           static now() {{ return Own.now() + ahead; }}
         }};"
    ));
}

#[test]
fn one_day_has_one_date_in_the_whole_page_wherever_the_device_says_it_is() {
    let site = Site::of_the_build();
    // Evening in UTC, and the next morning in Vietnam.
    at(&site, "2026-11-27T20:00:00Z");
    let browser = device(&site, &orange("sitting"), Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.fill("textbox", "Ngày nhận hồ sơ", "28/11/2026");
    browser.wait_text("Hạn 15 ngày làm việc của xã: 18/12/2026");
    assert!(!browser.text().contains("chưa đến"), "{}", browser.text());
    wait_saved(&browser);
    browser.follow("#/table");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.click("button", "Tải CSV");
    let file = browser.download();
    assert!(file.display().to_string().contains("2026-11-28"), "{}", file.display());
    assert!(std::fs::read_to_string(&file).expect("the table").contains(",2026-11-28,"), "changed on that day");
}

#[test]
fn the_desk_says_when_the_days_off_of_a_tet_are_not_known() {
    let site = Site::of_the_build();
    at(&site, "2041-01-15T03:00:00Z");
    let browser = device(&site, &orange("sitting"), Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.fill("textbox", "Ngày nhận hồ sơ", "10/01/2041");
    browser.wait_text("chưa biết ngày nghỉ Tết và Giỗ Tổ năm 2041");
    browser.click("summary", "Ngày nghỉ bù, nghỉ hoán đổi");
    browser.fill("textbox", "ngày nghỉ bù theo thông báo", "31/01/2041, 01/02/2041");
    browser.wait("the note to go", || (!browser.text().contains("chưa biết ngày nghỉ Tết")).then_some(()));
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
fn a_request_asks_by_a_day_that_leaves_the_commune_time_and_can_be_another() {
    let site = Site::of_the_build();
    let browser = device(&site, &orange("sitting"), Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.fill("textbox", "Ngày nhận hồ sơ", "27/11/2099");
    browser.wait_text("Ngày 27/11/2099 chưa đến");
    assert!(!browser.text().contains("ngày làm việc của xã"), "nothing runs yet");
    let today = browser.eval("new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())");
    browser.fill("textbox", "Ngày nhận hồ sơ", today.as_str().expect("a day"));
    browser.wait_text("Hạn 15 ngày làm việc của xã: ");
    let text = browser.text();
    let due = text.split("Hạn 15 ngày làm việc của xã: ").nth(1).expect("the last day")[..10].to_owned();
    browser.click("summary", "chỗ còn thiếu");
    browser.run("document.querySelector('.desk-found .desk-row button').click()", json!([]));
    browser.wait_text("Đã thêm yêu cầu 1");
    let day = || browser.find("textbox", "Chậm nhất ngày: ");
    let iso = |day: &str| day.split('/').rev().collect::<String>();
    let asked = day().value();
    assert!(iso(&asked) < iso(&due), "{asked} leaves the commune time before {due}");
    browser.fill("textbox", "Chậm nhất ngày: ", "31/2/2027");
    browser.wait_text("Lịch không có ngày này");
    browser.fill("textbox", "Chậm nhất ngày: ", "9/1/2027");
    browser.press(Key::Tab);
    browser.wait("the day in order", || (day().value() == "09/01/2027").then_some(()));
    wait_saved(&browser);
    browser.reload();
    browser.wait("the day to be kept", || (day().value() == "09/01/2027").then_some(()));
    browser.wait_text("Đã sửa 0/1");
}

#[test]
fn what_is_asked_for_by_keyboard_leads_on_to_the_next() {
    let site = Site::of_the_build();
    let browser = device(&site, &orange("sitting"), Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.click("summary", "chỗ còn thiếu");
    let label = || browser.eval("document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName");
    browser.run("document.querySelector('.desk-found .desk-row button').focus()", json!([]));
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
    let browser = phone_asked_for(&site);
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

#[test]
fn what_was_asked_for_and_taken_out_again_comes_back_the_next_time_too() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    let asked = |text: &str| Correction { text: text.into(), by: "05/12/2026".into(), ..Correction::default() };
    let phone = CorrectionPlace::Field(Field::Phone);
    dossier.corrections = vec![asked("Thêm hợp đồng"), Correction { at: phone, ..asked("Ghi số di động") }];
    let browser = device(&site, &dossier, Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    browser.click("button", "Bỏ yêu cầu: Điện thoại");
    browser.wait_text("Đã bỏ: yêu cầu bổ sung ở Điện thoại. Đến hết ngày mai vẫn lấy lại được.");
    browser.wait_text("Đã sửa 0/1");
    wait_saved(&browser);
    browser.reload();
    browser.click("button", "Hoàn tác: yêu cầu bổ sung ở Điện thoại");
    browser.wait_text("Đã sửa 0/2");
    browser.wait_text("Ghi số di động");
    browser.wait_gone("button", "Hoàn tác: yêu cầu bổ sung");
}

#[test]
fn the_desk_leads_to_what_is_next_and_what_is_finished_steps_back() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    let asked = |text: &str| Correction { text: text.into(), by: "05/12/2026".into(), ..Correction::default() };
    dossier.corrections = vec![Correction { done: true, ..asked("Ký từng trang") }, asked("Thêm hợp đồng")];
    let received = Desk { received: "16/11/2026".into(), ..Desk::default() };
    dossier.desk =
        Some(Desk { assessments: ["Cam của xã".into(), String::new(), String::new(), String::new()], ..received });
    let browser = device(&site, &dossier, Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    let main = || browser.eval("document.querySelector('.action-bar .button-act').innerText.trim()");
    assert_eq!(main(), "Tải tệp có 1 yêu cầu");
    // The first request is in sight at once; the day of receipt is a line.
    assert_eq!(browser.run(IN_SIGHT, json!([".desk-asked .desk-row-text"])), true);
    assert!(!browser.has("textbox", "Ngày nhận hồ sơ"));
    browser.find("summary", "Nhận ngày 16/11/2026 · Đã nhận");
    assert!(!browser.text().contains("Ký từng trang"), "what was mended steps back");
    browser.click("summary", "1 yêu cầu đã sửa");
    browser.wait_text("Ký từng trang");
    // What is printed is not looked at before its turn, but printed whenever it is wanted.
    assert!(!browser.text().contains("BÁO CÁO"), "the forms come later");
    browser.find("button", "In Mẫu số 03 và công văn");
    browser.click("button", "Xem trên màn hình");
    browser.wait_text("BÁO CÁO");

    dossier.corrections[1].done = true;
    let browser = device(&site, &dossier, Size::Phone, "desk");
    browser.wait_heading("Việc của xã");
    let main = browser.eval("document.querySelector('.action-bar .button-act').innerText.trim()");
    assert_eq!(main, "In Mẫu số 03 và công văn");
    browser.wait_text("BÁO CÁO");
    // Of the four topics, the first that is not written is open.
    let open = "[...document.querySelectorAll('.desk-topic')].map((one) => one.open)";
    assert_eq!(browser.eval(open), json!([false, true, false, false]));
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

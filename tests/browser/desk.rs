//! The commune's desk: corrections there and back, its list of recognised products, its table.

use std::path::PathBuf;

use ocop::domain::council::{Correction, CorrectionPlace, Desk};
use ocop::domain::dossier::wire::{corrections_file, from_bytes, to_json};
use ocop::domain::dossier::{Dossier, Field};
use serde_json::json;

use crate::council::{IN_SIGHT, device, orange};
use crate::harness::{Ability, Browser, Engine, Key, Site, Size};
use crate::plan::text_of;
use crate::steps::{dossier_file, file, five_in_the_table, kept, open, page, wait_saved};

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
    assert!(!applicant.text().contains("máy này không có hồ sơ đó"), "what was said of it before is over");
    applicant.follow(&format!("#/d/{}", dossier.id));
    applicant.click("link", "Làm tiếp: Xã yêu cầu bổ sung");
    applicant.wait_text("Đã sửa 0/12");
    // Each stands where it belongs, and is ticked off there or in the list.
    applicant.click("link", "Sửa việc kế tiếp");
    applicant.wait("the first criterion", || applicant.url().ends_with(&format!("/c/{}", codes[0])).then_some(()));
    applicant.click("checkbox", "Việc số 1");
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
    officer.click("button", "Nhận bản nộp lại");
    officer.wait_heading("Việc của xã");
    officer.wait_text("Hạn 15 ngày làm việc của xã: 08/12/2026");
    officer.wait_text("Chủ thể đã đánh dấu sửa xong mọi yêu cầu.");
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
                Nước mắm Phú Quốc\tHộ ông Bình\tPhú Quốc\t5 sao\tnăm ngoái\n\
                Chè Shan tuyết\tHTX Suối Giàng\tSuối Giàng\t6 sao\t01/02/2025\n\
                Gạo nếp Tú Lệ\tHTX Tú Lệ\tTú Lệ\t3 sao\t01/01/2040\n";
    let paste = "const area = document.querySelector('.table-paste textarea');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(paste, json!([list]));
    browser.click("button", "Xem 5 dòng trước khi nhận");
    browser.wait_text("Chưa chắc bộ sản phẩm, hãy chọn.");
    browser.wait_text("Chưa rõ ngày, nên chưa biết ngày hết hạn.");
    browser.wait_text("Số sao trong danh sách không phải 3, 4 hay 5.");
    browser.find("combobox", "Số sao của Chè Shan tuyết");
    browser.wait_text("Ngày công nhận ở sau hôm nay, hoặc trước năm 2018.");
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
    // The rows that were not taken stay to be put right, also for who looks at another page meanwhile.
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    browser.follow("#/table");
    browser.wait_text("Chưa chắc bộ sản phẩm, hãy chọn.");
    browser.fill("textbox", "Ngày công nhận của Gạo nếp Tú Lệ", "1/2/25");
    browser.press(Key::Tab);
    browser.find("button", "Nhận 1 sản phẩm");
    assert!(!browser.text().contains("Ngày công nhận ở sau hôm nay"), "{}", browser.text());
    // Stars held are no stars that somebody gave itself.
    let filters = |aspect: &str| {
        browser.find("combobox", aspect);
        let options = "const list = document.querySelector(`select[aria-label='${arguments[0]}']`);
            return [...list.options].slice(1).map((option) => option.text).join(', ')";
        browser.run(options, json!([aspect]))
    };
    assert_eq!(filters("Sao tạm tính"), "Chưa chấm (2)");
    assert_eq!(filters("Sao đang có"), "5 sao (1), 4 sao (1)");
    assert_eq!(filters("Trạng thái"), "Đã công nhận (2)");
    // The same the next time; what was worked on since stays.
    browser.wait_text("Đã thêm 2 sản phẩm. Đến hết ngày mai vẫn bỏ ra được.");
    wait_saved(&browser);
    let change = "const key = Object.keys(localStorage).find((key) => localStorage[key].includes('Nước mắm Phú Quốc') && key.startsWith('ocop/dossier/'));
        localStorage[key] = localStorage[key].replace(/\"updated\": *\"[^\"]*\"/, '\"updated\": \"2099-01-01T00:00:00.000Z\"');";
    browser.run(change, json!([]));
    browser.reload();
    browser.wait_text("Đã thêm 1 sản phẩm. Đến hết ngày mai vẫn bỏ ra được.");
    browser.click("button", "Hoàn tác");
    browser.wait_gone("link", "Cam Cao Phong");
    browser.find("link", "Nước mắm Phú Quốc");
    browser.wait_text("1 sản phẩm đã làm tiếp nên giữ lại trong bảng.");
    browser.wait_gone("button", "Hoàn tác");
    browser.click("button", "Nhận 1 sản phẩm");
    browser.find("link", "Cam Cao Phong");
    browser.click("button", "Tải CSV");
    let csv = std::fs::read_to_string(browser.download()).expect("the table");
    assert!(csv.contains("Mã xã") && csv.contains("Đã công nhận"), "{csv}");
    // The code of the one commune so called, where no product code has it.
    assert!(csv.lines().any(|line| line.starts_with("Cam Cao Phong") && line.contains(",05089,")), "{csv}");
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
fn hundreds_of_doubtful_rows_are_drawn_as_far_as_they_are_seen() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    browser.follow("#/table");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.click("summary", "Dán danh sách sản phẩm đã công nhận");
    let rows: String = (0..300).map(|row| format!("Xyz {row}\tHộ {row}\tPhú Quốc\t4 sao\tnăm ngoái\n")).collect();
    let paste = "const area = document.querySelector('.table-paste textarea');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(paste, json!([format!("Tên sản phẩm\tChủ thể\tXã\tHạng sao\tNgày công nhận\n{rows}")]));
    browser.find("button", "Xem 300 dòng trước khi nhận");
    // A page that is closed meanwhile has it again.
    browser.reload();
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.click("button", "Xem 300 dòng trước khi nhận");
    browser.wait_text("300");
    let drawn = || browser.eval("document.querySelectorAll('.listed > li').length").as_u64().unwrap_or_default();
    let first = browser.wait("the first rows", || Some(drawn()).filter(|rows| *rows > 0));
    assert!(first < 60, "{first} rows are drawn at once");
    // Down to the last, with what takes them in reach all the time.
    browser.wait("the last row", || {
        browser.run("const box = document.querySelector('.listed'); box.scrollTop = box.scrollHeight;", json!([]));
        (drawn() == 300 && browser.text().contains("Xyz 299")).then_some(())
    });
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
    browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", "");
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
    // A phone has no key for it: the button draws all rows before it prints.
    let stub = "window.print = () => { window.printed = document.querySelectorAll('tbody tr[data-dossier]:not([hidden])').length; };";
    browser.run(stub, json!([]));
    browser.click("button", "In bảng");
    browser.wait("all to be printed", || (browser.eval("window.printed") == 300).then_some(()));
    browser.run("delete window.print; dispatchEvent(new Event('afterprint'))", json!([]));
    browser.wait("rows in sight alone", || {
        browser.eval("document.querySelectorAll('tbody tr').length < 300").as_bool().filter(|few| *few)
    });
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
    browser.run("document.querySelector('.desk-found button').click()", json!([]));
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
fn what_was_added_to_the_table_is_no_news_on_the_next_page() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    five_in_the_table(&browser);
    browser.wait_text("Đã thêm 1 hồ sơ.");
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    browser.wait("the news to be old", || (!browser.text().contains("Đã thêm 1 hồ sơ.")).then_some(()));
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
    browser.click("summary", "Yêu cầu khác");
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

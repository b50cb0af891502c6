//! The officer's table of many dossiers: its filters, its files, what is pasted into it, and on paper.

use ocop::domain::dossier::wire::{from_bytes, to_json};
use serde_json::json;

use crate::harness::{Ability, Browser, Engine, Key, Site, Size};
use crate::plan::text_of;
use crate::steps::{dossier_file, five_in_the_table, open, wait_saved};

#[test]
fn an_officer_opens_many_files_and_takes_the_table_along() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    five_in_the_table(&browser);
    let rows = |count: usize| {
        browser.wait(&format!("{count} rows"), || (browser.names("rowheader").len() == count).then_some(()))
    };
    browser.choose("Sao tạm tính", "5 sao (2)");
    rows(2);
    // What another list has is counted among those.
    browser.choose("Loại hồ sơ", "Nâng hạng (0)");
    browser.wait_text("Không có hồ sơ nào khớp.");
    browser.choose("Sao tạm tính", "Sao tạm tính");
    rows(1);
    browser.click("button", "Bỏ lọc");
    rows(5);
    assert_eq!(browser.find("combobox", "Loại hồ sơ").value(), "");
    browser.click("button", "Tổng điểm");
    browser.wait("the highest first", || {
        let totals =
            browser.eval("[...document.querySelectorAll('tbody tr')].map((row) => Number(row.cells[8].innerText))");
        let totals: Vec<u64> = totals.as_array()?.iter().filter_map(serde_json::Value::as_u64).collect();
        (totals.len() == 5 && totals.is_sorted_by(|a, b| a >= b)).then_some(())
    });
    browser.click("checkbox", "Chọn Trà hoa cúc Nghĩa Trai");
    browser.wait_text("1 hồ sơ đã chọn");
    browser.click("button", "Tải CSV");
    let csv = String::from_utf8(std::fs::read(browser.download()).expect("the download")).expect("UTF-8");
    assert!(csv.starts_with("\u{feff}Sản phẩm,Chủ thể,"), "{csv}");
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains("Trà hoa cúc Nghĩa Trai"), "{csv}");
    browser.click("button", "Tải Excel");
    let workbook = std::fs::read(browser.download()).expect("the download");
    assert!(workbook.starts_with(b"PK\x03\x04"));
    // Back from a dossier the table is as it was left, and the link that was followed has the focus.
    browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", "hoa cuc");
    browser.wait("one row", || (browser.names("rowheader").len() == 1).then_some(()));
    browser.click("link", "Trà hoa cúc Nghĩa Trai");
    // Who goes back looks at the page first: it is drawn a moment after its address is there.
    let its_result = "location.hash.endsWith('/result') && !document.querySelector('h1')?.innerText.includes('Bảng')";
    browser.wait("its result", || browser.eval(its_result).as_bool().filter(|there| *there));
    browser.back();
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.wait_text("1 hồ sơ đã chọn");
    assert_eq!(browser.names("rowheader").len(), 1);
    let has_focus = || (browser.eval("document.activeElement.innerText") == "Trà hoa cúc Nghĩa Trai").then_some(());
    browser.wait("the focus to be where it was", has_focus);
    // The same by the arrow, from the commune's work too, where a row leads as well.
    browser.click("link", "Trà hoa cúc Nghĩa Trai");
    browser.find("link", "Việc của xã");
    browser.click("link", "Quay lại");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.wait("the focus to be where it was", has_focus);
    browser.click("link", "Việc của xã: Trà hoa cúc Nghĩa Trai");
    browser.wait_heading("Việc của xã");
    browser.click("link", "Quay lại");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.wait_text("1 hồ sơ đã chọn");
    assert_eq!(browser.names("rowheader").len(), 1);
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
    // So do they in a page that is opened anew, with what was changed in them.
    wait_saved(&browser);
    browser.reload();
    browser.find("button", "Nhận 1 sản phẩm");
    browser.wait_text("Chưa chắc bộ sản phẩm, hãy chọn.");
    browser.find("combobox", "Số sao của Chè Shan tuyết");
    assert!(!browser.has("textbox", "Ngày công nhận của Gạo nếp Tú Lệ"), "its day is settled");
    assert!(browser.text().contains("01/02/2025"), "{}", browser.text());
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
    // Nobody said what they are to be rated for next.
    assert!(!browser.has("combobox", "Loại hồ sơ"), "no kind is told");
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
    // It, and the one that was put right before.
    browser.click("button", "Nhận 2 sản phẩm");
    browser.find("link", "Cam Cao Phong");
    browser.find("link", "Gạo nếp Tú Lệ");
    // What is left is given up by who pastes another list, and the next time too.
    browser.click("button", "Dán lại");
    wait_saved(&browser);
    browser.reload();
    browser.find("link", "Cam Cao Phong");
    assert!(!browser.text().contains("Chưa chắc bộ sản phẩm, hãy chọn."), "{}", browser.text());
    browser.click("button", "Tải CSV");
    let csv = std::fs::read_to_string(browser.download()).expect("the table");
    assert!(csv.contains("Mã xã") && csv.contains("Đã công nhận"), "{csv}");
    // The code of the one commune so called, where no product code has it.
    assert!(csv.lines().any(|line| line.starts_with("Cam Cao Phong") && line.contains(",05089,")), "{csv}");
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
    browser.wait_text("Đọc được 300 dòng");
    // The rows that were read too.
    browser.reload();
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.wait_text("Đọc được 300 dòng");
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
fn what_was_added_to_the_table_is_no_news_on_the_next_page() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    five_in_the_table(&browser);
    browser.wait_text("Đã thêm 1 hồ sơ.");
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    browser.wait("the news to be old", || (!browser.text().contains("Đã thêm 1 hồ sơ.")).then_some(()));
}

//! Products that are recognised already, pasted out of an office's list into its table.

use ocop::domain::dossier::wire::from_bytes;
use serde_json::json;

use crate::harness::{Key, Site, Size};
use crate::steps::{dossier_file, open, wait_saved};

/// Another tab keeps a product.
const ANOTHER: &str = "const [id, newValue] = arguments;
    const key = `ocop/dossier/${id}`;
    localStorage[key] = newValue;
    dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));";

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
    // Another tab keeps a product meanwhile, and everything is drawn anew.
    let text = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("a golden dossier");
    let other = from_bytes(text.as_bytes()).expect("a dossier").dossier;
    browser.run(ANOTHER, json!([other.id, text]));
    browser.find("link", other.name());
    assert_eq!(browser.find("textbox", "Ngày công nhận của Gạo nếp Tú Lệ").value(), "1/2/25");
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
    assert_eq!(filters("Sao tạm tính"), "5 sao (1), Chưa chấm (2)");
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
    assert!(csv.lines().any(|line| line.starts_with("05089,") && line.contains(",Cam Cao Phong,")), "{csv}");
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
fn a_province_that_is_no_more_is_told_and_no_other() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    browser.follow("#/table");
    browser.wait_heading("Bảng nhiều hồ sơ");
    browser.click("summary", "Dán danh sách sản phẩm đã công nhận");
    let list = "Tên sản phẩm\tChủ thể\tXã\tTỉnh\tHạng sao\tNgày công nhận\n\
                Chè Shan tuyết Lũng Phìn\tHTX Lũng Phìn\tLũng Phìn\tHà Giang\t4 sao\t25/12/2024\n\
                Cam Hàm Yên\tHTX Hàm Yên\tHàm Yên\ttỉnh Tuyên Quang\t4 sao\t25/12/2024\n\
                Mè xửng Huế\tHTX Phú Xuân\tPhú Xuân\tTP. Huế\t3 sao\t25/12/2024\n";
    let paste = "const area = document.querySelector('.table-paste textarea');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(paste, json!([list]));
    browser.click("button", "Xem 3 dòng trước khi nhận");
    browser.wait_text("“Hà Giang” không có trong danh sách tỉnh, thành phố hiện nay.");
    assert_eq!(browser.text().matches("không có trong danh sách tỉnh").count(), 1, "{}", browser.text());
}

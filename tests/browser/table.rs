//! The officer's table of many dossiers: its filters, its files, how it scrolls, and on paper.

use ocop::domain::council::{Desk, DeskState};
use ocop::domain::decision::Star;
use ocop::domain::dossier::wire::{from_bytes, to_json};
use ocop::domain::dossier::{Dossier, DossierKind, Field, Recognised};
use serde_json::json;

use crate::council::device;
use crate::harness::{Ability, Browser, Engine, Site, Size};
use crate::plan::text_of;
use crate::steps::{dossier_file, five_in_the_table, open};

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
            browser.eval("[...document.querySelectorAll('tbody tr')].map((row) => Number(row.cells[10].innerText))");
        let totals: Vec<u64> = totals.as_array()?.iter().filter_map(serde_json::Value::as_u64).collect();
        (totals.len() == 5 && totals.is_sorted_by(|a, b| a >= b)).then_some(())
    });
    browser.click("checkbox", "Chọn Trà hoa cúc Nghĩa Trai");
    browser.wait_text("1 hồ sơ đã chọn");
    browser.click("button", "Tải CSV");
    let csv = String::from_utf8(std::fs::read(browser.download()).expect("the download")).expect("UTF-8");
    assert!(csv.starts_with("\u{feff}Mã xã,\"Xã, phường\",Kỳ,"), "{csv}");
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains("Trà hoa cúc Nghĩa Trai"), "{csv}");
    browser.click("button", "Tải Excel");
    let workbook = std::fs::read(browser.download()).expect("the download");
    assert!(workbook.starts_with(b"PK\x03\x04"));
    // What a search hides stays chosen, is told beside the count, and goes along.
    browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", "sau rieng");
    browser.wait_text("1 hồ sơ đã chọn, trong đó 1 hồ sơ đang ẩn");
    browser.click("button", "Tải CSV");
    let hidden = String::from_utf8(std::fs::read(browser.download()).expect("the download")).expect("UTF-8");
    assert_eq!(hidden, csv, "what is chosen, and nothing else");
    browser.click("button", "Bỏ chọn hồ sơ đang ẩn");
    browser.wait("nothing chosen", || (!browser.text().contains("1 hồ sơ đã chọn")).then_some(()));
    browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", "hoa cuc");
    browser.click("checkbox", "Chọn Trà hoa cúc Nghĩa Trai");
    browser.wait_text("1 hồ sơ đã chọn");
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
    press("Sản phẩm");
    browser.wait("its order", || {
        browser
            .eval("document.querySelector('[data-name=\"Sản phẩm\"]').ariaSort === 'ascending'")
            .as_bool()
            .filter(|is| *is)
    });
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

/// Cam1000 to Cam1299 in the table, from a page that is not the table.
fn three_hundred(browser: &Browser) {
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
}

#[test]
fn a_search_far_down_begins_at_the_first_and_all_that_is_scrolled_to_is_drawn() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/about"), Size::Desktop);
    browser.wait_heading("Về trang này");
    three_hundred(&browser);
    browser.click("button", "Sản phẩm");
    // Not hidden, and within the box; at its end, which moves while rows become known, if so wanted.
    let sees = |name: &str, at_end: bool| {
        let see = "const table = document.querySelector('.table-box');
            if (arguments[1]) table.scrollTop = table.scrollHeight;
            const box = table.getBoundingClientRect();
            return [...document.querySelectorAll('tbody tr[data-dossier]:not([hidden])')].some((row) => {
              const at = row.getBoundingClientRect();
              return at.bottom > box.top && at.top < box.bottom && row.innerText.includes(arguments[0]);
            });";
        let seen = || browser.run(see, json!([name, at_end])).as_bool().filter(|seen| *seen);
        browser.wait(&format!("{name} in sight"), seen);
    };
    let (in_sight, at_the_end) = (|name: &str| sees(name, false), |name: &str| sees(name, true));
    let search = |typed: &str| browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", typed);
    in_sight("Cam1000");
    at_the_end("Cam1299");
    search("cam11");
    in_sight("Cam1100");
    browser.wait_text("100 hồ sơ");
    // Who scrolls while the rows around the first ones are yet to be drawn is followed too.
    at_the_end("Cam1199");
    search("cam1");
    at_the_end("Cam1299");
    search("cam1250");
    in_sight("Cam1250");
    search("cam1");
    in_sight("Cam1000");
}

/// Yew lets the browser in between what it writes and what follows on it, where writing took long. Here: always, and for
/// long enough that the browser tells what it scrolled.
const SLOW: &str = "const [now, later] = [Date.now, setTimeout];
    let late = 0;
    Date.now = () => now.call(Date) + (late += 20);
    window.setTimeout = (call, wait, ...given) => later(call, wait || 100, ...given);";

#[test]
fn a_search_far_down_begins_at_the_first_where_the_device_is_slow() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/about"), Size::Desktop);
    browser.wait_heading("Về trang này");
    three_hundred(&browser);
    browser.run(SLOW, json!([]));
    // More than what is left then: the box comes to its end by itself.
    let box_is = "document.querySelector('.table-box')";
    browser.wait("the end of the table", || {
        browser.run(&format!("{box_is}.scrollTop = {box_is}.scrollHeight"), json!([]));
        browser.text().contains("Cam1299").then_some(())
    });
    browser.fill("searchbox", "Tìm sản phẩm, chủ thể, xã", "cam11");
    browser.wait_text("100 hồ sơ");
    // Until what was put off has come, and nothing moves any more.
    browser.wait("the first that was found", || {
        (browser.eval(&format!("{box_is}.scrollTop")).as_f64()? < 1.0).then_some(())
    });
    browser.wait_still();
    browser.wait("it to stay", || (browser.eval(&format!("{box_is}.scrollTop")).as_f64()? < 1.0).then_some(()));
    assert!(browser.text().contains("Cam1100"), "{}", browser.text());
}

#[test]
fn three_hundred_products_are_all_on_paper_and_each_page_names_the_columns() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/about"), Size::Desktop);
    browser.wait_heading("Về trang này");
    if !browser.can(Ability::Print) {
        return;
    }
    three_hundred(&browser);
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

/// A product with the longest names that there are, and everything known that its row has a column for.
fn with_long_names() -> Dossier {
    let text = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("a golden dossier");
    let mut dossier = from_bytes(text.as_bytes()).expect("a dossier").dossier;
    let fields = [
        (Field::ProductName, "Chả mực giã tay Hạ Long đặc biệt đóng túi hút chân không 500 gam"),
        (Field::ApplicantName, "Hợp tác xã Sản xuất, kinh doanh và dịch vụ nông nghiệp công nghệ cao Nghiêm Trường"),
        (Field::Commune, "Phường Văn Miếu - Quốc Tử Giám"),
    ];
    fields.into_iter().for_each(|(field, text)| dossier.fields.set(field, text.into()));
    dossier.recognised =
        Some(Recognised { star: Some(Star::Four), date: "25/12/2023".into(), ..Recognised::default() });
    dossier.kind = DossierKind::ReRating;
    dossier.desk = Some(Desk { state: DeskState::Proposed, ..Desk::default() });
    dossier
}

#[test]
fn every_column_is_in_sight_on_a_laptop_and_none_is_lost_on_a_phone() {
    let site = Site::of_the_build();
    for size in [Size::Desktop, Size::Phone] {
        let browser = device(&site, &with_long_names(), size, "");
        browser.follow("#/table");
        browser.wait_heading("Bảng nhiều hồ sơ");
        browser.wait("its row", || (browser.names("rowheader").len() == 1).then_some(()));
        assert_eq!(browser.eval("document.querySelectorAll('.overview thead th').length"), 20);
        let beyond = |what: &str| {
            let wide = format!("(() => {{ const one = {what}; return one.scrollWidth - one.clientWidth; }})()");
            browser.eval(&wide).as_i64().expect("a width")
        };
        assert_eq!(beyond("document.documentElement"), 0, "{size:?}: the page is no wider than the screen");
        let hidden = beyond("document.querySelector('.table-box')");
        match size {
            Size::Desktop => assert_eq!(hidden, 0, "nothing is to be scrolled to"),
            // The table scrolls by itself there.
            _ => assert!(hidden > 0, "{hidden}"),
        }
        let cut = "[...document.querySelectorAll('.overview th, .overview td:not(.table-tick)')]
            .filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.innerText)";
        assert_eq!(browser.eval(cut), json!([]), "{size:?}: what is wider than its column");
    }
}

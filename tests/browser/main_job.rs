//! The main job: from nothing to a star, why, and out as a file; and in again.

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};
use crate::steps::{
    answer_all_at_their_best, bar, begin, choose, criterion, dossier_file, file, kept, open, open_product, page,
    wait_bar, wait_saved, wipe,
};

#[test]
fn a_first_visit_goes_from_the_welcome_to_an_answer_that_is_kept() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.click("link", "Chấm sản phẩm đầu tiên");
    browser.wait_heading("Sản phẩm tên gì?");
    browser.fill("searchbox", "Tên sản phẩm", "Nước mắm Cửa Khe");
    browser.click("button", "Đúng bộ 9, tiếp tục");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.click("button", "Chưa có");
    browser.wait("the first criterion", || browser.has("radio", "Chưa trả lời").then_some(()));
    criterion(&browser, "3.5");
    crate::steps::choose_best(&browser);
    wait_saved(&browser);
    browser.reload();
    browser.wait_heading("3.5 ");
    browser.wait("the answer to be there again", || {
        let chosen = browser.eval("document.querySelectorAll('.option-chosen .option-points').length");
        (chosen == 1).then_some(())
    });
}

fn set_1_from_nothing_to_five_stars(size: Size) {
    let site = Site::with_its_worker();
    let browser = open(&site, size);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    wait_bar(&browser, "Chưa trả lời");
    answer_all_at_their_best(&browser, "1.1");
    browser.wait_heading("Tạm tính 5 sao");
    wait_bar(&browser, "100/100");
    wait_bar(&browser, "5 sao");

    // The killer case: the points still say five stars, one three-star minimum is missed.
    criterion(&browser, "9");
    choose(&browser, "Chưa đạt mức nào");
    page(&browser, "result");
    browser.wait_heading("Tạm tính 2 sao");
    let text = browser.text();
    assert!(text.contains("95 điểm vẫn chưa được 5 sao"), "{text}");
    assert!(text.contains("dưới mức tối thiểu của 3 sao"), "{text}");
    assert!(browser.names("link").iter().any(|name| name.starts_with("9 ")), "the criterion is named");
    wait_bar(&browser, "3 sao chưa đạt được: chưa đạt 1 mức tối thiểu");
    assert!(bar(&browser).contains(" cần "), "the level that would do: {}", bar(&browser));
}

#[test]
fn set_1_from_nothing_to_five_stars_and_one_missed_minimum_on_a_phone() {
    set_1_from_nothing_to_five_stars(Size::Phone);
}

#[test]
fn set_1_from_nothing_to_five_stars_and_one_missed_minimum_on_a_desktop() {
    set_1_from_nothing_to_five_stars(Size::Desktop);
}

#[test]
fn set_16_a_zero_ends_the_evaluation_and_says_so_at_once() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Nước khoáng thiên nhiên", "Nước khoáng Suối Mơ");
    criterion(&browser, "6.1");
    let zero = browser.names("radio").into_iter().find(|name| name.ends_with(" 0 điểm")).expect("a level of 0");
    choose(&browser, &zero);
    browser.wait_text("không được sao nào");
    wait_bar(&browser, "Dừng đánh giá");
    crate::steps::choose_best(&browser);
    browser.wait("the evaluation to go on", || (!bar(&browser).contains("Dừng đánh giá")).then_some(()));
}

#[test]
fn set_21_the_minimum_of_criterion_7_binds_only_whom_it_binds() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Desktop);
    begin(&browser, "Thủ công mỹ nghệ", "Giỏ mây");
    answer_all_at_their_best(&browser, "1.1");
    browser.wait_heading("Tạm tính 5 sao");
    criterion(&browser, "7");
    choose(&browser, "Chưa đạt mức nào");
    wait_bar(&browser, "2 sao");
    page(&browser, "stops");
    choose(&browser, "Không bắt buộc");
    wait_bar(&browser, "5 sao");
    choose(&browser, "Có, buộc phải công bố");
    wait_bar(&browser, "2 sao");
}

#[test]
fn set_26_changing_the_case_drops_the_level_and_says_so() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Dịch vụ du lịch", "Nhà sàn Mai Châu");
    criterion(&browser, "8");
    crate::steps::choose_best(&browser);
    wait_bar(&browser, "3/100");
    choose(&browser, "Điểm dịch vụ du lịch");
    browser.wait_text("mức chọn trước đó được bỏ");
    wait_bar(&browser, "0/100");
    crate::steps::choose_best(&browser);
    wait_bar(&browser, "3/100");
}

#[test]
fn a_breach_ends_the_evaluation_whatever_the_points() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Hoa", "Hoa hồng Mê Linh");
    page(&browser, "stops");
    browser.wait_heading("Có được chấm không?");
    // The first question is the rejection of the dossier.
    let yes = browser.eval("document.querySelectorAll('.yes-no')[0].querySelectorAll('input')[1].click()");
    assert!(yes.is_null());
    wait_bar(&browser, "Dừng đánh giá");
    page(&browser, "result");
    browser.wait_heading("Không được sao nào");
}

#[test]
fn two_dossiers_are_kept_apart_and_survive_a_reload_in_the_middle() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Desktop);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam sành");
    criterion(&browser, "1.1");
    crate::steps::choose_best(&browser);
    wait_saved(&browser);
    begin(&browser, "Gạo, ngũ cốc", "Gạo nếp");
    criterion(&browser, "1.1");
    crate::steps::choose_best(&browser);
    criterion(&browser, "1.2");
    crate::steps::choose_best(&browser);
    wait_saved(&browser);
    browser.wait("both to be kept", || (kept(&browser).as_object().map_or(0, |all| all.len()) == 2).then_some(()));
    browser.reload();
    browser.wait_heading("1.2 ");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    let text = browser.text();
    assert!(text.contains("Cam sành") && text.contains("Gạo nếp"), "{text}");
    assert!(text.contains("1/32") && text.contains("2/32"), "{text}");
}

#[test]
fn out_as_json_and_in_again_on_another_machine() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Desktop);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    for code in ["1.1", "1.2", "3.5", "9"] {
        criterion(&browser, code);
        crate::steps::choose_best(&browser);
    }
    wait_saved(&browser);
    let before = bar(&browser);
    page(&browser, "check");
    browser.click("button", "Tệp hồ sơ để làm tiếp (.json)");
    let path = browser.download();
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.starts_with("ocop-lam-viec-cam-cao-phong-") && name.ends_with(".json"), "{name}");
    let exported: Value = serde_json::from_slice(&std::fs::read(&path).expect("the download")).expect("JSON");
    assert_eq!(exported["format"], "ocop-dossier");
    assert_eq!(exported["product"]["name"], "Cam Cao Phong");
    assert_eq!(exported["answers"]["9"]["level"], 2);

    wipe(&browser);
    let other = open(&site, Size::Phone);
    other.upload("Mở tệp hồ sơ", &path);
    other.wait_heading("Cam Cao Phong");
    criterion(&other, "1.1");
    assert_eq!(bar(&other), before);
}

#[test]
fn a_bad_file_says_what_is_wrong_and_touches_nothing() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Desktop);
    browser.upload("Mở tệp hồ sơ", &dossier_file("set-01-five-stars.json"));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    browser.wait("it to be kept", || (kept(&browser).as_object().map_or(0, |all| all.len()) == 1).then_some(()));
    let before = kept(&browser);
    let folder = tempfile::tempdir().expect("a folder");
    let good = std::fs::read_to_string(dossier_file("set-01-five-stars.json")).expect("the golden dossier");
    let cut: String = good.chars().take(good.chars().count() / 2).collect();
    let future = good.replacen("\"version\": 1", "\"version\": 7", 1);
    let large = format!("{{\"format\": \"ocop-dossier\", \"x\": \"{}\"}}", "a".repeat(20_000_000));
    let cases: [(&str, &[u8]); 6] = [
        ("cut.json", cut.as_bytes()),
        ("future.json", future.as_bytes()),
        ("other.json", br#"{"name": "package", "scripts": {}}"#),
        ("text.json", b"xin chao"),
        ("empty.json", b""),
        ("large.json", large.as_bytes()),
    ];
    for (name, content) in cases {
        let path = file(folder.path(), name, content);
        browser.follow("#/");
        browser.wait_heading("Sản phẩm của đơn vị");
        browser.upload("Mở tệp hồ sơ", &path);
        browser.wait_text(&format!("Không mở được “{name}”"));
    }
    assert_eq!(kept(&browser), before);
}

#[test]
fn half_done_in_vietnamese_switched_to_english_and_back_loses_nothing() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    criterion(&browser, "1.1");
    crate::steps::choose_best(&browser);
    wait_saved(&browser);
    let before = kept(&browser);
    // The page is told its language, and the next start too, a moment after the words are drawn.
    let wait_language = |language: &str| {
        let is = || (browser.eval("document.documentElement.lang") == language).then_some(());
        browser.wait(&format!("the page to be in “{language}”"), is);
    };
    browser.click("button", "Switch to English");
    browser.wait_text("Continue");
    wait_language("en");
    browser.reload();
    browser.wait_text("Continue");
    browser.click("button", "Chuyển sang tiếng Việt");
    browser.wait_text("Tiếp tục");
    wait_language("vi");
    assert_eq!(kept(&browser), before);
}

#[test]
fn a_deleted_product_comes_back_even_after_a_reload() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    wait_saved(&browser);
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser.eval("document.querySelector('.menu summary').click()");
    browser.click("button", "Xóa");
    browser.wait_text("Đã xóa Cam Cao Phong");
    browser
        .wait("the change to be kept", || (kept(&browser).as_object().map_or(0, |all| all.len()) == 0).then_some(()));
    browser.reload();
    browser.wait_text("Đã xóa Cam Cao Phong");
    browser.click("button", "Hoàn tác");
    open_product(&browser, "Cam Cao Phong");
    browser.wait_heading("Cam Cao Phong");
}

#[test]
fn a_level_in_sight_is_chosen_without_the_page_moving() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    for code in ["1.4", "2.2", "5.1"] {
        criterion(&browser, code);
        browser.run("scrollTo(0, 0)", json!([]));
        // The words beside each circle, between the bar of stars and the bar at the thumb.
        let in_sight = "(() => {
            const bar = document.querySelector('.action-bar').getBoundingClientRect().top;
            return [...document.querySelectorAll('.option')].filter((one) => one.getBoundingClientRect().bottom < bar).length;
        })()";
        let count = browser.eval(in_sight).as_u64().expect("a number") as usize;
        let levels = browser.names("radio");
        assert!(count > 1, "{code}: {count}");
        for (place, name) in levels.iter().enumerate().take(count).rev() {
            browser.tap_beside("radio", name, 90);
            browser.wait("the level to be chosen", || {
                let chosen =
                    browser.eval("[...document.querySelectorAll('.option input')].findIndex((one) => one.checked)");
                (chosen == json!(place)).then_some(())
            });
            assert_eq!(browser.eval("Math.round(scrollY)"), json!(0), "{code}: {name}");
        }
    }
}

#[test]
fn what_the_bar_has_more_to_say_moves_no_level() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    let top = "Math.round(document.querySelector('.options').getBoundingClientRect().top + scrollY)";
    let mut said = std::collections::BTreeSet::new();
    for code in ["1.1", "1.2", "1.3", "1.4", "1.5", "2.2"] {
        criterion(&browser, code);
        browser.run("scrollTo(0, 0)", json!([]));
        let (before, said_before) = (browser.eval(top), bar(&browser));
        // The least that does not end the evaluation.
        let levels = browser.names("radio");
        let least = levels.iter().find(|name| name.ends_with("điểm") && !name.ends_with(" 0 điểm"));
        choose(&browser, least.expect("a level with points"));
        browser.wait("the bar to say what the answer is worth", || (bar(&browser) != said_before).then_some(()));
        assert_eq!(browser.eval(top), before, "{code}: {}", bar(&browser));
        let said_now = bar(&browser);
        // One criterion in the way is named with the level it takes.
        if let Some((_, raise)) = said_now.split_once("Muốn 5 sao: nâng tiêu chí ") {
            assert!(raise.contains(',') || raise.contains(" lên "), "{said_now}");
        }
        said.insert(said_now.contains("Muốn"));
    }
    assert_eq!(said.len(), 2, "the bar has had less and more to say");
}

/// The top of what has the focus, and of the window's part that no bar covers.
fn focused_top(browser: &Browser) -> (f64, f64) {
    let top = |script: &str| browser.eval(script).as_f64().unwrap_or(f64::NAN);
    let covered = "Math.max(0, document.querySelector('.star-bar').getBoundingClientRect().bottom)";
    (top("document.activeElement.getBoundingClientRect().top"), top(covered))
}

#[test]
fn one_press_leads_from_the_levels_to_their_papers() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    criterion(&browser, "1.5");
    browser.wait("the papers", || browser.has("heading", "Tài liệu minh chứng").then_some(()));
    browser.run("scrollTo(0, 0)", json!([]));
    browser.click("button", "Giấy tờ");
    browser.wait("the papers in sight", || {
        let (top, covered) = focused_top(&browser);
        let focused = browser.eval("document.activeElement.textContent").to_string();
        (focused.contains("Tài liệu minh chứng") && (covered..covered + 120.0).contains(&top)).then_some(())
    });
    // What the council tastes has no papers to lead to.
    criterion(&browser, "6.1");
    assert!(!browser.has("button", "Giấy tờ"));
}

#[test]
fn the_whole_set_on_one_sheet_leads_to_what_is_open() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    page(&browser, "sheet");
    browser.wait_heading("Cả bộ trên một trang");
    browser.click("button", "Đến 1.1 chưa trả lời");
    let focused = || browser.eval("document.activeElement.id");
    browser.wait("its list", || (focused() == "sheet-1.1").then_some(()));
    let open_now = || browser.names("button").into_iter().find(|name| name.ends_with("chưa trả lời"));
    let best = "const list = document.getElementById(arguments[0]);
        list.value = list.querySelector('option[value]:not([value=\"\"])').value;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.run(best, json!(["sheet-1.1"]));
    browser.wait("the next that is open", || (open_now()? == "Đến 1.2 chưa trả lời").then_some(()));
    // One that is left open holds nobody up.
    browser.click("button", "Đến 1.2 chưa trả lời");
    browser.click("button", "Đến 1.3 chưa trả lời");
    browser.wait("the list of 1.3", || (focused() == "sheet-1.3").then_some(()));
    browser.run(
        "for (const list of [...document.querySelectorAll('.sheet-row select')].slice(1, -1)) {
            list.value = list.querySelector('option[value]:not([value=\"\"])').value;
            list.dispatchEvent(new Event('change', { bubbles: true }));
        }",
        json!([]),
    );
    let last = browser.eval("[...document.querySelectorAll('.sheet-row select')].at(-1).id");
    let last = last.as_str().expect("the last list");
    let leads = format!("Đến {} chưa trả lời", last.trim_start_matches("sheet-"));
    browser.wait("the last alone", || (open_now()? == leads).then_some(()));
    browser.click("button", &leads);
    browser.wait("it in sight", || {
        let (top, covered) = focused_top(&browser);
        let below = browser.eval("document.querySelector('.action-bar').getBoundingClientRect().top").as_f64()?;
        (focused() == last && top > covered && top < below - 40.0).then_some(())
    });
    browser.run(best, json!([last]));
    browser.wait("nothing open", || open_now().is_none().then_some(()));
}

//! The forms filled in, checked, handed out and opened again; several products side by side.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::harness::{Ability, Browser, Key, Site, Size};
use crate::steps::{begin, choose, criterion, dossier_file, file, kept, open, page, wait_bar, wait_saved, wipe};

/// Opens a golden dossier and waits until it is kept: what is kept of it.
fn open_golden(browser: &Browser, name: &str) -> Value {
    browser.upload("Mở tệp hồ sơ", &dossier_file(name));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    only_kept(browser)
}

/// The one dossier that is kept, as JSON.
fn only_kept(browser: &Browser) -> Value {
    browser.wait("one dossier to be kept", || {
        let kept = kept(browser);
        let kept = kept.as_object().filter(|all| all.len() == 1)?;
        serde_json::from_str(kept.values().next()?.as_str()?).ok()
    })
}

/// Waits until the one dossier that is kept says something.
fn wait_kept(browser: &Browser, what: &str, says: impl Fn(&Value) -> bool) {
    browser.wait(&format!("{what} to be kept"), || says(&only_kept(browser)).then_some(()));
}

/// Opens a part of the forms.
fn part(browser: &Browser, name: &str) {
    browser.click("summary", name);
}

#[test]
fn what_is_typed_in_the_forms_is_kept_and_printed() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    page(&browser, "forms");
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    let unfold = "if (!document.getElementById('field-product.specification')) {
            document.querySelector('summary#part-3').click();
        }";
    browser.run(unfold, json!([]));
    browser.wait("the field", || browser.has("textbox", "Quy cách và tiêu chuẩn").then_some(()));
    browser.fill("textbox", "Quy cách và tiêu chuẩn", "Hộp giấy 5 kg");
    part(&browser, "Chủ thể");
    browser.fill("textbox", "Tên đơn vị đăng ký", "Hợp tác xã Cao Phong");
    browser.choose("Loại hình tổ chức", "Hợp tác xã");
    browser.fill("textbox", "Ngày thành lập", "5.3.2019");
    browser.press(Key::Tab);
    part(&browser, "Người đại diện");
    browser.click("radio", "Nữ");
    part(&browser, "Giấy tờ đã có");
    browser.click("checkbox", "Giấy chứng nhận đăng ký nhãn hiệu");
    wait_kept(&browser, "the tick", |dossier| dossier["ticks"]["trademark"] == true);
    let kept = only_kept(&browser);
    assert_eq!(kept["applicant"]["name"], "Hợp tác xã Cao Phong");
    assert_eq!(kept["applicant"]["legal_form"], "cooperative");
    assert_eq!(kept["applicant"]["founded"], "05/03/2019");
    assert_eq!(kept["representative"]["sex"], "female");
    assert_eq!(kept["ticks"]["intellectual_property"], true, "the box above a ticked one is ticked with it");

    browser.reload();
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    page(&browser, "preview");
    browser.wait_heading("Bản in");
    let printed = browser.text();
    for words in [
        "- Tên đơn vị: Hợp tác xã Cao Phong",
        "2. Loại hình tổ chức: Hợp tác xã",
        "05/03/2019",
        "Giới tính: Nữ",
        "Hộp giấy 5 kg",
        "Phân nhóm: Rau, củ, quả, hạt tươi",
    ] {
        assert!(printed.contains(words), "“{words}” is not in the printed forms: {printed}");
    }
}

#[test]
fn on_paper_there_are_the_forms_alone() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    if !browser.can(Ability::Media) {
        return;
    }
    open_golden(&browser, "re-rating.json");
    page(&browser, "preview");
    browser.wait_heading("Bản in");
    browser.emulate_media(json!([]), "print");
    let printed = browser.text();
    assert!(printed.starts_with("Mẫu số 01: Phiếu đăng ký"), "{printed}");
    // Nothing of the forms is left out on paper, the boxes to tick least of all; the stamp stands in the margin there.
    let hidden = "[...document.querySelectorAll('.sheets *:not(.stamp)')].filter((e) => !e.checkVisibility()).map((e) => e.className)";
    assert_eq!(browser.eval(hidden), json!([]));
    assert!(browser.eval("document.querySelectorAll('.sheets .tick').length").as_u64() > Some(3));
    assert!(printed.contains("những thay đổi, kết quả đạt được sau 3 năm"), "{printed}");
    for chrome in ["Bản in", "In hoặc lưu PDF", "Còn vướng"] {
        assert!(!browser.eval("document.body.innerText").to_string().contains(chrome), "{chrome} is on the paper");
    }
}

#[test]
fn a_hint_helps_and_keeps_nothing_from_being_saved() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    page(&browser, "forms/field/applicant.phone");
    browser.wait("the field to have the focus", || browser.find("textbox", "Điện thoại").is_focused().then_some(()));
    browser.type_text("0912 34");
    wait_kept(&browser, "the number", |dossier| dossier["applicant"]["phone"] == "0912 34");
    assert!(!browser.text().contains("Có 6 chữ số"), "nothing is said while the number is typed");
    browser.press(Key::Tab);
    browser.wait_text("Có 6 chữ số");
    browser.type_into("textbox", "Điện thoại", "5 678");
    browser.wait("the hint to go", || (!browser.text().contains("chữ số: di động")).then_some(()));
    wait_kept(&browser, "the number", |dossier| dossier["applicant"]["phone"] == "0912 345 678");
}

#[test]
fn next_leads_from_empty_field_to_empty_field() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    page(&browser, "forms");
    for field in ["Quy cách và tiêu chuẩn", "Số sản phẩm mẫu", "Tên đơn vị đăng ký"] {
        browser.click("button", "Điền tiếp");
        browser.wait(&format!("the focus on {field}"), || browser.focused().contains(field).then_some(()));
    }
}

/// Takes a way out of the dossier: the file that is downloaded.
fn hand_out(browser: &Browser, way: &str) -> PathBuf {
    browser.click("button", way);
    let path = browser.download();
    browser.wait_text("Đã soạn");
    path
}

/// Takes from a dossier what is kept for work: no office receives it.
fn handed_in(dossier: &mut Value) {
    let dossier = dossier.as_object_mut().expect("a dossier");
    for key in ["plan", "held", "archived"] {
        dossier.remove(key);
    }
    let missing = |paper: &Value| paper["holding"] == "to-get";
    let papers = dossier.get_mut("papers").and_then(Value::as_array_mut);
    let gone: Vec<Value> = papers
        .iter()
        .flat_map(|papers| papers.iter())
        .filter(|paper| missing(paper))
        .map(|paper| paper["id"].clone())
        .collect();
    if let Some(papers) = papers {
        papers.retain(|paper| !missing(paper));
    }
    for answer in dossier["answers"].as_object_mut().into_iter().flat_map(|answers| answers.values_mut()) {
        let Some(answer) = answer.as_object_mut() else { continue };
        answer.remove("review");
        if let Some(evidence) = answer.get_mut("evidence").and_then(Value::as_array_mut) {
            evidence.retain(|id| !gone.contains(id));
        }
    }
}

#[test]
fn every_way_out_comes_in_again_equal_in_every_field() {
    let site = Site::of_the_build();
    for (golden, way) in [
        ("odd-texts.json", "Một tệp máy nào cũng xem được"),
        ("upgrade.json", "Trọn bộ để nộp"),
        ("re-rating.json", "Bản làm việc (ZIP)"),
        ("set-01-five-stars.json", "Tệp hồ sơ để làm tiếp (.json)"),
    ] {
        let browser = open(&site, Size::Desktop);
        let mut before = open_golden(&browser, golden);
        if !["Bản làm việc (ZIP)", "Tệp hồ sơ để làm tiếp (.json)"].contains(&way) {
            handed_in(&mut before);
        }
        page(&browser, "check");
        browser.wait_heading("Kiểm tra và tải về");
        let path = hand_out(&browser, way);
        wipe(&browser);
        let other = open(&site, Size::Phone);
        other.upload("Mở tệp hồ sơ", &path);
        other.wait("the dossier to be open", || other.url().contains("#/d/").then_some(()));
        assert_eq!(only_kept(&other), before, "{golden} by “{way}”");
    }
}

#[test]
fn the_bound_file_has_summary_forms_and_dividers() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    open_golden(&browser, "upgrade.json");
    page(&browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.click("link", "Cả bộ hồ sơ");
    browser.wait_heading("Cả bộ hồ sơ");
    for words in ["TÓM TẮT HỒ SƠ", "MỤC LỤC", "PHIẾU ĐĂNG KÝ", "BÁO CÁO TỰ ĐÁNH GIÁ", "TÀI LIỆU SỐ 1"]
    {
        browser.wait_text(words);
    }
    browser.click("link", "Việc khi đóng bộ");
    browser.wait_heading("Việc khi đóng bộ");
    browser.wait_text("1 bản gốc");
}

#[test]
fn an_older_print_is_known_as_such() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    open_golden(&browser, "upgrade.json");
    page(&browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    hand_out(&browser, "Word (.docx)");
    browser.click("summary", "Những bản đã lập");
    browser.wait_text("còn đúng");
    page(&browser, "forms");
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    if !browser.has("textbox", "Quy cách và tiêu chuẩn") {
        part(&browser, "Sản phẩm");
    }
    browser.fill("textbox", "Quy cách và tiêu chuẩn", "Hộp giấy 5 kg");
    browser.press(Key::Tab);
    wait_kept(&browser, "the text", |dossier| dossier["product"]["specification"] == "Hộp giấy 5 kg");
    page(&browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.wait_text("đã cũ");
    assert!(!browser.text().contains("còn đúng"));
}

#[test]
fn the_word_file_is_a_word_file() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    open_golden(&browser, "upgrade.json");
    page(&browser, "check");
    let path = hand_out(&browser, "Word (.docx)");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.starts_with("ocop-tra-hoa-cuc-nghia-trai-") && name.ends_with(".docx"), "{name}");
    let bytes = std::fs::read(&path).expect("the download");
    assert!(bytes.starts_with(b"PK\x03\x04"));
}

#[test]
fn the_button_at_the_thumb_answers_where_it_was_pressed() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    open_golden(&browser, "re-rating.json");
    page(&browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.click("button", "Tải trọn bộ");
    browser.download();
    let answer = "(() => { const said = document.querySelector('.action-bar [role=status]');
        const { top, bottom } = said.getBoundingClientRect();
        return said.innerText !== '' && top >= 0 && bottom <= innerHeight ? said.innerText : null; })()";
    let said = browser.wait("the answer in sight", || browser.eval(answer).as_str().map(str::to_owned));
    assert!(said.contains(".zip"), "{said}");
}

#[test]
fn what_is_held_is_ticked_in_the_form_with_one_tap() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let mut dossier: Value =
        serde_json::from_slice(&std::fs::read(dossier_file("set-01-five-stars.json")).expect("a file")).expect("JSON");
    dossier["papers"] = json!([
        {"id": "a", "kind": 2, "paper": "trademark-certificate", "holding": "have"},
        {"id": "b", "kind": 1, "paper": "business-registration", "holding": "have"},
        {"id": "c", "kind": 2, "paper": "patent", "holding": "to-get"},
    ]);
    dossier["ticks"] = json!({});
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "held.json", dossier.to_string().as_bytes());
    browser.upload("Mở tệp hồ sơ", &path);
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    page(&browser, "forms");
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    part(&browser, "Giấy tờ đã có");
    browser.click("button", "Đánh dấu 2 ô theo giấy đang có");
    wait_kept(&browser, "the ticks", |dossier| {
        let ticks = &dossier["ticks"];
        ticks["trademark"] == true && ticks["business_registration"] == true && ticks["intellectual_property"] == true
    });
    assert_eq!(only_kept(&browser)["ticks"]["patent"], Value::Null);
    // Each box stays the applicant's.
    browser.click("checkbox", "Giấy chứng nhận đăng ký nhãn hiệu");
    browser.find("button", "Đánh dấu 1 ô theo giấy đang có");
}

#[test]
fn the_check_leads_to_what_is_missing() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    page(&browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.wait_text("Nộp ở Ủy ban nhân dân cấp xã một bộ giấy và một bộ điện tử");
    browser.wait_text("15 ngày làm việc");
    browser.click("summary", "Hai mẫu");
    browser.click("link", "Số sản phẩm mẫu");
    browser.wait("the focus on the field", || browser.focused().contains("Số sản phẩm mẫu").then_some(()));
    browser.type_text("5");
    browser.back();
    browser.wait_heading("Kiểm tra và tải về");
    browser.click("summary", "Hai mẫu");
    browser.wait_gone("link", "Số sản phẩm mẫu");
    browser.click("link", "Nguyên liệu địa phương");
    browser.wait_heading("1.1 ");
}

/// Of the rounds, those that are still to come: no day that the page names to hand in by is over.
#[test]
fn the_check_names_no_day_that_is_over() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    open_golden(&browser, "upgrade.json");
    page(&browser, "check");
    browser.wait_text("Hai đợt tới");
    let text = browser.text();
    let days: Vec<&str> = text.split("Nộp xã đến ").skip(1).filter_map(|rest| rest.get(..10)).collect();
    // Vietnam's clock is seven hours ahead, all year.
    let today = browser.eval("new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10)");
    let iso = |day: &str| [6..10, 3..5, 0..2].map(|part| &day[part]).join("-");
    assert_eq!(days.len(), 2, "{text}");
    assert!(days.iter().all(|day| iso(day).as_str() >= today.as_str().expect("a day")), "{days:?}");
}

#[test]
fn an_import_shows_what_would_change_before_it_changes_anything() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    let before = open_golden(&browser, "upgrade.json");
    let folder = tempfile::tempdir().expect("a folder");
    let mut changed = before.clone();
    changed["applicant"]["phone"] = "0987 654 321".into();
    let path = file(folder.path(), "changed.json", changed.to_string().as_bytes());

    let ask = || {
        browser.follow("#/");
        browser.wait_heading("Sản phẩm của đơn vị");
        browser.upload("Mở tệp hồ sơ", &path);
        browser.wait_text("1 chỗ khác nhau");
        browser.wait_text("Trong tệp 0987 654 321");
    };
    ask();
    // The question waits also where the page is opened anew, until it is answered.
    browser.reload();
    browser.wait_text("Trong tệp 0987 654 321");
    browser.click("button", "Giữ nguyên");
    assert_eq!(only_kept(&browser), before);
    browser.reload();
    browser.wait_heading("Sản phẩm của đơn vị");
    assert!(!browser.text().contains("1 chỗ khác nhau"), "it was answered");

    ask();
    browser.click("button", "Thay bằng bản trong tệp");
    wait_kept(&browser, "the other number", |dossier| dossier["applicant"]["phone"] == "0987 654 321");

    // And in the same minute back to the other, of one number only: each state before is kept among the earlier ones.
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser.upload("Mở tệp hồ sơ", &dossier_file("upgrade.json"));
    browser.wait_text("1 chỗ khác nhau");
    browser.click("button", "Thay bằng bản trong tệp");
    wait_kept(&browser, "the first number", |dossier| dossier["applicant"] == before["applicant"]);
    page(&browser, "history");
    browser.wait_heading("Các bản trước");
    browser.wait("both states to be there", || {
        (browser.names("button").iter().filter(|name| *name == "Lấy lại bản này").count() == 2).then_some(())
    });
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser.upload("Mở tệp hồ sơ", &path);
    browser.wait_text("1 chỗ khác nhau");
    browser.click("button", "Giữ cả hai");
    browser.wait("both to be kept", || (kept(&browser).as_object().map_or(0, |all| all.len()) == 2).then_some(()));
}

#[test]
fn an_upgrade_drafts_its_changes_against_the_earlier_file() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    open_golden(&browser, "set-01-five-stars.json");
    let folder = tempfile::tempdir().expect("a folder");
    let mut earlier: Value =
        serde_json::from_slice(&std::fs::read(dossier_file("set-01-five-stars.json")).expect("the golden dossier"))
            .expect("JSON");
    earlier["id"] = "earlier".into();
    earlier["answers"]["1.5"] = json!({"level": 0});
    let path = file(folder.path(), "earlier.json", earlier.to_string().as_bytes());

    page(&browser, "forms");
    page(&browser, "standing");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    choose(&browser, "4 sao");
    wait_kept(&browser, "the upgrade that follows", |dossier| dossier["kind"] == "upgrade");
    page(&browser, "forms");
    part(&browser, "Thay đổi từ khi được công nhận");
    browser.upload("Mở tệp hồ sơ lần trước", &path);
    browser.wait_text("1 tiêu chí thay đổi");
    browser.fill("textbox", "Đã thay đổi gì", "Thêm 40 hộ liên kết từ năm 2024.");
    wait_kept(&browser, "what changed", |dossier| {
        dossier["recognised"]["changes"]["1.5"] == "Thêm 40 hộ liên kết từ năm 2024."
    });
    page(&browser, "preview");
    browser.wait_text("nội dung thay đổi so với lần được công nhận");
    browser.wait_text("Thêm 40 hộ liên kết từ năm 2024.");
}

#[test]
fn a_new_product_begins_with_the_applicant_and_the_answers_that_are_the_same() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let old = open_golden(&browser, "set-01-five-stars.json");
    browser.follow("#/");
    browser.eval("document.querySelector('.menu summary').click()");
    browser.click("button", "Hồ sơ mới từ hồ sơ này");
    browser.wait_heading("Từ “Sầu riêng Ea Kao”");
    browser.fill("textbox", "Tên sản phẩm", "Nước mắm Cửa Khe");
    browser.click("button", "Bộ 9");
    browser.click("button", "Tạo hồ sơ mới");
    browser.wait_heading("Nước mắm Cửa Khe");
    let new = browser.wait("the new one to be kept", || {
        let all = kept(&browser);
        let texts = all.as_object()?.values();
        let all: Vec<Value> = texts.filter_map(|text| serde_json::from_str(text.as_str()?).ok()).collect();
        all.into_iter().find(|dossier| dossier["product"]["set"] == 9)
    });
    assert_eq!(new["applicant"], old["applicant"]);
    assert_eq!(new["kind"], "first");
    let answers = new["answers"].as_object().expect("answers");
    assert!(!answers.is_empty() && answers.values().all(|answer| answer["review"] == true), "{answers:?}");
    let code = answers.keys().next().expect("an answer").clone();
    criterion(&browser, &code);
    browser.click("button", "Đã xem, vẫn đúng");
    browser.wait_gone("button", "Đã xem, vẫn đúng");
}

#[test]
fn samples_are_asked_only_where_they_apply_and_the_applicant_is_asked_once() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    open_golden(&browser, "set-01-five-stars.json");
    begin(&browser, "Dịch vụ du lịch", "Nhà sàn Mai Châu");
    wait_bar(&browser, "Chưa trả lời");
    page(&browser, "forms");
    browser.wait_text("không phải nộp sản phẩm mẫu");
    assert!(!browser.has("textbox", "Số sản phẩm mẫu"));
    part(&browser, "Chủ thể");
    browser.click("button", "Điền ô trống theo hồ sơ “Sầu riêng Ea Kao”");
    browser.wait("the name to be there", || {
        (!browser.find("textbox", "Tên đơn vị đăng ký").value().is_empty()).then_some(())
    });
    wait_saved(&browser);
}

#[test]
fn inside_another_app_the_page_offers_what_works_there() {
    let site = Site::of_the_build();
    let agent = "Mozilla/5.0 (Linux; Android 12; V2026; wv) AppleWebKit/537.36 Version/4.0 Chrome/110.0.0.0 Mobile Safari/537.36 Zalo android/12100669";
    // A clipboard that lets a test look in, and no way to print.
    let app = "const writeText = async (text) => { window.copied = text; };
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
        delete window.print;
        window.print = undefined;";
    site.run_first(&format!("Object.defineProperty(navigator, 'userAgent', {{ value: '{agent}' }}); {app}"));
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    page(&browser, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.wait_text("Zalo");
    browser.click("button", "Sao chép thành chữ");
    browser.wait_text("Đã sao chép");
    let copied = browser.eval("window.copied");
    assert!(
        copied.as_str().is_some_and(|text| text.contains("PHIẾU ĐĂNG KÝ") && text.contains("Cam sành")),
        "{copied}"
    );
    page(&browser, "preview");
    browser.wait_heading("Bản in");
    browser.wait_text("Zalo");
}

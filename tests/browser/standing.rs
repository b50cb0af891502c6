//! Where a product stands: the second question, what follows from it, our products by what presses, and
//! the log between two ratings.

use ocop::domain::decision::{Star, first};
use ocop::domain::dossier::wire::{from_bytes, to_json};
use ocop::domain::dossier::{Dossier, DossierKind, Field, LogEntry, LogTopic, Recognised};
use serde_json::json;

use crate::harness::{Browser, Site, Size};
use crate::steps::{begin, choose, criterion, id, kept, page, wait_bar, wait_saved};

/// The orange of four stars, certified so many days ago, so that the day of the test does not matter.
pub fn orange(id: &str, name: &str, star: Star, days_ago: i64) -> Dossier {
    let mut dossier = Dossier::new(id.to_owned(), "2026-11-01T01:00:00.000Z".to_owned(), &first().sets[0]);
    dossier.fields.set(Field::ProductName, name.to_owned());
    let issued = today().plus_days(-i32::try_from(days_ago).expect("few days"));
    dossier.recognised = Some(Recognised { star: Some(star), date: issued.to_string(), ..Recognised::default() });
    dossier.kind = dossier.standing().kind(today());
    dossier
}

fn today() -> ocop::domain::calendar::Date {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a clock").as_secs();
    // As the page counts: Vietnam is seven hours ahead.
    let days = i32::try_from((seconds + 7 * 3600) / 86_400).expect("a day of this age");
    ocop::domain::calendar::Date::parse("01/01/1970").expect("a day").plus_days(days)
}

/// A browser that has these dossiers, at the list of products.
pub fn with(site: &Site, dossiers: &[Dossier]) -> Browser {
    let browser = Browser::open(&site.url("#/about"), Size::Phone);
    browser.wait_heading("Về trang này");
    for dossier in dossiers {
        let key = format!("ocop/dossier/{}", dossier.id);
        browser.run("localStorage[arguments[0]] = arguments[1]", json!([key, to_json(dossier)]));
    }
    browser.reload();
    browser.wait_heading("Về trang này");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    browser
}

#[test]
fn the_orange_sees_its_days_before_the_first_criterion_and_its_loss_as_soon_as_it_is_certain() {
    let site = Site::of_the_build();
    let mut dossier = Dossier::new("orange".into(), "2026-11-01T01:00:00.000Z".into(), &first().sets[0]);
    dossier.fields.set(Field::ProductName, "Cam Cao Phong".into());
    let browser = with(&site, &[dossier]);
    browser.follow("#/d/orange/standing");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    choose(&browser, "4 sao");
    // Certified 1,065 days ago: the window is over, the certificate still holds for a month.
    let issued = today().plus_days(-1065);
    browser.fill("textbox", "Ngày cấp", &issued.to_string());
    let held = orange("x", "x", Star::Four, 1065).certificate().expect("a certificate");
    for day in [held.closes(), held.end(), held.result_by(today()), held.prolonged_to()] {
        browser.wait_text(&day.to_string());
    }
    browser.wait_text("đánh giá lại");
    browser.click("link", "Tiếp tục");
    browser.wait("the first criterion", || browser.has("radio", "Chưa trả lời").then_some(()));
    // One missed minimum of four stars is enough.
    let set = &first().sets[0];
    let (at, needs) = set
        .criteria
        .iter()
        .enumerate()
        .find_map(|(at, criterion)| {
            criterion
                .required_level(ocop::domain::decision::StarMinimum::Four)
                .filter(|level| *level > 0)
                .map(|level| (at, level))
        })
        .expect("a minimum");
    criterion(&browser, set.criteria[at].code);
    assert!(needs > 0);
    let lowest = browser.names("radio").into_iter().next().expect("a level");
    choose(&browser, &lowest);
    wait_bar(&browser, "Đang 4 sao");
    wait_bar(&browser, "còn");
}

#[test]
fn a_product_of_a_name_that_is_here_begins_beside_it_and_says_so() {
    let site = Site::of_the_build();
    let held = orange("held", "Cam Cao Phong", Star::Four, 100);
    let browser = with(&site, std::slice::from_ref(&held));
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam cao phong");
    browser.wait_text("Trên máy đã có sản phẩm tên “Cam cao phong”");
    assert_ne!(id(&browser), "held");
    wait_saved(&browser);
    let text = kept(&browser)["ocop/dossier/held"].as_str().expect("the product of the list").to_owned();
    let kept = from_bytes(text.as_bytes()).expect("a dossier").dossier;
    assert_eq!(kept.recognised, held.recognised, "its stars are as they were");
}

#[test]
fn eight_products_stand_by_what_presses() {
    let site = Site::of_the_build();
    let mut dossiers: Vec<Dossier> =
        (0..6).map(|no| orange(&format!("quiet{no}"), &format!("Trà {no}"), Star::Three, 100 + 10 * no)).collect();
    dossiers.push(orange("late", "Cam quà tặng", Star::Four, 1065));
    let mut new = Dossier::new("new".into(), "2026-11-01T01:00:00.000Z".into(), &first().sets[0]);
    new.fields.set(Field::ProductName, "Tinh dầu vỏ cam".into());
    new.unrecognised = true;
    dossiers.push(new);
    let browser = with(&site, &dossiers);
    browser.wait_text("Làm ngay");
    let first_card = browser.eval("document.querySelector('.product .product-name').innerText");
    assert_eq!(first_card.as_str(), Some("Cam quà tặng"));
    let cards = browser.eval("document.querySelectorAll('.product').length");
    assert_eq!(cards.as_u64(), Some(8));
    browser.wait_text("18 tháng tới");
    browser.click("button", "Tải lịch nhắc của mọi sản phẩm");
    let text = std::fs::read_to_string(browser.download()).expect("the calendar file");
    let held = dossiers[6].certificate().expect("a certificate");
    for day in [held.end(), held.prolonged_to()] {
        assert!(text.contains(&day.iso().replace('-', "")), "{day} in {text}");
    }
    let past = held.closes().iso().replace('-', "");
    assert!(!text.contains(&format!("VALUE=DATE:{past}")), "{text}");
}

#[test]
fn the_row_of_the_stars_held_asks_its_question_and_says_once_that_it_is_open() {
    let site = Site::of_the_build();
    let dossier = Dossier::new("open".to_owned(), "2026-11-01T01:00:00.000Z".to_owned(), &first().sets[0]);
    let browser = with(&site, &[dossier]);
    browser.follow("#/d/open");
    let row = browser.find("link", "Sao đang có và hạn nộp").text();
    assert!(row.contains("Sản phẩm đã có sao OCOP chưa?") && row.matches("Chưa trả lời").count() == 1, "{row}");
}

#[test]
fn a_re_rating_is_filled_from_three_years_of_the_log() {
    let site = Site::of_the_build();
    let mut dossier = orange("orange", "Cam Cao Phong", Star::Four, 900);
    for (year, tonnes) in [("2024", "120 tấn"), ("2025", "135 tấn")] {
        let (date, text) = (year.to_owned(), tonnes.to_owned());
        dossier.log.push(LogEntry { id: year.into(), topic: LogTopic::Output, date, text, ..LogEntry::default() });
    }
    let browser = with(&site, &[dossier]);
    browser.follow("#/d/orange/log");
    browser.wait_heading("Sổ ghi giữa hai lần đánh giá");
    browser.click("button", "Ghi một việc");
    browser.choose("Về việc gì", "Sản lượng");
    browser.fill("textbox", "Ngày", "2026");
    browser.fill("textbox", "Nội dung", "150 tấn");
    browser.click("button", "Xong");
    browser.click("button", "Bắt đầu đánh giá lại từ sổ này");
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    browser.wait("the topics to be kept", || {
        let all = kept(&browser);
        let text = all["ocop/dossier/orange"].as_str()?.to_owned();
        let dossier: serde_json::Value = serde_json::from_str(&text).ok()?;
        let output = dossier["renewal"]["output"].as_str()?;
        let three = ["120 tấn", "135 tấn", "150 tấn"].iter().all(|part| output.contains(part));
        (three && dossier["kind"] == DossierKind::ReRating.name()).then_some(())
    });
    page(&browser, "standing");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
}

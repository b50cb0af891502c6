//! Two decisions in one page: it is built with the invented one of `tests/decisions/` as well (`scripts/build.sh
//! decisions`), which these tests themselves do not know.

use std::path::{Path, PathBuf};

use ocop::domain::decision::{Points, first};
use ocop::domain::dossier::wire::to_json;
use ocop::domain::dossier::{Dossier, Field};
use ocop::domain::rating::Answer;
use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};
use crate::steps::{
    answer_all_at_their_best, choose, criterion, file, id, kept, open, page, wait_bar, wait_saved, wipe,
};

const MOVE: &str = "Xem chuyển sang thì thay đổi gì";
const ACCEPT: &str = "Lập hồ sơ mới theo quyết định này";

/// The page with both decisions.
fn site() -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/decisions/page");
    assert!(
        folder.join("index.html").is_file(),
        "{} is not there: `make test` builds it before it runs these tests, and so does `scripts/build.sh decisions`",
        folder.display()
    );
    Site::serve(folder, "/ocop/")
}

/// A dossier of 26/2026 at its best but for these levels, by code.
fn dossier(no: u8, levels: &[(&str, u8)]) -> Dossier {
    let set = first().set(no).expect("a set of 26/2026");
    let mut dossier = Dossier::new(format!("old-{no}"), "2026-11-26T01:00:00.000Z".into(), set);
    dossier.fields.set(Field::ProductName, format!("Sản phẩm bộ {no}"));
    for (position, criterion) in set.criteria.iter().enumerate() {
        dossier.assessment.set_answer(position, Answer::Level(criterion.best_level() as u8));
    }
    for (code, level) in levels {
        dossier.assessment.set_answer(set.position(code).expect(code), Answer::Level(*level));
    }
    dossier
}

fn saved(folder: &Path, dossier: &Dossier) -> PathBuf {
    file(folder, "ho-so.json", to_json(dossier).as_bytes())
}

/// What the browser keeps under this id.
fn of(browser: &Browser, id: &str) -> Value {
    let all = kept(browser);
    let text = all[format!("ocop/dossier/{id}")].as_str().unwrap_or_default();
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{id}: {error} in {all}"))
}

/// Opens a file of 26/2026 and goes by the line on its overview to what a move would change.
#[track_caller]
fn look_at_the_move(browser: &Browser, dossier: &Dossier) {
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Mở tệp hồ sơ", &saved(folder.path(), dossier));
    browser.wait_heading(dossier.name());
    browser.wait_text("Quyết định 99/2031/QĐ-TTg sẽ có hiệu lực từ 01/07/2031. Hồ sơ này theo quyết định hiện hành.");
    browser.click("link", MOVE);
    browser.wait_heading("Chuyển sang Quyết định 99/2031/QĐ-TTg");
}

#[test]
fn a_move_shows_each_criterion_and_makes_one_more_dossier_only_when_it_is_accepted() {
    let site = site();
    let browser = open(&site, Size::Phone);
    let before = dossier(1, &[]);
    look_at_the_move(&browser, &before);
    wait_saved(&browser);
    let old = of(&browser, &before.id);
    let text = browser.text();
    for told in [
        "Đang theo · 26/2026/QĐ-TTg 100/100",
        "Sau khi chuyển · 99/2031/QĐ-TTg 95/100",
        "31 tiêu chí giữ nguyên",
        "0 tiêu chí thay đổi",
        "2 tiêu chí mới",
        "1 tiêu chí không còn",
        "Hoạt động quảng bá",
        "Hội chợ, triển lãm",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    // Looked at, and left: nothing has changed.
    browser.click("link", "Để sau");
    browser.wait_heading(before.name());
    assert_eq!(kept(&browser).as_object().map(|all| all.len()), Some(1));
    browser.click("link", MOVE);
    browser.click("button", ACCEPT);
    browser.wait_text("Đã lập hồ sơ mới theo Quyết định 99/2031/QĐ-TTg. Hồ sơ cũ vẫn còn.");
    browser.wait("the new dossier to be open", || (id(&browser) != before.id).then_some(()));
    assert!(!browser.has("link", MOVE), "there is no newer decision than its own");
    let new = id(&browser);
    wait_saved(&browser);
    browser.reload();
    browser.wait_heading(before.name());
    assert_eq!(of(&browser, &before.id), old, "the old one stays as it was");
    let moved = of(&browser, &new);
    assert_eq!(moved["decision"], "99/2031/QĐ-TTg");
    assert_eq!(moved["rating"]["total"], 95);
    assert_eq!(moved["answers"]["4.3"]["level"], Value::Null, "asked anew");
    // The two go on apart, each by its own decision.
    criterion(&browser, "4.4");
    choose(&browser, "Hội chợ ngoài tỉnh");
    wait_saved(&browser);
    browser.follow("#/");
    browser.wait_heading("Sản phẩm của đơn vị");
    let cards = browser.names("link").into_iter().filter(|name| name.contains("đã trả lời")).collect::<Vec<_>>();
    let of_old = cards.iter().filter(|card| card.contains("26/2026/QĐ-TTg")).count();
    assert_eq!((cards.len(), of_old), (2, 1), "the older one says by which decision: {cards:?}");
    browser.follow(&format!("#/d/{}/c/4.4", before.id));
    browser.wait_heading("Không có trang này");
    assert_eq!(of(&browser, &before.id), old);
}

#[test]
fn what_changed_stands_side_by_side_and_an_answer_keeps_its_level() {
    let site = site();
    let browser = open(&site, Size::Desktop);
    // The third level of the story, which a new one stands before.
    let before = dossier(16, &[("5.1", 2)]);
    look_at_the_move(&browser, &before);
    browser.wait_text("1 tiêu chí thay đổi");
    let row = browser.eval("document.querySelector('.versus-row .versus-sides').innerText.normalize('NFC')");
    let row = row.as_str().unwrap_or_default().to_owned();
    let recorded = "Câu chuyện đã được ghi âm";
    assert_eq!(row.matches(recorded).count(), 1, "in the new text alone: {row}");
    browser.wait_text("Câu trả lời cũ đi theo, đánh dấu cần xem lại.");
    browser.click("button", ACCEPT);
    browser.wait_text("Đã lập hồ sơ mới theo Quyết định 99/2031/QĐ-TTg.");
    criterion(&browser, "5.1");
    let levels = browser.names("radio");
    assert!(levels.iter().any(|level| level.contains(recorded)), "{levels:?}");
    assert!(browser.find("radio", "có trên tờ rơi 3 điểm").is_checked(), "the level that was chosen, not its place");
    wait_saved(&browser);
    let moved = of(&browser, &id(&browser));
    assert_eq!((&moved["answers"]["5.1"]["level"], &moved["answers"]["5.1"]["review"]), (&json!(3), &json!(true)));
}

#[test]
fn a_minimum_that_binds_earlier_costs_a_star_and_says_so_before() {
    let site = site();
    let browser = open(&site, Size::Phone);
    let before = dossier(9, &[("6.1", 1)]);
    assert_eq!((before.rating().total, before.rating().star.map(u8::from)), (Points(99), Some(3)));
    look_at_the_move(&browser, &before);
    let sums = browser.eval("document.querySelector('.beside-sums').innerText.replace(/\\s+/g, ' ')");
    let sums = sums.as_str().unwrap_or_default();
    let (was, becomes) = sums.split_once("Sau khi chuyển").expect("both sides");
    assert!(was.contains("3 sao") && becomes.contains("2 sao"), "{sums}");
    browser.click("button", ACCEPT);
    wait_bar(&browser, "3 sao chưa đạt được: chưa đạt 1 mức tối thiểu");
}

#[test]
fn a_set_that_was_dropped_leaves_the_dossier_where_it_is() {
    let site = site();
    let browser = open(&site, Size::Phone);
    look_at_the_move(&browser, &dossier(25, &[]));
    browser.wait_text("Quyết định 99/2031/QĐ-TTg không có bộ tiêu chí nào thay cho bộ này.");
    assert!(!browser.has("button", ACCEPT));
}

#[test]
fn a_product_of_a_new_set_goes_the_whole_way_under_its_decision() {
    let site = site();
    let browser = open(&site, Size::Desktop);
    // A dossier that is begun today follows the decision in force, which has no such set.
    name_it(&browser);
    assert!(!browser.has("button", "Hoa khô"));
    in_force(&browser);
    name_it(&browser);
    browser.click("summary", "Xem cả 26 bộ");
    browser.click("button", "Hoa khô");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.click("button", "Chưa có");
    answer_all_at_their_best(&browser, "1.1");
    browser.wait_heading("Tạm tính 5 sao");
    browser.wait_text("92");
    let new = id(&browser);
    wait_saved(&browser);
    assert_eq!(of(&browser, &new)["decision"], "99/2031/QĐ-TTg");
    // The forms as they are printed, with the product's own sheet.
    page(&browser, "score-sheet");
    browser.wait_text("Hoa khô");
    page(&browser, "preview");
    browser.wait_text("Hoa khô Mê Linh");
    // The file, out and in again.
    page(&browser, "check");
    browser.click("button", "Tệp hồ sơ để làm tiếp (.json)");
    let path = browser.download();
    let out: Value = serde_json::from_slice(&std::fs::read(&path).expect("the download")).expect("JSON");
    assert_eq!((&out["decision"], &out["product"]["set"]), (&json!("99/2031/QĐ-TTg"), &json!(27)));
    wipe(&browser);
    let other = open(&site, Size::Phone);
    other.upload("Mở tệp hồ sơ", &path);
    other.wait_heading("Hoa khô Mê Linh");
    wait_bar(&other, "100/100");
}

fn name_it(browser: &Browser) {
    browser.follow("#/new");
    browser.wait_heading("Sản phẩm tên gì?");
    browser.fill("searchbox", "Tên sản phẩm", "Hoa khô Mê Linh");
    browser.wait_text("Xem cả 26 bộ");
}

/// From now on, until the page is loaded anew, it is the day on which the newer decision comes into force.
fn in_force(browser: &Browser) {
    let day = "const There = window.Date; const ahead = There.parse('2031-07-01T01:00:00Z') - There.now(); \
               window.Date = class extends There { constructor(...at) { at.length ? super(...at) : super(There.now() + ahead); } \
               static now() { return There.now() + ahead; } };";
    browser.run(day, json!([]));
    browser.follow("#/");
    browser.wait_text("99/2031/QĐ-TTg");
}

#[test]
fn links_and_addresses_say_by_which_decision_they_are_meant() {
    let site = site();
    let browser = open(&site, Size::Desktop);
    // A link from before there was another decision is read by the one it was made under.
    let code = ocop::domain::share::encode(&dossier(9, &[("6.1", 1)]).assessment);
    browser.follow(&format!("#/s/{code}"));
    browser.wait_heading("Bản tự chấm được gửi");
    browser.wait_text("3 sao · 99/100");
    // So is an address.
    browser.follow("#/criteria/16");
    browser.wait_text("26/2026/QĐ-TTg");
    assert!(!browser.text().contains("Câu chuyện đã được ghi âm"));
    browser.follow("#/criteria/99-2031.16");
    browser.wait_text("99/2031/QĐ-TTg");
    browser.wait_text("Câu chuyện đã được ghi âm");
    browser.follow("#/criteria");
    browser.wait_text("26 bộ");
    assert!(!browser.text().contains("Hoa khô"), "a set that is not in force yet");
    // One's own link, made under the new one.
    look_at_the_move_again(&browser);
    browser.click("button", ACCEPT);
    browser.wait_text("Đã lập hồ sơ mới");
    page(&browser, "plan");
    let link = browser.wait("the link", || {
        let found = browser.eval("document.body.innerHTML.match(/#\\/s\\/([\\w-]+)/)?.[1] ?? ''");
        found.as_str().filter(|code| !code.is_empty()).map(str::to_owned)
    });
    assert!(link.starts_with('2'), "{link}");
    browser.follow(&format!("#/s/{link}"));
    browser.wait_heading("Bản tự chấm được gửi");
    browser.wait_text("2 sao");
}

fn look_at_the_move_again(browser: &Browser) {
    browser.follow("#/");
    browser.wait_heading("Sản phẩm được mấy sao?");
    look_at_the_move(browser, &dossier(9, &[("6.1", 1)]));
}

#[test]
fn days_of_a_dossier_are_those_of_its_decision() {
    let site = site();
    let browser = open(&site, Size::Phone);
    look_at_the_move(&browser, &dossier(9, &[("6.1", 1)]));
    let rounds = |browser: &Browser| {
        page(browser, "way");
        browser.wait_heading("Lộ trình");
        browser.wait_text("Kịp đợt nào?");
        browser.text()
    };
    let text = rounds(&browser);
    assert!(text.contains("kết quả chậm nhất 29/06/") && text.contains("Quyết định 26/2026/QĐ-TTg"), "{text}");
    page(&browser, "move");
    browser.click("button", ACCEPT);
    browser.wait_text("Đã lập hồ sơ mới");
    let text = rounds(&browser);
    assert!(text.contains("kết quả chậm nhất 14/07/") && text.contains("Quyết định 99/2031/QĐ-TTg"), "{text}");
    assert!(!text.contains("26/2026"), "{text}");
}

//! Sheets that go out: a dossier to be scored as a link, and the blank sheet of a set on paper.

use ocop::domain::council::{Council, Scorer, Sheet, blank_for};
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::wire::{from_bytes, to_json};
use ocop::office::{from_text, to_text};

use crate::council::{device, orange, worth};
use crate::harness::{Ability, Browser, Engine, Site, Size};
use crate::plan::text_of;
use crate::steps::{kept, wait_saved};

/// A clipboard that lets a test look in.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'share', { value: undefined });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });";

#[test]
fn a_dossier_goes_to_a_scorer_as_a_link_that_tells_no_level() {
    let site = Site::of_the_build();
    site.run_first(CLIPBOARD);
    let mut dossier = orange("sitting");
    dossier.assessment = worth(90);
    dossier.entries[0].note = "Vùng nguyên liệu 12 ha ở xã".into();
    let scorer = Scorer { name: "Mai".into(), done: true, ..Scorer::default() };
    let sheets = vec![Sheet { scorer, assessment: worth(80) }];
    dossier.council = Some(Council { sheets, expected: 3, ..Council::default() });
    let chair = device(&site, &dossier, Size::Phone, "council");
    chair.wait_heading("Nhiều người cùng chấm thử");
    chair.click("button", "Gửi đường dẫn để chấm");
    chair.wait_text("Đã sao chép phần mã của đường dẫn");
    let link = chair.eval("window.copied").as_str().expect("a link").to_owned();
    let code = link.strip_prefix("#/score/").expect("a link to score by");
    let sent = from_bytes(&from_text(code).expect("a text")).expect("a dossier");
    assert_eq!((&sent.dossier, sent.warnings.len()), (&blank_for(&dossier), 0), "the dossier, and no level");
    // Elsewhere: what it is, before anything is kept.
    let scorer = Browser::open(&site.url(&link), Size::Phone);
    scorer.wait_heading("Phiếu chấm sản phẩm");
    scorer.wait_text("Cam Cao Phong");
    scorer.wait_text("Hợp tác xã Cao Phong");
    let sheet = |browser: &Browser| -> Option<Dossier> {
        let text = kept(browser)["ocop/dossier/sitting"].as_str()?.to_owned();
        Some(from_bytes(text.as_bytes()).expect("a sheet").dossier)
    };
    assert_eq!(sheet(&scorer), None);
    scorer.click("button", "Bắt đầu chấm");
    scorer.fill("textbox", "Họ tên", "Lan");
    wait_saved(&scorer);
    // Opened once more, it goes on.
    scorer.follow(&link);
    scorer.click("button", "Bắt đầu chấm");
    scorer.wait("the sheet as it was left", || (scorer.find("textbox", "Họ tên").value() == "Lan").then_some(()));
    let named = sheet(&scorer).and_then(|sheet| sheet.scorer).expect("a scorer");
    assert_eq!(named.name, "Lan");
    assert!(!scorer.text().contains("bản hồ sơ khác"), "{}", scorer.text());
    // A link of another state of the dossier does not pass for the one that is scored.
    let mut changed = dossier.clone();
    changed.entries[0].note = "Vùng nguyên liệu 20 ha ở xã".into();
    let other = to_text(to_json(&blank_for(&changed)).as_bytes());
    scorer.follow(&format!("#/score/{other}"));
    scorer.click("button", "Bắt đầu chấm");
    scorer.wait_text("làm từ bản hồ sơ khác với bản trong đường dẫn");
    // Where the dossier itself is, nothing takes its place.
    chair.follow(&link);
    chair.click("button", "Bắt đầu chấm");
    chair.wait_heading("Nhiều người cùng chấm thử");
    chair.wait_text("Tệp là phiếu chấm còn trống");
    assert!(sheet(&chair).is_some_and(|ours| ours.scorer.is_none() && ours.assessment == worth(90)));
    // Cut off on its way.
    scorer.follow(&link[..link.len() - 7]);
    scorer.wait_heading("Không đọc được đường dẫn này");
    scorer.wait_text("Đường dẫn bị cắt");
}

#[test]
fn a_dossier_that_no_message_takes_is_said_to_go_as_a_file() {
    let site = Site::of_the_build();
    site.run_first(CLIPBOARD);
    let mut dossier = orange("sitting");
    // Nothing repeats in it: it is as long packed.
    let words = (0_u32..4_000).map(|n| format!("{} ", n.wrapping_mul(2_654_435_761)));
    dossier.entries[0].note = words.collect();
    let browser = device(&site, &dossier, Size::Phone, "council");
    browser.wait_heading("Nhiều người cùng chấm thử");
    browser.click("button", "Gửi đường dẫn để chấm");
    browser.wait_text("tin nhắn không chứa hết đường dẫn");
    assert_eq!(browser.eval("window.copied ?? 'nothing'"), "nothing");
}

#[test]
fn the_blank_sheet_of_any_set_is_printed_without_a_dossier() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/criteria/7"), Size::Phone);
    browser.click("link", "Phiếu đánh giá trống để chấm tay");
    browser.wait_heading("Phiếu đánh giá bộ 7: Chế biến từ rau, củ, quả, hạt");
    browser.wait_text("Kiêm phiếu đánh giá sản phẩm OCOP");
    browser.wait_text("Ý kiến của người đánh giá");
    browser.click("button", "Tải Word");
    let word = browser.download();
    assert_eq!(word.file_name().and_then(|name| name.to_str()), Some("ocop-phieu-danh-gia-bo-07.docx"));
    assert_eq!(&std::fs::read(word).expect("the sheet")[..2], b"PK");
    browser.click("button", "Tải HTML");
    let html = std::fs::read_to_string(browser.download()).expect("the sheet");
    assert!(html.contains("Người đánh giá") && !html.contains("[√]"));
    browser.find("button", "In hoặc lưu PDF");
}

/// Who scores by hand says something and signs below it: on one page, whatever the length of the table above.
#[test]
fn no_signature_of_a_sheet_is_torn_or_alone_on_its_page() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/criteria/7"), Size::Desktop);
    if !browser.can(Ability::Print) {
        return;
    }
    // One rule of the styles for all; an engine takes it as it takes it, at whatever place of a page the table ends.
    let step = if browser.engine == Engine::Chromium { 1 } else { 5 };
    for set in (1..=26).step_by(step) {
        browser.follow(&format!("#/criteria/{set}/sheet"));
        browser.wait_heading(&format!("Phiếu đánh giá bộ {set}:"));
        let paper = text_of(&browser.print_to_pdf());
        let last = paper.trim_end_matches('\u{c}').rsplit('\u{c}').next().unwrap_or_default();
        for part in ["Ý kiến của người đánh giá", "ngày ... tháng ... năm", "(Ký và ghi rõ họ tên)"]
        {
            assert!(last.contains(part), "set {set}: {part} is not on the last page\n{last}");
        }
    }
}

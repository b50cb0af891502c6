//! What the page says while and after it takes something in: notices that do not bury it, reading that shows how far it
//! is, and texts that would stop it.

use serde_json::{Value, json};

use crate::council::{device, orange, worth};
use crate::harness::{Site, Size};
use crate::keeping::NOTE;
use crate::steps::{criterion, dossier_file, file, kept, open, wait_saved};

/// Several files for one field.
fn together(paths: &[std::path::PathBuf]) -> std::path::PathBuf {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join("\n").into()
}

#[test]
fn of_many_notices_the_newest_stand_above_the_page_and_the_earlier_in_a_fold() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    browser.wait_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bad: Vec<_> = (0..5).map(|place| file(folder.path(), &format!("hong-{place}.json"), b"xin chao")).collect();
    for (place, path) in bad.iter().enumerate() {
        browser.upload("Mở tệp hồ sơ", path);
        browser.wait_text(&format!("“hong-{place}.json”"));
    }
    browser.find("summary", "Còn 2 thông báo trước");
    // What is folded away is no part of what is seen.
    let seen = browser.text();
    for (place, is_seen) in [(0, false), (1, false), (2, true), (3, true), (4, true)] {
        assert_eq!(seen.contains(&format!("“hong-{place}.json”")), is_seen, "the notice of file {place}");
    }
    browser.click("summary", "Còn 2 thông báo trước");
    browser.wait_text("“hong-0.json”");
    browser.click("button", "Đóng hết");
    browser.wait_gone("summary", "Còn 2 thông báo trước");
    assert!(!browser.text().contains("Không mở được"), "all of them were read");
}

#[test]
fn several_files_opened_at_once_are_told_of_in_one_notice() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    browser.wait_app();
    let folder = tempfile::tempdir().expect("a folder");
    let mut files: Vec<_> =
        (0..5).map(|place| file(folder.path(), &format!("hong-{place}.json"), b"xin chao")).collect();
    files.push(dossier_file("upgrade.json"));
    browser.upload("Mở tệp hồ sơ", &together(&files));
    browser.wait_text("Đã thêm 1 hồ sơ.");
    browser.wait_text("“hong-2.json”");
    assert_eq!(browser.eval("document.querySelectorAll('.notice').length"), json!(1));
    browser.click("summary", "và 2 điều nữa");
    browser.wait_text("“hong-4.json”");
    browser.click("button", "Đóng");
    browser
        .wait("no notice", || (browser.eval("document.querySelectorAll('.notice').length") == json!(0)).then_some(()));
}

#[test]
fn a_file_that_was_opened_before_asks_nothing_and_what_was_said_of_its_photos_goes_once_they_are_here() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let folder = tempfile::tempdir().expect("a folder");
    let opens = |path: &std::path::Path, id: &str| {
        browser.follow("#/");
        browser.wait_heading("Sản phẩm");
        browser.upload("Mở tệp hồ sơ", path);
        browser.wait("the dossier to be open", || browser.url().contains(&format!("#/d/{id}")).then_some(()));
        wait_saved(&browser);
    };
    // The photo of the second has another one's id: it stands under one of its own.
    let first = archive_of(folder.path(), "mot.zip", Some("mot"), "x", 1);
    let second = archive_of(folder.path(), "hai.zip", Some("hai"), "y", 1);
    browser.upload("Mở tệp hồ sơ", &first);
    browser.wait("the dossier to be open", || browser.url().contains("#/d/mot").then_some(()));
    for _ in 0..3 {
        opens(&second, "hai");
        assert!(!browser.text().contains("đã có trên máy này"));
    }
    assert_eq!(photos_of(&browser, "hai"), json!(["y"]));

    // Of five photos three are not in the archive; then one comes that has them all.
    let whole = archive_of(folder.path(), "ba.zip", Some("ba"), "z", 5);
    let half = archive_with(folder.path(), "ba-thieu.zip", Some("ba"), "z", 5, 2);
    opens(&half, "ba");
    browser.wait_text("Có 3 ảnh, bản quét chưa có trên máy này");
    opens(&whole, "ba");
    browser.wait("no word of missing photos", || (!browser.text().contains("chưa có trên máy này")).then_some(()));
}

/// An archive with photos, as another program packs it.
fn archive(folder: &std::path::Path, photos: usize) -> std::path::PathBuf {
    archive_of(folder, "ho-so.zip", None, "x", photos)
}

/// The same of a dossier with this id, its photos full of this letter.
fn archive_of(
    folder: &std::path::Path,
    name: &str,
    id: Option<&str>,
    letter: &str,
    photos: usize,
) -> std::path::PathBuf {
    archive_with(folder, name, id, letter, photos, photos)
}

/// The same with so many of the photos that it names.
fn archive_with(
    folder: &std::path::Path,
    name: &str,
    id: Option<&str>,
    letter: &str,
    photos: usize,
    packed: usize,
) -> std::path::PathBuf {
    let text = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
    let mut dossier: Value = serde_json::from_str(&text).expect("JSON");
    dossier["id"] = id.map_or(dossier["id"].clone(), |id| json!(id));
    let scan = |place: usize| format!("%PDF-1.4 {place} {}", letter.repeat(60_000)).into_bytes();
    let attached = |place: usize| json!({"id": format!("scan-{place}"), "name": format!("ban-quet-{place}.pdf"), "media": "application/pdf", "size": scan(place).len(), "crc32": ocop::office::crc32(&scan(place))});
    dossier["papers"][0]["attachments"] = (0..photos).map(attached).collect();
    let mut writer = ocop::office::ZipWriter::default();
    let mut bytes = Vec::new();
    let mut add = |name: &str, content: &[u8]| {
        bytes.extend(writer.add(name, ocop::office::Modified::default(), content).expect("added"));
    };
    add("ho-so.json", dossier.to_string().as_bytes());
    (0..packed).for_each(|place| add(&format!("{place}.pdf"), &scan(place)));
    bytes.extend(writer.finish().expect("finished"));
    file(folder, name, &bytes)
}

/// What the browser has of the photos that the product of this id names: a letter of each.
fn photos_of(browser: &crate::harness::Browser, id: &str) -> Value {
    let read = "const [id] = arguments;
        const done = arguments[arguments.length - 1];
        const named = JSON.parse(localStorage[`ocop/dossier/${id}`]).papers.flatMap((paper) => paper.attachments ?? []);
        indexedDB.open('ocop').onsuccess = ({ target: { result: database } }) => {
          const files = database.transaction('files').objectStore('files');
          const found = [];
          for (const { id } of named) files.get(id).onsuccess = ({ target: { result } }) => found.push(result);
          files.transaction.oncomplete = async () => {
            database.close();
            // A file, or bytes where the browser keeps no files.
            const texts = await Promise.all(found.map((one) => one && new Response(one).text()));
            done(texts.map((text) => text ? text[text.length - 1] : 'none'));
          };
        };";
    // What is said to be saved while it is opened may be another one.
    let is_kept = format!("localStorage['ocop/dossier/{id}'] !== undefined");
    browser.wait("it to be kept", || browser.eval(&is_kept).as_bool().filter(|kept| *kept));
    browser.run_async(read, json!([id]))
}

#[test]
fn another_photo_under_the_same_id_is_shown_for_none_but_its_own_paper() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let folder = tempfile::tempdir().expect("a folder");
    for (id, letter) in [("mot", "x"), ("hai", "y")] {
        browser.follow("#/");
        let packed = archive_of(folder.path(), &format!("{id}.zip"), Some(id), letter, 1);
        browser.upload("Mở tệp hồ sơ", &packed);
        browser.wait("the dossier to be open", || browser.url().contains(&format!("#/d/{id}")).then_some(()));
        wait_saved(&browser);
    }
    assert_eq!(photos_of(&browser, "mot"), json!(["x"]));
    assert_eq!(photos_of(&browser, "hai"), json!(["y"]));
    // A dossier's file alone that names the first one's photo, of another size and sum, has none.
    let text = kept(&browser)["ocop/dossier/mot"].as_str().expect("the first").to_owned();
    let mut crafted: Value = serde_json::from_str(&text).expect("JSON");
    crafted["id"] = json!("ba");
    crafted["papers"][0]["attachments"][0]["crc32"] = json!(1);
    browser.follow("#/");
    browser.upload("Mở tệp hồ sơ", &file(folder.path(), "ba.json", crafted.to_string().as_bytes()));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/ba").then_some(()));
    wait_saved(&browser);
    assert_eq!(photos_of(&browser, "ba"), json!(["none"]));
}

#[test]
fn photos_that_are_gone_are_told_in_the_list_and_before_handing_in() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Mở tệp hồ sơ", &archive_of(folder.path(), "mot.zip", Some("mot"), "x", 2));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/mot").then_some(()));
    wait_saved(&browser);
    browser.follow("#/d/mot/evidence");
    browser.wait_text("2 tệp, 121 kB, chỉ nằm trên máy này");
    let forget = "const done = arguments[arguments.length - 1];
        indexedDB.open('ocop').onsuccess = ({ target: { result: database } }) => {
          const work = database.transaction('files', 'readwrite');
          work.objectStore('files').delete('scan-1');
          work.oncomplete = () => { database.close(); done(true); };
        };";
    browser.run_async(forget, json!([]));
    browser.follow("#/d/mot/check");
    browser.wait_text("Có 1 ảnh, bản quét chưa có trên máy này");
    browser.follow("#/d/mot/evidence");
    browser.wait_text("Có 1 ảnh, bản quét chưa có trên máy này");
    browser.wait_text("1 tệp, 61 kB, chỉ nằm trên máy này");
}

#[test]
fn a_large_file_shows_how_far_its_reading_is_and_can_be_given_up() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    browser.wait_app();
    let folder = tempfile::tempdir().expect("a folder");
    let archive = archive(folder.path(), 40);
    // Draws that come so slowly that somebody has the time to change their mind.
    browser
        .run("window.requestAnimationFrame = (drawn) => setTimeout(() => drawn(performance.now()), 150);", json!([]));
    browser.upload("Mở tệp hồ sơ", &archive);
    browser.wait_text("/40 của");
    browser.click("button", "Thôi, không mở nữa");
    browser.wait_text("Đã thôi, không mở “ho-so.zip”");
    browser.wait_gone("button", "Thôi, không mở nữa");
    assert!(kept(&browser).as_object().is_some_and(|all| all.is_empty()), "nothing was opened");

    // Left alone it is opened, each photo with it.
    browser.reload();
    browser.wait_app();
    browser.upload("Mở tệp hồ sơ", &archive);
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    assert!(!browser.text().contains("chưa có trên máy này"), "every photo is there");
}

#[test]
fn a_letter_with_200_000_marks_stops_no_page_however_it_comes() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
    let mut dossier: Value = serde_json::from_str(&text).expect("JSON");
    let marked = format!("Cam{}", "\u{334}".repeat(200_000));
    dossier["product"]["name"] = json!(marked);
    browser.upload("Mở tệp hồ sơ", &file(folder.path(), "nhieu-dau.json", dossier.to_string().as_bytes()));
    browser.wait("the dossier to be open", || browser.url().contains("#/d/").then_some(()));
    let few = format!("Cam{}", "\u{334}".repeat(8));
    browser.wait_text(&few);
    assert!(!browser.text().contains(&format!("{few}\u{334}")), "no more of them than are drawn");

    criterion(&browser, "1.5");
    browser.click("summary", "Mô tả của đơn vị");
    browser.find("textbox", NOTE);
    // Pasted: the whole text is there at once.
    let pasted = format!("Cam{}", "\u{334}".repeat(2_000));
    let paste = "const field = document.querySelector('textarea');
        field.focus();
        document.execCommand('insertText', false, arguments[0]);
        return field.value.length;";
    let long = browser.run(paste, json!([format!("{pasted}\u{200b} sành\u{b}Hà Giang")]));
    assert_eq!(long, json!(format!("{few} sành\nHà Giang").encode_utf16().count()));
    wait_saved(&browser);
    let note = kept(&browser).to_string();
    assert!(note.contains("sành\\\\nHà Giang") && !note.contains('\u{200b}'), "it is kept as it is shown");
}

#[test]
fn what_holds_for_many_places_of_the_check_is_said_once_above_them() {
    let site = Site::of_the_build();
    let dossier = ocop::domain::dossier::Dossier { assessment: worth(95), ..orange("alike") };
    let browser = device(&site, &dossier, Size::Phone, "check");
    browser.wait_heading("Kiểm tra và tải về");
    browser.run("document.querySelectorAll('.check-must details').forEach((fold) => { fold.open = true; })", json!([]));
    let text = browser.text();
    assert_eq!(text.matches("chưa có mô tả và chưa có giấy tờ nào chứng minh").count(), 1, "{text}");
    // Each place leads where it is mended.
    browser.click("link", "1.5 Liên kết sản xuất");
    browser.wait_heading("1.5 ");
    browser.follow("#/d/alike/standing");
    // The second question names the set that was chosen.
    browser.wait_text("Bộ 1 · Rau, củ, quả, hạt tươi");
}

//! Photos of papers, which stay on the device: attached, looked at, made smaller, removed.

use std::path::PathBuf;

use serde_json::json;

use crate::evidence::at_a_paper;
use crate::harness::{Browser, Site};
use crate::steps::{file, kept, wait_saved};

pub fn files_kept(browser: &Browser) -> u64 {
    let count = "return new Promise((done) => {
        const open = indexedDB.open('ocop');
        open.onsuccess = () => {
          const count = open.result.transaction('files').objectStore('files').count();
          count.onsuccess = () => { open.result.close(); done(count.result); };
        };
      })";
    browser.run(count, json!([])).as_u64().unwrap_or_default()
}

/// A picture of paper in a file: grey noise, which no codec makes small.
pub fn picture(browser: &Browser, folder: &tempfile::TempDir) -> PathBuf {
    let drawn = "return (async () => {
        const canvas = new OffscreenCanvas(2400, 1800);
        const context = canvas.getContext('2d');
        const image = context.createImageData(2400, 1800);
        for (let at = 0, seed = 1; at < image.data.length; at += 4) {
          seed = (seed * 1103515245 + 12345) % 2147483648;
          image.data.fill(seed >> 23, at, at + 3);
          image.data[at + 3] = 255;
        }
        context.putImageData(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
        return Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
      })()";
    let text = browser.run(drawn, json!([]));
    let bytes: Vec<u8> = text.as_str().expect("a picture").chars().map(|byte| byte as u8).collect();
    let path = folder.path().join("giay-chung-nhan.jpg");
    std::fs::write(&path, bytes).expect("the picture in a file");
    path
}

/// As where a newer build has changed the database: this one is answered by nothing that it could keep a photo in.
#[test]
fn a_photo_that_the_database_does_not_answer_for_is_said_to_be_held_by_another_window() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    let newer = "const done = arguments[arguments.length - 1];
        const open = indexedDB.open('ocop', 99);
        open.onsuccess = () => { open.result.close(); done(true); };
        open.onerror = () => done(false);";
    assert_eq!(browser.run_async(newer, json!([])), true);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("Hãy đóng các cửa sổ đó rồi thêm lại.");
    assert!(!browser.text().contains("không cho lưu"), "the browser would let the page keep it");
    let route = dossier.split_once('#').map_or("", |(_, route)| route);
    browser.follow(&format!("#{route}/history"));
    browser.wait_heading("Các bản trước");
    browser.wait_text("Chưa mở được các bản trước");
}

#[test]
fn a_photo_stays_is_shown_made_smaller_and_removed() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("giay-chung-nhan.jpg");
    wait_saved(&browser);
    browser.reload();
    browser.wait_text("giay-chung-nhan.jpg");
    assert_eq!(files_kept(&browser), 1);
    browser.click("button", "Xem");
    browser.wait("the picture", || {
        browser.eval("document.querySelector('.attached-picture')?.naturalWidth === 2400").as_bool().filter(|it| *it)
    });
    browser.click("button", "Thu nhỏ");
    browser.click("button", "Xem");
    browser.wait("the smaller picture", || {
        browser.eval("document.querySelector('.attached-picture')?.naturalWidth === 1600").as_bool().filter(|it| *it)
    });
    // The larger one stays, for the earlier version that shows it.
    browser.wait("both to be kept", || (files_kept(&browser) == 2).then_some(()));
    browser.click("button", "Tải về");
    let smaller = browser.download();
    assert!(smaller.metadata().expect("a file").len() < photo.metadata().expect("a file").len());
    browser.click("summary", "Bỏ “giay-chung-nhan.jpg”");
    browser.click("button", "Bỏ khỏi giấy tờ này");
    browser.wait_gone("button", "Xem");
    assert_eq!(files_kept(&browser), 2, "earlier versions show them");
}

#[test]
fn what_is_neither_picture_nor_pdf_is_refused_whatever_it_is_called() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("giay.jpg");
    std::fs::write(&path, "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>").expect("a file");
    browser.upload("Chụp hoặc chọn tệp", &path);
    browser.wait_text("Không nhận “giay.jpg”");
    assert_eq!(files_kept(&browser), 0);
}

/// Chats put signs that nobody sees into the names of the photos that they hand on, and cut the photos themselves.
#[test]
fn a_picture_that_is_damaged_is_said_to_be_so_where_it_is_looked_at() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    browser.run("window.thrown = []; addEventListener('error', (event) => thrown.push(event.message))", json!([]));
    let folder = tempfile::tempdir().expect("a folder");
    let cut = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0";
    browser.upload("Chụp hoặc chọn tệp", &file(folder.path(), "giay\u{200e}-chung-nhan.png", cut));
    // It is kept, and said to be damaged while the paper is still at hand.
    browser.wait_text("-chung-nhan.png”, nhưng ảnh không hiện được");
    assert_eq!(files_kept(&browser), 1);
    browser.click("button", "Xem");
    browser.wait_text("Trình duyệt này không hiện được ảnh");
    assert_eq!(browser.eval("thrown"), json!([]), "a name is left as it is");
}

/// Of a photo that was cut, browsers show the upper part and say nothing.
#[test]
fn a_photo_that_was_cut_is_said_to_be_so_as_it_is_attached() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let whole = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &whole);
    browser.wait("it to be kept", || (files_kept(&browser) == 1).then_some(()));
    let is_through = "!document.querySelector('.attached input[type=file]').disabled";
    browser.wait("it to be looked at", || browser.eval(is_through).as_bool().filter(|through| *through));
    let bytes = std::fs::read(&whole).expect("the picture");
    let cut = file(folder.path(), "bi-cat.jpg", &bytes[..bytes.len() / 2]);
    browser.upload("Chụp hoặc chọn tệp", &cut);
    browser.wait_text("Đã cất “bi-cat.jpg”, nhưng ảnh không hiện được hoặc hiện không đủ");
    assert!(!browser.text().contains("Đã cất “giay-chung-nhan.jpg”"), "the whole one needs no word");
    assert_eq!(files_kept(&browser), 2);
}

#[test]
fn photos_outlive_their_dossier_for_whoever_deleted_it_too_soon() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("giay-chung-nhan.jpg");
    wait_saved(&browser);
    browser.follow("#/");
    browser.click("summary", "Việc khác với Cam sành (ví dụ)");
    browser.click("button", "Xóa");
    browser.find("button", "Hoàn tác");
    assert_eq!(files_kept(&browser), 1, "as long as it can come back");
    // Both ways stand on one line.
    let lines = "[...document.querySelectorAll('.trash .link')].map((one) => { const range = document.createRange();
        range.selectNodeContents(one.firstChild); return Math.round(range.getBoundingClientRect().top); })";
    let lines: Vec<i64> = serde_json::from_value(browser.eval(lines)).expect("two lines");
    assert!(lines.len() == 2 && (lines[0] - lines[1]).abs() <= 2, "{lines:?}");
    browser.click("summary", "Xóa hẳn : Cam sành (ví dụ)");
    browser.wait_text("Xóa hẳn rồi thì không lấy lại được: “Cam sành (ví dụ)”.");
    browser.click("button", "Xóa hẳn");
    browser
        .wait("the dossier to be gone", || kept(&browser).as_object().is_some_and(|all| all.is_empty()).then_some(()));
    // A day later it goes: the sessions' own tests have the clock for that.
    assert_eq!(files_kept(&browser), 1, "not within a day");
}

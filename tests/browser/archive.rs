//! Photos and scans that leave in the archive of a dossier and come in again.

use std::path::PathBuf;

use serde_json::json;

use crate::evidence::at_a_paper;
use crate::harness::{Browser, Engine, Site, Size};
use crate::photos::{files_kept, picture};
use crate::steps::{file, wait_saved};

#[test]
fn a_photo_leaves_in_the_archive_and_comes_in_again() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let photo = picture(&browser, &folder);
    browser.upload("Chụp hoặc chọn tệp", &photo);
    browser.wait_text("giay-chung-nhan.jpg");
    wait_saved(&browser);
    let paper = browser.url();
    browser.goto(&format!("{dossier}/check"));
    browser.click("button", "Trọn bộ để nộp");
    let archive = browser.download();
    browser.wait_text("Đã soạn");
    // By a page of the whole app, so that the first one is not just being replaced.
    let other = Browser::open(&site.url("#/glossary"), Size::Desktop);
    other.wait_heading("Giải thích từ ngữ");
    other.follow("#/");
    other.upload("Mở tệp hồ sơ", &archive);
    other.wait("the dossier to be open", || other.url().contains("#/d/").then_some(()));
    let fragment = paper.split_once('#').expect("a fragment").1;
    other.follow(&format!("#{fragment}"));
    other.click("button", "Xem");
    other.wait("the photo", || {
        other.eval("document.querySelector('.attached-picture')?.naturalWidth === 2400").as_bool().filter(|it| *it)
    });
}

/// Of three hundred photos of 4 MB each a browser has no room for one more copy of all of them: it puts the archive
/// together of the files that it keeps. Those that were attached before it kept files are copied.
#[test]
fn the_archive_is_made_of_the_kept_photos_and_not_of_copies() {
    const PHOTOS: usize = 12;
    const BYTES: usize = 300_000;
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let scan = |n: usize| {
        let bytes: Vec<u8> = format!("%PDF-1.4 trang {n} ").bytes().cycle().take(BYTES + n).collect();
        file(folder.path(), &format!("ban-quet-{n}.pdf"), &bytes).display().to_string()
    };
    let scans = (0..PHOTOS).map(scan).collect::<Vec<_>>().join("\n");
    browser.upload("Chụp hoặc chọn tệp", &PathBuf::from(scans));
    browser.wait("all to be kept", || (files_kept(&browser) == PHOTOS as u64).then_some(()));
    wait_saved(&browser);
    let copied = "window.copied = 0;
        window.Blob = new Proxy(Blob, { construct(own, given) {
          for (const part of given[0] ?? []) if (!(part instanceof own)) window.copied += part.byteLength ?? part.length;
          return new own(...given);
        } });";
    browser.goto(&format!("{dossier}/check"));
    browser.find("button", "Trọn bộ để nộp");
    browser.run(copied, json!([]));
    browser.click("button", "Trọn bộ để nộp");
    let whole = std::fs::read(browser.download()).expect("the archive");
    browser.wait_text("Đã soạn");
    assert!(whole.len() > PHOTOS * BYTES, "every scan is in it");
    let copied = browser.eval("window.copied").as_u64().unwrap_or_default() as usize;
    if browser.engine != Engine::WebKit {
        assert!(copied < PHOTOS * BYTES / 2, "{copied} bytes were copied");
    }
    // As the browser has them from before: bytes, not files.
    let as_bytes = "const done = arguments[arguments.length - 1];
        indexedDB.open('ocop').onsuccess = async ({ target: { result: database } }) => {
          const came = (request) => new Promise((heard) => { request.onsuccess = () => heard(request.result); });
          const before = database.transaction('files').objectStore('files');
          const [keys, values] = await Promise.all([came(before.getAllKeys()), came(before.getAll())]);
          const bytes = await Promise.all(values.map(async (one) => new Uint8Array(await new Response(one).arrayBuffer())));
          const work = database.transaction('files', 'readwrite');
          keys.forEach((key, place) => work.objectStore('files').put(bytes[place], key));
          work.oncomplete = () => { database.close(); done(true); };
        };";
    browser.run_async(as_bytes, json!([]));
    browser.click("button", "Trọn bộ để nộp");
    let again = std::fs::read(browser.download()).expect("the archive once more");
    assert_eq!(again.len(), whole.len(), "the same photos");
}

/// A file that a disk or a cable changed: every byte is there, one is another.
#[test]
fn a_damaged_scan_is_told_by_its_name_on_the_way_out_and_on_the_way_in() {
    let site = Site::of_the_build();
    let (browser, dossier) = at_a_paper(&site);
    let folder = tempfile::tempdir().expect("a folder");
    browser.upload("Chụp hoặc chọn tệp", &file(folder.path(), "hop-dong.pdf", b"%PDF-1.4 hop dong thu mua"));
    browser.upload("Chụp hoặc chọn tệp", &file(folder.path(), "hoa-don.pdf", b"%PDF-1.4 hoa don ban hang"));
    browser.wait("both to be kept", || (files_kept(&browser) == 2).then_some(()));
    wait_saved(&browser);
    let change = "const done = arguments[arguments.length - 1];
        indexedDB.open('ocop').onsuccess = async ({ target: { result: database } }) => {
          const came = (request) => new Promise((heard) => { request.onsuccess = () => heard(request.result); });
          const before = database.transaction('files').objectStore('files');
          const [keys, values] = await Promise.all([came(before.getAllKeys()), came(before.getAll())]);
          for (const [place, key] of keys.entries()) {
            const bytes = new Uint8Array(await new Blob([values[place]]).arrayBuffer());
            if (!new TextDecoder().decode(bytes).includes('hop dong')) continue;
            bytes[bytes.length - 1] ^= 1;
            const changed = values[place] instanceof Blob ? new Blob([bytes]) : bytes;
            const work = database.transaction('files', 'readwrite');
            work.objectStore('files').put(changed, key);
            await new Promise((kept) => { work.oncomplete = kept; });
          }
          database.close();
          done(true);
        };";
    browser.run_async(change, json!([]));
    browser.goto(&format!("{dossier}/check"));
    browser.click("button", "Trọn bộ để nộp");
    let archive = browser.download();
    browser.wait_text("Đã hỏng trên máy này, hãy chụp hoặc quét lại: “hop-dong.pdf”.");

    let other = Browser::open(&site.url("#/glossary"), Size::Desktop);
    other.wait_heading("Giải thích từ ngữ");
    other.follow("#/");
    other.upload("Mở tệp hồ sơ", &archive);
    other.wait_text("Đã hỏng trong tệp: “hop-dong.pdf”.");
    other.wait("the whole one to be kept", || (files_kept(&other) == 1).then_some(()));
}

//! The browser is ended in the middle of everything, and what was written only half.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::harness::{Ability, Browser, Device, Engine, Site, Size};
use crate::keeping::{NOTE, open_note, wait_kept};
use crate::steps::{begin, dossier_file, id, kept, name_before_the_whole_app_is_there, open, open_product, wait_saved};

/// How long something was on the screen before it must survive anything.
const SEEN: Duration = Duration::from_secs(1);

/// A browser of a profile that lasts, with the criterion open that is written on.
fn again(profile: &Path, address: &str) -> Browser {
    let browser = Browser::start(Device { profile: Some(profile), ..Size::Desktop.into() });
    browser.goto(address);
    browser
}

#[test]
fn a_browser_that_is_ended_while_it_keeps_loses_nothing_that_was_seen_for_a_second() {
    if !Engine::chosen().can(Ability::Profile) {
        return;
    }
    let site = Site::with_its_worker();
    let profile = tempfile::tempdir().expect("a folder");
    let mut browser = again(profile.path(), &site.url("#/about"));
    browser.wait_heading("Về trang này");
    begin(&browser, "Gạo, ngũ cốc", "Gạo nếp");
    let other = id(&browser);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    let dossier = id(&browser);
    let address = site.url(&format!("#/d/{dossier}/c/1.5"));
    for round in 1..=6_u32 {
        browser.goto(&address);
        open_note(&browser);
        // Somebody types and answers without a pause; the instant of the end is another one each time.
        let at_work = "const [round] = arguments; let n = 0;
            setInterval(() => {
                const field = document.querySelector('.proof textarea');
                field.value = `${round * 1000 + ++n}`;
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                if (n % 5 === 0) document.querySelectorAll('.option input')[n % 3].click();
            }, 30);";
        browser.run(at_work, json!([round]));
        let shown = browser.wait("something to be typed", || {
            let shown = browser.find("textbox", NOTE).value().parse::<u32>().ok()?;
            (shown >= round * 1000 + 7 * round).then_some(shown)
        });
        let seen = Instant::now();
        browser
            .wait("a second to go by", || (seen.elapsed() >= SEEN + Duration::from_millis(37) * round).then_some(()));
        browser.kill();

        browser = again(profile.path(), &address);
        browser.wait(&format!("{shown} to be there again in round {round}"), || {
            let kept = kept(&browser);
            let kept: Value = serde_json::from_str(kept[format!("ocop/dossier/{dossier}")].as_str()?).ok()?;
            let note = kept["answers"]["1.5"]["note"].as_str()?.parse::<u32>().ok()?;
            (note >= shown).then_some(())
        });
        for (id, name) in [(&other, "Gạo nếp"), (&dossier, "Cam Cao Phong")] {
            browser.follow(&format!("#/d/{id}"));
            browser.wait_heading(name);
        }
        assert_eq!(kept(&browser).as_object().map(|all| all.len()), Some(2), "no dossier was lost or doubled");
        assert!(!browser.text().contains("không đọc được"), "{}", browser.text());
    }
}

#[test]
fn a_browser_that_is_ended_before_the_whole_app_is_there_goes_on_by_its_address() {
    if !Engine::chosen().can(Ability::Profile) {
        return;
    }
    let site = Site::with_its_worker();
    let profile = tempfile::tempdir().expect("a folder");
    site.hold(Some("ocop-whole"));
    let browser = again(profile.path(), &site.url(""));
    browser.wait_app();
    name_before_the_whole_app_is_there(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    let address = browser.url();
    browser.kill();

    site.hold(None);
    let browser = again(profile.path(), &address);
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.wait("it to be kept", || {
        let kept = kept(&browser).to_string();
        kept.contains("Cam Cao Phong").then_some(())
    });
}

/// Cuts a text of the database in half: the last one whose key begins like this.
fn cut_in_database(browser: &Browser, place: &str, key: &str) {
    let cut = "const [place, key, done] = arguments;
        indexedDB.open('ocop').onsuccess = ({ target: { result: database } }) => {
            const store = database.transaction(place, 'readwrite').objectStore(place);
            store.openCursor(IDBKeyRange.bound(key, key + '\\uffff'), 'prev').onsuccess = ({ target: { result: cursor } }) => {
                cursor.update(cursor.value.slice(0, cursor.value.length / 2));
            };
            store.transaction.oncomplete = () => { database.close(); done(true); };
        };";
    assert_eq!(browser.run_async(cut, json!([place, key])), json!(true));
}

#[test]
fn what_was_written_half_is_told_left_alone_and_found_again_from_before() {
    let site = Site::with_its_worker();
    let browser = open(&site, Size::Desktop);
    browser.upload("Mở tệp hồ sơ", &dossier_file("set-01-five-stars.json"));
    browser.wait_heading("Sầu riêng Ea Kao");
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    let dossier = id(&browser);
    let address = site.url(&format!("#/d/{dossier}/c/1.5"));
    browser.goto(&address);
    crate::steps::choose_best(&browser);
    wait_saved(&browser);
    // Each visit keeps, with its first change, what was there before it.
    for note in ["một", "hai", "ba"] {
        browser.reload();
        open_note(&browser);
        browser.fill("textbox", NOTE, note);
        wait_kept(&browser, &["", note]);
    }
    let versions = "indexedDB.databases().then(() => new Promise((done) => {
        indexedDB.open('ocop').onsuccess = ({ target: { result: database } }) => {
            const all = database.transaction('versions').objectStore('versions').getAll();
            all.onsuccess = () => { database.close(); done(all.result.filter((text) => text.includes('\"hai\"')).length); };
        };
    }))";
    browser.wait("the version before the last", || (browser.eval(versions) == json!(1)).then_some(()));

    // The present, its second copy and the newest earlier version are all cut off.
    browser.follow("#/about");
    browser.wait_heading("Về trang này");
    cut_in_database(&browser, "versions", &format!("{dossier}/"));
    cut_in_database(&browser, "latest", &dossier);
    let key = format!("ocop/dossier/{dossier}");
    browser.run("localStorage[arguments[0]] = localStorage[arguments[0]].slice(0, 300)", json!([key]));
    let texts = |browser: &Browser| -> BTreeMap<String, String> {
        serde_json::from_value(kept(browser)).expect("texts by key")
    };
    let before = texts(&browser);

    browser.follow("#/");
    browser.reload();
    browser.wait_text("trang không đọc được");
    open_product(&browser, "Sầu riêng Ea Kao");
    browser.wait_heading("Sầu riêng Ea Kao");
    browser.follow("#/");
    browser.click("button", "Tải nguyên văn nội dung ấy");
    let taken = std::fs::read_to_string(browser.download()).expect("the download");
    assert_eq!(taken, before[&key]);
    browser.wait_text("Còn một bản đọc được của “Cam Cao Phong”");
    browser.click("button", "Mở bản còn đọc được");
    browser.wait_heading("Cam Cao Phong");
    let copy = format!("ocop/dossier/{}", id(&browser));
    browser
        .wait("the copy to be kept", || texts(&browser).get(&copy).filter(|text| text.contains("\"một\"")).map(drop));
    let mut after = texts(&browser);
    after.remove(&copy);
    assert_eq!(after, before, "nothing was written over");

    browser.follow("#/");
    browser.click("button", "Tải nguyên văn nội dung ấy");
    browser.click("summary", "Bỏ nội dung ấy");
    browser.wait_text("không lấy lại được");
    browser.click("button", "Bỏ luôn");
    browser.wait_gone("region", "Hồ sơ không đọc được");
    browser.reload();
    browser.wait_heading("Sản phẩm của đơn vị");
    assert!(!browser.text().contains("không đọc được"), "{}", browser.text());
    assert_eq!(kept(&browser).as_object().map(|all| all.len()), Some(2));
}

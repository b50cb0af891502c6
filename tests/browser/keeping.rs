//! What was typed is kept, whatever happens: two tabs, no room, storage cleared, the page hidden.

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};
use crate::steps::{dossier_file, file, wait_saved};

pub const NOTE: &str = "Mô tả kết quả đạt được, sẽ in vào phần III của Mẫu số 02";

/// A browser that shows criterion 1.5 of the example, with its own description open: and the address.
fn at_a_criterion(site: &Site) -> (Browser, String) {
    let browser = Browser::open(&site.url(""), Size::Desktop);
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    wait_saved(&browser);
    let address = format!("{}/c/1.5", browser.url());
    browser.goto(&address);
    open_note(&browser);
    (browser, address)
}

pub fn open_note(browser: &Browser) {
    browser.wait_heading("Liên kết sản xuất");
    let is_open = browser
        .wait("the note", || browser.eval("document.querySelector('.proof details:has(textarea)')?.open").as_bool());
    if !is_open {
        browser.click("summary", "Mô tả của đơn vị");
    }
    browser.find("textbox", NOTE);
}

/// What is written of 1.5 in every kept dossier.
fn kept(browser: &Browser) -> Vec<String> {
    let script = "Object.keys(localStorage).filter((key) => key.startsWith('ocop/dossier/'))
        .map((key) => JSON.parse(localStorage[key]).answers['1.5']?.note ?? '').sort()";
    let notes = browser.eval(script);
    notes.as_array().into_iter().flatten().filter_map(|note| Some(note.as_str()?.to_owned())).collect()
}

#[track_caller]
pub fn wait_kept(browser: &Browser, notes: &[&str]) {
    browser.wait(&format!("{notes:?} to be kept"), || (kept(browser) == notes).then_some(()));
}

/// Whether the browser would ask before this page is left.
fn asks_before_leaving(browser: &Browser) -> bool {
    let leave = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    browser.eval(leave) == true
}

#[test]
fn a_letter_and_a_level_in_one_instant_are_both_kept_and_the_field_is_never_set_back() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_criterion(&site);
    let both = "const field = document.getElementById('own-words');
        const own = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
        window.setTo = [];
        Object.defineProperty(field, 'value', { get() { return own.get.call(this); }, set(text) { window.setTo.push(text); own.set.call(this, text); } });
        const before = field.value;
        own.set.call(field, before + 'N');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        [...document.querySelectorAll('.option input')].find((one) => !one.checked).click();
        return before;";
    let before = browser.run(both, json!([])).as_str().unwrap_or_default().to_owned();
    wait_kept(&browser, &[&format!("{before}N")]);
    assert_eq!(browser.find("textbox", NOTE).value(), format!("{before}N"));
    let back = browser.eval("window.setTo");
    assert!(back.as_array().is_some_and(|set| set.iter().all(|text| *text != before)), "set back to {back}");
}

#[test]
fn a_tab_that_only_looks_follows_the_one_that_writes() {
    let site = Site::of_the_build();
    let (browser, address) = at_a_criterion(&site);
    let first = browser.open_tab(&address);
    open_note(&browser);
    browser.fill("textbox", NOTE, "hợp đồng với 40 hộ");
    wait_kept(&browser, &["hợp đồng với 40 hộ"]);
    browser.turn_to(&first);
    browser.wait("the words of the other tab", || {
        (browser.find("textbox", NOTE).value() == "hợp đồng với 40 hộ").then_some(())
    });
    browser.wait_text("vừa được sửa ở một cửa sổ khác");
}

#[test]
fn a_list_that_was_chosen_from_follows_the_tab_that_writes() {
    let site = Site::of_the_build();
    let (browser, address) = at_a_criterion(&site);
    let sheet = address.replace("/c/1.5", "/sheet");
    let at_the_sheet = || browser.wait_heading("Cả bộ trên một trang");
    browser.goto(&sheet);
    at_the_sheet();
    let list = "document.getElementById('sheet-1.5')";
    let levels = browser.eval(&format!("[...{list}.options].map((option) => option.text)"));
    let levels: Vec<&str> = levels.as_array().expect("levels").iter().filter_map(Value::as_str).collect();
    assert!(levels.len() > 3, "{levels:?}");
    // Each by hand: browsers heed what the page writes of such an option no more.
    for level in &levels {
        browser.choose("1.5 Liên kết sản xuất", level);
    }
    let first = browser.open_tab(&sheet);
    for level in [1, 2, 3, 0] {
        at_the_sheet();
        browser.choose("1.5 Liên kết sản xuất", levels[level]);
        let second = browser.turn_to(&first);
        let both = format!(
            "[{list}.selectedOptions[0].text, {list}.parentElement.querySelector('.long-list-shown').innerText.trim()]"
        );
        browser.wait("the list and its text to follow", || {
            (browser.eval(&both) == json!([levels[level], levels[level]])).then_some(())
        });
        browser.turn_to(&second);
    }
}

#[test]
fn two_tabs_that_write_in_the_same_moment_lose_nothing_of_either() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_criterion(&site);
    browser.fill("textbox", NOTE, "trước đó");
    wait_kept(&browser, &["trước đó"]);
    // What is typed here is not kept yet when the other tab's words are: as if they came in between.
    let both = "const field = document.querySelector('.proof textarea');
        field.value = 'viết ở thẻ một';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const key = Object.keys(localStorage).find((key) => key.startsWith('ocop/dossier/'));
        const theirs = JSON.parse(localStorage[key]);
        theirs.answers['1.5'].note = 'viết ở thẻ hai';
        theirs.updated = new Date().toISOString();
        localStorage[key] = JSON.stringify(theirs);";
    browser.run(both, json!([]));
    wait_kept(&browser, &["viết ở thẻ hai", "viết ở thẻ một"]);
    browser.wait_text("được giữ thành một bản riêng");
    assert_eq!(browser.find("textbox", NOTE).value(), "viết ở thẻ hai", "the newest copy is shown");
    browser.follow("#/");
    browser.wait_text("Cam sành (ví dụ) (cửa sổ khác");
}

#[test]
fn where_there_is_no_room_the_page_says_so_and_offers_a_copy() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_criterion(&site);
    browser.fill("textbox", NOTE, "đã lưu từ trước");
    wait_kept(&browser, &["đã lưu từ trước"]);
    let full = "window.setItem = Storage.prototype.setItem;
        window.tries = 0;
        Storage.prototype.setItem = (key) => {
          if (key.startsWith('ocop/dossier/')) window.tries++;
          throw new DOMException('full', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    browser.run(full, json!([]));
    browser.fill("textbox", NOTE, "không còn chỗ");
    browser.wait_text("đã đầy");
    assert_eq!(kept(&browser), ["đã lưu từ trước"], "what was kept is whole");
    browser.click("button", "Tải bản “Cam sành (ví dụ)”");
    let copy = std::fs::read_to_string(browser.download()).expect("the copy");
    assert!(copy.contains("không còn chỗ"));
    assert!(asks_before_leaving(&browser), "what is typed would be lost");
    // A moment after the change, once more a little later, and from then on again and again, though nobody types.
    browser.wait("one more try", || browser.eval("window.tries > 2").as_bool().filter(|it| *it));
    browser.run("Storage.prototype.setItem = window.setItem", json!([]));
    wait_kept(&browser, &["không còn chỗ"]);
    browser.wait("no question where all is kept", || (!asks_before_leaving(&browser)).then_some(()));
}

#[test]
fn of_many_products_that_are_not_kept_none_is_left_out_and_the_trash_can_make_room() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("icons/mark.svg"), Size::Phone);
    let text = std::fs::read_to_string(dossier_file("upgrade.json")).expect("the golden dossier");
    let product = |n: usize| {
        let mut dossier: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        (dossier["id"], dossier["product"]["name"]) = (json!(format!("k{n}")), json!(format!("Trà số {n}")));
        dossier.to_string()
    };
    browser.run("localStorage.setItem('ocop/trash/k9', arguments[0])", json!([product(9)]));
    browser.goto(&site.url("#/"));
    browser.wait_text("Đã xóa Trà số 9.");
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    browser.run(full, json!([]));
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<String> = (0..9)
        .map(|n| file(folder.path(), &format!("tra-{n}.json"), product(n).as_bytes()).display().to_string())
        .collect();
    browser.upload("Mở tệp hồ sơ", &std::path::PathBuf::from(files.join("\n")));
    browser.wait_text("đã đầy");
    // All of them first; each by itself stands in a fold, and does not push the page out of sight.
    browser.find("button", "Tải cả 9 hồ sơ trong một tệp ZIP");
    assert!(!browser.text().contains("Tải bản “"), "one by one in a fold");
    browser.click("summary", "Tải từng sản phẩm");
    let each = browser.names("button").iter().filter(|name| name.starts_with("Tải bản “Trà số")).count();
    assert_eq!(each, 9, "none is left out");
    browser.click("button", "Tải cả 9 hồ sơ trong một tệp ZIP");
    let bytes = std::fs::read(browser.download()).expect("the archive");
    assert_eq!(bytes.windows(4).filter(|four| four == b"PK\x01\x02").count(), 9, "a file of each");
    browser.click("summary", "Lấy thêm chỗ: xóa hẳn 1 hồ sơ đã xóa…");
    browser.wait_text("Xóa hẳn rồi thì không lấy lại được: “Trà số 9”.");
    browser.eval("document.querySelector('.notice .ask button').click()");
    browser.wait("the trash to be empty", || (!browser.text().contains("Đã xóa Trà số 9")).then_some(()));
}

/// Other pages of the host may use up the storage; the database has room for a thousand times as much.
#[test]
fn where_the_storage_alone_is_full_what_is_new_is_there_the_next_time() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_criterion(&site);
    browser.fill("textbox", NOTE, "đã lưu từ trước");
    wait_kept(&browser, &["đã lưu từ trước"]);
    // To the last letter.
    let fill = "for (let size = 1 << 23, n = 0; size >= 1;) {
          try { localStorage['của trang khác ' + n++] = 'x'.repeat(size); } catch { size >>= 1; }
        }";
    browser.run(fill, json!([]));
    let words = "không còn chỗ trong kho, nên dài hơn trước: ".repeat(20);
    browser.fill("textbox", NOTE, &words);
    browser
        .wait("the words in the database", || crate::faults::everything(&browser).contains(words.trim()).then_some(()));
    wait_saved(&browser);
    assert!(!browser.text().contains("đã đầy"));
    assert!(!asks_before_leaving(&browser), "nothing would be lost");
    assert_ne!(kept(&browser), [words.trim()], "the storage has no room for it, for its first words at most");
    for _ in 0..2 {
        browser.reload();
        browser.wait("what was said to be saved, while there is no room still", || {
            (browser.find("textbox", NOTE).value().trim() == words.trim()).then_some(())
        });
    }
    browser.run(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('của')) localStorage.removeItem(key)",
        json!([]),
    );
    browser.fill("textbox", NOTE, "lại có chỗ");
    wait_kept(&browser, &["lại có chỗ"]);
}

#[test]
fn what_is_cleared_under_the_page_is_kept_again() {
    let site = Site::of_the_build();
    let (browser, address) = at_a_criterion(&site);
    browser.fill("textbox", NOTE, "còn nguyên");
    wait_kept(&browser, &["còn nguyên"]);
    let first = browser.open_tab(&address);
    browser.wait_heading("Liên kết sản xuất");
    browser.run("localStorage.clear()", json!([]));
    browser.turn_to(&first);
    wait_kept(&browser, &["còn nguyên"]);
    browser.wait_text("vừa bị xóa khỏi trình duyệt");
}

#[test]
fn a_page_that_goes_out_of_sight_keeps_at_once() {
    let site = Site::of_the_build();
    let (browser, _) = at_a_criterion(&site);
    browser.fill("textbox", NOTE, "a");
    wait_kept(&browser, &["a"]);
    let field = "const field = document.querySelector('.proof textarea');
        field.value = 'gõ xong là tắt máy';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        Object.defineProperty(document, 'hidden', { get: () => true });
        document.dispatchEvent(new Event('visibilitychange'));
        return Object.values(localStorage).some((kept) => kept.includes('gõ xong là tắt máy'));";
    assert_eq!(browser.run(&format!("return (async () => {{ {field} }})()"), json!([])), json!(true));
}

#[test]
fn storage_that_is_blocked_is_told_and_nothing_else_breaks() {
    let site = Site::of_the_build();
    let blocked = "for (const name of ['localStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    site.run_first(blocked);
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    browser.wait_text("không cho lưu trên máy");
    browser.click("button", "Tải bản “Cam sành (ví dụ)”");
    assert!(browser.download().exists());
    browser.run("location.hash += '/history'", json!([]));
    browser.wait_text("không giữ được các bản trước");
}

#[test]
fn an_earlier_version_comes_back_and_the_present_stays_one() {
    let site = Site::of_the_build();
    let (browser, address) = at_a_criterion(&site);
    browser.click("radio", "trên 75% sản lượng tiêu thụ mức tối thiểu của 4 sao");
    wait_saved(&browser);
    let history = address.replace("/c/1.5", "/history");
    browser.goto(&history);
    browser.click("summary", "1 chỗ khác nhau");
    browser.wait_text("1.5 Liên kết sản xuất · Mức");
    browser.click("button", "Lấy lại bản này");
    browser.wait_text("Đã lấy lại bản trước");
    let level = "Object.keys(localStorage).filter((key) => key.startsWith('ocop/dossier/'))
        .map((key) => JSON.parse(localStorage[key]).answers['1.5'].level)[0]";
    browser.wait("the earlier answer to be kept", || (browser.eval(level) == json!(1)).then_some(()));
    browser.reload();
    browser.wait("both other states in the list", || {
        (browser.names("button").iter().filter(|name| *name == "Lấy lại bản này").count() == 2).then_some(())
    });
}

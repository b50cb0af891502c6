//! What a reader does, in a reader's words.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};

/// The golden dossiers.
pub fn dossier_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dossiers/v1").join(name)
}

/// Five golden dossiers, opened in the officer's table.
pub fn five_in_the_table(browser: &Browser) {
    browser.follow("#/table");
    browser.wait_heading("Bảng nhiều hồ sơ");
    for name in ["set-01-five-stars.json", "upgrade.json", "re-rating.json", "set-26-cases.json", "set-16-zero.json"] {
        browser.upload("Mở nhiều tệp hồ sơ", &dossier_file(name));
    }
    browser.wait("five rows", || (browser.names("rowheader").len() == 5).then_some(()));
}

/// The page as the whole app, which has everything, with nothing in it yet.
pub fn open(site: &Site, size: Size) -> Browser {
    let browser = Browser::open(&site.url("#/about"), size);
    browser.wait_heading("Về trang này");
    browser.follow("#/");
    browser.wait_heading("Sản phẩm được mấy sao?");
    browser
}

/// Begins a product: names it, takes the set proposed for it, and says that it has no star yet.
#[track_caller]
pub fn begin(browser: &Browser, set: &str, name: &str) {
    browser.follow("#/new");
    browser.wait_heading("Sản phẩm tên gì?");
    browser.fill("searchbox", "Tên sản phẩm", name);
    browser.click("button", set);
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.click("button", "Chưa có");
    browser.wait("the first criterion", || browser.has("radio", "Chưa trả lời").then_some(()));
}

/// Names a product and chooses its set while the whole app, which goes on from there, is held up.
#[track_caller]
pub fn name_before_the_whole_app_is_there(browser: &Browser, set: &str, name: &str) {
    browser.follow("#/new");
    browser.wait_heading("Sản phẩm tên gì?");
    browser.fill("searchbox", "Tên sản phẩm", name);
    browser.click("button", set);
    browser.wait_heading("Đang tải phần này");
}

/// Waits for the one card of a product in the list of products, and gives the whole name of its link: the
/// days to come lead to the product by its bare name as well.
#[track_caller]
pub fn product(browser: &Browser, name: &str) -> String {
    browser.wait(&format!("the card of “{name}”"), || {
        let mut cards = browser.names("link");
        cards.retain(|link| link.starts_with(name) && link.contains("đã trả lời"));
        if cards.len() == 1 { cards.pop() } else { None }
    })
}

/// Opens a product from the list of products.
#[track_caller]
pub fn open_product(browser: &Browser, name: &str) {
    let card = product(browser, name);
    browser.click("link", &card);
}

/// The id of the dossier that is open.
pub fn id(browser: &Browser) -> String {
    browser.url().split("#/d/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default().to_owned()
}

/// Goes to a page of the open dossier.
pub fn page(browser: &Browser, page: &str) {
    browser.follow(&format!("#/d/{}/{page}", id(browser)));
}

/// Goes to a criterion and waits for its question.
#[track_caller]
pub fn criterion(browser: &Browser, code: &str) {
    page(browser, &format!("c/{code}"));
    browser.wait_heading(&format!("{code} "));
}

/// Chooses the level of a radio button whose words contain this.
#[track_caller]
pub fn choose(browser: &Browser, words: &str) {
    browser.click("radio", words);
    browser.wait(&format!("“{words}” to be chosen"), || browser.find("radio", words).is_checked().then_some(()));
}

/// Chooses the level with the most points on the criterion that is open.
#[track_caller]
pub fn choose_best(browser: &Browser) {
    let best = browser.wait("the levels", || {
        let points = |name: &String| name.rsplit(' ').nth(1).and_then(|points| points.parse::<u8>().ok());
        let names = browser.names("radio");
        names.iter().filter(|name| name.ends_with("điểm")).max_by_key(|name| points(name)).cloned()
    });
    choose(browser, &best);
}

/// Answers every criterion of the open dossier with its best level, one page after the other, as
/// “Tiếp tục” leads; ends on the result.
#[track_caller]
pub fn answer_all_at_their_best(browser: &Browser, first: &str) {
    criterion(browser, first);
    for _ in 0..60 {
        choose_best(browser);
        let here = heading(browser);
        if browser.has("link", "Xem kết quả") {
            browser.click("link", "Xem kết quả");
            browser.wait_heading("Tạm tính");
            return;
        }
        browser.click("link", "Tiếp tục");
        browser.wait("the next criterion", || {
            (heading(browser) != here && browser.has("radio", "Chưa trả lời")).then_some(())
        });
    }
    panic!("the criteria have no end");
}

/// The heading of the page.
pub fn heading(browser: &Browser) -> String {
    browser.eval("document.querySelector('h1')?.innerText ?? ''").as_str().unwrap_or_default().to_owned()
}

/// Waits until the browser has what the page shows. (The page says so in words, but the whole page that
/// takes over from the first one begins anew with it.)
#[track_caller]
pub fn wait_saved(browser: &Browser) {
    let saved = "Object.keys(localStorage).some((key) => key.startsWith('ocop/dossier/')) &&
        !['Đang lưu…', 'Chưa lưu được'].includes(document.querySelector('.saved')?.innerText)";
    browser.wait("everything to be saved", || browser.eval(saved).as_bool().filter(|saved| *saved));
}

/// What the star bar says.
pub fn bar(browser: &Browser) -> String {
    let text = browser.eval("document.querySelector('.star-bar')?.innerText.replace(/\\s+/g, ' ') ?? ''");
    text.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
pub fn wait_bar(browser: &Browser, words: &str) {
    browser.wait(&format!("“{words}” in the star bar, now: {}", bar(browser)), || {
        bar(browser).contains(words).then_some(())
    });
}

/// All that the browser keeps under our keys: key to text.
pub fn kept(browser: &Browser) -> Value {
    browser.eval("Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('ocop/dossier/')))")
}

/// Forgets everything, as a new device would.
pub fn wipe(browser: &Browser) {
    browser.run("window.onpagehide = null; localStorage.clear(); sessionStorage.clear();", json!([]));
}

/// Writes a file to open later.
pub fn file(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("a file for the test");
    path
}

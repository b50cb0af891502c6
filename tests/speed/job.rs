//! How much work the whole job is: an orange with four stars to be rated again, from the first visit to the files that
//! are handed in. Counts what a hand does: taps (a field that is entered by a tap counts as a field alone), fields
//! typed into, and screens of scrolling, as somebody does who scrolls only where something is out of sight.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};

/// Counts from now on. What brings something into sight moves the page no further than it must.
const COUNT: &str = r#"
window.job = { taps: 0, fields: 0, screens: 0 };
const isText = (e) => e.matches?.("textarea, input:not([type=radio], [type=checkbox], [type=file])");
addEventListener("pointerdown", (event) => {
  if (event.isTrusted && !isText(event.target)) job.taps++;
}, true);
let fresh = true;
addEventListener("focusin", () => (fresh = true), true);
addEventListener("input", (event) => {
  if (fresh && isText(event.target)) job.fields++;
  fresh = false;
}, true);
let [at, on] = [scrollY, location.hash];
addEventListener("scroll", () => {
  if (on === location.hash) job.screens += Math.abs(scrollY - at) / innerHeight;
  [at, on] = [scrollY, location.hash];
});
const [TOP, BOTTOM] = [140, 100]; // The bars at the edges.
Element.prototype.scrollIntoView = function () {
  const { top, bottom } = this.getBoundingClientRect();
  if (top < TOP) scrollBy({ top: top - TOP, behavior: "instant" });
  else if (bottom > innerHeight - BOTTOM) scrollBy({ top: Math.min(bottom - innerHeight + BOTTOM, top - TOP), behavior: "instant" });
};
"#;

/// Papers that an office or a laboratory gives: number, day and issuer. The others are the applicant's own: a day.
const GIVEN: usize = 12;
const OWN: usize = 6;

pub fn whole(site: &Path) {
    let site = Site::serve(site, "/");
    let browser = Browser::open(&site.url(""), Size::Phone);
    browser.click("link", "Chấm sản phẩm đầu tiên");
    browser.wait_heading("Sản phẩm tên gì?");
    browser.run(COUNT, json!([]));
    browser.fill("searchbox", "Tên sản phẩm", "Cam quà tặng cao cấp 3T Cao Phong");
    browser.click("button", "Đúng bộ 1, tiếp tục");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    browser.click("radio", "4 sao");
    browser.fill("textbox", "Ngày cấp", "25122023");
    browser.fill("textbox", "Số quyết định", "4321/QĐ-UBND");
    browser.fill("textbox", "Cơ quan cấp", "UBND tỉnh Hòa Bình");
    browser.click("link", "Tiếp tục");
    tell(&browser, "its name and its stars");

    let mut papers = 0;
    loop {
        browser.wait("a criterion", || browser.has("radio", "Chưa trả lời").then_some(()));
        let here = heading(&browser);
        let levels: Vec<String> = browser.names("radio").into_iter().filter(|name| name.ends_with(" điểm")).collect();
        let Some(level) = levels.get(1).or(levels.first()) else { break };
        browser.click("radio", level);
        if papers < GIVEN + OWN {
            papers += usize::from(paper(&browser, papers < GIVEN));
        }
        if browser.has("link", "Xem kết quả") {
            browser.click("link", "Xem kết quả");
            break;
        }
        browser.click("link", "Tiếp tục");
        browser.wait("the next criterion", || (heading(&browser) != here).then_some(()));
    }
    browser.wait_heading("Tạm tính");
    tell(&browser, &format!("32 answers, {papers} papers"));

    browser.click("link", "Quay lại");
    browser.click("link", "Làm tiếp: Có được chấm không?");
    browser.wait_heading("Có được chấm không?");
    // None of what ends an evaluation: the first answer to each question.
    let answer = "for (const question of document.querySelectorAll('.yes-no')) {
        question.querySelector('input').labels[0].scrollIntoView(); question.querySelector('input').click(); job.taps++; }";
    browser.run(answer, json!([]));
    tell(&browser, "whether it can be rated");

    browser.click("link", "Quay lại");
    browser.click("link", "Làm tiếp: Sản phẩm và chủ thể");
    browser.wait_heading("Mẫu số 01 và Mẫu số 02");
    fill_forms(&browser);
    tell(&browser, "both forms");

    browser.click("link", "Quay lại");
    browser.click("link", "Kiểm tra và tải về Bản in");
    browser.wait_heading("Kiểm tra và tải về");
    browser.click("button", "Tải trọn bộ");
    browser.download();
    let total = tell(&browser, "the archive to hand in");
    for (what, budget) in [("taps", 240.0), ("fields", 90.0), ("screens", 110.0)] {
        let count = total[what].as_f64().unwrap_or(f64::NAN);
        let verdict = if count <= budget { "ok" } else { "OVER" };
        println!("the whole job, {what:<37} {count:>6.0}   budget {budget}   {verdict}");
    }
}

/// Writes down the first paper that the level asks for: whether there was one.
fn paper(browser: &Browser, given: bool) -> bool {
    let Some(name) = browser.names("button").into_iter().find(|name| name.starts_with("Có rồi: ")) else {
        return false;
    };
    browser.click("button", &name);
    if browser.has("textbox", "Ngày lập") {
        browser.fill("textbox", "Ngày lập", "12052026");
        return true;
    }
    if given {
        browser.fill("textbox", "Số hiệu", "07/2026");
        browser.fill("textbox", "Nơi cấp", "UBND xã Cao Phong");
    }
    browser.fill("textbox", "Ngày cấp", "12052026");
    if browser.has("checkbox", "Giấy không ghi hạn") {
        browser.click("checkbox", "Giấy không ghi hạn");
    }
    true
}

/// Opens one part after the other and types into each field that is empty.
fn fill_forms(browser: &Browser) {
    const NEXT: &str = "const fields = document.querySelectorAll('details[open] :is(textarea, input[type=text])');
        const empty = [...fields].find((e) => !e.value && e.checkVisibility() && !e.dataset.job);
        if (!empty) return null;
        empty.dataset.job = 'done';
        empty.scrollIntoView();
        empty.focus();
        return true;";
    const IS_CLOSED: &str = "const named = (e) => e.innerText.replace(/\\s+/g, ' ').trim() === arguments[0];
        return ![...document.querySelectorAll('details[open] > summary')].some(named);";
    // A part that opens may have topics that fold within it.
    let mut seen: Vec<String> = Vec::new();
    while let Some(part) =
        browser.names("summary").into_iter().find(|part| part.contains("còn ") && !seen.contains(part))
    {
        seen.push(part.clone());
        if browser.run(IS_CLOSED, json!([part])) == Value::Bool(true) {
            browser.click("summary", &part);
        }
        while browser.run(NEXT, json!([])) == Value::Bool(true) {
            browser.type_text("12");
        }
    }
}

fn heading(browser: &Browser) -> String {
    browser.eval("document.querySelector('h1')?.innerText ?? ''").as_str().unwrap_or_default().to_owned()
}

/// Prints what was counted so far.
fn tell(browser: &Browser, after: &str) -> Value {
    let count = browser.eval("({ ...job })");
    let number = |what: &str| count[what].as_f64().unwrap_or(f64::NAN);
    println!(
        "    {after:<40} taps {:>4.0}   fields {:>3.0}   screens {:>5.1}",
        number("taps"),
        number("fields"),
        number("screens")
    );
    count
}

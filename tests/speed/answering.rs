//! A criterion after the other: the answer until the stars are painted anew, and the next page.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Browser, Site, Size};
use crate::phone::{keep, report, slow_down, usable, watch};

/// Its questions: the address, and what is there when they can be answered.
const QUESTION: &str = "#/d/{id}/c/{code}";
pub const CHOICE: &str = "fieldset input[type=radio]";
/// What shows the stars, and changes with every answer that changes points.
const STAR_BAR: &str = ".star-bar";
/// What leads to the next question.
const NEXT: &str = "a.button-act";
/// The criteria of the dossier's set that are answered, in two rounds.
pub const CODES: [&str; 24] = [
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "3.1", "3.3", "3.5", "4.1", "4.2", "4.3", "5.1",
    "5.3", "6.1", "6.2", "6.3", "6.4", "7", "8", "9",
];

/// Answers a question with another level until the stars are painted anew: milliseconds. The question is answered once it
/// is painted. An observer notes the change as it is made, so that the frame that paints it is the one that is waited for,
/// and lays out nothing, as nothing does for a reader.
const ANSWER: &str = r#"
const [choice, bar, done] = arguments;
const radios = [...document.querySelectorAll(choice)];
const now = radios.findIndex((radio) => radio.checked);
const stars = document.querySelector(bar);
const before = stars.textContent;
requestAnimationFrame(() => setTimeout(() => {
  const start = performance.now();
  new MutationObserver((_, changes) => {
    if (stars.textContent === before) return;
    changes.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }).observe(stars, { subtree: true, childList: true, characterData: true });
  setTimeout(() => done(null), 5000);
  radios[now === 0 ? 1 : 0].click();
}));
"#;

/// Goes on to the next question until it is painted: milliseconds.
const GO_ON: &str = r#"
const [next, choice, done] = arguments;
const before = document.querySelector("h1");
requestAnimationFrame(() => setTimeout(() => {
  const start = performance.now();
  new MutationObserver((_, changes) => {
    const now = document.querySelector("h1");
    if (!now || now === before || !document.querySelector(choice)) return;
    changes.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }).observe(document.body, { subtree: true, childList: true });
  setTimeout(() => done(null), 5000);
  document.querySelector(next).click();
}));
"#;

pub fn answers(folder: &Path, dossier: &Value) {
    let id = dossier["id"].as_str().expect("a dossier has an id");
    let site = Site::serve(folder, "/ocop/");
    let browser = Browser::start(Size::Phone);
    keep(&browser, &site, id, dossier);
    watch(&browser, CHOICE);
    browser.goto(&site.url(&question(id, CODES[0])));
    usable(&browser);
    slow_down(&browser);
    let answers = answer_all(&browser, id);
    report("answer to repainted star bar", &answers, 50.0);
    let mut pages = Vec::new();
    for _ in 0..2 {
        browser.follow(&question(id, CODES[0]));
        wait_question(&browser, CODES[0]);
        let times = (1..CODES.len()).filter_map(|_| browser.run_async(GO_ON, json!([NEXT, CHOICE])).as_f64());
        pages.extend(times);
    }
    report("page to page", &pages, 100.0);
    println!("    {} answers, {} pages", answers.len(), pages.len());
}

pub fn answer_all(browser: &Browser, id: &str) -> Vec<f64> {
    let mut times = Vec::new();
    for _ in 0..2 {
        for code in CODES {
            browser.follow(&question(id, code));
            wait_question(browser, code);
            match browser.run_async(ANSWER, json!([CHOICE, STAR_BAR])).as_f64() {
                Some(time) => times.push(time),
                None => println!("    {code}: the stars did not change"),
            }
        }
    }
    times
}

fn wait_question(browser: &Browser, code: &str) {
    browser.wait(&format!("question {code}"), || {
        let heading = browser.eval("document.querySelector('h1')?.innerText ?? ''");
        let is_there = heading.as_str().unwrap_or_default().starts_with(code);
        (is_there && browser.eval(&format!("document.querySelector('{CHOICE}') !== null")) == true).then_some(())
    });
}

pub fn question(id: &str, code: &str) -> String {
    QUESTION.replace("{id}", id).replace("{code}", code)
}

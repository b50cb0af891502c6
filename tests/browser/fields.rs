//! No field swallows a text. The test finds the fields itself: every page that a link leads to, all that
//! folds and opens, every field that takes text.

use std::collections::{BTreeSet, VecDeque};

use serde_json::{Value, json};

use crate::harness::{Browser, Key, Site, Size};
use crate::steps::wait_saved;

/// Opens all that can be opened and gives the fields in sight, each by its place among all fields: whether
/// it is a search, which is no work, its name and its id.
const FIELDS: &str = "for (let round = 0; round < 3; round++) {
        for (const fold of document.querySelectorAll('main details:not([open])')) fold.open = true;
        for (const button of [...document.querySelectorAll('main [aria-expanded=false]')].slice(0, 3)) button.click();
    }
    return [...document.querySelectorAll('input, textarea')].flatMap((field, place) => {
        const takes = field.localName === 'textarea' || ['text', 'search', 'tel', 'email', 'number'].includes(field.type);
        if (!takes || field.readOnly || field.disabled || !field.checkVisibility()) return [];
        return [[place, field.type, field.id || field.name || field.labels?.[0]?.innerText || field.placeholder,
            field.id]];
    });";

const AT: &str = "const field = document.querySelectorAll('input, textarea')[arguments[0]];";

/// The value of the field with an id; where it is not there, the next fold is opened, or else all that can be.
const BY_ID: &str = "const field = document.getElementById(arguments[0]);
    if (field) return field.value;
    const fold = document.querySelector('main details:not([open]):not([data-tried]) > summary');
    if (fold) {
        fold.parentElement.dataset.tried = '';
        fold.click();
    } else {
        for (const button of [...document.querySelectorAll('main [aria-expanded=false]')].slice(0, 3)) button.click();
    }
    return null;";

/// Where the links of the page lead, one of each kind.
const LINKS: &str = "[...document.querySelectorAll('a[href^=\"#/\"]')].map((link) => link.getAttribute('href'))";

/// The kind of a page: its address without what it is about.
fn kind(link: &str) -> String {
    let steps = link.split(['?', '&']).next().unwrap_or_default().split('/').enumerate();
    let named = |(place, step): (usize, &str)| match step {
        _ if step.chars().any(|c| c.is_ascii_digit()) || step.len() > 11 || place > 3 => "*".to_owned(),
        _ => step.to_owned(),
    };
    steps.map(named).collect::<Vec<_>>().join("/")
}

#[test]
fn every_text_field_keeps_what_is_typed_whatever_happens_to_the_page() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url(""), Size::Desktop);
    browser.click("button", "Xem thử một ví dụ");
    browser.wait_heading("Cam sành");
    wait_saved(&browser);
    let here = browser.url();
    let start = here.split_once('#').map_or("/", |(_, fragment)| fragment);
    let mut ways = VecDeque::from([format!("#{start}"), String::from("#/")]);
    let mut known: BTreeSet<String> = ways.iter().map(|way| kind(way)).collect();
    let (mut pages, mut fields) = (0, 0);
    while let Some(way) = ways.pop_front() {
        browser.follow(&way);
        browser.wait_app();
        browser.wait("the page", || browser.eval("location.hash").as_str().filter(|hash| *hash == way).map(drop));
        pages += 1;
        fields += try_fields(&browser, &way);
        for link in browser.eval(LINKS).as_array().into_iter().flatten().filter_map(Value::as_str) {
            if known.insert(kind(link)) {
                ways.push_back(link.to_owned());
            }
        }
    }
    eprintln!("{fields} text fields on {pages} pages");
    assert!(pages > 15 && fields > 20, "{fields} text fields on {pages} pages");
}

/// Types into each field of a page, empties it, types on, and leaves it by loading the page again.
fn try_fields(browser: &Browser, way: &str) -> usize {
    let found = browser.run(FIELDS, json!([]));
    let found: Vec<(Value, String, String, String)> = serde_json::from_value(found).expect("places, types, names, ids");
    let mut tried: BTreeSet<String> = BTreeSet::new();
    for (place, kind, name, id) in &found {
        // One of the many that differ by a criterion or a paper alone.
        let of_kind: String = name.chars().filter(|c| !c.is_ascii_digit() && *c != '.').collect();
        if !tried.insert(of_kind) {
            continue;
        }
        let (first, last) = if kind == "number" { ("3", "12") } else { ("a", "bc") };
        let label = format!("{way}: {name}");
        browser.run(FIELDS, json!([]));
        browser.run(&format!("{AT} field.focus(); field.select();"), json!([place]));
        let is_there =
            || browser.run(&format!("{AT} return field === document.activeElement && field.value"), json!([place]));
        browser.press(Key::Backspace);
        browser.type_text(first);
        browser.press(Key::Backspace);
        assert_eq!(is_there(), "", "{label}: the focus is elsewhere, or the field is not empty");
        browser.type_text(last);
        assert_eq!(is_there(), last, "{label}: what was typed went elsewhere");
        if kind == "search" {
            browser.run(
                &format!("{AT} field.value = ''; field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));"),
                json!([place]),
            );
            continue;
        }
        browser.reload();
        browser.wait_app();
        // What is complete now may be folded away: a field with an id is looked for behind the folds.
        let again = browser.wait(&label, || {
            let value = match id.as_str() {
                "" => {
                    browser.run(FIELDS, json!([]));
                    browser.run(&format!("{AT} return field?.value ?? null"), json!([place]))
                }
                id => browser.run(BY_ID, json!([id])),
            };
            value.as_str().map(str::to_owned)
        });
        assert_eq!(again, last, "{label}: what was typed and not left is lost with the page");
    }
    tried.len()
}

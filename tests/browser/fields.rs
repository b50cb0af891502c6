//! No field swallows a text. The test finds the fields itself: every page that a link leads to, all that
//! folds and opens, every field that takes text.

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use ocop::domain::council::{Council, Scorer, Sheet};
use ocop::domain::decision::Star;
use ocop::domain::dossier::wire::from_bytes;
use ocop::domain::dossier::{Dossier, PaperRecord, Recognised};
use serde_json::{Value, json};

use crate::council::{device, orange, worth};
use crate::harness::{Browser, Engine, Key, Site, Size, poll};
use crate::steps::{kept, page, wait_saved};

/// Opens all that is closed, as a reader would, each once: what opens may hold more that is closed.
const OPEN: &str = "const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 2000); });
    const drawn = async () => { await frame(); await frame(); };
    for (let round = 0; round < 6; round++) {
        const folds = [...document.querySelectorAll('main details:not([open], [data-tried]) > summary')];
        const buttons = [...document.querySelectorAll('main [aria-expanded=false]:not([data-tried])')].slice(0, 3);
        if (!folds.length && (!buttons.length || round > 2)) break;
        for (const fold of folds) { fold.parentElement.dataset.tried = ''; fold.click(); }
        for (const button of round > 2 ? [] : buttons) { button.dataset.tried = ''; button.click(); }
        await drawn();
    }";

/// The fields in sight that take text; each has a key by which it is found again: its id, or its words and which one of
/// several that have the same.
const FIELDS: &str = "const seen = {};
    const fields = [...document.querySelectorAll('input, textarea')].flatMap((field) => {
        const takes = field.localName === 'textarea' || ['text', 'search', 'tel', 'email', 'number'].includes(field.type);
        if (!takes || field.readOnly || field.disabled || !field.checkVisibility()) return [];
        const words = field.name || field.labels?.[0]?.innerText || field.ariaLabel || field.placeholder;
        // WebKit ends it with the line's end now and then.
        const key = words?.replace(/\\s+/g, ' ').trim();
        seen[key] = (seen[key] ?? 0) + 1;
        return [[field.id || `${key} ${seen[key]}`, field]];
    });";

/// What a field is for: a search is no work, and what is pasted is work when it is taken over.
const NO_WORK: [&str; 2] = ["search", "paste"];

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

/// Runs something with the fields of the page, all of it open, at hand.
fn with_fields(browser: &Browser, script: &str, arguments: Value) -> Value {
    browser.run(&format!("return (async (...given) => {{ {OPEN} {FIELDS} {script} }})(...arguments)"), arguments)
}

/// The names of the fields that a page has: key, kind, most letters.
fn fields_of(browser: &Browser) -> Vec<(String, String, i64)> {
    let told = "return fields.map(([key, field]) =>
        [key, field.id.startsWith('paste') ? 'paste' : field.type, field.maxLength]);";
    serde_json::from_value(with_fields(browser, told, json!([]))).expect("keys, kinds and lengths")
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
    // Who holds stars is asked for the certificate too.
    browser.follow(&format!("#{start}/standing"));
    browser.click("radio", "3 sao");
    wait_saved(&browser);
    let mut ways = VecDeque::from([format!("#{start}"), String::from("#/")]);
    let mut known: BTreeSet<String> = ways.iter().map(|way| kind(way)).collect();
    let (mut pages, mut fields, mut lost) = (0, 0, Vec::new());
    while let Some(way) = ways.pop_front() {
        go(&browser, &way);
        pages += 1;
        let (tried, faults) = try_fields(&browser, &way);
        fields += tried;
        lost.extend(faults);
        for link in browser.eval(LINKS).as_array().into_iter().flatten().filter_map(Value::as_str) {
            if known.insert(kind(link)) {
                ways.push_back(link.to_owned());
            }
        }
    }
    println!("{fields} text fields on {pages} pages");
    assert!(lost.is_empty(), "{} of {fields} fields\n{}", lost.len(), lost.join("\n"));
    assert!(pages > 15 && fields > 60, "{fields} text fields on {pages} pages");
}

/// Goes to a page and waits until it is the one that is drawn, however slow the machine: a page that is there takes the
/// focus, to its heading or to the place in it. The one before would be asked for its fields under the address of this one.
fn go(browser: &Browser, way: &str) {
    browser.run(
        "const [way] = arguments;
         document.activeElement?.blur();
         return new Promise((done) => {
             const drawn = () => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 2000); };
             if (location.hash === way) drawn();
             addEventListener('hashchange', drawn, { once: true });
             location.hash = way;
         });",
        json!([way]),
    );
    browser.wait("the page to take the focus", || {
        (browser.eval("document.activeElement !== document.body") == true).then_some(())
    });
    browser.wait_still();
}

/// Types into each field of a page, empties it, types on, and leaves it by loading the page again; how many there were,
/// and those that swallowed something.
fn try_fields(browser: &Browser, way: &str) -> (usize, Vec<String>) {
    let mut tried: BTreeSet<String> = BTreeSet::new();
    let (mut typed_into, mut lost, mut was_left) = (0, Vec::new(), false);
    for (key, kind, longest) in fields_of(browser) {
        // One of the many that differ by a criterion, a paper or a row alone.
        let of_kind: String = key.chars().filter(|c| !c.is_ascii_digit() && *c != '.').collect();
        if !tried.insert(of_kind) {
            continue;
        }
        let (first, last) = if kind == "number" || longest == 2 { ("3", "1") } else { ("a", "bc") };
        let enter = "const field = fields.find(([key]) => key === given[0])?.[1]; field?.focus(); field?.select(); return Boolean(field);";
        // A field may have gone with what was said in one before it: the way is another then.
        if with_fields(browser, enter, json!([key])) != true {
            continue;
        }
        typed_into += 1;
        let is_there = || browser.eval("document.activeElement.value ?? null");
        browser.press(Key::Backspace);
        browser.type_text(first);
        browser.press(Key::Backspace);
        if !stands(browser, "") {
            lost.push(format!("{way}: {key}: the focus is elsewhere, or the field is not empty: {}", is_there()));
            continue;
        }
        browser.type_text(last);
        if !stands(browser, last) {
            lost.push(format!("{way}: {key}: what was typed went elsewhere: {}", is_there()));
        }
        if NO_WORK.contains(&kind.as_str()) {
            browser.run(
                "const field = document.activeElement;
                 field.value = '';
                 field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
                json!([]),
            );
            continue;
        }
        // What becomes of each field as its page goes is the program's doing, and asked of Chromium; whether anything can be
        // kept then is the engine's, and asked of one field of each page.
        if was_left && browser.engine != Engine::Chromium {
            continue;
        }
        was_left = true;
        browser.reload();
        browser.wait_app();
        let find = "return fields.find(([key]) => key === given[0])?.[1].value ?? null;";
        let again = poll(Duration::from_secs(5), || {
            with_fields(browser, find, json!([key])).as_str().map(str::to_owned).filter(|now| now == last)
        });
        if again.is_none() {
            let now = with_fields(browser, find, json!([key]));
            lost.push(format!("{way}: {key}: what was typed and not left is lost with the page: {now}"));
        }
    }
    println!("{typed_into} on {way}");
    (typed_into, lost)
}

/// Whether this stands in the field that is typed into. WebKit's driver comes back before all keys have come, and loses some
/// now and then: those are pressed again, as who sees them missing does.
fn stands(browser: &Browser, wanted: &str) -> bool {
    let is_there = || browser.eval("document.activeElement.value ?? null").as_str().map(str::to_owned);
    let waits = Duration::from_secs(if browser.engine == Engine::WebKit { 2 } else { 0 });
    let comes = || poll(waits, || (is_there()? == wanted).then_some(())).is_some();
    if comes() {
        return true;
    }
    if browser.engine == Engine::WebKit {
        match is_there() {
            Some(came) if came.chars().count() == 1 && wanted.is_empty() => browser.press(Key::Backspace),
            Some(came) if wanted.starts_with(&came) => browser.type_text(&wanted[came.len()..]),
            _ => return false,
        }
        eprintln!("{:?} lost keys before “{wanted}”", browser.engine);
    }
    comes()
}

/// As a browser fills several fields in: each hears of its text before anything is drawn anew.
const FILL_AT_ONCE: &str = "for (const [find, text] of arguments[0]) {
      const one = document.querySelector(find);
      const kind = one.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(one, text);
      one.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }";

#[test]
fn several_fields_filled_in_one_instant_are_all_kept() {
    let site = Site::of_the_build();
    let mut dossier = orange("sitting");
    dossier.recognised = Some(Recognised { star: Some(Star::Three), ..Recognised::default() });
    dossier.papers = vec![PaperRecord { id: "p".into(), title: "VietGAP".into(), ..PaperRecord::default() }];
    let sheet = Sheet { scorer: Scorer { name: "Mai".into(), ..Scorer::default() }, assessment: worth(90) };
    dossier.council = Some(Council { sheets: vec![sheet], expected: 2, ..Council::default() });
    let browser = device(&site, &dossier, Size::Phone, "desk");
    let now = || -> Option<Dossier> {
        let text = kept(&browser)["ocop/dossier/sitting"].as_str()?.to_owned();
        Some(from_bytes(text.as_bytes()).ok()?.dossier)
    };
    browser.wait_heading("Việc của xã");
    let topic = |nth: usize| format!(".desk-topic:nth-of-type({nth}) textarea");
    let fields = [("#desk-received".to_owned(), "16/11/2026"), (topic(1), "Cam của xã"), (topic(2), "Mười hộ")];
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the commune's work to be kept", || {
        let desk = now()?.desk?;
        (desk.received == "16/11/2026" && desk.assessments[0] == "Cam của xã" && desk.assessments[1] == "Mười hộ")
            .then_some(())
    });
    page(&browser, "standing");
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    let fields = [("#held-date", "25/12/2024"), ("#held-number", "12/QĐ"), ("#held-issuer", "Tỉnh Phú Thọ")];
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the recognition to be kept", || {
        let held = now()?.recognised?;
        (held.date == "25/12/2024" && held.number == "12/QĐ" && held.issuer == "Tỉnh Phú Thọ").then_some(())
    });
    page(&browser, "score/0");
    browser.wait_heading("Phiếu của: Mai");
    let fields = [(".desk-fields input", "Trưởng thôn"), (".page-sheet textarea", "Quả ngọt")];
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the sheet to be kept", || {
        let scorer = now()?.council?.sheets.first()?.scorer.clone();
        (scorer.role == "Trưởng thôn" && scorer.opinion == "Quả ngọt").then_some(())
    });
    page(&browser, "paper/p");
    browser.wait_heading("VietGAP");
    let texts = "[...document.querySelectorAll('.paper-fields input[type=text]')].map((one, at) => { one.id ||= `typed-${at}`; return one.id; })";
    let ids = browser.eval(texts);
    let ids: Vec<&str> = ids.as_array().expect("fields").iter().filter_map(|id| id.as_str()).take(3).collect();
    let fields: Vec<_> =
        ids.iter().enumerate().map(|(at, id)| (format!("[id=\"{id}\"]"), format!("0{at}/2026"))).collect();
    browser.run(FILL_AT_ONCE, json!([fields]));
    browser.wait("the paper to be kept", || {
        let text = kept(&browser)["ocop/dossier/sitting"].as_str()?.to_owned();
        fields.iter().all(|(_, typed)| text.contains(typed)).then_some(())
    });
}

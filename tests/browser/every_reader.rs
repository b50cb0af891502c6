//! Every page for every reader: what axe-core finds, narrow screens, large type, the keyboard.

use std::time::Duration;

use crate::harness::{Browser, Key, PAGES, Site, Size, poll};

/// Goes through all pages in one browser and fails at the end with everything that was found.
fn on_every_page(size: Size, look: impl Fn(&Browser) -> Vec<String>, prepare: impl Fn(&Browser)) {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url(""), size);
    browser.wait_app();
    prepare(&browser);
    let id = browser.keep_products();
    let mut found = Vec::new();
    for (name, address) in PAGES {
        browser.open_page(&address.replace("{id}", &id));
        found.extend(look(&browser).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found.join("\n"));
}

#[test]
fn axe_finds_nothing_on_a_phone_in_the_light() {
    on_every_page(Size::Phone, Browser::axe, |_| {});
}

#[test]
fn axe_finds_nothing_on_a_desktop_in_the_dark() {
    on_every_page(Size::Desktop, Browser::axe, dark);
}

#[test]
fn axe_finds_nothing_on_a_phone_in_the_dark_in_english() {
    on_every_page(Size::Phone, Browser::axe, |browser| {
        dark(browser);
        browser.run("localStorage.setItem('ocop/setting/language', 'en')", serde_json::json!([]));
    });
}

fn dark(browser: &Browser) {
    if browser.is_chromium() {
        browser.set_dark(true);
    }
}

#[test]
fn no_page_scrolls_sideways_at_320_pixels() {
    // The same as 200 % zoom on a small window.
    let sideways = "[...document.querySelectorAll('body *')].filter((e) => {
        const box = e.getBoundingClientRect();
        return document.documentElement.scrollWidth > innerWidth && box.right > innerWidth + 1 && box.width > 0;
      }).slice(0, 3).map((e) => `${e.localName}.${e.className} reaches ${Math.round(e.getBoundingClientRect().right)}`)";
    on_every_page(Size::Other(320, 640), |browser| strings(browser, sideways), |_| {});
}

#[test]
fn every_target_is_large_enough_for_a_thumb() {
    // Links within a line of text are exempt, as in WCAG 2.5.8; of a field its label counts too.
    let small = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((e) => {
        if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.sr-only, .skip')) return false;
        const inline = getComputedStyle(e).display === 'inline' || e.matches('.link, .term-mark');
        const box = (e.labels?.[0] && e.matches('[type=radio], [type=checkbox], [type=file]') ? e.labels[0] : e).getBoundingClientRect();
        return !inline && box.width > 0 && (box.height < 44 || box.width < 44);
      }).slice(0, 5).map((e) => { const b = e.getBoundingClientRect();
        return `${e.localName}.${e.className} “${(e.innerText || e.ariaLabel || '').slice(0, 30)}” ${Math.round(b.width)}×${Math.round(b.height)}`; })";
    on_every_page(Size::Phone, |browser| strings(browser, small), |_| {});
}

#[test]
fn a_new_page_has_the_focus_on_its_heading() {
    let lost =
        "document.activeElement?.id === 'page-title' ? [] : [`the focus is on ${document.activeElement?.localName}`]";
    // It goes there once the page has been drawn.
    let look = |browser: &Browser| {
        let settled = || strings(browser, lost).is_empty().then(Vec::new);
        poll(Duration::from_secs(5), settled).unwrap_or_else(|| strings(browser, lost))
    };
    on_every_page(Size::Desktop, look, |_| {});
}

#[test]
fn the_first_tab_leads_past_the_header() {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url("#/criteria"), Size::Desktop);
    browser.wait_app();
    browser.run("document.activeElement.blur()", serde_json::json!([]));
    browser.press(Key::Tab);
    browser.wait("the way past the header", || browser.focused().contains("Tới nội dung chính").then_some(()));
    browser.press(Key::Enter);
    browser.wait("the focus in the page", || {
        browser.eval("document.activeElement.closest('main') !== null").as_bool().filter(|is| *is)
    });
}

fn strings(browser: &Browser, expression: &str) -> Vec<String> {
    let list = browser.eval(expression);
    list.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

//! Every page for every reader: what axe-core finds, narrow screens, large type, the keyboard, what is
//! read out, motion.

use std::path::Path;
use std::time::Duration;

use serde_json::json;

use crate::harness::{Ability, Browser, Device, Engine, Key, PAGES, Site, Size, poll};
use crate::steps::{bar, begin, choose, criterion, heading, open, wait_bar};

/// Goes through all pages in one browser and fails at the end with everything that was found.
fn on_every_page<'a>(
    device: impl Into<Device<'a>>,
    look: impl Fn(&Browser) -> Vec<String>,
    prepare: impl Fn(&Browser),
) {
    let site = Site::of_the_build();
    let browser = Browser::open(&site.url(""), device);
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
fn axe_finds_nothing_on_a_phone_in_the_dark_in_english() {
    on_every_page(dark(Size::Phone), Browser::axe, english);
}

#[test]
fn axe_finds_nothing_on_a_desktop_in_the_light() {
    on_every_page(Size::Desktop, Browser::axe, |_| {});
}

/// The two above have each size, colour and language, which is what every engine is asked for: a minute each in WebKit.
/// Chromium is asked for the other pairs too.
#[test]
fn axe_finds_nothing_on_a_phone_in_the_light() {
    if Engine::chosen() == Engine::Chromium {
        on_every_page(Size::Phone, Browser::axe, |_| {});
    }
}

#[test]
fn axe_finds_nothing_on_a_desktop_in_the_dark_in_english() {
    if Engine::chosen() == Engine::Chromium {
        on_every_page(dark(Size::Desktop), Browser::axe, english);
    }
}

fn english(browser: &Browser) {
    browser.run("localStorage.setItem('ocop/setting/language', 'en')", json!([]));
}

fn dark(size: Size) -> Device<'static> {
    Device { dark: true, ..size.into() }
}

#[test]
fn no_page_scrolls_sideways_at_320_pixels() {
    // The same as 200 % zoom on a small window.
    let sideways = "[...document.querySelectorAll('body *')].filter((e) => {
        const box = e.getBoundingClientRect();
        return document.documentElement.scrollWidth > document.documentElement.clientWidth && box.right > document.documentElement.clientWidth + 1 && box.width > 0;
      }).slice(0, 3).map((e) => `${e.localName}.${e.className} reaches ${Math.round(e.getBoundingClientRect().right)}`)";
    on_every_page(Size::Other(320, 640), |browser| strings(browser, sideways), |_| {});
}

/// Engines of before 2023 leave out what they do not know of the styles (`:has`, containers, heights without bars, mixed
/// colours); the oldest that run the program are among them. Seen in Chromium 102 itself; here it is taken away.
#[test]
fn pages_hold_where_the_styles_have_words_that_an_older_engine_does_not_know() {
    if Engine::chosen() != Engine::Chromium {
        return;
    }
    let forget = "(() => {
        const unknown = /:has\\(|\\d(dvh|cqi)\\b|color-mix/;
        const forget = (holder) => {
          for (let at = holder.cssRules.length - 1; at >= 0; at--) {
            const rule = holder.cssRules[at];
            if (rule instanceof CSSSupportsRule && /^not /.test(rule.conditionText)) {
              const all = [...rule.cssRules].map((one) => one.cssText).join('');
              holder.deleteRule(at);
              if (!/:has/.test(all)) holder.insertRule(`@media all { ${all} }`, at);
            } else if (rule instanceof CSSContainerRule || unknown.test(rule.selectorText ?? '')) holder.deleteRule(at);
            else {
              for (const name of [...(rule.style ?? [])]) if (unknown.test(rule.style.getPropertyValue(name))) rule.style.removeProperty(name);
              for (const name of ['container-type', 'rotate', 'translate', 'scale', 'text-wrap']) rule.style?.removeProperty(name);
              if (rule.cssRules?.length) forget(rule);
            }
          }
        };
        for (const sheet of document.styleSheets) if (!sheet.isOld) { sheet.isOld = true; forget(sheet); }
      })()";
    // Wider than the screen; a list of levels in which none can be read; an arrow that points to the side.
    let broken = "[
        ...document.documentElement.scrollWidth > document.documentElement.clientWidth ? [`${document.documentElement.scrollWidth} px wide`] : [],
        ...[...document.querySelectorAll('main select')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().width < 90).map((e) => `${e.id} is narrow`),
        ...[...document.querySelectorAll('main summary')].filter((e) => { const s = getComputedStyle(e, '::after');
            return s.content === '\"\"' && s.borderRightStyle === 'solid' && s.borderLeftWidth === '0px' && s.transform === 'none'; }).map((e) => `${e.innerText} has no arrow`),
      ].slice(0, 4)";
    let look = |browser: &Browser| {
        browser.eval(forget);
        strings(browser, broken)
    };
    on_every_page(Size::Phone, look, |_| {});
}

#[test]
fn every_target_is_large_enough_for_a_thumb_and_its_own() {
    // Links within a line of text are exempt, as in WCAG 2.5.8; of a field its label counts too.
    let small = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((e) => {
        if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.sr-only, .skip')) return false;
        const inline = getComputedStyle(e).display === 'inline' || e.matches('.link, .term-mark');
        const box = (e.labels?.[0] && e.matches('[type=radio], [type=checkbox], [type=file]') ? e.labels[0] : e).getBoundingClientRect();
        return !inline && box.width > 0 && (box.height < 44 || box.width < 44);
      }).slice(0, 5).map((e) => { const b = e.getBoundingClientRect();
        return `${e.localName}.${e.className} “${(e.innerText || e.ariaLabel || '').slice(0, 30)}” ${Math.round(b.width)}×${Math.round(b.height)}`; })";
    // A label that holds what is pressed gives its words to it as a name, and takes its presses.
    let nested = "[...document.querySelectorAll('label :is(button, a, summary)')].map((e) => `${e.innerText} stands in a label`)";
    let look = |browser: &Browser| [strings(browser, small), strings(browser, nested)].concat();
    on_every_page(Size::Phone, look, |_| {});
}

/// An iPhone zooms in on a field whose text is smaller, and stays so.
#[test]
fn the_text_of_every_field_is_large_enough_not_to_be_zoomed_in_on() {
    let small = "[...document.querySelectorAll('input, select, textarea')].filter((e) =>
        !['radio', 'checkbox', 'file', 'hidden'].includes(e.type) && parseFloat(getComputedStyle(e).fontSize) < 16)
      .slice(0, 5).map((e) => `${e.localName}.${e.className} #${e.id} ${getComputedStyle(e).fontSize}`)";
    // With all that folds open, as its fields are drawn then alone.
    let unfold =
        "(() => { for (const fold of document.querySelectorAll('main details:not([open]) > summary')) fold.click();
        return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))); })()";
    let look = |browser: &Browser| {
        browser.eval(unfold);
        strings(browser, small)
    };
    on_every_page(Size::Phone, look, |_| {});
}

/// Running text that is longer than 75 letters a line is read twice; small text sooner than large. Widths are
/// the styles', not an engine's.
#[test]
fn no_line_is_longer_than_the_eye_follows() {
    if Engine::chosen() != Engine::Chromium {
        return;
    }
    let long = "[...document.querySelectorAll('main :is(p, li, dd, td, span, label, div)')].flatMap((e) => {
        const own = [...e.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
        if (!own.length || e.closest('.sheet, .sheets, .sr-only, svg') || !e.checkVisibility()) return [];
        // Texts side by side are no running text, and what stands within one is of its column.
        const { display } = getComputedStyle(e);
        if (/flex|grid/.test(display)) return [];
        if (display === 'inline' && [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) return [];
        const range = document.createRange();
        range.selectNodeContents(e);
        const lines = [...range.getClientRects()];
        const [left, right] = [Math.min(...lines.map((l) => l.left)), Math.max(...lines.map((l) => l.right))];
        const size = parseFloat(getComputedStyle(e).fontSize);
        const isRunning = new Set(lines.map((l) => Math.round(l.bottom / size))).size > 1;
        const wide = (right - left) / size;
        return isRunning && wide > (size < 15 ? 37 : 42) ? [`${e.localName}.${e.className} in .${e.parentElement.className}, ${Math.round(wide)} em of ${size}px: ${e.textContent.slice(0, 50)}`] : [];
      }).slice(0, 9)";
    for width in [1280, 1920] {
        on_every_page(Size::Other(width, 1000), |browser| strings(browser, long), |_| {});
    }
}

/// The height of a phone's screen is another with and without the bars of its browser, which `vh` does not know.
#[test]
fn no_style_takes_the_screen_for_as_high_as_it_is_without_bars() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("styles")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a style sheet");
            let high = text.lines().find(|line| has_vh(line));
            assert_eq!(high, None, "{}", path.display());
        }
    }
}

fn has_vh(line: &str) -> bool {
    line.match_indices("vh").any(|(at, _)| line[..at].ends_with(|c: char| c.is_ascii_digit()))
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
    browser.run("document.activeElement.blur()", json!([]));
    browser.press(Key::Tab);
    browser.wait("the way past the header", || browser.focused().contains("Tới nội dung chính").then_some(()));
    browser.press(Key::Enter);
    browser.wait("the focus in the page", || {
        browser.eval("document.activeElement.closest('main') !== null").as_bool().filter(|is| *is)
    });
}

/// Presses the Tab key until the focus is on something of this name.
#[track_caller]
fn tab_to(browser: &Browser, name: &str) {
    for _ in 0..120 {
        let focused = browser.focused();
        if focused.contains(name) && !focused.starts_with("body") {
            return;
        }
        browser.press(Key::Tab);
    }
    browser.wait(&format!("the Tab key to come to “{name}”; it is at {}", browser.focused()), || None::<()>);
}

#[test]
fn the_main_job_is_done_by_keyboard_alone() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    tab_to(&browser, "Chấm sản phẩm đầu tiên");
    browser.press(Key::Enter);
    browser.wait_heading("Sản phẩm tên gì?");
    tab_to(&browser, "Tên sản phẩm");
    browser.type_text("Nước mắm Ba Làng");
    tab_to(&browser, "Tương, nước mắm");
    browser.press(Key::Enter);
    browser.wait_heading("Sản phẩm đã có sao OCOP chưa?");
    crate::steps::page(&browser, "");
    browser.wait_heading("Nước mắm Ba Làng");
    tab_to(&browser, "Bắt đầu từ 1.1");
    browser.press(Key::Enter);
    browser.wait_heading("1.1 ");
    for _ in 0..60 {
        let here = heading(&browser);
        browser.wait("the levels to have the focus", || {
            let is_level = browser.eval("document.activeElement.type") == "radio";
            if !is_level {
                browser.press(Key::Tab);
            }
            is_level.then_some(())
        });
        // The focus is on "not sure yet", the last: up to the best level. (Down leads back to the first in some engines.)
        let levels = browser.names("radio");
        let scores = |name: &String| name.ends_with("điểm") && !name.ends_with(" 0 điểm");
        for _ in 1 + levels.iter().rposition(scores).expect("a level with points")..levels.len() {
            browser.press(Key::Up);
        }
        let is_last = browser.has("link", "Xem kết quả");
        tab_to(&browser, if is_last { "Xem kết quả" } else { "Tiếp tục" });
        browser.press(Key::Enter);
        browser.wait("the next page", || (heading(&browser) != here).then_some(()));
        if is_last {
            break;
        }
    }
    browser.wait_heading("Tạm tính 5 sao");
    wait_bar(&browser, "100/100");
    tab_to(&browser, "Tải hồ sơ");
    browser.press(Key::Enter);
    browser.wait_heading("Kiểm tra và tải về");
    tab_to(&browser, "Tệp hồ sơ để làm tiếp (.json)");
    browser.press(Key::Enter);
    let name = browser.download();
    assert!(name.to_string_lossy().contains("ocop-lam-viec-nuoc-mam-ba-lang-"), "{}", name.display());
}

#[test]
fn a_change_of_the_stars_is_read_out_once_and_briefly() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Vinh");
    criterion(&browser, "1.1");
    crate::steps::choose_best(&browser);
    browser.run(
        "window.said = [];
         new MutationObserver((changes) => {
           const live = new Set(changes.map((c) => (c.target.closest ?? c.target.parentElement.closest)
             .call(c.target.closest ? c.target : c.target.parentElement, '[role=status], [role=alert], [aria-live]')));
           live.delete(null);
           for (const region of live) said.push(region.innerText);
         }).observe(document.body, { subtree: true, childList: true, characterData: true });",
        json!([]),
    );
    let before = bar(&browser);
    choose(&browser, "Chưa đạt mức nào");
    browser.wait("the bar to change", || (bar(&browser) != before).then_some(()));
    let said = strings(&browser, "said.filter((text) => text.includes('/100'))");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].chars().count() < 60, "{said:?}");
}

#[test]
fn nothing_moves_for_whom_movement_is_too_much() {
    let moving = "[...document.querySelectorAll('body *')].filter((e) => {
        const style = getComputedStyle(e);
        const longest = (times) => Math.max(...times.split(',').map((time) => parseFloat(time)));
        return longest(style.transitionDuration) > 0.01 || (style.animationName !== 'none' && longest(style.animationDuration) > 0.01);
      }).slice(0, 5).map((e) => `${e.localName}.${e.className}`)";
    let still = Device { still: true, ..Size::Phone.into() };
    on_every_page(still, |browser| strings(browser, moving), |_| {});
}

#[test]
fn colours_of_the_device_leave_every_choice_to_be_seen() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    if !browser.can(Ability::Media) {
        return;
    }
    browser.emulate_media(json!([{"name": "forced-colors", "value": "active"}]), "");
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Vinh");
    criterion(&browser, "1.1");
    crate::steps::choose_best(&browser);
    // The chosen level looks other than the rest by more than its ground, which forced colours take away.
    let look = |chosen: &str| {
        browser.eval(&format!(
            "(() => {{ const radio = [...document.querySelectorAll('input[type=radio]')].find((r) => r.checked === {chosen});
               const looks = [radio, ...radio.labels, ...[...radio.labels].flatMap((l) => [...l.querySelectorAll('*')])]
                 .flatMap((e) => ['', '::before', '::after'].map((part) => {{ const s = getComputedStyle(e, part);
                   return [s.borderTopColor, s.borderTopWidth, s.outlineStyle, s.content, s.opacity, s.appearance, s.backgroundColor].join(); }}));
               return looks.join(';'); }})()"
        ))
    };
    assert_ne!(look("true"), look("false"));
    // Every button has an edge.
    let edgeless = strings(
        &browser,
        "[...document.querySelectorAll('.button')].filter((e) => e.checkVisibility() && parseFloat(getComputedStyle(e).borderTopWidth) < 1)
           .map((e) => e.innerText)",
    );
    assert!(edgeless.is_empty(), "{edgeless:?}");
}

fn strings(browser: &Browser, expression: &str) -> Vec<String> {
    let list = browser.eval(expression);
    list.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

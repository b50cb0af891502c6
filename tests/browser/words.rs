//! The criteria and their words: terms of art where they stand, searching, comparing, doubtful places.

use ocop::domain::decision::{ProductSet, errata_of, first};

use crate::harness::{Browser, Key, Site, Size};
use crate::steps::{begin, criterion, heading, open};

/// A browser with a dossier open at criterion 10 of set 1, whose help has terms of art.
fn at_terms(site: &Site, size: Size) -> Browser {
    let browser = open(site, size);
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    criterion(&browser, "10");
    browser.find("button", "VietGAP");
    browser
}

fn is_open(browser: &Browser, term: &str) -> bool {
    browser.find("button", term).attribute("aria-expanded").as_deref() == Some("true")
}

/// What the explanations that are open say.
fn explained(browser: &Browser) -> String {
    let text = browser.eval("[...document.querySelectorAll('[role=note]')].map((note) => note.innerText).join(' ')");
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_term_is_explained_where_it_stands_by_keyboard_alone() {
    let site = Site::of_the_build();
    let browser = at_terms(&site, Size::Desktop);
    for _ in 0..100 {
        if browser.focused() == "button VietGAP" {
            break;
        }
        browser.press(Key::Tab);
    }
    assert_eq!(browser.focused(), "button VietGAP", "the Tab key leads to the term");
    assert!(!is_open(&browser, "VietGAP"));
    for key in [Key::Enter, Key::Space] {
        browser.press(key);
        browser.wait_text("Xem trong bảng giải thích từ ngữ");
        assert!(is_open(&browser, "VietGAP"), "the open state is told");
        assert!(explained(&browser).contains("VietGAP"), "{}", explained(&browser));
        // From the explanation to its link, and out of it: the focus is where it was.
        browser.press(Key::Tab);
        assert!(browser.focused().starts_with("a Xem trong bảng"), "{}", browser.focused());
        browser.press(Key::Escape);
        browser.wait_gone("link", "Xem trong bảng giải thích từ ngữ");
        assert!(!is_open(&browser, "VietGAP"));
        assert_eq!(browser.focused(), "button VietGAP");
    }
    browser.press(Key::Enter);
    browser.find("link", "Xem trong bảng giải thích từ ngữ");
    browser.press(Key::Tab);
    browser.press(Key::Enter);
    browser.wait_heading("Giải thích từ ngữ");
    browser.wait("the focus on the term", || browser.focused().starts_with("div VietGAP").then_some(()));
    browser.back();
    browser.wait_heading("10 ");
}

#[test]
fn a_term_is_explained_where_it_stands_by_touch() {
    let site = Site::of_the_build();
    let browser = at_terms(&site, Size::Phone);
    browser.click("button", "VietGAP");
    browser.wait("the explanation", || explained(&browser).contains("VietGAP").then_some(()));
    browser.click("button", "VietGAP");
    browser.wait("the explanation to go", || explained(&browser).is_empty().then_some(()));
    browser.click("button", "VietGAP");
    browser.click("link", "Xem trong bảng giải thích từ ngữ");
    browser.wait_heading("Giải thích từ ngữ");
}

/// The names of the sets that were found, in order.
fn sets_found(browser: &Browser) -> Vec<String> {
    listed(browser, "main .set-name")
}

fn listed(browser: &Browser, selector: &str) -> Vec<String> {
    let texts =
        browser.eval(&format!("[...document.querySelectorAll('{selector}')].map((e) => e.innerText.normalize('NFC'))"));
    texts.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
}

fn marked(browser: &Browser) -> Vec<String> {
    listed(browser, "main mark").into_iter().map(|text| text.to_lowercase()).collect()
}

#[test]
fn a_search_finds_in_both_languages_and_is_there_again_on_the_way_back() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let fish_sauce = first().set(9).expect("set 9").name;
    browser.follow("#/criteria");
    browser.wait_heading("26 bộ tiêu chí");
    let field = "Tìm trong các bộ tiêu chí";

    // Without diacritics, in the reader's language and in the other one.
    for query in ["nuoc mam", "NƯỚC MẮM", "fish sauce"] {
        browser.fill("searchbox", field, query);
        browser.wait(query, || sets_found(&browser).first().filter(|name| *name == fish_sauce.vi).map(drop));
    }
    browser.fill("searchbox", field, "nuoc mam");
    browser.wait("the hits to be marked", || {
        let marked = marked(&browser);
        (marked.contains(&"nước".into()) && marked.contains(&"mắm".into())).then_some(())
    });

    browser.fill("searchbox", field, "haccp");
    browser.wait("criteria", || (!listed(&browser, ".hit").is_empty()).then_some(()));
    assert!(listed(&browser, ".hit").iter().all(|hit| hit.contains("HACCP")), "{:?}", listed(&browser, ".hit"));
    assert!(marked(&browser).iter().all(|text| text == "haccp"), "{:?}", marked(&browser));
    let status = browser.eval("document.querySelector('.catalogue-said').innerText");
    let hit = browser.names("link").into_iter().find(|name| name.starts_with("Bộ ")).expect("a way into a set");

    // Into a result and back, by the browser and by the page.
    for by_page in [false, true] {
        browser.click("link", &hit);
        browser.wait("the criterion to have the focus", || {
            browser.eval("document.activeElement.id.startsWith('criterion-')").as_bool().filter(|is| *is)
        });
        match by_page {
            true => browser.click("link", "Quay lại"),
            false => browser.back(),
        }
        browser.wait_heading("26 bộ tiêu chí");
        assert_eq!(browser.find("searchbox", field).value(), "haccp");
        assert_eq!(browser.eval("document.querySelector('.catalogue-said').innerText"), status);
    }

    browser.click("button", "Switch to English");
    browser.wait_heading("The 26 sets of criteria");
    for (query, wanted) in [("nuoc mam", fish_sauce.en), ("fish sauce", fish_sauce.en)] {
        browser.fill("searchbox", "Search the criteria", query);
        browser.wait(query, || sets_found(&browser).first().filter(|name| *name == wanted).map(drop));
    }
    assert!(marked(&browser).contains(&"fish".into()), "{:?}", marked(&browser));
    browser.fill("searchbox", "Search the criteria", "HACCP");
    browser.wait("the hits to be marked", || marked(&browser).contains(&"haccp".into()).then_some(()));
    browser.fill("searchbox", "Search the criteria", "xyzzy");
    browser.wait_text("Nothing found for “xyzzy”");
}

#[test]
fn two_sets_side_by_side_are_counted_and_shown_to_the_last_criterion() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Desktop);
    browser.follow("#/criteria/1");
    browser.wait_heading("Bộ 1");
    let (left, right): (&ProductSet, &ProductSet) = (first().set(1).expect("set 1"), first().set(11).expect("set 11"));
    browser.choose("So sánh với bộ khác", &format!("11. {}", right.name.vi));
    browser.click("button", "So sánh");
    browser.wait_heading("So sánh hai bộ tiêu chí");
    let counts: Vec<usize> = browser.wait("the summary", || {
        let lines = listed(&browser, ".versus-summary li");
        let counts = lines.iter().map(|line| line.split(' ').next()?.parse().ok()).collect::<Option<Vec<_>>>();
        counts.filter(|counts| counts.len() == 5)
    });
    let [same, reworded, different, only_left, only_right] = counts[..] else { unreachable!("five lines") };
    assert_eq!(same + reworded + different + only_left, left.criteria.len(), "{counts:?}");
    assert_eq!(same + reworded + different + only_right, right.criteria.len(), "{counts:?}");
    assert!(same > 0 && different > 0 && only_right > 0, "{counts:?}");

    let rows = |selector: &str| listed(&browser, selector).len();
    assert_eq!(rows(".versus-row"), counts.iter().sum::<usize>());
    assert_eq!(rows(".versus-same"), same);
    assert_eq!(rows(".versus-left"), only_left);
    assert_eq!(rows(".versus-right"), only_right);
    let only_here: Vec<String> = listed(&browser, ".versus-right .chip");
    assert!(only_here.contains(&"Chỉ có ở bộ 11".to_owned()), "{only_here:?}");

    // What the page calls the same has the same title and points in both sets.
    for (row, codes) in listed(&browser, ".versus-same h3").iter().zip(listed(&browser, ".versus-same")) {
        let mut words = row.split_whitespace();
        let (a, b) = (words.next().expect("a code"), words.nth(1).expect("a code"));
        let of = |set: &ProductSet, code: &str| set.criteria[set.position(code).expect("a code of the set")].max;
        assert_eq!(of(left, a), of(right, b), "{row}");
        assert!(codes.contains("Giống nhau"), "{codes}");
    }

    browser.click("radio", "Mọi chỗ khác");
    browser.wait("the same ones to go", || {
        (rows(".versus-same") == 0 && rows(".versus-row") == counts.iter().sum::<usize>() - same).then_some(())
    });
    browser.click("radio", "Chỉ điểm và mức tối thiểu");
    browser
        .wait("the reworded ones to go", || (rows(".versus-row") == different + only_left + only_right).then_some(()));
}

#[test]
fn a_doubtful_place_is_told_beside_the_criterion_that_it_touches() {
    let site = Site::of_the_build();
    let browser = open(&site, Size::Phone);
    let set = first().set(1).expect("set 1");
    let positions = (0..set.criteria.len()).filter(|position| errata_of(set, *position).next().is_some());
    let doubtful: Vec<&str> = positions.map(|position| set.criteria[position].code).collect();
    assert!(doubtful.contains(&"8") && doubtful.contains(&"2.4"), "{doubtful:?}");
    begin(&browser, "Rau, củ, quả, hạt tươi", "Cam Cao Phong");
    criterion(&browser, "8");
    browser.click("summary", "Chỗ này trong Quyết định có thể in sai");
    browser.wait_text("Bản in:");
    browser.wait_text("Cách áp dụng ở đây:");
    criterion(&browser, "2.4");
    browser.click("summary", "Chỗ này trong Quyết định in sai, không áp dụng nguyên văn được");
    browser.wait_text("Bản in:");
    // Where nothing is doubtful, nothing is said.
    assert!(!doubtful.contains(&"1.1"), "{doubtful:?}");
    criterion(&browser, "1.1");
    assert!(!browser.text().contains("Chỗ này trong Quyết định"), "{}", heading(&browser));

    // The same beside the criteria without a dossier, in both languages.
    browser.follow("#/criteria/1");
    let beside =
        "[...document.querySelectorAll('article:has(.entry-doubt)')].map((e) => e.querySelector('.code').innerText)";
    browser
        .wait("the doubtful places of set 1", || (browser.eval(beside) == serde_json::json!(doubtful)).then_some(()));
    browser.click("button", "Switch to English");
    browser.wait_text("This place in the Decision may be misprinted");
}

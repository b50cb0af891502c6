//! The page as one file, opened by double click: no host, no network.

use serde_json::Value;

use crate::harness::{Ability, Browser, Site, Size, dist};

#[test]
fn opens_from_a_folder_without_a_network() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Chấm sao.html");
    std::fs::copy(dist().join("ocop.html"), &file).expect("dist/ocop.html: `make single-file` writes it");
    let browser = Browser::open(&format!("file://{}", file.display()), Size::Desktop);
    browser.wait_app();

    // The long words are inside.
    for name in ["guide/26-2026/vi.json", "guide/26-2026/en.json", "guide/26-2026/facts.json"] {
        let inside = browser.eval(&format!("window.ocopFiles['{name}']"));
        let inside: Value = serde_json::from_str(inside.as_str().expect("a text")).expect("JSON");
        let beside = std::fs::read_to_string(dist().join(name)).expect("the guide of the build");
        assert_eq!(inside, serde_json::from_str::<Value>(&beside).expect("JSON"), "{name}");
    }

    let loaded = browser
        .eval("performance.getEntriesByType('resource').map((e) => e.name).filter((n) => !n.startsWith('data:'))");
    assert_eq!(loaded, Value::Array(Vec::new()), "the file asks for nothing");
    if browser.can(Ability::Console) {
        let complaints = browser.complaints();
        assert!(complaints.is_empty(), "{complaints:?}");
    }
}

/// It is in UTF-16, which hosts do not expect.
#[test]
fn opens_from_a_host_that_calls_it_utf_8() {
    let site = Site::with_its_worker();
    let browser = Browser::open(&site.url("ocop.html"), Size::Phone);
    browser.wait_app();
    assert_eq!(browser.eval("document.characterSet"), "UTF-16LE");
    assert_eq!(site.asked(), ["ocop.html"]);
}

#[test]
fn a_browser_that_cannot_unpack_it_is_told_so() {
    let page = page();
    let (before, policy) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").expect("a policy");
    let (_, after) = policy.split_once('>').expect("its end");
    let old = format!("{before}<script>delete window.DecompressionStream</script>{after}");
    opened(&old).1.wait_text("không mở được");
}

#[test]
fn a_damaged_file_says_that_it_cannot_be_opened() {
    let page = page();
    for part in ["ocop-texts", "ocop-program"] {
        let element = page.split_once(&format!("id=\"{part}\"")).expect("the part").1;
        let packed = element.split_once('>').expect("its beginning").1.split_once('<').expect("its end").0;
        let middle = packed.char_indices().nth(packed.chars().count() / 2).expect("a middle").0;
        let (before, after) = packed.split_at(middle);
        let cut: String = after.chars().skip(1).collect();
        opened(&page.replace(packed, &format!("{before}{cut}"))).1.wait_text("không mở được");
    }
    // The policy stops a script that is another than it was without a word: here the one that is unpacked.
    let (place, start) = page.match_indices("'sha256-").nth(2).expect("the third script's hash");
    let (before, after) = page.split_at(place + start.len());
    let other = if after.starts_with('A') { "B" } else { "A" };
    opened(&format!("{before}{other}{}", &after[1..])).1.wait_text("không mở được");
}

/// The text of the file.
fn page() -> String {
    let whole = std::fs::read(dist().join("ocop.html")).expect("dist/ocop.html: `make single-file` writes it");
    let units: Vec<u16> = whole.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    String::from_utf16(&units).expect("UTF-16")
}

/// A file of that text, opened; it lasts as long as its folder.
fn opened(page: &str) -> (tempfile::TempDir, Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ocop.html");
    std::fs::write(&file, page.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()).expect("a page");
    let browser = Browser::open(&format!("file://{}", file.display()), Size::Phone);
    (folder, browser)
}

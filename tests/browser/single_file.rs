//! The page as one file, opened by double click: no host, no network.

use serde_json::Value;

use crate::harness::{Browser, Size, dist};

#[test]
fn opens_from_a_folder_without_a_network() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("Chấm sao.html");
    std::fs::copy(dist().join("ocop.html"), &file).expect("dist/ocop.html: `make single-file` writes it");
    let browser = Browser::open(&format!("file://{}", file.display()), Size::Desktop);
    browser.wait_app();

    // The long words are inside.
    for name in ["guide/vi.json", "guide/en.json", "guide/facts.json"] {
        let inside = browser.eval(&format!("window.ocopFiles['{name}']"));
        let inside: Value = serde_json::from_str(inside.as_str().expect("a text")).expect("JSON");
        let beside = std::fs::read_to_string(dist().join(name)).expect("the guide of the build");
        assert_eq!(inside, serde_json::from_str::<Value>(&beside).expect("JSON"), "{name}");
    }

    let loaded = browser
        .eval("performance.getEntriesByType('resource').map((e) => e.name).filter((n) => !n.startsWith('data:'))");
    assert_eq!(loaded, Value::Array(Vec::new()), "the file asks for nothing");
    if browser.is_chromium() {
        let complaints = browser.complaints();
        assert!(complaints.is_empty(), "{complaints:?}");
    }
}

#[test]
fn a_damaged_file_says_that_it_cannot_be_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ocop.html");
    let whole =
        std::fs::read_to_string(dist().join("ocop.html")).expect("dist/ocop.html: `make single-file` writes it");
    let start = whole.find("id=\"ocop-parts\">").expect("the packed parts") + 60_000;
    let start = (start..).find(|at| whole.is_char_boundary(*at)).expect("a character");
    let end = (start + 1000..).find(|at| whole.is_char_boundary(*at)).expect("a character");
    std::fs::write(&file, format!("{}{}", &whole[..start], &whole[end..])).expect("a file with a hole");
    let browser = Browser::open(&format!("file://{}", file.display()), Size::Phone);
    browser.wait_text("không mở được");
}

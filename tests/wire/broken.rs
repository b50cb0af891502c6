//! Files that are cut, of another program or hostile: one error that says what is wrong and where.

use std::collections::BTreeMap;

use ocop::domain::decision::Language;
use ocop::domain::dossier::wire::{self, MAX_BYTES, ReadError, Resembles};
use ocop::domain::forms::{PaperNames, copy_html};
use serde_json::{Value, json};

use crate::{golden, with};

fn error_of(bytes: &[u8]) -> ReadError {
    match wire::from_bytes(bytes) {
        Err(error) => {
            for language in [Language::Vi, Language::En] {
                assert!(error.text(language).len() > 40, "{error:?}");
            }
            // Nobody sent what the page itself has kept, and nobody can choose another.
            let kept = [error.text_of_kept(Language::Vi), error.text_of_kept(Language::En)].join(" ").to_lowercase();
            assert!(!["tệp", "file", "gửi", "send", "mở bản"].iter().any(|word| kept.contains(word)), "{kept}");
            error
        }
        Ok(opened) => panic!("opens, with {:?}", opened.warnings),
    }
}

#[test]
fn a_file_cut_at_any_byte_is_said_to_be_cut_and_where() {
    let text = golden("set-01-five-stars.json");
    let end = text.trim_end().len();
    for cut in 0..end {
        let left = String::from_utf8_lossy(&text.as_bytes()[..cut]);
        let left = left.trim_end_matches('\u{fffd}');
        let ReadError::NotJson { line, column, cut_short: true } = error_of(&text.as_bytes()[..cut]) else {
            panic!("cut at byte {cut}: {:?}", error_of(&text.as_bytes()[..cut]));
        };
        // The parser counts the line that a final line feed begins, and columns in bytes.
        let lines = left.matches('\n').count() + 1;
        let last = left.rsplit('\n').next().unwrap_or("");
        assert_eq!((line, column), (lines, last.len()), "cut at byte {cut}");
    }
    assert!(wire::from_bytes(&text.as_bytes()[..end]).is_ok());
}

#[test]
fn an_html_copy_cut_at_any_byte_is_said_to_be_cut() {
    let text = golden("odd-texts.html");
    let json_end = text.find("</script>").unwrap();
    for cut in 1..json_end {
        match error_of(&text.as_bytes()[..cut]) {
            ReadError::HtmlWithoutDossier { cut_short: true } | ReadError::NotJson { cut_short: true, .. } => {}
            other => panic!("cut at byte {cut}: {other:?}"),
        }
    }
    assert!(wire::from_bytes(&text.as_bytes()[..json_end]).is_ok(), "the dossier is whole");
}

#[test]
fn a_page_that_nobody_closed_and_that_was_never_a_dossier_is_not_said_to_be_cut() {
    let long = format!("<!doctype html><title>Báo</title><p>{}", "tin ".repeat(9_000));
    for page in ["<p>xin chào", "<svg width='3'>", long.as_str()] {
        assert_eq!(error_of(page.as_bytes()), ReadError::HtmlWithoutDossier { cut_short: false }, "{}", &page[..9]);
    }
    let ours = {
        let (dossier, _) = wire::from_json(&golden("upgrade.json")).unwrap();
        copy_html(&dossier, &PaperNames::new(), &BTreeMap::new(), None)
    };
    let data = ours.find("id=\"ocop-dossier\"").unwrap();
    for cut in (1..data).step_by(97) {
        let cut = ours.floor_char_boundary(cut);
        assert_eq!(error_of(&ours.as_bytes()[..cut]), ReadError::HtmlWithoutDossier { cut_short: true }, "byte {cut}");
    }
}

#[test]
fn text_that_is_not_json_is_refused_with_line_and_column() {
    assert_eq!(error_of(b"xin chao"), ReadError::NotJson { line: 1, column: 1, cut_short: false });
    assert_eq!(error_of(b"{\n  \"a\": 1,\n}"), ReadError::NotJson { line: 3, column: 1, cut_short: false });
    let two = format!("{}{{}}", golden("empty-first.json"));
    assert!(matches!(error_of(two.as_bytes()), ReadError::NotJson { cut_short: false, .. }), "something after the end");
    assert!(error_of(b"{\n  \"a\": 1,\n}").text(Language::Vi).contains("dòng 3, cột 1"));
}

#[test]
fn an_error_in_the_html_copy_names_its_line_in_the_html_file() {
    let page =
        "<html>\n<body>\n<script type=\"application/json\" id=\"ocop-dossier\">{\n\"a\": }</script></body></html>";
    assert_eq!(error_of(page.as_bytes()), ReadError::NotJson { line: 4, column: 6, cut_short: false });
}

#[test]
fn other_kinds_of_files_are_told_by_name() {
    let not_text = |resembles| ReadError::NotText { resembles };
    assert_eq!(error_of(b"PK\x03\x04\x14\0\0\0"), not_text(Some(Resembles::Zip)));
    assert_eq!(error_of(b"PK\x05\x06\0\0\0\0"), not_text(Some(Resembles::Zip)), "with nothing in it");
    assert_eq!(error_of(b"Rar!\x1a\x07\x01\0"), not_text(Some(Resembles::Packed)));
    assert_eq!(error_of(b"7z\xBC\xAF\x27\x1C"), not_text(Some(Resembles::Packed)));
    assert_eq!(error_of(b"%PDF-1.7\n%\xE2\xE3"), not_text(Some(Resembles::Pdf)));
    assert_eq!(error_of(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), not_text(Some(Resembles::Picture)));
    assert_eq!(error_of(b"\x89PNG\r\n\x1a\n"), not_text(Some(Resembles::Picture)));
    assert_eq!(error_of(b"{\"name\": \"M\xEDt\"}"), not_text(None));
    assert_eq!(error_of(b"\xFF\xFE{\0\x00\xD8"), not_text(None), "half a pair in UTF-16");
}

#[test]
fn a_byte_order_mark_and_utf_16_are_read() {
    let text = golden("upgrade.json");
    let expected = wire::from_json(&text).unwrap();
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for bytes in [format!("\u{feff}{text}").into_bytes(), format!("\r\n {text}\r\n").into_bytes(), little, big] {
        let opened = wire::from_bytes(&bytes).unwrap();
        assert_eq!((opened.dossier, opened.warnings), expected);
    }
}

#[test]
fn a_file_of_20_mb_is_refused_before_it_is_read() {
    let mut padded = golden("empty-first.json").into_bytes();
    padded.resize(MAX_BYTES - 1, b' ');
    assert!(wire::from_bytes(&padded).is_ok(), "just under the limit");
    padded.push(b' ');
    assert_eq!(error_of(&padded), ReadError::TooLarge { bytes: MAX_BYTES });
    assert!(ReadError::TooLarge { bytes: 21_500_000 }.text(Language::En).contains("22 MB"));
    assert!(ReadError::TooLarge { bytes: 20_000_001 }.text(Language::Vi).contains("Tệp quá lớn: 21 MB"));
}

#[test]
fn a_file_that_would_fill_the_memory_is_refused_on_the_way() {
    let values = format!("[{}0]", "[],".repeat(3_000_000));
    assert!(matches!(error_of(values.as_bytes()), ReadError::TooComplex { line: 1, .. }));
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert!(matches!(error_of(deep.as_bytes()), ReadError::TooComplex { line: 1, .. }));
    let keys: String = (0..200_000).map(|key| format!("\"{key}\":0,")).collect();
    assert!(matches!(error_of(format!("{{{keys}\"\":0}}").as_bytes()), ReadError::TooComplex { .. }));
}

#[test]
fn a_file_of_another_program_is_told_by_its_format() {
    let other = |found: &str| ReadError::OtherProgram { found: found.to_owned() };
    assert_eq!(error_of(b"[1, 2]"), other("[…]"));
    assert_eq!(error_of(b"null"), other("null"));
    assert_eq!(error_of(b"\"ocop-dossier\""), other("“ocop-dossier”"));
    assert_eq!(error_of(b"{}"), other("null"));
    assert_eq!(error_of(br#"{"format": "FeatureCollection"}"#), other("“FeatureCollection”"));
    assert_eq!(error_of(br#"{"format": 1}"#), other("1"));
    assert_eq!(other("1").place().pointer(), "/format");
    let long = format!(r#"{{"format": "{}"}}"#, "x".repeat(1_000_000));
    assert!(error_of(long.as_bytes()).text(Language::Vi).len() < 400, "a message stays short");
}

#[test]
fn versions_decisions_and_sets_are_checked_before_anything_else() {
    #[track_caller]
    fn check(pointer: &str, key: &str, value: Value, expected: ReadError, place: &str) {
        let error = error_of(with(pointer, key, value).as_bytes());
        assert_eq!(error, expected);
        assert_eq!(error.place().pointer(), place);
        assert!(error.text(Language::Vi).contains(place), "{}", error.text(Language::Vi));
    }
    let no_version = |found: &str| ReadError::NoVersion { found: found.to_owned() };
    let unknown_set = |found: &str| ReadError::UnknownSet { found: found.to_owned() };
    check("", "version", json!(2), ReadError::FutureVersion { version: 2 }, "/version");
    check("", "version", json!(u64::MAX), ReadError::FutureVersion { version: u64::MAX }, "/version");
    check("", "version", json!(0), no_version("0"), "/version");
    check("", "version", json!("1"), no_version("“1”"), "/version");
    check("", "version", json!(1.5), no_version("1.5"), "/version");
    let other = ReadError::OtherDecision { found: String::from("“148/QĐ-TTg”") };
    check("", "decision", json!("148/QĐ-TTg"), other, "/decision");
    check("", "product", json!({}), ReadError::NoSet, "/product/set");
    check("", "product", json!("Gạo"), ReadError::NoSet, "/product/set");
    check("/product", "set", json!(0), unknown_set("0"), "/product/set");
    check("/product", "set", json!(27), unknown_set("27"), "/product/set");
    check("/product", "set", json!(257), unknown_set("257"), "/product/set");
    check("/product", "set", json!(-1), unknown_set("-1"), "/product/set");
    check("/product", "set", json!("1"), unknown_set("“1”"), "/product/set");
}

#[test]
fn html_without_a_dossier_is_refused_and_foreign_scripts_are_not_read() {
    let whole = ReadError::HtmlWithoutDossier { cut_short: false };
    assert_eq!(error_of(b"<!DOCTYPE html><html><body>OCOP</body></html>"), whole);
    assert_eq!(error_of(b"<html><script id=\"x\">{}</script><p id=\"ocop-dossier\">{}</p></html>"), whole);
    assert_eq!(error_of(b"<html><scripted id=\"ocop\">{}</HTML>"), whole);
    assert_eq!(
        error_of("<html>đ<scriptđ id=ocop-dossier".as_bytes()),
        ReadError::HtmlWithoutDossier { cut_short: true }
    );
}

#[test]
fn the_html_copy_opens_after_a_browser_saved_it_in_its_own_way() {
    let json = golden("odd-texts.json").replace('<', "\\u003c");
    for tag in [
        "<script type=\"application/json\" id=\"ocop-dossier\">",
        "<SCRIPT ID='ocop-dossier' TYPE='application/json'>",
        "<script id=ocop-dossier\n type=application/json>",
    ] {
        let page = format!("\u{feff}\n<html><script>let a = 1 < 2;</script>{tag}{json}</script></html>");
        assert_eq!(wire::from_json(&page).unwrap(), wire::from_json(&golden("odd-texts.json")).unwrap(), "{tag}");
    }
}

use std::borrow::Cow;

use super::{ReadError, Resembles};

/// A file of this many bytes or more is not read: 20 MB.
pub const MAX_BYTES: usize = 20_000_000;

/// Id of the element that carries the dossier in the HTML copy.
pub(super) const HTML_ID: &str = "ocop-dossier";

/// The JSON inside a text, and how many lines of the file stand before it.
pub(super) struct Json<'a> {
    pub text: &'a str,
    pub lines_before: usize,
}

/// The text of a file: UTF-8, or UTF-16 with a byte order mark, as old editors on Windows save it.
pub(super) fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if bytes.len() >= MAX_BYTES {
        return Err(ReadError::TooLarge { bytes: bytes.len() });
    }
    let not_text = || ReadError::NotText { resembles: Resembles::of(bytes) };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest).map(Cow::Borrowed).ok_or_else(not_text),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned).ok_or_else(not_text),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned).ok_or_else(not_text),
        _ if Resembles::of(bytes).is_some() => Err(not_text()),
        _ => utf8(bytes).map(Cow::Borrowed).ok_or_else(not_text),
    }
}

/// A file cut in the middle of a character is still a text: what is left of it says that it is cut.
fn utf8(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok(),
        Err(_) => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

/// The JSON of a text: the text itself, or what the HTML copy carries.
pub(super) fn json_of(text: &str) -> Result<Json<'_>, ReadError> {
    if !text.trim_start().starts_with('<') {
        return Ok(Json { text, lines_before: 0 });
    }
    let cut_short = || ReadError::HtmlWithoutDossier { cut_short: !contains(text, "</html") && may_be_ours(text) };
    let start = script_start(text).ok_or_else(cut_short)?;
    let body = &text[start..];
    // Inside the element every `<` is escaped, so the first one ends it.
    let end = body.find('<').unwrap_or(body.len());
    Ok(Json { text: &body[..end], lines_before: text[..start].matches('\n').count() })
}

/// Whether a page without an end may be the beginning of our copy, whose title names it in the first kilobyte. A page that
/// nobody closed was never a dossier.
fn may_be_ours(text: &str) -> bool {
    const HEAD: usize = 1024;
    const DOCTYPE: &str = "<!doctype html>";
    let text = text.trim_start();
    let begin = &text.as_bytes()[..text.len().min(DOCTYPE.len())];
    let is_page = begin.eq_ignore_ascii_case(&DOCTYPE.as_bytes()[..begin.len()]) || text.starts_with("<html");
    is_page && (text.len() < HEAD || contains(&text[..text.floor_char_boundary(2 * HEAD)], "ocop"))
}

/// Where the content of the element begins that carries the dossier. Its attributes have no `<` or `>` in
/// them, so that no part of the text is looked through twice.
fn script_start(text: &str) -> Option<usize> {
    text.match_indices('<').find_map(|(at, _)| {
        let name = text.get(at + 1..at + 7).filter(|name| name.eq_ignore_ascii_case("script"))?;
        let attributes = at + 1 + name.len();
        let end = attributes + text[attributes..].find(['<', '>'])?;
        (text[end..].starts_with('>') && has_id(&text[attributes..end])).then_some(end + 1)
    })
}

/// Whether the attributes of an element give it our id.
fn has_id(attributes: &str) -> bool {
    attributes.split_ascii_whitespace().any(|attribute| {
        attribute
            .split_once('=')
            .is_some_and(|(name, value)| name.eq_ignore_ascii_case("id") && value.trim_matches(['"', '\'']) == HTML_ID)
    })
}

fn contains(text: &str, ascii: &str) -> bool {
    text.as_bytes().windows(ascii.len()).any(|window| window.eq_ignore_ascii_case(ascii.as_bytes()))
}

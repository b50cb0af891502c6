use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Writes a text as it is.
pub fn text(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}

/// Writes a line, without what could steer a terminal.
pub fn line(line: &str) -> io::Result<()> {
    text(&format!("{}\n", plain(line)))
}

/// Says on standard error what went wrong. There is nowhere to say that this failed.
pub fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "ocop: {}", plain(line));
}

/// A text on one line, its control and direction characters replaced: a file's texts must not be able
/// to colour, move or hide what stands around them.
pub fn plain(text: &str) -> String {
    let steers = |sign: char| {
        sign.is_control()
            || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().map(|sign| if steers(sign) { ' ' } else { sign }).collect()
}

/// A text in a column of so many places, cut with an ellipsis where it is wider.
pub fn left(text: &str, places: usize) -> String {
    let text = plain(text);
    let text = if text.width() > places { cut(text.chars(), places) } else { text };
    let rest = places.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(rest))
}

/// A number at the right of its column.
pub fn right(text: &str, places: usize) -> String {
    format!("{}{text}", " ".repeat(places.saturating_sub(text.width())))
}

/// The end of a text in a column: of a path, the end tells most.
pub fn end_of(text: &str, places: usize) -> String {
    let text = plain(text);
    if text.width() <= places {
        return left(&text, places);
    }
    let backwards = cut(text.chars().rev(), places);
    left(&backwards.chars().rev().collect::<String>(), places)
}

/// As many signs as fit, and an ellipsis.
fn cut(signs: impl Iterator<Item = char>, places: usize) -> String {
    let mut used = 1;
    let mut kept: String = signs
        .take_while(|sign| {
            used += sign.width().unwrap_or(0);
            used <= places
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_what_is_seen_and_not_how_it_is_written() {
        for text in ["Mật ong", "Mâ\u{323}t ong", "", "🐝", "Sầu riêng Ea Kao loại một"] {
            assert_eq!(left(text, 10).width(), 10, "{text}");
            assert_eq!(end_of(text, 10).width(), 10, "{text}");
        }
        assert_eq!(left("Sầu riêng Ea Kao", 10), "Sầu riêng…");
        assert_eq!(left("Sầu riêng Ea Kao", 11), "Sầu riêng… ", "no space before the ellipsis");
        assert_eq!(end_of("nam/2026/trà.json", 10), "…/trà.json");
        assert_eq!(right("7", 3), "  7");
    }

    #[test]
    fn nothing_in_a_text_steers_the_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\r\nc\u{202e}d\u{9b}e"), "a [31mb  c d e");
    }
}

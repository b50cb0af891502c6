use std::borrow::Cow;

/// The most combining marks that are kept after one letter: no writing has more than a few, and a browser takes minutes to
/// draw a letter with 200,000.
const MOST_MARKS: usize = 8;

/// A text that can be drawn, wherever it comes from: without the marks beyond the most that a letter has. Files and
/// addresses are read so, and all else in them stays as it is.
pub fn legible(text: &str) -> Cow<'_, str> {
    taken(text, Some)
}

/// The same of what somebody types or pastes, where nobody means what nobody sees: without signs that have no width; and
/// what ends a line in another program (PowerPoint's U+000B, U+2028) ends one here.
pub fn typed(text: &str) -> Cow<'_, str> {
    taken(text, |c| match c {
        c if is_unseen(c) => None,
        c if ends_line(c) => Some('\n'),
        c => Some(c),
    })
}

/// The same of what goes out to be read in another program, a cell or a page: also without control characters, which
/// nobody sees and some programs stumble over.
pub fn printable(text: &str) -> Cow<'_, str> {
    match text.contains("\r\n") {
        true => Cow::Owned(taken(&text.replace("\r\n", "\n"), printed).into_owned()),
        false => taken(text, printed),
    }
}

/// What a sign is where it is printed; `None`: nothing.
pub fn printed(c: char) -> Option<char> {
    match c {
        '\t' | '\n' => Some(c),
        '\r' => Some('\n'),
        c if ends_line(c) => Some('\n'),
        '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() || is_unseen(c) => None,
        c => Some(c),
    }
}

fn taken(text: &str, as_what: fn(char) -> Option<char>) -> Cow<'_, str> {
    // Texts are as they should be, but for one in thousands.
    let is_odd = |c: char| is_mark(c) || as_what(c) != Some(c);
    if !text.chars().any(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let taken: String = text
        .chars()
        .filter_map(as_what)
        .filter(|c| {
            marks = if is_mark(*c) { marks + 1 } else { 0 };
            marks <= MOST_MARKS
        })
        .collect();
    if taken == text { Cow::Borrowed(text) } else { Cow::Owned(taken) }
}

/// The blocks of combining marks that stand on letters of any writing.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
        || matches!(c, '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Signs that have no width and only steer where a line breaks or which way it runs. The joiner is none: emoji are made
/// with it. Nor is U+00AD: the fonts of before Unicode have their ư there.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// What ends a line in another program, and none in a browser: PowerPoint writes U+000B, others U+000C, U+0085, U+2028,
/// U+2029.
pub fn ends_line(c: char) -> bool {
    matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(taken: fn(&str) -> Cow<'_, str>, text: &str, expected: &str) {
        assert_eq!(taken(text), expected, "{text:?}");
        assert!(matches!(taken(expected), Cow::Borrowed(_)), "it stays so");
    }

    #[test]
    fn what_goes_out_has_no_sign_that_nobody_sees() {
        check(printable, "Mật\u{0} ong\u{1b}[31m\u{202e}gpj\u{2066}.\u{9b}", "Mật ong[31mgpj.");
        check(printable, "một\r\nhai\rba\u{b}bốn\tnăm\u{feff}\u{fffe}", "một\nhai\nba\nbốn\tnăm");
        check(printable, "\u{200b}", "");
        // A family of one emoji, and the fonts of before Unicode.
        check(printable, "👩\u{200d}👧 n\u{ad}íc", "👩\u{200d}👧 n\u{ad}íc");
    }

    #[test]
    fn no_letter_has_more_marks_than_a_browser_can_draw() {
        let with = |marks: usize| format!("Nước ma{}m", "\u{301}".repeat(marks));
        for taken in [legible, typed] {
            for few in 0..=MOST_MARKS {
                check(taken, &with(few), &with(few));
            }
            for many in [MOST_MARKS + 1, 200_000] {
                check(taken, &with(many), &with(MOST_MARKS));
            }
            check(taken, &format!("{}a", "\u{20dd}".repeat(9)), &format!("{}a", "\u{20dd}".repeat(8)));
        }
        // Signs without width between them hide none.
        check(typed, &"\u{301}\u{200b}".repeat(99), &"\u{301}".repeat(MOST_MARKS));
    }

    #[test]
    fn nothing_unseen_is_typed_and_lines_end_in_one_way() {
        check(typed, "nước\u{200b} m\u{feff}ắm\u{200e}", "nước mắm");
        check(typed, "một\u{b}hai\u{2028}ba\u{c}bốn\u{85}năm\u{2029}", "một\nhai\nba\nbốn\nnăm\n");
        check(typed, "một\r\nhai\rba\t", "một\r\nhai\rba\t");
        check(typed, "Gia đình 👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}", "Gia đình 👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}");
        // What a file has, it keeps.
        check(legible, "m\u{feff}ắm\u{2028}\u{b}", "m\u{feff}ắm\u{2028}\u{b}");
    }
}

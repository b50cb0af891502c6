//! A commune as people write it: with its office before it ("UBND phường Bến Thành"), its kind in full, for short, or left
//! out.

use crate::domain::decision::fold;

/// The words for a kind, each with the short forms that end in a dot or a space. A town (thị trấn) is none of today's kinds:
/// there were some until 01/07/2025, and it is printed as it was written.
const KINDS: [(&str, &[&str]); 4] = [
    ("xã", &["xã", "xa", "x"]),
    ("phường", &["phường", "phuong", "p"]),
    ("đặc khu", &["đặc khu", "dac khu", "đk"]),
    ("thị trấn", &["thị trấn", "thi tran", "tt"]),
];

/// What the office of a commune is called before its name.
const OFFICES: [&str; 5] = ["ủy ban nhân dân", "uỷ ban nhân dân", "uy ban nhan dan", "ubnd", "ub"];

/// What somebody typed of a commune.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// The word for its kind, in full and in small letters; `None`: none was typed.
    pub kind: Option<&'static str>,
    /// What stands behind it; never empty, unless nothing was typed.
    pub name: &'a str,
}

impl<'a> Written<'a> {
    pub fn read(typed: &'a str) -> Written<'a> {
        let typed = typed.trim();
        let name = OFFICES.iter().find_map(|office| behind(typed, office)).unwrap_or(typed);
        let kind = KINDS.iter().find_map(|(kind, short)| {
            let name = short.iter().find_map(|short| behind(name, short))?;
            Some(Written { kind: Some(*kind), name })
        });
        kind.unwrap_or(Written { kind: None, name })
    }

    /// Its kind and its name, as the forms print it: "xã" where no kind was typed.
    pub fn printed(&self) -> String {
        match self.name {
            "" => String::new(),
            name => format!("{} {name}", self.kind.unwrap_or("xã")),
        }
    }
}

/// What stands behind a word and a dot or a space; `None` where the text begins otherwise, or with the word alone. "Xà" and
/// "Phương" begin names: a word with marks must have its own.
fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let own = |end: usize| text[..end].to_lowercase() == *word;
    // Marks may be letters of their own, as some keyboards write them.
    let apart = |end: usize| !word.is_ascii() && text[..end].contains(is_mark) && fold(&text[..end]) == fold(word);
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(2 * word.len());
    let end = ends.filter(|end| own(*end) || apart(*end)).last()?;
    let rest = text[end..].strip_prefix(|c: char| c == '.' || c.is_whitespace())?;
    Some(rest.trim_start_matches(|c: char| c == '.' || c.is_whitespace())).filter(|rest| !rest.is_empty())
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

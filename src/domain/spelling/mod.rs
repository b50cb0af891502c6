//! How Vietnamese is typed: with and without marks, composed or not, with look-alike letters, with
//! Telex half done. One room for all that compares texts: finding a product's sets, searching the
//! criteria, the table of dossiers.

mod letter;
mod syllable;

pub use letter::{Letter, Shape, Sign, sign};
pub use syllable::{Fit, Syllable, syllables};

/// A text without diacritics and case, for comparing: `Nước mắm` and `nuoc mam` fold alike.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// One character folded; `None` for a combining mark.
pub fn fold_char(c: char) -> Option<char> {
    match sign(c) {
        Sign::Letter(letter) => Some(letter.base),
        Sign::Shape(_) | Sign::Tone(_) | Sign::Nothing => None,
        Sign::Other(other) => Some(other),
    }
}

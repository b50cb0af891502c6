//! How Vietnamese is typed: with and without marks, composed or not, with look-alike letters, with
//! Telex half done. One room for all that compares texts: finding a product's sets, searching the
//! criteria, the table of dossiers.

mod legacy;
mod legible;
mod letter;
mod syllable;

pub use legacy::legacy;
pub use legible::{ends_line, is_unseen, legible, printable, printed, typed};
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

/// How well a text has every word of a query; the worst of them counts. Half a word finds its beginning. Where the
/// query has marks, a word without any means just that: "nước cam" is not "cẩm".
pub fn found(text: &[Syllable], query: &[Syllable]) -> Option<Fit> {
    let marked = query.iter().any(|word| !word.is_bare());
    let fit = |typed: &Syllable, word: &Syllable| match typed.fit(word) {
        Some(Fit::Tone) => None,
        Some(fit) => Some(fit),
        None => word.begins_with(typed).then_some(Fit::Half),
    };
    let means = |typed: &Syllable, word: &Syllable| !marked || !typed.is_bare() || word.is_bare();
    query.iter().try_fold(Fit::Exact, |worst, typed| {
        let best = text.iter().filter(|word| means(typed, word)).filter_map(|word| fit(typed, word)).min()?;
        Some(worst.max(best))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, query: &str, expected: Option<Fit>) {
        assert_eq!(found(&syllables(text), &syllables(query)), expected, "{query} in {text}");
    }

    #[test]
    fn every_word_of_a_query_or_its_beginning_must_be_there() {
        check("Nước cam ép", "nước cam", Some(Fit::Exact));
        check("Nước cam ép", "nuoc cam", Some(Fit::Bare));
        check("Nước cam ép", "nư", Some(Fit::Half));
        check("Nước lá cẩm", "nước cam", None);
        check("Nước lá cẩm", "nuoc cam", Some(Fit::Bare));
        check("Nước cam", "nước mắm", None);
        check("Đã có HACCP", "hac", Some(Fit::Half));
        check("Đã có HACCP", "ccp", None);
        // Copied from a web page: what has no width parts no word.
        check("Nước cam", "nư\u{200b}ớc\u{feff} c\u{200e}am", Some(Fit::Exact));
        check("Nư\u{200b}ớc cam", "nước cam", Some(Fit::Exact));
        assert_eq!(fold("Nư\u{200b}ớc\u{feff}"), "nuoc");
    }
}

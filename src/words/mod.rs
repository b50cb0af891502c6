//! The texts of the interface itself: one file a language (`vi.json`, `en.json`), checked against
//! each other and compiled in by `build.rs`.

use std::fmt::Display;

use crate::domain::decision::Language;

#[allow(clippy::all, missing_docs)]
mod texts {
    use super::Plural;
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use texts::Words;

/// The texts of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Vi => &texts::VI,
        #[cfg(any(feature = "pages", not(feature = "app")))]
        Language::En => &texts::EN,
        // The first wasm has the Vietnamese alone, and asks for the whole page where English is wanted.
        #[cfg(all(feature = "app", not(feature = "pages")))]
        Language::En => &texts::VI,
    }
}

impl PartialEq for Words {
    /// The texts are statics: the same language is the same place.
    fn eq(&self, other: &Words) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A text that depends on a number. Vietnamese has one form, English two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural {
    pub one: &'static str,
    pub other: &'static str,
}

impl Plural {
    /// The text for a number, with `{n}` filled in.
    pub fn of(&self, n: usize) -> String {
        fill(if n == 1 { self.one } else { self.other }, &[("n", &n)])
    }
}

/// A text with its `{placeholders}` filled in. A placeholder without a value stays as it is.
pub fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), &value.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_plurals_follow_the_number() {
        assert_eq!(fill("{a} / {b} {c}", &[("a", &1), ("b", &"x")]), "1 / x {c}");
        let plural = Plural { one: "{n} paper", other: "{n} papers" };
        assert_eq!(plural.of(1), "1 paper");
        assert_eq!(plural.of(0), "0 papers");
    }
}

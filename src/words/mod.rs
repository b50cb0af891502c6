//! The texts of the interface itself: one file a language (`vi.json`, `en.json`), checked against
//! each other and compiled in by `build.rs`.

use std::fmt::{Display, Write as _};

use crate::domain::decision::Language;

/// What `build/interface.rs` writes of them: a struct a section, and a type for each kind of placeholders.
#[allow(clippy::all, missing_docs)]
pub mod texts {
    use std::fmt::Display;

    use super::{Plural, fill};

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
        fill(self.choose(n), &[("n", &n)])
    }

    fn choose(&self, n: usize) -> &'static str {
        if n == 1 { self.one } else { self.other }
    }
}

/// A text with its `{placeholders}` filled in, once: what a reader typed is never read for placeholders. For texts of a
/// decision's folder; those of the interface have types that know what fills them in.
pub fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut rest = text;
    let mut filled = String::with_capacity(2 * rest.len());
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        match known {
            Some((value, behind)) => {
                let _ = write!(filled, "{value}");
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_plurals_follow_the_number() {
        assert_eq!(fill("{a} / {b} {c}", &[("a", &1), ("b", &"x")]), "1 / x {c}");
        assert_eq!(fill("{", &[("a", &1)]), "{");
        let plural = Plural { one: "{n} paper", other: "{n} papers" };
        assert_eq!(plural.of(1), "1 paper");
        assert_eq!(plural.of(0), "0 papers");
    }

    #[test]
    fn what_was_typed_is_not_read_for_placeholders() {
        assert_eq!(fill("{a} ({b})", &[("a", &"{b}{a}{"), ("b", &"{a}")]), "{b}{a}{ ({a})");
    }
}

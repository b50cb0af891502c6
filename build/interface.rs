//! The interface's texts as statics.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use super::{BOTH_LANGUAGES, fail, read};

/// What the first wasm's pages say: whole sections, and the texts of another that they share with the whole page.
const FIRST_SECTIONS: [&str; 2] = ["app", "choose"];
const FIRST_TEXTS: (&str, [&str; 18]) = (
    "home",
    [
        "welcome",
        "welcome_text",
        "step_1",
        "step_1_text",
        "step_2",
        "step_2_text",
        "step_3",
        "step_3_text",
        "example",
        "first",
        "open",
        "open_kinds",
        "more",
        "criteria",
        "table",
        "glossary",
        "about",
        "privacy",
    ],
);

/// The interface's texts: a struct a section, a static a language. A section maps names to texts, or
/// to `{"one": …, "other": …}` where a number decides. Both languages must have the same names and
/// the same `{placeholders}`.
///
/// A text with placeholders has a type that is named after them, with one way to fill them in:
/// `"{n} of {max}"` is a `WithMaxN`, and `text.max_n(&max, &n)` its words.
pub fn interface(root: &Path) -> String {
    type Sections = BTreeMap<String, BTreeMap<String, Entry>>;
    let [vi, en]: [Sections; 2] = ["vi.json", "en.json"].map(|file| read(&root.join(file)));
    let mut types = String::new();
    let mut statics = [String::new(), String::new()];
    let mut sections = String::new();
    // The kinds of placeholders, and whether a number decides beside them.
    let mut wanted: BTreeSet<(bool, BTreeSet<&str>)> = BTreeSet::new();
    for (section, entries) in &vi {
        let Some(english) = en.get(section) else { fail(&root.join("en.json"), format!("no section \"{section}\"")) };
        let mut fields = String::new();
        let mut values = [String::new(), String::new()];
        for (key, vi) in entries {
            let Some(en) = english.get(key) else { fail(&root.join("en.json"), format!("no text {section}.{key}")) };
            if vi.placeholders() != en.placeholders() {
                fail(&root.join("en.json"), format!("{section}.{key}: other {{placeholders}} than in vi.json"));
            }
            let shared = section == FIRST_TEXTS.0 && !FIRST_TEXTS.1.contains(&key.as_str());
            let only = if shared { BOTH_LANGUAGES } else { "" };
            let _ = writeln!(fields, "{only}pub {key}: {},", vi.kind());
            if vi.has_own_type() {
                wanted.insert((vi.is_plural(), vi.placeholders()));
            }
            if vi.kind() != en.kind() {
                fail(&root.join("en.json"), format!("{section}.{key}: one and other in one language only"));
            }
            for (value, entry) in values.iter_mut().zip([vi, en]) {
                let _ = writeln!(value, "{only}{key}: {},", entry.expression());
            }
        }
        if let Some(key) = english.keys().find(|key| !entries.contains_key(*key)) {
            fail(&root.join("vi.json"), format!("no text {section}.{key}"));
        }
        // Texts of pages that are not in the first wasm are not in it either.
        let is_first = section == FIRST_TEXTS.0 || FIRST_SECTIONS.contains(&section.as_str());
        let only = if is_first { "" } else { "#[cfg(feature = \"pages\")]\n" };
        let name = camel(section);
        let _ = writeln!(types, "{only}#[derive(Debug)]\npub struct {name} {{\n{fields}}}");
        let _ = writeln!(sections, "{only}pub {section}: {name},");
        for (all, value) in statics.iter_mut().zip(values) {
            let _ = writeln!(all, "{only}{section}: {name} {{\n{value}}},");
        }
    }
    if let Some(section) = en.keys().find(|section| !vi.contains_key(*section)) {
        fail(&root.join("vi.json"), format!("no section \"{section}\""));
    }
    for (is_plural, names) in wanted {
        types += &if is_plural { plural_type(&names) } else { text_type(&names) };
    }
    let [vi, en] = statics;
    format!(
        "{types}\n#[derive(Debug)]\npub struct Words {{\n{sections}}}\n\
         pub static VI: Words = Words {{\n{vi}}};\n{BOTH_LANGUAGES}pub static EN: Words = Words {{\n{en}}};\n"
    )
}

/// A text with these placeholders.
fn text_type(names: &BTreeSet<&str>) -> String {
    let kind = type_name("With", names);
    format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub struct {kind}(&'static str);\n\
         impl {kind} {{\npub fn {}(self{}) -> String {{ fill(self.0, &[{}]) }}\n}}\n",
        Vec::from_iter(names.iter().copied()).join("_"),
        parameters(names),
        values(names),
    )
}

/// A text that depends on `n` and has more placeholders.
fn plural_type(names: &BTreeSet<&str>) -> String {
    let kind = type_name("PluralWith", names);
    let others: BTreeSet<&str> = names.iter().copied().filter(|name| *name != "n").collect();
    format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub struct {kind}(Plural);\n\
         impl {kind} {{\npub fn of_{}(self, n: usize{}) -> String {{ fill(self.0.choose(n), &[(\"n\", &n), {}]) }}\n}}\n",
        Vec::from_iter(others.iter().copied()).join("_"),
        parameters(&others),
        values(&others),
    )
}

fn type_name(before: &str, names: &BTreeSet<&str>) -> String {
    names.iter().fold(before.to_owned(), |all, name| all + &camel(name))
}

fn parameters(names: &BTreeSet<&str>) -> String {
    names.iter().map(|name| format!(", r#{name}: &dyn Display")).collect()
}

fn values(names: &BTreeSet<&str>) -> String {
    names.iter().map(|name| format!("(\"{name}\", r#{name}), ")).collect()
}

fn camel(name: &str) -> String {
    name.split('_').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Text(String),
    Plural { one: String, other: String },
}

impl Entry {
    fn kind(&self) -> String {
        match self {
            Entry::Text(_) if self.has_own_type() => type_name("With", &self.placeholders()),
            Entry::Text(_) => "&'static str".into(),
            Entry::Plural { .. } if self.has_own_type() => type_name("PluralWith", &self.placeholders()),
            Entry::Plural { .. } => "Plural".into(),
        }
    }

    fn expression(&self) -> String {
        let text = match self {
            Entry::Text(text) => format!("{text:?}"),
            Entry::Plural { one, other } => format!("Plural {{ one: {one:?}, other: {other:?} }}"),
        };
        if self.has_own_type() { format!("{}({text})", self.kind()) } else { text }
    }

    fn is_plural(&self) -> bool {
        matches!(self, Entry::Plural { .. })
    }

    /// Whether it has placeholders, beside the number that decides.
    fn has_own_type(&self) -> bool {
        self.placeholders().iter().any(|name| !self.is_plural() || *name != "n")
    }

    fn placeholders(&self) -> BTreeSet<&str> {
        let text = match self {
            Entry::Text(text) => text,
            Entry::Plural { other, .. } => other,
        };
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
    }
}

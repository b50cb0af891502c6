//! The interface's texts as statics.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::{BOTH_LANGUAGES, fail, read};

/// Sections of the texts that the pages up to the first question use.
const FIRST_SECTIONS: [&str; 10] =
    ["app", "saving", "files", "stars", "criterion", "home", "choose", "tasks", "stops", "lost"];

/// The interface's texts: a struct a section, a static a language. A section maps names to texts, or
/// to `{"one": …, "other": …}` where a number decides. Both languages must have the same names and
/// the same `{placeholders}`.
pub fn interface(root: &Path) -> String {
    type Sections = BTreeMap<String, BTreeMap<String, Entry>>;
    let [vi, en]: [Sections; 2] = ["vi.json", "en.json"].map(|file| read(&root.join(file)));
    let mut types = String::new();
    let mut statics = [String::new(), String::new()];
    let mut sections = String::new();
    for (section, entries) in &vi {
        let Some(english) = en.get(section) else { fail(&root.join("en.json"), format!("no section \"{section}\"")) };
        let name: String = section.split('_').map(capital).collect();
        let mut fields = String::new();
        let mut values = [String::new(), String::new()];
        for (key, vi) in entries {
            let Some(en) = english.get(key) else { fail(&root.join("en.json"), format!("no text {section}.{key}")) };
            if vi.placeholders() != en.placeholders() {
                fail(&root.join("en.json"), format!("{section}.{key}: other {{placeholders}} than in vi.json"));
            }
            let _ = writeln!(fields, "pub {key}: {},", vi.kind());
            if vi.kind() != en.kind() {
                fail(&root.join("en.json"), format!("{section}.{key}: one and other in one language only"));
            }
            for (value, entry) in values.iter_mut().zip([vi, en]) {
                let _ = writeln!(value, "{key}: {},", entry.expression());
            }
        }
        if let Some(key) = english.keys().find(|key| !entries.contains_key(*key)) {
            fail(&root.join("vi.json"), format!("no text {section}.{key}"));
        }
        // Texts of pages that are not in the first wasm are not in it either.
        let only = if FIRST_SECTIONS.contains(&section.as_str()) { "" } else { "#[cfg(feature = \"pages\")]\n" };
        let _ = writeln!(types, "{only}#[derive(Debug)]\npub struct {name} {{\n{fields}}}");
        let _ = writeln!(sections, "{only}pub {section}: {name},");
        for (all, value) in statics.iter_mut().zip(values) {
            let _ = writeln!(all, "{only}{section}: {name} {{\n{value}}},");
        }
    }
    if let Some(section) = en.keys().find(|section| !vi.contains_key(*section)) {
        fail(&root.join("vi.json"), format!("no section \"{section}\""));
    }
    let [vi, en] = statics;
    format!(
        "{types}\n#[derive(Debug)]\npub struct Words {{\n{sections}}}\n\
         pub static VI: Words = Words {{\n{vi}}};\n{BOTH_LANGUAGES}\npub static EN: Words = Words {{\n{en}}};\n"
    )
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
    fn kind(&self) -> &'static str {
        match self {
            Entry::Text(_) => "&'static str",
            Entry::Plural { .. } => "Plural",
        }
    }

    fn expression(&self) -> String {
        match self {
            Entry::Text(text) => format!("{text:?}"),
            Entry::Plural { one, other } => format!("Plural {{ one: {one:?}, other: {other:?} }}"),
        }
    }

    fn placeholders(&self) -> BTreeSet<&str> {
        let text = match self {
            Entry::Text(text) => text,
            Entry::Plural { other, .. } => other,
        };
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
    }
}

//! What a file has that this build does not understand, kept for the build that wrote it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use super::node::{self, Node, Object};
use crate::domain::council::first_words;

/// What was found in a file and not understood: keys, answers and values of a newer build. They go back
/// to where they stood whenever the dossier is written, unless something else stands there by then.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Unknown(Option<Box<Found>>);

#[derive(Clone)]
struct Found {
    parts: Vec<Part>,
    /// Told by whoever reads: what only writes new dossiers need not carry it.
    put_back: fn(&[Part], &str, bool) -> String,
}

/// One value, and the keys that lead to it. In a list the key is the `id` of an entry; of a commune's request what it asked
/// for first, of a scorer's sheet the scorer's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub path: Vec<String>,
    pub value: Node,
    /// What this build writes in its place as long as nobody changes it.
    pub stand_in: Option<Node>,
}

impl PartialEq for Found {
    fn eq(&self, other: &Found) -> bool {
        self.parts == other.parts
    }
}

impl Eq for Found {}

impl fmt::Debug for Unknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.0.iter().flat_map(|found| &found.parts)).finish()
    }
}

impl Unknown {
    /// Of a dossier that this build writes like this.
    pub(super) fn of(mut parts: Vec<Part>, written: &str) -> Unknown {
        let Ok(mut file) = node::parse(written) else { return Unknown::default() };
        let mut paths = BTreeSet::new();
        parts.retain(|part| paths.insert(part.path.clone()));
        for part in &mut parts {
            part.stand_in = at(&file, &part.path).cloned();
        }
        for part in &parts {
            put(&mut file, &part.path, &part.value);
        }
        // What found no place (in a paper that is left out) goes with it.
        parts.retain(|part| at(&file, &part.path) == Some(&part.value));
        match parts.is_empty() {
            true => Unknown::default(),
            false => Unknown(Some(Box::new(Found { parts, put_back }))),
        }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The text of a file with what was not understood in its places.
    pub(super) fn in_text(&self, text: String, pretty: bool) -> String {
        match &self.0 {
            Some(found) => (found.put_back)(&found.parts, &text, pretty),
            None => text,
        }
    }
}

fn put_back(parts: &[Part], text: &str, pretty: bool) -> String {
    let Ok(mut file) = node::parse(text) else { return text.to_owned() };
    for part in parts {
        if at(&file, &part.path) == part.stand_in.as_ref() {
            put(&mut file, &part.path, &part.value);
        }
    }
    let written = if pretty { indented(&file) } else { serde_json::to_string(&file) };
    written.unwrap_or_else(|_| text.to_owned())
}

fn indented(file: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(file).map(|text| text + "\n")
}

/// The value at the end of a path.
fn at<'a>(node: &'a Node, path: &[String]) -> Option<&'a Node> {
    path.iter().try_fold(node, |node, step| match node {
        Node::Object(object) => object.entries.get(step),
        Node::List(items) => items.iter().find(|item| is_called(item, step)),
        _ => None,
    })
}

/// Puts a value at the end of a path. Groups that are left out while they are empty are made anew; an
/// entry of a list that is gone is gone.
fn put(node: &mut Node, path: &[String], value: &Node) {
    match (node, path) {
        (Node::Object(object), [last]) => drop(object.entries.insert(last.clone(), value.clone())),
        (Node::Object(object), [step, rest @ ..]) => {
            put(object.entries.entry(step.clone()).or_insert_with(|| Node::Object(Default::default())), rest, value);
        }
        (Node::List(items), [step, rest @ ..]) => {
            if let Some(item) = items.iter_mut().find(|item| is_called(item, step)) {
                put(item, rest, value);
            }
        }
        _ => {}
    }
}

fn is_called(item: &Node, name: &str) -> bool {
    let Node::Object(Object { entries, .. }) = item else { return false };
    match (text(entries, "id"), text(entries, "at"), text(entries, "text")) {
        (Some(id), ..) => id == name,
        // A place has no line's end in its name.
        (None, Some(at), Some(words)) => {
            let known_by = text(entries, "known_by").unwrap_or_default();
            name.split_once('\n') == Some((at, first_words(known_by, words)))
        }
        _ => scorer_of(entries).is_some_and(|scorer| scorer == name),
    }
}

/// How a request is called that began with these words at this place.
pub(super) fn request(at: &str, first_words: &str) -> String {
    format!("{at}\n{first_words}")
}

/// Whose sheet it is.
pub(super) fn scorer_of(sheet: &BTreeMap<String, Node>) -> Option<&str> {
    match sheet.get("scorer") {
        Some(Node::Object(scorer)) => text(&scorer.entries, "name"),
        _ => None,
    }
}

fn text<'a>(entries: &'a BTreeMap<String, Node>, key: &str) -> Option<&'a str> {
    match entries.get(key) {
        Some(Node::Text(text)) => Some(text),
        _ => None,
    }
}

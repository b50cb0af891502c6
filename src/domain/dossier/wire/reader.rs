//! Reading single values: each gives what fits, or a warning and nothing.

use std::collections::BTreeMap;

use super::node::{Node, Object};
use super::place::shortened;
use super::unknown::Part;
use super::{MAX_ID, MAX_ITEMS, MAX_UNKNOWN, MAX_WARNINGS, Place, Problem, Shape, Warning};
use crate::domain::decision::{ProductSet, Star};
use crate::domain::rating::Answer;

/// A value with its place.
pub(super) type Found = (Place, Node);

pub(super) struct Reader {
    pub set: &'static ProductSet,
    pub warnings: Vec<Warning>,
    pub more: usize,
    /// What was not understood and may be a newer build's.
    pub unknown: Vec<Part>,
}

/// The keys of an object that are not read yet.
pub(super) struct Branch {
    pub place: Place,
    pub entries: BTreeMap<String, Node>,
}

impl Branch {
    pub fn take(&mut self, key: &str) -> Option<Found> {
        self.entries.remove(key).map(|node| (self.place.key(key), node))
    }
}

impl Reader {
    pub fn warn(&mut self, place: &Place, value: String, problem: Problem) {
        if self.warnings.len() < MAX_WARNINGS {
            self.warnings.push(Warning { place: place.clone(), value, problem });
        } else {
            self.more += 1;
        }
    }

    /// All that was warned of; the last counts the rest.
    pub fn told(&mut self) -> Vec<Warning> {
        let mut told = std::mem::take(&mut self.warnings);
        if self.more > 0 {
            let problem = Problem::More { count: self.more };
            told.push(Warning { place: Place::root(), value: String::new(), problem });
        }
        told
    }

    /// Keeps what is not understood for whoever does. The rating is computed anew whenever it is written,
    /// and bytes that belong to nothing stay out.
    pub fn keep(&mut self, place: &Place, node: &Node) {
        let Some([first, ..]) = place.path() else { return };
        if !["rating", "files", "format", "version", "decision", "id"].contains(&first.as_str()) {
            let path = place.path().unwrap_or_default().to_vec();
            // Each is looked for in its list when it goes back.
            let is_listed = ["papers", "log", "corrections", "council"].contains(&first.as_str());
            if is_listed && self.unknown.len() >= MAX_UNKNOWN {
                return;
            }
            self.unknown.push(Part { path, value: node.clone(), stand_in: None });
        }
    }

    pub fn wrong(&mut self, place: &Place, node: &Node, expected: Shape) {
        self.keep(place, node);
        self.warn(place, shown(node), Problem::WrongType { expected });
    }

    pub fn branch(&mut self, place: Place, object: Object) -> Branch {
        for key in &object.repeated {
            self.warn(&place.key(key), String::new(), Problem::RepeatedKey);
        }
        Branch { place, entries: object.entries }
    }

    pub fn object(&mut self, (place, node): Found) -> Option<Branch> {
        match node {
            Node::Object(object) => Some(self.branch(place, object)),
            other => {
                self.wrong(&place, &other, Shape::Object);
                None
            }
        }
    }

    /// Names what is left of an object.
    pub fn finish(&mut self, branch: Branch) {
        for (key, node) in &branch.entries {
            self.keep(&branch.place.key(key), node);
            self.warn(&branch.place.key(key), shown(node), Problem::UnknownKey);
        }
    }

    /// The object under a key; empty if there is none.
    pub fn child(&mut self, parent: &mut Branch, key: &str) -> Option<Branch> {
        parent.take(key).and_then(|found| self.object(found))
    }

    /// The entries of an object that is keyed by criterion, in printed order, with their places in
    /// the set.
    pub fn by_criterion(&mut self, branch: Branch) -> Vec<(usize, Found)> {
        let mut found = Vec::new();
        for (code, node) in branch.entries {
            let place = branch.place.key(&code);
            match self.criterion(&place, &code) {
                Some(position) => found.push((position, (place, node))),
                None => self.keep(&place, &node),
            }
        }
        found.sort_by_key(|entry| entry.0);
        found
    }

    /// The same for the object under a key.
    pub fn child_by_criterion(&mut self, parent: &mut Branch, key: &str) -> Vec<(usize, Found)> {
        self.child(parent, key).map(|branch| self.by_criterion(branch)).unwrap_or_default()
    }

    pub fn criterion(&mut self, place: &Place, code: &str) -> Option<usize> {
        let position = self.set.position(code);
        if position.is_none() {
            self.warn(place, shortened(code, 60), Problem::UnknownCriterion);
        }
        position
    }

    pub fn list(&mut self, parent: &mut Branch, key: &str) -> Vec<Found> {
        match parent.take(key) {
            Some((place, Node::List(mut items))) => {
                if items.len() > MAX_ITEMS {
                    self.warn(&place, items.len().to_string(), Problem::TooMany { limit: MAX_ITEMS });
                    items.truncate(MAX_ITEMS);
                }
                items.into_iter().enumerate().map(|(index, node)| (place.index(index), node)).collect()
            }
            Some((place, other)) => {
                self.wrong(&place, &other, Shape::List);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    pub fn as_text(&mut self, (place, node): Found) -> Option<String> {
        match node {
            Node::Text(text) => Some(text),
            other => {
                self.wrong(&place, &other, Shape::Text);
                None
            }
        }
    }

    pub fn text(&mut self, parent: &mut Branch, key: &str) -> String {
        parent.take(key).and_then(|found| self.as_text(found)).unwrap_or_default()
    }

    pub fn as_bool(&mut self, (place, node): Found) -> bool {
        match node {
            Node::Bool(value) => value,
            other => {
                self.wrong(&place, &other, Shape::Bool);
                false
            }
        }
    }

    pub fn bool(&mut self, parent: &mut Branch, key: &str) -> bool {
        parent.take(key).is_some_and(|found| self.as_bool(found))
    }

    /// A whole number that a rule of its key allows.
    pub fn number<N: TryFrom<u64>>(
        &mut self,
        parent: &mut Branch,
        key: &str,
        allowed: impl Fn(u64) -> bool,
    ) -> Option<N> {
        let (place, node) = parent.take(key)?;
        let Some(number) = node.whole() else {
            self.wrong(&place, &node, Shape::Number);
            return None;
        };
        let fitting = Some(number).filter(|number| allowed(*number)).and_then(|number| N::try_from(number).ok());
        if fitting.is_none() {
            self.keep(&place, &node);
            self.warn(&place, shown(&node), Problem::UnknownValue);
        }
        fitting
    }

    pub fn star(&mut self, parent: &mut Branch, key: &str) -> Option<Star> {
        let (place, node) = parent.take(key)?;
        let star = node.whole().and_then(|number| u8::try_from(number).ok()).and_then(|star| Star::try_from(star).ok());
        if star.is_none() {
            self.wrong(&place, &node, Shape::Star);
        }
        star
    }

    /// One of the values that are possible here.
    pub fn choice<T: Copy>(&mut self, parent: &mut Branch, key: &str, of: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (place, node) = parent.take(key)?;
        let Node::Text(text) = &node else {
            self.wrong(&place, &node, Shape::Text);
            return None;
        };
        let found = of(text);
        if found.is_none() {
            self.keep(&place, &node);
            self.warn(&place, shown(&node), Problem::UnknownValue);
        }
        found
    }

    /// A text that is an id; `None` also where there is none.
    pub fn id(&mut self, (place, node): Found) -> Option<String> {
        match node {
            Node::Text(text) if is_id(&text) => Some(text),
            Node::Text(_) => {
                self.keep(&place, &node);
                self.warn(&place, shown(&node), Problem::UnknownValue);
                None
            }
            other => {
                self.wrong(&place, &other, Shape::Text);
                None
            }
        }
    }

    /// An id that must be there and not be taken; else `fallback`.
    pub fn own_id(
        &mut self,
        parent: &mut Branch,
        taken: impl Fn(&str) -> bool,
        fallback: impl Fn() -> String,
    ) -> String {
        let (place, node) = parent.take("id").unwrap_or_else(|| (parent.place.key("id"), Node::Null));
        match node {
            Node::Text(text) if is_id(&text) && !taken(&text) => text,
            other => {
                let id = fallback();
                self.warn(&place, shown(&other), Problem::NewId { id: id.clone() });
                id
            }
        }
    }

    pub fn instant(&mut self, parent: &mut Branch, key: &str) -> String {
        let Some((place, node)) = parent.take(key) else { return String::new() };
        match node {
            Node::Text(text) if is_instant(&text) => text,
            other => {
                self.wrong(&place, &other, Shape::Instant);
                String::new()
            }
        }
    }

    /// The level with this key, wherever this edition prints it: a key goes before an index.
    pub fn level_with_key(&mut self, place: &Place, node: &Node, position: usize) -> Answer {
        let ladder = self.set.criteria[position].ladder;
        let Node::Text(key) = node else {
            self.wrong(place, node, Shape::Text);
            return Answer::Unanswered;
        };
        match ladder.level_with_key(key).and_then(|index| u8::try_from(index).ok()) {
            Some(index) => Answer::Level(index),
            None => {
                self.keep(place, node);
                self.warn(place, shown(node), Problem::UnknownLevel { levels: ladder.labels.len() });
                Answer::Unanswered
            }
        }
    }

    pub fn level(&mut self, place: &Place, node: &Node, position: usize) -> Answer {
        let levels = self.set.criteria[position].levels.len();
        match (node, node.whole()) {
            (Node::Text(text), _) if text == "none" => Answer::NoneOfThese,
            (_, Some(index)) => match u8::try_from(index).ok().filter(|index| usize::from(*index) < levels) {
                Some(index) => Answer::Level(index),
                None => {
                    self.keep(place, node);
                    self.warn(place, index.to_string(), Problem::UnknownLevel { levels });
                    Answer::Unanswered
                }
            },
            (Node::Null, _) => Answer::Unanswered,
            _ => {
                self.wrong(place, node, Shape::Level);
                Answer::Unanswered
            }
        }
    }
}

/// A value as messages show it.
pub(super) fn shown(node: &Node) -> String {
    const MOST: usize = 60;
    match node {
        Node::Text(text) => format!("“{}”", shortened(text, MOST)),
        other => shortened(&other.to_string(), MOST),
    }
}

/// Letters, digits, hyphens and underscores: safe in a file name, a route and a storage key.
pub(super) fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// An instant in UTC, RFC 3339, to the second or finer.
fn is_instant(text: &str) -> bool {
    let Some(bytes) = text.strip_suffix('Z').map(str::as_bytes).filter(|bytes| (19..=30).contains(&bytes.len())) else {
        return false;
    };
    let (whole, fraction) = bytes.split_at(19);
    let shaped = whole.iter().zip(b"0000-00-00T00:00:00").all(|(byte, model)| match model {
        b'0' => byte.is_ascii_digit(),
        mark => byte == mark,
    });
    let number = |range: std::ops::Range<usize>| text[range].parse::<u8>().unwrap_or(u8::MAX);
    shaped
        && (1..=12).contains(&number(5..7))
        && (1..=31).contains(&number(8..10))
        && number(11..13) < 24
        && number(14..16) < 60
        && number(17..19) < 60
        && (fraction.is_empty()
            || fraction.len() > 1 && fraction[0] == b'.' && fraction[1..].iter().all(u8::is_ascii_digit))
}

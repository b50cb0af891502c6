//! A JSON document as a tree whose size is bounded while it is parsed: `20 MB` of `[],[],[],…` would
//! otherwise become hundreds of megabytes.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::Number;

use super::ReadError;
use crate::domain::spelling::legible;

/// The most values in a file. A full dossier has about a thousand.
const MAX_VALUES: usize = 100_000;

/// The deepest nesting. A dossier goes five deep.
const MAX_DEPTH: usize = 32;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Whole(u64),
    /// Any other number.
    OtherNumber(Number),
    Text(String),
    List(Vec<Node>),
    Object(Object),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Object {
    /// Of a key that stands twice, the last value, as JSON readers usually do.
    pub entries: BTreeMap<String, Node>,
    pub repeated: Vec<String>,
}

impl Node {
    /// The number, where it is whole and not negative; `2.0` is.
    pub fn whole(&self) -> Option<u64> {
        match self {
            Node::Whole(value) => Some(*value),
            _ => None,
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Null => formatter.write_str("null"),
            Node::Bool(value) => value.fmt(formatter),
            Node::Whole(value) => value.fmt(formatter),
            Node::OtherNumber(value) => match value.as_i64() {
                Some(value) => value.fmt(formatter),
                None => formatter.write_str(&decimal(value.as_f64().unwrap_or_default())),
            },
            Node::Text(value) => write!(formatter, "“{value}”"),
            Node::List(_) => formatter.write_str("[…]"),
            Node::Object(_) => formatter.write_str("{…}"),
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Null => serializer.serialize_unit(),
            Node::Bool(value) => serializer.serialize_bool(*value),
            Node::Whole(value) => serializer.serialize_u64(*value),
            Node::OtherNumber(value) => value.serialize(serializer),
            Node::Text(value) => serializer.serialize_str(value),
            Node::List(items) => serializer.collect_seq(items),
            Node::Object(object) => serializer.collect_map(&object.entries),
        }
    }
}

/// Parses a whole text.
pub(super) fn parse(text: &str) -> Result<Node, ReadError> {
    let budget = Budget { values: Cell::new(MAX_VALUES), exceeded: Cell::new(false) };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let node = Seed { budget: &budget, depth: 0 }.deserialize(&mut deserializer);
    node.and_then(|node| deserializer.end().map(|()| node)).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match budget.exceeded.get() {
            true => ReadError::TooComplex { line, column },
            false => ReadError::NotJson { line, column, cut_short: error.is_eof() },
        }
    })
}

struct Budget {
    values: Cell<usize>,
    exceeded: Cell<bool>,
}

#[derive(Clone, Copy)]
struct Seed<'a> {
    budget: &'a Budget,
    depth: usize,
}

impl<'a> Seed<'a> {
    fn spend<E: Error>(self) -> Result<(), E> {
        let left = self.budget.values.get().checked_sub(1).filter(|_| self.depth <= MAX_DEPTH);
        match left {
            Some(left) => self.budget.values.set(left),
            None => {
                self.budget.exceeded.set(true);
                return Err(E::custom("too many values or nested too deep"));
            }
        }
        Ok(())
    }

    fn deeper(self) -> Seed<'a> {
        Seed { depth: self.depth + 1, ..self }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.spend()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Whole(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(u64::try_from(value).map_or_else(|_| Node::OtherNumber(value.into()), Node::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        let whole = value.fract() == 0.0 && (0.0..9e15).contains(&value);
        if whole {
            return Ok(Node::Whole(value as u64));
        }
        // JSON has no number that is none.
        Ok(Number::from_f64(value).map_or(Node::Null, Node::OtherNumber))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(legible(value).into_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.deeper())? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut object = Object::default();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(self.deeper())?;
            if object.entries.insert(key.clone(), value).is_some() {
                object.repeated.push(key);
            }
        }
        Ok(Node::Object(object))
    }
}

/// A number to three places: enough for a message.
fn decimal(value: f64) -> String {
    let (sign, beyond) = if value < 0.0 { ("-", "≤ -1e15") } else { ("", "≥ 1e15") };
    let size = value.abs();
    if size >= 1e15 {
        return beyond.to_owned();
    }
    let (whole, thousandths) = (size as u64, (size.fract() * 1000.0) as u64);
    let text = format!("{sign}{whole}.{thousandths:03}");
    let tidy = text.trim_end_matches('0').trim_end_matches('.');
    if (thousandths as f64) < size.fract() * 1000.0 { format!("{text}…") } else { tidy.to_owned() }
}

//! The files of the Decision's data, as they are written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::fail;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetFile {
    pub no: u8,
    pub slug: String,
    pub sector: String,
    pub group: String,
    pub subgroup: Option<String>,
    pub ministries: Vec<String>,
    pub disqualification: Option<String>,
    pub parts: Vec<PartData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartData {
    pub code: String,
    pub max: u32,
    pub title: String,
    pub groups: Vec<Node>,
}

/// A group, a division of a group, or a criterion: whichever fields it has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    pub code: String,
    pub max: u32,
    pub title: Option<String>,
    pub criteria: Option<Vec<Node>>,
    pub wording: Option<String>,
    pub ladder: Option<String>,
    pub levels: Option<Levels>,
    #[serde(default)]
    pub notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Levels {
    One(String),
    Cases { a: String, b: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsFile {
    pub sets: BTreeMap<String, SetWords>,
    pub classes: BTreeMap<String, String>,
    pub parts: BTreeMap<String, String>,
    pub groups: BTreeMap<String, String>,
    pub cases: BTreeMap<String, String>,
    pub disqualifications: BTreeMap<String, NoteWords>,
    pub notes: BTreeMap<String, NoteWords>,
    pub wordings: BTreeMap<String, WordingWords>,
    pub ladders: BTreeMap<String, Vec<String>>,
    pub errata: Vec<ErratumWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetWords {
    pub name: String,
    pub examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteWords {
    pub text: String,
    pub question: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingWords {
    pub title: String,
    pub question: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErratumWords {
    pub printed: String,
    pub applied: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErratumData {
    pub set: Option<u8>,
    pub place: String,
    #[serde(default)]
    pub codes: Vec<String>,
    #[serde(default)]
    pub ladders: Vec<String>,
    pub kind: String,
}

/// One file a product set, in the order of their names.
pub fn set_files(root: &Path) -> Vec<PathBuf> {
    let folder = root.join("sets");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| fail(&folder, error));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

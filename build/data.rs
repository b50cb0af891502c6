//! The files of the Decision's data, as they are written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::fail;

/// `decision.json`: what the decision says outside its annexes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionFile {
    /// Official number.
    pub number: String,
    /// dd/mm/yyyy.
    pub in_force_from: String,
    /// The letter or digit with which a shared link says that it follows this decision.
    pub share_mark: char,
    /// How many product sets.
    pub sets: usize,
    /// Points by part.
    pub parts: BTreeMap<String, u32>,
    /// The fewest points of each star's band.
    pub bands: BTreeMap<u8, u32>,
}

impl DecisionFile {
    /// Its fields of a `DecisionRow`.
    pub fn row(&self, path: &Path) -> String {
        let day: Vec<u32> = self.in_force_from.split('/').filter_map(|number| number.parse().ok()).collect();
        let [day, month, year] = day[..] else {
            fail(path, format!("\"in_force_from\": \"{}\" is not dd/mm/yyyy", self.in_force_from))
        };
        if !self.share_mark.is_ascii_alphanumeric() || self.share_mark == '0' {
            fail(path, format!("\"share_mark\": \"{}\" is no letter and no digit of 1 to 9", self.share_mark));
        }
        let total: u32 = self.parts.values().sum();
        if !self.parts.keys().map(String::as_str).eq(["A", "B", "C"]) || total != 100 {
            fail(path, format!("\"parts\": {:?} are not A, B and C with 100 points in all", self.parts));
        }
        let bands: Vec<u32> = self.bands.values().copied().collect();
        let rising = bands.first() == Some(&0) && bands.windows(2).all(|two| two[0] < two[1]);
        if !self.bands.keys().copied().eq(1..=5) || !rising || bands.last().is_some_and(|top| *top > total) {
            fail(path, format!("\"bands\": {:?} do not rise from 0 over the stars 1 to 5", self.bands));
        }
        format!(
            "number: {:?}, in_force_from: ({day}, {month}, {year}), share_mark: {:?}, bands: {bands:?}",
            self.number, self.share_mark
        )
    }
}

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

#[derive(Default, Deserialize)]
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

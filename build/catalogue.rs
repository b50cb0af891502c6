//! The Decision's data as statics, checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::data::{DecisionFile, ErratumData, Node, SetFile, WordsFile};
use super::fail;
use tables::Table;

#[path = "catalogue/criteria.rs"]
mod criteria;
#[path = "catalogue/tables.rs"]
mod tables;

/// The two word files of a decision, and which of their entries its sets use.
#[derive(Default)]
struct Words {
    vi: WordsFile,
    en: WordsFile,
    used: BTreeSet<(&'static str, String)>,
    /// The folder of the decision, for messages: its sets may stand in the folder of the decision that it amends.
    root: PathBuf,
}

/// A decision as its folder has it.
pub struct Folder {
    pub root: PathBuf,
    pub decision: DecisionFile,
    pub sets: Vec<(PathBuf, SetFile)>,
    pub errata: Vec<ErratumData>,
    pub vi: WordsFile,
    pub en: WordsFile,
    /// Keys of the levels of a ladder that has levels of others, divided by spaces.
    pub ladders: BTreeMap<String, String>,
    /// The word files as the folder itself has them, in Vietnamese and English.
    pub own_words: [Value; 2],
}

impl Words {
    /// The text of an entry in both languages.
    fn pair(
        &mut self,
        at: &At,
        table: &'static str,
        key: &str,
        pick: impl Fn(&WordsFile) -> Option<&str>,
    ) -> (String, String) {
        self.used.insert((table, key.to_owned()));
        match (pick(&self.vi), pick(&self.en)) {
            (Some(vi), Some(en)) if !vi.trim().is_empty() && !en.trim().is_empty() => (vi.to_owned(), en.to_owned()),
            (None, _) => at.fail(format!("{} has no {table} \"{key}\"", self.root.join("words/vi.json").display())),
            (_, None) => at.fail(format!("{} has no {table} \"{key}\"", self.root.join("words/en.json").display())),
            _ => at.fail(format!("the words of {table} \"{key}\" are empty")),
        }
    }
}

/// Where in the data we are, for messages.
struct At<'a> {
    path: &'a Path,
    set: u8,
    criterion: &'a str,
}

impl At<'_> {
    fn fail(&self, what: impl std::fmt::Display) -> ! {
        fail(self.path, format!("set {}, criterion {}: {what}", self.set, self.criterion))
    }
}

/// Collects the rows of all decisions, which share what they print alike. Rows name each other by place, not by
/// pointer: places are small numbers that compress well, and the module on the wire is what a weak line waits for.
#[derive(Default)]
pub struct Writer {
    words: Words,
    texts: Table<(String, String)>,
    codes: Table<String>,
    wordings: Table<String>,
    ladders: Vec<[usize; 2]>,
    labels: Vec<usize>,
    levels: Table<String>,
    notes: Table<String>,
    disqualifications: Table<String>,
    criteria: Vec<String>,
    wording_keys: Vec<String>,
    ladder_keys: Vec<String>,
    /// Keys of each ladder's levels; empty where they are the ladder's own.
    ladder_levels: Vec<String>,
    /// `ladders.json` of the decision at hand.
    level_keys: BTreeMap<String, String>,
    /// What each level and each wording says, by its key, in Vietnamese: in all decisions the same.
    said: BTreeMap<String, String>,
    /// Example products in English, a line a set.
    english_examples: Vec<String>,
    sets: String,
    set_count: usize,
    /// What the first wasm has: its sets, and the texts that they are told by.
    first_sets: String,
    first_texts: Table<(String, String)>,
    first_decisions: String,
    errata: String,
    erratum_count: usize,
    decisions: String,
    decision_count: usize,
}

impl Writer {
    /// Adds a decision with all that stands in its folder, and gives its sets back, which hold together.
    pub fn decision(&mut self, id: &str, folder: Folder) -> Vec<(PathBuf, SetFile)> {
        let Folder { root, decision, sets, errata, vi, en, ladders, own_words } = folder;
        let path = root.join("decision.json");
        if sets.len() != decision.sets {
            fail(
                &path,
                format!(
                    "\"sets\": there are {} product sets in all, not {}: say how many, or put \"dropped_sets\" right",
                    sets.len(),
                    decision.sets
                ),
            );
        }
        self.words = Words { vi, en, used: BTreeSet::new(), root: root.clone() };
        self.level_keys = ladders;
        let first = (self.set_count, self.erratum_count);
        for (place, (path, set)) in sets.iter().enumerate() {
            if place > 0 && sets[place - 1].1.no >= set.no {
                fail(path, format!("\"no\": set {} stands behind set {}", set.no, sets[place - 1].1.no));
            }
            self.set(path, &decision, set);
        }
        self.errata_rows(&root.join("errata.json"), &errata, &sets);
        self.refuse_unused(&root, &own_words);
        let (facts, end) = (decision.row(&path), self.set_count);
        let _ = writeln!(self.first_decisions, "DecisionRow {{ id: {id:?}, {facts}, sets: [{}, {end}] }},", first.0);
        let _ = writeln!(
            self.decisions,
            "DecisionRow {{ id: {id:?}, {facts}, {}, sets: [{}, {end}], errata: [{}, {}] }},",
            decision.more(),
            first.0,
            first.1,
            self.erratum_count,
        );
        self.decision_count += 1;
        sets
    }

    /// The place of a text that the word files have under this key.
    fn text(&mut self, at: &At, table: &'static str, key: &str, pick: impl Fn(&WordsFile) -> Option<&str>) -> usize {
        let (vi, en) = self.words.pair(at, table, key, pick);
        self.keep(at.path, vi, en)
    }

    fn keep(&mut self, path: &Path, vi: String, en: String) -> usize {
        if vi.contains('\n') || en.contains('\n') {
            fail(path, format!("a text of more than one line: {vi:?}"));
        }
        self.texts.place((vi, en))
    }

    /// Adds a set, and its row to the table of sets.
    fn set(&mut self, path: &Path, decision: &DecisionFile, set: &SetFile) {
        let at = At { path, set: set.no, criterion: "-" };
        let key = set.no.to_string();
        let name = self.text(&at, "sets", &key, |w| w.sets.get(&key).map(|s| s.name.as_str()));
        let [examples, english] = [&self.words.vi, &self.words.en].map(|w| w.sets[&key].examples.join("|"));
        self.english_examples.push(english);
        let mut class = |key: &str| self.text(&at, "classes", key, |w| w.classes.get(key).map(String::as_str));
        let (sector, group) = (class(&set.sector), class(&set.group));
        let subgroup = set.subgroup.as_deref().map(class);
        let disqualification = set.disqualification.as_ref().map(|key| {
            let text = self
                .text(&at, "disqualifications", key, |w| w.disqualifications.get(key).map(|line| line.text.as_str()));
            let question = self.text(&at, "disqualifications", key, |w| {
                w.disqualifications.get(key).and_then(|line| line.question.as_deref())
            });
            self.disqualifications.place(format!("[{text}, {question}]"))
        });
        let parts: Vec<(&str, u32)> = set.parts.iter().map(|part| (part.code.as_str(), part.max)).collect();
        let printed: Vec<(&str, u32)> = decision.parts.iter().map(|(code, max)| (code.as_str(), *max)).collect();
        if parts != printed {
            at.fail(format!("\"parts\" are {parts:?}, but {printed:?} in decision.json"));
        }
        let mut criteria = Vec::new();
        let parts: String = set.parts.iter().map(|part| self.part(&at, part, &mut criteria)).collect();
        let codes: BTreeSet<&str> = criteria.iter().map(|(code, _)| code.as_str()).collect();
        if codes.len() != criteria.len() {
            at.fail("two criteria have the same code");
        }
        let counts_with = counts_with(&at, set, &criteria);
        let first = self.criteria.len();
        self.criteria.extend(criteria.into_iter().map(|(_, row)| row));
        self.set_count += 1;
        let [first_name, first_sector, first_group] =
            [name, sector, group].map(|place| self.first_texts.place(self.texts.rows[place].clone()));
        let _ = writeln!(
            self.first_sets,
            "SetRow {{ decision: {}, no: {}, slug: {:?}, name: {first_name}, class: [{first_sector}, {first_group}] }},",
            self.decision_count, set.no, set.slug,
        );
        let _ = writeln!(
            self.sets,
            "SetRow {{ decision: {}, no: {}, slug: {:?}, tourism: {}, counts_with: {counts_with:?}, name: {name}, examples: {examples:?}, class: [{sector}, {group}], \
             subgroup: {subgroup:?}, ministries: {:?}, disqualification: {disqualification:?}, parts: &[{parts}], \
             criteria: [{first}, {}] }},",
            self.decision_count,
            set.no,
            set.slug,
            set.tourism,
            set.ministries.join("|"),
            self.criteria.len(),
        );
    }

    fn errata_rows(&mut self, path: &Path, errata: &[ErratumData], sets: &[(PathBuf, SetFile)]) {
        let (vi, en) = (&self.words.vi.errata, &self.words.en.errata);
        if vi.len() != errata.len() || en.len() != errata.len() {
            fail(
                path,
                format!(
                    "{} errata, but {} texts under \"errata\" of words/vi.json and {} of words/en.json",
                    errata.len(),
                    vi.len(),
                    en.len()
                ),
            );
        }
        let pairs: Vec<[(String, String); 2]> = vi
            .iter()
            .zip(en)
            .map(|(vi, en)| [(vi.printed.clone(), en.printed.clone()), (vi.applied.clone(), en.applied.clone())])
            .collect();
        for (erratum, pairs) in errata.iter().zip(pairs) {
            let kind = match erratum.kind.as_str() {
                "misprint" => "Misprint",
                "implied" => "Implied",
                "glyph" => "Glyph",
                "suspected" => "Suspected",
                "doubtful" => "Doubtful",
                other => fail(path, format!("{}: no erratum kind \"{other}\"", erratum.place)),
            };
            if let Some(no) = erratum.set
                && !sets.iter().any(|(_, set)| set.no == no)
            {
                fail(path, format!("{}: no set {no}", erratum.place));
            }
            if let Some((_, set)) = sets.iter().find(|(_, set)| Some(set.no) == erratum.set) {
                let leaves = || set.parts.iter().flat_map(|part| &part.groups).flat_map(Node::leaves);
                if let Some(code) = erratum.codes.iter().find(|code| !leaves().any(|leaf| leaf.code == **code)) {
                    fail(path, format!("{}: set {} has no criterion {code}", erratum.place, set.no));
                }
            }
            let texts = pairs.map(|(vi, en)| self.keep(path, vi, en));
            self.erratum_count += 1;
            let _ = writeln!(
                self.errata,
                "ErratumRow {{ set: {:?}, place: {:?}, codes: {:?}, ladders: {:?}, kind: ErratumKind::{kind}, texts: {texts:?} }},",
                erratum.set,
                erratum.place,
                erratum.codes.join(" "),
                erratum.ladders.join(" "),
            );
        }
    }

    /// Words that no set uses are a mistake too: a key was misspelt or a set lost a criterion. What an amendment
    /// leaves of the words of the decision that it amends is not.
    fn refuse_unused(&self, root: &Path, own: &[Value; 2]) {
        for (key, _) in super::own(root, "ladders.json").as_object().into_iter().flatten() {
            if !self.words.used.contains(&("ladders", key.clone())) {
                fail(&root.join("ladders.json"), format!("\"{key}\" is the ladder of no set"));
            }
        }
        const TABLES: [&str; 8] =
            ["sets", "classes", "parts", "groups", "disqualifications", "notes", "wordings", "ladders"];
        for (file, words) in ["words/vi.json", "words/en.json"].iter().zip(own) {
            for table in TABLES {
                let keys = words[table].as_object().into_iter().flatten().map(|(key, _)| key);
                for key in keys {
                    if !self.words.used.contains(&(table, key.clone())) {
                        fail(&root.join(file), format!("{table} \"{key}\" is used by no set"));
                    }
                }
            }
        }
    }
}

/// The places of the criterion that counts only with another, and of that other.
fn counts_with(at: &At, set: &SetFile, criteria: &[(String, String)]) -> Option<[usize; 2]> {
    let place = |code: &str| criteria.iter().position(|(known, _)| known == code);
    let mut found = set.parts.iter().flat_map(|part| &part.groups).flat_map(Node::leaves).filter_map(|node| {
        let at = At { criterion: &node.code, ..*at };
        let needed = node.counts_with.as_ref()?;
        if !node.notes.iter().any(|note| note.starts_with("condition:")) {
            at.fail("\"counts_with\": a note of the kind \"condition\" must say so");
        }
        let Some(other) = place(needed) else { at.fail(format!("\"counts_with\": the set has no criterion {needed}")) };
        Some([place(&node.code)?, other])
    });
    let first = found.next();
    if found.next().is_some() {
        at.fail("\"counts_with\" stands at two criteria");
    }
    first
}

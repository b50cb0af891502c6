//! The Decision's data as statics, checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::data::{DecisionFile, ErratumData, Levels, Node, PartData, SetFile, WordsFile};
use crate::fail;

/// The two word files of a decision, and which of their entries its sets use.
#[derive(Default)]
struct Words {
    vi: WordsFile,
    en: WordsFile,
    used: BTreeSet<(&'static str, String)>,
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
            (None, _) => at.fail(format!("words/vi.json has no {table} \"{key}\"")),
            (_, None) => at.fail(format!("words/en.json has no {table} \"{key}\"")),
            _ => at.fail(format!("the words of {table} \"{key}\" are empty")),
        }
    }
}

/// Distinct rows in the order of their first use; a row is named by its place.
struct Table<T> {
    rows: Vec<T>,
    places: BTreeMap<T, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { rows: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T: Clone + Ord> Table<T> {
    fn place(&mut self, row: T) -> usize {
        if let Some(place) = self.places.get(&row) {
            return *place;
        }
        self.rows.push(row.clone());
        self.places.insert(row, self.rows.len() - 1);
        self.rows.len() - 1
    }
}

impl Table<String> {
    /// The rows as a static of that row type.
    fn written(&self, name: &str, row: &str) -> String {
        let rows: String = self.rows.iter().map(|expression| format!("{expression},\n")).collect();
        format!("static {name}: [{row}; {}] = [\n{rows}];\n", self.rows.len())
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
    /// Adds a decision with all that stands in its folder.
    pub fn decision(&mut self, id: &str, folder: Folder) {
        let Folder { root, decision, sets, errata, vi, en, ladders, own_words } = folder;
        let path = root.join("decision.json");
        if sets.len() != decision.sets {
            fail(&path, format!("\"sets\": the folder has {} product sets, not {}", sets.len(), decision.sets));
        }
        self.words = Words { vi, en, used: BTreeSet::new() };
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

    fn part(&mut self, at: &At, part: &PartData, criteria: &mut Vec<(String, String)>) -> String {
        let title = self.text(at, "parts", &part.title, |w| w.parts.get(&part.title).map(String::as_str));
        let sum: u32 = part.groups.iter().map(|group| group.max).sum();
        if sum != part.max {
            at.fail(format!("the groups of part {} add up to {sum}, not {}", part.code, part.max));
        }
        let groups: String = part.groups.iter().map(|group| self.group(at, group, criteria)).collect();
        format!("PartRow {{ code: PartCode::{}, max: {}, title: {title}, groups: &[{groups}] }},", part.code, part.max)
    }

    fn group(&mut self, at: &At, group: &Node, criteria: &mut Vec<(String, String)>) -> String {
        let title = self.group_title(at, group);
        let first = criteria.len();
        let mut subgroups = String::new();
        match &group.criteria {
            None => self.criterion(at, group, criteria),
            Some(nodes) => {
                sum_of(at, group, nodes);
                for node in nodes {
                    let start = criteria.len();
                    match &node.criteria {
                        None => self.criterion(at, node, criteria),
                        Some(leaves) => {
                            sum_of(at, node, leaves);
                            leaves.iter().for_each(|leaf| self.criterion(at, leaf, criteria));
                            let title = self.group_title(at, node);
                            let _ = write!(
                                subgroups,
                                "SubgroupRow {{ code: {}, max: {}, title: {title}, criteria: [{start}, {}] }},",
                                self.codes.place(node.code.clone()),
                                node.max,
                                criteria.len()
                            );
                        }
                    }
                }
            }
        }
        format!(
            "GroupRow {{ code: {}, max: {}, title: {title}, criteria: [{first}, {}], is_leaf: {}, subgroups: &[{subgroups}] }},",
            self.codes.place(group.code.clone()),
            group.max,
            criteria.len(),
            group.criteria.is_none()
        )
    }

    fn group_title(&mut self, at: &At, group: &Node) -> usize {
        let at = At { path: at.path, set: at.set, criterion: &group.code };
        let Some(key) = &group.title else { at.fail("a group without a title") };
        self.text(&at, "groups", key, |w| w.groups.get(key).map(String::as_str))
    }

    fn criterion(&mut self, at: &At, node: &Node, criteria: &mut Vec<(String, String)>) {
        let at = At { path: at.path, set: at.set, criterion: &node.code };
        let (Some(wording), Some(ladder), Some(levels)) = (&node.wording, &node.ladder, &node.levels) else {
            at.fail("a criterion needs wording, ladder and levels")
        };
        let (levels, cases) = match levels {
            Levels::One(list) => (level_list(&at, list, "None"), None),
            Levels::Cases { a, b } => {
                let mut all = level_list(&at, a, "Some(Case::A)");
                all.extend(level_list(&at, b, "Some(Case::B)"));
                let label = |letter: &str| {
                    let key = format!("{}/{}/{letter}", at.set, node.code);
                    self.text(&at, "cases", &key, |w| w.cases.get(&key).map(String::as_str))
                };
                (all, Some(["a", "b"].map(label)))
            }
        };
        let best = levels.iter().map(|level| level.0).max().unwrap_or(0);
        if best != node.max {
            at.fail(format!("its best level has {best} points, its maximum is {}", node.max));
        }
        let ladder = self.ladder(&at, ladder, levels.len());
        let title = self.text(&at, "wordings", wording, |w| w.wordings.get(wording).map(|x| x.title.as_str()));
        let question = self.text(&at, "wordings", wording, |w| w.wordings.get(wording).map(|x| x.question.as_str()));
        let said = self.words.vi.wordings.get(wording).map(|words| format!("{} {}", words.title, words.question));
        self.say(&at, wording, &said.unwrap_or_default());
        let known = self.wordings.rows.len();
        let place = self.wordings.place(format!("[{title}, {question}]/*{wording}*/"));
        if place == known {
            self.wording_keys.push(wording.clone());
        }
        let levels: String = levels.into_iter().map(|(_, expression)| expression).collect();
        let levels = self.levels.place(format!("&[{levels}]"));
        let notes: String = node.notes.iter().map(|note| self.note(&at, note)).collect();
        let notes = self.notes.place(format!("&[{notes}]"));
        let code = self.codes.place(node.code.clone());
        criteria.push((
            node.code.clone(),
            format!(
                "CriterionRow {{ code: {code}, max: {}, wording: {place}, ladder: {ladder}, levels: {levels}, \
                 notes: {notes}, cases: {cases:?} }}",
                node.max
            ),
        ));
    }

    /// The place of a ladder, whose labels are written once, in printed order.
    fn ladder(&mut self, at: &At, ladder: &String, levels: usize) -> usize {
        let labels = (self.words.vi.ladders.get(ladder), self.words.en.ladders.get(ladder));
        let (Some(vi), Some(en)) = labels else { at.fail(format!("no labels \"{ladder}\" in both languages")) };
        if vi.len() != levels || en.len() != levels {
            at.fail(format!("{levels} levels, but {} and {} labels in \"{ladder}\"", vi.len(), en.len()));
        }
        if vi.iter().chain(en).any(|label| label.trim().is_empty()) {
            at.fail(format!("an empty label in \"{ladder}\""));
        }
        let pairs: Vec<(String, String)> = vi.iter().cloned().zip(en.iter().cloned()).collect();
        self.words.used.insert(("ladders", ladder.clone()));
        let level_keys = self.level_keys.get(ladder).cloned().unwrap_or_default();
        let keys: Vec<String> = match level_keys.as_str() {
            "" => ('a'..='z').take(levels).map(|letter| format!("{ladder}{letter}")).collect(),
            keys => keys.split(' ').map(str::to_owned).collect(),
        };
        if keys.len() != levels || keys.iter().collect::<BTreeSet<_>>().len() != levels {
            at.fail(format!("ladders.json: \"{ladder}\" has {levels} levels, each with a key of its own"));
        }
        for (key, (vi, _)) in keys.iter().zip(&pairs) {
            self.say(at, key, vi);
        }
        let labels: Vec<usize> = pairs.into_iter().map(|(vi, en)| self.keep(at.path, vi, en)).collect();
        // Decisions that print a ladder alike share it.
        let known = (0..self.ladder_keys.len()).find(|place| {
            let [first, end] = self.ladders[*place];
            self.ladder_keys[*place] == *ladder
                && self.ladder_levels[*place] == level_keys
                && self.labels[first..end] == labels
        });
        known.unwrap_or_else(|| {
            let first = self.labels.len();
            self.labels.extend(labels);
            self.ladders.push([first, self.labels.len()]);
            self.ladder_keys.push(ladder.clone());
            self.ladder_levels.push(level_keys);
            self.ladders.len() - 1
        })
    }

    /// A key says the same in every decision, so that an answer or a carried criterion cannot change its meaning.
    fn say(&mut self, at: &At, key: &str, text: &str) {
        let said = self.said.entry(key.to_owned()).or_insert_with(|| text.to_owned());
        if said != text {
            at.fail(format!("\"{key}\" says {said:?} in another decision: what says {text:?} needs a key of its own"));
        }
    }

    /// A note is written `kind:key` in the set files.
    fn note(&mut self, at: &At, note: &str) -> String {
        let Some((kind, key)) = note.split_once(':') else { at.fail(format!("\"{note}\" is not kind:key")) };
        let variant = match kind {
            "guidance" => "Guidance",
            "evidence" => "Evidence",
            "content_requirement" => "ContentRequirement",
            "condition" => "Condition",
            "knockout" => "Knockout",
            "entry_requirement" => "EntryRequirement",
            "zero_knockout" => "ZeroKnockout",
            "minimum_applies_if" => "MinimumAppliesIf",
            other => at.fail(format!("no note kind \"{other}\"")),
        };
        let text = self.text(at, "notes", key, |w| w.notes.get(key).map(|note| note.text.as_str()));
        let asks = matches!(variant, "Knockout" | "EntryRequirement" | "MinimumAppliesIf");
        let question =
            asks.then(|| self.text(at, "notes", key, |w| w.notes.get(key).and_then(|note| note.question.as_deref())));
        format!("NoteRow {{ kind: NoteKind::{variant}, text: {text}, question: {question:?} }},")
    }

    /// What the first wasm has of all decisions: names and classes of their sets, in Vietnamese.
    pub fn first_tables(&self) -> String {
        [
            format!("static TEXTS: &str = {:?};\n", lines(&self.first_texts, |pair| &pair.0)),
            format!("static SETS: [SetRow; {}] = [\n{}];\n", self.set_count, self.first_sets),
            format!("static DECISIONS: [DecisionRow; {}] = [\n{}];\n", self.decision_count, self.first_decisions),
        ]
        .concat()
    }

    /// All tables of all decisions.
    pub fn tables(&self) -> String {
        let numbers =
            |name: &str, numbers: &[usize]| format!("static {name}: [u16; {}] = {numbers:?};\n", numbers.len());
        let criteria = Table { rows: self.criteria.clone(), places: BTreeMap::new() };
        [
            format!("static TEXTS_VI: &str = {:?};\n", lines(&self.texts, |pair| &pair.0)),
            format!("static TEXTS_EN: &str = {:?};\n", lines(&self.texts, |pair| &pair.1)),
            format!("static EXAMPLES_EN: &str = {:?};\n", self.english_examples.join("\n")),
            format!("static CODES: &str = {:?};\n", self.codes.rows.join(" ")),
            format!("static WORDING_KEYS: &str = {:?};\n", self.wording_keys.join(" ")),
            format!("static LADDER_KEYS: &str = {:?};\n", self.ladder_keys.join(" ")),
            format!("static LADDER_LEVELS: &str = {:?};\n", self.ladder_levels.join("|")),
            numbers("LABELS", &self.labels),
            self.wordings.written("WORDINGS", "[u16; 2]"),
            format!("static LADDERS: [[u16; 2]; {}] = {:?};\n", self.ladders.len(), self.ladders),
            self.levels.written("LEVELS", "&[Level]"),
            self.notes.written("NOTES", "&[NoteRow]"),
            self.disqualifications.written("DISQUALIFICATIONS", "[u16; 2]"),
            criteria.written("CRITERIA", "CriterionRow"),
            format!("static SETS: [SetRow; {}] = [\n{}];\n", self.set_count, self.sets),
            format!("static ERRATA: [ErratumRow; {}] = [\n{}];\n", self.erratum_count, self.errata),
            format!("static DECISIONS: [DecisionRow; {}] = [\n{}];\n", self.decision_count, self.decisions),
        ]
        .concat()
    }

    fn errata_rows(&mut self, path: &Path, errata: &[ErratumData], sets: &[(PathBuf, SetFile)]) {
        let (vi, en) = (&self.words.vi.errata, &self.words.en.errata);
        if vi.len() != errata.len() || en.len() != errata.len() {
            fail(path, format!("{} errata, but {} and {} texts", errata.len(), vi.len(), en.len()));
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
                fail(path, format!("no set {no}"));
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

/// The texts of one language, a line each.
fn lines(texts: &Table<(String, String)>, pick: fn(&(String, String)) -> &String) -> String {
    texts.rows.iter().map(pick).map(String::as_str).collect::<Vec<_>>().join("\n")
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

fn sum_of(at: &At, group: &Node, nodes: &[Node]) {
    let sum: u32 = nodes.iter().map(|node| node.max).sum();
    if sum != group.max {
        let at = At { path: at.path, set: at.set, criterion: &group.code };
        at.fail(format!("its criteria add up to {sum}, its maximum is {}", group.max));
    }
}

/// Levels are written as points with the star minimum behind: `0 1 2**** 3*****`.
fn level_list(at: &At, list: &str, case: &str) -> Vec<(u32, String)> {
    list.split_whitespace()
        .map(|level| {
            let points = level.trim_end_matches('*');
            let minimum = match level.len() - points.len() {
                0 => "None",
                3 => "Some(StarMinimum::Three)",
                4 => "Some(StarMinimum::Four)",
                5 => "Some(StarMinimum::Five)",
                other => at.fail(format!("\"{level}\": {other} stars mark no minimum")),
            };
            let Ok(points) = points.parse::<u32>() else { at.fail(format!("\"{level}\" has no points")) };
            let expression = format!("Level {{ points: Points({points}), star_minimum: {minimum}, case: {case} }},");
            (points, expression)
        })
        .collect()
}

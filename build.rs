//! Turns the Decision's data (`src/domain/criteria/decision-26-2026/`) and the interface's texts
//! (`src/words/`) into Rust statics, and refuses data that do not add up with a message that names
//! file, set and criterion.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;
use serde::de::DeserializeOwned;

const WORDS: &str = "src/words";
const DATA: &str = "src/domain/criteria/decision-26-2026";
const SETS: u8 = 26;
/// Points of the parts A, B and C (article 3.1).
const PARTS: [(&str, u32); 3] = [("A", 40), ("B", 25), ("C", 35)];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetFile {
    no: u8,
    slug: String,
    sector: String,
    group: String,
    subgroup: Option<String>,
    ministries: Vec<String>,
    disqualification: Option<String>,
    parts: Vec<PartData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartData {
    code: String,
    max: u32,
    title: String,
    groups: Vec<Node>,
}

/// A group, a division of a group, or a criterion: whichever fields it has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Node {
    code: String,
    max: u32,
    title: Option<String>,
    criteria: Option<Vec<Node>>,
    wording: Option<String>,
    ladder: Option<String>,
    levels: Option<Levels>,
    #[serde(default)]
    notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Levels {
    One(String),
    Cases { a: String, b: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    sets: BTreeMap<String, SetWords>,
    classes: BTreeMap<String, String>,
    parts: BTreeMap<String, String>,
    groups: BTreeMap<String, String>,
    cases: BTreeMap<String, String>,
    disqualifications: BTreeMap<String, NoteWords>,
    notes: BTreeMap<String, NoteWords>,
    wordings: BTreeMap<String, WordingWords>,
    ladders: BTreeMap<String, Vec<String>>,
    errata: Vec<ErratumWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetWords {
    name: String,
    examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoteWords {
    text: String,
    question: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingWords {
    title: String,
    question: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ErratumWords {
    printed: String,
    applied: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ErratumData {
    set: Option<u8>,
    place: String,
    #[serde(default)]
    codes: Vec<String>,
    #[serde(default)]
    ladders: Vec<String>,
    kind: String,
}

fn main() {
    println!("cargo::rerun-if-changed={DATA}");
    println!("cargo::rerun-if-changed={WORDS}/vi.json");
    println!("cargo::rerun-if-changed={WORDS}/en.json");
    println!("cargo::rerun-if-changed=build.rs");
    let root = Path::new(DATA);
    let words =
        Words { vi: read(&root.join("words/vi.json")), en: read(&root.join("words/en.json")), used: BTreeSet::new() };
    let sets: Vec<(PathBuf, SetFile)> = set_files(root).into_iter().map(|path| (path.clone(), read(&path))).collect();
    if sets.len() != usize::from(SETS) {
        fail(root, format!("{} product sets, the Decision has {SETS}", sets.len()));
    }
    let errata: Vec<ErratumData> = read(&root.join("errata.json"));

    let mut writer = Writer { words, statics: String::new(), known: BTreeMap::new() };
    let mut table = String::new();
    for (place, (path, set)) in sets.iter().enumerate() {
        if usize::from(set.no) != place + 1 {
            fail(path, format!("set {} stands in place {}", set.no, place + 1));
        }
        writer.set(path, set, &mut table);
    }
    let errata = writer.errata(&root.join("errata.json"), &errata, &sets);
    writer.refuse_unused(root);

    let code = format!("{}\npub static SETS: [ProductSet; {SETS}] = [\n{table}];\n{errata}\n", writer.statics);
    write_out("catalogue.rs", &code);
    write_out("words.rs", &interface(Path::new(WORDS)));
}

fn write_out(name: &str, code: &str) {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(&out, code).unwrap_or_else(|error| fail(&out, error));
}

/// The interface's texts: a struct a section, a static a language. A section maps names to texts, or
/// to `{"one": …, "other": …}` where a number decides. Both languages must have the same names and
/// the same `{placeholders}`.
fn interface(root: &Path) -> String {
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
        let _ = writeln!(types, "#[derive(Debug)]\npub struct {name} {{\n{fields}}}");
        let _ = writeln!(sections, "pub {section}: {name},");
        for (all, value) in statics.iter_mut().zip(values) {
            let _ = writeln!(all, "{section}: {name} {{\n{value}}},");
        }
    }
    if let Some(section) = en.keys().find(|section| !vi.contains_key(*section)) {
        fail(&root.join("vi.json"), format!("no section \"{section}\""));
    }
    let [vi, en] = statics;
    format!(
        "{types}\n#[derive(Debug)]\npub struct Words {{\n{sections}}}\n\
         pub static VI: Words = Words {{\n{vi}}};\npub static EN: Words = Words {{\n{en}}};\n"
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

fn fail(path: &Path, what: impl std::fmt::Display) -> ! {
    println!("cargo::error={}: {what}", path.display());
    std::process::exit(1);
}

fn read<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| fail(path, error));
    serde_json::from_str(&text).unwrap_or_else(|error| fail(path, error))
}

fn set_files(root: &Path) -> Vec<PathBuf> {
    let folder = root.join("sets");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| fail(&folder, error));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

/// The two word files, and which of their entries the sets use.
struct Words {
    vi: WordsFile,
    en: WordsFile,
    used: BTreeSet<(&'static str, String)>,
}

impl Words {
    /// A `Text` expression from the entry that `pick` finds in both languages.
    fn text<'a>(
        &'a mut self,
        at: &At,
        table: &'static str,
        key: &str,
        pick: impl Fn(&'a WordsFile) -> Option<&'a str>,
    ) -> String {
        self.used.insert((table, key.to_owned()));
        match (pick(&self.vi), pick(&self.en)) {
            (Some(vi), Some(en)) if !vi.trim().is_empty() && !en.trim().is_empty() => text(vi, en),
            (None, _) => at.fail(format!("words/vi.json has no {table} \"{key}\"")),
            (_, None) => at.fail(format!("words/en.json has no {table} \"{key}\"")),
            _ => at.fail(format!("the words of {table} \"{key}\" are empty")),
        }
    }
}

fn text(vi: &str, en: &str) -> String {
    format!("Text {{ vi: {vi:?}, en: {en:?} }}")
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

struct Writer {
    words: Words,
    statics: String,
    /// Expressions already written as statics, with the static's name.
    known: BTreeMap<String, String>,
}

impl Writer {
    /// Writes a static once for each distinct expression and returns its name.
    fn share(&mut self, prefix: &str, kind: &str, expression: String) -> String {
        if let Some(name) = self.known.get(&expression) {
            return name.clone();
        }
        let name = format!("{prefix}{}", self.known.len());
        let _ = writeln!(self.statics, "static {name}: {kind} = {expression};");
        self.known.insert(expression, name.clone());
        name
    }

    fn set(&mut self, path: &Path, set: &SetFile, table: &mut String) {
        let at = At { path, set: set.no, criterion: "-" };
        let key = set.no.to_string();
        let name = self.words.text(&at, "sets", &key, |w| w.sets.get(&key).map(|s| s.name.as_str()));
        let examples = [&self.words.vi, &self.words.en].map(|w| w.sets[&key].examples.clone());
        let class = self.class(&at, set);
        let disqualification = match &set.disqualification {
            None => "None".to_owned(),
            Some(key) => {
                let text = self
                    .words
                    .text(&at, "disqualifications", key, |w| w.disqualifications.get(key).map(|d| d.text.as_str()));
                let question = self.words.text(&at, "disqualifications", key, |w| {
                    w.disqualifications.get(key).and_then(|d| d.question.as_deref())
                });
                let expression = format!("Disqualification {{ text: {text}, question: {question} }}");
                format!("Some(&{})", self.share("D", "Disqualification", expression))
            }
        };
        let parts: Vec<(&str, u32)> = set.parts.iter().map(|part| (part.code.as_str(), part.max)).collect();
        if parts != PARTS {
            at.fail(format!("parts {parts:?}, article 3.1 has {PARTS:?}"));
        }
        let mut criteria = Vec::new();
        let parts: String = set.parts.iter().map(|part| self.part(&at, part, &mut criteria)).collect();
        let codes: BTreeSet<&str> = criteria.iter().map(|(code, _)| code.as_str()).collect();
        if codes.len() != criteria.len() {
            at.fail("two criteria have the same code");
        }
        let criteria: String = criteria.iter().map(|(_, expression)| format!("{expression},\n")).collect();
        let _ = writeln!(
            table,
            "ProductSet {{ no: SetNo({}), slug: {:?}, name: {name}, examples: [&{:?}, &{:?}], class: {class}, \
             disqualification: {disqualification}, parts: &[{parts}], criteria: &[\n{criteria}] }},",
            set.no, set.slug, examples[0], examples[1],
        );
    }

    fn class(&mut self, at: &At, set: &SetFile) -> String {
        let mut class = |key: &str| self.words.text(at, "classes", key, |w| w.classes.get(key).map(String::as_str));
        let (sector, group) = (class(&set.sector), class(&set.group));
        let subgroup = set.subgroup.as_deref().map_or("None".to_owned(), |key| format!("Some({})", class(key)));
        format!(
            "ProductClass {{ sector: {sector}, group: {group}, subgroup: {subgroup}, ministries: &{:?} }}",
            set.ministries
        )
    }

    fn part(&mut self, at: &At, part: &PartData, criteria: &mut Vec<(String, String)>) -> String {
        let title = self.words.text(at, "parts", &part.title, |w| w.parts.get(&part.title).map(String::as_str));
        let sum: u32 = part.groups.iter().map(|group| group.max).sum();
        if sum != part.max {
            at.fail(format!("the groups of part {} add up to {sum}, not {}", part.code, part.max));
        }
        let groups: String = part.groups.iter().map(|group| self.group(at, group, criteria)).collect();
        format!(
            "Part {{ code: PartCode::{}, max: Points({}), title: {title}, groups: &[{groups}] }},",
            part.code, part.max
        )
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
                                "Subgroup {{ code: {:?}, max: Points({}), title: {title}, criteria: {start}..{} }},",
                                node.code,
                                node.max,
                                criteria.len()
                            );
                        }
                    }
                }
            }
        }
        format!(
            "Group {{ code: {:?}, max: Points({}), title: {title}, criteria: {first}..{}, is_leaf: {}, subgroups: &[{subgroups}] }},",
            group.code,
            group.max,
            criteria.len(),
            group.criteria.is_none()
        )
    }

    fn group_title(&mut self, at: &At, group: &Node) -> String {
        let at = At { path: at.path, set: at.set, criterion: &group.code };
        let Some(key) = &group.title else { at.fail("a group without a title") };
        self.words.text(&at, "groups", key, |w| w.groups.get(key).map(String::as_str))
    }

    fn criterion(&mut self, at: &At, node: &Node, criteria: &mut Vec<(String, String)>) {
        let at = At { path: at.path, set: at.set, criterion: &node.code };
        let (Some(wording), Some(ladder), Some(levels)) = (&node.wording, &node.ladder, &node.levels) else {
            at.fail("a criterion needs wording, ladder and levels")
        };
        let (levels, cases) = match levels {
            Levels::One(list) => (level_list(&at, list, "None"), "None".to_owned()),
            Levels::Cases { a, b } => {
                let mut all = level_list(&at, a, "Some(Case::A)");
                all.extend(level_list(&at, b, "Some(Case::B)"));
                let label = |letter: &str| {
                    let key = format!("{}/{}/{letter}", at.set, node.code);
                    self.words.text(&at, "cases", &key, |w| w.cases.get(&key).map(String::as_str))
                };
                let [a, b] = ["a", "b"].map(label);
                (all, format!("Some([{a}, {b}])"))
            }
        };
        let best = levels.iter().map(|level| level.0).max().unwrap_or(0);
        if best != node.max {
            at.fail(format!("its best level has {best} points, its maximum is {}", node.max));
        }
        let labels = (self.words.vi.ladders.get(ladder), self.words.en.ladders.get(ladder));
        let (Some(vi), Some(en)) = labels else { at.fail(format!("no labels \"{ladder}\" in both languages")) };
        if vi.len() != levels.len() || en.len() != levels.len() {
            at.fail(format!("{} levels, but {} and {} labels in \"{ladder}\"", levels.len(), vi.len(), en.len()));
        }
        if vi.iter().chain(en).any(|label| label.trim().is_empty()) {
            at.fail(format!("an empty label in \"{ladder}\""));
        }
        let labels: String = vi.iter().zip(en).map(|(vi, en)| format!("{},", text(vi, en))).collect();
        self.words.used.insert(("ladders", ladder.clone()));
        let ladder = self.share("L", "Ladder", format!("Ladder {{ key: {ladder:?}, labels: &[{labels}] }}"));
        let title = self.words.text(&at, "wordings", wording, |w| w.wordings.get(wording).map(|x| x.title.as_str()));
        let question =
            self.words.text(&at, "wordings", wording, |w| w.wordings.get(wording).map(|x| x.question.as_str()));
        let wording =
            self.share("W", "Wording", format!("Wording {{ key: {wording:?}, title: {title}, question: {question} }}"));
        let count = levels.len();
        let levels: String = levels.into_iter().map(|(_, expression)| expression).collect();
        let levels = self.share("V", &format!("[Level; {count}]"), format!("[{levels}]"));
        let notes: String = node.notes.iter().map(|note| self.note(&at, note)).collect();
        let notes = self.share("N", &format!("[Note; {}]", node.notes.len()), format!("[{notes}]"));
        criteria.push((
            node.code.clone(),
            format!(
                "Criterion {{ code: {:?}, max: Points({}), wording: &{wording}, ladder: &{ladder}, levels: &{levels}, \
                 notes: &{notes}, cases: {cases} }}",
                node.code, node.max
            ),
        ));
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
        let text = self.words.text(at, "notes", key, |w| w.notes.get(key).map(|note| note.text.as_str()));
        let asks = matches!(variant, "Knockout" | "EntryRequirement" | "MinimumAppliesIf");
        let question = match asks {
            false => "None".to_owned(),
            true => {
                let question =
                    self.words.text(at, "notes", key, |w| w.notes.get(key).and_then(|note| note.question.as_deref()));
                format!("Some({question})")
            }
        };
        format!("Note {{ kind: NoteKind::{variant}, text: {text}, question: {question} }},")
    }

    fn errata(&mut self, path: &Path, errata: &[ErratumData], sets: &[(PathBuf, SetFile)]) -> String {
        let (vi, en) = (&self.words.vi.errata, &self.words.en.errata);
        if vi.len() != errata.len() || en.len() != errata.len() {
            fail(path, format!("{} errata, but {} and {} texts", errata.len(), vi.len(), en.len()));
        }
        let mut list = String::new();
        for ((erratum, vi), en) in errata.iter().zip(vi).zip(en) {
            let kind = match erratum.kind.as_str() {
                "misprint" => "Misprint",
                "implied" => "Implied",
                "glyph" => "Glyph",
                "suspected" => "Suspected",
                "doubtful" => "Doubtful",
                other => fail(path, format!("{}: no erratum kind \"{other}\"", erratum.place)),
            };
            let set = match erratum.set {
                None => "None".to_owned(),
                Some(no) if sets.iter().any(|(_, set)| set.no == no) => format!("Some(SetNo({no}))"),
                Some(no) => fail(path, format!("no set {no}")),
            };
            let _ = writeln!(
                list,
                "Erratum {{ set: {set}, place: {:?}, codes: &{:?}, ladders: &{:?}, kind: ErratumKind::{kind}, \
                 printed: {}, applied: {} }},",
                erratum.place,
                erratum.codes,
                erratum.ladders,
                text(&vi.printed, &en.printed),
                text(&vi.applied, &en.applied),
            );
        }
        format!("pub static ERRATA: [Erratum; {}] = [\n{list}];", errata.len())
    }

    /// Words that no set uses are a mistake too: a key was misspelt or a set lost a criterion.
    fn refuse_unused(&self, root: &Path) {
        for (file, words) in [("words/vi.json", &self.words.vi), ("words/en.json", &self.words.en)] {
            let tables: [(&'static str, Vec<&String>); 8] = [
                ("sets", words.sets.keys().collect()),
                ("classes", words.classes.keys().collect()),
                ("parts", words.parts.keys().collect()),
                ("groups", words.groups.keys().collect()),
                ("disqualifications", words.disqualifications.keys().collect()),
                ("notes", words.notes.keys().collect()),
                ("wordings", words.wordings.keys().collect()),
                ("ladders", words.ladders.keys().collect()),
            ];
            for (table, keys) in tables {
                for key in keys {
                    if !self.words.used.contains(&(table, key.clone())) {
                        fail(&root.join(file), format!("{table} \"{key}\" is used by no set"));
                    }
                }
            }
        }
    }
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

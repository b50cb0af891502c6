//! `find.json` of the decisions as statics, refused where it names what there is not.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::data::SetFile;
use super::{fail, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindFile {
    #[serde(rename = "note")]
    _note: String,
    groups: Vec<GroupData>,
    nothing: Vec<String>,
    questions: Vec<QuestionData>,
    holds: BTreeMap<u8, TextData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupData {
    is: Option<String>,
    sets: Option<String>,
    #[serde(default)]
    first: bool,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    filled: Option<String>,
    #[serde(default)]
    with: BTreeMap<String, String>,
    #[serde(default)]
    after: BTreeMap<String, String>,
    #[serde(default)]
    vi: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionData {
    vi: String,
    en: String,
    answers: Vec<AnswerData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerData {
    set: u8,
    vi: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextData {
    vi: String,
    en: String,
}

/// What the names of products say, a decision after the other.
#[derive(Default)]
pub struct Knowledge {
    rows: String,
    decisions: usize,
}

impl Knowledge {
    /// That of one decision, if its folder has any. An amendment without the file finds as the decision does that it amends; what was dropped is left out, where
    /// names are looked up.
    pub fn decision(&mut self, id: &str, chain: &[PathBuf], sets: &[(PathBuf, SetFile)]) {
        let own = chain.last().map(|root| root.join("find.json"));
        let Some(path) = chain.iter().map(|root| root.join("find.json")).rfind(|path| path.exists()) else { return };
        let numbers: BTreeSet<u8> = sets.iter().map(|(_, set)| set.no).collect();
        self.rows.push_str(&row(id, &path, &numbers, own.as_ref() == Some(&path)));
        self.decisions += 1;
    }

    pub fn table(&self) -> String {
        format!("static KNOWLEDGE: [Knowledge; {}] = [\n{}];\n", self.decisions, self.rows)
    }
}

fn row(id: &str, path: &Path, numbers: &BTreeSet<u8>, own: bool) -> String {
    let file: FindFile = read(path);
    // What is taken over may still name what was dropped.
    let sets = numbers.iter().chain(file.holds.keys().filter(|_| !own)).max().copied().unwrap_or(0);
    let kinds = kinds(path, &file.groups);
    refuse_doubles(path, &file);
    let mut groups = String::new();
    for group in &file.groups {
        let table = |table: &BTreeMap<String, String>| {
            let rows: Vec<String> = table
                .iter()
                .map(|(names, outcome)| {
                    format!("({}, {})", mask(path, &kinds, names), outcome_code(path, sets, outcome))
                })
                .collect();
            format!("&[{}]", rows.join(", "))
        };
        let is = group.is.as_ref().map_or(0, |name| 1_u32 << kinds[name]);
        let filled = group
            .filled
            .as_ref()
            .map_or("None".to_owned(), |filled| format!("Some({})", outcome_code(path, sets, filled)));
        let own =
            group.sets.as_ref().map_or("None".to_owned(), |own| format!("Some({})", outcome_code(path, sets, own)));
        let _ = writeln!(
            groups,
            "Group {{ is: {is}, sets: {own}, first: {}, weak: {}, filled: {filled}, with: {}, after: {}, words: {} }},",
            group.first,
            group.weak,
            table(&group.with),
            table(&group.after),
            text_code(&group.vi.join(", "), &group.en.join(", ")),
        );
    }
    let questions: String = file.questions.iter().map(|question| question_code(path, sets, question)).collect();
    if own && file.holds.keys().ne(numbers) {
        fail(path, format!("\"holds\" must have a text for each of the sets {numbers:?}"));
    }
    let text = |no: u8| file.holds.get(&no).map_or_else(|| text_code("", ""), |text| text_code(&text.vi, &text.en));
    let holds: String = (1..=sets).map(|no| format!("{},\n", text(no))).collect();
    format!(
        "Knowledge {{\ndecision: {id:?},\nindexes: [OnceLock::new(), OnceLock::new()],\ngroups: &[\n{groups}],\nnothing: {:?},\nquestions: &[\n{questions}],\nholds: &[\n{holds}],\n}},\n",
        file.nothing.join(", ")
    )
}

/// The kinds of things that groups are of, each with its bit.
fn kinds(path: &Path, groups: &[GroupData]) -> HashMap<String, usize> {
    let mut kinds = HashMap::new();
    for name in groups.iter().filter_map(|group| group.is.clone()) {
        let next = kinds.len();
        kinds.entry(name).or_insert(next);
    }
    if kinds.len() > 32 {
        fail(path, "more than 32 kinds of things");
    }
    kinds
}

fn mask(path: &Path, kinds: &HashMap<String, usize>, names: &str) -> u32 {
    if names == "*" {
        return u32::MAX;
    }
    names.split(' ').fold(0, |mask, name| match kinds.get(name) {
        Some(bit) => mask | 1 << bit,
        None => fail(path, format!("no group is \"{name}\"")),
    })
}

/// "1 > 7", "8 9", "none".
fn outcome_code(path: &Path, most: u8, text: &str) -> String {
    let sets: Vec<u8> = text
        .split([' ', '>'])
        .filter(|part| !part.is_empty() && *part != "none")
        .map(|part| part.parse().unwrap_or_else(|_| fail(path, format!("\"{text}\" is no list of sets"))))
        .collect();
    if sets.iter().any(|set| !(1..=most).contains(set)) {
        fail(path, format!("\"{text}\": sets are 1 to {most}"));
    }
    format!("Outcome {{ sure: {}, sets: &{sets:?} }}", sets.len() < 2 || text.contains('>'))
}

fn question_code(path: &Path, most: u8, question: &QuestionData) -> String {
    let answers: String = question
        .answers
        .iter()
        .map(|answer| {
            if !(1..=most).contains(&answer.set) {
                fail(path, format!("\"{}\" leads to set {}", answer.vi, answer.set));
            }
            format!("Answer {{ set: SetNo({}), text: {} }}, ", answer.set, text_code(&answer.vi, &answer.en))
        })
        .collect();
    format!("Question {{ text: {}, answers: &[{answers}] }},\n", text_code(&question.vi, &question.en))
}

/// Both languages, where both are compiled in: the first wasm speaks Vietnamese.
fn text_code(vi: &str, en: &str) -> String {
    if en.is_empty() {
        return format!("Text {{ vi: {vi:?}, en: \"\" }}");
    }
    const BOTH: &str = "cfg!(any(feature = \"pages\", not(feature = \"app\")))";
    format!("Text {{ vi: {vi:?}, en: if {BOTH} {{ {en:?} }} else {{ \"\" }} }}")
}

/// A phrase stands in one group; in another besides only where it must come first.
fn refuse_doubles(path: &Path, file: &FindFile) {
    let mut seen: HashMap<&str, bool> = HashMap::new();
    let grouped = file.groups.iter().flat_map(|group| group.vi.iter().map(move |line| (line, group.first)));
    for (line, first) in grouped.chain(file.nothing.iter().map(|line| (line, false))) {
        for phrase in line.split(", ") {
            if seen.insert(phrase, first).is_some_and(|other| other == first) {
                fail(path, format!("\"{phrase}\" stands twice"));
            }
        }
    }
}

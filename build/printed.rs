//! What Annex II calls its parts, groups and criteria, as statics: the names that a printed form carries.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::data::{Node, SetFile, laid_over};
use super::fail;

/// The names by the keys of the set files; `exceptions` by number of set, where one prints another name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedFile {
    parts: BTreeMap<String, String>,
    groups: BTreeMap<String, String>,
    exceptions: BTreeMap<String, BTreeMap<String, String>>,
    criteria: BTreeMap<String, String>,
    sheets: BTreeMap<String, SheetNames>,
    /// The rows of Form 02's evidence table in printed order.
    evidence_table: Vec<EvidenceData>,
    /// Wordings of the criteria that each topic of Form 03 part II is about.
    form_03: BTreeMap<String, Vec<String>>,
}

/// The head of a set's scoring sheet: its name, its class, and the line that rejects a dossier, if it prints one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetNames {
    name: String,
    class: String,
    rejection: Option<String>,
}

/// What a row is about, and what to bring, as printed; and what the program knows it by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceData {
    about: String,
    demand: String,
    role: Option<String>,
}

/// Five tables over all decisions: criteria by wording key; parts, groups and divisions by set and code;
/// heads of the scoring sheets by set; what Form 03 is about; the evidence table of Form 02.
#[derive(Default)]
pub struct Printed {
    evidence: String,
    /// How many rows it has: the first program reads files, and has no need of what the rows print.
    evidence_counts: String,
    criteria: String,
    above: String,
    sheets: String,
    topics: String,
}

impl Printed {
    /// Adds a decision, whose folder stands last. One that prints no names is printed in ours.
    pub fn decision(&mut self, id: &str, chain: &[PathBuf], sets: &[(PathBuf, SetFile)]) {
        let files: Vec<PathBuf> = chain.iter().map(|root| root.join("printed.json")).collect();
        let Some(path) = files.last().filter(|_| files.iter().any(|path| path.exists())).cloned() else { return };
        let file: PrintedFile = super::shaped(&path, &laid_over(chain, "printed.json"));
        let mut names = Names { id, path: &path, file: &file, used: BTreeSet::new(), above: &mut self.above };
        for (_, set) in sets {
            let no = set.no;
            let Some(head) = file.sheets.get(&no.to_string()) else {
                fail(
                    &path,
                    format!(
                        "\"sheets\": no head for the scoring sheet of set {no}: \"{no}\": {{name, class, rejection}}"
                    ),
                )
            };
            if head.rejection.is_some() != set.disqualification.is_some() {
                fail(
                    &path,
                    format!(
                        "\"sheets\", \"{no}\": \"rejection\" is there if the set has a \"disqualification\", and only then"
                    ),
                );
            }
            let rejection = head.rejection.as_deref().unwrap_or_default();
            let _ = writeln!(self.sheets, "({id:?}, {no}, [{:?}, {:?}, {rejection:?}]),", head.name, head.class);
            for part in &set.parts {
                names.part(set.no, &part.code, &part.title);
                part.groups.iter().for_each(|group| names.node(set.no, group));
            }
        }
        // What an amendment leaves of the decision that it amends may be of a set that was dropped.
        let own = path.parent().map(|root| super::own(root, "printed.json")).unwrap_or_default();
        for list in ["parts", "groups", "criteria"] {
            let mut known = own[list].as_object().into_iter().flatten().filter(|(_, name)| !name.is_null());
            if let Some((unused, _)) = known.find(|(key, _)| !names.used.contains(key.as_str())) {
                fail(&path, format!("\"{list}\": no set uses \"{unused}\""));
            }
        }
        for (no, _) in own["sheets"].as_object().into_iter().flatten().filter(|(_, head)| !head.is_null()) {
            if !sets.iter().any(|(_, set)| set.no.to_string() == *no) {
                fail(&path, format!("\"sheets\": there is no set {no}"));
            }
        }
        let rows: String = file.evidence_table.iter().map(|row| row.expression(&path)).collect();
        let _ = writeln!(self.evidence, "({id:?}, &[\n{rows}]),");
        let _ = writeln!(self.evidence_counts, "({id:?}, {}),", file.evidence_table.len());
        if file.form_03.keys().ne(["idea", "identity", "labour", "materials"]) {
            fail(&path, "\"form_03\" is about \"materials\", \"labour\", \"idea\" and \"identity\"");
        }
        for (topic, keys) in &file.form_03 {
            if let Some(key) = keys.iter().find(|key| !file.criteria.contains_key(*key)) {
                fail(&path, format!("form_03.{topic}: no criterion has the wording \"{key}\""));
            }
            let _ = writeln!(self.topics, "({id:?}, {topic:?}, &{keys:?}),");
        }
        for (key, name) in &file.criteria {
            let _ = writeln!(self.criteria, "({id:?}, {key:?}, {name:?}),");
        }
    }

    pub fn tables(&self) -> String {
        let Printed { criteria, above, sheets, topics, evidence, evidence_counts } = self;
        format!(
            "static CRITERIA: &[(&str, &str, &str)] = &[\n{criteria}];\n\
             static ABOVE: &[(&str, u8, &str, &str)] = &[\n{above}];\n\
             static SHEETS: &[(&str, u8, [&str; 3])] = &[\n{sheets}];\n\
             static TOPICS: &[(&str, &str, &[&str])] = &[\n{topics}];\n\
             static EVIDENCE: &[(&str, &[EvidenceRow])] = &[\n{evidence}];\n\
             static EVIDENCE_COUNTS: &[(&str, u8)] = &[\n{evidence_counts}];\n"
        )
    }
}

impl EvidenceData {
    fn expression(&self, path: &Path) -> String {
        let role = match self.role.as_deref() {
            None => "None",
            Some("workers") => "Some(EvidenceRole::Workers)",
            Some("tests") => "Some(EvidenceRole::Tests)",
            Some("growth") => "Some(EvidenceRole::Growth)",
            Some(other) => {
                fail(path, format!("\"evidence_table\": no role \"{other}\": it is workers, tests, growth, or none"))
            }
        };
        format!("EvidenceRow {{ about: {:?}, demand: {:?}, role: {role} }},\n", self.about, self.demand)
    }
}

struct Names<'a> {
    id: &'a str,
    path: &'a Path,
    file: &'a PrintedFile,
    used: BTreeSet<&'a str>,
    above: &'a mut String,
}

impl<'a> Names<'a> {
    fn part(&mut self, set: u8, code: &str, key: &str) {
        let name = self.find("parts", &self.file.parts, set, key);
        self.row(set, code, name);
    }

    fn node(&mut self, set: u8, node: &Node) {
        match (&node.wording, &node.title) {
            (Some(key), _) => {
                self.find("criteria", &self.file.criteria, set, key);
            }
            (None, Some(key)) => {
                let exception = self.file.exceptions.get(&set.to_string()).and_then(|names| names.get(key));
                let name = self.find("groups", &self.file.groups, set, key);
                self.row(set, &node.code, exception.map_or(name, String::as_str));
            }
            (None, None) => fail(self.path, format!("set {set}: {} has neither wording nor title", node.code)),
        }
        node.criteria.iter().flatten().for_each(|below| self.node(set, below));
    }

    fn find(&mut self, list: &str, table: &'a BTreeMap<String, String>, set: u8, key: &str) -> &'a str {
        let Some((key, name)) = table.get_key_value(key) else {
            fail(self.path, format!("\"{list}\": no printed name for \"{key}\", which set {set} has"))
        };
        self.used.insert(key);
        name
    }

    fn row(&mut self, set: u8, code: &str, name: &str) {
        let _ = writeln!(self.above, "({:?}, {set}, {code:?}, {name:?}),", self.id);
    }
}

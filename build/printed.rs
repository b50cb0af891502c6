//! What Annex II calls its parts, groups and criteria, as statics: the names that a printed form carries.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::data::{Levels, Node, SetFile, laid_over};
use super::fail;

/// The names, notes and levels by the keys of the set files; `exceptions` by number of set, where one prints a name of a
/// group or a note otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedFile {
    parts: BTreeMap<String, String>,
    groups: BTreeMap<String, String>,
    notes: BTreeMap<String, String>,
    exceptions: BTreeMap<String, BTreeMap<String, String>>,
    criteria: BTreeMap<String, String>,
    /// What stands above each of two lists of levels, by set, criterion and letter (`26/8/a`).
    cases: BTreeMap<String, String>,
    /// The levels of each ladder in printed order.
    ladders: BTreeMap<String, Vec<String>>,
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
    /// What stands above the class, where it is not "Bộ sản phẩm: " and the name.
    title: Option<String>,
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

/// Eight tables over all decisions: criteria by wording key; parts, groups and divisions by set and code; notes and cases
/// of the criteria, likewise; levels by ladder; heads of the scoring sheets by set; what Form 03 is about; the evidence table of
/// Form 02.
#[derive(Default)]
pub struct Printed {
    evidence: String,
    /// How many rows it has: the first program reads files, and has no need of what the rows print.
    evidence_counts: String,
    criteria: String,
    above: String,
    notes: String,
    cases: String,
    ladders: String,
    sheets: String,
    topics: String,
}

impl Printed {
    /// Adds a decision, whose folder stands last. One that prints no names is printed in ours.
    pub fn decision(&mut self, id: &str, chain: &[PathBuf], sets: &[(PathBuf, SetFile)]) {
        let files: Vec<PathBuf> = chain.iter().map(|root| root.join("printed.json")).collect();
        let Some(path) = files.last().filter(|_| files.iter().any(|path| path.exists())).cloned() else { return };
        let file: PrintedFile = super::shaped(&path, &laid_over(chain, "printed.json"));
        let mut names = Names {
            id,
            path: &path,
            file: &file,
            used: BTreeSet::new(),
            above: &mut self.above,
            notes: &mut self.notes,
            cases: &mut self.cases,
        };
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
            let title = head.title.clone().unwrap_or_else(|| format!("Bộ sản phẩm: {}", head.name));
            let _ =
                writeln!(self.sheets, "({id:?}, {no}, [{:?}, {title:?}, {:?}, {rejection:?}]),", head.name, head.class);
            for part in &set.parts {
                names.part(set.no, &part.code, &part.title);
                part.groups.iter().for_each(|group| names.node(set.no, group));
            }
        }
        // What an amendment leaves of the decision that it amends may be of a set that was dropped.
        let own = path.parent().map(|root| super::own(root, "printed.json")).unwrap_or_default();
        for list in ["parts", "groups", "notes", "criteria", "cases", "ladders"] {
            let mut known = own[list].as_object().into_iter().flatten().filter(|(_, name)| !name.is_null());
            if let Some((unused, _)) = known.find(|(key, _)| !names.used.contains(key.as_str())) {
                fail(&path, format!("\"{list}\": no set uses \"{unused}\""));
            }
        }
        for (no, texts) in own["exceptions"].as_object().into_iter().flatten() {
            let known = |key: &String| file.groups.contains_key(key) || file.notes.contains_key(key);
            if let Some((key, _)) = texts.as_object().into_iter().flatten().find(|(key, _)| !known(key)) {
                fail(&path, format!("\"exceptions\", \"{no}\": neither \"groups\" nor \"notes\" has \"{key}\""));
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
        for (key, levels) in &file.ladders {
            let _ = writeln!(self.ladders, "({id:?}, {key:?}, &{levels:?}),");
        }
    }

    pub fn tables(&self) -> String {
        let Printed { criteria, above, notes, cases, ladders, sheets, topics, evidence, evidence_counts } = self;
        format!(
            "static CRITERIA: &[(&str, &str, &str)] = &[\n{criteria}];\n\
             static ABOVE: &[(&str, u8, &str, &str)] = &[\n{above}];\n\
             static NOTES: &[(&str, u8, &str, &[&str])] = &[\n{notes}];\n\
             static CASES: &[(&str, u8, &str, [&str; 2])] = &[\n{cases}];\n\
             static LADDERS: &[(&str, &str, &[&str])] = &[\n{ladders}];\n\
             static SHEETS: &[(&str, u8, [&str; 4])] = &[\n{sheets}];\n\
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
    notes: &'a mut String,
    cases: &'a mut String,
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
                self.levels(set, node);
                self.notes(set, node);
            }
            (None, Some(key)) => {
                let name = self.find("groups", &self.file.groups, set, key);
                self.row(set, &node.code, self.in_set(set, key, name));
            }
            (None, None) => fail(self.path, format!("set {set}: {} has neither wording nor title", node.code)),
        }
        node.criteria.iter().flatten().for_each(|below| self.node(set, below));
    }

    /// As many levels as the criterion has, and what stands above them where they are two lists.
    fn levels(&mut self, set: u8, node: &Node) {
        let (Some(key), Some(levels)) = (&node.ladder, &node.levels) else { return };
        let printed = self.find("ladders", &self.file.ladders, set, key);
        if printed.len() != levels.count() {
            let (printed, levels) = (printed.len(), levels.count());
            fail(
                self.path,
                format!("\"ladders\", \"{key}\": {printed} levels, but set {set} has {levels} in {}", node.code),
            );
        }
        if let Levels::Cases { .. } = levels {
            let [a, b] = ['a', 'b'].map(|case| self.case(set, &node.code, case));
            let _ = writeln!(self.cases, "({:?}, {set}, {:?}, [{a:?}, {b:?}]),", self.id, node.code);
        }
    }

    fn case(&mut self, set: u8, code: &str, case: char) -> &'a str {
        self.find("cases", &self.file.cases, set, &format!("{set}/{code}/{case}")).as_str()
    }

    fn notes(&mut self, set: u8, node: &Node) {
        // What is no `kind:key` the catalogue refuses.
        let keys = node.notes.iter().filter_map(|note| note.split_once(':'));
        let texts: Vec<&str> = keys
            .map(|(_, key)| {
                let text = self.find("notes", &self.file.notes, set, key);
                self.in_set(set, key, text)
            })
            .collect();
        if !texts.is_empty() {
            let _ = writeln!(self.notes, "({:?}, {set}, {:?}, &{texts:?}),", self.id, node.code);
        }
    }

    /// What the set prints instead of a name or note that others share.
    fn in_set(&self, set: u8, key: &str, shared: &'a str) -> &'a str {
        let other = self.file.exceptions.get(&set.to_string()).and_then(|texts| texts.get(key));
        other.map_or(shared, String::as_str)
    }

    fn find<T>(&mut self, list: &str, table: &'a BTreeMap<String, T>, set: u8, key: &str) -> &'a T {
        let Some((key, name)) = table.get_key_value(key) else {
            fail(self.path, format!("\"{list}\": nothing printed for \"{key}\", which set {set} has"))
        };
        self.used.insert(key);
        name
    }

    fn row(&mut self, set: u8, code: &str, name: &str) {
        let _ = writeln!(self.above, "({:?}, {set}, {code:?}, {name:?}),", self.id);
    }
}

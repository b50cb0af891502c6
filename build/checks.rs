//! `checks.json` of the decisions as statics: what a dossier is held against before it is handed in. Refused where it
//! names a field, a ladder, a level or a paper that there is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::data::{Node, SetFile, laid_over};
use super::fail;
use super::field::{Field, LEGAL_FORMS};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChecksFile {
    /// Wordings that the council judges on the sample itself, divided by spaces.
    judged_on_sample: String,
    /// By a tick of Form 02: the papers that it speaks of.
    ticks: BTreeMap<String, Vec<String>>,
    cited: BTreeMap<String, CitedData>,
    area: AreaData,
    settled: SettledData,
    /// Ladders that ask the same, divided by spaces, under the name that the rules below call them by.
    ladders: BTreeMap<String, String>,
    contradictions: BTreeMap<String, RuleData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextData {
    vi: String,
    en: String,
}

/// Words that name a paper, folded, the papers that show it, and what to call it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CitedData {
    words: Vec<String>,
    papers: Vec<String>,
    called: TextData,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaData {
    papers: Vec<String>,
    table: String,
    column: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettledData {
    level: String,
    contracts: Vec<String>,
    papers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleData {
    claims: Vec<ClaimData>,
    cite: TextData,
    text: TextData,
}

/// `level`: the name of ladders and the letters of their levels, `story a b`.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum ClaimData {
    Level(String),
    NoneOf(String),
    Is(FieldData),
    IsNot(FieldData),
    Filled(String),
    Empty(String),
    Ticked(Vec<String>),
    Unticked(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldData {
    field: String,
    values: Vec<String>,
}

/// What every decision checks, a table a thing.
#[derive(Default)]
pub struct Checks {
    contradictions: String,
    ticks: String,
    cited: String,
    areas: String,
    settled: String,
    /// What a wording asks is the same in every decision, so this is one list.
    judged: BTreeSet<String>,
    /// Where the guide knows papers for some levels: the levels for which it knows none, by the key of its lists. One
    /// list for the same reason.
    paperless: BTreeMap<String, BTreeSet<usize>>,
    proofs: String,
}

impl Checks {
    /// Adds a decision, whose folder stands last. What an amendment takes over of the decision that it amends may name
    /// ladders that are no more; what its own folder says may not.
    pub fn decision(&mut self, id: &str, chain: &[PathBuf], printed: &Printed) {
        let Some(root) = chain.last() else { return };
        let path = root.join("checks.json");
        let file: ChecksFile = super::shaped(&path, &laid_over(chain, "checks.json"));
        let own = super::own(root, "checks.json");
        let names = Names { path: &path, papers: papers(chain), printed, own: &own };
        self.judged(&names, &file.judged_on_sample);
        let rows: String = file.contradictions.iter().map(|(key, rule)| names.rule(key, rule, &file.ladders)).collect();
        let _ = writeln!(self.contradictions, "({id:?}, &[\n{rows}]),");
        let rows: String = file
            .ticks
            .iter()
            .map(|(tick, papers)| format!("({}, &{:?}), ", names.field("ticks", tick), names.known("ticks", papers)))
            .collect();
        let _ = writeln!(self.ticks, "({id:?}, &[{rows}]),");
        let rows: String = file
            .cited
            .iter()
            .map(|(key, cited)| {
                let at = format!("cited.{key}");
                let papers = names.known(&at, &cited.papers);
                format!(
                    "Cited {{ words: &{:?}, papers: &{papers:?}, called: {} }},\n",
                    cited.words,
                    text(&cited.called)
                )
            })
            .collect();
        let _ = writeln!(self.cited, "({id:?}, &[\n{rows}]),");
        let AreaData { papers, table, column } = &file.area;
        let columns = &laid_over(chain, "figures.json")["tables"][table]["columns"];
        let mut columns = columns.as_array().into_iter().flatten();
        if !columns.any(|known| known["key"] == **column) {
            fail(&path, format!("\"area\": figures.json has no table \"{table}\" with a column \"{column}\""));
        }
        let area =
            format!("Area {{ papers: &{:?}, table: {table:?}, column: {column:?} }}", names.known("area", papers));
        let _ = writeln!(self.areas, "({id:?}, {area}),");
        let SettledData { level, contracts, papers } = &file.settled;
        if names.is_own("settled", None) && !names.printed.levels.contains(level) {
            fail(&path, format!("\"settled\": no set prints a level \"{level}\""));
        }
        let (contracts, papers) = (names.known("settled", contracts), names.known("settled", papers));
        let _ = writeln!(
            self.settled,
            "({id:?}, Settled {{ level: {level:?}, contracts: &{contracts:?}, papers: &{papers:?} }}),"
        );
    }

    fn judged(&mut self, names: &Names, keys: &str) {
        for key in keys.split_whitespace() {
            if names.is_own("judged_on_sample", None) && !names.printed.wordings.contains(key) {
                fail(names.path, format!("\"judged_on_sample\": no criterion has the wording \"{key}\""));
            }
            self.judged.insert(key.to_owned());
        }
    }

    /// Adds the levels of a decision's sets for which its guide knows no paper, though it knows some for others.
    pub fn paperless(&mut self, chain: &[PathBuf], ladders: &BTreeMap<String, String>, sets: &[(PathBuf, SetFile)]) {
        let facts = laid_over(chain, "guide/facts.json");
        let proofs = &facts["proofs"];
        let groups = sets.iter().flat_map(|(_, set)| &set.parts).flat_map(|part| &part.groups);
        for leaf in groups.flat_map(Node::leaves) {
            let (Some(wording), Some(ladder)) = (&leaf.wording, &leaf.ladder) else { continue };
            // As `Guide::proofs` looks them up.
            let key = if ladders.contains_key(ladder) { ladder } else { wording };
            let Some(lists) = proofs[key].as_array().filter(|lists| !lists.is_empty()) else { continue };
            let count = leaf.levels.as_ref().map_or(0, |levels| levels.count());
            let bare = (0..count).filter(|level| lists.iter().all(|list| list["level"] != *level));
            self.paperless.entry(key.clone()).or_default().extend(bare);
        }
    }

    /// Adds which papers show which level, as a decision's guide has it. The papers of a list stand in one text: a
    /// table of their own would weigh twice as much.
    pub fn proofs(&mut self, id: &str, chain: &[PathBuf], printed: &Printed, ladders: &BTreeMap<String, String>) {
        if let Some(root) = chain.last() {
            hold_proofs(root, &papers(chain), printed, ladders);
        }
        let facts = laid_over(chain, "guide/facts.json");
        let list = |list: &Value| {
            let papers: Vec<&str> = list["all"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            (!papers.is_empty()).then(|| format!("({}, {:?}), ", list["level"], papers.join(" ")))
        };
        let row = |(key, lists): (&String, &Value)| {
            let lists: String = lists.as_array().into_iter().flatten().filter_map(list).collect();
            (!lists.is_empty()).then(|| format!("({key:?}, &[{lists}]),\n"))
        };
        let rows: String = facts["proofs"].as_object().into_iter().flatten().filter_map(row).collect();
        let _ = writeln!(self.proofs, "({id:?}, &[\n{rows}]),");
    }

    pub fn tables(&self) -> String {
        let Checks { contradictions, ticks, cited, areas, settled, judged, paperless, proofs } = self;
        let judged: Vec<&String> = judged.iter().collect();
        let paperless: String = paperless
            .iter()
            .filter(|(_, levels)| !levels.is_empty())
            .map(|(key, levels)| format!("({key:?}, &{:?}), ", levels.iter().collect::<Vec<_>>()))
            .collect();
        format!(
            "pub(super) static CONTRADICTIONS: &[(&str, &[Contradiction])] = &[\n{contradictions}];\n\
             pub(super) static TICKS: &[(&str, Ticks)] = &[\n{ticks}];\n\
             pub(super) static CITED: &[(&str, &[Cited])] = &[\n{cited}];\n\
             pub(super) static AREAS: &[(&str, Area)] = &[\n{areas}];\n\
             pub(super) static SETTLED: &[(&str, Settled)] = &[\n{settled}];\n\
             pub(super) static JUDGED_ON_SAMPLE: &[&str] = &{judged:?};\n\
             pub(super) static PAPERLESS: &[(&str, &[u8])] = &[{paperless}];\n\
             pub(super) static PROOFS: &[(&str, Proofs)] = &[\n{proofs}];\n"
        )
    }
}

/// What the sets of a decision print.
#[derive(Default)]
pub struct Printed {
    wordings: BTreeSet<String>,
    /// The most levels of a ladder, and under a wording.
    counts: BTreeMap<String, usize>,
    pub ladders: BTreeSet<String>,
    levels: BTreeSet<String>,
}

impl Printed {
    pub fn of(sets: &[(PathBuf, SetFile)], ladders: &BTreeMap<String, String>) -> Printed {
        let mut printed = Printed::default();
        let groups = sets.iter().flat_map(|(_, set)| &set.parts).flat_map(|part| &part.groups);
        groups.flat_map(Node::leaves).for_each(|leaf| printed.add(leaf, ladders));
        printed
    }

    fn add(&mut self, node: &Node, ladders: &BTreeMap<String, String>) {
        self.wordings.extend(node.wording.clone());
        let Some(ladder) = &node.ladder else { return };
        self.ladders.insert(ladder.clone());
        let count = node.levels.as_ref().map_or(0, |levels| levels.count());
        for key in node.wording.iter().chain([ladder]) {
            let most = self.counts.entry(key.clone()).or_default();
            *most = count.max(*most);
        }
        match ladders.get(ladder) {
            Some(keys) => self.levels.extend(keys.split(' ').map(str::to_owned)),
            None => {
                self.levels.extend(('a'..='z').take(count).map(|letter| format!("{ladder}{letter}")));
            }
        }
    }
}

/// What the file at hand may name.
struct Names<'a> {
    path: &'a Path,
    papers: BTreeSet<String>,
    printed: &'a Printed,
    /// The file as the folder itself has it.
    own: &'a Value,
}

impl Names<'_> {
    /// Whether the decision's own folder says it.
    fn is_own(&self, table: &str, key: Option<&str>) -> bool {
        let table = &self.own[table];
        key.map_or(table, |key| &table[key]) != &Value::Null
    }

    fn rule(&self, key: &str, rule: &RuleData, ladders: &BTreeMap<String, String>) -> String {
        if rule.claims.len() < 2 {
            fail(self.path, format!("contradictions.{key}: two claims at least contradict each other"));
        }
        let claims: String = rule.claims.iter().map(|claim| self.claim(key, claim, ladders) + ", ").collect();
        let (cite, text) = (text(&rule.cite), text(&rule.text));
        format!("Contradiction {{ key: {key:?}, claims: &[{claims}], cite: {cite}, text: {text} }},\n")
    }

    fn claim(&self, key: &str, claim: &ClaimData, ladders: &BTreeMap<String, String>) -> String {
        let at = format!("contradictions.{key}");
        let field = |field: &str| self.field(&at, field);
        let fields = |list: &[String]| list.iter().map(|name| field(name)).collect::<Vec<_>>().join(", ");
        match claim {
            ClaimData::Level(levels) => {
                let (name, letters) = levels.split_once(' ').unwrap_or((levels, ""));
                let keys: Vec<String> = self
                    .ladders(&at, name, ladders)
                    .flat_map(|ladder| letters.split_whitespace().map(move |letter| format!("{ladder}{letter}")))
                    .collect();
                let printed =
                    |letter: &str| keys.iter().any(|key| key.ends_with(letter) && self.printed.levels.contains(key));
                let missing = letters.split_whitespace().find(|letter| !printed(letter));
                if self.is_own("contradictions", Some(key)) && (letters.is_empty() || missing.is_some()) {
                    fail(
                        self.path,
                        format!(
                            "{at}: \"{levels}\": name a level by its letter, as in \"{name} a\"; no set prints \"{}\"",
                            missing.unwrap_or_default()
                        ),
                    );
                }
                format!("Claim::Level(&{keys:?})")
            }
            ClaimData::NoneOf(name) => {
                format!("Claim::NoneOf(&{:?})", self.ladders(&at, name, ladders).collect::<Vec<_>>())
            }
            ClaimData::Is(data) => format!("Claim::Is({}, &{:?})", field(&data.field), self.values(&at, data)),
            ClaimData::IsNot(data) => format!("Claim::IsNot({}, &{:?})", field(&data.field), self.values(&at, data)),
            ClaimData::Filled(name) => format!("Claim::Filled({})", field(name)),
            ClaimData::Empty(name) => format!("Claim::Empty({})", field(name)),
            ClaimData::Ticked(list) => format!("Claim::Ticked(&[{}])", fields(list)),
            ClaimData::Unticked(list) => format!("Claim::Unticked(&[{}])", fields(list)),
        }
    }

    fn ladders<'a>(
        &self,
        at: &str,
        name: &str,
        ladders: &'a BTreeMap<String, String>,
    ) -> impl Iterator<Item = &'a str> {
        let Some(keys) = ladders.get(name) else {
            fail(
                self.path,
                format!(
                    "{at}: \"ladders\" has no \"{name}\": rules go by the names that stand there, not by codes of criteria"
                ),
            )
        };
        if self.is_own("ladders", Some(name))
            && let Some(key) = keys.split(' ').find(|key| !self.printed.ladders.contains(*key))
        {
            fail(self.path, format!("ladders.{name}: no set prints \"{key}\""));
        }
        keys.split(' ')
    }

    /// A field of the forms by its key in files.
    fn field(&self, at: &str, key: &str) -> String {
        match Field::from_key(key) {
            Some(field) => format!("Field::{field:?}"),
            None => fail(self.path, format!("{at}: the forms have no field \"{key}\"")),
        }
    }

    /// What a field may hold, as far as the program has a list.
    fn values<'a>(&self, at: &str, data: &'a FieldData) -> &'a [String] {
        let unknown = data.values.iter().find(|value| !LEGAL_FORMS.contains(&value.as_str()));
        match unknown.filter(|_| data.field == "applicant.legal_form") {
            Some(value) => fail(self.path, format!("{at}: \"{value}\" is none of {LEGAL_FORMS:?}")),
            None => &data.values,
        }
    }

    /// Papers of the guide.
    fn known<'a>(&self, at: &str, papers: &'a [String]) -> &'a [String] {
        match papers.iter().find(|paper| !self.papers.contains(*paper)) {
            Some(paper) => fail(self.path, format!("{at}: guide/facts.json has no paper \"{paper}\"")),
            None => papers,
        }
    }
}

/// What the decision's own guide says of papers and levels: both must be there.
fn hold_proofs(root: &Path, papers: &BTreeSet<String>, printed: &Printed, ladders: &BTreeMap<String, String>) {
    let path = root.join("guide/facts.json");
    let own = super::own(root, "guide/facts.json");
    let mut keys = own.as_object().into_iter().flatten();
    if let Some((key, _)) = keys.find(|(key, _)| !["papers", "proofs", "lead"].contains(&key.as_str())) {
        fail(&path, format!("\"{key}\": it has \"papers\", \"proofs\" and \"lead\""));
    }
    for (key, lists) in own["proofs"].as_object().into_iter().flatten() {
        if lists.is_null() {
            continue;
        }
        let proves = printed.wordings.contains(key) || printed.ladders.contains(key) && ladders.contains_key(key);
        if !proves {
            fail(&path, format!("proofs.{key}: no set has a wording of this key, nor a ladder of ladders.json"));
        }
        for list in lists.as_array().into_iter().flatten() {
            let most = printed.counts.get(key).copied().unwrap_or_default();
            if list["level"].as_u64().is_none_or(|level| level >= most as u64) {
                fail(&path, format!("proofs.{key}: \"level\" {} is none of its {most}, counted from 0", list["level"]));
            }
            let named = list["all"].as_array().into_iter().flatten().filter_map(Value::as_str);
            if let Some(paper) = named.into_iter().find(|paper| !papers.contains(*paper)) {
                fail(&path, format!("proofs.{key}: \"papers\" has no \"{paper}\""));
            }
        }
    }
}

fn papers(chain: &[PathBuf]) -> BTreeSet<String> {
    let facts = laid_over(chain, "guide/facts.json");
    facts["papers"].as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect()
}

fn text(text: &TextData) -> String {
    format!("Text {{ vi: {:?}, en: {:?} }}", text.vi, text.en)
}

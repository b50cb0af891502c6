//! The files of the Decision's data, as they are written.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::fail;
use super::field::LEGAL_FORMS;

/// `decision.json`: what the decision says outside its annexes.
///
/// A decision that amends another has in its folder only what it changes: objects are laid over those of the
/// amended decision key by key, and `null` takes a key away (JSON merge patch, RFC 7396); a set file stands for the
/// one of its name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionFile {
    /// Official number.
    pub number: String,
    /// dd/mm/yyyy.
    pub in_force_from: String,
    /// The letter or digit with which a shared link says that it follows this decision.
    pub share_mark: char,
    /// The folder of the decision that it amends.
    pub amends: Option<String>,
    /// How many product sets.
    pub sets: usize,
    /// Sets of the amended decision that are no more.
    #[serde(default)]
    pub dropped_sets: Vec<u8>,
    /// Sample products that go along, tourism apart.
    pub samples: u8,
    /// Kinds of applicants, by their name in files, that may enter tourism products only.
    pub tourism_only: Vec<String>,
    /// Points by part.
    pub parts: BTreeMap<String, u32>,
    /// The fewest points of each star's band.
    pub bands: BTreeMap<u8, u32>,
    pub procedure: ProcedureData,
    pub cites: CitesData,
}

/// Articles as they are cited in English: article, clause and point, such as `6.2d`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitesData {
    applicants: String,
    stars: String,
    certificates: String,
    term: String,
    rounds: String,
    components: String,
    upgrade: String,
    samples: String,
    handing_in: String,
    commune: String,
    centre: String,
    renewal: String,
    renewal_window: String,
    prolonging: String,
}

impl CitesData {
    fn expression(&self, path: &Path) -> String {
        let all = [
            ("applicants", &self.applicants),
            ("stars", &self.stars),
            ("certificates", &self.certificates),
            ("term", &self.term),
            ("rounds", &self.rounds),
            ("components", &self.components),
            ("upgrade", &self.upgrade),
            ("samples", &self.samples),
            ("handing_in", &self.handing_in),
            ("commune", &self.commune),
            ("centre", &self.centre),
            ("renewal", &self.renewal),
            ("renewal_window", &self.renewal_window),
            ("prolonging", &self.prolonging),
        ];
        let fields = all.map(|(name, cited)| {
            let article = article(cited)
                .unwrap_or_else(|| fail(path, format!("\"{name}\": \"{cited}\" is no article such as 6.2d")));
            format!("{name}: {article}")
        });
        format!("Cites {{ {} }}", fields.join(", "))
    }
}

fn article(cited: &str) -> Option<String> {
    let point = cited.chars().last().filter(|last| last.is_alphabetic());
    let numbers = point.map_or(cited, |point| &cited[..cited.len() - point.len_utf8()]);
    let (article, clause) = match numbers.split_once('.') {
        Some((article, clause)) => (article, Some(clause.parse::<u8>().ok()?)),
        None => (numbers, None),
    };
    let article: u8 = article.parse().ok()?;
    let whole = article > 0 && clause != Some(0) && (point.is_none() || clause.is_some());
    whole.then(|| format!("Article {{ article: {article}, clause: {clause:?}, point: {point:?} }}"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureData {
    commune_working_days: u8,
    rounds: [RoundData; 2],
    certificate_months: u8,
    rerating_opens_days: u16,
    rerating_closes_days: u16,
    rerating_decided_days: u16,
    prolonged_days: u16,
}

/// Days as they are printed, dd/mm.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundData {
    commune_before: String,
    province_before: String,
    centre_proposed_before: String,
    centre_before: String,
}

impl ProcedureData {
    fn expression(&self, path: &Path) -> String {
        if self.rerating_opens_days <= self.rerating_closes_days {
            fail(path, "\"rerating_opens_days\" must be more days before the end than \"rerating_closes_days\"");
        }
        let rounds: String = self.rounds.iter().map(|round| round.expression(path)).collect();
        format!(
            "Procedure {{ commune_working_days: {}, rounds: [{rounds}], certificate_months: {}, \
             rerating_opens_days: {}, rerating_closes_days: {}, rerating_decided_days: {}, prolonged_days: {} }}",
            self.commune_working_days,
            self.certificate_months,
            self.rerating_opens_days,
            self.rerating_closes_days,
            self.rerating_decided_days,
            self.prolonged_days,
        )
    }
}

impl RoundData {
    fn expression(&self, path: &Path) -> String {
        let day = |text: &str| {
            let found = text.split_once('/').and_then(|(day, month)| {
                let (day, month): (u8, u8) = (day.parse().ok()?, month.parse().ok()?);
                let length = LENGTHS.get(usize::from(month).checked_sub(1)?)?;
                (1..=*length).contains(&day).then(|| format!("DayOfYear {{ day: {day}, month: {month} }}"))
            });
            found.unwrap_or_else(|| fail(path, format!("\"rounds\": \"{text}\" is no dd/mm of every year")))
        };
        format!(
            "RoundDays {{ commune_before: {}, province_before: {}, centre_proposed_before: {}, centre_before: {} }},",
            day(&self.commune_before),
            day(&self.province_before),
            day(&self.centre_proposed_before),
            day(&self.centre_before),
        )
    }
}

/// Days of the months, in a year that is no leap year.
const LENGTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Day, month and year of a day that is one.
pub fn in_force_from(path: &Path, text: &str) -> [u32; 3] {
    let numbers: Vec<Option<u32>> = text.split('/').map(|number| number.parse().ok()).collect();
    if let [Some(day), Some(month), Some(year @ 2000..=9999)] = numbers[..]
        && let Some(length) = (month as usize).checked_sub(1).and_then(|month| LENGTHS.get(month))
    {
        let leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (1..=u32::from(*length) + u32::from(leap)).contains(&day) {
            return [day, month, year];
        }
    }
    fail(path, format!("\"in_force_from\": \"{text}\" is no day as dd/mm/yyyy"))
}

impl DecisionFile {
    /// Its fields of a `DecisionRow`.
    pub fn row(&self, path: &Path) -> String {
        let [day, month, year] = in_force_from(path, &self.in_force_from);
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
        if let Some(unknown) = self.tourism_only.iter().find(|form| !LEGAL_FORMS.contains(&form.as_str())) {
            fail(path, format!("\"tourism_only\": \"{unknown}\" is none of {LEGAL_FORMS:?}"));
        }
        format!(
            "number: {:?}, in_force_from: ({day}, {month}, {year}), share_mark: {:?}, bands: {bands:?}, procedure: {}, cites: {}",
            self.number,
            self.share_mark,
            self.procedure.expression(path),
            self.cites.expression(path)
        )
    }

    /// The fields that the first program has no need of.
    pub fn more(&self) -> String {
        format!("samples: {}, tourism_only: &{:?}", self.samples, self.tourism_only)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetFile {
    pub no: u8,
    pub slug: String,
    /// Of tourism: without samples, and open to all kinds of applicants.
    #[serde(default)]
    pub tourism: bool,
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
    /// The code of the criterion without whose points it counts none.
    pub counts_with: Option<String>,
    #[serde(default)]
    pub notes: Vec<String>,
}

impl Node {
    /// The criteria of it, or itself where it is one.
    pub fn leaves(&self) -> Vec<&Node> {
        match &self.criteria {
            Some(below) => below.iter().flat_map(Node::leaves).collect(),
            None => vec![self],
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Levels {
    One(String),
    Cases { a: String, b: String },
}

impl Levels {
    pub fn count(&self) -> usize {
        match self {
            Levels::One(list) => list.split_whitespace().count(),
            Levels::Cases { a, b } => a.split_whitespace().chain(b.split_whitespace()).count(),
        }
    }
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

/// One file a product set, in the order of their names; of a decision and those that it amends, the oldest first.
pub fn set_files(chain: &[PathBuf]) -> Vec<PathBuf> {
    let mut paths: BTreeMap<OsString, PathBuf> = BTreeMap::new();
    for root in chain {
        let folder = root.join("sets");
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        paths.extend(entries.filter_map(|entry| Some((entry.as_ref().ok()?.file_name(), entry.ok()?.path()))));
    }
    paths.into_values().collect()
}

/// Dossiers find their set by its slug, we find the file by its name: each set has one of its own. Nor does a folder
/// have a set that it drops.
pub fn refuse_misnamed(root: &Path, sets: &[(PathBuf, SetFile)], dropped: &[u8]) {
    for (place, (path, set)) in sets.iter().enumerate() {
        let name = format!("{:02}-{}.json", set.no, set.slug);
        if path.file_name().is_none_or(|known| known != name.as_str()) {
            fail(path, format!("\"no\" and \"slug\" are those of {name}: the file must be called so"));
        }
        if path.starts_with(root) && dropped.contains(&set.no) {
            fail(path, format!("set {} stands in \"dropped_sets\" of decision.json too: take it from one", set.no));
        }
        for (other, known) in &sets[..place] {
            let gone = dropped.contains(&set.no) || dropped.contains(&known.no);
            if !gone && (known.no == set.no || known.slug == set.slug) {
                let key = if known.slug == set.slug { "slug" } else { "no" };
                fail(path, format!("\"{key}\" is that of {} already: a new set needs one of its own", other.display()));
            }
        }
    }
    if let Some(no) = dropped.iter().find(|no| !sets.iter().any(|(_, set)| set.no == **no)) {
        fail(&root.join("decision.json"), format!("\"dropped_sets\": the amended decision has no set {no}"));
    }
}

/// The keys above a line of indented JSON, such as `procedure.rounds.1`.
pub fn keys_at(text: &str, line: usize) -> String {
    let mut keys: Vec<String> = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    for line in text.lines().take(line) {
        let content = line.trim_start();
        let depth = (line.len() - content.len()) / 2;
        // The line that closes belongs to what it closes.
        if content.starts_with(['}', ']']) {
            keys.truncate(depth);
            continue;
        }
        counts.resize(depth + 1, 0);
        let key = content.split_once("\": ").and_then(|(key, _)| key.strip_prefix('"'));
        keys.truncate(depth.saturating_sub(1));
        if depth > 0 {
            keys.push(key.map_or_else(|| counts[depth].to_string(), str::to_owned));
        }
        counts[depth] += 1;
    }
    keys.join(".")
}

/// A file as a decision has it, laid over that of the decision which it amends.
pub fn laid_over(chain: &[PathBuf], name: &str) -> Value {
    let files = chain.iter().map(|root| root.join(name)).filter(|path| path.exists());
    files.fold(Value::Null, |amended, path| merged(&path, "", amended, super::read(&path)))
}

fn merged(path: &Path, above: &str, amended: Value, own: Value) -> Value {
    match (amended, own) {
        (Value::Object(mut all), Value::Object(own)) => {
            for (key, value) in own {
                let known = all.remove(&key);
                let at = format!("{above}{key}");
                if !value.is_null() {
                    let under = merged(path, &format!("{at}."), known.unwrap_or_default(), value);
                    all.insert(key, under);
                } else if known.is_none() {
                    fail(path, format!("{at}: null takes a key away, and the amended decision has none of this name"));
                }
            }
            Value::Object(all)
        }
        (_, own) => own,
    }
}

//! The shape of a file as it is written: borrowed views of a dossier, in the order of the keys.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::super::{Dossier, Entry, Field, FieldKind, PlanNotes, Question, Reply};
use super::council::{WireCorrection, WireCouncil, WireDesk, WireScorer};
use super::log::WireLogEntry;
use super::papers::{WireFile, WirePaper};
use super::plan::WirePlan;
use super::rating::{WireRating, rating};
use super::recognised::WireRecognised;
use super::writings::WireWriting;
use super::{AttachedFile, FORMAT, VERSION};
use crate::domain::decision::Criterion;
use crate::domain::figures::Row;
use crate::domain::rating::Answer;

pub(super) fn pretty(file: &File) -> String {
    // Writing into a string fails only where a key is no string; all keys here are.
    let mut text = serde_json::to_string_pretty(file).unwrap_or_default();
    text.push('\n');
    text
}

pub(super) fn compact(file: &File) -> String {
    serde_json::to_string(file).unwrap_or_default()
}

#[derive(serde::Serialize)]
pub(super) struct File<'a> {
    format: &'static str,
    version: u8,
    decision: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    created: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    updated: &'a str,
    #[serde(skip_serializing_if = "is_zero")]
    revision: u64,
    kind: &'static str,
    #[serde(skip_serializing_if = "is_false")]
    archived: bool,
    product: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    applicant: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    representative: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    filing: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    ticks: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    results: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    plans: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    renewal: Keyed<&'static str, Scalar<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recognised: Option<WireRecognised<'a>>,
    #[serde(skip_serializing_if = "is_false")]
    unrecognised: bool,
    declarations: Keyed<&'static str, bool>,
    exemptions: Keyed<&'static str, bool>,
    answers: Keyed<&'static str, WireAnswer<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    papers: Vec<WirePaper<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    held: Vec<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    tables: BTreeMap<&'a str, Vec<&'a Row>>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    writings: Keyed<&'a str, WireWriting<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    log: Vec<WireLogEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<WirePlan<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scorer: Option<WireScorer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    council: Option<WireCouncil<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    desk: Option<WireDesk<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<WireCorrection<'a>>,
    rating: WireRating,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    files: Keyed<&'a str, WireFile<'a>>,
}

impl<'a> File<'a> {
    pub fn of(dossier: &'a Dossier, files: &'a BTreeMap<String, AttachedFile>) -> File<'a> {
        let group = |name| fields_of(dossier, name);
        let mut product = group("product");
        product.0.insert(0, ("set", Scalar::Number(dossier.set().no.0)));
        File {
            format: FORMAT,
            version: VERSION,
            decision: dossier.set().decision().number,
            id: &dossier.id,
            created: &dossier.created,
            updated: &dossier.updated,
            revision: dossier.revision,
            kind: dossier.kind.name(),
            archived: dossier.archived,
            product,
            applicant: group("applicant"),
            representative: group("representative"),
            filing: group("filing"),
            ticks: group("ticks"),
            results: group("results"),
            plans: group("plans"),
            renewal: group("renewal"),
            recognised: dossier.recognised.as_ref().map(WireRecognised::of),
            unrecognised: dossier.unrecognised,
            declarations: declarations(dossier),
            exemptions: exemptions(dossier),
            answers: answers(dossier),
            papers: dossier.papers.iter().map(WirePaper::of).collect(),
            held: dossier.held.iter().map(String::as_str).collect(),
            tables: dossier.tables.iter().map(|(key, table)| (key.as_str(), table.rows.iter().collect())).collect(),
            writings: dossier.writings.iter().map(|(key, writing)| (key.as_str(), WireWriting::of(writing))).collect(),
            log: dossier.log.iter().map(WireLogEntry::of).collect(),
            plan: (dossier.plan != PlanNotes::default()).then(|| WirePlan::of(&dossier.plan)),
            scorer: dossier.scorer.as_ref().map(WireScorer::of),
            council: dossier.council.as_ref().map(WireCouncil::of),
            desk: dossier.desk.as_ref().map(WireDesk::of),
            corrections: dossier.corrections.iter().map(WireCorrection::of).collect(),
            rating: rating(dossier),
            files: files.iter().map(|(id, file)| (id.as_str(), WireFile::of(file))).collect(),
        }
    }
}

/// An object whose keys keep their order.
pub(super) struct Keyed<K, V>(Vec<(K, V)>);

impl<K, V> Keyed<K, V> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> FromIterator<(K, V)> for Keyed<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Keyed<K, V> {
        Keyed(entries.into_iter().collect())
    }
}

impl<K: Serialize, V: Serialize> Serialize for Keyed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum Scalar<'a> {
    Text(&'a str),
    Bool(bool),
    Number(u8),
}

pub(super) fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(value: &u64) -> bool {
    *value == 0
}

/// The filled fields of one group, in the order of the forms.
fn fields_of<'a>(dossier: &'a Dossier, group: &str) -> Keyed<&'static str, Scalar<'a>> {
    let filled = |field: Field| match field.kind() {
        FieldKind::Tick => dossier.fields.is_ticked(field).then_some(Scalar::Bool(true)),
        _ => Some(dossier.fields.get(field)).filter(|text| !text.is_empty()).map(Scalar::Text),
    };
    Field::TABLE
        .iter()
        .filter_map(|(field, ..)| {
            let name = field.key().split_once('.').filter(|key| key.0 == group)?.1;
            Some((name, filled(*field)?))
        })
        .collect()
}

/// The questions on breaches that were answered; `true`: the breach is declared.
fn declarations(dossier: &Dossier) -> Keyed<&'static str, bool> {
    replies(dossier, |question, reply| match question {
        Question::Dossier | Question::Breach(_) => Some(reply == Reply::Yes),
        Question::MinimumBinds(_) => None,
    })
}

/// The questions on star minimums that were answered; `true`: the minimum does not bind.
fn exemptions(dossier: &Dossier) -> Keyed<&'static str, bool> {
    replies(dossier, |question, reply| match question {
        Question::Dossier | Question::Breach(_) => None,
        Question::MinimumBinds(_) => Some(reply == Reply::No),
    })
}

fn replies(dossier: &Dossier, written: impl Fn(Question, Reply) -> Option<bool>) -> Keyed<&'static str, bool> {
    let set = dossier.set();
    Question::of(set)
        .filter_map(|question| {
            let reply = Some(dossier.reply(question)).filter(|reply| *reply != Reply::Open)?;
            Some((question.key(set), written(question, reply)?))
        })
        .collect()
}

#[derive(serde::Serialize)]
#[serde(untagged)]
pub(super) enum WireLevel {
    Index(u8),
    None(&'static str),
}

impl WireLevel {
    pub(super) fn of(answer: Answer) -> Option<WireLevel> {
        match answer {
            Answer::Unanswered => None,
            Answer::NoneOfThese => Some(WireLevel::None("none")),
            Answer::Level(index) => Some(WireLevel::Index(index)),
        }
    }
}

fn level_key(criterion: &Criterion, answer: Answer) -> Option<String> {
    match answer {
        Answer::Level(index) => criterion.ladder.level_key(index.into()),
        Answer::Unanswered | Answer::NoneOfThese => None,
    }
}

#[derive(serde::Serialize)]
struct WireAnswer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<WireLevel>,
    /// The level's key, by which a later edition finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    evidence: &'a [String],
    #[serde(skip_serializing_if = "is_false")]
    review: bool,
}

fn answers(dossier: &Dossier) -> Keyed<&'static str, WireAnswer<'_>> {
    dossier
        .assessment
        .iter()
        .filter_map(|(position, criterion, answer)| {
            let level = WireLevel::of(answer);
            let key = level_key(criterion, answer);
            let answer = match dossier.entries.get(position) {
                Some(Entry { note, evidence, review }) => WireAnswer { level, key, note, evidence, review: *review },
                None => WireAnswer { level, key, note: "", evidence: &[], review: false },
            };
            let says_something =
                answer.level.is_some() || !answer.note.is_empty() || !answer.evidence.is_empty() || answer.review;
            says_something.then_some((criterion.code, answer))
        })
        .collect()
}

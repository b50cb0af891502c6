//! From the tree of a file to a dossier. Every object is consumed key by key; what is left over is
//! unknown and becomes a warning.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::{Dossier, DossierKind, Entry, Field, FieldKind, LAST_REVISION, Question, Reply};
use super::node::{Node, Object};
use super::place::shortened;
use super::reader::{Branch, Found, Reader, is_id, shown};
use super::write::{File, compact};
use super::{AttachedFile, FORMAT, Opened, Place, Problem, ReadError, Shape, Unknown, VERSION};
use crate::domain::decision::{self, Decision, ProductSet};
use crate::domain::figures::{Row, Table, Tables};
use crate::domain::rating::Answer;

/// Reads a whole file.
pub(super) fn open(node: Node) -> Result<Opened, ReadError> {
    let mut file = match node {
        Node::Object(object) => object,
        other => return Err(ReadError::OtherProgram { found: shown(&other) }),
    };
    let found = |node: Option<&Node>| node.map_or_else(|| String::from("null"), shown);
    match file.entries.get("format") {
        Some(Node::Text(format)) if format == FORMAT => {}
        Some(Node::Text(format)) if format == super::CORRECTIONS => return Err(ReadError::Corrections),
        other => return Err(ReadError::OtherProgram { found: found(other) }),
    }
    let version = file.entries.get("version");
    match version.and_then(Node::whole) {
        Some(version) if version > u64::from(VERSION) => return Err(ReadError::FutureVersion { version }),
        Some(1..) => {}
        _ => return Err(ReadError::NoVersion { found: found(version) }),
    }
    let decision = decision_of(&file)?;
    let set = set_of(&file, decision)?;
    let fallback = match file.entries.get("id") {
        Some(Node::Text(id)) if is_id(id) => String::new(),
        _ => id_from_content(&file),
    };
    for known in ["$schema", "format", "version", "written_by"] {
        file.entries.remove(known);
    }
    let mut reader = Reader { set, warnings: Vec::new(), more: 0, unknown: Vec::new() };
    let (mut dossier, files) = reader.file(file, fallback);
    let warnings = reader.told();
    if !reader.unknown.is_empty() {
        let written = compact(&File::of(&dossier, &BTreeMap::new()));
        dossier.unknown = Unknown::of(reader.unknown, &written);
    }
    Ok(Opened { dossier, warnings, files })
}

/// The decision that a file follows.
pub(super) fn decision_of(file: &Object) -> Result<&'static Decision, ReadError> {
    match file.entries.get("decision") {
        Some(node @ Node::Text(number)) => {
            decision::numbered(number.trim()).ok_or_else(|| ReadError::OtherDecision { found: shown(node) })
        }
        _ => Ok(decision::first()),
    }
}

fn set_of(file: &Object, decision: &Decision) -> Result<&'static ProductSet, ReadError> {
    let Some(Node::Object(product)) = file.entries.get("product") else { return Err(ReadError::NoSet) };
    let Some(node) = product.entries.get("set") else { return Err(ReadError::NoSet) };
    let number = node.whole().and_then(|number| u8::try_from(number).ok());
    number.and_then(|no| decision.set(no)).ok_or_else(|| ReadError::UnknownSet { found: shown(node) })
}

/// An id for a file without a usable one, always the same for the same content.
fn id_from_content(file: &Object) -> String {
    let mut hasher = DefaultHasher::new();
    file.hash(&mut hasher);
    format!("file-{:016x}", hasher.finish())
}

impl Reader {
    fn file(&mut self, object: Object, fallback: String) -> (Dossier, BTreeMap<String, AttachedFile>) {
        let mut file = self.branch(Place::root(), object);
        match file.take("decision") {
            Some((place, node)) if !matches!(node, Node::Text(_)) => self.wrong(&place, &node, Shape::Text),
            Some(_) => {}
            None => self.warn(&Place::root().key("decision"), String::new(), Problem::Missing),
        }
        let id = self.own_id(&mut file, |_| false, || fallback.clone());
        let mut dossier = Dossier::new(id, String::new(), self.set);
        dossier.created = self.instant(&mut file, "created");
        dossier.updated = self.instant(&mut file, "updated");
        let revision: u64 = self.number(&mut file, "revision", |_| true).unwrap_or_default();
        dossier.revision = revision.min(LAST_REVISION);
        dossier.kind = self.choice(&mut file, "kind", kind_of).unwrap_or_default();
        dossier.archived = self.bool(&mut file, "archived");
        self.fields(&mut file, &mut dossier);
        dossier.recognised = self.child(&mut file, "recognised").map(|branch| self.recognised(branch));
        dossier.unrecognised = self.bool(&mut file, "unrecognised");
        self.declarations(&mut file, &mut dossier);
        dossier.papers = self.papers(&mut file);
        self.answers(&mut file, &mut dossier);
        dossier.held = self.list(&mut file, "held").into_iter().filter_map(|found| self.id(found)).collect();
        dossier.tables = self.tables(&mut file);
        dossier.writings = self.writings(&mut file);
        dossier.log = self.log(&mut file, &dossier.papers);
        dossier.plan = self.child(&mut file, "plan").map(|branch| self.plan(branch)).unwrap_or_default();
        dossier.scorer = self.scorer(&mut file);
        dossier.council = self.council(&mut file);
        dossier.desk = self.desk(&mut file);
        dossier.corrections = self.corrections(&mut file).into_iter().map(|(_, correction)| correction).collect();
        self.rating(&mut file, &dossier);
        let files = self.files(&mut file, &dossier);
        self.finish(file);
        (dossier, files)
    }

    fn fields(&mut self, file: &mut Branch, dossier: &mut Dossier) {
        for name in ["product", "applicant", "representative", "filing", "ticks", "results", "plans", "renewal"] {
            let Some(mut group) = self.child(file, name) else { continue };
            if name == "product" {
                // Read before everything else.
                group.entries.remove("set");
            }
            let of_group = Field::TABLE.iter().filter_map(|(field, ..)| Some((*field, field.key().split_once('.')?)));
            for (field, (_, key)) in of_group.filter(|(_, (group, _))| *group == name) {
                let value = self.field(&mut group, field, key);
                dossier.fields.set(field, value);
            }
            self.finish(group);
        }
    }

    fn field(&mut self, group: &mut Branch, field: Field, key: &str) -> String {
        match field.kind() {
            FieldKind::Tick => match self.bool(group, key) {
                true => String::from("true"),
                false => String::new(),
            },
            FieldKind::Choice(values) => {
                let of = |text: &str| values.iter().copied().find(|value| *value == text);
                self.choice(group, key, of).unwrap_or_default().to_owned()
            }
            _ => self.text(group, key),
        }
    }

    pub(super) fn code(&self, position: usize) -> String {
        self.set.criteria[position].code.to_owned()
    }

    fn declarations(&mut self, file: &mut Branch, dossier: &mut Dossier) {
        for (question, breach) in
            self.replies(file, "declarations", |question| !matches!(question, Question::MinimumBinds(_)))
        {
            dossier.set_reply(question, if breach { Reply::Yes } else { Reply::No });
        }
        for (question, exempt) in
            self.replies(file, "exemptions", |question| matches!(question, Question::MinimumBinds(_)))
        {
            dossier.set_reply(question, if exempt { Reply::No } else { Reply::Yes });
        }
    }

    /// The answered questions under a key, of the kinds that belong there.
    pub(super) fn replies(
        &mut self,
        file: &mut Branch,
        key: &str,
        belongs: impl Fn(Question) -> bool,
    ) -> Vec<(Question, bool)> {
        let Some(branch) = self.child(file, key) else { return Vec::new() };
        let mut replies = Vec::new();
        for (code, node) in branch.entries {
            let place = branch.place.key(&code);
            let question = Question::from_key(self.set, &code).filter(|question| belongs(*question));
            match (question, node) {
                (Some(question), Node::Bool(reply)) => replies.push((question, reply)),
                (Some(_), node) => self.wrong(&place, &node, Shape::Bool),
                (None, node) if code == "dossier" || self.set.position(&code).is_some() => {
                    self.keep(&place, &node);
                    self.warn(&place, shown(&node), Problem::NothingToDeclare);
                }
                (None, node) => {
                    self.keep(&place, &node);
                    self.warn(&place, shortened(&code, 60), Problem::UnknownCriterion);
                }
            }
        }
        replies
    }

    fn answers(&mut self, file: &mut Branch, dossier: &mut Dossier) {
        let papers: BTreeSet<&str> = dossier.papers.iter().map(|paper| paper.id.as_str()).collect();
        let mut entries = Vec::new();
        for (position, found) in self.child_by_criterion(file, "answers") {
            let Some(mut branch) = self.object(found) else { continue };
            let answer = match (branch.take("level"), branch.take("key")) {
                (Some((_, Node::Whole(_))), Some((place, node))) => self.level_with_key(&place, &node, position),
                (Some((place, node)), _) => self.level(&place, &node, position),
                (None, _) => Answer::Unanswered,
            };
            let note = self.text(&mut branch, "note");
            let mut evidence = Vec::new();
            for (place, node) in self.list(&mut branch, "evidence") {
                match &node {
                    Node::Text(id) if papers.contains(id.as_str()) => evidence.push(id.clone()),
                    Node::Text(_) => self.warn(&place, shown(&node), Problem::UnknownPaper),
                    other => self.wrong(&place, other, Shape::Text),
                }
            }
            let review = self.bool(&mut branch, "review");
            self.finish(branch);
            entries.push((position, answer, Entry { note, evidence, review }));
        }
        for (position, answer, entry) in entries {
            dossier.assessment.set_answer(position, answer);
            dossier.entries[position] = entry;
        }
    }

    /// Tables by key. A table or column that this program does not know is kept as it is.
    fn tables(&mut self, file: &mut Branch) -> Tables {
        let Some(mut branch) = self.child(file, "tables") else { return Tables::new() };
        let keys: Vec<String> = branch.entries.keys().filter(|key| is_id(key)).cloned().collect();
        let mut tables = Tables::new();
        for key in keys {
            let found = self.list(&mut branch, &key);
            let rows = found.into_iter().filter_map(|found| self.row(found)).collect();
            tables.insert(key, Table { rows });
        }
        self.finish(branch);
        tables
    }

    fn row(&mut self, found: Found) -> Option<Row> {
        let mut branch = self.object(found)?;
        let keys: Vec<String> = branch.entries.keys().filter(|key| is_id(key)).cloned().collect();
        let mut row = Row::new();
        for key in keys {
            let text = self.text(&mut branch, &key);
            if !text.is_empty() {
                row.insert(key, text);
            }
        }
        self.finish(branch);
        Some(row)
    }
}

fn kind_of(name: &str) -> Option<DossierKind> {
    DossierKind::ALL.into_iter().find(|kind| kind.name() == name)
}

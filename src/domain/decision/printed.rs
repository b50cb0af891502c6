use super::{Case, EvidenceKind, ProductSet};

include!(concat!(env!("OUT_DIR"), "/printed.rs"));

/// What Annex II calls a criterion, by its place in the set. The forms carry this name, so that an
/// officer finds it in the Decision; on the page a criterion has the title in our words.
pub fn printed_criterion(set: &ProductSet, position: usize) -> &'static str {
    let Some(criterion) = set.criteria.get(position) else { return "" };
    let (id, wording) = (set.decision().id, criterion.wording);
    let printed = CRITERIA.iter().find(|(decision, key, _)| *decision == id && *key == wording.key);
    printed.map_or(wording.title.vi, |(_, _, name)| name)
}

/// What Annex II calls the part, group or division with this code, without the points it prints behind
/// a part. `None` where nothing above the criteria has this code.
pub fn printed_above(set: &ProductSet, code: &str) -> Option<&'static str> {
    let id = set.decision().id;
    let printed = ABOVE.iter().find(|(decision, no, known, _)| *decision == id && *no == set.no.0 && *known == code);
    printed.map(|(_, _, _, name)| *name)
}

/// The notes that Annex II prints under a criterion, in printed order, by its place in the set; in our words where its
/// decision's folder has none.
pub fn printed_notes(set: &ProductSet, position: usize) -> Vec<&'static str> {
    let Some(criterion) = set.criteria.get(position) else { return Vec::new() };
    let id = set.decision().id;
    let printed =
        NOTES.iter().find(|(decision, no, code, _)| *decision == id && *no == set.no.0 && *code == criterion.code);
    printed.map_or_else(|| criterion.notes.iter().map(|note| note.text.vi).collect(), |row| row.3.to_vec())
}

/// What Annex II prints of a level of a criterion, by their places; in our words where its decision's folder has none, and
/// empty where there is no such level.
pub fn printed_level(set: &ProductSet, position: usize, level: usize) -> &'static str {
    let Some(criterion) = set.criteria.get(position) else { return "" };
    let (id, ladder) = (set.decision().id, criterion.ladder);
    let printed = LADDERS.iter().find(|(decision, key, _)| *decision == id && *key == ladder.key);
    let printed = printed.and_then(|(_, _, levels)| levels.get(level).copied());
    printed.or(ladder.labels.get(level).map(|label| label.vi)).unwrap_or_default()
}

/// What Annex II prints above one of a criterion's two lists of levels (set 26); in our words where its decision's folder
/// has none, and empty where the criterion has no cases.
pub fn printed_case(set: &ProductSet, position: usize, case: Case) -> &'static str {
    let Some(criterion) = set.criteria.get(position) else { return "" };
    let id = set.decision().id;
    let printed =
        CASES.iter().find(|(decision, no, code, _)| *decision == id && *no == set.no.0 && *code == criterion.code);
    let printed = printed.map(|(_, _, _, cases)| cases[case as usize]);
    printed.or(criterion.cases.map(|cases| cases[case as usize].vi)).unwrap_or_default()
}

/// What the head of a set's scoring sheet prints (Annex II).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedSheet {
    pub name: &'static str,
    /// What stands behind the set's number: its name, which two sheets print without "Bộ sản phẩm" (12, 13).
    pub title: &'static str,
    /// The class in the words of Annex II, which are not always those of Annex I.
    pub class: &'static str,
    /// The line that rejects a dossier; empty where none is printed (set 26).
    pub rejection: &'static str,
}

/// The head of the set's scoring sheet; in our words where its decision's folder has none.
pub fn printed_sheet(set: &ProductSet) -> PrintedSheet {
    let id = set.decision().id;
    match SHEETS.iter().find(|(decision, no, _)| *decision == id && *no == set.no.0) {
        Some((_, _, [name, title, class, rejection])) => PrintedSheet { name, title, class, rejection },
        None => PrintedSheet {
            name: set.name.vi,
            title: set.name.vi,
            class: set.class.group.vi,
            rejection: set.disqualification.map_or("", |line| line.text.vi),
        },
    }
}

/// Places of the criteria that a topic of Form 03 part II is about (article 7.2), by the topic's key.
pub fn topic_criteria(set: &ProductSet, topic: &str) -> Vec<usize> {
    let id = set.decision().id;
    let keys =
        TOPICS.iter().find(|(decision, known, _)| *decision == id && *known == topic).map_or(&[][..], |row| row.2);
    (0..set.criteria.len()).filter(|position| keys.contains(&set.criteria[*position].wording.key)).collect()
}

/// A row of Form 02's evidence table, as printed.
#[derive(Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    pub about: &'static str,
    pub demand: &'static str,
    /// What the program looks for in it.
    pub role: Option<EvidenceRole>,
}

/// Rows of which more is known than what they print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceRole {
    /// The list of workers, which the applicant confirms.
    Workers,
    /// Test reports, which grow old.
    Tests,
    /// Growth of production and business, which is told by years.
    Growth,
}

impl EvidenceRow {
    /// What it is about, without the commas and dots that some rows print behind it.
    pub fn name(&self) -> &'static str {
        self.about.trim_end_matches([',', '.'])
    }
}

/// The evidence table of Form 02 in printed order; none where the decision's folder has none.
pub fn evidence_rows(set: &ProductSet) -> &'static [EvidenceRow] {
    let id = set.decision().id;
    EVIDENCE.iter().find(|(decision, _)| *decision == id).map_or(&[], |(_, rows)| rows)
}

/// The numbers of its rows.
pub fn evidence_kinds(set: &ProductSet) -> impl Iterator<Item = EvidenceKind> + use<> {
    let id = set.decision().id;
    let count = EVIDENCE_COUNTS.iter().find(|(decision, _)| *decision == id).map_or(0, |(_, count)| *count);
    (1..=count).map(EvidenceKind)
}

/// The row with this role.
pub fn evidence_row(set: &ProductSet, role: EvidenceRole) -> Option<EvidenceKind> {
    evidence_kinds(set).zip(evidence_rows(set)).find(|(_, row)| row.role == Some(role)).map(|(kind, _)| kind)
}

/// The row of this number; `None` for papers outside the table.
pub fn evidence_kind(set: &ProductSet, kind: EvidenceKind) -> Option<&'static EvidenceRow> {
    evidence_rows(set).get(usize::from(kind.0).checked_sub(1)?)
}

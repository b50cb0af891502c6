//! Rows that stand once each, and all of them written as statics.

use std::collections::BTreeMap;

use super::Writer;

/// Distinct rows in the order of their first use; a row is named by its place.
pub(super) struct Table<T> {
    pub(super) rows: Vec<T>,
    places: BTreeMap<T, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { rows: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T: Clone + Ord> Table<T> {
    pub(super) fn place(&mut self, row: T) -> usize {
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

impl Writer {
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
}

/// The texts of one language, a line each.
fn lines(texts: &Table<(String, String)>, pick: fn(&(String, String)) -> &String) -> String {
    texts.rows.iter().map(pick).map(String::as_str).collect::<Vec<_>>().join("\n")
}

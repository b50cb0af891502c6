use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::decision::{Criterion, Decision, FIGURES, Language};

/// Which tables there are, and which criterion is counted from which.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    pub tables: BTreeMap<String, TableFact>,
    pub rules: Vec<Rule>,
    /// By the key of a field of the forms: the level ladders of the criteria whose descriptions and tables it
    /// is drawn from. Ours: the forms name the topics, and the criteria ask the same.
    #[serde(default)]
    pub drawn: BTreeMap<String, Vec<String>>,
    /// By the key of a field: the only columns of numbers, year by year, that it is drawn from.
    #[serde(default)]
    pub columns: BTreeMap<String, Vec<String>>,
}

/// What a table asks.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableFact {
    pub title: Words,
    /// How to fill it, in a sentence.
    pub hint: Words,
    pub columns: Vec<ColumnFact>,
}

/// A text of ours in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub vi: String,
    pub en: String,
}

impl Words {
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnFact {
    pub key: String,
    pub label: Words,
    pub kind: ColumnKind,
    /// Words by which the heading of a pasted column is known, folded.
    #[serde(default)]
    pub known_by: Vec<String>,
    /// What may be chosen, for a choice.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// The column of texts that tells an empty choice: an address tells the commune.
    #[serde(default)]
    pub read_from: String,
    /// The number that an empty cell stands for.
    #[serde(default)]
    pub empty: u32,
    /// Whether its numbers may lie below nothing: a profit may be a loss.
    #[serde(default)]
    pub below_zero: bool,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    Text,
    Number,
    Date,
    Year,
    Choice,
}

/// One of the things that may be chosen.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub key: String,
    pub label: Words,
    /// Words in a pasted cell that mean it, folded; the commune's or province's own name does so too
    /// where `place` says so.
    #[serde(default)]
    pub known_by: Vec<String>,
    #[serde(default)]
    pub place: Place,
}

/// Which name of the dossier also means an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    #[default]
    None,
    Commune,
    Province,
}

/// How one criterion is counted.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Where the Decision says so, for people.
    pub cite: String,
    /// The level ladders that it counts for, whatever the set and the code.
    pub ladders: Vec<String>,
    pub table: String,
    pub measures: BTreeMap<String, Measure>,
    /// What must hold at any level, such as an entry requirement.
    #[serde(default)]
    pub always: Vec<Condition>,
    pub steps: Vec<Step>,
    /// Only for these kinds of applicant; empty: for all.
    #[serde(default)]
    pub only: Vec<String>,
    /// These kinds of applicant may reach a level without the table.
    #[serde(default)]
    pub except: Vec<String>,
}

/// A level, and what the table must give for it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Index of the level in printed order.
    pub level: u8,
    pub when: Vec<Condition>,
}

/// What a measure must come to: at least, or more than, so many hundredths or pieces.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub measure: String,
    #[serde(default)]
    pub least: Option<u32>,
    #[serde(default)]
    pub more: Option<u32>,
}

/// What is measured in a table.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, tag = "of")]
pub enum Measure {
    /// The weight of the rows with one of these values, of the weight of all.
    Share {
        column: String,
        values: Vec<String>,
        /// A column of numbers; each row weighs what stands there.
        weight: String,
        /// Only rows whose date lies at least so many months before the day of filing count as part.
        #[serde(default)]
        since: Option<String>,
        #[serde(default)]
        months: i32,
        /// What is added to the part is added to the whole too, as with people; else it takes the place
        /// of something, as with goods.
        #[serde(default)]
        grows: bool,
        /// What is missing, with `{n}`.
        gap: Words,
    },
    /// How many rows have one of these values; without values, how many rows there are.
    Count {
        #[serde(default)]
        column: String,
        #[serde(default)]
        values: Vec<String>,
        gap: Words,
    },
    /// How many years in a row, the last the one before the year of rating, brought more than the year
    /// before it.
    Growth { year: String, amount: String, gap: Words },
}

impl Measure {
    pub fn gap(&self) -> &Words {
        match self {
            Measure::Share { gap, .. } | Measure::Count { gap, .. } | Measure::Growth { gap, .. } => gap,
        }
    }
}

impl Figures {
    /// The rule of a criterion for a kind of applicant (a value of the field of the legal form).
    pub fn rule_of(&self, criterion: &Criterion, legal_form: &str) -> Option<&Rule> {
        let key = criterion.ladder.key;
        let fits = |rule: &&Rule| rule.only.is_empty() || rule.only.iter().any(|form| form == legal_form);
        self.rules.iter().find(|rule| rule.ladders.iter().any(|ladder| ladder == key)).filter(fits)
    }
}

impl TableFact {
    pub fn column(&self, key: &str) -> Option<&ColumnFact> {
        self.columns.iter().find(|column| column.key == key)
    }
}

impl Figures {
    /// The tables and rules of a decision; none for one that brings none.
    pub fn of(decision: &Decision) -> &'static Figures {
        static ALL: LazyLock<Vec<(&str, Figures)>> = LazyLock::new(|| {
            let parsed = FIGURES.iter().map(|(id, text)| (*id, serde_json::from_str(text).unwrap_or_default()));
            parsed.collect()
        });
        static NONE: LazyLock<Figures> = LazyLock::new(Figures::default);
        ALL.iter().find(|(id, _)| *id == decision.id).map_or(&NONE, |(_, figures)| figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{first, fold};

    #[test]
    fn the_file_reads_and_every_name_in_it_is_there() {
        let figures: Figures = serde_json::from_str(FIGURES[0].1).expect("figures.json");
        for rule in &figures.rules {
            let table = figures.tables.get(&rule.table).unwrap_or_else(|| panic!("no table {}", rule.table));
            let has = |column: &str, kind: ColumnKind| {
                let found = table.column(column).unwrap_or_else(|| panic!("{}: no column {column}", rule.table));
                assert_eq!(found.kind, kind, "{}.{column}", rule.table);
                found
            };
            let chosen = |column: &str, values: &[String]| {
                let options = &has(column, ColumnKind::Choice).options;
                for value in values {
                    assert!(options.iter().any(|option| option.key == *value), "{}.{column}: no {value}", rule.table);
                }
            };
            for measure in rule.measures.values() {
                match measure {
                    Measure::Share { column, values, weight, since, .. } => {
                        chosen(column, values);
                        has(weight, ColumnKind::Number);
                        if let Some(since) = since {
                            has(since, ColumnKind::Date);
                        }
                    }
                    Measure::Count { values, .. } if values.is_empty() => {}
                    Measure::Count { column, values, .. } => chosen(column, values),
                    Measure::Growth { year, amount, .. } => {
                        has(year, ColumnKind::Year);
                        has(amount, ColumnKind::Number);
                    }
                }
            }
            for condition in rule.always.iter().chain(rule.steps.iter().flat_map(|step| &step.when)) {
                assert!(rule.measures.contains_key(&condition.measure), "{}: {}", rule.table, condition.measure);
                assert!(condition.least.is_some() != condition.more.is_some(), "{}: one bound each", rule.table);
            }
        }
    }

    #[test]
    fn every_ladder_is_printed_somewhere_and_has_the_levels_of_its_steps() {
        for rule in &Figures::of(first()).rules {
            for ladder in &rule.ladders {
                let criteria: Vec<&Criterion> = first()
                    .sets
                    .iter()
                    .flat_map(|set| set.criteria)
                    .filter(|criterion| criterion.ladder.key == ladder)
                    .collect();
                assert!(!criteria.is_empty(), "{ladder}");
                for criterion in criteria {
                    let points = |step: &Step| criterion.levels[usize::from(step.level)].points;
                    assert!(rule.steps.is_sorted_by_key(points), "{ladder}: steps rise");
                }
            }
        }
    }

    #[test]
    fn every_drawn_text_has_its_field_and_every_ladder_is_printed_somewhere() {
        for (field, ladders) in &Figures::of(first()).drawn {
            assert!(crate::domain::dossier::Field::from_key(field).is_some(), "{field}");
            for ladder in ladders {
                let mut criteria = first().sets.iter().flat_map(|set| set.criteria);
                assert!(criteria.any(|criterion| criterion.ladder.key == ladder), "{field}: {ladder}");
            }
        }
    }

    #[test]
    fn words_by_which_things_are_known_are_folded() {
        for (key, table) in &Figures::of(first()).tables {
            let options = table.columns.iter().flat_map(|column| &column.options);
            let known = table
                .columns
                .iter()
                .flat_map(|column| &column.known_by)
                .chain(options.flat_map(|option| &option.known_by));
            for word in known {
                assert_eq!(fold(word), *word, "{key}");
            }
        }
    }
}

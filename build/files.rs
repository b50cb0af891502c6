//! Files of the decisions that the program reads as JSON: `figures.json`, `checklists.json`. Those of an amendment are
//! laid over those of the decision that it amends, and stand in the program without their spaces.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::checks::Printed;
use super::data::laid_over;
use super::fail;
use super::field::Field;

#[derive(Default)]
pub struct Files {
    figures: String,
    checklists: String,
}

impl Files {
    /// Adds a decision, whose folder stands last, as far as it has such files.
    pub fn decision(&mut self, id: &str, chain: &[PathBuf], printed: &Printed, sets: &BTreeSet<u8>) {
        let Some(root) = chain.last() else { return };
        let figures = laid_over(chain, "figures.json");
        if figures != Value::Null {
            let own = if root.join("figures.json").exists() { figures.clone() } else { Value::Null };
            hold_figures(&root.join("figures.json"), &own, printed);
            let _ = writeln!(self.figures, "({id:?}, {:?}),", figures.to_string());
        }
        let checklists = laid_over(chain, "checklists.json");
        if checklists != Value::Null {
            let path = root.join("checklists.json");
            let labels = list(&checklists["label"]).flat_map(|kind| list(&kind["sets"])).filter_map(Value::as_u64);
            let named: BTreeSet<u64> = labels.collect();
            if path.exists()
                && let Some(no) = sets.iter().find(|no| !named.contains(&u64::from(**no)))
            {
                fail(&path, format!("\"label\": no list has set {no}"));
            }
            let _ = writeln!(self.checklists, "({id:?}, {:?}),", checklists.to_string());
        }
    }

    pub fn tables(&self) -> String {
        let Files { figures, checklists } = self;
        format!(
            "pub(in crate::domain) static FIGURES: &[(&str, &str)] = &[\n{figures}];\n\
             pub(in crate::domain) static CHECKLISTS: &[(&str, &str)] = &[\n{checklists}];\n"
        )
    }
}

/// What the decision's own file names must be there: tables, ladders and fields.
fn hold_figures(path: &Path, own: &Value, printed: &Printed) {
    let ladders = |at: &str, ladders: &Value| {
        let missing = list(ladders).filter_map(Value::as_str).find(|key| !printed.ladders.contains(*key));
        if let Some(key) = missing {
            fail(path, format!("{at}: no set prints the ladder \"{key}\""));
        }
    };
    for rule in list(&own["rules"]) {
        let table = rule["table"].as_str().unwrap_or_default();
        let at = format!("\"rules\", {}", rule["cite"].as_str().unwrap_or(table));
        if own["tables"][table].is_null() {
            fail(path, format!("{at}: no table \"{table}\""));
        }
        ladders(&at, &rule["ladders"]);
    }
    for (field, keys) in own["drawn"].as_object().into_iter().flatten() {
        if Field::from_key(field).is_none() {
            fail(path, format!("\"drawn\": the forms have no field \"{field}\""));
        }
        ladders(&format!("\"drawn\", {field}"), keys);
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

//! What was written into templates, in files: by the template's key its answers, whether it was read
//! through, and the paper that it became. A template that this program does not know is kept as it is.

use std::collections::BTreeMap;

use super::super::{Writing, Writings};
use super::reader::{Branch, Reader, is_id};

#[derive(serde::Serialize)]
pub(super) struct WireWriting<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    answers: &'a BTreeMap<String, String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    checked: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    paper: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    signed: &'a str,
}

impl WireWriting<'_> {
    pub(super) fn of(writing: &Writing) -> WireWriting<'_> {
        let Writing { answers, checked, paper, signed } = writing;
        WireWriting { answers, checked: *checked, paper, signed }
    }
}

impl Reader {
    pub(super) fn writings(&mut self, file: &mut Branch) -> Writings {
        let Some(mut branch) = self.child(file, "writings") else { return Writings::new() };
        let keys: Vec<String> = branch.entries.keys().filter(|key| is_id(key)).cloned().collect();
        let mut writings = Writings::new();
        for key in keys {
            if let Some(written) = self.child(&mut branch, &key) {
                let writing = self.writing(written);
                if !writing.is_blank() {
                    writings.insert(key, writing);
                }
            }
        }
        self.finish(branch);
        writings
    }

    fn writing(&mut self, mut branch: Branch) -> Writing {
        let mut answers = BTreeMap::new();
        if let Some(mut answered) = self.child(&mut branch, "answers") {
            let keys: Vec<String> = answered.entries.keys().filter(|key| is_id(key)).cloned().collect();
            for key in keys {
                let text = self.text(&mut answered, &key);
                if !text.is_empty() {
                    answers.insert(key, text);
                }
            }
            self.finish(answered);
        }
        let checked = self.bool(&mut branch, "checked");
        let paper = branch.take("paper").and_then(|found| self.id(found)).unwrap_or_default();
        let signed = self.text(&mut branch, "signed");
        self.finish(branch);
        Writing { answers, checked, paper, signed }
    }
}

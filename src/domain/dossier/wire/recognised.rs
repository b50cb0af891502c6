//! The last recognition in a file, with its answers.

use super::super::Recognised;
use super::reader::{Branch, Reader};
use super::write::{Keyed, WireLevel};
use crate::domain::decision::Star;

#[derive(serde::Serialize)]
pub(super) struct WireRecognised<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    star: Option<Star>,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    number: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    issuer: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    listed: bool,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    answers: Keyed<&'a str, WireLevel>,
    #[serde(skip_serializing_if = "Keyed::is_empty")]
    changes: Keyed<&'a str, &'a str>,
}

impl WireRecognised<'_> {
    pub(super) fn of(recognised: &Recognised) -> WireRecognised<'_> {
        let answers = recognised.answers.iter();
        let changes = recognised.changes.iter();
        WireRecognised {
            star: recognised.star,
            date: &recognised.date,
            number: &recognised.number,
            issuer: &recognised.issuer,
            listed: recognised.listed,
            answers: answers.filter_map(|(code, answer)| Some((code.as_str(), WireLevel::of(*answer)?))).collect(),
            changes: changes.map(|(code, text)| (code.as_str(), text.as_str())).collect(),
        }
    }
}

impl Reader {
    pub(super) fn recognised(&mut self, mut branch: Branch) -> Recognised {
        let star = self.star(&mut branch, "star");
        let date = self.text(&mut branch, "date");
        let (number, issuer) = (self.text(&mut branch, "number"), self.text(&mut branch, "issuer"));
        let listed = self.bool(&mut branch, "listed");
        let mut recognised = Recognised { star, date, number, issuer, listed, ..Recognised::default() };
        for (position, (place, node)) in self.child_by_criterion(&mut branch, "answers") {
            let answer = self.level(&place, &node, position);
            if answer.is_answered() {
                recognised.answers.insert(self.code(position), answer);
            }
        }
        for (position, found) in self.child_by_criterion(&mut branch, "changes") {
            if let Some(text) = self.as_text(found) {
                recognised.changes.insert(self.code(position), text);
            }
        }
        self.finish(branch);
        recognised
    }
}

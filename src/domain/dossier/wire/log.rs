//! What happened between two ratings, in a file.

use super::super::{LogEntry, LogTopic, PaperRecord};
use super::node::Node;
use super::reader::{Branch, Reader, shown};
use super::{Problem, Shape};

#[derive(serde::Serialize)]
pub(super) struct WireLogEntry<'a> {
    id: &'a str,
    topic: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    papers: Vec<&'a str>,
}

impl WireLogEntry<'_> {
    pub(super) fn of(entry: &LogEntry) -> WireLogEntry<'_> {
        WireLogEntry {
            id: &entry.id,
            topic: entry.topic.name(),
            date: &entry.date,
            text: &entry.text,
            papers: entry.papers.iter().map(String::as_str).collect(),
        }
    }
}

impl Reader {
    pub(super) fn log(&mut self, file: &mut Branch, papers: &[PaperRecord]) -> Vec<LogEntry> {
        let mut log: Vec<LogEntry> = Vec::new();
        let list = file.place.key("log");
        for found in self.list(file, "log") {
            let Some(mut branch) = self.object(found) else { continue };
            let known = |id: &str| log.iter().any(|entry| entry.id == id);
            let free = || (1..).map(|number| format!("log-{number}")).find(|id| !known(id)).unwrap_or_default();
            let id = self.own_id(&mut branch, known, free);
            branch.place = branch.place.called(&list, &id);
            let of = |name: &str| LogTopic::ALL.into_iter().find(|topic| topic.name() == name);
            let topic = self.choice(&mut branch, "topic", of).unwrap_or_default();
            let (date, text) = (self.text(&mut branch, "date"), self.text(&mut branch, "text"));
            let mut proofs = Vec::new();
            for (place, node) in self.list(&mut branch, "papers") {
                match &node {
                    Node::Text(id) if papers.iter().any(|paper| paper.id == *id) => proofs.push(id.clone()),
                    Node::Text(_) => self.warn(&place, shown(&node), Problem::UnknownPaper),
                    other => self.wrong(&place, other, Shape::Text),
                }
            }
            self.finish(branch);
            log.push(LogEntry { id, topic, date, text, papers: proofs });
        }
        log
    }
}

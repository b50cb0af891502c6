use super::app::AppHandle;
use crate::session::{Action, Line, Notice, NoticeKind};

/// What is to be said of files that were opened together: one notice of them all, as grave as its gravest line.
#[derive(Default)]
pub(super) struct Told(Vec<(NoticeKind, Line)>);

impl Told {
    pub(super) fn add(&mut self, kind: NoticeKind, text: String) {
        self.0.push((kind, Line { text, until_whole: None }));
    }

    /// Said until the photos of the dossier with this id are here.
    pub(super) fn add_until_whole(&mut self, id: &str, text: String) {
        self.0.push((NoticeKind::Note, Line { text, until_whole: Some(id.to_owned()) }));
    }

    /// Says this before the rest.
    pub(super) fn begin_with(&mut self, first: Told) {
        self.0.splice(..0, first.0);
    }

    pub(super) fn say(self, app: &AppHandle) {
        let has = |kind: NoticeKind| self.0.iter().any(|(known, _)| *known == kind);
        let grave = [NoticeKind::Fault, NoticeKind::Note].into_iter().find(|kind| has(*kind));
        let mut lines: Vec<Line> = Vec::new();
        for (_, line) in self.0 {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        if !lines.is_empty() {
            app.act(Action::Noticed(Notice { kind: grave.unwrap_or(NoticeKind::Done), lines, followed: false }));
        }
    }
}

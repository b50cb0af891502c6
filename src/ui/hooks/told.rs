use super::app::AppHandle;
use crate::domain::decision::Language;
use crate::session::{Action, Line, Notice, NoticeKind, Said, Until};
use crate::words::{Words, words};

/// What is to be said of files that were opened together: one notice of them all, as grave as its gravest line.
#[derive(Default)]
pub(super) struct Told(Vec<(NoticeKind, Line)>);

impl Told {
    pub(super) fn add(&mut self, kind: NoticeKind, say: impl Fn(&'static Words, Language) -> String) {
        self.add_until(Until::Read, kind, say);
    }

    /// Said as long as it is true.
    pub(super) fn add_until(
        &mut self,
        until: Until,
        kind: NoticeKind,
        say: impl Fn(&'static Words, Language) -> String,
    ) {
        self.0.push((kind, Line { said: said(say), until }));
    }

    /// Says this before the rest.
    pub(super) fn begin_with(&mut self, first: Told) {
        self.0.splice(..0, first.0);
    }

    pub(super) fn say(self, app: &AppHandle) {
        self.say_as(app, false);
    }

    /// Says it where it leads to no other page: what went well is told on this one alone.
    pub(super) fn say_here(self, app: &AppHandle) {
        self.say_as(app, true);
    }

    fn say_as(self, app: &AppHandle, followed: bool) {
        let has = |kind: NoticeKind| self.0.iter().any(|(known, _)| *known == kind);
        let grave = [NoticeKind::Fault, NoticeKind::Note].into_iter().find(|kind| has(*kind));
        let mut lines: Vec<Line> = Vec::new();
        for (_, line) in self.0 {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        if !lines.is_empty() {
            app.act(Action::Noticed(Notice { kind: grave.unwrap_or(NoticeKind::Done), lines, followed }));
        }
    }
}

/// What is said in the words of both languages.
pub(super) fn said(say: impl Fn(&'static Words, Language) -> String) -> Said {
    Said::of(|language| say(words(language), language))
}

//! What the reader is told once.

use crate::domain::decision::Language;

/// Something the reader must be told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub lines: Vec<Line>,
    /// It goes with this page: the one on which it came was left, or it led to no other. What went well is told on the
    /// page that it led to, and not on every other.
    pub followed: bool,
}

/// One thing of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub said: Said,
    pub until: Until,
}

/// How long it is true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until it is read.
    Read,
    /// Until the photos of the dossier with this id are here.
    PhotosWhole { id: String },
    /// Until a file is chosen, of this name where there is one.
    FileChosen(Option<String>),
    /// Until the part of the program that comes later did something.
    LaterCame,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// All went well.
    Done,
    /// Something to know.
    Note,
    /// Something went wrong; nothing saved was touched.
    Fault,
}

/// A text in both languages: the reader may choose the other one while it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    vi: String,
    en: String,
}

impl Said {
    pub fn of(say: impl Fn(Language) -> String) -> Said {
        Said { vi: say(Language::Vi), en: say(Language::En) }
    }

    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

impl Notice {
    pub fn new(kind: NoticeKind, said: Said) -> Notice {
        Notice { kind, lines: vec![Line { said, until: Until::Read }], followed: false }
    }
}

/// What is over is said no more.
pub(super) fn let_go(notices: &mut Vec<Notice>, is_over: impl Fn(&Until) -> bool) {
    for notice in &mut *notices {
        notice.lines.retain(|line| !is_over(&line.until));
    }
    notices.retain(|notice| !notice.lines.is_empty());
}

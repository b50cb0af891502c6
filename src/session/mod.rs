//! What is open and what happened to it: state, actions and one pure reducer.
//!
//! Time and ids come in with the actions. An action that changes nothing returns an equal session,
//! and dossiers that did not change keep their `Rc`, so that whoever watches can tell by pointer.

mod change;
pub mod keeping;
mod notice;
pub mod sweeping;
pub mod versions;

pub use change::Change;
pub use notice::{Line, Notice, NoticeKind, Said, Until};

use std::collections::BTreeSet;
use std::rc::Rc;

use self::keeping::same;
use self::notice::let_go;
use crate::domain::decision::{Guide, Language};
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::MAX_ID;

/// Everything the page shows depends on this and the address.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub language: Language,
    pub theme: Theme,
    /// Newest change first.
    pub dossiers: Vec<Rc<Dossier>>,
    /// Deleted, to be brought back or forgotten. Newest first.
    pub trash: Vec<Rc<Dossier>>,
    pub saving: Saving,
    /// Ids of what the last try to keep everything could not keep.
    pub unkept: Vec<String>,
    /// Long words in the session's language, once they have arrived.
    pub guide: Option<Rc<Guide>>,
    pub notices: Vec<Notice>,
    /// Long work that goes on out of sight.
    pub work: Vec<Work>,
    /// What stands in the place of a dossier and cannot be read.
    pub broken: Vec<Broken>,
    /// What was last looked for in the criteria, for whoever comes back to them.
    pub searched: String,
    /// A new version of the page waits to be started.
    pub update_ready: bool,
    /// Ids of what was forgotten here: nothing else gets one of them.
    spent: BTreeSet<String>,
}

/// Light, dark, or as the device has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Device,
    Light,
    Dark,
}

/// Whether what is on the screen is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing to save yet.
    #[default]
    Idle,
    /// All kept since this local time, `10:42`.
    Saved(String),
    /// Changed, about to be kept.
    Pending,
    Failed(StorageFault),
}

/// Why the browser keeps nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// Private mode, or storage switched off.
    Blocked,
    /// No room left.
    Full,
    /// The database does not answer: another tab holds it, or a newer build has changed it.
    Held,
}

/// A kept text that is no dossier, and is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The id of the dossier that it was.
    pub id: String,
    pub key: String,
    pub why: Said,
}

/// How far long work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub kind: WorkKind,
    /// The file that is read or made.
    pub name: String,
    /// At which of how many files; of none: at the beginning.
    pub n: usize,
    pub of: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    /// A chosen file is read.
    Reading,
    /// Photos and scans are put to a paper.
    Attaching,
    /// An archive is made.
    Packing,
}

/// What happened.
#[allow(clippy::large_enum_variant, reason = "an action lives for one reduction")]
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    LanguageChosen(Language),
    ThemeChosen(Theme),
    /// A dossier is new here: begun, or out of a file. What stands under its id already stays.
    DossierAdded(Rc<Dossier>),
    /// One dossier changed, at this instant.
    Changed {
        id: String,
        change: Change,
        at: String,
    },
    /// The reader put a dossier in the place of the one with its id (an import, an earlier version). It is
    /// the newest state of it from now on.
    Replaced(Rc<Dossier>),
    /// What is kept in a dossier's place is shown as it stands: another tab's copy, or one that was found
    /// again. It stays on its shelf.
    Followed(Rc<Dossier>),
    Deleted {
        id: String,
    },
    /// Back from the trash.
    Restored {
        id: String,
    },
    /// Out of the trash for good.
    Forgotten {
        id: String,
    },
    /// No longer shown here; what the browser keeps under this id is not touched.
    Dropped {
        id: String,
    },
    SavingChanged(Saving),
    UnkeptFound(Vec<String>),
    /// Long words are asked for, of the decision in this folder: those of another are of no use.
    GuideWanted {
        decision: &'static str,
    },
    /// Long words came that were asked for in this language.
    GuideArrived {
        language: Language,
        guide: Rc<Guide>,
    },
    Noticed(Notice),
    /// All photos and scans of the dossier with this id are here.
    PhotosWhole {
        id: String,
    },
    /// The reader chose a file of this name to be opened.
    FileChosen(String),
    /// The part of the program that comes later is there, and did what was wanted of it.
    LaterCame,
    /// Long work is at this of its pieces.
    WorkChanged(Work),
    WorkOver(WorkKind),
    /// The notice in this place was read.
    NoticeRead(usize),
    /// All of them were.
    NoticesRead,
    /// The reader is on another page.
    PageTurned,
    /// The kept text under this key is gone.
    BrokenForgotten {
        key: String,
    },
    Searched(String),
    UpdateReady,
}

/// So many deleted dossiers are kept until they are given up. What is more than that goes a day after it was, and not
/// before: see [`sweeping::Loose::surplus`].
pub const TRASH: usize = 10;

impl Session {
    pub fn new(language: Language) -> Session {
        Session {
            language,
            theme: Theme::default(),
            dossiers: Vec::new(),
            trash: Vec::new(),
            saving: Saving::default(),
            unkept: Vec::new(),
            guide: None,
            notices: Vec::new(),
            work: Vec::new(),
            broken: Vec::new(),
            searched: String::new(),
            update_ready: false,
            spent: BTreeSet::new(),
        }
    }

    /// With what was found on both shelves. A page that was ended in the middle of deleting or restoring
    /// left the same dossier on both: it stays among the work. Another one under its id is kept apart.
    pub fn with(mut self, dossiers: Vec<Dossier>, trash: Vec<Dossier>) -> Session {
        self.dossiers = dossiers.into_iter().map(Rc::new).collect();
        // Ids that are taken stand first, so that none is given twice.
        let (doubled, alone): (Vec<Dossier>, Vec<Dossier>) =
            trash.into_iter().partition(|binned| self.dossier(&binned.id).is_some());
        self.trash = alone.into_iter().map(Rc::new).collect();
        for binned in doubled {
            self.saving = Saving::Pending;
            if !self.dossier(&binned.id).is_some_and(|known| says_the_same(known, &binned)) {
                let id = self.free_id(&binned.id);
                self.trash.push(Rc::new(Dossier { id, ..binned }));
            }
        }
        self
    }

    pub fn dossier(&self, id: &str) -> Option<&Rc<Dossier>> {
        self.dossiers.iter().find(|dossier| dossier.id == id)
    }

    /// The session after an action.
    pub fn after(&self, action: Action) -> Session {
        let mut next = self.clone();
        // What the reader does is not kept yet; what was followed or let go stands as it is kept.
        let is_work = !matches!(action, Action::Followed(_) | Action::Dropped { .. });
        match action {
            Action::LanguageChosen(language) => {
                if language != next.language {
                    next.language = language;
                    next.guide = None;
                }
            }
            Action::ThemeChosen(theme) => next.theme = theme,
            Action::DossierAdded(dossier) => next.add(dossier),
            Action::Replaced(dossier) => match next.dossiers.iter_mut().find(|known| known.id == dossier.id) {
                Some(known) => *known = Rc::new((*dossier).clone().after(known)),
                None => next.add(dossier),
            },
            Action::Followed(dossier) => {
                let mut known = next.dossiers.iter_mut().chain(&mut next.trash);
                match known.find(|known| known.id == dossier.id) {
                    Some(known) => *known = dossier,
                    None => next.dossiers.insert(0, dossier),
                }
            }
            Action::Changed { id, change, at } => {
                if let Some(known) = next.dossiers.iter_mut().find(|known| known.id == id) {
                    let changed = change.apply(known);
                    if changed != **known {
                        *known = Rc::new(Dossier { updated: at, ..changed.after(known) });
                    }
                }
            }
            Action::Deleted { id } => {
                if let Some(place) = next.dossiers.iter().position(|known| known.id == id) {
                    let deleted = next.dossiers.remove(place);
                    next.trash.insert(0, deleted);
                }
            }
            Action::Restored { id } => {
                if let Some(place) = next.trash.iter().position(|known| known.id == id) {
                    let restored = next.trash.remove(place);
                    next.dossiers.insert(0, restored);
                }
            }
            Action::Forgotten { id } => {
                next.trash.retain(|known| known.id != id);
                next.spent.insert(id);
            }
            Action::Dropped { id } => next.dossiers.retain(|known| known.id != id),
            Action::SavingChanged(saving) => next.saving = saving,
            Action::UnkeptFound(unkept) => next.unkept = unkept,
            Action::GuideWanted { decision } => {
                next.guide = next.guide.filter(|guide| guide.decision == decision);
            }
            Action::GuideArrived { language, guide } => {
                if language == next.language {
                    next.guide = Some(guide);
                }
            }
            Action::Noticed(notice) => {
                let is_same = |known: &Notice| known.kind == notice.kind && known.lines == notice.lines;
                if let Some(known) = next.notices.iter_mut().find(|known| is_same(known)) {
                    known.followed = notice.followed;
                } else {
                    next.notices.push(notice);
                }
            }
            Action::NoticeRead(place) => {
                if place < next.notices.len() {
                    next.notices.remove(place);
                }
            }
            Action::PhotosWhole { id } => {
                let_go(&mut next.notices, |until| *until == Until::PhotosWhole { id: id.clone() })
            }
            Action::FileChosen(name) => {
                let is_over = |until: &Until| match until {
                    Until::FileChosen(awaited) => awaited.as_ref().is_none_or(|awaited| *awaited == name),
                    _ => false,
                };
                let_go(&mut next.notices, is_over);
            }
            Action::LaterCame => let_go(&mut next.notices, |until| *until == Until::LaterCame),
            Action::WorkChanged(work) => match next.work.iter_mut().find(|known| known.kind == work.kind) {
                Some(known) => *known = work,
                None => next.work.push(work),
            },
            Action::WorkOver(kind) => next.work.retain(|known| known.kind != kind),
            Action::NoticesRead => next.notices.clear(),
            Action::PageTurned => {
                next.notices.retain(|notice| notice.kind != NoticeKind::Done || !notice.followed);
                next.notices.iter_mut().for_each(|notice| notice.followed = true);
            }
            Action::BrokenForgotten { key } => next.broken.retain(|broken| broken.key != key),
            Action::Searched(query) => next.searched = query,
            Action::UpdateReady => next.update_ready = true,
        }
        if is_work && !(same(&self.dossiers, &next.dossiers) && same(&self.trash, &next.trash)) {
            next.saving = Saving::Pending;
        }
        next
    }

    /// Puts a dossier first among the work. **One id, one place:** another dossier under the same id goes
    /// on under an id of its own, there as in the trash.
    fn add(&mut self, dossier: Rc<Dossier>) {
        let mut dossier = self.out_of_trash(dossier);
        if let Some(place) = self.dossiers.iter().position(|known| known.id == dossier.id) {
            if says_the_same(&self.dossiers[place], &dossier) {
                dossier = self.dossiers.remove(place);
            } else {
                dossier = Rc::new(Dossier { id: self.free_id(&dossier.id), ..(*dossier).clone() });
            }
        }
        self.dossiers.insert(0, dossier);
    }

    /// A dossier that is about to stand among the work while one with its id is in the trash: the same one
    /// comes out, another one stays there under an id of its own.
    fn out_of_trash(&mut self, dossier: Rc<Dossier>) -> Rc<Dossier> {
        let Some(place) = self.trash.iter().position(|binned| binned.id == dossier.id) else { return dossier };
        if says_the_same(&self.trash[place], &dossier) {
            return self.trash.remove(place);
        }
        let next = Rc::new((*dossier).clone().after(&self.trash[place]));
        let id = self.free_id(&dossier.id);
        self.trash[place] = Rc::new(Dossier { id, ..(*self.trash[place]).clone() });
        next
    }

    /// An id that begins like this one and is used for nothing here, nor was: what was known under it is not this.
    fn free_id(&self, id: &str) -> String {
        let begin = &id[..id.floor_char_boundary(MAX_ID - 8)];
        let known: BTreeSet<&str> = self.dossiers.iter().chain(&self.trash).map(|known| known.id.as_str()).collect();
        (2..)
            .map(|number: usize| format!("{begin}-{number}"))
            .find(|id| !known.contains(id.as_str()) && !self.spent.contains(id))
            .unwrap_or_default()
    }
}

/// Whether two dossiers have the same in them, whenever it was written.
fn says_the_same(a: &Dossier, b: &Dossier) -> bool {
    let (created, updated, revision) = (a.created.clone(), a.updated.clone(), a.revision);
    *a == Dossier { created, updated, revision, ..b.clone() }
}

#[cfg(test)]
mod tests;

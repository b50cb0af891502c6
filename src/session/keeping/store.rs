use std::rc::Rc;

use crate::domain::dossier::Dossier;
use crate::session::{Action, StorageFault};

/// The shelf that a dossier stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Work,
    Trash,
}

/// What the store has in a dossier's place.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    Nothing,
    /// Something that cannot be read: another version of the page may have written it. It is left alone.
    Unreadable,
    Copy(Box<Dossier>),
}

impl Kept {
    pub(super) fn copy(self) -> Option<Box<Dossier>> {
        match self {
            Kept::Copy(copy) => Some(copy),
            Kept::Nothing | Kept::Unreadable => None,
        }
    }
}

/// The store. Each write keeps a whole dossier or nothing.
pub trait Store {
    fn read(&self, shelf: Shelf, id: &str) -> Kept;
    fn write(&mut self, shelf: Shelf, dossier: &Dossier) -> Result<(), StorageFault>;
    fn remove(&mut self, shelf: Shelf, id: &str);
    /// Whether anything stands there, readable or not.
    fn holds(&self, shelf: Shelf, id: &str) -> bool {
        self.read(shelf, id) != Kept::Nothing
    }
    /// The same dossier once more: under an id that no other has, and a name that tells them apart.
    fn copy(&mut self, dossier: &Dossier) -> Dossier;
}

/// What came of keeping or following.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    /// Why something is not kept.
    pub fault: Option<StorageFault>,
    /// What the session must take over.
    pub actions: Vec<Action>,
    /// What the reader must be told.
    pub news: Vec<News>,
    /// Dossiers that stand on no shelf any more: what belongs to them can go.
    pub gone: Vec<Rc<Dossier>>,
    /// States that give way to another one: they are to be kept as earlier versions.
    pub superseded: Vec<Rc<Dossier>>,
}

/// Something that happened outside this tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum News {
    /// Another tab's newer copy is shown; nothing was being typed here.
    Followed,
    /// Another tab's newer copy is shown, and what was typed here stands beside it.
    CopyMade,
    /// What stands in its place cannot be read, so it stands beside it.
    BesideUnreadable,
    /// Another tab changed it, so it was not deleted here.
    NotDeleted,
    /// Another tab deleted it.
    DeletedElsewhere,
    /// It was gone from the store, and is kept again.
    KeptAgain,
}

use super::settings::{kept_language, kept_theme};
use crate::adapters::{clock, storage};
use crate::domain::decision::ProductSet;
use crate::domain::dossier::Dossier;
use crate::session::{Saving, Session, StorageFault};

/// A session with nothing in it yet but the settings.
pub fn fresh_session() -> Session {
    let mut session = Session::new(kept_language());
    session.theme = kept_theme();
    if storage::is_blocked() {
        session.saving = Saving::Failed(StorageFault::Blocked);
    }
    session
}

/// An empty dossier with an id and a time of its own.
pub fn new_dossier(set: &'static ProductSet) -> Dossier {
    Dossier::new(clock::fresh_id(), clock::now(), set)
}

/// A fresh id and this instant, for dossiers made from others.
pub fn new_id() -> (String, String) {
    (clock::fresh_id(), clock::now())
}

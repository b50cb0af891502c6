use std::collections::BTreeSet;
use std::rc::Rc;

use super::app::AppHandle;
use crate::adapters::clock;
use crate::adapters::database::{self, Place};
use crate::adapters::storage;
use crate::domain::dossier::Dossier;
use crate::session::sweeping::{Loose, WAIT, WAIT_BYTES, unnamed};
use crate::session::{Action, StorageFault};

const LOOSE: &str = "loose";

/// Under this the same is kept of what is too much in the trash.
const CROWD: &str = "crowd";

/// Which deleted dossier would be too many with one more, and goes in a day then.
pub fn next_to_go(app: &AppHandle, more: &Rc<Dossier>) -> Option<Rc<Dossier>> {
    let trash: Vec<Rc<Dossier>> = std::iter::once(more).chain(&app.trash).cloned().collect();
    let waiting = Loose::parse(&storage::setting(CROWD).unwrap_or_default());
    let surplus = waiting.surplus(&trash);
    trash.into_iter().find(|binned| surplus.last() == Some(&binned.id))
}

/// Gives up what was too much in the trash for a day.
pub(super) fn thin_trash(app: &AppHandle) {
    let Some(now) = clock::seconds(&clock::now()) else { return };
    let kept = storage::setting(CROWD).unwrap_or_default();
    let before = Loose::parse(&kept);
    let (waiting, gone) = before.look(&before.surplus(&app.trash), now, WAIT);
    if waiting.text() != kept {
        storage::set_setting(CROWD, &waiting.text());
    }
    gone.into_iter().for_each(|id| app.act(Action::Forgotten { id }));
}

/// Earlier versions of a dossier wait under this and its id.
const VERSIONS: &str = "versions-of-";

/// Takes away what nobody has wanted for a day. Where anything cannot be read, nothing goes.
pub(super) async fn sweep() {
    let Some(now) = clock::seconds(&clock::now()) else { return };
    let Ok(unnamed) = loose().await else { return };
    let before = Loose::parse(&storage::setting(LOOSE).unwrap_or_default());
    let (waiting, gone) = before.look(&unnamed, now, WAIT_BYTES);
    let (versions, files): (Vec<String>, Vec<String>) = gone.into_iter().partition(|key| key.starts_with(VERSIONS));
    for id in versions.iter().filter_map(|key| key.strip_prefix(VERSIONS)) {
        if let Ok(keys) = database::keys(Place::Versions, &format!("{id}/")).await {
            let _ = database::remove(Place::Versions, &keys).await;
        }
    }
    let _ = database::remove(Place::Files, &files).await;
    storage::set_setting(LOOSE, &waiting.text());
}

/// Photos that nothing names, and dossiers that are nowhere but have versions.
async fn loose() -> Result<Vec<String>, StorageFault> {
    let texts = storage::texts()?;
    let latest = database::texts(Place::Latest, "").await?;
    let mut files = unnamed(database::keys(Place::Files, "").await?, texts.iter().chain(&latest));
    let versions = database::keys(Place::Versions, "").await?;
    // One after another: all of them at once are too much for a small device.
    for key in &versions {
        if files.is_empty() {
            break;
        }
        files = unnamed(files, database::texts(Place::Versions, key).await?);
    }
    let owners: BTreeSet<String> = versions.iter().filter_map(|key| Some(key.split_once('/')?.0.to_owned())).collect();
    let ownerless = unnamed(owners.into_iter().collect(), texts.iter().chain(&latest));
    files.extend(ownerless.into_iter().map(|id| format!("{VERSIONS}{id}")));
    Ok(files)
}

use std::collections::BTreeSet;

use crate::adapters::clock;
use crate::adapters::database::{self, Place};
use crate::adapters::storage;
use crate::session::StorageFault;
use crate::session::sweeping::{Loose, unnamed};

const LOOSE: &str = "loose";

/// Earlier versions of a dossier wait under this and its id.
const VERSIONS: &str = "versions-of-";

/// Takes away what nobody has wanted for a day. Where anything cannot be read, nothing goes.
pub(super) async fn sweep() {
    let Some(now) = clock::seconds(&clock::now()) else { return };
    let Ok(unnamed) = loose().await else { return };
    let before = Loose::parse(&storage::setting(LOOSE).unwrap_or_default());
    let (waiting, gone) = before.look(&unnamed, now);
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

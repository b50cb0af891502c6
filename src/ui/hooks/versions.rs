use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use super::late::use_late;
use super::sweep::{sweep, thin_trash};
use crate::adapters::clock;
use crate::adapters::database::{self, Place};
use crate::domain::dossier::wire::{from_json, to_json_line};
use crate::domain::dossier::{Dossier, Stamp, thin};
use crate::session::versions::is_due;
use crate::session::{Action, NoticeKind, StorageFault};

/// Keeps earlier versions of the dossiers that are worked on, in step with the session.
#[hook]
pub fn use_versions(app: &AppHandle) {
    let seen = use_mut_ref(|| app.dossiers.clone());
    let last = use_mut_ref(BTreeMap::<String, Stamp>::new);
    use_effect_with(app.dossiers.clone(), move |dossiers| {
        let now = stamp(&clock::now());
        for old in seen.replace(dossiers.clone()) {
            let new = dossiers.iter().find(|new| new.id == old.id && !Rc::ptr_eq(new, &old));
            let kept = last.borrow().get(&old.id).copied();
            if new.is_some_and(|new| is_due(&old, new, kept, now)) {
                last.borrow_mut().insert(old.id.clone(), now);
                // A version that cannot be kept is none: the work itself is kept elsewhere.
                spawn_local(async move {
                    let _ = keep_version(&old).await;
                });
            }
        }
    });
    use_effect_with((), |()| spawn_local(sweep()));
    let handle = app.clone();
    use_effect_with(app.trash.clone(), move |_| thin_trash(&handle));
}

/// Keeps a state of a dossier, under the instant at which it was changed last and its revision, so that
/// the same state is never kept twice; then thins out what there is.
pub(super) async fn keep_version(dossier: &Dossier) -> Result<(), StorageFault> {
    let key = format!("{}/{}~{}", dossier.id, dossier.updated, dossier.revision);
    database::put_text(Place::Versions, &key, &to_json_line(dossier)).await?;
    let keys = database::keys(Place::Versions, &format!("{}/", dossier.id)).await?;
    let stamps: Vec<Stamp> = keys.iter().map(|key| stamp(instant(key))).collect();
    let kept = thin(&stamps);
    let surplus: Vec<String> =
        keys.into_iter().enumerate().filter(|(place, _)| !kept.contains(place)).map(|(_, key)| key).collect();
    database::remove(Place::Versions, &surplus).await
}

/// Keeps the state that a file is about to take the place of, however little they differ. A version that cannot be kept is
/// none, and no reason to refuse the file.
pub fn keep_replaced(present: &Rc<Dossier>) {
    let present = present.clone();
    spawn_local(async move {
        let _ = keep_version(&present).await;
    });
}

/// The instant in a version's key. Older builds wrote no revision after it.
fn instant(key: &str) -> &str {
    let stamp = key.rsplit('/').next().unwrap_or_default();
    stamp.split('~').next().unwrap_or_default()
}

fn stamp(instant: &str) -> Stamp {
    Stamp(clock::seconds(instant).unwrap_or_default())
}

/// Earlier versions of a dossier, newest first; `None` until they are read, an error where the browser
/// keeps none or does not answer.
pub type VersionList = Option<Result<Rc<Vec<Rc<Dossier>>>, StorageFault>>;

/// The earlier versions of a dossier, read anew whenever it is replaced.
#[hook]
pub fn use_version_list(dossier: &Rc<Dossier>) -> VersionList {
    let present = dossier.clone();
    use_late((dossier.id.clone(), dossier.revision), move |(id, _)| {
        let prefix = format!("{id}/");
        async move {
            let texts = database::texts(Place::Versions, &prefix).await?;
            Ok(Rc::new(read(texts, &present)))
        }
    })
}

/// Versions that can still be read, other than the state of now.
fn read(texts: Vec<String>, now: &Dossier) -> Vec<Rc<Dossier>> {
    let dossiers = texts.iter().rev().filter_map(|text| from_json(text).ok());
    dossiers.map(|(dossier, _)| Rc::new(dossier)).filter(|version| !version.is_state_of(now)).collect()
}

/// Puts an earlier version in the place of the present, which is kept as a version first. Where that
/// fails nothing is changed.
pub fn restore_version(app: &AppHandle, present: Rc<Dossier>, version: Rc<Dossier>) {
    let app = app.clone();
    spawn_local(async move {
        if let Err(fault) = keep_version(&present).await {
            app.notice(NoticeKind::Fault, |t, _| match fault {
                StorageFault::Held => format!("{} {}", t.past.not_restored, t.past.unanswered),
                StorageFault::Blocked | StorageFault::Full => t.past.not_restored.to_owned(),
            });
            return;
        }
        let restored = Dossier { updated: clock::now(), archived: present.archived, ..(*version).clone() };
        app.act(Action::Replaced(Rc::new(restored)));
        app.notice(NoticeKind::Done, |t, _| t.past.restored.to_owned());
    });
}

//! The photos and scans of dossiers that come as files.

use std::collections::{BTreeMap, BTreeSet};

use super::app::AppHandle;
use super::attachments::{attachments_of, find_attached, keep_attached};
use super::files::{Chosen, MOST_WARNINGS};
use super::work::Underway;
use crate::adapters::frames;
use crate::domain::dossier::wire::{AttachedFile, Opened};
use crate::domain::dossier::{Attachment, Dossier, same_photo};
use crate::domain::forms::{EvidenceFile, evidence_files};
use crate::office::{Archive, LARGEST_FILE, Wanted, crc32, matched};
use crate::words::Words;

/// Why a photo or scan of a file is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// The file does not have it, and neither has this device.
    Absent,
    Damaged,
    /// No room, or neither picture nor PDF.
    Unkept,
}

/// How many are lost, and which, by what happened to them.
pub(super) fn say_lost(lost: &[(String, Lost)], dossier: &Dossier, t: &'static Words) -> String {
    let names = |kind: Lost| {
        let of_kind = lost.iter().filter(|(_, why)| *why == kind);
        let files = of_kind.filter_map(|(id, _)| attachments_of(dossier).find(|file| file.id == *id));
        named(files.map(|file| file.name.as_str()))
    };
    let said = [
        names(Lost::Absent).map(|names| t.attached.lost_absent.names(&names)),
        names(Lost::Damaged).map(|names| t.attached.lost_damaged.names(&names)),
        names(Lost::Unkept).map(|names| t.attached.lost_unkept.names(&names)),
    ];
    let count = t.attached.left_out.of(lost.len());
    std::iter::once(count).chain(said.into_iter().flatten()).collect::<Vec<_>>().join(" ")
}

/// Names of files, as many as are said at once; nothing where there are none.
pub(super) fn named<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let names: Vec<String> = names.take(MOST_WARNINGS + 1).map(|name| format!("“{name}”")).collect();
    let more = if names.len() > MOST_WARNINGS { "…" } else { "" };
    (!names.is_empty()).then(|| names[..names.len().min(MOST_WARNINGS)].join(", ") + more)
}

/// What became of the photos and scans of a dossier.
#[derive(Default)]
pub(super) struct Kept {
    pub lost: Vec<(String, Lost)>,
    /// Under which other id those stand whose own has something else on this device.
    pub moved: BTreeMap<String, String>,
    /// Every one is here.
    pub is_whole: bool,
}

impl Kept {
    /// Keeps what came for an attachment; where nothing whole did, it may be on this device already.
    async fn take(&mut self, app: &AppHandle, dossier: &Dossier, id: &str, came: Result<Vec<u8>, Lost>) {
        let Some(file) = attachments_of(dossier).find(|file| file.id == id) else { return };
        let ours = app.dossier(&dossier.id).map_or(&[][..], |ours| &ours.papers);
        // It may be here under another id, since the file was opened before.
        let known = same_photo(ours, &dossier.papers, id, |id| self.moved.values().any(|moved| moved == id));
        let file = &Attachment { id: known.unwrap_or(id).to_owned(), ..file.clone() };
        let came = came.and_then(|bytes| if file.is_whole(crc32(&bytes)) { Ok(bytes) } else { Err(Lost::Damaged) });
        let kept = match came {
            Ok(bytes) => keep_attached(&file.id, &bytes).await.ok_or(Lost::Unkept),
            Err(why) => Err(why),
        };
        let (at, why) = match kept {
            Ok(at) => (at, None),
            Err(why) => {
                let (at, is_here) = find_attached(app, file).await;
                (at, (!is_here).then_some(why))
            }
        };
        self.lost.extend(why.map(|why| (id.to_owned(), why)));
        if at != id {
            self.moved.insert(id.to_owned(), at);
        }
    }
}

/// Keeps the photos and scans that a file brings along, until the reader gives it up; those that could not be kept, or
/// were not found. Each is read by itself: all of them fit in no memory.
pub(super) async fn keep_files(
    opening: &Underway,
    dossier: &Dossier,
    mut files: BTreeMap<String, AttachedFile>,
    archive: Option<&Archive<Chosen>>,
    photos: Vec<(String, Option<usize>)>,
) -> Kept {
    let mut kept = Kept::default();
    let places: BTreeMap<String, Option<usize>> = photos.into_iter().collect();
    let ids: BTreeSet<String> = attachments_of(dossier).map(|file| file.id.clone()).collect();
    for (n, id) in ids.iter().enumerate() {
        if !opening.read(n + 1, ids.len()).await {
            return kept;
        }
        let packed = archive.zip(places.get(id).copied().flatten());
        let packed = packed.and_then(|(archive, place)| Some((archive, archive.files().get(place)?)));
        let came = match (files.remove(id), packed) {
            (Some(file), _) => Ok(file.data),
            (None, Some((archive, file))) => archive.read(file, LARGEST_FILE).await.map_err(|_| Lost::Damaged),
            (None, None) => Err(Lost::Absent),
        };
        kept.take(opening.app(), dossier, id, came).await;
        frames::drawn().await;
    }
    kept.is_whole = kept.lost.is_empty();
    // A dossier's file alone names its photos and never had them.
    if archive.is_none() {
        kept.lost.retain(|(_, why)| *why != Lost::Absent);
    }
    kept
}

/// The photos of each dossier of an archive, each with its place there.
pub(super) fn photos_of(
    opened: &[(String, Opened)],
    archive: Option<&Archive<Chosen>>,
) -> Vec<Vec<(String, Option<usize>)>> {
    let Some(archive) = archive else { return Vec::new() };
    let wanted: Vec<(&str, Vec<Wanted>)> =
        opened.iter().map(|(name, opened)| (name.as_str(), wanted(&opened.dossier))).collect();
    let places = matched(archive.files(), &wanted);
    let both = wanted.into_iter().zip(places);
    both.map(|((_, wanted), places)| wanted.into_iter().map(|wanted| wanted.attachment).zip(places).collect()).collect()
}

fn wanted(dossier: &Dossier) -> Vec<Wanted> {
    let attached: BTreeMap<&str, &Attachment> = attachments_of(dossier).map(|file| (file.id.as_str(), file)).collect();
    let files = evidence_files(dossier).into_iter();
    files
        .map(|EvidenceFile { path, attachment }| {
            let file = attached.get(attachment.as_str());
            let (size, sum) = file.map_or((0, None), |file| (file.size, file.sum));
            Wanted { path, size, sum, attachment }
        })
        .collect()
}

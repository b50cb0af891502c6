use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use gloo::file::{Blob, ObjectUrl};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::app::AppHandle;
use super::late::use_late;
use super::stop::Stop;
use super::undo::Undo;
use super::work::Underway;
use crate::adapters::database::{self, Place};
use crate::adapters::{clock, files, frames, pictures};
use crate::domain::dossier::{Attachment, Dossier, is_whole, media_of};
use crate::office::crc32;
use crate::session::{Change, NoticeKind, StorageFault, WorkKind};
use crate::words::Words;

/// The largest photo or scan that is taken, in bytes. A page of paper needs a hundredth of it.
const LARGEST: f64 = 20_000_000.0;

/// The longer side of a picture made smaller, in pixels: an A4 page at 140 dots per inch.
const SIDE: u32 = 1600;

/// A picture of so many bytes is printed as it is.
const ENOUGH: usize = 300_000;

/// The bytes of an attachment, if they are on this device.
pub async fn attached(id: &str) -> Option<Vec<u8>> {
    database::bytes(Place::Files, id).await.ok().flatten()
}

/// Keeps bytes that came along in a file: the id under which they stand. What this device has already stays as it is, so
/// other bytes under the id of their attachment send these to an id of their own. `None`: not kept, or neither picture nor
/// PDF.
pub(super) async fn keep_attached(id: &str, bytes: &[u8]) -> Option<String> {
    media_of(bytes)?;
    let id = match attached(id).await {
        Some(here) if here == bytes => return Some(id.to_owned()),
        Some(_) => clock::fresh_id(),
        None => id.to_owned(),
    };
    database::put_bytes(Place::Files, &id, bytes).await.is_ok().then_some(id)
}

/// The id under which a photo that a file does not bring along is looked for: its own, unless this device has something
/// else there. Whether it is here.
pub(super) async fn find_attached(app: &AppHandle, attachment: &Attachment) -> (String, bool) {
    // What the work here calls its own is, damaged or not.
    let mut known = app.dossiers.iter().chain(&app.trash).flat_map(|dossier| attachments_of(dossier));
    let is_ours =
        known.any(|ours| ours.id == attachment.id && ours.sum == attachment.sum && ours.size == attachment.size);
    if is_ours {
        let keys = database::keys(Place::Files, &attachment.id).await.unwrap_or_default();
        return (attachment.id.clone(), keys.contains(&attachment.id));
    }
    match attached(&attachment.id).await {
        Some(here) if attachment.may_be(here.len() as u64, crc32(&here)) => (attachment.id.clone(), true),
        Some(_) => (clock::fresh_id(), false),
        None => (attachment.id.clone(), false),
    }
}

/// Puts files to a paper of a dossier, one after the other, until it is given up; what is not taken says why. `heard`
/// hears at which of how many it is, and nothing when all are through.
pub fn attach(
    app: &AppHandle,
    dossier: String,
    paper: String,
    files: Vec<File>,
    stop: Stop,
    heard: Callback<Option<(usize, usize)>>,
) {
    let app = app.clone();
    spawn_local(async move {
        let count = files.len();
        let work = Underway::begin(&app, WorkKind::Attaching, String::new(), stop.clone());
        for (place, file) in files.into_iter().enumerate() {
            heard.emit(Some((place + 1, count)));
            work.at(place + 1, count);
            frames::drawn().await;
            if stop.is_asked() {
                break;
            }
            let name = file.name();
            let refused = match take(&file).await {
                Ok((attachment, shows)) => {
                    let change = Change::Attached { paper: paper.clone(), attachment, instead_of: None };
                    app.change(&dossier, change);
                    if !shows {
                        app.notice(NoticeKind::Note, |t, _| t.attached.kept_damaged.name(&name));
                    }
                    continue;
                }
                Err(refused) => refused,
            };
            app.notice(NoticeKind::Fault, |t, _| t.attached.refused.name_why(&name, &refused.text(t)));
        }
        heard.emit(None);
    });
}

enum Refused {
    Kind,
    Size,
    Unreadable,
    Storage(StorageFault),
}

impl Refused {
    fn text(&self, t: &'static Words) -> &'static str {
        match self {
            Refused::Kind => t.attached.wrong_kind,
            Refused::Size => t.attached.too_large,
            Refused::Unreadable => t.files.unreadable,
            Refused::Storage(StorageFault::Full) => t.attached.no_room,
            Refused::Storage(StorageFault::Blocked) => t.attached.blocked,
            Refused::Storage(StorageFault::Held) => t.attached.unanswered,
        }
    }
}

/// Keeps a file; whether it can be looked at, as far as that is known here.
async fn take(file: &File) -> Result<(Attachment, bool), Refused> {
    if file.size() > LARGEST {
        return Err(Refused::Size);
    }
    let bytes = files::read(file).await.map_err(|()| Refused::Unreadable)?;
    let media = media_of(&bytes).ok_or(Refused::Kind)?;
    let attachment = put(file.name(), media, &bytes).await.map_err(Refused::Storage)?;
    Ok((attachment, is_whole(&bytes) && (!is_picture(media) || pictures::can_be_read(media, &bytes).await)))
}

/// Whether browsers show files of a kind as a picture.
pub fn is_picture(media: &str) -> bool {
    media.starts_with("image/") && media != "image/heic"
}

async fn put(name: String, media: &str, bytes: &[u8]) -> Result<Attachment, StorageFault> {
    let id = clock::fresh_id();
    database::put_bytes(Place::Files, &id, bytes).await?;
    let (size, sum) = (bytes.len() as u64, Some(crc32(bytes)));
    Ok(Attachment { id, name, media: media.to_owned(), size, sum })
}

/// Whether making it smaller is worth offering.
pub fn can_shrink(attachment: &Attachment) -> bool {
    attachment.media.starts_with("image/") && attachment.size > 500_000
}

/// Draws a picture anew, smaller. `done` hears when it is through.
pub fn shrink_attachment(app: &AppHandle, undo: Undo, paper: String, attachment: Attachment, done: Callback<()>) {
    let app = app.clone();
    spawn_local(async move {
        let bytes = attached(&attachment.id).await.unwrap_or_default();
        let smaller = pictures::shrink(&attachment.media, &bytes, SIDE).await;
        match smaller.filter(|smaller| smaller.len() < bytes.len()) {
            None => app.notice(NoticeKind::Note, |t, _| t.attached.not_smaller.name(&attachment.name)),
            Some(smaller) => match put(attachment.name.clone(), "image/jpeg", &smaller).await {
                Err(fault) => app.notice(NoticeKind::Fault, |t, _| {
                    t.attached.refused.name_why(&attachment.name, &Refused::Storage(fault).text(t))
                }),
                Ok(instead) => {
                    let old = attachment.id.clone();
                    let name = app.t().undo.large.name(&attachment.name);
                    undo.act(&name, vec![Change::Attached { paper, attachment: instead, instead_of: Some(old) }]);
                }
            },
        }
        done.emit(());
    });
}

/// Every photo and scan of a dossier.
pub fn attachments_of(dossier: &Dossier) -> impl Iterator<Item = &Attachment> {
    dossier.papers.iter().flat_map(|paper| &paper.attachments)
}

/// Offers an attachment as a download, under the kind that its bytes say. Where they are not on this
/// device, says so.
pub fn download_attachment(app: &AppHandle, attachment: Attachment) {
    let app = app.clone();
    spawn_local(async move {
        match attached(&attachment.id).await {
            Some(bytes) => {
                let media = media_of(&bytes).unwrap_or("application/octet-stream");
                files::download(&attachment.name, media, &bytes);
            }
            None => app.notice(NoticeKind::Fault, |t, _| t.attached.not_here.to_owned()),
        }
    });
}

/// A picture to be shown, once it has been read.
#[derive(Clone)]
pub enum Picture {
    Loading,
    NotHere,
    /// The address lives as long as this value.
    Ready(Rc<ObjectUrl>),
}

impl PartialEq for Picture {
    fn eq(&self, other: &Picture) -> bool {
        match (self, other) {
            (Picture::Ready(ours), Picture::Ready(theirs)) => Rc::ptr_eq(ours, theirs),
            (ours, theirs) => std::mem::discriminant(ours) == std::mem::discriminant(theirs),
        }
    }
}

/// The picture of an attachment. Only what is an image by its bytes is shown.
#[hook]
pub fn use_picture(id: &str) -> Picture {
    let picture = use_late(id.to_owned(), |id| {
        let id = id.clone();
        async move { read_picture(&id).await }
    });
    picture.unwrap_or(Picture::Loading)
}

/// The picture of an attachment, outside the program's memory.
async fn read_picture(id: &str) -> Picture {
    let bytes = attached(id).await.unwrap_or_default();
    match media_of(&bytes).filter(|media| media.starts_with("image/")) {
        Some(media) => ready(&bytes, media),
        None => Picture::NotHere,
    }
}

/// The same for a page of hundreds, so that they have room in a phone: a larger one as an A4 page needs it. What goes
/// into an archive stays as it is.
async fn read_to_print(id: &str) -> Picture {
    let bytes = attached(id).await.unwrap_or_default();
    match media_of(&bytes).filter(|media| media.starts_with("image/")) {
        Some(media) if bytes.len() > ENOUGH => {
            match pictures::shrink(media, &bytes, SIDE).await.filter(|smaller| smaller.len() < bytes.len()) {
                Some(smaller) => ready(&smaller, "image/jpeg"),
                None => ready(&bytes, media),
            }
        }
        Some(media) => ready(&bytes, media),
        None => Picture::NotHere,
    }
}

fn ready(bytes: &[u8], media: &str) -> Picture {
    Picture::Ready(Rc::new(ObjectUrl::from(Blob::new_with_options(bytes, Some(media)))))
}

/// The pictures of these attachments as they come, read one after the other: the program's memory never
/// holds more than one of them.
#[hook]
pub fn use_pictures(ids: Vec<String>) -> Rc<BTreeMap<String, Picture>> {
    /// So many come before the page is drawn anew.
    const AT_ONCE: usize = 8;
    let pictures = use_state_eq(|| Rc::new(BTreeMap::new()));
    {
        let pictures = pictures.clone();
        use_effect_with(ids, move |ids| {
            let (ids, wanted) = (ids.clone(), Rc::new(Cell::new(true)));
            let still = wanted.clone();
            spawn_local(async move {
                let mut read = BTreeMap::new();
                for (place, id) in ids.iter().enumerate() {
                    read.insert(id.clone(), read_to_print(id).await);
                    if !still.get() {
                        return;
                    }
                    if (place + 1) % AT_ONCE == 0 || place + 1 == ids.len() {
                        pictures.set(Rc::new(read.clone()));
                    }
                }
            });
            move || wanted.set(false)
        });
    }
    (*pictures).clone()
}

/// Which attachments are on this device; `None` until it is known.
#[hook]
pub fn use_attached(dossier: &Rc<Dossier>) -> Option<Rc<BTreeSet<String>>> {
    use_late(dossier.papers.clone(), |_| async {
        let keys = database::keys(Place::Files, "").await.unwrap_or_default();
        Rc::new(keys.into_iter().collect::<BTreeSet<String>>())
    })
}

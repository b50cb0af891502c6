use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::File;
use yew::prelude::*;

use super::app::AppHandle;
use super::later::in_later;
use super::photos::{Kept, keep_files, photos_of, say_lost};
use super::returned::{Sent, take_corrections};
use super::told::Told;
use super::work::Underway;
use crate::WRITTEN_BY;
use crate::adapters::{clock, files, handover, page};
use crate::domain::council::{Beside, beside, handed_in_again, is_handed_in_again};
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::compare::differences;
use crate::domain::dossier::wire::{
    Incoming, MAX_BYTES, Opened, Place, Problem, ReadError, Returned, Warning, corrections_file, from_bytes, incoming,
    to_file,
};
use crate::domain::forms::{corrections_file_name, sheet_file_name, work_file_name};
use crate::office::{Archive, OfficeError, Source, look_through};
use crate::session::{Action, NoticeKind, Until};
use crate::words::Words;

/// The most that is said of one file.
pub(super) const MOST_WARNINGS: usize = 5;

/// Downloads a dossier as JSON, a working copy.
pub fn download_dossier(dossier: &Dossier) {
    let (year, month, day) = clock::today();
    let name = work_file_name(dossier, &format!("{year}-{month:02}-{day:02}"), "json");
    files::download(&name, "application/json", to_file(dossier, WRITTEN_BY).as_bytes());
}

/// Downloads a dossier as a sheet: blank for a scorer, or filled in by one.
pub fn download_sheet(dossier: &Dossier) {
    files::download(&sheet_file_name(dossier), "application/json", to_file(dossier, WRITTEN_BY).as_bytes());
}

/// Downloads the corrections of a dossier that are open, for the applicant.
pub fn download_corrections(dossier: &Dossier) {
    let (year, month, day) = clock::today();
    let name = corrections_file_name(dossier, &format!("{year}-{month:02}-{day:02}"));
    files::download(&name, "application/json", corrections_file(dossier, WRITTEN_BY).as_bytes());
}

/// Opens a file the reader chose: a dossier that is not here yet is added, one that is here under
/// the same id is handed to `known` to decide. A file that cannot be read says why and touches
/// nothing.
pub fn open_file(app: &AppHandle, file: File, opened: Callback<Rc<Dossier>>, known: Callback<Rc<Dossier>>) {
    let handle = app.clone();
    in_later(app, move || open_one(handle.clone(), file.clone(), opened.clone(), known.clone()));
}

#[wasm_split(later, fallible)]
fn open_one(
    app: AppHandle,
    file: File,
    opened: Callback<Rc<Dossier>>,
    known: Callback<Rc<Dossier>>,
) -> Result<(), SplitLoaderError> {
    spawn_local(async move {
        let (mut sent, mut told) = (Sent::new(), Told::default());
        let dossiers = read(&app, &file, &mut sent, &mut told).await;
        take_corrections(&app, sent, false, &mut told);
        // An archive of several is added like several files: no one of them is the one that was meant.
        if dossiers.len() > 1 {
            add(&app, dossiers, &Sent::new(), &known, &mut told);
            return told.say(&app);
        }
        told.say(&app);
        for dossier in dossiers {
            match app.dossier(&dossier.id).cloned() {
                Some(ours) => match met(&ours, &dossier) {
                    Met::Same => opened.emit(ours),
                    Met::Asks => known.emit(dossier),
                    Met::Refused(why) => {
                        say_refused(why, &ours, &dossier).say(&app);
                        opened.emit(ours);
                    }
                },
                None => {
                    CAME.with_borrow_mut(|came| came.insert(dossier.id.clone()));
                    app.act(Action::DossierAdded(dossier.clone()));
                    opened.emit(dossier);
                }
            }
        }
    });
    Ok(())
}

thread_local! {
    /// The dossiers that were opened as files and were not here before, since the page was opened.
    static CAME: RefCell<BTreeSet<String>> = RefCell::default();
}

/// Whether a dossier came as a file, since the page was opened.
pub fn came_as_file(id: &str) -> bool {
    CAME.with_borrow(|came| came.contains(id))
}

/// The files that were chosen before the whole page was there, once.
pub fn handed_files() -> Vec<File> {
    handover::take_files()
}

/// Opens several files at once. Those that are here and differ are handed to `known` one by one; a
/// notice counts the rest.
pub fn open_files(app: &AppHandle, files: Vec<File>, known: Callback<Rc<Dossier>>) {
    let handle = app.clone();
    in_later(app, move || open_several(handle.clone(), files.clone(), known.clone()));
}

#[wasm_split(later, fallible)]
fn open_several(app: AppHandle, files: Vec<File>, known: Callback<Rc<Dossier>>) -> Result<(), SplitLoaderError> {
    spawn_local(async move {
        let (mut dossiers, mut sent, mut told) = (Vec::new(), Sent::new(), Told::default());
        for file in &files {
            dossiers.extend(read(&app, file, &mut sent, &mut told).await);
        }
        let asked = add(&app, dossiers, &sent, &known, &mut told);
        // The dossier that they belong to may be among the files.
        match take_corrections(&app, sent, asked, &mut told) {
            true => told.say(&app),
            false => told.say_here(&app),
        }
    });
    Ok(())
}

/// Adds dossiers that are not here yet, and tells first what came of all the files. Says whether one is to be decided on,
/// which has by then what was sent back beside it.
fn add(
    app: &AppHandle,
    dossiers: Vec<Rc<Dossier>>,
    sent: &Sent,
    known: &Callback<Rc<Dossier>>,
    told: &mut Told,
) -> bool {
    let mut here = app.dossiers.clone();
    let (mut added, mut same, mut to_ask) = (0, 0, Vec::new());
    for mut dossier in dossiers {
        match here.iter().find(|ours| ours.id == dossier.id) {
            Some(ours) => match met(ours, &dossier) {
                Met::Same => same += 1,
                Met::Asks => {
                    sent.iter().for_each(|(_, returned)| returned.join(Rc::make_mut(&mut dossier)));
                    to_ask.push(dossier);
                }
                Met::Refused(why) => told.begin_with(say_refused(why, ours, &dossier)),
            },
            None => {
                added += 1;
                here.push(dossier.clone());
                app.act(Action::DossierAdded(dossier));
            }
        }
    }
    let mut counts = Told::default();
    if added > 0 {
        counts.add(NoticeKind::Done, |t, _| t.table.opened.of(added));
    }
    if same > 0 {
        counts.add(NoticeKind::Note, |t, _| t.table.same.of(same));
    }
    told.begin_with(counts);
    let asked = !to_ask.is_empty();
    // What comes last is asked about first.
    to_ask.into_iter().rev().for_each(|dossier| known.emit(dossier));
    asked
}

/// What becomes of a file whose dossier has the id of one that is here.
enum Met {
    Same,
    /// The reader says which is to stay.
    Asks,
    Refused(Beside),
}

fn met(ours: &Dossier, theirs: &Dossier) -> Met {
    match beside(ours, theirs) {
        Beside::BlankOfSheet => Met::Same,
        Beside::State if is_same(ours, theirs) => Met::Same,
        Beside::State => Met::Asks,
        why @ (Beside::SheetOfDossier | Beside::DossierOfSheet | Beside::OtherSheet) => Met::Refused(why),
    }
}

/// Says what stands against a blank sheet beside the dossier that has its id here.
pub(super) fn meet_blank(app: &AppHandle, ours: &Dossier, sheet: &Dossier) {
    if let Met::Refused(why) = met(ours, sheet) {
        say_refused(why, ours, sheet).say(app);
    }
}

/// Why neither of two sheets, nor a sheet and a dossier, takes the other's place, and what to do instead.
fn say_refused(why: Beside, ours: &Dossier, theirs: &Dossier) -> Told {
    let mut told = Told::default();
    let name = ours.name().to_owned();
    let scorer = |dossier: &Dossier| dossier.scorer.as_ref().map_or(String::new(), |scorer| scorer.name.clone());
    let scorer = if why == Beside::DossierOfSheet { scorer(ours) } else { scorer(theirs) };
    told.add(NoticeKind::Note, |t, _| match (why, scorer.is_empty()) {
        (Beside::DossierOfSheet, _) => t.council.met_dossier.name(&name),
        (Beside::OtherSheet, _) => t.council.met_other.name_scorer(&name, &scorer),
        (_, true) => t.council.met_blank.name(&name),
        (_, false) => t.council.met_sheet.name_scorer(&name, &scorer),
    });
    told
}

/// Reads dossier files without taking them among those that are kept here. Gives those that could be read, all at once,
/// each with its file's name.
pub fn read_dossiers(app: &AppHandle, files: Vec<File>, got: Callback<Vec<(String, Rc<Dossier>)>>) {
    let app = app.clone();
    spawn_local(async move {
        let (mut found, mut sent, mut told) = (Vec::new(), Sent::new(), Told::default());
        for file in &files {
            let dossiers = read(&app, file, &mut sent, &mut told).await;
            if let [dossier, _, ..] = &dossiers[..] {
                let (first, n) = (dossier.name(), dossiers.len());
                told.add(NoticeKind::Note, |t, _| t.files.only_first.file_first_n(&file.name(), &first, &n));
            }
            found.extend(dossiers.into_iter().next().map(|dossier| (file.name(), dossier)));
        }
        take_corrections(&app, sent, false, &mut told);
        told.say(&app);
        if !found.is_empty() {
            got.emit(found);
        }
    });
}

/// The dossiers of a file: JSON, the one-file copy, or an archive of them; or what a commune sent back. What is wrong is
/// told.
async fn read(app: &AppHandle, file: &File, sent: &mut Sent, told: &mut Told) -> Vec<Rc<Dossier>> {
    let name = file.name();
    app.act(Action::FileChosen(name.clone()));
    let opening = Underway::reading(app, name.clone(), file.size()).await;
    let (opened, archive) = match open(file).await {
        Ok(Found::Dossiers(opened, archive)) => (opened, archive),
        Ok(Found::Corrections(returned)) => {
            sent.push((name.clone(), returned));
            (Vec::new(), None)
        }
        Err(why) => {
            told.add(NoticeKind::Fault, |t, language| t.files.refused.name_why(&name, &why.text(t, language)));
            (Vec::new(), None)
        }
    };
    let mut places = photos_of(&opened, archive.as_ref()).into_iter();
    let mut dossiers = Vec::new();
    for (_, Opened { mut dossier, warnings, files }) in opened {
        // That the rating is another is told once, not for each of its figures.
        let is_rating = |warning: &&Warning| matches!(warning.problem, Problem::RatingDiffers { .. });
        let rating = warnings.iter().find(is_rating);
        let warned: Vec<&Warning> = warnings.iter().filter(|warning| !is_rating(warning)).chain(rating).collect();
        say_warnings(&name, &warned, told);
        let photos = places.next().unwrap_or_default();
        let Kept { lost, moved, is_whole } = keep_files(&opening, &dossier, files, archive.as_ref(), photos).await;
        if opening.is_given_up() {
            told.add_until(Until::FileChosen(None), NoticeKind::Note, |t, _| t.reading.stopped.name(&name));
            return Vec::new();
        }
        if !lost.is_empty() {
            let until = Until::PhotosWhole { id: dossier.id.clone() };
            told.add_until(until, NoticeKind::Note, |t, _| format!("{name}: {}", say_lost(&lost, &dossier, t)));
        }
        if is_whole {
            // What was said of it when it was opened without them is over.
            app.act(Action::PhotosWhole { id: dossier.id.clone() });
        }
        for attachment in dossier.papers.iter_mut().flat_map(|paper| &mut paper.attachments) {
            if let Some(id) = moved.get(&attachment.id) {
                attachment.id.clone_from(id);
            }
        }
        dossiers.push(Rc::new(dossier));
    }
    dossiers
}

/// Says what of a file did not fit, as much of it as anybody reads.
pub(super) fn say_warnings(name: &str, warned: &[&Warning], told: &mut Told) {
    if warned.is_empty() {
        return;
    }
    let rest = warned.len().saturating_sub(MOST_WARNINGS);
    let more = Warning { place: Place::root(), value: String::new(), problem: Problem::More { count: rest } };
    let said = warned.iter().take(MOST_WARNINGS).copied().chain((rest > 0).then_some(&more));
    told.add(NoticeKind::Note, |_, language| {
        let said: Vec<String> = said.clone().map(|warning| warning.text(language)).collect();
        format!("{name}: {}", said.join(" "))
    });
}

/// A file that the reader chose, read in pieces.
pub(super) struct Chosen(File);

impl Source for Chosen {
    fn length(&self) -> u64 {
        self.0.size() as u64
    }

    async fn bytes(&self, range: Range<u64>) -> Result<Vec<u8>, OfficeError> {
        files::read_part(&self.0, range).await.map_err(|()| OfficeError::Unreadable)
    }
}

/// What a file turned out to be.
enum Found {
    /// Dossiers with the names of their files, and the archive that they came in.
    Dossiers(Vec<(String, Opened)>, Option<Archive<Chosen>>),
    Corrections(Returned),
}

/// Why a file is not opened.
enum Refused {
    Unreadable,
    NoDossier,
    Broken(OfficeError),
    Wrong(ReadError),
}

impl Refused {
    fn text(&self, t: &'static Words, language: Language) -> String {
        match self {
            Refused::Unreadable => t.files.unreadable.to_owned(),
            Refused::NoDossier => t.import.zip_none.to_owned(),
            Refused::Broken(error) => error.text(language),
            Refused::Wrong(error) => error.text(language),
        }
    }
}

async fn open(file: &File) -> Result<Found, Refused> {
    let unreadable = |()| Refused::Unreadable;
    let begin = files::read_part(file, 0..4).await.map_err(unreadable)?;
    if begin != b"PK\x03\x04" {
        // Longer than is read is refused before it is.
        if file.size() >= MAX_BYTES as f64 {
            return Err(Refused::Wrong(ReadError::TooLarge { bytes: file.size() as usize }));
        }
        let bytes = files::read(file).await.map_err(unreadable)?;
        return match incoming(&bytes).map_err(Refused::Wrong)? {
            Incoming::Dossier(opened) => Ok(Found::Dossiers(vec![(String::new(), *opened)], None)),
            Incoming::Corrections(returned) => Ok(Found::Corrections(returned)),
        };
    }
    let archive = Archive::open(Chosen(file.clone())).await.map_err(Refused::Broken)?;
    let packed = look_through(&archive).await.map_err(Refused::Broken)?.dossiers;
    if packed.is_empty() {
        return Err(Refused::NoDossier);
    }
    let mut opened = Vec::new();
    for packed in packed {
        opened.push((packed.name, from_bytes(packed.text.as_bytes()).map_err(Refused::Wrong)?));
    }
    Ok(Found::Dossiers(opened, Some(archive)))
}

/// Whether two dossiers say the same, whenever that was; what a commune has of its own is no part of what is handed in.
pub fn is_same(ours: &Dossier, theirs: &Dossier) -> bool {
    let adds_nothing =
        || is_handed_in_again(ours, theirs) && differences(ours, &handed_in_again(ours, theirs)).is_empty();
    differences(ours, theirs).is_empty() || adds_nothing()
}

/// Copies text; `done` hears whether it worked.
pub fn copy_text(text: String, done: Callback<bool>) {
    spawn_local(async move { done.emit(files::copy(&text).await.is_ok()) });
}

/// Opens the share sheet where there is one; else copies. `copied` hears whether that worked: who closed
/// the sheet keeps the clipboard as it is.
pub fn share_text(title: String, text: String, copied: Callback<bool>) {
    spawn_local(async move {
        if files::can_share() && matches!(files::share(&title, &text).await, Ok(()) | Err(files::NotShared::Cancelled))
        {
            return;
        }
        copied.emit(files::copy(&text).await.is_ok());
    });
}

/// Prints the page; `false` where the browser cannot.
pub fn print_page() -> bool {
    page::print()
}

/// Whether downloads and printing are likely to do nothing here.
pub fn in_app_browser() -> bool {
    page::in_app_browser()
}

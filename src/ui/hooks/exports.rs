use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::app::AppHandle;
use super::attachments::attachments_of;
use super::guide::shown_decision;
use super::later::in_later;
use super::outputs::remember_output;
use super::photos::named;
use super::places::as_listed;
use super::stop::Stop;
use super::templates;
use super::work::Underway;
use crate::WRITTEN_BY;
use crate::adapters::database::{self, Place, Stored};
use crate::adapters::files::{self, Pieces};
use crate::adapters::{clock, frames, guide};
use crate::domain::decision::{Language, ProductSet};
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::to_file;
use crate::domain::figures::Figures;
use crate::domain::forms::{
    Appendix, Document, EvidenceFile, PaperNames, Sheet, Stamp, blank_sheet_name, bound::bound, copy_html, csv,
    evidence_files, evidence_list, file_name, form01, form02, handed_in, held_here, pages_html, paper_file_name,
    plain_text, table_sheet, work_file_name,
};
use crate::domain::templates::{draw_all, written_here};
use crate::office::{Modified, OfficeError, ZipWriter, crc32, docx, xlsx};
use crate::session::{NoticeKind, WorkKind};
use crate::words::Words;

/// A file that a dossier leaves in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The electronic set that is handed in.
    Zip,
    Word,
    Html,
    /// Everything with the photos, to go on with on another device: not for an office.
    Work,
    /// The same without the photos.
    Json,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    Packing {
        n: usize,
        of: usize,
    },
    /// Offered as a download.
    Made {
        name: String,
        gaps: Gaps,
    },
    Failed(String),
    /// Given up by the reader.
    Stopped,
}

impl Progress {
    /// What is said of it in the end, and whether all went well.
    pub fn said(&self, t: &'static Words) -> Option<(String, bool)> {
        match self {
            Progress::Packing { .. } => None,
            Progress::Made { name, gaps } => {
                let mut text = t.check.made.name(name);
                if gaps.left_out > 0 {
                    text = format!("{text} {}", t.check.left_out.of(gaps.left_out));
                }
                if let Some(names) = gaps.damaged() {
                    text = format!("{text} {}", t.check.damaged.names(&names));
                }
                Some((text, *gaps == Gaps::default()))
            }
            Progress::Stopped => Some((t.check.stopped.to_owned(), true)),
            Progress::Failed(why) => Some((t.check.not_made.why(why), false)),
        }
    }
}

/// What is not in an archive as it should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// So many attachments were not on the device any more.
    pub left_out: usize,
    /// Names of those whose bytes are not the ones that were attached. They are in it as they are.
    pub damaged: Vec<String>,
}

impl Gaps {
    /// The first of the damaged by name; nothing where all are whole.
    pub fn damaged(&self) -> Option<String> {
        named(self.damaged.iter().map(String::as_str))
    }
}

/// Why a file was not made.
enum NotMade {
    Stopped,
    Failed(OfficeError),
}

impl From<OfficeError> for NotMade {
    fn from(error: OfficeError) -> NotMade {
        NotMade::Failed(error)
    }
}

/// The browser has no memory left for this file, or no room on the disk.
fn no_room(name: &str) -> NotMade {
    NotMade::Failed(OfficeError::TooLarge(name.to_owned()))
}

impl Export {
    fn ending(self) -> &'static str {
        match self {
            Export::Zip | Export::Work => "zip",
            Export::Word => "docx",
            Export::Html => "html",
            Export::Json => "json",
        }
    }

    /// The media type.
    fn media(self) -> &'static str {
        match self {
            Export::Zip | Export::Work => "application/zip",
            Export::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Export::Html => "text/html",
            Export::Json => "application/json",
        }
    }
}

const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What is made, of which dossier.
#[derive(Clone)]
pub struct Order {
    pub what: Export,
    pub dossier: Rc<Dossier>,
    pub names: Rc<PaperNames>,
    pub app: AppHandle,
    pub stop: Stop,
}

/// Makes a file and offers it as a download. Long work lets the page be drawn in between.
pub fn export(order: Order, heard: Callback<Progress>) {
    spawn_local(async move {
        frames::drawn().await;
        let Order { what, dossier, names, app, stop } = order;
        let name = name_of(what, &dossier);
        let work = Underway::begin(&app, WorkKind::Packing, name.clone(), stop);
        let made = match what {
            Export::Zip => archive(&handed_in(&dossier), &names, &name, Packer::new(&heard, &work)).await,
            Export::Work => working_copy(&dossier, &name, Packer::new(&heard, &work)).await,
            _ => file(what, &dossier, &names).map_err(NotMade::Failed).and_then(|bytes| {
                files::download(&name, what.media(), &bytes).ok_or_else(|| no_room(&name))?;
                Ok(Gaps::default())
            }),
        };
        let mut failed = None;
        let came = match made {
            Ok(gaps) => {
                if !matches!(what, Export::Work | Export::Json) {
                    remember_output(&dossier, what.ending(), &stamp(&dossier));
                }
                Progress::Made { name, gaps }
            }
            Err(NotMade::Stopped) => Progress::Stopped,
            Err(NotMade::Failed(error)) => Progress::Failed(failed.insert(error).text(app.language())),
        };
        // Whoever has left the page hears of it wherever they are.
        if let Some((_, went_well)) = came.said(app.t()).filter(|_| work.is_told()) {
            app.notice(if went_well { NoticeKind::Done } else { NoticeKind::Fault }, |t, language| match &failed {
                Some(error) => t.check.not_made.why(&error.text(language)),
                None => came.said(t).map_or(String::new(), |(text, _)| text),
            });
        }
        heard.emit(came);
    });
}

/// What a file is called: one that is handed in by the code of its content, one for work as such.
fn name_of(what: Export, dossier: &Dossier) -> String {
    match what {
        Export::Work | Export::Json => work_file_name(dossier, &today(), what.ending()),
        _ => file_name(dossier, &format!("{} {}", today(), stamp(dossier).code), what.ending()),
    }
}

/// The stamp of an output that is made now.
pub fn stamp(dossier: &Dossier) -> Stamp {
    let (year, month, day) = clock::today();
    Stamp::new(dossier, format!("{} ngày {day:02}/{month:02}/{year}", clock::local_time()))
}

/// Puts both forms on the clipboard as plain text; `done` hears whether it worked.
pub fn copy_forms(dossier: Rc<Dossier>, names: Rc<PaperNames>, done: Callback<bool>) {
    super::copy_text(text(&dossier, &names), done);
}

/// Opens the share sheet with the one-file copy, or with the forms as text where files cannot be
/// shared; `done` hears whether it was taken, or nothing where the reader closed the sheet.
pub fn share_forms(dossier: Rc<Dossier>, names: Rc<PaperNames>, done: Callback<Option<bool>>) {
    spawn_local(async move {
        let title = dossier.name().to_owned();
        let name = name_of(Export::Html, &dossier);
        let copy = copy(&dossier, &names);
        let shared = match files::share_file(&title, &name, Export::Html.media(), &copy).await {
            Err(files::NotShared::NoFiles) => files::share(&title, &text(&dossier, &names)).await,
            shared => shared,
        };
        done.emit(match shared {
            Ok(()) => Some(true),
            Err(files::NotShared::Cancelled) => None,
            Err(_) => Some(false),
        });
    });
}

/// Whether the device offers its share sheet.
pub fn can_share() -> bool {
    files::can_share()
}

/// Downloads the files of several dossiers in one archive, which opens as all of them again; a fault is told.
pub fn download_dossiers(app: &AppHandle, dossiers: Vec<Rc<Dossier>>) {
    let handle = app.clone();
    in_later(app, move || pack(handle.clone(), dossiers.clone()));
}

#[wasm_split(later, fallible)]
fn pack(app: AppHandle, dossiers: Vec<Rc<Dossier>>) -> Result<(), SplitLoaderError> {
    spawn_local(async move {
        if let Err(error) = pack_dossiers(&dossiers).await {
            app.notice(NoticeKind::Fault, |t, language| t.check.not_made.why(&error.text(language)));
        }
    });
    Ok(())
}

async fn pack_dossiers(dossiers: &[Rc<Dossier>]) -> Result<(), OfficeError> {
    let (mut writer, pieces) = (ZipWriter::default(), Pieces::default());
    for (place, dossier) in dossiers.iter().enumerate() {
        let name = format!("{:02}-{}", place + 1, name_of(Export::Json, dossier));
        let packed = writer.add(&name, Modified::parse(&today()), to_file(dossier, WRITTEN_BY).as_bytes())?;
        pieces.add(&packed).ok_or(OfficeError::TooLarge(name))?;
    }
    pieces.add(&writer.finish()?).ok_or_else(|| OfficeError::TooLarge(String::new()))?;
    let name = format!("ocop-{}-ho-so-{}.zip", dossiers.len(), today());
    pieces.download(&name, Export::Zip.media()).await.ok_or(OfficeError::TooLarge(name))
}

/// Downloads a table as comma-separated values.
pub fn download_csv(sheet: &Sheet) {
    files::download(&sheet_name("csv"), "text/csv", csv(sheet).as_bytes());
}

/// Downloads a table as an Excel workbook; a fault is told.
pub fn download_xlsx(app: &AppHandle, sheet: &Sheet) {
    offer(app, &sheet_name("xlsx"), EXCEL, xlsx(sheet));
}

/// Downloads papers other than the dossier's forms under this name, as Word or HTML; a fault is told.
pub fn download_pages(app: &AppHandle, dossier: &Dossier, name: &str, pages: &[Document], kind: Export) {
    let title = format!("{} - {name}", dossier.name());
    offer_pages(app, &paper_file_name(dossier, name, &today(), kind.ending()), &title, pages, kind);
}

/// Downloads the blank scoring sheet of a set, as Word or HTML; a fault is told.
pub fn download_blank_sheet(app: &AppHandle, set: &'static ProductSet, page: &Document, kind: Export) {
    offer_pages(app, &blank_sheet_name(set, kind.ending()), &page.title, std::slice::from_ref(page), kind);
}

fn offer_pages(app: &AppHandle, name: &str, title: &str, pages: &[Document], kind: Export) {
    let made = match kind {
        Export::Html => Ok(pages_html(title, pages).into_bytes()),
        _ => docx(title, pages, ""),
    };
    offer(app, name, kind.media(), made);
}

/// Offers a file as a download; why there is none is told.
pub(super) fn offer(app: &AppHandle, name: &str, media: &str, made: Result<Vec<u8>, OfficeError>) {
    let offered = made
        .and_then(|bytes| files::download(name, media, &bytes).ok_or_else(|| OfficeError::TooLarge(name.to_owned())));
    if let Err(error) = offered {
        app.notice(NoticeKind::Fault, |t, language| t.check.not_made.why(&error.text(language)));
    }
}

/// Downloads one table behind an answer as an Excel workbook; a fault is told.
pub fn table_xlsx(app: &AppHandle, dossier: &Rc<Dossier>, key: &str) {
    let (handle, dossier, key) = (app.clone(), dossier.clone(), key.to_owned());
    in_later(app, move || offer_table(handle.clone(), dossier.clone(), key.clone()));
}

#[wasm_split(later, fallible)]
fn offer_table(app: AppHandle, dossier: Rc<Dossier>, key: String) -> Result<(), SplitLoaderError> {
    let facts = Figures::of(dossier.set().decision());
    if let Some((fact, table)) = facts.tables.get(key.as_str()).zip(dossier.tables.get(&key)) {
        let sheet = table_sheet(fact, &dossier.told(fact, table), app.language());
        offer(&app, &format!("ocop-{key}-{}.xlsx", today()), EXCEL, xlsx(&sheet));
    }
    Ok(())
}

/// The guide's Vietnamese names of papers, which the forms use whatever the page speaks.
#[hook]
pub fn use_paper_names(app: &AppHandle) -> Rc<PaperNames> {
    let fetched = use_state_eq(|| None::<Rc<PaperNames>>);
    let decision = shown_decision(app).id;
    {
        let fetched = fetched.clone();
        use_effect_with((app.language(), decision), move |(language, decision)| {
            if *language != Language::Vi {
                let decision = *decision;
                spawn_local(async move {
                    if let Some(guide) = guide::load(decision, Language::Vi).await {
                        fetched.set(Some(Rc::new(guide.words.papers)));
                    }
                });
            }
        });
    }
    let spoken = app.guide.clone().filter(|guide| app.language() == Language::Vi && guide.decision == decision);
    let spoken = use_memo(spoken, |guide| guide.as_ref().map(|guide| guide.words.papers.clone()).unwrap_or_default());
    (*fetched).clone().unwrap_or(spoken)
}

fn forms(dossier: &Dossier, names: &PaperNames) -> [Document; 2] {
    [form01(dossier), form02(dossier, names)]
}

/// Both forms as plain text, with the stamp.
fn text(dossier: &Dossier, names: &PaperNames) -> String {
    let mut pieces: Vec<String> = forms(dossier, names).iter().map(plain_text).collect();
    pieces.push(stamp(dossier).line());
    pieces.join("\n\n")
}

fn copy(dossier: &Dossier, names: &PaperNames) -> String {
    copy_html(dossier, names, &BTreeMap::new(), Some(&stamp(dossier)))
}

/// A file that holds the dossier by itself.
fn file(what: Export, dossier: &Dossier, names: &PaperNames) -> Result<Vec<u8>, OfficeError> {
    match what {
        Export::Word => docx(dossier.name(), &forms(dossier, names), &stamp(dossier).line()),
        Export::Html => Ok(copy(dossier, names).into_bytes()),
        Export::Json | Export::Zip | Export::Work => Ok(to_file(dossier, WRITTEN_BY).into_bytes()),
    }
}

/// The electronic set of a dossier as it is handed in: the forms in Word, the copy, the dossier's file,
/// the list of evidence and the attachments in the order of the criteria.
async fn archive(
    handed: &Dossier,
    names: &PaperNames,
    name_of_all: &str,
    mut packer: Packer<'_>,
) -> Result<Gaps, NotMade> {
    packer.of = evidence_files(handed).len() + handed.writings.len() + 5;
    let stamp = stamp(handed);
    // What is not on this device is not in the set either, and no list may say so; the dossier's own file keeps it.
    let here = database::keys(Place::Files, "").await.unwrap_or_default();
    let told = &held_here(handed, &here);
    let date = format!("{} {}", today(), stamp.code);
    let templates = templates::load(handed.set().decision().id).await;
    let written = templates.map(|templates| written_here(&as_listed(handed), templates)).unwrap_or_default();
    let bound = docx(handed.name(), &bound(told, names, super::today(), &written), &stamp.line())?;
    packer.add(&file_name(handed, &format!("dong bo {date}"), "docx"), &bound).await?;
    let word = docx(handed.name(), &forms(told, names), &stamp.line())?;
    packer.add(&file_name(handed, &date, "docx"), &word).await?;
    for (what, ending) in [(Export::Html, "html"), (Export::Json, "json")] {
        packer.add(&file_name(handed, &date, ending), &file(what, handed, names)?).await?;
    }
    let list = format!("\u{feff}{}\r\n{}\r\n", evidence_list(told, names), stamp.line());
    packer.add("danh-muc-minh-chung.txt", list.as_bytes()).await?;
    for listed in &Appendix::handed_in(handed).papers {
        if let Some(paper) = written.get(&listed.paper.id).map(|written| &written.text) {
            let name = paper_file_name(handed, &format!("tai lieu {} {}", listed.number, paper.title), "", "docx");
            let word = docx(&paper.title, std::slice::from_ref(paper), &stamp.line())?;
            packer.add(&format!("giay-don-vi-viet/{name}"), &word).await?;
        }
    }
    packer.add_evidence(handed).await?;
    packer.finish(name_of_all).await
}

/// Everything of a dossier with its photos, to go on with elsewhere. It says that it is not for an
/// office.
async fn working_copy(dossier: &Dossier, name_of_all: &str, mut packer: Packer<'_>) -> Result<Gaps, NotMade> {
    packer.of = evidence_files(dossier).len() + dossier.writings.len() + 2;
    packer.add("BAN-LAM-VIEC-KHONG-NOP.txt", WORKING_COPY.as_bytes()).await?;
    packer.add(&name_of(Export::Json, dossier), to_file(dossier, WRITTEN_BY).as_bytes()).await?;
    if let Some(templates) = templates::load(dossier.set().decision().id).await {
        for (template, paper) in draw_all(&as_listed(dossier), templates) {
            let name = paper_file_name(dossier, &template.name.vi, "", "docx");
            packer.add(&format!("giay-dang-viet/{name}"), &docx(&template.name.vi, &[paper], "")?).await?;
        }
    }
    packer.add_evidence(dossier).await?;
    packer.finish(name_of_all).await
}

const WORKING_COPY: &str = "\u{feff}BẢN LÀM VIỆC, KHÔNG NỘP\r\n\r\nTệp nén này có cả lộ trình, mục tiêu, người làm và \
giấy tờ chưa có của đơn vị. Dùng để sao lưu hoặc làm tiếp trên máy khác.\r\nĐể nộp, hãy tải “bộ để nộp” ở trang \
Kiểm tra và tải về.\r\n";

/// An archive in the making, and how far it is.
struct Packer<'a> {
    heard: &'a Callback<Progress>,
    work: &'a Underway,
    writer: ZipWriter,
    pieces: Pieces,
    modified: Modified,
    n: usize,
    of: usize,
    gaps: Gaps,
}

impl<'a> Packer<'a> {
    fn new(heard: &'a Callback<Progress>, work: &'a Underway) -> Packer<'a> {
        let modified = Modified::parse(&today());
        let (writer, pieces) = (ZipWriter::default(), Pieces::default());
        Packer { heard, work, writer, pieces, modified, n: 0, of: 0, gaps: Gaps::default() }
    }

    async fn step(&mut self) -> Result<(), NotMade> {
        self.n += 1;
        self.heard.emit(Progress::Packing { n: self.n, of: self.of });
        self.work.at(self.n, self.of);
        frames::drawn().await;
        if self.work.is_given_up() { Err(NotMade::Stopped) } else { Ok(()) }
    }

    async fn add(&mut self, name: &str, content: &[u8]) -> Result<(), NotMade> {
        self.step().await?;
        let packed = self.writer.add(name, self.modified, content)?;
        self.pieces.add(&packed).ok_or_else(|| no_room(name))
    }

    /// What is kept as a file becomes a part of the archive as that file, without a copy.
    async fn add_stored(&mut self, name: &str, Stored { bytes, file }: Stored) -> Result<(), NotMade> {
        let Some(file) = file else { return self.add(name, &bytes).await };
        self.step().await?;
        let (head, packed) = self.writer.begin(name, self.modified, &bytes)?;
        self.pieces.add(&head).ok_or_else(|| no_room(name))?;
        match packed {
            Some(packed) => self.pieces.add(&packed).ok_or_else(|| no_room(name))?,
            None => self.pieces.add_file(&file),
        }
        Ok(())
    }

    async fn add_evidence(&mut self, dossier: &Dossier) -> Result<(), NotMade> {
        for EvidenceFile { path, attachment } in evidence_files(dossier) {
            match database::stored(Place::Files, &attachment).await.ok().flatten() {
                Some(content) => {
                    let file = attachments_of(dossier).find(|file| file.id == attachment);
                    if let Some(file) = file.filter(|file| !file.is_whole(crc32(&content.bytes))) {
                        self.gaps.damaged.push(file.name.clone());
                    }
                    self.add_stored(&path, content).await?;
                }
                None => {
                    self.step().await?;
                    self.gaps.left_out += 1;
                }
            }
        }
        Ok(())
    }

    /// Offers the whole as a download; what is not in it as it should be.
    async fn finish(self, name: &str) -> Result<Gaps, NotMade> {
        let end = self.writer.finish()?;
        self.pieces.add(&end).ok_or_else(|| no_room(name))?;
        self.pieces.download(name, Export::Zip.media()).await.ok_or_else(|| no_room(name))?;
        Ok(self.gaps)
    }
}

/// `2026-11-05`, the day on the reader's wall.
pub(super) fn today() -> String {
    let (year, month, day) = clock::today();
    format!("{year}-{month:02}-{day:02}")
}

fn sheet_name(ending: &str) -> String {
    format!("ocop-bang-{}.{ending}", today())
}

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::AppHandle;
use crate::adapters::{clock, files, frames, guide};
use crate::domain::decision::Language;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::wire::to_json;
use crate::domain::forms::{
    Document, EvidenceFile, PaperNames, Sheet, copy_html, csv, evidence_files, evidence_list, file_name, form01,
    form02, plain_text,
};
use crate::office::{Modified, OfficeError, ZipWriter, docx, xlsx};

/// A file that a dossier leaves in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Everything, as the electronic set that is handed in.
    Zip,
    Word,
    Html,
    Json,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    Packing {
        n: usize,
        of: usize,
    },
    /// Offered as a download; so many attachments were not on the device any more.
    Made {
        name: String,
        left_out: usize,
    },
    Failed(String),
}

impl Export {
    fn ending(self) -> &'static str {
        match self {
            Export::Zip => "zip",
            Export::Word => "docx",
            Export::Html => "html",
            Export::Json => "json",
        }
    }

    /// The media type.
    fn media(self) -> &'static str {
        match self {
            Export::Zip => "application/zip",
            Export::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Export::Html => "text/html",
            Export::Json => "application/json",
        }
    }
}

const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Makes a file and offers it as a download. Long work lets the page be drawn in between.
pub fn export(what: Export, dossier: Rc<Dossier>, names: Rc<PaperNames>, heard: Callback<Progress>) {
    spawn_local(async move {
        frames::drawn().await;
        let made = match what {
            Export::Zip => archive(&dossier, &names, &heard).await,
            _ => file(what, &dossier, &names).map(|bytes| (bytes, 0)),
        };
        heard.emit(match made {
            Ok((bytes, left_out)) => {
                let name = file_name(&dossier, &today(), what.ending());
                files::download(&name, what.media(), &bytes);
                Progress::Made { name, left_out }
            }
            Err(error) => Progress::Failed(error.to_string()),
        });
    });
}

/// Puts both forms on the clipboard as plain text; `done` hears whether it worked.
pub fn copy_forms(dossier: Rc<Dossier>, names: Rc<PaperNames>, done: Callback<bool>) {
    let text: Vec<String> = forms(&dossier, &names).iter().map(plain_text).collect();
    super::copy_text(text.join("\n\n"), done);
}

/// Opens the share sheet with the one-file copy, or with the forms as text where files cannot be
/// shared; `done` hears whether it was taken.
pub fn share_forms(dossier: Rc<Dossier>, names: Rc<PaperNames>, done: Callback<bool>) {
    spawn_local(async move {
        let title = dossier.name().to_owned();
        let copy = copy(&dossier, &names);
        let shared = match files::share_file(
            &title,
            &file_name(&dossier, &today(), "html"),
            Export::Html.media(),
            &copy,
        )
        .await
        {
            Ok(()) => true,
            Err(files::NotShared::Refused) => false,
            Err(files::NotShared::NoFiles) => {
                let text: Vec<String> = forms(&dossier, &names).iter().map(plain_text).collect();
                files::share(&title, &text.join("\n\n")).await.is_ok()
            }
        };
        done.emit(shared);
    });
}

/// Whether the device offers its share sheet.
pub fn can_share() -> bool {
    files::can_share()
}

/// Downloads a table as comma-separated values.
pub fn download_csv(sheet: &Sheet) {
    files::download(&sheet_name("csv"), "text/csv", csv(sheet).as_bytes());
}

/// Downloads a table as an Excel workbook; an error says why not.
pub fn download_xlsx(sheet: &Sheet) -> Result<(), String> {
    let bytes = xlsx(sheet).map_err(|error| error.to_string())?;
    files::download(&sheet_name("xlsx"), EXCEL, &bytes);
    Ok(())
}

/// The guide's Vietnamese names of papers, which the forms use whatever the page speaks.
#[hook]
pub fn use_paper_names(app: &AppHandle) -> Rc<PaperNames> {
    let fetched = use_state_eq(|| None::<Rc<PaperNames>>);
    {
        let fetched = fetched.clone();
        use_effect_with(app.language(), move |language| {
            if *language != Language::Vi {
                spawn_local(async move {
                    if let Some(guide) = guide::load(Language::Vi).await {
                        fetched.set(Some(Rc::new(guide.words.papers)));
                    }
                });
            }
        });
    }
    let spoken = app.guide.clone().filter(|_| app.language() == Language::Vi);
    let spoken = use_memo(spoken, |guide| guide.as_ref().map(|guide| guide.words.papers.clone()).unwrap_or_default());
    (*fetched).clone().unwrap_or(spoken)
}

fn forms(dossier: &Dossier, names: &PaperNames) -> [Document; 2] {
    [form01(dossier), form02(dossier, names)]
}

fn copy(dossier: &Dossier, names: &PaperNames) -> String {
    copy_html(dossier, names, &BTreeMap::new())
}

/// A file that holds the dossier by itself.
fn file(what: Export, dossier: &Dossier, names: &PaperNames) -> Result<Vec<u8>, OfficeError> {
    match what {
        Export::Word => docx(dossier.name(), &forms(dossier, names)),
        Export::Html => Ok(copy(dossier, names).into_bytes()),
        Export::Json | Export::Zip => Ok(to_json(dossier).into_bytes()),
    }
}

/// The electronic set: the forms in Word, the copy, the dossier's file, the list of evidence and
/// the attachments in the order of the criteria.
async fn archive(
    dossier: &Dossier,
    names: &PaperNames,
    heard: &Callback<Progress>,
) -> Result<(Vec<u8>, usize), OfficeError> {
    let date = today();
    let modified = Modified::parse(&date);
    let evidence = evidence_files(dossier);
    let of = evidence.len() + 4;
    let mut writer = ZipWriter::default();
    let mut bytes = Vec::new();
    let mut n = 0;
    let mut left_out = 0;
    for what in [Export::Word, Export::Html, Export::Json] {
        n += 1;
        heard.emit(Progress::Packing { n, of });
        frames::drawn().await;
        let name = file_name(dossier, &date, what.ending());
        bytes.extend(writer.add(&name, modified, &file(what, dossier, names)?)?);
    }
    n += 1;
    let list = format!("\u{feff}{}", evidence_list(dossier, names));
    bytes.extend(writer.add("danh-muc-minh-chung.txt", modified, list.as_bytes())?);
    for EvidenceFile { path, attachment } in evidence {
        n += 1;
        heard.emit(Progress::Packing { n, of });
        frames::drawn().await;
        match super::attached(&attachment).await {
            Some(content) => bytes.extend(writer.add(&path, modified, &content)?),
            None => left_out += 1,
        }
    }
    bytes.extend(writer.finish()?);
    Ok((bytes, left_out))
}

/// `2026-11-05`, the day on the reader's wall.
fn today() -> String {
    let (year, month, day) = clock::today();
    format!("{year}-{month:02}-{day:02}")
}

fn sheet_name(ending: &str) -> String {
    format!("ocop-bang-{}.{ending}", today())
}

use serde::{Deserialize, Serialize};

use super::unzip::{Archive, LARGEST_DOSSIER, LARGEST_FILE};
use super::zip::{Modified, ZipWriter};
use super::{OfficeError, docx, qr_svg, xlsx};
use crate::domain::forms::{Document, Sheet};

/// What the page may ask for. In JSON the variant is the key: `{"docx": {"title": …}}`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// A Word file of the documents. Answer: its bytes.
    Docx { title: String, documents: Vec<Document> },
    /// An Excel workbook of the table. Answer: its bytes.
    Xlsx(Sheet),
    /// A QR code. Answer: SVG.
    Qr { text: String },
    /// Begins an archive, forgetting one begun before. Answer: nothing.
    ZipBegin,
    /// Adds the bytes that come along. Answer: the next bytes of the archive.
    ZipAdd { name: String, modified: String },
    /// Answer: the last bytes of the archive.
    ZipEnd,
    /// Opens the archive that comes along. Answer: [`Opened`] as JSON.
    Open,
    /// Answer: the bytes of a file of the open archive.
    Read { name: String },
    /// Forgets the open archive. Answer: nothing.
    Close,
}

/// What an opened archive holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    pub dossiers: Vec<OpenedDossier>,
    pub files: Vec<OpenedFile>,
}

/// What looks like a dossier in an archive: JSON or the HTML copy. Reading it is the caller's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedDossier {
    pub name: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedFile {
    pub name: String,
    pub size: u64,
}

/// Most bytes of dossiers unpacked from one archive.
const LARGEST_DOSSIERS: u64 = 64 << 20;

/// Answers requests; keeps the archive being written and the one being read between them.
#[derive(Debug, Default)]
pub struct Desk {
    writing: Option<ZipWriter>,
    reading: Option<Archive>,
}

impl Desk {
    /// Answers a [`Request`] in JSON; `bytes` are the file that some requests bring along.
    pub fn answer(&mut self, request: &[u8], bytes: Vec<u8>) -> Result<Vec<u8>, OfficeError> {
        let request = serde_json::from_slice(request).map_err(|error| OfficeError::Request(error.to_string()))?;
        match request {
            Request::Docx { title, documents } => docx(&title, &documents),
            Request::Xlsx(sheet) => xlsx(&sheet),
            Request::Qr { text } => qr_svg(&text).map(String::into_bytes),
            Request::ZipBegin => {
                self.writing = Some(ZipWriter::default());
                Ok(Vec::new())
            }
            Request::ZipAdd { name, modified } => {
                let writer = self.writing.as_mut().ok_or(OfficeError::NothingOpen)?;
                writer.add(&name, Modified::parse(&modified), &bytes)
            }
            Request::ZipEnd => self.writing.take().ok_or(OfficeError::NothingOpen)?.finish(),
            Request::Open => {
                let archive = Archive::open(bytes)?;
                let opened = look_through(&archive)?;
                self.reading = Some(archive);
                serde_json::to_vec(&opened).map_err(|error| OfficeError::Request(error.to_string()))
            }
            Request::Read { name } => self.reading.as_ref().ok_or(OfficeError::NothingOpen)?.read(&name, LARGEST_FILE),
            Request::Close => {
                self.reading = None;
                Ok(Vec::new())
            }
        }
    }
}

/// The dossiers of an archive: its JSON files that say they are one, else its HTML copies. What
/// cannot be read is passed over, as long as something can.
pub fn look_through(archive: &Archive) -> Result<Opened, OfficeError> {
    let files = archive.files().iter().map(|file| OpenedFile { name: file.name.clone(), size: file.size });
    let mut opened = Opened { dossiers: Vec::new(), files: files.collect() };
    let mut left = LARGEST_DOSSIERS;
    let mut failed = None;
    for ending in [".json", ".html"] {
        let candidates = archive.files().iter().filter(|file| has_ending(&file.name, ending));
        for file in candidates {
            match archive.read(&file.name, LARGEST_DOSSIER.min(left)) {
                Ok(bytes) => {
                    left -= bytes.len() as u64;
                    let text = String::from_utf8(bytes).ok().filter(|text| text.contains("\"ocop-dossier\""));
                    opened.dossiers.extend(text.map(|text| OpenedDossier { name: file.name.clone(), text }));
                }
                Err(error) => failed = Some(error),
            }
        }
        if !opened.dossiers.is_empty() {
            return Ok(opened);
        }
    }
    failed.map_or(Ok(opened), Err)
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.len()
        .checked_sub(ending.len())
        .and_then(|start| name.get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

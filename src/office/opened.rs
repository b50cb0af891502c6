use super::OfficeError;
use super::unzip::{Archive, LARGEST_DOSSIER, Source};

/// What an opened archive holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unpacked {
    pub dossiers: Vec<OpenedDossier>,
    pub files: Vec<OpenedFile>,
}

/// What looks like a dossier in an archive: JSON or the HTML copy. Reading it is the caller's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedDossier {
    pub name: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    pub name: String,
    pub size: u64,
}

/// Most bytes of dossiers unpacked from one archive.
const LARGEST_DOSSIERS: u64 = 64 << 20;

/// The dossiers of an archive: its JSON files that say they are one, else its HTML copies. What
/// cannot be read is passed over, as long as something can.
pub async fn look_through<S: Source>(archive: &Archive<S>) -> Result<Unpacked, OfficeError> {
    if archive.files().iter().any(|file| file.name == "[Content_Types].xml") {
        return Err(OfficeError::OfficeFile);
    }
    let files = archive.files().iter().map(|file| OpenedFile { name: file.name.clone(), size: file.size });
    let mut opened = Unpacked { dossiers: Vec::new(), files: files.collect() };
    let mut left = LARGEST_DOSSIERS;
    let mut failed = None;
    for ending in [".json", ".html"] {
        let candidates = archive.files().iter().filter(|file| has_ending(&file.name, ending));
        for file in candidates {
            match archive.read(file, LARGEST_DOSSIER.min(left)).await {
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

use std::fmt;

use crate::domain::decision::{Language, Text};

/// Why a file could not be made or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeError {
    /// Not an archive, or a damaged one.
    NotAnArchive,
    /// An archive made to burst: entries that share bytes, unpack beyond the limit, or are too many.
    Hostile,
    /// Its files are locked by a password.
    Locked,
    /// Word, Excel or the like: no archive that a person packed.
    OfficeFile,
    /// No file of this name in the archive.
    NoSuchFile(String),
    /// The bytes of this file do not match their checksum.
    Damaged(String),
    /// Larger than the format or this device bears.
    TooLarge(String),
}

impl OfficeError {
    /// What went wrong, to the reader.
    pub fn text(&self, language: Language) -> String {
        let (text, name) = match self {
            OfficeError::NotAnArchive => (NOT_AN_ARCHIVE, ""),
            OfficeError::Hostile => (HOSTILE, ""),
            OfficeError::Locked => (LOCKED, ""),
            OfficeError::OfficeFile => (OFFICE_FILE, ""),
            OfficeError::NoSuchFile(name) => (NO_SUCH_FILE, name.as_str()),
            OfficeError::Damaged(name) => (DAMAGED, name.as_str()),
            OfficeError::TooLarge(name) => (TOO_LARGE, name.as_str()),
        };
        // The name is put in last: whatever stands in it is shown as it is.
        text.get(language).replacen("{name}", name, 1)
    }
}

const NOT_AN_ARCHIVE: Text = Text {
    vi: "Tệp này không phải tệp nén ZIP, hoặc đã hỏng.",
    en: "This is no ZIP archive, or it is damaged.",
};
const HOSTILE: Text = Text {
    vi: "Tệp nén này khi giải nén sẽ quá lớn nên không được mở.",
    en: "This archive would unpack beyond all measure and is not opened.",
};
const LOCKED: Text = Text {
    vi: "Tệp nén này có mật khẩu. Hãy giải nén nó trước, rồi mở các tệp bên trong.",
    en: "This archive has a password. Unpack it first, then open the files inside.",
};
const OFFICE_FILE: Text = Text {
    vi: "Đây là tệp Word hoặc Excel, không phải tệp hồ sơ.",
    en: "This is a Word or Excel file, not a dossier.",
};
const NO_SUCH_FILE: Text =
    Text { vi: "Tệp nén không có “{name}”.", en: "The archive has no file “{name}”." };
const DAMAGED: Text =
    Text { vi: "“{name}” trong tệp nén đã hỏng.", en: "“{name}” in the archive is damaged." };
const TOO_LARGE: Text = Text {
    vi: "“{name}” quá lớn nên tệp không soạn được. Hãy thu nhỏ ảnh rồi thử lại.",
    en: "“{name}” is too large for the file. Make the photos smaller and try again.",
};

impl fmt::Display for OfficeError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            OfficeError::NotAnArchive => write!(f, "this is no ZIP archive, or it is damaged"),
            OfficeError::Hostile => write!(f, "this archive would unpack beyond all measure"),
            OfficeError::Locked => write!(f, "the archive has a password"),
            OfficeError::OfficeFile => write!(f, "this is a Word or Excel file, not a dossier"),
            OfficeError::NoSuchFile(name) => write!(f, "the archive has no file {name}"),
            OfficeError::Damaged(name) => write!(f, "the file {name} in the archive is damaged"),
            OfficeError::TooLarge(name) => write!(f, "{name} is too large"),
        }
    }
}

impl std::error::Error for OfficeError {}

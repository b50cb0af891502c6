use std::fmt;

/// Why a file could not be made or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeError {
    /// Not an archive, or a damaged one.
    NotAnArchive,
    /// An archive made to burst: entries that share bytes, unpack beyond the limit, or are too many.
    Hostile,
    /// No file of this name in the archive.
    NoSuchFile(String),
    /// The bytes of this file do not match their checksum.
    Damaged(String),
    /// Larger than the format or this device bears.
    TooLarge(String),
}

impl fmt::Display for OfficeError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            OfficeError::NotAnArchive => write!(f, "this is no ZIP archive, or it is damaged"),
            OfficeError::Hostile => write!(f, "this archive would unpack beyond all measure"),
            OfficeError::NoSuchFile(name) => write!(f, "the archive has no file {name}"),
            OfficeError::Damaged(name) => write!(f, "the file {name} in the archive is damaged"),
            OfficeError::TooLarge(name) => write!(f, "{name} is too large"),
        }
    }
}

impl std::error::Error for OfficeError {}

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
    /// Unpacks to more than anything of a dossier has.
    TooLargeToOpen { name: String, megabytes: u64 },
    /// The browser no longer reads it: moved, changed, or on a card that is gone.
    Unreadable,
}

impl OfficeError {
    /// What went wrong, to the reader.
    pub fn text(&self, language: Language) -> String {
        let (text, name) = match self {
            OfficeError::TooLargeToOpen { name, .. } => (TOO_LARGE_TO_OPEN, name.as_str()),
            OfficeError::Unreadable => (UNREADABLE, ""),
            OfficeError::NotAnArchive => (NOT_AN_ARCHIVE, ""),
            OfficeError::Hostile => (HOSTILE, ""),
            OfficeError::Locked => (LOCKED, ""),
            OfficeError::OfficeFile => (OFFICE_FILE, ""),
            OfficeError::NoSuchFile(name) => (NO_SUCH_FILE, name.as_str()),
            OfficeError::Damaged(name) => (DAMAGED, name.as_str()),
            OfficeError::TooLarge(name) => (TOO_LARGE, name.as_str()),
        };
        let text = match self {
            OfficeError::TooLargeToOpen { megabytes, .. } => {
                text.get(language).replacen("{mb}", &megabytes.to_string(), 1)
            }
            _ => text.get(language).to_owned(),
        };
        // The name is put in last: whatever stands in it is shown as it is.
        text.replacen("{name}", name, 1)
    }
}

const NOT_AN_ARCHIVE: Text = Text {
    vi: "Tệp ZIP này đã hỏng hoặc bị cắt ngang: thiếu danh sách tệp ở cuối. Hãy gửi hoặc tải lại tệp, rồi mở bản đầy đủ.",
    en: "This ZIP archive is damaged or cut short: the list of files at its end is missing. Send or download it again and open the whole file.",
};
const HOSTILE: Text = Text {
    vi: "Tệp nén này được làm khác thường: quá nhiều tệp, hoặc các tệp chồng lên nhau, khi giải nén sẽ quá lớn. Trang không mở tệp này. Hãy mở tệp ZIP tải về từ trang này.",
    en: "This archive is made oddly: too many files, or files that share bytes, which would unpack beyond all measure. It is not opened. Open the ZIP that was downloaded from this page.",
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
const DAMAGED: Text = Text {
    vi: "“{name}” trong tệp nén đã hỏng. Hãy gửi hoặc tải lại tệp nén, rồi mở lại.",
    en: "“{name}” in the archive is damaged. Send or download the archive again and open it once more.",
};
const TOO_LARGE_TO_OPEN: Text = Text {
    vi: "“{name}” trong tệp nén khi giải nén ra {mb} MB, lớn hơn mọi tệp của một hồ sơ, nên trang không mở. Hãy mở tệp ZIP tải về từ trang này.",
    en: "“{name}” in the archive unpacks to {mb} MB, more than any file of a dossier, and is not opened. Open the ZIP that was downloaded from this page.",
};
const UNREADABLE: Text = Text {
    vi: "Trình duyệt không còn đọc được tệp này: tệp đã bị chuyển đi, sửa đổi, hoặc thẻ nhớ đã rút. Hãy chọn lại tệp.",
    en: "The browser no longer reads this file: it was moved or changed, or its card is gone. Choose it again.",
};
const TOO_LARGE: Text = Text {
    vi: "Không soạn được tệp: “{name}” quá lớn, hoặc máy không còn đủ chỗ. Hãy thu nhỏ ảnh hoặc xóa bớt tệp trên máy rồi thử lại.",
    en: "The file could not be made: “{name}” is too large, or the device has no room left. Make the photos smaller or free some room, and try again.",
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
            OfficeError::TooLargeToOpen { name, megabytes } => write!(f, "{name} unpacks to {megabytes} MB"),
            OfficeError::Unreadable => write!(f, "the archive can no longer be read"),
        }
    }
}

impl std::error::Error for OfficeError {}

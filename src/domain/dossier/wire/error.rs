use std::fmt;

use super::{MAX_BYTES, Place, VERSION};
use crate::domain::decision::{self, Language};

/// Why a file cannot be opened as a dossier. Nothing of it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// [`MAX_BYTES`] or more.
    TooLarge { bytes: usize },
    /// Neither UTF-8 nor UTF-16: a file of another kind.
    NotText { resembles: Option<Resembles> },
    /// Not JSON, from this line and column on (counted from 1). `cut_short`: all of it is right, but
    /// the end is missing.
    NotJson { line: usize, column: usize, cut_short: bool },
    /// More values or deeper nesting than any dossier has, reached at this line and column.
    TooComplex { line: usize, column: usize },
    /// An HTML file without a dossier inside. `cut_short`: its end is missing too.
    HtmlWithoutDossier { cut_short: bool },
    /// JSON of another program: what stands at `format`, or what the file is instead of an object.
    OtherProgram { found: String },
    /// What a commune sent back to be corrected: it names a dossier, and is none.
    Corrections,
    /// No version, or one that is no whole number above 0.
    NoVersion { found: String },
    /// A version that this program is too old for.
    FutureVersion { version: u64 },
    /// A dossier under another decision; its sets and codes mean other things.
    OtherDecision { found: String },
    /// What a commune sent back to a dossier under another decision.
    CorrectionsOfOther { found: String },
    /// No product set is named.
    NoSet,
    /// The decision has no such product set.
    UnknownSet { found: String },
}

/// What a file that is no text seems to be, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resembles {
    /// Also Word and Excel files.
    Zip,
    /// An archive with a password.
    Locked,
    /// An archive of another program, which is not opened here.
    Packed,
    Pdf,
    Picture,
}

impl Resembles {
    pub(super) fn of(bytes: &[u8]) -> Option<Resembles> {
        match bytes {
            // APPNOTE.TXT 4.4.4: bit 0 of a file's flags says that it is encrypted.
            [b'P', b'K', 3, 4, _, _, flags, ..] if flags & 1 == 1 => Some(Resembles::Locked),
            // The second: one with nothing in it.
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Resembles::Zip),
            [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xBC, 0xAF, ..] => Some(Resembles::Packed),
            [b'%', b'P', b'D', b'F', ..] => Some(Resembles::Pdf),
            [0xFF, 0xD8, 0xFF, ..] | [0x89, b'P', b'N', b'G', ..] => Some(Resembles::Picture),
            _ => None,
        }
    }

    fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Resembles::Zip, Language::Vi) => "tệp nén ZIP, Word hoặc Excel",
            (Resembles::Zip, Language::En) => "a ZIP, Word or Excel file",
            (Resembles::Locked, Language::Vi) => "tệp nén có mật khẩu (hãy giải nén trước)",
            (Resembles::Locked, Language::En) => "an archive with a password (unpack it first)",
            (Resembles::Packed, Language::Vi) => "tệp nén RAR hoặc 7-Zip (hãy giải nén trước)",
            (Resembles::Packed, Language::En) => "a RAR or 7-Zip archive (unpack it first)",
            (Resembles::Pdf, Language::Vi) => "tệp PDF",
            (Resembles::Pdf, Language::En) => "a PDF file",
            (Resembles::Picture, Language::Vi) => "tệp ảnh",
            (Resembles::Picture, Language::En) => "a picture",
        }
    }
}

impl ReadError {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::TooLarge { .. } => "too-large",
            ReadError::NotText { .. } => "not-text",
            ReadError::NotJson { cut_short: true, .. } => "cut-short",
            ReadError::NotJson { cut_short: false, .. } => "not-json",
            ReadError::TooComplex { .. } => "too-complex",
            ReadError::HtmlWithoutDossier { .. } => "html-without-dossier",
            ReadError::OtherProgram { .. } => "other-program",
            ReadError::Corrections => "corrections",
            ReadError::NoVersion { .. } => "no-version",
            ReadError::FutureVersion { .. } => "future-version",
            ReadError::OtherDecision { .. } => "other-decision",
            ReadError::CorrectionsOfOther { .. } => "corrections-of-other",
            ReadError::NoSet => "no-set",
            ReadError::UnknownSet { .. } => "unknown-set",
        }
    }

    /// Where in the file, if it is at a value.
    pub fn place(&self) -> Place {
        let root = Place::root();
        match self {
            ReadError::OtherProgram { .. } | ReadError::Corrections => root.key("format"),
            ReadError::NoVersion { .. } | ReadError::FutureVersion { .. } => root.key("version"),
            ReadError::OtherDecision { .. } | ReadError::CorrectionsOfOther { .. } => root.key("decision"),
            ReadError::NoSet | ReadError::UnknownSet { .. } => root.key("product").key("set"),
            _ => root,
        }
    }

    /// The same error in a text that begins so many lines further down in its file.
    pub(super) fn moved_down(self, lines: usize) -> ReadError {
        match self {
            ReadError::NotJson { line, column, cut_short } => {
                ReadError::NotJson { line: line + lines, column, cut_short }
            }
            ReadError::TooComplex { line, column } => ReadError::TooComplex { line: line + lines, column },
            other => other,
        }
    }

    /// What is wrong, where, and what to do.
    pub fn text(&self, language: Language) -> String {
        match language {
            Language::Vi => self.vietnamese(),
            Language::En => self.english(),
        }
    }

    /// The same of a text that the page itself has kept: nobody sent it, and nobody can choose another.
    pub fn text_of_kept(&self, language: Language) -> String {
        let (vi, en): (String, String) = match self {
            ReadError::NotJson { line: 1, column: 0, .. } => ("Nội dung ấy rỗng.".into(), "It is empty.".into()),
            ReadError::NotJson { line, column, cut_short: true } => (
                format!("Nội dung ấy bị cắt ngang ở dòng {line}, cột {column}: thiếu phần cuối."),
                format!("It is cut short at line {line}, column {column}: its end is missing."),
            ),
            ReadError::FutureVersion { version } => (
                format!(
                    "Nội dung ấy do bản mới hơn của trang lưu (phiên bản {version}). Hãy tải lại trang khi có mạng."
                ),
                format!("A newer version of the page saved it (version {version}). Reload the page while online."),
            ),
            ReadError::OtherDecision { found } => (
                format!("Hồ sơ ấy theo văn bản mà trang này không biết: {found}. Hãy tải lại trang khi có mạng."),
                format!("It follows a text that this page does not know: {found}. Reload the page while online."),
            ),
            ReadError::NotJson { line, column, .. } | ReadError::TooComplex { line, column } => (
                format!("Nội dung ấy bị hỏng từ dòng {line}, cột {column}."),
                format!("It is damaged from line {line}, column {column} on."),
            ),
            _ => (
                "Nội dung ấy không phải hồ sơ mà trang này biết.".into(),
                "It is no dossier that this page knows.".into(),
            ),
        };
        match language {
            Language::Vi => vi,
            Language::En => en,
        }
    }

    fn vietnamese(&self) -> String {
        let place = self.place();
        match self {
            ReadError::TooLarge { bytes } => format!(
                "Tệp quá lớn: {} MB, chỉ mở được tệp nhỏ hơn {} MB. Hãy chọn đúng tệp hồ sơ .json, hoặc tải lại hồ sơ không kèm ảnh.",
                bytes.div_ceil(MEGABYTE),
                MAX_BYTES / MEGABYTE
            ),
            ReadError::NotText { resembles } => format!(
                "Đây không phải tệp hồ sơ{}. Hãy chọn tệp .json hoặc .html đã tải về từ trang này.",
                resembles.map_or(String::new(), |kind| format!(" mà có vẻ là {}", kind.text(Language::Vi)))
            ),
            ReadError::NotJson { line: 1, column: 0, cut_short: true } => {
                String::from("Tệp rỗng, không có gì bên trong. Hãy gửi hoặc tải lại tệp, rồi mở bản đầy đủ.")
            }
            ReadError::NotJson { line, column, cut_short: true } => format!(
                "Tệp bị cắt ngang ở dòng {line}, cột {column}: thiếu phần cuối. Hãy gửi hoặc tải lại tệp, rồi mở bản đầy đủ."
            ),
            ReadError::NotJson { line, column, cut_short: false } => format!(
                "Tệp không đọc được từ dòng {line}, cột {column}: nội dung không phải JSON, có thể đã bị sửa tay. Hãy mở bản gốc."
            ),
            ReadError::TooComplex { line, column } => format!(
                "Tệp có quá nhiều mục hoặc lồng quá sâu (dòng {line}, cột {column}), không thể là một hồ sơ OCOP. Hãy chọn tệp khác."
            ),
            ReadError::HtmlWithoutDossier { cut_short: true } => {
                String::from("Tệp bị cắt ngang trước phần chứa hồ sơ. Hãy gửi hoặc tải lại tệp, rồi mở bản đầy đủ.")
            }
            ReadError::HtmlWithoutDossier { cut_short: false } => String::from(
                "Trang HTML này không chứa hồ sơ OCOP. Hãy chọn bản sao HTML đã tải về từ trang này, hoặc tệp .json.",
            ),
            ReadError::OtherProgram { found } => format!(
                "Tệp này của chương trình khác: ở {place} cần “ocop-dossier” nhưng là {found}. Hãy chọn tệp hồ sơ OCOP."
            ),
            ReadError::Corrections => String::from(
                "Đây là tệp các chỗ cần bổ sung mà xã gửi lại, không phải hồ sơ. Hãy mở tệp này trên trang Chấm sao OCOP, ở máy có hồ sơ.",
            ),
            ReadError::NoVersion { found } => format!(
                "Không rõ phiên bản của tệp: ở {place} cần số {VERSION} nhưng là {found}. Hãy mở bản gốc chưa bị sửa."
            ),
            ReadError::FutureVersion { version } => format!(
                "Tệp thuộc phiên bản {version} ({place}), mới hơn phiên bản {VERSION} mà chương trình này đọc được. Hãy cập nhật (tải lại trang khi có mạng), rồi mở lại."
            ),
            ReadError::OtherDecision { found } => format!(
                "Hồ sơ theo văn bản khác: ở {place} là {found}, chương trình này chấm theo Quyết định {}. Hãy lập hồ sơ mới.",
                known()
            ),
            ReadError::CorrectionsOfOther { found } => format!(
                "Tệp yêu cầu bổ sung này của hồ sơ theo văn bản khác: ở {place} là {found}, chương trình này chỉ biết Quyết định {}. Hãy cập nhật (tải lại trang khi có mạng), hoặc hỏi lại xã.",
                known()
            ),
            ReadError::NoSet => {
                format!("Tệp không ghi bộ sản phẩm ({place}). Hãy ghi số của bộ theo Phụ lục II, hoặc mở bản gốc.")
            }
            ReadError::UnknownSet { found } => format!(
                "Không có bộ sản phẩm {found} ({place}) trong quyết định mà tệp theo. Hãy sửa lại hoặc mở bản gốc."
            ),
        }
    }

    fn english(&self) -> String {
        let place = self.place();
        match self {
            ReadError::TooLarge { bytes } => format!(
                "The file is too large: {} MB; only files under {} MB can be opened. Choose the dossier's .json file, or download the dossier again without pictures.",
                bytes.div_ceil(MEGABYTE),
                MAX_BYTES / MEGABYTE
            ),
            ReadError::NotText { resembles } => format!(
                "This is not a dossier file{}. Choose a .json or .html file downloaded from this page.",
                resembles.map_or(String::new(), |kind| format!(" but seems to be {}", kind.text(Language::En)))
            ),
            ReadError::NotJson { line: 1, column: 0, cut_short: true } => {
                String::from("The file is empty. Send or download it again, and open the whole of it.")
            }
            ReadError::NotJson { line, column, cut_short: true } => format!(
                "The file is cut short at line {line}, column {column}: its end is missing. Send or download it again and open the whole file."
            ),
            ReadError::NotJson { line, column, cut_short: false } => format!(
                "The file cannot be read from line {line}, column {column} on: it is not JSON, perhaps edited by hand. Open the original."
            ),
            ReadError::TooComplex { line, column } => format!(
                "The file has too many values or is nested too deep (line {line}, column {column}) to be an OCOP dossier. Choose another file."
            ),
            ReadError::HtmlWithoutDossier { cut_short: true } => String::from(
                "The HTML file is cut short before the part that carries the dossier. Send or download it again and open the whole file.",
            ),
            ReadError::HtmlWithoutDossier { cut_short: false } => String::from(
                "This HTML page carries no OCOP dossier. Choose the HTML copy downloaded from this page, or the .json file.",
            ),
            ReadError::OtherProgram { found } => format!(
                "This file is another program's: {place} must be “ocop-dossier” but is {found}. Choose an OCOP dossier."
            ),
            ReadError::Corrections => String::from(
                "This is the commune's list of what to correct and no dossier. Open it in the OCOP page, on the device that has the dossier.",
            ),
            ReadError::NoVersion { found } => format!(
                "The file's version is not known: {place} must be {VERSION} but is {found}. Open the unedited original."
            ),
            ReadError::FutureVersion { version } => format!(
                "The file is of version {version} ({place}), newer than version {VERSION}, which this program reads. Update (reload the page while online) and open it again."
            ),
            ReadError::OtherDecision { found } => format!(
                "The dossier follows another text: {place} is {found}; this program rates by Decision {}. Start a new dossier.",
                known()
            ),
            ReadError::CorrectionsOfOther { found } => format!(
                "These corrections belong to a dossier under another text: {place} is {found}; this program knows Decision {} only. Update (reload the page while online), or ask the commune.",
                known()
            ),
            ReadError::NoSet => {
                format!(
                    "The file names no product set ({place}). Write the number of the set in Annex II, or open the original."
                )
            }
            ReadError::UnknownSet { found } => format!(
                "There is no product set {found} ({place}) in the decision that the file follows. Correct it or open the original."
            ),
        }
    }
}

/// The decisions by which the program rates.
fn known() -> String {
    decision::all().iter().map(|decision| decision.number).collect::<Vec<_>>().join(", ")
}

/// A megabyte as file managers count it. What is too large is rounded up: it is never as large as what is not.
const MEGABYTE: usize = 1_000_000;

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text(Language::En))
    }
}

impl std::error::Error for ReadError {}

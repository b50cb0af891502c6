//! Files for other programs: Word documents, spreadsheets, archives, QR codes, texts for addresses.
//!
//! They weigh more than a first visit may, so they come with the whole page. The border is what the
//! page has made, in, and bytes, out: a [`Document`](crate::domain::forms::Document) becomes a Word
//! file, a [`Sheet`](crate::domain::forms::Sheet) a workbook. The writers are ours because those there
//! are (docx-rs: 180 kB compressed) cost more than the whole page; reading archives, where the dangers
//! are, is rawzip's and miniz_oxide's.
//!
//! Of the domain it imports the documents of `forms`, and no data.

mod crc;
mod docx;
mod error;
mod matching;
mod opened;
mod qr;
mod text;
mod unzip;
mod xlsx;
mod xml;
mod zip;

pub use crc::crc32;
pub use docx::docx;
pub use error::OfficeError;
pub use matching::{Wanted, matched};
pub use opened::{OpenedDossier, OpenedFile, Unpacked, look_through};
pub use qr::qr_svg;
pub use text::{TextFault, from_text, to_text};
pub use unzip::{Archive, LARGEST_DOSSIER, LARGEST_FILE, PackedFile, Source};
pub use xlsx::xlsx;
pub use zip::{Modified, ZipWriter};

//! Files for other programs: Word documents, spreadsheets, archives, QR codes.
//!
//! They weigh more than a first visit may, so they come with the whole page,
//! fetched when somebody first asks for one. The border is bytes in, bytes out ([`Desk::answer`]):
//! the page makes the [`Document`](crate::domain::forms::Document) or
//! [`Sheet`](crate::domain::forms::Sheet) and sends it as JSON, so that this side needs neither the
//! catalogue nor the dossier. The writers are ours because those there are (docx-rs: 180 kB
//! compressed) cost more than the whole page; reading archives, where the dangers are, is rawzip's
//! and miniz_oxide's.
//!
//! Of the domain it imports the documents of `forms`, and no data.

mod crc;
mod desk;
mod docx;
mod error;
mod qr;
mod unzip;
mod xlsx;
mod xml;
mod zip;

pub use desk::{Desk, Opened, OpenedDossier, OpenedFile, Request, look_through};
pub use docx::docx;
pub use error::OfficeError;
pub use qr::qr_svg;
pub use unzip::{Archive, LARGEST_DOSSIER, LARGEST_FILE};
pub use xlsx::xlsx;
pub use zip::{Modified, ZipWriter};

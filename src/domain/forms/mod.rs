//! Forms 01 and 02 of Annex III as documents, and the ways they leave: HTML, plain text, one file.
//!
//! [`form01`] and [`form02`] make a [`Document`]; the renderers know nothing of dossiers. The forms
//! are Vietnamese whatever the page speaks. Labels and the declaration are the form's own, as the law
//! prescribes them; criteria, levels and advice are in our words. Word and spreadsheet files are made
//! from the same [`Document`] by `office`, which the page loads only when asked for one.

mod appendix;
mod changes;
mod copy;
mod criteria_table;
mod evidence_files;
mod file_name;
mod form01;
mod form02;
mod html;
mod labels;
mod model;
mod overview;
mod text;
mod words;

pub use appendix::{Appendix, NumberedPaper, PaperNames, paper_title};
pub use copy::copy_html;
pub use evidence_files::{EvidenceFile, evidence_files, evidence_list};
pub use file_name::file_name;
pub use form01::form01;
pub use form02::form02;
pub use html::{body as html_body, escape as escape_html};
pub use labels::EVIDENCE_ROWS;
pub use model::{Align, Block, Cell, Column, Document, Inline, Row, RowKind, Signature, Style, Table};
pub use overview::{Sheet, Value, csv, overview};
pub use text::plain_text;

use crate::domain::dossier::Dossier;

/// Both forms as the inside of a page, for preview and print.
pub fn preview_html(dossier: &Dossier) -> String {
    preview_html_with(dossier, &PaperNames::new())
}

/// The same with the guide's names for papers that have no title of their own.
pub fn preview_html_with(dossier: &Dossier, names: &PaperNames) -> String {
    html_body(&form01(dossier)) + &html_body(&form02(dossier, names))
}

//! Forms 01 and 02 of Annex III as documents, and the ways they leave: HTML, plain text, one file.
//!
//! [`form01`] and [`form02`] make a [`Document`]; the renderers know nothing of dossiers. The forms
//! are Vietnamese whatever the page speaks. Labels, prompts, the declaration and the names of the criteria
//! are the form's own, as the law prescribes them; levels are in our words. Word and spreadsheet files are made
//! from the same [`Document`] by `office`, which the page loads only when asked for one.

mod annex;
mod appendix;
mod before;
pub mod bound;
mod changes;
mod columns;
mod copy;
mod criteria_table;
mod evidence_files;
mod file_name;
mod form01;
mod form02;
mod form03;
mod handed;
mod html;
mod labels;
mod minutes;
mod model;
mod overview;
mod register;
mod score_sheet;
mod stamp;
mod text;
mod words;

pub(in crate::domain) use annex::rows_table;
pub use annex::table_sheet;
pub use appendix::{Appendix, NumberedPaper, PaperNames, paper_title};
pub use before::{Warning, before_handing_in};
pub use columns::RegisterColumn;
pub use copy::{copy_html, page_foot, pages_html, paper_html, part_foot};
pub use evidence_files::{EvidenceFile, evidence_files, evidence_list};
pub use file_name::{
    blank_sheet_name, corrections_file_name, file_name, paper_file_name, sheet_file_name, work_file_name,
};
pub use form01::form01;
pub use form02::form02;
pub use form03::{description, form03, proposal_letter};
pub use handed::{handed_in, held_here};
pub use html::{body as html_body, escape as escape_html, folded as folded_html};
pub use minutes::minutes;
pub use model::one_line;
pub use model::{
    Align, Block, Cell, Column, Document, Entry, Inline, Row, RowKind, Signature, Style, Table, begins_foot,
    introduces, is_line_end, is_signed, lines,
};
pub use overview::{Sheet, Value, csv, csv_line, overview};
pub use register::{commune_code, desk_state, register_row, state_words};
pub use score_sheet::score_sheet;
pub use stamp::{Stamp, content_code, document_code};
pub use text::plain_text;
pub use words::{as_listed, kind_words, named_commune};
pub(in crate::domain) use words::{legal_form, phones, signed_later};

use crate::domain::dossier::Dossier;

/// Both forms as the inside of a page, for preview and print, with the guide's names for papers that
/// have no title of their own; each ends with the stamp.
pub fn preview_html(dossier: &Dossier, names: &PaperNames, stamp: Option<&Stamp>) -> String {
    [form01(dossier), form02(dossier, names)].iter().map(|form| html_body(form, stamp)).collect()
}

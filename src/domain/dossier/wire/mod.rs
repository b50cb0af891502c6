//! The public file format of a dossier, version 1: `schema/ocop-dossier-1.schema.json`.
//!
//! Wire types live here, apart from the domain's; a file is UTF-8 JSON:
//!
//! - `format` is `ocop-dossier`, `version` is 1, `decision` names the Decision the set numbers and
//!   codes belong to.
//! - `product.set` is the number of the set in it. The form fields stand under `product`, `applicant`,
//!   `representative`, `filing`, `ticks`, `results`, `plans` and `renewal`, by [`Field::key`].
//! - `answers` is keyed by criterion code: `level` is the index in printed order or `"none"`; no
//!   entry or no `level` means not answered.
//! - `rating` is what follows from the answers. It is written for other programs and never trusted:
//!   reading computes it anew.
//!
//! Reading never fails half-way: [`from_json`] gives the dossier and what was left out of it, or one
//! error that says what is wrong and where. What does not fit is left out and named, never guessed.
//! What a newer build may have written (keys, answers, values) goes back to its place when the dossier
//! is written again: [`Unknown`].
//!
//! [`Field::key`]: super::Field::key

mod base64;
mod council;
mod error;
mod input;
mod log;
mod node;
mod papers;
mod place;
mod plan;
mod rating;
mod read;
mod reader;
mod recognised;
mod returned;
mod unknown;
mod warning;
mod write;
mod writings;

use std::collections::BTreeMap;

pub use error::{ReadError, Resembles};
pub use input::MAX_BYTES;
pub use place::Place;
pub use returned::{CORRECTIONS, Returned, corrections_file, incoming};
pub use unknown::Unknown;
pub use warning::{Problem, Shape, Warning};

use super::Dossier;

/// The value of `format`.
pub const FORMAT: &str = "ocop-dossier";

/// The version that is written, and the highest that is read.
pub const VERSION: u8 = 1;

/// The most papers, attachments of one paper, papers of one criterion or papers held that are read.
pub const MAX_ITEMS: usize = 1_000;

/// The most values in papers and other lists that are kept although they are not understood.
const MAX_UNKNOWN: usize = 10_000;

/// The most characters of an id: of a dossier, a paper, an attachment.
pub const MAX_ID: usize = 64;

/// The most warnings that reading one file gives; the last then counts the rest.
pub const MAX_WARNINGS: usize = 200;

/// The bytes of an attachment, as they travel in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachedFile {
    /// Media type, such as `image/jpeg`.
    pub media: String,
    pub data: Vec<u8>,
}

/// What a file held.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub dossier: Dossier,
    /// What was left out or differs, in the order of the file's parts.
    pub warnings: Vec<Warning>,
    /// Bytes of attachments by attachment id; empty unless they were exported along.
    pub files: BTreeMap<String, AttachedFile>,
}

/// What somebody opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming {
    Dossier(Box<Opened>),
    /// What the commune sent back.
    Corrections(Returned),
}

/// The dossier as a file: JSON, indented, keys always in the same order, ending in a line feed.
pub fn to_json(dossier: &Dossier) -> String {
    to_json_with_files(dossier, &BTreeMap::new())
}

/// The same with the bytes of its attachments, by attachment id. The caller keeps the result under
/// [`MAX_BYTES`], above which it could not be opened again.
pub fn to_json_with_files(dossier: &Dossier, files: &BTreeMap<String, AttachedFile>) -> String {
    dossier.unknown.in_text(write::pretty(&write::File::of(dossier, files)), true)
}

/// The dossier as a file that is handed out: [`to_json`] with the program and the version that wrote it.
pub fn to_file(dossier: &Dossier, written_by: &str) -> String {
    let version = format!("\"version\": {VERSION},");
    let name = serde_json::Value::from(written_by);
    to_json(dossier).replacen(&version, &format!("{version}\n  \"written_by\": {name},"), 1)
}

/// The dossier on one line.
pub fn to_json_line(dossier: &Dossier) -> String {
    line(dossier, &BTreeMap::new())
}

fn line(dossier: &Dossier, files: &BTreeMap<String, AttachedFile>) -> String {
    dossier.unknown.in_text(write::compact(&write::File::of(dossier, files)), false)
}

/// The dossier as a JSON value.
pub fn to_value(dossier: &Dossier) -> serde_json::Value {
    serde_json::from_str(&to_json_line(dossier)).unwrap_or_default()
}

/// The rating as files and `ocop rate --json` carry it.
pub fn rating_to_value(dossier: &Dossier) -> serde_json::Value {
    serde_json::to_value(rating::rating(dossier)).unwrap_or_default()
}

/// The element that carries the dossier inside the one-file HTML copy. Inside it every `<` is
/// written as `\u003c`, so nothing that an applicant types can end the element.
pub fn to_html_script(dossier: &Dossier, files: &BTreeMap<String, AttachedFile>) -> String {
    let json = line(dossier, files).replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{}\">{json}</script>", input::HTML_ID)
}

/// Reads the text of a dossier file, or of its one-file HTML copy.
pub fn from_json(text: &str) -> Result<(Dossier, Vec<Warning>), ReadError> {
    let opened = from_bytes(text.as_bytes())?;
    Ok((opened.dossier, opened.warnings))
}

/// Reads whatever someone chose as a dossier file: JSON or the HTML copy, with or without a byte
/// order mark.
pub fn from_bytes(bytes: &[u8]) -> Result<Opened, ReadError> {
    let text = input::text_of(bytes)?;
    let json = input::json_of(&text)?;
    let node = node::parse(json.text).map_err(|error| error.moved_down(json.lines_before))?;
    read::open(node)
}

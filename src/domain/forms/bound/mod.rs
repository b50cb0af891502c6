//! The whole dossier as one bound file: a summary on one page, the contents, both forms, and every paper
//! in the order of the criteria behind a divider.
//!
//! The Decision prescribes the two forms alone; summary, contents and dividers are ours, so that who
//! receives the dossier finds each thing.

mod binder;
mod contents;
mod divider;
mod horizon;
mod parts;
mod summary;

pub use binder::binder;
pub use divider::anchor;
pub use horizon::{Ending, decided_by, ending_before};
pub use parts::{Part, part_of, parts};

use std::collections::BTreeMap;

use super::appendix::{Appendix, NumberedPaper, PaperNames};
use super::{Document, form01, form02};
use crate::domain::calendar::Date;
use crate::domain::dossier::Dossier;

/// What stands before the papers, in order: summary, contents, Form 01, Form 02. The contents name the part of a paper
/// where there are several.
pub fn front(dossier: &Dossier, names: &PaperNames, today: Date, parts: &[Part]) -> Vec<Document> {
    let mut form01 = form01(dossier);
    form01.anchor = FORM01.into();
    let mut form02 = form02(dossier, names);
    form02.anchor = FORM02.into();
    vec![summary::summary(dossier, today), contents::contents(dossier, names, parts), form01, form02]
}

/// The divider before a paper; of one that was written here it says what was left for the pen.
pub fn divider(
    dossier: &Dossier,
    listed: &NumberedPaper,
    names: &PaperNames,
    written: Option<&WrittenPaper>,
) -> Document {
    divider::divider(dossier, listed, names, written)
}

/// Papers that were written here, by the id of the paper.
pub type WrittenHere = BTreeMap<String, WrittenPaper>;

/// A paper that was written here, as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenPaper {
    pub text: Document,
    /// Places that are printed empty.
    pub blanks: usize,
}

/// The bound file without its photos: what is before the papers, then a divider a paper, and behind it the paper
/// itself where it was written here.
pub fn bound(dossier: &Dossier, names: &PaperNames, today: Date, written: &WrittenHere) -> Vec<Document> {
    let mut documents = front(dossier, names, today, &[]);
    for listed in &Appendix::handed_in(dossier).papers {
        let written = written.get(&listed.paper.id);
        documents.push(divider(dossier, listed, names, written));
        documents.extend(written.map(|paper| paper.text.clone()));
    }
    documents
}

/// Where the contents lead.
const FORM01: &str = "mau-01";
const FORM02: &str = "mau-02";

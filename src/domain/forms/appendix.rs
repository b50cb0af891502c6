use std::collections::BTreeMap;

use super::model::{Block, Column, Document, Row, RowKind, Style, Table, one_line, together};
use crate::domain::decision::{EvidenceKind, EvidenceRow, PaperId, ProductSet, evidence_kind};
use crate::domain::dossier::{Dossier, Holding, PaperRecord, Term, tidy_date};

/// Vietnamese names of the guide's concrete papers; they are fetched later than the rest and may be
/// missing.
pub type PaperNames = BTreeMap<PaperId, String>;

/// The papers of a dossier, numbered in the order of the criteria that they prove (Form 02 part III).
///
/// A paper that proves several criteria keeps the number of the first; papers that prove none come
/// last.
#[derive(Clone, Debug)]
pub struct Appendix<'a> {
    pub papers: Vec<NumberedPaper<'a>>,
}

/// A paper with its number in the appendix.
#[derive(Clone, Debug)]
pub struct NumberedPaper<'a> {
    /// From 1.
    pub number: usize,
    pub paper: &'a PaperRecord,
    /// Places of the criteria that it proves.
    pub criteria: Vec<usize>,
}

impl<'a> Appendix<'a> {
    /// The papers at hand alone: what is still to be got proves nothing yet, so nothing that an office
    /// receives numbers or cites it.
    pub fn handed_in(dossier: &'a Dossier) -> Appendix<'a> {
        let mut appendix = Appendix::of(dossier);
        appendix.papers.retain(|listed| listed.paper.holding == Holding::Have);
        for (listed, number) in appendix.papers.iter_mut().zip(1..) {
            listed.number = number;
        }
        appendix
    }

    /// Every paper, those still to be got among them.
    pub fn of(dossier: &'a Dossier) -> Appendix<'a> {
        let cites = |id: &str| {
            let places = dossier.entries.iter().enumerate();
            places.filter(|(_, entry)| entry.evidence.iter().any(|cited| cited == id)).map(|(place, _)| place).collect()
        };
        let cited = dossier.entries.iter().flat_map(|entry| &entry.evidence);
        let rest = dossier.papers.iter().map(|paper| &paper.id);
        let mut papers: Vec<NumberedPaper> = Vec::new();
        for id in cited.chain(rest) {
            let Some(paper) = dossier.papers.iter().find(|paper| paper.id == *id) else { continue };
            if papers.iter().all(|listed| listed.paper.id != paper.id) {
                papers.push(NumberedPaper { number: papers.len() + 1, paper, criteria: cites(&paper.id) });
            }
        }
        Appendix { papers }
    }

    /// The numbers of the papers that prove a criterion, as "1, 4".
    pub fn numbers(&self, position: usize) -> String {
        let proving = self.papers.iter().filter(|listed| listed.criteria.contains(&position));
        proving.map(|listed| listed.number.to_string()).collect::<Vec<_>>().join(", ")
    }

    /// The numbers of the papers of one row of the form's evidence table.
    pub fn numbers_of_kind(&self, kind: EvidenceKind) -> String {
        let of_kind = self.papers.iter().filter(|listed| listed.paper.stands_in(kind));
        of_kind.map(|listed| listed.number.to_string()).collect::<Vec<_>>().join(", ")
    }
}

/// What a paper is called: the applicant's title, else the guide's name, else the form's label.
pub fn paper_title(set: &ProductSet, paper: &PaperRecord, names: &PaperNames) -> String {
    let typed = one_line(&paper.title);
    if !typed.is_empty() {
        return typed;
    }
    let guide = paper.paper.as_ref().and_then(|id| names.get(id)).map(|name| one_line(name));
    guide
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| evidence_kind(set, paper.kind).map_or("Tài liệu khác", EvidenceRow::name).into())
}

/// The appendix as a list at the end of Form 02.
pub(super) fn append_list(page: &mut Document, dossier: &Dossier, appendix: &Appendix, names: &PaperNames) {
    page.line(Style::Part, "PHỤ LỤC");
    page.line(Style::Part, "DANH MỤC TÀI LIỆU MINH CHỨNG");
    if appendix.papers.is_empty() {
        page.line(Style::Note, "Không có tài liệu kèm theo.");
        return;
    }
    let rows = appendix.papers.iter().map(|listed| {
        Row::new(
            RowKind::Plain,
            [
                &listed.number.to_string(),
                &paper_title(dossier.set(), listed.paper, names),
                &reference(listed.paper),
                &term(listed.paper),
                &codes(dossier, &listed.criteria),
                &copies(listed.paper),
            ],
        )
    });
    page.blocks.push(Block::Table(Table {
        label: "Danh mục tài liệu minh chứng".into(),
        columns: vec![
            Column::center("Số", 6),
            Column::start("Tên tài liệu", 30),
            Column::start("Số hiệu, nơi cấp, ngày", 25),
            Column::center("Có giá trị đến", 18),
            Column::center("Tiêu chí", 11),
            Column::center("Tệp điện tử", 10),
        ],
        rows: rows.collect(),
    }));
}

/// Until when a paper holds; that it names no end is another answer than that nobody has looked.
pub(super) fn term(paper: &PaperRecord) -> String {
    match paper.term() {
        Term::Until(end) => one_line(&tidy_date(end)),
        Term::Endless => "không ghi thời hạn".into(),
        Term::Unknown => "chưa ghi".into(),
    }
}

/// How much of a paper is in the electronic set: without a file it is on paper alone.
pub(super) fn copies(paper: &PaperRecord) -> String {
    match paper.attachments.len() {
        0 => "bản giấy".into(),
        files => together(&format!("{files} tệp")),
    }
}

/// Number, issuer, date and extent of a paper, as far as they are known.
pub(super) fn reference(paper: &PaperRecord) -> String {
    let mut parts = Vec::new();
    if !paper.number.trim().is_empty() {
        parts.push(format!("Số {}", one_line(&paper.number)));
    }
    if !paper.issuer.trim().is_empty() {
        parts.push(one_line(&paper.issuer));
    }
    if !paper.date.trim().is_empty() {
        parts.push(together(&format!("ngày {}", one_line(&tidy_date(&paper.date)))));
    }
    if !paper.extent.trim().is_empty() {
        parts.push(one_line(&paper.extent));
    }
    parts.join(", ")
}

/// Codes of criteria, as "1.2, 4.1".
pub(super) fn codes(dossier: &Dossier, places: &[usize]) -> String {
    let criteria = places.iter().filter_map(|place| dossier.set().criteria.get(*place));
    criteria.map(|criterion| criterion.code).collect::<Vec<_>>().join(", ")
}

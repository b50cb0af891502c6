//! The papers of a dossier: all of them, those of one criterion, and one alone.

mod attached;
mod criterion;
mod list;
mod paper;

pub use criterion::OfCriterion;
pub use list::Evidence;
pub use paper::PaperPage;

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::decision::{EvidenceKind, Guide, Language};
use crate::domain::dossier::{Holding, PaperRecord};
use crate::domain::forms::EVIDENCE_ROWS;
use crate::session::Change;
use crate::ui::hooks::{AppHandle, go, new_id};
use crate::ui::route::{Page, Route};

/// Whether the papers of some criterion are noted at once: has, or still to get.
fn note_paper(app: &AppHandle, dossier: &str, position: usize, paper: &str, holding: Holding) {
    let kind =
        app.guide.as_ref().and_then(|guide| guide.facts.papers.get(paper)).map_or(EvidenceKind(0), |paper| paper.kind);
    let id = new_id().0;
    let record = PaperRecord { id: id.clone(), kind, paper: Some(paper.to_owned()), holding, ..PaperRecord::default() };
    app.change(dossier, Change::PaperKept(record));
    app.change(dossier, Change::PaperLinked { paper: id, position, proves: true });
}

/// Begins a paper of the applicant's own, perhaps for a criterion, and goes to its page.
fn begin_paper(app: &AppHandle, dossier: &str, position: Option<usize>) {
    let id = new_id().0;
    app.change(dossier, Change::PaperKept(PaperRecord { id: id.clone(), ..PaperRecord::default() }));
    if let Some(position) = position {
        app.change(dossier, Change::PaperLinked { paper: id.clone(), position, proves: true });
    }
    go(&Route::dossier(dossier, Page::Paper(id)));
}

/// A row of Form 02's evidence table in short; the form's own label while the guide is not there.
fn kind_name(kind: EvidenceKind, guide: Option<&Rc<Guide>>) -> String {
    let short = guide.and_then(|guide| guide.words.evidence_kinds.get(&kind.0)).map(|(_, short)| short.clone());
    let printed = usize::from(kind.0).checked_sub(1).and_then(|row| EVIDENCE_ROWS.get(row)).map_or("", |row| row.0);
    short.unwrap_or_else(|| printed.trim_end_matches([',', '.']).to_owned())
}

/// A number of bytes as people read it: `640 kB`, `1,2 MB`.
fn size(bytes: u64, language: Language) -> String {
    if bytes < 1_000_000 {
        return format!("{} kB", bytes.div_ceil(1000));
    }
    let point = if language == Language::Vi { ',' } else { '.' };
    format!("{}{point}{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}

/// A click that does something with the app.
fn click(app: &AppHandle, run: impl Fn(&AppHandle) + 'static) -> Callback<MouseEvent> {
    let app = app.clone();
    Callback::from(move |_| run(&app))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_in_the_language_of_the_page() {
        assert_eq!(size(0, Language::Vi), "0 kB");
        assert_eq!(size(1, Language::Vi), "1 kB");
        assert_eq!(size(999_999, Language::Vi), "1000 kB");
        assert_eq!(size(1_290_000, Language::Vi), "1,2 MB");
        assert_eq!(size(12_000_000, Language::En), "12.0 MB");
    }
}

//! The papers of a dossier: all of them, and one alone. Those of one criterion stand on its page.

mod attached;
mod fields;
mod list;
mod named;
mod paper;

pub use attached::PHOTOS;
pub use fields::PaperFields;
pub use list::{Evidence, Ticking};
pub use paper::PaperPage;

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::decision::{EvidenceKind, EvidenceRow, Guide, Language, PaperSource, ProductSet, evidence_kind};
use crate::domain::dossier::{Dossier, Holding, PaperRecord, proves_now};
use crate::session::Change;
use crate::ui::hooks::{AppHandle, new_id};
use crate::words::Words;

/// Notes a paper of the guide as being at hand, tied to the criteria whose chosen level it proves; its
/// id. One that is noted already is at hand from now on.
fn note_held(app: &AppHandle, dossier: &Dossier, paper: &str) -> Option<String> {
    let guide = app.guide.as_ref()?;
    // As it is by now.
    let dossier = app.dossier(&dossier.id)?.clone();
    let known = dossier.papers.iter().find(|record| record.paper.as_deref() == Some(paper));
    let id = known.map_or_else(|| new_id().0, |record| record.id.clone());
    let fresh = PaperRecord::of_guide(id.clone(), &paper.to_owned(), guide);
    let record = PaperRecord { holding: Holding::Have, ..known.cloned().unwrap_or(fresh) };
    app.change(&dossier.id, Change::PaperKept(record));
    for position in proves_now(&dossier, guide, paper) {
        app.change(&dossier.id, Change::PaperLinked { paper: id.clone(), position, proves: true });
    }
    if dossier.held.contains(paper) {
        app.change(&dossier.id, Change::HeldTicked { paper: paper.to_owned(), held: false });
    }
    Some(id)
}

/// A row of Form 02's evidence table in short; the form's own label while the guide is not there.
fn kind_name(set: &ProductSet, kind: EvidenceKind, guide: Option<&Rc<Guide>>) -> String {
    let short = guide.and_then(|guide| guide.words.evidence_kinds.get(&kind.0)).map(|(_, short)| short.clone());
    short.unwrap_or_else(|| evidence_kind(set, kind).map_or("", EvidenceRow::name).to_owned())
}

/// Whom to ask for a paper.
pub(super) fn source_name(source: PaperSource, t: &'static Words) -> &'static str {
    match source {
        PaperSource::Unknown => "",
        PaperSource::Own => t.source.own,
        PaperSource::Gather => t.source.gather,
        PaperSource::Partner => t.source.partner,
        PaperSource::Commune => t.source.commune,
        PaperSource::Province => t.source.province,
        PaperSource::Laboratory => t.source.laboratory,
        PaperSource::Certifier => t.source.certifier,
        PaperSource::PropertyOffice => t.source.property_office,
        PaperSource::Provider => t.source.provider,
        PaperSource::TrainingCentre => t.source.training_centre,
    }
}

/// What is known of a paper, in a line: number, issuer, date.
pub(super) fn about_paper(paper: &PaperRecord, t: &'static Words) -> String {
    let number = match paper.number.trim() {
        "" => String::new(),
        number => t.evidence.number.number(&number),
    };
    let when = if paper.holding == Holding::ToGet { &paper.due } else { &paper.date };
    let parts = [number.as_str(), paper.issuer.trim(), when.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
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
pub(super) fn click(app: &AppHandle, run: impl Fn(&AppHandle) + 'static) -> Callback<MouseEvent> {
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

//! What is told of a dossier while sheets on it are awaited.

use std::collections::BTreeMap;

use super::Scorer;
use crate::domain::dossier::{Dossier, Entry, Holding, PaperRecord, Recognised};
use crate::domain::rating::Assessment;

/// Whether sheets on a dossier are awaited: nothing on this device tells then what the applicant gave itself.
pub fn is_blind(dossier: &Dossier) -> bool {
    dossier.council.as_ref().is_some_and(|council| council.awaited().is_some())
}

/// The dossier for pages that tell of its texts and papers while sheets are awaited: nothing on them can follow from the
/// levels that the applicant chose. To be shown, never to be kept.
pub fn without_levels(dossier: &Dossier) -> Dossier {
    Dossier { assessment: Assessment::new(dossier.set()), ..dossier.clone() }
}

/// What a scorer is given: the dossier with its papers and texts, and nothing that tells what the applicant or others
/// gave, nor what is kept for work.
pub fn blank_for(dossier: &Dossier) -> Dossier {
    let mut blank = Dossier::new(dossier.id.clone(), dossier.created.clone(), dossier.set());
    blank.updated = dossier.updated.clone();
    blank.revision = dossier.revision;
    blank.kind = dossier.kind;
    // What it was recognised with is known to all; what scorers gave then would be a hint.
    blank.recognised = dossier.recognised.clone().map(|known| Recognised { answers: BTreeMap::new(), ..known });
    blank.unrecognised = dossier.unrecognised;
    blank.fields = dossier.fields.clone();
    // What is brought is scored; what is still to get, and by when, is the applicant's plan and follows from its levels.
    let brought = dossier.papers.iter().filter(|paper| paper.holding == Holding::Have);
    blank.papers = brought.map(|paper| PaperRecord { due: String::new(), ..paper.clone() }).collect();
    let is_planned = |id: &String| dossier.papers.iter().any(|paper| paper.id == *id && paper.holding != Holding::Have);
    let shown = |entry: &Entry| Entry {
        note: entry.note.clone(),
        evidence: entry.evidence.iter().filter(|id| !is_planned(id)).cloned().collect(),
        // Whether it was looked at once more tells whether it was answered.
        review: false,
    };
    blank.entries = dossier.entries.iter().map(shown).collect();
    // A fact of the product, and nobody's level.
    blank.assessment.exempt_as(&dossier.assessment);
    blank.scorer = Some(Scorer::default());
    blank
}

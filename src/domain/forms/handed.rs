use std::collections::BTreeSet;

use crate::domain::dossier::{Dossier, Holding, PaperRecord, PlanNotes};

/// The dossier as an office receives it: what the forms and their evidence say, and nothing that the
/// applicant keeps for the work. Gone are the plan to the next star (target, what cannot change, effort,
/// people, days), the list of papers ticked as held, the log since recognition, the sheets of its
/// rehearsals, what is still to be looked at, the papers that are
/// still to be got, with every citation of them, and whatever a newer build wrote that this one cannot
/// judge. The commune's own corrections go back to it, with what is ticked off.
pub fn handed_in(dossier: &Dossier) -> Dossier {
    let mut handed = Dossier {
        log: Vec::new(),
        plan: PlanNotes::default(),
        held: BTreeSet::new(),
        archived: false,
        scorer: None,
        council: None,
        desk: None,
        ..dossier.clone()
    };
    handed.papers.retain(|paper| paper.holding == Holding::Have);
    // What was written and not signed is nobody's but the applicant's.
    handed.writings.retain(|_, writing| handed.papers.iter().any(|paper| paper.id == writing.paper));
    handed.papers.iter_mut().for_each(|paper| paper.due.clear());
    for entry in &mut handed.entries {
        entry.review = false;
        entry.evidence.retain(|id| handed.papers.iter().any(|paper| paper.id == *id));
    }
    handed
}

/// Whether a dossier has nothing of what stays with the applicant: it came as an office receives it.
pub fn is_handed_in(dossier: &Dossier) -> bool {
    let is_kept_for_work = !dossier.log.is_empty() || !dossier.held.is_empty() || dossier.plan != PlanNotes::default();
    let is_scored = dossier.scorer.is_some() || dossier.council.is_some();
    let is_given = |paper: &PaperRecord| paper.holding == Holding::Have && paper.due.is_empty();
    !is_kept_for_work
        && !is_scored
        && dossier.papers.iter().all(is_given)
        && !dossier.entries.iter().any(|entry| entry.review)
}

/// The same without the files that are not on this device: no list of a set may name them.
pub fn held_here(dossier: &Dossier, here: &[String]) -> Dossier {
    let mut told = dossier.clone();
    for paper in &mut told.papers {
        paper.attachments.retain(|file| here.contains(&file.id));
    }
    told
}

use crate::domain::rating::Assessment;

use super::Difference;
use crate::domain::dossier::{Dossier, Entry, PaperRecord};

/// The dossier after these changes; `updated` is left to the caller. A difference that names what is
/// not there changes nothing, so any choice among them may be applied.
pub fn apply(dossier: &Dossier, differences: &[Difference]) -> Dossier {
    let mut next = dossier.clone();
    for difference in differences {
        difference.apply(&mut next);
    }
    next
}

impl Difference {
    fn apply(&self, next: &mut Dossier) {
        match self {
            Difference::Set { to, .. } => {
                next.assessment = Assessment::new(to);
                next.entries = vec![Entry::default(); to.criteria.len()];
                next.asked.clear();
            }
            Difference::Kind { to, .. } => next.kind = *to,
            Difference::Field { field, to, .. } => next.fields.set(*field, to.clone()),
            Difference::Answer { position, to, .. } => next.assessment.set_answer(*position, *to),
            Difference::Note { position, to, .. } => {
                if let Some(entry) = next.entries.get_mut(*position) {
                    entry.note = to.clone();
                }
            }
            Difference::Evidence { position, to, .. } => {
                if let Some(entry) = next.entries.get_mut(*position) {
                    entry.evidence = to.clone();
                }
            }
            Difference::Review { position, to } => {
                if let Some(entry) = next.entries.get_mut(*position) {
                    entry.review = *to;
                }
            }
            Difference::Reply { question, to, .. } => next.set_reply(*question, *to),
            Difference::PaperAdded(paper) => next.papers.push(paper.clone()),
            Difference::PaperRemoved(paper) => next.papers.retain(|known| known.id != paper.id),
            Difference::PaperChanged { to, .. } => {
                if let Some(known) = next.papers.iter_mut().find(|known| known.id == to.id) {
                    *known = to.clone();
                }
            }
            Difference::PapersOrdered(ids) => {
                let place = |paper: &PaperRecord| ids.iter().position(|id| *id == paper.id).unwrap_or(ids.len());
                next.papers.sort_by_key(place);
            }
            Difference::Figures { table, to, .. } if to.rows.is_empty() => {
                next.tables.remove(table);
            }
            Difference::Figures { table, to, .. } => {
                next.tables.insert(table.clone(), to.clone());
            }
            Difference::Writing { template, to, .. } if to.is_blank() => {
                next.writings.remove(template);
            }
            Difference::Writing { template, to, .. } => {
                next.writings.insert(template.clone(), to.clone());
            }
            Difference::Held { paper, to: true } => {
                next.held.insert(paper.clone());
            }
            Difference::Held { paper, to: false } => {
                next.held.remove(paper);
            }
            Difference::Recognised { to, .. } => next.recognised = to.clone(),
            Difference::Log { to, .. } => next.log = to.clone(),
            Difference::Unrecognised { to } => next.unrecognised = *to,
            Difference::Plan { to, .. } => next.plan = to.clone(),
            Difference::Corrections { to, .. } => next.corrections = to.clone(),
            Difference::Archived { to } => next.archived = *to,
        }
    }
}

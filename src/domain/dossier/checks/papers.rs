use std::collections::BTreeSet;

use crate::domain::calendar::Date;

use super::super::{Dossier, Holding, PaperRecord, PaperState, date_fault};
use super::{Finding, What, Where};

/// Days before its end from which a paper counts as ending soon. Ours: a commune has 15 working days
/// and a round ends two months after it (articles 5 and 7.2), so a paper that ends sooner may end
/// before the council meets.
pub const SOON: i32 = 90;

/// The papers of the dossier.
pub(super) fn check(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
    let used: BTreeSet<&str> = dossier.entries.iter().flat_map(|entry| &entry.evidence).map(String::as_str).collect();
    for paper in &dossier.papers {
        let at = || Where::Paper(paper.id.clone());
        let is_used = used.contains(paper.id.as_str());
        if paper.title.trim().is_empty() && paper.paper.is_none() {
            findings.push(Finding::look(at(), What::Untitled));
        }
        let misdated = Some(&paper.date).filter(|_| paper.issued().is_none());
        for date in misdated.into_iter().chain([&paper.valid_until, &paper.due]) {
            findings.extend(date_fault(date).map(|fault| Finding::look(at(), What::Faulty(fault))));
        }
        match paper.holding {
            Holding::ToGet => findings.push(Finding::look(at(), What::ToGet)),
            Holding::Have => {
                findings.extend(today.and_then(|today| ending(paper, is_used, today)));
                findings.extend(today.and_then(|today| issued(paper, today)));
                if !is_used {
                    findings.push(Finding::info(at(), What::Unused));
                }
            }
        }
    }
}

fn ending(paper: &PaperRecord, is_used: bool, today: Date) -> Option<Finding> {
    let at = Where::Paper(paper.id.clone());
    match paper.state(today) {
        PaperState::Expired(on) if is_used => Some(Finding::must_fix(at, What::Expired(on))),
        PaperState::Expired(on) => Some(Finding::look(at, What::Expired(on))),
        PaperState::EndsSoon { on, days } => Some(Finding::look(at, What::ExpiresSoon { on, days })),
        PaperState::Have | PaperState::ToGet => None,
    }
}

fn issued(paper: &PaperRecord, today: Date) -> Option<Finding> {
    let on = Date::written(&paper.date).filter(|on| *on > today)?;
    Some(Finding::look(Where::Paper(paper.id.clone()), What::NotYet(on)))
}

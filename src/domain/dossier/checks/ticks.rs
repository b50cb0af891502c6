use super::super::{Dossier, Field, Holding};
use super::{Finding, What, Where, of_decision, table};
use crate::domain::decision::Decision;

/// The ticks of Form 02 part I item 7, with the papers of the guide that each speaks of.
pub(super) type Ticks = &'static [(Field, &'static [&'static str])];

fn ticks(decision: &Decision) -> Ticks {
    of_decision(table::TICKS, decision).copied().unwrap_or_default()
}

/// The ticks against the list of papers: what is at hand should be ticked, and what is ticked
/// should not be still to get.
pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    for (tick, papers) in ticks(dossier.set().decision()).iter().copied() {
        let at = Where::Field(tick);
        match (dossier.fields.is_ticked(tick), holding(dossier, papers)) {
            (true, Some(Holding::ToGet)) => findings.push(Finding::must_fix(at, What::TickedNotHeld)),
            (false, Some(Holding::Have)) => findings.push(Finding::look(at, What::HeldNotTicked)),
            _ => {}
        }
    }
}

/// The ticks that the papers at hand bear out and that are not set, in the order of the form.
pub fn held_not_ticked(dossier: &Dossier) -> Vec<Field> {
    let unticked = |(tick, papers): &&(Field, &[&str])| {
        !dossier.fields.is_ticked(*tick) && holding(dossier, papers) == Some(Holding::Have)
    };
    let mut fields: Vec<Field> =
        ticks(dossier.set().decision()).iter().filter(unticked).map(|(tick, _)| *tick).collect();
    fields.sort_unstable();
    fields
}

/// Whether one of these papers of the guide is at hand or, failing that, still to get; `None`: the
/// dossier says nothing of them.
fn holding(dossier: &Dossier, papers: &[&str]) -> Option<Holding> {
    let recorded = |holding: Holding| {
        let of = |paper: &String| papers.contains(&paper.as_str());
        dossier.papers.iter().any(|record| record.holding == holding && record.paper.as_ref().is_some_and(of))
    };
    if recorded(Holding::Have) || papers.iter().any(|paper| dossier.held.contains(*paper)) {
        Some(Holding::Have)
    } else {
        recorded(Holding::ToGet).then_some(Holding::ToGet)
    }
}

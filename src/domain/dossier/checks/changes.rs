use crate::domain::calendar::{CertificateState, Date};

use super::super::{Direction, Dossier, DossierKind, Standing, date_fault, drafted_changes};
use super::{Finding, What, Where, asks_no_paper};

/// What an upgrade or a re-rating must say of the product as it was recognised (article 6.1b, c).
pub(super) fn check(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
    let at = Where::Recognised;
    let standing = dossier.standing();
    let recognised = dossier.recognised.as_ref();
    let contradicted = today.filter(|today| dossier.kind_contradicts(*today));
    findings.extend(contradicted.map(|today| {
        let what = What::KindContradicts { kind: dossier.kind, follows: standing.kind(today), star: standing.star() };
        Finding::must_fix(at.clone(), what)
    }));
    let held = standing.certificate().map(|certificate| certificate.issued);
    let ahead = held.zip(today).filter(|(issued, today)| issued > today);
    findings.extend(ahead.map(|(issued, _)| Finding::must_fix(at.clone(), What::NotYet(issued))));
    if dossier.kind == DossierKind::First {
        if standing == Standing::Unsaid {
            findings.push(Finding::must_fix(at, What::StandingUnsaid));
        }
        return;
    }
    if let Some(held) = recognised.filter(|held| held.number.trim().is_empty() || held.issuer.trim().is_empty()) {
        let (number, issuer) = (held.number.trim().is_empty(), held.issuer.trim().is_empty());
        findings.push(Finding::look(at.clone(), What::RecognitionUnnamed { number, issuer }));
    }
    match recognised.and_then(|recognised| recognised.star) {
        None => findings.push(Finding::must_fix(at.clone(), What::Missing)),
        Some(was) if dossier.kind == DossierKind::Upgrade => {
            let complete = dossier.assessment.answered() == dossier.set().criteria.len();
            let now = dossier.rating().star.filter(|now| complete && *now <= was);
            findings.extend(now.map(|now| Finding::look(Where::Rating, What::NoHigher { was, now })));
        }
        // What is still open can only be missed: fewer stars than at best are certain.
        Some(was) => {
            let best = dossier.rating().best.star.filter(|best| *best < was);
            findings.extend(best.map(|best| Finding::look(Where::Rating, What::FewerStars { was, best })));
        }
    }
    let decided = recognised.map(|recognised| recognised.date.as_str());
    let dates = decided.into_iter().chain([dossier.plan.certificate.as_str()]);
    if recognised.is_some() && dates.clone().all(|date| date.trim().is_empty()) {
        findings.push(Finding::look(at.clone(), What::CertificateUndated));
    }
    for date in dates {
        findings.extend(date_fault(date).map(|fault| Finding::look(at.clone(), What::Faulty(fault))));
    }
    match dossier.kind {
        DossierKind::Upgrade => changes(dossier, today, findings),
        DossierKind::ReRating => findings.extend(today.and_then(|today| window(dossier, today))),
        DossierKind::First => {}
    }
}

/// The time to file a re-rating is counted from the day of the certificate, else of the decision.
fn window(dossier: &Dossier, today: Date) -> Option<Finding> {
    let certificate = dossier.standing().certificate()?;
    let (opens, closes) = (certificate.opens(), certificate.closes());
    let state = certificate.state(today);
    let late = (today > closes).then(|| (certificate.result_by(today), certificate.prolonged_to()));
    let what = What::RenewalWindow { state, opens, closes, end: certificate.end(), late };
    Some(match state {
        CertificateState::Open { .. } => Finding::info(Where::Recognised, what),
        _ => Finding::look(Where::Recognised, what),
    })
}

fn changes(dossier: &Dossier, today: Option<Date>, findings: &mut Vec<Finding>) {
    if dossier.recognised.as_ref().is_none_or(|recognised| recognised.answers.is_empty()) {
        findings.push(Finding::look(Where::Recognised, What::AnswersOfThenMissing));
        return;
    }
    let changes = drafted_changes(dossier, today);
    if changes.is_empty() {
        findings.push(Finding::look(Where::Recognised, What::NothingChanged));
    }
    for change in changes {
        let at = || Where::Criterion(change.position);
        let (from, to) = (change.from, change.to);
        if !change.described && change.direction != Direction::Down {
            findings.push(Finding::must_fix(at(), What::ChangeUndescribed { from, to }));
        }
        let asks = |position: usize| !asks_no_paper(&dossier.set().criteria[position], to);
        if change.needs_evidence() && asks(change.position) {
            findings.push(Finding::must_fix(at(), What::ChangeUnproven { from, to }));
        }
    }
}

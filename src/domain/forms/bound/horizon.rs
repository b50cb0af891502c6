use crate::domain::calendar::{Certificate, Chance, Date, next_rounds};
use crate::domain::dossier::{Dossier, DossierKind, Holding, PaperRecord};

/// A paper that no longer holds when the council sits.
#[derive(Clone, Debug)]
pub struct Ending<'a> {
    pub paper: &'a PaperRecord,
    pub on: Date,
}

/// The latest day on which a dossier filed today is decided upon: in the province's next round that the
/// commune can still make (article 5), for a re-rating by its own terms (articles 7.2, 7.6g). `None` where the
/// calendar ends.
pub fn decided_by(dossier: &Dossier, today: Date) -> Option<Date> {
    let terms = &dossier.set().decision().procedure;
    match dossier.kind {
        // Whenever it was issued, the terms of a result are the same.
        DossierKind::ReRating => Some(Certificate { issued: today, terms }.result_by(today)),
        DossierKind::First | DossierKind::Upgrade => {
            let rounds = next_rounds(terms, today, 2);
            let made = rounds.iter().find(|round| round.chance(today) == Chance::InTime);
            made.map(|round| round.province_by)
        }
    }
}

/// The papers at hand that end before that day, soonest first.
pub fn ending_before<'a>(dossier: &'a Dossier, day: Date) -> Vec<Ending<'a>> {
    let at_hand = dossier.papers.iter().filter(|paper| paper.holding == Holding::Have);
    let ends = at_hand.filter_map(|paper| Some(Ending { paper, on: Date::written(&paper.valid_until)? }));
    let mut ending: Vec<Ending<'a>> = ends.filter(|ending| ending.on < day).collect();
    ending.sort_by_key(|ending| ending.on);
    ending
}

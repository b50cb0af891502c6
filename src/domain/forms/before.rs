use super::bound::{decided_by, ending_before};
use super::words::criterion_title;
use crate::domain::calendar::Date;
use crate::domain::decision::{EvidenceKind, EvidenceRole, EvidenceRow, Star, evidence_kind, evidence_row};
use crate::domain::dossier::{Dossier, DossierKind, Field, Holding, Term};

/// What an applicant should know before printing or handing in; none of it stands on what is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The answers bring fewer stars than are held.
    LosesStars { held: Star, now: Option<Star> },
    /// The days on which a re-rating is filed are over (article 7.6a).
    WindowMissed { closed: Date },
    /// So many papers end before there is a result, which comes by this day at the latest.
    PapersEnd { count: usize, by: Date },
    /// So many papers say neither an end nor that they have none.
    TermUnknown { count: usize },
    /// So many papers have no photo or scan for the electronic set.
    NoFile { count: usize },
    /// The year of rating is not the one in which the result comes.
    OtherYear { written: i32, by: Date },
    /// The growth of the last years is told, but not for the year before the year of rating.
    LastYearMissing { rated: i32, last: i32 },
}

/// Everything to be known on a day.
pub fn before_handing_in(dossier: &Dossier, today: Date) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let rating = dossier.rating();
    if let Some(held) = dossier.held_star()
        && rating.answered == dossier.set().criteria.len()
        && rating.star.is_none_or(|now| now < held)
    {
        warnings.push(Warning::LosesStars { held, now: rating.star });
    }
    if let Some(certificate) = dossier.certificate().filter(|_| dossier.kind == DossierKind::ReRating)
        && today > certificate.closes()
    {
        warnings.push(Warning::WindowMissed { closed: certificate.closes() });
    }
    let by = decided_by(dossier, today);
    if let Some(by) = by {
        let count = ending_before(dossier, by).len();
        if count > 0 {
            warnings.push(Warning::PapersEnd { count, by });
        }
    }
    let at_hand = || dossier.papers.iter().filter(|paper| paper.holding == Holding::Have);
    let unknown = at_hand().filter(|paper| paper.term() == Term::Unknown).count();
    if unknown > 0 {
        warnings.push(Warning::TermUnknown { count: unknown });
    }
    let bare = at_hand().filter(|paper| paper.attachments.is_empty()).count();
    if bare > 0 {
        warnings.push(Warning::NoFile { count: bare });
    }
    years(dossier, by, &mut warnings);
    warnings
}

/// The year of rating decides what "last year" means (criterion on growth, row 6 of the evidence table).
fn years(dossier: &Dossier, by: Option<Date>, warnings: &mut Vec<Warning>) {
    let Ok(rated) = dossier.fields.get(Field::Year).trim().parse::<i32>() else { return };
    if let Some(by) = by.filter(|by| by.year() != rated) {
        warnings.push(Warning::OtherYear { written: rated, by });
    }
    let told = growth_told(dossier);
    let names_years = (rated - 6..=rated).any(|year| told.contains(&year.to_string()));
    if names_years && !told.contains(&(rated - 1).to_string()) {
        warnings.push(Warning::LastYearMissing { rated, last: rated - 1 });
    }
}

/// Everything that is said of the growth: its criterion's description, the papers of that row, the results.
fn growth_told(dossier: &Dossier) -> String {
    let set = dossier.set();
    let row = evidence_row(set, EvidenceRole::Growth).unwrap_or_default();
    let about = evidence_kind(set, row).map_or("", EvidenceRow::name);
    let places = (0..set.criteria.len()).filter(|place| criterion_title(set, *place) == about);
    let notes = places.filter_map(|place| dossier.entries.get(place)).map(|entry| entry.note.as_str());
    let papers = dossier.papers.iter().filter(|paper| row != EvidenceKind(0) && paper.stands_in(row));
    let titles = papers.map(|paper| paper.title.as_str());
    notes.chain(titles).chain([dossier.fields.get(Field::ResultsBusiness)]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::dossier::{PaperRecord, Recognised};
    use crate::domain::rating::Answer;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    /// Set 1, re-rated with four stars of 25/12/2023, everything at its lowest.
    fn dossier() -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.kind = DossierKind::ReRating;
        let date = "25/12/2023".to_owned();
        dossier.recognised = Some(Recognised { star: Some(Star::Four), date, ..Recognised::default() });
        for place in 0..dossier.set().criteria.len() {
            dossier.assessment.set_answer(place, Answer::Level(0));
        }
        dossier
    }

    #[test]
    fn a_loss_of_stars_is_said_and_an_open_criterion_says_nothing_yet() {
        let mut dossier = dossier();
        let loses = |warning: &Warning| matches!(warning, Warning::LosesStars { held: Star::Four, .. });
        assert!(before_handing_in(&dossier, day("26/11/2026")).iter().any(loses));
        dossier.assessment.set_answer(0, Answer::Unanswered);
        assert!(!before_handing_in(&dossier, day("26/11/2026")).iter().any(loses));
    }

    #[test]
    fn the_window_is_missed_from_the_day_after_its_last() {
        let missed = |today| {
            before_handing_in(&dossier(), day(today))
                .iter()
                .any(|warning| matches!(warning, Warning::WindowMissed { .. }))
        };
        assert!(!missed("27/08/2026"));
        assert!(missed("28/08/2026"));
    }

    #[test]
    fn a_paper_that_ends_on_the_day_of_the_result_still_holds() {
        let mut dossier = dossier();
        let today = day("26/11/2026");
        let by = decided_by(&dossier, today).expect("a day");
        let paper = |end: Date| PaperRecord { id: "p".into(), valid_until: end.to_string(), ..PaperRecord::default() };
        dossier.papers = vec![paper(by)];
        assert!(ending_before(&dossier, by).is_empty());
        dossier.papers = vec![paper(by.plus_days(-1))];
        assert!(before_handing_in(&dossier, today).contains(&Warning::PapersEnd { count: 1, by }));
    }

    #[test]
    fn the_year_of_rating_decides_what_last_year_means() {
        let mut dossier = dossier();
        let today = day("02/02/2027");
        let missing = |dossier: &Dossier| {
            before_handing_in(dossier, today).contains(&Warning::LastYearMissing { rated: 2027, last: 2026 })
        };
        dossier.fields.set(Field::Year, "2027".into());
        assert!(!missing(&dossier), "no year is told at all");
        dossier.fields.set(Field::ResultsBusiness, "Doanh thu 2024: 3 tỷ; 2025: 4 tỷ.".into());
        assert!(missing(&dossier));
        dossier.fields.set(Field::ResultsBusiness, "Doanh thu 2025: 3 tỷ; 2026: 4 tỷ.".into());
        assert!(!missing(&dossier));
    }
}

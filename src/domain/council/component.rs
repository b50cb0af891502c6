use crate::domain::dossier::{Dossier, DossierKind, Field, Section};

use super::CorrectionPlace;

/// A part of what an applicant hands in, which the commune looks for before it reads (article 7.2a).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// Form 01 (article 6.1).
    Registration,
    /// Form 02 (article 6.1).
    Report,
    /// What changed since recognition, with its papers; for a higher star (article 6.1b).
    Changes,
    /// What is new since recognition, and the papers with a term; for a re-rating (article 6.1c).
    News,
    /// The papers that prove the chosen levels.
    Papers,
    /// One set on paper (article 7.1).
    PaperSet,
    /// One set as files (article 7.1).
    FileSet,
    /// The samples that go with the dossier; tourism has none (article 6.2d).
    Samples,
}

impl Component {
    pub const ALL: [Component; 8] = [
        Component::Registration,
        Component::Report,
        Component::Changes,
        Component::News,
        Component::Papers,
        Component::PaperSet,
        Component::FileSet,
        Component::Samples,
    ];

    /// Its name in files.
    pub fn key(self) -> &'static str {
        match self {
            Component::Registration => "registration",
            Component::Report => "report",
            Component::Changes => "changes",
            Component::News => "news",
            Component::Papers => "papers",
            Component::PaperSet => "paper-set",
            Component::FileSet => "file-set",
            Component::Samples => "samples",
        }
    }

    /// The components of a dossier, in the order of the articles.
    pub fn of(dossier: &Dossier) -> Vec<Component> {
        let belongs = |component: &Component| match component {
            Component::Changes => dossier.kind == DossierKind::Upgrade,
            Component::News => dossier.kind == DossierKind::ReRating,
            Component::Samples => !dossier.set().is_tourism,
            _ => true,
        };
        Component::ALL.into_iter().filter(belongs).collect()
    }

    /// Whether what is missing at a place is missing in this component.
    pub fn has(self, place: &CorrectionPlace) -> bool {
        match place {
            CorrectionPlace::Field(Field::Samples) => self == Component::Samples,
            CorrectionPlace::Field(field) => match field.section() {
                Section::Results | Section::Plans => self == Component::Report,
                Section::Renewal => self == Component::News,
                _ => self == Component::Registration,
            },
            CorrectionPlace::Criterion(_) => self == Component::Report,
            CorrectionPlace::Paper(_) => self == Component::Papers,
            CorrectionPlace::Dossier | CorrectionPlace::Unknown(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;

    #[test]
    fn the_components_follow_the_kind_and_tourism_has_no_samples() {
        let of = |no: u8, kind: DossierKind| {
            let set = first().set(no).expect("a set");
            Component::of(&Dossier { kind, ..Dossier::new("a".into(), String::new(), set) })
        };
        use Component::{Changes, FileSet, News, PaperSet, Papers, Registration, Report, Samples};
        let first_rating = [Registration, Report, Papers, PaperSet, FileSet, Samples];
        assert_eq!(of(1, DossierKind::First), first_rating);
        assert_eq!(of(1, DossierKind::Upgrade), [Registration, Report, Changes, Papers, PaperSet, FileSet, Samples]);
        assert_eq!(of(1, DossierKind::ReRating), [Registration, Report, News, Papers, PaperSet, FileSet, Samples]);
        assert_eq!(of(26, DossierKind::First), first_rating[..5]);
    }

    #[test]
    fn what_is_missing_is_missing_in_one_component() {
        let places = Field::TABLE
            .iter()
            .map(|row| CorrectionPlace::Field(row.0))
            .chain([CorrectionPlace::Criterion("1.1".into()), CorrectionPlace::Paper("p1".into())]);
        for place in places {
            assert_eq!(Component::ALL.iter().filter(|component| component.has(&place)).count(), 1, "{place:?}");
        }
    }
}

use std::collections::BTreeMap;

use crate::domain::decision::Star;
use crate::domain::rating::Answer;

/// What the dossier asks for (article 6.1, Form 01 item 4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DossierKind {
    /// First rating.
    #[default]
    First,
    /// A recognised product that wants a higher star (article 6.1b).
    Upgrade,
    /// A recognised product whose certificate ends (article 6.1c).
    ReRating,
}

impl DossierKind {
    pub const ALL: [DossierKind; 3] = [DossierKind::First, DossierKind::Upgrade, DossierKind::ReRating];

    /// The value of `kind` in files.
    pub fn name(self) -> &'static str {
        match self {
            DossierKind::First => "first",
            DossierKind::Upgrade => "upgrade",
            DossierKind::ReRating => "re-rating",
        }
    }
}

/// What was recognised before: the ground against which an upgrade shows its changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognised {
    pub star: Option<Star>,
    /// Day of the decision and of its certificate, dd/mm/yyyy.
    pub date: String,
    /// Number of the decision.
    pub number: String,
    /// Who decided: a province's people's committee, or the ministry (article 4.1).
    pub issuer: String,
    /// Taken out of an office's list, and nobody has chosen since what it is to be rated for next.
    pub listed: bool,
    /// The answers of then, by code; empty where only the star is known.
    pub answers: BTreeMap<String, Answer>,
    /// By code: what changed since, in the applicant's words.
    pub changes: BTreeMap<String, String>,
}

use crate::domain::dossier::Field;

/// What the commune does with a dossier in its 15 working days (articles 6.1, 7.2): its own words for Form 03, and
/// what it asks the applicant to correct.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The day of receipt, dd/mm/yyyy.
    pub received: String,
    pub state: DeskState,
    /// The commune's assessment of the four topics of Form 03, in printed order.
    pub assessments: [String; 4],
}

/// How far a dossier is at the commune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeskState {
    #[default]
    Received,
    /// Returned with corrections.
    ToCorrect,
    /// Proposed to the province.
    Proposed,
    Recognised,
}

impl DeskState {
    pub const ALL: [DeskState; 4] =
        [DeskState::Received, DeskState::ToCorrect, DeskState::Proposed, DeskState::Recognised];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            DeskState::Received => "received",
            DeskState::ToCorrect => "to-correct",
            DeskState::Proposed => "proposed",
            DeskState::Recognised => "recognised",
        }
    }
}

/// The four topics that the commune assesses (article 7.2, Form 03 part II), in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    Materials,
    Labour,
    Idea,
    Identity,
}

impl Topic {
    pub const ALL: [Topic; 4] = [Topic::Materials, Topic::Labour, Topic::Idea, Topic::Identity];

    /// Its name in files and in the decision's data.
    pub fn key(self) -> &'static str {
        match self {
            Topic::Materials => "materials",
            Topic::Labour => "labour",
            Topic::Idea => "idea",
            Topic::Identity => "identity",
        }
    }
}

/// One thing to correct, tied to the place where the applicant does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub at: CorrectionPlace,
    pub text: String,
    /// Ticked off by the applicant.
    pub done: bool,
}

/// Where a correction belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorrectionPlace {
    Dossier,
    Field(Field),
    /// By code.
    Criterion(String),
    /// By id.
    Paper(String),
}

/// What marks the places that are not a criterion's code, in files.
const PAPER: &str = "paper:";
const FIELD: &str = "field:";
const DOSSIER: &str = "dossier";

impl CorrectionPlace {
    /// The place's name in files: `dossier`, `field:applicant.name`, `paper:ID`, or a criterion's code.
    pub fn key(&self) -> String {
        match self {
            CorrectionPlace::Dossier => DOSSIER.into(),
            CorrectionPlace::Field(field) => format!("{FIELD}{}", field.key()),
            CorrectionPlace::Criterion(code) => code.clone(),
            CorrectionPlace::Paper(id) => format!("{PAPER}{id}"),
        }
    }

    /// The place with this key. What is not known here belongs to the dossier as a whole.
    pub fn from_key(key: &str) -> CorrectionPlace {
        if let Some(id) = key.strip_prefix(PAPER) {
            return CorrectionPlace::Paper(id.into());
        }
        if let Some(name) = key.strip_prefix(FIELD) {
            let field = Field::TABLE.iter().map(|(field, ..)| *field).find(|field| field.key() == name);
            return field.map_or(CorrectionPlace::Dossier, CorrectionPlace::Field);
        }
        match key {
            DOSSIER | "" => CorrectionPlace::Dossier,
            code => CorrectionPlace::Criterion(code.into()),
        }
    }
}

/// Adds corrections to those that a dossier has; one that it has already stays as it is, ticked or not.
pub fn add_corrections(known: &mut Vec<Correction>, new: Vec<Correction>) {
    for correction in new {
        if !known.iter().any(|old| old.at == correction.at && old.text == correction.text) {
            known.push(correction);
        }
    }
}

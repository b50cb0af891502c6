use crate::domain::dossier::Field;

/// The pages of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    Tasks,
    /// Where the product stands: stars held, and what follows.
    Standing,
    /// What happened between two ratings.
    Log,
    /// Can it be rated at all: what ends an evaluation.
    Stops,
    /// One criterion, by code.
    Criterion(String),
    /// The same, at the applicant's own description of it.
    DescriptionOf(String),
    /// The whole set as one sheet.
    Sheet,
    Result,
    /// The way to the next star.
    Way,
    /// The same, begun from what a sitting of several scorers came to.
    WayFromCouncil,
    /// Trying answers beside the real ones.
    Try,
    /// From papers to answers.
    Papers,
    /// The printable plan.
    Plan,
    /// Forms 01 and 02 as fields.
    Forms,
    /// The same, at one place.
    FormsAt(Spot),
    /// The forms as printed.
    Preview,
    /// The whole dossier as one bound file.
    Bound,
    /// What to do when it is bound.
    Binder,
    Evidence,
    /// Lists to print and tick: label, visit, samples.
    Lists,
    /// The papers of one criterion, by code.
    EvidenceOf(String),
    /// Papers that the applicant writes here.
    Writings,
    /// One of them, by the key of its template.
    Writing(String),
    /// One paper, by id.
    Paper(String),
    /// Check and download.
    Check,
    /// Earlier versions.
    History,
    /// Several scorers.
    Council,
    /// One scorer's sheet, by its place.
    Scorer(usize),
    /// The sheet of the one scorer whose file this is.
    OwnSheet,
    /// Annex II's scoring sheet as it prints.
    ScoreSheet,
    /// The commune's own work.
    Desk,
    /// What the commune asked to correct.
    Corrections,
    /// The move to the newest decision.
    Move,
    /// The minutes of a sitting of several scorers.
    Minutes,
}

/// A place in the forms, to link to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    Field(Field),
    /// What was recognised before.
    Recognised,
    /// What changed of the criterion with this code.
    Change(String),
}

impl Page {
    pub(super) fn parse(parts: &[&str]) -> Option<Page> {
        Some(match parts {
            [] => Page::Tasks,
            ["c", code] => Page::Criterion((*code).to_owned()),
            ["c", code, "words"] => Page::DescriptionOf((*code).to_owned()),
            ["forms", "recognised"] => Page::FormsAt(Spot::Recognised),
            ["forms", "field", key] => Page::FormsAt(Spot::Field(Field::from_key(key)?)),
            ["forms", "change", code] => Page::FormsAt(Spot::Change((*code).to_owned())),
            ["evidence", code] => Page::EvidenceOf((*code).to_owned()),
            ["write", key] => Page::Writing((*key).to_owned()),
            ["paper", id] => Page::Paper((*id).to_owned()),
            ["score", place] => Page::Scorer(place.parse().ok()?),
            [name] => Page::NAMED.into_iter().find(|(known, _)| known == name)?.1,
            _ => return None,
        })
    }

    pub(super) fn path(&self) -> String {
        match self {
            Page::Tasks => String::new(),
            Page::Criterion(code) => format!("/c/{code}"),
            Page::DescriptionOf(code) => format!("/c/{code}/words"),
            Page::FormsAt(Spot::Recognised) => "/forms/recognised".to_owned(),
            Page::FormsAt(Spot::Field(field)) => format!("/forms/field/{}", field.key()),
            Page::FormsAt(Spot::Change(code)) => format!("/forms/change/{code}"),
            Page::EvidenceOf(code) => format!("/evidence/{code}"),
            Page::Writing(key) => format!("/write/{key}"),
            Page::Paper(id) => format!("/paper/{id}"),
            Page::Scorer(place) => format!("/score/{place}"),
            page => Page::NAMED
                .into_iter()
                .find(|(_, known)| known == page)
                .map_or(String::new(), |(name, _)| format!("/{name}")),
        }
    }

    /// The page that the way back leads to; `None`: out of the dossier.
    pub fn up(&self) -> Option<Page> {
        match self {
            // A scorer's sheet has no other page.
            Page::Tasks | Page::OwnSheet => None,
            Page::DescriptionOf(_) => Some(Page::Check),
            Page::EvidenceOf(code) => Some(Page::Criterion(code.clone())),
            Page::Writing(_) => Some(Page::Writings),
            Page::Paper(_) | Page::Lists | Page::Writings => Some(Page::Evidence),
            Page::Scorer(_) | Page::Minutes => Some(Page::Council),
            Page::Council | Page::ScoreSheet | Page::Desk => Some(Page::Check),
            Page::FormsAt(_) => Some(Page::Forms),
            _ => Some(Page::Tasks),
        }
    }

    /// Whether it shows what the applicant gave itself: a level, points, stars, or what follows from them. While sheets
    /// of scorers are awaited, it gives way to the word of that.
    pub fn tells_rating(&self) -> bool {
        match self {
            Page::Criterion(_) | Page::DescriptionOf(_) | Page::EvidenceOf(_) => true,
            // A breach that the applicant declares ends the evaluation.
            Page::Sheet | Page::Papers | Page::Result | Page::Stops => true,
            Page::Way | Page::WayFromCouncil | Page::Try | Page::Plan => true,
            // Form 02 has the applicant's own points in it.
            Page::Preview | Page::Bound => true,
            Page::History | Page::Move => true,
            Page::Tasks | Page::Standing | Page::Log | Page::Forms | Page::FormsAt(_) => false,
            Page::Binder | Page::Evidence | Page::Lists | Page::Writings | Page::Writing(_) | Page::Paper(_) => false,
            Page::Check | Page::Desk | Page::Corrections => false,
            Page::Council | Page::Scorer(_) | Page::OwnSheet | Page::ScoreSheet | Page::Minutes => false,
        }
    }

    /// Whether what it shows of texts and papers depends on the levels that the applicant chose, such as which papers
    /// they ask for. While sheets of scorers are awaited, it is shown as if none were chosen. None of these writes files
    /// of the dossier.
    pub fn follows_from_levels(&self) -> bool {
        matches!(
            self,
            Page::Evidence
                | Page::Lists
                | Page::Binder
                | Page::Writings
                | Page::Writing(_)
                | Page::Paper(_)
                | Page::Log
        )
    }

    /// Whether who opened the dossier out of the table goes back there from this page.
    pub fn is_next_to_table(&self) -> bool {
        matches!(self, Page::Tasks | Page::Result | Page::Desk)
    }

    pub(super) const NAMED: [(&str, Page); 26] = [
        ("log", Page::Log),
        ("standing", Page::Standing),
        ("stops", Page::Stops),
        ("sheet", Page::Sheet),
        ("result", Page::Result),
        ("way", Page::Way),
        ("way-from-council", Page::WayFromCouncil),
        ("try", Page::Try),
        ("papers", Page::Papers),
        ("plan", Page::Plan),
        ("forms", Page::Forms),
        ("preview", Page::Preview),
        ("bound", Page::Bound),
        ("binder", Page::Binder),
        ("evidence", Page::Evidence),
        ("lists", Page::Lists),
        ("writings", Page::Writings),
        ("check", Page::Check),
        ("history", Page::History),
        ("council", Page::Council),
        ("score-sheet", Page::ScoreSheet),
        ("desk", Page::Desk),
        ("corrections", Page::Corrections),
        ("move", Page::Move),
        ("own-sheet", Page::OwnSheet),
        ("minutes", Page::Minutes),
    ];
}

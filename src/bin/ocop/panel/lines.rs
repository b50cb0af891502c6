//! What `ocop panel --json` writes.

use std::path::Path;

use ocop::domain::council::{Council, Outcome, breach_of};
use ocop::domain::decision::{Language, ProductSet, Star, Text};
use ocop::domain::dossier::wire::Warning;
use ocop::domain::rating::{KnockOut, Rating};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Gathered;
use crate::report::WarningLine;

/// A sitting for programs.
#[derive(Serialize)]
pub struct Panel<'a> {
    product: &'a str,
    decision: &'static str,
    set: u8,
    set_name: Text,
    /// How many sheets count, how many were said to come where a file says it, and how many more are awaited: while there
    /// are any, what the sheets come to is told only where it is asked for.
    count: usize,
    expected: Option<usize>,
    awaited: usize,
    /// A sitting in a file has no number, so that nobody knows whether all are in: told as where sheets are awaited.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    number_unsaid: bool,
    sheets: Vec<SheetLine<'a>>,
    left_out: Vec<LeftOutLine<'a>>,
    warnings: &'a [WarningOf],
    #[serde(flatten)]
    comes_to: Option<ComesTo<'a>>,
}

/// What the sheets come to.
#[derive(Serialize)]
struct ComesTo<'a> {
    /// With two decimals and a point, rounded, but never into a band that the exact average does not reach.
    average: String,
    sum: u32,
    star_by_points: Star,
    /// By reading: the star, `null` where the evaluation ends under it. `agreed` is there once the agreed sheet is
    /// finished.
    stars: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<AgreedLine>,
    ends: Vec<EndLine<'a>>,
    /// The highest total less the lowest, and whether it is more than provinces usually accept.
    distance: u8,
    far_apart: bool,
    criteria: Vec<SpreadLine>,
}

#[derive(Serialize)]
struct SheetLine<'a> {
    scorer: &'a str,
    role: &'a str,
    /// Whether it was handed in after the result had been shown.
    late: bool,
    /// Whether its file shows other texts or papers than the first file's dossier.
    other_state: bool,
    #[serde(flatten)]
    rated: Option<Rated>,
}

#[derive(Serialize)]
struct Rated {
    total: u8,
    star: Option<Star>,
}

/// A sheet that does not count, and why.
#[derive(Serialize)]
struct LeftOutLine<'a> {
    file: String,
    scorer: &'a str,
    code: &'static str,
    text: String,
    /// The criteria that are not scored.
    criteria: &'a [&'static str],
}

/// What did not fit in a file.
#[derive(Serialize)]
pub struct WarningOf {
    file: String,
    #[serde(flatten)]
    warning: WarningLine,
}

impl WarningOf {
    pub fn new(path: &Path, warning: &Warning, language: Language) -> WarningOf {
        WarningOf { file: path.display().to_string(), warning: WarningLine::of(warning, language) }
    }
}

/// How far the agreed sheet is.
#[derive(Serialize)]
struct AgreedLine {
    finished: bool,
    /// How many criteria the sheets differ in, and the codes of those that are not decided yet.
    differ: usize,
    open: Vec<&'static str>,
    /// Where the breaches stand that the sheets differ in and that are not decided yet: `dossier`, or the criterion's code.
    undecided: Vec<&'static str>,
}

/// What ends the evaluation: `dossier` or the code of a criterion, and the scorers whose sheets say so.
#[derive(Serialize)]
struct EndLine<'a> {
    at: &'static str,
    /// Whether the scorers decided together that it ends the evaluation; not there while it is not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<bool>,
    scorers: Vec<&'a str>,
}

/// Where the reason stands: `dossier` for the set's line, or the code of the criterion.
pub fn key(set: &'static ProductSet, reason: KnockOut) -> &'static str {
    match reason {
        KnockOut::Dossier => "dossier",
        KnockOut::Declared(position) | KnockOut::Zero(position) => set.criteria[position].code,
    }
}

/// A criterion in which the sheets differ.
#[derive(Serialize)]
struct SpreadLine {
    code: &'static str,
    points: Vec<u8>,
    sensory: bool,
    /// Places of the sheets that stand alone, from 0.
    alone: Vec<usize>,
}

impl Panel<'_> {
    /// `told`: what the sheets come to, where it may be known.
    pub fn of<'a>(all: &'a Gathered, told: Option<&Outcome>, language: Language) -> Panel<'a> {
        let (set, council) = (all.of.set(), &all.council);
        let rated = |rating: &Rating| Rated { total: rating.total.0, star: rating.star };
        let rating = |place: usize| told.and_then(|told| told.ratings.get(place)).map(rated);
        Panel {
            product: all.of.name(),
            decision: set.decision().number,
            set: set.no.0,
            set_name: set.name,
            count: council.sheets.len(),
            expected: Some(all.said).filter(|said| *said > 0),
            awaited: all.awaited(),
            number_unsaid: all.needs_number(),
            sheets: council
                .sheets
                .iter()
                .enumerate()
                .map(|(place, sheet)| SheetLine {
                    scorer: &sheet.scorer.name,
                    role: &sheet.scorer.role,
                    late: sheet.scorer.late,
                    other_state: sheet.scorer.other_state,
                    rated: rating(place),
                })
                .collect(),
            left_out: all
                .left_out
                .iter()
                .map(|left_out| LeftOutLine {
                    file: left_out.file.display().to_string(),
                    scorer: &left_out.scorer,
                    code: left_out.reason.code(),
                    text: left_out.reason.text(language),
                    criteria: left_out.reason.open(),
                })
                .collect(),
            warnings: &all.warnings,
            comes_to: told.map(|told| ComesTo::of(set, council, told)),
        }
    }
}

impl<'a> ComesTo<'a> {
    fn of(set: &'static ProductSet, council: &'a Council, told: &Outcome) -> ComesTo<'a> {
        ComesTo {
            average: told.average.text(told.bands, '.'),
            sum: told.ratings.iter().map(|rating| u32::from(rating.total.0)).sum(),
            star_by_points: told.star_by_points,
            stars: told
                .stars
                .iter()
                .map(|(reading, star)| {
                    let star = star.map_or(Value::Null, |star| u8::from(star).into());
                    (reading.name().to_owned(), star)
                })
                .collect(),
            agreed: told.agreement.as_ref().map(|agreement| AgreedLine {
                finished: agreement.is_finished(),
                differ: agreement.differ,
                open: agreement.open.iter().map(|place| set.criteria[*place].code).collect(),
                undecided: agreement.undecided.iter().map(|breach| breach.key(set)).collect(),
            }),
            ends: told
                .ends
                .iter()
                .map(|(reason, places)| EndLine {
                    at: key(set, *reason),
                    decided: breach_of(*reason).and_then(|breach| council.decided.get(&breach).copied()),
                    scorers: places.iter().map(|place| council.sheets[*place].scorer.name.as_str()).collect(),
                })
                .collect(),
            distance: told.distance.0,
            far_apart: told.distance > council.apart(),
            criteria: told
                .spreads
                .iter()
                .map(|spread| SpreadLine {
                    code: set.criteria[spread.position].code,
                    points: spread.points.iter().map(|points| points.0).collect(),
                    sensory: spread.sensory,
                    alone: spread.alone.clone(),
                })
                .collect(),
        }
    }
}

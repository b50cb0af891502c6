use std::io;
use std::path::Path;
use std::process::ExitCode;

use ocop::domain::council::{Sheet, is_blind, sheet_of};
use ocop::domain::decision::{Decision, Language, ProductSet, Star, printed_criterion};
use ocop::domain::dossier::{Dossier, Question};
use ocop::domain::forms::{plain_text, score_sheet};
use ocop::domain::rating::{Answer, Assessment};
use serde::Serialize;
use serde_json::Value;

use crate::args::Args;
use crate::awaited::Awaited;
use crate::output;
use crate::report::{self, Outcome};
use crate::words::numbers;

/// The scoring sheet of Annex II as text: blank for the number of a set, filled in for a file.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    if let Some(number) = args.files.iter().find(|name| is_no_set(args.decision, name)) {
        output::complain(&no_set(args, number));
        return Ok(ExitCode::from(2));
    }
    let (blank, files): (Vec<_>, Vec<_>) =
        args.files.iter().cloned().partition(|name| set_of(args.decision, name).is_some());
    for set in blank.iter().filter_map(|name| set_of(args.decision, name)) {
        print(args, set, None, None)?;
    }
    if files.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    report::each(&Args { files, ..args.clone() }, |path, opened| {
        let dossier = &opened.dossier;
        if let Some(awaited) = Awaited::on(dossier) {
            output::complain(&format!("{}: {}", path.display(), awaited.text(args.language)));
        }
        // While sheets are awaited, neither the applicant's levels nor any scorer's, as on the page.
        let sheets = match &dossier.council {
            _ if is_blind(dossier) => vec![None],
            Some(council) if council.is_complete() => council.sheets.iter().cloned().map(Some).collect(),
            _ => vec![Some(sheet_of(dossier))],
        };
        for sheet in &sheets {
            print(args, dossier.set(), Some(dossier), sheet.as_ref())?;
        }
        Ok(if opened.warnings.is_empty() { Outcome::Fine } else { Outcome::Faults })
    })
}

/// A number that is neither a set's nor a file's name.
fn is_no_set(decision: &'static Decision, name: &Path) -> bool {
    let is_number =
        name.to_str().is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()));
    is_number && set_of(decision, name).is_none() && !name.exists()
}

fn no_set(args: &Args, number: &Path) -> String {
    let (number, decision) = (number.display(), args.decision);
    let (first, last) = numbers(decision);
    match args.language {
        Language::Vi => {
            format!("Quyết định {} không có bộ sản phẩm số {number}: các bộ là từ {first} đến {last}.", decision.number)
        }
        Language::En => {
            format!("Decision {} has no product set {number}: they are numbered {first} to {last}.", decision.number)
        }
    }
}

/// The set of the decision with this number, where a name is one.
fn set_of(decision: &'static Decision, name: &Path) -> Option<&'static ProductSet> {
    decision.set(name.to_str()?.parse().ok()?)
}

fn print(args: &Args, set: &'static ProductSet, dossier: Option<&Dossier>, sheet: Option<&Sheet>) -> io::Result<()> {
    let page = score_sheet(set, dossier, sheet);
    let text = plain_text(&page);
    if args.json {
        let assessment = sheet.map(|sheet| &sheet.assessment);
        return report::json(&Line {
            decision: set.decision().number,
            set: set.no.0,
            id: dossier.map(|dossier| dossier.id.as_str()),
            title: &page.title,
            text: &text,
            scorer: sheet.map(|sheet| sheet.scorer.name.as_str()),
            criteria: (0..set.criteria.len())
                .map(|position| CriterionLine::of(set, position, assessment, args.language))
                .collect(),
            breaches: assessment.map_or(Vec::new(), breaches),
        });
    }
    text.lines().try_for_each(output::line)
}

/// The breaches that a sheet declares: `dossier` for the set's own line, or the code of a criterion.
fn breaches(assessment: &Assessment) -> Vec<&'static str> {
    let is_held = |question: &Question| match question {
        Question::Dossier => assessment.declared_dossier,
        Question::Breach(position) => assessment.is_declared(*position),
        Question::MinimumBinds(_) => false,
    };
    Question::of(assessment.set).filter(is_held).map(|question| question.key(assessment.set)).collect()
}

/// A sheet for programs: as it prints, and as data.
#[derive(Serialize)]
struct Line<'a> {
    decision: &'static str,
    set: u8,
    /// None: a blank sheet of the set.
    id: Option<&'a str>,
    title: &'a str,
    text: &'a str,
    /// Who filled it in; none on a blank sheet.
    scorer: Option<&'a str>,
    /// In printed order.
    criteria: Vec<CriterionLine>,
    breaches: Vec<&'static str>,
}

#[derive(Serialize)]
struct CriterionLine {
    code: &'static str,
    /// As printed, whatever the language.
    title: &'static str,
    /// Most points, 1 to 10.
    max: u8,
    levels: Vec<LevelLine>,
    /// What the scorer chose, as in a dossier's file: the level's index or `none`; not there while nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Value>,
}

#[derive(Serialize)]
struct LevelLine {
    /// Its index in printed order, as in a dossier's file.
    level: usize,
    points: u8,
    /// 3, 4 or 5: the star for which it is the minimum.
    star_minimum: Option<Star>,
    /// `a` or `b`, where the criterion prints two lists (set 26).
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'static str>,
    label: &'static str,
}

impl CriterionLine {
    fn of(
        set: &'static ProductSet,
        position: usize,
        assessment: Option<&Assessment>,
        language: Language,
    ) -> CriterionLine {
        let criterion = &set.criteria[position];
        let levels = criterion.levels.iter().zip(criterion.ladder.labels).enumerate();
        CriterionLine {
            code: criterion.code,
            title: printed_criterion(set, position),
            max: criterion.max.0,
            levels: levels
                .map(|(index, (level, label))| LevelLine {
                    level: index,
                    points: level.points.0,
                    star_minimum: level.star_minimum.map(|minimum| minimum.star()),
                    case: level.case.map(|case| case.letter()),
                    label: label.get(language),
                })
                .collect(),
            level: match assessment.map_or(Answer::Unanswered, |assessment| assessment.answer(position)) {
                Answer::Unanswered => None,
                Answer::NoneOfThese => Some("none".into()),
                Answer::Level(index) => Some(index.into()),
            },
        }
    }
}

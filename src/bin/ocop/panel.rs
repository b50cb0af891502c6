use std::io;
use std::process::ExitCode;

use ocop::domain::council::{APART, Council, Outcome as Sitting, Reading, outcome, sheet_of};
use ocop::domain::decision::{Language, ProductSet, Star, Text};
use ocop::domain::dossier::checks::needs_no_paper;
use serde::Serialize;

use crate::args::Args;
use crate::output::{self, left, right};
use crate::report::{self, Outcome};
use crate::words::say;

/// Several scorers' sheets put together. Each file is one scorer's, or a dossier that carries all sheets already.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let mut council = Council::default();
    let mut product = String::new();
    let code = report::each(args, |path, opened| {
        let dossier = opened.dossier;
        if product.is_empty() {
            product = dossier.name().to_owned();
        }
        let sheets = match &dossier.council {
            Some(sitting) if !sitting.sheets.is_empty() => {
                council.agreed = sitting.agreed.clone();
                sitting.sheets.clone()
            }
            _ => vec![sheet_of(&dossier)],
        };
        let set = council.sheets.first().map_or(dossier.set(), |sheet| sheet.assessment.set);
        if dossier.set() != set {
            let other = say(args.language, "thuộc bộ khác, không tính chung được", "is of another set and is left out");
            output::complain(&format!("{}: {other} ({} ≠ {})", path.display(), dossier.set().no.0, set.no.0));
            return Ok(Outcome::Faults);
        }
        council.sheets.extend(sheets);
        Ok(if opened.warnings.is_empty() { Outcome::Fine } else { Outcome::Faults })
    })?;
    let Some(set) = council.sheets.first().map(|sheet| sheet.assessment.set) else { return Ok(code) };
    let sensory = |position: usize| needs_no_paper(set.criteria[position].wording.key);
    let Some(sitting) = outcome(&council, sensory) else { return Ok(code) };
    if args.json {
        report::json(&Panel::of(&product, set, &council, &sitting))?;
    } else {
        table(&product, set, &council, &sitting, args.language)?;
    }
    Ok(code)
}

fn table(
    product: &str,
    set: &'static ProductSet,
    council: &Council,
    sitting: &Sitting,
    language: Language,
) -> io::Result<()> {
    let say = |vi, en| say(language, vi, en);
    output::line(&format!("{product}, {} {}", set.no.0, set.name.get(language)))?;
    for ((sheet, rating), number) in council.sheets.iter().zip(&sitting.ratings).zip(1..) {
        let name = name_of(&sheet.scorer.name, number, language);
        output::line(&format!("  {} {}", left(&name, 30), right(&rating.total.0.to_string(), 3)))?;
    }
    let average = sitting.average.text(sitting.bands, if language == Language::Vi { ',' } else { '.' });
    output::line(&format!("{}: {average}", say("Điểm trung bình", "Average")))?;
    for (reading, star) in &sitting.stars {
        output::line(&format!("  {}: {}", reading_words(*reading, language), star_words(*star, language)))?;
    }
    if sitting.distance > APART {
        output::line(&format!(
            "{}: {}",
            say("Hai phiếu cách nhau nhiều nhất (điểm)", "Two totals are this far apart"),
            sitting.distance.0
        ))?;
    }
    for spread in &sitting.spreads {
        let code = set.criteria[spread.position].code;
        let points: Vec<String> = spread.points.iter().map(|points| points.0.to_string()).collect();
        let title = set.criteria[spread.position].wording.title.get(language);
        output::line(&format!("  {} {} {title}", left(code, 6), left(&points.join(" "), 24)))?;
    }
    Ok(())
}

fn name_of(name: &str, number: usize, language: Language) -> String {
    match name.trim() {
        "" => format!("{} {number}", say(language, "Người chấm", "Scorer")),
        name => name.to_owned(),
    }
}

fn star_words(star: Option<Star>, language: Language) -> String {
    match star {
        Some(star) => format!("{}★", u8::from(star)),
        None => say(language, "dừng xét", "evaluation ends").to_owned(),
    }
}

/// The Decision does not say which of them holds; each is said to be a reading.
fn reading_words(reading: Reading, language: Language) -> &'static str {
    match reading {
        Reading::Every => say(
            language,
            "Nếu mọi phiếu đều phải đạt mức tối thiểu (cách hiểu)",
            "If every sheet must meet the minimums (a reading)",
        ),
        Reading::Most => say(
            language,
            "Nếu quá nửa số phiếu phải đạt mức tối thiểu (cách hiểu)",
            "If more than half of the sheets must (a reading)",
        ),
        Reading::Agreed => say(language, "Theo phiếu thống nhất (cách hiểu)", "By the sheet agreed on (a reading)"),
    }
}

/// A sitting for programs.
#[derive(Serialize)]
struct Panel<'a> {
    product: &'a str,
    decision: &'static str,
    set: u8,
    set_name: Text,
    sheets: Vec<SheetLine<'a>>,
    /// With two decimals and a point, rounded, but never into a band that the exact average does not reach.
    average: String,
    sum: u32,
    count: usize,
    star_by_points: Star,
    /// By reading: the star, `null` where the evaluation ends under it. `agreed` is there once a sheet is agreed on.
    stars: serde_json::Map<String, serde_json::Value>,
    /// The highest total less the lowest, and whether it is more than provinces usually accept.
    distance: u8,
    far_apart: bool,
    criteria: Vec<SpreadLine>,
}

#[derive(Serialize)]
struct SheetLine<'a> {
    scorer: &'a str,
    role: &'a str,
    total: u8,
    star: Option<Star>,
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
    fn of<'a>(product: &'a str, set: &'static ProductSet, council: &'a Council, sitting: &Sitting) -> Panel<'a> {
        Panel {
            product,
            decision: set.decision().number,
            set: set.no.0,
            set_name: set.name,
            sheets: council
                .sheets
                .iter()
                .zip(&sitting.ratings)
                .map(|(sheet, rating)| SheetLine {
                    scorer: &sheet.scorer.name,
                    role: &sheet.scorer.role,
                    total: rating.total.0,
                    star: rating.star,
                })
                .collect(),
            average: sitting.average.text(sitting.bands, '.'),
            sum: sitting.ratings.iter().map(|rating| u32::from(rating.total.0)).sum(),
            count: sitting.ratings.len(),
            star_by_points: sitting.star_by_points,
            stars: sitting
                .stars
                .iter()
                .map(|(reading, star)| {
                    let star = star.map_or(serde_json::Value::Null, |star| u8::from(star).into());
                    (reading.name().to_owned(), star)
                })
                .collect(),
            distance: sitting.distance.0,
            far_apart: sitting.distance > APART,
            criteria: sitting
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

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ocop::domain::council::{Agreement, Council, Outcome as Sitting, Reading, SheetFault, outcome};
use ocop::domain::decision::{Language, ProductSet, Star, Text};
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::checks::needs_no_paper;
use serde::Serialize;

use crate::args::Args;
use crate::output::{self, left, right};
use crate::report::{self, Outcome};
use crate::words::say;

/// Several scorers' sheets put together, by the rules of the page. Each file is one scorer's, or a dossier that carries
/// all sheets already; what is left out is named with its reason, and counts as a fault.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    let mut council = Council::default();
    let mut first: Option<Dossier> = None;
    let mut agreed: Vec<(PathBuf, Council)> = Vec::new();
    let code = report::each(args, |path, opened| {
        let file = opened.dossier;
        let of = first.get_or_insert_with(|| file.clone());
        let (before, carried) = (council.sheets.len(), file.council.as_ref().map_or(0, |sitting| sitting.sheets.len()));
        let left_out = council.take_all(of, &file);
        for (name, fault) in &left_out {
            let name = if name.trim().is_empty() { String::new() } else { format!(" ({})", name.trim()) };
            output::complain(&format!("{}{name}: {}", path.display(), why(fault, of, &file, args.language)));
        }
        let again = before + carried.max(1) > council.sheets.len() + left_out.len();
        if again {
            let same = say(args.language, "phiếu này đã tính rồi, không tính lần nữa", "is counted already");
            output::complain(&format!("{}: {same}", path.display()));
        }
        council.apart = args.apart.or(council.apart).or(file.council.as_ref().and_then(|sitting| sitting.apart));
        agreed.extend(file.council.filter(|sitting| sitting.agreed.is_some()).map(|sitting| (path.into(), sitting)));
        let fine = opened.warnings.is_empty() && left_out.is_empty() && !again;
        Ok(if fine { Outcome::Fine } else { Outcome::Faults })
    })?;
    let Some(first) = first else { return Ok(code) };
    let others = agree(&mut council, &agreed);
    for (path, fault) in &others {
        output::complain(&format!("{}: {}", path.display(), fault.text(args.language)));
    }
    let code = if others.is_empty() || code != ExitCode::SUCCESS { code } else { ExitCode::from(1) };
    let set = first.set();
    let product = first.name();
    let sensory = |position: usize| needs_no_paper(set.criteria[position].wording.key);
    let Some(sitting) = outcome(&council, sensory) else { return Ok(code) };
    if args.json {
        report::json(&Panel::of(product, set, &council, &sitting))?;
    } else {
        table(product, set, &council, &sitting, args.language)?;
    }
    Ok(code)
}

/// Why an agreed sheet is left out.
#[derive(Clone, Copy)]
enum AgreedFault {
    /// It was agreed on over other sheets than those that are counted.
    OtherSheets,
    /// Two files hold different ones for the same sheets.
    TwoOfThem,
}

impl AgreedFault {
    fn text(self, language: Language) -> &'static str {
        match self {
            AgreedFault::OtherSheets => say(
                language,
                "phiếu thống nhất lập từ các phiếu khác với các phiếu được tính, không dùng",
                "its agreed sheet was made from other sheets than those counted; left out",
            ),
            AgreedFault::TwoOfThem => say(
                language,
                "phiếu thống nhất khác với phiếu thống nhất ở tệp khác, không dùng",
                "its agreed sheet is not the one of another file; both left out",
            ),
        }
    }
}

/// Takes the agreed sheet of the files, if it belongs to the sheets that are counted and there is one alone. Gives those
/// that are left out.
fn agree<'a>(council: &mut Council, found: &'a [(PathBuf, Council)]) -> Vec<(&'a Path, AgreedFault)> {
    let (ours, others): (Vec<_>, Vec<_>) = found.iter().partition(|(_, sitting)| council.agree_as(sitting));
    let mut left_out: Vec<_> = others.into_iter().map(|(path, _)| (path.as_path(), AgreedFault::OtherSheets)).collect();
    if ours.iter().any(|(_, sitting)| sitting.agreed != council.agreed) {
        council.agreed = None;
        left_out.extend(ours.into_iter().map(|(path, _)| (path.as_path(), AgreedFault::TwoOfThem)));
    }
    left_out
}

/// Why a sheet is left out.
fn why(fault: &SheetFault, of: &Dossier, file: &Dossier, language: Language) -> String {
    let say = |vi, en| say(language, vi, en);
    match fault {
        SheetFault::NoSheet => say(
            "là hồ sơ của đơn vị, không phải phiếu chấm, không tính",
            "is the applicant's dossier and no scorer's sheet; left out",
        )
        .to_owned(),
        SheetFault::NoName => {
            say("phiếu chưa có họ tên người chấm, không tính", "the scorer wrote no name; left out").to_owned()
        }
        SheetFault::Unfinished(codes) if codes.is_empty() => {
            say("phiếu chưa nộp, không tính", "is not handed in; left out").to_owned()
        }
        SheetFault::Unfinished(codes) => {
            format!("{} ({})", say("phiếu chưa chấm xong, không tính", "is not finished; left out"), codes.join(", "))
        }
        SheetFault::OtherSet => {
            let other = say("thuộc bộ khác, không tính chung được", "is of another set and is left out");
            format!("{other} ({} ≠ {})", file.set().no.0, of.set().no.0)
        }
        SheetFault::OtherProduct => {
            say("phiếu của sản phẩm khác, không tính", "is of another product; left out").to_owned()
        }
        SheetFault::SameScorer => say(
            "người này đã có phiếu với điểm khác, không tính",
            "this person's sheet is in already with other levels; left out",
        )
        .to_owned(),
    }
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
    if let Some(agreement) = sitting.agreement.as_ref().filter(|agreement| !agreement.is_finished()) {
        output::line(&format!("  {}", open_words(set, agreement, language)))?;
    }
    if sitting.distance > council.apart() {
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

/// What is still to be decided on the agreed sheet.
fn open_words(set: &'static ProductSet, agreement: &Agreement, language: Language) -> String {
    let (open, of) = (agreement.open.len(), agreement.differ.max(agreement.open.len()));
    let codes: Vec<&str> = agreement.open.iter().map(|place| set.criteria[*place].code).collect();
    let words = match language {
        Language::Vi => format!("Phiếu thống nhất chưa xong: còn {open}/{of} tiêu chí chấm khác nhau chưa thống nhất"),
        Language::En => {
            format!("The sheet to agree on is not finished: {open} of the {of} criteria that differ are open")
        }
    };
    format!("{words} ({})", codes.join(", "))
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
    /// By reading: the star, `null` where the evaluation ends under it. `agreed` is there once the agreed sheet is
    /// finished.
    stars: serde_json::Map<String, serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed: Option<AgreedLine>,
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

/// How far the agreed sheet is.
#[derive(Serialize)]
struct AgreedLine {
    finished: bool,
    /// How many criteria the sheets differ in, and the codes of those that are not decided yet.
    differ: usize,
    open: Vec<&'static str>,
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
            agreed: sitting.agreement.as_ref().map(|agreement| AgreedLine {
                finished: agreement.is_finished(),
                differ: agreement.differ,
                open: agreement.open.iter().map(|place| set.criteria[*place].code).collect(),
            }),
            distance: sitting.distance.0,
            far_apart: sitting.distance > council.apart(),
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

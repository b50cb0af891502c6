use std::io;
use std::path::Path;
use std::process::ExitCode;

use ocop::domain::calendar::Date;
use ocop::domain::decision::Language;
use ocop::domain::dossier::checks::{self, Finding, Severity, Where};
use ocop::domain::dossier::wire::{Opened, Place};
use ocop::domain::dossier::{Dossier, Question};
use serde::Serialize;

use crate::args::Args;
use crate::awaited::Awaited;
use crate::report::{self, Outcome, WarningLine};
use crate::words::say;
use crate::{clock, output};

pub fn run(args: &Args) -> io::Result<ExitCode> {
    let today = args.today.or_else(clock::today);
    report::each(args, |path, opened| {
        let mut findings = checks::check(&opened.dossier, today);
        let awaited = Awaited::on(&opened.dossier);
        findings.retain(|finding| awaited.is_none() || !finding.tells_rating());
        let must_fix = findings.iter().filter(|finding| finding.severity == Severity::MustFix).count();
        let unknown = holidays_unknown(&opened.dossier, today);
        match args.json {
            true => {
                report::json(&Line { holidays_unknown: unknown, ..Line::of(path, &opened, &findings, args.language) })?
            }
            false => write(path, &opened, &findings, unknown, args.language)?,
        }
        Ok(if must_fix == 0 && opened.warnings.is_empty() { Outcome::Fine } else { Outcome::Faults })
    })
}

/// The year whose Tết is not known, where the commune's working days from today run into it: days that are told then
/// are counted as if nobody were off.
fn holidays_unknown(dossier: &Dossier, today: Option<Date>) -> Option<i32> {
    let today = today?;
    today.holidays_unknown_until(today.plus_working_days(dossier.set().decision().procedure.commune_working_days))
}

fn write(
    path: &Path,
    opened: &Opened,
    findings: &[Finding],
    unknown: Option<i32>,
    language: Language,
) -> io::Result<()> {
    let dossier = &opened.dossier;
    let name = report::name(dossier, language);
    output::line(&format!("{}: {name}, {} {}", path.display(), say(language, "bộ", "set"), dossier.set().no.0))?;
    for warning in &opened.warnings {
        output::line(&format!("  {} {}", output::left(say(language, "TỆP", "FILE"), 9), warning.text(language)))?;
    }
    for finding in findings {
        let heading = output::left(severity(finding.severity, language), 9);
        let place = place_in_words(dossier, &finding.subject, language);
        output::line(&format!("  {heading} {place}: {}", checks::text(finding, dossier.set().decision(), language)))?;
    }
    if let Some(awaited) = Awaited::on(dossier) {
        let heading = output::left(severity(Severity::Info, language), 9);
        output::line(&format!("  {heading} {}.", awaited.text(language)))?;
    }
    if let Some(year) = unknown {
        let heading = output::left(severity(Severity::Look, language), 9);
        output::line(&match language {
            Language::Vi => format!(
                "  {heading} Lịch nghỉ: chưa biết ngày nghỉ Tết và Giỗ Tổ năm {year}; ngày tính theo ngày làm việc chưa trừ các ngày ấy, hãy cộng thêm."
            ),
            Language::En => format!(
                "  {heading} Holidays: the days off at Tết and Hùng Kings in {year} are not known; days counted in working days do not leave them out, add them."
            ),
        })?;
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (must_fix, look) = (count(Severity::MustFix) + opened.warnings.len(), count(Severity::Look));
    output::line(&match language {
        Language::Vi => format!("  Phải sửa {must_fix}, nên xem lại {look}."),
        Language::En => format!("  {must_fix} to fix, {look} to look at."),
    })
}

fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::MustFix => say(language, "PHẢI SỬA", "FIX"),
        Severity::Look => say(language, "XEM LẠI", "LOOK"),
        Severity::Info => say(language, "BIẾT THÊM", "INFO"),
    }
}

/// The place of a finding, as someone with the dossier before them finds it.
fn place_in_words(dossier: &Dossier, subject: &Where, language: Language) -> String {
    let criterion = |position: usize| match dossier.set().criteria.get(position) {
        Some(criterion) => format!("{} {}", criterion.code, criterion.wording.title.get(language)),
        None => String::new(),
    };
    match subject {
        Where::Field(field) => field.key().to_owned(),
        Where::Criterion(position) | Where::Question(Question::Breach(position) | Question::MinimumBinds(position)) => {
            criterion(*position)
        }
        Where::Question(Question::Dossier) => say(language, "Điều kiện hồ sơ", "The set's condition").to_owned(),
        Where::Paper(id) => {
            let title = dossier.papers.iter().find(|paper| paper.id == *id).map(|paper| paper.title.trim());
            title.filter(|title| !title.is_empty()).unwrap_or(id).to_owned()
        }
        Where::Recognised => say(language, "Lần công nhận trước", "Recognition").to_owned(),
        Where::Rating => say(language, "Kết quả", "Result").to_owned(),
    }
}

/// The place of a finding in the file.
fn place_in_file(dossier: &Dossier, subject: &Where) -> Place {
    let root = Place::root();
    match subject {
        Where::Field(field) => field.key().split('.').fold(root, |place, step| place.key(step)),
        Where::Criterion(position) => {
            root.key("answers").key(dossier.set().criteria.get(*position).map_or("", |criterion| criterion.code))
        }
        Where::Question(question) => {
            let group = match question {
                Question::Dossier | Question::Breach(_) => "declarations",
                Question::MinimumBinds(_) => "exemptions",
            };
            root.key(group).key(question.key(dossier.set()))
        }
        Where::Paper(id) => match dossier.papers.iter().position(|paper| paper.id == *id) {
            Some(index) => root.key("papers").index(index),
            None => root.key("papers"),
        },
        Where::Recognised => root.key("recognised"),
        Where::Rating => root.key("rating"),
    }
}

/// One dossier for programs.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    id: &'a str,
    product: &'a str,
    set: u8,
    warnings: Vec<WarningLine>,
    findings: Vec<FindingLine>,
    /// The year whose Tết is not known, where working days from today run into it.
    #[serde(skip_serializing_if = "Option::is_none")]
    holidays_unknown: Option<i32>,
    /// While sheets are awaited, no finding tells what the answers come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    awaited: Option<Awaited>,
}

#[derive(Serialize)]
struct FindingLine {
    severity: &'static str,
    place: String,
    text: String,
}

impl Line<'_> {
    fn of<'a>(path: &Path, opened: &'a Opened, findings: &[Finding], language: Language) -> Line<'a> {
        let dossier = &opened.dossier;
        Line {
            file: path.display().to_string(),
            id: &dossier.id,
            product: dossier.name(),
            set: dossier.set().no.0,
            warnings: opened.warnings.iter().map(|warning| WarningLine::of(warning, language)).collect(),
            findings: findings.iter().map(|finding| FindingLine::of(dossier, finding, language)).collect(),
            holidays_unknown: None,
            awaited: Awaited::on(dossier),
        }
    }
}

impl FindingLine {
    fn of(dossier: &Dossier, finding: &Finding, language: Language) -> FindingLine {
        let severity = match finding.severity {
            Severity::MustFix => "must-fix",
            Severity::Look => "look",
            Severity::Info => "info",
        };
        let place = place_in_file(dossier, &finding.subject).pointer().to_owned();
        FindingLine { severity, place, text: checks::text(finding, dossier.set().decision(), language) }
    }
}

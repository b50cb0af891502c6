use std::io;
use std::path::Path;
use std::process::ExitCode;

use ocop::domain::decision::{Language, Star, Text};
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::wire::{Opened, rating_to_value};
use ocop::domain::rating::{KnockOut, Rating};
use serde::Serialize;
use serde_json::Value;

use crate::args::Args;
use crate::awaited::Awaited;
use crate::output::{self, end_of, left, right};
use crate::report::{self, Outcome, WarningLine};
use crate::words::say;

/// At most so many codes in a row of the table; `--json` has all.
const MOST_CODES: usize = 8;

pub fn run(args: &Args) -> io::Result<ExitCode> {
    let mut first = true;
    report::each(args, |path, opened| {
        let outcome = if opened.warnings.is_empty() { Outcome::Fine } else { Outcome::Faults };
        if args.json {
            report::json(&Line::of(path, &opened, args.language))?;
            return Ok(outcome);
        }
        if std::mem::take(&mut first) {
            output::line(&heading(args.language))?;
        }
        output::line(&row(path, &opened.dossier, args.language))?;
        for warning in &opened.warnings {
            output::complain(&format!("{}: {}", path.display(), warning.text(args.language)));
        }
        Ok(outcome)
    })
}

fn heading(language: Language) -> String {
    let say = |vi, en| say(language, vi, en);
    [
        left(say("Tệp", "File"), 26),
        left(say("Sản phẩm", "Product"), 26),
        left(say("Bộ sản phẩm", "Product set"), 24),
        right("A", 3),
        right("B", 3),
        right("C", 3),
        right(say("Điểm", "Sum"), 5),
        left(say("Sao", "Star"), 5),
        left(say("Tối đa", "Best"), 7),
        say("Còn vướng", "What blocks").to_owned(),
    ]
    .join(" ")
}

fn row(path: &Path, dossier: &Dossier, language: Language) -> String {
    let set = dossier.set();
    let of_dossier = [
        end_of(&path.display().to_string(), 26),
        left(report::name(dossier, language), 26),
        left(&format!("{} {}", set.no.0, set.name.get(language)), 24),
    ];
    if let Some(awaited) = Awaited::on(dossier) {
        let untold = [right("–", 3), right("–", 3), right("–", 3), right("–", 5), left("–", 5), left("–", 7)];
        return [of_dossier.as_slice(), &untold, &[awaited.text(language)]].concat().join(" ");
    }
    let rating = dossier.rating();
    let [a, b, c] = rating.parts.map(|part| right(&part.points.0.to_string(), 3));
    let now = (rating.answered > 0).then_some(rating.star);
    let told = [
        a,
        b,
        c,
        right(&rating.total.0.to_string(), 5),
        left(&now.map_or(String::from("–"), |star| star_cell(star, language)), 5),
        left(&star_cell(rating.best.star, language), 7),
        blockers(dossier, &rating, language),
    ];
    [of_dossier.as_slice(), &told].concat().join(" ")
}

fn star_cell(star: Option<Star>, language: Language) -> String {
    match star {
        Some(star) => format!("{}★", u8::from(star)),
        None => say(language, "loại", "out").to_owned(),
    }
}

/// What ends the evaluation, else what stands between the product and its next star.
fn blockers(dossier: &Dossier, rating: &Rating, language: Language) -> String {
    let vi = language == Language::Vi;
    if !rating.knocked_out.is_empty() {
        let codes: Vec<&str> =
            rating.knocked_out.iter().map(|knock_out| knock_out_name(dossier, *knock_out, language)).collect();
        let ends = say(language, "dừng xét vì", "ended by");
        return format!("{ends} {}", listed(&codes));
    }
    let mut parts = Vec::new();
    if let Some(next) = Next::of(dossier, rating) {
        let mut what = Vec::new();
        match next.points {
            0 => {}
            points if vi => what.push(format!("thiếu {points} điểm")),
            points => what.push(format!("{points} points short")),
        }
        if !next.criteria.is_empty() {
            what.push(format!(
                "{} {}",
                say(language, "dưới mức tối thiểu", "below the minimum"),
                listed(&next.criteria)
            ));
        }
        parts.push(format!("{}★: {}", u8::from(next.star), what.join(", ")));
    }
    match dossier.set().criteria.len() - rating.answered {
        0 => {}
        open if vi => parts.push(format!("chưa trả lời {open}")),
        open => parts.push(format!("{open} unanswered")),
    }
    if parts.is_empty() { String::from("–") } else { parts.join("; ") }
}

fn knock_out_name(dossier: &Dossier, knock_out: KnockOut, language: Language) -> &'static str {
    match knock_out {
        KnockOut::Dossier => say(language, "điều kiện hồ sơ", "the set's condition"),
        KnockOut::Declared(position) | KnockOut::Zero(position) => code(dossier, position),
    }
}

fn code(dossier: &Dossier, position: usize) -> &'static str {
    dossier.set().criteria.get(position).map_or("", |criterion| criterion.code)
}

fn listed(codes: &[&str]) -> String {
    match codes.len().checked_sub(MOST_CODES) {
        Some(more) if more > 0 => format!("{} +{more}", codes[..MOST_CODES].join(" ")),
        _ => codes.join(" "),
    }
}

/// What the next star still asks for.
#[derive(Serialize)]
struct Next {
    star: Star,
    /// Points that are missing.
    points: u8,
    /// Codes of the criteria below their minimum.
    criteria: Vec<&'static str>,
}

impl Next {
    fn of(dossier: &Dossier, rating: &Rating) -> Option<Next> {
        let star = rating.next_star()?;
        let criteria = rating.unmet(star).iter().map(|unmet| code(dossier, unmet.position)).collect();
        Some(Next { star, points: rating.missing(star).0, criteria })
    }
}

/// One dossier for programs.
#[derive(Serialize)]
struct Line<'a> {
    file: String,
    id: &'a str,
    product: &'a str,
    set: u8,
    set_name: Text,
    kind: &'static str,
    answered: usize,
    criteria: usize,
    /// As in dossier files; neither this nor what follows while sheets are awaited.
    rating: Option<Value>,
    next: Option<Next>,
    #[serde(skip_serializing_if = "Option::is_none")]
    awaited: Option<Awaited>,
    warnings: Vec<WarningLine>,
}

impl Line<'_> {
    fn of<'a>(path: &Path, opened: &'a Opened, language: Language) -> Line<'a> {
        let dossier = &opened.dossier;
        let rating = dossier.rating();
        let awaited = Awaited::on(dossier);
        Line {
            file: path.display().to_string(),
            id: &dossier.id,
            product: dossier.name(),
            set: dossier.set().no.0,
            set_name: dossier.set().name,
            kind: dossier.kind.name(),
            answered: rating.answered,
            criteria: dossier.set().criteria.len(),
            next: Next::of(dossier, &rating).filter(|_| awaited.is_none()),
            rating: awaited.is_none().then(|| rating_to_value(dossier)),
            awaited,
            warnings: opened.warnings.iter().map(|warning| WarningLine::of(warning, language)).collect(),
        }
    }
}

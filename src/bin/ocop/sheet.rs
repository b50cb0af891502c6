use std::io;
use std::path::Path;
use std::process::ExitCode;

use ocop::domain::council::{is_blind, sheet_of};
use ocop::domain::decision::{Decision, Language, ProductSet};
use ocop::domain::dossier::Dossier;
use ocop::domain::forms::{Document, plain_text, score_sheet};
use serde::Serialize;

use crate::args::Args;
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
        print(args, set, None, &score_sheet(set, None, None))?;
    }
    if files.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    report::each(&Args { files, ..args.clone() }, |_, opened| {
        let dossier = &opened.dossier;
        // While sheets are awaited, neither the applicant's levels nor any scorer's, as on the page.
        let sheets = match &dossier.council {
            _ if is_blind(dossier) => vec![None],
            Some(council) if council.is_complete() => council.sheets.iter().cloned().map(Some).collect(),
            _ => vec![Some(sheet_of(dossier))],
        };
        for sheet in &sheets {
            print(args, dossier.set(), Some(dossier), &score_sheet(dossier.set(), Some(dossier), sheet.as_ref()))?;
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

fn print(args: &Args, set: &ProductSet, dossier: Option<&Dossier>, sheet: &Document) -> io::Result<()> {
    let text = plain_text(sheet);
    if args.json {
        return report::json(&Line {
            decision: set.decision().number,
            set: set.no.0,
            id: dossier.map(|dossier| dossier.id.as_str()),
            title: &sheet.title,
            text: &text,
        });
    }
    text.lines().try_for_each(output::line)
}

#[derive(Serialize)]
struct Line<'a> {
    decision: &'static str,
    set: u8,
    id: Option<&'a str>,
    title: &'a str,
    text: &'a str,
}

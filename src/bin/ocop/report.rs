//! What `rate` and `check` have in common: one file after the other, each with its outcome.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use ocop::domain::council::is_blind;
use ocop::domain::decision::Language;
use ocop::domain::dossier::Dossier;
use ocop::domain::dossier::wire::{Opened, Warning};
use serde::Serialize;

use crate::args::Args;
use crate::files::{self, Unread, Walk};
use crate::output;
use crate::progress::Progress;
use crate::words::say;

/// How a file came out, the worst last; the worst of all is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Fine = 0,
    Faults = 1,
    Unreadable = 2,
}

/// Reads every file and lets `report` say what is in it. While sheets are awaited, no warning tells a level either.
pub fn each(args: &Args, mut report: impl FnMut(&Path, Opened) -> io::Result<Outcome>) -> io::Result<ExitCode> {
    let total = Walk::new(&args.files).count();
    let mut progress = Progress::new(total);
    let mut worst = Outcome::Fine;
    if total == 0 {
        // Only folders were named, and only folders are in them.
        output::complain(&Unread::Empty.text(args.language));
        if let Some(named) = args.files.first().filter(|_| args.json) {
            json(&Failed::of(named, &Unread::Empty, args.language))?;
        }
        worst = Outcome::Unreadable;
    }
    for (path, walked) in Walk::new(&args.files) {
        let outcome = match walked.and_then(|()| files::open(&path)) {
            Ok(mut opened) => {
                if !args.early && is_blind(&opened.dossier) {
                    opened.warnings.retain(|warning| !warning.tells_rating());
                }
                if !opened.warnings.is_empty() {
                    progress.clear();
                }
                report(&path, opened)?
            }
            Err(unread) => {
                progress.clear();
                output::complain(&format!("{}: {}", path.display(), unread.text(args.language)));
                if args.json {
                    json(&Failed::of(&path, &unread, args.language))?;
                }
                Outcome::Unreadable
            }
        };
        worst = worst.max(outcome);
        progress.step();
    }
    progress.clear();
    Ok(ExitCode::from(worst as u8))
}

/// The product's name for people.
pub fn name(dossier: &Dossier, language: Language) -> &str {
    match dossier.name() {
        "" => say(language, "(chưa có tên)", "(no name yet)"),
        name => name,
    }
}

/// Writes a value as one line of JSON.
pub fn json(value: &impl Serialize) -> io::Result<()> {
    output::text(&format!("{}\n", serde_json::to_string(value)?))
}

#[derive(Serialize)]
struct Failed {
    file: String,
    error: Error,
}

#[derive(Serialize)]
struct Error {
    code: &'static str,
    place: String,
    text: String,
}

impl Failed {
    fn of(path: &Path, unread: &Unread, language: Language) -> Failed {
        let place = match unread {
            Unread::Format(error) => error.place().pointer().to_owned(),
            _ => String::new(),
        };
        let error = Error { code: unread.code(), place, text: unread.text(language) };
        Failed { file: path.display().to_string(), error }
    }
}

/// What did not fit in a file, for programs.
#[derive(Serialize)]
pub struct WarningLine {
    code: &'static str,
    place: String,
    value: String,
    text: String,
}

impl WarningLine {
    pub fn of(warning: &Warning, language: Language) -> WarningLine {
        WarningLine {
            code: warning.code(),
            place: warning.place.pointer().to_owned(),
            value: warning.value.clone(),
            text: warning.text(language),
        }
    }
}

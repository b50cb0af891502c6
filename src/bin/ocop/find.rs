use std::io::{self, BufRead};
use std::process::ExitCode;

use ocop::domain::decision::Language;
use ocop::domain::find::{Found, find};
use serde::Serialize;

use crate::args::Args;
use crate::output;
use crate::words::say;

/// The sets for each name; `-` stands for the lines of standard input.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    for name in &args.names {
        if name == "-" {
            lines(args)?;
        } else {
            print(name, args)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn lines(args: &Args) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let name = String::from_utf8_lossy(&line);
        print(name.trim_end_matches(['\n', '\r']).trim_start_matches('\u{feff}'), args)?;
        line.clear();
    }
    Ok(())
}

fn print(name: &str, args: &Args) -> io::Result<()> {
    let found = find(args.decision, name, args.language);
    if args.json {
        return output::line(&serde_json::to_string(&Line::of(name, &found))?);
    }
    output::line(&format!("{name}: {}", summary(&found, args.language)))?;
    for proposal in &found.proposals {
        let (no, name) = (proposal.set.no.0, proposal.set.name.get(args.language));
        let because = say(args.language, "vì có", "because of");
        output::line(&format!("  {no:>2}  {name} ({because} “{}”)", proposal.because))?;
    }
    if let Some(question) = found.question().filter(|_| !found.sure) {
        let answers: Vec<String> = question
            .answers
            .iter()
            .map(|answer| format!("{} → {}", answer.text.get(args.language), answer.set.0))
            .collect();
        output::line(&format!("      {} {}", question.text.get(args.language), answers.join("; ")))?;
    }
    Ok(())
}

fn summary(found: &Found, language: Language) -> String {
    match (&found.outside, found.proposals.is_empty(), found.sure) {
        (Some(words), ..) => {
            format!("{} (“{words}”)", say(language, "không thuộc Phụ lục I", "no product of Annex I"))
        }
        (None, true, _) => say(language, "tên chưa nói lên bộ nào", "the name tells no set").to_owned(),
        (None, false, true) => say(language, "rõ", "sure").to_owned(),
        (None, false, false) => say(language, "chưa chắc", "open").to_owned(),
    }
}

/// A line of `find --json`.
#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    sets: Vec<SetLine<'a>>,
    sure: bool,
}

#[derive(Serialize)]
struct SetLine<'a> {
    set: u8,
    because: &'a str,
}

impl Line<'_> {
    fn of<'a>(name: &'a str, found: &'a Found) -> Line<'a> {
        let sets =
            found.proposals.iter().map(|proposal| SetLine { set: proposal.set.no.0, because: &proposal.because });
        Line { name, sets: sets.collect(), sure: found.sure }
    }
}

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser};
use ocop::domain::calendar::Date;
use ocop::domain::decision::{Decision, Language, Points, all, in_force, newest};

use crate::{clock, words};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Catalogue,
    Rate,
    Check,
    Find,
    Sheet,
    Panel,
    Register,
    Help,
    Version,
}

impl Command {
    /// Whether files are to be named.
    fn takes_files(self) -> bool {
        matches!(self, Command::Rate | Command::Check | Command::Sheet | Command::Panel | Command::Register)
    }
}

#[derive(Clone, Debug)]
pub struct Args {
    pub command: Command,
    /// Of which command help is asked; `None`: of all.
    pub help_of: Option<Command>,
    pub language: Language,
    /// One JSON object a line instead of a table.
    pub json: bool,
    /// The day against which `check` and `register` hold dates; `None`: today.
    pub today: Option<Date>,
    /// The decision of what no file names one for: the catalogue, a name, a blank sheet.
    pub decision: &'static Decision,
    pub files: Vec<PathBuf>,
    /// How far two totals may lie apart; `None`: as the file says, else 10.
    pub apart: Option<Points>,
    /// Also while sheets are awaited, what those that are in come to.
    pub early: bool,
    /// The products to find sets for.
    pub names: Vec<String>,
}

/// What is wrong with a command line.
#[derive(Debug)]
pub struct UsageError {
    pub language: Language,
    pub fault: Fault,
}

#[derive(Debug)]
pub enum Fault {
    NoCommand,
    UnknownCommand(OsString),
    NoFiles,
    NoNames,
    EmptyName,
    InputTwice,
    FilesNotAsked(OsString),
    Language(OsString),
    Today(OsString),
    Apart(OsString),
    Decision(OsString),
    Option(lexopt::Error),
}

impl UsageError {
    pub fn text(&self) -> String {
        words::usage(self)
    }
}

/// Reads a command line: the command first, then files and options in any order.
pub fn parse(mut parser: Parser) -> Result<Args, UsageError> {
    let mut args = Args {
        command: Command::Help,
        help_of: None,
        language: Language::Vi,
        json: false,
        today: None,
        decision: clock::today().map_or_else(newest, in_force),
        files: Vec::new(),
        apart: None,
        early: false,
        names: Vec::new(),
    };
    match fill(&mut args, &mut parser) {
        Ok(()) => Ok(args),
        Err(fault) => Err(UsageError { language: args.language, fault }),
    }
}

fn fill(args: &mut Args, parser: &mut Parser) -> Result<(), Fault> {
    let mut command = None;
    let mut other = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => other = Some(Command::Help),
            Arg::Short('V') | Arg::Long("version") => other = Some(Command::Version),
            Arg::Long("json") => args.json = true,
            Arg::Long("lang") => args.language = language(parser.value()?)?,
            Arg::Long("today") => args.today = Some(day(parser.value()?)?),
            Arg::Long("apart") => args.apart = Some(points(parser.value()?)?),
            Arg::Long("early") => args.early = true,
            Arg::Long("decision") => args.decision = decision(parser.value()?)?,
            Arg::Value(name) if command.is_none() => command = Some(named(name)?),
            Arg::Value(file) if command.is_some_and(Command::takes_files) => args.files.push(file.into()),
            Arg::Value(name) if command == Some(Command::Find) => args.names.push(name.to_string_lossy().into_owned()),
            Arg::Value(name) if command == Some(Command::Help) => args.help_of = Some(named(name)?),
            Arg::Value(file) => return Err(Fault::FilesNotAsked(file)),
            unknown => return Err(Fault::Option(unknown.unexpected())),
        }
    }
    args.help_of = args.help_of.or(command).filter(|command| *command != Command::Help);
    args.command = other.or(command).ok_or(Fault::NoCommand)?;
    match args.command {
        command if command.takes_files() && args.files.is_empty() => Err(Fault::NoFiles),
        Command::Find if args.names.is_empty() => Err(Fault::NoNames),
        Command::Find if args.names.iter().any(|name| name.trim().is_empty()) => Err(Fault::EmptyName),
        _ if names_input_twice(args) => Err(Fault::InputTwice),
        _ => Ok(()),
    }
}

/// Standard input is at its end once it was read.
fn names_input_twice(args: &Args) -> bool {
    let files = args.files.iter().filter(|file| file.as_os_str() == "-");
    files.count() + args.names.iter().filter(|name| *name == "-").count() > 1
}

fn named(name: OsString) -> Result<Command, Fault> {
    match name.to_str() {
        Some("catalogue") => Ok(Command::Catalogue),
        Some("rate") => Ok(Command::Rate),
        Some("check") => Ok(Command::Check),
        Some("find") => Ok(Command::Find),
        Some("sheet") => Ok(Command::Sheet),
        Some("panel") => Ok(Command::Panel),
        Some("register") => Ok(Command::Register),
        Some("help") => Ok(Command::Help),
        _ => Err(Fault::UnknownCommand(name)),
    }
}

fn language(value: OsString) -> Result<Language, Fault> {
    [Language::Vi, Language::En].into_iter().find(|language| value == language.tag()).ok_or(Fault::Language(value))
}

/// By its official number, or by the name of its folder: `26/2026/QĐ-TTg`, `26-2026`.
fn decision(value: OsString) -> Result<&'static Decision, Fault> {
    let meant = value.to_string_lossy();
    // As its folder is called, as it is printed, or short: 26-2026, 26/2026/QĐ-TTg, 26/2026.
    let known = all().iter().find(|decision| meant.replace('/', "-") == decision.id || meant == decision.number);
    known.ok_or(Fault::Decision(value))
}

fn points(value: OsString) -> Result<Points, Fault> {
    let points = value.to_str().and_then(|text| text.parse::<u8>().ok()).filter(|points| *points <= 100);
    points.map(Points).ok_or(Fault::Apart(value))
}

fn day(value: OsString) -> Result<Date, Fault> {
    value.to_str().and_then(Date::parse).ok_or(Fault::Today(value))
}

impl From<lexopt::Error> for Fault {
    fn from(error: lexopt::Error) -> Fault {
        Fault::Option(error)
    }
}

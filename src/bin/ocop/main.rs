//! `ocop catalogue | rate | check | find | sheet | panel | register`, for officers and scripts.
//!
//! What was asked for goes to standard output; what went wrong, and how far a long run is, to
//! standard error. Files are read one after the other and forgotten, so that a folder of ten
//! thousand needs no more memory than the largest of them.

mod args;
mod awaited;
mod check;
mod clock;
mod files;
mod find;
mod output;
mod panel;
mod progress;
mod rate;
mod register;
mod report;
mod sheet;
mod words;

use std::io;
use std::process::ExitCode;

use args::{Args, Command};

fn main() -> ExitCode {
    let done = match args::parse(lexopt::Parser::from_env()) {
        Ok(args) => run(&args),
        Err(error) => {
            output::complain(&error.text());
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(code) => code,
        // Whoever reads the output, such as `head`, has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> io::Result<ExitCode> {
    match args.command {
        Command::Help => output::text(&words::help(args.language, args.decision, args.help_of))?,
        Command::Version => output::line(&format!("ocop {}", ocop::VERSION))?,
        Command::Catalogue => output::text(&format!("{}\n", args.decision.catalogue()))?,
        Command::Rate => return rate::run(args),
        Command::Check => return check::run(args),
        Command::Sheet => return sheet::run(args),
        Command::Panel => return panel::run(args),
        Command::Register => return register::run(args),
        Command::Find => return find::run(args),
    }
    Ok(ExitCode::SUCCESS)
}

use std::io;
use std::process::ExitCode;

use ocop::domain::forms::{Value, csv_line, register_columns, register_row};
use serde_json::{Map, Value as Json};

use crate::args::Args;
use crate::output;
use crate::report::{self, Outcome};

/// A row for each product of a folder, as an officer keeps them: CSV, or a line of JSON each. Rows are written as the
/// files are read, so that ten thousand need no more memory than one.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    if !args.json {
        let titles = register_columns().iter().map(|(_, title)| Value::Text(title.get(args.language).into()));
        output::text(&format!("\u{feff}{}", csv_line(&titles.collect::<Vec<_>>())))?;
    }
    report::each(args, |path, opened| {
        let row = register_row(&opened.dossier, args.language);
        if args.json {
            let mut line: Map<String, Json> =
                register_columns().iter().zip(&row).map(|((key, _), value)| ((*key).to_owned(), json(value))).collect();
            line.insert("file".into(), path.display().to_string().into());
            report::json(&line)?;
        } else {
            output::text(&csv_line(&row))?;
        }
        Ok(if opened.warnings.is_empty() { Outcome::Fine } else { Outcome::Faults })
    })
}

fn json(value: &Value) -> Json {
    match value {
        Value::Number(number) => (*number).into(),
        // A number of any size, as text: JSON readers round what is long.
        Value::Amount(amount) => amount.plain().into(),
        Value::Text(text) => text.as_str().into(),
    }
}

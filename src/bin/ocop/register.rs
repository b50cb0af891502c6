use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::process::ExitCode;

use ocop::domain::dossier::wire::to_json_line;
use ocop::domain::forms::{Value, csv_line, register_columns, register_row};
use ocop::domain::places::Places;
use serde_json::{Map, Value as Json};

use crate::args::Args;
use crate::output;
use crate::report::{self, Outcome};
use crate::words::say;

/// The communes with their codes.
const COMMUNES: &str = include_str!("../../domain/places/communes.txt");

/// A row for each product of a folder, as an officer keeps them: CSV, or a line of JSON each. Rows are written as the
/// files are read, so that ten thousand need no more memory than one and two numbers each: a dossier that lies there
/// twice, as file and as copy, has one row; two states of it have a row each and are told.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    if !args.json {
        let titles = register_columns().iter().map(|(_, title)| Value::Text(title.get(args.language).into()));
        output::text(&format!("\u{feff}{}", csv_line(&titles.collect::<Vec<_>>())))?;
    }
    let places = Places::parse(COMMUNES);
    let mut rows: HashMap<u64, u64> = HashMap::new();
    report::each(args, |path, opened| {
        let dossier = &opened.dossier;
        let state = hash(&to_json_line(dossier));
        let known = rows.insert(hash(&(&dossier.id, &dossier.created)), state);
        if let Some(known) = known {
            let same = known == state;
            let what = if same {
                say(
                    args.language,
                    "hồ sơ này đã có trong bảng, không ghi lần nữa",
                    "is in the register already; left out",
                )
            } else {
                say(
                    args.language,
                    "hồ sơ này có hai bản khác nhau, cả hai đều ghi vào bảng: hãy giữ một bản",
                    "is a second state of a dossier; both are in the register: keep one",
                )
            };
            output::complain(&format!("{}: {what}", path.display()));
            if same {
                return Ok(Outcome::Fine);
            }
        }
        let row = register_row(dossier, places.as_ref(), args.language);
        if args.json {
            let mut line: Map<String, Json> =
                register_columns().iter().zip(&row).map(|((key, _), value)| ((*key).to_owned(), json(value))).collect();
            line.insert("file".into(), path.display().to_string().into());
            report::json(&line)?;
        } else {
            output::text(&csv_line(&row))?;
        }
        Ok(if opened.warnings.is_empty() && known.is_none() { Outcome::Fine } else { Outcome::Faults })
    })
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

fn json(value: &Value) -> Json {
    match value {
        Value::Number(number) => (*number).into(),
        // A number of any size, as text: JSON readers round what is long.
        Value::Amount(amount) => amount.plain().into(),
        Value::Text(text) => text.as_str().into(),
    }
}

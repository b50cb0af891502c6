use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::process::ExitCode;

use ocop::domain::decision::Language;
use ocop::domain::dossier::wire::to_json_line;
use ocop::domain::forms::{RegisterColumn, Value, csv_line, register_row};
use ocop::domain::places::Places;
use serde_json::{Map, Value as Json};

use crate::args::Args;
use crate::awaited::Awaited;
use crate::report::{self, Outcome};
use crate::words::say;
use crate::{clock, output};

/// The communes with their codes.
const COMMUNES: &str = include_str!("../../domain/places/communes.txt");

/// A row for each product of a folder, as an officer keeps them: CSV, or a line of JSON each. Rows are written as the
/// files are read, so that ten thousand need no more memory than one and two numbers each: a dossier that lies there
/// twice, as file and as copy, has one row; two states of it have a row each and are told. What a scorer fills in is no
/// product and has none: such files are told, and counted at the end.
pub fn run(args: &Args) -> io::Result<ExitCode> {
    if !args.json {
        let titles = RegisterColumn::ALL.map(|column| Value::Text(column.title().get(args.language).into()));
        output::text(&format!("\u{feff}{}", csv_line(&titles)))?;
    }
    let places = Places::parse(COMMUNES);
    let today = args.today.or_else(clock::today);
    let mut of_scorers = 0_usize;
    let mut rows: HashMap<u64, u64> = HashMap::new();
    let code = report::each(args, |path, opened| {
        let dossier = &opened.dossier;
        if dossier.scorer.is_some() {
            of_scorers += 1;
            let what = say(
                args.language,
                "là phiếu của người chấm, không phải hồ sơ riêng, không ghi vào bảng",
                "is a scorer's sheet and not a dossier of its own; left out",
            );
            output::complain(&format!("{}: {what}", path.display()));
            return Ok(if opened.warnings.is_empty() { Outcome::Fine } else { Outcome::Faults });
        }
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
        if let Some(awaited) = Awaited::on(dossier) {
            output::complain(&format!("{}: {}", path.display(), awaited.text(args.language)));
        }
        let row = register_row(dossier, places.as_ref(), today, args.language);
        if args.json {
            let keys = RegisterColumn::ALL.map(RegisterColumn::key);
            let mut line: Map<String, Json> =
                keys.iter().zip(&row).map(|(key, value)| ((*key).to_owned(), json(value))).collect();
            line.insert("file".into(), path.display().to_string().into());
            report::json(&line)?;
        } else {
            output::text(&csv_line(&row))?;
        }
        Ok(if opened.warnings.is_empty() && known.is_none() { Outcome::Fine } else { Outcome::Faults })
    })?;
    if of_scorers > 0 {
        output::complain(&not_of_its_own(of_scorers, args.language));
    }
    Ok(code)
}

/// What the run closes with where files of scorers lay in the folder.
fn not_of_its_own(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::Vi, _) => format!("{count} tệp không phải hồ sơ riêng, không có dòng nào trong bảng."),
        (Language::En, 1) => String::from("1 file is not a dossier of its own and has no row."),
        (Language::En, _) => format!("{count} files are not dossiers of their own and have no row."),
    }
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

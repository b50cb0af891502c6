//! The layer rule of `src/lib.rs`: `main -> ui -> session -> domain`, `adapters -> session`,
//! `office -> domain`; only `ui::hooks` calls `adapters`; `domain` imports nothing else of ours.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer's folder, what it may name of the crate, and files inside it that may name more.
const RULES: [(&str, &[&str]); 6] = [
    ("src/domain", &["domain"]),
    ("src/office", &["office", "domain"]),
    ("src/session", &["session", "domain"]),
    ("src/words", &["words", "domain"]),
    ("src/adapters", &["adapters", "session", "domain"]),
    ("src/ui", &["ui", "session", "domain", "words"]),
];

/// The only callers of `adapters`, and of `office`.
const HOOKS: &str = "src/ui/hooks";

#[test]
fn no_layer_imports_what_stands_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    let mut seen = 0;
    for (folder, allowed) in RULES {
        for path in sources(&root.join(folder)) {
            seen += 1;
            let text = fs::read_to_string(&path).expect("a source file is text");
            let shown = path.strip_prefix(root).expect("inside the crate").display().to_string();
            let hook = shown.starts_with(HOOKS);
            for (number, line) in text.lines().enumerate() {
                for name in crate_names(line) {
                    let beyond = hook && ["adapters", "office"].contains(&name.as_str());
                    if !allowed.contains(&name.as_str()) && !beyond {
                        faults.push(format!("{shown}:{}: may not name `{name}`: {}", number + 1, line.trim()));
                    }
                }
            }
        }
    }
    assert!(seen > 50, "the layers' folders have moved: {seen} files seen");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_domain_has_no_clock_no_io_and_no_floating_points() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain");
    let banned =
        ["std::fs", "std::net", "std::time", "std::env", "std::thread", "SystemTime", "println!", "f32", "f64"];
    let mut faults = Vec::new();
    for path in sources(&root) {
        // A JSON reader must take any number there is, to say that it is the wrong one.
        if path.ends_with("dossier/wire/node.rs") {
            continue;
        }
        for (number, line) in code(&path) {
            let words: Vec<&str> =
                line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':' || c == '!')).collect();
            if let Some(name) = banned.iter().find(|name| words.iter().any(|word| word.contains(**name))) {
                faults.push(format!("{}:{number}: {name}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// In the page that is published `{:?}` writes nothing (`scripts/build.sh`), while it does in every test.
#[test]
fn no_word_comes_from_debug() {
    let mut faults = Vec::new();
    for (folder, _) in RULES {
        for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let lines = code(&path).into_iter().filter(|(_, line)| line.contains("?}"));
            faults.extend(lines.map(|(number, line)| format!("{}:{number}: {}", path.display(), line.trim())));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A field may be left, closed or ended in the middle: what is kept of it is a day as somebody wrote it, and read as one
/// everywhere. `Date::parse` takes one way of writing alone, for days that the program itself knows.
#[test]
fn a_day_that_somebody_typed_is_read_in_one_way() {
    let mut faults = Vec::new();
    for (folder, _) in RULES {
        for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let lines = code(&path).into_iter().filter(|(_, line)| line.contains("Date::parse("));
            let clock = path.ends_with("adapters/clock.rs");
            faults.extend(
                lines.filter(|_| !clock).map(|(number, line)| format!("{}:{number}: {}", path.display(), line.trim())),
            );
        }
    }
    assert!(faults.is_empty(), "read it by Date::written:\n{}", faults.join("\n"));
}

/// The command for officers is made of the domain, components of values and callbacks.
#[test]
fn the_command_knows_the_domain_alone_and_components_no_app() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    let mut look = |folder: &str, wrong: &dyn Fn(&str) -> bool| {
        for path in sources(&root.join(folder)) {
            let lines = code(&path).into_iter().filter(|(_, line)| wrong(line));
            faults.extend(lines.map(|(number, line)| format!("{}:{number}: {}", path.display(), line.trim())));
        }
    };
    look("src/bin/ocop", &|line| {
        line.split("ocop::").skip(1).any(|rest| !rest.starts_with("domain") && !rest.starts_with(char::is_uppercase))
    });
    look("src/ui/components", &|line| ["AppHandle", "Session"].iter().any(|name| line.contains(name)));
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What a line names directly under the crate's root.
fn crate_names(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => group.split(',').map(str::trim).collect(),
            None => vec![rest],
        })
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        // The crate's own constants are everybody's.
        .filter(|name: &String| name.chars().any(char::is_lowercase))
        .collect()
}

/// Articles are cited from the decision's folder (`cites`), a decision by its number there.
#[test]
fn no_text_of_the_program_names_an_article_or_a_decision() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    let folders = RULES.iter().map(|(folder, _)| *folder).chain(["src/bin"]);
    let files = folders.flat_map(|folder| sources(&root.join(folder)).into_iter().map(|path| (code(&path), path)));
    let words = ["vi", "en"].map(|language| root.join(format!("src/words/{language}.json"))).map(|path| {
        let text = fs::read_to_string(&path).expect("the words are there");
        let lines = text.lines().enumerate().map(|(place, line)| (place + 1, line.to_owned())).collect();
        (lines, path)
    });
    for (lines, path) in files.chain(words) {
        for (number, line) in lines {
            let lower = line.to_lowercase();
            let cites = ["điều ", "khoản ", "article ", "articles "].iter().any(|word| {
                lower
                    .match_indices(word)
                    .any(|(at, _)| lower[at + word.len()..].starts_with(|c: char| c.is_ascii_digit()))
            });
            let names = ocop::domain::decision::all().iter().any(|decision| line.contains(decision.number));
            if cites || names {
                faults.push(format!("{}:{number}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A file's numbered lines without comments, and without tests: those may read files and print.
fn code(path: &Path) -> Vec<(usize, String)> {
    if path.components().any(|part| part.as_os_str().to_string_lossy().starts_with("tests")) {
        return Vec::new();
    }
    let text = fs::read_to_string(path).expect("a source file is text");
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let numbered = code.lines().enumerate().map(|(place, line)| (place + 1, line.to_owned()));
    numbered.filter(|(_, line)| !line.trim_start().starts_with("//")).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// Sets, criteria, wordings, ladders and rows of a decision's tables are told by numbers and keys, and those stand in its
/// folder alone. What may say one besides: the file, and the word in the line.
const MAY_NUMBER: [(&str, &str); 4] = [
    // A made-up product to look around with.
    ("src/ui/pages/example.rs", ""),
    // The version of the calendar's format.
    ("src/domain/calendar/ics.rs", "\"2.0\""),
    // Lengths in drawings.
    ("src/ui/components/meter.rs", "width=\"0.5\""),
    ("src/ui/pages/figures/result.rs", "width=\"0.5\""),
];

#[test]
fn what_one_decision_numbers_stands_in_its_folder_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for (folder, _) in RULES {
        for path in sources(&root.join(folder)) {
            let shown = path.strip_prefix(root).expect("inside the crate").display().to_string();
            let may = |line: &str| MAY_NUMBER.iter().any(|(file, word)| shown == *file && line.contains(word));
            let lines = code(&path).into_iter().filter(|(_, line)| numbers_a_law(line) && !may(line));
            faults.extend(lines.map(|(number, line)| format!("{shown}:{number}: {}", line.trim())));
        }
    }
    assert!(faults.is_empty(), "these belong in the decision's folder:\n{}", faults.join("\n"));
}

#[test]
fn a_number_of_a_law_is_known_by_how_it_is_written() {
    for told in [
        "\"5.1\" => true",
        "[\"6.1.1\"]",
        "&[\"w020\", \"c001\"]",
        "key == \"w005d\"",
        "SetNo(26)",
        "decision.set(1)",
        "EvidenceKind(12)",
        "Answer::Level(3)",
        "id == \"26-2026\"",
        "\"26/2026/QĐ-TTg\"",
    ] {
        assert!(numbers_a_law(told), "{told}");
    }
    for other in
        ["format!(\"{}.75\")", "EvidenceKind(0)", "set(no)", "\"c\"", "\"1.234.567\"", "SetNo(row.no)", "Level(level)"]
    {
        assert!(!numbers_a_law(other), "{other}");
    }
}

fn numbers_a_law(line: &str) -> bool {
    let called = ["SetNo(", "Level(", "EvidenceKind(", ".set("].iter().any(|call| {
        line.match_indices(call).any(|(at, _)| {
            let argument = line[at + call.len()..].split(')').next().unwrap_or_default();
            argument != "0" && !argument.is_empty() && argument.chars().all(|c| c.is_ascii_digit())
        })
    });
    called || line.split('"').skip(1).step_by(2).any(|text| is_code(text) || is_key(text) || is_decision(text))
}

/// Such as `5.1` or `6.1.1`.
fn is_code(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let number = |part: &&str| (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit());
    (2..=3).contains(&parts.len()) && parts.iter().all(number)
}

/// Such as `c001`, `w020` or `w020c`.
fn is_key(text: &str) -> bool {
    let number =
        text.strip_prefix(['c', 'w', 'v', 'n']).map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_lowercase()));
    number.is_some_and(|number| number.len() == 3 && number.chars().all(|c| c.is_ascii_digit()))
}

/// Such as `26-2026` or `26/2026/QĐ-TTg`.
fn is_decision(text: &str) -> bool {
    let number = text.trim_end_matches("/QĐ-TTg");
    let parts = number.split_once(['-', '/']);
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    parts.is_some_and(|(number, year)| digits(number) && digits(year) && year.len() == 4)
}

//! The layer rule of `src/lib.rs`: `main -> ui -> session -> domain`, `adapters -> domain`,
//! `office -> domain`; only `ui::hooks` calls `adapters`; `domain` imports nothing else of ours.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer's folder, what it may name of the crate, and files inside it that may name more.
const RULES: [(&str, &[&str]); 6] = [
    ("src/domain", &["domain"]),
    ("src/office", &["office", "domain"]),
    ("src/session", &["session", "domain"]),
    ("src/words", &["words", "domain"]),
    ("src/adapters", &["adapters", "domain", "office"]),
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

/// What a line names directly under the crate's root.
fn crate_names(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::")
        .skip(1)
        .filter(|rest| !rest.starts_with('{'))
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        // The crate's own constants are everybody's.
        .filter(|name: &String| name.chars().any(char::is_lowercase))
        .collect()
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

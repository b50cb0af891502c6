//! Turns the decisions' data (`src/domain/decisions/`, a folder a decision) and the interface's texts
//! (`src/words/`) into Rust statics, and refuses data that do not add up with a message that names
//! file, set and criterion.
//!
//! `OCOP_DECISIONS` names one more folder of decisions, for tests: an invented decision is compiled in only there.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::de::DeserializeOwned;

use catalogue::{Folder, Writer};
use find::Knowledge;
use printed::Printed;

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/data.rs"]
mod data;
#[path = "build/find.rs"]
mod find;
#[path = "build/interface.rs"]
mod interface;
#[path = "build/printed.rs"]
mod printed;
#[path = "build/version.rs"]
mod version;

const WORDS: &str = "src/words";
const DECISIONS: &str = "src/domain/decisions";
const MORE_DECISIONS: &str = "OCOP_DECISIONS";

/// The first wasm speaks Vietnamese; English comes with the whole page.
const BOTH_LANGUAGES: &str = "#[cfg(any(feature = \"pages\", not(feature = \"app\")))]";

fn main() {
    println!("cargo::rerun-if-env-changed={MORE_DECISIONS}");
    println!("cargo::rerun-if-changed={WORDS}/vi.json");
    println!("cargo::rerun-if-changed={WORDS}/en.json");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=CHANGELOG.md");
    println!("cargo::rustc-env=OCOP_DAY={}", version::day(Path::new("CHANGELOG.md")));
    let mut writer = Writer::default();
    let mut knowledge = Knowledge::default();
    let mut printed = Printed::default();
    for root in decisions() {
        let id = root.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = folder(root);
        knowledge.decision(&id, &folder.root, &folder.sets);
        printed.decision(&id, &folder.root, &folder.sets);
        writer.decision(&id, folder);
    }
    write_out("catalogue.rs", &writer.tables());
    write_out("find.rs", &knowledge.table());
    write_out("printed.rs", &printed.tables());
    write_out("words.rs", &interface::interface(Path::new(WORDS)));
}

/// A folder a decision, in the order of their names.
fn decisions() -> Vec<PathBuf> {
    let more = env::var(MORE_DECISIONS).ok().filter(|folder| !folder.is_empty());
    let mut roots = Vec::new();
    for folder in [Some(DECISIONS.to_owned()), more].into_iter().flatten() {
        println!("cargo::rerun-if-changed={folder}");
        let folder = Path::new(&folder);
        let entries = fs::read_dir(folder).unwrap_or_else(|error| fail(folder, error));
        let mut found: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        found.retain(|path| path.is_dir());
        found.sort();
        roots.extend(found);
    }
    roots
}

fn folder(root: PathBuf) -> Folder {
    Folder {
        decision: read(&root.join("decision.json")),
        sets: data::set_files(&root).into_iter().map(|path| (path.clone(), read(&path))).collect(),
        errata: read(&root.join("errata.json")),
        vi: read(&root.join("words/vi.json")),
        en: read(&root.join("words/en.json")),
        root,
    }
}

fn write_out(name: &str, code: &str) {
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(&out, code).unwrap_or_else(|error| fail(&out, error));
}

fn fail(path: &Path, what: impl std::fmt::Display) -> ! {
    println!("cargo::error={}: {what}", path.display());
    std::process::exit(1);
}

fn read<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| fail(path, error));
    serde_json::from_str(&text).unwrap_or_else(|error| fail(path, error))
}

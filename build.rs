//! Turns the decisions' data (`src/domain/decisions/`, a folder a decision) and the interface's texts
//! (`src/words/`) into Rust statics, and refuses data that do not add up with a message that names
//! file, set and criterion.
//!
//! `OCOP_DECISIONS` names one more folder of decisions, for tests: an invented decision is compiled in only there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::de::DeserializeOwned;
use serde_json::Value;

use catalogue::{Folder, Writer};
use checks::Checks;
use data::{DecisionFile, ErratumData, SetFile, WordsFile};
use files::Files;
use find::Knowledge;
use printed::Printed;

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/checks.rs"]
mod checks;
#[path = "build/data.rs"]
mod data;
// The fields of the forms, which the data name by their keys.
#[allow(dead_code, reason = "the build needs the keys alone")]
#[path = "src/domain/dossier/field.rs"]
mod field;
#[path = "build/files.rs"]
mod files;
#[path = "build/find.rs"]
mod find;
#[path = "build/interface.rs"]
mod interface;
#[path = "build/keys.rs"]
mod keys;
#[path = "build/printed.rs"]
mod printed;
#[path = "build/version.rs"]
mod version;

const WORDS: &str = "src/words";
const DECISIONS: &str = "src/domain/decisions";
const MORE_DECISIONS: &str = "OCOP_DECISIONS";

/// The first wasm speaks Vietnamese; English comes with the whole page.
const BOTH_LANGUAGES: &str = "#[cfg(any(feature = \"pages\", not(feature = \"app\")))]\n";

pub fn main() {
    println!("cargo::rerun-if-env-changed={MORE_DECISIONS}");
    println!("cargo::rerun-if-changed={WORDS}/vi.json");
    println!("cargo::rerun-if-changed={WORDS}/en.json");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/domain/dossier/field.rs");
    println!("cargo::rerun-if-changed=CHANGELOG.md");
    println!("cargo::rustc-env=OCOP_DAY={}", version::day(Path::new("CHANGELOG.md")));
    let mut writer = Writer::default();
    let mut knowledge = Knowledge::default();
    let mut printed = Printed::default();
    let mut checks = Checks::default();
    let mut files = Files::default();
    let roots = decisions();
    let mut names = BTreeMap::new();
    for root in &roots {
        let id = root.file_name().unwrap_or_default().to_string_lossy().into_owned();
        refuse_strangers(root);
        let chain = chain(root, &roots);
        let folder = folder(&chain);
        refuse_doubles(&mut names, &folder);
        knowledge.decision(&id, &chain, &folder.sets);
        let prints = checks::Printed::of(&folder.sets, &folder.ladders);
        checks.decision(&id, &chain, &prints);
        checks.paperless(&chain, &folder.ladders, &folder.sets);
        checks.proofs(&id, &chain, &prints, &folder.ladders);
        files.decision(&id, &chain, &prints, &folder.sets.iter().map(|(_, set)| set.no).collect());
        // What is printed of a set is looked for once the set itself holds together.
        let sets = writer.decision(&id, folder);
        printed.decision(&id, &chain, &sets);
    }
    write_out("catalogue.rs", &writer.tables());
    write_out("catalogue_first.rs", &writer.first_tables());
    write_out("checks.rs", &checks.tables());
    write_out("files.rs", &files.tables());
    write_out("find.rs", &knowledge.table());
    write_out("printed.rs", &printed.tables());
    write_out("words.rs", &interface::interface(Path::new(WORDS)));
}

/// A folder a decision, in the order in which they come into force.
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
        if let Some(path) = found.iter().map(|root| root.join("decision.json")).find(|path| !path.exists()) {
            fail(&path, "each decision has this file, with \"number\", \"in_force_from\" and \"share_mark\" at least");
        }
        roots.extend(found);
    }
    // What is no day is told of when the decision is read.
    roots.sort_by_cached_key(|root| {
        let day = read::<Value>(&root.join("decision.json"))["in_force_from"].as_str().map(str::to_owned);
        day.unwrap_or_default().split('/').rev().filter_map(|part| part.parse().ok()).collect::<Vec<u32>>()
    });
    roots
}

/// What the folder of a decision may have in it. A file of another name would be passed over, whatever it says.
const NAMES: [&str; 12] = [
    "decision.json",
    "sets",
    "words",
    "ladders.json",
    "errata.json",
    "printed.json",
    "checks.json",
    "figures.json",
    "checklists.json",
    "find.json",
    "guide",
    "templates",
];

/// Refuses what is no file of a decision, and a decision that does not say what each says of itself.
fn refuse_strangers(root: &Path) {
    let entries = fs::read_dir(root).unwrap_or_else(|error| fail(root, error));
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with('.') && !NAMES.contains(&&*name) {
            fail(&path, format!("a decision has no file of this name; it has {}", NAMES.join(", ")));
        }
    }
    let path = root.join("decision.json");
    let own = read::<Value>(&path);
    for key in ["number", "in_force_from", "share_mark"] {
        if !own[key].is_string() {
            fail(&path, format!("\"{key}\": each decision says its own, as a text in quotation marks"));
        }
    }
    data::in_force_from(&path, own["in_force_from"].as_str().unwrap_or_default());
}

/// Files tell decisions apart by their numbers, links by their marks, addresses by their folders, which say the number;
/// which is the newest, by the day.
fn refuse_doubles(names: &mut BTreeMap<String, PathBuf>, folder: &Folder) {
    let path = folder.root.join("decision.json");
    let number = &folder.decision.number;
    let named = folder.root.file_name().unwrap_or_default().to_string_lossy().replace('-', "/");
    if !number.starts_with(&format!("{named}/")) {
        fail(&path, format!("\"number\": \"{number}\", but a folder of this name is that of \"{named}/…\""));
    }
    let day = folder.decision.in_force_from.clone();
    for (key, name) in
        [("number", number.clone()), ("share_mark", folder.decision.share_mark.to_string()), ("in_force_from", day)]
    {
        if let Some(other) = names.insert(format!("{key} {name}"), folder.root.clone()) {
            fail(
                &path,
                format!("\"{key}\": \"{name}\" is that of {} already: this decision needs another", other.display()),
            );
        }
    }
}

/// A decision's folder behind those of the decisions that it amends.
fn chain(root: &Path, roots: &[PathBuf]) -> Vec<PathBuf> {
    let path = root.join("decision.json");
    let amends = read::<Value>(&path)["amends"].as_str().map(str::to_owned);
    let Some(id) = amends else { return vec![root.to_owned()] };
    let older = roots.iter().take_while(|known| *known != root);
    let Some(amended) = older.into_iter().find(|known| known.ends_with(&id)) else {
        if roots.iter().any(|known| known.ends_with(&id)) {
            fail(
                &path,
                format!("\"amends\": \"{id}\" does not come into force before this decision (\"in_force_from\")"),
            )
        }
        fail(&path, format!("\"amends\": no decision has the folder \"{id}\"; a folder's name is such as 26-2026"))
    };
    let mut chain = chain(amended, roots);
    chain.push(root.to_owned());
    chain
}

fn folder(chain: &[PathBuf]) -> Folder {
    let root = chain.last().cloned().unwrap_or_default();
    let decision: DecisionFile = laid(chain, "decision.json");
    let sets: Vec<(PathBuf, SetFile)> =
        data::set_files(chain).into_iter().map(|path| (path.clone(), read::<SetFile>(&path))).collect();
    data::refuse_misnamed(&root, &sets, &decision.dropped_sets);
    if decision.amends.is_none() && !decision.dropped_sets.is_empty() {
        fail(&root.join("decision.json"), "\"dropped_sets\" are of the decision that it amends, and it amends none");
    }
    let ladders = root.join("ladders.json");
    let mut errata: Vec<ErratumData> = laid(chain, "errata.json");
    let (mut vi, mut en): (WordsFile, WordsFile) = (laid(chain, "words/vi.json"), laid(chain, "words/en.json"));
    // Doubts about a set that was dropped are none any more.
    let kept: Vec<bool> =
        errata.iter().map(|erratum| !erratum.set.is_some_and(|no| decision.dropped_sets.contains(&no))).collect();
    if !root.join("errata.json").exists() && [vi.errata.len(), en.errata.len()] == [errata.len(); 2] {
        errata = still(errata, &kept);
        vi.errata = still(vi.errata, &kept);
        en.errata = still(en.errata, &kept);
    }
    Folder {
        sets: sets.into_iter().filter(|(_, set)| !decision.dropped_sets.contains(&set.no)).collect(),
        errata,
        vi,
        en,
        ladders: if ladders.exists() { laid(chain, "ladders.json") } else { BTreeMap::new() },
        own_words: ["words/vi.json", "words/en.json"].map(|name| own(&root, name)),
        decision,
        root,
    }
}

/// What is kept of a list.
fn still<T>(list: Vec<T>, kept: &[bool]) -> Vec<T> {
    list.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(entry, _)| entry).collect()
}

/// A file laid over those of the amended decisions, as what it stands for.
fn laid<T: DeserializeOwned>(chain: &[PathBuf], name: &str) -> T {
    let path = chain.last().cloned().unwrap_or_default().join(name);
    shaped(&path, &data::laid_over(chain, name))
}

/// What a laid over file stands for. Such a file has no lines of its own: what is wrong is told by its keys.
fn shaped<T: DeserializeOwned>(path: &Path, value: &Value) -> T {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|error| {
        let what = error.to_string();
        let what = what.rsplit_once(" at line ").map_or(&*what, |(what, _)| what);
        match data::keys_at(&text, error.line()) {
            keys if keys.is_empty() => fail(path, what),
            keys => fail(path, format!("{keys}: {what}")),
        }
    })
}

/// A file as the folder itself has it; null where it has none.
fn own(root: &Path, name: &str) -> Value {
    let path = root.join(name);
    if path.exists() { read(&path) } else { Value::Null }
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
    let once = serde_json::from_str::<keys::Once>(&text);
    once.and_then(|keys::Once| serde_json::from_str(&text)).unwrap_or_else(|error| fail(path, error))
}

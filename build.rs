//! Turns the Decision's data (`src/domain/decisions/26-2026/`) and the interface's texts
//! (`src/words/`) into Rust statics, and refuses data that do not add up with a message that names
//! file, set and criterion.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::de::DeserializeOwned;

use catalogue::{Words, Writer};
use data::{ErratumData, SetFile};

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/data.rs"]
mod data;
#[path = "build/interface.rs"]
mod interface;

const WORDS: &str = "src/words";
const DATA: &str = "src/domain/decisions/26-2026";
const SETS: u8 = 26;

/// The first wasm speaks Vietnamese; English comes with the whole page.
const BOTH_LANGUAGES: &str = "#[cfg(any(feature = \"pages\", not(feature = \"app\")))]";

fn main() {
    println!("cargo::rerun-if-changed={DATA}");
    println!("cargo::rerun-if-changed={WORDS}/vi.json");
    println!("cargo::rerun-if-changed={WORDS}/en.json");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let root = Path::new(DATA);
    let words =
        Words { vi: read(&root.join("words/vi.json")), en: read(&root.join("words/en.json")), used: BTreeSet::new() };
    let sets: Vec<(PathBuf, SetFile)> =
        data::set_files(root).into_iter().map(|path| (path.clone(), read(&path))).collect();
    if sets.len() != usize::from(SETS) {
        fail(root, format!("{} product sets, the Decision has {SETS}", sets.len()));
    }
    let errata: Vec<ErratumData> = read(&root.join("errata.json"));

    let mut writer = Writer::new(words);
    let mut table = String::new();
    for (place, (path, set)) in sets.iter().enumerate() {
        if usize::from(set.no) != place + 1 {
            fail(path, format!("set {} stands in place {}", set.no, place + 1));
        }
        writer.set(path, set, &mut table);
    }
    let errata = writer.errata(&root.join("errata.json"), &errata, &sets);
    writer.refuse_unused(root);

    let code = format!("static SETS: [SetRow; {SETS}] = [\n{table}];\n{errata}\n{}", writer.tables());
    write_out("catalogue.rs", &code);
    write_out("words.rs", &interface::interface(Path::new(WORDS)));
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

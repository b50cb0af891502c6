//! The dossier format (`ocop::domain::dossier::wire`): what is written comes back, old files open
//! for ever, every file fits the schema, and no input does harm.

#[path = "../support/mod.rs"]
mod support;

mod broken;
mod future;
mod fuzz;
mod golden;
mod identity;
mod level_keys;
mod long;
mod schema;
mod warnings;

use std::path::{Path, PathBuf};

use serde_json::Value;

/// A folder or file of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a folder of the repository in the order of their names.
fn files_of(folder: &str) -> Vec<PathBuf> {
    let folder = repository(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// The content of a golden dossier.
fn golden(name: &str) -> String {
    std::fs::read_to_string(repository("tests/dossiers/v1").join(name)).unwrap()
}

/// The golden first dossier with one value changed.
fn with(pointer: &str, key: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(&golden("set-01-five-stars.json")).unwrap();
    file.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}"))[key] = value;
    file.to_string()
}

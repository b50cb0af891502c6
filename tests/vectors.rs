//! Holds the rating against worked ratings: every file of `tests/vectors/`, and every file named in
//! `OCOP_VECTORS` (separated by colons). `tests/vectors/README.md` says what a vector is.

#[path = "support/vectors.rs"]
mod worked;

use std::path::PathBuf;
use std::{env, fs};

#[test]
fn every_worked_rating_comes_out_the_same() {
    let (mut rows, mut faults) = (0, Vec::new());
    for path in files() {
        let (count, found) = worked::differences(&path);
        rows += count;
        faults.extend(found);
    }
    assert!(rows > 0, "no vectors found");
    assert!(faults.is_empty(), "{} of {rows} rows differ\n{}", faults.len(), faults.join("\n"));
}

fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let own = fs::read_dir(folder).expect("tests/vectors is there").filter_map(|entry| Some(entry.ok()?.path()));
    let named = env::var("OCOP_VECTORS").unwrap_or_default();
    own.filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .chain(named.split(':').filter(|path| !path.is_empty()).map(PathBuf::from))
        .collect()
}

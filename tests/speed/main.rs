//! How fast the page is on a cheap phone with a weak line: headless Chromium with the processor
//! slowed down six times and the network held at 1.44 Mbit/s and 300 ms. Part of `make bench`, which
//! lays out in `target/` the build as a host compresses it (`bench-site`) and a page written by hand to hold it
//! against (`bench-by-hand`). Prints figures beside their budgets; no test fails by the clock.

#[allow(dead_code, unused_imports, reason = "figures need less of the harness than tests do")]
#[path = "../browser/harness/mod.rs"]
mod harness;

mod answering;
mod bound;
mod endurance;
mod first;
mod job;
mod phone;
mod photos;
mod reading;
mod single_file;
mod table;

use std::path::Path;

use serde_json::Value;

/// The dossier that is measured with.
const DOSSIER: &str = "tests/dossiers/v1/set-01-five-stars.json";

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = |name: &str| {
        let folder = root.join("target").join(name);
        assert!(folder.join("index.html").is_file(), "`make bench` lays out what to measure in {}", folder.display());
        folder
    };
    let text = std::fs::read_to_string(root.join(DOSSIER)).expect("the dossier to measure with");
    let dossier: Value = serde_json::from_str(&text).expect("a dossier is JSON");
    let (site, by_hand) = (folder("bench-site"), folder("bench-by-hand"));

    // `cargo test --test speed -- first`: some of it.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wants = |what: &str| wanted.is_empty() || wanted.iter().any(|word| word == what);
    if wants("first") {
        first::first_visits(&site, &by_hand);
        first::later_visits(&site);
    }
    if wants("single") {
        single_file::against_a_folder(&site);
    }
    if wants("answers") {
        answering::answers(&site, &dossier);
    }
    if wants("table") {
        table::of_many(&site, &dossier);
    }
    if wants("job") {
        job::whole(&site);
    }
    if wants("bound") {
        bound::bound(&site, &dossier);
    }
    if wants("reading") {
        reading::large(&site);
    }
    if wants("photos") {
        photos::many(&site, &dossier);
    }
    if wants("memory") {
        endurance::memory(&site, &dossier);
        endurance::endurance(&site, &dossier);
    }
}

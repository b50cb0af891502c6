//! The version and its day, as the first heading of `CHANGELOG.md` has them: `## 0.2.0 (2026-11-26)`.

use std::path::Path;
use std::{env, fs};

use super::fail;

/// The day of the version that `Cargo.toml` names.
pub fn day(changes: &Path) -> String {
    let text = fs::read_to_string(changes).unwrap_or_else(|error| fail(changes, error));
    let heading = text.lines().find_map(|line| line.strip_prefix("## "));
    let parts = heading.and_then(|heading| heading.strip_suffix(')')).and_then(|heading| heading.split_once(" ("));
    let Some((version, day)) = parts else { fail(changes, "the first heading is no `## 0.2.0 (2026-11-26)`") };
    let built = env::var("CARGO_PKG_VERSION").expect("cargo sets CARGO_PKG_VERSION");
    if version != built {
        fail(changes, format!("the first heading is version {version}, Cargo.toml has {built}"));
    }
    day.to_owned()
}

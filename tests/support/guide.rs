use std::fs;
use std::path::Path;

use ocop::domain::decision::Guide;

/// The guide of 26/2026 in a language, `vi` or `en`.
pub fn guide(language: &str) -> Guide {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/decisions/26-2026/guide");
    let read = |name: &str| fs::read_to_string(folder.join(format!("{name}.json"))).expect(name);
    Guide::parse(&read("facts"), &read(language)).expect("the guide is JSON of its form")
}

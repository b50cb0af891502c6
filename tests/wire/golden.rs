//! Files of version 1 that must open for ever. `tests/dossiers/README.md` says what each is.

use ocop::domain::dossier::wire;
use ocop::domain::forms::copy_html;

use crate::{files_of, golden, repository, schema};

#[test]
fn every_golden_dossier_opens_whole_and_is_written_the_same() {
    let mut found = 0;
    for path in files_of("tests/dossiers/v1").iter().filter(|path| path.extension().is_some_and(|kind| kind == "json"))
    {
        let text = std::fs::read_to_string(path).unwrap();
        let opened = wire::from_bytes(text.as_bytes()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(opened.warnings, vec![], "{}", path.display());
        let written = wire::to_json_with_files(&opened.dossier, &opened.files);
        assert_eq!(without_keys(&written), without_keys(&text), "{}", path.display());
        assert_eq!(wire::from_json(&written).map(|(dossier, _)| dossier), Ok(opened.dossier), "{}", path.display());
        assert_eq!(schema::faults(&text), Vec::<String>::new(), "{}", path.display());
        found += 1;
    }
    assert!(found >= 8, "{found} golden dossiers");
}

/// Files from before levels had keys are written with them, and else the same; where a key is the last
/// of its object, the comma before it goes along.
fn without_keys(json: &str) -> String {
    let lines = json.lines().filter(|line| !line.trim_start().starts_with("\"key\": "));
    lines.map(|line| line.trim_end_matches(',')).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_html_copy_opens_as_the_dossier_that_it_carries() {
    let (from_html, warnings) = wire::from_json(&golden("odd-texts.html")).unwrap();
    assert_eq!(warnings, vec![]);
    assert_eq!(from_html, wire::from_json(&golden("odd-texts.json")).unwrap().0);
}

/// What a reader of the file, not of this program, would look for.
#[test]
fn a_golden_dossier_carries_the_rating_that_follows_from_it() {
    for (name, total, star, knocked_out) in [
        ("empty-first.json", 0, Some(1), &[][..]),
        ("set-01-five-stars.json", 100, Some(5), &[][..]),
        ("set-16-zero.json", 97, None, &["6.2"][..]),
        ("set-21-exempt.json", 96, Some(5), &[][..]),
        ("set-26-cases.json", 94, Some(5), &[][..]),
        ("upgrade.json", 95, Some(4), &[][..]),
        ("re-rating.json", 90, Some(3), &[][..]),
        ("odd-texts.json", 0, None, &["dossier"][..]),
    ] {
        let file: serde_json::Value = serde_json::from_str(&golden(name)).unwrap();
        let rating = &file["rating"];
        assert_eq!(rating["total"], total, "{name}");
        assert_eq!(rating["star"], serde_json::json!(star), "{name}");
        assert_eq!(rating["knocked_out"], serde_json::json!(knocked_out), "{name}");
    }
}

#[test]
fn every_golden_dossier_is_explained() {
    let readme = std::fs::read_to_string(repository("tests/dossiers/README.md")).unwrap();
    for path in files_of("tests/dossiers/v1") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(readme.contains(&format!("`{name}`")), "tests/dossiers/README.md does not say what {name} is");
    }
}

#[test]
fn the_html_copy_with_the_forms_opens_as_the_same_dossier() {
    let text = golden("odd-texts.json");
    let (dossier, _) = wire::from_json(&text).unwrap();
    let page = copy_html(&dossier, &Default::default(), &Default::default(), None);
    assert_eq!(wire::from_json(&page), Ok((dossier, vec![])));
}

#[test]
fn a_file_that_is_handed_out_says_who_wrote_it_and_opens_as_the_same_dossier() {
    for path in files_of("tests/dossiers/v1").iter().filter(|path| path.extension().is_some_and(|kind| kind == "json"))
    {
        let (dossier, _) = wire::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
        let file = wire::to_file(&dossier, "ocop \"next\"");
        assert!(file.contains("\n  \"written_by\": \"ocop \\\"next\\\"\",\n"), "{file}");
        assert_eq!(schema::faults(&file), Vec::<String>::new(), "{}", path.display());
        assert_eq!(wire::from_json(&file).unwrap(), (dossier, vec![]), "{}", path.display());
    }
}

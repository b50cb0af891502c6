//! Texts and papers as people bring them: `tests/archives/`.

use std::collections::BTreeMap;
use std::path::Path;

use ocop::domain::decision::{Language, newest};
use ocop::domain::dossier::{Attachment, Dossier, Field, date_fault, hint, tidy_date, wire};
use ocop::domain::find::find;
use ocop::domain::forms::{self, PaperNames};
use ocop::domain::spelling::{is_unseen, typed};

fn brought(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives").join(name)).expect(name)
}

/// What stands behind a name in `ky-tu-an.txt`: as it is pasted, with all that nobody sees.
fn pasted(name: &str) -> String {
    let file = brought("ky-tu-an.txt");
    let texts = file.split('\n').filter_map(|line| line.split_once(": "));
    texts.filter(|text| text.0 == name).map(|text| text.1.to_owned()).next().expect(name)
}

/// Fields hold what was typed without it; those of files and older builds hold it still, and are no more wrong for it.
#[test]
fn what_nobody_sees_in_a_pasted_text_is_no_fault_and_joins_no_words() {
    for (name, field, plain) in [("phone", Field::Phone, "0912 345 678"), ("mail", Field::Email, "htx@example.vn")] {
        let text = pasted(name);
        assert!(text.chars().any(is_unseen), "{name} is of those that have signs that nobody sees");
        assert_eq!(typed(&text), plain);
        assert_eq!(hint(field, &text, newest()), None, "{text:?}");
    }
    let day = pasted("date");
    assert_eq!(date_fault(&day), None, "{day:?}");
    assert_eq!(tidy_date(&day), "05/03/2019");
    assert_eq!(typed(&pasted("VT")), "Tổ hợp tác\nnuôi ong\nU Minh");
}

/// The letters of other alphabets that look like ours find what ours find.
#[test]
fn a_name_in_look_alike_letters_finds_the_same_sets() {
    let searched = pasted("search");
    let names: Vec<&str> = searched.split(" | ").collect();
    for (pasted, plain) in names.iter().zip(["Đường", "nước mắm", "Đường"]) {
        assert_ne!(*pasted, plain, "it only looks like it");
        let sets = |name: &str| {
            let found = find(newest(), name, Language::Vi);
            found.proposals.iter().map(|proposal| proposal.set.no.0).collect::<Vec<_>>()
        };
        assert!(!sets(plain).is_empty(), "{plain}");
        assert_eq!(sets(pasted), sets(plain), "{pasted:?}");
    }
}

fn called_by_a_link() -> Dossier {
    let (dossier, warnings) = wire::from_json(&brought("ten-giay-la-duong-dan.json")).expect("it opens");
    assert_eq!(warnings, [], "nothing of it is dropped or changed");
    dossier
}

/// Read, printed and written again with all of it; what its photo is called is no longer than a disk bears.
#[test]
fn a_paper_called_by_a_link_keeps_its_name_everywhere() {
    let mut dossier = called_by_a_link();
    let link = dossier.papers[0].title.clone();
    assert!(link.starts_with("https://drive.google.com/file/d/") && link.ends_with("/view?usp=sharing"), "{link}");
    let (again, _) = wire::from_json(&wire::to_json(&dossier)).expect("what was written opens");
    assert_eq!(again.papers[0].title, link);
    let names = PaperNames::new();
    for (place, text) in [
        ("the list of evidence", forms::evidence_list(&dossier, &names)),
        ("the copy", forms::copy_html(&dossier, &names, &BTreeMap::new(), None)),
    ] {
        assert!(text.contains(&link), "{place} has all of it");
    }
    let photo = Attachment { id: "anh".into(), name: "anh.jpg".into(), media: "image/jpeg".into(), size: 4, sum: None };
    dossier.papers[0].attachments.push(photo);
    let files = forms::evidence_files(&dossier);
    let [file] = &files[..] else { panic!("one photo, but {files:?}") };
    let name = file.path.strip_prefix("minh-chung/").expect("in its folder");
    assert!(!name.contains(['/', ':', '?', '\\']), "a name that every disk takes: {name}");
    assert!(name.len() < 100, "{} letters: {name}", name.len());
}

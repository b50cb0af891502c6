//! The words: both languages, the same numbers, and nothing left without help or papers.

#[path = "support/guide.rs"]
mod guide;

use ocop::domain::decision::Language;
use ocop::domain::decision::{Guide, Text, first};
use ocop::words::words;

use crate::guide::guide;

/// The numbers of a text, sorted: a threshold lost in translation is a wrong rule.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() {
            number.push(c);
        } else if !number.is_empty() {
            found.push(std::mem::take(&mut number).trim_start_matches('0').to_owned());
        }
    }
    found.sort();
    found
}

#[track_caller]
fn check(place: &str, vi: &str, en: &str) {
    assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{place}: a language is missing");
    assert_eq!(numbers(vi), numbers(en), "{place}\n vi: {vi}\n en: {en}");
}

#[test]
fn every_text_of_the_criteria_has_both_languages_with_the_same_numbers() {
    let same = |place: String, text: Text| check(&place, text.vi, text.en);
    for set in first().sets {
        same(format!("set {}", set.no.0), set.name);
        if let Some(line) = set.disqualification {
            same(format!("set {} disqualification", set.no.0), line.text);
            same(format!("set {} disqualification question", set.no.0), line.question);
        }
        for criterion in set.criteria {
            let place = format!("set {} criterion {}", set.no.0, criterion.code);
            same(format!("{place} title"), criterion.wording.title);
            same(format!("{place} question"), criterion.wording.question);
            for (index, label) in criterion.ladder.labels.iter().enumerate() {
                same(format!("{place} level {index}"), *label);
            }
            for note in criterion.notes {
                same(format!("{place} note"), note.text);
            }
        }
    }
    for erratum in first().errata {
        same(format!("erratum {}", erratum.place), erratum.printed);
        same(format!("erratum {}", erratum.place), erratum.applied);
    }
}

#[test]
fn every_wording_has_help_and_advice_in_both_languages() {
    let (vi, en) = (guide("vi"), guide("en"));
    for criterion in first().sets.iter().flat_map(|set| set.criteria) {
        let key = criterion.wording.key;
        let (Some(a), Some(b)) = (vi.words.help.get(key), en.words.help.get(key)) else { panic!("{key} has no help") };
        check(&format!("{key} help"), &a.text, &b.text);
        check(&format!("{key} advice"), &a.lead, &b.lead);
        let (least, most) = vi.facts.lead.get(key).copied().unwrap_or_else(|| panic!("{key} has no lead time"));
        assert!(least <= most, "{key}: {least} to {most} months");
    }
}

#[test]
fn proofs_name_papers_that_are_there_and_levels_that_exist() {
    let (vi, en) = (guide("vi"), guide("en"));
    for criterion in first().sets.iter().flat_map(|set| set.criteria) {
        for proof in vi.proofs(criterion) {
            assert!(proof.level < criterion.levels.len(), "{}: level {}", criterion.wording.key, proof.level);
            for paper in &proof.all {
                assert!(vi.facts.papers.contains_key(paper), "{paper} is no paper");
                let names = (vi.words.papers.get(paper), en.words.papers.get(paper));
                let (Some(a), Some(b)) = names else { panic!("{paper} has no name in both languages") };
                check(paper, a, b);
            }
        }
    }
    assert_eq!(vi.words.evidence_kinds.len(), 15, "the rows of Form 02's table");
    assert_eq!(vi.words.evidence_kinds.keys().collect::<Vec<_>>(), en.words.evidence_kinds.keys().collect::<Vec<_>>());
}

#[test]
fn glossary_and_readings_are_the_same_in_both_languages() {
    let (vi, en) = (guide("vi"), guide("en"));
    let terms = |guide: &Guide| guide.words.glossary.iter().map(|term| term.id.clone()).collect::<Vec<_>>();
    assert_eq!(terms(&vi), terms(&en));
    for (a, b) in vi.words.glossary.iter().zip(&en.words.glossary) {
        check(&a.id, &a.text, &b.text);
    }
    for (a, b) in vi.words.readings.iter().zip(&en.words.readings) {
        assert_eq!(a.id, b.id);
        check(&a.id, &a.text, &b.text);
    }
}

#[test]
fn the_interface_speaks_both_languages() {
    assert_ne!(words(Language::Vi).app.name, words(Language::En).app.name);
}

use std::ops::Range;

use super::{Criterion, Decision, Language, ProductSet, Text};
use crate::domain::spelling::{fold, fold_char};

/// Where a search found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A product set, by its name, class or an example product.
    Set { set: &'static ProductSet, example: Option<&'static str> },
    /// A criterion of a set, by title, question, level or note.
    Criterion { set: &'static ProductSet, position: usize },
}

impl Decision {
    /// Sets first (by name, class, example products of both languages), then criteria, whose words
    /// contain every word of the query, without regard to case and diacritics. A query without letters
    /// finds nothing.
    pub fn search(&self, query: &str, language: Language, most: usize) -> Vec<Hit> {
        let folded = fold(query);
        let needles = needles(&folded);
        if needles.is_empty() {
            return Vec::new();
        }
        let phrase = needles.join(" ");
        let mut ranked: Vec<(u8, Hit)> =
            self.sets.iter().filter_map(|set| set_hit(set, &needles, &phrase, language)).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let sets_found = ranked.into_iter().map(|(_, hit)| hit);
        let criteria_found = self.sets.iter().flat_map(|set| {
            (0..set.criteria.len())
                .filter(|position| criterion_matches(set, *position, &needles))
                .map(|position| Hit::Criterion { set, position })
                .collect::<Vec<_>>()
        });
        sets_found.chain(criteria_found).take(most).collect()
    }
}

/// A set with how well it fits: an example product that starts with the query beats a name that
/// merely contains it.
fn set_hit(set: &'static ProductSet, needles: &[&str], phrase: &str, language: Language) -> Option<(u8, Hit)> {
    let order = match language {
        Language::Vi => [0, 1],
        Language::En => [1, 0],
    };
    let examples = order.into_iter().flat_map(|index| set.examples[index].iter().copied());
    let ranked_example = examples
        .filter_map(|example| {
            let folded = fold(example);
            let words = format!(" {folded} ");
            match () {
                () if folded == phrase => Some((0, example)),
                () if words.contains(&format!(" {phrase} ")) => Some((1, example)),
                () if words.contains(&format!(" {phrase}")) => Some((3, example)),
                () => None,
            }
        })
        .min_by_key(|(rank, _)| *rank);
    let class = set.class;
    let texts = [set.name, class.group, class.subgroup.unwrap_or(set.name), class.sector];
    let named = texts.iter().flat_map(|text| [text.vi, text.en]).any(|text| contains_all(text, needles));
    match (ranked_example, named) {
        (Some((rank, example)), false) => Some((rank, Hit::Set { set, example: Some(example) })),
        (Some((rank, example)), true) => Some((rank.min(2), Hit::Set { set, example: Some(example) })),
        (None, true) => Some((2, Hit::Set { set, example: None })),
        (None, false) => None,
    }
}

fn criterion_matches(set: &ProductSet, position: usize, needles: &[&str]) -> bool {
    texts_of(&set.criteria[position]).flat_map(|text| [text.vi, text.en]).any(|text| contains_all(text, needles))
}

/// Title, question, levels, notes.
fn texts_of(criterion: &Criterion) -> impl Iterator<Item = Text> {
    [criterion.wording.title, criterion.wording.question]
        .into_iter()
        .chain(criterion.ladder.labels.iter().copied())
        .chain(criterion.notes.iter().map(|note| note.text))
}

/// The words of a folded query.
fn needles(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The text of a criterion for which a search found it, and its language: the reader's language
/// first, in it title, question, levels, notes.
pub fn found_text(criterion: &Criterion, query: &str, language: Language) -> Option<(&'static str, Language)> {
    let folded = fold(query);
    let needles = needles(&folded);
    let other = match language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    };
    [language, other].into_iter().find_map(|language| {
        let text = texts_of(criterion).map(|text| text.get(language)).find(|text| contains_all(text, &needles))?;
        Some((text, language))
    })
}

/// The places of a text, in bytes, that the words of a query hit: the beginnings of its words,
/// without regard to case and diacritics.
pub fn found_in(text: &str, query: &str) -> Vec<Range<usize>> {
    let folded = fold(query);
    let needles = needles(&folded);
    let mut places = Vec::new();
    let mut word = String::new();
    // Where in the text each byte of the folded word ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut start = 0;
    // The divider at the end closes the last word.
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match fold_char(c) {
            Some(folded) if folded.is_alphanumeric() => {
                if word.is_empty() {
                    start = at;
                }
                word.push(folded);
                ends.resize(word.len(), at + c.len_utf8());
            }
            // A mark belongs to the letter before it.
            None => {
                if let Some(end) = ends.last_mut() {
                    *end = at + c.len_utf8();
                }
            }
            Some(_) => {
                let longest =
                    needles.iter().filter(|needle| word.starts_with(*needle)).map(|needle| needle.len()).max();
                if let Some(end) = longest.and_then(|length| ends.get(length - 1)) {
                    places.push(start..*end);
                }
                word.clear();
                ends.clear();
            }
        }
    }
    places
}

/// Whether each needle starts a word of the text.
fn contains_all(text: &str, needles: &[&str]) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    needles.iter().all(|needle| words.iter().any(|word| word.starts_with(needle)))
}

#[cfg(test)]
mod tests {
    use super::super::first;
    use super::*;

    #[track_caller]
    fn first_set(query: &str, expected: u8) {
        let hits = first().search(query, Language::Vi, 5);
        assert!(matches!(hits.first(), Some(Hit::Set { set, .. }) if set.no.0 == expected), "{query}: {hits:?}");
    }

    #[test]
    fn products_are_found_with_and_without_diacritics() {
        first_set("cam", 1);
        first_set("nước mắm", 9);
        first_set("nuoc mam", 9);
        first_set("NUOC MAM", 9);
        first_set("fish sauce", 9);
    }

    #[test]
    fn every_vietnamese_letter_folds_to_ascii() {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
        for c in letters.chars().chain(letters.to_uppercase().chars()) {
            assert!(fold(&c.to_string()).is_ascii(), "{c}");
        }
        assert_eq!(fold("Rượu nếp cái hoa vàng, Đồng Tháp"), "ruou nep cai hoa vang, dong thap");
        assert_eq!(fold("nu\u{031b}o\u{031b}\u{0301}c"), "nuoc");
    }

    #[test]
    fn an_empty_query_finds_nothing() {
        assert!(first().search("  ", Language::Vi, 5).is_empty());
        assert!(first().search("…?", Language::Vi, 5).is_empty());
        assert!(found_in("Nước mắm", " , ").is_empty());
    }

    #[track_caller]
    fn marked(text: &str, query: &str, expected: &[&str]) {
        let places: Vec<&str> = found_in(text, query).into_iter().map(|place| &text[place]).collect();
        assert_eq!(places, expected, "{query} in {text}");
    }

    #[test]
    fn hits_are_marked_as_they_are_written() {
        marked("Nước mắm, nước chấm", "nuoc mam", &["Nước", "mắm", "nước"]);
        marked("Đã có HACCP", "haccp", &["HACCP"]);
        marked("Đã có HACCP", "hac", &["HAC"]);
        marked("Fish sauce", "SAUCE!", &["sauce"]);
        marked("chấm", "ham", &[]);
        marked("nu\u{031b}o\u{031b}\u{0301}c", "nước", &["nu\u{031b}o\u{031b}\u{0301}c"]);
        marked("Từ 75% trở lên", "75%", &["75"]);
    }

    #[test]
    fn the_text_that_was_found_is_named_in_the_readers_language_first() {
        let haccp = first().search("HACCP", Language::Vi, usize::MAX);
        assert!(haccp.len() > 10, "{}", haccp.len());
        for hit in haccp {
            let Hit::Criterion { set, position } = hit else { continue };
            let (text, language) = found_text(&set.criteria[position], "HACCP", Language::Vi).expect("found by it");
            assert_eq!(language, Language::Vi);
            assert!(!found_in(text, "HACCP").is_empty(), "{text}");
        }
        let criterion = &first().sets[8].criteria[0];
        assert_eq!(found_text(criterion, criterion.wording.title.en, Language::Vi).map(|(_, l)| l), Some(Language::En));
    }
}

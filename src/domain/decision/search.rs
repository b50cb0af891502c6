use std::ops::Range;

use super::{Criterion, Decision, Language, ProductSet, Text};
use crate::domain::find::find;
use crate::domain::spelling::{Fit, Syllable, fold, fold_char, found, syllables};

/// Where a search found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A product set, by its name, class or an example product.
    Set { set: &'static ProductSet, example: Option<&'static str> },
    /// A criterion of a set, by title, question, level or note.
    Criterion { set: &'static ProductSet, position: usize },
}

impl Decision {
    /// Sets first (by name, class, example products), then criteria, whose words contain every word of
    /// the query; what fits better comes first. The reader's language first; the other only if it found
    /// nothing; a product's name, which no text contains, leads to its sets. A query without letters
    /// finds nothing.
    pub fn search(&'static self, query: &str, language: Language, most: usize) -> Vec<Hit> {
        let words = syllables(query);
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits = [language, language.other()]
            .into_iter()
            .map(|language| self.search_in(&words, language))
            .find(|hits| !hits.is_empty())
            .unwrap_or_default();
        if hits.is_empty() {
            let proposals = find(self, query, language).proposals.into_iter();
            hits.extend(proposals.map(|proposal| Hit::Set { set: proposal.set, example: None }));
        }
        hits.truncate(most);
        hits
    }

    fn search_in(&'static self, query: &[Syllable], language: Language) -> Vec<Hit> {
        let mut sets: Vec<(Fit, u8, Hit)> = self.sets.iter().filter_map(|set| set_hit(set, query, language)).collect();
        sets.sort_by_key(|(fit, rank, _)| (*rank, *fit));
        let mut criteria: Vec<(Fit, u8, Hit)> = Vec::new();
        for set in self.sets {
            criteria
                .extend((0..set.criteria.len()).filter_map(|position| criterion_hit(set, position, query, language)));
        }
        criteria.sort_by_key(|(fit, rank, _)| (*fit, *rank));
        sets.into_iter().chain(criteria).map(|(_, _, hit)| hit).collect()
    }
}

/// A set with how well it fits: an example product that is the query beats one that has it, and that
/// one a name.
fn set_hit(set: &'static ProductSet, query: &[Syllable], language: Language) -> Option<(Fit, u8, Hit)> {
    let examples = set.examples[usize::from(language == Language::En)].iter().copied();
    let example = examples
        .filter_map(|example| {
            let words = syllables(example);
            let fit = found(&words, query)?;
            Some((u8::from(words.len() != query.len() || fit == Fit::Half), fit, example))
        })
        .min_by_key(|(rank, fit, _)| (*rank, *fit));
    if let Some((rank, fit, example)) = example {
        return Some((fit, rank, Hit::Set { set, example: Some(example) }));
    }
    let class = set.class;
    let texts = [set.name, class.group, class.subgroup.unwrap_or(set.name), class.sector];
    let fit = texts.iter().filter_map(|text| found(&syllables(text.get(language)), query)).min()?;
    Some((fit, 2, Hit::Set { set, example: None }))
}

/// A criterion with how well it fits; its title counts more than what stands below it.
fn criterion_hit(
    set: &'static ProductSet,
    position: usize,
    query: &[Syllable],
    language: Language,
) -> Option<(Fit, u8, Hit)> {
    let texts = texts_of(&set.criteria[position]).enumerate();
    let fits =
        texts.filter_map(|(place, text)| Some((found(&syllables(text.get(language)), query)?, u8::from(place > 0))));
    let (fit, rank) = fits.min()?;
    Some((fit, rank, Hit::Criterion { set, position }))
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
    let words = syllables(query);
    [language, language.other()].into_iter().find_map(|language| {
        let text = texts_of(criterion)
            .map(|text| text.get(language))
            .find(|text| found(&syllables(text), &words).is_some())?;
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

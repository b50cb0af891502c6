use super::{Language, ProductSet, sets};

/// Where a search found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A product set, by its name, class or an example product.
    Set { set: &'static ProductSet, example: Option<&'static str> },
    /// A criterion of a set, by title, question, level or note.
    Criterion { set: &'static ProductSet, position: usize },
}

/// A text without diacritics and case, for comparing: `Nước mắm` and `nuoc mam` fold alike.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// One character folded; `None` for a combining mark.
fn fold_char(c: char) -> Option<char> {
    Some(match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{0300}'..='\u{036f}' => return None,
        'à'..='å' | 'À'..='Å' | 'ă' | 'Ă' => 'a',
        'đ' | 'Đ' => 'd',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ĩ' | 'Ĩ' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' | 'ơ' | 'Ơ' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' | 'ũ' | 'Ũ' | 'ư' | 'Ư' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        // Latin Extended Additional, U+1EA0 to U+1EF9: all that Vietnamese adds.
        'ạ'..='ặ' | 'Ạ' => 'a',
        'ẹ'..='ệ' | 'Ẹ' => 'e',
        'ỉ'..='ị' | 'Ỉ' => 'i',
        'ọ'..='ợ' | 'Ọ' => 'o',
        'ụ'..='ự' | 'Ụ' => 'u',
        'ỳ'..='ỹ' | 'Ỳ' => 'y',
        other => other,
    })
}

/// Sets first (by name, class, example products of both languages), then criteria, whose words
/// contain every word of the query, without regard to case and diacritics. A query without letters
/// finds nothing.
pub fn search(query: &str, language: Language, most: usize) -> Vec<Hit> {
    let folded = fold(query);
    let needles: Vec<&str> = folded.split_whitespace().collect();
    if needles.is_empty() {
        return Vec::new();
    }
    let phrase = needles.join(" ");
    let mut ranked: Vec<(u8, Hit)> =
        sets().iter().filter_map(|set| set_hit(set, &needles, &phrase, language)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let sets_found = ranked.into_iter().map(|(_, hit)| hit);
    let criteria_found = sets().iter().flat_map(|set| {
        (0..set.criteria.len())
            .filter(|position| criterion_matches(set, *position, &needles))
            .map(|position| Hit::Criterion { set, position })
            .collect::<Vec<_>>()
    });
    sets_found.chain(criteria_found).take(most).collect()
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
    let criterion = &set.criteria[position];
    let own = [criterion.wording.title, criterion.wording.question];
    let notes = criterion.notes.iter().map(|note| note.text);
    own.into_iter()
        .chain(criterion.ladder.labels.iter().copied())
        .chain(notes)
        .flat_map(|text| [text.vi, text.en])
        .any(|text| contains_all(text, needles))
}

/// Whether each needle starts a word of the text.
fn contains_all(text: &str, needles: &[&str]) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    needles.iter().all(|needle| words.iter().any(|word| word.starts_with(needle)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn first_set(query: &str, expected: u8) {
        let hits = search(query, Language::Vi, 5);
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
        assert!(search("  ", Language::Vi, 5).is_empty());
    }
}

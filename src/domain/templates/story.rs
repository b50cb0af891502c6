//! What can be counted of a story. How well it is told only people can say.

use super::Template;
use crate::domain::decision::ProductSet;

/// How long a story is, by what a reader takes in at one go. Advice of ours: nothing is prescribed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    None,
    /// Below `SHORT` words.
    Short,
    Fits,
    /// Above `LONG` words.
    Long,
}

/// Fewer words hardly tell who, where and why.
const SHORT: usize = 150;

/// More words are not read in one go.
const LONG: usize = 600;

/// Words as Vietnamese counts them: what stands between blanks and has a letter or digit.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

pub fn length(words: usize) -> Length {
    match words {
        0 => Length::None,
        1..SHORT => Length::Short,
        SHORT..=LONG => Length::Fits,
        _ => Length::Long,
    }
}

/// The criteria of a set that look at the story, by the level ladders that the template names.
pub fn story_criteria(set: &ProductSet, template: &Template) -> Vec<usize> {
    let judged = |ladder: &str| template.judged.iter().any(|known| known == ladder);
    let criteria = set.criteria.iter().enumerate();
    criteria.filter(|(_, criterion)| judged(criterion.ladder.key)).map(|(position, _)| position).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_between_blanks() {
        assert_eq!(word_count("Bà Hoa – 68 tuổi – hái cam."), 6);
        assert_eq!(word_count(" \n – … "), 0);
    }

    #[test]
    fn a_story_fits_from_its_least_word_to_its_last() {
        let cases = [
            (0, Length::None),
            (1, Length::Short),
            (149, Length::Short),
            (150, Length::Fits),
            (600, Length::Fits),
            (601, Length::Long),
        ];
        for (words, expected) in cases {
            assert_eq!(length(words), expected, "{words}");
        }
    }
}

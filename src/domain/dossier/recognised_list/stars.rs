//! How many stars a cell of an office's list says.

use crate::domain::decision::{Star, fold};

/// Numbers written out, folded. "Nam" is a year as well, and one only before stars.
const NUMERALS: [(&str, u32); 12] = [
    ("mot", 1),
    ("hai", 2),
    ("ba", 3),
    ("bon", 4),
    ("nam", 5),
    ("sau", 6),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
];

const YEAR: &str = "nam";

const STARS: [&str; 3] = ["sao", "star", "stars"];

/// What says that the stars are others than those that are named, or not held: "chưa đạt 3 sao", "tiềm năng 5 sao".
const UNSURE: [&str; 25] = [
    "chua",
    "khong",
    "duoi",
    "tren",
    "tro len",
    "len",
    "tiem nang",
    "de nghi",
    "de xuat",
    "du kien",
    "dang ky",
    "phan dau",
    "muc tieu",
    "den",
    "toi",
    "hoac",
    "hay",
    "thu hoi",
    "het han",
    "not",
    "below",
    "under",
    "up",
    "to",
    "or",
];

/// Signs that say the same.
const UNSURE_SIGNS: [char; 6] = ['?', '+', '<', '>', '≥', '≤'];

/// What may stand before a number alone: "hạng 4", "loại bốn".
const CLASSES: [&str; 4] = ["hang", "loai", "muc", "ocop"];

enum Token<'a> {
    /// Digits; too large a number is none of stars.
    Number(u32),
    Word(&'a str),
    /// So many stars drawn.
    Drawn(u32),
    /// Another sign.
    Sign,
}

/// 3 to 5 stars, as lists write them: `4`, `4 sao`, `04 (bốn) sao`, `****`, `5*`, `OCOP 4 sao`, `năm sao`, `4 sao (2024)`.
/// `None` where a cell says none of these, or more than one thing.
pub(super) fn star_of(text: &str) -> Option<Star> {
    let text = fold(text);
    let tokens = tokens(&text);
    if text.contains(UNSURE_SIGNS) || is_unsure(&tokens) {
        return None;
    }
    let mut said = Vec::new();
    let mut others = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        match token {
            Token::Drawn(count) if *count > 1 => said.push(*count),
            Token::Number(_) | Token::Word(_) if counts_stars(&tokens, place) => {
                said.extend(number_of(token));
                // "Ba, bốn sao" are two numbers.
                others.extend(numeral_before(&tokens, place));
            }
            Token::Number(number) if !is_beside(&tokens, place) => others.push(*number),
            _ => {}
        }
    }
    if said.is_empty() {
        said.extend(alone(&tokens));
    }
    said.append(&mut others);
    let (first, rest) = said.split_first()?;
    let star = Star::try_from(u8::try_from(*first).ok()?).ok()?;
    (star >= Star::Three && rest.iter().all(|other| other == first)).then_some(star)
}

/// The cell without blanks, brackets and stars that are only outlined.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_drawn = |c: char| matches!(c, '*' | '★' | '⭐');
        let end = |is_in: &dyn Fn(char) -> bool| rest.find(|c| !is_in(c)).unwrap_or(rest.len());
        let end = match first {
            c if c.is_ascii_digit() => {
                let end = end(&|c| c.is_ascii_digit());
                tokens.push(Token::Number(rest[..end].parse().unwrap_or(u32::MAX)));
                end
            }
            c if c.is_alphabetic() => {
                let end = end(&char::is_alphabetic);
                tokens.push(Token::Word(&rest[..end]));
                end
            }
            c if is_drawn(c) => {
                // Coloured ones have a mark of their colour behind each.
                let end = end(&|c| is_drawn(c) || c == ' ' || c == '\u{fe0f}');
                let count = rest[..end].chars().filter(|c| is_drawn(*c)).count();
                tokens.push(Token::Drawn(u32::try_from(count).unwrap_or(u32::MAX)));
                end
            }
            c => {
                if !c.is_whitespace() && !matches!(c, '(' | ')' | '[' | ']' | '"' | '“' | '”' | '☆' | '\u{fe0f}')
                {
                    tokens.push(Token::Sign);
                }
                c.len_utf8()
            }
        };
        rest = &rest[end..];
    }
    tokens
}

fn numeral(word: &str) -> Option<u32> {
    NUMERALS.iter().find(|(known, _)| *known == word).map(|(_, number)| *number)
}

fn number_of(token: &Token) -> Option<u32> {
    match token {
        Token::Number(number) => Some(*number),
        Token::Word(word) => numeral(word),
        _ => None,
    }
}

/// Whether stars stand right behind: a word for them, or one that is drawn.
fn counts_stars(tokens: &[Token], place: usize) -> bool {
    match tokens.get(place + 1) {
        Some(Token::Word(word)) => STARS.contains(word),
        Some(Token::Drawn(count)) => *count == 1,
        _ => false,
    }
}

/// The number written out before another one.
fn numeral_before(tokens: &[Token], place: usize) -> Option<u32> {
    let before = tokens.get(..place)?.iter().rev().find(|token| !matches!(token, Token::Sign));
    match before {
        Some(Token::Word(word)) if *word != YEAR => numeral(word),
        _ => None,
    }
}

/// Whether a number is one of something else that may stand beside the stars: a year, a round, points.
fn is_beside(tokens: &[Token], place: usize) -> bool {
    let word_at = |place: Option<usize>| match place.and_then(|place| tokens.get(place)) {
        Some(Token::Word(word)) => *word,
        _ => "",
    };
    let is_number = |place: usize| matches!(tokens.get(place), Some(Token::Number(_)));
    let is_sign = |place: usize| matches!(tokens.get(place), Some(Token::Sign));
    let is_points = |place: usize| matches!(word_at(Some(place)), "diem" | "points");
    let is_year = matches!(tokens.get(place), Some(Token::Number(2018..=2099)));
    let is_round = matches!(word_at(place.checked_sub(1)), "dot" | "lan" | YEAR);
    // "85,5 điểm".
    let of_points = is_points(place + 1) || is_sign(place + 1) && is_number(place + 2) && is_points(place + 3);
    is_year || is_round || of_points
}

/// A number written out that stands for itself: "bốn", "hạng ba".
fn alone(tokens: &[Token]) -> Option<u32> {
    let word = match tokens {
        [Token::Word(word)] => word,
        [Token::Word(class), Token::Word(word)] if CLASSES.contains(class) => word,
        _ => return None,
    };
    numeral(word).filter(|_| *word != YEAR)
}

fn is_unsure(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(*word),
        _ => None,
    });
    let words = format!(" {} ", words.collect::<Vec<_>>().join(" "));
    UNSURE.iter().any(|unsure| words.contains(&format!(" {unsure} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_read_as_lists_write_them() {
        for (star, texts) in [
            (Star::Three, &["3 stars", "OCOP 3 sao", "***", "ba sao", "hạng ba", "Ba sao (2024)", "* * *", "03"][..]),
            (
                Star::Four,
                &[
                    "4 sao",
                    "★★★★",
                    "★★★★☆",
                    "⭐️⭐️⭐️⭐️",
                    "hạng 4 sao",
                    "Hạng: 4",
                    "4 sao (2024)",
                    "năm 2024: 4 sao",
                    "4 sao năm 2024",
                    "bốn sao",
                    "BỐN SAO",
                    "bon sao",
                    "04 (bốn) sao",
                    "4★",
                    "4 sao*",
                    "4 sao (****)",
                    "85,5 điểm - 4 sao",
                    "4 sao đợt 2",
                    "bốn",
                    "Sao: 4 (2024)",
                    "four stars",
                ],
            ),
            (Star::Five, &["5", "5*", "5 *", "*****", "năm sao", "Đạt năm sao", "nam sao", "Năm sao năm 2025"]),
        ] {
            for text in texts {
                assert_eq!(star_of(text), Some(star), "{text}");
            }
        }
    }

    #[test]
    fn what_may_be_something_else_is_no_stars() {
        for text in [
            "",
            "2",
            "6",
            "sáu sao",
            "hai sao",
            "**",
            "3-4 sao",
            "3, 4 sao",
            "ba, bốn sao",
            "ba đến bốn sao",
            "4 sao hoặc 5 sao",
            "4/5",
            "4,5 sao",
            "14 sao",
            "45",
            "4 ***",
            "đạt",
            // A year, and a number of years, is no class.
            "năm",
            "nam",
            "Năm 2024",
            "2024",
            "hạng năm",
            "năm, sao",
            "năm 2023 - 2024",
            "năm 3",
            "dưới 3 sao",
            "chưa đạt 3 sao",
            "tiềm năng 5 sao",
            "4 sao, tiềm năng 5 sao",
            "4 sao (25/12/2023)",
            "4 sao?",
            "3+",
            "Ba Vì",
            "99999999999999999999 sao",
        ] {
            assert_eq!(star_of(text), None, "{text}");
        }
    }
}

use std::fmt;

/// A number with up to six decimals, as whole millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i128);

/// Millionths in one.
pub(super) const ONE: i128 = 1_000_000;

/// The most digits before the decimal sign. A thousand such numbers add up, and are compared as
/// shares, far inside the range.
const MOST_DIGITS: usize = 15;

/// A number as read, and whether it could have meant another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub amount: Amount,
    /// It has one sign that may part thousands as well as decimals, or spaces that part no thousands.
    pub doubtful: bool,
}

impl Amount {
    pub const ZERO: Amount = Amount(0);

    pub fn whole(number: u32) -> Amount {
        Amount(i128::from(number) * ONE)
    }

    pub fn plus(self, other: Amount) -> Amount {
        Amount(self.0.saturating_add(other.0))
    }

    pub fn minus(self, other: Amount) -> Amount {
        Amount(self.0.saturating_sub(other.0))
    }

    pub fn is_whole(self) -> bool {
        self.0 % ONE == 0
    }

    pub fn millionths(self) -> i128 {
        self.0
    }

    pub(super) fn of_millionths(millionths: i128) -> Amount {
        Amount(millionths)
    }

    /// A number as people here write it: `1.234,5`, `1 234,5`, `12.5`, `-3`, `25 %`, `12 tấn`. A point
    /// before exactly three digits parts thousands, a comma parts decimals; where the text has both, the
    /// last one parts decimals. Accounts put a loss in brackets: `(5.000)`. `None`: no number, or one beyond fifteen digits or six decimals.
    pub fn read(text: &str) -> Option<Reading> {
        let text = text.trim();
        let bracketed = text.strip_prefix('(').filter(|rest| rest.ends_with(')'));
        let (negative, text) = match text.strip_prefix(['-', '−']).or(bracketed) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, text),
        };
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}');
        let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
        let (number, unit) = (text[..end].trim_end_matches(|c: char| !c.is_ascii_digit()), text[end..].trim());
        // Digits after the unit: a date, a range, an address.
        if !number.starts_with(|c: char| c.is_ascii_digit()) || unit.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let torn = is_torn_by_spaces(number);
        let number: String = number.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let (whole, decimals, doubtful) = parts(&number)?;
        if whole.len() > MOST_DIGITS || decimals.len() > 6 {
            return None;
        }
        let scaled: i128 = format!("{whole}{decimals:0<6}").parse().ok()?;
        Some(Reading { amount: Amount(if negative { -scaled } else { scaled }), doubtful: doubtful || torn })
    }

    /// The unit that stands after a number, in small letters: "tấn" of "12 tấn". Empty: none, or no number.
    pub fn unit(text: &str) -> String {
        let end = text.rfind(|c: char| c.is_ascii_digit()).map_or(text.len(), |last| last + 1);
        let unit = text[end..].trim();
        if unit.is_empty() || unit == "%" || Amount::read(text).is_none() {
            return String::new();
        }
        unit.trim_matches(['.', ',', '(', ')', ' ']).to_lowercase()
    }

    fn text(self, group: char, point: char) -> String {
        let (whole, rest) = (self.0.unsigned_abs() / ONE as u128, self.0.unsigned_abs() % ONE as u128);
        let digits = whole.to_string();
        let mut out = String::from(if self.0 < 0 { "-" } else { "" });
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(group);
            }
            out.push(digit);
        }
        let decimals = format!("{rest:06}");
        let decimals = decimals.trim_end_matches('0');
        if !decimals.is_empty() {
            out.push(point);
            out.push_str(decimals);
        }
        out
    }

    /// As programs read it: `1234.5`.
    pub fn plain(self) -> String {
        self.english().replace(',', "")
    }

    /// As written in English: `1,234.5`.
    pub fn english(self) -> String {
        self.text(',', '.')
    }
}

/// As written here: `1.234,5`.
impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.text('.', ','))
    }
}

/// Whether spaces part a number otherwise than into thousands, as in "1 00": two numbers, or a slip of the finger.
fn is_torn_by_spaces(number: &str) -> bool {
    let digits = |piece: &str| piece.chars().take_while(char::is_ascii_digit).count();
    number.split(|c: char| c.is_whitespace()).skip(1).any(|piece| digits(piece) != 3)
}

/// The digits before and after the decimal sign, and whether the sign could mean something else.
fn parts(number: &str) -> Option<(String, String, bool)> {
    let points = number.matches('.').count();
    let commas = number.matches(',').count();
    let whole = |text: &str, sign: char| -> Option<String> {
        let mut groups = text.split(sign);
        let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
        let rest: Vec<&str> = groups.collect();
        rest.iter().all(|group| group.len() == 3).then(|| format!("{first}{}", rest.concat()))
    };
    let split = |sign: char| number.rsplit_once(sign).unwrap_or((number, ""));
    Some(match (points, commas) {
        (0, 0) => (number.to_owned(), String::new(), false),
        (1.., 1..) => {
            let decimal = if number.rfind('.') > number.rfind(',') { '.' } else { ',' };
            let (left, right) = split(decimal);
            (whole(left, if decimal == '.' { ',' } else { '.' })?, right.to_owned(), false)
        }
        (1, 0) => match split('.') {
            (left, right) if right.len() == 3 && left.len() <= 3 && left != "0" => {
                (format!("{left}{right}"), String::new(), false)
            }
            (left, right) => (left.to_owned(), right.to_owned(), false),
        },
        (0, 1) => {
            let (left, right) = split(',');
            // Excel in English writes thousands like this.
            (left.to_owned(), right.to_owned(), right.len() == 3 && left != "0")
        }
        (_, 0) => (whole(number, '.')?, String::new(), false),
        (0, _) => (whole(number, ',')?, String::new(), false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, bool)>) {
        let found = Amount::read(text).map(|reading| (reading.amount.to_string(), reading.doubtful));
        assert_eq!(found, expected.map(|(text, doubtful)| (text.to_owned(), doubtful)), "{text}");
    }

    #[test]
    fn numbers_are_read_as_they_are_written_here() {
        check("1.234,5", Some(("1.234,5", false)));
        check("1,234.5", Some(("1.234,5", false)));
        check("1.234", Some(("1.234", false)));
        check("12.5", Some(("12,5", false)));
        check("12,5", Some(("12,5", false)));
        check("0.125", Some(("0,125", false)));
        check("1 234 567", Some(("1.234.567", false)));
        check("1\u{a0}234,50", Some(("1.234,5", false)));
        check("1.234.567", Some(("1.234.567", false)));
        check("1,234,567", Some(("1.234.567", false)));
        check("25%", Some(("25", false)));
        check("-3", Some(("-3", false)));
        // A loss, as accounts write it.
        check("(5.000)", Some(("-5.000", false)));
        check("(1.234,5)", Some(("-1.234,5", false)));
        check("( 5 triệu đồng )", Some(("-5", false)));
        check("(5,000)", Some(("-5", true)));
        check("(-5)", None);
        check("(5", None);
        check("()", None);
        check("12.345678", Some(("12,345678", false)));
    }

    #[test]
    fn a_number_that_could_mean_another_is_doubtful() {
        check("1,234", Some(("1,234", true)));
        check("12 tấn", Some(("12", false)));
        // Spaces part thousands, and nothing else.
        check("1 00", Some(("100", true)));
        check("12 5", Some(("125", true)));
        check("1 234,5", Some(("1.234,5", false)));
        check("1 2345", Some(("12.345", true)));
        check("1,234 kg", Some(("1,234", true)));
        check("khoảng 12", None);
        check("12 đến 15", None);
        check("1.23.4", None);
        check("", None);
        check("12.3456789", None);
        check("1234567890123456", None);
        check("năm", None);
    }

    #[test]
    fn a_unit_is_what_stands_after_the_number() {
        for (text, unit) in [
            ("12 tấn", "tấn"),
            ("1.200KG", "kg"),
            ("12", ""),
            ("25 %", ""),
            ("tấn", ""),
            ("12 đến 15", ""),
            ("3 (tạ)", "tạ"),
            ("(5.000)", ""),
            ("(5 triệu đồng)", "triệu đồng"),
        ] {
            assert_eq!(Amount::unit(text), unit, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same_number(millionths in -999_999_999_999_999_999_999i128..999_999_999_999_999_999_999) {
            let amount = Amount(millionths);
            let here = Amount::read(&amount.to_string()).expect("a number");
            prop_assert_eq!(here.amount, amount);
            // Three decimals after a comma could be thousands, and only those.
            prop_assert!(!here.doubtful || amount.to_string().split_once(',').is_some_and(|(_, decimals)| decimals.len() == 3));
        }

        #[test]
        fn any_text_is_read_or_left(text in ".{0,24}") {
            let _ = Amount::read(&text);
        }
    }
}

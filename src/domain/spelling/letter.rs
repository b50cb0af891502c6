use super::legible::is_unseen;

/// A letter as Vietnamese builds it: what stands on the keyboard, the mark that makes it another
/// letter, and the tone of its syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Lower case, without marks.
    pub base: char,
    pub shape: Shape,
    /// 0 for none.
    pub tone: u8,
}

/// What makes a letter of its base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Plain = 0,
    /// â, ê, ô, and đ.
    Hat = 1,
    /// ă.
    Breve = 2,
    /// ơ, ư.
    Horn = 3,
}

/// What a character means to the letters around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Letter(Letter),
    /// A combining mark, of the letter before it.
    Shape(Shape),
    Tone(u8),
    /// A combining mark that Vietnamese does not know, or a sign without width.
    Nothing,
    /// Not a letter with marks.
    Other(char),
}

/// Vowels by shape, six tones each: none, grave, acute, hook, tilde, dot.
const VOWELS: [(&str, char, Shape); 12] = [
    ("aàáảãạ", 'a', Shape::Plain),
    ("ăằắẳẵặ", 'a', Shape::Breve),
    ("âầấẩẫậ", 'a', Shape::Hat),
    ("eèéẻẽẹ", 'e', Shape::Plain),
    ("êềếểễệ", 'e', Shape::Hat),
    ("iìíỉĩị", 'i', Shape::Plain),
    ("oòóỏõọ", 'o', Shape::Plain),
    ("ôồốổỗộ", 'o', Shape::Hat),
    ("ơờớởỡợ", 'o', Shape::Horn),
    ("uùúủũụ", 'u', Shape::Plain),
    ("ưừứửữự", 'u', Shape::Horn),
    ("yỳýỷỹỵ", 'y', Shape::Plain),
];

/// What a character is, whatever its case and however its marks are written.
pub fn sign(c: char) -> Sign {
    if c.is_ascii() {
        let plain = Letter { base: c.to_ascii_lowercase(), shape: Shape::Plain, tone: 0 };
        return if c.is_ascii_alphabetic() { Sign::Letter(plain) } else { Sign::Other(c) };
    }
    match c {
        '\u{0300}' => return Sign::Tone(1),
        '\u{0301}' => return Sign::Tone(2),
        '\u{0309}' => return Sign::Tone(3),
        '\u{0303}' => return Sign::Tone(4),
        '\u{0323}' => return Sign::Tone(5),
        '\u{0302}' => return Sign::Shape(Shape::Hat),
        '\u{0306}' => return Sign::Shape(Shape::Breve),
        '\u{031b}' => return Sign::Shape(Shape::Horn),
        '\u{0300}'..='\u{036f}' => return Sign::Nothing,
        c if is_unseen(c) => return Sign::Nothing,
        // Look-alikes of đ: the Icelandic and the African letter.
        'đ' | 'Đ' | '\u{d0}' | '\u{f0}' | '\u{189}' | '\u{256}' => {
            return Sign::Letter(Letter { base: 'd', shape: Shape::Hat, tone: 0 });
        }
        // Some old fonts' ư.
        '\u{1a2}' | '\u{1a3}' => return Sign::Letter(Letter { base: 'u', shape: Shape::Horn, tone: 0 }),
        _ => {}
    }
    let lower = lower(c);
    for (vowels, base, shape) in VOWELS {
        if let Some(tone) = (0..).zip(vowels.chars()).find(|(_, vowel)| *vowel == lower).map(|(tone, _)| tone) {
            return Sign::Letter(Letter { base, shape, tone });
        }
    }
    // What French and German write on these letters: a mark that says nothing here.
    let base = match lower {
        'ä' | 'å' => 'a',
        'ë' => 'e',
        'î' | 'ï' => 'i',
        'ö' => 'o',
        'û' | 'ü' => 'u',
        'ÿ' => 'y',
        _ => return Sign::Other(lower),
    };
    Sign::Letter(Letter { base, shape: Shape::Plain, tone: 0 })
}

/// A vowel with a mark more: its shape where one is given, its tone where it is not 0. `None` where there is no such letter.
pub fn composed(vowel: char, shape: Option<Shape>, tone: u8) -> Option<char> {
    let Sign::Letter(letter) = sign(vowel) else { return None };
    let shape = shape.unwrap_or(letter.shape);
    let tone = if tone == 0 { letter.tone } else { tone };
    let (vowels, ..) = VOWELS.iter().find(|(_, base, of)| *base == letter.base && *of == shape)?;
    let small = vowels.chars().nth(usize::from(tone))?;
    if vowel.is_uppercase() { small.to_uppercase().next() } else { Some(small) }
}

/// The small letter of a capital among those that Vietnamese has.
fn lower(c: char) -> char {
    match c {
        'À'..='Þ' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        'Ă' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ạ'..='ỹ' => char::from_u32(u32::from(c) | 1).unwrap_or(c),
        'Ư' => 'ư',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_known_in_both_cases() {
        for (vowels, base, shape) in VOWELS {
            for (tone, vowel) in (0..).zip(vowels.chars()) {
                for c in std::iter::once(vowel).chain(vowel.to_uppercase()) {
                    assert_eq!(sign(c), Sign::Letter(Letter { base, shape, tone }), "{c}");
                }
            }
        }
        let d = Sign::Letter(Letter { base: 'd', shape: Shape::Hat, tone: 0 });
        for c in ['đ', 'Đ', 'Ð', 'Ɖ', 'ð'] {
            assert_eq!(sign(c), d, "{c}");
        }
    }
}

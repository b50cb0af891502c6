//! Texts out of old files: before Unicode, Vietnamese was written in fonts of its own (TCVN3, VNI). Pasted, "Nước mắm"
//! arrives as "N íc m¾m" or "Nöôùc maém".

use super::letter::{Shape, composed};

/// What a text means if it was written in TCVN3, if it was written in VNI. A text that neither can have written is left
/// out; which of them is meant, its words must tell.
pub fn legacy(text: &str) -> impl Iterator<Item = String> {
    let foreign = |strange: &str| text.chars().any(|c| strange.contains(c));
    let tcvn3 = foreign(TCVN3_STRANGE).then(|| text.chars().map(tcvn3).collect());
    [tcvn3, (foreign(VNI_STRANGE) || has_loose_mark(text)).then(|| vni(text))].into_iter().flatten()
}

/// Whether an a or an e has a marked vowel behind it, as no syllable of today has: "aù", "eá".
fn has_loose_mark(text: &str) -> bool {
    let small = text.to_lowercase();
    let behind = small.chars().skip(1);
    small.chars().zip(behind).any(|(vowel, mark)| matches!(vowel, 'a' | 'e') && vni_mark(mark).is_some())
}

/// TCVN 5712:1993, third set, as Windows shows its bytes; each beside the letter at the same place of `TCVN3_MEANS`.
const TCVN3: &str = "µ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ¨©ª«¬\u{ad}®¡¢£¤¥¦§";
const TCVN3_MEANS: &str = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵăâêôơưđĂÂÊÔƠƯĐ";

/// What stands in no text that Vietnamese write in Unicode.
const TCVN3_STRANGE: &str = "µ¸¶·¹»¾¼½ÆÇËÎÏÑÖ×ØÜÞßäåæçëîïñöø÷ûüþ¨©ª«¬\u{ad}®¡¢£¤¥¦§";
const VNI_STRANGE: &str = "øûïåäëöüñæîØÛÏÅÄËÖÜÑÆÎ";

fn tcvn3(c: char) -> char {
    TCVN3.chars().position(|other| other == c).and_then(|place| TCVN3_MEANS.chars().nth(place)).unwrap_or(c)
}

/// VNI writes a mark as a letter of its own after the vowel.
fn vni(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let marked = written.chars().last().zip(vni_mark(small));
        match marked.and_then(|(vowel, (shape, tone))| composed(vowel, shape, tone)) {
            Some(letter) => {
                written.pop();
                written.push(letter);
            }
            None if small == c => written.push(vni_letter(c)),
            None => written.extend(vni_letter(small).to_uppercase()),
        }
    }
    written
}

fn vni_letter(small: char) -> char {
    match small {
        'ô' => 'ơ',
        'ö' => 'ư',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'ò' => 'ị',
        'î' => 'ỵ',
        'ñ' => 'đ',
        other => other,
    }
}

/// The mark that a letter writes: what it makes of the vowel, where it does, and the tone.
fn vni_mark(small: char) -> Option<(Option<Shape>, u8)> {
    let hat = Some(Shape::Hat);
    let breve = Some(Shape::Breve);
    Some(match small {
        'ø' => (None, 1),
        'ù' => (None, 2),
        'û' => (None, 3),
        'õ' => (None, 4),
        'ï' => (None, 5),
        'â' => (hat, 0),
        'à' => (hat, 1),
        'á' => (hat, 2),
        'å' => (hat, 3),
        'ã' => (hat, 4),
        'ä' => (hat, 5),
        'ê' => (breve, 0),
        'è' => (breve, 1),
        'é' => (breve, 2),
        'ú' => (breve, 3),
        'ü' => (breve, 4),
        'ë' => (breve, 5),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert!(legacy(text).any(|meant| meant == expected), "{text}: {:?}", legacy(text).collect::<Vec<_>>());
    }

    #[test]
    fn what_old_fonts_wrote_is_read() {
        check("N\u{ad}íc m¾m Phó Quèc", "Nước mắm Phú Quốc");
        check("Nöôùc maém Phuù Quoác", "Nước mắm Phú Quốc");
        check("B\u{ad}ëi n¨m roi", "Bưởi năm roi");
        check("Böôûi naêm roi", "Bưởi năm roi");
        check("§Æc s¶n b¸nh tr¸ng", "Đặc sản bánh tráng");
        check("Ñaëc saûn baùnh traùng", "Đặc sản bánh tráng");

        check("Thòt treo gaùc beáp", "Thịt treo gác bếp");
        check("ÑAËC SAÛN", "ĐẶC SẢN");
    }

    #[test]
    fn a_text_of_today_is_no_text_of_an_old_font() {
        for text in ["Nước mắm Phú Quốc", "nuoc mam", "Khô cá lóc 500 g", "Bánh đa Kế – Bắc Giang", ""]
        {
            assert_eq!(legacy(text).count(), 0, "{text}");
        }
    }

    #[test]
    fn both_tables_are_of_a_length() {
        assert_eq!(TCVN3.chars().count(), TCVN3_MEANS.chars().count());
    }
}

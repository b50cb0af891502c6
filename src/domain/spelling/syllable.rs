use super::letter::{Letter, Shape, Sign, sign};

/// How many letters of a syllable are told apart; Vietnamese needs seven ("nghiêng").
const LETTERS: usize = 10;

/// A syllable, the way it was typed: letters apart from their marks, so that half-typed and
/// misspelt ones can be told from wrong ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Syllable {
    /// Six bits a letter or digit.
    pub letters: u64,
    count: u8,
    /// Two bits a letter.
    shapes: u32,
    tone: u8,
}

/// How well what was typed fits a syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    Exact,
    /// No mark was typed, and some belong there.
    Bare,
    /// Some of the marks were typed.
    Half,
    /// Another tone: "bưỡi" for "bưởi".
    Tone,
}

impl Syllable {
    fn push(&mut self, letter: Letter) {
        let place = usize::from(self.count);
        if place < LETTERS {
            let code = match letter.base {
                base @ 'a'..='z' => u64::from(base as u32) - u64::from('a' as u32) + 1,
                base @ '0'..='9' => u64::from(base as u32) - u64::from('0' as u32) + 27,
                _ => 37,
            };
            self.letters |= code << (6 * place);
            self.shapes |= (letter.shape as u32) << (2 * place);
            self.count += 1;
        }
        if letter.tone > 0 {
            self.tone = letter.tone;
        }
    }

    fn shape_last(&mut self, shape: Shape) {
        if let Some(place) = self.count.checked_sub(1) {
            self.shapes |= (shape as u32) << (2 * place);
        }
    }

    /// Without any mark.
    pub fn is_bare(&self) -> bool {
        self.shapes == 0 && self.tone == 0
    }

    /// Whether it is level, or its tone was left out.
    pub fn has_no_tone(&self) -> bool {
        self.tone == 0
    }

    /// Whether a vowel has its mark, and the syllable no tone: "măm".
    pub fn lacks_tone(&self) -> bool {
        self.tone == 0 && (0..self.count()).any(|place| self.base(place) != 'd' && self.shapes >> (2 * place) & 3 != 0)
    }

    /// How many letters it has.
    pub fn count(&self) -> usize {
        usize::from(self.count)
    }

    /// How this, typed, fits another syllable with the same letters.
    pub fn fit(&self, meant: &Syllable) -> Option<Fit> {
        if self.letters != meant.letters {
            return None;
        }
        let toned = self.tone == 0 || self.tone == meant.tone;
        match () {
            () if self.shapes == meant.shapes && self.tone == meant.tone => Some(Fit::Exact),
            () if self.is_bare() => Some(Fit::Bare),
            () if toned && self.shapes_within(meant) => Some(Fit::Half),
            () if self.shapes == meant.shapes && meant.tone > 0 => Some(Fit::Tone),
            () => None,
        }
    }

    /// Whether the tones differ as hook and tilde do, which half the country speaks alike.
    pub fn hook_for_tilde(&self, meant: &Syllable) -> bool {
        matches!((self.tone, meant.tone), (3, 4) | (4, 3))
    }

    fn shapes_within(&self, meant: &Syllable) -> bool {
        (0..LETTERS).all(|place| {
            let (mine, theirs) = (self.shapes >> (2 * place) & 3, meant.shapes >> (2 * place) & 3);
            mine == 0 || mine == theirs
        })
    }

    /// Whether more letters follow after all of these, with the same marks.
    pub fn begins_with(&self, typed: &Syllable) -> bool {
        let mask = (1 << (6 * typed.count())) - 1;
        self.count() > typed.count()
            && self.letters & mask == typed.letters
            && (typed.tone == 0 || typed.tone == self.tone)
            && typed.shapes_within(self)
    }

    /// Read as unfinished Telex or VNI: "nuowcs", "ma81m". `None` where it is neither.
    pub fn unfinished(&self) -> Option<Syllable> {
        if !self.is_bare() {
            return None;
        }
        let mut done = Syllable::default();
        let mut changed = false;
        for place in 0..self.count() {
            let base = self.base(place);
            let before = done.count.checked_sub(1).map(|place| done.base(usize::from(place)));
            let tone = match base {
                'f' | '2' => 1,
                's' | '1' => 2,
                'r' | '3' => 3,
                'x' | '4' => 4,
                'j' | '5' => 5,
                _ => 0,
            };
            let vowelled = (0..done.count()).any(|place| "aeiouy".contains(done.base(place)));
            let marked = match (base, before) {
                ('a' | 'e' | 'o', Some(same)) if same == base => done.mark(base, Shape::Hat),
                ('d', Some('d')) if done.count == 1 => done.mark('d', Shape::Hat),
                ('9', _) => done.mark('d', Shape::Hat),
                ('w', _) => done.mark('u', Shape::Horn) | done.mark('o', Shape::Horn) || done.mark('a', Shape::Breve),
                ('7', _) => done.mark('u', Shape::Horn) | done.mark('o', Shape::Horn),
                ('8', _) => done.mark('a', Shape::Breve),
                ('6', _) => ['a', 'e', 'o'].into_iter().any(|vowel| done.mark(vowel, Shape::Hat)),
                _ if tone > 0 && vowelled => {
                    done.tone = tone;
                    true
                }
                _ => false,
            };
            changed |= marked;
            if !marked {
                done.push(Letter { base, shape: Shape::Plain, tone: 0 });
            }
        }
        changed.then_some(done)
    }

    fn base(&self, place: usize) -> char {
        match (self.letters >> (6 * place) & 63) as u8 {
            code @ 1..=26 => char::from(b'a' + code - 1),
            code @ 27..=36 => char::from(b'0' + code - 27),
            _ => '?',
        }
    }

    /// Gives the last such letter a shape.
    fn mark(&mut self, base: char, shape: Shape) -> bool {
        let place =
            (0..self.count()).rev().find(|place| self.base(*place) == base && self.shapes >> (2 * place) & 3 == 0);
        if let Some(place) = place {
            self.shapes |= (shape as u32) << (2 * place);
        }
        place.is_some()
    }
}

/// The syllables of a text; whatever is no letter and no digit divides them.
pub fn syllables(text: &str) -> Vec<Syllable> {
    let mut all = Vec::new();
    let mut open = Syllable::default();
    for c in text.chars().chain([' ']) {
        match sign(c) {
            Sign::Letter(letter) => open.push(letter),
            Sign::Shape(shape) => open.shape_last(shape),
            Sign::Tone(tone) => open.tone = tone,
            Sign::Nothing => {}
            Sign::Other(c) if c.is_alphanumeric() => open.push(Letter { base: c, shape: Shape::Plain, tone: 0 }),
            Sign::Other(_) if open.count > 0 => all.push(std::mem::take(&mut open)),
            Sign::Other(_) => open = Syllable::default(),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fit(typed: &str, meant: &str, expected: Option<Fit>) {
        assert_eq!(syllables(typed)[0].fit(&syllables(meant)[0]), expected, "{typed} for {meant}");
    }

    #[test]
    fn what_was_typed_fits_exactly_half_or_not() {
        fit("MẮM", "mắm", Some(Fit::Exact));
        fit("ma\u{306}\u{301}m", "mắm", Some(Fit::Exact));
        fit("hoà", "hòa", Some(Fit::Exact));
        fit("mam", "mắm", Some(Fit::Bare));
        fit("măm", "mắm", Some(Fit::Half));
        fit("mám", "mắm", Some(Fit::Half));
        fit("bưỡi", "bưởi", Some(Fit::Tone));
        fit("cẩm", "cam", None);
        fit("cấm", "cắm", None);
        fit("man", "mắm", None);
    }

    #[test]
    fn unfinished_telex_and_vni_are_read() {
        for (typed, meant) in [
            ("nuowcs", "nước"),
            ("nuocws", "nước"),
            ("mawms", "mắm"),
            ("dduowngf", "đường"),
            ("nu7o7c1", "nước"),
            ("ma81m", "mắm"),
        ] {
            assert_eq!(syllables(typed)[0].unfinished(), Some(syllables(meant)[0]), "{typed}");
        }
        assert_eq!(syllables("cam")[0].unfinished(), None);
    }
}

use super::{ProductSet, SetNo, Text};

/// A place where the printed Annex II cannot be applied as it stands, or is doubtful.
#[derive(Debug)]
pub struct Erratum {
    /// `None`: several sets.
    pub set: Option<SetNo>,
    /// Where it stands, as the reader finds it: a code, a part, or `*` for the whole set.
    pub place: &'static str,
    /// The codes it touches, in `set` or, without one, through `ladders`.
    pub codes: &'static [&'static str],
    /// Keys of the level ladders it touches, for errata that span sets.
    pub ladders: &'static [&'static str],
    pub kind: ErratumKind,
    pub printed: Text,
    pub applied: Text,
}

/// How sure the correction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErratumKind {
    /// Plainly wrong in print: 13 points in a 3-point criterion.
    Misprint,
    /// Left out in print, but nothing else can be meant.
    Implied,
    /// A sign that is set wrongly.
    Glyph,
    /// Probably wrong, applied as printed.
    Suspected,
    /// Doubtful, applied as printed.
    Doubtful,
}

impl ErratumKind {
    /// Whether the text is applied as it stands although something seems wrong.
    pub fn is_doubt(self) -> bool {
        matches!(self, ErratumKind::Suspected | ErratumKind::Doubtful)
    }
}

impl Erratum {
    /// Whether it touches this criterion of this set.
    pub fn touches(&self, set: &ProductSet, position: usize) -> bool {
        let Some(criterion) = set.criteria.get(position) else { return false };
        match self.set {
            Some(no) => no == set.no && self.codes.contains(&criterion.code),
            None => self.ladders.contains(&criterion.ladder.key),
        }
    }
}

/// The errata that touch a criterion, in the order of the list.
pub fn errata_of(set: &ProductSet, position: usize) -> impl Iterator<Item = &'static Erratum> {
    super::errata().iter().filter(move |erratum| erratum.touches(set, position))
}

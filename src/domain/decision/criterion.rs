use super::{Points, StarMinimum, Text};

/// A leaf criterion of a product set: one question, one level chosen.
#[derive(Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Printed number, such as `1.5` or `6.1.1`. Unique within the set.
    pub code: &'static str,
    /// Most points it can bring; equals the points of its best level.
    pub max: Points,
    pub wording: &'static Wording,
    pub ladder: &'static Ladder,
    /// In printed order; those of case b follow those of case a.
    pub levels: &'static [Level],
    pub notes: &'static [Note],
    /// Labels of the two cases (set 26, criteria 8, 9 and 15).
    pub cases: Option<[Text; 2]>,
}

/// What a criterion is called and asks. Criteria of several sets share one wording.
#[derive(Debug, PartialEq, Eq)]
pub struct Wording {
    /// Key in the word files, such as `c005`.
    pub key: &'static str,
    pub title: Text,
    pub question: Text,
}

/// Labels of a criterion's levels, in printed order.
#[derive(Debug, PartialEq, Eq)]
pub struct Ladder {
    /// Key in the word files, such as `w005`.
    pub key: &'static str,
    pub labels: &'static [Text],
    /// Keys of its levels where some are another ladder's, divided by spaces; empty: its own key and a letter each.
    pub(super) levels: &'static str,
}

impl Ladder {
    /// The key of a level, such as `w005c`: the same level has the same key in every decision and in whatever place.
    pub fn level_key(&self, index: usize) -> Option<String> {
        match self.levels {
            "" => {
                let letter = char::from(b'a' + u8::try_from(index).ok().filter(|index| *index < 26)?);
                (index < self.labels.len()).then(|| format!("{}{letter}", self.key))
            }
            keys => keys.split(' ').nth(index).map(str::to_owned),
        }
    }

    /// Whether all of its levels are its own, none another ladder's.
    pub fn has_own_levels(&self) -> bool {
        self.levels.is_empty()
    }

    /// Whether it is the ladder with this key, or has levels of it.
    pub fn has_levels_of(&self, key: &str) -> bool {
        let of_key = |level: &str| level.strip_suffix(|letter: char| letter.is_ascii_lowercase()) == Some(key);
        self.key == key || self.levels.split(' ').any(of_key)
    }

    /// The place of the level with this key.
    pub fn level_with_key(&self, key: &str) -> Option<usize> {
        (0..self.labels.len()).find(|index| self.level_key(*index).as_deref() == Some(key))
    }
}

/// One level of a criterion, as Annex II values it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    pub points: Points,
    /// The star for which this level is the minimum.
    pub star_minimum: Option<StarMinimum>,
    /// The list it stands in, where the criterion prints two (set 26).
    pub case: Option<Case>,
}

/// One of two alternative lists of levels (set 26, criteria 8, 9, 15): the applicant picks one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    A,
    B,
}

impl Case {
    pub const BOTH: [Case; 2] = [Case::A, Case::B];

    /// `a` or `b`, as in the data and in files.
    pub fn letter(self) -> &'static str {
        match self {
            Case::A => "a",
            Case::B => "b",
        }
    }
}

/// A note printed under a criterion.
#[derive(Debug, PartialEq, Eq)]
pub struct Note {
    pub kind: NoteKind,
    pub text: Text,
    /// The yes-or-no question put to the applicant, for the kinds that need a declaration.
    pub question: Option<Text>,
}

/// What a note does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// Explains; changes nothing.
    Guidance,
    /// Says what the council looks at.
    Evidence,
    /// Says what the content must show (5.3).
    ContentRequirement,
    /// The criterion counts only where another one does (5.2 where 5.1 is above 0, sets 1-25).
    Condition,
    /// A breach excludes the product or stops the evaluation, as printed.
    Knockout,
    /// A requirement printed without its consequence (1.1). Our reading: a breach stops the evaluation.
    EntryRequirement,
    /// A 0 in any criterion of the group stops the evaluation (set 16, 6.1-6.4).
    ZeroKnockout,
    /// The star minimum binds only some products (set 21, criterion 7).
    MinimumAppliesIf,
}

impl NoteKind {
    /// The kind's name in the data and in `ocop catalogue`.
    pub fn name(self) -> &'static str {
        match self {
            NoteKind::Guidance => "guidance",
            NoteKind::Evidence => "evidence",
            NoteKind::ContentRequirement => "content_requirement",
            NoteKind::Condition => "condition",
            NoteKind::Knockout => "knockout",
            NoteKind::EntryRequirement => "entry_requirement",
            NoteKind::ZeroKnockout => "zero_knockout",
            NoteKind::MinimumAppliesIf => "minimum_applies_if",
        }
    }

    /// Whether the applicant must declare a breach of it, which then ends the evaluation.
    pub fn is_declared(self) -> bool {
        matches!(self, NoteKind::Knockout | NoteKind::EntryRequirement)
    }
}

impl Criterion {
    /// The note of this kind, if the criterion has one.
    pub fn note(&self, kind: NoteKind) -> Option<&'static Note> {
        self.notes.iter().find(|note| note.kind == kind)
    }

    /// The note whose breach the applicant declares, if there is one.
    pub fn declared_note(&self) -> Option<&'static Note> {
        self.notes.iter().find(|note| note.kind.is_declared())
    }

    /// The first level that is the minimum of exactly this star.
    pub fn minimum_level(&self, minimum: StarMinimum) -> Option<usize> {
        self.levels.iter().position(|level| level.star_minimum == Some(minimum))
    }

    /// What a star demands here: the level with the most points among the marks of that star and of
    /// every lower one (our reading: a higher star demands the lower ones' marks too).
    pub fn required_level(&self, minimum: StarMinimum) -> Option<usize> {
        self.levels
            .iter()
            .enumerate()
            .filter(|(_, level)| level.star_minimum.is_some_and(|mark| mark <= minimum))
            .max_by_key(|(_, level)| level.points)
            .map(|(index, _)| index)
    }

    /// The points below which a star is out of reach here; `None`: it demands nothing.
    pub fn required_points(&self, minimum: StarMinimum) -> Option<Points> {
        self.required_level(minimum).map(|index| self.levels[index].points)
    }

    /// Whether a level of 0 points is printed. Where none is, "none of these" is an answer of its own.
    pub fn prints_zero(&self) -> bool {
        self.levels.iter().any(|level| level.points == Points(0))
    }

    /// The levels of one case, or all where the criterion has no cases, with their printed index.
    pub fn levels_of(&self, case: Option<Case>) -> impl Iterator<Item = (usize, &'static Level)> {
        self.levels.iter().enumerate().filter(move |(_, level)| case.is_none() || level.case == case)
    }

    /// The index of a level with the most points, the first of them.
    pub fn best_level(&self) -> usize {
        let best = self.levels.iter().map(|level| level.points).max().unwrap_or_default();
        self.levels.iter().position(|level| level.points == best).unwrap_or(0)
    }
}

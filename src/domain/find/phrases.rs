use super::knowledge::{Group, Knowledge};
use crate::domain::decision::Language;
use crate::domain::spelling::{Fit, Syllable, syllables};

/// A phrase of the knowledge that stands in a name.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// As the knowledge writes it.
    pub phrase: &'static str,
    /// `None`: it means nothing.
    pub group: Option<&'static Group>,
    /// How many syllables.
    pub count: usize,
    /// The place after its last syllable.
    pub end: usize,
    pub fit: Fit,
}

struct Phrase {
    text: &'static str,
    syllables: Vec<Syllable>,
    group: Option<&'static Group>,
}

/// The phrases of a language by the letters of their first syllable, longer ones first.
pub(super) struct Index(Vec<Phrase>);

fn index(knowledge: &'static Knowledge, language: Language) -> &'static Index {
    knowledge.indexes[usize::from(language == Language::En)].get_or_init(|| {
        let grouped = knowledge.groups.iter().map(|group| (group.words.get(language), Some(group)));
        let nothing = std::iter::once((knowledge.nothing, None));
        let phrases = grouped.chain(nothing).flat_map(|(words, group)| {
            words.split(", ").map(move |text| Phrase { text, syllables: syllables(text), group })
        });
        let mut phrases: Vec<Phrase> = phrases.filter(|phrase| !phrase.syllables.is_empty()).collect();
        phrases.sort_by_key(|phrase| (phrase.syllables[0].letters, std::cmp::Reverse(phrase.syllables.len())));
        Index(phrases)
    })
}

/// How freely a name is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A single word with marks must have its marks.
    Strict,
    /// Marks may be missing though other words have theirs.
    Lenient,
}

/// The phrases of a name, left to right, the longest at each place.
pub(super) fn hits(knowledge: &'static Knowledge, name: &[Syllable], language: Language, reading: Reading) -> Vec<Hit> {
    let index = index(knowledge, language);
    // Who gives no word its tone leaves them out.
    let toneless = name.iter().all(Syllable::has_no_tone);
    let bare = reading == Reading::Lenient || toneless;
    let mut hits: Vec<Hit> = Vec::new();
    let mut place = 0;
    while let Some(rest) = name.get(place..).filter(|rest| !rest.is_empty()) {
        let at_first = hits.iter().all(|hit| hit.group.is_none());
        let all = index
            .starting(rest[0].letters)
            .iter()
            .filter(|phrase| at_first || phrase.group.is_none_or(|group| !group.first))
            .filter_map(|phrase| {
                let fit = phrase.fit(rest, bare)?;
                let count = phrase.syllables.len();
                Some(Hit { phrase: phrase.text, group: phrase.group, count, end: place + count, fit })
            })
            // Behind a product, a name is no word without its tone: "Hưng Yên" is no "yến".
            .filter(|hit| at_first || hit.fit != Fit::Half || hit.count > 1 || bare)
            // What means nothing must be written as it is, or "trà cỏ" is the place "Trà Cổ".
            .filter(|hit| hit.group.is_some() || hit.fit <= Fit::Bare);
        // A name takes the syllable that it begins with from a phrase that says something without it as well.
        let goes_without = |of: &Hit| all.clone().any(|hit| hit.count + 1 == of.count && hit.fit <= of.fit);
        let best = all
            .clone()
            .filter(|hit| {
                let (is_long, last) = (hit.count > 1 && hit.group.is_some(), hit.count - 1);
                !(is_long && index.is_name(&rest[last..]) && goes_without(hit))
            })
            .min_by_key(|hit| {
                let late = hit.group.is_none_or(|group| !group.first);
                (std::cmp::Reverse(hit.count), hit.fit, late)
            });
        // Words with all their marks that reach farther come before one that lacks some: "rau | bắp cải", "râu bắp | cải".
        let farther = best.filter(|best| best.fit != Fit::Exact && !toneless).and_then(|best| {
            all.filter(|hit| hit.fit == Fit::Exact && hit.count < best.count)
                .find(|hit| hit.count + index.exact(&rest[hit.count..]) > best.count)
        });
        let best = farther.or(best);
        place += best.map_or(1, |hit| hit.count);
        hits.extend(best);
    }
    hits
}

/// The shortest phrase that what was typed so far begins.
pub(super) fn begun(knowledge: &'static Knowledge, typed: &[Syllable], language: Language) -> Option<Hit> {
    let (last, before) = typed.split_last().filter(|(last, before)| last.count() > 1 || !before.is_empty())?;
    let fits = |phrase: &&Phrase| {
        phrase.group.is_some_and(|group| group.sets.is_some())
            && phrase.syllables.len() >= typed.len()
            && before
                .iter()
                .zip(&phrase.syllables)
                .all(|(typed, meant)| typed.fit(meant).is_some_and(|fit| fit != Fit::Tone))
            && phrase.syllables[before.len()].begins_with(last)
    };
    let index = index(knowledge, language);
    // What begins with whole words stands together.
    let phrases = if before.is_empty() { &index.0 } else { index.starting(typed[0].letters) };
    let shortest = phrases.iter().filter(fits).min_by_key(|phrase| phrase.text.len())?;
    let count = shortest.syllables.len();
    Some(Hit { phrase: shortest.text, group: shortest.group, count, end: count, fit: Fit::Half })
}

impl Index {
    /// Whether a name that means nothing begins with these syllables, and so their first is no part of what stands
    /// before: "gà | Đà Nẵng".
    fn is_name(&self, rest: &[Syllable]) -> bool {
        let nothing = self.starting(rest[0].letters).iter().filter(|phrase| phrase.group.is_none());
        nothing.filter(|phrase| phrase.syllables.len() > 1).any(|phrase| phrase.fit(rest, false) == Some(Fit::Exact))
    }

    /// How many syllables the longest phrase of several has that begins these as it is written; 0 where none does.
    fn exact(&self, rest: &[Syllable]) -> usize {
        let Some(first) = rest.first() else { return 0 };
        let phrases = self.starting(first.letters).iter().filter(|phrase| phrase.syllables.len() > 1);
        phrases
            .filter(|phrase| phrase.fit(rest, false) == Some(Fit::Exact))
            .map(|phrase| phrase.syllables.len())
            .max()
            .unwrap_or(0)
    }

    fn starting(&self, letters: u64) -> &[Phrase] {
        let start = self.0.partition_point(|phrase| phrase.syllables[0].letters < letters);
        let end = self.0.partition_point(|phrase| phrase.syllables[0].letters <= letters);
        &self.0[start..end]
    }
}

impl Phrase {
    /// How the beginning of these syllables fits; the worst of its words counts.
    fn fit(&self, name: &[Syllable], bare: bool) -> Option<Fit> {
        if name.len() < self.syllables.len() {
            return None;
        }
        let mut worst = Fit::Exact;
        let mut marked_otherwise = 0;
        let single = self.syllables.len() == 1;
        for (typed, meant) in name.iter().zip(&self.syllables) {
            let fit = typed.fit(meant)?;
            match fit {
                Fit::Bare if single && !bare => return None,
                Fit::Half if single && !typed.lacks_tone() => return None,
                Fit::Tone if single && (typed.count() < 3 || !typed.hook_for_tilde(meant)) => return None,
                Fit::Exact | Fit::Bare | Fit::Half | Fit::Tone => {}
            }
            marked_otherwise += usize::from(fit != Fit::Exact);
            worst = worst.max(fit);
        }
        (worst != Fit::Tone || marked_otherwise == 1).then_some(worst)
    }
}

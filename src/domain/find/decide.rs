use super::knowledge::{Group, Outcome};
use super::phrases::Hit;
use crate::domain::decision::Language;
use crate::domain::spelling::Fit;

/// The sets of a name with the words that decided.
pub(super) struct Verdict {
    pub outcome: &'static Outcome,
    pub because: String,
}

/// A hit that says something.
#[derive(Clone, Copy)]
struct Word {
    hit: Hit,
    group: &'static Group,
}

/// Vietnamese puts the head first, and so the first word that names a product decides; what stands
/// at it says where it belongs. English puts the head last.
pub(super) fn decide(hits: &[Hit], language: Language) -> Option<Verdict> {
    let mut words: Vec<Word> = hits.iter().filter_map(|hit| hit.group.map(|group| Word { hit: *hit, group })).collect();
    if language == Language::En {
        words.reverse();
    }
    let place = (0..words.len()).find(|at| words[*at].group.sets.is_some() && !is_filled(&words, *at))?;
    let head = words[place];
    let own = head.group.sets.as_ref()?;
    let (before, from) = words.split_at(place);
    let others = from[1..].iter().map(|word| (word, true)).chain(before.iter().map(|word| (word, false)));
    let decided: Option<(&'static Outcome, &Word)> = if head.group.is != 0 {
        others.clone().find_map(|(word, later)| Some((turned(head, word, later)?, word)))
    } else {
        others.clone().find_map(|(word, _)| {
            let kind = word.group.is;
            Some((head.group.with.iter().find(|(kinds, _)| kinds & kind != 0).map(|(_, outcome)| outcome)?, word))
        })
    };
    let (outcome, other) = decided.map_or((own, None), |(outcome, word)| (outcome, Some(word)));
    let because = match other {
        None => head.hit.phrase.to_owned(),
        Some(other) => {
            let comes_first = before.iter().any(|word| std::ptr::eq(word, other)) != (language == Language::En);
            let (first, second) = if comes_first { (other, &head) } else { (&head, other) };
            format!("{} {}", first.hit.phrase, second.hit.phrase)
        }
    };
    Some(Verdict { outcome, because })
}

/// Whether a word is a vessel of what a later word names: a box of oranges is oranges, a box of bamboo is a box.
fn is_filled(words: &[Word], at: usize) -> bool {
    let vessel = words[at].group;
    let Some(filled) = &vessel.filled else { return false };
    let first = |word: &Word| word.group.sets.as_ref().and_then(|outcome| outcome.sets.first());
    let is_made_of = |word: &Word| !std::ptr::eq(word.group, vessel) && first(word) == first(&words[at]);
    let holds = |word: &Word| !word.group.weak && first(word).is_some_and(|set| filled.sets.contains(set));
    words[at + 1..].iter().any(holds) && !words.iter().any(is_made_of)
}

/// Where a thing belongs that another word stands at: one that changes it, or a later one that
/// names a product by itself.
fn turned(thing: Word, word: &Word, later: bool) -> Option<&'static Outcome> {
    let kind = thing.group.is;
    if word.group.sets.is_none() || (later && !word.group.after.is_empty()) {
        return word.group.turning(kind, later);
    }
    let meant = word.hit.count > 1 || word.hit.fit == Fit::Exact;
    let names_product = word.group.is == 0 && later && meant && !word.group.first && !word.group.weak;
    if !names_product {
        return None;
    }
    word.group.turning(kind, false).or(word.group.sets.as_ref())
}

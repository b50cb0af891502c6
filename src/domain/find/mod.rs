//! From a product's name to the sets of Annex I it may belong to, the likeliest first, each with the
//! words that decided. What words say is data (`find.json` in the decision's folder): this is how
//! they are read.

mod decide;
mod knowledge;
mod phrases;

use crate::domain::decision::{Decision, Language, ProductSet};
use crate::domain::spelling::{Syllable, legacy, syllables};
use decide::{Verdict, decide};
pub use knowledge::{Answer, Question};
use knowledge::{Knowledge, knowledge};
use phrases::{Hit, Reading, begun, hits};

/// What a name tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The likeliest first; none where nothing fits or the name tells nothing.
    pub proposals: Vec<Proposal>,
    /// Whether the first is meant, and the others are only its neighbours.
    pub sure: bool,
    /// The words that make it no product of Annex I.
    pub outside: Option<String>,
    /// The name in the letters of today, where it was pasted in those of an old font.
    pub rewritten: Option<String>,
}

/// A set with the words that speak for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub set: &'static ProductSet,
    pub because: String,
}

/// The sets of a decision that a product of this name may belong to. The reader's language first; the
/// other only if it found nothing.
pub fn find(decision: &'static Decision, name: &str, language: Language) -> Found {
    let Some(knowledge) = knowledge(decision) else { return Found::default() };
    let verdict = |name: &str| {
        let typed = syllables(name);
        [language, language.other()].into_iter().find_map(|language| read(knowledge, &typed, language))
    };
    if let Some(verdict) = verdict(name) {
        return Found::of(decision, verdict);
    }
    let rewritten = legacy(name).find_map(|name| Some((verdict(&name)?, name)));
    rewritten
        .map_or_else(Found::default, |(verdict, name)| Found { rewritten: Some(name), ..Found::of(decision, verdict) })
}

fn read(knowledge: &'static Knowledge, typed: &[Syllable], language: Language) -> Option<Verdict> {
    let strict = hits(knowledge, typed, language, Reading::Strict);
    // The last word may still be half typed, and end a longer phrase: "nước mắ".
    let half = || begun(knowledge, typed, language);
    if let Some(half) = strict.last().filter(|hit| hit.end < typed.len()).and_then(|_| half()) {
        return decide(&[half], language);
    }
    // As Telex or VNI where nothing is marked and that tells more: "thit dee nuis", which has a "nui" as it stands.
    let finished: Vec<Syllable> = typed.iter().map(|typed| typed.unfinished().unwrap_or(*typed)).collect();
    let finished = hits(knowledge, &finished, language, Reading::Strict);
    let told = |hits: &[Hit]| hits.iter().map(|hit| hit.count).sum::<usize>();
    let better = typed.iter().all(Syllable::is_bare) && told(&finished) > told(&strict);
    let (likelier, other) = if better { (&finished, &strict) } else { (&strict, &finished) };
    decide(likelier, language)
        .or_else(|| decide(other, language))
        .or_else(|| decide(&hits(knowledge, typed, language, Reading::Lenient), language))
        .or_else(|| decide(&[half()?], language))
}

impl Found {
    fn of(decision: &'static Decision, verdict: Verdict) -> Found {
        let Verdict { outcome, because } = verdict;
        let sets = outcome.sets.iter().filter_map(|no| decision.set(*no));
        let proposals = sets.map(|set| Proposal { set, because: because.clone() }).collect();
        Found { proposals, sure: outcome.sure, outside: outcome.sets.is_empty().then_some(because), rewritten: None }
    }

    /// The question that settles between what is proposed, if there is one.
    pub fn question(&self) -> Option<&'static Question> {
        let first = self.proposals.first().filter(|_| self.proposals.len() > 1)?;
        let questions = knowledge(first.set.decision())?.questions;
        let settles = |most: usize| {
            questions.iter().find(|question| {
                let settled = |proposal: &Proposal| question.answers.iter().any(|answer| answer.set == proposal.set.no);
                self.proposals.iter().take(most).all(settled)
            })
        };
        settles(3).or_else(|| settles(2))
    }
}

/// What a set holds, and what tells it from its neighbours.
pub fn holds(set: &ProductSet, language: Language) -> &'static str {
    let text = knowledge(set.decision()).and_then(|known| known.holds.get(usize::from(set.no.0).checked_sub(1)?));
    text.map_or("", |text| text.get(language))
}

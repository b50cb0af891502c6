//! From a product's name to the sets of Annex I it may belong to, the likeliest first, each with the
//! words that decided. What words say is data (`find.json` in the decision's folder): this is how
//! they are read.

mod decide;
mod knowledge;
mod phrases;

use crate::domain::decision::{Language, ProductSet, SetNo};
use crate::domain::spelling::{Syllable, syllables};
use decide::{Verdict, decide};
use knowledge::knowledge;
pub use knowledge::{Answer, Question};
use phrases::{Reading, begun, hits};

/// What a name tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The likeliest first; none where nothing fits or the name tells nothing.
    pub proposals: Vec<Proposal>,
    /// Whether the first is meant, and the others are only its neighbours.
    pub sure: bool,
    /// The words that make it no product of Annex I.
    pub outside: Option<String>,
}

/// A set with the words that speak for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub set: SetNo,
    pub because: String,
}

/// The sets that a product of this name may belong to. The reader's language first; the other only
/// if it found nothing.
pub fn find(name: &str, language: Language) -> Found {
    let typed = syllables(name);
    let other = match language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    };
    let found = [language, other].into_iter().find_map(|language| in_language(&typed, language));
    found.unwrap_or_default()
}

fn in_language(typed: &[Syllable], language: Language) -> Option<Found> {
    let read = |typed: &[Syllable], reading| decide(&hits(typed, language, reading), language);
    let strict = hits(typed, language, Reading::Strict);
    // The last word may still be half typed, and end a longer phrase: "nước mắ".
    let half = strict.last().is_some_and(|hit| hit.end < typed.len()).then(|| begun(typed, language)).flatten();
    if let Some(half) = half {
        return decide(&[half], language).map(Found::from);
    }
    let verdict = decide(&strict, language);
    let verdict = verdict.or_else(|| {
        let finished: Vec<Syllable> = typed.iter().map(|typed| typed.unfinished().unwrap_or(*typed)).collect();
        read(&finished, Reading::Strict)
    });
    let verdict = verdict.or_else(|| read(typed, Reading::Lenient));
    verdict.or_else(|| decide(&[begun(typed, language)?], language)).map(Found::from)
}

impl From<Verdict> for Found {
    fn from(verdict: Verdict) -> Found {
        let outside = verdict.sets.is_empty().then(|| verdict.because.clone());
        let proposal = |set: &u8| Proposal { set: SetNo(*set), because: verdict.because.clone() };
        let proposals = verdict.sets.iter().map(proposal).collect();
        Found { proposals, sure: verdict.sure, outside }
    }
}

impl Found {
    /// The question that settles between what is proposed, if there is one.
    pub fn question(&self) -> Option<&'static Question> {
        let proposed: Vec<SetNo> = self.proposals.iter().map(|proposal| proposal.set).collect();
        let settles = |most: usize| {
            knowledge().questions.iter().find(|question| {
                let settled = |set: &SetNo| question.answers.iter().any(|answer| answer.set == *set);
                proposed.iter().take(most).all(settled)
            })
        };
        if proposed.len() < 2 { None } else { settles(3).or_else(|| settles(2)) }
    }
}

/// What a set holds, and what tells it from its neighbours.
pub fn holds(set: &ProductSet, language: Language) -> &'static str {
    let place = usize::from(set.no.0).saturating_sub(1);
    knowledge().holds.get(place).map_or("", |text| text.get(language))
}

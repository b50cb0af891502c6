//! What texts name and no paper shows: a claim in a description or on the label.

use crate::domain::decision::{Text, fold};

use super::super::super::{Dossier, Field, PaperRecord};
use super::super::{of_decision, table};
use super::{Disagreement, Where};

/// Words that name a paper, folded, the papers of the guide that show it, and what to call it.
#[derive(Debug)]
pub(in super::super) struct Cited {
    pub words: &'static [&'static str],
    pub papers: &'static [&'static str],
    pub called: Text,
}

/// Words before a claim that take it back: "chưa có VietGAP", "sẽ đăng ký".
const NOT_YET: [&str; 6] = ["chua", "khong", "se", "du kien", "dang xin", "dang lam"];

/// Every claim without its paper, where it is made first.
pub(super) fn check(dossier: &Dossier, held: &[&PaperRecord], tell: &mut impl FnMut(Where, Disagreement)) {
    let fields = [
        Field::ProductName,
        Field::ProductSpecification,
        Field::ResultsMaterials,
        Field::ResultsQuality,
        Field::ResultsMarket,
    ];
    let notes =
        dossier.entries.iter().enumerate().map(|(position, entry)| (Where::Criterion(position), entry.note.as_str()));
    let texts: Vec<(Where, String)> = fields
        .into_iter()
        .map(|field| (Where::Field(field), dossier.fields.get(field)))
        .chain(notes)
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(at, text)| (at, fold(text)))
        .collect();
    for Cited { words, papers, called } in
        of_decision(table::CITED, dossier.set().decision()).copied().unwrap_or_default()
    {
        let shown = held.iter().any(|paper| {
            paper.paper.as_deref().is_some_and(|id| papers.contains(&id))
                || words.iter().any(|word| fold(&paper.title).contains(word))
        });
        if shown {
            continue;
        }
        if let Some((at, _)) = texts.iter().find(|(_, text)| words.iter().any(|word| claims(text, word))) {
            tell(at.clone(), Disagreement::Cited { what: *called });
        }
    }
}

/// Whether a folded text claims it: the words stand in it, not taken back shortly before.
fn claims(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let sentence = before.rsplit(['.', ';', ',', '\n']).next().unwrap_or_default();
        let taken_back = NOT_YET.iter().any(|not| format!(" {sentence}").contains(&format!(" {not} ")));
        whole(before.chars().next_back()) && whole(after.chars().next()) && !taken_back
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_whole_words_and_not_taken_back() {
        assert!(claims("vung trong dat vietgap tu 2022", "vietgap"));
        assert!(!claims("vung trong chua co vietgap", "vietgap"));
        assert!(claims("chua co iso. da co haccp", "haccp"));
        assert!(!claims("haccpx", "haccp"));
        assert!(!claims("", "haccp"));
    }
}

//! Which criteria a paper fits, and which paper of the guide a typed name means.

use std::collections::BTreeMap;

use crate::domain::decision::{Guide, PaperId, ProductSet, Proof, fold};
use crate::domain::rating::Answer;

use super::Dossier;

/// Shortenings that people write on and for papers, folded, and what they stand for.
const SHORT: [(&str, &str); 13] = [
    ("attp", "an toan thuc pham"),
    ("vsattp", "an toan thuc pham"),
    ("gcn", "giay chung nhan"),
    ("cn", "chung nhan"),
    ("dkkd", "dang ky kinh doanh"),
    ("htx", "hop tac xa"),
    ("hd", "hop dong"),
    ("kn", "kiem nghiem"),
    ("nh", "nhan hieu"),
    ("bctc", "bao cao tai chinh"),
    ("bhxh", "lao dong dong bao hiem"),
    ("txng", "truy xuat nguon goc"),
    ("qd", "quyet dinh"),
];

/// The criteria of a set that a paper of the guide helps to prove at some level.
pub fn could_prove(set: &ProductSet, guide: &Guide, paper: &str) -> Vec<usize> {
    let criteria = set.criteria.iter().enumerate();
    let fits = criteria
        .filter(|(_, criterion)| guide.proofs(criterion).iter().any(|proof| proof.all.iter().any(|id| id == paper)));
    fits.map(|(position, _)| position).collect()
}

/// The criteria whose chosen level a paper of the guide helps to prove.
pub fn proves_now(dossier: &Dossier, guide: &Guide, paper: &str) -> Vec<usize> {
    let chosen = dossier.assessment.iter().filter_map(|(position, criterion, answer)| match answer {
        Answer::Level(level) => Some((position, criterion, usize::from(level))),
        Answer::Unanswered | Answer::NoneOfThese => None,
    });
    let fits = chosen.filter(|(_, criterion, level)| {
        let shows = |proof: &Proof| proof.level == *level && proof.all.iter().any(|id| id == paper);
        guide.proofs(criterion).iter().any(shows)
    });
    fits.map(|(position, ..)| position).collect()
}

/// The papers of the guide that a typed name may mean, the likeliest first; those that prove something
/// in the set before the others. A word that few papers have says more than one that many have; the
/// last word may be half typed.
pub fn papers_like<'a>(name: &str, guide: &'a Guide, set: &ProductSet, most: usize) -> Vec<&'a PaperId> {
    let typed = long(name);
    let names: BTreeMap<&PaperId, Vec<String>> = guide.words.papers.iter().map(|(id, name)| (id, long(name))).collect();
    let common = |word: &str| names.values().filter(|name| name.iter().any(|known| known == word)).count();
    // Hundredths: a word of one paper weighs 100, one of ten papers 10.
    let weight = |word: &str| 100 / common(word).max(1);
    let scored = names.iter().filter_map(|(id, name)| {
        let hits = name.iter().filter(|known| {
            typed.iter().enumerate().any(|(place, word)| {
                *word == **known || (place + 1 == typed.len() && word.len() >= 2 && known.starts_with(word.as_str()))
            })
        });
        let score: usize = hits.map(|word| weight(word)).sum();
        let in_set = !could_prove(set, guide, id).is_empty();
        (score >= 12).then_some((in_set, score, name.len(), *id))
    });
    let mut scored: Vec<_> = scored.collect();
    scored.sort_by_key(|(in_set, score, length, id)| (!in_set, std::cmp::Reverse(*score), *length, *id));
    scored.into_iter().map(|(.., id)| id).take(most).collect()
}

/// The folded words of a name, shortenings written out, each once.
fn long(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let full = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, full)| full);
        for word in full.split(' ') {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::Language;
    use crate::domain::decision::first;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let guide = Guide::of_26_2026(Language::Vi);
        let found = papers_like(name, &guide, first().set(1).expect("set 1"), 3);
        assert!(found.iter().any(|id| *id == expected), "{name}: {found:?}");
    }

    #[test]
    fn a_typed_name_finds_its_paper() {
        check("Giấy chứng nhận VietGAP vùng cam Cao Phong", "national-area-certificate");
        check("GCN cơ sở đủ điều kiện ATTP", "food-safety-certificate");
        check("giay chung nhan nhan hieu so 4-0412345", "trademark-certificate");
        check("Đăng ký kinh doanh HTX", "business-registration");
        check("phiếu kiểm nghiệm dinh dưỡng", "nutrition-test-1");
        check("Danh sách lao động đóng BHXH", "local-labour-75");
        check("hợp đồng với siêu thị", "modern-channel-contract");
    }

    #[test]
    fn a_name_that_says_nothing_finds_nothing() {
        let guide = Guide::of_26_2026(Language::Vi);
        let set = first().set(1).expect("set 1");
        assert!(papers_like("", &guide, set, 3).is_empty());
        assert!(papers_like("xyz 123", &guide, set, 3).is_empty());
    }

    #[test]
    fn a_paper_is_tied_where_it_proves_the_level_that_is_chosen() {
        let guide = Guide::of_26_2026(Language::Vi);
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let position = dossier.set().position("3.5").expect("3.5");
        assert!(proves_now(&dossier, &guide, "trademark-certificate").is_empty());
        assert!(could_prove(dossier.set(), &guide, "trademark-certificate").contains(&position));
        dossier.assessment.set_answer(position, Answer::Level(1));
        assert_eq!(proves_now(&dossier, &guide, "trademark-certificate"), [position]);
        dossier.assessment.set_answer(position, Answer::NoneOfThese);
        assert!(proves_now(&dossier, &guide, "trademark-certificate").is_empty());
    }
}

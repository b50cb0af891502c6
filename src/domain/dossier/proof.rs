//! How far the papers at hand prove an answer. Which papers a level asks for is what the guide says of it, advice
//! as Form 02's table is guidance; the build writes it into a table, so that every page, print and command says the
//! same, whether the guide is there or not.

use super::checks::proofs;
use super::{Dossier, Holding, PaperRecord, PaperState};
use crate::domain::calendar::Date;
use crate::domain::decision::{Criterion, Points};
use crate::domain::rating::Answer;

/// What proves one answer, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proven {
    /// How many papers the chosen level asks for; 1 where nothing is known of it: any paper will do.
    pub asked: usize,
    /// How many of them are still missing.
    pub missing: usize,
}

impl Dossier {
    /// How far the papers at hand prove a criterion. A level is proven by one of its lists in full. A paper of the
    /// applicant's own choice stands for one of the list; so does one that shows more than the level asks, but none
    /// that shows less, and no second of two that say the same. Nor does one that has ended by the day; without a
    /// day, none has.
    pub fn proven(&self, position: usize, on: Option<Date>) -> Proven {
        let tied = self.shown_by(position, on);
        let any = Proven { asked: 1, missing: usize::from(tied.is_empty()) };
        let Some(criterion) = self.set().criteria.get(position) else { return any };
        let Answer::Level(level) = self.assessment.answer(position) else { return any };
        let lists = proofs(self.set().decision(), criterion);
        let known: Vec<&str> = tied.iter().filter_map(|paper| paper.paper.as_deref()).collect();
        let low = at_most(criterion, points(criterion, level), lists);
        let own = tied.iter().filter(|paper| paper.paper.as_deref().is_none_or(|id| !low.contains(&id))).count();
        let of_level = lists.iter().filter(|(of, papers)| *of == level && !papers.is_empty());
        let count = of_level.map(|(_, papers)| {
            let papers = papers.split(' ');
            let missing = papers.clone().filter(|id| !known.contains(id)).count();
            Proven { asked: papers.count(), missing: missing.saturating_sub(own) }
        });
        count.min_by_key(|proven| (proven.missing, proven.asked)).unwrap_or(any)
    }

    /// Whether the papers that the applicant already has prove this criterion.
    pub fn is_proven(&self, position: usize, on: Option<Date>) -> bool {
        self.proven(position, on).missing == 0
    }

    /// The papers at hand that are tied to a criterion and still hold on the day, if one is given.
    pub fn shown_by(&self, position: usize, on: Option<Date>) -> Vec<&PaperRecord> {
        let tied = self.entries.get(position).map(|entry| entry.evidence.as_slice()).unwrap_or_default();
        let ended = |paper: &PaperRecord| on.is_some_and(|on| matches!(paper.state(on), PaperState::Expired(_)));
        let shows = |paper: &&PaperRecord| paper.holding == Holding::Have && !ended(paper) && tied.contains(&paper.id);
        self.papers.iter().filter(shows).collect()
    }
}

fn points(criterion: &Criterion, level: u8) -> Points {
    criterion.levels.get(usize::from(level)).map_or(Points(0), |level| level.points)
}

/// The papers of the guide for levels of no more points.
fn at_most<'a>(criterion: &Criterion, most: Points, lists: &[(u8, &'a str)]) -> Vec<&'a str> {
    let lower = lists.iter().filter(|(level, _)| points(criterion, *level) <= most);
    lower.flat_map(|(_, papers)| papers.split(' ')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Guide, Language, Proof, first};

    /// A criterion of set 1 at a level, with these papers of the guide at hand; "" is one of the applicant's own.
    #[track_caller]
    fn check(code: &str, level: u8, papers: &[&str], expected: (usize, usize)) {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let position = dossier.set().position(code).expect(code);
        dossier.assessment.set_answer(position, Answer::Level(level));
        for (no, paper) in papers.iter().enumerate() {
            let id = format!("p{no}");
            let paper = (!paper.is_empty()).then(|| (*paper).to_owned());
            dossier.papers.push(PaperRecord { id: id.clone(), paper, ..PaperRecord::default() });
            dossier.entries[position].evidence.push(id);
        }
        let Proven { asked, missing } = dossier.proven(position, None);
        assert_eq!((asked, missing), expected, "{code} {level} {papers:?}");
        assert_eq!(dossier.unproven(None).contains(&position), missing > 0);
    }

    #[test]
    fn a_level_that_asks_for_two_papers_is_not_proven_by_one() {
        check("1.1", 1, &[], (2, 2));
        check("1.1", 1, &["growing-area-confirmation"], (2, 1));
        check("1.1", 1, &["growing-area-confirmation", "local-share-50"], (2, 0));
        check("1.1", 0, &["growing-area-confirmation"], (1, 0));
    }

    #[test]
    fn a_paper_of_ones_own_stands_for_one_and_so_does_one_that_shows_more() {
        check("1.1", 1, &[""], (2, 1));
        check("1.1", 1, &["", "growing-area-confirmation"], (2, 0));
        check("1.1", 1, &["growing-area-confirmation", "local-share-75"], (2, 0));
        check("1.1", 2, &["growing-area-confirmation", "local-share-50"], (2, 1));
        check("1.1", 1, &["growing-area-confirmation", "growing-area-confirmation"], (2, 1));
    }

    #[test]
    fn what_is_still_to_get_proves_nothing() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let position = dossier.set().position("1.1").expect("1.1");
        dossier.assessment.set_answer(position, Answer::Level(0));
        let paper = |holding| PaperRecord { id: "p".into(), holding, ..PaperRecord::default() };
        dossier.entries[position].evidence.push("p".into());
        dossier.papers = vec![paper(Holding::ToGet)];
        assert!(!dossier.is_proven(position, None));
        dossier.papers = vec![paper(Holding::Have)];
        assert!(dossier.is_proven(position, None));
    }

    #[test]
    fn a_paper_that_has_ended_proves_nothing_from_the_next_day_on() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let position = dossier.set().position("1.1").expect("1.1");
        dossier.assessment.set_answer(position, Answer::Level(0));
        let (id, valid_until) = (String::from("p"), String::from("01/06/2026"));
        dossier.papers.push(PaperRecord { id: id.clone(), valid_until, ..PaperRecord::default() });
        dossier.entries[position].evidence.push(id);
        let at = |day: &str| {
            let on = Date::parse(day);
            assert_eq!(dossier.unproven(on).contains(&position), !dossier.is_proven(position, on), "{day}");
            (dossier.is_proven(position, on), dossier.proven_rating(on).total > Points(0))
        };
        assert_eq!(at("01/06/2026"), (true, true), "it holds through its last day");
        assert_eq!(at("02/06/2026"), (false, false));
        assert!(dossier.is_proven(position, None), "without a day nothing is said of what has ended");
    }

    /// The table of the build says of every criterion and level what the guide says.
    #[test]
    fn the_build_and_the_guide_ask_for_the_same_papers() {
        let guide = Guide::of_26_2026(Language::En);
        for criterion in first().sets.iter().flat_map(|set| set.criteria) {
            let said: Vec<(usize, Vec<&str>)> = proofs(first(), criterion)
                .iter()
                .map(|(level, papers)| (usize::from(*level), papers.split(' ').collect()))
                .collect();
            let known = guide.proofs(criterion).iter().filter(|proof| !proof.all.is_empty());
            let known: Vec<(usize, Vec<&str>)> =
                known.map(|proof| (proof.level, proof.all.iter().map(String::as_str).collect())).collect();
            assert_eq!(said, known, "{}", criterion.wording.title.en);
        }
    }

    /// Of any level, each of its lists proves it, and with one paper less it does not.
    #[test]
    fn every_list_of_the_guide_proves_its_level_and_no_part_of_one_does() {
        let guide = Guide::of_26_2026(Language::En);
        for set in first().sets {
            for (position, criterion) in set.criteria.iter().enumerate() {
                let proofs = guide.proofs(criterion);
                // Of a list with one paper more, which is for whom it concerns, the shorter is enough.
                let longer = |proof: &Proof| {
                    let inside = |other: &Proof| other.all.iter().all(|paper| proof.all.contains(paper));
                    proofs.iter().any(|other| other.level == proof.level && other != proof && inside(other))
                };
                for proof in proofs.iter().filter(|proof| !proof.all.is_empty() && !longer(proof)) {
                    let mut dossier = Dossier::new("a".into(), String::new(), set);
                    dossier.assessment.set_answer(position, Answer::Level(proof.level as u8));
                    for paper in &proof.all {
                        assert!(!dossier.is_proven(position, None), "set {} {}: {proof:?}", set.no.0, criterion.code);
                        let record =
                            PaperRecord { id: paper.clone(), paper: Some(paper.clone()), ..PaperRecord::default() };
                        dossier.papers.push(record);
                        dossier.entries[position].evidence.push(paper.clone());
                    }
                    assert!(dossier.is_proven(position, None), "set {} {}: {proof:?}", set.no.0, criterion.code);
                }
            }
        }
    }
}

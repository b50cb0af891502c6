use std::cmp::Reverse;

use crate::domain::decision::{Criterion, Guide, PaperId, Points};
use crate::domain::rating::Answer;

use super::{Dossier, Holding, PaperRecord};

/// An answer that the papers at hand support. The applicant decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub position: usize,
    /// Index of the level in printed order.
    pub level: u8,
    /// The papers that together show it.
    pub papers: Vec<PaperId>,
    /// The answer of now.
    pub now: Answer,
}

/// From papers to answers: for each criterion, in printed order, the level with the most points that
/// the papers at hand support, where that is more than the answer of now brings or nothing is
/// answered. A level of 0 points is never proposed: no paper is needed for it. Where a criterion
/// prints two cases (set 26), an answer in one keeps the proposal to that one.
pub fn proposals(dossier: &Dossier, guide: &Guide) -> Vec<Proposal> {
    let held = |paper: &str| dossier.holds(paper);
    let proposed = dossier.assessment.iter().filter_map(|(position, criterion, now)| {
        let case = match now {
            Answer::Level(level) => criterion.levels.get(usize::from(level)).and_then(|level| level.case),
            Answer::Unanswered | Answer::NoneOfThese => None,
        };
        let (_, level, papers) = guide
            .supported_proofs(criterion, held)
            .filter_map(|proof| {
                let level = criterion.levels.get(proof.level)?;
                let fits = case.is_none() || level.case == case;
                (fits && level.points > points_of(criterion, now)).then_some((level.points, proof.level, &proof.all))
            })
            .max_by_key(|(points, level, papers)| (*points, Reverse(*level), Reverse(papers.len())))?;
        Some(Proposal { position, level: u8::try_from(level).ok()?, papers: papers.clone(), now })
    });
    proposed.collect()
}

/// The dossier with a proposal taken: its level, the records of its papers as evidence, and marked
/// for review.
pub fn accept(dossier: &Dossier, proposal: &Proposal) -> Dossier {
    let mut next = dossier.clone();
    let Some(entry) = next.entries.get_mut(proposal.position) else { return next };
    let shows = |paper: &Option<PaperId>| paper.as_ref().is_some_and(|paper| proposal.papers.contains(paper));
    for record in next.papers.iter().filter(|record| record.holding == Holding::Have && shows(&record.paper)) {
        if !entry.evidence.contains(&record.id) {
            entry.evidence.push(record.id.clone());
        }
    }
    entry.review = true;
    next.assessment.set_answer(proposal.position, Answer::Level(proposal.level));
    next
}

impl Dossier {
    /// Whether the applicant has a paper of the guide: ticked as held, or entered as a record.
    pub fn holds(&self, paper: &str) -> bool {
        let is_it = |record: &PaperRecord| record.holding == Holding::Have && record.paper.as_deref() == Some(paper);
        self.held.contains(paper) || self.papers.iter().any(is_it)
    }
}

fn points_of(criterion: &Criterion, answer: Answer) -> Points {
    match answer {
        Answer::Unanswered | Answer::NoneOfThese => Points(0),
        Answer::Level(level) => criterion.levels.get(usize::from(level)).map_or(Points(0), |level| level.points),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::{Proof, first};

    /// 3.5 (c016): application · certificate and sign · and a patent. 5.2 (c021), 8 of set 26 (c190).
    fn guide() -> Guide {
        let proof = |level, papers: &[&str]| Proof { level, all: papers.iter().map(|id| (*id).to_owned()).collect() };
        let proofs = [
            ("c016", vec![proof(0, &["application"]), proof(1, &["certificate", "sign"]), proof(2, &[])]),
            ("c021", vec![proof(0, &["story"])]),
            (
                "c190",
                vec![proof(0, &["members"]), proof(2, &["registration"]), proof(3, &["registration", "recognition"])],
            ),
        ];
        let mut guide = Guide::default();
        guide.facts.proofs = proofs.map(|(wording, proofs)| (wording.to_owned(), proofs)).into();
        guide
    }

    fn dossier(no: u8, held: &[&str]) -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(no).expect("a set"));
        dossier.held = held.iter().map(|paper| (*paper).to_owned()).collect();
        dossier
    }

    #[track_caller]
    fn check(dossier: &Dossier, code: &str, expected: Option<u8>) {
        let position = dossier.set().position(code).expect(code);
        let found = proposals(dossier, &guide()).into_iter().find(|proposal| proposal.position == position);
        assert_eq!(found.map(|proposal| proposal.level), expected, "{code}");
    }

    #[test]
    fn papers_at_hand_propose_the_best_level_they_support() {
        check(&dossier(1, &[]), "3.5", None);
        check(&dossier(1, &["application"]), "3.5", Some(0));
        check(&dossier(1, &["application", "certificate", "sign"]), "3.5", Some(1));
        // Half of a list shows nothing, and an empty list is no list.
        check(&dossier(1, &["application", "certificate"]), "3.5", Some(0));
        check(&dossier(1, &["certificate"]), "3.5", None);
    }

    #[test]
    fn an_answer_is_only_ever_bettered() {
        let mut tea = dossier(1, &["application"]);
        let position = tea.set().position("3.5").expect("3.5");
        for (answer, expected) in [
            (Answer::Unanswered, Some(0)),
            (Answer::NoneOfThese, Some(0)),
            (Answer::Level(0), None),
            (Answer::Level(2), None),
        ] {
            tea.assessment.set_answer(position, answer);
            check(&tea, "3.5", expected);
        }
        // A story text shows at least the lowest level of 5.2, which brings nothing.
        check(&dossier(1, &["story"]), "5.2", None);
    }

    #[test]
    fn a_paper_still_to_get_proposes_nothing() {
        let mut tea = dossier(1, &[]);
        let application = |holding| PaperRecord {
            id: "p1".into(),
            paper: Some("application".into()),
            holding,
            ..PaperRecord::default()
        };
        tea.papers = vec![application(Holding::ToGet)];
        check(&tea, "3.5", None);
        tea.papers = vec![application(Holding::Have)];
        check(&tea, "3.5", Some(0));
        let position = tea.set().position("3.5").expect("3.5");
        let proposal = proposals(&tea, &guide()).into_iter().find(|proposal| proposal.position == position);
        let taken = accept(&tea, &proposal.expect("proposed"));
        assert_eq!(taken.assessment.answer(position), Answer::Level(0));
        assert_eq!(taken.entries[position].evidence, ["p1"]);
        assert!(taken.entries[position].review && taken.is_proven(position, None));
        check(&taken, "3.5", None);
    }

    #[test]
    fn a_case_chosen_is_kept() {
        let mut homestay = dossier(26, &["members", "registration", "recognition"]);
        check(&homestay, "8", Some(3));
        let position = homestay.set().position("8").expect("8");
        homestay.assessment.set_answer(position, Answer::Level(0));
        check(&homestay, "8", None);
        homestay.assessment.set_answer(position, Answer::Level(2));
        check(&homestay, "8", Some(3));
    }
}

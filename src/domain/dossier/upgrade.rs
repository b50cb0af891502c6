use crate::domain::calendar::Date;
use crate::domain::rating::Answer;

use super::{Dossier, Recognised};

/// What became of one criterion since the product was recognised (article 6.1b).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DraftedChange {
    pub position: usize,
    pub from: Answer,
    pub to: Answer,
    pub direction: Direction,
    /// Whether the applicant wrote what changed.
    pub described: bool,
    /// Whether a paper at hand proves the answer of now.
    pub proven: bool,
}

/// Whether a change brings points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Up,
    /// Another level of the same points.
    Level,
    Down,
}

impl DraftedChange {
    /// Whether the change still lacks the evidence that article 6.1b asks for. What became worse
    /// needs none.
    pub fn needs_evidence(&self) -> bool {
        self.direction != Direction::Down && !self.proven
    }
}

/// What changed since recognition, criterion by criterion in printed order. A criterion of which
/// the answer of then or of now is not known is left out. A paper that has ended by the day proves none.
pub fn drafted_changes(dossier: &Dossier, on: Option<Date>) -> Vec<DraftedChange> {
    let Some(recognised) = &dossier.recognised else { return Vec::new() };
    let changed = dossier.assessment.iter().filter_map(|(position, criterion, to)| {
        let from = *recognised.answers.get(criterion.code)?;
        let points = |answer: Answer| match answer {
            Answer::Unanswered => None,
            Answer::NoneOfThese => Some(0),
            Answer::Level(level) => criterion.levels.get(usize::from(level)).map(|level| level.points.0),
        };
        let (before, now) = (points(from)?, points(to)?);
        let direction = match now.cmp(&before) {
            std::cmp::Ordering::Greater => Direction::Up,
            std::cmp::Ordering::Equal => Direction::Level,
            std::cmp::Ordering::Less => Direction::Down,
        };
        let described = recognised.changes.get(criterion.code).is_some_and(|text| !text.trim().is_empty());
        let proven = dossier.is_proven(position, on);
        (from != to).then_some(DraftedChange { position, from, to, direction, described, proven })
    });
    changed.collect()
}

/// What an earlier dossier was recognised for, as the ground of an upgrade: its star and answers.
/// The date of the decision is for the applicant to give.
pub fn recognised_as(earlier: &Dossier) -> Recognised {
    let answers = earlier.assessment.iter().filter(|(_, _, answer)| answer.is_answered());
    Recognised {
        star: earlier.rating().star,
        answers: answers.map(|(_, criterion, answer)| (criterion.code.to_owned(), answer)).collect(),
        ..Recognised::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::dossier::{Holding, PaperRecord};

    fn dossier(code: &str, from: Answer, to: Answer) -> Dossier {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(7).expect("set 7"));
        let position = dossier.set().position(code).expect(code);
        dossier.assessment.set_answer(position, to);
        dossier.recognised = Some(Recognised { answers: [(code.to_owned(), from)].into(), ..Recognised::default() });
        dossier
    }

    #[track_caller]
    fn check(code: &str, from: Answer, to: Answer, expected: Option<Direction>) {
        let found = drafted_changes(&dossier(code, from, to), None);
        assert_eq!(found.iter().map(|change| change.direction).collect::<Vec<_>>(), Vec::from_iter(expected));
    }

    #[test]
    fn changes_are_told_by_their_points() {
        check("3.3", Answer::Level(0), Answer::Level(1), Some(Direction::Up));
        check("3.3", Answer::NoneOfThese, Answer::Level(0), Some(Direction::Up));
        check("3.3", Answer::Level(1), Answer::Level(0), Some(Direction::Down));
        // Set 7, 3.1 prints 1 point for both of its first levels.
        check("3.1", Answer::Level(0), Answer::Level(1), Some(Direction::Level));
        check("3.3", Answer::Level(1), Answer::Level(1), None);
        check("3.3", Answer::Level(1), Answer::Unanswered, None);
        check("3.3", Answer::Unanswered, Answer::Level(1), None);
        check("3.3", Answer::Level(200), Answer::Level(1), None);
        assert!(
            drafted_changes(&Dossier::new("a".into(), String::new(), first().set(7).expect("set 7")), None).is_empty()
        );
    }

    #[test]
    fn evidence_is_asked_for_what_became_better_until_a_paper_is_at_hand() {
        let mut up = dossier("3.3", Answer::Level(0), Answer::Level(1));
        assert!(drafted_changes(&up, None)[0].needs_evidence());
        let position = drafted_changes(&up, None)[0].position;
        up.entries[position].evidence.push("p".into());
        up.papers.push(PaperRecord { id: "p".into(), holding: Holding::ToGet, ..PaperRecord::default() });
        assert!(drafted_changes(&up, None)[0].needs_evidence());
        up.papers[0].holding = Holding::Have;
        assert!(!drafted_changes(&up, None)[0].needs_evidence());
        assert!(!drafted_changes(&dossier("3.3", Answer::Level(1), Answer::Level(0)), None)[0].needs_evidence());
    }
}

use crate::domain::decision::{Case, Criterion, Points, Star, StarMinimum};
use crate::domain::rating::{Answer, Assessment, KnockOut, Rating};

use super::Costs;

/// One independent decision of a route: a criterion, or the pair 5.1 and 5.2, whose points hang
/// together. Its choices stand in the order in which ties are settled: raises before staying, lower
/// levels before higher ones.
#[derive(Debug)]
pub(super) struct Item {
    pub choices: Vec<Choice>,
}

/// One way to settle an item; no raises: it stays as it is.
#[derive(Debug)]
pub(super) struct Choice {
    pub raises: Vec<Raise>,
    /// Points by which the raised criteria rise.
    pub adds: Points,
    /// Points that count more than now: those, and what a story (5.1) wakes in 5.2.
    pub counts: Points,
    pub effort: u16,
    /// Months of the slower raise.
    pub slowest: u8,
    /// Months of both raises.
    pub months: u16,
}

/// A criterion raised to a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raise {
    pub position: usize,
    pub level: usize,
}

/// What may become of each criterion on the way to a star: only choices that meet the star's
/// minimums and leave no 0 that ends the evaluation (set 16, 6.1-6.4). An item without a choice
/// means that there is no way.
pub(super) fn items(assessment: &Assessment, target: Star, costs: &Costs, now: &Rating) -> Vec<Item> {
    let field = Field { assessment, target: StarMinimum::of(target), costs, now };
    (0..assessment.set.criteria.len())
        .filter_map(|position| match assessment.set.counts_with {
            Some([structure, story]) if position == story => Some(field.pair(story, structure)),
            Some([structure, _]) if position == structure => None,
            _ => Some(field.single(position)),
        })
        .collect()
}

struct Field<'a> {
    assessment: &'a Assessment,
    target: Option<StarMinimum>,
    costs: &'a Costs,
    now: &'a Rating,
}

/// A criterion left alone or raised, with the points its level is worth.
#[derive(Clone, Copy)]
struct Move {
    raise: Option<Raise>,
    from: Points,
    points: Points,
}

impl Field<'_> {
    fn single(&self, position: usize) -> Item {
        let now = worth(self.assessment, position);
        let moves = self.moves(position).into_iter().filter(|taken| self.allows(position, *taken, taken.points));
        Item { choices: moves.map(|taken| self.choice(&[taken], now, taken.points)).collect() }
    }

    /// The story (5.1) and the criterion that counts only with it (5.2): raising 5.1 from 0 makes
    /// the points already chosen in 5.2 count; raising 5.2 without a story brings nothing.
    fn pair(&self, story: usize, structure: usize) -> Item {
        let counted = |story: Points, structure: Points| if story > Points(0) { structure } else { Points(0) };
        let (told, built) = (worth(self.assessment, story), worth(self.assessment, structure));
        let now = told + counted(told, built);
        let mut choices = Vec::new();
        for first in self.moves(story) {
            for second in self.moves(structure) {
                let counts = counted(first.points, second.points);
                let idle = second.raise.is_some() && counts == Points(0);
                if !idle && self.allows(story, first, first.points) && self.allows(structure, second, counts) {
                    choices.push(self.choice(&[first, second], now, first.points + counts));
                }
            }
        }
        Item { choices }
    }

    /// Every raise of a criterion from the lowest up, then staying.
    fn moves(&self, position: usize) -> Vec<Move> {
        let from = worth(self.assessment, position);
        let mut moves: Vec<Move> = Vec::new();
        if !self.costs.get(position).locked {
            moves.extend(rises(self.assessment, position).into_iter().map(|(level, points)| Move {
                raise: Some(Raise { position, level }),
                from,
                points,
            }));
        }
        moves.push(Move { raise: None, from, points: from });
        moves
    }

    fn allows(&self, position: usize, taken: Move, counted: Points) -> bool {
        let answered = taken.raise.is_some() || self.assessment.answer(position).is_answered();
        let minimum = self.target.and_then(|target| self.assessment.set.criteria[position].required_points(target));
        let meets = self.assessment.is_exempt(position) || minimum.is_none_or(|needed| answered && counted >= needed);
        let ends = counted == Points(0) && self.now.knocked_out.contains(&KnockOut::Zero(position));
        meets && !ends
    }

    fn choice(&self, moves: &[Move], now: Points, then: Points) -> Choice {
        let raises: Vec<Raise> = moves.iter().filter_map(|taken| taken.raise).collect();
        let months = || raises.iter().map(|raise| self.costs.get(raise.position).months.unwrap_or(0));
        Choice {
            adds: moves.iter().map(|taken| taken.points.above(taken.from)).sum(),
            counts: then.above(now),
            effort: raises.iter().map(|raise| self.costs.get(raise.position).effort()).sum(),
            slowest: months().max().unwrap_or(0),
            months: months().map(u16::from).sum(),
            raises,
        }
    }
}

/// What the chosen level is worth, whether or not it counts.
pub(super) fn worth(assessment: &Assessment, position: usize) -> Points {
    match assessment.answer(position) {
        Answer::Level(level) => assessment.set.criteria[position].levels[usize::from(level)].points,
        Answer::Unanswered | Answer::NoneOfThese => Points(0),
    }
}

/// The levels that a criterion can be raised to, fewest points first: one for each number of points
/// above the present level's. Where two cases offer the same points (set 26), the present case's.
pub(super) fn rises(assessment: &Assessment, position: usize) -> Vec<(usize, Points)> {
    let criterion = &assessment.set.criteria[position];
    let now = worth(assessment, position);
    let case = present_case(criterion, assessment.answer(position));
    let mut levels: Vec<(usize, Points)> = criterion
        .levels
        .iter()
        .enumerate()
        .filter(|(_, level)| level.points > now)
        .map(|(index, level)| (index, level.points))
        .collect();
    levels.sort_by_key(|(index, points)| (*points, criterion.levels[*index].case != case, *index));
    levels.dedup_by_key(|(_, points)| *points);
    levels
}

fn present_case(criterion: &Criterion, answer: Answer) -> Option<Case> {
    match answer {
        Answer::Level(level) => criterion.levels.get(usize::from(level)).and_then(|level| level.case),
        Answer::Unanswered | Answer::NoneOfThese => None,
    }
}

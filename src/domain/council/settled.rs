use super::{Council, Sheet};
use crate::domain::dossier::Question;
use crate::domain::rating::{Answer, Assessment, Open, counted_points, rate};

impl Council {
    /// The level of each criterion as the sitting leaves it, to go on from: what was agreed on, else what more than half
    /// of the scorers gave, else the fewest points that any of them gave, which is what is certain; and together no more
    /// than the average, which decides. A breach stands as was decided on it. A reading of ours.
    pub fn settled(&self) -> Option<Assessment> {
        let first = &self.sheets.first()?.assessment;
        let mut settled = self.agreed.clone().unwrap_or_else(|| Assessment::new(first.set));
        let given: Vec<&Assessment> = self.sheets.iter().map(|sheet| &sheet.assessment).collect();
        settled.declared_dossier = self.stands(Question::Dossier);
        for position in 0..first.set.criteria.len() {
            settled.set_exempt(position, self.most_hold(|one| one.is_exempt(position)));
            settled.declare(position, self.stands(Question::Breach(position)));
            if settled.answer(position).is_answered() {
                continue;
            }
            let answers: Vec<Answer> = given.iter().map(|one| one.answer(position)).collect();
            let times = |answer: Answer| answers.iter().filter(|other| **other == answer).count();
            let most = answers.iter().copied().find(|answer| times(*answer) * 2 > answers.len());
            settled.set_answer(position, most.or(self.fewest(position)).unwrap_or(Answer::Unanswered));
        }
        self.lower_to_average(&mut settled);
        Some(settled)
    }

    /// Whether more than half of the sheets say so.
    pub(super) fn most_hold(&self, holds: impl Fn(&Assessment) -> bool) -> bool {
        self.sheets.iter().filter(|sheet| holds(&sheet.assessment)).count() * 2 > self.sheets.len()
    }

    /// Whether a breach that any sheet declares stands: unless more than half of the sheets declare none at all, as for
    /// [`super::Reading::Most`].
    pub(super) fn ends_by(&self, breach: impl Fn(&Sheet) -> bool) -> bool {
        let goes_on = self.most_hold(|one| !one.declares_breach());
        !goes_on && self.sheets.iter().any(breach)
    }

    /// The lowest level that any scorer gave.
    pub(super) fn fewest(&self, position: usize) -> Option<Answer> {
        let points = |answer: &Answer| match answer {
            Answer::Level(level) => {
                let criterion = self.sheets.first()?.assessment.set.criteria.get(position)?;
                criterion.levels.get(usize::from(*level)).map(|level| level.points)
            }
            Answer::NoneOfThese | Answer::Unanswered => None,
        };
        self.sheets.iter().map(|sheet| sheet.assessment.answer(position)).min_by_key(points)
    }

    /// Where the levels come to more than the average: the lowest that was given, first where the sheets lie furthest
    /// below, until they come to no more. What was agreed on stays.
    fn lower_to_average(&self, settled: &mut Assessment) {
        let sheets = self.sheets.len() as u32;
        let given: u32 = self.sheets.iter().map(|sheet| u32::from(rate(&sheet.assessment).total.0)).sum();
        let each: Vec<_> = self.sheets.iter().map(|sheet| counted_points(&sheet.assessment, Open::AtZero)).collect();
        let now = counted_points(settled, Open::AtZero);
        let is_agreed =
            |position: usize| self.agreed.as_ref().is_some_and(|agreed| agreed.answer(position).is_answered());
        let lost = |position: usize| {
            let sum: u32 = each.iter().map(|points| u32::from(points[position].0)).sum();
            (u32::from(now[position].0) * sheets).saturating_sub(sum)
        };
        let mut order: Vec<usize> =
            (0..now.len()).filter(|position| lost(*position) > 0 && !is_agreed(*position)).collect();
        order.sort_by_key(|position| std::cmp::Reverse(lost(*position)));
        for position in order {
            if u32::from(rate(settled).total.0) * sheets <= given {
                return;
            }
            if let Some(fewest) = self.fewest(position) {
                settled.set_answer(position, fewest);
            }
        }
    }
}

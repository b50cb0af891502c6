use crate::domain::decision::{Criterion, NoteKind, ProductSet};

/// What the applicant said of one criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Nothing yet: counts 0 for now, and is not a "no".
    #[default]
    Unanswered,
    /// None of the printed levels is met: 0 points (our reading).
    NoneOfThese,
    /// The level with this index in printed order.
    Level(u8),
}

impl Answer {
    pub fn is_answered(self) -> bool {
        self != Answer::Unanswered
    }
}

/// Everything that the rating of one product depends on.
///
/// Answers are held by place in the set's criteria; places, codes and levels that the set does not
/// have are ignored, so every value rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub set: &'static ProductSet,
    answers: Vec<Answer>,
    declared: Vec<bool>,
    exempt: Vec<bool>,
    /// The breach of the set's disqualification line is declared. Has no effect in set 26.
    pub declared_dossier: bool,
}

impl Assessment {
    /// Nothing answered, nothing declared.
    pub fn new(set: &'static ProductSet) -> Assessment {
        let count = set.criteria.len();
        Assessment {
            set,
            answers: vec![Answer::Unanswered; count],
            declared: vec![false; count],
            exempt: vec![false; count],
            declared_dossier: false,
        }
    }

    /// The answer at a place; a level the criterion does not have counts as unanswered.
    pub fn answer(&self, position: usize) -> Answer {
        let Some(criterion) = self.set.criteria.get(position) else { return Answer::Unanswered };
        match self.answers[position] {
            Answer::Level(level) if usize::from(level) >= criterion.levels.len() => Answer::Unanswered,
            answer => answer,
        }
    }

    pub fn set_answer(&mut self, position: usize, answer: Answer) {
        if let Some(slot) = self.answers.get_mut(position) {
            *slot = answer;
        }
    }

    /// Whether the breach at a criterion is declared. Only criteria with a knock-out or entry
    /// requirement can be breached.
    pub fn is_declared(&self, position: usize) -> bool {
        self.declared.get(position) == Some(&true) && self.set.criteria[position].declared_note().is_some()
    }

    pub fn declare(&mut self, position: usize, breach: bool) {
        if let Some(slot) = self.declared.get_mut(position) {
            *slot = breach;
        }
    }

    /// Whether any breach is declared that ends the evaluation.
    pub fn declares_breach(&self) -> bool {
        let of_dossier = self.declared_dossier && self.set.disqualification.is_some();
        of_dossier || (0..self.declared.len()).any(|position| self.is_declared(position))
    }

    /// Whether the star minimum at a criterion does not bind this product (set 21, criterion 7).
    pub fn is_exempt(&self, position: usize) -> bool {
        self.exempt.get(position) == Some(&true)
            && self.set.criteria[position].note(NoteKind::MinimumAppliesIf).is_some()
    }

    pub fn set_exempt(&mut self, position: usize, exempt: bool) {
        if let Some(slot) = self.exempt.get_mut(position) {
            *slot = exempt;
        }
    }

    /// Takes over which minimums do not bind the product; what binds on its own here stays as it is.
    pub fn exempt_as(&mut self, product: &Assessment) {
        for position in (0..self.exempt.len()).filter(|position| product.is_exempt(*position)) {
            self.set_exempt(position, true);
        }
    }

    /// Every criterion with its place and answer, in printed order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'static Criterion, Answer)> + '_ {
        self.set.criteria.iter().enumerate().map(|(position, criterion)| (position, criterion, self.answer(position)))
    }

    /// How many criteria are answered.
    pub fn answered(&self) -> usize {
        self.iter().filter(|(_, _, answer)| answer.is_answered()).count()
    }
}

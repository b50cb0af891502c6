use super::{Council, Sheet};
use crate::domain::dossier::Question;
use crate::domain::rating::KnockOut;

/// The breach that a reason to end the evaluation is; `None` for points that are too few, which the level settles.
pub fn breach_of(reason: KnockOut) -> Option<Question> {
    match reason {
        KnockOut::Dossier => Some(Question::Dossier),
        KnockOut::Declared(position) => Some(Question::Breach(position)),
        KnockOut::Zero(_) => None,
    }
}

impl Sheet {
    /// Whether its scorer declares this breach, where the set prints one.
    pub(super) fn declares(&self, breach: Question) -> bool {
        let given = &self.assessment;
        match breach {
            Question::Dossier => given.declared_dossier && given.set.disqualification.is_some(),
            Question::Breach(position) => given.is_declared(position),
            Question::MinimumBinds(_) => false,
        }
    }
}

impl Council {
    /// Writes down what the scorers decide together on a breach: `Some(true)`: it ends the evaluation, `Some(false)`: it does
    /// not, `None`: it is open again. The first decision begins the sheet to agree on. The Decision does not say who
    /// decides where sheets differ: a reading of ours, as the agreed sheet is.
    pub fn decide(&mut self, breach: Question, ends: Option<bool>) {
        self.begin_agreed();
        self.changed(|council| {
            match ends {
                Some(ends) => council.decided.insert(breach, ends),
                None => council.decided.remove(&breach),
            };
        });
    }

    /// Begins the sheet to agree on, unless it is begun: who is here now has part in it.
    pub(super) fn begin_agreed(&mut self) {
        if self.agreed.is_none() {
            self.agreed = self.common();
            self.sheets.iter_mut().for_each(|sheet| sheet.scorer.heard = true);
        }
    }

    /// Whether a breach stands: as was decided, else as [`Council::ends_by`] has it. One that no sheet declares any more
    /// does not, whatever was decided before.
    pub(super) fn stands(&self, breach: Question) -> bool {
        let is_declared = self.sheets.iter().any(|sheet| sheet.declares(breach));
        let ends = |decided: Option<bool>| decided.unwrap_or_else(|| self.ends_by(|sheet| sheet.declares(breach)));
        is_declared && ends(self.decided.get(&breach).copied())
    }

    /// Whether a breach ends the evaluation by what the scorers decided, or because every sheet declares it and nobody
    /// decided otherwise.
    pub(super) fn is_ended_together(&self) -> bool {
        let Some(first) = self.sheets.first() else { return false };
        Question::of(first.assessment.set).any(|breach| match self.decided.get(&breach) {
            Some(ends) => *ends && self.stands(breach),
            None => self.sheets.iter().all(|sheet| sheet.declares(breach)),
        })
    }

    /// The breaches that some sheets declare and others do not, and that nobody decided on, in printed order.
    pub(super) fn undecided(&self) -> Vec<Question> {
        let Some(first) = self.sheets.first() else { return Vec::new() };
        let is_open = |breach: &Question| {
            let differ = self.sheets.iter().any(|sheet| sheet.declares(*breach) != first.declares(*breach));
            differ && !self.decided.contains_key(breach)
        };
        Question::of(first.assessment.set).filter(is_open).collect()
    }
}

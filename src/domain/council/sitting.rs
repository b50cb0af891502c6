use std::collections::BTreeMap;

use super::sheet::written;
use super::{APART, Scorer, Sheet, SheetFault};
use crate::domain::decision::{Points, ProductSet};
use crate::domain::dossier::{Dossier, Question};
use crate::domain::rating::{Answer, Assessment};

/// The sheets of one product, kept with its dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Council {
    pub sheets: Vec<Sheet>,
    /// How many scorers there are, as it was said; 0 while that is not said. Nothing is shown of any sheet before so many
    /// are in; more may come, see [`Council::beyond`].
    pub expected: usize,
    /// How far two totals may lie apart where the province says another number than [`APART`].
    pub apart: Option<Points>,
    /// The levels that the scorers decided on together where their sheets differ, for the reading of the star minimums by
    /// an agreed sheet: [`Council::agreement`] says whether it is one.
    pub agreed: Option<Assessment>,
    /// What they decided together on a breach that a sheet declares: whether it ends the evaluation. See [`Council::decide`].
    pub decided: BTreeMap<Question, bool>,
    /// All sheets were in once, and with them the result was shown; also where more are waited for since.
    pub seen: bool,
}

impl Council {
    /// The most scorers of one sitting.
    pub const MOST: usize = 99;

    /// Whether somebody of this name scores already.
    pub fn has(&self, name: &str) -> bool {
        self.sheets.iter().any(|sheet| sheet.scorer.is(name))
    }

    /// Says how many scorers there are. None, fewer than have a sheet here, or more than [`Council::MOST`], are refused.
    pub fn expect(&mut self, count: usize) -> bool {
        let fits = (self.sheets.len().max(1)..=Council::MOST).contains(&count);
        if fits {
            self.changed(|council| council.expected = count);
        }
        fits
    }

    /// Begins a sheet on this device and gives its place; `None` where the name is empty or somebody else's.
    pub fn begin(&mut self, name: &str, set: &'static ProductSet) -> Option<usize> {
        let name = &*written(name);
        if name.is_empty() || self.has(name) || self.sheets.len() >= Council::MOST {
            return None;
        }
        let scorer = Scorer { name: name.to_owned(), ..Scorer::default() };
        self.changed(|council| council.add(Sheet { scorer, assessment: Assessment::new(set) }));
        Some(self.sheets.len() - 1)
    }

    /// Adds a sheet that is new to the sitting.
    pub(super) fn add(&mut self, mut sheet: Sheet) {
        sheet.scorer.late |= self.seen;
        self.sheets.push(sheet);
    }

    /// A change to the sheets, and what follows from it: what is shown now was seen, and what a new sheet gives
    /// otherwise than was agreed on is open again.
    pub(super) fn changed(&mut self, change: impl FnOnce(&mut Council)) {
        self.follow();
        change(self);
        self.follow();
    }

    pub(super) fn follow(&mut self) {
        // Whoever agrees has seen the result: files of before did not keep either.
        let is_of_before = !self.seen;
        if self.is_complete() {
            self.seen = true;
            // Seen by all, a sheet stays as it is, also where one more scorer is waited for later.
            self.sheets.iter_mut().for_each(|sheet| sheet.scorer.here = false);
        }
        let Some(agreed) = &mut self.agreed else { return };
        if is_of_before && self.sheets.iter().all(|sheet| !sheet.scorer.heard) {
            self.sheets.iter_mut().for_each(|sheet| sheet.scorer.heard = true);
        }
        for sheet in self.sheets.iter_mut().filter(|sheet| sheet.scorer.done && !sheet.scorer.heard) {
            sheet.scorer.heard = true;
            self.decided.retain(|breach, ends| sheet.declares(*breach) == *ends);
            for position in 0..agreed.set.criteria.len() {
                if agreed.answer(position) != sheet.assessment.answer(position) {
                    agreed.set_answer(position, Answer::Unanswered);
                }
            }
        }
    }

    /// Writes down the level that the scorers agree on in one criterion; the first begins the sheet to agree on.
    pub fn agree(&mut self, position: usize, answer: Answer) {
        self.begin_agreed();
        self.changed(|council| council.agreed.iter_mut().for_each(|sheet| sheet.set_answer(position, answer)));
    }

    /// Whether somebody is to say how many scorers there are before one more sheet begins or comes: until then no result is
    /// shown.
    pub fn needs_number(&self) -> bool {
        self.expected == 0 && !self.seen
    }

    /// Whether a change shows the result that is not shown yet.
    pub fn shows_by(&self, change: impl FnOnce(&mut Council)) -> bool {
        let mut after = self.clone();
        change(&mut after);
        !self.is_complete() && after.is_complete()
    }

    /// Two totals further apart than this are worth talking about.
    pub fn apart(&self) -> Points {
        self.apart.unwrap_or(APART)
    }

    /// The sitting on this product: a minimum that does not bind it (set 21, criterion 7) binds on no sheet, whoever filled
    /// it in.
    pub fn on(mut self, product: &Dossier) -> Council {
        let sheets = self.sheets.iter_mut().map(|sheet| &mut sheet.assessment);
        sheets.chain(&mut self.agreed).for_each(|assessment| assessment.exempt_as(&product.assessment));
        self
    }

    /// Whether all sheets are in, so that they may be seen: never before somebody said how many there are.
    pub fn is_complete(&self) -> bool {
        !self.sheets.is_empty()
            && !self.needs_number()
            && self.sheets.len() >= self.expected
            && self.sheets.iter().all(|sheet| sheet.scorer.done)
    }

    /// How many sheets are in and how many there will be, while some are awaited: until then who scores here sees neither
    /// the sheets of the others nor what the applicant gave itself.
    pub fn awaited(&self) -> Option<(usize, usize)> {
        let done = self.sheets.iter().filter(|sheet| sheet.scorer.done).count();
        (!self.sheets.is_empty() && !self.is_complete()).then_some((done, self.expected.max(self.sheets.len())))
    }

    /// How many sheets were said to come and how many there are, where there are more.
    pub fn beyond(&self) -> Option<(usize, usize)> {
        (self.expected > 0 && self.sheets.len() > self.expected).then_some((self.expected, self.sheets.len()))
    }

    /// Hands in a sheet that was filled in on this device; one with open criteria stays with its scorer.
    pub fn hand_in(&mut self, place: usize) {
        self.changed(|council| {
            let all_scored = |sheet: &&mut Sheet| sheet.assessment.answered() == sheet.assessment.set.criteria.len();
            if let Some(sheet) = council.sheets.get_mut(place).filter(all_scored) {
                sheet.scorer.done = true;
                sheet.scorer.here = true;
            }
        });
    }

    /// Whether a sheet that is handed in may go back to its scorer: not once all are in and seen, and not one that came
    /// as a file, which nobody here may look into.
    pub fn may_take_back(&self, place: usize) -> bool {
        !self.is_complete() && self.sheets.get(place).is_some_and(|sheet| sheet.scorer.done && sheet.scorer.here)
    }

    /// Gives a sheet back to its scorer, to go on with.
    pub fn take_back(&mut self, place: usize) {
        if self.may_take_back(place) {
            self.sheets[place].scorer.done = false;
        }
    }

    /// Takes a sheet out again: one scorer fewer is waited for, unless more are here than were. Once the last is out, the
    /// sitting is as new: nothing was seen of the sheets to come, nor agreed on over them.
    pub fn take_out(&mut self, place: usize) {
        if place < self.sheets.len() {
            self.changed(|council| {
                if council.beyond().is_none() {
                    council.expected = council.expected.saturating_sub(1);
                }
                council.sheets.remove(place);
                if council.sheets.is_empty() {
                    council.seen = false;
                    council.agreed = None;
                    council.decided.clear();
                }
            });
        }
    }

    /// Puts a sheet that was taken out back where it stood (`None`, or beyond the list by now: last), into a sitting that
    /// was so before: what was seen then is seen again, and so is what was agreed on where nothing is by now. So many
    /// scorers more are waited for as fewer were since. Nothing where somebody of this name scores by now, or there is no
    /// room.
    pub fn put_back(&mut self, mut sheet: Sheet, place: Option<usize>, scorers: usize, before: &Council) {
        if self.has(&sheet.scorer.name) || self.sheets.len() >= Council::MOST {
            return;
        }
        self.changed(|council| {
            council.expected = council.expected.saturating_add(scorers).min(Council::MOST);
            council.seen |= before.seen;
            if council.agreed.is_none() {
                council.agreed.clone_from(&before.agreed);
                council.decided.clone_from(&before.decided);
            }
            // One that was handed in before knew nothing of what was shown since.
            sheet.scorer.late |= council.seen && !sheet.scorer.done;
            let last = council.sheets.len();
            council.sheets.insert(place.map_or(last, |place| place.min(last)), sheet);
        });
    }

    /// Gives a sheet another name, unless it is empty or somebody else has it.
    pub fn rename(&mut self, place: usize, name: &str) -> Result<(), SheetFault> {
        let name = &*written(name);
        if name.is_empty() {
            return Err(SheetFault::NoName);
        }
        let mut others = self.sheets.iter().enumerate().filter(|(other, _)| *other != place);
        if others.any(|(_, sheet)| sheet.scorer.is(name)) {
            return Err(SheetFault::SameScorer);
        }
        if let Some(sheet) = self.sheets.get_mut(place) {
            sheet.scorer.name = name.to_owned();
        }
        Ok(())
    }

    /// The sheet to agree on: the levels that all scorers chose and the breaches that all declare, the rest open.
    pub fn common(&self) -> Option<Assessment> {
        let first = &self.sheets.first()?.assessment;
        let mut common = first.clone();
        common.declared_dossier = self.sheets.iter().all(|sheet| sheet.assessment.declared_dossier);
        for position in 0..first.set.criteria.len() {
            let answer = first.answer(position);
            if !self.sheets.iter().all(|sheet| sheet.assessment.answer(position) == answer) {
                common.set_answer(position, Answer::Unanswered);
            }
            common.declare(position, self.sheets.iter().all(|sheet| sheet.assessment.is_declared(position)));
        }
        Some(common)
    }
}

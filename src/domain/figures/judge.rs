use std::cmp::Ordering;

use super::measured::{Measured, Missing, value};
use super::rules::{Condition, Measure, Rule, TableFact};
use super::{Amount, Share, Table};
use crate::domain::calendar::Date;
use crate::domain::decision::Criterion;

/// What a table comes to for one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The measures by name, in the order of their names.
    pub measured: Vec<(String, Measured)>,
    /// The highest level that the table supports whatever becomes clear of it, by printed index.
    pub level: Option<u8>,
    /// The highest level that it may yet support: all that is unclear counts for it.
    pub level_at_best: Option<u8>,
    /// The next level up, and what is missing for it. `None` too where anything is unclear: how much is missing, nobody knows.
    pub next: Option<(u8, Vec<Gap>)>,
    /// What must hold at any level, and does not, whatever becomes clear of the rows that are unclear.
    pub broken: Vec<Gap>,
    /// Cells that give nothing to count, left out of the sums.
    pub missing: Vec<Missing>,
}

impl Judgement {
    /// The level to propose: what the table supports is the same whatever becomes clear of it.
    pub fn proposed(&self) -> Option<u8> {
        self.level.filter(|_| self.level == self.level_at_best)
    }
}

/// How far a measure is from what is asked; `amount` is what to add. `None`: no amount would do, or it
/// is no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub measure: String,
    pub amount: Option<Amount>,
}

/// What a table comes to by a rule on the day of filing; `year` is the year of the rating.
pub fn judge(rule: &Rule, fact: &TableFact, table: &Table, filed: Date, year: i32) -> Judgement {
    let mut missing = Vec::new();
    let measured: Vec<(String, Measured)> = rule
        .measures
        .iter()
        .map(|(name, measure)| (name.clone(), value(measure, fact, table, filed, year, &mut missing)))
        .collect();
    missing.sort_by(|a, b| (a.row, &a.column, a.why).cmp(&(b.row, &b.column, b.why)));
    missing.dedup();
    let is_clear = missing.is_empty() && measured.iter().all(|(_, value)| value.is_clear());
    let gaps = |conditions: &[Condition], end: End| -> Vec<Gap> {
        let of = |name: &str| measured.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
        let failing = conditions.iter().filter_map(|condition| {
            let (value, measure) = (of(&condition.measure)?, rule.measures.get(&condition.measure)?);
            (!holds(condition, value, end))
                .then(|| Gap { measure: condition.measure.clone(), amount: gap(condition, value, measure, fact, end) })
        });
        failing.collect()
    };
    let met = |end: End| rule.steps.iter().rposition(|step| !table.is_empty() && gaps(&step.when, end).is_empty());
    let level_at_best = met(End::High).map(|place| rule.steps[place].level);
    let met = met(End::Low);
    let next = rule.steps.get(met.map_or(0, |place| place + 1)).filter(|_| is_clear && !table.is_empty());
    Judgement {
        level: met.map(|place| rule.steps[place].level),
        level_at_best,
        next: next.map(|step| (step.level, gaps(&step.when, End::Low))),
        broken: if table.is_empty() { Vec::new() } else { gaps(&rule.always, End::High) },
        measured,
        missing,
    }
}

/// Whether an answer stands above what its table can give, whatever becomes clear of it. A level that the rule does not count needs at
/// least what the highest counted level below it needs.
pub fn too_high(criterion: &Criterion, rule: &Rule, judgement: &Judgement, level: u8) -> bool {
    let points = |level: u8| criterion.levels.get(usize::from(level)).map(|level| level.points);
    let counted = rule.steps.iter().filter(|step| step.level == level || points(step.level) < points(level));
    let asked = if rule.steps.iter().any(|step| step.level == level) {
        Some(level)
    } else {
        counted.map(|step| step.level).max_by_key(|level| points(*level))
    };
    asked.is_some_and(|asked| judgement.level_at_best.is_none_or(|level| points(level) < points(asked)))
}

/// The two ends of what a measure may come to.
#[derive(Clone, Copy)]
enum End {
    /// What is unclear does not count.
    Low,
    /// All that is unclear counts.
    High,
}

fn holds(condition: &Condition, value: Measured, end: End) -> bool {
    let against = |bound: u32| match (value, end) {
        (Measured::Share(share), End::Low) => share.against(bound),
        (Measured::Share(share), End::High) => share.at_best_against(bound),
        (Measured::Count { sure, .. }, End::Low) => sure.cmp(&bound),
        (Measured::Count { at_best, .. }, End::High) => at_best.cmp(&bound),
    };
    condition.least.is_none_or(|least| against(least) != Ordering::Less)
        && condition.more.is_none_or(|more| against(more) == Ordering::Greater)
}

/// What is missing until a condition holds, counted from that end.
fn gap(condition: &Condition, value: Measured, measure: &Measure, fact: &TableFact, end: End) -> Option<Amount> {
    let (bound, strict) = match (condition.least, condition.more) {
        (Some(least), _) => (least, false),
        (None, Some(more)) => (more, true),
        (None, None) => return None,
    };
    match (value, measure) {
        (Measured::Count { sure, .. }, Measure::Count { .. }) => {
            Some(Amount::whole((bound + u32::from(strict)).saturating_sub(sure)))
        }
        (Measured::Share(share), Measure::Share { grows, weight, .. }) => {
            // People are counted in ones, goods in what their table is written in.
            let pieces = fact.column(weight).is_some_and(|column| column.empty > 0);
            let part = if matches!(end, End::High) { share.part.plus(share.unsure) } else { share.part };
            Share { part, ..share }.missing_to(bound, strict, *grows, pieces)
        }
        _ => None,
    }
}

impl Share {
    /// What must be added to the part, until it is at least, or if `strict` more than, so many
    /// hundredths of the whole. Where `grows`, the whole grows with it. In whole `pieces`, or else to
    /// the next hundredth.
    pub fn missing_to(self, percent: u32, strict: bool, grows: bool, pieces: bool) -> Option<Amount> {
        let (part, whole, bound) = (self.part.millionths(), self.whole.millionths(), i128::from(percent));
        let short = whole * bound - part * 100;
        let per = if grows { 100 - bound } else { 100 };
        if per <= 0 {
            return None;
        }
        let unit = if pieces { 1_000_000 } else { 10_000 };
        // The smallest multiple of the unit that closes the gap.
        let step = per * unit;
        let (mut units, rest) = (short.div_euclid(step), short.rem_euclid(step));
        if rest > 0 || strict {
            units += 1;
        }
        Some(Amount::of_millionths(units.max(0) * unit))
    }
}

#[cfg(test)]
mod tests;

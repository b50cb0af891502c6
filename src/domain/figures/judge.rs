use std::cmp::Ordering;

use super::doubt::{Why, is_other, is_torn, unit_in, why, why_not_chosen};
use super::place::words;
use super::rules::{Condition, Measure, Rule, TableFact};
use super::{Amount, Share, Table, cell, day_of};
use crate::domain::calendar::Date;
use crate::domain::decision::Criterion;

/// What a table comes to for one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The measures by name, in the order of their names.
    pub measured: Vec<(String, Measured)>,
    /// The highest level that the table supports, by printed index.
    pub level: Option<u8>,
    /// The highest level that it may yet support: all that is unclear counts for it.
    pub level_at_best: Option<u8>,
    /// The next level up, and what is missing for it.
    pub next: Option<(u8, Vec<Gap>)>,
    /// What must hold at any level, and does not, whatever becomes clear of the rows that are unclear.
    pub broken: Vec<Gap>,
    /// Cells that give nothing to count, left out of the sums.
    pub missing: Vec<Missing>,
}

/// What a measure comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    Share(Share),
    Count(u32),
}

impl Measured {
    fn at_best(self) -> Measured {
        match self {
            Measured::Share(share) => Measured::Share(share.at_best()),
            Measured::Count(count) => Measured::Count(count),
        }
    }
}

/// How far a measure is from what is asked; `amount` is what to add. `None`: no amount would do, or it
/// is no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub measure: String,
    pub amount: Option<Amount>,
}

/// A cell that counts and says nothing that can be counted; the row is counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub row: usize,
    pub column: String,
    pub why: Why,
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
    let at_best: Vec<(String, Measured)> =
        measured.iter().map(|(name, value)| (name.clone(), value.at_best())).collect();
    let gaps = |conditions: &[Condition], measured: &[(String, Measured)]| -> Vec<Gap> {
        let of = |name: &str| measured.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
        let failing = conditions.iter().filter_map(|condition| {
            let (value, measure) = (of(&condition.measure)?, rule.measures.get(&condition.measure)?);
            (!holds(condition, value))
                .then(|| Gap { measure: condition.measure.clone(), amount: gap(condition, value, measure, fact) })
        });
        failing.collect()
    };
    let met = |measured: &[(String, Measured)]| {
        rule.steps.iter().rposition(|step| !table.is_empty() && gaps(&step.when, measured).is_empty())
    };
    let level_at_best = met(&at_best).map(|place| rule.steps[place].level);
    let met = met(&measured);
    let next = rule.steps.get(met.map_or(0, |place| place + 1));
    Judgement {
        level: met.map(|place| rule.steps[place].level),
        level_at_best,
        next: next.filter(|_| !table.is_empty()).map(|step| (step.level, gaps(&step.when, &measured))),
        broken: if table.is_empty() { Vec::new() } else { gaps(&rule.always, &at_best) },
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

fn holds(condition: &Condition, value: Measured) -> bool {
    let against = |bound: u32| match value {
        Measured::Share(share) => share.against(bound),
        Measured::Count(count) => count.cmp(&bound),
    };
    condition.least.is_none_or(|least| against(least) != Ordering::Less)
        && condition.more.is_none_or(|more| against(more) == Ordering::Greater)
}

fn value(
    measure: &Measure,
    fact: &TableFact,
    table: &Table,
    filed: Date,
    year: i32,
    missing: &mut Vec<Missing>,
) -> Measured {
    match measure {
        Measure::Share { column, values, weight, since, months, .. } => {
            let mut share = Share::default();
            let mut skip = |row, column: &String, why| missing.push(Missing { row, column: column.clone(), why });
            let too_many = percentages(table, weight) > Amount::whole(100);
            let unit = table.unit(weight);
            for (place, row) in rows(table) {
                let other_unit = unit.as_ref().is_some_and(|unit| is_other(cell(row, weight), unit));
                let amount = match number(fact, row, weight) {
                    Err(why) => Err(why),
                    Ok(amount) if other_unit => {
                        weighed(amount, cell(row, weight), unit.as_deref().unwrap_or_default()).ok_or(Why::OtherUnit)
                    }
                    Ok(amount) if amount < Amount::ZERO || (too_many && is_percentage(row, weight)) => {
                        Err(Why::Impossible)
                    }
                    Ok(amount) => Ok(amount),
                };
                let amount = match amount {
                    Ok(amount) => amount,
                    Err(why) => {
                        skip(place, weight, why);
                        continue;
                    }
                };
                let unclear = fact.column(column).and_then(|fact| match cell(row, column) {
                    "" => Some(why_not_chosen(fact, row)),
                    text => why(fact, text, None),
                });
                if let Some(why) = unclear {
                    share.unsure = share.unsure.plus(amount);
                    skip(place, column, why);
                }
                share.whole = share.whole.plus(amount);
                let old_enough = since.as_ref().is_none_or(|since| match day_of(cell(row, since)) {
                    Some(day) => day.plus_months(*months) <= filed,
                    None => {
                        if !cell(row, since).is_empty() {
                            skip(place, since, Why::NoDay);
                        }
                        false
                    }
                });
                if values.iter().any(|value| value == cell(row, column)) && old_enough {
                    share.part = share.part.plus(amount);
                }
            }
            // Shares of a whole that do not come to all of it: where the rest is, nobody said.
            let rest = Amount::whole(100).minus(share.whole);
            if share.whole > Amount::ZERO && rest > Amount::ZERO && all_percentages(table, weight) {
                share.whole = share.whole.plus(rest);
                share.unsure = share.unsure.plus(rest);
            }
            Measured::Share(share)
        }
        Measure::Count { column, values, .. } => {
            let counts = |row: &super::Row| values.is_empty() || values.iter().any(|value| value == cell(row, column));
            Measured::Count(u32::try_from(table.filled().filter(|row| counts(row)).count()).unwrap_or(u32::MAX))
        }
        Measure::Growth { year: column, amount, .. } => {
            let mut brought: Vec<(i32, Amount)> = Vec::new();
            // A year in another unit is not held against the others.
            let unit = rows(table).map(|(_, row)| unit_in(row, amount)).find(|unit| !unit.is_empty());
            let other = |row: &super::Row| {
                let own = unit_in(row, amount);
                is_torn(row, amount) || !own.is_empty() && unit.as_ref().is_some_and(|unit| own != *unit)
            };
            for (place, row) in rows(table) {
                let of_year = cell(row, column).parse::<i32>().ok();
                match (of_year, number(fact, row, amount)) {
                    (Some(_), Ok(_)) if other(row) => {
                        missing.push(Missing { row: place, column: amount.clone(), why: Why::OtherUnit });
                    }
                    (Some(of_year), Ok(amount)) => brought.push((of_year, amount)),
                    (None, _) => {
                        let why = if cell(row, column).is_empty() { Why::Blank } else { Why::NoYear };
                        missing.push(Missing { row: place, column: column.clone(), why });
                    }
                    (_, Err(why)) => missing.push(Missing { row: place, column: amount.clone(), why }),
                }
            }
            let of = |year: i32| brought.iter().find(|(known, _)| *known == year).map(|(_, amount)| *amount);
            let grew = |year: i32| of(year).zip(of(year - 1)).is_some_and(|(now, before)| now > before);
            Measured::Count(
                u32::try_from((1..=brought.len() as i32).take_while(|back| grew(year - back)).count()).unwrap_or(0),
            )
        }
    }
}

/// The rows in which something is written, with their places.
fn rows(table: &Table) -> impl Iterator<Item = (usize, &super::Row)> {
    let filled = |row: &super::Row| row.values().any(|text| !text.trim().is_empty());
    table.rows.iter().enumerate().filter(move |(_, row)| filled(row))
}

/// The number in a cell, or the one that an empty cell stands for; or why there is none.
fn number(fact: &TableFact, row: &super::Row, column: &str) -> Result<Amount, Why> {
    match cell(row, column) {
        "" => {
            let empty = fact.column(column).map(|column| column.empty).filter(|empty| *empty > 0);
            empty.map(Amount::whole).ok_or(Why::Blank)
        }
        text => match Amount::read(text) {
            Some(reading) if reading.doubtful => Err(Why::TwoNumbers),
            reading => reading.map(|reading| reading.amount).ok_or(Why::NoNumber),
        },
    }
}

fn is_percentage(row: &super::Row, column: &str) -> bool {
    cell(row, column).ends_with('%')
}

/// An amount in the unit of its column, where both are units of mass.
fn weighed(amount: Amount, text: &str, unit: &str) -> Option<Amount> {
    let (own, theirs) = (grams(&Amount::unit(text))?, grams(unit)?);
    Some(Amount::of_millionths(amount.millionths().checked_mul(own)? / theirs))
}

fn grams(unit: &str) -> Option<i128> {
    match words(unit).as_str() {
        "g" | "gam" => Some(1),
        "kg" => Some(1_000),
        "yen" => Some(10_000),
        "ta" => Some(100_000),
        "tan" => Some(1_000_000),
        _ => None,
    }
}

/// Whether the numbers of a column are percentages, all of them.
fn all_percentages(table: &Table, column: &str) -> bool {
    let mut written = rows(table).filter(|(_, row)| !cell(row, column).is_empty()).peekable();
    written.peek().is_some() && written.all(|(_, row)| is_percentage(row, column))
}

/// What the cells of a column come to that are written as percentages.
fn percentages(table: &Table, column: &str) -> Amount {
    let written = table.filled().filter(|row| is_percentage(row, column));
    written.filter_map(|row| Amount::read(cell(row, column))).fold(Amount::ZERO, |sum, part| sum.plus(part.amount))
}

/// What is missing until a condition holds.
fn gap(condition: &Condition, value: Measured, measure: &Measure, fact: &TableFact) -> Option<Amount> {
    let (bound, strict) = match (condition.least, condition.more) {
        (Some(least), _) => (least, false),
        (None, Some(more)) => (more, true),
        (None, None) => return None,
    };
    match (value, measure) {
        (Measured::Count(count), Measure::Count { .. }) => {
            Some(Amount::whole((bound + u32::from(strict)).saturating_sub(count)))
        }
        (Measured::Share(share), Measure::Share { grows, weight, .. }) => {
            // People are counted in ones, goods in what their table is written in.
            let pieces = fact.column(weight).is_some_and(|column| column.empty > 0);
            share.missing_to(bound, strict, *grows, pieces)
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

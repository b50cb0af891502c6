use std::collections::BTreeMap;

use super::doubt::{Why, is_other, is_torn, read_year, unit_in, why, why_not_chosen};
use super::place::words;
use super::rules::{Measure, TableFact};
use super::when::span_of;
use super::{Amount, Row, Share, Table, cell};
use crate::domain::calendar::Date;

/// What a measure comes to; what is unclear in the table leaves it between two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    Share(Share),
    Count { sure: u32, at_best: u32 },
}

impl Measured {
    /// Whether it is one number, and no range.
    pub fn is_clear(self) -> bool {
        match self {
            Measured::Share(share) => share.is_clear(),
            Measured::Count { sure, at_best } => sure == at_best,
        }
    }
}

/// A cell that counts and says nothing that can be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub row: usize,
    pub column: String,
    pub why: Why,
}

/// What a measure comes to in a table; `year` is the year of the rating.
pub(super) fn value(
    measure: &Measure,
    fact: &TableFact,
    table: &Table,
    filed: Date,
    year: i32,
    missing: &mut Vec<Missing>,
) -> Measured {
    let mut skip = |row, column: &str, why| missing.push(Missing { row, column: column.to_owned(), why });
    match measure {
        Measure::Share { column, values, weight, since, months, .. } => {
            let mut share = Share::default();
            let too_many = percentages(table, weight) > Amount::whole(100);
            let unit = table.unit(weight);
            for (place, row) in rows(table) {
                let other_unit = unit.as_ref().is_some_and(|unit| is_other(cell(row, weight), unit));
                let amount = match number(fact, row, weight) {
                    Err(why) => Err(why),
                    Ok(amount) if amount < Amount::ZERO || (too_many && is_percentage(row, weight)) => {
                        Err(Why::Impossible)
                    }
                    Ok(amount) if other_unit => {
                        weighed(amount, cell(row, weight), unit.as_deref().unwrap_or_default()).ok_or(Why::OtherUnit)
                    }
                    Ok(amount) => Ok(amount),
                };
                let unclear = fact.column(column).and_then(|fact| match cell(row, column) {
                    "" => Some(why_not_chosen(fact, row)),
                    text => why(fact, text, None),
                });
                if let Some(why) = unclear.filter(|_| amount.is_ok()) {
                    skip(place, column, why);
                }
                let aged = since.as_ref().map_or(Belongs::Yes, |since| match span_of(cell(row, since)) {
                    Some((_, last)) if last.plus_months(*months) <= filed => Belongs::Yes,
                    Some((first, _)) if first.plus_months(*months) > filed => Belongs::No,
                    None if cell(row, since).is_empty() => Belongs::No,
                    unread => {
                        if unread.is_none() && amount.is_ok() {
                            skip(place, since, Why::NoDay);
                        }
                        Belongs::Perhaps
                    }
                });
                let belongs = match (unclear, values.iter().any(|value| value == cell(row, column)), aged) {
                    (_, _, Belongs::No) | (None, false, _) => Belongs::No,
                    (None, true, aged) => aged,
                    (Some(_), ..) => Belongs::Perhaps,
                };
                match amount {
                    Ok(amount) => {
                        share.whole = share.whole.plus(amount);
                        match belongs {
                            Belongs::Yes => share.part = share.part.plus(amount),
                            Belongs::Perhaps => share.unsure = share.unsure.plus(amount),
                            Belongs::No => {}
                        }
                    }
                    Err(why) => {
                        skip(place, weight, why);
                        share.unweighed.inside |= belongs != Belongs::No;
                        share.unweighed.outside |= belongs != Belongs::Yes;
                    }
                }
            }
            // Shares of a whole that do not come to all of it: where the rest is, nobody said. Rows without one lie in it.
            let rest = Amount::whole(100).minus(share.whole);
            if share.whole > Amount::ZERO && rest >= Amount::ZERO && all_percentages(table, weight) {
                share.whole = share.whole.plus(rest);
                share.unsure = share.unsure.plus(rest);
                share.unweighed = Default::default();
            }
            Measured::Share(share)
        }
        Measure::Count { column, values, .. } => {
            let (mut sure, mut perhaps) = (0, 0);
            for (place, row) in rows(table) {
                if values.is_empty() || values.iter().any(|value| value == cell(row, column)) {
                    sure += 1;
                    continue;
                }
                // What is not chosen may be a yes, and is told as no by nobody.
                let unclear = fact.column(column).and_then(|fact| match cell(row, column) {
                    "" => Some(why_not_chosen(fact, row)),
                    text => why(fact, text, None),
                });
                if let Some(why) = unclear {
                    skip(place, column, why);
                    perhaps += 1;
                }
            }
            Measured::Count { sure, at_best: sure + perhaps }
        }
        Measure::Growth { year: column, amount, .. } => growth(fact, table, (column, amount), year, &mut skip),
    }
}

/// Whether a row belongs to the part.
#[derive(Clone, Copy, PartialEq)]
enum Belongs {
    Yes,
    No,
    Perhaps,
}

/// How many years in a row, the last the one before the year of rating, brought more than the one before. A year whose
/// amount is not known may have.
fn growth(
    fact: &TableFact,
    table: &Table,
    (column, amount): (&str, &str),
    year: i32,
    skip: &mut impl FnMut(usize, &str, Why),
) -> Measured {
    let mut brought: BTreeMap<i32, Option<Amount>> = BTreeMap::new();
    // A year in another unit is not held against the others.
    let unit = rows(table).map(|(_, row)| unit_in(row, amount)).find(|unit| !unit.is_empty());
    let other = |row: &Row| {
        let own = unit_in(row, amount);
        is_torn(row, amount) || !own.is_empty() && unit.as_ref().is_some_and(|unit| own != *unit)
    };
    // Amounts of years that nobody can read may be those of any year.
    let mut any_year = false;
    for (place, row) in rows(table) {
        let Some(of_year) = read_year(cell(row, column)) else {
            skip(place, column, if cell(row, column).is_empty() { Why::Blank } else { Why::NoYear });
            any_year = true;
            continue;
        };
        let known = match number(fact, row, amount) {
            Ok(_) if other(row) => Err(Why::OtherUnit),
            known => known,
        };
        if let Err(why) = known {
            skip(place, amount, why);
        }
        let known = known.ok();
        if let Some(before) = brought.get_mut(&of_year) {
            skip(place, column, Why::Twice);
            // Which of the two is meant, nobody knows.
            *before = before.filter(|before| Some(*before) == known);
        } else {
            brought.insert(of_year, known);
        }
    }
    let years = u32::try_from(rows(table).count()).unwrap_or(0);
    let run = |grew: &dyn Fn(i32) -> bool| {
        (1..=years).take_while(|back| grew(year.saturating_sub_unsigned(*back))).count().try_into().unwrap_or(0)
    };
    let of = |year: i32| brought.get(&year).copied();
    let pair = |year: i32| (of(year), of(year.saturating_sub(1)));
    let sure = run(&|year| matches!(pair(year), (Some(Some(now)), Some(Some(before))) if now > before));
    let at_best = run(&|year| match pair(year) {
        (Some(Some(now)), Some(Some(before))) => now > before,
        (Some(_), Some(_)) => true,
        _ => any_year,
    });
    Measured::Count { sure, at_best }
}

/// The rows in which something is written, with their places.
fn rows(table: &Table) -> impl Iterator<Item = (usize, &Row)> {
    let filled = |row: &Row| row.values().any(|text| !text.trim().is_empty());
    table.rows.iter().enumerate().filter(move |(_, row)| filled(row))
}

/// The number in a cell, or the one that an empty cell stands for; or why there is none.
fn number(fact: &TableFact, row: &Row, column: &str) -> Result<Amount, Why> {
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

fn is_percentage(row: &Row, column: &str) -> bool {
    cell(row, column).ends_with('%')
}

/// An amount in the unit of its column, where both are units of mass.
pub(super) fn weighed(amount: Amount, text: &str, unit: &str) -> Option<Amount> {
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

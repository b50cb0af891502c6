use crate::domain::decision::Points;

use super::choices::{Choice, Item, Raise};

/// Out of reach.
const NEVER: u64 = u64::MAX;

/// The cheapest way to settle every item so that at least `needs` more points count: least effort;
/// then fewest points added; then the slowest raise soonest done; then fewest months in all; then
/// the raises that stand first in print, to the lowest levels. `None`: no way counts that many.
///
/// Exact: a table holds, for the items from each place on and each number of points still needed,
/// the best there is. The slowest raise is a maximum and the months are a sum, and no one table
/// minimises a maximum and then a sum: so the first finds effort, points and slowest raise, the
/// second the fewest months among choices no slower than that.
pub(super) fn cheapest(items: &[Item], needs: Points) -> Option<Vec<Raise>> {
    let best = Table::fill(items, needs, |_| true, join_slowest).value(0, needs);
    if best == NEVER {
        return None;
    }
    let slowest = best & MONTHS;
    let in_time = |choice: &Choice| u64::from(choice.slowest) <= slowest;
    Table::fill(items, needs, in_time, join_months).trace(items, needs, in_time)
}

/// A value packs, weightiest first: effort, points added, and 16 bits of months. Even 36 items of
/// the greatest effort and months stay within them.
const MONTHS: u64 = 0xffff;

fn head(choice: &Choice) -> u64 {
    (u64::from(choice.effort) << 32) + (u64::from(choice.adds.0) << 16)
}

fn join_slowest(choice: &Choice, rest: u64) -> u64 {
    head(choice) + (rest & !MONTHS) + (rest & MONTHS).max(u64::from(choice.slowest))
}

fn join_months(choice: &Choice, rest: u64) -> u64 {
    head(choice) + rest + u64::from(choice.months)
}

/// For the items from each place on and each number of points still needed: the best value.
struct Table {
    width: usize,
    values: Vec<u64>,
    join: fn(&Choice, u64) -> u64,
}

impl Table {
    fn fill(items: &[Item], needs: Points, takes: impl Fn(&Choice) -> bool, join: fn(&Choice, u64) -> u64) -> Table {
        let width = usize::from(needs.0) + 1;
        let mut values = vec![NEVER; (items.len() + 1) * width];
        values[items.len() * width] = 0;
        for (place, item) in items.iter().enumerate().rev() {
            let (before, after) = values.split_at_mut((place + 1) * width);
            let here = &mut before[place * width..];
            let next = &after[..width];
            for choice in item.choices.iter().filter(|choice| takes(choice)) {
                let counts = usize::from(choice.counts.0);
                for (needed, value) in here.iter_mut().enumerate() {
                    let rest = next[needed.saturating_sub(counts)];
                    if rest != NEVER {
                        *value = (*value).min(join(choice, rest));
                    }
                }
            }
        }
        Table { width, values, join }
    }

    fn value(&self, place: usize, needs: Points) -> u64 {
        self.values[place * self.width + usize::from(needs.0)]
    }

    /// The first choice of each item, in order, that loses nothing.
    fn trace(&self, items: &[Item], needs: Points, takes: impl Fn(&Choice) -> bool) -> Option<Vec<Raise>> {
        let mut needs = needs;
        let mut raises = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let value = self.value(place, needs);
            let after = |choice: &Choice| Points(needs.0.saturating_sub(choice.counts.0));
            let choice = item.choices.iter().filter(|choice| takes(choice)).find(|choice| {
                let rest = self.value(place + 1, after(choice));
                rest != NEVER && (self.join)(choice, rest) == value
            })?;
            needs = after(choice);
            raises.extend_from_slice(&choice.raises);
        }
        Some(raises)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Effort, points added, slowest, months in all, then what stands first: the order of choices.
    type Measure = (u16, u8, u8, u16, Vec<usize>);

    /// Every way to settle the items.
    fn all(items: &[Item], needs: u8) -> Vec<Measure> {
        let Some((item, others)) = items.split_first() else {
            return if needs == 0 { vec![(0, 0, 0, 0, Vec::new())] } else { Vec::new() };
        };
        let ways = item.choices.iter().enumerate().flat_map(|(place, choice)| {
            all(others, needs.saturating_sub(choice.counts.0)).into_iter().map(
                move |(effort, adds, slow, months, rest)| {
                    let places = [vec![place], rest].concat();
                    (
                        effort + choice.effort,
                        adds + choice.adds.0,
                        slow.max(choice.slowest),
                        months + choice.months,
                        places,
                    )
                },
            )
        });
        ways.collect()
    }

    /// Items of up to three raises each, marked by place and order, then staying; some may not stay.
    fn any_items() -> impl Strategy<Value = Vec<Item>> {
        let choice = (1..4u8, 0..3u8, 1..3u16, 0..4u8, 0..3u16);
        let item = (proptest::collection::vec(choice, 0..4), 0..8u8);
        proptest::collection::vec(item, 0..6).prop_map(|items| {
            items
                .into_iter()
                .enumerate()
                .map(|(position, (raises, stays))| item_of(position, raises, stays > 0))
                .collect()
        })
    }

    fn item_of(position: usize, raises: Vec<(u8, u8, u16, u8, u16)>, stays: bool) -> Item {
        let mut choices: Vec<Choice> = Vec::new();
        for (level, (adds, wakes, effort, slowest, more)) in raises.into_iter().enumerate() {
            choices.push(Choice {
                raises: vec![Raise { position, level }],
                adds: Points(adds),
                counts: Points(adds + wakes),
                effort,
                slowest,
                months: u16::from(slowest) + more,
            });
        }
        if stays {
            let (adds, counts) = (Points(0), Points(0));
            choices.push(Choice { raises: Vec::new(), adds, counts, effort: 0, slowest: 0, months: 0 });
        }
        Item { choices }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_cheaper(items in any_items(), needs in 0..20u8) {
            let best = all(&items, needs).into_iter().min();
            let expected = best.map(|(_, _, _, _, places)| {
                let chosen = items.iter().zip(places).flat_map(|(item, place)| item.choices[place].raises.clone());
                chosen.collect::<Vec<_>>()
            });
            prop_assert_eq!(cheapest(&items, Points(needs)), expected);
        }
    }
}

use std::cmp::Ordering;

use super::Amount;
use super::amount::ONE;

/// A part of a whole, as far as a table tells it: what is unclear widens it to a range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub part: Amount,
    pub whole: Amount,
    /// So much of the rest may yet belong to the part.
    pub unsure: Amount,
    pub unweighed: Unweighed,
}

/// Rows whose weight nobody knows: any weight at all may come to the part, or to the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unweighed {
    pub inside: bool,
    pub outside: bool,
}

impl Share {
    /// Against so many hundredths, exactly, whatever becomes clear: at the low end of what it may be. Nothing of nothing is
    /// no share: it is below everything.
    pub fn against(self, percent: u32) -> Ordering {
        if self.whole <= Amount::ZERO {
            return Ordering::Less;
        }
        let parts = self.part.millionths() * 100;
        let low = parts.cmp(&(self.whole.millionths() * i128::from(percent)));
        // Beside a weight of any size the part may be as small as one likes, and is never nothing.
        if self.unweighed.outside && percent > 0 { Ordering::Less } else { low }
    }

    /// Against so many hundredths at best: all that is unclear counts for it.
    pub fn at_best_against(self, percent: u32) -> Ordering {
        let whole =
            Share { part: self.part.plus(self.unsure), unsure: Amount::ZERO, unweighed: Unweighed::default(), ..self };
        match (self.unweighed.inside, whole.part.cmp(&whole.whole)) {
            (false, _) => whole.against(percent),
            // Nothing is known to be outside: all of it, then.
            (true, Ordering::Equal | Ordering::Greater) => 100.cmp(&percent),
            // Ever nearer to all of it, and never there.
            (true, Ordering::Less) if percent < 100 => Ordering::Greater,
            (true, Ordering::Less) => Ordering::Less,
        }
    }

    /// Whether it is one number, and no range.
    pub fn is_clear(self) -> bool {
        self.unsure == Amount::ZERO && self.unweighed == Unweighed::default()
    }

    /// The low end in hundredths, rounded to two decimals as a calculator shows it: 32 of 41 are 78.05. All bounds are whole
    /// hundredths, and rounding neither reaches nor leaves one: only what is exactly 75 is shown as 75, what is below it
    /// as 74.99 at most, and what is above it as 75.01 at least.
    pub fn percent(self) -> Amount {
        if self.unweighed.outside { Amount::ZERO } else { hundredths(self.part, self.whole) }
    }

    /// The high end in hundredths, rounded like the low one.
    pub fn percent_at_best(self) -> Amount {
        if self.unweighed.inside { Amount::whole(100) } else { hundredths(self.part.plus(self.unsure), self.whole) }
    }

    /// As it is printed: "32 / 41 = 78,05 %", or the range where that is all that is known.
    pub fn printed(self) -> String {
        if self.is_clear() {
            return format!("{} / {} = {} %", self.part, self.whole, self.percent());
        }
        if self.percent() == self.percent_at_best() {
            return "chưa tính được, còn dòng chưa rõ".to_owned();
        }
        let (above, below) = (if self.is_above() { "trên " } else { "" }, if self.is_below() { "dưới " } else { "" });
        format!("từ {above}{} % đến {below}{} %, còn dòng chưa rõ", self.percent(), self.percent_at_best())
    }

    /// Whether the low end cannot be reached: some part there is, however small beside what is not weighed.
    pub fn is_above(self) -> bool {
        self.unweighed.outside && self.part > Amount::ZERO
    }

    /// Whether the high end cannot be reached: some of it is known to be outside.
    pub fn is_below(self) -> bool {
        self.unweighed.inside && self.part.plus(self.unsure) < self.whole
    }
}

fn hundredths(part: Amount, whole: Amount) -> Amount {
    const STEP: i128 = ONE / 100;
    if whole <= Amount::ZERO {
        return Amount::ZERO;
    }
    let (part, whole) = (part.millionths() * 10_000, whole.millionths());
    let rounded = (part * 2 + whole).div_euclid(whole * 2);
    let exact = part.rem_euclid(whole) == 0;
    let steps = match (rounded * STEP).rem_euclid(ONE) {
        0 if !exact && rounded * whole > part => rounded - 1,
        0 if !exact => rounded + 1,
        _ => rounded,
    };
    Amount::of_millionths(steps * STEP)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_share_is_compared_exactly_and_shown_rounded() {
        let share = |part: u32, whole: u32| Share {
            part: Amount::whole(part),
            whole: Amount::whole(whole),
            ..Share::default()
        };
        assert_eq!(share(3, 4).against(75), Ordering::Equal);
        assert_eq!(share(74_999, 100_000).against(75), Ordering::Less);
        for (part, whole, shown) in [
            (32, 41, "78,05"),
            (33, 38, "86,84"),
            (2, 3, "66,67"),
            (1, 3, "33,33"),
            (1, 8, "12,5"),
            (12_345, 100_000, "12,35"),
            (12_344, 100_000, "12,34"),
            // A bound is neither reached nor left by rounding.
            (74_994, 100_000, "74,99"),
            (74_999, 100_000, "74,99"),
            (75_000, 100_000, "75"),
            (75_001, 100_000, "75,01"),
            (99_999, 100_000, "99,99"),
            (1, 100_000, "0,01"),
            (0, 7, "0"),
            (7, 7, "100"),
        ] {
            assert_eq!(share(part, whole).percent().to_string(), shown, "{part} of {whole}");
        }
        assert_eq!(share(0, 0).against(0), Ordering::Less);
    }

    #[test]
    fn what_is_not_weighed_widens_a_share_to_a_range() {
        let share = |part: u32, whole: u32, inside: bool, outside: bool| Share {
            part: Amount::whole(part),
            whole: Amount::whole(whole),
            unweighed: Unweighed { inside, outside },
            ..Share::default()
        };
        for (share, range) in [
            (share(3, 4, false, false), "3 / 4 = 75 %"),
            (share(3, 4, false, true), "từ trên 0 % đến 75 %, còn dòng chưa rõ"),
            (share(3, 4, true, false), "từ 75 % đến dưới 100 %, còn dòng chưa rõ"),
            (share(3, 4, true, true), "từ trên 0 % đến dưới 100 %, còn dòng chưa rõ"),
            (share(0, 4, true, false), "từ 0 % đến dưới 100 %, còn dòng chưa rõ"),
            (share(4, 4, false, true), "từ trên 0 % đến 100 %, còn dòng chưa rõ"),
            (share(0, 0, true, true), "từ 0 % đến 100 %, còn dòng chưa rõ"),
            (share(0, 0, false, true), "chưa tính được, còn dòng chưa rõ"),
        ] {
            assert_eq!(share.printed(), range);
        }
        // Some part there is, however small; and all of it it never is beside what is outside.
        assert_eq!(share(3, 4, true, true).against(0), Ordering::Greater);
        assert_eq!(share(3, 4, true, true).against(1), Ordering::Less);
        assert_eq!(share(3, 4, true, true).at_best_against(99), Ordering::Greater);
        assert_eq!(share(3, 4, true, true).at_best_against(100), Ordering::Less);
        assert_eq!(share(4, 4, true, false).at_best_against(100), Ordering::Equal);
        assert_eq!(share(4, 4, false, true).at_best_against(100), Ordering::Equal);
    }

    proptest! {
        #[test]
        fn a_share_is_shown_on_the_side_of_every_bound_on_which_it_is(part in 0u32..2_000_000, whole in 1u32..2_000_000, percent in 0u32..=100) {
            let share = Share { part: Amount::whole(part), whole: Amount::whole(whole), ..Share::default() };
            prop_assert_eq!(share.against(percent), share.percent().cmp(&Amount::whole(percent)));
            let off = share.percent().millionths() * i128::from(whole) - i128::from(part) * 100 * ONE;
            prop_assert!(off.abs() <= i128::from(whole) * ONE / 100, "{} of {} as {}", part, whole, share.percent());
        }

        /// Whatever the rows weigh whose weight is not known, the share lies in its range.
        #[test]
        fn a_share_lies_in_its_range_whatever_becomes_clear(
            part in 0u32..1_000, rest in 0u32..1_000, unsure in 0u32..100, of_unsure in 0u32..100,
            more in 0u32..100_000, other in 0u32..100_000, inside: bool, outside: bool, percent in 0u32..=100,
        ) {
            let (of_unsure, more, other) = (of_unsure.min(unsure), if inside { more } else { 0 }, if outside { other } else { 0 });
            let told = Share {
                part: Amount::whole(part),
                whole: Amount::whole(part + rest + unsure),
                unsure: Amount::whole(unsure),
                unweighed: Unweighed { inside, outside },
            };
            let then = Share {
                part: Amount::whole(part + of_unsure + more),
                whole: Amount::whole(part + rest + unsure + more + other),
                ..Share::default()
            };
            prop_assert!(told.against(percent) <= then.against(percent));
            prop_assert!(then.whole == Amount::ZERO || then.against(percent) <= told.at_best_against(percent));
            prop_assert!(!told.is_below() || then.percent() < Amount::whole(100));
            prop_assert!(!told.is_above() || then.percent() > Amount::ZERO);
            prop_assert!(told.percent() <= then.percent() && (then.whole == Amount::ZERO || then.percent() <= told.percent_at_best()));
        }
    }
}

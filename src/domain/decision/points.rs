use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

/// Points of a level, criterion, group, part or product: whole, 0 to 100 (article 3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(pub u8);

impl Points {
    /// How many more these are than others; 0 if they are not more.
    pub fn above(self, others: Points) -> Points {
        Points(self.0.saturating_sub(others.0))
    }
}

impl Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Points) {
        *self = *self + other;
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points(0), Add::add)
    }
}

/// A star class, one to five (article 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub enum Star {
    /// No decision, no certificate (article 4.1).
    One = 1,
    /// No decision, no certificate (article 4.1).
    Two = 2,
    /// Recognised by the province.
    Three = 3,
    /// Recognised by the province.
    Four = 4,
    /// Recognised by the ministry.
    Five = 5,
}

impl Star {
    pub const ALL: [Star; 5] = [Star::One, Star::Two, Star::Three, Star::Four, Star::Five];

    /// The next higher star, if there is one.
    pub fn next(self) -> Option<Star> {
        Star::try_from(u8::from(self) + 1).ok()
    }
}

/// The fewest points of each star's band, from one star up (article 3.3). Bands are half-open: at 89 points of
/// Decision 26/2026 it is four stars, at 90 five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands(pub(super) [Points; 5]);

impl Bands {
    /// The star that the points alone would give.
    pub fn star(self, total: Points) -> Star {
        Star::ALL.into_iter().rev().find(|star| total >= self.least(*star)).unwrap_or(Star::One)
    }

    /// The fewest points of this star's band.
    pub fn least(self, star: Star) -> Points {
        self.0[star as usize - 1]
    }
}

impl From<Star> for u8 {
    fn from(star: Star) -> u8 {
        star as u8
    }
}

impl TryFrom<u8> for Star {
    type Error = String;
    fn try_from(number: u8) -> Result<Star, String> {
        Star::ALL
            .into_iter()
            .find(|star| u8::from(*star) == number)
            .ok_or_else(|| format!("a star is 1 to 5, not {number}"))
    }
}

/// A star mark of Annex II: the level that carries it is the least that this star demands of the
/// criterion (footnote of sets 1-25; set 26 has the marks without the footnote, our reading: they
/// apply alike).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StarMinimum {
    /// `***`
    Three,
    /// `****`
    Four,
    /// `*****`
    Five,
}

impl StarMinimum {
    pub const ALL: [StarMinimum; 3] = [StarMinimum::Three, StarMinimum::Four, StarMinimum::Five];

    /// The star whose minimum this is.
    pub fn star(self) -> Star {
        match self {
            StarMinimum::Three => Star::Three,
            StarMinimum::Four => Star::Four,
            StarMinimum::Five => Star::Five,
        }
    }

    /// The minimum that a star adds, `None` for one and two stars, which demand points alone.
    pub fn of(star: Star) -> Option<StarMinimum> {
        StarMinimum::ALL.into_iter().find(|minimum| minimum.star() == star)
    }

    /// Place in [`StarMinimum::ALL`].
    pub fn position(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(total: u8, expected: Star) {
        assert_eq!(super::super::first().bands.star(Points(total)), expected, "{total} points");
    }

    #[test]
    fn bands_are_half_open_on_both_sides_of_every_edge() {
        check(0, Star::One);
        check(29, Star::One);
        check(30, Star::Two);
        check(49, Star::Two);
        check(50, Star::Three);
        check(69, Star::Three);
        check(70, Star::Four);
        check(89, Star::Four);
        check(90, Star::Five);
        check(100, Star::Five);
    }

    #[test]
    fn a_threshold_is_the_first_total_of_its_band() {
        let bands = super::super::first().bands;
        for star in Star::ALL {
            assert_eq!(bands.star(bands.least(star)), star);
        }
    }
}

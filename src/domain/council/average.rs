use crate::domain::decision::{Bands, Points, Star};

/// The average of the scorers' totals (article 3.3): an exact fraction of points, 0 to 100. It falls into a star's
/// band as it is, without being rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Average {
    sum: u32,
    count: u32,
}

impl Average {
    /// The average of these totals; `None` where there are none.
    pub fn of(totals: impl IntoIterator<Item = Points>) -> Option<Average> {
        let (mut sum, mut count) = (0u32, 0u32);
        for total in totals {
            sum = sum.checked_add(u32::from(total.0))?;
            count = count.checked_add(1)?;
        }
        (count > 0).then_some(Average { sum, count })
    }

    /// Whether it reaches so many points.
    pub fn reaches(self, least: Points) -> bool {
        u64::from(self.sum) >= u64::from(least.0) * u64::from(self.count)
    }

    /// The star that the points alone give: the bands are half-open (article 3.3).
    pub fn star(self, bands: Bands) -> Star {
        Star::ALL.into_iter().rev().find(|star| self.reaches(bands.least(*star))).unwrap_or(Star::One)
    }

    /// In hundredths of a point, rounded half up, but never up into a band that the average itself does not reach:
    /// 69.997 shows as 69.99.
    pub fn hundredths(self, bands: Bands) -> u32 {
        let (sum, count) = (u64::from(self.sum) * 100, u64::from(self.count));
        let rounded = (sum * 2 + count) / (count * 2);
        let reaches_more = Star::ALL
            .into_iter()
            .any(|star| rounded >= u64::from(bands.least(star).0) * 100 && !self.reaches(bands.least(star)));
        let shown = if reaches_more { sum / count } else { rounded };
        u32::try_from(shown).unwrap_or(u32::MAX)
    }

    /// With two decimals behind this sign: `69,86`.
    pub fn text(self, bands: Bands, decimal_sign: char) -> String {
        let hundredths = self.hundredths(bands);
        format!("{}{decimal_sign}{:02}", hundredths / 100, hundredths % 100)
    }
}

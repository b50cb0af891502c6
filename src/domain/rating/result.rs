use crate::domain::decision::{Bands, PartCode, Points, Star, StarMinimum};

/// A provisional rating with its reasons. The council decides; this only foresees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// 0 to 100. Unanswered criteria count 0.
    pub total: Points,
    /// Of the decision that it is rated by.
    pub bands: Bands,
    pub parts: [PartPoints; 3],
    pub groups: Vec<GroupPoints>,
    /// The star if points were all that counts (article 3.3).
    pub star_by_points: Star,
    /// The star that both the points and the star minimums allow; `None`: the evaluation ends.
    pub star: Option<Star>,
    /// For three, four and five stars: where the product is below what they demand.
    pub unmet: [Vec<Unmet>; 3],
    /// What ends the evaluation; empty if nothing does.
    pub knocked_out: Vec<KnockOut>,
    /// The most that the unanswered criteria still allow.
    pub best: Best,
    pub answered: usize,
}

/// Points of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartPoints {
    pub part: PartCode,
    pub points: Points,
    /// With the unanswered criteria at their best.
    pub best: Points,
    pub max: Points,
}

/// Points of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupPoints {
    pub code: &'static str,
    pub points: Points,
    pub max: Points,
}

/// The most that is still possible: total and star with every open criterion at its best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    pub total: Points,
    pub star: Option<Star>,
}

/// A criterion below what a star demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// Its place in the set's criteria.
    pub position: usize,
    /// Index of the level that would do, in printed order.
    pub needs: usize,
    /// Whether it is only unanswered yet.
    pub open: bool,
}

/// What ends the evaluation: the dossier's line comes first, then the criteria in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnockOut {
    /// The set's disqualification line, declared by the applicant.
    Dossier,
    /// The note of the criterion at this place, declared by the applicant.
    Declared(usize),
    /// Zero points where the group allows none (set 16, 6.1-6.4).
    Zero(usize),
}

/// What keeps the lowest star away that no open answer brings any more: answers that are given would have to rise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    pub star: Star,
    /// The criteria that are answered below the star's minimums, in printed order.
    pub below: Vec<Unmet>,
    /// So many points more must come from criteria that are answered, were all open ones at their best; 0 to 100.
    pub points: Points,
}

impl Rating {
    /// What caps the star; none while five stars can still be reached, or where the evaluation ends anyway.
    pub fn cap(&self) -> Option<Cap> {
        let star = self.best.star?.next()?;
        let below = self.unmet(star).iter().filter(|unmet| !unmet.open).copied().collect();
        Some(Cap { star, below, points: self.bands.least(star).above(self.best.total) })
    }

    /// What stands below the minimums of a star. Nothing does below three stars.
    pub fn unmet(&self, star: Star) -> &[Unmet] {
        StarMinimum::of(star).map_or(&[], |minimum| &self.unmet[minimum.position()])
    }

    /// The points that are missing to a star's band; none where it is reached.
    pub fn missing(&self, star: Star) -> Points {
        self.bands.least(star).above(self.total)
    }

    /// The next star to aim for, if the product is not at five already. A product that is knocked
    /// out aims at nothing.
    pub fn next_star(&self) -> Option<Star> {
        self.star.and_then(Star::next)
    }
}

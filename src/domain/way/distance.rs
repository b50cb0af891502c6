use crate::domain::decision::{Points, Star};
use crate::domain::rating::{KnockOut, Rating, Unmet};

/// How far a star is from a rating: the points, the minimums, and what ends the evaluation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distance {
    pub star: Star,
    /// Points short of the star's band.
    pub points: Points,
    /// Criteria below what the star demands.
    pub minimums: Vec<Unmet>,
    pub knocked_out: Vec<KnockOut>,
}

impl Distance {
    pub fn is_nothing(&self) -> bool {
        self.points == Points(0) && self.minimums.is_empty() && self.knocked_out.is_empty()
    }
}

/// How far a star is.
pub fn distance(rating: &Rating, star: Star) -> Distance {
    Distance {
        star,
        points: rating.missing(star),
        minimums: rating.unmet(star).to_vec(),
        knocked_out: rating.knocked_out.clone(),
    }
}

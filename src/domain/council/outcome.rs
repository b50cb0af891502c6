use std::collections::BTreeMap;

use super::{Agreement, Average, Council};
use crate::domain::decision::{Bands, Points, Star, StarMinimum};
use crate::domain::rating::{Assessment, KnockOut, Open, Rating, counted_points, rate};

/// Two totals further apart than this are worth talking about before the average is taken. Practice of provinces,
/// not the Decision's; a province may set another number.
pub const APART: Points = Points(10);

/// How the star minimums are read where scorers chose different levels. None of them is the law's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Every scorer's level meets the minimum.
    Every,
    /// The levels of more than half of the scorers do.
    Most,
    /// The level of the sheet that the scorers agreed on does.
    Agreed,
}

impl Reading {
    pub const ALL: [Reading; 3] = [Reading::Every, Reading::Most, Reading::Agreed];

    /// Its name in `ocop panel --json`.
    pub fn name(self) -> &'static str {
        match self {
            Reading::Every => "every",
            Reading::Most => "most",
            Reading::Agreed => "agreed",
        }
    }
}

/// What several sheets together come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub bands: Bands,
    /// Each scorer's rating, in the order of the sheets.
    pub ratings: Vec<Rating>,
    pub average: Average,
    /// The star that the average alone gives.
    pub star_by_points: Star,
    /// The star under each reading; `Ok(None)`: the evaluation ends under it. [`Reading::Agreed`] is missing while the
    /// agreed sheet is not finished.
    pub stars: Vec<(Reading, Option<Star>)>,
    /// How far the agreed sheet is, once anything was agreed on.
    pub agreement: Option<Agreement>,
    /// What ends the evaluation, each with the places of the sheets that say so, in printed order.
    pub ends: Vec<(KnockOut, Vec<usize>)>,
    /// The highest total less the lowest.
    pub distance: Points,
    /// Where the scorers differ: what is tasted and seen without papers first, then the widest, then printed order.
    pub spreads: Vec<Spread>,
    /// Places of the criteria in which the scorers chose different levels of the same points, in printed order.
    pub same_points: Vec<usize>,
}

/// One criterion in which the scorers differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Its place in the set's criteria.
    pub position: usize,
    /// What each scorer's level counts, in the order of the sheets.
    pub points: Vec<Points>,
    /// Judged on the sample itself, without papers.
    pub sensory: bool,
    /// Places of the sheets that stand alone: their points are given by nobody else, while others agree.
    pub alone: Vec<usize>,
}

impl Spread {
    /// The most points given less the fewest.
    pub fn width(&self) -> Points {
        let most = self.points.iter().max().copied().unwrap_or_default();
        most.above(self.points.iter().min().copied().unwrap_or_default())
    }
}

/// What a council's sheets come to; `None` before the first is in. `sensory` tells the criteria that are judged
/// without papers, by place.
pub fn outcome(council: &Council, sensory: impl Fn(usize) -> bool) -> Option<Outcome> {
    let assessments: Vec<&Assessment> = council.sheets.iter().map(|sheet| &sheet.assessment).collect();
    let set = assessments.first()?.set;
    let bands = set.decision().bands;
    let ratings: Vec<Rating> = assessments.iter().map(|assessment| rate(assessment)).collect();
    let average = Average::of(ratings.iter().map(|rating| rating.total))?;
    let agreement = council.agreement();
    let agreed = agreement.as_ref().filter(|agreement| agreement.is_finished()).map(|agreement| rate(&agreement.sheet));
    let stars = Reading::ALL
        .into_iter()
        .filter_map(|reading| match reading {
            Reading::Agreed => Some((reading, star(bands, average, std::slice::from_ref(agreed.as_ref()?), all))),
            Reading::Every => Some((reading, star(bands, average, &ratings, all))),
            Reading::Most => Some((reading, star(bands, average, &ratings, most))),
        })
        .collect();
    let totals = ratings.iter().map(|rating| rating.total);
    let distance = totals.clone().max().unwrap_or_default().above(totals.min().unwrap_or_default());
    let spreads = spreads(&assessments, sensory);
    let same_points = same_points(&assessments, &spreads);
    Some(Outcome {
        bands,
        average,
        star_by_points: average.star(bands),
        stars,
        agreement,
        ends: ends(&ratings),
        distance,
        spreads,
        same_points,
        ratings,
    })
}

fn all(count: usize, of: usize) -> bool {
    count == of
}

fn most(count: usize, of: usize) -> bool {
    count * 2 > of
}

fn ends(ratings: &[Rating]) -> Vec<(KnockOut, Vec<usize>)> {
    let mut found = BTreeMap::<KnockOut, Vec<usize>>::new();
    for (place, rating) in ratings.iter().enumerate() {
        rating.knocked_out.iter().for_each(|reason| found.entry(*reason).or_default().push(place));
    }
    found.into_iter().collect()
}

/// The highest star that the average reaches and whose minimums `enough` of the sheets meet, criterion by criterion.
fn star(bands: Bands, average: Average, sheets: &[Rating], enough: fn(usize, usize) -> bool) -> Option<Star> {
    let ended = sheets.iter().filter(|rating| !rating.knocked_out.is_empty()).count();
    if ended > 0 && !enough(sheets.len() - ended, sheets.len()) {
        return None;
    }
    let meets = |minimum: StarMinimum| {
        let below: Vec<usize> = sheets
            .iter()
            .flat_map(|rating| rating.unmet[minimum.position()].iter().map(|unmet| unmet.position))
            .collect();
        below.iter().all(|position| {
            let fail = below.iter().filter(|other| *other == position).count();
            enough(sheets.len() - fail, sheets.len())
        })
    };
    let reached = Star::ALL
        .into_iter()
        .rev()
        .find(|star| average.reaches(bands.least(*star)) && StarMinimum::of(*star).is_none_or(meets));
    Some(reached.unwrap_or(Star::One))
}

fn spreads(assessments: &[&Assessment], sensory: impl Fn(usize) -> bool) -> Vec<Spread> {
    let counted: Vec<Vec<Points>> =
        assessments.iter().map(|assessment| counted_points(assessment, Open::AtZero)).collect();
    let count = assessments.first().map_or(0, |assessment| assessment.set.criteria.len());
    let mut found: Vec<Spread> = (0..count)
        .map(|position| {
            let points: Vec<Points> =
                counted.iter().map(|points| points.get(position).copied().unwrap_or_default()).collect();
            Spread { position, alone: alone(&points), sensory: sensory(position), points }
        })
        .filter(|spread| spread.width() > Points(0))
        .collect();
    found.sort_by_key(|spread| (!spread.sensory, std::cmp::Reverse(spread.width()), spread.position));
    found
}

/// Where the levels differ and the points do not.
fn same_points(assessments: &[&Assessment], spreads: &[Spread]) -> Vec<usize> {
    let Some(first) = assessments.first() else { return Vec::new() };
    let differs = |position: usize| assessments.iter().any(|one| one.answer(position) != first.answer(position));
    let is_spread = |position: usize| spreads.iter().any(|spread| spread.position == position);
    (0..first.set.criteria.len()).filter(|position| differs(*position) && !is_spread(*position)).collect()
}

/// Who gave points that nobody else gave, where at least two others agree.
fn alone(points: &[Points]) -> Vec<usize> {
    let same = |one: &Points| points.iter().filter(|other| *other == one).count();
    if !points.iter().any(|one| same(one) >= 2) {
        return Vec::new();
    }
    (0..points.len()).filter(|place| same(&points[*place]) == 1).collect()
}

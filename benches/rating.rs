//! How long a rating and the shortest way to a star take, on one core: `make bench`.
//!
//! Plain clock and median: the budgets are in microseconds and milliseconds, and what is looked for
//! is a factor, not a percent.

use std::hint::black_box;
use std::time::{Duration, Instant};

use ocop::domain::decision::{ProductSet, Star, first};
use ocop::domain::rating::{Answer, Assessment, rate};
use ocop::domain::way::{Costs, way_to};

fn main() {
    let assessments: Vec<Assessment> =
        first().sets.iter().flat_map(|set| (0..40).map(move |seed| answered(set, seed))).collect();

    let ratings: Vec<Duration> =
        assessments.iter().map(|assessment| time(200, || rate(black_box(assessment)))).collect();
    report("rating one dossier", ratings, Duration::from_micros(5));

    let ways: Vec<Duration> = assessments
        .iter()
        .flat_map(|assessment| {
            let costs = Costs::default();
            [Star::Three, Star::Four, Star::Five]
                .map(|star| time(3, || way_to(black_box(assessment), black_box(star), &costs)))
        })
        .collect();
    report("shortest way to a star", ways, Duration::from_millis(1));
}

/// The time of one call, the least of five rounds: what the machine does beside it only adds.
fn time<T>(calls: u32, mut call: impl FnMut() -> T) -> Duration {
    let round = |_| {
        let start = Instant::now();
        for _ in 0..calls {
            black_box(call());
        }
        start.elapsed() / calls
    };
    (0..5).map(round).min().unwrap_or_default()
}

fn report(what: &str, mut times: Vec<Duration>, budget: Duration) {
    times.sort();
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    let verdict = if worst <= budget { "ok" } else { "OVER" };
    println!("{what:<44} median {median:>10.2?}   slowest {worst:>10.2?}   budget {budget:>8.0?}   {verdict}");
}

/// Answers that look chosen at random, the same on every run; a seed below ten leaves some open.
fn answered(set: &'static ProductSet, seed: u64) -> Assessment {
    let mut assessment = Assessment::new(set);
    let mut state = u64::from(set.no.0) << 32 | seed;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    for (position, criterion) in set.criteria.iter().enumerate() {
        if seed < 10 && next(4) == 0 {
            continue;
        }
        let level = u8::try_from(next(criterion.levels.len())).unwrap_or(0);
        assessment.set_answer(position, Answer::Level(level));
    }
    assessment
}

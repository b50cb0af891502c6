//! Holds the cheapest way against every way there is, on products where few criteria may change.

use ocop::domain::decision::{Points, Star, first};
use ocop::domain::rating::{Answer, Assessment, KnockOut, Open, counted_points, rate};
use ocop::domain::way::{Cost, Costs, Obstacle, Steps, Way, Why, alternatives, diff, distance, gains, raised, way_to};
use proptest::prelude::*;

/// What routes are compared by: effort, points added, slowest step, months in all, places.
type Measure = (u32, u32, u8, u32, Vec<(usize, Points)>);

fn worth(assessment: &Assessment, position: usize) -> Points {
    match assessment.answer(position) {
        Answer::Level(level) => assessment.set.criteria[position].levels[usize::from(level)].points,
        _ => Points(0),
    }
}

fn measure(before: &Assessment, after: &Assessment, costs: &Costs) -> Measure {
    let changed: Vec<usize> =
        (0..before.set.criteria.len()).filter(|place| before.answer(*place) != after.answer(*place)).collect();
    let months = |place: &usize| costs.get(*place).months.unwrap_or(0);
    (
        changed.iter().map(|place| u32::from(costs.get(*place).weight)).sum(),
        changed.iter().map(|place| u32::from(worth(after, *place).above(worth(before, *place)).0)).sum(),
        changed.iter().map(months).max().unwrap_or(0),
        changed.iter().map(|place| u32::from(months(place))).sum(),
        changed.iter().map(|place| (*place, worth(after, *place))).collect(),
    )
}

/// The best of every combination of levels of the criteria that are not locked, by rating each.
fn best_of_all(assessment: &Assessment, costs: &Costs) -> [Option<Measure>; 3] {
    let free: Vec<usize> = (0..assessment.set.criteria.len()).filter(|place| !costs.get(*place).locked).collect();
    let mut best = [None, None, None];
    let mut tried = assessment.clone();
    try_all(assessment, &mut tried, &free, costs, &mut best);
    best
}

fn try_all(
    assessment: &Assessment,
    tried: &mut Assessment,
    free: &[usize],
    costs: &Costs,
    best: &mut [Option<Measure>; 3],
) {
    let Some((place, others)) = free.split_first() else {
        let Some(star) = rate(tried).star else { return };
        let measure = measure(assessment, tried, costs);
        for (target, slot) in [Star::Three, Star::Four, Star::Five].into_iter().zip(best) {
            if star >= target && slot.as_ref().is_none_or(|best| measure < *best) {
                *slot = Some(measure.clone());
            }
        }
        return;
    };
    try_all(assessment, tried, others, costs, best);
    for level in 0..assessment.set.criteria[*place].levels.len() {
        tried.set_answer(*place, Answer::Level(level as u8));
        try_all(assessment, tried, others, costs, best);
    }
    tried.set_answer(*place, assessment.answer(*place));
}

/// A product with `free` criteria that may change and stand low. The others are locked: at their
/// best where a star demands something, so that a way is likely; where none does, so low that the
/// points of some star are only just in reach. Costs are few, so that routes tie.
fn small_case(free: usize) -> impl Strategy<Value = (Assessment, Costs)> {
    let cost = (1..=2u8, prop_oneof![Just(None), (0..=4u8).prop_map(Some)]);
    let draws = proptest::collection::vec((any::<u16>(), 0..100u8, any::<u8>(), cost), 40);
    let odds = (0..8usize, any::<[bool; 2]>());
    (0..26usize, draws, 0..3usize, 0..9u8, odds).prop_map(
        move |(set, draws, target, slack, (pull, [exempt, for_points]))| {
            let set = &first().sets[set];
            // Where the rules are odd, often: the story pair, the zeros of water, the cases of tourism.
            let odd = match set.no.0 {
                16 => ["5.1", "5.2", "6.1", "6.4"],
                21 => ["5.1", "5.2", "7", "4.2"],
                26 => ["8", "9", "15", "3.4"],
                _ => ["5.1", "5.2", "4.2", "4.3"],
            };
            let is_odd = |place: &usize| odd[..pull.saturating_sub(3)].contains(&set.criteria[*place].code);
            let is_demanded =
                |place: &usize| set.criteria[*place].levels.iter().any(|level| level.star_minimum.is_some());
            let mut places: Vec<usize> = (0..set.criteria.len()).collect();
            places.sort_by_key(|place| (!is_odd(place), for_points && is_demanded(place), draws[*place].0));

            let mut assessment = Assessment::new(set);
            let mut costs = Costs::default();
            let enough = first().bands.least([Star::Three, Star::Four, Star::Five][target]) + Points(slack);
            let mut best = Points(100);
            for (rank, place) in places.into_iter().enumerate() {
                let criterion = &set.criteria[place];
                let (_, luck, level, (weight, months)) = draws[place];
                let is_free = rank < free;
                let anyhow = Answer::Level(level % criterion.levels.len() as u8);
                let answer = match luck {
                    _ if is_free => {
                        [Answer::Unanswered, Answer::NoneOfThese, Answer::Level(0), anyhow][usize::from(luck % 4)]
                    }
                    _ if best > enough && !is_demanded(&place) => anyhow,
                    99 => Answer::Unanswered,
                    _ => Answer::Level(criterion.best_level() as u8),
                };
                assessment.set_answer(place, answer);
                if !is_free {
                    best = Points(best.0 - criterion.max.above(worth(&assessment, place)).0);
                }
                costs.set(place, Cost { weight, months, locked: !is_free });
            }
            if let Some(place) = set.position("7") {
                assessment.set_exempt(place, exempt);
            }
            (assessment, costs)
        },
    )
}

/// A product answered anyhow, with any costs and locks.
fn any_case() -> impl Strategy<Value = (Assessment, Costs)> {
    let cost = (0..=3u8, prop_oneof![Just(None), (0..=24u8).prop_map(Some)], 0..12u8);
    (0..26usize, proptest::collection::vec((0..8u8, cost), 40)).prop_map(|(set, draws)| {
        let set = &first().sets[set];
        let mut assessment = Assessment::new(set);
        let mut costs = Costs::default();
        for (place, (draw, (weight, months, locked))) in draws.into_iter().enumerate().take(set.criteria.len()) {
            let answer = match draw {
                0 => Answer::NoneOfThese,
                6.. => Answer::Unanswered,
                level => Answer::Level(level - 1),
            };
            assessment.set_answer(place, answer);
            costs.set(place, Cost { weight, months, locked: locked == 0 });
        }
        (assessment, costs)
    })
}

fn check_against_all(assessment: &Assessment, costs: &Costs) -> Result<(), TestCaseError> {
    for (target, best) in [Star::Three, Star::Four, Star::Five].into_iter().zip(best_of_all(assessment, costs)) {
        match way_to(assessment, target, costs) {
            Way::Already => {
                prop_assert!(rate(assessment).star >= Some(target));
                prop_assert_eq!(best.map(|best| best.0), Some(0));
            }
            Way::Route(route) => {
                let after = raised(assessment, &route.steps);
                let found = measure(assessment, &after, costs);
                prop_assert_eq!(Some(&found), best.as_ref(), "{:?}", target);
                prop_assert_eq!((u32::from(route.effort), u32::from(route.adds.0)), (found.0, found.1));
                prop_assert_eq!(route.months.unwrap_or(0), found.2);
                prop_assert_eq!(&route.reaches, &rate(&after));
            }
            Way::NoWay(no_way) => {
                prop_assert_eq!(best, None);
                prop_assert!(!no_way.obstacles.is_empty());
                prop_assert!(no_way.best < Some(target));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_way_is_cheaper_where_four_criteria_may_change((assessment, costs) in small_case(4)) {
        check_against_all(&assessment, &costs)?;
    }

    #[test]
    fn a_route_reaches_its_star_and_no_step_of_it_can_be_spared((assessment, costs) in any_case()) {
        for target in Star::ALL {
            let Way::Route(route) = way_to(&assessment, target, &costs) else { continue };
            prop_assert!(rate(&raised(&assessment, &route.steps)).star >= Some(target));
            prop_assert!(route.steps.iter().all(|step| !costs.get(step.position).locked));
            for step in &route.steps {
                let others: Vec<_> = route.steps.iter().filter(|other| *other != step).cloned().collect();
                prop_assert!(rate(&raised(&assessment, &others)).star < Some(target));
            }
            let brought: Points = route.steps.iter().map(|step| step.adds + step.wakes).sum();
            prop_assert_eq!(rate(&assessment).total + brought, route.reaches.total);
        }
    }

    #[test]
    fn where_there_is_no_way_the_best_there_is_can_be_had((assessment, costs) in any_case()) {
        let Way::NoWay(no_way) = way_to(&assessment, Star::Five, &costs) else { return Ok(()) };
        for star in Star::ALL {
            let reachable = !matches!(way_to(&assessment, star, &costs), Way::NoWay(_));
            prop_assert_eq!(reachable, no_way.best >= Some(star), "{:?}, best {:?}", star, no_way.best);
        }
        prop_assert_eq!(no_way.best.is_none(), no_way.obstacles.iter().any(|obstacle| matches!(obstacle, Obstacle::KnockedOut(_))));
    }

    #[test]
    fn alternatives_are_valid_different_and_none_is_better((assessment, costs) in any_case()) {
        let Way::Route(best) = way_to(&assessment, Star::Four, &costs) else { return Ok(()) };
        let others = alternatives(&assessment, Star::Four, &costs, &best);
        prop_assert!(others.len() <= 3);
        let mut last = &best;
        for other in &others {
            prop_assert!(rate(&raised(&assessment, &other.steps)).star >= Some(Star::Four));
            prop_assert!(Steps::order(last, other).is_lt());
            prop_assert!(best.steps.iter().any(|step| other.steps.iter().all(|mine| mine.position != step.position)));
            last = other;
        }
    }

    #[test]
    fn a_gain_brings_what_it_says((assessment, costs) in any_case()) {
        let total = |assessment: &Assessment| counted_points(assessment, Open::AtZero).into_iter().sum::<Points>();
        for gain in gains(&assessment, &costs) {
            for rise in [&gain.next, &gain.top] {
                let mut after = assessment.clone();
                after.set_answer(gain.position, Answer::Level(rise.level as u8));
                prop_assert_eq!(total(&after), total(&assessment) + rise.brings);
                prop_assert!(rise.brings > Points(0));
            }
            prop_assert!(!gain.cost.locked);
        }
    }

    #[test]
    fn a_star_at_no_distance_is_the_star_one_has((assessment, _) in any_case()) {
        let rating = rate(&assessment);
        for star in Star::ALL {
            let there = distance(&rating, star).is_nothing();
            prop_assert_eq!(there, rating.star >= Some(star));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn no_way_is_cheaper_where_five_criteria_may_change((assessment, costs) in small_case(5)) {
        check_against_all(&assessment, &costs)?;
    }
}

#[test]
fn a_declared_breach_leaves_no_way() {
    for set in first().sets {
        for place in 0..set.criteria.len() {
            let mut assessment = Assessment::new(set);
            assessment.declare(place, true);
            if !assessment.is_declared(place) {
                continue;
            }
            let Way::NoWay(no_way) = way_to(&assessment, Star::Three, &Costs::default()) else {
                panic!("a way in set {}, {} declared", set.no.0, set.criteria[place].code)
            };
            assert_eq!(no_way.obstacles, [Obstacle::KnockedOut(KnockOut::Declared(place))]);
            assert_eq!(no_way.best, None);
        }
    }
}

/// An assessment at full marks but for these answers.
fn full_but(set: u8, answers: &[(&str, Answer)]) -> Assessment {
    let set = ocop::domain::decision::first().set(set).expect("a set of Annex II");
    let mut assessment = Assessment::new(set);
    for (place, criterion) in set.criteria.iter().enumerate() {
        assessment.set_answer(place, Answer::Level(criterion.best_level() as u8));
    }
    for (code, answer) in answers {
        assessment.set_answer(set.position(code).expect("a criterion of the set"), *answer);
    }
    assessment
}

fn locking(assessment: &Assessment, codes: &[&str]) -> Costs {
    codes
        .iter()
        .filter_map(|code| assessment.set.position(code))
        .fold(Costs::default(), |costs, place| costs.locking(place))
}

#[track_caller]
fn route(assessment: &Assessment, target: Star, costs: &Costs) -> Steps {
    match way_to(assessment, target, costs) {
        Way::Route(route) => route,
        other => panic!("no route: {other:?}"),
    }
}

/// Code, level, points added, points woken, reason.
fn steps(assessment: &Assessment, route: &Steps) -> Vec<(&'static str, usize, u8, u8, Why)> {
    let code = |place: usize| assessment.set.criteria[place].code;
    route.steps.iter().map(|step| (code(step.position), step.to_level, step.adds.0, step.wakes.0, step.why)).collect()
}

#[test]
fn a_missed_minimum_is_a_step_though_the_points_suffice() {
    let assessment = full_but(16, &[("3.4", Answer::Level(0))]);
    assert_eq!(rate(&assessment).star, Some(Star::Three));
    let route = route(&assessment, Star::Five, &Costs::default());
    assert_eq!(steps(&assessment, &route), [("3.4", 1, 1, 0, Why::Minimum)]);
    assert_eq!(route.steps[0].opens, [Star::Four, Star::Five]);
}

#[test]
fn an_unanswered_minimum_is_a_raise_and_an_unanswered_criterion_that_nothing_needs_is_not() {
    let assessment = full_but(16, &[("3.4", Answer::Unanswered), ("2.4", Answer::Unanswered)]);
    let route = route(&assessment, Star::Five, &Costs::default());
    assert_eq!(steps(&assessment, &route), [("3.4", 1, 2, 0, Why::Minimum)]);
}

#[test]
fn a_zero_of_water_must_go_even_for_one_star() {
    let assessment = full_but(16, &[("6.4", Answer::Level(0))]);
    for star in Star::ALL {
        let route = route(&assessment, star, &Costs::default());
        assert_eq!(steps(&assessment, &route), [("6.4", 1, 1, 0, Why::Zero)], "{star:?}");
    }
}

#[test]
fn a_locked_zero_of_water_leaves_no_star() {
    let assessment = full_but(16, &[("6.4", Answer::NoneOfThese)]);
    let Way::NoWay(no_way) = way_to(&assessment, Star::Three, &locking(&assessment, &["6.4"])) else { panic!("a way") };
    let place = assessment.set.position("6.4").expect("6.4");
    assert_eq!(no_way.obstacles, [Obstacle::KnockedOut(KnockOut::Zero(place))]);
    assert_eq!((no_way.most, no_way.best), (Points(95), None));
}

#[test]
fn an_unanswered_zero_of_water_is_no_zero_yet() {
    let assessment = full_but(16, &[("6.4", Answer::Unanswered)]);
    assert_eq!(way_to(&assessment, Star::Five, &Costs::default()), Way::Already);
}

#[test]
fn telling_the_story_wakes_what_was_chosen_beside_it() {
    // 5.1 (5 points) at 0 silences the 2 points of 5.2: 88 count with 4.3 at 0.
    let assessment = full_but(16, &[("5.1", Answer::Level(0)), ("4.3", Answer::Level(0))]);
    assert_eq!(rate(&assessment).total, Points(88));
    let way = route(&assessment, Star::Five, &Costs::default());
    assert_eq!(steps(&assessment, &way), [("5.1", 4, 5, 2, Why::Minimum)]);
    assert_eq!((way.adds, way.reaches.total), (Points(5), Points(95)));
}

#[test]
fn a_story_may_be_told_for_what_it_wakes_alone() {
    // Three stars demand no story. 47 points count; 5.1 at its lowest level adds 1 and wakes 2 of 5.2.
    let mut assessment = full_but(16, &[("5.1", Answer::Level(0)), ("5.2", Answer::Level(2))]);
    for code in ["1.2", "1.4", "1.5", "2.1", "3.1", "3.3", "4.2", "4.3", "7", "9", "10", "1.6", "2.4", "3.4"] {
        assessment.set_answer(assessment.set.position(code).expect("a criterion"), Answer::NoneOfThese);
    }
    let short = rate(&assessment).missing(Star::Three);
    assert_eq!(short, Points(3));
    let others: Vec<&str> =
        assessment.set.criteria.iter().map(|criterion| criterion.code).filter(|code| *code != "5.1").collect();
    let route = route(&assessment, Star::Three, &locking(&assessment, &others));
    assert_eq!(steps(&assessment, &route), [("5.1", 1, 1, 2, Why::Story)]);
}

#[test]
fn a_raise_stays_in_the_case_that_was_chosen() {
    // Tourism, criterion 8: case a has levels 0 and 1, case b 2 and 3, each worth 1 and 3.
    let no_other = |assessment: &Assessment| {
        let codes: Vec<&str> = assessment.set.criteria.iter().map(|criterion| criterion.code).collect();
        locking(assessment, &codes.into_iter().filter(|code| *code != "8").collect::<Vec<_>>())
    };
    for (from, to) in [(Answer::Level(0), 1), (Answer::Level(2), 3), (Answer::NoneOfThese, 1), (Answer::Unanswered, 1)]
    {
        let low: Vec<(&str, Answer)> =
            vec![("8", from), ("1.2", Answer::Level(0)), ("1.3", Answer::Level(0)), ("5.1", Answer::Level(1))];
        let assessment = full_but(26, &low);
        assert!(rate(&assessment).total < Points(90));
        let route = route(&assessment, Star::Five, &no_other(&assessment));
        assert_eq!(route.steps.len(), 1);
        assert_eq!(route.steps[0].to_level, to, "from {from:?}");
    }
}

#[test]
fn an_exempt_minimum_is_no_step() {
    let mut assessment = full_but(21, &[("7", Answer::NoneOfThese)]);
    let place = assessment.set.position("7").expect("7");
    assert_eq!(steps(&assessment, &route(&assessment, Star::Five, &Costs::default())), [("7", 0, 1, 0, Why::Minimum)]);
    assessment.set_exempt(place, true);
    assert_eq!(way_to(&assessment, Star::Five, &Costs::default()), Way::Already);
}

#[test]
fn a_locked_minimum_is_named_with_the_level_it_needs_and_the_best_star_there_is() {
    let assessment = full_but(16, &[("3.4", Answer::Level(0))]);
    let costs = locking(&assessment, &["3.4"]);
    let Way::NoWay(no_way) = way_to(&assessment, Star::Five, &costs) else { panic!("a way") };
    let place = assessment.set.position("3.4").expect("3.4");
    assert_eq!(no_way.obstacles, [Obstacle::LockedMinimum { position: place, needs: 1 }]);
    assert_eq!((no_way.most, no_way.best), (Points(99), Some(Star::Three)));
}

#[test]
fn too_few_points_within_reach_are_named_beside_the_minimums() {
    let low = ["10", "4.3", "5.3"].map(|code| (code, Answer::NoneOfThese));
    let assessment = full_but(16, &low);
    let costs = locking(&assessment, &["10", "4.3", "5.3"]);
    let Way::NoWay(no_way) = way_to(&assessment, Star::Five, &costs) else { panic!("a way") };
    let place = assessment.set.position("5.3").expect("5.3");
    let minimum = Obstacle::LockedMinimum { position: place, needs: 1 };
    assert_eq!(no_way.obstacles, [minimum, Obstacle::PointsCap { most: Points(85), needs: Points(90) }]);
    assert_eq!(no_way.best, Some(Star::Two));
}

#[test]
fn effort_then_points_then_months_choose_between_equal_ways() {
    // Both 4.3 and 10 (5 points each) stand at 0; either reaches five stars from 88.
    let low =
        [("4.3", Answer::Level(0)), ("10", Answer::NoneOfThese), ("2.4", Answer::Level(0)), ("1.6", Answer::Level(0))];
    let assessment = full_but(16, &low);
    assert_eq!(rate(&assessment).total, Points(88));
    let place = |code: &str| assessment.set.position(code).expect("a criterion");
    let with = |costs: &[(&str, u8, u8)]| {
        let mut all = Costs::default();
        for (code, weight, months) in costs {
            all.set(place(code), Cost { weight: *weight, months: Some(*months), locked: false });
        }
        steps(&assessment, &route(&assessment, Star::Five, &all))
    };
    // The same effort, 2 points by 4.3 or 3 by 10: fewer points.
    assert_eq!(with(&[]), [("4.3", 2, 2, 0, Why::Points)]);
    // 4.3 is hard: 10 alone.
    assert_eq!(with(&[("4.3", 3, 0)]), [("10", 1, 3, 0, Why::Points)]);
    // Both are hard: the two small ones.
    assert_eq!(with(&[("4.3", 3, 0), ("10", 3, 0)]), [("1.6", 1, 1, 0, Why::Points), ("2.4", 1, 1, 0, Why::Points)]);
    // 4.3 costs as much as the two small ones and as many points: whichever is sooner done.
    let rest = [("10", 3, 0)];
    assert_eq!(with(&[("4.3", 2, 6), ("1.6", 1, 4), ("2.4", 1, 5), rest[0]]).len(), 2);
    assert_eq!(with(&[("4.3", 2, 5), ("1.6", 1, 4), ("2.4", 1, 5), rest[0]]).len(), 1);
    assert_eq!(with(&[("4.3", 2, 5), ("1.6", 1, 6), ("2.4", 1, 0), rest[0]]).len(), 1);
}

#[test]
fn alternatives_leave_out_what_can_be_left_out_and_keep_what_is_demanded() {
    // 3.4 is demanded; 2 points are short, and five other criteria can bring them.
    let low = [
        ("3.4", Answer::NoneOfThese),
        ("4.3", Answer::Level(0)),
        ("2.4", Answer::Level(0)),
        ("1.6", Answer::Level(0)),
        ("10", Answer::Level(1)),
        ("3.2", Answer::Level(0)),
    ];
    let assessment = full_but(16, &low);
    assert_eq!(rate(&assessment).total, Points(88));
    let costs = Costs::default();
    let best = route(&assessment, Star::Five, &costs);
    assert_eq!(steps(&assessment, &best), [("3.4", 1, 2, 0, Why::Minimum)]);
    assert_eq!(alternatives(&assessment, Star::Five, &costs, &best), []);

    // One point more is short: 1.6 stands first in print, then 2.4, 3.2 and 4.3; 10 would bring two.
    let assessment = full_but(16, &[&low[..], &[("2.1", Answer::Level(2)), ("3.1", Answer::Level(1))]].concat());
    assert_eq!(rate(&assessment).total, Points(85));
    let costs = locking(&assessment, &["3.1"]);
    let best = route(&assessment, Star::Five, &costs);
    let codes = |route: &Steps| steps(&assessment, route).into_iter().map(|step| step.0).collect::<Vec<_>>();
    assert_eq!(codes(&best), ["1.6", "2.1", "3.4"]);
    let others: Vec<_> = alternatives(&assessment, Star::Five, &costs, &best).iter().map(codes).collect();
    assert_eq!(others, [["2.1", "2.4", "3.4"], ["2.1", "3.2", "3.4"], ["2.1", "3.4", "4.3"]]);
}

#[test]
fn a_trial_says_what_it_changes_also_where_the_answer_stays() {
    let before = full_but(16, &[("5.1", Answer::Level(0)), ("1.6", Answer::Unanswered)]);
    let after = full_but(16, &[]);
    let changes: Vec<_> = diff(&before, &after)
        .into_iter()
        .map(|change| {
            (before.set.criteria[change.position].code, change.from, change.to, change.points.0.0, change.points.1.0)
        })
        .collect();
    assert_eq!(
        changes,
        [
            ("1.6", Answer::Unanswered, Answer::Level(1), 0, 1),
            ("5.1", Answer::Level(0), Answer::Level(4), 0, 5),
            ("5.2", Answer::Level(2), Answer::Level(2), 0, 2),
        ]
    );
    assert_eq!(diff(&after, &after), []);
    assert_eq!(diff(&after, &full_but(17, &[])), []);
}

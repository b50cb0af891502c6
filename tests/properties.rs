//! What holds of the rating for every product set and any answers.

use ocop::domain::decision::{Points, ProductSet, Star, first};
use ocop::domain::rating::{Answer, Assessment, Unmet, rate};
use proptest::prelude::*;

/// A set and, for each of its criteria, any answer at all, also such that it does not have.
fn any_assessment() -> impl Strategy<Value = Assessment> {
    let answer = prop_oneof![
        2 => Just(Answer::Unanswered),
        1 => Just(Answer::NoneOfThese),
        7 => (0u8..9).prop_map(Answer::Level),
    ];
    (
        0..26usize,
        prop::collection::vec(answer, 40),
        prop::collection::vec(prop::bool::weighted(0.02), 41),
        any::<bool>(),
    )
        .prop_map(|(set, answers, breaches, exempt)| {
            let set: &'static ProductSet = &first().sets[set];
            let mut assessment = Assessment::new(set);
            for (position, answer) in answers.into_iter().enumerate() {
                assessment.set_answer(position, answer);
                assessment.set_exempt(position, exempt);
                assessment.declare(position, breaches[position]);
            }
            assessment.declared_dossier = breaches[40];
            assessment
        })
}

/// Points a criterion would bring with this answer, before any condition.
fn worth(assessment: &Assessment, position: usize, answer: Answer) -> Points {
    match answer {
        Answer::Level(level) => {
            let levels = assessment.set.criteria[position].levels;
            levels.get(usize::from(level)).map_or(Points(0), |level| level.points)
        }
        _ => Points(0),
    }
}

/// No star is below one star: an evaluation that ended stands under every star.
fn height(star: Option<Star>) -> u8 {
    star.map_or(0, u8::from)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_better_answer_never_loses_a_point_or_a_star(assessment in any_assessment(), place in 0..40usize, level in 0u8..9) {
        let position = place % assessment.set.criteria.len();
        let better = Answer::Level(level % assessment.set.criteria[position].levels.len() as u8);
        let now = assessment.answer(position);
        // An open 6.1-6.4 of set 16 is no zero yet; a zero given is an answer, not a better one.
        let gains = worth(&assessment, position, better) > worth(&assessment, position, now);
        prop_assume!(gains);
        let mut raised = assessment.clone();
        raised.set_answer(position, better);
        let (before, after) = (rate(&assessment), rate(&raised));
        prop_assert!(after.total >= before.total);
        prop_assert!(height(after.star) >= height(before.star));
        for (before, after) in before.unmet.iter().zip(&after.unmet) {
            prop_assert!(after.iter().all(|unmet| before.iter().any(|known| known.position == unmet.position)));
        }
    }

    #[test]
    fn what_caps_a_star_is_all_that_keeps_it_away(assessment in any_assessment()) {
        let rating = rate(&assessment);
        prop_assert_eq!(rating.cap().is_none(), rating.best.star.is_none_or(|best| best == Star::Five));
        let Some(cap) = rating.cap() else { return Ok(()) };
        prop_assert!(height(Some(cap.star)) == height(rating.best.star) + 1);
        prop_assert!(!cap.below.is_empty() || cap.points > Points(0));
        // Open again, the criteria that are named let the star in reach, unless points are wanting too.
        let mut opened = assessment.clone();
        cap.below.iter().for_each(|unmet| opened.set_answer(unmet.position, Answer::Unanswered));
        let best = rate(&opened).best;
        prop_assert!(height(best.star) >= height(Some(cap.star)) || best.total < rating.bands.least(cap.star));
        prop_assert_eq!(cap.points, rating.bands.least(cap.star).above(rating.best.total));
        for Unmet { position, .. } in cap.below {
            prop_assert!(assessment.answer(position).is_answered());
            let mut without = opened.clone();
            without.set_answer(position, assessment.answer(position));
            prop_assert!(height(rate(&without).best.star) < height(Some(cap.star)), "each of them stands in the way");
        }
    }

    #[test]
    fn every_way_to_answer_the_open_criteria_stays_inside_the_range(assessment in any_assessment(), picks in prop::collection::vec(0u8..9, 40)) {
        let rating = rate(&assessment);
        let mut completed = assessment.clone();
        for (position, criterion, answer) in assessment.iter() {
            if !answer.is_answered() {
                let pick = picks[position] % (criterion.levels.len() as u8 + 1);
                let answer = if usize::from(pick) == criterion.levels.len() { Answer::NoneOfThese } else { Answer::Level(pick) };
                completed.set_answer(position, answer);
            }
        }
        let complete = rate(&completed);
        prop_assert_eq!(complete.answered, assessment.set.criteria.len());
        prop_assert!(rating.total <= complete.total && complete.total <= rating.best.total);
        prop_assert!(height(complete.star) <= height(rating.best.star));
        prop_assert_eq!(complete.best.total, complete.total);
        prop_assert_eq!(complete.best.star, complete.star);
        // A zero of set 16 among the new answers ends it; nothing else takes a star away.
        let zero = complete.knocked_out.len() > rating.knocked_out.len();
        prop_assert!(zero || height(complete.star) >= height(rating.star));
    }

    #[test]
    fn the_order_of_answering_does_not_matter(assessment in any_assessment(), order in Just((0..40usize).collect::<Vec<_>>()).prop_shuffle()) {
        let mut again = Assessment::new(assessment.set);
        again.declared_dossier = assessment.declared_dossier;
        for position in order.into_iter().filter(|position| *position < assessment.set.criteria.len()) {
            again.set_answer(position, assessment.answer(position));
            again.declare(position, assessment.is_declared(position));
            again.set_exempt(position, assessment.is_exempt(position));
        }
        prop_assert_eq!(rate(&again), rate(&assessment));
    }

    #[test]
    fn parts_and_groups_add_up_to_the_total(assessment in any_assessment()) {
        let rating = rate(&assessment);
        prop_assert_eq!(rating.parts.iter().map(|part| part.points).sum::<Points>(), rating.total);
        prop_assert_eq!(rating.groups.iter().map(|group| group.points).sum::<Points>(), rating.total);
        prop_assert!(rating.parts.iter().all(|part| part.points <= part.best && part.best <= part.max));
        prop_assert!(rating.total <= Points(100));
    }

    #[test]
    fn the_star_is_never_above_what_the_points_alone_give(assessment in any_assessment()) {
        let rating = rate(&assessment);
        prop_assert!(height(rating.star) <= u8::from(rating.star_by_points));
        prop_assert_eq!(rating.star.is_none(), !rating.knocked_out.is_empty());
    }
}

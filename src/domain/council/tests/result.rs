//! What a sitting comes to.

use super::*;

#[test]
fn the_average_falls_into_its_band_as_it_is() {
    check(&[70, 70, 70, 70, 70, 70, 69], "69,86", Star::Three);
    check(&[70; 7], "70,00", Star::Four);
    check(&[90, 90, 89], "89,67", Star::Four);
    check(&[89, 91], "90,00", Star::Five);
    check(&[66, 66, 67], "66,33", Star::Three);
    check(&[50, 49], "49,50", Star::Two);
    check(&[29, 30, 30], "29,67", Star::One);
    // At each edge, and the least that seven scorers can be below it.
    for (edge, above, below) in [
        (30, Star::Two, Star::One),
        (50, Star::Three, Star::Two),
        (70, Star::Four, Star::Three),
        (90, Star::Five, Star::Four),
    ] {
        check(&[edge; 7], &format!("{edge},00"), above);
        check(&[edge, edge, edge, edge, edge, edge, edge - 1], &format!("{},86", edge - 1), below);
    }
    check(&[0], "0,00", Star::One);
    check(&[100, 100], "100,00", Star::Five);
    let mut many = vec![70; 399];
    many.push(69);
    check(&many, "69,99", Star::Three);
}

proptest! {
    #[test]
    fn no_average_is_shown_in_a_band_that_it_does_not_reach(totals in prop::collection::vec(0u8..=100, 1..40)) {
        let average = Average::of(totals.iter().map(|total| Points(*total))).expect("some");
        let shown = average.hundredths(bands());
        for star in Star::ALL {
            let least = bands().least(star);
            let exact = totals.iter().map(|total| u32::from(*total)).sum::<u32>() >= u32::from(least.0) * totals.len() as u32;
            prop_assert_eq!(average.reaches(least), exact);
            prop_assert_eq!(shown >= u32::from(least.0) * 100, exact);
        }
    }
}

#[test]
fn each_reading_of_the_minimums_gives_its_own_star() {
    let set = first().set(1).expect("set 1");
    // A criterion whose five-star minimum is its best level.
    let (code, level) = set
        .criteria
        .iter()
        .find_map(|criterion| {
            let five = criterion.minimum_level(crate::domain::decision::StarMinimum::Five)?;
            let lower = (0..criterion.levels.len())
                .find(|level| criterion.levels[*level].points < criterion.levels[five].points)?;
            Some((criterion.code, lower as u8))
        })
        .expect("set 1 has five-star minimums");
    let mut sitting =
        council(vec![sheet("An", &[]), sheet("Bình", &[]), sheet("Chi", &[(code, Answer::Level(level))])]);
    let found = outcome(&sitting, |_| false).expect("three sheets");
    assert_eq!(found.star_by_points, Star::Five);
    let star = |reading: Reading, found: &Outcome| {
        found.stars.iter().find(|(known, _)| *known == reading).map(|(_, star)| *star)
    };
    assert_eq!(star(Reading::Most, &found), Some(Some(Star::Five)), "two of three meet it");
    assert_ne!(star(Reading::Every, &found), Some(Some(Star::Five)), "one of three does not");
    assert_eq!(star(Reading::Agreed, &found), None, "nothing is agreed on yet");
    assert_eq!(found.spreads.len(), 1);
    assert_eq!(found.spreads[0].alone, vec![2], "Chi stands alone");

    let mut agreed = sitting.common().expect("sheets");
    assert_eq!(agreed.answer(found.spreads[0].position), Answer::Unanswered);
    agreed.set_answer(found.spreads[0].position, Answer::Level(level));
    sitting.agreed = Some(agreed);
    let agreed = outcome(&sitting, |_| false).expect("three sheets");
    assert_ne!(star(Reading::Agreed, &agreed), Some(Some(Star::Five)));

    // Half of them are not most of them.
    sitting.sheets.remove(0);
    let half = outcome(&sitting, |_| false).expect("two sheets");
    assert_ne!(star(Reading::Most, &half), Some(Some(Star::Five)));
}

#[test]
fn one_breach_ends_it_for_who_wants_all_to_agree_and_not_for_most() {
    let mut sheets = vec![sheet("An", &[]), sheet("Bình", &[]), sheet("Chi", &[])];
    sheets[1].assessment.declared_dossier = true;
    let found = outcome(&council(sheets), |_| false).expect("three sheets");
    assert_eq!(found.stars, vec![(Reading::Every, None), (Reading::Most, Some(Star::Five))]);
}

#[test]
fn one_sheet_alone_rates_as_its_scorer_does() {
    let one = sheet("An", &[("1.1", Answer::NoneOfThese)]);
    let rating = rate(&one.assessment);
    let found = outcome(&council(vec![one]), |_| false).expect("one sheet");
    assert!(found.stars.iter().all(|(_, star)| *star == rating.star));
    assert_eq!((found.distance, found.spreads.len()), (Points(0), 0));
    assert_eq!(outcome(&Council::default(), |_| false), None);
}

#[test]
fn a_sitting_leaves_what_was_agreed_then_what_most_gave_then_the_least() {
    let set = first().set(1).expect("set 1");
    let best = |code: &str| set.criteria[set.position(code).expect("a code")].best_level() as u8;
    let lower = |code: &str| Answer::Level(best(code) - 1);
    // 1.1: two of three gave the best. 1.2: three different ones. 1.3: one gave less, and that was agreed on.
    let sheets = vec![
        sheet("An", &[("1.2", Answer::NoneOfThese)]),
        sheet("Bình", &[("1.1", lower("1.1")), ("1.2", lower("1.2"))]),
        sheet("Chi", &[("1.3", lower("1.3"))]),
    ];
    let mut sitting = council(sheets);
    let mut agreed = Assessment::new(set);
    agreed.set_answer(set.position("1.3").expect("1.3"), lower("1.3"));
    sitting.agreed = Some(agreed);
    let settled = sitting.settled().expect("three sheets");
    let at = |code: &str| settled.answer(set.position(code).expect("a code"));
    assert_eq!((at("1.1"), at("1.2"), at("1.3")), (Answer::Level(best("1.1")), Answer::NoneOfThese, lower("1.3")));
    assert_eq!(settled.answered(), set.criteria.len());
    assert_eq!(Council::default().settled(), None);
}

#[test]
fn a_sitting_leaves_no_more_points_than_its_average() {
    // Two of three gave everything; the third so little that the average is 4 stars and not 5.
    let set = first().set(1).expect("set 1");
    let low: Vec<_> = set.criteria.iter().take(12).map(|criterion| (criterion.code, Answer::NoneOfThese)).collect();
    let mut sitting = council(vec![sheet("An", &[]), sheet("Bình", &[]), sheet("Chi", &low)]);
    let average = outcome(&sitting, |_| false).expect("three sheets").average;
    let total = |sitting: &Council| rate(&sitting.settled().expect("three sheets")).total;
    assert!(!average.reaches(Points(100)) && average.reaches(total(&sitting)), "{:?} of {average:?}", total(&sitting));
    // What was agreed on stays, whatever it comes to.
    sitting.agreed = Some(sheet("", &[]).assessment);
    assert_eq!(total(&sitting), Points(100));
}

proptest! {
    #[test]
    fn what_a_sitting_leaves_is_certain(levels in prop::collection::vec(prop::collection::vec(0u8..6, 40), 1..6)) {
        let set = first().set(1).expect("set 1");
        let sheets = levels.iter().enumerate().map(|(at, levels)| {
            let mut sheet = sheet(&at.to_string(), &[]);
            for (position, level) in levels.iter().enumerate().take(set.criteria.len()) {
                let least = usize::from(*level).min(set.criteria[position].levels.len() - 1);
                sheet.assessment.set_answer(position, Answer::Level(least as u8));
            }
            sheet
        });
        let sitting = council(sheets.collect());
        let average = outcome(&sitting, |_| false).expect("sheets").average;
        prop_assert!(average.reaches(rate(&sitting.settled().expect("sheets")).total));
    }
}

#[test]
fn a_minimum_that_does_not_bind_the_product_binds_on_no_sheet() {
    let set = first().set(21).expect("set 21");
    let position = set.position("7").expect("criterion 7");
    let mut dossier = Dossier::new("a".into(), String::new(), set);
    for (at, criterion) in set.criteria.iter().enumerate() {
        dossier.assessment.set_answer(at, Answer::Level(criterion.best_level() as u8));
    }
    dossier.assessment.set_answer(position, Answer::NoneOfThese);
    dossier.assessment.set_exempt(position, true);
    let own = dossier.rating().star;
    // Begun on the device of the sitting, or sent out: with the levels that the applicant gave.
    let mut levels = Assessment::new(set);
    (0..set.criteria.len()).for_each(|at| levels.set_answer(at, dossier.assessment.answer(at)));
    let scorer = |name: &str| Scorer { name: name.into(), done: true, ..Scorer::default() };
    let sheets = vec![Sheet { scorer: scorer("An"), assessment: levels }];
    let found = outcome(&Council { sheets, ..Council::default() }.on(&dossier), |_| false).expect("a sitting");
    assert!(own > Some(Star::Two));
    assert_eq!(found.stars, [(Reading::Every, own), (Reading::Most, own)]);
    assert!(blank_for(&dossier).assessment.is_exempt(position) && blank_for(&dossier).assessment.answered() == 0);
}

#[test]
fn levels_that_differ_with_the_same_points_are_told_apart_from_equal_levels() {
    let set = first().set(1).expect("set 1");
    let at = |code: &str| set.position(code).expect("a criterion");
    // No points, as the lowest level and as none of the levels.
    let sheets = |an: &str| vec![sheet("An", &[(an, Answer::Level(0))]), sheet("Bình", &[(an, Answer::NoneOfThese)])];
    let found = outcome(&council(sheets("1.2")), |_| false).expect("two sheets");
    assert_eq!((found.spreads.len(), found.same_points), (0, vec![at("1.2")]));
    // The lowest level of 1.1 has a point.
    let found = outcome(&council(sheets("1.1")), |_| false).expect("two sheets");
    assert_eq!((found.spreads.len(), found.same_points), (1, vec![]));
    let found = outcome(&council(vec![sheet("An", &[]), sheet("Bình", &[])]), |_| false).expect("two sheets");
    assert_eq!((found.spreads.len(), found.same_points), (0, vec![]));
}

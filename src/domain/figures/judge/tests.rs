use super::super::doubt::Why;
use super::super::{Figures, Row, Unweighed};
use super::*;
use crate::domain::decision::first;
use proptest::prelude::*;

fn rule_for(ladder: &str) -> (&'static Rule, &'static TableFact) {
    let figures = Figures::of(first());
    let rule = figures.rules.iter().find(|rule| rule.ladders.iter().any(|known| known == ladder)).expect(ladder);
    (rule, &figures.tables[&rule.table])
}

fn table(rows: &[&[(&str, &str)]]) -> Table {
    let row = |cells: &&[(&str, &str)]| -> Row {
        cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    };
    Table { rows: rows.iter().map(row).collect() }
}

fn judged(ladder: &str, table: &Table) -> Judgement {
    let (rule, fact) = rule_for(ladder);
    judge(rule, fact, table, Date::parse("26/11/2026").expect("a day"), 2026)
}

fn workers(commune: u32, elsewhere: u32) -> Table {
    let (commune, elsewhere) = (commune.to_string(), elsewhere.to_string());
    table(&[
        &[("home", "commune"), ("count", commune.as_str())],
        &[("home", "elsewhere"), ("count", elsewhere.as_str())],
    ])
}

#[track_caller]
fn next(judgement: &Judgement, level: u8, amounts: &[&str]) {
    let (next, gaps) = judgement.next.clone().expect("a next level");
    assert_eq!(next, level);
    let found: Vec<String> = gaps.iter().filter_map(|gap| gap.amount).map(|amount| amount.to_string()).collect();
    assert_eq!(found, amounts);
}

/// 3.3, set 1 to 26: 25 to under 50, 50 to 75, 75 and more.
#[test]
fn local_labour_is_judged_on_both_sides_of_every_edge() {
    for (commune, elsewhere, level) in [
        (24, 76, None),
        (25, 75, Some(0)),
        (49, 51, Some(0)),
        (50, 50, Some(1)),
        (74, 26, Some(1)),
        (75, 25, Some(2)),
        (33, 5, Some(2)),
    ] {
        assert_eq!(judged("w014", &workers(commune, elsewhere)).level, level, "{commune} of {}", commune + elsewhere);
    }
    next(&judged("w014", &workers(26, 10)), 2, &["4"]);
    next(&judged("w014", &workers(0, 3)), 0, &["1"]);
    assert_eq!(judged("w014", &workers(80, 20)).next, None);
}

#[test]
fn a_person_a_row_counts_one_and_a_cell_that_cannot_be_read_is_named() {
    let list = table(&[
        &[("name", "Hoa"), ("home", "commune")],
        &[("name", "Nam"), ("home", "elsewhere")],
        &[("name", "?"), ("count", "vài")],
        &[],
    ]);
    let judgement = judged("w014", &list);
    assert_eq!((judgement.level, judgement.level_at_best), (None, Some(2)));
    assert_eq!(judgement.missing, [missing(2, "count", Why::NoNumber)]);
}

/// What may yet turn out well accuses nobody: 1.1 asks for material of the province at any level.
#[test]
fn what_is_unclear_is_neither_broken_nor_below_an_answer() {
    let labour = table(&[
        &[("home", "commune"), ("count", "1")],
        &[("address", "Thôn 3"), ("count", "3")],
        &[("home", "elsewhere"), ("count", "1")],
    ]);
    let judgement = judged("w014", &labour);
    assert_eq!((judgement.level, judgement.level_at_best), (None, Some(2)));
    let clear = judged("w014", &workers(1, 4));
    assert_eq!((clear.level, clear.level_at_best), (None, None));
}

fn missing(row: usize, column: &str, why: Why) -> Missing {
    Missing { row, column: column.into(), why }
}

/// Without it -5 people elsewhere make 8 of 10 of the commune 8 of 5.
#[test]
fn no_part_of_a_whole_is_below_nothing_and_no_percentages_come_to_more_than_a_hundred() {
    let people = |elsewhere: &str| {
        judged(
            "w014",
            &table(&[&[("home", "commune"), ("count", "8")], &[("home", "elsewhere"), ("count", elsewhere)]]),
        )
    };
    let fewer = people("-5");
    assert_eq!(fewer.missing, [missing(1, "count", Why::Impossible)]);
    assert_eq!(
        fewer.measured[0].1,
        Measured::Share(Share {
            part: Amount::whole(8),
            whole: Amount::whole(8),
            unweighed: Unweighed { inside: false, outside: true },
            ..Share::default()
        })
    );
    assert_eq!((fewer.level, fewer.level_at_best), (None, Some(2)));
    assert_eq!(people("0").missing, []);
    let capital = |local: &str, elsewhere: &str| {
        judged(
            "w012",
            &table(&[&[("home", "local"), ("capital", local)], &[("home", "elsewhere"), ("capital", elsewhere)]]),
        )
    };
    assert_eq!((capital("60 %", "40%").level, capital("60 %", "40%").missing), (Some(2), Vec::new()));
    let over = capital("60 %", "40,1%");
    let both = [0, 1].map(|row| missing(row, "capital", Why::Impossible));
    assert_eq!((over.level, over.missing.as_slice()), (Some(1), both.as_slice()), "the share is not known");
    assert_eq!(capital("120%", "").missing[0].why, Why::Impossible);
    assert_eq!(capital("600", "401").missing, [], "sums of money are no percentages");
}

fn local(inside: &str, outside: &str) -> Judgement {
    judged(
        "w060",
        &table(&[&[("place", "commune"), ("quantity", inside)], &[("place", "elsewhere"), ("quantity", outside)]]),
    )
}

/// Seen in use: 7,5 tấn of the commune beside a quantity from elsewhere that nobody could read came to 100 %.
#[test]
fn a_row_that_cannot_be_weighed_widens_the_share_and_proposes_only_what_holds_for_all_of_it() {
    for unread in ["vài bao", "", "1,500", "-3", "800 chai"] {
        let judgement = local("7,5 tấn", unread);
        let Measured::Share(share) = judgement.measured[0].1 else { panic!("a share") };
        assert_eq!(share.printed(), "từ trên 0 % đến 100 %, còn dòng chưa rõ", "{unread}");
        // Some of it is from here, whatever the rest; nothing more is sure.
        assert_eq!((judgement.level, judgement.level_at_best), (Some(0), Some(2)), "{unread}");
        assert_eq!(judgement.next, None, "nobody knows how much is missing");
        assert_eq!(judgement.missing.len(), 1, "{unread}");
    }
    // Unread inside, the share is at least what it is without; outside of nothing known, nothing is known.
    let inside = local("vài bao", "3 tấn");
    let Measured::Share(share) = inside.measured[0].1 else { panic!("a share") };
    assert_eq!(share.printed(), "từ 0 % đến dưới 100 %, còn dòng chưa rõ");
    assert_eq!((inside.level, inside.level_at_best), (None, Some(2)));
    assert_eq!(local("7,5 tấn", "2,5 tấn").level, Some(2));
    // Of percentages the rest is what is left to a hundred.
    let shares = local("60 %", "");
    let Measured::Share(share) = shares.measured[0].1 else { panic!("a share") };
    assert_eq!((share.printed().as_str(), shares.level), ("từ 60 % đến 100 %, còn dòng chưa rõ", Some(1)));
}

/// Seen in use: 50 that nobody said how they are sold came to "no link yet", and to advice for one.
#[test]
fn a_level_is_proposed_where_all_that_is_unclear_leaves_it_and_advice_where_nothing_is() {
    let sold = |how: &str| judged("w005", &table(&[&[("how", how), ("quantity", "50")]]));
    let grown = |inside: &str| {
        judged(
            "w001",
            &table(&[&[("place", "commune"), ("quantity", inside)], &[("place", "elsewhere"), ("quantity", "20")]]),
        )
    };
    let home = |known: &str, home: &str, count: &str| {
        judged("w014", &table(&[&[("home", "commune"), ("count", known)], &[("home", home), ("count", count)]]))
    };
    let profit = |before: &str| {
        judged("w015", &table(&[&[("year", "2024"), ("profit", before)], &[("year", "2025"), ("profit", "90")]]))
    };
    let agents = |kind: &str| judged("w017", &table(&[&[("where", "outside")], &[("where", kind)]]));
    let told = |judgement: &Judgement| (judgement.proposed(), judgement.next.as_ref().map(|(level, _)| *level));
    for (unclear, clear, expected) in [
        (sold(""), sold("open"), (Some(0), Some(1))),
        (sold("gửi bán"), sold("contract"), (Some(2), Some(3))),
        (grown("70-80"), grown("5"), (Some(0), Some(1))),
        (home("1", "", "2"), home("1", "elsewhere", "2"), (Some(0), Some(1))),
        (profit("####"), profit("100"), (None, Some(0))),
        (agents("chợ đầu mối"), agents("outside"), (Some(1), Some(2))),
    ] {
        assert_eq!(told(&unclear), (None, None), "{unclear:?}");
        assert_eq!(told(&clear), expected, "{clear:?}");
    }
    assert_eq!(told(&home("60", "", "10")), (Some(2), None));
    let rows = [&[("home", "commune"), ("count", "60")][..], &[("home", "elsewhere"), ("count", "30")]];
    let between = |unsure: &str| judged("w014", &table(&[rows[0], rows[1], &[("count", unsure)]]));
    assert_eq!(told(&between("10")), (Some(1), None), "60 to 70 of a hundred are one level");
    assert_eq!(told(&between("30")), (None, None), "60 to 90 of 120 reach the next at best");
}

/// What is known to be from outside the province is to be replaced, and no more.
#[test]
fn what_breaks_a_criterion_is_counted_without_what_is_unclear() {
    let rows = [&[("place", "commune"), ("quantity", "80")][..], &[("quantity", "12")]];
    let judgement = judged("w001", &table(&[rows[0], rows[1], &[("place", "elsewhere"), ("quantity", "8")]]));
    assert_eq!(judgement.broken[0].amount, Some(Amount::whole(8)));
}

/// 1.1: all of it from the province, at any level. A row from elsewhere of nobody knows how much accuses nobody yet.
#[test]
fn what_cannot_be_weighed_breaks_nothing_until_it_can() {
    let grown = |elsewhere: &str| {
        judged(
            "w001",
            &table(&[&[("place", "commune"), ("quantity", "85")], &[("place", "elsewhere"), ("quantity", elsewhere)]]),
        )
    };
    assert_eq!((grown("vài bao").broken.len(), grown("1").broken.len()), (0, 1));
}

#[test]
fn a_month_or_a_year_of_a_contract_counts_where_all_its_days_do() {
    let sold = |since: &str| {
        let judgement = judged("w005", &table(&[&[("how", "contract"), ("quantity", "9"), ("since", since)]]));
        (judgement.level, judgement.level_at_best, judgement.missing.len())
    };
    assert_eq!(sold("10/2025"), (Some(3), Some(3), 0));
    assert_eq!(sold("11/2025"), (Some(2), Some(3), 0), "the 27th is too late, the 26th is not");
    assert_eq!(sold("12/2025"), (Some(2), Some(2), 0));
    assert_eq!(sold("2024"), (Some(3), Some(3), 0));
    assert_eq!(sold("năm ngoái"), (Some(2), Some(3), 1));
    assert_eq!(sold(""), (Some(2), Some(2), 0));
}

#[test]
fn what_is_written_and_not_understood_may_yet_count() {
    let agents = |kind: &str| {
        let judgement = judged("w017", &table(&[&[("name", "Mai"), ("where", kind)]]));
        (judgement.level, judgement.level_at_best, judgement.missing.len())
    };
    assert_eq!(agents("outside"), (Some(1), Some(1), 0));
    assert_eq!(agents("chợ đầu mối"), (Some(0), Some(3), 1));
    // Which kind it is nobody chose: that it is none of them is not known.
    assert_eq!(agents(""), (Some(0), Some(3), 1));
}

/// Below nothing is nothing, in any unit.
#[test]
fn a_quantity_below_nothing_is_counted_in_no_unit() {
    for typed in ["-300 kg", "(300 kg)", "-0,3 tấn"] {
        let judgement = judged(
            "w001",
            &table(&[&[("place", "commune"), ("quantity", "5 tấn")], &[("place", "elsewhere"), ("quantity", typed)]]),
        );
        assert_eq!(judgement.missing, [missing(1, "quantity", Why::Impossible)], "{typed}");
    }
}

#[test]
fn a_profit_that_cannot_be_read_and_a_year_given_twice_are_told_and_leave_the_level_open() {
    let years = |rows: &[(&str, &str)]| {
        let rows: Vec<Vec<(&str, &str)>> =
            rows.iter().map(|(year, profit)| vec![("year", *year), ("profit", *profit)]).collect();
        let judgement = judged("w015", &table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>()));
        let missing: Vec<(usize, Why)> = judgement.missing.iter().map(|cell| (cell.row, cell.why)).collect();
        (judgement.level, judgement.level_at_best, missing)
    };
    assert_eq!(years(&[("2024", "90"), ("2025", "khoảng 100")]), (None, Some(0), vec![(1, Why::NoNumber)]));
    // A loss, as accounts write it, and one that may be five or five thousand.
    assert_eq!(years(&[("2024", "(90)"), ("2025", "(80)")]), (Some(0), Some(0), vec![]));
    assert_eq!(years(&[("2024", "-5"), ("2025", "(5,000)")]), (None, Some(0), vec![(1, Why::TwoNumbers)]));
    assert_eq!(years(&[("2024", "90"), ("2025", "100"), ("2025", "80")]), (None, Some(0), vec![(2, Why::Twice)]));
    assert_eq!(years(&[("2024", "90"), ("2025", "100"), ("2025", "100")]), (Some(0), Some(0), vec![(2, Why::Twice)]));
    assert_eq!(years(&[("2024", "90"), ("năm nay", "100")]), (None, Some(1), vec![(1, Why::NoYear)]));
    assert_eq!(years(&[("2024", "90"), ("20255", "100")]), (None, Some(1), vec![(1, Why::NoYear)]));
}

#[test]
fn a_day_that_cannot_be_read_is_named() {
    let sold = judged("w005", &table(&[&[("how", "contract"), ("quantity", "9"), ("since", "năm ngoái")]]));
    assert_eq!(sold.missing, [missing(0, "since", Why::NoDay)]);
}

/// Seen in use: what could not be told was counted as outside the commune, without a word.
#[test]
fn what_is_not_told_is_named_with_its_reason_and_with_what_it_could_come_to() {
    let list = table(&[
        &[("name", "Hoa"), ("home", "commune")],
        &[("name", "Nam"), ("address", "xã Mường Thàng")],
        &[("name", "Tổ thu hái"), ("count", "2")],
        &[("name", "Lan"), ("home", "ở gần")],
    ]);
    let judgement = judged("w014", &list);
    let missing: Vec<(usize, Why)> = judgement.missing.iter().map(|missing| (missing.row, missing.why)).collect();
    assert_eq!(missing, [(1, Why::NoPlace), (2, Why::Blank), (3, Why::NoChoice)]);
    let Measured::Share(share) = judgement.measured[0].1 else { panic!("a share") };
    assert_eq!((share.percent().to_string(), share.percent_at_best().to_string()), ("20".into(), "100".into()));
}

#[test]
fn percentages_that_do_not_come_to_a_hundred_leave_the_rest_unclear() {
    let local = |rows: &[&[(&str, &str)]]| judged("w012", &table(rows));
    let alone = local(&[&[("home", "local"), ("capital", "40%")]]);
    assert_eq!((alone.level, alone.level_at_best), (Some(1), Some(2)), "40 of 100, and the rest nobody knows");
    let most = local(&[&[("home", "local"), ("capital", "60%")], &[("home", "elsewhere"), ("capital", "10%")]]);
    let Measured::Share(share) = most.measured[0].1 else { panic!("a share") };
    assert_eq!((share.percent().to_string(), most.level), ("60".into(), Some(2)));
    let sums = local(&[&[("home", "local"), ("capital", "40")]]);
    assert_eq!(sums.level, Some(2), "sums of money are a whole of their own");
    let people = judged("w014", &table(&[&[("home", "commune")], &[("home", "elsewhere")]]));
    let Measured::Share(share) = people.measured[0].1 else { panic!("a share") };
    assert_eq!(share.percent().to_string(), "50", "rows that name no number stand for one each");
}

#[test]
fn a_number_that_can_be_read_in_two_ways_is_not_counted() {
    let rows = table(&[&[("how", "contract"), ("quantity", "900")], &[("how", "open"), ("quantity", "1,500")]]);
    assert_eq!(judged("w005", &rows).missing, [missing(1, "quantity", Why::TwoNumbers)]);
}

#[test]
fn numbers_of_two_units_are_never_added() {
    let grown = |second: &str| {
        let rows =
            table(&[&[("place", "commune"), ("quantity", "12 tấn")], &[("place", "elsewhere"), ("quantity", second)]]);
        judged("w060", &rows)
    };
    assert_eq!(grown("800 chai").missing, [Missing { row: 1, column: "quantity".into(), why: Why::OtherUnit }]);
    // Masses are known in each other.
    let Measured::Share(share) = grown("800 kg").measured[0].1 else { panic!("a share") };
    assert_eq!((grown("800 kg").missing, share.whole.to_string()), (Vec::new(), "12,8".to_owned()));
    assert_eq!(grown("4 Tấn").missing, []);
    assert_eq!(grown("4").missing, []);
    let bare = table(&[&[("place", "commune"), ("quantity", "900")], &[("place", "elsewhere"), ("quantity", "2 tấn")]]);
    assert_eq!(judged("w060", &bare).missing, [Missing { row: 1, column: "quantity".into(), why: Why::OtherUnit }]);
}

/// 1.5: 50 to under 75, over 75, over 75 carried out for twelve months.
#[test]
fn linkage_needs_more_than_three_quarters_and_twelve_months() {
    let sold = |contract: &str, open: &str, since: &str| {
        judged(
            "w005",
            &table(&[
                &[("how", "contract"), ("quantity", contract), ("since", since)],
                &[("how", "open"), ("quantity", open)],
            ]),
        )
    };
    assert_eq!(sold("49,99", "50,01", "").level, Some(0));
    assert_eq!(sold("50", "50", "").level, Some(1));
    // Exactly three quarters is not more than three quarters.
    assert_eq!(sold("75", "25", "01/01/2020").level, Some(1));
    assert_eq!(sold("75,01", "24,99", "27/11/2025").level, Some(2));
    assert_eq!(sold("75,01", "24,99", "26/11/2025").level, Some(3));
    next(&sold("75", "25", "01/01/2020"), 2, &["0,01"]);
}

/// 3.4: the year before the rating above the one before it; two years in a row.
#[test]
fn growth_is_counted_back_from_the_year_of_rating() {
    let years = |profits: &[(&str, &str)]| {
        let rows: Vec<Vec<(&str, &str)>> =
            profits.iter().map(|(year, profit)| vec![("year", *year), ("profit", *profit)]).collect();
        judged("w015", &table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())).level
    };
    assert_eq!(years(&[("2024", "100"), ("2025", "100")]), None);
    assert_eq!(years(&[("2024", "100"), ("2025", "101")]), Some(0));
    assert_eq!(years(&[("2023", "90"), ("2024", "100"), ("2025", "101")]), Some(1));
    assert_eq!(years(&[("2023", "-5"), ("2024", "-3"), ("2025", "-1")]), Some(1));
    // The accounts of 2024 and 2023 say nothing about 2025.
    assert_eq!(years(&[("2023", "90"), ("2024", "100")]), None);
}

#[test]
fn a_year_in_another_unit_is_not_held_against_the_others() {
    let years = |later: &str, unit: &str| {
        judged(
            "w015",
            &table(&[
                &[("year", "2024"), ("profit", "310"), ("unit", "triệu đồng")],
                &[("year", "2025"), ("profit", later), ("unit", unit)],
            ]),
        )
    };
    assert_eq!((years("410", "triệu đồng").level, years("410", "triệu đồng").missing), (Some(0), vec![]));
    assert_eq!((years("410", "").level, years("410", "").missing), (Some(0), vec![]));
    for (later, unit) in [("410000000", "đồng"), ("0,41 tỷ đồng", ""), ("410 đồng", "triệu đồng")] {
        let judgement = years(later, unit);
        assert_eq!((judgement.level, judgement.missing), (None, vec![missing(1, "profit", Why::OtherUnit)]), "{later}");
    }
}

#[test]
fn counts_are_judged_on_both_sides_of_every_edge() {
    let agents = |outside: usize, modern: usize| {
        let rows: Vec<&[(&str, &str)]> = std::iter::repeat_n(&[("where", "outside")][..], outside)
            .chain(std::iter::repeat_n(&[("where", "modern")][..], modern))
            .collect();
        judged("w017", &table(&rows))
    };
    assert_eq!(agents(0, 0).level, None);
    assert_eq!(agents(1, 0).level, Some(1));
    assert_eq!(agents(4, 0).level, Some(1));
    assert_eq!(agents(5, 0).level, Some(2));
    assert_eq!(agents(0, 1).level, Some(3));
    next(&agents(3, 0), 2, &["2"]);
}

#[test]
fn all_of_it_must_come_from_the_province() {
    let grown = |elsewhere: &str| {
        judged(
            "w001",
            &table(&[&[("place", "commune"), ("quantity", "85")], &[("place", "elsewhere"), ("quantity", elsewhere)]]),
        )
    };
    assert_eq!(grown("0").broken, []);
    assert_eq!(grown("15").broken.len(), 1);
    assert_eq!(grown("15").level, Some(2));
}

#[test]
fn an_answer_above_its_table_is_told_and_one_at_it_is_not() {
    let set = &first().sets[0];
    let criterion = &set.criteria[set.position("3.3").expect("3.3")];
    let (rule, _) = rule_for("w014");
    let judgement = judged("w014", &workers(60, 40));
    assert!(!too_high(criterion, rule, &judgement, 0) && !too_high(criterion, rule, &judgement, 1));
    assert!(too_high(criterion, rule, &judgement, 2));
}

proptest! {
    /// What is said to be missing is enough, and one less is not.
    #[test]
    fn what_is_missing_is_enough_and_no_more(part in 0u32..5_000, rest in 0u32..5_000, percent in 1u32..100, strict: bool, grows: bool) {
        let share = Share { part: Amount::whole(part), whole: Amount::whole(part + rest), ..Share::default() };
        let missing = share.missing_to(percent, strict, grows, true).expect("below all of it");
        let after = |added: Amount| Share {
            part: share.part.plus(added),
            whole: if grows { share.whole.plus(added) } else { share.whole },
            ..Share::default()
        };
        let reached = |share: Share| {
            let against = (share.part.millionths() * 100).cmp(&(share.whole.millionths() * i128::from(percent)));
            if strict { against.is_gt() } else { against.is_ge() }
        };
        prop_assert!(reached(after(missing)));
        prop_assert!(missing == Amount::ZERO || !reached(after(missing.minus(Amount::whole(1)))));
    }

    /// One more of the commune never lowers the level.
    #[test]
    fn more_of_the_part_never_lowers_the_level(commune in 0u32..300, elsewhere in 0u32..300) {
        prop_assert!(judged("w014", &workers(commune + 1, elsewhere)).level >= judged("w014", &workers(commune, elsewhere)).level);
    }
}

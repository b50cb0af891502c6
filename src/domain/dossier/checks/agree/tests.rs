use super::*;
use crate::domain::decision::{EvidenceKind, first};
use crate::domain::figures::{Row, Table};

const TODAY: &str = "26/11/2026";

fn dossier() -> Dossier {
    let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
    for (field, value) in [
        (Field::ApplicantName, "Hợp tác xã 3T nông sản Cao Phong"),
        (Field::Address, "Khu 3, xã Cao Phong, tỉnh Phú Thọ"),
        (Field::ProductName, "Cam Cao Phong"),
        (Field::RepresentativeName, "Vũ Thị Lệ Thủy"),
        (Field::Founded, "01/03/2018"),
        (Field::Year, "2027"),
    ] {
        dossier.fields.set(field, value.into());
    }
    dossier
}

fn with(change: impl Fn(&mut PaperRecord)) -> Dossier {
    let mut dossier = dossier();
    let mut paper = PaperRecord { id: "p".into(), title: "Giấy".into(), ..PaperRecord::default() };
    change(&mut paper);
    dossier.papers.push(paper);
    dossier
}

fn found(dossier: &Dossier) -> Vec<Disagreement> {
    let mut findings = Vec::new();
    check(dossier, Date::parse(TODAY), &mut findings);
    let disagreements = findings.into_iter().filter_map(|finding| match finding.what {
        What::Disagrees(what) => Some(what),
        _ => None,
    });
    disagreements.collect()
}

/// One side agrees, the other does not.
#[track_caller]
fn both(fine: impl Fn(&mut PaperRecord), wrong: impl Fn(&mut PaperRecord), is: impl Fn(&Disagreement) -> bool) {
    assert_eq!(found(&with(fine)), [], "agrees");
    let told = found(&with(wrong));
    assert!(told.len() == 1 && is(&told[0]), "{told:?}");
}

#[test]
fn a_paper_in_another_name_is_told() {
    both(
        |paper| paper.holder = "HTX 3T Nông sản Cao Phong".into(),
        |paper| paper.holder = "Hộ kinh doanh Cao Phong".into(),
        |what| matches!(what, Disagreement::Holder { .. }),
    );
    both(
        |_| {},
        |paper| paper.holder = "Vũ Thị Lệ Thủy".into(),
        |what| matches!(what, Disagreement::HeldByRepresentative { .. }),
    );
}

#[test]
fn an_address_that_is_another_or_of_before_the_merger_is_told() {
    both(
        |paper| paper.address = "Khu 3, Cao Phong, Phú Thọ".into(),
        |paper| paper.address = "Khu 3, thị trấn Cao Phong, huyện Cao Phong, Hòa Bình".into(),
        |what| matches!(what, Disagreement::OldAddress { .. }),
    );
    both(
        |_| {},
        |paper| paper.address = "Xã Mường Thàng, tỉnh Phú Thọ".into(),
        |what| matches!(what, Disagreement::Address { .. }),
    );
    let mut own = dossier();
    own.fields.set(Field::Address, "Xã Bắc Phong, huyện Cao Phong".into());
    assert!(matches!(found(&own)[..], [Disagreement::OldAddress { .. }]));
}

#[test]
fn a_paper_for_another_product_is_told() {
    both(
        |paper| paper.product = "CAM CAO PHONG loại 1".into(),
        |paper| paper.product = "Nước cam lên men".into(),
        |what| matches!(what, Disagreement::Product { .. }),
    );
}

#[test]
fn a_test_is_old_after_a_year() {
    both(
        |paper| (paper.kind, paper.date) = (EvidenceKind(12), "26/11/2025".into()),
        |paper| (paper.kind, paper.date) = (EvidenceKind(12), "25/11/2025".into()),
        |what| matches!(what, Disagreement::OldTest { .. }),
    );
    // Another paper of that day is none.
    assert_eq!(found(&with(|paper| paper.date = "25/11/2025".into())), []);
}

#[test]
fn dates_in_the_wrong_order_are_told() {
    both(
        |paper| (paper.date, paper.valid_until) = ("05/2026".into(), "01/06/2028".into()),
        |paper| (paper.date, paper.valid_until) = ("05/2028".into(), "01/04/2028".into()),
        |what| matches!(what, Disagreement::EndsBeforeIssue { .. }),
    );
    both(
        |paper| paper.date = "2018".into(),
        |paper| paper.date = "28/02/2018".into(),
        |what| matches!(what, Disagreement::BeforeFounding { .. }),
    );
}

#[test]
fn what_ends_before_a_council_can_sit_is_told() {
    let late = |until: &'static str| {
        let mut dossier = with(|paper| paper.valid_until = until.into());
        dossier.fields.set(Field::SignedOn, "01/03/2027".into());
        found(&dossier)
    };
    // Filed on Monday 01/03/2027: 15 working days, then 45 days.
    assert!(matches!(late("05/05/2027")[..], [Disagreement::EndsBeforeCouncil { .. }]), "{:?}", late("05/05/2027"));
    assert_eq!(late("06/05/2027"), []);
}

#[test]
fn a_certified_area_smaller_than_the_table_is_told() {
    let of = |extent: &'static str| {
        let mut dossier =
            with(|paper| (paper.paper, paper.extent) = (Some("national-area-certificate".into()), extent.into()));
        let row = |area: &str| -> Row {
            [("area", area), ("place", "commune"), ("quantity", "1")]
                .map(|(key, text)| (key.to_owned(), text.to_owned()))
                .into()
        };
        dossier.tables.insert("origin".into(), Table { rows: vec![row("20"), row("12,5")] });
        found(&dossier)
    };
    assert_eq!(of("32,5 ha"), []);
    assert!(matches!(of("32,4 ha")[..], [Disagreement::Area { .. }]));
}

#[test]
fn one_paper_twice_and_two_levels_of_one_thing_are_told() {
    let two = |a: (&str, &str), b: (&str, &str)| {
        let mut dossier = dossier();
        for (place, (number, paper)) in [a, b].into_iter().enumerate() {
            let paper = Some(paper.to_owned()).filter(|paper| !paper.is_empty());
            dossier.papers.push(PaperRecord {
                id: format!("p{place}"),
                title: "Giấy".into(),
                number: number.into(),
                paper,
                ..PaperRecord::default()
            });
        }
        found(&dossier)
    };
    assert_eq!(two(("12/XN", ""), ("13/XN", "")), []);
    assert!(matches!(two(("12/XN", ""), ("12 XN", ""))[..], [Disagreement::SameNumber { .. }]));
    assert_eq!(two(("", "local-labour-50"), ("", "local-share-50")), []);
    assert!(matches!(two(("", "local-labour-50"), ("", "local-labour-75"))[..], [Disagreement::TwoLevels { .. }]));
    // A share and the twelve months go together.
    assert_eq!(two(("", "linkage-share-75"), ("", "linkage-12-months")), []);
}

#[test]
fn contracts_without_settlement_are_told() {
    let mut dossier = with(|paper| paper.paper = Some("linkage-share-75".into()));
    let position = dossier.set().position("1.5").expect("1.5");
    dossier.assessment.set_answer(position, Answer::Level(2));
    assert_eq!(found(&dossier), []);
    dossier.assessment.set_answer(position, Answer::Level(3));
    assert_eq!(found(&dossier), [Disagreement::NoSettlement]);
    dossier.papers.push(PaperRecord {
        id: "q".into(),
        paper: Some("linkage-12-months".into()),
        ..PaperRecord::default()
    });
    assert_eq!(found(&dossier), []);
}

#[test]
fn a_claim_without_its_paper_is_told() {
    let mut dossier = dossier();
    dossier.entries[0].note = "Vùng cam đạt VietGAP từ năm 2022.".into();
    assert!(matches!(found(&dossier)[..], [Disagreement::Cited { .. }]));
    dossier.papers.push(PaperRecord {
        id: "p".into(),
        paper: Some("national-area-certificate".into()),
        ..PaperRecord::default()
    });
    assert_eq!(found(&dossier), []);
}

#[test]
fn an_answer_above_its_table_and_accounts_of_the_wrong_years_are_told() {
    let mut dossier = dossier();
    let row = |year: &str, profit: &str| -> Row {
        [("year", year), ("profit", profit)].map(|(key, text)| (key.to_owned(), text.to_owned())).into()
    };
    dossier.tables.insert("profit".into(), Table { rows: vec![row("2024", "90"), row("2025", "100")] });
    assert_eq!(found(&dossier), [Disagreement::YearMissing { year: 2026 }]);
    dossier.tables.insert("profit".into(), Table { rows: vec![row("2025", "90"), row("2026", "100")] });
    let position = dossier.set().position("3.4").expect("3.4");
    dossier.assessment.set_answer(position, Answer::Level(0));
    assert_eq!(found(&dossier), []);
    dossier.assessment.set_answer(position, Answer::Level(1));
    assert_eq!(found(&dossier), [Disagreement::AboveTable { table: "profit", perhaps: false }]);
    dossier.fields.set(Field::LegalForm, "cooperative".into());
    assert_eq!(found(&dossier), [Disagreement::AboveTable { table: "profit", perhaps: true }]);
}

/// Set 1, 1.1: all of the product must be grown in the province.
#[test]
fn what_a_table_must_hold_at_any_level_is_told() {
    let grown = |place: &str, level: u8| {
        let mut dossier = dossier();
        let row = |place: &str, quantity: &str| -> Row {
            [("place", place), ("quantity", quantity)].map(|(key, text)| (key.to_owned(), text.to_owned())).into()
        };
        dossier.tables.insert("origin".into(), Table { rows: vec![row("commune", "85"), row(place, "15")] });
        let position = dossier.set().position("1.1").expect("1.1");
        dossier.assessment.set_answer(position, Answer::Level(level));
        found(&dossier)
    };
    assert_eq!(grown("province", 2), []);
    assert_eq!(grown("elsewhere", 2), [Disagreement::Required { table: "origin" }]);
    assert_eq!(grown("elsewhere", 0), [Disagreement::Required { table: "origin" }]);
}

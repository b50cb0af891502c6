//! What the first wasm has in place of the whole catalogue: the decisions, and their sets by name and class,
//! in Vietnamese. Criteria come with the whole page.

use std::sync::LazyLock;

use super::*;

include!(concat!(env!("OUT_DIR"), "/catalogue_first.rs"));

struct DecisionRow {
    id: &'static str,
    number: &'static str,
    /// Day, month, year.
    in_force_from: (u8, u8, i32),
    share_mark: char,
    bands: [u8; 5],
    procedure: Procedure,
    cites: Cites,
    /// First and end in `SETS`.
    sets: [u16; 2],
}

struct SetRow {
    /// Place in `DECISIONS`.
    decision: u8,
    no: u8,
    slug: &'static str,
    /// A line of `TEXTS`, as are sector and group.
    name: u16,
    class: [u16; 2],
}

pub(super) fn decisions() -> &'static [Decision] {
    static MADE: LazyLock<Vec<Decision>> = LazyLock::new(|| {
        let texts: Vec<Text> = TEXTS.lines().map(|vi| Text { vi, en: vi }).collect();
        let sets: &[ProductSet] = SETS.iter().map(|row| set(row, &texts)).collect::<Vec<_>>().leak();
        DECISIONS.iter().map(|row| decision(row, sets)).collect()
    });
    &MADE
}

fn decision(row: &DecisionRow, sets: &'static [ProductSet]) -> Decision {
    let (day, month, year) = row.in_force_from;
    Decision {
        id: row.id,
        number: row.number,
        in_force_from: Date::new(year, month, day).unwrap_or(Date::FIRST),
        share_mark: row.share_mark,
        samples: 0,
        tourism_only: &[],
        bands: Bands(row.bands.map(Points)),
        procedure: row.procedure,
        cites: row.cites,
        sets: &sets[usize::from(row.sets[0])..usize::from(row.sets[1])],
        errata: &[],
    }
}

fn set(row: &SetRow, texts: &[Text]) -> ProductSet {
    let text = |place: u16| texts[usize::from(place)];
    let [sector, group] = row.class.map(text);
    ProductSet {
        decision: row.decision,
        no: SetNo(row.no),
        slug: row.slug,
        is_tourism: false,
        counts_with: None,
        name: text(row.name),
        examples: [&[], &[]],
        class: ProductClass { sector, group, subgroup: None, ministries: &[] },
        disqualification: None,
        parts: &[],
        criteria: &[],
    }
}

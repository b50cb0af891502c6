//! The compiled-in tables, and the types of [`super`] made of them once, on first use.
//!
//! The tables name each other by place and hold each text once, a line of one long string: half the
//! size on the wire of statics full of pointers. Making the types takes no parsing and less than a
//! millisecond on a phone.

use std::sync::LazyLock;

use super::*;
use crate::domain::calendar::Date;

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// A line of `TEXTS_VI` and `TEXTS_EN`.
type TextPlace = u16;

struct DecisionRow {
    id: &'static str,
    number: &'static str,
    /// Day, month, year.
    in_force_from: (u8, u8, i32),
    share_mark: char,
    samples: u8,
    tourism_only: &'static [&'static str],
    bands: [u8; 5],
    procedure: Procedure,
    cites: Cites,
    /// First and end in `SETS` and in `ERRATA`.
    sets: [u16; 2],
    errata: [u16; 2],
}

struct SetRow {
    /// Place in `DECISIONS`.
    decision: u8,
    no: u8,
    slug: &'static str,
    tourism: bool,
    /// Places of a criterion and of the one that it counts with.
    counts_with: Option<[u8; 2]>,
    name: TextPlace,
    /// In Vietnamese, divided by `|`; in English they stand in `EXAMPLES_EN`.
    examples: &'static str,
    /// Sector and group.
    class: [TextPlace; 2],
    subgroup: Option<TextPlace>,
    /// Divided by `|`.
    ministries: &'static str,
    disqualification: Option<u8>,
    parts: &'static [PartRow],
    /// First and end in `CRITERIA`.
    criteria: [u16; 2],
}

struct PartRow {
    code: PartCode,
    max: u8,
    title: TextPlace,
    groups: &'static [GroupRow],
}

struct GroupRow {
    code: u8,
    max: u8,
    title: TextPlace,
    /// First and end in the set's criteria.
    criteria: [u8; 2],
    is_leaf: bool,
    subgroups: &'static [SubgroupRow],
}

struct SubgroupRow {
    code: u8,
    max: u8,
    title: TextPlace,
    criteria: [u8; 2],
}

struct CriterionRow {
    code: u8,
    max: u8,
    wording: u8,
    ladder: u8,
    levels: u8,
    notes: u8,
    cases: Option<[TextPlace; 2]>,
}

struct NoteRow {
    kind: NoteKind,
    text: TextPlace,
    question: Option<TextPlace>,
}

struct ErratumRow {
    set: Option<u8>,
    place: &'static str,
    /// Divided by spaces, as are `ladders`.
    codes: &'static str,
    ladders: &'static str,
    kind: ErratumKind,
    /// Printed and applied.
    texts: [TextPlace; 2],
}

/// What the sets share.
struct Shared {
    texts: Vec<Text>,
    codes: Vec<&'static str>,
    wordings: Vec<Wording>,
    ladders: Vec<Ladder>,
    notes: Vec<Vec<Note>>,
    disqualifications: Vec<Disqualification>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let texts: Vec<Text> = TEXTS_VI.lines().zip(TEXTS_EN.lines()).map(|(vi, en)| Text { vi, en }).collect();
    let text = |place: TextPlace| texts[usize::from(place)];
    let wordings = WORDING_KEYS
        .split(' ')
        .zip(&WORDINGS)
        .map(|(key, [title, question])| Wording { key, title: text(*title), question: text(*question) })
        .collect();
    let ladders = LADDER_KEYS
        .split(' ')
        .zip(&LADDERS)
        .zip(LADDER_LEVELS.split('|'))
        .map(|((key, [first, end]), levels)| {
            let labels: Vec<Text> =
                LABELS[usize::from(*first)..usize::from(*end)].iter().map(|place| text(*place)).collect();
            Ladder { key, labels: labels.leak(), levels }
        })
        .collect();
    let note = |row: &NoteRow| Note { kind: row.kind, text: text(row.text), question: row.question.map(text) };
    let notes = NOTES.iter().map(|rows| rows.iter().map(note).collect()).collect();
    let disqualifications = DISQUALIFICATIONS
        .iter()
        .map(|[line, question]| Disqualification { text: text(*line), question: text(*question) })
        .collect();
    Shared { codes: CODES.split(' ').collect(), wordings, ladders, notes, disqualifications, texts }
});

fn text(place: TextPlace) -> Text {
    SHARED.texts[usize::from(place)]
}

fn code(place: u8) -> &'static str {
    SHARED.codes[usize::from(place)]
}

pub(super) fn decisions() -> &'static [Decision] {
    static MADE: LazyLock<Vec<Decision>> = LazyLock::new(|| {
        let sets: &[ProductSet] =
            SETS.iter().zip(EXAMPLES_EN.lines().chain(std::iter::repeat(""))).map(set).collect::<Vec<_>>().leak();
        let errata: &[Erratum] = ERRATA.iter().map(erratum).collect::<Vec<_>>().leak();
        DECISIONS.iter().map(|row| decision(row, sets, errata)).collect()
    });
    &MADE
}

fn decision(row: &DecisionRow, sets: &'static [ProductSet], errata: &'static [Erratum]) -> Decision {
    let (day, month, year) = row.in_force_from;
    Decision {
        id: row.id,
        number: row.number,
        in_force_from: Date::new(year, month, day).unwrap_or(Date::FIRST),
        share_mark: row.share_mark,
        samples: row.samples,
        tourism_only: row.tourism_only,
        bands: Bands(row.bands.map(Points)),
        procedure: row.procedure,
        cites: row.cites,
        sets: &sets[usize::from(row.sets[0])..usize::from(row.sets[1])],
        errata: &errata[usize::from(row.errata[0])..usize::from(row.errata[1])],
    }
}

/// What stands between dividers, kept for the life of the program, as all of this is.
fn divided(list: &'static str, divider: char) -> &'static [&'static str] {
    list.split(divider).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().leak()
}

fn set((row, english): (&SetRow, &'static str)) -> ProductSet {
    let rows = &CRITERIA[usize::from(row.criteria[0])..usize::from(row.criteria[1])];
    ProductSet {
        decision: row.decision,
        no: SetNo(row.no),
        slug: row.slug,
        is_tourism: row.tourism,
        counts_with: row.counts_with.map(|places| places.map(usize::from)),
        name: text(row.name),
        examples: [row.examples, english].map(|list| divided(list, '|')),
        class: ProductClass {
            sector: text(row.class[0]),
            group: text(row.class[1]),
            subgroup: row.subgroup.map(text),
            ministries: divided(row.ministries, '|'),
        },
        disqualification: row.disqualification.map(|place| &SHARED.disqualifications[usize::from(place)]),
        parts: row.parts.iter().map(part).collect::<Vec<_>>().leak(),
        criteria: rows.iter().map(criterion).collect::<Vec<_>>().leak(),
    }
}

fn part(row: &PartRow) -> Part {
    Part {
        code: row.code,
        max: Points(row.max),
        title: text(row.title),
        groups: row.groups.iter().map(group).collect::<Vec<_>>().leak(),
    }
}

fn group(row: &GroupRow) -> Group {
    let subgroup = |row: &SubgroupRow| Subgroup {
        code: code(row.code),
        max: Points(row.max),
        title: text(row.title),
        criteria: usize::from(row.criteria[0])..usize::from(row.criteria[1]),
    };
    Group {
        code: code(row.code),
        max: Points(row.max),
        title: text(row.title),
        criteria: usize::from(row.criteria[0])..usize::from(row.criteria[1]),
        is_leaf: row.is_leaf,
        subgroups: row.subgroups.iter().map(subgroup).collect::<Vec<_>>().leak(),
    }
}

fn criterion(row: &CriterionRow) -> Criterion {
    Criterion {
        code: code(row.code),
        max: Points(row.max),
        wording: &SHARED.wordings[usize::from(row.wording)],
        ladder: &SHARED.ladders[usize::from(row.ladder)],
        levels: LEVELS[usize::from(row.levels)],
        notes: &SHARED.notes[usize::from(row.notes)],
        cases: row.cases.map(|labels| labels.map(text)),
    }
}

fn erratum(row: &ErratumRow) -> Erratum {
    Erratum {
        set: row.set.map(SetNo),
        place: row.place,
        codes: divided(row.codes, ' '),
        ladders: divided(row.ladders, ' '),
        kind: row.kind,
        printed: text(row.texts[0]),
        applied: text(row.texts[1]),
    }
}

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::calendar::Date;
use crate::domain::council::{DeskState, is_blind};
use crate::domain::decision::{Language, Star, fold};
use crate::domain::dossier::{Dossier, DossierKind, Urgency, next_step};
use crate::domain::figures::Amount;
use crate::domain::forms::{RegisterColumn as Column, Value, desk_state, overview};
use crate::domain::spelling::{Syllable, syllables};

/// What a dossier is looked at by; of each, one [`Filter`] at most is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The provisional star.
    Own,
    /// The star held.
    Held,
    /// How far it is at the commune.
    State,
    Kind,
    /// What is to be done, and how soon.
    ToDo,
}

impl Aspect {
    pub const ALL: [Aspect; 5] = [Aspect::Own, Aspect::Held, Aspect::State, Aspect::Kind, Aspect::ToDo];
}

/// Which dossiers are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// By what the applicant gave itself.
    At(Star),
    /// 1 and 2 stars: no certificate.
    Below,
    /// Something ends the evaluation.
    Out,
    Unrated,
    /// Held by a recognition, whatever the answers come to.
    Held(Star),
    /// So far it is at the commune.
    State(DeskState),
    /// For which rating it is filed.
    Kind(DossierKind),
    /// Something must be done at once: a last day is over, or the time to file runs.
    Pressing,
    /// Fewer stars than are held, for certain.
    Losing,
    /// The certificate ends within so many months, or has ended.
    EndsWithin(u8),
    Ended,
}

impl Filter {
    /// Everything that can be filtered by.
    pub const EACH: [Filter; 20] = [
        Filter::At(Star::Five),
        Filter::At(Star::Four),
        Filter::At(Star::Three),
        Filter::Below,
        Filter::Out,
        Filter::Unrated,
        Filter::Held(Star::Five),
        Filter::Held(Star::Four),
        Filter::Held(Star::Three),
        Filter::State(DeskState::Received),
        Filter::State(DeskState::ToCorrect),
        Filter::State(DeskState::Proposed),
        Filter::State(DeskState::Recognised),
        Filter::Kind(DossierKind::First),
        Filter::Kind(DossierKind::Upgrade),
        Filter::Kind(DossierKind::ReRating),
        Filter::Pressing,
        Filter::Losing,
        Filter::EndsWithin(6),
        Filter::Ended,
    ];

    pub fn aspect(self) -> Aspect {
        match self {
            Filter::At(_) | Filter::Below | Filter::Out | Filter::Unrated => Aspect::Own,
            Filter::Held(_) => Aspect::Held,
            Filter::State(_) => Aspect::State,
            Filter::Kind(_) => Aspect::Kind,
            Filter::Pressing | Filter::Losing | Filter::EndsWithin(_) | Filter::Ended => Aspect::ToDo,
        }
    }
}

/// The filters that are on, by what they look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(BTreeMap<Aspect, Filter>);

impl Filters {
    /// The one that is on of an aspect.
    pub fn on(&self, aspect: Aspect) -> Option<Filter> {
        self.0.get(&aspect).copied()
    }

    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// These with another one of an aspect, or with none.
    pub fn with(&self, aspect: Aspect, filter: Option<Filter>) -> Filters {
        let mut filters = self.0.clone();
        match filter {
            Some(filter) => _ = filters.insert(aspect, filter),
            None => _ = filters.remove(&aspect),
        }
        Filters(filters)
    }

    /// Whether all of them let a row through.
    pub fn let_through(&self, row: &TableRow) -> bool {
        self.0.values().all(|filter| row.is_among(*filter))
    }
}

/// By which column, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    pub column: Column,
    pub down: bool,
}

/// The columns on the screen, in their order: whose it is, how far it is and what is to be done when; then stars and
/// points. The set's name stands below the product; only the files have commune code, period, product code, class and
/// revenue, and the certificate's day and number.
pub const ON_SCREEN: [Column; 19] = [
    Column::Product,
    Column::Subject,
    Column::Commune,
    Column::Status,
    Column::Next,
    Column::NextDay,
    Column::StarsHeld,
    Column::CertificateEnd,
    Column::Star,
    Column::Total,
    Column::PartA,
    Column::PartB,
    Column::PartC,
    Column::Best,
    Column::Blockers,
    Column::Unanswered,
    Column::Kind,
    Column::Set,
    Column::Updated,
];

/// A dossier with what the table shows, sorts and finds it by.
#[derive(Clone, PartialEq, Eq)]
pub struct TableRow {
    pub dossier: Rc<Dossier>,
    pub values: Vec<Value>,
    /// Product, applicant and commune, to be searched.
    pub text: Vec<Syllable>,
    pub star: Option<Star>,
    pub begun: bool,
    /// The stars held.
    pub held: Option<Star>,
    /// How far it is at the commune.
    pub state: Option<DeskState>,
    /// For which rating it is filed, where somebody said so.
    pub kind: Option<DossierKind>,
    pub pressing: bool,
    pub losing: bool,
    /// The day the certificate ends, as of this day.
    pub ends: Option<(Date, Date)>,
}

/// The rows of these dossiers, by the name of the product: what is alike in a sorted column keeps this order.
pub fn rows_of(dossiers: &[Rc<Dossier>], today: Date, language: Language) -> Vec<Rc<TableRow>> {
    let sheet = overview(dossiers.iter().map(|dossier| &**dossier), today, language);
    let rows = dossiers.iter().zip(sheet.rows).map(|(dossier, values)| {
        let rating = dossier.rating();
        // While sheets of scorers are awaited, the row is one that nobody scored.
        let is_blind = is_blind(dossier);
        let begun = rating.answered > 0 && !is_blind;
        let searched = [Column::Product, Column::Subject, Column::Commune];
        let texts = searched.map(|column| shown(&values[column.place()], language));
        Rc::new(TableRow {
            dossier: dossier.clone(),
            text: syllables(&texts.join(" ")),
            star: if is_blind { Some(Star::One) } else { rating.star },
            begun,
            held: dossier.held_star(),
            state: desk_state(dossier),
            kind: dossier.told_kind(),
            pressing: next_step(dossier, today).urgency == Urgency::Now,
            ends: dossier.certificate().filter(|_| !dossier.unrecognised).map(|held| (held.end(), today)),
            losing: begun && dossier.held_star().is_some_and(|held| rating.best.star < Some(held)),
            values,
        })
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_cached_key(|row| fold(row.dossier.name()));
    rows
}

/// A value as text.
pub fn shown(value: &Value, language: Language) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Amount(amount) if language == Language::En => amount.english(),
        Value::Amount(amount) => amount.to_string(),
        Value::Text(text) => text.clone(),
    }
}

impl TableRow {
    /// Whether a filter lets it through.
    pub fn is_among(&self, filter: Filter) -> bool {
        match filter {
            Filter::Unrated => self.star.is_some() && !self.begun,
            Filter::Held(star) => self.held == Some(star),
            Filter::State(state) => self.state == Some(state),
            Filter::Kind(kind) => self.kind == Some(kind),
            Filter::Out => self.star.is_none(),
            Filter::Below => self.begun && self.star.is_some_and(|star| star < Star::Three),
            Filter::Pressing => self.pressing,
            Filter::Losing => self.losing,
            Filter::EndsWithin(months) => {
                self.ends.is_some_and(|(end, today)| end >= today && end <= today.plus_months(months.into()))
            }
            Filter::Ended => self.ends.is_some_and(|(end, today)| end < today),
            Filter::At(star) => self.begun && self.star == Some(star),
        }
    }
}

/// What a row is sorted by: numbers before texts, texts without diacritics.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(Amount),
    Text(String),
}

impl Sorting {
    /// These rows in its order; those that are alike keep theirs, and what is empty stands last either way.
    pub fn sorted(self, rows: &[Rc<TableRow>]) -> Vec<Rc<TableRow>> {
        let mut rows = rows.to_vec();
        if self.down {
            rows.sort_by_cached_key(|row| last_if_none(self.key(row).map(Reverse)));
        } else {
            rows.sort_by_cached_key(|row| last_if_none(self.key(row)));
        }
        rows
    }

    fn key(self, row: &TableRow) -> Option<Key> {
        match &row.values[self.column.place()] {
            Value::Number(number) => Some(Key::Number(Amount::whole(*number))),
            Value::Amount(amount) => Some(Key::Number(*amount)),
            Value::Text(text) => (!text.is_empty()).then(|| Key::Text(fold(text))),
        }
    }
}

/// A key by which what is empty stands last.
fn last_if_none<K>(key: Option<K>) -> (bool, Option<K>) {
    (key.is_none(), key)
}

/// Columns of numbers, which are sorted from the top.
pub fn is_number(column: Column) -> bool {
    matches!(
        column,
        Column::Set
            | Column::PartA
            | Column::PartB
            | Column::PartC
            | Column::Total
            | Column::Star
            | Column::Best
            | Column::Unanswered
            | Column::Updated
            | Column::StarsHeld
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::council::{Council, Desk, Scorer, Sheet};
    use crate::domain::decision::first;
    use crate::domain::dossier::{Field, Question, Reply};
    use crate::domain::rating::Answer;

    fn rows() -> Vec<Rc<TableRow>> {
        let dossier = |name: &str, level: Option<u8>, out: bool| {
            let mut dossier = Dossier::new(name.into(), "2026-11-24T00:00:00Z".into(), first().set(1).expect("set 1"));
            dossier.fields.set(Field::ProductName, name.into());
            if let Some(level) = level {
                dossier.assessment.set_answer(0, Answer::Level(level));
            }
            if out {
                dossier.set_reply(Question::Dossier, Reply::Yes);
            }
            Rc::new(dossier)
        };
        let all = [dossier("Ổi", None, false), dossier("bưởi", Some(2), false), dossier("Cam", Some(0), true)];
        rows_of(&all, Date::parse("26/11/2026").expect("a day"), Language::Vi)
    }

    const POINTS: [Column; 4] = [Column::PartA, Column::PartB, Column::PartC, Column::Total];

    fn is_empty(row: &TableRow, column: Column) -> bool {
        row.values[column.place()] == Value::Text(String::new())
    }

    #[track_caller]
    fn check(column: Column, down: bool, expected: [&str; 3]) {
        let rows = Sorting { column, down }.sorted(&rows());
        assert_eq!(rows.iter().map(|row| row.dossier.name()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_are_sorted_without_diacritics_and_numbers_as_numbers() {
        check(Column::Product, false, ["bưởi", "Cam", "Ổi"]);
        check(Column::Product, true, ["Ổi", "Cam", "bưởi"]);
        check(Column::Total, true, ["bưởi", "Cam", "Ổi"]);
    }

    #[test]
    fn what_is_alike_in_a_column_stands_by_name_either_way() {
        // All three were changed on one day, and come in another order.
        check(Column::Updated, false, ["bưởi", "Cam", "Ổi"]);
        check(Column::Updated, true, ["bưởi", "Cam", "Ổi"]);
    }

    #[test]
    fn a_row_tells_no_stars_while_sheets_are_awaited() {
        let row = |dossier: &Dossier| {
            let today = Date::parse("26/11/2026").expect("a day");
            rows_of(&[Rc::new(dossier.clone())], today, Language::Vi)[0].clone()
        };
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.assessment.set_answer(0, Answer::Level(2));
        dossier.set_reply(Question::Dossier, Reply::Yes);
        let open = row(&dossier);
        assert!(
            open.is_among(Filter::Out) && open.values[Column::Total.place()] != Value::Number(0),
            "{:?}",
            open.values
        );
        let sheet = |done: bool| Sheet {
            scorer: Scorer { name: "Lò Thị Mai".into(), done, ..Scorer::default() },
            assessment: dossier.assessment.clone(),
        };
        let sitting =
            |done: bool| Council { sheets: vec![sheet(true), sheet(done)], expected: 2, ..Council::default() };
        let at = |done: bool| row(&Dossier { council: Some(sitting(done)), ..dossier.clone() });
        let blind = at(false);
        assert!(blind.is_among(Filter::Unrated) && !blind.is_among(Filter::Out));
        let own = [Column::Star, Column::Best, Column::Blockers];
        assert!(own.into_iter().chain(POINTS).all(|column| is_empty(&blind, column)), "{:?}", blind.values);
        assert_eq!(at(true).values, open.values, "all are in");
    }

    #[test]
    fn stars_held_are_no_provisional_stars_and_without_own_scores_no_points_are_printed() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        dossier.recognised = Some(crate::domain::dossier::Recognised { star: Some(Star::Four), ..Default::default() });
        let row = |dossier: &Dossier| {
            let today = Date::parse("26/11/2026").expect("a day");
            rows_of(&[Rc::new(dossier.clone())], today, Language::Vi)[0].clone()
        };
        let held = row(&dossier);
        assert!(held.is_among(Filter::Held(Star::Four)) && !held.is_among(Filter::Held(Star::Three)));
        assert!(held.is_among(Filter::Unrated) && !held.is_among(Filter::At(Star::Four)));
        assert!(POINTS.into_iter().all(|column| is_empty(&held, column)), "{:?}", held.values);
        // Its own score is another thing.
        dossier.assessment.set_answer(0, Answer::Level(2));
        let own = row(&dossier);
        assert!(
            own.is_among(Filter::Below)
                && !own.is_among(Filter::At(Star::Four))
                && own.is_among(Filter::Held(Star::Four))
        );
        assert!(!is_empty(&own, Column::Total));
    }

    #[test]
    fn a_certificate_is_found_by_its_end_on_both_sides_of_every_edge() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let date = "26/11/2023".to_owned();
        dossier.recognised = Some(crate::domain::dossier::Recognised { date, ..Default::default() });
        let among = |today: &str, filter: Filter| {
            let today = Date::parse(today).expect("a day");
            rows_of(&[Rc::new(dossier.clone())], today, Language::Vi)[0].is_among(filter)
        };
        // It ends on 26/11/2026.
        assert!(among("26/11/2026", Filter::EndsWithin(6)) && !among("26/11/2026", Filter::Ended));
        assert!(!among("27/11/2026", Filter::EndsWithin(6)) && among("27/11/2026", Filter::Ended));
        assert!(among("26/05/2026", Filter::EndsWithin(6)) && !among("25/05/2026", Filter::EndsWithin(6)));
    }

    #[test]
    fn a_dossier_is_found_by_how_far_it_is_at_the_commune() {
        let at = |state: Option<DeskState>| {
            let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
            dossier.desk = state.map(|state| Desk { state, ..Desk::default() });
            rows_of(&[Rc::new(dossier)], Date::parse("26/11/2026").expect("a day"), Language::Vi)[0].clone()
        };
        for state in DeskState::ALL {
            let among = DeskState::ALL.map(|other| at(Some(state)).is_among(Filter::State(other)));
            assert_eq!(among, DeskState::ALL.map(|other| other == state));
            assert!(!at(None).is_among(Filter::State(state)), "the commune did not get it");
        }
    }

    #[test]
    fn a_dossier_is_found_by_its_kind_once_its_stars_are_told() {
        let at = |kind: DossierKind, unrecognised: bool| {
            let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
            (dossier.kind, dossier.unrecognised) = (kind, unrecognised);
            rows_of(&[Rc::new(dossier)], Date::parse("26/11/2026").expect("a day"), Language::Vi)[0].clone()
        };
        for kind in DossierKind::ALL {
            let among = DossierKind::ALL.map(|other| at(kind, true).is_among(Filter::Kind(other)));
            assert_eq!(among, DossierKind::ALL.map(|other| other == kind));
            assert!(!at(kind, false).is_among(Filter::Kind(kind)), "nobody said whether it has stars");
        }
    }

    #[test]
    fn filters_of_several_aspects_are_all_on() {
        let rows = rows();
        let shown = |filters: &Filters| rows.iter().filter(|row| filters.let_through(row)).count();
        let none = Filters::default();
        let own = none.with(Aspect::Own, Some(Filter::Unrated));
        assert_eq!((none.any(), shown(&none), own.any(), shown(&own)), (false, 3, true, 1));
        assert_eq!(shown(&own.with(Aspect::ToDo, Some(Filter::Ended))), 0);
        // Another of the same aspect takes its place.
        let out = own.with(Aspect::Own, Some(Filter::Out));
        assert_eq!((out.on(Aspect::Own), shown(&out), out.with(Aspect::Own, None)), (Some(Filter::Out), 1, none));
    }

    #[test]
    fn every_dossier_is_among_one_filter_by_its_own_star() {
        let filters: Vec<Filter> = Filter::EACH.into_iter().filter(|filter| filter.aspect() == Aspect::Own).collect();
        for row in rows() {
            assert_eq!(filters.iter().filter(|filter| row.is_among(**filter)).count(), 1, "{}", row.dossier.name());
        }
    }
}

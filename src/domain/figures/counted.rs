use super::{Figures, Judgement, Missing, Places, Rule, Table, TableFact, judge, too_high};
use crate::domain::calendar::Date;
use crate::domain::dossier::{Dossier, Field};
use crate::domain::rating::Answer;

/// What one criterion of a dossier is counted from, and what that comes to.
#[derive(Clone, Debug)]
pub struct Counted {
    pub rule: &'static Rule,
    pub fact: &'static TableFact,
    pub table: Table,
    pub judgement: Judgement,
}

impl Counted {
    /// `None`: the criterion is not counted from a table, or not for this kind of applicant. `today` is
    /// the day of filing while the dossier names none.
    pub fn of(dossier: &Dossier, position: usize, today: Date) -> Option<Counted> {
        let criterion = dossier.set().criteria.get(position)?;
        let figures = Figures::of(dossier.set().decision());
        let rule = figures.rule_of(criterion, dossier.fields.get(Field::LegalForm))?;
        let fact = figures.tables.get(&rule.table)?;
        let table = dossier.tables.get(&rule.table).map_or_else(Table::default, |table| dossier.told(fact, table));
        let judgement = judge(rule, fact, &table, dossier.filing_day(today), dossier.rating_year(today));
        Some(Counted { rule, fact, table, judgement })
    }

    /// Whether the answer stands above what the table gives. A blank table says nothing.
    pub fn is_exceeded(&self, dossier: &Dossier, position: usize) -> bool {
        let answer = dossier.assessment.answer(position);
        let criterion = &dossier.set().criteria[position];
        !self.table.is_empty()
            && matches!(answer, Answer::Level(level) if too_high(criterion, self.rule, &self.judgement, level))
    }

    /// Whether this applicant may reach a level in another way, as a cooperative by its class.
    pub fn may_be_otherwise(&self, dossier: &Dossier) -> bool {
        self.rule.except.iter().any(|form| form == dossier.fields.get(Field::LegalForm))
    }
}

impl Dossier {
    /// The applicant's commune and province, by which addresses are told.
    pub fn places(&self) -> Places<'_> {
        (self.fields.get(Field::Commune), self.fields.get(Field::Province))
    }

    /// A table of its own with what its addresses tell.
    pub fn told(&self, fact: &TableFact, table: &Table) -> Table {
        table.told(fact, self.places())
    }

    /// The cells of a table that give nothing to count, where an answer is counted from it. They depend on no day.
    pub fn uncounted(&self, table: &str) -> Vec<Missing> {
        let mut counted = (0..self.set().criteria.len())
            .filter_map(|position| Counted::of(self, position, Date::FIRST))
            .filter(|counted| counted.rule.table == table);
        counted.next().map(|counted| counted.judgement.missing).unwrap_or_default()
    }

    /// The day on which it is filed: that of the signature, or today.
    pub fn filing_day(&self, today: Date) -> Date {
        Date::written(self.fields.get(Field::SignedOn)).unwrap_or(today)
    }

    /// The year of the rating; while none is written, that of the filing.
    pub fn rating_year(&self, today: Date) -> i32 {
        let year = self.fields.get(Field::Year).trim();
        year.parse().ok().filter(|year| (1900..=9999).contains(year)).unwrap_or_else(|| self.filing_day(today).year())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Row;
    use super::*;
    use crate::domain::decision::first;

    fn dossier(rows: &[(&str, &str)]) -> (Dossier, usize) {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let row = |(home, count): &(&str, &str)| -> Row {
            [("home", *home), ("count", *count)].map(|(key, text)| (key.to_owned(), text.to_owned())).into()
        };
        dossier.tables.insert("workers".into(), Table { rows: rows.iter().map(row).collect() });
        let position = dossier.set().position("3.3").expect("3.3");
        (dossier, position)
    }

    #[test]
    fn an_answer_is_held_against_its_table_and_a_blank_table_says_nothing() {
        let today = Date::parse("26/11/2026").expect("a day");
        let (mut full, position) = dossier(&[("commune", "26"), ("elsewhere", "10")]);
        full.assessment.set_answer(position, Answer::Level(2));
        assert!(Counted::of(&full, position, today).expect("counted").is_exceeded(&full, position));
        full.assessment.set_answer(position, Answer::Level(1));
        assert!(!Counted::of(&full, position, today).expect("counted").is_exceeded(&full, position));
        let (mut blank, _) = dossier(&[("", "")]);
        blank.assessment.set_answer(position, Answer::Level(2));
        assert!(!Counted::of(&blank, position, today).expect("counted").is_exceeded(&blank, position));
    }

    #[test]
    fn shareholders_are_counted_for_companies_alone() {
        let today = Date::parse("26/11/2026").expect("a day");
        let (mut dossier, _) = dossier(&[]);
        let position = dossier.set().position("3.1").expect("3.1");
        dossier.fields.set(Field::LegalForm, "cooperative".into());
        assert!(Counted::of(&dossier, position, today).is_none());
        dossier.fields.set(Field::LegalForm, "small-medium-enterprise".into());
        assert!(Counted::of(&dossier, position, today).is_some());
    }

    #[test]
    fn the_year_of_rating_and_the_day_of_filing_are_those_of_the_form() {
        let today = Date::parse("26/11/2026").expect("a day");
        let (mut dossier, _) = dossier(&[]);
        assert_eq!((dossier.rating_year(today), dossier.filing_day(today)), (2026, today));
        dossier.fields.set(Field::Year, "2027".into());
        dossier.fields.set(Field::SignedOn, "05/01/2027".into());
        assert_eq!((dossier.rating_year(today), dossier.filing_day(today).to_string()), (2027, "05/01/2027".into()));
    }
}

//! Products that are recognised already, out of a list that an office keeps in a spreadsheet.

mod kept;
mod stars;

use std::collections::HashSet;
use std::sync::LazyLock;

pub use self::kept::{listed_again, to_keep};
use self::stars::star_of;
use super::{Dossier, Field, FieldFault, Recognised, date_fault};
use crate::domain::calendar::Date;
use crate::domain::decision::{Decision, Language, ProductSet, Star, fold};
use crate::domain::figures::{PastedRow, TableFact, Words, cell, day_of};
use crate::domain::find::find;

/// What such a list has, for [`crate::domain::figures::paste`].
pub fn recognised_table() -> &'static TableFact {
    static FACT: LazyLock<TableFact> = LazyLock::new(|| {
        let none = || Words { vi: String::new(), en: String::new() };
        // The file is ours, and a test reads it; without it the list has no columns.
        serde_json::from_str(include_str!("recognised_list.json")).unwrap_or_else(|_| TableFact {
            title: none(),
            hint: none(),
            columns: Vec::new(),
        })
    });
    &FACT
}

/// One product of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub name: String,
    pub subject: String,
    pub commune: String,
    pub province: String,
    pub code: String,
    /// The year in which it was rated, and the year's turnover, as the list has them.
    pub period: String,
    pub revenue: String,
    /// The set that its name means.
    pub set: Option<&'static ProductSet>,
    pub recognised: Recognised,
    /// What to look at before it is taken.
    pub doubts: Vec<ListDoubt>,
}

/// What is doubtful in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListDoubt {
    NoName,
    /// No set is known for the name, or several are likely.
    Set,
    /// Nothing is said of stars.
    Stars,
    /// What is said is no stars from 3 to 5 (article 4.1: lower ones get no certificate).
    WrongStars,
    /// No day, or none that can be read: the certificate's end is not known.
    Date,
    /// Written as a day, and the calendar has none such: 31/02/2024, or month before day.
    NoSuchDay,
    /// A day that is yet to come, or before there was the programme.
    WrongDate,
    /// It is here already, or twice in the list.
    Known,
}

impl ListDoubt {
    /// Whether another day settles it.
    pub fn is_of_day(self) -> bool {
        matches!(self, ListDoubt::Date | ListDoubt::NoSuchDay | ListDoubt::WrongDate)
    }
}

/// The year in which the programme began.
const FIRST_YEAR: i32 = 2018;

/// What tells a product from others, as people write it: its name and its applicant's.
pub fn same_product(name: &str, subject: &str) -> (String, String) {
    (fold(name), fold(subject))
}

/// The products of pasted rows, as of today. `known` has those that are here already, by [`same_product`].
pub fn listed(
    rows: &[PastedRow],
    decision: &'static Decision,
    language: Language,
    today: Date,
    known: &HashSet<(String, String)>,
) -> Vec<Listed> {
    let mut seen = HashSet::new();
    rows.iter()
        .map(|pasted| {
            let text = |column: &str| cell(&pasted.row, column).to_owned();
            let (name, subject) = (text("name"), text("subject"));
            let mut doubts = Vec::new();
            let found = find(decision, &name, language);
            let set = found.proposals.first().map(|proposal| proposal.set);
            let star = star_of(&text("stars"));
            let day = day_of(&text("date"));
            let same = same_product(&name, &subject);
            if name.is_empty() {
                doubts.push(ListDoubt::NoName);
            }
            if set.is_none() || !found.sure {
                doubts.push(ListDoubt::Set);
            }
            match star {
                None if text("stars").is_empty() => doubts.push(ListDoubt::Stars),
                None => doubts.push(ListDoubt::WrongStars),
                Some(_) => {}
            }
            doubts.extend(day_doubt(&text("date"), today));
            if !name.is_empty() && (known.contains(&same) || seen.contains(&same)) {
                doubts.push(ListDoubt::Known);
            }
            seen.insert(same);
            let date = day.map_or_else(|| text("date"), |day| day.to_string());
            let (number, issuer) = (text("number"), text("issuer"));
            let recognised = Recognised { star, date, number, issuer, listed: true, ..Recognised::default() };
            let [commune, province, code, period, revenue] =
                ["commune", "province", "code", "period", "revenue"].map(text);
            Listed { commune, province, code, period, revenue, name, subject, set, recognised, doubts }
        })
        .collect()
}

/// What is doubtful in a day of recognition, as of today.
fn day_doubt(text: &str, today: Date) -> Option<ListDoubt> {
    match day_of(text) {
        None if date_fault(&text.replace(['-', '.'], "/")) == Some(FieldFault::NoSuchDay) => Some(ListDoubt::NoSuchDay),
        None => Some(ListDoubt::Date),
        Some(day) if day > today || day.year() < FIRST_YEAR => Some(ListDoubt::WrongDate),
        Some(_) => None,
    }
}

impl Listed {
    /// Whether it can be taken: it has a name and a set, is not here yet, and says nothing that cannot be.
    pub fn can_be_taken(&self) -> bool {
        use ListDoubt::{Known, NoSuchDay, WrongDate, WrongStars};
        let stops = |doubt: &ListDoubt| matches!(doubt, Known | WrongStars | WrongDate | NoSuchDay);
        self.set.is_some() && !self.name.is_empty() && !self.doubts.iter().any(stops)
    }

    /// Says how many stars it has, where the list does not.
    pub fn has_stars(&mut self, star: Star) {
        self.recognised.star = Some(star);
        self.doubts.retain(|doubt| !matches!(doubt, ListDoubt::Stars | ListDoubt::WrongStars));
    }

    /// Says when it was recognised, where the list does not, or says what cannot be.
    pub fn has_day(&mut self, text: &str, today: Date) {
        let day = day_of(text);
        self.recognised.date = day.map_or_else(|| text.trim().to_owned(), |day| day.to_string());
        self.doubts.retain(|doubt| !doubt.is_of_day());
        self.doubts.extend(day_doubt(text, today));
    }

    /// The row that a dossier came of, to be looked at again.
    pub fn of(dossier: &Dossier) -> Listed {
        let text = |field: Field| dossier.fields.get(field).to_owned();
        let recognised = Recognised { listed: true, ..dossier.recognised.clone().unwrap_or_default() };
        let mut doubts = Vec::new();
        if recognised.star.is_none() {
            doubts.push(ListDoubt::Stars);
        }
        if day_of(&recognised.date).is_none() {
            doubts.push(ListDoubt::Date);
        }
        Listed {
            name: text(Field::ProductName),
            subject: text(Field::ApplicantName),
            commune: text(Field::Commune),
            province: text(Field::Province),
            code: text(Field::ProductCode),
            period: text(Field::Year),
            revenue: text(Field::RenewedRevenue),
            set: Some(dossier.set()),
            recognised,
            doubts,
        }
    }

    /// Its dossier, with what the list says and nothing else; the kind follows from the certificate and the day, and is told
    /// to nobody before somebody begins ([`Dossier::told_kind`]).
    pub fn dossier(&self, id: String, now: String, today: Date) -> Option<Dossier> {
        let mut dossier = Dossier::new(id, now, self.set?);
        dossier.fields.set(Field::ProductName, self.name.clone());
        dossier.fields.set(Field::ApplicantName, self.subject.clone());
        dossier.fields.set(Field::Commune, self.commune.clone());
        dossier.fields.set(Field::Province, self.province.clone());
        dossier.fields.set(Field::ProductCode, self.code.clone());
        dossier.fields.set(Field::Year, self.period.clone());
        dossier.fields.set(Field::RenewedRevenue, self.revenue.clone());
        dossier.recognised = Some(self.recognised.clone());
        dossier.kind = dossier.standing().kind(today);
        Some(dossier)
    }
}

#[cfg(test)]
mod tests;

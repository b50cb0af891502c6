//! Products that are recognised already, out of a list that an office keeps in a spreadsheet.

use std::sync::LazyLock;

use super::{Dossier, Field, Recognised};
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
    /// A day that is yet to come, or before there was the programme.
    WrongDate,
    /// It is here already, or twice in the list.
    Known,
}

/// The year in which the programme began.
const FIRST_YEAR: i32 = 2018;

/// The products of pasted rows, as of today. `known` says whether a product of this name and applicant is here already.
pub fn listed(
    rows: &[PastedRow],
    decision: &'static Decision,
    language: Language,
    today: Date,
    known: impl Fn(&str, &str) -> bool,
) -> Vec<Listed> {
    let mut seen: Vec<(String, String)> = Vec::new();
    rows.iter()
        .map(|pasted| {
            let text = |column: &str| cell(&pasted.row, column).to_owned();
            let (name, subject) = (text("name"), text("subject"));
            let mut doubts = Vec::new();
            let found = find(decision, &name, language);
            let set = found.proposals.first().map(|proposal| proposal.set);
            let star = star_of(&text("stars"));
            let day = day_of(&text("date"));
            let same = (fold(&name), fold(&subject));
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
            doubts.extend(day_doubt(day, today));
            if !name.is_empty() && (known(&name, &subject) || seen.contains(&same)) {
                doubts.push(ListDoubt::Known);
            }
            seen.push(same);
            let date = day.map_or_else(|| text("date"), |day| day.to_string());
            let recognised =
                Recognised { star, date, number: text("number"), issuer: text("issuer"), ..Recognised::default() };
            let [commune, province, code, period, revenue] =
                ["commune", "province", "code", "period", "revenue"].map(text);
            Listed { commune, province, code, period, revenue, name, subject, set, recognised, doubts }
        })
        .collect()
}

/// What is doubtful in a day of recognition, as of today.
fn day_doubt(day: Option<Date>, today: Date) -> Option<ListDoubt> {
    match day {
        None => Some(ListDoubt::Date),
        Some(day) if day > today || day.year() < FIRST_YEAR => Some(ListDoubt::WrongDate),
        Some(_) => None,
    }
}

/// 3 to 5 stars, as lists write them: `4`, `4 sao`, `****`, `OCOP 4 sao`.
fn star_of(text: &str) -> Option<Star> {
    let marks = text.chars().filter(|c| matches!(c, '*' | '★' | '⭐')).count();
    let digits: Vec<u8> =
        text.chars().filter_map(|c| c.to_digit(10)).filter_map(|digit| u8::try_from(digit).ok()).collect();
    let number = match digits.as_slice() {
        [one] => *one,
        [] => u8::try_from(marks).ok()?,
        _ => return None,
    };
    Star::try_from(number).ok().filter(|star| *star >= Star::Three)
}

impl Listed {
    /// Whether it can be taken: it has a name and a set, is not here yet, and says nothing that cannot be.
    pub fn can_be_taken(&self) -> bool {
        let stops =
            |doubt: &ListDoubt| matches!(doubt, ListDoubt::Known | ListDoubt::WrongStars | ListDoubt::WrongDate);
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
        self.doubts.retain(|doubt| !matches!(doubt, ListDoubt::Date | ListDoubt::WrongDate));
        self.doubts.extend(day_doubt(day, today));
    }

    /// The row that a dossier came of, to be looked at again.
    pub fn of(dossier: &Dossier) -> Listed {
        let text = |field: Field| dossier.fields.get(field).to_owned();
        let recognised = dossier.recognised.clone().unwrap_or_default();
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

    /// Its dossier, with what the list says and nothing else; the kind follows from the certificate and the day.
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
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::figures::paste;

    fn today() -> Date {
        Date::parse("26/11/2026").expect("a day")
    }

    fn read(text: &str) -> Vec<Listed> {
        let rows = paste(recognised_table(), text, ("", ""), None).rows;
        listed(&rows, first(), Language::Vi, today(), |name, _| name == "Mật ong Cúc Phương")
    }

    #[test]
    fn a_list_of_an_office_becomes_products_and_what_is_doubtful_is_said() {
        let list = "STT\tTên sản phẩm\tChủ thể\tXã\tHạng sao\tSố quyết định\tNgày công nhận\n\
                    1\tCam Cao Phong\tHTX Cao Phong\tCao Phong\t4 sao\t123/QĐ-UBND\t25/12/2023\n\
                    2\tNước mắm Phú Quốc\tHộ ông Bình\tPhú Quốc\t****\t77/QĐ-UBND\t2024\n\
                    3\tXyz\tHộ bà Lan\tPhú Quốc\t2\t77/QĐ-UBND\t01/02/2024\n\
                    4\tMật ong Cúc Phương\tHTX Ong\tCúc Phương\t3\t5/QĐ-UBND\t01/02/2025\n\
                    5\tCam Cao Phong\tHTX Cao Phong\tCao Phong\t4\t123/QĐ-UBND\t25/12/2023\n";
        let found = read(list);
        assert_eq!(found.len(), 5);
        assert_eq!(found[0].doubts, []);
        assert_eq!(found[0].set.map(|set| set.no.0), Some(1));
        assert_eq!((found[0].recognised.star, found[0].recognised.number.as_str()), (Some(Star::Four), "123/QĐ-UBND"));
        assert_eq!(found[1].doubts, [ListDoubt::Date], "a year is no day");
        assert_eq!(found[1].recognised.star, Some(Star::Four));
        assert_eq!(found[2].doubts, [ListDoubt::Set, ListDoubt::WrongStars]);
        assert!(!found[2].can_be_taken());
        assert_eq!(found[3].doubts, [ListDoubt::Known]);
        assert_eq!(found[4].doubts, [ListDoubt::Known], "twice in the list");
        let orange = found[0].dossier("o".into(), String::new(), today()).expect("it has a set");
        assert_eq!(orange.certificate().map(|held| held.end().to_string()).as_deref(), Some("25/12/2026"));
        assert_eq!((orange.name(), orange.fields.get(Field::Commune)), ("Cam Cao Phong", "Cao Phong"));
        assert!(!orange.kind_contradicts(today()));
        assert_eq!(Listed::of(&orange), found[0]);
        let sauce = found[1].dossier("s".into(), String::new(), today()).expect("it has a set");
        assert_eq!(Listed::of(&sauce), found[1]);
    }

    #[test]
    fn the_files_of_the_table_are_read_back() {
        use crate::domain::forms::{Sheet, Value, overview, register_columns, register_row};
        let list = "Tên sản phẩm\tChủ thể\tMã xã\tXã\tHạng sao\tSố quyết định\tNgày công nhận\tMã sản phẩm\tKỳ\tDoanh thu\n\
                    Cam Cao Phong\tHTX Cao Phong\t05123\txã Cao Phong\t4 sao\t123/QĐ-UBND\t25/12/2023\t17-05123-07-2026\t2023\t1,2 tỷ\n";
        let first = read(list).remove(0);
        assert_eq!((first.commune.as_str(), first.code.as_str()), ("xã Cao Phong", "17-05123-07-2026"));
        assert_eq!((first.period.as_str(), first.revenue.as_str()), ("2023", "1,2 tỷ"));
        let dossier = first.dossier("a".into(), String::new(), today()).expect("it has a set");
        let text = |value: &Value| match value {
            Value::Number(number) => number.to_string(),
            Value::Amount(amount) => amount.plain(),
            Value::Text(text) => text.clone(),
        };
        let said = |row: Listed| {
            (
                row.name,
                row.subject,
                row.commune,
                row.code,
                (row.period, row.revenue),
                row.recognised.star,
                row.recognised.date,
                row.recognised.number,
                row.doubts,
            )
        };
        let pasted = |titles: Vec<String>, row: &[Value]| {
            let row: Vec<String> = row.iter().map(text).collect();
            said(read(&format!("{}\n{}\n", titles.join("\t"), row.join("\t"))).remove(0))
        };
        let first = said(first);
        for language in [Language::Vi, Language::En] {
            let titles = register_columns().iter().map(|(_, title)| title.get(language).to_owned()).collect();
            assert_eq!(pasted(titles, &register_row(&dossier, None, language)), first, "the register in {language:?}");
            let Sheet { columns, rows, .. } = overview([&dossier], today(), language);
            assert_eq!(pasted(columns, &rows[0]), first, "the table in {language:?}");
        }
    }

    #[test]
    fn a_revenue_keeps_the_unit_that_its_heading_has() {
        let revenue = |heading: &str, cell: &str| {
            read(&format!("Tên sản phẩm\tTỉnh\t{heading}\nCam Cao Phong\tPhú Thọ\t{cell}\n")).remove(0)
        };
        for (heading, cell, kept) in [
            ("Doanh thu (triệu đồng)", "1.250", "1.250 triệu đồng"),
            ("Doanh thu (tỷ đồng)", "38,4", "38,4 tỷ đồng"),
            ("Doanh thu", "1,2 tỷ", "1,2 tỷ"),
        ] {
            let row = revenue(heading, cell);
            assert_eq!((row.revenue.as_str(), row.province.as_str()), (kept, "Phú Thọ"), "{heading}");
        }
    }

    #[test]
    fn what_cannot_be_is_not_taken_before_it_is_put_right() {
        let row = |stars: &str, date: &str| {
            let list = format!("Tên sản phẩm\tHạng sao\tNgày công nhận\nCam Cao Phong\t{stars}\t{date}\n");
            read(&list).remove(0)
        };
        for (date, doubts) in [
            ("31/12/2017", &[ListDoubt::WrongDate][..]),
            ("01/01/2018", &[]),
            ("26/11/2026", &[]),
            ("27/11/2026", &[ListDoubt::WrongDate]),
        ] {
            let mut row = row("4", date);
            assert_eq!((&row.doubts[..], row.can_be_taken()), (doubts, doubts.is_empty()), "{date}");
            row.has_day("mai", today());
            assert_eq!((&row.doubts[..], row.recognised.date.as_str()), (&[ListDoubt::Date][..], "mai"));
            row.has_day("27/11/2026", today());
            assert!(!row.can_be_taken());
            row.has_day("1/2/25", today());
            assert_eq!((&row.doubts[..], row.recognised.date.as_str()), (&[][..], "01/02/2025"));
        }
        for (stars, is_taken) in [("6", false), ("2 sao", false), ("***", true), ("Hạng 4 sao", true), ("", true)] {
            let mut row = row(stars, "01/02/2025");
            assert_eq!(row.can_be_taken(), is_taken, "{stars}: {:?}", row.doubts);
            row.has_stars(Star::Three);
            assert!(row.can_be_taken() && row.doubts.is_empty(), "{stars}");
        }
    }

    #[test]
    fn stars_are_read_as_lists_write_them() {
        let (three, four, five) = (Some(Star::Three), Some(Star::Four), Some(Star::Five));
        for (text, star) in
            [("5", five), ("4 sao", four), ("3 stars", three), ("OCOP 3 sao", three), ("★★★★", four), ("***", three)]
        {
            assert_eq!(star_of(text), star, "{text}");
        }
        for text in ["", "2", "6", "3-4 sao", "đạt"] {
            assert_eq!(star_of(text), None, "{text}");
        }
    }
}

//! Texts of the forms that are drawn from what is written elsewhere: the descriptions of criteria and the
//! tables behind them. Which field draws from which criteria is data of the decision (`figures.json`).

use crate::domain::calendar::Date;
use crate::domain::figures::{ColumnFact, ColumnKind, Counted, Figures, Measure, Measured, Table, cell};

use super::{Dossier, Field};

/// A text put together for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// In Vietnamese, as the forms are.
    pub text: String,
    /// The criteria that it is drawn from, by place.
    pub from: Vec<usize>,
}

impl Dossier {
    /// What other places of the dossier say on a field; `None` where they say nothing.
    pub fn drawn(&self, field: Field) -> Option<Drawn> {
        let figures = Figures::of(self.set().decision());
        let ladders = figures.drawn.get(field.key())?;
        let mut drawn = Drawn { text: String::new(), from: Vec::new() };
        let order = |position: usize| {
            let key = self.set().criteria[position].ladder.key;
            ladders.iter().position(|ladder| ladder == key)
        };
        // In the order in which the decision's folder names them: what the topic asks first stands first.
        let mut places: Vec<(usize, usize)> =
            (0..self.set().criteria.len()).filter_map(|position| Some((order(position)?, position))).collect();
        places.sort_unstable();
        for (_, position) in places {
            let note = self.entries.get(position).map_or("", |entry| entry.note.trim());
            let counted = figured(self, position, field);
            if note.is_empty() && counted.is_empty() {
                continue;
            }
            drawn.from.push(position);
            for line in [note, &counted].into_iter().filter(|line| !line.is_empty()) {
                if !drawn.text.is_empty() {
                    drawn.text.push('\n');
                }
                drawn.text.push_str(line);
            }
        }
        (!drawn.from.is_empty()).then_some(drawn)
    }

    /// What is printed in a field: the applicant's own text, or else the one that is drawn.
    pub fn written(&self, field: Field) -> String {
        let own = self.fields.get(field);
        if !own.trim().is_empty() {
            return own.to_owned();
        }
        self.drawn(field).map(|drawn| drawn.text).unwrap_or_default()
    }
}

/// The figures of one criterion in a sentence: the share, or what the field asks year by year. What depends on
/// the day is left out.
fn figured(dossier: &Dossier, position: usize, field: Field) -> String {
    let Some(counted) = Counted::of(dossier, position, Date::FIRST).filter(|counted| !counted.table.is_empty()) else {
        return String::new();
    };
    let title = &counted.fact.title.vi;
    let share = counted.judgement.measured.iter().find_map(|(name, value)| match value {
        Measured::Share(share) if name == "share" => Some(share),
        _ => None,
    });
    if let Some(share) = share {
        return format!("{title}, {}: {}.", weighed(&counted), share.printed());
    }
    let year = counted.rule.measures.values().find_map(|measure| match measure {
        Measure::Growth { year, .. } => Some(year),
        _ => None,
    });
    let Some(year) = year else { return format!("{title}: {}.", counted.table.filled().count()) };
    let asked = Figures::of(dossier.set().decision()).columns.get(field.key());
    let numbers = counted.fact.columns.iter().filter(|column| column.kind == ColumnKind::Number);
    let numbers = numbers.filter(|column| asked.is_none_or(|asked| asked.contains(&column.key)));
    numbers.filter_map(|column| by_year(&counted.table, year, column)).collect::<Vec<_>>().join("\n")
}

/// What a share is of: "sản lượng (trong xã) / tổng số".
fn weighed(counted: &Counted) -> String {
    let Some(Measure::Share { column, values, weight, .. }) = counted.rule.measures.get("share") else {
        return "tỷ lệ".into();
    };
    let of = |key: &str| counted.fact.columns.iter().find(|column| column.key == key);
    let chosen = of(column).into_iter().flat_map(|column| &column.options);
    let chosen: Vec<String> =
        chosen.filter(|choice| values.contains(&choice.key)).map(|choice| choice.label.vi.to_lowercase()).collect();
    let weight = of(weight).map_or_else(|| "tỷ lệ".into(), |column| column.label.vi.to_lowercase());
    format!("{weight} ({}) / tổng số", chosen.join(", "))
}

/// "Doanh thu năm 2024: 2.100 triệu đồng; năm 2025: 2.450 triệu đồng."
fn by_year(table: &Table, year: &str, column: &ColumnFact) -> Option<String> {
    let mut rows: Vec<(&str, &str, &str)> = table
        .filled()
        .map(|row| (cell(row, year), cell(row, &column.key), cell(row, "unit")))
        .filter(|(_, text, _)| !text.is_empty())
        .collect();
    rows.sort_by_key(|(year, ..)| *year);
    let years: Vec<String> =
        rows.iter().map(|(year, text, unit)| format!("năm {year}: {text} {unit}").trim_end().to_owned()).collect();
    (!years.is_empty()).then(|| format!("{} {}.", column.label.vi, years.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::figures::{Row, Table};

    #[test]
    fn a_text_is_drawn_from_descriptions_and_tables_until_it_is_written_itself() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        assert_eq!(dossier.drawn(Field::ResultsMaterials), None);
        let position = dossier.set().position("1.1").expect("1.1");
        dossier.entries[position].note = "32 ha cam của 41 hộ trong xã.".into();
        let row: Row =
            [("place", "commune"), ("quantity", "85")].map(|(key, text)| (key.to_owned(), text.to_owned())).into();
        dossier.tables.insert("origin".into(), Table { rows: vec![row] });
        let drawn = dossier.drawn(Field::ResultsMaterials).expect("drawn");
        assert_eq!(drawn.from, [position]);
        assert!(
            drawn.text.starts_with("32 ha cam của 41 hộ trong xã.\n")
                && drawn.text.ends_with("nuôi, sản lượng (trong xã) / tổng số: 85 / 85 = 100 %."),
            "{}",
            drawn.text
        );
        assert_eq!(dossier.written(Field::ResultsMaterials), drawn.text);
        dossier.fields.set(Field::ResultsMaterials, "Lời riêng.".into());
        assert_eq!(dossier.written(Field::ResultsMaterials), "Lời riêng.");
        // The applicant's name is drawn from nowhere.
        assert_eq!(dossier.drawn(Field::ApplicantName), None);
    }

    #[test]
    fn a_text_says_the_columns_that_its_topic_asks_for_and_begins_with_them() {
        let mut dossier = Dossier::new("a".into(), String::new(), first().set(1).expect("set 1"));
        let row = |cells: &[(&str, &str)]| -> Row {
            cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
        };
        let years = [("2025", "2.450", "410"), ("2024", "2.100", "310")];
        let rows = years.map(|(year, revenue, profit)| {
            row(&[("year", year), ("revenue", revenue), ("profit", profit), ("unit", "triệu đồng")])
        });
        dossier.tables.insert("profit".into(), Table { rows: rows.into() });
        dossier.tables.insert("workers".into(), Table { rows: vec![row(&[("home", "commune"), ("count", "3")])] });
        let revenue = "Doanh thu năm 2024: 2.100 triệu đồng; năm 2025: 2.450 triệu đồng.";
        let profit = "Lợi nhuận năm 2024: 310 triệu đồng; năm 2025: 410 triệu đồng.";
        assert_eq!(dossier.written(Field::RenewedRevenue), revenue);
        assert_eq!(dossier.written(Field::ResultsBusiness), format!("{revenue}\n{profit}"));
    }
}

//! Texts of the forms that are drawn from what is written elsewhere: the descriptions of criteria and the
//! tables behind them. Which field draws from which criteria is data of the decision (`figures.json`).

use crate::domain::calendar::Date;
use crate::domain::figures::{Counted, Figures, Measure, Measured, cell};

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
        for (position, criterion) in self.set().criteria.iter().enumerate() {
            if !ladders.iter().any(|ladder| ladder == criterion.ladder.key) {
                continue;
            }
            let note = self.entries.get(position).map_or("", |entry| entry.note.trim());
            let counted = figured(self, position);
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

/// The figures of one criterion in a sentence: the share, or the amounts year by year. What depends on
/// the day is left out.
fn figured(dossier: &Dossier, position: usize) -> String {
    let Some(counted) = Counted::of(dossier, position, Date::FIRST).filter(|counted| !counted.table.is_empty()) else {
        return String::new();
    };
    let title = &counted.fact.title.vi;
    let share = counted.judgement.measured.iter().find_map(|(name, value)| match value {
        Measured::Share(share) if name == "share" => Some(share),
        _ => None,
    });
    if let Some(share) = share {
        return format!("{title}: {} / {} = {} %.", share.part, share.whole, share.percent());
    }
    let growth = counted.rule.measures.values().find_map(|measure| match measure {
        Measure::Growth { year, amount, .. } => Some((year, amount)),
        _ => None,
    });
    match growth {
        Some((year, amount)) => {
            let years = counted.table.filled().filter(|row| !cell(row, amount).is_empty());
            let years: Vec<String> =
                years.map(|row| format!("năm {}: {}", cell(row, year), cell(row, amount))).collect();
            format!("Lợi nhuận {}.", years.join("; "))
        }
        None => format!("{title}: {}.", counted.table.filled().count()),
    }
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
            drawn.text.starts_with("32 ha cam của 41 hộ trong xã.\n") && drawn.text.ends_with("85 / 85 = 100 %."),
            "{}",
            drawn.text
        );
        assert_eq!(dossier.written(Field::ResultsMaterials), drawn.text);
        dossier.fields.set(Field::ResultsMaterials, "Lời riêng.".into());
        assert_eq!(dossier.written(Field::ResultsMaterials), "Lời riêng.");
        // The applicant's name is drawn from nowhere.
        assert_eq!(dossier.drawn(Field::ApplicantName), None);
    }
}

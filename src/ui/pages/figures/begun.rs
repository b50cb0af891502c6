use crate::domain::figures::{ColumnKind, Row, TableFact};

/// A row that was added below another: it has the same choices as that one, once something is written in it. Until then it
/// counts for nothing, and nothing of it is doubtful.
#[derive(Clone, PartialEq)]
pub struct Begun {
    place: usize,
    choices: Row,
}

impl Begun {
    pub fn below(place: usize, row: &Row, fact: &TableFact) -> Begun {
        let choices = fact.columns.iter().filter(|column| column.kind == ColumnKind::Choice);
        let choices = choices.filter_map(|column| Some((column.key.clone(), row.get(&column.key)?.clone())));
        Begun { place, choices: choices.collect() }
    }

    /// What the row at a place comes to have beside what is written in it now: nothing where something was written before.
    pub fn brings(begun: Option<&Begun>, place: usize, row: &Row) -> Row {
        let is_written = row.values().any(|text| !text.trim().is_empty());
        let brought = begun.filter(|begun| begun.place == place && !is_written);
        brought.map(|begun| begun.choices.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decision::first;
    use crate::domain::figures::Figures;

    #[test]
    fn a_row_added_below_another_has_its_choices_once_something_is_written_and_counts_for_nothing_before() {
        let fact = &Figures::of(first()).tables["workers"];
        let row = |cells: &[(&str, &str)]| -> Row {
            cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
        };
        let above = row(&[("name", "Bùi Thị Hoa"), ("home", "commune"), ("count", "3")]);
        let begun = Begun::below(1, &above, fact);
        assert_eq!(begun.choices, row(&[("home", "commune")]));
        let brings = |place: usize, own: &Row| Begun::brings(Some(&begun), place, own);
        assert_eq!(brings(1, &Row::new()), begun.choices);
        // Of another row, and where something was written, nothing.
        assert_eq!(brings(0, &Row::new()), Row::new());
        assert_eq!(brings(1, &row(&[("home", ""), ("name", "Lò Văn An")])), Row::new());
        assert_eq!(Begun::brings(None, 1, &Row::new()), Row::new());
    }
}

//! Where an address lies: in the applicant's commune, in the province, or not to be told from it.

use super::rules::{Choice, ColumnFact, ColumnKind, Place, TableFact};
use super::{Row, Table, cell};
use crate::domain::decision::fold;

/// The names of the applicant's commune and province.
pub type Places<'a> = (&'a str, &'a str);

impl Table {
    /// The table with every empty choice told by the column that it is read from, where that tells it. What is
    /// typed stays as it is in the dossier: another commune there, another reading here.
    pub fn told(&self, fact: &TableFact, places: Places) -> Table {
        Table { rows: self.rows.iter().map(|row| told(row, fact, places)).collect() }
    }
}

fn told(row: &Row, fact: &TableFact, places: Places) -> Row {
    let mut row = row.clone();
    for column in fact.columns.iter().filter(|column| !column.read_from.is_empty()) {
        if cell(&row, &column.key).is_empty()
            && let Some(choice) = chosen(column, cell(&row, &column.read_from), places)
        {
            row.insert(column.key.clone(), choice.key.clone());
        }
    }
    row
}

impl TableFact {
    /// Whether an address of this table is told by the applicant's commune.
    pub fn asks_commune(&self) -> bool {
        self.columns.iter().any(asks_commune)
    }
}

fn asks_commune(column: &ColumnFact) -> bool {
    column.kind == ColumnKind::Choice && column.options.iter().any(|choice| choice.place == Place::Commune)
}

/// The choice that a cell means: by the longest of its words that stands in the cell, or by the name of the place.
/// A word of up to three letters must be the whole cell. An address that names the province alone tells nothing while
/// the commune is not known.
pub(super) fn chosen<'a>(column: &'a ColumnFact, text: &str, (commune, province): Places) -> Option<&'a Choice> {
    let folded = all_words(text);
    let hit = |choice: &Choice| -> usize {
        let label = words(&choice.label.vi);
        let known = choice.known_by.iter().map(String::as_str).chain([label.as_str(), choice.key.as_str()]);
        let stands =
            known.filter(|word| if word.len() <= 3 { *word == folded.join(" ") } else { has_words(&folded, word) });
        let by_word = stands.map(str::len).max().unwrap_or(0);
        let by_place = match choice.place {
            Place::None => false,
            Place::Commune => {
                names_commune(&folded, &words(commune)) && !names_other_province(&folded, &words(province))
            }
            Place::Province => {
                (!asks_commune(column) || !commune.trim().is_empty()) && has_words(&folded, &words(province))
            }
        };
        // The nearer place is the better one: an address names commune and province.
        match (by_place, choice.place) {
            (true, Place::Commune) => 2_000,
            (true, _) => by_word.max(1_000),
            (false, _) => by_word,
        }
    };
    let hits = column.options.iter().map(|choice| (hit(choice), choice)).filter(|(hit, _)| *hit > 0);
    hits.max_by_key(|(hit, _)| *hit).map(|(_, choice)| choice)
}

/// Whether a cell is one of the words of a choice and nothing else: "trong xã", "x".
pub(super) fn plainly<'a>(column: &'a ColumnFact, text: &str) -> Option<&'a Choice> {
    let folded = all_words(text).join(" ");
    column.options.iter().find(|choice| {
        let labels = [words(&choice.label.vi), words(&choice.label.en)];
        choice.known_by.contains(&folded) || labels.contains(&folded) || folded == choice.key
    })
}

/// Whether an address names a commune: not a district, a town or a province of the same name, and not as a mere part of
/// the address beside another commune ("xã Thu Phong, Cao Phong").
fn names_commune(address: &[String], commune: &str) -> bool {
    let name: Vec<&str> = commune.split(' ').filter(|word| !word.is_empty()).collect();
    if name.is_empty() || address.len() < name.len() {
        return false;
    }
    let before = |at: usize| at.checked_sub(1).and_then(|at| address.get(at)).map_or("", String::as_str);
    let mut places = (0..=address.len() - name.len())
        .filter(|at| address[*at..*at + name.len()].iter().map(String::as_str).eq(name.iter().copied()));
    let of_commune = |word: &str| matches!(word, "xa" | "x" | "phuong" | "p" | "tran" | "tt" | "khu");
    let other_named = address.windows(2).any(|pair| matches!(pair[0].as_str(), "xa" | "phuong" | "tran" | "tt"));
    let two_before = |at: usize| at.checked_sub(2).and_then(|at| address.get(at)).map_or("", String::as_str);
    places.any(|at| match before(at) {
        // Outside it, or beside it.
        "ngoai" | "giap" => false,
        "xa" | "phuong" if matches!(two_before(at), "ngoai" | "giap") => false,
        "huyen" | "h" | "tinh" | "t" | "quan" | "q" | "tp" | "pho" | "tx" => false,
        "xa" if at >= 2 && address[at - 2] == "thi" => false,
        word => of_commune(word) || !other_named,
    })
}

/// Whether an address names a province that is not this one: communes of one name lie in several.
fn names_other_province(address: &[String], province: &str) -> bool {
    let name: Vec<&str> = province.split(' ').filter(|word| !word.is_empty()).collect();
    let mut named = (1..address.len()).filter(|at| address[at - 1] == "tinh").map(|at| &address[at..]);
    !name.is_empty() && named.any(|rest| !rest.iter().map(String::as_str).take(name.len()).eq(name.iter().copied()))
}

/// Folded words of a text.
fn all_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Folded words, one space between them, without what kind of place is named.
pub(super) fn words(text: &str) -> String {
    let all = all_words(text);
    let words: Vec<&str> = all.iter().map(String::as_str).collect();
    let words = if let ["ubnd", rest @ ..] = words.as_slice() { rest } else { &words };
    let named = match words {
        ["xa" | "x" | "phuong" | "p" | "tt" | "tinh", rest @ ..] if !rest.is_empty() => rest,
        ["dac", "khu", rest @ ..] | ["thanh", "pho", rest @ ..] | ["thi", "tran", rest @ ..] if !rest.is_empty() => {
            rest
        }
        all => all,
    };
    named.join(" ")
}

/// Whether these words stand in a text, as whole words.
fn has_words(text: &[String], words: &str) -> bool {
    !words.is_empty() && format!(" {} ", text.join(" ")).contains(&format!(" {words} "))
}

#[cfg(test)]
mod tests {
    use super::super::Figures;
    use super::*;
    use crate::domain::decision::first;
    use proptest::prelude::*;

    #[track_caller]
    fn check(table: &str, column: &str, address: &str, places: Places, expected: Option<&str>) {
        let fact = Figures::of(first()).tables[table].column(column).expect(column);
        assert_eq!(chosen(fact, address, places).map(|choice| choice.key.as_str()), expected, "{address}");
    }

    #[test]
    fn an_address_is_told_by_the_commune_it_names() {
        let here = ("xã Cao Phong", "Phú Thọ");
        for address in ["Xóm 3, xã Cao Phong, tỉnh Phú Thọ", "Cao Phong", "khu 4 TT Cao Phong", "xóm Đúc - Cao Phong"]
        {
            check("workers", "home", address, here, Some("commune"));
        }
        // A district, a province or a mere part of the address is no commune.
        for address in
            ["xã Thu Phong, huyện Cao Phong", "xã Thu Phong, Cao Phong, Hòa Bình", "thị xã Cao Phong", "xã Mường Thàng"]
        {
            check("workers", "home", address, here, None);
        }
        // Of another province, outside it, or beside it.
        for address in ["xã Cao Phong, tỉnh Gia Lai", "ngoài xã Cao Phong", "giáp xã Cao Phong", "giáp Cao Phong"]
        {
            let fact = Figures::of(first()).tables["workers"].column("home").expect("home");
            assert_ne!(chosen(fact, address, here).map(|choice| choice.key.as_str()), Some("commune"), "{address}");
        }
        check("workers", "home", "Xóm 3, xã Cao Phong", ("UBND X. Cao Phong", "Phú Thọ"), Some("commune"));
        check("workers", "home", "xã Tam Nông, tỉnh Phú Thọ", ("phường Phú Thọ", "Phú Thọ"), None);
        check("workers", "home", "Khu 2, phường Phú Thọ, tỉnh Phú Thọ", ("phường Phú Thọ", "Phú Thọ"), Some("commune"));
    }

    #[test]
    fn the_province_tells_nothing_while_the_commune_is_not_known() {
        let address = "xã Cao Phong, tỉnh Phú Thọ";
        check("origin", "place", address, ("", "Phú Thọ"), None);
        check("origin", "place", address, ("", ""), None);
        check("origin", "place", address, ("Mường Thàng", "Phú Thọ"), Some("province"));
        check("origin", "place", address, ("Cao Phong", "Phú Thọ"), Some("commune"));
        check("origin", "place", "ngoài tỉnh", ("", ""), Some("elsewhere"));
    }

    #[test]
    fn a_choice_made_counts_more_than_the_address() {
        let fact = &Figures::of(first()).tables["workers"];
        let row = |home: &str| -> Row {
            [("home", home), ("address", "xã Cao Phong")].map(|(key, text)| (key.to_owned(), text.to_owned())).into()
        };
        let table = Table { rows: vec![row(""), row("elsewhere")] }.told(fact, ("Cao Phong", ""));
        assert_eq!((cell(&table.rows[0], "home"), cell(&table.rows[1], "home")), ("commune", "elsewhere"));
    }

    proptest! {
        #[test]
        fn any_address_is_told_or_left(address in ".{0,40}", commune in ".{0,12}", province in ".{0,12}") {
            for fact in Figures::of(first()).tables.values() {
                for column in fact.columns.iter().filter(|column| column.kind == ColumnKind::Choice) {
                    let _ = (chosen(column, &address, (&commune, &province)), plainly(column, &address));
                }
            }
        }
    }
}

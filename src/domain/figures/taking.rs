use super::{MOST_ROWS, Row, Table};

/// What becomes of the rows that a table has when others come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    Added,
    Replaced,
}

/// A table after rows came to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub rows: Vec<Row>,
    /// What stood there and gave way. Taken in their turn, these rows put all back.
    pub out: Vec<Row>,
    /// So many of the last rows have no place: a file has no more than [`MOST_ROWS`], and what is seen is there after the
    /// next start.
    pub beyond: usize,
}

/// Puts rows to those of a table, or in their place. Rows in which nothing is written give way without a word.
pub fn take(rows: &[Row], more: Vec<Row>, taking: Taking) -> Taken {
    let filled: Vec<Row> = Table { rows: rows.to_vec() }.filled().cloned().collect();
    let (mut rows, out) = match taking {
        Taking::Added => (filled, Vec::new()),
        Taking::Replaced => (Vec::new(), filled),
    };
    rows.extend(more);
    let beyond = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    Taken { rows, out, beyond }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(names: &[&str]) -> Vec<Row> {
        names.iter().map(|name| Row::from([("name".to_owned(), (*name).to_owned())])).collect()
    }

    fn many(count: usize) -> Vec<Row> {
        rows(&vec!["Sầu riêng"; count])
    }

    #[test]
    fn rows_are_added_or_put_in_the_place_of_others() {
        let held = rows(&["An", " ", "Bình"]);
        let added = take(&held, rows(&["Chi"]), Taking::Added);
        assert_eq!(added, Taken { rows: rows(&["An", "Bình", "Chi"]), ..Taken::default() });
        let replaced = take(&held, rows(&["Chi"]), Taking::Replaced);
        assert_eq!(replaced, Taken { rows: rows(&["Chi"]), out: rows(&["An", "Bình"]), beyond: 0 });
    }

    /// 1,800 rows were shown, and 1,000 of them were there after the next start.
    #[test]
    fn a_table_has_as_many_rows_as_its_file_and_says_what_is_beyond() {
        for (held, more, taking, expected, beyond) in [
            (0, 1_000, Taking::Added, 1_000, 0),
            (0, 1_001, Taking::Added, 1_000, 1),
            (999, 1, Taking::Added, 1_000, 0),
            (900, 900, Taking::Added, 1_000, 800),
            (1_000, 1_000, Taking::Replaced, 1_000, 0),
            (1_000, 1_001, Taking::Replaced, 1_000, 1),
        ] {
            let taken = take(&many(held), many(more), taking);
            assert_eq!((taken.rows.len(), taken.beyond), (expected, beyond), "{held} and {more} {taking:?}");
        }
    }

    proptest! {
        #[test]
        fn what_gave_way_comes_back_and_the_other_can_be_had_again(
            before in prop::collection::vec("[a-zà-ỹ ]{0,3}", 0..9),
            // No letter of other scripts in between that is a blank.
            after in prop::collection::vec("[a-zđơưạ-ỹ]{1,3}", 0..9),
        ) {
            let named = |names: &[String]| rows(&names.iter().map(String::as_str).collect::<Vec<_>>());
            let replaced = take(&named(&before), named(&after), Taking::Replaced);
            let back = take(&replaced.rows, replaced.out.clone(), Taking::Replaced);
            prop_assert_eq!(&back.rows, &replaced.out);
            prop_assert_eq!(Table { rows: named(&before) }.filled().count(), back.rows.len());
            let again = take(&back.rows, back.out, Taking::Replaced);
            prop_assert_eq!(again.rows, replaced.rows);
        }
    }
}

use super::super::Figures;
use super::*;
use crate::domain::decision::{Language, first};
use crate::domain::forms::{Value, table_sheet};
use proptest::prelude::*;

const PLACES: (&str, &str) = ("Cao Phong", "Phú Thọ");

fn pasted(table: &str, text: &str) -> Pasted {
    paste(&Figures::of(first()).tables[table], text, PLACES, None)
}

#[track_caller]
fn row(row: &PastedRow, expected: &[(&str, &str)], doubtful: &[&str]) {
    let cells: Vec<(&str, &str)> = row.row.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert_eq!(cells, expected);
    assert_eq!(row.doubtful.iter().map(|doubt| doubt.column.as_str()).collect::<Vec<_>>(), doubtful);
}

#[test]
fn a_column_of_units_goes_with_the_numbers_before_it() {
    let text = "Nơi trồng\tSản lượng\tĐVT\nxã Cao Phong\t3\tTấn\nxã Thu Phong\t900\tkg\n";
    let pasted = pasted("origin", text);
    let quantities: Vec<&str> = pasted.rows.iter().map(|row| cell(&row.row, "quantity")).collect();
    assert_eq!(quantities, ["3 tấn", "900 kg"]);
}

#[test]
fn what_a_column_counts_is_no_other_unit() {
    let workers = pasted("workers", "Bộ phận\tSố người\nĐóng gói\t12 người\nKho\t3\n");
    assert_eq!(cell(&workers.rows[0].row, "count"), "12");
    // A sign alone is no word of a label; a unit that a column does not count stays, and is shown.
    let sign = pasted("workers", "Bộ phận\tSố người\nĐóng gói\t12 #\n");
    assert_eq!(cell(&sign.rows[0].row, "count"), "12 #");
    let other = pasted("workers", "Bộ phận\tSố người\nĐóng gói\t12\nKho\t3 tấn\n");
    assert!(other.rows.iter().any(|row| !row.doubtful.is_empty()));
}

#[test]
fn a_number_that_the_column_cannot_have_stays_as_it_was_pasted() {
    let workers = pasted("workers", "Bộ phận\tSố người\nĐóng gói\t- 1\nKho\t1 000\n");
    row(&workers.rows[0], &[("count", "- 1"), ("name", "Đóng gói")], &["count"]);
    assert_eq!(cell(&workers.rows[1].row, "count"), "1.000");
}

#[test]
fn headings_in_english_are_known() {
    let columns = |table: &str, text: &str| {
        pasted(table, text).columns.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>()
    };
    let origin = "Name\tAddress\tQuantity (kg)\nBùi Thị Hoa\tthôn Mừng\t800\n";
    assert_eq!(columns("origin", origin), ["name", "address", "quantity"]);
    for table in ["workers", "shareholders"] {
        let people = "Full name\tPermanent address\nBùi Thị Hoa\tthôn Mừng\n";
        assert_eq!(columns(table, people), ["name", "address"], "{table}");
    }
}

#[test]
fn what_is_longer_than_any_table_is_refused_before_it_is_read() {
    let cell = |length: usize| format!("Tên\tSố\n{}", "a".repeat(length - 10));
    assert_eq!(cell(20).len(), 20);
    assert!(!pasted("workers", &cell(LONGEST)).too_long);
    assert!(!pasted("workers", &cell(LONGEST)).rows.is_empty());
    let refused = pasted("workers", &cell(LONGEST + 1));
    assert_eq!(refused, Pasted { too_long: true, ..Pasted::default() });
}

#[test]
fn rows_beyond_the_most_are_counted_and_not_dropped_without_a_word() {
    for (heading, rows, beyond) in
        [("", 1_000, 0), ("", 1_001, 1), ("Họ tên\tSố người\n", 1_000, 0), ("Họ tên\tSố người\n", 1_300, 300)]
    {
        let list = pasted("workers", &format!("{heading}{}", "Bùi Thị Hoa\t2\n".repeat(rows)));
        assert_eq!((list.rows.len(), list.beyond), (1_000, beyond), "{rows}");
    }
}

#[test]
fn a_list_of_workers_with_headings_is_read_and_its_sum_left_out() {
    let text = "STT\tHọ và tên\tNăm sinh\tThường trú\tNgày vào BHXH\r\n\
                1\tBùi Thị Hoa\t1980\tXóm 3, xã Cao Phong, tỉnh Phú Thọ\t1/3/2021\r\n\
                2\tTrần Văn Nam\t1975\txã Mường Thàng, tỉnh Phú Thọ\t05-06-22\r\n\
                \tTổng cộng\t2\t\t\r\n";
    let pasted = pasted("workers", text);
    assert_eq!(pasted.columns, [None, Some("name".into()), None, Some("address".into()), Some("insured".into())]);
    assert_eq!((pasted.rows.len(), pasted.left_out), (2, 1));
    let here = ("address", "Xóm 3, xã Cao Phong, tỉnh Phú Thọ");
    row(&pasted.rows[0], &[here, ("insured", "01/03/2021"), ("name", "Bùi Thị Hoa")], &[]);
    // Another commune: it is for the applicant to say.
    let there = ("address", "xã Mường Thàng, tỉnh Phú Thọ");
    row(&pasted.rows[1], &[there, ("insured", "05/06/2022"), ("name", "Trần Văn Nam")], &["home"]);
    assert_eq!(pasted.rows[1].doubtful[0].why, Why::NoPlace);
}

/// Seen in use: rows pasted before the commune was known lost their addresses for good.
#[test]
fn an_address_pasted_before_the_commune_is_known_is_told_once_it_is() {
    let fact = &Figures::of(first()).tables["workers"];
    let text = "Họ tên\tĐịa chỉ\nHoa\tXóm 3, xã Cao Phong\nNam\txã Mường Thàng";
    let pasted = paste(fact, text, ("", ""), None);
    assert!(pasted.rows.iter().all(|row| row.doubtful.iter().map(|doubt| doubt.why).eq([Why::NoPlace])));
    let table = Table { rows: pasted.rows.into_iter().map(|row| row.row).collect() };
    let homes = |commune: &str| -> Vec<String> {
        table.told(fact, (commune, "")).rows.iter().map(|row| cell(row, "home").to_owned()).collect()
    };
    assert_eq!(homes("Cao Phong"), ["commune", ""]);
    assert_eq!(homes("Mường Thàng"), ["", "commune"]);
}

/// Seen in use: the number of the insurance book was taken for the day of insurance.
#[test]
fn a_heading_is_held_against_what_stands_below_it() {
    for book in ["0123456789", "HT40123456789"] {
        let text = format!(
            "Họ tên\tSố sổ BHXH\tTham gia BHXH\nHoa\t{book}\t01/03/2021\nNam\t{book}\t3/2022\nLan\t{book}\tchưa rõ"
        );
        let pasted = pasted("workers", &text);
        assert_eq!(pasted.columns, [Some("name".into()), None, Some("insured".into())], "{book}");
        assert_eq!(cell(&pasted.rows[1].row, "insured"), "3/2022");
        assert_eq!(pasted.rows[1].doubtful, []);
        assert_eq!(pasted.rows[2].doubtful.iter().map(|doubt| doubt.why).collect::<Vec<_>>(), [Why::NoDay]);
    }
    // Nothing below says otherwise.
    assert_eq!(pasted("workers", "Họ tên\tBHXH\nHoa\t").columns[1].as_deref(), Some("insured"));
}

#[test]
fn a_unit_in_every_cell_is_kept_and_another_one_is_doubtful() {
    let same = pasted("origin", "Hộ\tSản lượng\nBình\t12 tấn\nLan\t8 tấn");
    row(&same.rows[0], &[("name", "Bình"), ("quantity", "12 tấn")], &[]);
    let mixed = pasted("origin", "Hộ\tSản lượng\nBình\t12 tấn\nLan\t800 kg\nHoa\t3");
    assert_eq!(mixed.rows.iter().map(|row| row.doubtful.len()).collect::<Vec<_>>(), [0, 1, 0]);
    // Of mass each is reckoned into the other, and said to be; what else there is is not added.
    assert_eq!(mixed.rows[1].doubtful[0].why, Why::Reckoned);
    let torn = pasted("origin", "Hộ\tSản lượng\nBình\t12 tấn\nLan\t800 chai");
    assert_eq!(torn.rows[1].doubtful[0].why, Why::OtherUnit);
}

/// Seen in use: a revenue of -5 was taken without a word, and a loss in brackets was no number.
#[test]
fn a_profit_may_be_a_loss_and_a_revenue_may_not() {
    let list = pasted("profit", "Năm\tDoanh thu\tLợi nhuận\n(1)\t(2)\t(3)\n2024\t2.100\t(5.000)\n2025\t-5\t-5\n");
    row(&list.rows[0], &[("profit", "-5.000"), ("revenue", "2.100"), ("year", "2024")], &[]);
    row(&list.rows[1], &[("profit", "-5"), ("revenue", "-5"), ("year", "2025")], &["revenue"]);
    assert_eq!(list.rows[1].doubtful[0].why, Why::Impossible);
    // The line that numbers the columns is none of the table's.
    assert_eq!((list.rows.len(), list.left_out), (2, 1));
    // Written in English five thousand, and here five: for the applicant to say.
    let english = pasted("profit", "Năm\tLợi nhuận\n2024\t(5,000)\n");
    row(&english.rows[0], &[("profit", "(5,000)"), ("year", "2024")], &["profit"]);
    let english = pasted("profit", "Year\tProfit\n2024\t(5,000)\n2025\t1,234.5\n");
    assert_eq!(cell(&english.rows[0].row, "profit"), "-5.000");
}

/// What we write as a spreadsheet is read again as what it was, in both languages.
#[test]
fn our_own_spreadsheets_are_read_back_as_they_were_written() {
    for (name, fact) in &Figures::of(first()).tables {
        for (language, place) in
            [Language::Vi, Language::En].into_iter().flat_map(|language| (0..3).map(move |place| (language, place)))
        {
            let written = |column: &ColumnFact| match column.kind {
                ColumnKind::Text => format!("Số {}", column.key.len()),
                ColumnKind::Number => "12".to_owned(),
                ColumnKind::Date => "01/03/2021".to_owned(),
                ColumnKind::Year => "2024".to_owned(),
                ColumnKind::Choice => column.options[place % column.options.len()].key.clone(),
            };
            let row: Row = fact.columns.iter().map(|column| (column.key.clone(), written(column))).collect();
            let sheet = table_sheet(fact, &Table { rows: vec![row.clone()] }, language);
            let cells: Vec<String> = sheet.rows[0]
                .iter()
                .map(|value| match value {
                    Value::Text(text) => text.clone(),
                    Value::Amount(amount) => amount.plain(),
                    Value::Number(number) => number.to_string(),
                })
                .collect();
            let back = pasted(name, &format!("{}\n{}", sheet.columns.join("\t"), cells.join("\t")));
            let expected: Vec<Option<String>> = fact.columns.iter().map(|column| Some(column.key.clone())).collect();
            assert_eq!(back.columns, expected, "{name}: {:?}", sheet.columns);
            assert_eq!(back.rows[0].row, row, "{name}: {cells:?}");
        }
    }
}

#[test]
fn columns_without_headings_are_told_by_what_stands_in_them() {
    let pasted = pasted(
        "origin",
        "1\tHộ ông Bình\tTrong xã\t1.234,5\n2\tHộ bà Lan\tTrong tỉnh\t800\n3\tHTX Xuân\tNgoài tỉnh\t1,5 tấn",
    );
    assert_eq!(pasted.headings, None);
    assert_eq!(pasted.rows.len(), 3);
    row(&pasted.rows[0], &[("area", "1.234,5"), ("name", "Hộ ông Bình"), ("place", "commune")], &[]);
    // Nobody knows whether the rows above are in tons as well.
    row(&pasted.rows[2], &[("area", "1,5 tấn"), ("name", "HTX Xuân"), ("place", "elsewhere")], &["area"]);
}

#[test]
fn what_the_applicant_says_of_the_columns_counts() {
    let fact = &Figures::of(first()).tables["origin"];
    let columns = [Some("name".to_owned()), Some("quantity".to_owned())];
    let pasted = paste(fact, "Hộ ông Bình\t1,234", PLACES, Some(&columns));
    // A thousand and more, or one and a quarter: as it stands, and shown.
    row(&pasted.rows[0], &[("name", "Hộ ông Bình"), ("quantity", "1,234")], &["quantity"]);
}

#[test]
fn the_unit_in_a_heading_is_kept_with_every_row() {
    let pasted = pasted("profit", "Năm\tDoanh thu (triệu đồng)\tLợi nhuận (triệu đồng)\n2024\t2.100\t310");
    let expected = [("profit", "310"), ("revenue", "2.100"), ("unit", "triệu đồng"), ("year", "2024")];
    row(&pasted.rows[0], &expected, &[]);
}

#[test]
fn quotes_line_breaks_and_semicolons_are_taken() {
    let (lines, _) = cells("\"a\nb\"\t\"x \"\"y\"\"\"\n\n");
    assert_eq!(lines, [vec!["a b".to_owned(), "x \"y\"".to_owned()]]);
    assert_eq!(cells("a;b").0, [vec!["a".to_owned(), "b".to_owned()]]);
}

#[test]
fn a_unit_in_the_heading_stays_with_its_numbers() {
    let list = pasted("origin", "Hộ\tSản lượng (tấn)\nBùi Thị Hoa\t12,5\nTrần Văn Nam\t800 kg\nĐinh Thị Lan\t50%\n");
    let quantities: Vec<&str> = list.rows.iter().map(|row| cell(&row.row, "quantity")).collect();
    assert_eq!(quantities, ["12,5 tấn", "800 kg", "50%"]);
    let doubts = |place: usize| {
        list.rows[place].doubtful.iter().filter(|doubt| matches!(doubt.why, Why::OtherUnit | Why::Reckoned)).count()
    };
    assert_eq!([doubts(0), doubts(1), doubts(2)], [0, 1, 1]);
    // Where the column itself names the unit, the numbers stay bare; what else stands in brackets is no unit.
    let list = pasted("origin", "Hộ\tDiện tích (ha)\nBùi Thị Hoa\t2,5\nTrần Văn Nam\t50%\n");
    assert_eq!(cell(&list.rows[0].row, "area"), "2,5");
    assert!(list.rows[1].doubtful.iter().any(|doubt| doubt.why == Why::OtherUnit));
    let list = pasted("origin", "Hộ\tSản lượng (ước tính)\nBùi Thị Hoa\t12\n");
    assert_eq!(cell(&list.rows[0].row, "quantity"), "12");
}

/// Seen in use: "kg" stood above rows in tons, and nothing was said.
#[test]
fn a_heading_of_another_unit_than_its_rows_is_doubted() {
    let doubts = |table: &str, text: &str| {
        let list = pasted(table, text);
        list.rows
            .iter()
            .map(|row| row.doubtful.iter().filter(|doubt| matches!(doubt.why, Why::OtherUnit | Why::Reckoned)).count())
            .collect::<Vec<_>>()
    };
    assert_eq!(doubts("origin", "Hộ\tSản lượng (kg)\nHoa\t12 tấn\nNam\t8 tấn"), [1, 1]);
    assert_eq!(doubts("origin", "Hộ\tSản lượng (tấn)\nHoa\t12 tấn\nNam\t8 Tấn"), [0, 0]);
    // The column's own name has a unit.
    assert_eq!(doubts("origin", "Hộ\tDiện tích (ha)\nHoa\t12 sào\nNam\t3 ha\nLan\t2"), [1, 0, 0]);
    let money = |unit: &str| format!("Năm\tDoanh thu (đồng)\n2024\t2.100 {unit}\n2025\t2.450 {unit}");
    assert_eq!(doubts("profit", &money("triệu đồng")), [1, 1]);
    assert_eq!(doubts("profit", &money("đồng")), [0, 0]);
}

#[test]
fn a_percentage_among_quantities_is_doubted_and_a_column_of_them_is_not() {
    let doubts = |text: &str| {
        let list = pasted("origin", &format!("Hộ\tSản lượng\n{text}"));
        list.rows
            .iter()
            .flat_map(|row| &row.doubtful)
            .filter(|doubt| matches!(doubt.why, Why::OtherUnit | Why::Reckoned))
            .count()
    };
    assert_eq!(doubts("Hoa\t120\nNam\t50%\n"), 1);
    assert_eq!(doubts("Hoa\t12 kg\nNam\t50 %\n"), 1);
    assert_eq!(doubts("Hoa\t50%\nNam\t50%\n"), 0);
    assert_eq!(doubts("Hoa\t120\nNam\t50\n"), 0);
}

#[test]
fn rows_that_say_the_same_twice_are_told() {
    let list = pasted("workers", "Họ tên\tSố người\nHoa\t2\nNam\t1\nHoa\t2\n");
    assert_eq!(doubles(&list.rows, &[]), [2].into());
    let held = [list.rows[1].row.clone()];
    assert_eq!(doubles(&list.rows, &held), [1, 2].into());
    assert_eq!(doubles(&list.rows[..2], &[]), [].into());
}

/// Seen in use: quantities that nobody can read stood under their heading, and the column was gone without a word.
#[test]
fn a_column_under_its_heading_is_kept_though_its_cells_cannot_be_read() {
    let list = pasted("origin", "Hộ\tSản lượng\nHoa\tvài bao\nNam\tnhiều\nLan\t12 tấn");
    assert_eq!(list.columns, [Some("name".into()), Some("quantity".into())]);
    row(&list.rows[0], &[("name", "Hoa"), ("quantity", "vài bao")], &["quantity"]);
    let whys: Vec<Why> = list.rows.iter().flat_map(|row| &row.doubtful).map(|doubt| doubt.why).collect();
    assert_eq!(whys, [Why::NoNumber, Why::NoNumber]);
    let list = pasted("workers", "Họ tên\tBHXH\nHoa\t1 năm\nNam\t2 năm nay");
    assert_eq!(list.columns[1].as_deref(), Some("insured"));
    assert_eq!(list.rows.iter().flat_map(|row| &row.doubtful).count(), 2);
    // What fits a column better takes it.
    let list = pasted("origin", "Hộ\tSản lượng ước\tSản lượng thực\nHoa\tvài bao\t12\nNam\tnhiều\t8");
    assert_eq!(list.columns, [Some("name".into()), None, Some("quantity".into())]);
}

#[test]
fn percentages_are_known_by_their_heading() {
    let list = pasted("origin", "Hộ\tỞ đâu\tTỷ lệ (%)\nHoa\tTrong xã\t60\nNam\tNgoài tỉnh\t40 %");
    let quantities: Vec<&str> = list.rows.iter().map(|row| cell(&row.row, "quantity")).collect();
    assert_eq!(quantities, ["60 %", "40 %"]);
    assert!(list.rows.iter().all(|row| row.doubtful.is_empty()));
    // Beside a quantity it is none.
    let list = pasted("origin", "Hộ\tSản lượng (tấn)\tTỷ lệ (%)\nHoa\t6\t60\nNam\t4\t40");
    assert_eq!(list.columns, [Some("name".into()), Some("quantity".into()), None]);
    assert_eq!(cell(&list.rows[0].row, "quantity"), "6 tấn");
    assert_eq!(cell(&pasted("shareholders", "Họ tên\tTỷ lệ góp vốn (%)\nHoa\t51").rows[0].row, "capital"), "51 %");
}

#[test]
fn years_across_the_top_are_turned() {
    let down = pasted("profit", "Năm\tDoanh thu\tLợi nhuận\n2023\t2.100\t310\n2024\t2.450\t400\n2025\t2.600\t410");
    for heading in ["Năm\t2023\t2024\t2025", "Chỉ tiêu\tNăm 2023\tNăm 2024\t2025 (TH)"] {
        let across = pasted("profit", &format!("{heading}\nDoanh thu\t2.100\t2.450\t2.600\nLợi nhuận\t310\t400\t410"));
        assert!(across.across && !down.across);
        assert_eq!(across.rows, down.rows, "{heading}");
    }
    let units = pasted("profit", "Chỉ tiêu\tĐVT\t2024\t2025\nLợi nhuận\tTriệu đồng\t310\t410");
    row(&units.rows[1], &[("profit", "410"), ("unit", "Triệu đồng"), ("year", "2025")], &[]);
    // A row of numbers of which two look like years.
    assert!(!pasted("profit", "2023\t2050\t310\n2024\t2090\t320").across);
    // A table that asks for no years.
    assert!(!pasted("workers", "Tổ\t2024\t2025\nHái\t3\t4").across);
}

#[test]
fn a_year_given_twice_and_a_plan_are_said() {
    let list = pasted("profit", "Năm\tLợi nhuận\n2024\t310\n2025\t400\nNăm 2025\t410\nKH 2026\t500");
    let whys: Vec<Vec<Why>> =
        list.rows.iter().map(|row| row.doubtful.iter().map(|doubt| doubt.why).collect()).collect();
    assert_eq!(whys, [vec![], vec![], vec![Why::Twice], vec![Why::NoYear]]);
}

#[test]
fn numbers_written_in_english_throughout_are_understood_and_mixed_ones_are_asked() {
    let quantities = |cells: [&str; 3]| {
        let rows: String = cells.iter().map(|cell| format!("Hoa\t{cell}\n")).collect();
        let list = pasted("origin", &format!("Hộ\tSản lượng\n{rows}"));
        let doubts = list.rows.iter().flat_map(|row| &row.doubtful).count();
        (list.rows.iter().map(|row| cell(&row.row, "quantity").to_owned()).collect::<Vec<_>>().join("; "), doubts)
    };
    assert_eq!(quantities(["1,234.5", "1,500", "900"]), ("1.234,5; 1.500; 900".into(), 0));
    assert_eq!(quantities(["1,234,567", "1,500", "12.5"]), ("1.234.567; 1.500; 12,5".into(), 0));
    assert_eq!(quantities(["1,234.5", "1,500", "vài bao"]), ("1.234,5; 1.500; vài bao".into(), 1));
    // Nothing says so, or one cell says otherwise.
    for cells in [
        ["1,500", "2,300", "900"],
        ["1,234.5", "1,500", "12,5"],
        ["1,234.5", "1,500", "1.234"],
        ["1,234.5", "1,500", "1.234,5"],
    ] {
        assert!(quantities(cells).1 > 0, "{cells:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_pasted_and_no_row_is_lost(text in "[a-zà-ỹ0-9.,;\\t\\n\" %/-]{0,200}") {
        for fact in Figures::of(first()).tables.values() {
            let pasted = paste(fact, &text, PLACES, None);
            let lines = cells(&text).0.len();
            prop_assert_eq!(pasted.rows.len() + pasted.left_out + usize::from(pasted.headings.is_some()), lines);
            // What cannot be read stays as it stood, with the percent sign of its heading at most.
            for doubt in pasted.rows.iter().flat_map(|row| &row.doubtful) {
                let own = doubt.text.strip_suffix(" %").unwrap_or(&doubt.text);
                let stood = |cell: &String| *cell == doubt.text || cell == own;
                prop_assert!(cells(&text).0.iter().flatten().any(stood), "{doubt:?}");
            }
        }
    }

    /// Pasted a second time every row is there already; and taken without those, nothing is there twice.
    #[test]
    fn what_is_pasted_twice_is_there_once(names in prop::collection::vec("[a-c]{1,2}", 1..12)) {
        let text: String = names.iter().map(|name| format!("{name}\t1\n")).collect();
        let first = pasted("workers", &text);
        let held: Vec<Row> = first.rows.iter().map(|row| row.row.clone()).collect();
        prop_assert_eq!(doubles(&first.rows, &held).len(), first.rows.len());
        let out = doubles(&first.rows, &[]);
        let once: Vec<&Row> = held.iter().enumerate().filter(|(place, _)| !out.contains(place)).map(|(_, row)| row).collect();
        let distinct: BTreeSet<&Row> = held.iter().collect();
        prop_assert_eq!(once.len(), distinct.len());
    }

    /// Whatever unit a heading names, the numbers below it keep it, and add up.
    #[test]
    fn the_unit_of_a_heading_is_that_of_its_numbers(numbers in prop::collection::vec(1u32..9_000, 1..12), unit in prop::sample::select(vec!["tấn", "kg", "ha", "lít", "chai"])) {
        let rows: String = numbers.iter().map(|number| format!("Hộ\t{}\n", Amount::whole(*number))).collect();
        let list = pasted("origin", &format!("Tên hộ\tSản lượng ({unit})\n{rows}"));
        let table = Table { rows: list.rows.iter().map(|row| row.row.clone()).collect() };
        let fact = &Figures::of(first()).tables["origin"];
        prop_assert_eq!(table.unit_of_all(fact, "quantity"), Some(unit.to_owned()));
        let sum: i128 = table.rows.iter().filter_map(|row| Amount::read(cell(row, "quantity"))).map(|reading| reading.amount.millionths()).sum();
        prop_assert_eq!(sum, numbers.iter().map(|number| i128::from(*number)).sum::<i128>() * 1_000_000);
    }

    #[test]
    fn what_is_pasted_adds_up_as_it_was_written(counts in prop::collection::vec((any::<bool>(), 1u32..5_000), 1..40)) {
        let line = |(home, count): &(bool, u32)| {
            format!("Tổ\t{}\t{}", if *home { "Trong xã" } else { "Nơi khác" }, Amount::whole(*count))
        };
        let text = format!("Bộ phận\tThường trú\tSố người\n{}", counts.iter().map(line).collect::<Vec<_>>().join("\n"));
        let pasted = pasted("workers", &text);
        let table = Table { rows: pasted.rows.into_iter().map(|row| row.row).collect() };
        let sum = |home: &str| -> i128 {
            let rows = table.rows.iter().filter(|row| row["home"] == home);
            rows.map(|row| Amount::read(&row["count"]).expect("a number").amount.millionths() / 1_000_000).sum()
        };
        let of = |home: bool| counts.iter().filter(|(known, _)| *known == home).map(|(_, count)| i128::from(*count)).sum::<i128>();
        prop_assert_eq!((sum("commune"), sum("elsewhere")), (of(true), of(false)));
    }

    /// Turned or not, the same accounts are the same rows.
    #[test]
    fn accounts_read_alike_down_and_across(profits in prop::collection::vec(1u32..2_000_000, 2..8), first in 1990i32..2090) {
        let years: Vec<String> = (0..profits.len() as i32).map(|place| (first + place).to_string()).collect();
        let amounts: Vec<String> = profits.iter().map(|amount| Amount::whole(*amount).to_string()).collect();
        let down: String = years.iter().zip(&amounts).map(|(year, amount)| format!("{year}\t{amount}\n")).collect();
        let across = format!("Năm\t{}\nLợi nhuận\t{}", years.join("\t"), amounts.join("\t"));
        prop_assert_eq!(pasted("profit", &format!("Năm\tLợi nhuận\n{down}")).rows, pasted("profit", &across).rows);
    }

    /// A column that one number shows to be English is read as it was meant, whatever else stands in it.
    #[test]
    fn english_columns_add_up_as_they_were_written(numbers in prop::collection::vec(0u32..3_000_000, 1..12)) {
        let rows: String = numbers.iter().map(|number| format!("Hộ\t{}\n", Amount::whole(*number).english())).collect();
        let list = pasted("origin", &format!("Tên hộ\tSản lượng\n{rows}Hộ\t1,000.5\n"));
        let read: Vec<Amount> = list.rows.iter().filter_map(|row| Some(Amount::read(cell(&row.row, "quantity"))?.amount)).collect();
        let meant: Vec<Amount> = numbers.iter().map(|number| Amount::whole(*number)).collect();
        prop_assert_eq!(&read[..numbers.len()], &meant[..]);
    }
}

use super::*;
use crate::domain::decision::first;
use crate::domain::figures::paste;

fn today() -> Date {
    Date::parse("26/11/2026").expect("a day")
}

/// What is here already.
fn here() -> HashSet<(String, String)> {
    [same_product("mật ong Cúc Phương", "HTX Ong")].into()
}

fn read(text: &str) -> Vec<Listed> {
    let rows = paste(recognised_table(), text, ("", ""), None).rows;
    listed(&rows, first(), Language::Vi, today(), &here())
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
    use crate::domain::forms::{RegisterColumn as Column, Sheet, Value, overview};
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
        // Nobody rates it anew, and nobody gave it points.
        let Sheet { columns, rows, .. } = overview([&dossier], today(), language);
        let untold = [Column::Kind, Column::Total, Column::Star];
        assert!(untold.iter().all(|column| text(&rows[0][column.place()]).is_empty()), "{rows:?}");
        assert_eq!(pasted(columns, &rows[0]), first, "{language:?}");
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
        ("31/02/2024", &[ListDoubt::NoSuchDay]),
        ("12/25/2024", &[ListDoubt::NoSuchDay]),
        ("31-02-2024", &[ListDoubt::NoSuchDay]),
        ("29/02/2023", &[ListDoubt::NoSuchDay]),
        ("29/02/2024", &[]),
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
fn rows_that_were_read_stand_again_as_they_were_left() {
    let list = "Tên sản phẩm\tChủ thể\tXã\tTỉnh\tHạng sao\tSố quyết định\tNgày công nhận\tCơ quan\tKỳ\tDoanh thu\tMã sản phẩm\n\
                Cam Cao Phong\tHTX Cao Phong\tCao Phong\tPhú Thọ\t4 sao\t123/QĐ-UBND\t25/12/2023\tUBND tỉnh\t2023\t1,2 tỷ\t17-05123-07-2026\n\
                Nước mắm Phú Quốc\tHộ ông Bình\tPhú Quốc\t\t\t\tnăm ngoái\n\
                Xyz \"một\"\tHộ bà Lan\tPhú Quốc\t\t2\t\t01/01/2040\n\
                Mật ong Cúc Phương\tHTX Ong\tCúc Phương\t\t3\t\t01/02/2025\n\
                Cam Cao Phong\tHTX Cao Phong\tCao Phong\t\t4\t\t25/12/2023\n\
                \tHộ không tên\tCúc Phương\t\t3\t\t01/02/2025\n";
    let mut rows = read(list);
    assert_eq!(rows.len(), 6);
    let again = |rows: &[Listed]| listed_again(&to_keep(rows), today(), &here()).expect("ours");
    assert_eq!(again(&rows), rows);
    // With what was chosen since.
    rows[1].has_stars(Star::Five);
    rows[1].has_day("1/2/25", today());
    rows[2].set = first().set(6);
    rows[2].doubts.retain(|doubt| *doubt != ListDoubt::Set);
    assert_eq!(again(&rows), rows);
    assert_eq!(listed_again("", today(), &here()), None);
    assert_eq!(listed_again("Tên sản phẩm\tChủ thể", today(), &here()), None);
}

#[test]
fn kept_rows_are_looked_at_with_the_day_and_the_products_of_now() {
    let list = "Tên sản phẩm\tChủ thể\tHạng sao\tNgày công nhận\n\
                Cam Cao Phong\tHTX Cao Phong\t4 sao\t27/11/2026\nMật ong Cúc Phương\tHTX Ong\t3\t01/02/2025\n";
    let rows = read(list);
    assert_eq!((&rows[0].doubts[..], &rows[1].doubts[..]), (&[ListDoubt::WrongDate][..], &[ListDoubt::Known][..]));
    // The day came, and the other product is here instead.
    let here = [same_product("Cam Cao Phong", "htx Cao Phong")].into();
    let rows = listed_again(&to_keep(&rows), today().plus_days(1), &here).expect("ours");
    assert_eq!((&rows[0].doubts[..], &rows[1].doubts[..]), (&[ListDoubt::Known][..], &[][..]));
}

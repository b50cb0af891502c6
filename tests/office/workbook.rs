//! The table of many dossiers as a workbook.

use std::time::Instant;

use ocop::domain::places::Places;

use super::*;

#[test]
fn texts_of_the_workbook_are_stored_as_texts() {
    let mut hostile = example::tea();
    hostile.fields.set(Field::ProductName, "=HYPERLINK(\"http://x\") & <b>\u{1}".into());
    let bytes = office::xlsx(&forms::overview([&hostile], example::today(), Language::Vi)).expect("it is made");
    let archive = now(Archive::open(bytes)).expect("a package is an archive");
    let sheet = String::from_utf8(now(archive.read_named("xl/worksheets/sheet1.xml", 1 << 20)).expect("a sheet"))
        .expect("UTF-8");
    let text = "<c r=\"E2\" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;http://x&quot;) &amp; &lt;b&gt;</t></is></c>";
    assert!(sheet.contains(text), "{sheet}");
    assert!(sheet.contains("<c r=\"O2\" s=\"0\"><v>84</v></c>"), "points are numbers");
    assert!(!sheet.contains("<f>"), "nothing is a formula");
}

#[test]
fn libreoffice_reads_the_workbook() {
    needs("soffice");
    let folder = scratch("xlsx");
    let file = folder.join("table.xlsx");
    let mut quoted = example::tea();
    quoted.fields.set(Field::ApplicantName, "Hợp tác xã \"Mây & Núi\", xóm <3>".into());
    let sheet = forms::overview([&example::tea(), &quoted], example::today(), Language::Vi);
    std::fs::write(&file, office::xlsx(&sheet).expect("it is made")).expect("written");
    libreoffice(&folder, "csv:Text - txt - csv (StarCalc):44,34,76", &[file]);
    let csv = std::fs::read_to_string(folder.join("table.csv")).expect("converted");
    assert_eq!(csv.replace('\n', "\r\n").trim_start_matches('\u{feff}'), &forms::csv(&sheet)['\u{feff}'.len_utf8()..]);
}

/// Four times the products take about four times as long, not sixteen: what it takes is printed
/// (`cargo test --test office of_many_products -- --nocapture`), for no test is timed.
#[test]
fn the_register_of_many_products_has_a_row_and_a_commune_s_code_for_each() {
    let places = Places::parse(include_str!("../../src/domain/places/communes.txt")).expect("the list");
    for count in [75, 300, 1200] {
        let dossiers: Vec<Dossier> = (0..count)
            .map(|at| {
                let mut dossier = Dossier { id: format!("product-{at}"), ..example::tea() };
                dossier.fields.set(Field::ProductName, format!("Cam {at}"));
                dossier.fields.set(Field::ProductCode, String::new());
                dossier.fields.set(Field::Commune, "Cao Phong".into());
                dossier.fields.set(Field::Province, "Phú Thọ".into());
                dossier
            })
            .collect();
        let today = example::today();
        let begun = Instant::now();
        let sheet = forms::overview(&dossiers, example::today(), Language::Vi);
        let rows = begun.elapsed();
        let register: String = dossiers
            .iter()
            .map(|dossier| forms::csv_line(&forms::register_row(dossier, Some(&places), Some(today), Language::Vi)))
            .collect();
        let register_at = begun.elapsed();
        let csv = forms::csv(&sheet);
        let workbook = office::xlsx(&sheet).expect("it is made");
        println!(
            "{count} products: rows {rows:?}, register {:?}, CSV and workbook {:?}",
            register_at - rows,
            begun.elapsed() - register_at
        );
        assert_eq!((csv.lines().count(), sheet.rows.len()), (count + 1, count));
        assert_eq!(register.lines().filter(|line| line.starts_with("05089,Cao Phong,")).count(), count);
        let archive = now(Archive::open(workbook)).expect("a package is an archive");
        let sheet = now(archive.read_named("xl/worksheets/sheet1.xml", 1 << 24)).expect("a sheet");
        assert_eq!(String::from_utf8(sheet).expect("UTF-8").matches("<row ").count(), count + 1);
    }
}

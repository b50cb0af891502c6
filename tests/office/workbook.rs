//! The table of many dossiers as a workbook.

use super::*;

#[test]
fn texts_of_the_workbook_are_stored_as_texts() {
    let mut hostile = example::tea();
    hostile.fields.set(Field::ProductName, "=HYPERLINK(\"http://x\") & <b>\u{1}".into());
    let bytes = office::xlsx(&forms::overview([&hostile], example::today(), Language::Vi)).expect("it is made");
    let archive = now(Archive::open(bytes)).expect("a package is an archive");
    let sheet = String::from_utf8(now(archive.read_named("xl/worksheets/sheet1.xml", 1 << 20)).expect("a sheet"))
        .expect("UTF-8");
    let text = "<c r=\"A2\" s=\"0\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;http://x&quot;) &amp; &lt;b&gt;</t></is></c>";
    assert!(sheet.contains(text), "{sheet}");
    assert!(sheet.contains("<c r=\"I2\" s=\"0\"><v>84</v></c>"), "points are numbers");
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

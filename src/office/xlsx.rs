use super::OfficeError;
use super::xml::{HEAD, PACKAGE, core_properties, core_relation, core_type, escape};
use super::zip::package;
use crate::domain::forms::{Sheet, Value};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A table as an Excel workbook of one sheet: the titles stay in sight and filter. Texts are stored
/// as texts, so none can run as a formula. Measured against rust_xlsxwriter 0.102, which adds 258 kB
/// (brotli) to the whole app.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, OfficeError> {
    let files = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml", &core_relation())),
        ("docProps/core.xml", core_properties(&sheet.name)),
        ("xl/workbook.xml", workbook(sheet)),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                "worksheet",
                "worksheets/sheet1.xml",
                &format!("<Relationship Id=\"rId2\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>"),
            ),
        ),
        ("xl/styles.xml", styles()),
        ("xl/worksheets/sheet1.xml", worksheet(sheet)),
    ];
    package(&files)
}

fn content_types() -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kind}.worksheet+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/>{}</Types>",
        core_type()
    )
}

fn relations(kind: &str, target: &str, more: &str) -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>{more}</Relationships>"
    )
}

fn workbook(sheet: &Sheet) -> String {
    let last = cell_name(sheet.columns.len().saturating_sub(1), sheet.rows.len() + 1);
    let name = sheet_name(&sheet.name);
    // The filter of Excel is a hidden name that covers the table.
    let quoted = name.replace('\'', "''");
    let last = absolute(&last);
    format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>\
         <sheet name=\"{0}\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>\
         <definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'{1}'!$A$1:{last}</definedName>\
         </definedNames></workbook>",
        escape(&name),
        escape(&quoted)
    )
}

/// At most 31 characters, without those that Excel forbids.
fn sheet_name(name: &str) -> String {
    let allowed = name.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control());
    let name: String = allowed.take(31).collect();
    if name.trim().is_empty() { "OCOP".into() } else { name }
}

/// Two looks: plain, and bold on grey for the titles.
fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Arial\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Arial\"/></font></fonts><fills count=\"3\">\
         <fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8E8E8\"/></patternFill></fill></fills>\
         <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">\
         <xf xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>\
         <xf xfId=\"0\" fontId=\"1\" fillId=\"2\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">\
         <alignment vertical=\"center\" wrapText=\"1\"/></xf></cellXfs></styleSheet>"
    )
}

fn worksheet(sheet: &Sheet) -> String {
    let mut out = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for column in 0..sheet.columns.len() {
        let number = column + 1;
        out.push_str(&format!(
            "<col min=\"{number}\" max=\"{number}\" width=\"{}\" customWidth=\"1\"/>",
            width(sheet, column)
        ));
    }
    out.push_str("</cols><sheetData>");
    let titles: Vec<Value> = sheet.columns.iter().cloned().map(Value::Text).collect();
    for (row, (values, style)) in
        std::iter::once((&titles, 1)).chain(sheet.rows.iter().map(|values| (values, 0))).enumerate()
    {
        out.push_str(&format!("<row r=\"{}\">", row + 1));
        for (column, value) in values.iter().enumerate() {
            out.push_str(&cell(&cell_name(column, row + 1), style, value));
        }
        out.push_str("</row>");
    }
    let last = cell_name(sheet.columns.len().saturating_sub(1), sheet.rows.len() + 1);
    out.push_str(&format!("</sheetData><autoFilter ref=\"A1:{last}\"/></worksheet>"));
    out
}

fn cell(name: &str, style: u8, value: &Value) -> String {
    match value {
        Value::Number(number) => format!("<c r=\"{name}\" s=\"{style}\"><v>{number}</v></c>"),
        Value::Amount(amount) => format!("<c r=\"{name}\" s=\"{style}\"><v>{}</v></c>", amount.plain()),
        Value::Text(text) if text.is_empty() => String::new(),
        Value::Text(text) => format!(
            "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escape(text)
        ),
    }
}

/// As wide as its longest text, within reason.
fn width(sheet: &Sheet, column: usize) -> usize {
    let lengths = sheet.rows.iter().filter_map(|row| row.get(column)).map(|value| match value {
        Value::Number(_) => 6,
        Value::Amount(amount) => amount.plain().len(),
        Value::Text(text) => text.chars().count(),
    });
    let title = sheet.columns[column].split(' ').map(|word| word.chars().count()).max().unwrap_or(0) + 4;
    lengths.max().unwrap_or(0).max(title).clamp(8, 44) + 2
}

/// `A1` of the column (from 0) and the row (from 1).
fn cell_name(column: usize, row: usize) -> String {
    format!("{}{row}", column_letters(column))
}

fn column_letters(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.into(),
        more => column_letters(more - 1) + &letter.to_string(),
    }
}

fn absolute(cell: &str) -> String {
    let row = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
    format!("${}${row}", &cell[..cell.len() - row.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_on_after_z() {
        let names: Vec<String> = [0, 25, 26, 701, 702].into_iter().map(column_letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "ZZ", "AAA"]);
        assert_eq!(absolute("AB12"), "$AB$12");
    }

    #[test]
    fn a_sheets_name_keeps_to_what_excel_allows() {
        assert_eq!(sheet_name("Sản phẩm OCOP"), "Sản phẩm OCOP");
        assert_eq!(sheet_name("[a]:*?/\\b'"), "ab");
        assert_eq!(sheet_name("'"), "OCOP");
        assert_eq!(sheet_name(&"x".repeat(40)).len(), 31);
    }
}

//! A Word document of our own making (WordprocessingML, ECMA-376): styles, tables, page numbers,
//! and nothing else. docx-rs does far more and adds 180 kB to what is sent; this is a few.

mod body;
mod styles;

use super::OfficeError;
use super::xml::{HEAD, PACKAGE, core_properties, core_relation, core_type, escape};
use super::zip::package;
use crate::domain::forms::Document;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Documents one after the other, each from a new page, as one editable Word file: A4, Times New
/// Roman 13, the margins and page numbers of administrative documents (Decree 30/2020/NĐ-CP,
/// Annex I). `foot` stands at the foot of every page.
pub fn docx(title: &str, documents: &[Document], foot: &str) -> Result<Vec<u8>, OfficeError> {
    let files = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core_properties(title)),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/document.xml", body::document(documents)),
        ("word/header1.xml", page_number()),
        ("word/footer1.xml", page_foot(foot)),
        ("word/styles.xml", styles::styles()),
    ];
    package(&files)
}

fn content_types() -> String {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{kind}.document.main+xml\"/>\
         <Override PartName=\"/word/header1.xml\" ContentType=\"{kind}.header+xml\"/>\
         <Override PartName=\"/word/footer1.xml\" ContentType=\"{kind}.footer+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{kind}.styles+xml\"/>\
         {}</Types>",
        core_type()
    )
}

fn package_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         {}</Relationships>",
        core_relation()
    )
}

fn document_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{RELATIONS}/header\" Target=\"header1.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{RELATIONS}/footer\" Target=\"footer1.xml\"/></Relationships>"
    )
}

/// The number of the page, centred at the top; the first page shows none (`titlePg`).
fn page_number() -> String {
    format!(
        "{HEAD}<w:hdr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>"
    )
}

/// What stands at the foot of every page, the first among them.
fn page_foot(text: &str) -> String {
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr>\
         <w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:ftr>",
        escape(text)
    )
}

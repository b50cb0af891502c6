use super::styles::{CELL, INDENT, SIGNATURE, id, id_beside};
use super::{MAIN, RELATIONS};
use crate::domain::forms::{
    Align, Block, Cell, Document, Entry, Inline, Row, RowKind, Signature, Style, Table, begins_foot, introduces,
    is_signed, lines,
};
use crate::office::xml::{HEAD, escape};

/// A4 less the margins of 30 and 15 mm, in twentieths of a point.
const TEXT_WIDTH: u32 = 9354;

/// The text inside a frame.
const FRAME_WIDTH: u32 = TEXT_WIDTH - 400;

pub(super) fn document(documents: &[Document]) -> String {
    let mut out = format!("{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body>");
    for (index, document) in documents.iter().enumerate() {
        if index > 0 {
            page_break(&mut out);
        }
        let begins = out.len();
        blocks(&mut out, &document.blocks, TEXT_WIDTH);
        if !document.anchor.is_empty() {
            bookmark(&mut out, begins, index, &document.anchor);
        }
    }
    out.push_str(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"first\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>",
    );
    out
}

fn page_break(out: &mut String) {
    // The paragraph goes on after its break: as low as can be, or the page begins with an empty line.
    let low = "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/></w:pPr>";
    out.push_str(&format!("<w:p>{low}<w:r><w:br w:type=\"page\"/></w:r></w:p>"));
}

fn blocks(out: &mut String, blocks: &[Block], width: u32) {
    let mut foot = false;
    for (at, block) in blocks.iter().enumerate() {
        match block {
            // A signature never stands on a page without what is signed.
            Block::Line(style, inlines) => {
                let signed = blocks.get(at + 1).is_some_and(is_signed);
                line(out, *style, inlines, width, foot || signed || introduces(*style, inlines));
                foot = (foot || begins_foot(blocks, at)) && !signed;
            }
            Block::Table(content) => {
                foot = begins_foot(blocks, at);
                table(out, content, foot);
            }
            Block::Signature(content) => signature(out, content, ""),
            Block::Entry(content) => entry(out, content),
            Block::Frame(inner) => frame(out, inner),
            Block::Beside(columns) => beside(out, columns),
            Block::PageBreak => page_break(out),
        }
    }
}

fn line(out: &mut String, style: Style, inlines: &[Inline], width: u32, keep: bool) {
    let blanks = inlines.iter().filter(|piece| **piece == Inline::Blank).count() as u32;
    let keep = if keep { "<w:keepNext/><w:keepLines/>" } else { "" };
    let name = if width < FRAME_WIDTH { id_beside(style) } else { id(style) };
    out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{name}\"/>{keep}"));
    if blanks > 0 {
        // Each blank is a tab that draws dots, the last one to the end of the line.
        out.push_str("<w:tabs>");
        for place in blank_ends(inlines, width) {
            out.push_str(&format!("<w:tab w:val=\"left\" w:leader=\"dot\" w:pos=\"{place}\"/>"));
        }
        out.push_str(&format!("<w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{width}\"/>"));
        out.push_str("</w:tabs><w:jc w:val=\"left\"/>");
    }
    out.push_str("</w:pPr>");
    for piece in inlines {
        match piece {
            Inline::Text(text) if style == Style::Motto => run(out, "<w:u w:val=\"single\"/>", text),
            Inline::Text(text) => run(out, "", text),
            Inline::Strong(text) => run(out, "<w:b/><w:bCs/>", text),
            Inline::Tick(ticked) => tick(out, *ticked),
            Inline::Blank => out.push_str("<w:r><w:tab/></w:r>"),
            Inline::Mark(mark) => run(out, "<w:vertAlign w:val=\"superscript\"/>", mark),
        }
    }
    out.push_str("</w:p>");
}

/// Where the blanks before the last one end: what the words leave is shared among all of them.
fn blank_ends(inlines: &[Inline], width: u32) -> Vec<u32> {
    // A generous letter, so that no font reaches a place before its words do.
    const LETTER: u32 = 140;
    let length = |piece: &Inline| match piece {
        Inline::Text(text) | Inline::Strong(text) | Inline::Mark(text) => text.chars().count() as u32 * LETTER,
        Inline::Tick(_) => 4 * LETTER,
        Inline::Blank => 0,
    };
    let blanks = inlines.iter().filter(|piece| **piece == Inline::Blank).count() as u32;
    let words: u32 = INDENT + inlines.iter().map(length).sum::<u32>();
    let share = width.saturating_sub(words) / blanks.max(1);
    let (mut at, mut ends) = (INDENT, Vec::new());
    for piece in inlines {
        at += length(piece);
        if *piece == Inline::Blank {
            at += share;
            ends.push(at);
        }
    }
    ends.pop();
    ends
}

fn run(out: &mut String, properties: &str, text: &str) {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    out.push_str(&format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text)));
}

/// The form asks for "√", which every font has. The box is a border around the letters, because the
/// signs of a box with and without a tick are missing from many fonts, and coloured in some.
fn tick(out: &mut String, ticked: bool) {
    let border = "<w:bdr w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>";
    run(out, border, if ticked { "\u{a0}√\u{a0}" } else { "\u{a0}\u{a0}\u{a0}\u{a0}" });
}

/// Where a line of contents leads: the first paragraph after this place. Between paragraphs it would
/// belong to the page before.
fn bookmark(out: &mut String, begins: usize, number: usize, anchor: &str) {
    const END_OF_PROPERTIES: &str = "</w:pPr>";
    let Some(found) = out[begins..].find(END_OF_PROPERTIES) else { return };
    let name = bookmark_name(anchor);
    let mark = format!("<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{number}\"/>");
    out.insert_str(begins + found + END_OF_PROPERTIES.len(), &mark);
}

/// Word takes letters, digits and underscores.
fn bookmark_name(anchor: &str) -> String {
    anchor.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// A line of contents; the page is a field that the program fills in.
fn entry(out: &mut String, entry: &Entry) {
    out.push_str(&format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{}\"/><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{TEXT_WIDTH}\"/></w:tabs>\
         <w:ind w:right=\"567\"/><w:jc w:val=\"left\"/></w:pPr>",
        id(Style::Body)
    ));
    run(out, "", &entry.text);
    if entry.target.is_empty() {
        return out.push_str("</w:p>");
    }
    out.push_str(&format!(
        "<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
         <w:r><w:instrText xml:space=\"preserve\"> PAGEREF {} \\h </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>…</w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
        bookmark_name(&entry.target)
    ));
}

/// `place` is where it stands, other than at the right of the line.
fn signature(out: &mut String, signature: &Signature, place: &str) {
    let mut above = 160;
    for (properties, text) in
        [("<w:i/><w:iCs/>", &signature.date), ("<w:b/><w:bCs/>", &signature.role), ("<w:i/><w:iCs/>", &signature.hint)]
    {
        if !text.is_empty() {
            signature_line(out, above, place, properties, text);
            above = 0;
        }
    }
    // Room to sign and stamp.
    signature_line(out, 1000, place, "<w:b/><w:bCs/>", &signature.name);
}

fn signature_line(out: &mut String, above: u32, place: &str, properties: &str, text: &str) {
    out.push_str(&format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{SIGNATURE}\"/><w:spacing w:before=\"{above}\" w:after=\"0\"/>{place}</w:pPr>"
    ));
    run(out, properties, text);
    out.push_str("</w:p>");
}

fn frame(out: &mut String, inner: &[Block]) {
    out.push_str("<w:p/>");
    out.push_str(&table_start(TEXT_WIDTH, &[TEXT_WIDTH], 160));
    out.push_str(&format!(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/></w:tcPr>"
    ));
    blocks(out, inner, FRAME_WIDTH);
    out.push_str("</w:tc></w:tr></w:tbl><w:p/>");
}

/// Columns as a table without lines.
fn beside(out: &mut String, columns: &[(u8, Vec<Block>)]) {
    let widths: Vec<u32> = columns.iter().map(|(width, _)| TEXT_WIDTH * u32::from(*width) / 100).collect();
    out.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    ));
    for width in &widths {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>");
    for ((_, inner), width) in columns.iter().zip(&widths) {
        out.push_str(&cell_start(*width, 1, ""));
        let begins = out.len();
        for block in inner {
            match block {
                // Its own place at the right is that of a whole line.
                Block::Signature(content) => signature(out, content, "<w:ind w:left=\"0\"/>"),
                other => blocks(out, std::slice::from_ref(other), width.saturating_sub(220)),
            }
        }
        if out.len() == begins {
            out.push_str("<w:p/>");
        }
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr></w:tbl><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/></w:pPr></w:p>");
}

fn table(out: &mut String, table: &Table, foot: bool) {
    let widths: Vec<u32> = table.columns.iter().map(|column| TEXT_WIDTH * u32::from(column.width) / 100).collect();
    out.push_str(&table_start(widths.iter().sum(), &widths, 70));
    // The row of titles stands again on every page.
    out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in table.columns.iter().zip(&widths) {
        out.push_str(&cell_start(*width, 1, "<w:vAlign w:val=\"center\"/>"));
        paragraph(out, true, true, false, &column.title);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
    for (place, row) in table.rows.iter().enumerate() {
        // A heading row does not stand alone at the foot of a page; the last row goes with the signature below.
        let keep = matches!(row.kind, RowKind::Part | RowKind::Group) || foot && place + 1 == table.rows.len();
        table_row(out, table, &widths, row, keep);
    }
    // Word joins tables that nothing stands between.
    let keep = if foot { "<w:keepNext/>" } else { "" };
    out.push_str("</w:tbl><w:p><w:pPr>");
    out.push_str(keep);
    out.push_str("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/></w:pPr></w:p>");
}

fn table_start(width: u32, columns: &[u32], padding: u32) -> String {
    let mut out = format!("<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        out.push_str(&format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"));
    }
    out.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    out.push_str(&format!("<w:left w:w=\"{padding}\" w:type=\"dxa\"/><w:right w:w=\"{padding}\" w:type=\"dxa\"/>"));
    out.push_str("</w:tblCellMar></w:tblPr><w:tblGrid>");
    for column in columns {
        out.push_str(&format!("<w:gridCol w:w=\"{column}\"/>"));
    }
    out.push_str("</w:tblGrid>");
    out
}

fn cell_start(width: u32, span: u8, more: &str) -> String {
    let span = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{more}</w:tcPr>")
}

fn table_row(out: &mut String, table: &Table, widths: &[u32], row: &Row, keep: bool) {
    let sums = !matches!(row.kind, RowKind::Plain | RowKind::ByHand);
    let shade = match row.kind {
        RowKind::Part | RowKind::Total => "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8E8E8\"/>",
        RowKind::Plain | RowKind::ByHand | RowKind::Group => "",
    };
    let height = if row.kind == RowKind::ByHand { "<w:trHeight w:val=\"480\"/>" } else { "" };
    out.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>"));
    let mut column = 0;
    for Cell { text, span } in &row.cells {
        let covered = column..(column + usize::from(*span)).min(widths.len());
        let width = widths.get(covered).unwrap_or_default().iter().sum();
        let centred = table.columns.get(column).is_some_and(|column| column.align == Align::Center);
        out.push_str(&cell_start(width, *span, shade));
        let mut paragraphs: Vec<&str> = lines(text).collect();
        // A cell must hold a paragraph, even an empty one.
        if paragraphs.is_empty() {
            paragraphs.push("");
        }
        for line in paragraphs {
            paragraph(out, sums, centred, keep, line);
        }
        out.push_str("</w:tc>");
        column += usize::from(*span);
    }
    out.push_str("</w:tr>");
}

fn paragraph(out: &mut String, bold: bool, centred: bool, keep: bool, text: &str) {
    out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{CELL}\"/>"));
    if keep {
        out.push_str("<w:keepNext/>");
    }
    if centred {
        out.push_str("<w:jc w:val=\"center\"/>");
    }
    out.push_str("</w:pPr>");
    if !text.is_empty() {
        run(out, if bold { "<w:b/><w:bCs/>" } else { "" }, text);
    }
    out.push_str("</w:p>");
}

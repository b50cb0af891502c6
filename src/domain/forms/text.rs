use super::model::{Align, Block, Document, Inline, Row, RowKind, Signature, Style, Table, one_line};

const DOTTED: &str = "……………………";

/// A document as plain text, for pasting into a message: a table becomes a list, a row with its
/// further columns below it.
pub fn plain_text(document: &Document) -> String {
    let mut out = String::new();
    blocks(&mut out, &document.blocks);
    out
}

fn blocks(out: &mut String, blocks: &[Block]) {
    let mut after_part = false;
    for block in blocks {
        let part = matches!(block, Block::Line(Style::Part, _));
        if part && !after_part {
            out.push('\n');
        }
        after_part = part;
        match block {
            Block::Line(style, inlines) => {
                let indent = match style {
                    Style::Dash | Style::Prompt => "  ",
                    Style::Plus => "    ",
                    _ => "",
                };
                push_line(out, &format!("{indent}{}", inlines.iter().map(inline).collect::<String>()));
                if matches!(style, Style::FormName | Style::Motto) {
                    out.push('\n');
                }
            }
            Block::Table(content) => table(out, content),
            Block::Signature(content) => signature(out, content),
            Block::Entry(entry) => push_line(out, &entry.text),
            Block::Frame(inner) => self::blocks(out, inner),
            Block::Beside(columns) => columns.iter().for_each(|(_, inner)| self::blocks(out, inner)),
            Block::PageBreak => out.push('\n'),
        }
    }
}

fn inline(piece: &Inline) -> String {
    match piece {
        Inline::Text(text) | Inline::Strong(text) => text.clone(),
        Inline::Tick(true) => "[√]".into(),
        Inline::Tick(false) => "[ ]".into(),
        Inline::Blank => DOTTED.into(),
        Inline::Mark(mark) => format!("[{mark}]"),
    }
}

fn signature(out: &mut String, signature: &Signature) {
    out.push('\n');
    for text in [&signature.date, &signature.role, &signature.hint, &signature.name] {
        if !text.is_empty() {
            push_line(out, text);
        }
    }
}

fn table(out: &mut String, table: &Table) {
    out.push('\n');
    // Numbers stand in the middle of their column; where the first column has none, each row is one line.
    if table.columns.first().is_some_and(|column| column.align == Align::Start) {
        push_line(out, &table.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>().join(" | "));
        table.rows.iter().for_each(|row| line_row(out, row));
        return out.push('\n');
    }
    for row in &table.rows {
        if matches!(row.kind, RowKind::Plain | RowKind::ByHand) {
            plain_row(out, table, row)
        } else {
            sum_row(out, table, row)
        }
    }
    out.push('\n');
}

/// "Title | 3 | 2"; what stands below a title in its cell stands below the line.
fn line_row(out: &mut String, row: &Row) {
    let mut cells = row.cells.iter();
    let first = cells.next().map_or("", |cell| cell.text.as_str());
    let mut lines = first.lines().map(one_line);
    let mut line = lines.next().unwrap_or_default();
    for cell in cells {
        line.push_str(" | ");
        line.push_str(&one_line(&cell.text));
    }
    push_line(out, line.trim_end_matches([' ', '|']));
    lines.for_each(|more| push_line(out, &format!("   {more}")));
}

/// "A. Title: 36/40"; of several sums each with its column: "Cộng: Diện tích (ha): 32; Sản lượng: 480 tấn".
fn sum_row(out: &mut String, table: &Table, row: &Row) {
    let mut cells = row.cells.iter().map(|cell| one_line(&cell.text));
    let (code, title) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let code = if code.is_empty() { code } else { format!("{code}. ") };
    let sums: Vec<(String, &str)> = row
        .cells
        .iter()
        .zip(&table.columns)
        .skip(2)
        .map(|(cell, column)| (one_line(&cell.text), column.title.as_str()))
        .filter(|(sum, _)| !sum.is_empty())
        .collect();
    let sum = match sums.as_slice() {
        [(sum, _)] => sum.clone(),
        sums => sums.iter().map(|(sum, column)| format!("{column}: {sum}")).collect::<Vec<_>>().join("; "),
    };
    push_line(out, &format!("{code}{title}: {sum}"));
}

/// "1.1. Title", then a line for each further column that is not empty.
fn plain_row(out: &mut String, table: &Table, row: &Row) {
    let mut cells = row.cells.iter().zip(&table.columns);
    let mut head = || cells.next().map(|(cell, _)| one_line(&cell.text)).unwrap_or_default();
    let (code, title) = (head(), head());
    push_line(out, &if code == "-" { format!("- {title}") } else { format!("{code}. {title}") });
    for (cell, column) in cells {
        let text = one_line(&cell.text);
        if !text.is_empty() {
            push_line(out, &format!("   {}: {text}", column.title));
        }
    }
}

fn push_line(out: &mut String, line: &str) {
    // A message breaks its lines as it likes.
    out.push_str(&line.trim_end().replace('\u{a0}', " "));
    out.push('\n');
}

use super::Stamp;
use super::model::{
    Align, Block, Document, Entry, Inline, Row, RowKind, Signature, Style, Table, begins_foot, introduces, lines,
};
use crate::domain::spelling::printed;

/// A document as the inside of a page: semantic HTML, everything from the applicant escaped, the stamp
/// at its end. Styled by `styles/forms.css`.
pub fn body(document: &Document, stamp: Option<&Stamp>) -> String {
    let id = if document.anchor.is_empty() { String::new() } else { format!(" id=\"{}\"", escape(&document.anchor)) };
    let title = escape(&document.title);
    let mut out = format!("<article class=\"form-print\"{id} lang=\"vi\" aria-label=\"{title}\">\n");
    blocks(&mut out, &document.blocks);
    if let Some(stamp) = stamp {
        out.push_str(&format!("<p class=\"stamp\">{}</p>\n", escape(&stamp.line())));
    }
    out.push_str("</article>\n");
    out
}

/// A leaflet: a document of four pages as the two sides of an A4 sheet that is folded once. The outer side has the
/// last page and the first, the inner side those between; where pages are missing they are empty.
pub fn folded(document: &Document) -> String {
    let mut pages = document.blocks.split(|block| *block == Block::PageBreak);
    let mut next = || {
        let mut page = String::from("<section class=\"leaf\">\n");
        blocks(&mut page, pages.next().unwrap_or_default());
        page + "</section>\n"
    };
    let (front, left, right, back) = (next(), next(), next(), next());
    let side = |first: &str, second: &str| format!("<div class=\"leaflet-side\">\n{first}{second}</div>\n");
    let title = escape(&document.title);
    format!(
        "<article class=\"form-print leaflet\" lang=\"vi\" aria-label=\"{title}\">\n{}{}</article>\n",
        side(&back, &front),
        side(&left, &right)
    )
}

/// Text that is safe between tags and in double-quoted attributes, of HTML and of XML 1.0: a line's end of whatever
/// program parts the words; what nobody sees, which no form needs and XML cannot hold, is left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.extend(printed(c)),
        }
    }
    out
}

fn blocks(out: &mut String, blocks: &[Block]) {
    let mut foot = false;
    // What stands between a table and the signature, open until that is written.
    let mut closing = false;
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Line(style, inlines) => {
                line(out, *style, inlines, foot);
                foot |= begins_foot(blocks, at);
            }
            Block::Table(content) => {
                foot = begins_foot(blocks, at);
                table(out, content);
                closing = foot && matches!(blocks.get(at + 1), Some(Block::Line(..)));
                if closing {
                    out.push_str("<div class=\"closing\">\n");
                }
            }
            Block::Signature(content) => {
                foot = false;
                signature(out, content);
                close(out, &mut closing);
            }
            Block::Entry(Entry { text, target }) => {
                let (text, target) = (escape(text), escape(target));
                let page = match target.as_str() {
                    "" => String::new(),
                    target => format!("<a class=\"page-of\" href=\"#{target}\"></a>"),
                };
                out.push_str(&format!("<p class=\"contents-line\"><span>{text}</span>{page}</p>\n"));
            }
            Block::Frame(inner) => {
                out.push_str("<section class=\"frame\">\n");
                self::blocks(out, inner);
                out.push_str("</section>\n");
            }
            Block::Beside(columns) => {
                let with_its_text = if foot { " foot" } else { "" };
                foot = false;
                out.push_str(&format!("<div class=\"beside{with_its_text}\">\n"));
                for (width, inner) in columns {
                    out.push_str(&format!("<div class=\"of-{width}\">\n"));
                    self::blocks(out, inner);
                    out.push_str("</div>\n");
                }
                out.push_str("</div>\n");
                close(out, &mut closing);
            }
            Block::PageBreak => out.push_str("<div class=\"page-break\"></div>\n"),
        }
    }
}

/// Ends what stands between a table and its signature.
fn close(out: &mut String, closing: &mut bool) {
    if std::mem::take(closing) {
        out.push_str("</div>\n");
    }
}

fn line(out: &mut String, style: Style, inlines: &[Inline], foot: bool) {
    let (tag, class) = match style {
        Style::FormName => ("p", "form-name"),
        Style::Country => ("p", "country"),
        Style::Motto => ("p", "motto"),
        Style::Title => ("h2", "title"),
        Style::Subtitle => ("p", "subtitle"),
        Style::Part => ("h3", "part"),
        Style::Heading => ("h3", "heading"),
        Style::Number => ("p", "number"),
        Style::Day => ("p", "day"),
        Style::Item => ("p", "item"),
        Style::Body => ("p", "body"),
        Style::Dash | Style::Prompt => ("p", "dash"),
        Style::Plus => ("p", "plus"),
        Style::Note => ("p", "note"),
        Style::Footnote => ("p", "footnote"),
    };
    let open = if inlines.contains(&Inline::Blank) { " open" } else { "" };
    let keep = if introduces(style, inlines) { " keep" } else { "" };
    let foot = if foot { " foot" } else { "" };
    out.push_str(&format!("<{tag} class=\"{class}{open}{keep}{foot}\">"));
    if style == Style::Motto {
        // The rule below the motto is as long as the motto.
        out.push_str("<span>");
    }
    let boxed = !open.is_empty();
    let mut pieces = inlines.iter().peekable();
    while let Some(piece) = pieces.next() {
        match (piece, pieces.peek()) {
            (Inline::Text(text), Some(tick @ Inline::Tick(_))) if !boxed => {
                with_its_words(out, text, tick);
                pieces.next();
            }
            _ => inline(out, piece, boxed),
        }
    }
    if style == Style::Motto {
        out.push_str("</span>");
    }
    out.push_str(&format!("</{tag}>\n"));
}

/// A tick box on one line with the last word before it. The blank between them stays outside: within, not every engine
/// breaks the line at it.
fn with_its_words(out: &mut String, text: &str, tick: &Inline) {
    let words = text.trim_end_matches(' ');
    let blank = words.char_indices().rfind(|(_, c)| c.is_whitespace() && *c != '\u{a0}');
    let (before, last) = words.split_at(blank.map_or(0, |(at, c)| at + c.len_utf8()));
    let gap = if words.len() < text.len() { "&#160;" } else { "" };
    out.push_str(&format!("{}<span class=\"together\">{}{gap}", escape(before), escape(last)));
    inline(out, tick, false);
    out.push_str("</span>");
}

/// In an open line every piece is a box of its own, so that the dots can take the room left.
fn inline(out: &mut String, piece: &Inline, boxed: bool) {
    let (before, after) = if boxed { ("<span>", "</span>") } else { ("", "") };
    match piece {
        Inline::Text(text) => out.push_str(&format!("{before}{}{after}", escape(text))),
        Inline::Strong(text) => out.push_str(&format!("<strong>{}</strong>", escape(text))),
        // The form asks for "√", which every font has; the box around it is drawn.
        Inline::Tick(true) => out.push_str("<span class=\"tick\" role=\"img\" aria-label=\"có\">√</span>"),
        Inline::Tick(false) => {
            out.push_str("<span class=\"tick\" role=\"img\" aria-label=\"không\">\u{a0}\u{a0}</span>")
        }
        Inline::Blank => out.push_str("<span class=\"blank\"></span>"),
        Inline::Mark(mark) => out.push_str(&format!("<sup>{}</sup>", escape(mark))),
    }
}

fn signature(out: &mut String, signature: &Signature) {
    out.push_str("<div class=\"signature\">\n");
    for (class, text) in [("date", &signature.date), ("role", &signature.role), ("hint", &signature.hint)] {
        if !text.is_empty() {
            out.push_str(&format!("<p class=\"{class}\">{}</p>\n", escape(text)));
        }
    }
    out.push_str(&format!("<p class=\"name\">{}</p>\n</div>\n", escape(&signature.name)));
}

fn table(out: &mut String, table: &Table) {
    // Wide tables scroll in a box of their own on a narrow screen, by keyboard too.
    let label = escape(&table.label);
    out.push_str(&format!(
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n<table><colgroup>"
    ));
    for column in &table.columns {
        out.push_str(&format!("<col width=\"{}%\">", column.width));
    }
    out.push_str("</colgroup>\n<thead><tr>");
    for column in &table.columns {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escape(&column.title)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        table_row(out, table, row);
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn table_row(out: &mut String, table: &Table, row: &Row) {
    let class = match row.kind {
        RowKind::Plain => "",
        RowKind::ByHand => " class=\"by-hand\"",
        RowKind::Part => " class=\"part-row\"",
        RowKind::Group => " class=\"group-row\"",
        RowKind::Total => " class=\"total-row\"",
    };
    out.push_str(&format!("<tr{class}>"));
    let mut column = 0;
    for cell in &row.cells {
        let centred = table.columns.get(column).is_some_and(|column| column.align == Align::Center);
        out.push_str("<td");
        if centred {
            out.push_str(" class=\"center\"");
        }
        if cell.span > 1 {
            out.push_str(&format!(" colspan=\"{}\"", cell.span));
        }
        out.push('>');
        out.push_str(&lines(&cell.text).map(escape).collect::<Vec<_>>().join("<br>"));
        out.push_str("</td>");
        column += usize::from(cell.span);
    }
    out.push_str("</tr>\n");
}

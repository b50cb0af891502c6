use crate::domain::spelling::ends_line;

/// A printed document as structure. Every way out (HTML, plain text, Word) is made from it, so that
/// they cannot disagree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    /// The name that a line of contents leads to; empty where none does.
    pub anchor: String,
    pub blocks: Vec<Block>,
}

/// A part of a document, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Line(Style, Vec<Inline>),
    Table(Table),
    Signature(Signature),
    Entry(Entry),
    /// Framed and kept on one page.
    Frame(Vec<Block>),
    /// Side by side without lines: the heads of two parties, or who signs. Each with its percent of the width.
    Beside(Vec<(u8, Vec<Block>)>),
    /// What follows begins on a new page.
    PageBreak,
}

/// How a line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Number and name of the form, at the right edge above everything.
    FormName,
    /// Name of the country, first line of the national motto.
    Country,
    /// The motto itself, with a rule of its own length below.
    Motto,
    Title,
    /// Centred below the title.
    Subtitle,
    /// Heading of a part, centred.
    Part,
    /// A bold line that what follows stands under.
    Heading,
    /// Centred below the name of a unit: the number of the paper.
    Number,
    /// Centred below the motto, in italics: place and day.
    Day,
    /// A numbered item.
    Item,
    Body,
    /// A dash item below a numbered one.
    Dash,
    /// A dash item that asks for what stands below it.
    Prompt,
    /// A plus item below a dash item.
    Plus,
    /// Said to the reader of the form, in italics.
    Note,
    Footnote,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(String),
    /// A tick box.
    Tick(bool),
    /// Dots to the end of the line, or to the next text, to be filled by hand.
    Blank,
    /// A raised footnote mark.
    Mark(String),
}

/// A line of contents: dots, then the page on which the document of that anchor begins; without one, the text alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub text: String,
    pub target: String,
}

/// Who signs, at the right edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Place and date; empty where the form prints none.
    pub date: String,
    pub role: String,
    pub hint: String,
    /// Printed below the room for the signature; may be empty.
    pub name: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table is, for readers who do not see it.
    pub label: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    /// Percent of the table's width.
    pub width: u8,
    pub align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Start,
    Center,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

/// What a row is: sums stand in rows of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Plain,
    /// To be filled in with a pen, with room for it.
    ByHand,
    Part,
    Group,
    Total,
}

/// A cell; the [`lines`] of its text are paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    /// Columns it covers, at least 1.
    pub span: u8,
}

impl Document {
    pub fn new(title: &str) -> Document {
        Document { title: title.into(), ..Document::default() }
    }

    pub fn line(&mut self, style: Style, text: impl Into<String>) {
        self.blocks.push(Block::Line(style, vec![Inline::Text(text.into())]));
    }

    pub fn inlines(&mut self, style: Style, inlines: Vec<Inline>) {
        self.blocks.push(Block::Line(style, inlines));
    }

    /// A label and what the applicant gave for it, or dots.
    pub fn field(&mut self, style: Style, label: &str, value: &str) {
        let mut inlines = vec![Inline::Text(format!("{label}: "))];
        inlines.push(value_or_blank(value));
        self.inlines(style, inlines);
    }

    /// A label, then the applicant's own paragraphs, or as many dotted lines.
    pub fn text_field(&mut self, style: Style, label: &str, value: &str, blank_lines: usize) {
        self.line(style, label);
        self.paragraphs(value, blank_lines);
    }

    /// The applicant's own paragraphs, or as many dotted lines.
    pub fn paragraphs(&mut self, value: &str, blank_lines: usize) {
        let before = self.blocks.len();
        for paragraph in lines(value) {
            self.line(Style::Body, paragraph);
        }
        if self.blocks.len() == before {
            self.blocks.extend((0..blank_lines).map(|_| Block::Line(Style::Body, vec![Inline::Blank])));
        }
    }

    /// Labels with what was given for them; where nothing was, as many dotted lines. A label that
    /// nothing stands under is not printed.
    pub fn topics(&mut self, topics: &[(&str, &str)], blank_lines: usize) {
        let before = self.blocks.len();
        for (label, value) in topics.iter().filter(|(_, value)| lines(value).next().is_some()) {
            self.line(Style::Prompt, *label);
            self.paragraphs(value, 0);
        }
        if self.blocks.len() == before {
            self.paragraphs("", blank_lines);
        }
    }

    /// A label and its tick box.
    pub fn tick(&mut self, style: Style, label: &str, ticked: bool) {
        self.inlines(style, vec![Inline::Text(format!("{label} ")), Inline::Tick(ticked)]);
    }
}

/// The value on one line, or dots where there is none.
pub fn value_or_blank(value: &str) -> Inline {
    let value = one_line(value);
    if value.is_empty() { Inline::Blank } else { Inline::Text(value) }
}

/// Whether a line says what follows it, so that no page may end with it: a heading, or words that end
/// with a colon.
pub fn introduces(style: Style, inlines: &[Inline]) -> bool {
    match style {
        Style::FormName | Style::Country | Style::Motto | Style::Title | Style::Subtitle => true,
        Style::Part | Style::Prompt | Style::Heading | Style::Number | Style::Day => true,
        _ => {
            matches!(inlines.last(), Some(Inline::Text(text) | Inline::Strong(text)) if text.trim_end().ends_with(':'))
        }
    }
}

/// The most lines that stand with a signature below a table or a heading.
const FOOT: usize = 5;

/// Whether the end of a table, or the heading of a part, and what stands below down to the signature are kept on one page,
/// from here on: a page with hardly more than the signature has nothing of what is signed. Long texts are none of it.
pub fn begins_foot(blocks: &[Block], at: usize) -> bool {
    let lines = blocks[at..].iter().skip(1).take_while(|block| matches!(block, Block::Line(..))).count();
    matches!(blocks[at], Block::Table(_) | Block::Line(Style::Part, _))
        && lines <= FOOT
        && blocks.get(at + 1 + lines).is_some_and(is_signed)
}

/// Whether somebody signs here, alone or side by side with others.
pub fn is_signed(block: &Block) -> bool {
    match block {
        Block::Signature(_) => true,
        Block::Beside(columns) => columns.iter().any(|(_, inner)| inner.iter().any(is_signed)),
        _ => false,
    }
}

/// The lines of a text that say something. Whatever a program ends a line with is a line's end:
/// PowerPoint writes U+000B, others U+000C, U+0085, U+2028, U+2029 or a lone carriage return.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_line_end).map(str::trim).filter(|line| !line.is_empty())
}

/// Whether a line ends here.
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r') || ends_line(c)
}

/// Words that no line may part, such as a day: "ngày 05/11/2026".
pub fn together(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// A text with every run of blanks and line breaks as one blank.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Row {
    pub fn new<const N: usize>(kind: RowKind, cells: [&str; N]) -> Row {
        Row { kind, cells: cells.into_iter().map(Cell::from).collect() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell { text: text.into(), span: 1 }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell { text, span: 1 }
    }
}

impl Column {
    pub fn start(title: &str, width: u8) -> Column {
        Column { title: title.into(), width, align: Align::Start }
    }

    pub fn center(title: &str, width: u8) -> Column {
        Column { title: title.into(), width, align: Align::Center }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_s_line_end_ends_a_line() {
        let typed = "một\r\nhai\rba\u{b}bốn\u{c}năm\u{85}sáu\u{2028}bảy\u{2029}tám\n\n  \nchín";
        assert_eq!(
            lines(typed).collect::<Vec<_>>(),
            "một hai ba bốn năm sáu bảy tám chín".split(' ').collect::<Vec<_>>()
        );
        assert_eq!(one_line(typed), "một hai ba bốn năm sáu bảy tám chín");
        assert_eq!(lines(" \u{2028}\r ").count(), 0);
    }

    #[test]
    fn a_heading_and_a_colon_introduce_what_follows() {
        let text = |text: &str| vec![Inline::Text(text.into())];
        assert!(introduces(Style::Part, &text("Phần I")));
        assert!(introduces(Style::Item, &text("5. Tài liệu kèm theo: ")));
        assert!(!introduces(Style::Item, &text("2. Tên sản phẩm: Trà")));
        assert!(!introduces(Style::Item, &[Inline::Text("2. Tên sản phẩm:".into()), Inline::Blank]));
    }

    #[test]
    fn few_lines_between_a_table_and_a_signature_go_with_both() {
        let page = |lines: usize, signed: bool| {
            let mut page = Document::default();
            page.blocks.push(Block::Table(Table::default()));
            (0..lines).for_each(|_| page.line(Style::Body, "Dòng"));
            page.blocks.extend(signed.then(|| Block::Signature(Signature::default())));
            page.blocks
        };
        assert!(begins_foot(&page(0, true), 0) && begins_foot(&page(5, true), 0));
        assert!(!begins_foot(&page(6, true), 0) && !begins_foot(&page(3, false), 0));
        assert!(!begins_foot(&page(3, true), 1), "a line begins none");
        // So it is below a heading, and where two sign side by side.
        let signed = || Block::Signature(Signature::default());
        let mut blocks = page(4, false);
        blocks[0] = Block::Line(Style::Part, vec![Inline::Text("IV. KẾT LUẬN".into())]);
        blocks.push(Block::Beside(vec![(50, vec![signed()]), (50, vec![signed()])]));
        assert!(begins_foot(&blocks, 0) && !begins_foot(&blocks, 1));
        blocks[5] = Block::Beside(vec![(100, vec![Block::PageBreak])]);
        assert!(!begins_foot(&blocks, 0), "nobody signs");
    }
}

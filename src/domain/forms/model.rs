/// A printed document as structure. Every way out (HTML, plain text, Word) is made from it, so that
/// they cannot disagree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A part of a document, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Line(Style, Vec<Inline>),
    Table(Table),
    Signature(Signature),
    /// Framed and kept on one page.
    Frame(Vec<Block>),
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
    /// A numbered item.
    Item,
    Body,
    /// A dash item below a numbered one.
    Dash,
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
    Part,
    Group,
    Total,
}

/// A cell; line breaks in its text are paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    /// Columns it covers, at least 1.
    pub span: u8,
}

impl Document {
    pub fn new(title: &str) -> Document {
        Document { title: title.into(), blocks: Vec::new() }
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
        // A label that trails off as printed gets no colon.
        let colon = if label.ends_with('.') { "" } else { ":" };
        self.line(style, format!("{label}{colon}"));
        self.paragraphs(value, blank_lines);
    }

    /// The applicant's own paragraphs, or as many dotted lines.
    pub fn paragraphs(&mut self, value: &str, blank_lines: usize) {
        let before = self.blocks.len();
        for paragraph in value.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.line(Style::Body, paragraph);
        }
        if self.blocks.len() == before {
            self.blocks.extend((0..blank_lines).map(|_| Block::Line(Style::Body, vec![Inline::Blank])));
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

use super::given::given;
use super::needed::{is_changed, paper_of};
use super::source::text_of;
use super::template::{Body, Head, Prompt, PromptKind, Signer, TableBody, Template};
use super::{Templates, table_fact};
use crate::domain::calendar::Date;
use crate::domain::dossier::{Dossier, Holding};
use crate::domain::figures::{Counted, Figures, Measured, Table as Rows};
use crate::domain::forms::{
    Block, Cell, Document, Inline, Row, RowKind, Signature, Style, document_code, lines, one_line, rows_table,
    signed_later,
};

/// Where nothing was said, within a sentence.
const DOTS: &str = "…………………";

/// Empty rows of a table that is filled in by hand.
const BLANK_ROWS: u8 = 4;

/// A paper that the applicant writes, as it is printed.
pub fn draw(dossier: &Dossier, template: &Template) -> Document {
    let mut page = Document::new(&template.name.vi);
    let read_through = dossier.writings.get(&template.key).is_some_and(|writing| writing.checked);
    let is_signed = || paper_of(dossier, template).is_some_and(|paper| paper.holding == Holding::Have);
    let is_final = read_through || (is_signed() && !is_changed(dossier, template));
    if !is_final {
        page.line(Style::FormName, "Bản nháp: đọc lại, sửa cho đúng thực tế trước khi ký");
    }
    write(dossier, template, &mut page);
    page
}

/// The code of a paper's text as it stands, by which a text that was changed after it was signed is known.
pub fn paper_code(dossier: &Dossier, template: &Template) -> String {
    let mut page = Document::default();
    write(dossier, template, &mut page);
    document_code(&page)
}

fn write(dossier: &Dossier, template: &Template, page: &mut Document) {
    let drawing = Drawing { dossier, template };
    drawing.head(page);
    if !template.title.is_empty() {
        page.line(Style::Title, drawing.filled(&template.title));
    }
    if !template.subtitle.is_empty() {
        page.line(Style::Subtitle, drawing.filled(&template.subtitle));
    }
    if !template.to.is_empty() {
        page.line(Style::Subtitle, format!("Kính gửi: {}", drawing.filled(&template.to)));
    }
    for basis in &template.basis {
        page.line(Style::Note, drawing.filled(basis));
    }
    let mut article = 0;
    for piece in &template.body {
        drawing.piece(page, piece, &mut article);
    }
    drawing.signatures(page);
}

/// Every paper that is written so far, in the order of the templates.
pub fn draw_all<'a>(dossier: &Dossier, templates: &'a Templates) -> Vec<(&'a Template, Document)> {
    let begun = templates.all.iter().filter(|template| dossier.writings.contains_key(&template.key));
    begun.map(|template| (template, draw(dossier, template))).collect()
}

/// The answers under their headings as one text, for a field of the forms that asks for the same.
pub fn told(dossier: &Dossier, template: &Template) -> String {
    let answer = |prompt: &Prompt| {
        let text = text_of(dossier, template, prompt);
        let text = lines(&text).collect::<Vec<_>>().join("\n");
        let heading = prompt.heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
        let joint = if text.contains('\n') { ":\n" } else { ": " };
        (!text.is_empty()).then(|| if heading.is_empty() { text.clone() } else { format!("{heading}{joint}{text}") })
    };
    template.prompts.iter().filter_map(answer).collect::<Vec<_>>().join("\n")
}

/// A template and the dossier that it is filled from.
struct Drawing<'a> {
    dossier: &'a Dossier,
    template: &'a Template,
}

impl Drawing<'_> {
    fn head(&self, page: &mut Document) {
        let country = [
            Block::Line(Style::Country, vec![Inline::Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".into())]),
            Block::Line(Style::Motto, vec![Inline::Text("Độc lập - Tự do - Hạnh phúc".into())]),
        ];
        match self.template.head {
            Head::None => {}
            Head::Country => page.blocks.extend(country),
            Head::Unit => {
                let mut unit = Document::default();
                unit.line(Style::Country, self.filled("{APPLICANT}"));
                if !self.template.number.is_empty() {
                    unit.line(Style::Number, format!("Số: ……/{}", self.template.number));
                }
                let mut right = country.to_vec();
                right.push(Block::Line(Style::Day, vec![Inline::Text(signed_later(self.dossier))]));
                page.blocks.push(Block::Beside(vec![(36, unit.blocks), (64, right)]));
            }
        }
    }

    fn piece(&self, page: &mut Document, piece: &Body, article: &mut u8) {
        match piece {
            Body::Part(text) => page.line(Style::Part, self.filled(text)),
            Body::Heading(text) => page.line(Style::Heading, self.filled(text)),
            Body::Item(text) => page.inlines(Style::Item, self.inlines(text)),
            Body::Text(text) => page.inlines(Style::Body, self.inlines(text)),
            Body::Dash(text) => page.inlines(Style::Dash, self.inlines(text)),
            Body::Note(text) => page.line(Style::Note, self.filled(text)),
            Body::Article(text) => {
                *article = article.saturating_add(1);
                let number = Inline::Strong(format!("Điều {article}. "));
                page.inlines(Style::Item, std::iter::once(number).chain(self.inlines(text)).collect());
            }
            Body::Answer(key) => {
                if let Some(prompt) = self.template.prompt(key) {
                    self.answer(page, prompt);
                }
            }
            Body::Table(table) => self.table(page, table),
            Body::Photo(what) => {
                let lines =
                    [what.as_str(), "", "", ""].map(|line| Block::Line(Style::Number, vec![Inline::Text(line.into())]));
                page.blocks.push(Block::Frame(lines.into()));
            }
            Body::PageBreak => page.blocks.push(Block::PageBreak),
        }
    }

    fn answer(&self, page: &mut Document, prompt: &Prompt) {
        let text = text_of(self.dossier, self.template, prompt);
        if prompt.optional && lines(&text).next().is_none() {
            return;
        }
        let heading = self.filled(&prompt.heading);
        match prompt.kind {
            PromptKind::Short | PromptKind::Number | PromptKind::Date if !heading.is_empty() => {
                let label = format!("{}: ", heading.trim_end_matches(':'));
                let numbered = heading.starts_with(|c: char| c.is_ascii_digit());
                let label = if numbered { Inline::Strong(label) } else { Inline::Text(label) };
                let value = Some(one_line(&text)).filter(|text| !text.is_empty()).map_or(Inline::Blank, Inline::Text);
                page.inlines(Style::Item, vec![label, value]);
            }
            _ => {
                if !heading.is_empty() {
                    page.line(Style::Heading, heading);
                }
                match prompt.kind {
                    PromptKind::List if lines(&text).next().is_some() => {
                        for line in lines(&text) {
                            page.line(Style::Dash, format!("- {}", without_dash(line)));
                        }
                    }
                    _ => page.paragraphs(&text, prompt.lines.into()),
                }
            }
        }
    }

    fn table(&self, page: &mut Document, body: &TableBody) {
        let figures = Figures::of(self.dossier.set().decision());
        let Some(fact) = table_fact(self.template, figures, &body.key) else { return };
        let rows = self.dossier.tables.get(&body.key).map_or_else(Rows::default, |rows| self.dossier.told(fact, rows));
        let mut table = rows_table(fact, &rows);
        if rows.is_empty() {
            table.rows = self.by_hand(body, table.columns.len());
        }
        page.blocks.push(Block::Table(table));
        self.share(page, &body.key);
    }

    /// Rows to be filled in with a pen.
    fn by_hand(&self, body: &TableBody, columns: usize) -> Vec<Row> {
        let count = match (body.blank, body.rows.len()) {
            (0, 0) => BLANK_ROWS.into(),
            (blank, named) => usize::from(blank).max(named),
        };
        let row = |place: usize| {
            let named = body.rows.get(place).map(|name| self.filled(name)).unwrap_or_default();
            let texts = [(place + 1).to_string(), named].into_iter().chain(std::iter::repeat(String::new()));
            Row { kind: RowKind::ByHand, cells: texts.take(columns).map(|text| Cell { text, span: 1 }).collect() }
        };
        (0..count).map(row).collect()
    }

    /// What the table comes to, where an answer is counted from it. Nothing that depends on today is said.
    fn share(&self, page: &mut Document, table: &str) {
        let day = self.dossier.filing_day(Date::FIRST);
        let counted = (0..self.dossier.set().criteria.len())
            .filter_map(|position| Counted::of(self.dossier, position, day))
            .find(|counted| counted.rule.table == table && !counted.table.is_empty());
        let share = counted.and_then(|counted| {
            counted.judgement.measured.iter().find_map(|(name, value)| match value {
                Measured::Share(share) if name == "share" => Some(*share),
                _ => None,
            })
        });
        if let Some(share) = share {
            page.line(Style::Body, format!("Tỷ lệ: {}.", share.printed()));
        }
    }

    fn signatures(&self, page: &mut Document) {
        let signature = |signer: &Signer| {
            Block::Signature(Signature {
                date: String::new(),
                role: self.filled(&signer.role),
                hint: signer.hint.clone(),
                name: self.value_of(&signer.name),
            })
        };
        match self.template.signers.as_slice() {
            [] => {}
            [one] if self.template.copies.is_empty() => page.blocks.push(signature(one)),
            [one] => {
                let mut copies = Document::default();
                copies.line(Style::Heading, "Nơi nhận:");
                for to in &self.template.copies {
                    copies.line(Style::Dash, format!("- {};", self.filled(to)));
                }
                page.blocks.push(Block::Beside(vec![(36, copies.blocks), (64, vec![signature(one)])]));
            }
            several => {
                let width = u8::try_from(100 / several.len()).unwrap_or(50);
                let columns = several.iter().map(|signer| (width, vec![signature(signer)])).collect();
                page.blocks.push(Block::Beside(columns));
            }
        }
    }

    /// A text with its names filled in, on one line; what is not known is dots.
    fn filled(&self, text: &str) -> String {
        let pieces = pieces(text).into_iter().map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Name(name) => match self.value(name) {
                value if value.is_empty() => DOTS.to_owned(),
                value => value,
            },
        });
        pieces.collect()
    }

    /// The same where names that are not known leave nothing.
    fn value_of(&self, text: &str) -> String {
        let pieces = pieces(text).into_iter().map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Name(name) => self.value(name),
        });
        pieces.collect()
    }

    /// The same as pieces of a line: dots at its end go as far as the line.
    fn inlines(&self, text: &str) -> Vec<Inline> {
        let (before, last) = match pieces(text).last() {
            Some(Piece::Name(name)) if self.value(name).is_empty() => {
                (text.strip_suffix(&format!("{{{name}}}")).unwrap_or(text), Some(Inline::Blank))
            }
            _ => (text, None),
        };
        let filled = self.filled(before);
        match last {
            // A second blank in a long line would tear it apart.
            Some(blank) if !filled.contains(DOTS) && filled.chars().count() < 60 => vec![Inline::Text(filled), blank],
            Some(_) => vec![Inline::Text(format!("{filled}{DOTS}"))],
            None => vec![Inline::Text(filled)],
        }
    }

    /// A name of the dossier, or the answer to a question of the template; in capitals where the name is.
    fn value(&self, name: &str) -> String {
        let key = name.to_lowercase();
        let value = given(self.dossier, &key).or_else(|| {
            let prompt = self.template.prompt(&key)?;
            Some(one_line(&text_of(self.dossier, self.template, prompt)))
        });
        let value = value.unwrap_or_default();
        if key == name { value } else { value.to_uppercase() }
    }
}

/// A piece of a text of a template.
enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, name, after)) = rest
        .split_once('{')
        .and_then(|(before, after)| after.split_once('}').map(|(name, after)| (before, name, after)))
    {
        if !before.is_empty() {
            found.push(Piece::Text(before));
        }
        found.push(Piece::Name(name));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// A line of a list without the dash that was typed before it.
fn without_dash(line: &str) -> &str {
    line.trim_start_matches(['-', '–', '+', '•', '*', ' '])
}

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::decision::PaperId;
use crate::domain::figures::{TableFact, Words};

/// A paper to be written: what is asked, and how it is set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub key: String,
    /// The guide's papers that it is; one of them proves the level that is chosen.
    #[serde(default)]
    pub papers: Vec<PaperId>,
    /// The guide's papers that it goes along with.
    #[serde(default)]
    pub beside: Vec<PaperId>,
    /// Numbers of the product sets that it is for, where no paper of the guide says so.
    #[serde(default)]
    pub sets: Vec<u8>,
    /// Every dossier needs it, whatever is answered.
    #[serde(default)]
    pub always: bool,
    /// What the page calls it.
    pub name: Words,
    /// What the council looks at, in a sentence or two.
    pub why: Words,
    /// What is to be attached, or done before it is signed.
    #[serde(default)]
    pub attach: Vec<Words>,
    pub head: Head,
    /// Signs of the paper's number, such as `QĐ`; empty: it has no number.
    #[serde(default)]
    pub number: String,
    pub title: String,
    #[serde(default)]
    pub subtitle: String,
    /// Whom it is addressed to.
    #[serde(default)]
    pub to: String,
    /// On what it is based. Advice of ours: an office may know a newer rule.
    #[serde(default)]
    pub basis: Vec<String>,
    #[serde(default)]
    pub prompts: Vec<Prompt>,
    /// Tables of its own, by key; one that stands behind an answer is named by the body alone.
    #[serde(default)]
    pub tables: BTreeMap<String, TableFact>,
    pub body: Vec<Body>,
    #[serde(default)]
    pub signers: Vec<Signer>,
    /// Who gets a copy, said at the left of the signature; for decisions.
    #[serde(default)]
    pub copies: Vec<String>,
    /// The question whose answer is the product's story; empty: it is no story.
    #[serde(default)]
    pub story: String,
    /// What only the writer can tell of the paper; ticked on the page and not printed.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// The level ladders of the criteria that look at the story.
    #[serde(default)]
    pub judged: Vec<String>,
    /// Further papers into which the same goes, by key.
    #[serde(default)]
    pub outputs: Vec<String>,
    /// A leaflet: four pages on an A4 sheet that is folded once, parted by page breaks.
    #[serde(default)]
    pub folded: bool,
    /// The field of the forms that its text may be put into, by key.
    #[serde(default)]
    pub feeds: String,
}

/// What stands above the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Head {
    /// The name of the unit at the left, the country's at the right, place and day below: a paper of the unit.
    Unit,
    /// Country and motto above the middle: contracts, requests, commitments.
    Country,
    /// Nothing: logs, labels, texts for guests.
    None,
}

/// A question to the applicant.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    pub key: String,
    pub ask: Words,
    #[serde(default)]
    pub hint: Option<Words>,
    pub kind: PromptKind,
    /// Stands above the answer on paper; without one the answer is a piece of a sentence.
    #[serde(default)]
    pub heading: String,
    /// Where else the answer may stand already, the first that says something.
    #[serde(default)]
    pub from: Vec<Source>,
    /// The paper is whole without it.
    #[serde(default)]
    pub optional: bool,
    /// Dotted lines where nothing is answered.
    #[serde(default = "two")]
    pub lines: u8,
}

fn two() -> u8 {
    2
}

/// A question that the writer answers for itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub key: String,
    pub ask: Words,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PromptKind {
    Short,
    Long,
    Number,
    Date,
    /// One thing a line; printed with dashes.
    List,
}

/// Where an answer may stand already.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Source {
    /// A field of the forms, by key.
    Field(String),
    /// The applicant's descriptions of the criteria with one of these level ladders.
    Notes(Vec<String>),
    /// A question of another template: template, question.
    Writing(String, String),
    /// Several questions of another template, one after the other.
    Together(String, Vec<String>),
    /// The unit that the rows of a table name: table, column of numbers.
    Unit(String, String),
    /// Other answers of this template, one after the other.
    Joined(Vec<String>),
}

/// A piece of the paper. In texts `{applicant}` and its like, or the key of a question that has no heading, are
/// filled in; `{APPLICANT}` in capitals.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Body {
    Part(String),
    /// A bold line above what belongs to it.
    Heading(String),
    Item(String),
    Text(String),
    Dash(String),
    Note(String),
    /// "Điều 1." and the text.
    Article(String),
    /// A question's heading and answer.
    Answer(String),
    Table(TableBody),
    /// An empty frame for a photo, with what belongs there.
    Photo(String),
    PageBreak,
}

/// A table as it stands in a paper.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableBody {
    pub key: String,
    /// Empty rows at the end, or the number of rows where nothing is written.
    #[serde(default)]
    pub blank: u8,
    /// What stands in the first column of a table that is not begun.
    #[serde(default)]
    pub rows: Vec<String>,
}

/// Who signs. Two or more stand side by side.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    pub role: String,
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub name: String,
}

impl Template {
    pub fn prompt(&self, key: &str) -> Option<&Prompt> {
        self.prompts.iter().find(|prompt| prompt.key == key)
    }

    /// Every text of the paper in which names are filled in.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let body = self.body.iter().filter_map(|piece| match piece {
            Body::Part(text) | Body::Heading(text) | Body::Item(text) | Body::Text(text) | Body::Dash(text) => {
                Some(text)
            }
            Body::Note(text) | Body::Article(text) => Some(text),
            Body::Answer(_) | Body::Table(_) | Body::Photo(_) | Body::PageBreak => None,
        });
        let headings = self.prompts.iter().map(|prompt| &prompt.heading);
        let signers = self.signers.iter().flat_map(|signer| [&signer.role, &signer.name]);
        let rows = self.table_bodies().flat_map(|table| &table.rows);
        let head = [&self.title, &self.subtitle, &self.to].into_iter().chain(&self.basis);
        head.chain(body).chain(headings).chain(rows).chain(signers).map(String::as_str)
    }

    /// The names that its texts fill in, each once, in small letters.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        if self.head == Head::Unit {
            names.push("applicant".into());
        }
        for text in self.texts() {
            for name in names_in(text) {
                let name = name.to_lowercase();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The tables of the paper, in its order.
    pub fn table_bodies(&self) -> impl Iterator<Item = &TableBody> {
        self.body.iter().filter_map(|piece| match piece {
            Body::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// The names between braces in a text.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|after| after.split_once('}')).map(|(name, _)| name)
}

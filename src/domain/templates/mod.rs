//! The papers that an applicant writes itself: templates as data of the decision
//! (`decisions/26-2026/templates/`), what was written into them, and the document that comes of both.
//!
//! No law prescribes these papers; what they ask and how they are set is advice of ours, in the manner of
//! administrative documents (Decree 30/2020/NĐ-CP). Nothing is invented for the applicant: what was not
//! answered is printed as dots. Like the guide they are too long for the first visit: the page fetches
//! them when one is written, and the tests read them from disk.

mod blank;
mod draw;
mod given;
mod needed;
mod source;
mod story;
mod template;

pub use blank::{Blank, blanks, signed_with_blanks, uncounted};
pub use draw::{draw, draw_all, paper_code, told};
pub use given::{GIVEN, given};
pub use needed::{Need, Progress, guide_paper, is_changed, needed, paper_of, progress, written_here, written_papers};
pub use source::{Drawn, drawn, other_unit, text_of};
pub use story::{Length, length, story_criteria, word_count};
pub use template::{Body, Head, Prompt, PromptKind, Question, Signer, Source, TableBody, Template};

use crate::domain::figures::{Figures, TableFact};

/// The templates of one decision, in the order in which they are shown.
#[derive(Debug, Default, PartialEq)]
pub struct Templates {
    pub all: Vec<Template>,
}

impl Templates {
    /// Reads the list of templates; an error says where the JSON is wrong.
    pub fn parse(text: &str) -> Result<Templates, serde_json::Error> {
        Ok(Templates { all: serde_json::from_str(text)? })
    }

    pub fn get(&self, key: &str) -> Option<&Template> {
        self.all.iter().find(|template| template.key == key)
    }

    /// The templates by which a paper of the guide is written: first the paper itself, then what goes
    /// with it.
    pub fn of_paper<'a>(&'a self, paper: &'a str) -> impl Iterator<Item = &'a Template> {
        let has = move |papers: &[String]| papers.iter().any(|known| known == paper);
        let own = self.all.iter().filter(move |template| has(&template.papers));
        own.chain(self.all.iter().filter(move |template| has(&template.beside)))
    }
}

/// A table by key: one of the template's own, or one behind the answers.
pub fn table_fact<'a>(template: &'a Template, figures: &'a Figures, key: &str) -> Option<&'a TableFact> {
    template.tables.get(key).or_else(|| figures.tables.get(key))
}

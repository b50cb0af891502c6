use super::source::text_of;
use super::template::{Prompt, Template};
use super::{GIVEN, Templates, given, table_fact, written_papers};
use crate::domain::dossier::{Dossier, Field, PaperRecord};
use crate::domain::figures::{Figures, Missing, TableFact};

/// A place of a paper that is printed as dots or empty rows, and the paper is not whole without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Blank<'a> {
    /// What the dossier does not say.
    Given(Field),
    Prompt(&'a Prompt),
    Table(&'a TableFact),
}

/// What is still empty in a paper, in its order. It may be signed all the same: what is printed as dots can be filled in
/// by hand. A table that is printed to be filled in later is none.
pub fn blanks<'a>(dossier: &Dossier, template: &'a Template) -> Vec<Blank<'a>> {
    let names = template.names();
    let given = GIVEN
        .into_iter()
        .filter(|(name, _)| names.iter().any(|known| known == name))
        .filter(|(name, _)| given(dossier, name).unwrap_or_default().is_empty())
        .map(|(_, field)| Blank::Given(field));
    let prompts = template
        .prompts
        .iter()
        .filter(|prompt| !prompt.optional && text_of(dossier, template, prompt).trim().is_empty())
        .map(Blank::Prompt);
    let figures = Figures::of(dossier.set().decision());
    let is_empty = |key: &str| dossier.tables.get(key).is_none_or(|table| table.is_empty());
    let tables = template
        .table_bodies()
        .filter(|body| body.blank == 0 && is_empty(&body.key))
        .filter_map(|body| table_fact(template, figures, &body.key))
        .map(Blank::Table);
    given.chain(prompts).chain(tables).collect()
}

/// The tables of a paper in which cells give nothing to count, though an answer is counted from them. Such a paper is whole,
/// and what it says its rows come to is not.
pub fn uncounted<'a>(dossier: &Dossier, template: &'a Template) -> Vec<(&'a TableFact, Vec<Missing>)> {
    let figures = Figures::of(dossier.set().decision());
    let table = |key: &str| Some((table_fact(template, figures, key)?, dossier.uncounted(key)));
    template.table_bodies().filter_map(|body| table(&body.key)).filter(|(_, missing)| !missing.is_empty()).collect()
}

/// The papers at hand that were written here and signed with something empty, and how much that is.
pub fn signed_with_blanks<'a>(
    dossier: &'a Dossier,
    templates: &'a Templates,
) -> Vec<(&'a PaperRecord, &'a Template, usize)> {
    let counted = written_papers(dossier, templates)
        .into_iter()
        .map(|(paper, template)| (paper, template, blanks(dossier, template).len()));
    counted.filter(|(.., blanks)| *blanks > 0).collect()
}

use super::template::{Prompt, Source, Template};
use crate::domain::decision::fold;
use crate::domain::dossier::{Dossier, Field};

/// An answer that stands elsewhere already.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn<'a> {
    pub text: String,
    pub from: &'a Source,
}

/// What the dossier says on a question outside of the template itself.
pub fn drawn<'a>(dossier: &Dossier, template: &'a Template, prompt: &'a Prompt) -> Option<Drawn<'a>> {
    prompt.from.iter().find_map(|from| {
        let text = match from {
            Source::Field(key) => Field::from_key(key).map(|field| dossier.written(field)).unwrap_or_default(),
            Source::Notes(ladders) => notes(dossier, ladders),
            Source::Writing(template, prompt) => answer(dossier, template, prompt).to_owned(),
            Source::Together(other, keys) => joined(dossier, other, keys),
            Source::Unit(table, column) => unit(dossier, table, column).unwrap_or_default(),
            Source::Joined(keys) => joined(dossier, &template.key, keys),
        };
        (!text.trim().is_empty()).then_some(Drawn { text, from })
    })
}

/// The unit that the rows of a table name, where the applicant's own answer names another for them.
pub fn other_unit(dossier: &Dossier, template: &Template, prompt: &Prompt) -> Option<String> {
    let own = answer(dossier, &template.key, &prompt.key);
    let rows = prompt.from.iter().find_map(|from| match from {
        Source::Unit(table, column) => unit(dossier, table, column),
        _ => None,
    });
    rows.filter(|unit| !own.is_empty() && fold(own) != fold(unit))
}

fn unit(dossier: &Dossier, table: &str, column: &str) -> Option<String> {
    dossier.tables.get(table)?.measured_in(column)
}

/// What is printed for a question: the applicant's own words, or else what stands elsewhere.
pub fn text_of(dossier: &Dossier, template: &Template, prompt: &Prompt) -> String {
    match answer(dossier, &template.key, &prompt.key) {
        "" => drawn(dossier, template, prompt).map(|drawn| drawn.text).unwrap_or_default(),
        own => own.to_owned(),
    }
}

fn joined(dossier: &Dossier, template: &str, prompts: &[String]) -> String {
    let answers = prompts.iter().map(|prompt| answer(dossier, template, prompt));
    answers.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn answer<'a>(dossier: &'a Dossier, template: &str, prompt: &str) -> &'a str {
    dossier.writings.get(template).map_or("", |writing| writing.answer(prompt))
}

fn notes(dossier: &Dossier, ladders: &[String]) -> String {
    let of = dossier
        .set()
        .criteria
        .iter()
        .enumerate()
        .filter(|(_, criterion)| ladders.iter().any(|ladder| ladder == criterion.ladder.key));
    let notes = of.filter_map(|(position, _)| dossier.entries.get(position)).map(|entry| entry.note.trim());
    notes.filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n")
}

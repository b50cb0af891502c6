use std::rc::Rc;

use yew::prelude::*;

use super::council::blind_text;
use super::forms::changes::level;
use super::forms::labels::{choice, kind, label};
use crate::domain::council::Correction;
use crate::domain::decision::{Guide, Language};
use crate::domain::dossier::compare::{Difference, differences};
use crate::domain::dossier::{Dossier, Holding, PaperRecord, Question, Recognised, Reply, Writing};
use crate::domain::figures::{Figures, Table};
use crate::ui::components::paper_name;
use crate::ui::hooks::AppHandle;
use crate::words::Words;

/// What differs between two states of a dossier, each with what it is called: place by place, the
/// old beside the new.
pub fn differences_between(app: &AppHandle, old: (&'static str, &Dossier), new: (&'static str, &Dossier)) -> Html {
    let t = app.t();
    let found = differences(old.1, new.1);
    if found.is_empty() {
        return html! { <p class="soft">{ t.import.nothing }</p> };
    }
    html! {
        <>
            <h3>{ t.import.differences.of(found.len()) }</h3>
            { groups(app, old, new, &found) }
        </>
    }
}

/// The same, folded under their number.
pub fn differences_folded(app: &AppHandle, old: (&'static str, &Dossier), new: (&'static str, &Dossier)) -> Html {
    let t = app.t();
    let found = differences(old.1, new.1);
    if found.is_empty() {
        return html! { <p class="soft">{ t.import.nothing }</p> };
    }
    html! {
        <details class="fold">
            <summary>{ t.import.differences.of(found.len()) }</summary>
            { groups(app, old, new, &found) }
        </details>
    }
}

fn groups(app: &AppHandle, old: (&'static str, &Dossier), new: (&'static str, &Dossier), found: &[Difference]) -> Html {
    let t = app.t();
    let words = Wording { t, language: app.language, guide: app.guide.as_ref(), names: (old.0, new.0), new: new.1 };
    let blind = blind_text(old.1, t).or_else(|| blind_text(new.1, t));
    html! {
        <div class="differences">
            for (group, name) in [
                (Group::Rest, t.import.g_rest), (Group::Forms, t.import.g_forms),
                (Group::Answers, t.import.g_answers), (Group::Papers, t.import.g_papers),
            ] {
                if let Some(text) = blind.clone().filter(|_| group == Group::Answers) {
                    <p class="note">{ text }</p>
                } else {
                    { words.group(group, name, found) }
                }
            }
        </div>
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Forms,
    Answers,
    Papers,
    Rest,
}

fn group_of(difference: &Difference) -> Group {
    match difference {
        Difference::Field { .. } => Group::Forms,
        Difference::Answer { .. }
        | Difference::Note { .. }
        | Difference::Evidence { .. }
        | Difference::Review { .. }
        | Difference::Figures { .. }
        | Difference::Reply { .. } => Group::Answers,
        Difference::PaperAdded(_)
        | Difference::PaperRemoved(_)
        | Difference::PaperChanged { .. }
        | Difference::PapersOrdered(_)
        | Difference::Held { .. } => Group::Papers,
        _ => Group::Rest,
    }
}

/// A difference in words.
struct Row {
    place: String,
    old: String,
    new: String,
}

struct Wording<'a> {
    t: &'static Words,
    language: Language,
    guide: Option<&'a Rc<Guide>>,
    /// What the two states are called.
    names: (&'static str, &'static str),
    new: &'a Dossier,
}

impl Wording<'_> {
    fn group(&self, group: Group, name: &'static str, found: &[Difference]) -> Html {
        let rows: Vec<Row> =
            found.iter().filter(|difference| group_of(difference) == group).map(|found| self.row(found)).collect();
        if rows.is_empty() {
            return html! {};
        }
        let t = self.t;
        html! {
            <details class="fold" open={rows.len() <= 6}>
                <summary>{ name }<span class="check-count">{ t.check.count.of(rows.len()) }</span></summary>
                <ul class="plain">
                    for row in rows {
                        <li class="difference">
                            <span class="difference-place">{ row.place }</span>
                            <span class="difference-side"><span class="soft">{ self.names.0 }</span>{ self.shown(row.old) }</span>
                            <span class="difference-side"><span class="soft">{ self.names.1 }</span>{ self.shown(row.new) }</span>
                        </li>
                    }
                </ul>
            </details>
        }
    }

    /// A long text is cut: the place is what matters.
    fn shown(&self, text: String) -> String {
        const LONGEST: usize = 160;
        match text.trim() {
            "" => self.t.import.empty.to_owned(),
            short if short.chars().count() <= LONGEST => short.to_owned(),
            long => format!("{}…", long.chars().take(LONGEST).collect::<String>()),
        }
    }

    fn row(&self, difference: &Difference) -> Row {
        let t = self.t;
        let row = |place: String, old: String, new: String| Row { place, old, new };
        let named = |place: &str, old: String, new: String| Row { place: place.to_owned(), old, new };
        let yes = |value: bool| if value { t.import.yes } else { t.import.no }.to_owned();
        match difference {
            Difference::Set { from, to } => {
                named(t.import.set, from.name.get(self.language).to_owned(), to.name.get(self.language).to_owned())
            }
            Difference::Kind { from, to } => named(t.import.kind, kind(*from, t).to_owned(), kind(*to, t).to_owned()),
            Difference::Field { field, from, to } => {
                let value = |value: &str| match value {
                    "true" => t.import.ticked.to_owned(),
                    value => choice(value, t).to_owned(),
                };
                named(label(*field, t), value(from), value(to))
            }
            Difference::Answer { position, from, to } => match self.new.set().criteria.get(*position) {
                Some(criterion) => row(
                    self.criterion(*position, t.import.level),
                    level(criterion, *from, self.language, t),
                    level(criterion, *to, self.language, t),
                ),
                None => row(String::new(), String::new(), String::new()),
            },
            Difference::Note { position, from, to } => {
                row(self.criterion(*position, t.import.note), from.clone(), to.clone())
            }
            Difference::Evidence { position, from, to } => row(
                self.criterion(*position, t.import.evidence),
                t.import.papers.of(from.len()),
                t.import.papers.of(to.len()),
            ),
            Difference::Review { position, to } => row(self.criterion(*position, t.import.review), yes(!to), yes(*to)),
            Difference::Reply { question, from, to } => {
                let place = match question {
                    Question::Dossier => t.check.dossier_question.to_owned(),
                    Question::Breach(position) | Question::MinimumBinds(position) => {
                        self.criterion(*position, t.check.g_stops)
                    }
                };
                row(place, self.reply(*from), self.reply(*to))
            }
            // A paper that is still to get was never there: it is in the list, or no longer.
            Difference::PaperAdded(paper) => {
                row(self.paper(paper), t.import.unlisted.to_owned(), holding(paper, t).to_owned())
            }
            Difference::PaperRemoved(paper) => {
                row(self.paper(paper), holding(paper, t).to_owned(), t.import.unlisted.to_owned())
            }
            Difference::PaperChanged { from, to } => row(self.paper(to), self.details(from), self.details(to)),
            Difference::PapersOrdered(_) => named(t.import.order, String::new(), String::new()),
            Difference::Figures { table, from, to } => {
                let title = Figures::of(self.new.set().decision())
                    .tables
                    .get(table)
                    .map_or(table.as_str(), |fact| fact.title.get(self.language));
                let rows = |table: &Table| t.figures.rows.of(table.filled().count());
                row(title.to_owned(), rows(from), rows(to))
            }
            Difference::Writing { template, from, to } => {
                let answered = |writing: &Writing| t.writing.answered.of(writing.answers.len());
                row(t.writing.of_template.name(&template), answered(from), answered(to))
            }
            Difference::Held { to, .. } => named(t.import.held, yes(!to), yes(*to)),
            Difference::Recognised { from, to } => {
                named(t.import.recognised, self.recognised(from.as_ref()), self.recognised(to.as_ref()))
            }
            Difference::Log { from, to } => named(t.log.title, t.log.count.of(from.len()), t.log.count.of(to.len())),
            Difference::Unrecognised { to } => named(t.import.unrecognised, yes(!to), yes(*to)),
            Difference::Plan { .. } => {
                named(t.import.plan, t.import.paper_changed.to_owned(), t.import.paper_changed.to_owned())
            }
            Difference::Corrections { from, to } => {
                let done = |list: &[Correction]| {
                    let done = list.iter().filter(|correction| correction.done).count();
                    t.corrections.done.n_of(&done, &list.len())
                };
                named(t.corrections.asked, done(from), done(to))
            }
            Difference::Archived { to } => named(t.import.archived, yes(!to), yes(*to)),
        }
    }

    fn criterion(&self, position: usize, what: &str) -> String {
        let criterion = self.new.set().criteria.get(position);
        criterion.map_or(String::new(), |criterion| {
            format!("{} {} · {what}", criterion.code, criterion.wording.title.get(self.language))
        })
    }

    fn reply(&self, reply: Reply) -> String {
        match reply {
            Reply::Open => self.t.forms.not_answered,
            Reply::No => self.t.import.no,
            Reply::Yes => self.t.import.yes,
        }
        .to_owned()
    }

    fn paper(&self, paper: &PaperRecord) -> String {
        paper_name(paper, self.guide, self.t)
    }

    fn details(&self, paper: &PaperRecord) -> String {
        let t = self.t;
        let files = match paper.attachments.len() {
            0 => String::new(),
            count => t.evidence.files.of(count),
        };
        let parts = [
            &*paper.title,
            &*paper.number,
            &*paper.issuer,
            &*paper.date,
            &*paper.valid_until,
            holding(paper, t),
            &*files,
        ];
        parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn recognised(&self, recognised: Option<&Recognised>) -> String {
        let Some(recognised) = recognised else { return self.t.import.none.to_owned() };
        let star = recognised.star.map_or(String::new(), |star| self.t.stars.count.of(u8::from(star).into()));
        let parts = [star.as_str(), &recognised.date, &recognised.number, &recognised.issuer];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

fn holding(paper: &PaperRecord, t: &'static Words) -> &'static str {
    if paper.holding == Holding::ToGet { t.proof.to_get } else { t.proof.have }
}

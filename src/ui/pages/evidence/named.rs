//! A paper in its own words that is one of the guide's: what taking it for that one does is said before it is done, told
//! afterwards, and can be taken back until the end of the next day.

use std::rc::Rc;

use yew::prelude::*;

use super::click;
use crate::domain::calendar::Date;
use crate::domain::council::is_blind;
use crate::domain::decision::{EvidenceKind, Guide, PaperId};
use crate::domain::dossier::{Dossier, PaperRecord, papers_like, proves_now};
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{Draft, focus_soon, use_app, use_day, use_draft};

#[derive(Properties, PartialEq)]
pub struct NamedProps {
    pub dossier: Rc<Dossier>,
    pub paper: PaperRecord,
}

/// What the typed name may be, taken with one tap: with its row of the form, and with the criteria whose chosen level it
/// proves.
#[component]
pub fn Named(props: &NamedProps) -> Html {
    let app = use_app();
    let t = app.t();
    let today = use_day();
    let NamedProps { dossier, paper } = props;
    let draft = use_draft(&format!("{}/named/{}", dossier.id, paper.id));
    let told = format!("named-{}", paper.id);
    let Some(guide) = app.guide.clone() else { return html! {} };
    if let Some(id) = &paper.paper {
        let taken = draft.text().and_then(Taken::read).filter(|taken| taken.day.days_until(today) <= 1);
        let Some(taken) = taken else { return html! {} };
        let name = guide.words.papers.get(id).cloned().unwrap_or_default();
        let still = taken.still(dossier, paper);
        let back = take_back(dossier, paper, &draft, &taken);
        return html! {
            <p class="note note-done take-back" id={told} tabindex="-1" role="status">
                <span>{ match still.is_empty() {
                    true => t.paper.taken.name(&name),
                    false => t.paper.taken_for.codes_name(&codes(dossier, &still), &name),
                } }</span>
                <button type="button" class="button button-small" onclick={click(&app, back)}
                    aria-label={format!("{}: {name}", t.home.undo)}>{ icon(Icon::Clock) }{ t.home.undo }</button>
            </p>
        };
    }
    let option = |id: &PaperId| {
        let name = guide.words.papers.get(id).cloned().unwrap_or_default();
        let ties = to_tie(dossier, paper, &guide, id);
        let take = {
            let (dossier, paper, known, guide, draft, told) =
                (dossier.id.clone(), paper.id.clone(), id.clone(), guide.clone(), draft.clone(), told.clone());
            click(&app, move |app| {
                // As it is by now.
                let Some(now) = app.dossier(&dossier).cloned() else { return };
                let Some(record) = now.papers.iter().find(|record| record.id == paper) else { return };
                let ties = to_tie(&now, record, &guide, &known);
                draft.type_in(Taken { day: today, kind: record.kind, codes: code_list(&now, &ties) }.write());
                let kind = guide.facts.papers.get(&known).map(|paper| paper.kind).unwrap_or_default();
                let named = PaperRecord { paper: Some(known.clone()), kind, ..record.clone() };
                app.change(&dossier, Change::PaperKept(named));
                for position in ties {
                    app.change(&dossier, Change::PaperLinked { paper: paper.clone(), position, proves: true });
                }
                focus_soon(told.clone());
            })
        };
        html! {
            <button type="button" class="button button-small" key={id.clone()} onclick={take}>
                { icon(Icon::Check) }
                <span>{ name }
                    if !ties.is_empty() { { " " }<span class="soft">{ t.paper.ties.codes(&codes(dossier, &ties)) }</span> }
                </span>
            </button>
        }
    };
    let like = papers_like(&paper.title, &guide, dossier.set(), 2);
    if like.is_empty() {
        return html! {};
    }
    html! { <div class="paper-is-it"><p class="soft">{ t.evidence.is_it }</p>for id in like { { option(id) } }</div> }
}

/// Undoes what taking the paper for the guide's did, where it still is as that left it.
fn take_back(
    dossier: &Rc<Dossier>,
    paper: &PaperRecord,
    draft: &Draft,
    taken: &Taken,
) -> impl Fn(&crate::ui::hooks::AppHandle) + 'static {
    let (dossier, paper, draft, taken) = (dossier.id.clone(), paper.id.clone(), draft.clone(), taken.clone());
    move |app| {
        let Some(now) = app.dossier(&dossier).cloned() else { return };
        let Some(record) = now.papers.iter().find(|record| record.id == paper) else { return };
        for position in taken.still(&now, record) {
            app.change(&dossier, Change::PaperLinked { paper: paper.clone(), position, proves: false });
        }
        let own = PaperRecord { paper: None, kind: taken.kind, ..record.clone() };
        app.change(&dossier, Change::PaperKept(own));
        draft.done();
        app.notice(NoticeKind::Done, |t, _| t.paper.taken_back.to_owned());
        focus_soon(format!("fill-{paper}"));
    }
}

/// The criteria whose chosen level the guide's paper proves, and to which the record is not tied yet; none while the
/// levels that the applicant chose are not to be told.
fn to_tie(dossier: &Dossier, record: &PaperRecord, guide: &Guide, paper: &str) -> Vec<usize> {
    if is_blind(dossier) {
        return Vec::new();
    }
    let is_tied = |position: &usize| dossier.entries[*position].evidence.contains(&record.id);
    proves_now(dossier, guide, paper).into_iter().filter(|position| !is_tied(position)).collect()
}

fn code_list(dossier: &Dossier, positions: &[usize]) -> Vec<String> {
    positions.iter().map(|position| dossier.set().criteria[*position].code.to_owned()).collect()
}

fn codes(dossier: &Dossier, positions: &[usize]) -> String {
    code_list(dossier, positions).join(", ")
}

/// What taking a record for a paper of the guide changed: when, the row of the form before, the criteria it was tied to.
#[derive(Clone, Debug, PartialEq)]
struct Taken {
    day: Date,
    kind: EvidenceKind,
    codes: Vec<String>,
}

impl Taken {
    /// One line: `2026-11-26 7 1.1 3.5`.
    fn write(&self) -> String {
        let codes: String = self.codes.iter().map(|code| format!(" {code}")).collect();
        format!("{} {}{codes}", self.day.iso(), self.kind.0)
    }

    fn read(text: &str) -> Option<Taken> {
        let mut words = text.split(' ');
        let (day, kind) = (Date::parse_iso(words.next()?)?, EvidenceKind(words.next()?.parse().ok()?));
        Some(Taken { day, kind, codes: words.map(str::to_owned).collect() })
    }

    /// The criteria to which it tied the record, and the record still is.
    fn still(&self, dossier: &Dossier, record: &PaperRecord) -> Vec<usize> {
        let places = self.codes.iter().filter_map(|code| dossier.set().position(code));
        places.filter(|position| dossier.entries[*position].evidence.contains(&record.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let day = Date::parse_iso("2026-11-26").expect("a day");
        for codes in [vec![], vec!["1.1".to_owned(), "9".to_owned()]] {
            let taken = Taken { day, kind: EvidenceKind(7), codes };
            assert_eq!(Taken::read(&taken.write()), Some(taken));
        }
        assert_eq!(Taken::read("x"), None);
    }
}

use std::rc::Rc;

use yew::prelude::*;

use super::DossierProps;
use super::answers::{parse, value};
use crate::domain::calendar::Date;
use crate::domain::dossier::Dossier;
use crate::domain::rating::Answer;
use crate::domain::way::Difference;
use crate::session::{Change, NoticeKind};
use crate::ui::components::{Icon, icon};
use crate::ui::hooks::{focus_title, use_app, use_day, use_draft};

/// The trial that was kept last: the day, and each criterion's answer before and after.
#[derive(Clone, PartialEq, Debug)]
pub struct KeptTrial {
    day: Date,
    changes: Vec<(String, Answer, Answer)>,
}

/// Under this a dossier's kept trial waits to be taken back.
pub fn name_of(dossier: &Dossier) -> String {
    format!("{}/trial", dossier.id)
}

impl KeptTrial {
    pub fn new(dossier: &Dossier, changes: &[Difference], day: Date) -> KeptTrial {
        let criteria = &dossier.set().criteria;
        let named = changes
            .iter()
            .filter_map(|change| Some((criteria.get(change.position)?.code.to_owned(), change.from, change.to)));
        KeptTrial { day, changes: named.collect() }
    }

    /// A line for the day and one for each criterion: `6.1 2 4`.
    pub fn write(&self) -> String {
        let lines = self.changes.iter().map(|(code, from, to)| format!("\n{code} {} {}", word(*from), word(*to)));
        self.day.iso() + &lines.collect::<String>()
    }

    fn read(text: &str) -> Option<KeptTrial> {
        let (day, lines) = text.split_once('\n')?;
        let change = |line: &str| {
            let mut words = line.split(' ');
            Some((
                words.next()?.to_owned(),
                parse(words.next()?.trim_matches('-')),
                parse(words.next()?.trim_matches('-')),
            ))
        };
        Some(KeptTrial { day: Date::parse_iso(day)?, changes: lines.lines().filter_map(change).collect() })
    }

    /// What can be taken back: criteria that are answered as the trial left them.
    fn open(&self, dossier: &Dossier) -> Vec<(usize, Answer)> {
        let criteria = &dossier.set().criteria;
        let place = |code: &str| criteria.iter().position(|criterion| criterion.code == code);
        let still = self.changes.iter().filter_map(|(code, from, to)| {
            let position = place(code)?;
            (dossier.assessment.answer(position) == *to).then_some((position, *from))
        });
        still.collect()
    }
}

/// An answer as one word; none is empty elsewhere.
fn word(answer: Answer) -> String {
    let value = value(answer);
    if value.is_empty() { "-".to_owned() } else { value }
}

/// That a trial was kept, today or yesterday, and the way back.
#[component]
pub fn TakeBack(props: &DossierProps) -> Html {
    let app = use_app();
    let t = app.t();
    let dossier = &props.dossier;
    let today = use_day();
    let draft = use_draft(&name_of(dossier));
    let Some(kept) = draft.text().and_then(KeptTrial::read).filter(|kept| kept.day.days_until(today) <= 1) else {
        return html! {};
    };
    let open = kept.open(dossier);
    if open.is_empty() {
        return html! {};
    }
    let count = open.len();
    let onclick = {
        let (app, id, draft) = (app.clone(), Rc::clone(dossier).id.clone(), draft.clone());
        Callback::from(move |_: MouseEvent| {
            for (position, answer) in &open {
                app.change(&id, Change::Answered { position: *position, answer: *answer });
            }
            draft.done();
            app.notice(NoticeKind::Done, |t, _| t.try_out.taken_back.of(open.len()));
            focus_title();
        })
    };
    html! {
        <p class="note note-done take-back">
            <span>{ t.try_out.kept_lately.of(count) }</span>
            <button type="button" class="button button-small" {onclick}>{ icon(Icon::Clock) }{ t.try_out.take_back }</button>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let day = Date::parse_iso("2026-11-26").expect("a day");
        let changes = vec![
            ("6.1".to_owned(), Answer::Level(0), Answer::Level(3)),
            ("9".to_owned(), Answer::Unanswered, Answer::NoneOfThese),
        ];
        let kept = KeptTrial { day, changes };
        assert_eq!(KeptTrial::read(&kept.write()), Some(kept));
        assert_eq!(KeptTrial::read("x"), None);
    }
}

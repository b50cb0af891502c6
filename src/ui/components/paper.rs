use std::rc::Rc;

use yew::prelude::*;

use crate::domain::calendar::Date;
use crate::domain::decision::Guide;
use crate::domain::dossier::{PaperRecord, PaperState};
use crate::words::Words;

/// What a paper is called: the applicant's title, else the guide's name, else that it has none.
pub fn paper_name(paper: &PaperRecord, guide: Option<&Rc<Guide>>, t: &'static Words) -> String {
    let typed = paper.title.trim();
    if !typed.is_empty() {
        return typed.to_owned();
    }
    let names = guide.map(|guide| &guide.words.papers);
    let known = paper.paper.as_ref().zip(names).and_then(|(id, names)| names.get(id));
    known.map_or(t.proof.untitled, String::as_str).to_owned()
}

/// How a paper stands today, in a word.
pub fn paper_chip(paper: &PaperRecord, today: Date, t: &'static Words) -> Html {
    let (class, text) = match paper.state(today) {
        PaperState::Have => ("chip chip-have", t.proof.have.to_owned()),
        PaperState::ToGet => ("chip chip-get", t.proof.to_get.to_owned()),
        PaperState::EndsSoon { on, .. } => ("chip chip-act", t.proof.soon.date(&on)),
        PaperState::Expired(on) => ("chip chip-ended", t.proof.expired.date(&on)),
    };
    html! { <span {class}>{ text }</span> }
}

/// That one of a paper's dates is none, where it is not being typed.
pub fn wrong_date_chip(paper: &PaperRecord, t: &'static Words) -> Html {
    html! { if paper.date_fault().is_some() { <span class="chip chip-ended">{ t.proof.wrong_date }</span> } }
}

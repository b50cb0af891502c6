use yew::prelude::*;

use super::super::{about_paper, kind_name, size};
use crate::domain::calendar::Date;
use crate::domain::decision::EvidenceKind;
use crate::domain::dossier::{Dossier, PaperRecord};
use crate::domain::forms::NumberedPaper;
use crate::ui::components::{Icon, icon, paper_chip, paper_name, wrong_date_chip};
use crate::ui::hooks::AppHandle;
use crate::ui::route::{Page, Route};

/// One paper: what it is, how it stands, what it proves.
pub fn row(app: &AppHandle, dossier: &Dossier, listed: &NumberedPaper, today: Date) -> Html {
    let number = html! { <span class="paper-number" aria-hidden="true">{ listed.number }</span> };
    line(app, dossier, listed.paper, number, today)
}

/// A paper without a number: a task, or one that stands in a group.
pub fn plain(app: &AppHandle, dossier: &Dossier, paper: &PaperRecord, today: Date) -> Html {
    line(app, dossier, paper, html! {}, today)
}

fn line(app: &AppHandle, dossier: &Dossier, paper: &PaperRecord, number: Html, today: Date) -> Html {
    let t = app.t();
    let proving =
        dossier.entries.iter().zip(dossier.set().criteria).filter(|(entry, _)| entry.evidence.contains(&paper.id));
    let codes: Vec<&str> = proving.map(|(_, criterion)| criterion.code).collect();
    let rows = std::iter::once(paper.kind).chain(paper.also.iter().copied()).filter(|row| *row != EvidenceKind(0));
    let rows: Vec<String> = rows.map(|row| kind_name(dossier.set(), row, app.guide.as_ref())).collect();
    let about = about_paper(paper, t);
    let proves = match codes.is_empty() {
        true => t.evidence.proves_none.to_owned(),
        false => t.evidence.proves.codes(&codes.join(", ")),
    };
    let bytes: u64 = paper.attachments.iter().map(|file| file.size).sum();
    html! {
        <li key={paper.id.clone()}>
            <a class="paper-row" id={format!("row-{}", paper.id)} href={Route::dossier(&dossier.id, Page::Paper(paper.id.clone())).href()}>
                { number }
                <span class="paper-text">
                    <span class="paper-name">{ paper_name(paper, app.guide.as_ref(), t) }</span>
                    if !about.is_empty() { <span class="soft">{ about }</span> }
                    <span class="paper-foot soft">
                        <span>{ proves }</span>
                        if !rows.is_empty() { <span>{ rows.join(", ") }</span> }
                        if !paper.attachments.is_empty() {
                            <span>{ icon(Icon::Camera) }{ t.evidence.files.of(paper.attachments.len()) }{ ", " }{ size(bytes, app.language) }</span>
                        }
                        { paper_chip(paper, today, t) }
                        { wrong_date_chip(paper, t) }
                    </span>
                </span>
                { icon(Icon::Next) }
            </a>
        </li>
    }
}

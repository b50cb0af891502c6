use yew::prelude::*;

use crate::domain::calendar::Date;
use crate::domain::dossier::Dossier;
use crate::domain::forms::{Warning, before_handing_in};
use crate::ui::hooks::{AppHandle, Output};
use crate::ui::route::{Page, Route};
use crate::words::Words;

/// What to know before anything is printed or handed in; nothing where there is nothing.
pub fn before(app: &AppHandle, dossier: &Dossier, today: Date) -> Html {
    let t = app.t();
    let warnings = before_handing_in(dossier, today);
    if warnings.is_empty() {
        return html! {};
    }
    html! {
        <section class="note before" aria-label={t.output.before}>
            <p><strong>{ t.output.before }</strong></p>
            <ul>
                for warning in warnings {
                    <li>
                        { text(&warning, t) }
                        if let Some(page) = place(&warning) {
                            { " " }<a href={Route::dossier(&dossier.id, page).href()}>{ t.output.look }</a>
                        }
                    </li>
                }
            </ul>
        </section>
    }
}

fn text(warning: &Warning, t: &Words) -> String {
    match warning {
        Warning::LosesStars { held, now } => match now {
            Some(now) => t.output.loses.held_now(&u8::from(*held), &u8::from(*now)),
            None => t.output.loses_all.held(&u8::from(*held)),
        },
        Warning::WindowMissed { closed } => t.output.missed.day(closed),
        Warning::PapersEnd { count, by } => t.output.papers_end.day_n(by, count),
        Warning::TermUnknown { count } => t.output.term_unknown.of(*count),
        Warning::NoFile { count } => t.output.no_file.of(*count),
        Warning::OtherYear { written, by } => t.output.other_year.day_year(by, written),
        Warning::LastYearMissing { rated, last } => t.output.last_year.last_year(last, rated),
    }
}

/// Where it is looked at.
fn place(warning: &Warning) -> Option<Page> {
    match warning {
        Warning::LosesStars { .. } => Some(Page::Result),
        Warning::WindowMissed { .. } => Some(Page::Standing),
        Warning::PapersEnd { .. } | Warning::TermUnknown { .. } | Warning::NoFile { .. } => Some(Page::Evidence),
        Warning::OtherYear { .. } | Warning::LastYearMissing { .. } => Some(Page::Forms),
    }
}

/// What was made of the dossier before, and whether its content still is that of today.
pub fn made_before(t: &Words, outputs: &[Output], code: &str) -> Html {
    if outputs.is_empty() {
        return html! {};
    }
    html! {
        <details class="fold made" open={outputs.iter().any(|output| output.code != code)}>
            <summary>{ t.output.made_before }</summary>
            <ul class="plain">
                for output in outputs {
                    <li class={(output.code != code).then_some("made-old")}>
                        <strong>{ kind(t, &output.what) }</strong>{ format!(" · {} · {} · ", output.at, output.code) }
                        { if output.code == code { t.output.still } else { t.output.old } }
                    </li>
                }
            </ul>
        </details>
    }
}

fn kind(t: &Words, what: &str) -> &'static str {
    match what {
        "zip" => t.output.kind_zip,
        "docx" => t.output.kind_word,
        "html" => t.output.kind_html,
        _ => t.output.kind_print,
    }
}
